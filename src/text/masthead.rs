//! What an article says of its own publication.

use crate::text::dateline::dateline_agency;
use crate::text::dates::{after_leading_date, find_date, is_time_line};
use crate::text::document::{Document, PassageKind};
use crate::text::furniture::is_byline;
use crate::text::page::{PAGE, fold};
use crate::text::passages::first_prose;
use crate::text::units::units;
use jiff::civil::Date;

/// Lines at the top that are looked at.
const TOP: usize = 14;
/// Lines at the bottom that are looked at for a copyright notice.
const BOTTOM: usize = 6;
/// Bytes at the top and at the bottom that are looked at.
const REACH: usize = 16 * 1024;
/// Longer lines are prose.
const LONGEST: usize = 200;

/// Returns the document with title, outlet and date from its text where it has none.
pub(super) fn complete(mut document: Document) -> Document {
    let head = &document.text[..near(&document.text, REACH)];
    let foot = &document.text[near(&document.text, document.text.len().saturating_sub(REACH))..];
    let (top, bottom) = (lines(head), lines(foot));
    let top = &top[..top.len().min(TOP)];
    let bottom = &bottom[bottom.len().saturating_sub(BOTTOM)..];
    let date = document.date.or_else(|| printed_date(top));
    let outlet = document
        .outlet
        .take()
        .or_else(|| printed_outlet(top, bottom));
    let title = document.title.take().or_else(|| first_heading(head));
    Document {
        title,
        outlet,
        date,
        ..document
    }
}

/// Returns the last place up to `at` where the text can be cut.
fn near(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn lines(text: &str) -> Vec<&str> {
    units(text)
        .into_iter()
        .map(|unit| &text[unit.range])
        .collect()
}

fn first_heading(head: &str) -> Option<String> {
    let first = first_prose(head)?;
    let words: Vec<&str> = first.span.of(head).split_whitespace().collect();
    (first.kind == PassageKind::Heading).then(|| words.join(" "))
}

/// A date glued before the first sentence, or in a line of its own; "Posted" before "Updated".
fn printed_date(top: &[&str]) -> Option<Date> {
    let first = top.first()?;
    let glued = &first[..after_leading_date(first)];
    let short = || top.iter().filter(|line| line.len() <= LONGEST);
    let timed = |line: &&&str| is_time_line(line) || is_byline(line);
    let updated = |line: &&&str| fold(line).contains("updated") || fold(line).contains("modified");
    find_date(glued)
        .or_else(|| {
            short()
                .filter(timed)
                .filter(|line| !updated(line))
                .find_map(|line| find_date(line))
        })
        .or_else(|| short().filter(timed).find_map(|line| find_date(line)))
        .or_else(|| {
            short()
                .filter(|line| fold(line).starts_with("posted by") || line.starts_with("By "))
                .find_map(|line| find_date(line))
        })
}

/// A signed dateline, a byline with an outlet, or a copyright notice.
fn printed_outlet(top: &[&str], bottom: &[&str]) -> Option<String> {
    top.iter()
        .find_map(|line| dateline_agency(line))
        .or_else(|| {
            top.iter()
                .filter(|line| is_byline(line))
                .find_map(|line| byline_outlet(line))
        })
        .or_else(|| {
            top.iter()
                .chain(bottom)
                .find_map(|line| copyright_holder(line))
        })
}

/// "By Ana Weiss, The Daily Courier" · "Ana Weiss, Northern News" · "…, Courier Staff".
fn byline_outlet(line: &str) -> Option<String> {
    let (_, desk) = line.rsplit_once(',')?;
    let desk = desk.trim();
    let folded = fold(desk);
    let staff = folded.ends_with(" staff");
    let name = if staff {
        desk[..desk.len() - " staff".len()].trim_end()
    } else {
        desk
    };
    let last = folded.rsplit(' ').next()?;
    let wire = PAGE.initials.get(name).map(String::as_str);
    let known = staff
        || desk.starts_with("The ")
        || PAGE.outlets.contains(last)
        || wire.is_some()
        || PAGE.agencies.contains(&folded);
    known.then(|| wire.unwrap_or(name).to_owned())
}

/// "© 2024 Reuters. All rights reserved." · "Copyright 2024 The Daily Courier".
fn copyright_holder(line: &str) -> Option<String> {
    if line.len() > LONGEST {
        return None;
    }
    let rest = ["©", "Copyright", "(c)", "(C)"]
        .iter()
        .find_map(|sign| line.trim_start().strip_prefix(sign))?;
    let holder = rest.trim_start_matches(|c: char| {
        c.is_whitespace() || c.is_ascii_digit() || "©-–,".contains(c)
    });
    let end = holder
        .find(['.', ',', '|', ';', '('])
        .unwrap_or(holder.len());
    let holder = holder[..end]
        .split("All rights")
        .next()?
        .split("all rights")
        .next()?
        .trim();
    let named = holder.starts_with(char::is_uppercase) && holder.split_whitespace().count() <= 5;
    named.then(|| holder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = complete(Document {
            text: text.to_owned(),
            ..Document::default()
        });
        let date = found.date.map(|date| date.to_string());
        let shown = [found.title, found.outlet, date]
            .map(Option::unwrap_or_default)
            .join(" | ");
        assert_eq!(shown, expected);
    }

    #[test]
    fn publication_is_read_from_the_text() {
        check(
            " date 2024-10-15 The envoys met in Oslo on Monday.",
            " |  | 2024-10-15",
        );
        check(
            "date 2024-10-15\nEnvoys meet\nThe envoys met.",
            "Envoys meet |  | 2024-10-15",
        );
        check(
            "Envoys meet\nBy Ana Weiss,  Courier Staff\nPosted Oct 16, 2024 9:11 AM CDT\nThey met.",
            "Envoys meet | Courier | 2024-10-16",
        );
        check(
            "Updated 13 March 2023\nPublished: 12 March 2023\nThe envoys met.",
            " |  | 2023-03-12",
        );
        check(
            "Envoys meet\nAna Weiss, Northern News\nThey met.",
            "Envoys meet | Northern News | ",
        );
        check("OSLO, Oct 14 (Reuters) - The envoys met.", " | Reuters | ");
        check(
            "The envoys met.\n© 2024 Northern News. All rights reserved.",
            " | Northern News | ",
        );
        check(
            "By Ana Weiss, 2024-10-14\nThe envoys met.",
            " |  | 2024-10-14",
        );
        check("The envoys met on 12 March 2023.", " |  | ");
    }
}
