//! Verbs said once for two: "Norland sent troops to Oslo and *Sudoria to Bergen*".

use super::arguments::Arguments;
use super::slot::Slot;
use super::tree::{Tree, is};
use crate::syntax::{NameKind, Upos};

/// Prepositions that a verb takes once: "in Oslo and *Bergen in Norland*" is one place with another.
const SHARED: [&str; 5] = ["to", "from", "into", "against", "with"];

/// Takes the second doer and his end out of a verb's arguments and returns them as arguments of their own.
///
/// Parsers read "from Oslo and Sudoria from Bergen" as two places with a phrase on the second.
pub(super) fn split(tree: &Tree<'_>, verb: usize, arguments: &mut Arguments) -> Option<Arguments> {
    let (doer, end) = gapped(tree, verb)?;
    let preposition = tree.preposition(end)?;
    arguments
        .0
        .retain(|&(_, i)| !tree.under(i, doer) && !tree.under(i, end));
    let mut second = Arguments::default();
    second.add(Slot::Subj, doer);
    for i in tree.conjuncts(end) {
        second.add(Slot::Prep(preposition.clone().into()), i);
    }
    // "withdrew *its* troops": the second withdraws others.
    let own = |i: usize| tree.child(i, "nmod:poss").is_some();
    let shared = arguments.get(&Slot::Obj).filter(|&i| !own(i));
    let objects: Vec<usize> = shared.collect();
    for i in objects {
        second.add(Slot::Obj, i);
    }
    Some(second)
}

/// Returns the second doer, joined to a phrase of the verb, and what follows him with the same preposition, which parsers
/// hang on him or on the verb.
fn gapped(tree: &Tree<'_>, verb: usize) -> Option<(usize, usize)> {
    let subject = tree.child(verb, "nsubj")?;
    if tree.is_passive(verb) || tree.token(subject).upos != Upos::Propn {
        return None;
    }
    let phrases = tree.children(verb).filter(|&c| is(tree.dep(c), "obl"));
    phrases.into_iter().find_map(|phrase| {
        let preposition = tree.preposition(phrase)?;
        if !SHARED.contains(&&*preposition) {
            return None;
        }
        let same = |c: &usize| {
            let phrase = is(tree.dep(*c), "nmod") || is(tree.dep(*c), "obl");
            let name = phrase && tree.token(*c).upos == Upos::Propn;
            name && tree.preposition(*c).as_deref() == Some(&preposition)
        };
        // "France *from* Kenya": nothing stands between.
        let next = |doer: usize, end: usize| {
            let case = tree.children(end).find(|&c| tree.dep(c) == "case");
            let before = case.and_then(|case| case.checked_sub(1));
            end > doer && before.is_some_and(|last| tree.under(last, doer))
        };
        let mut joined = tree.children(phrase).filter(|&c| {
            tree.dep(c) == "conj" && is_party(tree, c) && tree.preposition(c).is_none()
        });
        joined.find_map(|doer| {
            let mut ends = tree.children(doer).chain(tree.children(verb)).filter(same);
            Some((doer, ends.find(|&end| next(doer, end))?))
        })
    })
}

/// Whether a word is the name of one who may do something.
fn is_party(tree: &Tree<'_>, word: usize) -> bool {
    let kinds = [NameKind::Polity, NameKind::Organization, NameKind::Person];
    let mut names = tree.sentence.names.iter();
    names.any(|n| n.first as usize <= word && word <= n.last as usize && kinds.contains(&n.kind))
}
