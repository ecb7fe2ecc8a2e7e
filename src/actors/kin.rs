//! Kin named by a given name alone: "her son Ole" is a new person, of her family.

use super::names::NameSpan;
use super::roster::{DraftIndex, Roster};
use super::spelling;
use super::tree::Tree;
use super::{MentionForm, owners};

/// Returns the noun for kin that a lone given name stands beside: "his son *Ole*", "Weiss's wife, *Ada*".
pub(super) fn noun(roster: &Roster<'_>, tree: &Tree<'_>, name: NameSpan) -> Option<u32> {
    let mut noun = name.first.checked_sub(1)?;
    if name.first < name.last {
        return None;
    }
    if tree.word(noun) == "," {
        noun = noun.checked_sub(1)?;
    }
    roster.gazetteer.nouns.kin(&tree.lemma(noun))?;
    let single = !tree.token(noun).xpos.ends_with('S');
    (single && tree.child(noun, &["nmod:poss"]).is_some()).then_some(noun)
}

/// Gives those named by a given name alone the name of the family, once it is known whose kin they are.
pub(super) fn settle(roster: &mut Roster<'_>, trees: &[Tree<'_>]) {
    let said: Vec<(u32, u32, DraftIndex)> = roster
        .mentions()
        .filter(|m| m.form == MentionForm::Description)
        .map(|m| (m.sentence, m.head, roster.current(DraftIndex(m.actor.0))))
        .filter(|(_, _, draft)| {
            let draft = roster.draft(*draft);
            let given = draft.names.iter().all(|name| name.len() == 1);
            draft.is_person() && draft.known.is_none() && given && !draft.names.is_empty()
        })
        .collect();
    for (sentence, head, draft) in said {
        let tree = &trees[sentence as usize];
        if roster.gazetteer.nouns.kin(&tree.lemma(head)) != Some(true) {
            continue;
        }
        let owner = owners::owner(roster, tree, sentence, head).filter(|owner| *owner != draft);
        let Some(owner) = owner.map(|owner| roster.draft(owner)) else {
            continue;
        };
        // "King Tavi II", "the president of Zedland": neither a number nor an office is a family.
        let surname = |last: &str| {
            let mut letters = last.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
        };
        let named = owner.is_person() && !owner.names.is_empty();
        let family = owner.name.rsplit_once(' ').map(|(_, last)| last);
        let Some(family) = family.filter(|last| named && surname(last)) else {
            continue;
        };
        let full = format!("{} {family}", roster.draft(draft).name);
        let folded = spelling::folded(&full);
        if roster
            .drafts()
            .any(|(_, other)| other.names.contains(&folded))
        {
            continue;
        }
        let entry = roster.draft_mut(draft);
        // Two nouns for kin may stand beside one name.
        if !entry.name.contains(' ') {
            entry.name = full;
            entry.names.push(folded);
        }
    }
}
