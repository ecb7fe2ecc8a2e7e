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
        let reference = last > 3 && is_reference(text, &words[last - 3..last]);
        last -= if reference { 3 } else { 1 };
    }
    if words
        .get(next..next + 3)
        .is_some_and(|words| is_reference(text, words))
    {
        return false;
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

/// Returns whether three words are a reference to a note: `[12]`.
fn is_reference(text: &str, words: &[Span]) -> bool {
    let [open, number, close] = words else {
        return false;
    };
    let digits = number.of(text).chars().all(|c| c.is_ascii_digit());
    open.of(text) == "[" && digits && close.of(text) == "]"
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

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    /// Sentences of the text, joined by `|`.
    fn check(text: &str, expected: &str) {
        let words = words(text, Span::new(0, text.len()));
        let found = sentences(text, &words)
            .into_iter()
            .map(|range| words[range.start].join(words[range.end - 1]).of(text));
        assert_eq!(found.collect::<Vec<_>>().join("|"), expected);
    }

    #[test]
    fn abbreviations_and_names() {
        check(
            "Gen. A. Doe met Sen. Roe. They talked.",
            "Gen. A. Doe met Sen. Roe.|They talked.",
        );
        check(
            "He left the U.S. The talks went on.",
            "He left the U.S.|The talks went on.",
        );
        check(
            "The U.S. Army left on Feb. 3. It rained.",
            "The U.S. Army left on Feb. 3.|It rained.",
        );
        check("He came at 5 p.m. She left.", "He came at 5 p.m.|She left.");
        check(
            "Acme Inc. Chairman Roe left.",
            "Acme Inc. Chairman Roe left.",
        );
        check("See No. 5. Go.", "See No. 5.|Go.");
    }

    #[test]
    fn quotes() {
        check("“We won.” They left.", "“We won.”|They left.");
        check(
            "\"We won.\" \"No!\" she said.",
            "\"We won.\"|\"No!\" she said.",
        );
        check(
            "“Who won?” he asked. Nobody.",
            "“Who won?” he asked.|Nobody.",
        );
        check(
            "He said: “We won. They lost.” She left.",
            "He said: “We won.|They lost.”|She left.",
        );
    }

    #[test]
    fn glued_sentences() {
        check(
            "They left, he said.A huge crowd came.",
            "They left, he said.|A huge crowd came.",
        );
        check(
            "“They left.”The crowd came.",
            "“They left.”|The crowd came.",
        );
        check(
            "Visit example.org. Then call.",
            "Visit example.org.|Then call.",
        );
        check(
            "It grew by 3.5 percent. Prices fell.",
            "It grew by 3.5 percent.|Prices fell.",
        );
        check("They met.[12] He left.", "They met.[12]|He left.");
    }

    #[test]
    fn marks() {
        check("Why? Because! Yes… But no.", "Why?|Because!|Yes…|But no.");
        check("One thing\n\nanother thing", "One thing|another thing");
        check("A headline without a stop", "A headline without a stop");
    }

    #[test]
    fn long_sentences_are_cut() {
        let text = "word, ".repeat(400);
        let words = words(&text, Span::new(0, text.len()));
        let found = sentences(&text, &words);
        assert!(found.iter().all(|range| range.len() <= LONGEST));
        assert_eq!(
            found.iter().map(|range| range.len()).sum::<usize>(),
            words.len()
        );
    }
}
