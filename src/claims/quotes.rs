//! Quotations: where quotation marks open and close, over sentences and paragraphs.

use crate::span::Span;

/// What stands between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words between the marks, marks included.
    pub span: Span,
    /// Whether it is long enough to be speech rather than a phrase in scare quotes.
    pub is_speech: bool,
}

/// Fewer words than this between marks are a quoted phrase.
const SPEECH_WORDS: usize = 5;

/// Returns the quotations of a passage in order.
///
/// A mark that is never closed ends with its passage: papers open every paragraph of a long
/// quotation and close the last. Single marks are left alone, for they are apostrophes too.
pub fn find(text: &str, passage: Span) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut open: Option<usize> = None;
    let slice = passage.of(text);
    let mut previous = ' ';
    for (i, c) in slice.char_indices() {
        let at = passage.start as usize + i;
        match (c, open) {
            ('“' | '«' | '„', None) => open = Some(at),
            ('”' | '»', Some(start)) | ('"' | '“', Some(start)) if closes(c, previous) => {
                quotes.push(quote(text, start, at + c.len_utf8()));
                open = None;
            }
            // A mark that closes what was never opened ends a quotation from the paragraph before.
            ('”' | '»', None) => continue_quote(text, passage, at + c.len_utf8(), &mut quotes),
            ('"', None)
                if closes(c, previous) && i > 0 && !matches!(previous, '(' | '[' | '—' | '–') =>
            {
                continue_quote(text, passage, at + c.len_utf8(), &mut quotes);
            }
            ('"' | '“', _) => open = Some(at),
            _ => {}
        }
        previous = c;
    }
    if let Some(start) = open {
        quotes.push(quote(text, start, passage.end as usize));
    }
    quotes
}

/// Takes the passage up to a closing mark as quoted, where nothing before it was.
fn continue_quote(text: &str, passage: Span, end: usize, quotes: &mut Vec<Quote>) {
    if quotes.is_empty() {
        quotes.push(quote(text, passage.start as usize, end));
    }
}

/// A straight or misplaced mark closes after a word or stop, not after a blank.
fn closes(mark: char, previous: char) -> bool {
    match mark {
        '”' | '»' => true,
        '"' => !previous.is_whitespace(),
        _ => previous.is_ascii_punctuation(),
    }
}

fn quote(text: &str, start: usize, end: usize) -> Quote {
    let span = Span::new(start, end);
    Quote {
        span,
        is_speech: span.of(text).split_whitespace().count() >= SPEECH_WORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = find(text, Span::new(0, text.len()))
            .iter()
            .map(|q| q.span.of(text))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn quotations_end_with_their_mark_or_their_paragraph() {
        check("He said “we will go” and left.", &["“we will go”"]);
        check(
            "\"We will go,\" he said. \"Soon.\"",
            &["\"We will go,\"", "\"Soon.\""],
        );
        check(
            "“We will go and not return.",
            &["“We will go and not return."],
        );
        check(
            "It will pass,\" she said. \"Soon.\"",
            &["It will pass,\"", "\"Soon.\""],
        );
        check("Nothing is quoted here, it's plain.", &[]);
    }
}
