//! Where something happened, as its clause says it: "was killed *in Zedgrad*".

use super::tree::{Tree, is};
use super::when::carriers;
use crate::actors::{ActorIndex, ActorKind, Cast};

/// Prepositions of a place where something goes on; "to" and "from" lead elsewhere.
const AT: [&str; 12] = [
    "in",
    "at",
    "near",
    "on",
    "outside",
    "inside",
    "off",
    "around",
    "across",
    "throughout",
    "within",
    "over",
];

/// Returns the place that the clause of a word names and that is none of the ends of the claim.
pub(super) fn stated(
    tree: &Tree<'_>,
    cast: &Cast,
    sentence: u32,
    trigger: usize,
    ends: [ActorIndex; 2],
) -> Option<ActorIndex> {
    let place = |word: usize| {
        let mention = cast.at(sentence, word as u32)?;
        let somewhere = matches!(
            cast.actor(mention.actor).kind,
            ActorKind::Place | ActorKind::Country
        );
        (somewhere && !ends.contains(&mention.actor)).then_some(mention.actor)
    };
    let phrases = |word: usize| {
        let hanging = tree
            .children(word)
            .filter(|&c| is(tree.dep(c), "obl") || is(tree.dep(c), "nmod"));
        hanging.filter(|&c| {
            tree.preposition(c)
                .is_some_and(|at| AT.contains(&at.as_str()))
        })
    };
    // "in the *centre* of Zedgrad"
    let within = |word: usize| {
        let parts = tree.children(word).filter(|&c| is(tree.dep(c), "nmod"));
        parts
            .filter(|&c| tree.preposition(c).as_deref() == Some("of"))
            .find_map(place)
    };
    carriers(tree, trigger)
        .flat_map(phrases)
        .find_map(|word| place(word).or_else(|| within(word)))
}
