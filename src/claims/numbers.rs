//! Words for numbers: `en/numbers.toml`.

use super::quantity::Bound;
use crate::error::{Error, Result};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;

type Table = FxHashMap<String, f64>;
type Phrases = BTreeMap<String, Vec<String>>;

/// `en/numbers.toml` as it stands.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fractions: Vec<String>,
    word: Table,
    scale: Table,
    several: Table,
    before: Phrases,
    after: Phrases,
    currency: FxHashMap<String, String>,
}

/// Words for numbers, and those beside them that say how they are meant.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    fractions: Vec<String>,
    words: Table,
    scales: Table,
    several: Table,
    before: Vec<(Vec<String>, Bound)>,
    after: Vec<(Vec<String>, Bound)>,
    currencies: FxHashMap<String, String>,
}

impl Numbers {
    /// Reads `en/numbers.toml`.
    ///
    /// # Errors
    ///
    /// Names the file and line, or the bound that is none and those that are.
    pub fn parse(path: &str, text: &str) -> Result<Numbers> {
        let file: File = toml::from_str(text).map_err(|error| Error::toml(path, text, &error))?;
        let phrases = |table: Phrases| -> Result<Vec<(Vec<String>, Bound)>> {
            let mut all = Vec::new();
            for (name, phrases) in table {
                let bound = Bound::from_name(&name).ok_or_else(|| {
                    let line = 1 + text.lines().position(|l| l.starts_with(&name)).unwrap_or(0);
                    let allowed = "exact, about, at_least or at_most";
                    Error::data(
                        path,
                        line,
                        format!("`{name}` is no bound: expected {allowed}"),
                    )
                })?;
                all.extend(
                    phrases
                        .iter()
                        .map(|phrase| (phrase.split(' ').map(str::to_owned).collect(), bound)),
                );
            }
            // The longest says most: "no more than" before "more than".
            all.sort_by_key(|(words, _): &(Vec<String>, Bound)| std::cmp::Reverse(words.len()));
            Ok(all)
        };
        Ok(Numbers {
            fractions: file.fractions,
            words: file.word,
            scales: file.scale,
            several: file.several,
            before: phrases(file.before)?,
            after: phrases(file.after)?,
            currencies: file.currency,
        })
    }

    /// Whether a word is a number or part of one.
    pub(super) fn is_number(&self, form: &str) -> bool {
        self.value(&[form]).is_some()
    }

    /// Whether a noun after a number makes it a part of a whole.
    pub(super) fn is_fraction(&self, lemma: &str) -> bool {
        self.fractions.iter().any(|known| known == lemma)
    }

    /// Whether a word multiplies the number before it.
    pub(super) fn is_scale(&self, form: &str) -> bool {
        self.scales.contains_key(&form.to_lowercase())
    }

    /// Returns the least that a plural stands for: 100 for "hundreds".
    pub(super) fn several(&self, form: &str) -> Option<f64> {
        self.several.get(form).copied()
    }

    /// Returns the code of a sign or name of money.
    pub(super) fn currency(&self, form: &str) -> Option<&str> {
        self.currencies.get(form).map(String::as_str)
    }

    /// Returns the bound that the last of some words set for a number after them.
    pub(super) fn bound_before(&self, words: &[String]) -> Option<Bound> {
        let found = self
            .before
            .iter()
            .find(|(phrase, _)| words.ends_with(phrase));
        found.map(|(_, bound)| *bound)
    }

    /// Returns the bound that the first of some words set for a number before them.
    pub(super) fn bound_after(&self, words: &[String]) -> Option<Bound> {
        let found = self
            .after
            .iter()
            .find(|(phrase, _)| words.starts_with(phrase));
        found.map(|(_, bound)| *bound)
    }

