//! Dates as pages print them.

use jiff::civil::Date;

/// The months, in lower case.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// The days of the week from Monday, in lower case.
pub(crate) const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// What stands around a date in the line that gives it.
const CLOCK: [&str; 40] = [
    "posted",
    "published",
    "updated",
    "last",
    "first",
    "modified",
    "edited",
    "created",
    "date",
    "on",
    "at",
    "of",
    "and",
    "ago",
    "second",
    "seconds",
    "minute",
    "minutes",
    "min",
    "mins",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "today",
    "yesterday",
    "local",
    "time",
    "am",
    "pm",
    "noon",
    "midnight",
    "a",
    "an",
    "the",
    "h",
];

/// Returns the first full date in a short text.
///
/// Understood are `2024-10-15`, `2024/10/15`, `15.10.2024`, `Oct 15, 2024`, `15 October 2024`;
/// `10/11/2024` is not, since half the world reads it the other way round.
pub(super) fn find_date(text: &str) -> Option<Date> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || ",()[]|;".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    (0..words.len()).find_map(|at| date_at(&words[at..]))
}

fn date_at(words: &[&str]) -> Option<Date> {
    if let Some(date) = numeric_date(words[0]) {
        return Some(date);
    }
    let [first, second, third] = [0, 1, 2].map(|i| words.get(i).copied().unwrap_or(""));
    let (day, month) = match (month_number(first), month_number(second)) {
        (Some(month), _) => (day_number(second)?, month),
        (None, Some(month)) => (day_number(first)?, month),
        (None, None) => return None,
    };
    let year = third.trim_matches(|c: char| !c.is_ascii_digit());
    date(year, month, day)
}

fn numeric_date(word: &str) -> Option<Date> {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    // "2024-10-15T09:11:00Z" is a date too.
    let head = word.split(['T', 't']).next()?;
    let mut parts = head.split(['-', '/', '.']);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    let year_first = a.len() == 4;
    let year_last = c.len() == 4 && head.contains('.');
    let (year, day) = if year_first { (a, c) } else { (c, a) };
    if parts.next().is_some() || !(year_first || year_last) || b.len() > 2 || day.len() > 2 {
        return None;
    }
    date(year, b.parse().ok()?, day.parse().ok()?)
}

fn date(year: &str, month: i8, day: i8) -> Option<Date> {
    let year = year.parse().ok().filter(|y| (1800..2200).contains(y))?;
    Date::new(year, month, day).ok()
}

/// Returns the month that a name or its abbreviation means ("Oct", "Sept.").
fn month_number(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let at = MONTHS.iter().position(|month| {
        word.len() >= 3 && month.starts_with(&word) || *month == "september" && word == "sept"
    })?;
    i8::try_from(at + 1).ok()
}

/// Returns the year that four digits are, of the last century or this.
pub(crate) fn year_number(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse()
        .ok()
        .filter(|year| digits && (1900..2100).contains(year))
}

/// Returns the day of a month: "4", "4th".
pub(crate) fn day_number(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th");
    let day: i8 = digits.parse().ok()?;
    (ordinal && (1..=31).contains(&day)).then_some(day)
}

/// Returns whether a line gives a time and nothing else: "Posted Oct 16, 2024 9:11 AM CDT".
pub(super) fn is_time_line(line: &str) -> bool {
    let mut words = 0;
    let mut timed = false;
    let edge = |c: char| c.is_whitespace() || ",()[]|;:•·-–—/".contains(c);
    for word in line.split(edge).filter(|word| !word.is_empty()) {
        words += 1;
        let lower = word.trim_end_matches('.').to_lowercase().replace('.', "");
        let digits = lower.starts_with(|c: char| c.is_ascii_digit());
        let stamp = digits
            && lower
                .trim_end_matches(char::is_alphabetic)
                .parse::<u64>()
                .is_ok()
            || numeric_date(word).is_some()
            || lower.starts_with(|c: char| c.is_ascii_digit())
                && (lower.contains('t') || lower.ends_with('z'));
        let calendar = month_number(word).is_some()
            || WEEKDAYS
                .iter()
                .any(|day| lower.len() >= 3 && day.starts_with(&*lower));
        let zone = (1..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
        timed |= stamp || lower == "ago" || lower == "today" || lower == "yesterday";
        if words > 24 || !(stamp || calendar || zone || CLOCK.contains(&&*lower)) {
            return false;
        }
    }
    timed
}

/// Returns where the text goes on after a date glued to its start: "date 2024-10-15 Troops …".
pub(super) fn after_leading_date(text: &str) -> usize {
    let body = text.trim_start();
    let labelled = ["date ", "Date ", "DATE ", "date: ", "Date: "]
        .iter()
        .find_map(|label| body.strip_prefix(label));
    let rest = labelled.unwrap_or(body).trim_start();
    let word = rest.split_whitespace().next().unwrap_or("");
    let iso = word.len() >= 10 && numeric_date(word).is_some() && word.as_bytes()[4] == b'-';
    if !iso {
        return 0;
    }
    let after =
        rest[word.len()..].trim_start_matches(|c: char| c.is_whitespace() || "|:–—-".contains(c));
    text.len() - after.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = find_date(text).map_or(String::new(), |date| date.to_string());
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn dates_are_read() {
        check("date 2024-10-15", "2024-10-15");
        check("Posted Oct 16, 2024 9:11 AM CDT", "2024-10-16");
        check("Published: 12 March 2023", "2023-03-12");
        check("October 14, 2024 at 5:31 PM", "2024-10-14");
        check("Sunday, January 20, 2008", "2008-01-20");
        check("Sept. 3rd 2021", "2021-09-03");
        check("2024-10-14T17:31:00+02:00", "2024-10-14");
        check("15.10.2024 | 12:30", "2024-10-15");
        check("10/11/2024", "");
        check("31 February 2024", "");
        check("October 14", "");
        check("In 2024 the army left.", "");
    }

    #[test]
    fn time_lines_hold_nothing_else() {
        for line in [
            "Posted Oct 16, 2024 9:11 AM CDT",
            "October 14, 2024 at 5:31 p.m. ET",
            "Last updated: 3 hours ago",
            "Published 12 March 2023, 10:05 GMT",
            "Sunday, January 20, 2008",
            "2024-10-14T17:31:00Z",
            "14/10/2024 - 17:31",
        ] {
            assert!(is_time_line(line), "{line}");
        }
        for line in [
            "Ministers meet on 12 March 2023",
            "Posted troops return",
            "May visits Paris",
            "US and EU",
        ] {
            assert!(!is_time_line(line), "{line}");
        }
    }

    #[test]
    fn a_leading_date_ends_before_the_sentence() {
        assert_eq!(after_leading_date("date 2024-10-15 Troops left."), 16);
        assert_eq!(after_leading_date("2024-10-15 Troops left."), 11);
        assert_eq!(after_leading_date("date 2024-10-15"), 15);
        assert_eq!(after_leading_date("Date palms were cut."), 0);
        assert_eq!(after_leading_date("2024 was cold."), 0);
    }
}
