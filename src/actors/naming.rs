//! Names to actors: which names of a document are names of the same actor.

use super::gazetteer::{KnownIndex, Sense};
use super::names::{Found, NameSpan};
use super::nouns::Nouns;
use super::roster::{Draft, DraftIndex, Roster, Words};
use super::spelling::{self, Fit};
use super::tree::Tree;
use super::{ActorKind, MentionForm};
use crate::syntax::{NameKind, Upos};
use jiff::civil::Date;

/// A name with the sentence it stands in.
#[derive(Clone, Copy)]
struct Place {
    sentence: usize,
    name: NameSpan,
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
    let person = |p: &&Place| match p.name.found {
        Found::Known(known, _) => roster.gazetteer.known(known).term.is_some(),
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
        enter_person(roster, trees, *place, day);
    }
}

fn words(name: NameSpan) -> Words {
    Words {
        head: name.head,
        first: name.first,
        last: name.last,
    }
}

fn enter_person(roster: &mut Roster<'_>, trees: &[Tree<'_>], place: Place, day: Option<Date>) {
    let tree = &trees[place.sentence];
    let text = tree.text_of(place.name.first, place.name.last);
    let folded = spelling::folded(text);
    let (draft, reason) = match (fitting_person(roster, &folded), place.name.found) {
        (Some((draft, Fit::Same)), _) => (draft, "same name"),
        (_, Found::Known(known, _)) if place.name.last > place.name.first => {
            let draft = roster.known(known);
            (draft, "known name")
        }
        (Some((draft, Fit::End)), _) => (draft, "surname"),
        (Some((draft, _)), _) => (draft, "part of the name"),
        (None, Found::Known(known, _)) => {
            let known = holder_of_that_name(roster, known, text, day);
            (roster.known(known), "known name")
        }
        (None, Found::Unknown(_)) => {
            let draft = Draft::new(ActorKind::Person, text);
            (roster.add(draft), "new name")
        }
    };
    let entry = roster.draft_mut(draft);
    entry.aliases.insert(text.to_string());
    if !entry.names.contains(&folded) {
        // A known person goes by the fullest name in the text, not by the table's.
        let fuller = entry.names.iter().all(|name| name.len() < folded.len());
        if fuller && folded.len() > 1 {
            entry.name = text.to_string();
        }
        entry.names.push(folded);
    }
    roster.mention(
        tree,
        place.sentence as u32,
        words(place.name),
        MentionForm::Name,
        draft,
        reason,
    );
}

/// Returns the person of the document whose name a name is or is a part of, the best fit first.
fn fitting_person(roster: &Roster<'_>, folded: &[String]) -> Option<(DraftIndex, Fit)> {
    let mut best: Option<(DraftIndex, Fit)> = None;
    for (index, draft) in roster.drafts().filter(|(_, draft)| draft.is_person()) {
        for name in &draft.names {
            let fit = spelling::fit(folded, name).or_else(|| same_person(folded, name));
            if let Some(fit) = fit
                && best.is_none_or(|(_, old)| fit < old)
            {
                best = Some((index, fit));
            }
        }
    }
    best
}

/// Returns whether two names share first name and surname and differ between: "Ana Weiss" and "Ana B. Weiss".
fn same_person(one: &[String], other: &[String]) -> Option<Fit> {
    let ends = one.len() >= 2 && one.first() == other.first() && one.last() == other.last();
    (ends && one.len() != other.len()).then_some(Fit::Same)
}

/// Returns the holder of office on the day, where several known persons share the name.
fn holder_of_that_name(
    roster: &Roster<'_>,
    known: KnownIndex,
    text: &str,
    day: Option<Date>,
) -> KnownIndex {
    let gazetteer = roster.gazetteer;
    let same = gazetteer
        .forms_at(text)
        .iter()
        .filter(|form| *form.text == *text);
    let in_office = |index: &KnownIndex| {
        gazetteer
            .known(*index)
            .term
            .as_ref()
            .is_some_and(|term| term.covers(day))
    };
    same.map(|form| form.known).find(in_office).unwrap_or(known)
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
    let capital = sense == Sense::Capital && is_location(&roster.gazetteer.nouns, tree, name.head);
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
    let indefinite = tree.token(name.head).xpos.ends_with('S') || sense == Sense::People;
    if !modifies && indefinite && matches!(sense, Sense::People) {
        enter_people(roster, tree, place, known, text);
        return;
    }
    let draft = roster.known(known);
    let with_article = article(tree, name.first).filter(|_| !modifies);
    let entry = roster.draft_mut(draft);
    entry.aliases.insert(text.to_string());
    entry.names.push(spelling::folded(text));
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
        let mut draft = Draft::new(ActorKind::Group, text);
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

fn form(modifies: bool) -> MentionForm {
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
fn article(tree: &Tree<'_>, first: u32) -> Option<u32> {
    let before = first.checked_sub(1)?;
    tree.word(before)
        .eq_ignore_ascii_case("the")
        .then_some(before)
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
            nouns.is_place(tree, above) || tree.token(above).upos == Upos::Adv
        });
    part || PLACE.contains(&case.as_str())
}

