//! One statement found in a text.

use super::Quantity;
use crate::actors::ActorIndex;
use jiff::civil::Date;

/// How the text presents what a claim says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// As having happened, happening, or regularly so.
    Actual,
    /// As intended, ordered or scheduled.
    Planned,
    /// As uncertain, conditional or suspected.
    Possible,
    /// As not so.
    Denied,
}

impl Status {
    /// All statuses.
    pub const ALL: [Status; 4] = [
        Status::Actual,
        Status::Planned,
        Status::Possible,
        Status::Denied,
    ];

    /// Returns the name used in data files and in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Actual => "actual",
            Status::Planned => "planned",
            Status::Possible => "possible",
            Status::Denied => "denied",
        }
    }

    /// Returns the status of that name, `None` where there is none.
    pub fn from_name(name: &str) -> Option<Status> {
        Status::ALL
            .into_iter()
            .find(|status| status.as_str() == name)
    }
}

/// A half-open stretch of a document's text in Unicode code points.
///
/// A [`Reading`](crate::Reading) outlives its text and travels as JSON, where offsets
/// count code points as in Python; while a text is read, [`Span`](crate::Span) counts bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CharSpan {
    /// First code point.
    pub start: u32,
    /// First code point after the end.
    pub end: u32,
}

/// Where the parts of a claim stand in its document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClaimSpans {
    /// The sentence.
    pub sentence: CharSpan,
    /// The words for the source.
    pub source: CharSpan,
    /// The words for the target.
    pub target: CharSpan,
    /// The word that carries the relation.
    pub trigger: CharSpan,
    /// The word that attributes it to a speaker.
    pub cue: Option<CharSpan>,
    /// What is attributed.
    pub content: Option<CharSpan>,
}

/// One statement found in a text: source, relation, target; who says so; how sure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    /// Hash of the document's content, the relation and the spans of source, target and cue.
    pub id: String,
    /// The doer.
    pub source: ActorIndex,
    /// Id of the relation, such as `supplies`.
    pub relation: String,
    /// The one it is done to.
    pub target: ActorIndex,
    /// What was supplied, said, fired, …: a short phrase.
    pub item: Option<String>,
    /// How many or how much, of the item, the target or the source.
    pub quantity: Option<Quantity>,
    /// How sure.
    pub status: Status,
    /// Who says so, outermost first; empty for the article's own voice.
    pub attributed_to: Vec<ActorIndex>,
    /// When it happened where stated, a month or a year by its first day; else the document's date.
    pub date: Option<Date>,
    /// When the text says that it happened, no more exact than it does: `2022-05-04`, `2022-05`, `2022`.
    pub when: Option<String>,
    /// Where it happened, where the text names the place and the place is no end of the claim: the name of an actor
    /// of the text.
    pub place: Option<String>,
    /// The sentence, exactly as in the document.
    pub evidence: String,
    /// Where its parts stand.
    pub spans: ClaimSpans,
    /// Id of the frame that found it, such as `supplies/en/send`.
    pub frame: String,
    /// How far the reading can be trusted: of a hundred claims of this frame, how many are right by measure
    /// ([`Reliability`](super::Reliability)). `None` where whom did not read it, or an older one did.
    pub reliability: Option<u8>,
}

/// One source–cue–content found, also where no claim comes of it (after PolNeAR).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The speaker, where it is an actor.
    pub speaker: Option<ActorIndex>,
    /// The words for the speaker.
    pub source: CharSpan,
    /// The words that attribute.
    pub cue: Option<CharSpan>,
    /// What is attributed, in pieces.
    pub content: Vec<CharSpan>,
}
