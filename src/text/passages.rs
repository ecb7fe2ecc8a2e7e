//! Finding the prose of a document.

use crate::span::Span;
use crate::text::dates::after_leading_date;
use crate::text::document::{Document, Passage, PassageKind};
use crate::text::fingerprint::hash_words;
use crate::text::furniture::{heads_list, is_furniture};
use crate::text::glue::pieces;
use crate::text::page::ends_sentence;
use crate::text::trim::prose;
use crate::text::units::{Mark, units};
use std::collections::HashSet;

/// No passage is longer, so that no text is too long to read in a bounded time.
const LONGEST: usize = 32 * 1024;
/// Words in a heading.
const HEADING_WORDS: usize = 26;
/// Bytes in a heading, for words can be long.
const HEADING_BYTES: usize = 400;
/// A line without a full stop that is no longer than this may be a link or a tag.
const LINK: usize = 120;

/// Returns the passages of a document that hold prose, in order and without overlap.
///
/// Bylines, times, photo credits, buttons, tags, links and notices are left out; a text printed
/// twice is kept once; headings stand alone. The time taken grows with the length of the text.
///
/// ```
/// use whom::text::{Document, PassageKind, passages};
///
/// let document = Document {
///     text: "Envoys meet in Oslo\nBy Ana Weiss\nThe envoys met on Monday. Share".into(),
///     ..Document::default()
/// };
/// let found = passages(&document);
/// assert_eq!(found.len(), 2);
/// assert_eq!(found[0].kind, PassageKind::Heading);
/// assert_eq!(found[1].span.of(&document.text), "The envoys met on Monday.");
/// ```
pub fn passages(document: &Document) -> Vec<Passage> {
    prose_of(&document.text)
}

/// Returns the passages of a text.
pub(super) fn prose_of(text: &str) -> Vec<Passage> {
    prose_until(text, |_| false)
}

/// Returns the first passage of a text.
pub(super) fn first_prose(text: &str) -> Option<Passage> {
    prose_until(text, |found| !found.is_empty())
        .first()
        .copied()
}

/// Returns the passages of a text up to the line with which there are enough.
fn prose_until(text: &str, enough: impl Fn(&[Passage]) -> bool) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut in_list = false;
    for (index, unit) in units(text).into_iter().enumerate() {
        let mut start = unit.range.start;
        if index == 0 {
            start += after_leading_date(&text[unit.range.clone()]);
        }
        let line = &text[start..unit.range.end];
        in_list = heads_list(line) || in_list && line.len() <= LINK && !ends_sentence(line);
        if in_list || is_furniture(line) {
            continue;
        }
        for piece in pieces(line) {
            let part = &line[piece.range.clone()];
            let kept = prose(part);
            let body = part[kept.clone()].trim();
            if is_furniture(body) || !seen.insert(hash_words(body)) {
                continue;
            }
            let heading = piece.heading || unit.mark == Mark::Heading || is_heading(body);
            let kind = if heading {
                PassageKind::Heading
            } else {
                PassageKind::Paragraph
            };
            let first = start + piece.range.start + kept.start;
            push(text, first..first + body.len(), kind, &mut found);
        }
        if enough(&found) {
            break;
        }
    }
    found
}

/// Returns whether a line is a headline: short, and no sentence with a full stop.
fn is_heading(line: &str) -> bool {
    let words = line.split_whitespace().take(HEADING_WORDS).count();
    let quoted = line.starts_with(['"', '“', '‘', '\'']);
    let asks = line.ends_with(['?', '!']) && !quoted && words <= 14;
    let introduces = line.ends_with([':', ',', ';']);
    line.len() <= HEADING_BYTES
        && words < HEADING_WORDS
        && (asks || !ends_sentence(line))
        && !introduces
}

