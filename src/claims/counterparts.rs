//! "President Weiss met her Norlandic *counterpart*, Ada Moss": a counterpart holds in one state the office that the
//! other holds in another.

use super::Status;
use super::fill::Scene;
use super::read::{Found, Reader};
use crate::actors::{ActorIndex, ActorKind, Mention};

impl Reader<'_> {
    /// Returns what the counterparts named in a sentence lead or belong to; `found` is what was read before, and
    /// loses what it says of the same state and the one met: a counterpart is of another state.
    pub(super) fn counterparts(&self, scene: &Scene<'_>, found: &mut Vec<Found>) -> Vec<Found> {
        let tree = scene.tree;
        let past = |noun: usize| {
            let each = tree.children(noun);
            each.filter(|&c| tree.dep(c) == "amod")
                .any(|c| matches!(tree.lemma(c), "former" | "then" | "late"))
        };
        let nouns = (0..tree.len())
            .filter(|&noun| tree.lemma(noun) == "counterpart" && !past(noun))
            .collect::<Vec<_>>()
            .into_iter();
        nouns
            .filter_map(|noun| {
                let person = named(scene, noun)?;
                let state = state(scene, noun)?;
                let leads = self.position("leads")?;
                let other = whose(scene, noun);
                found.retain(|f| {
                    let same = Some(f.source.0) == other && f.target.0 == state.actor;
                    !(same && f.held && f.sentence == scene.sentence)
                });
                let office = other.is_some_and(|other| {
                    found.iter().any(|f| {
                        f.relation == leads
                            && f.source.0 == other
                            && scene.cast.actor(f.target.0).kind == ActorKind::Country
                    })
                });
                let (relation, frame) = if office {
                    (leads, "leads/counterpart")
                } else {
                    (self.position("part_of")?, "part_of/counterpart")
                };
                Some(Found {
                    relation,
                    frame: frame.to_owned(),
                    sentence: scene.sentence,
                    trigger: noun,
                    source: (person.actor, person.span),
                    target: (state.actor, state.span),
                    item: None,
                    held: true,
                    status: Status::Actual,
                    speakers: Vec::new(),
                    cue: None,
                    content: None,
                })
            })
            .collect()
    }

    fn position(&self, relation: &str) -> Option<u32> {
        let found = self
            .lexicon
            .relations
            .iter()
            .position(|r| r.id == relation)?;
        Some(found as u32)
    }
}

/// The person whose name stands beside the noun.
fn named<'s>(scene: &'s Scene<'_>, noun: usize) -> Option<&'s Mention> {
    let tree = scene.tree;
    let beside = tree
        .children(noun)
        .filter(|&c| matches!(tree.dep(c), "appos" | "flat" | "nmod:desc"));
    let above = tree
        .head(noun)
        .filter(|_| matches!(tree.dep(noun), "appos" | "nmod:desc" | "compound"));
    let person = |m: &&Mention| {
        let kind = scene.cast.actor(m.actor).kind;
        matches!(kind, ActorKind::Person | ActorKind::Official)
    };
    let at = |word: usize| scene.cast.at(scene.sentence, word as u32);
    beside.chain(above).filter_map(at).find(person)
}

/// The state that the noun names.
fn state<'s>(scene: &'s Scene<'_>, noun: usize) -> Option<&'s Mention> {
    let tree = scene.tree;
    tree.children(noun)
        .filter(|&c| matches!(tree.dep(c), "amod" | "compound"))
        .filter_map(|c| scene.cast.at(scene.sentence, c as u32))
        .find(|m| scene.cast.actor(m.actor).kind == ActorKind::Country)
}

/// Whose counterpart it is: "*her* counterpart".
fn whose(scene: &Scene<'_>, noun: usize) -> Option<ActorIndex> {
    let owner = scene.tree.child(noun, "nmod:poss")?;
    Some(scene.cast.at(scene.sentence, owner as u32)?.actor)
}
