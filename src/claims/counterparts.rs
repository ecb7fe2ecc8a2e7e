//! "President Weiss met her Norlandic *counterpart*, Ada Moss": a counterpart holds in one state the office that the
//! other holds in another.

use super::fill::Scene;
use super::read::{Found, Reader};
use crate::actors::{ActorIndex, ActorKind, Mention};

impl Reader<'_> {
    /// Adds to what was read what the counterparts named in a sentence lead or belong to, and takes away what it says
    /// of the same state and the one met: a counterpart is of another state.
    pub(super) fn counterparts(&self, scene: &Scene<'_>, found: &mut Vec<Found>) {
        let tree = scene.tree;
        for noun in (0..tree.len()).filter(|&noun| tree.lemma(noun) == "counterpart") {
            let (Some(person), Some(state)) = (named(scene, noun), state(scene, noun)) else {
                continue;
            };
            let other = whose(scene, noun);
            found.retain(|f| {
                let same = Some(f.source.0) == other && f.target.0 == state.actor;
                !(same && f.held && f.sentence == scene.sentence)
            });
            let leads = self.lexicon.position("leads");
            let heads = |f: &Found| {
                let country = scene.cast.actor(f.target.0).kind == ActorKind::Country;
                Some(f.relation) == leads && Some(f.source.0) == other && country
            };
            let (relation, frame) = match found.iter().any(heads) {
                true => (leads, "leads/counterpart"),
                false => (self.lexicon.position("part_of"), "part_of/counterpart"),
            };
            found.extend(relation.filter(|_| !is_past(scene, noun)).map(|relation| {
                Found::plain(
                    (relation, frame),
                    (scene.sentence, noun),
                    (person.actor, person.span),
                    (state.actor, state.span),
                )
                .held()
            }));
        }
    }
}

/// "her *former* counterpart"
fn is_past(scene: &Scene<'_>, noun: usize) -> bool {
    let tree = scene.tree;
    let mut before = tree.children(noun).filter(|&c| tree.dep(c) == "amod");
    before.any(|c| matches!(tree.lemma(c), "former" | "then" | "late"))
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
