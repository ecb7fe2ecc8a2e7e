//! When something happened, as its clause says it: "on Tuesday", "yesterday", "on 4 May", "in June 2021", "in 2014",
//! reckoned from the day of publication.

use super::Status;
use super::numbers::Numbers;
use super::tree::{Tree, is};
use crate::syntax::Upos;
use crate::text::{MONTHS, WEEKDAYS, day_number, year_number};
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// A day.
    Day(Date),
    /// A month, by its first day.
    Month(Date),
    /// A year, by its first day.
    Year(Date),
}

impl When {
    /// Returns the day, or the first day of the month or year.
    pub(super) fn first(self) -> Date {
        match self {
            When::Day(date) | When::Month(date) | When::Year(date) => date,
        }
    }

    /// Returns it as ISO 8601 has it, no more exact than the text: `2022-05-04`, `2022-05`, `2022`.
    pub(super) fn iso(self) -> String {
        let full = self.first().to_string();
        let length = match self {
            When::Day(_) => full.len(),
            When::Month(_) => full.len() - 3,
            When::Year(_) => full.len() - 6,
        };
        full[..length].to_owned()
    }
}

/// Returns when the clause of a word says that it happened; days and months without a year are the last before the
/// publication, or the next for what is planned.
pub(super) fn stated(
    tree: &Tree<'_>,
    trigger: usize,
    status: Status,
    published: Option<Date>,
    numbers: &Numbers,
) -> Option<When> {
    let verb = |i: &usize| tree.token(*i).upos == Upos::Verb;
    // "may meet on Friday" is still to come, "may have met" is not.
    let will = |verb: usize| {
        let auxiliary = |test: &dyn Fn(usize) -> bool| {
            tree.children(verb).any(|c| tree.dep(c) == "aux" && test(c))
        };
        auxiliary(&|c| tree.token(c).xpos == "MD") && !auxiliary(&|c| tree.lemma(c) == "have")
    };
    // "will speak at a *meeting* in October"
    let above = std::iter::once(trigger)
        .chain(tree.ancestors(trigger))
        .find(verb);
    let coming = status == Status::Planned || above.is_some_and(will);
    let of_clause = |word: usize| {
        let temporal = |&c: &usize| {
            let dep = tree.dep(c);
            is(dep, "obl") || is(dep, "nmod") || dep == "advmod"
        };
        let mut phrases = tree.children(word).filter(temporal);
        phrases.find_map(|c| phrase_of(tree, c)?.reckon(coming, published, numbers))
    };
    carriers(tree, trigger).find_map(of_clause)
}

/// "*carried* out an *attack* on Tuesday": the words whose phrases say when and where, the trigger first.
pub(super) fn carriers(tree: &Tree<'_>, trigger: usize) -> impl Iterator<Item = usize> {
    let verb = |i: &usize| tree.token(*i).upos == Upos::Verb;
    let carried = !verb(&trigger) && matches!(tree.dep(trigger), "obj" | "nsubj:pass");
    let carrying = tree.head(trigger).filter(verb).filter(|_| carried);
    std::iter::once(trigger).chain(carrying)
}

/// The words of a phrase, with the preposition before them.
struct Phrase {
    preposition: Option<String>,
    words: Vec<String>,
}

/// Returns a phrase that may say when: what is done "until June" is not done in June.
fn phrase_of(tree: &Tree<'_>, head: usize) -> Option<Phrase> {
    let preposition = tree.preposition(head);
    let at = matches!(
        preposition.as_deref(),
        None | Some("on" | "in" | "at" | "during" | "since")
    );
    let outer = |i: usize| {
        !matches!(
            tree.dep(i),
            "case" | "punct" | "acl:relcl" | "acl" | "conj" | "aux" | "cop"
        ) && !tree.form(i).eq_ignore_ascii_case("the")
    };
    // "on the *morning* of 4 May", but not "for the conduct of Saturday's vote"
    let part = matches!(
        tree.lemma(head),
        "morning" | "afternoon" | "evening" | "night"
    );
    // "*two* days ago": the number hangs on the days.
    let part = part || tree.lemma(head) == "ago";
    let inner = |&i: &usize| {
        let above = tree.head(i);
        let deep = above.is_some_and(|above| part && tree.head(above) == Some(head));
        i == head || (above == Some(head) || deep) && outer(i)
    };
    at.then(|| Phrase {
        preposition,
        words: (0..tree.len())
            .filter(inner)
            .map(|i| tree.form(i).trim_end_matches('.').to_owned())
            .collect(),
    })
}

