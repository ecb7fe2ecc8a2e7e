//! Persons' names: which of them name the same person.

use super::draft::{Draft, Gender};
use super::known::KnownIndex;
use super::names::Found;
use super::naming::{Place, words};
use super::roster::{DraftIndex, Roster};
use super::spelling::{self, Fit};
use super::tree::Tree;
use super::{ActorKind, MentionForm, kin};
use crate::syntax::NameKind;
use jiff::civil::Date;

pub(super) fn enter_person(
    roster: &mut Roster<'_>,
    trees: &[Tree<'_>],
    place: Place,
    day: Option<Date>,
) {
    let tree = &trees[place.sentence];
    let text = tree.text_of(place.name.first, place.name.last);
    let folded = spelling::folded(text);
    let before = place.name.first.checked_sub(1);
    let title = before.map(|word| tree.word(word).to_lowercase());
    let title = title.as_deref();
    let fitting = fitting_person(roster, &folded);
    let fitting = fitting.filter(|found| !is_another_royal(roster, &folded, title, *found));
    // "his son Ole": nobody whom all the world knows by that name.
    let kin = kin::noun(roster, tree, place.name).is_some();
    let fitting = fitting.filter(|(draft, _)| !kin || roster.draft(*draft).known.is_none());
    let found = match place.name.found {
        Found::Known(..) if kin => Found::Unknown(NameKind::Person),
        found => found,
    };
    let (draft, reason) = match (fitting, found) {
        (Some((draft, Fit::Same)), _) => (draft, "same name"),
        (_, Found::Known(known, _)) if place.name.last > place.name.first => {
            let draft = roster.known(known);
            (draft, "known name")
        }
        (Some((draft, Fit::End)), _) => (draft, "surname"),
        (Some((draft, _)), _) => (draft, "part of the name"),
        (None, Found::Known(known, _)) => {
            let known = holder_of_that_name(roster, known, text, title, day);
            (roster.known(known), "known name")
        }
        // "the Weiss family" is a group; nobody called Weiss takes part.
        (None, Found::Unknown(_)) if of_family(tree, place) => return,
        (None, Found::Unknown(_)) => {
            if roster.gazetteer.nouns.names_no_actor(text) {
                return;
            }
            let royal = title.filter(|title| folded.len() == 1 && is_royal(title));
            let name = royal
                .and(before)
                .map_or(text, |first| tree.text_of(first, place.name.last));
            (roster.add(Draft::new(ActorKind::Person, name)), "new name")
        }
    };
    let given = tree.word(place.name.first).to_lowercase();
    let gender = match folded.len() {
        0 | 1 => Gender::Unknown,
        _ => roster.gazetteer.nouns.gender(&given),
    };
    let entry = roster.draft_mut(draft);
    if entry.gender == Gender::Unknown {
        entry.gender = gender;
    }
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

/// Returns whether the bearers of a title go by their given names.
fn is_royal(title: &str) -> bool {
    matches!(
        title,
        "king" | "queen" | "prince" | "princess" | "pope" | "emperor" | "saint"
    )
}

/// "Ole Haakon … King Haakon": a given name after such a title is nobody's surname.
fn is_another_royal(
    roster: &Roster<'_>,
    folded: &[String],
    title: Option<&str>,
    (draft, fit): (DraftIndex, Fit),
) -> bool {
    let held = |title: &str| roster.draft(draft).nouns.contains(title);
    let royal = title.is_some_and(|title| is_royal(title) && !held(title));
    royal && folded.len() == 1 && fit == Fit::End
}

/// Returns whether a lone surname only tells which family is meant.
fn of_family(tree: &Tree<'_>, place: Place) -> bool {
    let name = place.name;
    let above = tree
        .head(name.head)
        .filter(|_| tree.dep(name.head) == "compound");
    let family = above
        .is_some_and(|above| matches!(tree.lemma(above).as_str(), "family" | "dynasty" | "clan"));
    name.first == name.last && family
}

/// Returns the person of the document whose name a name is or is a part of, the best fit first.
pub(super) fn fitting_person(roster: &Roster<'_>, folded: &[String]) -> Option<(DraftIndex, Fit)> {
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
    title: Option<&str>,
    day: Option<Date>,
) -> KnownIndex {
    let gazetteer = roster.gazetteer;
    let same = gazetteer
        .forms_at(text)
        .iter()
        .filter(|form| *form.text == *text);
    let persons: Vec<KnownIndex> = same.map(|form| form.known).collect();
    // "President Weiss" is the one of that name who was president then.
    let titled = |index: &KnownIndex| {
        let terms = gazetteer.known(*index).terms.iter();
        let title = title.unwrap_or("");
        let fits = |office: &str| !title.is_empty() && office.ends_with(title);
        terms
            .clone()
            .any(|term| fits(&term.office) && term.covers(day))
    };
    let in_office = |index: &KnownIndex| gazetteer.known(*index).in_office(day);
    let holder = persons.iter().find(|index| titled(index));
    let holder = holder.or_else(|| persons.iter().find(|index| in_office(index)));
    holder.copied().unwrap_or(known)
}