fn enter_unknown(roster: &mut Roster<'_>, tree: &Tree<'_>, place: Place, found: NameKind) {
    let name = place.name;
    let text = tree.text_of(name.first, name.last);
    let nouns = &roster.gazetteer.nouns;
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    // "Crown" in "Crown Prince" names nobody.
    let next = (name.last + 1 < tree.len())
        .then(|| nouns.title(tree, name.last + 1))
        .flatten();
    let in_title =
        |(phrase, _): &(String, _)| phrase.starts_with(&format!("{} ", text.to_lowercase()));
    if next.as_ref().is_some_and(in_title) {
        return;
    }
    // "the Harbour Act (HBA)" glosses a law.
    let glossed = name
        .first
        .checked_sub(2)
        .filter(|_| tree.word(name.first - 1) == "(");
    if glossed.is_some_and(|noun| nouns.is_no_actor(tree, noun)) {
        return;
    }
    let direction = name.first == name.last && nouns.is_place(tree, name.head);
    if nouns.names_no_actor(text) || direction {
        return;
    }
    let told = kind_in_name(roster, tree, name);
    if told.is_none() && nouns.is_no_actor(tree, name.last) {
        return;
    }
    let kind = match (found, told) {
        (_, Some(kind)) => kind,
        (NameKind::Organization, None) => ActorKind::Organization,
        (NameKind::Polity | NameKind::Location | NameKind::Facility, None) => ActorKind::Place,
        _ => return,
    };
    let draft = match fitting_body(roster, text, kind) {
        Some(draft) => draft,
        None => {
            let mut draft = Draft::new(kind, text);
            draft.country = None;
            draft
                .nouns
                .extend((name.first..=name.last).map(|i| tree.word(i).to_lowercase()));
            roster.add(draft)
        }
    };
    let with_article = article(tree, name.first).filter(|_| !modifies(tree, name.head));
    let entry = roster.draft_mut(draft);
    entry.aliases.insert(text.to_string());
    if let Some(first) = with_article {
        let text = tree.text_of(first, name.last);
        entry.aliases.insert(text.to_string());
    }
    let folded = spelling::folded(text);
    if !entry.names.contains(&folded) {
        entry.names.push(folded);
    }
    let form = form(modifies(tree, name.head));
    roster.mention(
        tree,
        place.sentence as u32,
        words(name),
        form,
        draft,
        "same name",
    );
}

/// Returns the kind that the nouns of a name tell: its last noun, or the one before "of" or "for".
fn kind_in_name(roster: &Roster<'_>, tree: &Tree<'_>, name: NameSpan) -> Option<ActorKind> {
    let linking = |i: &u32| matches!(tree.word(*i), "of" | "for" | "on" | "in" | "against");
    let end = (name.first + 1..=name.last)
        .find(linking)
        .map_or(name.last, |of| of - 1);
    let nouns = &roster.gazetteer.nouns;
    let told = nouns
        .kind(tree, end)
        .or_else(|| nouns.kind_of_word(tree.word(end)));
    let place = nouns.is_place(tree, end);
    let news = tree.word(end).to_lowercase().ends_with("news");
    told.or_else(|| place.then_some(ActorKind::Place))
        .or_else(|| news.then_some(ActorKind::Media))
}

/// Returns the body of the document that goes by this name, a part of it or its initials.
fn fitting_body(roster: &Roster<'_>, text: &str, kind: ActorKind) -> Option<DraftIndex> {
    let folded = spelling::folded(text);
    let mut best: Option<(DraftIndex, Fit)> = None;
    for (index, draft) in roster.drafts().filter(|(_, draft)| !draft.is_person()) {
        let place = |kind| matches!(kind, ActorKind::Place | ActorKind::Country);
        if draft.plural && draft.kind == ActorKind::Group {
            continue;
        }
        for name in &draft.names {
            let fit = if *name == folded {
                Some(Fit::Same)
            } else if place(draft.kind) || place(kind) {
                None
            } else if spelling::initials(text, &draft.name) {
                Some(Fit::End)
            } else if folded.len() >= 2 || name.len() == folded.len() + 1 {
                spelling::fit(&folded, name).filter(|fit| *fit == Fit::Start)
            } else {
                None
            };
            if let Some(fit) = fit
                && best.is_none_or(|(_, old)| fit < old)
            {
                best = Some((index, fit));
            }
        }
    }
    best.map(|(index, _)| index)
}
