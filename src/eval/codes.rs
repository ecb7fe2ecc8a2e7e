//! Conformance to event coders: do the phrases of a sentence get the codes that a case expects?
//!
//! A case gives a sentence, a day, and pairs of source and target code. What happened between
//! the two (the coder's verb) is not looked at. A case is *right* where each pair's source and
//! target are among the codes of the sentence's noun phrases, the source before the target
//! unless the case has the pair both ways; it *leads* where in addition the first coded phrases
//! are just those of the pairs. A side that the case leaves uncoded (`---`) asks for nothing. A
//! case that expects no event, or none with a coded side, is right where fewer than two
//! different codes are found.

use crate::actors::Gazetteer;
use crate::error::{Error, Result};
use crate::span::Span;
use crate::syntax::Syntax;
use crate::text::{Passage, PassageKind};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

/// A sentence with the codes that an event coder must find.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeCase {
    /// Name of the case.
    pub id: String,
    /// What it tests, such as "DATE".
    pub category: String,
    /// The sentence.
    pub text: String,
    /// The day it was printed.
    pub date: Option<Date>,
    /// The codes of each event.
    pub pairs: Vec<CodePair>,
}

/// The codes of the two sides of an event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct CodePair {
    /// Code of the doer.
    #[serde(rename = "source_code")]
    pub source: String,
    /// Code of the one it is done to.
    #[serde(rename = "target_code")]
    pub target: String,
}

#[derive(Deserialize)]
struct WireCase {
    id: String,
    text: String,
    #[serde(default)]
    meta: Meta,
    gold: Vec<CodePair>,
}

#[derive(Default, Deserialize)]
struct Meta {
    #[serde(default)]
    category: String,
    #[serde(default)]
    date: Option<String>,
}

/// Reads cases, one JSON object a line.
///
/// # Errors
///
/// Names the line that is no case and what is wrong with it.
pub fn load_code_cases(text: &str, name: &Path) -> Result<Vec<CodeCase>> {
    let lines = text
        .lines()
        .zip(1..)
        .filter(|(line, _)| !line.trim().is_empty());
    let case = |(line, number)| {
        let wire: WireCase = serde_json::from_str(line)
            .map_err(|error| Error::data(name, number, format!("not a case: {error}")))?;
        let date = match wire.meta.date.as_deref() {
            None | Some("") => None,
            Some(text) => Some(Date::strptime("%Y%m%d", text).map_err(|_| {
                let message = format!("meta.date: \"{text}\" is no date, expected YYYYMMDD");
                Error::data(name, number, message)
            })?),
        };
        Ok(CodeCase {
            id: wire.id,
            category: wire.meta.category,
            text: wire.text,
            date,
            pairs: wire.gold,
        })
    };
    lines.map(case).collect()
}

/// How many cases come out right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeTally {
    /// Cases.
    pub cases: usize,
    /// Cases whose codes are all found, in order.
    pub right: usize,
    /// Of these, those whose codes are the first of the sentence.
    pub leading: usize,
}

/// How well phrases are coded, by what the cases test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeScores {
    /// By category.
    pub categories: BTreeMap<String, CodeTally>,
    /// Each failed case: its id, what was expected, what was found.
    pub failures: Vec<String>,
}

/// Scores the codes that the user's dictionaries give the phrases of each case.
pub fn score_codes(gazetteer: &Gazetteer, cases: &[CodeCase]) -> CodeScores {
    let mut scores = CodeScores::default();
    for case in cases {
        let passage = Passage {
            span: Span::new(0, case.text.len()),
            kind: PassageKind::Paragraph,
        };
        let sentences = Syntax::embedded().parse(&case.text, &[passage]);
        let phrases = sentences.iter().flat_map(|sentence| {
            gazetteer
                .dictionary()
                .phrases(sentence, &case.text, case.date)
        });
        let found: Vec<String> = phrases.map(|phrase| phrase.code).collect();
        let tally = scores.categories.entry(case.category.clone()).or_default();
        tally.cases += 1;
        if right(&case.pairs, &found) {
            tally.right += 1;
            tally.leading += usize::from(leads(&case.pairs, &found));
        } else {
            let pairs = case
                .pairs
                .iter()
                .map(|p| format!("{} > {}", p.source, p.target));
            let pairs: Vec<String> = pairs.collect();
            scores.failures.push(format!(
                "{}: expected {}, found {}",
                case.id,
                if pairs.is_empty() {
                    "none".to_owned()
                } else {
                    pairs.join("; ")
                },
                if found.is_empty() {
                    "none".to_owned()
                } else {
                    found.join(", ")
                }
            ));
        }
    }
    scores
}

