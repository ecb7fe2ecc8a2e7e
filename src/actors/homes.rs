//! The country of officials of whom nobody says it: "Foreign Minister Ana Weiss".

use super::ActorKind;
use super::draft::Draft;
use super::known::KnownIndex;
use super::roster::{DraftIndex, Roster};

/// Settles the countries of named officials whose own words tell none: by a title that one state alone gives,
/// by a surname whose bearers have held the office in one state alone, by the state that the document is about.
pub(super) fn settle(roster: &mut Roster<'_>) {
    let open = |draft: &Draft| {
        let official = draft.kind == ActorKind::Official && draft.known.is_none();
        official && draft.country.is_none() && !draft.names.is_empty()
    };
    let officials: Vec<DraftIndex> = roster
        .drafts()
        .filter(|(_, draft)| open(draft))
        .map(|(index, _)| index)
        .collect();
    for official in officials {
        let draft = roster.draft(official);
        let state = by_title(roster, draft)
            .or_else(|| by_surname(roster, draft))
            .or_else(|| by_subject(roster, draft));
        roster.draft_mut(official).country = state;
    }
}

/// "Secretary of State Ana Weiss" serves the United States, where the text names them at all.
fn by_title(roster: &Roster<'_>, draft: &Draft) -> Option<KnownIndex> {
    let gazetteer = roster.gazetteer;
    let mut told = draft
        .nouns
        .iter()
        .filter_map(|noun| gazetteer.nouns.state_of_title(noun));
    let state = told.find_map(|state| gazetteer.states.get(state).copied())?;
    roster.has_known(state).then_some(state)
}

/// "President Weiss": the presidents of that name were all of one state.
fn by_surname(roster: &Roster<'_>, draft: &Draft) -> Option<KnownIndex> {
    if draft.name.contains(' ') {
        return None;
    }
    let held = roster.gazetteer.held_by(&draft.name);
    let mut states = held
        .filter(|(office, _)| draft.nouns.contains(*office))
        .map(|(_, state)| state);
    let first = states.next()?;
    states.all(|state| state == first).then_some(first)
}

/// An official of a text about one state is that state's, unless the title is one of no state.
fn by_subject(roster: &Roster<'_>, draft: &Draft) -> Option<KnownIndex> {
    let nouns = &roster.gazetteer.nouns;
    let stateless = draft.nouns.iter().any(|noun| nouns.is_stateless(noun));
    roster.subject.filter(|_| !stateless)
}
