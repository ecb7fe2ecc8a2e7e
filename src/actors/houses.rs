//! The house of parliament in which somebody sits, as a title tells it: "Sen. Ana Weiss" is of the Senate.

use super::known::KnownIndex;
use super::roster::{DraftIndex, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, Mention, MentionForm, owners};

/// Enters the title before the name of a member as the house of the state that the text has the member serve.
///
/// Many states have senators, so nothing is entered for one of whose state nothing is known.
pub(super) fn enter(roster: &mut Roster<'_>, trees: &[Tree<'_>]) {
    let named = |mention: &&Mention| mention.form == MentionForm::Name;
    let names: Vec<Mention> = roster.mentions().filter(named).copied().collect();
    for mention in names {
        let tree = &trees[mention.sentence as usize];
        let Some((title, house)) = told(roster, tree, &mention) else {
            continue;
        };
        let house = roster.known(house);
        let words = Words {
            head: title,
            first: title,
            last: title,
        };
        let form = MentionForm::Modifier;
        let sentence = mention.sentence;
        roster.mention(tree, sentence, words, form, house, Mention::HOUSE);
    }
}

/// Returns the title right before a name, and the house of its bearer.
fn told(roster: &Roster<'_>, tree: &Tree<'_>, mention: &Mention) -> Option<(u32, KnownIndex)> {
    let draft = roster.draft(DraftIndex(mention.actor.0));
    let title = mention.first.checked_sub(1)?;
    let gazetteer = roster.gazetteer;
    let official = draft.kind == ActorKind::Official;
    let (phrase, _) = gazetteer.nouns.title(tree, title).filter(|_| official)?;
    let houses = gazetteer.nouns.houses_of_title(&phrase);
    if houses.is_empty() || roster.around(mention.sentence, title).is_some() {
        return None;
    }
    // "*state* Sen. Ana Weiss" sits elsewhere, "*former* Sen. Ana Weiss" no more.
    let before = title.checked_sub(1).map(|i| tree.word(i).to_lowercase());
    let other = before.is_some_and(|word| {
        let past = matches!(&*word, "former" | "ex" | "-" | "late" | "then");
        past || matches!(&*word, "state" | "provincial" | "special")
    });
    // "Rep. Ana Weiss *of Ohio*"
    let of = || {
        let of = owners::of(roster, tree, mention.sentence, mention.head)?;
        owners::state(roster, of)
    };
    let state = draft.country.or_else(of);
    let state = state.or_else(|| of_party(roster, mention));
    let mut houses = houses.iter().filter_map(|id| gazetteer.find(id));
    let house = houses.find(|house| gazetteer.known(*house).country == state)?;
    (!other && state.is_some()).then_some((title, house))
}

/// "Senator Ana Weiss, a *Republican*": the state of the party that stands with a name.
fn of_party(roster: &Roster<'_>, mention: &Mention) -> Option<KnownIndex> {
    let near = mention.first.saturating_sub(2)..=mention.last + 3;
    let party = near.into_iter().find_map(|word| {
        let party = roster.mention_at(mention.sentence, word)?;
        (party.form == MentionForm::Party).then_some(DraftIndex(party.actor.0))
    });
    party.and_then(|party| roster.draft(party).country)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn a_member_of_a_house_names_it_by_the_title() {
        check(
            "Sen. Ana Weiss (D-Ohio) left. Rep. Jon Roe of Texas stayed.",
            &["Sen. > US Senate", "Rep. > US House of Representatives"],
        );
        check(
            "Senator Ana Weiss, a Republican, left.",
            &["Senator > US Senate"],
        );
        check(
            "Nigerian Senator Jon Roe left.",
            &["Senator > Nigerian Senate"],
        );
        check_not("Senator Jon Roe left.", &["Senator"]);
        check_not("Ohio state Sen. Ana Weiss left.", &["Sen."]);
        check_not("Former Sen. Ana Weiss (D-Ohio) left.", &["Sen."]);
    }
}
