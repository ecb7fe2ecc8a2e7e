//! Embassies and consulates: a state has one here and one there, each a body of its own.

use super::draft::Draft;
use super::known::KnownIndex;
use super::phrase::Noun;
use super::plural::plural;
use super::roster::{DraftIndex, Resolved, Roster};
use super::tree::Tree;
use super::{ActorKind, owners};
use std::collections::{BTreeMap, BTreeSet};

/// Why a mention stands for an embassy.
const IN_A_PLACE: &str = "embassy in a place";

/// "the Zedlandic embassy in Yeland": the one there, and where only one was spoken of, "the Zedlandic embassy" too.
pub(super) fn embassy(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    state: KnownIndex,
) -> Resolved {
    let lemma = tree.lemma(noun.head);
    let nouns = &roster.gazetteer.nouns;
    let seat = nouns.is_posted_abroad(&lemma) && nouns.title(tree, noun.head).is_none();
    if !seat || nouns.kind(tree, noun.head) != Some(ActorKind::Agency) {
        return None;
    }
    match places(roster, tree, noun)[..] {
        [] => {}
        [place] => return Some((there(roster, tree, noun, state, place), IN_A_PLACE)),
        // "its embassies in Zedland and Yeland": which of them stands where, one phrase for all does not tell.
        _ => return None,
    }
    let adjective = owners::adjective(roster, state);
    let named = format!("{adjective} {lemma} in ");
    let lately = roster.lately(noun.sentence, noun.head);
    let spoken_of = lately.filter(|(_, draft)| roster.draft(*draft).name.starts_with(&named));
    let spoken_of: BTreeSet<DraftIndex> = spoken_of.map(|(_, draft)| draft).collect();
    let single = spoken_of
        .first()
        .filter(|_| spoken_of.len() == 1 && !noun.plural);
    single.map(|draft| (*draft, IN_A_PLACE))
}

/// Returns the words for the places where a body is said to be.
fn places(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun) -> Vec<u32> {
    let place = |word: &u32| {
        let kind = roster
            .around(noun.sentence, *word)
            .map(|draft| roster.draft(draft).kind);
        matches!(kind, Some(ActorKind::Place | ActorKind::Country))
    };
    let inside = |word: &u32| {
        let case = tree.case(*word);
        let inside = case.is_some_and(|case| matches!(case.as_str(), "in" | "at"));
        *word > noun.head && inside && place(word)
    };
    let own = tree.children(noun.head).iter().copied();
    let own = own.filter(|word| tree.dep(*word) == "nmod");
    // "embassies of Zedland *in Yeland*"
    let own = own.flat_map(|word| {
        let within = tree.children(word).iter().copied();
        let within = within.filter(|word| tree.dep(*word) == "nmod");
        std::iter::once(word).chain(within)
    });
    // "bombed the embassy *in Zedgrad*": right after the noun, whatever it hangs on
    let beside = tree
        .head(noun.head)
        .map_or(&[][..], |verb| tree.children(verb));
    let beside = beside.iter().copied().filter(|word| {
        let next = tree.child(*word, &["case"]) == Some(noun.words.last + 1);
        next && tree.dep(*word).starts_with("obl")
    });
    let Some(first) = own.chain(beside).find(inside) else {
        return Vec::new();
    };
    let more = tree.children(first).iter().copied();
    let more = more.filter(|word| tree.dep(*word) == "conj" && place(word));
    std::iter::once(first).chain(more).collect()
}

