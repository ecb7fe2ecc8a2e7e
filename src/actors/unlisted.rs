//! Names of bodies and places that no list holds: what they are, and which are the same.

use super::ActorKind;
use super::draft::Draft;
use super::names::NameSpan;
use super::naming::{Place, article, form, modifies, words};
use super::roster::{DraftIndex, Roster};
use super::spelling::{self, Fit};
use super::tree::Tree;
use crate::syntax::NameKind;

pub(super) fn enter_unknown(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    place: Place,
    found: NameKind,
) {
    let name = place.name;
    let text = tree.text_of(name.first, name.last);
    let nouns = &roster.gazetteer.nouns;
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let direction = name.first == name.last && nouns.is_place(tree, name.head);
    if nouns.names_no_actor(text) || direction {
        return;
    }
    let told = kind_in_name(roster, tree, name);
    if told.is_none() && nouns.is_no_actor(tree, name.last) {
        return;
    }
    let kind = match (found, told) {
        // "Priests for Reform" is no group of priests.
        (NameKind::Organization, Some(ActorKind::Group)) => ActorKind::Organization,
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
            // "Family Circle" is no family: only what tells the kind may take the name up.
            let telling = |word: &String| nouns.kind_of_word(word) == Some(kind);
            let words = (name.first..=name.last).map(|i| tree.word(i).to_lowercase());
            draft.nouns.extend(words.filter(telling));
            let last = tree.word(name.last).to_lowercase();
            draft
                .nouns
                .extend((kind != ActorKind::Place).then_some(last));
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
    // "the Zedland *Police* Service"
    let before = (name.first..end).next_back();
    let agency = before.and_then(|i| nouns.kind_of_word(tree.word(i)));
    let told = told.or(agency.filter(|kind| *kind == ActorKind::Agency));
    // "Zedburg hospital" is no town.
    let common = tree.word(end).starts_with(char::is_lowercase);
    let told = told.or_else(|| nouns.institution(tree, end).filter(|_| common));
    let place = nouns.is_place(tree, end);
    let news = tree.word(end).to_lowercase().ends_with("news");
    let called = nouns.kind_of_name(tree.word(name.last));
    let called = called.filter(|_| name.first < name.last);
    // "the Harbour Courier" is no messenger.
    called
        .or(told)
        .or_else(|| place.then_some(ActorKind::Place))
        .or_else(|| news.then_some(ActorKind::Media))
}

/// Returns the body of the document that goes by this name, a part of it or its initials.
fn fitting_body(roster: &Roster<'_>, text: &str, kind: ActorKind) -> Option<DraftIndex> {
    let folded = spelling::folded(text);
    // "the Reform party" is "Reform"; the "Church of Zedism" is "Zedism".
    let last = text.rsplit(' ').next().unwrap_or("");
    let common = last.starts_with(char::is_lowercase)
        && roster.gazetteer.nouns.kind_of_word(last) == Some(kind);
    let of = text.starts_with("Church of ");
    let mut best: Option<(DraftIndex, Fit)> = None;
    for (index, draft) in roster.drafts().filter(|(_, draft)| !draft.is_person()) {
        let place = |kind| matches!(kind, ActorKind::Place | ActorKind::Country);
        if draft.plural && draft.kind == ActorKind::Group {
            continue;
        }
        for name in &draft.names {
            let bare = common && folded.starts_with(name) && folded.len() == name.len() + 1;
            let church = of && folded.ends_with(name) && folded.len() == name.len() + 2;
            let fit = if *name == folded || bare || church {
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
