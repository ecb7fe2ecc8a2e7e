//! An edge of the graph: one relation between two actors, with the claims behind it.

use super::certainty::Certainty;
use super::document::{DocumentIndex, DocumentRecord};
use crate::claims::Claim;
use jiff::civil::Date;
use petgraph::graph::NodeIndex;
use std::collections::BTreeSet;

/// A claim and the document that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRecord {
    /// The document.
    pub document: DocumentIndex,
    /// The claim; its actor indices count in the actors of the document.
    pub claim: Claim,
}

/// One relation from one actor to another, with all claims that say so.
///
/// A tie has at least one claim; certainty and counts follow from the claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    claims: Vec<ClaimRecord>,
    certainty: Certainty,
    sources: usize,
}

impl Tie {
    /// Returns the tie that claims make; they are about one relation and one pair of actors.
    pub(super) fn new(claims: Vec<ClaimRecord>, documents: &[DocumentRecord]) -> Tie {
        if let [only] = claims.as_slice() {
            let speaker = only.claim.attributed_to.last();
            let node = speaker.map(|&actor| documents[only.document.0 as usize].node(actor));
            return Tie {
                certainty: Certainty::of(&[(only.claim.status, node)]),
                sources: 1,
                claims,
            };
        }
        let mut voices = Vec::new();
        let mut sources = BTreeSet::new();
        for record in &claims {
            let document = &documents[record.document.0 as usize];
            let speakers = &record.claim.attributed_to;
            let node = |speaker: Option<&_>| speaker.map(|&actor| document.node(actor));
            voices.push((record.claim.status, node(speakers.last())));
            sources.insert((document.text_key(), node(speakers.first())));
        }
        Tie {
            certainty: Certainty::of(&voices),
            sources: sources.len(),
            claims,
        }
    }

    /// Returns the id of the relation, such as `supplies`.
    pub fn relation(&self) -> &str {
        &self.claims[0].claim.relation
    }

    /// Returns the claims, by date, document and place in the text.
    pub fn claims(&self) -> &[ClaimRecord] {
        &self.claims
    }

    /// Returns how sure the tie is.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// Returns the number of independent sources: different texts or outermost speakers.
    ///
    /// A text printed in several places counts once for each of its speakers.
    pub fn sources(&self) -> usize {
        self.sources
    }

    /// Returns the earliest date among the claims.
    pub fn first(&self) -> Option<Date> {
        self.claims.iter().filter_map(|r| r.claim.date).min()
    }

    /// Returns the latest date among the claims.
    pub fn last(&self) -> Option<Date> {
        self.claims.iter().filter_map(|r| r.claim.date).max()
    }
}

/// Orders claims by date (undated last), document, place and id.
pub(super) fn in_order(a: &ClaimRecord, b: &ClaimRecord) -> std::cmp::Ordering {
    let key = |r: &ClaimRecord| {
        let date = r.claim.date;
        (date.is_none(), date, r.document, r.claim.spans.trigger)
    };
    key(a)
        .cmp(&key(b))
        .then_with(|| a.claim.id.cmp(&b.claim.id))
}

/// Returns the ends of a claim's tie, in one order for both where it holds both ways.
pub(super) fn ends(
    record: &ClaimRecord,
    documents: &[DocumentRecord],
    symmetric: bool,
) -> (NodeIndex, NodeIndex) {
    let document = &documents[record.document.0 as usize];
    let source = document.node(record.claim.source);
    let target = document.node(record.claim.target);
    if symmetric && target < source {
        (target, source)
    } else {
        (source, target)
    }
}
