//! Names in a sentence: the longest known form at each word, and what the syntax model found.

use super::ActorKind;
use super::called;
use super::draft::Gender;
use super::forms::known_forms;
use super::gazetteer::Gazetteer;
use super::known::{KnownIndex, Sense};
use super::money::is_money;
use super::parties;
use super::tree::Tree;
use super::trimmed::trimmed;
use crate::syntax::{Name, NameKind, Upos};
use std::collections::BTreeMap;

/// What a name was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A known actor.
    Known(KnownIndex, Sense),
    /// A name that only the model knows.
    Unknown(NameKind),
}

/// A name in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NameSpan {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) head: u32,
    pub(super) found: Found,
    /// Inside a longer name ("Russian" in "Russian Defence Ministry").
    pub(super) inner: bool,
}

/// Returns the names of a sentence in order; inner ones follow the name they are in.
pub(super) fn names(gazetteer: &Gazetteer, tree: &Tree<'_>) -> Vec<NameSpan> {
    let names = tree.sentence.names.iter();
    let mut model: Vec<Name> = names.filter_map(|n| trimmed(gazetteer, tree, *n)).collect();
    for name in &mut model {
        // "the Harbour Workers' *Union*": the model may stop before the apostrophe.
        let (mark, noun) = (name.last + 1, name.last + 2);
        let union = noun < tree.len()
            && matches!(tree.word(mark), "'" | "’")
            && tree.word(noun).starts_with(char::is_uppercase)
            && gazetteer.nouns.kind_of_word(tree.word(noun)) == Some(ActorKind::Organization);
        // "the Zedland People's *party*"
        let party = noun < tree.len()
            && matches!(tree.word(mark), "'s" | "’s" | "'" | "’")
            && name.first < name.last
            && gazetteer.nouns.names_a_party(tree.word(name.last))
            && gazetteer.nouns.kind_of_word(tree.word(noun)) == Some(ActorKind::Organization);
        if (union || party) && name.kind == NameKind::Organization {
            name.last = noun;
        }
    }
    // "(D-Nev.)": a seat cut short is nobody, least of all who is meant by "he".
    model.retain(|n| !parties::is_seat(gazetteer, tree, n.first));
    called::institutions(gazetteer, tree, &mut model);
    let mut spans: Vec<NameSpan> = Vec::new();
    let mut known = known_forms(gazetteer, tree, &model);
    model.retain(|n| !is_money(&gazetteer.nouns, tree, n.first, n.last));
    known.retain(|(first, last, _, _)| !is_money(&gazetteer.nouns, tree, *first, *last));
    let kind = |first: u32, last: u32| {
        let mut known = known.iter();
        let found = known.find(|(a, b, _, _)| (*a, *b) == (first, last));
        found.map(|(_, _, index, _)| gazetteer.known(*index).kind)
    };
    model.retain(|n| {
        !(n.first + 1..n.last).any(|joint| {
            let joined = match tree.word(joint) {
                "-" | "–" | "‑" => is_party,
                "and" | "&" => |kind| kind == ActorKind::Country,
                _ => return false,
            };
            kind(n.first, joint - 1).is_some_and(joined)
                && kind(joint + 1, n.last).is_some_and(joined)
        })
    });
    model.retain(|n| !is_event(gazetteer, tree, n));
    for (first, last, index, sense) in known {
        let found = Found::Known(index, sense);
        let overlapping = |n: &Name| n.first <= last && first <= n.last;
        let longer = |n: &Name| overlapping(n) && n.last - n.first > last - first;
        let Some(at) = model.iter().position(longer) else {
            model.retain(|n| !overlapping(n));
            spans.push(span(tree, first, last, found));
            continue;
        };
        let name = model[at];
        let inside = name.first <= first && last <= name.last;
        let place = gazetteer.known(index).kind == ActorKind::Place;
        match name.kind {
            NameKind::Nationality => {
                model.remove(at);
                spans.push(span(tree, first, last, found));
            }
            NameKind::Person if inside && gazetteer.known(index).is_person() => {
                model.remove(at);
                // "Zedburger Ana Weiss": what stands before a full name is no part of it; before "A. Weiss" it is.
                let full = first < last && !is_initial(tree.word(first));
                let start = if full { first } else { name.first };
                spans.push(span(tree, start, name.last, found));
            }
            // "Zedgrad region of Zedland"
            NameKind::Location | NameKind::Polity if inside && first == name.first && place => {
                model.remove(at);
                spans.push(span(tree, first, last, found));
            }
            // "*Georgia* Weiss": a given name that a state or town bears too.
            NameKind::Person
                if first == name.first
                    && last == first
                    && name.last == last + 1
                    && matches!(sense, Sense::Name | Sense::Capital)
                    && !gazetteer.nouns.is_title(tree.word(name.last))
                    && gazetteer.nouns.gender(&tree.word(first).to_lowercase())
                        != Gender::Unknown => {}
            // "the newspaper Zedburg Matin", taken for a person: nobody's first name is a capital.
            NameKind::Person if inside && first == name.first && sense == Sense::Capital => {
                model[at].kind = NameKind::Organization;
            }
            // "the Zedlandic spy agency", "Zedlandic Forces": a nation and common nouns are no name.
            NameKind::Organization
                if inside
                    && first == name.first
                    && gazetteer.known(index).kind == ActorKind::Country
                    && is_described(gazetteer, tree, last + 1, name.last) =>
            {
                model.remove(at);
                spans.push(span(tree, first, last, found));
            }
            // "Zedland's harbour police": nor are a possessor and common nouns.
            NameKind::Organization
                if inside
                    && first == name.first
                    && last + 1 < name.last
                    && matches!(tree.word(last + 1), "'s" | "’s")
                    && is_described(gazetteer, tree, last + 2, name.last) =>
            {
                model.remove(at);
                spans.push(span(tree, first, last, found));
            }
            // "Zedland's Harbour Journal": whose it is is no part of the name.
            NameKind::Organization
                if inside
                    && first == name.first
                    && last + 1 < name.last
                    && matches!(tree.word(last + 1), "'s" | "’s") =>
            {
                model[at].first = last + 2;
                spans.push(span(tree, first, last, found));
            }
            // "the Yelandic *Democratic* Union" is none of the party that goes by the adjective.
            NameKind::Organization
                if inside && first == last && parties::is_word(gazetteer, tree, first, index) => {}
            // "Zedlandic Ana Weiss": the nation is no part of the name.
            NameKind::Person if inside && first == name.first => {
                model[at].first = last + 1;
                spans.push(NameSpan {
                    inner: true,
                    ..span(tree, first, last, found)
                });
            }
            // What the model calls an event round a country keeps the country in sight only.
            NameKind::Event => spans.push(span(tree, first, last, found)),
            // "Ministry of *Foreign Affairs*" is no magazine.
            NameKind::Organization
                if inside
                    && first > name.first
                    && matches!(
                        gazetteer.known(index).kind,
                        ActorKind::Media | ActorKind::Company
                    ) => {}
            _ if inside => spans.push(NameSpan {
                inner: true,
                ..span(tree, first, last, found)
            }),
            // What only overlaps a longer name is an accident: "The National" Theatre.
            _ => {}
        }
    }
    for name in model {
        if !matches!(name.kind, NameKind::Event | NameKind::Nationality) {
            spans.push(span(tree, name.first, name.last, Found::Unknown(name.kind)));
        }
    }
    called::leading(gazetteer, tree, &mut spans);
    called::called(gazetteer, tree, &mut spans);
    called::after_noun(gazetteer, tree, &mut spans);
    spans.sort_by_key(|s| (s.first, s.inner, std::cmp::Reverse(s.last)));
    spans
}