/// Returns the body of a state in a place; embassies stand in capitals, so that the state tells which.
fn there(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    state: KnownIndex,
    place: u32,
) -> DraftIndex {
    let lemma = tree.lemma(noun.head);
    let adjective = owners::adjective(roster, state);
    let mention = roster.mention_at(noun.sentence, place);
    let text = mention.map_or(tree.word(place), |m| tree.text_of(m.first, m.last));
    let host = roster.around(noun.sentence, place);
    let host = host.and_then(|host| owners::state(roster, host));
    let key = match host.filter(|_| lemma == "embassy") {
        Some(host) => format!("posted {} {lemma} {}", state.0, host.0),
        None => format!("posted {} {lemma} {text}", state.0),
    };
    let name = format!("{adjective} {lemma} in {text}");
    let draft = roster.keyed(key, || {
        let mut draft = Draft::new(ActorKind::Agency, &name);
        draft.country = Some(state);
        draft
    });
    let several = plural(&lemma);
    let entry = roster.draft_mut(draft);
    entry.nouns.insert(lemma.clone());
    entry.aliases.insert(name);
    entry.aliases.insert(format!("{adjective} {lemma}"));
    let several = format!("{adjective} {several}");
    entry.aliases.extend(noun.plural.then_some(several));
    draft
}

/// "the Zedlandic Embassy": the name of what was spoken of as the embassy in a place, where there is only one.
pub(super) fn settle(roster: &mut Roster<'_>) {
    let gazetteer = roster.gazetteer;
    let named: Vec<(DraftIndex, KnownIndex, String)> = roster
        .drafts()
        .filter_map(|(index, draft)| {
            let state = draft.country.filter(|_| draft.known.is_none())?;
            let (_, last) = draft.name.rsplit_once(' ')?;
            let capital = last.starts_with(char::is_uppercase);
            let lemma = last.to_lowercase();
            let body = gazetteer.nouns.kind_of_word(&lemma) == Some(ActorKind::Agency);
            let posted = capital && body && gazetteer.nouns.is_posted_abroad(&lemma);
            let words = draft.name.split(' ').count();
            (posted && words <= 4).then_some((index, state, lemma))
        })
        .collect();
    // Each state's is looked for once, however often a text names it.
    let mut in_a_place: BTreeMap<(KnownIndex, String), Option<DraftIndex>> = BTreeMap::new();
    for (index, state, lemma) in named {
        let key = (state, lemma);
        let found = in_a_place.entry(key);
        let only = found.or_insert_with_key(|(state, lemma)| only_one(roster, *state, lemma));
        if let Some(only) = only.filter(|only| *only != index) {
            roster.merge(index, only);
        }
    }
}

/// Returns a state's embassy that was spoken of in small letters or by its place, where it is one.
fn only_one(roster: &Roster<'_>, state: KnownIndex, lemma: &str) -> Option<DraftIndex> {
    let adjective = owners::adjective(roster, state);
    let plain = format!("{adjective} {lemma}");
    let placed = format!("{plain} in ");
    let mut same = roster.drafts().filter(|(_, draft)| {
        let fitting = draft.name == plain || draft.name.starts_with(&placed);
        fitting && draft.nouns.contains(lemma)
    });
    let (only, another) = (same.next(), same.next());
    only.map(|(only, _)| only).filter(|_| another.is_none())
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn every_embassy_is_a_body_of_its_own() {
        let text = "The Norwegian embassy in Chad closed. The Norwegian embassy in Kenya did not. The embassy said so.";
        check(
            text,
            &[
                "The Norwegian embassy > Norwegian embassy in Chad [agency, Norway]",
                "The Norwegian embassy > Norwegian embassy in Kenya",
                "The embassy > Norwegian embassy in Kenya",
            ],
        );
        let text =
            "Bombs hit the Norwegian embassy in Chad. Two guards of the Norwegian embassy died.";
        check(text, &["the Norwegian embassy > Norwegian embassy in Chad"]);
        let text = "Guards shot at the Norwegian embassy in Chad. The Norwegian Embassy closed.";
        check(text, &["Norwegian Embassy > Norwegian embassy in Chad"]);
        // Not the embassy of Chad.
        check(
            "Norway called back families from the embassy at N'Djamena.",
            &["Norway > Norway"],
        );
    }
}
