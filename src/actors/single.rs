//! One unnamed person: the group that "an engineer" stands for is named in the singular where the text tells of no other.

use super::draft::Draft;
use super::mention::Mention;
use super::nouns::{Nouns, Title};
use super::phrase::{Article, article};
use super::plural::plural;
use super::tree::Tree;
use super::{ActorKind, MentionForm};
use crate::syntax::Upos;

/// Returns the name of a group of which the text introduces one and nobody else.
pub(super) fn single(trees: &[Tree<'_>], group: &Draft, said: &[Mention]) -> Option<String> {
    let human = matches!(group.kind, ActorKind::Group | ActorKind::ArmedGroup);
    if !human || group.known.is_some() {
        return None;
    }
    let tree = |m: &Mention| &trees[m.sentence as usize];
    let one = |m: &Mention| !tree(m).is_plural(m.head) && m.form == MentionForm::Description;
    let alone = said.iter().all(one) && said.iter().filter(|m| is_new(trees, m)).count() == 1;
    let first = said.first().filter(|_| alone)?;
    let word = tree(first).word(first.head).to_lowercase();
    let several = plural(&word);
    let stem = group.name.strip_suffix(&several)?;
    (several != word).then(|| format!("{stem}{word}"))
}

/// "*a* nurse", "*another* nurse"
fn is_new(trees: &[Tree<'_>], mention: &Mention) -> bool {
    article(&trees[mention.sentence as usize], mention.head) == Article::Indefinite
}

/// Returns the kind of a group that is always spoken of as one: "a diplomat" holds office, "her lawyer" does not.
pub(super) fn one_person(
    nouns: &Nouns,
    trees: &[Tree<'_>],
    group: &Draft,
    said: &[Mention],
) -> Option<ActorKind> {
    let unnamed = group.kind == ActorKind::Group && group.known.is_none() && !said.is_empty();
    let one = |m: &Mention| {
        let tree = &trees[m.sentence as usize];
        // "*Two* of her students", "*those* who stayed"
        let noun = matches!(tree.token(m.head).upos, Upos::Noun | Upos::Propn);
        noun && !tree.is_plural(m.head) && !nouns.is_collective(tree, m.head)
    };
    // "A nurse … another nurse"
    let new = said.iter().filter(|m| is_new(trees, m)).count();
    if !unnamed || new > 1 || !said.iter().all(one) {
        return None;
    }
    let office = |m: &Mention| {
        let tree = &trees[m.sentence as usize];
        let title = nouns.title(tree, m.head);
        title.is_some_and(|(_, title)| title == Title::Office)
            || nouns.body(tree, m.head) == Some("officials")
    };
    Some(match said.iter().any(office) {
        true => ActorKind::Official,
        false => ActorKind::Person,
    })
}