/// "A.", "A": a letter that stands for a given name.
fn is_initial(word: &str) -> bool {
    word.trim_end_matches('.').chars().count() == 1
}

/// "Zedland and Yeland", "the Zedland-Yeland war", "the EU-Zedland summit": two that act for themselves are no body.
fn is_party(kind: ActorKind) -> bool {
    matches!(
        kind,
        ActorKind::Country
            | ActorKind::Intergovernmental
            | ActorKind::ArmedGroup
            | ActorKind::Agency
            | ActorKind::Organization
    )
}

/// "the *War in Zedland*", "*Attack on Zedburg*": what happens somewhere is no body, whatever its capitals.
fn is_event(gazetteer: &Gazetteer, tree: &Tree<'_>, name: &Name) -> bool {
    let place = |i: &u32| matches!(tree.word(*i), "in" | "on" | "against");
    let preposition = (name.first + 1..name.last).find(place);
    let event = preposition.is_some_and(|preposition| {
        let nouns = &gazetteer.nouns;
        let known = |i: u32| nouns.kind_of_word(tree.word(i)).is_some();
        nouns.is_no_actor(tree, preposition - 1) && !(name.first..preposition).any(known)
    });
    event && name.kind == NameKind::Organization
}

/// Returns whether the words after a nation describe a body of it instead of naming one.
fn is_described(gazetteer: &Gazetteer, tree: &Tree<'_>, first: u32, last: u32) -> bool {
    let common = |i: u32| {
        let word = tree.word(i);
        !word.starts_with(char::is_uppercase)
    };
    let forces = || gazetteer.nouns.body(tree, last) == Some("military") && last < first + 2;
    first <= last && ((first..=last).all(common) || forces())
}

pub(super) fn span(tree: &Tree<'_>, first: u32, last: u32, found: Found) -> NameSpan {
    let head = tree.head_of(first, last);
    NameSpan {
        first,
        last,
        head,
        found,
        inner: false,
    }
}

/// Finds the names of a document again where the model saw them once: a body or person named in
/// one sentence is looked for in all, and persons by their surname too.
pub(super) fn spread(gazetteer: &Gazetteer, trees: &[Tree<'_>], spans: &mut [Vec<NameSpan>]) {
    let mut seen: BTreeMap<&str, NameKind> = BTreeMap::new();
    for (tree, names) in trees.iter().zip(spans.iter()) {
        for name in names.iter().filter(|name| !name.inner) {
            let kind = match name.found {
                Found::Unknown(kind @ (NameKind::Person | NameKind::Organization)) => kind,
                Found::Known(known, _) if gazetteer.known(known).is_person() => NameKind::Person,
                _ => continue,
            };
            if kind == NameKind::Person {
                seen.insert(tree.word(name.last), kind);
            } else if name.first == name.last {
                seen.entry(tree.word(name.first)).or_insert(kind);
            }
        }
    }
    for (tree, names) in trees.iter().zip(spans.iter_mut()) {
        for i in 0..tree.len() {
            let word = tree.word(i);
            if word.len() < 3
                || tree.token(i).upos != Upos::Propn
                || !word.starts_with(char::is_uppercase)
            {
                continue;
            }
            if let Some(kind) = seen.get(word)
                && !names
                    .iter()
                    .any(|name| (name.first..=name.last).contains(&i))
            {
                names.push(span(tree, i, i, Found::Unknown(*kind)));
            }
        }
        names.sort_by_key(|s| (s.first, s.inner, std::cmp::Reverse(s.last)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn an_initial_before_a_surname_is_part_of_the_name() {
        let text = "President Vladimir V. Putin met Ana Weiss.";
        check(text, &["Vladimir V. Putin > Vladimir V. Putin"]);
    }
}
