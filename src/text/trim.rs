//! Cutting what a page glues to the ends of a paragraph.

use crate::text::credit::credit_start;
use crate::text::dateline::after_dateline;
use crate::text::furniture::opens_notice;
use crate::text::page::{PAGE, fold};
use std::ops::Range;

/// Notices at the end of a paragraph are short.
const NOTICE: usize = 300;

/// Returns the prose of a paragraph, which may be empty.
pub(super) fn prose(text: &str) -> Range<usize> {
    let mut start = after_dateline(text) + after_caption_label(&text[after_dateline(text)..]);
    start += after_orphan_quote(&text[start..]);
    let mut end = text.len();
    loop {
        let kept = text[start..end].trim_end();
        let next = start
            + [widget_start(kept), notice_start(kept), credit_start(kept)]
                .into_iter()
                .flatten()
                .min()
                .unwrap_or(kept.len());
        if next == end {
            break;
        }
        end = next;
    }
    start += text[start..end].len() - text[start..end].trim_start().len();
    start..end
}

/// "” The envoys left.": the mark closes a quotation of the paragraph before.
fn after_orphan_quote(text: &str) -> usize {
    let rest = text
        .strip_prefix(['"', '”', '“'])
        .filter(|rest| rest.starts_with(char::is_whitespace));
    rest.map_or(0, |rest| text.len() - rest.trim_start().len())
}

/// "Image caption, Troops march in Oslo": the label goes, the caption stays.
fn after_caption_label(text: &str) -> usize {
    ["Image caption", "Media caption", "Caption"]
        .iter()
        .find_map(|label| text.strip_prefix(label)?.strip_prefix([',', ':']))
        .map_or(0, |rest| text.len() - rest.trim_start().len())
}

/// "…, the paper writes Share": a button after a word that ends no name.
fn widget_start(text: &str) -> Option<usize> {
    PAGE.tails.iter().find_map(|tail| {
        let before = text.strip_suffix(tail.as_str())?;
        let kept = before.trim_end();
        let word = kept.rsplit(char::is_whitespace).next()?;
        let spaced = kept.len() < before.len();
        let stopped = kept.ends_with(['.', '!', '?', '”', '"', '’']);
        let lower = spaced && word.chars().all(|c| c.is_lowercase() || c == '-') && word.len() > 3;
        (kept.contains(' ') && (stopped || lower && kept.len() > 60)).then_some(kept.len())
    })
}

/// "… (Reporting by Ana Weiss; Editing by Jon Roe)" · "… You may also be interested in:".
fn notice_start(text: &str) -> Option<usize> {
    let mut from = text.len().saturating_sub(NOTICE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let tail = &text[from..];
    let mut before = ' ';
    let mut stopped = false;
    for (at, c) in tail.char_indices() {
        let opening = c.is_uppercase() || "(“©".contains(c);
        if (stopped || c == '(') && opening && !before.is_alphanumeric() && from + at > 0 {
            let rest = &tail[at..];
            if opens_notice(&fold(rest)) && is_short_notice(rest) {
                return Some(from + at);
            }
        }
        stopped = match c {
            '.' | '!' | '?' => true,
            c if c.is_whitespace() || "\"”'’)]".contains(c) => stopped,
            _ => false,
        };
        before = c;
    }
    None
}

/// A notice goes on to the end, without prose after it.
fn is_short_notice(text: &str) -> bool {
    let sentences = text
        .trim_end()
        .trim_end_matches(['.', ')', '!'])
        .matches(". ")
        .count();
    sentences == 0 || text.starts_with('(')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(text[prose(text)].trim(), expected);
    }

    #[test]
    fn ends_are_cut() {
        check(
            "Wages from abroad are key to the stability of the old government, the paper writes Share",
            "Wages from abroad are key to the stability of the old government, the paper writes",
        );
        check("The talks ended. Share", "The talks ended.");
        check(
            "The talks ended. (Reporting by Ana Weiss; Editing by Jon Roe)",
            "The talks ended.",
        );
        check(
            "The talks ended. You may also be interested in:",
            "The talks ended.",
        );
        check("The talks ended. © 2024 Northern News", "The talks ended.");
        check(
            "The talks ended. Ana Weiss/AFP via Getty Images Share",
            "The talks ended.",
        );
        check(
            "Image caption, Troops march in Oslo",
            "Troops march in Oslo",
        );
        check("” The talks ended.", "The talks ended.");
        check(
            "OSLO, Oct 14 (Reuters) - The talks ended.",
            "The talks ended.",
        );
    }

    #[test]
    fn prose_is_whole() {
        for text in [
            "The firm lost its Market Share",
            "The talks (in Oslo) ended. The envoys left.",
            "He said so. Follow-up talks are planned.",
            "She said: “Share",
        ] {
            check(text, text);
        }
    }
}