/// Adds a passage, cut at white space where it is too long.
fn push(text: &str, range: std::ops::Range<usize>, kind: PassageKind, found: &mut Vec<Passage>) {
    let mut start = range.start;
    while start < range.end {
        let mut end = range.end.min(start + LONGEST);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        if end < range.end {
            let near = &text[start..end];
            let stop = near
                .rfind(". ")
                .map(|at| at + 1)
                .filter(|&at| at > LONGEST / 2);
            let cut = stop.or_else(|| near.rfind(char::is_whitespace).filter(|&at| at > 0));
            end = start + cut.unwrap_or(near.len());
        }
        found.push(Passage {
            span: Span::new(start, end),
            kind,
        });
        start = end + text[end..range.end].len() - text[end..range.end].trim_start().len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the passages; `#` marks headings.
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = prose_of(text)
            .into_iter()
            .map(|passage| match passage.kind {
                PassageKind::Heading => format!("# {}", passage.span.of(text)),
                PassageKind::Paragraph => passage.span.of(text).to_owned(),
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn prose_stays() {
        check(
            "The envoys met. They left.",
            &["The envoys met. They left."],
        );
        check(
            "“We go,” he said.A huge crowd came.",
            &["“We go,” he said.A huge crowd came."],
        );
        check(
            "The envoys met.\nThey left.",
            &["The envoys met.", "They left."],
        );
        check(
            "They want three things:\n• The port opens.\n• The strike ends.",
            &[
                "They want three things:",
                "The port opens.",
                "The strike ends.",
            ],
        );
        check("", &[]);
    }

    #[test]
    fn headings_stand_alone() {
        check(
            "Envoys meet in Oslo\nThe envoys met.",
            &["# Envoys meet in Oslo", "The envoys met."],
        );
        check(
            "Who pays for the port?\n\nThe bank pays.",
            &["# Who pays for the port?", "The bank pays."],
        );
        check(
            "# Envoys meet. At last.\nThe envoys met.",
            &["# Envoys meet. At last.", "The envoys met."],
        );
        check(
            "Envoys meet in Oslo\n\nEnvoys  meet in Oslo\nThey met.",
            &["# Envoys meet in Oslo", "They met."],
        );
        check(
            "Minister vows help for miners in crisisThe union wants more.",
            &[
                "# Minister vows help for miners in crisis",
                "The union wants more.",
            ],
        );
        check(
            "Weiss continued:\n“We stay.”",
            &["Weiss continued:", "“We stay.”"],
        );
    }

    #[test]
    fn furniture_goes() {
        check(" date 2024-10-15 The envoys met.", &["The envoys met."]);
        check(
            "By Ana Weiss\nPosted Oct 16, 2024\nThe envoys met.",
            &["The envoys met."],
        );
        check(
            "Troops march. ANA WEISS/POOL/AFP via Getty Images\nThey left.",
            &["Troops march.", "They left."],
        );
        check(
            "The envoys met.\nTags\nOslo, Ruritania, Ana weiss\nReal Time Analytics",
            &["The envoys met."],
        );
        check("The envoys met. Share\nShare\nX", &["The envoys met."]);
        check(
            "The envoys met.\nGet the news faster.\nTap to install our app.\nX\n1. Tap in your navigation bar.",
            &["The envoys met."],
        );
        check(
            "Related stories\nPort opens in Oslo\nThe envoys met.\n© 2024 Northern News",
            &["The envoys met."],
        );
        check(
            "The envoys met.\n.share {\ncolor: red;\n}\n<tweet id=\"1\">",
            &["The envoys met."],
        );
    }

    #[test]
    fn no_passage_is_too_long() {
        for text in [
            "a".repeat(200_000),
            "Envoys met. ".repeat(20_000),
            "“".repeat(100_000),
        ] {
            let found = prose_of(&text);
            assert!(
                found
                    .iter()
                    .all(|passage| passage.span.range().len() <= LONGEST)
            );
            let kept: usize = found
                .iter()
                .map(|passage| passage.span.of(&text).trim().len())
                .sum();
            assert!(kept + found.len() * 2 >= text.trim().len());
        }
    }
}
