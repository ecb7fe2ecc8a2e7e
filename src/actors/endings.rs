//! The phrases that a noun heads, for looking them up: "riot police", "police"; "ministry of defence".

use super::tree::Tree;
use crate::syntax::Upos;

/// Returns the phrases that end in a word, the longest first, in lower case, the word itself as
/// its dictionary form and as written: "deputy foreign ministers" gives "deputy foreign minister",
/// "deputy foreign ministers", "foreign minister", ….
///
/// "ministry of defence" comes first where it is what the noun heads.
pub(super) fn endings(tree: &Tree<'_>, head: u32) -> impl Iterator<Item = String> {
    let whole = of_phrase(tree, head).map(|last| tree.text_of(head, last).to_lowercase());
    whole.into_iter().chain(before(tree, head))
}

/// Returns the last word of an "of" phrase right after a noun: "defence" in "ministry of defence".
pub(super) fn of_phrase(tree: &Tree<'_>, head: u32) -> Option<u32> {
    let of = head + 1 < tree.len() && tree.word(head + 1) == "of";
    let inner = tree.children(head).iter().copied().find(|child| {
        *child > head + 1 && *child < head + 5 && tree.case(*child).is_some_and(|case| case == "of")
    });
    inner.filter(|_| of)
}

/// Returns the phrases that end in a noun, longest first, as the text and as the lemma have it.
pub(super) fn before(tree: &Tree<'_>, head: u32) -> impl Iterator<Item = String> {
    let mut first = head;
    let mut starts = vec![head];
    while first > 0 && starts.len() < 5 {
        let word = tree.token(first - 1);
        let joined = word.upos == Upos::Punct && tree.word(first - 1) == "-";
        let fitting = matches!(
            word.upos,
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adp | Upos::Part | Upos::Verb | Upos::Adv
        ) || joined;
        if !fitting {
            break;
        }
        first -= 1;
        // "Secret Service members" are no service members: a phrase does not begin inside a name before it.
        let inside = tree
            .sentence
            .names
            .iter()
            .any(|name| name.first < first && first <= name.last && name.last < head);
        if !joined && !inside {
            starts.push(first);
        }
    }
    let word = tree.word(head).to_lowercase();
    let lemma = tree.lemma(head);
    // A noun that the lemmatiser leaves in the plural ("troops") is looked up in both forms.
    let other = match word == lemma {
        true => word.strip_suffix('s').map(str::to_string),
        false => Some(word),
    };
    starts.into_iter().rev().flat_map(move |start| {
        let before: &str = match start == head {
            true => "",
            false => tree
                .text_of(start, head)
                .strip_suffix(tree.word(head))
                .unwrap_or(""),
        };
        let before: String = before
            .to_lowercase()
            .split_whitespace()
            .flat_map(|w| [w, " "])
            .collect();
        let before = if tree.word(head.saturating_sub(1)) == "-" && start < head {
            before.trim_end().to_string()
        } else {
            before
        };
        let other = other.as_ref().map(|word| format!("{before}{word}"));
        [Some(format!("{before}{lemma}")), other]
            .into_iter()
            .flatten()
    })
}
