//! Listed bodies that a text cannot mean: another "Workers' Party", another ANC.

use super::ActorKind;
use super::known::{KnownIndex, Sense};
use super::roster::{DraftIndex, Roster};
use super::spelling;
use std::collections::BTreeSet;

/// Takes bodies for strangers that the text calls by a short name alone while it never speaks of their state.
pub(super) fn settle(roster: &mut Roster<'_>) {
    let Some(subject) = roster.home.or(roster.subject).or(roster.scene) else {
        return;
    };
    let named: BTreeSet<_> = roster
        .drafts()
        .filter(|(_, draft)| draft.kind != ActorKind::Organization)
        .filter_map(|(_, draft)| draft.country)
        .collect();
    let strange: Vec<(DraftIndex, String)> = roster
        .drafts()
        .filter_map(|(index, draft)| {
            let listed = roster.gazetteer.known(draft.known?);
            let state = draft.country?;
            let full = spelling::folded(&listed.name);
            let party = draft.kind == ActorKind::Organization;
            let short = draft
                .names
                .iter()
                .all(|name| name.len() > 1 && *name != full);
            let strange = party && short && state != subject && !named.contains(&state);
            let name = draft.aliases.iter().find(|alias| {
                draft.names.contains(&spelling::folded(alias))
                    && alias.starts_with(char::is_uppercase)
            });
            Some((index, name?.clone())).filter(|_| strange)
        })
        .collect();
    for (draft, name) in strange {
        roster.unlist(draft, &name);
    }
}

/// "Brussels objected", where nobody speaks of Belgium: the union that sits there.
pub(super) fn seats(roster: &mut Roster<'_>) {
    let found: Vec<(DraftIndex, KnownIndex)> = roster
        .drafts()
        .filter(|(_, draft)| draft.kind == ActorKind::Country)
        .filter_map(|(index, draft)| {
            let forms = roster.gazetteer.forms_at(draft.aliases.first()?);
            let capital = |name: &Vec<String>| {
                forms
                    .iter()
                    .find(|form| form.sense == Sense::Seat && spelling::folded(&form.text) == *name)
            };
            let union = capital(draft.names.first()?)?.known;
            let only = draft.names.iter().all(|name| capital(name).is_some());
            only.then_some((index, union))
        })
        .collect();
    for (state, union) in found {
        let union = roster.known(union);
        let country = roster.draft(union).country;
        roster.merge(state, union);
        roster.draft_mut(union).country = country;
    }
}

/// "the National Front for Reform (NFR)": the letters are this body's, whatever NFR the list knows.
pub(super) fn glossed(roster: &mut Roster<'_>, draft: DraftIndex, gloss: &str) {
    let folded = spelling::folded(gloss);
    let body = roster.draft(draft);
    // In another language they stand in another order.
    let sorted = |letters: &mut Vec<char>| letters.sort_unstable();
    let mut letters: Vec<char> = gloss.chars().collect();
    let firsts = body
        .name
        .split([' ', '-'])
        .filter_map(|word| word.chars().next());
    let mut initials: Vec<char> = firsts.filter(|c| c.is_uppercase()).collect();
    sorted(&mut letters);
    sorted(&mut initials);
    if body.known.is_some() || letters != initials {
        return;
    }
    let words: BTreeSet<String> = spelling::folded(&body.name).into_iter().collect();
    let other = roster.drafts().find(|(_, other)| {
        let listed = other.known.map(|known| &roster.gazetteer.known(known).name);
        let Some(listed) = listed.filter(|_| other.names.iter().all(|name| *name == folded)) else {
            return false;
        };
        let same = spelling::folded(listed)
            .iter()
            .filter(|word| words.contains(*word))
            .count();
        other.names.contains(&folded) && 2 * same < words.len()
    });
    if let Some(other) = other.map(|(index, _)| index) {
        roster.unlist(other, gloss);
    }
}
