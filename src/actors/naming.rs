//! Names to actors: enters every name of a document.

use super::draft::Draft;
use super::known::{Form, KnownIndex, Sense};
use super::names::{Found, NameSpan};
use super::roster::{Roster, Words};
use super::spelling::{self, Fit};
use super::surnames::{enter_person, fitting_person};
use super::towns::{enter_part, is_destination, is_local, is_location, settle};
use super::tree::Tree;
use super::unlisted::enter_unknown;
use super::{ActorKind, MentionForm, glosses, parties};
use crate::syntax::{NameKind, Upos};
use jiff::civil::Date;

/// A name with the sentence it stands in.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) sentence: usize,
    pub(super) name: NameSpan,
}

/// Enters every name of a document, the longer names of persons and bodies first, so that a
/// surname in a headline finds the full name below it.
pub(super) fn enter(
    roster: &mut Roster<'_>,
    trees: &[Tree<'_>],
    names: &[Vec<NameSpan>],
    day: Option<Date>,
) {
    let mut places: Vec<Place> = Vec::new();
    for (sentence, spans) in names.iter().enumerate() {
        places.extend(spans.iter().map(|name| Place {
            sentence,
            name: *name,
        }));
    }
    let things = glosses::of_things(roster.gazetteer, trees);
    places.retain(|place| {
        let (first, last) = (place.name.first, place.name.last);
        !things.contains(trees[place.sentence].text_of(first, last))
    });
    settle(&roster.gazetteer.nouns, trees, &mut places);
    let person = |p: &&Place| match p.name.found {
        Found::Known(known, _) => roster.gazetteer.known(known).is_person(),
        Found::Unknown(kind) => kind == NameKind::Person,
    };
    let (people, others): (Vec<&Place>, Vec<&Place>) = places.iter().partition(person);
    let length = |p: &Place| p.name.last - p.name.first;
    let (full, short): (Vec<&Place>, Vec<&Place>) = people.into_iter().partition(|p| length(p) > 0);
    let mut full = full;
    full.sort_by_key(|p| std::cmp::Reverse(length(p)));
    for place in full {
        enter_person(roster, trees, *place, day);
    }
    for place in others {
        // The model may take a lone surname for a body or a place.
        let text = trees[place.sentence].text_of(place.name.first, place.name.last);
        let unknown = matches!(place.name.found, Found::Unknown(_));
        let fit = fitting_person(roster, &spelling::folded(text));
        match unknown && fit.is_some_and(|(_, fit)| fit <= Fit::End) {
            true => enter_person(roster, trees, *place, day),
            false => enter_other(roster, trees, *place),
        }
    }
    for place in short {
        // What is a body elsewhere is no person here.
        let text = trees[place.sentence].text_of(place.name.first, place.name.last);
        let folded = spelling::folded(text);
        let unknown = matches!(place.name.found, Found::Unknown(_));
        let body = |draft: &Draft| {
            let kind = matches!(draft.kind, ActorKind::Country | ActorKind::Place);
            !draft.is_person() && !kind && draft.names.contains(&folded)
        };
        let named = unknown
            && fitting_person(roster, &folded).is_none()
            && roster.drafts().any(|(_, draft)| body(draft));
        match named {
            true => enter_unknown(
                roster,
                &trees[place.sentence],
                *place,
                NameKind::Organization,
            ),
            false => enter_person(roster, trees, *place, day),
        }
    }
}

pub(super) fn words(name: NameSpan) -> Words {
    Words {
        head: name.head,
        first: name.first,
        last: name.last,
    }
}

fn enter_other(roster: &mut Roster<'_>, trees: &[Tree<'_>], place: Place) {
    let tree = &trees[place.sentence];
    match place.name.found {
        Found::Known(known, sense) => enter_known(roster, tree, place, known, sense),
        Found::Unknown(kind) => enter_unknown(roster, tree, place, kind),
    }
}

