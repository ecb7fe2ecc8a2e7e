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
/// quotation and close the last. Single marks are apostrophes too, so they count only in pairs; two side by side are
/// one double mark, as news archives write it.
pub fn find(text: &str, passage: Span) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut open: Option<usize> = None;
    let slice = passage.of(text);
    let mut previous = ' ';
    let mut after_single = 0;
    let mut doubled = false;
    for (i, c) in slice.char_indices() {
        if std::mem::take(&mut doubled) {
            continue;
        }
        let at = passage.start as usize + i;
        doubled = is_doubled(c, &slice[i + c.len_utf8()..]) && i >= after_single;
        let (c, width) = match doubled {
            true => ('"', 2 * c.len_utf8()),
            false => (c, c.len_utf8()),
        };
        match (c, open) {
            _ if i < after_single => {}
            ('‘' | '\'', None) => {
                if let Some(end) = single(slice, i, previous) {
                    quotes.push(quote(text, at, passage.start as usize + end));
                    after_single = end;
                }
            }
            ('“' | '«' | '„', None) => open = Some(at),
            ('”' | '»', Some(start)) | ('"' | '“', Some(start)) if closes(c, previous) => {
                quotes.push(quote(text, start, at + width));
                open = None;
            }
            // A mark that closes what was never opened ends a quotation from the paragraph before.
            ('”' | '»', None) => continue_quote(text, passage, at + c.len_utf8(), &mut quotes),
            // After a digit the mark means inches.
            ('"', None)
                if closes(c, previous)
                    && i > 0
                    && !matches!(previous, '(' | '[' | '—' | '–' | '0'..='9') =>
            {
                continue_quote(text, passage, at + width, &mut quotes);
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

/// "''", "``", "’’": two single marks that stand for a double one.
fn is_doubled(mark: char, rest: &str) -> bool {
    matches!(mark, '\'' | '`' | '‘' | '’') && rest.starts_with(mark)
}

/// Takes the passage up to a closing mark as quoted, where nothing before it was.
fn continue_quote(text: &str, passage: Span, end: usize, quotes: &mut Vec<Quote>) {
    if quotes.is_empty() {
        quotes.push(quote(text, passage.start as usize, end));
    }
}

/// Returns where a quotation in single marks ends that begins at `start`, if one does.
///
/// The mark after an `s` may be a genitive's: `‘The leaders’ talks have failed,’ he said.` ends with
/// the mark after the comma.
fn single(slice: &str, start: usize, previous: char) -> Option<usize> {
    let open = slice[start..].chars().next()?;
    if !opens(open, previous, &slice[start + open.len_utf8()..]) {
        return None;
    }
    let close = if open == '‘' { '’' } else { '\'' };
    let (mut before, mut genitive) = (open, None);
    for (i, c) in slice[start..].char_indices().skip(1) {
        let after = &slice[start + i + c.len_utf8()..];
        let ends =
            c == close && !before.is_whitespace() && !after.starts_with(char::is_alphanumeric);
        match ends {
            true if before == 's' => genitive = genitive.or(Some(start + i + c.len_utf8())),
            true => return Some(start + i + c.len_utf8()),
            false if matches!(c, '‘' | '\'') && opens(c, before, after) => break,
            false => {}
        }
        before = c;
    }
    genitive
}

/// Returns whether a single mark opens: it stands before a word that it does not shorten (`'90s`, `'em`).
fn opens(mark: char, previous: char, after: &str) -> bool {
    let word: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
    let short = matches!(
        word.to_lowercase().as_str(),
        "n" | "em" | "til" | "tis" | "twas" | "cause"
    );
    let apart = previous.is_whitespace() || matches!(previous, '(' | '[' | '—' | '–' | '“' | '"');
    apart
        && !short
        && !word.starts_with(|c: char| c.is_ascii_digit())
        && (mark == '‘'
            || after.starts_with(|c: char| c.is_alphabetic() || matches!(c, '[' | '.' | '…')))
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
        is_speech: span.of(text).split_whitespace().count() >= SPEECH_WORDS
            || is_sentence(text, start, span.of(text)),
    }
}

/// "He nodded. *“Italy should help.”*": short, but a sentence of its own.
fn is_sentence(text: &str, start: usize, quoted: &str) -> bool {
    let before = text[..start].trim_end();
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', '”', '"', '’', '\n']);
    let inner =
        quoted.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?'));
    begins && inner.ends_with(['.', '!', '?']) && inner.contains(char::is_whitespace)
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

    /// Passages of our own whose quotations stand in braces.
    const PASSAGES: &str = include_str!("quotations.txt");

    #[test]
    fn quotations_are_found_from_mark_to_mark() {
        let (mut right, mut counted, mut passages) = (0, 0, 0);
        for line in PASSAGES.lines().filter(|line| !line.starts_with('#')) {
            passages += 1;
            let (mut text, mut gold, mut starts) = (String::new(), Vec::new(), Vec::new());
            let mut ends = Vec::new();
            for c in line.chars() {
                match c {
                    '{' => starts.push(text.len()),
                    '}' => gold.extend(starts.pop().map(|start| Span::new(start, text.len()))),
                    '¶' => {
                        ends.push(text.len());
                        text.push('\n');
                    }
                    _ => text.push(c),
                }
            }
            ends.push(text.len());
            let mut found = Vec::new();
            let mut start = 0;
            for end in ends {
                found.extend(find(&text, Span::new(start, end)).iter().map(|q| q.span));
                start = end + 1;
            }
            let both = gold.iter().filter(|span| found.contains(span)).count();
            if 2 * both != gold.len() + found.len() {
                eprintln!(
                    "{line}\n   {:?}",
                    found.iter().map(|s| s.of(&text)).collect::<Vec<_>>()
                );
            }
            right += 2 * both;
            counted += gold.len() + found.len();
        }
        let f1 = right as f64 / counted as f64;
        assert!(
            passages >= 60 && f1 >= 0.95,
            "F1 {f1:.3} on {passages} passages"
        );
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
        check(
            "''We will go,'' she said, and ``they'll stay,'' and left.",
            &["''We will go,''", "``they'll stay,''"],
        );
        check("‘‘We will go,’’ she said.", &["‘‘We will go,’’"]);
    }
}
