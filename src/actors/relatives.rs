//! Relatives and lawyers of somebody: groups that a text calls in many ways.

use super::draft::Draft;
use super::phrase::{Article, Noun, described};
use super::related::called_after;
use super::roster::{DraftIndex, Resolved, Roster};
use super::tree::Tree;
use super::{ActorKind, MentionForm, owners};
use crate::syntax::Upos;

/// Whose relatives, and where: both may be left out.
type Whose = (Option<DraftIndex>, Option<String>);

/// "his relatives in Oslo … the boy's Oslo relatives … the family": one group, where nothing that the text says of it
/// differs.
pub(super) fn spoken_of(roster: &mut Roster<'_>, trees: &[Tree<'_>], noun: &Noun) -> Resolved {
    let tree = &trees[noun.sentence as usize];
    let own = whose(roster, tree, noun.sentence, noun.head)?;
    if own.0.is_none() && noun.article != Article::Definite {
        return None;
    }
    let mut groups: Vec<(DraftIndex, Vec<Whose>)> = Vec::new();
    for (mention, draft) in roster.lately(noun.sentence, noun.head) {
        let tree = &trees[mention.sentence as usize];
        let described = mention.form == MentionForm::Description;
        if !described || roster.draft(draft).kind != ActorKind::Group {
            continue;
        }
        if let Some(other) = whose(roster, tree, mention.sentence, mention.head) {
            match groups.iter_mut().find(|(group, _)| *group == draft) {
                Some((_, all)) => all.push(other),
                None => groups.push((draft, vec![other])),
            }
        }
    }
    // Whose "*his* relatives in Zedgrad" are, a pronoun tells worse than the place.
    let pronoun = tree
        .child(noun.head, &["nmod:poss"])
        .is_some_and(|word| tree.token(word).upos == Upos::Pron);
    let agree = |other: &Whose| {
        let by_place = pronoun && own.1.is_some() && own.1 == other.1;
        let owner = own.0.is_none() || other.0.is_none() || own.0 == other.0 || by_place;
        owner && (own.1.is_none() || other.1.is_none() || own.1 == other.1)
    };
    let (draft, _) = groups.iter().find(|(_, all)| all.iter().all(agree))?;
    let draft = *draft;
    let words = described(tree, noun, false);
    let aliases = own
        .0
        .map(|owner| called_after(roster, owner, &words))
        .unwrap_or_default();
    let entry = roster.draft_mut(draft);
    entry.nouns.insert(tree.lemma(noun.head));
    entry.aliases.extend(aliases);
    Some((draft, "relatives spoken of before"))
}

/// Returns whose relatives a noun means, and where, unless it tells them apart by anything else: "two relatives",
/// "relatives of the dead", "distant relatives".
pub(super) fn whose(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    head: u32,
) -> Option<Whose> {
    let nouns = &roster.gazetteer.nouns;
    // "his relatives" and "his family", but neither "a relative" nor "the families"
    let several = tree.is_plural(head) != nouns.is_collective(tree, head);
    if !nouns.is_kin("relatives", &tree.lemma(head)) || !several {
        return None;
    }
    let human = |word: u32| {
        let draft = roster.around(sentence, word)?;
        roster.draft(draft).is_person().then_some(draft)
    };
    // "the relatives of 6-year-old refugee *Ana Weiss*"
    let person = |word: u32| {
        let beside = || human(tree.child(word, &["appos"])?);
        human(word).or_else(beside)
    };
    let place = |word: u32| {
        let draft = roster.draft(roster.around(sentence, word)?);
        let mention = roster.mention_at(sentence, word)?;
        let place = matches!(draft.kind, ActorKind::Place | ActorKind::Country);
        place.then(|| tree.text_of(mention.first, mention.last).to_lowercase())
    };
    let (mut owner, mut home) = (None, None);
    for &child in tree.children(head) {
        let case = tree.case(child);
        match tree.dep(child) {
            "nmod:poss" => owner = Some(person(child)?),
            "compound" | "amod" | "nmod:desc" => home = Some(place(child)?),
            "nummod" => return None,
            "nmod" => match case.as_deref() {
                Some("of") => owner = Some(person(child)?),
                Some("in") => home = Some(place(child)?),
                _ => {}
            },
            _ => {}
        }
    }
    Some((owner, home))
}

/// "lawyers for the boy's relatives", "the family's attorneys": a group that is nobody else's lawyers.
pub(super) fn counsel(roster: &mut Roster<'_>, tree: &Tree<'_>, noun: &Noun) -> Resolved {
    let lemma = tree.lemma(noun.head);
    let common = roster.gazetteer.nouns.common(&lemma).to_owned();
    if common != "lawyer" || !noun.plural {
        return None;
    }
    let words = described(tree, noun, false);
    let served = owners::served(roster, tree, noun.sentence, noun.head);
    let possessor = tree.child(noun.head, &["nmod:poss"]);
    let possessor = possessor.and_then(|word| roster.around(noun.sentence, word));
    let client = roster.current(served.or(possessor)?);
    let whom = roster.draft(client);
    let private = matches!(
        whom.kind,
        ActorKind::Official
            | ActorKind::Person
            | ActorKind::Group
            | ActorKind::ArmedGroup
            | ActorKind::Organization
            | ActorKind::Company
    );
    // "US *government* lawyers for him" are told by more than whom they serve.
    if !private || words.contains(' ') {
        return None;
    }
    let (name, country) = (format!("{words} for {}", whom.name), whom.country);
    let draft = roster.keyed(format!("counsel {}", client.0), || {
        let mut draft = Draft::new(ActorKind::Group, &name);
        draft.country = country;
        draft.plural = true;
        draft
    });
    let following = tree.children(noun.head).iter().copied().find(|child| {
        let of = tree.case(*child).is_some_and(|case| case == "for");
        tree.dep(*child) == "nmod" && of
    });
    let whole = following.map(|last| {
        let first = noun.words.first;
        tree.text_of(first, tree.phrase(last).1).to_string()
    });
    let others: Vec<String> = roster.draft(client).aliases.iter().cloned().collect();
    let entry = roster.draft_mut(draft);
    entry.nouns.extend([lemma, common]);
    entry.aliases.extend(whole);
    let others = others.iter().map(|client| format!("{words} for {client}"));
    entry.aliases.extend(others);
    entry.aliases.insert(name);
    Some((draft, "lawyers of somebody"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn relatives_are_one_group_however_they_are_called() {
        let text = "Lina Okoro, 8, was freed. Her relatives in Oslo left. The girl's Oslo relatives refused. The family went home. Her relatives in Chad stayed.";
        check(
            text,
            &[
                "Her relatives > Lina Okoro's relatives [group, none]",
                "The girl's Oslo relatives > Lina Okoro's relatives",
                "The family > Lina Okoro's relatives",
            ],
        );
        let text = "The Oslo relatives of 6-year-old refugee Lina Okoro left. Jens Berg met his Oslo relatives.";
        check(text, &["his Oslo relatives > Lina Okoro's Oslo relatives"]);
    }

    #[test]
    fn lawyers_for_somebody_are_nobody_elses() {
        let text = "Lawyers for Lina Okoro sued the ministry. Norwegian government lawyers left.";
        check(
            text,
            &[
                "Lawyers > lawyers for Lina Okoro [group, none]",
                "Norwegian government lawyers > Norwegian government lawyers",
            ],
        );
    }
}
