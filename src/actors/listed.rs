//! Names that a user's dictionary of event data lists.

use super::gazetteer::Gazetteer;
use super::known::KnownIndex;
use super::petrarch::Named;
use super::tree::Tree;
use crate::syntax::{Name, Upos};

/// Returns first and last word and actor of every name that the user's dictionary lists.
pub(super) fn in_dictionary(
    gazetteer: &Gazetteer,
    tree: &Tree<'_>,
    model: &[Name],
) -> Vec<(u32, u32, KnownIndex)> {
    if gazetteer.dictionary.is_empty() {
        return Vec::new();
    }
    let start = tree.sentence.span.start as usize;
    let named = gazetteer.dictionary.names(tree.sentence.span.of(tree.text));
    let tokens = &tree.sentence.tokens;
    let word = |name: &Named| {
        let (begin, end) = ((start + name.start) as u32, (start + name.end) as u32);
        let mut first = tokens.iter().position(|token| token.span.start == begin)?;
        let last = tokens.iter().position(|token| token.span.end == end)?;
        if first < last && tree.word(first as u32).eq_ignore_ascii_case("the") {
            first += 1;
        }
        let known = gazetteer.entries[name.entry]?;
        // "LATVIAN_PRESIDENT_ANA_WEISS": nation and title are no part of a person's name.
        let title = (first..last)
            .rev()
            .find(|i| gazetteer.nouns.is_title(tree.word(*i as u32)));
        if let Some(title) = title.filter(|_| gazetteer.known(known).is_person()) {
            first = title + 1;
        }
        // A lone word at the start of a sentence may be written large for that alone.
        let seen = |n: &Name| n.first as usize <= first && last <= n.last as usize;
        let proper = tokens[first].upos == Upos::Propn || model.iter().any(seen);
        (first < last || proper).then_some((first as u32, last as u32, known))
    };
    named.iter().filter_map(word).collect()
}
