//! Families: whose father "his father" is, whose son "his son", and whom "the boy" means.

use super::draft::Gender;
use super::phrase::Noun;
use super::roster::{DraftIndex, Resolved, Roster};
use super::tree::Tree;
use super::{ActorKind, Mention, MentionForm, owners, spelling, titles};
use crate::syntax::Upos;
use std::collections::{BTreeMap, BTreeSet};

/// Up to this age people are called boys and girls.
const GROWN_UP: u32 = 17;

/// "Weiss's father, Karl Berg … *his father*": who was called by the same noun for kin as the same person's.
pub(super) fn called(
    roster: &Roster<'_>,
    trees: &[Tree<'_>],
    noun: &Noun,
    lemma: &str,
) -> Resolved {
    let owner = noun.owner.filter(|_| !noun.plural)?;
    // "his *second* wife" is not whoever was called his wife.
    let here = &trees[noun.sentence as usize];
    if !roster.gazetteer.nouns.is_kin("only", lemma) || !tells_age(here, noun.head) {
        return None;
    }
    let mut said = roster.lately(noun.sentence, noun.head);
    let same = |m: &Mention, draft: DraftIndex| {
        let tree = &trees[m.sentence as usize];
        draft != owner
            && roster.draft(draft).is_person()
            && tree.lemma(m.head) == lemma
            && tells_age(tree, m.head)
            && owners::owner(roster, tree, m.sentence, m.head) == Some(owner)
    };
    let (_, draft) = said.find(|(m, draft)| same(m, *draft))?;
    Some((draft, "same kin of the same person"))
}

/// "Ana Weiss, 6, … *The girl*": the only child of whom the text has spoken, or the last one.
pub(super) fn minor(roster: &Roster<'_>, trees: &[Tree<'_>], noun: &Noun, lemma: &str) -> Resolved {
    let tree = &trees[noun.sentence as usize];
    let single =
        !noun.plural && noun.owner.is_none() && roster.gazetteer.nouns.is_kin("minor", lemma);
    let the = tree.child(noun.head, &["det"]).filter(|_| single)?;
    let told = tree.child(noun.head, &["nmod", "acl:relcl", "appos"]);
    if told.is_some() || !matches!(&*tree.word(the).to_lowercase(), "the" | "this") {
        return None;
    }
    let gender = titles::gender(lemma);
    let mut before = roster.lately(noun.sentence, noun.head);
    let fitting = |m: &Mention, draft: DraftIndex| {
        let entry = roster.draft(draft);
        let same = [gender, Gender::Unknown].contains(&entry.gender) || gender == Gender::Unknown;
        // "his *6*-year-old son"
        let told = matches!(m.form, MentionForm::Name | MentionForm::Description);
        let named = entry.is_person() && told;
        let age = || age(&trees[m.sentence as usize], m);
        named && same && age().is_some_and(|age| age <= GROWN_UP)
    };
    let found = before.find(|(m, draft)| fitting(m, *draft));
    let found = found.map(|(_, draft)| draft);
    let draft = found.or_else(|| only_person(roster, tree, noun, gender))?;
    Some((draft, "child spoken of before"))
}

/// "The case of Ana Weiss: Norway said that *the girl's* father …": the only person whom the text has named without an
/// office or a calling, where she does not say it herself.
fn only_person(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    gender: Gender,
) -> Option<DraftIndex> {
    let kin = tree.head(noun.head).map(|kin| tree.lemma(kin))?;
    let nouns = &roster.gazetteer.nouns;
    let of_kin = nouns.kin(&kin).is_some() || nouns.is_kin("relatives", &kin);
    if !of_kin || tree.dep(noun.head) != "nmod:poss" {
        return None;
    }
    let mut people: Vec<(DraftIndex, bool)> = Vec::new();
    for (mention, draft) in roster.lately(noun.sentence, noun.head) {
        let entry = roster.draft(draft);
        let private = entry.kind == ActorKind::Person && entry.nouns.is_empty();
        let given = spelling::folded(&entry.name);
        let given = given.first().map(|name| nouns.gender(name));
        let told = [entry.gender, given.unwrap_or_default()];
        let other = told
            .iter()
            .any(|told| *told != gender && *told != Gender::Unknown);
        if !private || entry.names.is_empty() || gender != Gender::Unknown && other {
            continue;
        }
        let speaks =
            mention.sentence == noun.sentence && tree.dep(mention.head).starts_with("nsubj");
        match people.iter_mut().find(|(known, _)| *known == draft) {
            Some((_, subject)) => *subject |= speaks,
            None => people.push((draft, speaks)),
        }
    }
    match people[..] {
        [(only, false)] => Some(only),
        _ => None,
    }
}

