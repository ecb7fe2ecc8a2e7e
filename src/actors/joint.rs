//! Words that stand for two or more actors together: "Norland and Sudoria … *they*", "the *pair*", "*both countries*".
//!
//! The antecedents are those that the text joins by "and", two people who have just met, or the two states that it
//! has just named. Where it has brought in two without a name ("two men", "a couple"), nobody named is meant.

use super::draft::Gender;
use super::roster::{DraftIndex, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, MentionForm, salience, titles};
use crate::syntax::Upos;
use std::collections::BTreeSet;

/// Sentences looked back over.
const REACH: u32 = 2;

/// What kind of actors a word stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sort {
    State,
    Person,
    /// People who hold this office.
    Holder(String),
    /// People, or bodies, but not both, and joined by "and": "the two sides".
    Alike,
    /// The same, or two people: "the pair".
    Pair,
}

/// Enters a description of two actors, "the pair", "both countries", where the text has just named two.
pub(super) fn describe(roster: &mut Roster<'_>, trees: &[Tree<'_>], sentence: u32, head: u32) {
    let tree = &trees[sentence as usize];
    let pair = pair(roster, tree, head).filter(|_| roster.at(sentence, head).is_none());
    let Some((sort, number)) = pair else {
        return;
    };
    let two = |found: &Vec<DraftIndex>| found.len() == number;
    let joined = coordinated(roster, trees, sentence, head, &sort).map(|(_, all)| all);
    let named = || match sort {
        Sort::Alike => None,
        Sort::State => Some(named(roster, tree, sentence, head)),
        _ => met(roster, trees, sentence, head, &sort),
    };
    let Some(found) = joined.filter(two).or_else(|| named().filter(two)) else {
        return;
    };
    // "Two men were held … The pair": whom the text has brought in as two are not those who are named.
    if introduced(roster, trees, sentence, head) || !fitting(roster, tree, head, &found) {
        return;
    }
    let first = tree.child(head, &["det", "det:predet"]).unwrap_or(head);
    let words = Words {
        head,
        first: first.min(head),
        last: head,
    };
    let reason = "the two actors named before it";
    roster.mention(
        tree,
        sentence,
        words,
        MentionForm::Pronoun,
        found[0],
        reason,
    );
    roster.join(sentence, head, &found[1..]);
}

