//! One unnamed person: the group that "an engineer" stands for is named in the singular where the text tells of no other.

use super::draft::Draft;
use super::mention::Mention;
use super::phrase::{Article, article};
use super::plural::plural;
use super::tree::Tree;
use super::{ActorKind, MentionForm};

/// Returns the name of a group of which the text introduces one and nobody else.
pub(super) fn single(trees: &[Tree<'_>], group: &Draft, said: &[Mention]) -> Option<String> {
    let human = matches!(group.kind, ActorKind::Group | ActorKind::ArmedGroup);
    if !human || group.known.is_some() {
        return None;
    }
    let tree = |m: &Mention| &trees[m.sentence as usize];
    let one = |m: &Mention| !tree(m).is_plural(m.head) && m.form == MentionForm::Description;
    let new = |m: &&Mention| article(tree(m), m.head) == Article::Indefinite;
    let alone = said.iter().all(one) && said.iter().filter(new).count() == 1;
    let first = said.first().filter(|_| alone)?;
    let word = tree(first).word(first.head).to_lowercase();
    let several = plural(&word);
    let stem = group.name.strip_suffix(&several)?;
    (several != word).then(|| format!("{stem}{word}"))
}
