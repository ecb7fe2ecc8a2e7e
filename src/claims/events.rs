//! How sure the text is of every event it tells of, also of those in no claim (the factuality of FactBank).

use super::Status;
use super::attribution;
use super::claim::CharSpan;
use super::irrealis;
use super::read::{Reader, is_question};
use super::relation::TriggerClass;
use super::scope::{self, weaken};
use super::tree::Tree;
use crate::actors::ActorIndex;
use crate::syntax::Upos;

/// A word that tells of an event or a state, with how sure the text is of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventStatus {
    /// The word: a verb, the head of what a copula links, or a noun that some frame knows as an event.
    pub word: CharSpan,
    /// Its dictionary form.
    pub lemma: String,
    /// How sure.
    pub status: Status,
    /// Who says so, outermost first; empty for the article's own voice.
    pub attributed_to: Vec<ActorIndex>,
    /// Whether anybody says so, be it nobody that is an actor.
    pub said: bool,
}

/// Returns the events of a document in the order of the text.
pub(super) fn find(reader: &Reader<'_>) -> Vec<EventStatus> {
    let mut events = Vec::new();
    for (tree, sentence) in reader.trees.iter().zip(0..) {
        let asked = is_question(tree);
        for word in (0..tree.len()).filter(|&word| is_event(reader, tree, word)) {
            let contents = &reader.contents[sentence as usize];
            let mut status = scope::status(tree, &reader.lexicon.cues, word, false, contents);
            if asked {
                status = weaken(status, Status::Possible);
            }
            let chain = attribution::chain(&reader.trees, &reader.saids, sentence, word);
            let mut attributed_to = Vec::new();
            for said in &chain {
                if let Some(given) = said.status_at(tree, sentence, word) {
                    status = weaken(status, given);
                }
                reader.add_speakers(said, &mut attributed_to);
            }
            if status == Status::Planned
                && irrealis::is_conditional(tree, &reader.lexicon.cues, word)
            {
                status = Status::Possible;
            }
            events.push(EventStatus {
                word: reader.offsets.chars(tree.token(word).span),
                lemma: tree.lemma(word).to_owned(),
                status,
                attributed_to,
                said: !chain.is_empty(),
            });
        }
    }
    events
}

/// Verbs, what a copula links, and nouns that tell of events.
fn is_event(reader: &Reader<'_>, tree: &Tree<'_>, word: usize) -> bool {
    let token = tree.token(word);
    let helping = matches!(
        tree.dep(word),
        "aux" | "aux:pass" | "cop" | "case" | "mark" | "fixed"
    );
    let known = || {
        let mut entries = reader.lexicon.entries(tree.lemma(word)).iter();
        entries.any(|entry| entry.class == TriggerClass::Noun)
    };
    match token.upos {
        Upos::Verb => !helping,
        Upos::Noun => tree.child(word, "cop").is_some() || known(),
        Upos::Adj | Upos::Propn | Upos::Adv | Upos::Num => tree.child(word, "cop").is_some(),
        _ => false,
    }
}