/// Returns whether a side of a pair is left uncoded.
fn open(code: &str) -> bool {
    code.starts_with("---") || code.is_empty()
}

fn right(pairs: &[CodePair], found: &[String]) -> bool {
    if pairs
        .iter()
        .all(|pair| open(&pair.source) && open(&pair.target))
    {
        return found.iter().collect::<BTreeSet<_>>().len() < 2;
    }
    pairs.iter().all(|pair| {
        let mutual = pairs
            .iter()
            .any(|other| other.source == pair.target && other.target == pair.source);
        let places = |code: &str| -> Vec<usize> {
            let fits = |(_, found): &(usize, &String)| *found == code;
            found
                .iter()
                .enumerate()
                .filter(fits)
                .map(|(at, _)| at)
                .collect()
        };
        let (sources, targets) = (places(&pair.source), places(&pair.target));
        match (open(&pair.source), open(&pair.target)) {
            (true, true) => true,
            (true, _) => !targets.is_empty(),
            (_, true) => !sources.is_empty(),
            _ => sources
                .iter()
                .any(|s| targets.iter().any(|t| mutual || s < t)),
        }
    })
}

/// Returns whether the first codes found are those of the pairs and no others.
fn leads(pairs: &[CodePair], found: &[String]) -> bool {
    let sides = pairs.iter().flat_map(|pair| [&pair.source, &pair.target]);
    let wanted: BTreeSet<&String> = sides.filter(|code| !open(code)).collect();
    let first: BTreeSet<&String> = found.iter().take(wanted.len()).collect();
    first == wanted
}

/// One line a category; `{:#}` adds a line for each failed case.
impl fmt::Display for CodeScores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "category    cases  right         leading")?;
        let mut total = CodeTally::default();
        for (name, tally) in &self.categories {
            line(f, name, *tally)?;
            total.cases += tally.cases;
            total.right += tally.right;
            total.leading += tally.leading;
        }
        line(f, "all", total)?;
        if f.alternate() {
            for failure in &self.failures {
                writeln!(f, "  {failure}")?;
            }
        }
        Ok(())
    }
}

fn line(f: &mut fmt::Formatter<'_>, name: &str, tally: CodeTally) -> fmt::Result {
    let share = |count: usize| 100.0 * count as f64 / tally.cases.max(1) as f64;
    let CodeTally {
        cases,
        right,
        leading,
    } = tally;
    let (of_right, of_leading) = (share(right), share(leading));
    writeln!(
        f,
        "{name:11} {cases:5}  {right:5} {of_right:5.1} %  {leading:5} {of_leading:5.1} %"
    )
}

#[cfg(test)]
mod tests {
    use super::{CodePair, leads, load_code_cases, right};
    use std::path::Path;

    fn pairs(text: &str) -> Vec<CodePair> {
        let words = text.split_whitespace();
        let pair = |word: &str| {
            let (source, target) = word.split_once('>').expect("SOURCE>TARGET");
            let (source, target) = (source.to_owned(), target.to_owned());
            CodePair { source, target }
        };
        words.map(pair).collect()
    }

    #[track_caller]
    fn check(expected: &str, found: &str, verdict: (bool, bool)) {
        let found: Vec<String> = found.split_whitespace().map(str::to_owned).collect();
        let pairs = pairs(expected);
        let is = (right(&pairs, &found), leads(&pairs, &found));
        assert_eq!(is, verdict, "{expected} in {found:?}");
    }

    #[test]
    fn the_source_comes_before_the_target() {
        check("NOR>LVA", "NOR LVA", (true, true));
        check("NOR>LVA", "LVA NOR", (false, true));
        check("NOR>LVA LVA>NOR", "LVA NOR", (true, true));
        check("NOR>LVA", "NOR SWE LVA", (true, false));
        check("NOR>LVA", "NORGOV LVA", (false, false));
    }

    #[test]
    fn an_uncoded_side_asks_for_nothing() {
        check("--->LVA", "LVA", (true, true));
        check("NOR>LVA ---GOV>---", "NOR LVA", (true, true));
        check("NOR>---", "LVA", (false, false));
        check("--->---", "NOR LVA", (false, true));
        check("", "NOR", (true, true));
    }

    #[test]
    fn a_bad_case_is_named() {
        let bad = "{\"id\":\"a\",\"text\":\"b\",\"gold\":[]}\n{\"id\":\"a\",\"text\":\"b\",\"meta\":{\"date\":\"x\"},\"gold\":[]}";
        let error = load_code_cases(bad, Path::new("c.jsonl")).expect_err("x is no date");
        assert_eq!(
            error.to_string(),
            "c.jsonl:2: meta.date: \"x\" is no date, expected YYYYMMDD"
        );
    }
}