impl Phrase {
    /// Returns the time; `coming` says that it is still to come.
    fn reckon(&self, coming: bool, published: Option<Date>, numbers: &Numbers) -> Option<When> {
        let has = |word: &str| self.words.iter().any(|w| w.eq_ignore_ascii_case(word));
        let coming = has("next") || coming && !has("last");
        let year = self.words.iter().find_map(|word| year_number(word));
        let month = self.words.iter().zip(0_usize..).find_map(|(word, at)| {
            let month = MONTHS.iter().position(|name| is_name(word, name))?;
            Some((month as i8 + 1, at))
        });
        if let Some((month, at)) = month {
            let beside = [at + 1, at.wrapping_sub(1), at.wrapping_sub(2)];
            let day = beside.iter().find_map(|&i| day_number(self.words.get(i)?));
            return in_month(month, day, year, coming, published);
        }
        let within = matches!(self.preposition.as_deref(), Some("in" | "since" | "during"));
        if let Some(year) = year.filter(|_| within && self.words.len() == 1) {
            return Date::new(year, 1, 1).ok().map(When::Year);
        }
        let published = published?;
        let near = |days: i64| published.checked_add(days.days()).ok().map(When::Day);
        let weekday = self.words.iter().find_map(|word| {
            let at = WEEKDAYS.iter().position(|name| is_name(word, name))?;
            Weekday::from_monday_zero_offset(at as i8).ok()
        });
        if let Some(weekday) = weekday {
            let since = i64::from(published.weekday().since(weekday));
            // "on Tuesday" in what is published on a Tuesday is that day; "last Tuesday" is not.
            return match (coming, since, has("last") || has("next")) {
                (false, 0, false) | (true, 0, false) => near(0),
                (false, 0, true) => near(-7),
                (true, 0, true) => near(7),
                (false, since, _) => near(-since),
                (true, since, _) => near(7 - since),
            };
        }
        match self.words.last().map(|word| word.to_lowercase()).as_deref() {
            Some("yesterday") => return near(-1),
            Some("today" | "tonight") => return near(0),
            Some("tomorrow") => return near(1),
            _ => {}
        }
        self.ago(published, numbers)
            .or_else(|| self.relative(published))
    }

    /// "three days ago", "two years earlier"
    fn ago(&self, published: Date, numbers: &Numbers) -> Option<When> {
        let ago = self
            .words
            .iter()
            .position(|word| word.eq_ignore_ascii_case("ago"))?;
        let unit = self.words.get(ago.checked_sub(1)?)?;
        let number = match self.words.get(ago.checked_sub(2)?)?.as_str() {
            "a" | "an" => 1,
            word => numbers
                .value(&[word])
                .filter(|n| n.fract() == 0.0 && (1.0..200.0).contains(n))?
                as i64,
        };
        let back = |span: Span| published.checked_sub(span).ok();
        match unit.as_str() {
            "day" | "days" => back(number.days()).map(When::Day),
            "month" | "months" => back(number.months())?
                .with()
                .day(1)
                .build()
                .ok()
                .map(When::Month),
            "year" | "years" => back(number.years())?
                .with()
                .month(1)
                .day(1)
                .build()
                .ok()
                .map(When::Year),
            _ => None,
        }
    }