/// Returns those whom a plural pronoun stands for where the text joins them by "and", with how ready they are.
pub(super) fn coordinated_before(
    roster: &Roster<'_>,
    trees: &[Tree<'_>],
    sentence: u32,
    head: u32,
) -> Option<(i32, Vec<DraftIndex>)> {
    coordinated(roster, trees, sentence, head, &Sort::Alike)
}

/// "the pair", "both sides", "the two presidents", "the three states": the sort of them, and how many.
fn pair(roster: &Roster<'_>, tree: &Tree<'_>, head: u32) -> Option<(Sort, usize)> {
    if tree.token(head).upos != Upos::Noun {
        return None;
    }
    let lemma = tree.lemma(head);
    let has = |words: &[&str]| {
        let each = tree.children(head).iter();
        each.filter(|&&c| c < head)
            .any(|&c| words.contains(&&*tree.word(c).to_lowercase()))
    };
    let plain = |c: &u32| {
        matches!(
            tree.dep(*c),
            "det" | "det:predet" | "nummod" | "case" | "punct"
        )
    };
    if !tree.children(head).iter().filter(|&&c| c < head).all(plain)
        || tree.child(head, &["nmod", "acl:relcl"]).is_some()
    {
        return None;
    }
    let nouns = &roster.gazetteer.nouns;
    let two = has(&["both"]) || has(&["two"]) && has(&["the", "these", "those"]);
    if nouns.pair("single").contains(&lemma) {
        return has(&["the"]).then_some((Sort::Pair, 2));
    }
    let state = nouns.pair("state").contains(&lemma);
    let three = state && has(&["three"]) && has(&["the", "these", "those"]);
    if !(two || three) || !tree.token(head).xpos.ends_with('S') {
        return None;
    }
    let sort = if state {
        Some(Sort::State)
    } else if nouns.pair("side").contains(&lemma) {
        Some(Sort::Alike)
    } else if nouns.pair("person").contains(&lemma) {
        Some(Sort::Person)
    } else {
        nouns.title(tree, head).map(|_| Sort::Holder(lemma))
    };
    sort.map(|sort| (sort, if three { 3 } else { 2 }))
}

fn fits(roster: &Roster<'_>, draft: DraftIndex, sort: &Sort) -> bool {
    let draft = roster.draft(draft);
    match sort {
        Sort::State => draft.kind == ActorKind::Country,
        Sort::Person => draft.is_person(),
        Sort::Holder(office) => draft.is_person() && draft.nouns.contains(office),
        Sort::Alike | Sort::Pair => {
            draft.kind != ActorKind::Place && draft.kind != ActorKind::Media
        }
    }
}

/// Returns the readiest actors joined by "and" before a word.
fn coordinated(
    roster: &Roster<'_>,
    trees: &[Tree<'_>],
    sentence: u32,
    head: u32,
    sort: &Sort,
) -> Option<(i32, Vec<DraftIndex>)> {
    let mut best: Option<(i32, Vec<DraftIndex>)> = None;
    for (mention, _) in roster.before(sentence, head) {
        if roster.distance(mention.sentence, sentence) > REACH {
            break;
        }
        let tree = &trees[mention.sentence as usize];
        if tree.dep(mention.head) == "conj" || mention.form == MentionForm::Modifier {
            continue;
        }
        let words: Vec<u32> = std::iter::once(mention.head)
            .chain(conjuncts(tree, mention.head))
            .filter(|&word| mention.sentence < sentence || word < head)
            .collect();
        if !words.iter().all(|&word| together(tree, word)) {
            continue;
        }
        let who = words.iter().map(|&word| roster.at(mention.sentence, word));
        let Some(all) = who.collect::<Option<Vec<DraftIndex>>>() else {
            // "Norland, Sudoria and a partner" are not two.
            continue;
        };
        let people = all.iter().filter(|d| roster.draft(**d).is_person()).count();
        let alike = people == 0 || people == all.len();
        let different: BTreeSet<DraftIndex> = all.iter().copied().collect();
        if different.len() < 2
            || different.len() < all.len()
            || !alike
            || !all.iter().all(|draft| fits(roster, *draft, sort))
        {
            continue;
        }
        let same = mention.sentence == sentence;
        if same && salience::clashes(tree, head, mention) {
            continue;
        }
        let Some(score) = salience::score(roster, trees, sentence, head, mention) else {
            break;
        };
        if best.as_ref().is_none_or(|(old, _)| score > *old) {
            best = Some((score, all));
        }
    }
    best
}

fn conjuncts<'t>(tree: &'t Tree<'_>, first: u32) -> impl Iterator<Item = u32> + 't {
    let children = tree.children(first).iter().copied();
    children.filter(|&c| tree.dep(c) == "conj")
}

/// Whether a word is joined by "and": not "or", and not "not".
fn together(tree: &Tree<'_>, word: u32) -> bool {
    let each = tree.children(word).iter();
    !each.copied().any(|c| match tree.dep(c) {
        "cc" | "cc:preconj" => !matches!(tree.lemma(c).as_str(), "and" | "&" | "both"),
        "advmod" => matches!(tree.lemma(c).as_str(), "not" | "never"),
        _ => false,
    })
}

/// Whether an unnamed group of two, "two men", "a couple", stands shortly before a word.
fn introduced(roster: &Roster<'_>, trees: &[Tree<'_>], sentence: u32, head: u32) -> bool {
    let near = roster.before(sentence, head);
    let near = near.take_while(|(m, _)| roster.distance(m.sentence, sentence) <= REACH);
    near.filter(|(m, _)| m.form == MentionForm::Description)
        .any(|(m, _)| {
            let tree = &trees[m.sentence as usize];
            let number = tree.child(m.head, &["nummod"]);
            let two = number.is_some_and(|n| tree.lemma(n) == "two" || tree.word(n) == "2");
            let nouns = &roster.gazetteer.nouns;
            two || nouns.pair("single").contains(&tree.lemma(m.head))
        })
}

/// "the two *men*": nobody whom the text calls "she".
fn fitting(roster: &Roster<'_>, tree: &Tree<'_>, head: u32, found: &[DraftIndex]) -> bool {
    let gender = titles::gender(&tree.lemma(head));
    let known = [gender, Gender::Unknown];
    gender == Gender::Unknown
        || found
            .iter()
            .all(|draft| known.contains(&roster.draft(*draft).gender))
}

/// "Weiss met Berg. *The pair* …": returns the two people of one verb.
fn met(
    roster: &Roster<'_>,
    trees: &[Tree<'_>],
    sentence: u32,
    head: u32,
    sort: &Sort,
) -> Option<Vec<DraftIndex>> {
    let people = roster
        .before(sentence, head)
        .take_while(|(m, _)| roster.distance(m.sentence, sentence) <= 1)
        .filter(|(m, draft)| {
            let person = match sort {
                Sort::Holder(_) => fits(roster, *draft, sort),
                _ => fits(roster, *draft, &Sort::Person),
            };
            let same = m.sentence == sentence;
            person && !(same && salience::clashes(&trees[sentence as usize], head, m))
        });
    let people: Vec<_> = people.collect();
    let verb = |sentence: u32, word: u32| {
        let tree = &trees[sentence as usize];
        let dep = tree.dep(word);
        let argument = dep.starts_with("nsubj") || matches!(dep, "obj" | "iobj");
        let with = dep.starts_with("obl") && tree.case(word).is_some_and(|case| case == "with");
        tree.head(word).filter(|_| argument || with)
    };
    let different: BTreeSet<DraftIndex> = people.iter().map(|(_, draft)| *draft).collect();
    let [(second, b), (first, a)] = people[..] else {
        return None;
    };
    let meeting = verb(second.sentence, second.head)?;
    let tree = &trees[second.sentence as usize];
    let nouns = &roster.gazetteer.nouns;
    let together = first.sentence == second.sentence
        && verb(first.sentence, first.head) == Some(meeting)
        && nouns.pair("meeting").contains(&tree.lemma(meeting));
    (together && different.len() == 2).then(|| vec![a, b])
}

/// Returns the states that are named before a word, as far back as the sentence that has two of them.
fn named(roster: &Roster<'_>, tree: &Tree<'_>, sentence: u32, head: u32) -> Vec<DraftIndex> {
    let mut found: Vec<DraftIndex> = Vec::new();
    let mut last = sentence;
    for (mention, draft) in roster.before(sentence, head) {
        if mention.sentence < last && found.len() > 1
            || roster.distance(mention.sentence, sentence) > REACH
        {
            break;
        }
        last = mention.sentence;
        let other = mention.sentence == sentence && salience::clashes(tree, head, mention);
        if !other && fits(roster, draft, &Sort::State) && !found.contains(&draft) {
            found.push(draft);
        }
    }
    found.reverse();
    found
}
