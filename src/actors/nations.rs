//! The country of a named body or official, where the words beside it tell.

use super::owners;
use super::roster::{DraftIndex, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, MentionForm};

/// Settles the countries of officials once all owners are known: "its spokeswoman, Ana Weiss".
pub(super) fn settle(roster: &mut Roster<'_>, trees: &[Tree<'_>]) {
    let offices: Vec<(u32, u32, DraftIndex)> = roster
        .mentions()
        .filter(|mention| mention.form == MentionForm::Description)
        .map(|mention| (mention.sentence, mention.head, DraftIndex(mention.actor.0)))
        .filter(|(_, _, draft)| {
            let draft = roster.draft(*draft);
            draft.is_person() && draft.known.is_none() && draft.country.is_none()
        })
        .collect();
    for (sentence, head, draft) in offices {
        let owner = owners::owner(roster, &trees[sentence as usize], sentence, head);
        // "The foundation … Its spokeswoman, Ana Weiss": nobody of a state.
        let private = owner.is_some_and(|owner| {
            let owner = roster.draft(owner);
            let kind = matches!(
                owner.kind,
                ActorKind::Company | ActorKind::Media | ActorKind::Organization
            );
            kind && !owner.name.to_lowercase().contains("party")
        });
        // "The harbour agency … Its director, Ana Weiss"
        let public = owner.is_some_and(|owner| {
            matches!(
                roster.draft(owner).kind,
                ActorKind::Agency | ActorKind::Intergovernmental
            )
        });
        let entry = roster.draft_mut(draft);
        if private && entry.nouns.len() == 1 {
            entry.kind = ActorKind::Person;
        }
        if public && entry.nouns.iter().any(|noun| noun.ends_with("director")) {
            entry.kind = ActorKind::Official;
        }
        let state = owner.and_then(|owner| owners::state(roster, owner));
        let entry = roster.draft_mut(draft);
        if entry.kind == ActorKind::Official {
            entry.country = entry.country.or(state);
        }
    }
}

/// "Zedlandic Harbour Office": the nation that a name begins with is its country.
pub(super) fn read_nation(roster: &mut Roster<'_>, sentence: u32, words: Words, draft: DraftIndex) {
    let inner = (words.first..words.last).filter_map(|i| roster.mention_at(sentence, i));
    let trailing = roster
        .mention_at(sentence, words.last)
        .filter(|m| m.last == words.last && m.first > words.first);
    let mut leading = inner
        .filter(|m| m.first == words.first && m.head != words.head)
        .chain(trailing);
    let Some(nation) = leading.next().map(|m| roster.draft(DraftIndex(m.actor.0))) else {
        return;
    };
    let state = nation.country.filter(|_| nation.kind == ActorKind::Country);
    let entry = roster.draft_mut(draft);
    if entry.known.is_none() {
        entry.country = entry.country.or(state);
    }
}