    /// "last year", "this month"
    fn relative(&self, published: Date) -> Option<When> {
        let [which, unit] = &self.words[..] else {
            return None;
        };
        let by = match which.to_lowercase().as_str() {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        match unit.as_str() {
            "month" => {
                let date = published.with().day(1).build().ok()?;
                date.checked_add(by.months()).ok().map(When::Month)
            }
            "year" => {
                let date = published.with().month(1).day(1).build().ok()?;
                date.checked_add(by.years()).ok().map(When::Year)
            }
            _ => None,
        }
    }
}

/// Returns a day of a month, or the month: of the year given, else the last one before the publication or the next.
fn in_month(
    month: i8,
    day: Option<i8>,
    year: Option<i16>,
    coming: bool,
    published: Option<Date>,
) -> Option<When> {
    let at = |year: i16| {
        let date = Date::new(year, month, day.unwrap_or(1)).ok()?;
        Some(if day.is_some() {
            When::Day(date)
        } else {
            When::Month(date)
        })
    };
    if let Some(year) = year {
        return at(year);
    }
    let published = published?;
    let this = at(published.year())?;
    let later = this.first() > published;
    let same = month == published.month() && day.is_none();
    match (coming, later) {
        (false, true) if !same => at(published.year() - 1),
        (true, false) if !same => at(published.year() + 1),
        _ => Some(this),
    }
}

/// Whether a word is the name of a month or a day: "March", but not "a march".
fn is_name(word: &str, name: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.eq_ignore_ascii_case(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn reckon(preposition: &str, words: &str, coming: bool) -> Option<String> {
        let phrase = Phrase {
            preposition: (!preposition.is_empty()).then(|| preposition.to_owned()),
            words: words.split(' ').map(str::to_owned).collect(),
        };
        // A Wednesday.
        let published = date(2022, 10, 5);
        let numbers = Numbers::parse("en/numbers.toml", include_str!("../data/en/numbers.toml"));
        let numbers = numbers.expect("reads");
        phrase
            .reckon(coming, Some(published), &numbers)
            .map(When::iso)
    }

    fn past(preposition: &str, words: &str) -> String {
        reckon(preposition, words, false).unwrap_or_default()
    }

    #[test]
    fn weekdays_are_the_last_or_the_next() {
        assert_eq!(past("on", "Monday"), "2022-10-03");
        assert_eq!(past("on", "Wednesday"), "2022-10-05");
        assert_eq!(past("", "last Wednesday"), "2022-09-28");
        let planned = reckon("on", "Monday", true);
        assert_eq!(planned.as_deref(), Some("2022-10-10"));
    }

    #[test]
    fn a_day_without_a_year_is_the_nearest_before() {
        assert_eq!(past("on", "4 October"), "2022-10-04");
        assert_eq!(past("on", "November 4th"), "2021-11-04");
        assert_eq!(past("on", "4 May 2014"), "2014-05-04");
        assert_eq!(past("on", "31 June"), "");
    }

    #[test]
    fn what_is_told_by_month_or_year_is_no_more_exact() {
        assert_eq!(past("in", "June"), "2022-06");
        assert_eq!(past("in", "December"), "2021-12");
        assert_eq!(past("in", "June 2019"), "2019-06");
        assert_eq!(past("in", "2014"), "2014");
        assert_eq!(past("", "last year"), "2021");
        assert_eq!(past("", "three years ago"), "2019");
        assert_eq!(past("", "two days ago"), "2022-10-03");
        assert_eq!(past("", "a day ago"), "2022-10-04");
        assert_eq!(past("", "twenty years ago"), "2002");
        assert_eq!(past("", "half years ago"), "");
        assert_eq!(past("", "yesterday"), "2022-10-04");
    }

    #[test]
    fn numbers_that_are_no_dates_are_none() {
        assert_eq!(past("of", "2014"), "");
        assert_eq!(past("in", "Norway"), "");
        assert_eq!(past("for", "two years"), "");
        assert_eq!(past("on", "march"), "");
    }
}
