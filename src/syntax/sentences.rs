//! Groups the words of a passage into sentences.

use super::abbreviations::{Stop, opens_sentence, stop};
use crate::span::Span;
use std::ops::Range;

/// Longer sentences are cut: the time for a tree grows with the square of its length.
const LONGEST: usize = 150;

/// Returns the sentences as ranges of words, in order and without gaps.
pub(super) fn sentences(text: &str, words: &[Span]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in 1..=words.len() {
        if end == words.len() || ends_between(text, &words[start..], end - start) {
            cut(text, words, start..end, &mut found);
            start = end;
        }
    }
    found
}

/// Returns whether a sentence that begins with the first word ends before the word `next`.
fn ends_between(text: &str, words: &[Span], next: usize) -> bool {
    let between = text
        .get(words[next - 1].end as usize..words[next].start as usize)
        .unwrap_or("");
    if between.matches('\n').count() > 1 {
        return true;
    }
    // Go back over closing quotes and brackets: `… he said.”` ends with the full stop.
    let mut last = next;
    while last > 1 && is_closing(text, words, last - 1) {
        last -= 1;
    }
    let (mark, after) = (words[last - 1].of(text), words[next].of(text));
    // A mark that stands between the quotes and the next word ends nothing.
    if is_closing(text, words, next)
        || matches!(after, "," | ";" | ":" | "." | "?" | "!" | "-" | "–" | "—")
    {
        return false;
    }
    // The first real word decides: skip an opening quote or bracket.
    let opener = words[next..]
        .iter()
        .map(|w| w.of(text))
        .find(|w| w.contains(char::is_alphanumeric));
    let Some(opener) = opener else {
        return false;
    };
    let begins = opener.chars().next().is_some_and(|c| !c.is_lowercase());
    match mark {
        "." => {
            begins || between.is_empty() && opener.chars().next().is_some_and(char::is_uppercase)
        }
        _ if !mark.is_empty() && mark.chars().all(|c| matches!(c, '?' | '!')) => begins,
        _ if mark.starts_with("..") || mark == "…" => {
            begins
                && opener.chars().next().is_some_and(char::is_uppercase)
                && opens_sentence(opener)
        }
        _ => match mark.strip_suffix('.') {
            Some(word) if !word.is_empty() => stop(word) == Stop::Either && opens_sentence(opener),
            _ => false,
        },
    }
}

/// Returns whether the word is a quote or bracket that closes; a straight quote does where it
/// stands directly after the word before.
fn is_closing(text: &str, words: &[Span], at: usize) -> bool {
    match words[at].of(text) {
        ")" | "]" | "}" | "”" | "»" => true,
        "\"" | "'" | "’" | "''" | "’’" => at > 0 && words[at - 1].end == words[at].start,
        _ => false,
    }
}

/// Adds a sentence, cut at semicolons, commas or anywhere while it is too long.
fn cut(text: &str, words: &[Span], mut range: Range<usize>, found: &mut Vec<Range<usize>>) {
    while range.len() > LONGEST {
        let window = range.start + LONGEST / 3..range.start + LONGEST;
        let place = [";", ","]
            .iter()
            .find_map(|mark| window.clone().rev().find(|at| words[*at].of(text) == *mark));
        let end = place.map_or(range.start + LONGEST, |at| at + 1);
        found.push(range.start..end);
        range.start = end;
    }
    found.push(range);
}
