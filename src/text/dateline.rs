//! Datelines: "KYIV, Oct 14 (Reuters) - " before the first sentence of a report.

use crate::text::page::PAGE;

/// A dateline is short.
const LONGEST: usize = 80;

/// Returns where the report goes on after its dateline, 0 where it has none.
pub(super) fn after_dateline(text: &str) -> usize {
    split(text).map_or(0, |(_, rest)| rest)
}

/// Returns the agency that signs a dateline: "Reuters" in "KYIV, Oct 14 (Reuters) - …".
pub(super) fn dateline_agency(text: &str) -> Option<String> {
    let (line, _) = split(text)?;
    let (_, signed) = line.rsplit_once('(')?;
    let agency = signed.split([')', '/']).next()?.trim();
    let full = PAGE.initials.get(&agency.to_uppercase());
    Some(full.map_or(agency, String::as_str).to_owned()).filter(|name| !name.is_empty())
}

fn split(text: &str) -> Option<(&str, usize)> {
    let (at, dash) = [" - ", " – ", " — ", " -- ", " _ ", "— ", ")—"]
        .iter()
        .filter_map(|dash| Some((find_near(text, dash)?, *dash)))
        .min()?;
    let line = &text[..at + usize::from(dash.starts_with(')'))];
    let rest = text[at + dash.len()..].trim_start();
    (is_dateline(line.trim())
        && rest
            .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"‘'".contains(c)))
    .then_some((line, text.len() - rest.len()))
}

fn find_near(text: &str, pattern: &str) -> Option<usize> {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].find(pattern)
}

/// "KYIV", "SEOUL, South Korea (AP)", "(Reuters)", "Kyiv, Ukraine".
fn is_dateline(line: &str) -> bool {
    let (place, agency) = match line.split_once('(') {
        Some((place, agency))
            if agency.ends_with(')')
                && agency.len() < 30
                && agency.starts_with(char::is_uppercase) =>
        {
            (place.trim(), true)
        }
        Some(_) => return false,
        None => (line, false),
    };
    let words: Vec<&str> = place
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let named = words.iter().all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || ["and", "of", "the"].contains(word)
    });
    let shouted = words.first().is_some_and(|word| {
        word.chars().count() >= 3
            && word
                .chars()
                .all(|c| c.is_uppercase() || "-.'’/".contains(c))
    });
    // "Kyiv, Ukraine – Troops …" has a comma; "Weiss – who …" has not.
    let placed = place.contains(',') && words.len() <= 5;
    words.len() <= 6 && named && !line.is_empty() && (agency || shouted || placed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, rest: &str, agency: &str) {
        assert_eq!(&text[after_dateline(text)..], rest);
        assert_eq!(dateline_agency(text).unwrap_or_default(), agency);
    }

    #[test]
    fn datelines_are_cut() {
        check(
            "OSLO, Oct 14 (Reuters) - The talks ended.",
            "The talks ended.",
            "Reuters",
        );
        check(
            "OSLO (AP) — The talks ended.",
            "The talks ended.",
            "Associated Press",
        );
        check("NEW YORK — The talks ended.", "The talks ended.", "");
        check(
            "OSLO (AP) _ The talks ended.",
            "The talks ended.",
            "Associated Press",
        );
        check(
            "Oslo, Norway – “We go,” she said.",
            "“We go,” she said.",
            "",
        );
        check(
            "(Reuters) - The talks ended.",
            "The talks ended.",
            "Reuters",
        );
        check(
            "BEIJING, March 3 (Xinhua) -- The talks ended.",
            "The talks ended.",
            "Xinhua",
        );
    }

    #[test]
    fn other_dashes_stay() {
        for text in [
            "Weiss – who leads the union – spoke.",
            "Ana Weiss (left) - The talks ended.",
            "The talks - The longest ever - ended.",
            "It rained.",
        ] {
            check(text, text, "");
        }
    }
}
