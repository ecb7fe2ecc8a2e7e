//! Bodies whose bare name those of many states bear: "the Senate", "the Supreme Court".

use super::known::KnownIndex;
use super::roster::{DraftIndex, Roster};
use super::tree::Tree;
use super::{ActorKind, owners, spelling};
use std::collections::{BTreeMap, BTreeSet};

/// Takes a listed body for that of another state, where the text says whose it is ("Zedland's *Senate*"), or speaks of
/// one state only and never of the body's own.
pub(super) fn settle(roster: &mut Roster<'_>, trees: &[Tree<'_>]) {
    let bare: BTreeSet<DraftIndex> = roster
        .drafts()
        .filter(|(_, draft)| draft.known.is_some() && !draft.names.is_empty())
        .filter(|(_, draft)| {
            let nouns = &roster.gazetteer.nouns;
            draft.names.iter().all(|name| nouns.is_of_many_states(name))
        })
        .map(|(index, _)| index)
        .collect();
    if bare.is_empty() {
        return;
    }
    let mut told: BTreeMap<DraftIndex, BTreeSet<KnownIndex>> = BTreeMap::new();
    for mention in roster.mentions() {
        let body = roster.current(DraftIndex(mention.actor.0));
        if bare.contains(&body)
            && let Some(state) = owner(
                roster,
                &trees[mention.sentence as usize],
                mention.sentence,
                mention.head,
            )
        {
            told.entry(body).or_default().insert(state);
        }
    }
    let named: BTreeSet<KnownIndex> = roster
        .drafts()
        .filter(|(index, _)| !bare.contains(index))
        .filter_map(|(_, draft)| draft.country)
        .collect();
    let subject = roster.home.or(roster.subject).or(roster.scene);
    for body in bare {
        let own = roster.draft(body).country;
        let elsewhere = own.is_some_and(|own| !named.contains(&own));
        let state = match told.get(&body) {
            Some(states) if states.len() == 1 => states.first().copied(),
            Some(_) => None,
            None => subject.filter(|_| elsewhere),
        };
        if let Some(state) = state.filter(|state| Some(*state) != own) {
            let bare = |alias: &&str| {
                let nouns = &roster.gazetteer.nouns;
                let article = |word: char| word.is_lowercase();
                !alias.starts_with(article) && nouns.is_of_many_states(&spelling::folded(alias))
            };
            let mut aliases = roster.draft(body).aliases.iter().map(String::as_str);
            let Some(name) = aliases.rfind(bare).map(str::to_owned) else {
                continue;
            };
            let adjective = owners::adjective(roster, state);
            let name = format!("{adjective} {name}");
            let draft = roster.draft_mut(body);
            draft.known = None;
            draft.kind = ActorKind::Agency;
            draft.country = Some(state);
            draft.name = name;
        }
    }
}

/// "*Zedland's* Senate", "the Senate of *Zedland*", "*Zedland's* Senate President": returns whose the body is.
fn owner(roster: &Roster<'_>, tree: &Tree<'_>, sentence: u32, head: u32) -> Option<KnownIndex> {
    let titling = matches!(tree.dep(head), "compound" | "nmod:desc" | "nmod:poss");
    let office = tree
        .head(head)
        .filter(|&above| titling && roster.gazetteer.nouns.title(tree, above).is_some());
    let state = |word: u32| {
        let draft = roster.draft(roster.at(sentence, word)?);
        draft.country.filter(|_| draft.kind == ActorKind::Country)
    };
    std::iter::once(head).chain(office).find_map(|noun| {
        let mut children = tree.children(noun).iter().copied();
        let whose = |&c: &u32| {
            let marked = c + 1 < tree.len() && matches!(tree.word(c + 1), "'s" | "’s");
            tree.dep(c) == "nmod:poss"
                || tree.dep(c) == "compound" && marked
                || tree.dep(c) == "nmod" && tree.case(c).is_some_and(|case| case == "of")
        };
        children.find(whose).and_then(state)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_senate_is_that_of_the_state_that_has_it() {
        check(
            "Nigeria's Senate condemned Chad.",
            &["Senate > Nigerian Senate [agency, Nigeria]"],
        );
        check(
            "Nigeria is poor. Nigeria has borrowed from Chad. Nigerian officials said the Senate had met.",
            &["Senate > Nigerian Senate [agency, Nigeria]"],
        );
        check(
            "The Senate condemned Chad, Washington said.",
            &["Senate > US Senate [agency, United States]"],
        );
    }
}
