//! Names to actors: enters every name of a document.

use super::draft::Draft;
use super::known::{Form, KnownIndex, Sense};
use super::names::{Found, NameSpan};
use super::nouns::Nouns;
use super::roster::{Roster, Words};
use super::spelling::{self, Fit};
use super::surnames::{enter_person, fitting_person};
use super::tree::Tree;
use super::unlisted::enter_unknown;
use super::{ActorKind, MentionForm};
use crate::syntax::{NameKind, Upos};
use jiff::civil::Date;
use std::collections::BTreeSet;

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

/// Takes what the model sees as a person for a place where the phrase says so ("the town of *Zedburg*",
/// "in *Zedburg*") and the document has no person of that name ("trust in *Ada Moss*").
fn settle(nouns: &Nouns, trees: &[Tree<'_>], places: &mut [Place]) {
    let person = |p: &Place| p.name.found == Found::Unknown(NameKind::Person);
    let words = |p: &Place| {
        trees[p.sentence]
            .text_of(p.name.first, p.name.last)
            .split_whitespace()
    };
    let (located, others): (Vec<usize>, Vec<usize>) = (0..places.len())
        .filter(|&i| person(&places[i]))
        .partition(|&i| stands_for_place(nouns, &trees[places[i].sentence], places[i].name));
    let people: BTreeSet<&str> = others.iter().flat_map(|&i| words(&places[i])).collect();
    let alone = |i: &usize| words(&places[*i]).all(|word| !people.contains(word));
    let settled: Vec<usize> = located.into_iter().filter(alone).collect();
    for i in settled {
        places[i].name.found = Found::Unknown(NameKind::Location);
    }
}

fn stands_for_place(nouns: &Nouns, tree: &Tree<'_>, name: NameSpan) -> bool {
    let case = tree.case(name.head);
    let above = tree.head(name.head);
    match case.as_deref() {
        Some("of") => above.is_some_and(|above| nouns.is_place(tree, above)),
        Some("in" | "near" | "outside" | "inside") => {
            let titled = name.first > 0 && nouns.is_title(tree.word(name.first - 1));
            !titled && name.last - name.first < 2
        }
        _ => false,
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

/// "Zedgrad-based", "the Zedgrad mayor", "Zedgrad province": returns whether a capital is meant as a town.
fn is_local(nouns: &Nouns, tree: &Tree<'_>, name: NameSpan) -> bool {
    let joint = name.last + 1;
    if tree.joined(joint) {
        let word = tree.word(joint + 1).to_lowercase();
        return matches!(word.as_str(), "based" | "born" | "area" | "region");
    }
    if !matches!(tree.dep(name.head), "compound" | "nmod:poss") {
        return false;
    }
    // "the Zedgrad *firm*": a private body sits in a town.
    let private = |noun: u32| {
        let kind = nouns.kind(tree, noun);
        let body = matches!(kind, Some(ActorKind::Company | ActorKind::Organization));
        body && tree.dep(name.head) == "compound" && tree.token(noun).upos == Upos::Noun
    };
    tree.head(name.head).is_some_and(|above| {
        is_of_a_town(tree, above) || nouns.is_place(tree, above) || private(above)
    })
}

/// Returns whether a noun is for what towns have and states do not.
fn is_of_a_town(tree: &Tree<'_>, noun: u32) -> bool {
    matches!(
        tree.lemma(noun).as_str(),
        "mayor" | "governor" | "resident" | "suburb" | "metro" | "subway"
    )
}

/// "flew *to Zedgrad*", "left *for Zedgrad*": where somebody goes.
fn is_destination(nouns: &Nouns, tree: &Tree<'_>, name: u32) -> bool {
    let goal = tree
        .case(name)
        .is_some_and(|case| matches!(case.as_str(), "to" | "for" | "via"));
    let verb = tree
        .head(name)
        .filter(|_| goal && tree.dep(name).starts_with("obl"));
    verb.is_some_and(|verb| nouns.is_motion(&tree.lemma(verb)))
}

/// Returns whether a name stands in a phrase of place: "in Zedgrad", "near Zedgrad".
fn is_location(nouns: &Nouns, tree: &Tree<'_>, head: u32) -> bool {
    const PLACE: [&str; 12] = [
        "in",
        "at",
        "near",
        "around",
        "outside",
        "inside",
        "into",
        "across",
        "over",
        "through",
        "throughout",
        "onto",
    ];
    let mut word = head;
    while matches!(tree.dep(word), "conj" | "appos") {
        let Some(above) = tree.head(word) else { break };
        if let Some(case) = tree.case(word) {
            return PLACE.contains(&case.as_str());
        }
        word = above;
    }
    let Some(case) = tree.case(word) else {
        return false;
    };
    // "south of Zedgrad", "the streets of Zedgrad"
    let above = tree.head(word);
    let part = case == "of"
        && above.is_some_and(|above| {
            nouns.is_place(tree, above)
                || tree.token(above).upos == Upos::Adv
                || is_of_a_town(tree, above)
        });
    part || PLACE.contains(&case.as_str())
}
