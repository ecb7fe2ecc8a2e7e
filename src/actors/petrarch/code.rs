//! A code and the time it holds for: `NORGOV 20010301-20050228`, `USR <911226`, `NOR`.

use jiff::civil::Date;

/// A code with the days it holds for, both inclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedCode {
    /// The code, `None` for one that stands for no code (`---`).
    pub code: Option<String>,
    /// First day, where restricted.
    pub from: Option<Date>,
    /// Last day, where restricted.
    pub to: Option<Date>,
}

impl DatedCode {
    /// Returns whether the code holds on a day; on an unknown day only one without end does.
    pub fn holds(&self, day: Option<Date>) -> bool {
        match day {
            Some(day) => {
                self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
            }
            None => self.to.is_none(),
        }
    }

    /// Returns whether the code is restricted to a time.
    pub fn is_dated(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}

/// Returns the code that holds on a day: the first that is dated and fits, else the first without a date.
///
/// A default may stand on the line of the name, before the dated ones, so order alone cannot decide.
pub(in crate::actors) fn on_day(codes: &[DatedCode], day: Option<Date>) -> Option<&str> {
    let dated = codes.iter().find(|c| c.is_dated() && c.holds(day));
    let default = || codes.iter().find(|c| !c.is_dated());
    dated.or_else(default)?.code.as_deref()
}

/// Reads what stands in one pair of brackets.
pub(super) fn parse(group: &str) -> Result<DatedCode, String> {
    let mut words = group.split_whitespace();
    let code = words.next().unwrap_or("");
    let rest: String = words.collect();
    // The restriction may follow the code without a blank: `NOR<450508`.
    let cut = code.find(['<', '>']).unwrap_or(code.len());
    let (code, glued) = code.split_at(cut);
    let restriction = format!("{glued}{rest}");
    let (from, to) = match restriction.as_str() {
        "" => (None, None),
        text => range(text)?,
    };
    let code = code.to_uppercase();
    let null = matches!(code.as_str(), "---" | "+++" | "###");
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '/';
    if !null && (code.is_empty() || !code.chars().all(fits)) {
        return Err(format!(
            "\"{code}\" is no code, expected letters such as NORGOV, or --- for none"
        ));
    }
    let code = (!null).then_some(code);
    Ok(DatedCode { code, from, to })
}

type Range = (Option<Date>, Option<Date>);

fn range(text: &str) -> Result<Range, String> {
    let day = |text: &str| {
        day(text).ok_or_else(|| {
            format!(
                "\"{text}\" is no date, expected YYYYMMDD or YYMMDD in <DATE, >DATE or DATE-DATE"
            )
        })
    };
    if let Some(rest) = text.strip_prefix('<') {
        return Ok((None, Some(day(rest)?)));
    }
    if let Some(rest) = text.strip_prefix('>') {
        return Ok((Some(day(rest)?), None));
    }
    let Some((from, to)) = text.split_once('-') else {
        return Err(format!(
            "\"{text}\" restricts to no time, expected <DATE, >DATE or DATE-DATE"
        ));
    };
    let (from, to) = (day(from)?, day(to)?);
    if to < from {
        return Err(format!("the time {text} ends before it begins"));
    }
    Ok((Some(from), Some(to)))
}

/// Reads YYYYMMDD or YYMMDD, where years up to 30 are of this century.
///
/// A day past the end of its month is its last day: the dictionaries write "the 31st" for any end.
fn day(text: &str) -> Option<Date> {
    if !text.bytes().all(|b| b.is_ascii_digit()) || !matches!(text.len(), 6 | 8) {
        return None;
    }
    let (year, rest) = text.split_at(text.len() - 4);
    let year: i16 = year.parse().ok()?;
    let year = match text.len() {
        6 if year <= 30 => 2000 + year,
        6 => 1900 + year,
        _ => year,
    };
    let month: i8 = rest[..2].parse().ok()?;
    let day: i8 = rest[2..].parse().ok()?;
    let first = Date::new(year, month, 1).ok()?;
    (1..=31)
        .contains(&day)
        .then(|| Date::new(year, month, day.min(first.days_in_month())).ok())?
}

#[cfg(test)]
mod tests {
    use super::{on_day, parse};
    use jiff::civil::date;

    #[test]
    fn a_restriction_is_read_in_every_form() {
        let code = |group: &str| parse(group).expect("it is well formed");
        assert_eq!(code("NOR").code.as_deref(), Some("NOR"));
        assert_eq!(code("NORGOV <911226").to, Some(date(1991, 12, 26)));
        assert_eq!(code("NORGOV > 20010301").from, Some(date(2001, 3, 1)));
        let both = code("norgov 18970101 - 450703");
        assert_eq!(both.from, Some(date(1897, 1, 1)));
        assert_eq!(both.to, Some(date(1945, 7, 3)));
        assert_eq!(both.code.as_deref(), Some("NORGOV"));
        assert_eq!(code("--- <050630").code, None);
        assert_eq!(code("NORELI 990101-20030231").to, Some(date(2003, 2, 28)));
    }

    #[test]
    fn a_bad_restriction_says_what_is_allowed() {
        let message = |group: &str| parse(group).expect_err("it is malformed");
        assert!(message("NORGOV 9008223-911221").contains("expected YYYYMMDD or YYMMDD"));
        assert!(message("NORGOV 20121204").contains("<DATE, >DATE or DATE-DATE"));
        assert!(message("NORGOV >20011301").contains("is no date"));
        assert!(message("NORGOV 050101-040101").contains("ends before it begins"));
        assert!(message("N?R").contains("is no code"));
        assert!(message("").contains("is no code"));
    }

    #[test]
    fn limits_are_inclusive_and_the_default_comes_last() {
        let codes = ["NOR", "NORGOV 20010301-20050228", "NORELI >20050228"];
        let codes: Vec<_> = codes
            .iter()
            .map(|c| parse(c).expect("it is well formed"))
            .collect();
        let on = |y, m, d| on_day(&codes, Some(date(y, m, d)));
        assert_eq!(on(2001, 2, 28), Some("NOR"));
        assert_eq!(on(2001, 3, 1), Some("NORGOV"));
        assert_eq!(on(2005, 2, 28), Some("NORGOV"));
        assert_eq!(on(2005, 3, 1), Some("NORELI"));
        assert_eq!(on_day(&codes, None), Some("NORELI"));
    }
}