fn enter_known(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    place: Place,
    known: KnownIndex,
    sense: Sense,
) {
    let name = place.name;
    let sentence = place.sentence as u32;
    let text = tree.text_of(name.first, name.last);
    let modifies = name.inner || modifies(tree, name.head);
    if sense == Sense::Short {
        // Resolved in the order of the text, once the state may have been named.
        return;
    }
    if parties::enter(roster, tree, sentence, name, known) {
        return;
    }
    let nouns = &roster.gazetteer.nouns;
    // "wrote *on Zedbook*": where, not who.
    let case = tree.case(name.head);
    let upon = case.is_some_and(|case| matches!(case.as_str(), "on" | "via"));
    if upon && tree.dep(name.head).starts_with("obl") && nouns.names_no_actor(text) {
        return;
    }
    let capital = sense == Sense::Capital
        && (is_location(nouns, tree, name.head)
            || is_local(nouns, tree, name)
            || is_destination(nouns, tree, name.head));
    if capital {
        let state = roster.gazetteer.known(known).country;
        let draft = roster.keyed(format!("place {text}"), || {
            let mut draft = Draft::new(ActorKind::Place, text);
            draft.country = state;
            draft
        });
        roster.draft_mut(draft).aliases.insert(text.to_string());
        roster.mention(
            tree,
            sentence,
            words(name),
            form(modifies),
            draft,
            "capital as a place",
        );
        return;
    }
    if enter_part(roster, tree, place, known, sense) {
        return;
    }
    // "a Zedlandic had fled": one of the people, not the state.
    let one = matches!(sense, Sense::Adjective | Sense::People)
        && tree.child(name.head, &["det"]).is_some_and(|det| {
            let word = tree.word(det).to_lowercase();
            matches!(word.as_str(), "a" | "an" | "another" | "every")
        });
    if !modifies && (sense == Sense::People || one) {
        enter_people(roster, tree, place, known, text);
        return;
    }
    let draft = roster.known(known);
    let with_article = article(tree, name.first).filter(|_| !modifies);
    let row_in_capitals = roster.gazetteer.known(known).is_from_dictionary();
    let last = tree.word(name.last);
    let noun = last.starts_with(char::is_lowercase) && name.first < name.last;
    let entry = roster.draft_mut(draft);
    entry.aliases.insert(text.to_string());
    entry.names.push(spelling::folded(text));
    // "the Zed refugee *agency*" is "the agency" further on.
    entry.nouns.extend(noun.then(|| last.to_owned()));
    // A dictionary in capitals does not know how its names are written.
    if row_in_capitals && spelling::folded(&entry.name) == spelling::folded(text) {
        entry.name = text.to_string();
    }
    if let Some(first) = with_article {
        let text = tree.text_of(first, name.last);
        entry.aliases.insert(text.to_string());
    }
    let reason = match sense {
        Sense::Capital => "capital for its government",
        Sense::Adjective => "national adjective",
        _ => "known name",
    };
    roster.mention(tree, sentence, words(name), form(modifies), draft, reason);
    enter_nation(roster, tree, sentence, name, text);
}

/// "the *Zedlandic* parliament": the state that the listed name of its body begins with.
fn enter_nation(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    name: NameSpan,
    text: &str,
) {
    let body = roster
        .at(sentence, name.head)
        .map(|draft| roster.draft(draft));
    let body = body.filter(|draft| matches!(draft.kind, ActorKind::Agency | ActorKind::Unit));
    let Some(state) = body.and_then(|draft| draft.country) else {
        return;
    };
    let begins = |form: &&Form| {
        let rest = text.strip_prefix(&*form.text);
        form.known == state && rest.is_some_and(|rest| rest.starts_with([' ', '\'', '’']))
    };
    let Some(form) = roster.gazetteer.forms_at(text).iter().find(begins) else {
        return;
    };
    let within = |i: &u32| tree.text_of(name.first, *i).len() <= form.text.len();
    let Some(last) = (name.first..name.head).take_while(within).last() else {
        return;
    };
    let words = Words {
        head: last,
        first: name.first,
        last,
    };
    let draft = roster.known(state);
    let modifier = MentionForm::Modifier;
    roster.mention(tree, sentence, words, modifier, draft, "nation in a name");
}

fn enter_people(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    place: Place,
    known: KnownIndex,
    text: &str,
) {
    let (first, last) = tree.phrase(place.name.head);
    let state = roster.gazetteer.known(known).country;
    let draft = roster.keyed(format!("people {}", known.0), || {
        let several = text.ends_with('s') || text.ends_with("ese") || text.ends_with('h');
        let name = match several {
            true => text.to_string(),
            false => super::plural::plural(text),
        };
        let mut draft = Draft::new(ActorKind::Group, &name);
        draft.country = state;
        draft.plural = true;
        draft
    });
    let entry = roster.draft_mut(draft);
    entry.aliases.insert(text.to_string());
    entry.aliases.insert(tree.text_of(first, last).to_string());
    let span = Words {
        head: place.name.head,
        first,
        last,
    };
    roster.mention(
        tree,
        place.sentence as u32,
        span,
        MentionForm::Name,
        draft,
        "people of a state",
    );
}

pub(super) fn form(modifies: bool) -> MentionForm {
    match modifies {
        true => MentionForm::Modifier,
        false => MentionForm::Name,
    }
}

/// Returns whether a name stands before another noun as adjective or compound.
pub(super) fn modifies(tree: &Tree<'_>, head: u32) -> bool {
    let hyphen = tree.joined(head + 1);
    match tree.dep(head) {
        "amod" | "compound" | "nmod:desc" | "nmod:unmarked" | "nmod:npmod" | "obl:npmod"
        | "advmod" | "nummod" => true,
        _ => hyphen && tree.token(head).upos != Upos::Punct,
    }
}

/// Returns the article before a word.
pub(super) fn article(tree: &Tree<'_>, first: u32) -> Option<u32> {
    let before = first.checked_sub(1)?;
    tree.word(before)
        .eq_ignore_ascii_case("the")
        .then_some(before)
}