    /// Returns the number that words stand for, `None` where they are not one number: "two hundred and fifty thousand"
    /// is 250,000, "1.5 million" is 1,500,000, "two three" is none.
    pub(super) fn value(&self, words: &[&str]) -> Option<f64> {
        let mut sum = 0.0;
        let mut current: Option<f64> = None;
        // A number is added only where it is less than this: ten after "twenty", a hundred after "hundred".
        let mut room = f64::INFINITY;
        for piece in words.iter().flat_map(|word| self.pieces(word)) {
            match piece {
                Piece::Number(number) if number < room => {
                    current = Some(current.unwrap_or(0.0) + number);
                    let tens = (20.0..100.0).contains(&number) && number % 10.0 == 0.0;
                    room = if tens { 10.0 } else { 0.0 };
                }
                Piece::Scale(times) if times < 1_000.0 => {
                    current = Some(current.unwrap_or(1.0) * times);
                    room = times;
                }
                Piece::Scale(times) => {
                    sum += current.take().unwrap_or(1.0) * times;
                    room = times;
                }
                Piece::Filler if sum > 0.0 || current.is_some() => {}
                _ => return None,
            }
        }
        let any = current.is_some() || sum > 0.0;
        any.then(|| sum + current.unwrap_or(0.0))
    }

    /// Takes a word apart: "twenty-five", "20bn".
    fn pieces(&self, word: &str) -> Vec<Piece> {
        let lower = word.to_lowercase();
        let known = |part: &str| {
            let number = self.words.get(part).map(|number| Piece::Number(*number));
            number.or_else(|| self.scales.get(part).map(|times| Piece::Scale(*times)))
        };
        let piece = |part: &str| -> Vec<Piece> {
            let end = part.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
            let (digits, rest) = part.split_at(end.unwrap_or(part.len()));
            match (digits, rest) {
                ("", "" | "a" | "and") => vec![Piece::Filler],
                ("", rest) => vec![known(rest).unwrap_or(Piece::Other)],
                (digits, "") => vec![numeral(digits).map_or(Piece::Other, Piece::Number)],
                (digits, rest) => match (numeral(digits), self.scales.get(rest)) {
                    (Some(number), Some(times)) => {
                        vec![Piece::Number(number), Piece::Scale(*times)]
                    }
                    _ => vec![Piece::Other],
                },
            }
        };
        lower.split(['-', '–']).flat_map(piece).collect()
    }
}

/// What a word adds to a number.
enum Piece {
    Number(f64),
    Scale(f64),
    /// "half *a* million", "two hundred *and* fifty"
    Filler,
    Other,
}

/// Reads digits: "1,500", "2.5", "1500", but not "1,50" nor "1.2.3".
fn numeral(digits: &str) -> Option<f64> {
    let (whole, _) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?.len();
    let grouped = groups.all(|group| group.len() == 3) && (first <= 3 || !whole.contains(','));
    let plain = digits.replace(',', "");
    (grouped && first > 0 && plain.starts_with(|c: char| c.is_ascii_digit()))
        .then(|| plain.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers() -> Numbers {
        Numbers::parse("en/numbers.toml", include_str!("../data/en/numbers.toml")).expect("reads")
    }

    #[test]
    fn words_and_digits_are_numbers() {
        let numbers = numbers();
        for (text, expected) in [
            ("two", 2.0),
            ("twenty-five", 25.0),
            ("twenty five", 25.0),
            ("two dozen", 24.0),
            ("a hundred", 100.0),
            ("two hundred and fifty thousand", 250_000.0),
            ("half a million", 500_000.0),
            ("1,500", 1_500.0),
            ("1500", 1_500.0),
            ("2.5", 2.5),
            ("1.5 million", 1_500_000.0),
            ("20bn", 20e9),
            ("3 million two hundred thousand", 3_200_000.0),
        ] {
            let words: Vec<&str> = text.trim_start_matches("a ").split(' ').collect();
            assert_eq!(numbers.value(&words), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        let numbers = numbers();
        for text in [
            "",
            "and",
            "a",
            "two three",
            "1,50",
            "1.2.3",
            "F-16",
            "155mm",
            "10-15",
            ".",
            "47th",
            "NaN",
            "inf",
        ] {
            let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
            assert_eq!(numbers.value(&words), None, "{text}");
        }
    }

    #[test]
    fn a_bound_that_is_none_is_named_with_its_line() {
        let text = include_str!("../data/en/numbers.toml").replace("at_most", "atmost");
        let error = Numbers::parse("en/numbers.toml", &text)
            .expect_err("no such bound")
            .to_string();
        assert!(
            error.contains("`atmost` is no bound") && error.contains("at_least"),
            "{error}"
        );
        let line = 1 + text
            .lines()
            .position(|line| line.starts_with("atmost"))
            .expect("stands there");
        assert!(error.contains(&format!(":{line}")), "{error}");
    }
}
