//! Cutting a text into what a page prints on its own: paragraphs, headings, list items.

use std::ops::Range;

/// What a unit was marked as by the sign before it, which is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    /// A bullet or a number.
    Item,
    /// A Markdown heading sign.
    Heading,
}

/// A line, or the lines of one hard-wrapped paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub range: Range<usize>,
    pub mark: Mark,
}

/// Returns the units of a text in order; none is empty.
pub(super) fn units(text: &str) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut block: Vec<Unit> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(is_line_end) {
        let end = start + line.len();
        // The feed of a carriage return and line feed ends no second line.
        let rest_of_break = line == "\n" && text[..start].ends_with('\r');
        let unit = marked(text, start..end);
        start = end;
        if unit.range.is_empty() {
            if !rest_of_break {
                flush(text, &mut block, &mut units);
            }
            continue;
        }
        if unit.mark != Mark::None {
            flush(text, &mut block, &mut units);
        }
        let closed = unit.mark == Mark::Heading;
        block.push(unit);
        if closed {
            flush(text, &mut block, &mut units);
        }
    }
    flush(text, &mut block, &mut units);
    units
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Returns a line without white space and the mark before it.
fn marked(text: &str, line: Range<usize>) -> Unit {
    let whole = &text[line.clone()];
    let (rest, mark) = strip_mark(whole.trim_matches(is_blank));
    let end = line.start + whole.trim_end_matches(is_blank).len();
    Unit {
        range: end.saturating_sub(rest.len()).max(line.start)..end.max(line.start),
        mark,
    }
}

/// White space, and characters that have no width at all.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
}

fn strip_mark(line: &str) -> (&str, Mark) {
    let hashes = line.trim_start_matches('#');
    if hashes.len() < line.len() && line.len() - hashes.len() <= 6 && hashes.starts_with(' ') {
        return (hashes.trim_start(), Mark::Heading);
    }
    let quoted = line.trim_start_matches(['>', ' ']);
    let (mut rest, mut mark) = (quoted, Mark::None);
    // "• text", "- text", "1. text", "2) text"; a dash needs its space, a round bullet does not.
    if let Some(after) = rest.strip_prefix(['•', '‣', '▪', '◦', '●', '■', '►', '·'])
    {
        (rest, mark) = (after, Mark::Item);
    } else if let Some(after) = rest.strip_prefix(['-', '*', '+', '–', '—'])
        && after.starts_with(char::is_whitespace)
    {
        (rest, mark) = (after, Mark::Item);
    } else {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if let 1..=2 = digits
            && let Some(after) = rest[digits..].strip_prefix(['.', ')'])
            && after.starts_with(char::is_whitespace)
        {
            (rest, mark) = (after, Mark::Item);
        }
    }
    (rest.trim_start(), mark)
}

/// Moves the lines of a block to the units, joining those that only wrapping separates.
fn flush(text: &str, block: &mut Vec<Unit>, units: &mut Vec<Unit>) {
    let wrapped = is_wrapped(text, block);
    let mut lines = block.drain(..);
    let Some(mut current) = lines.next() else {
        return;
    };
    for line in lines {
        let (before, after) = (&text[current.range.clone()], &text[line.range.clone()]);
        if wrapped || goes_on(before, after) {
            current.range.end = line.range.end;
        } else {
            units.push(std::mem::replace(&mut current, line));
        }
    }
    units.push(current);
}

/// Returns whether the lines were filled to one width, as a text editor or printer does.
///
/// Filling leaves no line that had room for the first word of the next one.
fn is_wrapped(text: &str, block: &[Unit]) -> bool {
    let lines: Vec<&str> = block.iter().map(|unit| &text[unit.range.clone()]).collect();
    if lines.len() < 2 || lines.iter().any(|line| line.len() > 400) {
        return false;
    }
    let count = |text: &str| text.chars().count();
    let width = lines.iter().map(|line| count(line)).max().unwrap_or(0);
    let filled = lines.windows(2).all(|pair| {
        let word = pair[1].split_whitespace().next().unwrap_or("");
        count(pair[0]) + 1 + count(word) > width
    });
    let runs_on = lines.iter().skip(1).any(|line| starts_lower(line));
    (40..=120).contains(&width) && filled && runs_on
}

/// Returns whether a line continues the one before it: no stop, then a lower-case word.
fn goes_on(before: &str, after: &str) -> bool {
    let last_line = before.rsplit(is_line_end).next().unwrap_or(before);
    last_line.len() >= 40 && !last_line.ends_with(['.', '!', '?', ':']) && starts_lower(after)
}

fn starts_lower(line: &str) -> bool {
    line.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = units(text)
            .iter()
            .map(|unit| &text[unit.range.clone()])
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_are_units() {
        check("One.\nTwo.", &["One.", "Two."]);
        check("One.\r\n\r\n  Two. \r\n", &["One.", "Two."]);
        check("One.\rTwo.\u{2028}Three.", &["One.", "Two.", "Three."]);
        check(" \n\n ", &[]);
        check("\u{feff}One.\u{200b}", &["One."]);
    }

    #[test]
    fn marks_are_cut() {
        check("• One.\n  - Two.\n12. Three.", &["One.", "Two.", "Three."]);
        check(
            "## Talks resume\nThe envoys met.",
            &["Talks resume", "The envoys met."],
        );
        check(
            "> Quoted.\n-5 degrees.\n1990 was cold.",
            &["Quoted.", "-5 degrees.", "1990 was cold."],
        );
    }

    #[test]
    fn wrapped_lines_are_joined() {
        check(
            "The ministers of both countries met on Tuesday\nin Vienna and agreed to open the port again to\ngrain ships.",
            &[
                "The ministers of both countries met on Tuesday\nin Vienna and agreed to open the port again to\ngrain ships.",
            ],
        );
        check(
            "The ministers met in Vienna on Tuesday and agreed\nto open the port.",
            &["The ministers met in Vienna on Tuesday and agreed\nto open the port."],
        );
        check(
            "By Ana Weiss\nthe envoys met.",
            &["By Ana Weiss", "the envoys met."],
        );
        check(
            "Ministers meet in Vienna to talk about the port\nThe envoys of both countries hope for a deal soon",
            &[
                "Ministers meet in Vienna to talk about the port",
                "The envoys of both countries hope for a deal soon",
            ],
        );
    }
}
