//! Unnamed single persons that the text keeps apart: "a ministry official said … the official added".

use super::draft::Draft;
use super::phrase::{Article, Noun, article, described};
use super::roster::{DraftIndex, Resolved, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, owners};

/// Sentences in which "the official" may take up "an official".
const REACH: u32 = 10;

/// Returns an actor of its own for one person of a body or group, where "the" same noun comes back to that person;
/// elsewhere a single unnamed person stands for the body or the group.
pub(super) fn kept_apart(
    roster: &mut Roster<'_>,
    trees: &[Tree<'_>],
    noun: &Noun,
    office: bool,
) -> Resolved {
    let tree = &trees[noun.sentence as usize];
    let single = !noun.plural && introduces(tree, noun.head);
    if !single || !taken_up(trees, noun.sentence, noun.head) {
        return None;
    }
    let words = Words {
        last: noun.head,
        ..noun.words
    };
    let name = described(tree, &Noun { words, ..*noun }, false);
    let state = noun.owner.and_then(|owner| owners::state(roster, owner));
    let kind = match office {
        true => ActorKind::Official,
        false => ActorKind::Person,
    };
    let draft: DraftIndex = roster.keyed(format!("single {}", name.to_lowercase()), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = state;
        draft
    });
    roster.draft_mut(draft).nouns.insert(tree.lemma(noun.head));
    Some((draft, "one person whom the text keeps apart"))
}

/// "a", "an", "one": not "any", "no", "every".
fn introduces(tree: &Tree<'_>, head: u32) -> bool {
    article(tree, head) == Article::Indefinite
        && tree.children(head).iter().any(|child| {
            let word = tree.word(*child).to_lowercase();
            *child < head && matches!(word.as_str(), "a" | "an" | "one" | "another")
        })
}

/// Returns whether the next mention of the noun in the singular is a bare "the …" that acts or speaks.
fn taken_up(trees: &[Tree<'_>], sentence: u32, head: u32) -> bool {
    let lemma = trees[sentence as usize].lemma(head);
    let end = trees.len().min((sentence + REACH) as usize + 1);
    for (number, tree) in trees.iter().enumerate().take(end).skip(sentence as usize) {
        let from = if number == sentence as usize {
            head + 1
        } else {
            0
        };
        for word in from..tree.len() {
            if tree.token(word).xpos != "NN" || tree.lemma(word) != lemma {
                continue;
            }
            if introduces(tree, word) {
                return false;
            }
            let before: Vec<u32> = tree
                .children(word)
                .iter()
                .copied()
                .filter(|child| !matches!(tree.dep(*child), "punct" | "case" | "cc"))
                .collect();
            let the = before.len() == 1
                && matches!(&*tree.word(before[0]).to_lowercase(), "the" | "this");
            if the && tree.dep(word).starts_with("nsubj") {
                return true;
            }
        }
    }
    false
}