/// "Ana Weiss, *6*, …", "*6*-year-old Ana Weiss", "Ana Weiss, a *6*-year-old refugee": returns the age beside a name.
fn age(tree: &Tree<'_>, name: &Mention) -> Option<u32> {
    let comma = name.last + 1;
    let number = |i: u32| {
        let number = i < tree.len() && tree.token(i).upos == Upos::Num;
        number.then(|| tree.word(i).parse().ok())?
    };
    if comma < tree.len() && tree.word(comma) == "," {
        let closed = comma + 2 >= tree.len() || tree.token(comma + 2).upos == Upos::Punct;
        let bare = number(comma + 1).filter(|_| closed && !tree.joined(comma + 2));
        if bare.is_some() {
            return bare;
        }
    }
    let years = |first: u32, last: u32| {
        let year = |i: &u32| tree.joined(i + 1) && tree.word(i + 2).eq_ignore_ascii_case("year");
        (first..=last).filter(year).find_map(number)
    };
    let noun = tree.child(name.head, &["appos"]).into_iter().chain(
        tree.head(name.head)
            .filter(|_| tree.dep(name.head) == "appos"),
    );
    let mut phrases = std::iter::once(name.head).chain(noun);
    phrases.find_map(|head| {
        let (first, last) = tree.phrase(head);
        years(first, last)
    })
}

/// "his son", "his *6-year-old* son": whether nothing but a possessor and an age stands before a noun.
pub(super) fn tells_age(tree: &Tree<'_>, noun: u32) -> bool {
    let mut before = tree.children(noun).iter().filter(|child| **child < noun);
    before.all(|child| match tree.dep(*child) {
        "amod" | "compound" => tree.word(*child) == "old" && tree.joined(child - 1),
        dep => matches!(dep, "nmod:poss" | "det" | "case" | "punct"),
    })
}

/// Returns whether a person is himself what a possessor's noun says: "his father" is not the father of whom the text
/// speaks as such.
pub(super) fn is_kin_himself(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    pronoun: u32,
    draft: DraftIndex,
) -> bool {
    let noun = tree
        .head(pronoun)
        .filter(|_| tree.dep(pronoun) == "nmod:poss");
    noun.is_some_and(|noun| {
        let lemma = tree.lemma(noun);
        roster.gazetteer.nouns.is_kin("only", &lemma) && roster.draft(draft).nouns.contains(&lemma)
    })
}

/// Joins kin whom the text names only elsewhere: "Weiss's father said … His father, Karl Berg, …".
pub(super) fn settle(roster: &mut Roster<'_>, trees: &[Tree<'_>]) {
    let mut called: BTreeMap<(DraftIndex, String), BTreeSet<DraftIndex>> = BTreeMap::new();
    for mention in roster.mentions() {
        let tree = &trees[mention.sentence as usize];
        let lemma = tree.lemma(mention.head);
        let described = mention.form == MentionForm::Description && !tree.is_plural(mention.head);
        let only = roster.gazetteer.nouns.is_kin("only", &lemma);
        if !described || !only || !tells_age(tree, mention.head) {
            continue;
        }
        let kin = roster.current(DraftIndex(mention.actor.0));
        let owner = owners::owner(roster, tree, mention.sentence, mention.head);
        if let Some(owner) = owner.filter(|o| *o != kin && roster.draft(kin).is_person()) {
            called.entry((owner, lemma)).or_default().insert(kin);
        }
    }
    for all in called.into_values() {
        let (named, unnamed): (Vec<DraftIndex>, Vec<DraftIndex>) = all
            .into_iter()
            .partition(|kin| !roster.draft(*kin).names.is_empty());
        if let [named] = named[..] {
            for kin in unnamed {
                roster.merge(kin, named);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn kin_are_who_the_text_says_they_are() {
        let text = "Pavel Brandt's father, Tomas Berg, met a judge. Brandt's father left. His father flew to Bern.";
        check(
            text,
            &["Brandt's father > Tomas Berg", "His father > Tomas Berg"],
        );
        // Named only later.
        let text = "Pavel Brandt's father left Bern. His father, Tomas Berg, met a judge.";
        check(text, &["Pavel Brandt's father > Tomas Berg"]);
    }

    #[test]
    fn the_son_of_somebodys_father_is_somebody() {
        let text = "Pavel Brandt's father wants his 6-year-old son back. Brandt's grandmother missed her grandson.";
        check(
            text,
            &[
                "his 6-year-old son > Pavel Brandt",
                "her grandson > Pavel Brandt",
            ],
        );
        // Another son.
        let text = "Pavel Brandt's father left with his older son.";
        check(text, &["his older son > Pavel Brandt's father's older son"]);
    }

    #[test]
    fn the_boy_is_the_child_spoken_of() {
        let text =
            "Pavel Brandt, 6, lives with his uncle. The boy's mother died. A judge met the boy.";
        check(
            text,
            &[
                "The boy > Pavel Brandt",
                "The boy's mother > Pavel Brandt's mother",
                "the boy > Pavel Brandt",
            ],
        );
        let text =
            "The uncle of 6-year-old refugee Ana Weiss left. The girl's mother met Jens Berg, 63.";
        check(text, &["The girl > Ana Weiss"]);
        let text = "In the case of Mira Weiss, Chad said the girl's father may leave with his 6-year-old daughter.";
        check(
            text,
            &[
                "the girl's father > Mira Weiss's father",
                "his 6-year-old daughter > Mira Weiss",
            ],
        );
    }
}
