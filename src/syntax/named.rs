//! How well people, places and organizations are named.

use super::names::trim;
use super::token::{NameKind, Sentence};
use crate::span::Span;
use std::collections::BTreeSet;
use std::fmt;

/// Percent of the names found that are right, of the right ones that are found, and their mean.
///
/// A name is right when its first word, its last word and its kind are, "the" before and "'s" after it
/// left out; polities, other places and buildings are one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NameScores {
    /// Names in the treebank.
    pub names: usize,
    /// Share of the names found that are right.
    pub precision: f64,
    /// Share of the treebank's names that are found.
    pub recall: f64,
    /// Harmonic mean of both.
    pub f1: f64,
}

impl NameScores {
    /// Compares the names of sentences with the same words; `None` where the treebank has no names.
    pub(super) fn of(text: &str, gold: &[Sentence], found: &[Sentence]) -> Option<NameScores> {
        let (gold, found) = (names(text, gold), names(text, found));
        if gold.is_empty() {
            return None;
        }
        let both = gold.intersection(&found).count();
        let percent = |of: usize| 100.0 * both as f64 / of.max(1) as f64;
        Some(NameScores {
            names: gold.len(),
            precision: percent(found.len()),
            recall: percent(gold.len()),
            f1: 2.0 * percent(gold.len() + found.len()),
        })
    }
}

impl fmt::Display for NameScores {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(
            f,
            "names     precision recall     F1\n             {:6.2} {:6.2} {:6.2}",
            self.precision, self.recall, self.f1
        )
    }
}

/// The names by their place in the text.
fn names(text: &str, sentences: &[Sentence]) -> BTreeSet<(Span, NameKind)> {
    let mut found = BTreeSet::new();
    for sentence in sentences {
        let forms: Vec<&str> = sentence.tokens.iter().map(|t| t.span.of(text)).collect();
        for name in &sentence.names {
            let kind = match name.kind {
                NameKind::Location | NameKind::Facility => NameKind::Polity,
                NameKind::Nationality | NameKind::Event => continue,
                kind => kind,
            };
            let words = trim(&forms, name.first as usize..name.last as usize + 1);
            if !words.is_empty() {
                let last = &sentence.tokens[words.end - 1];
                found.insert((sentence.tokens[words.start].span.join(last.span), kind));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::conllu::read_conllu;
    use super::*;

    /// Scores two lines of `word/TAG` against each other.
    fn check(gold: &str, found: &str, expected: Option<(f64, f64)>) {
        let bank = |words: &str| {
            let lines = words.split(' ').enumerate().map(|(i, word)| {
                let (form, tag) = word.split_once('/').unwrap_or((word, "O"));
                let (id, head) = (i + 1, usize::from(i > 0));
                let dep = if i == 0 { "root" } else { "dep" };
                format!("{id}\t{form}\t{form}\tX\t_\t_\t{head}\t{dep}\t_\tName={tag}\n")
            });
            read_conllu(&lines.collect::<String>()).unwrap()
        };
        let (gold, found) = (bank(gold), bank(found));
        let scores = NameScores::of(&gold.text, &gold.sentences, &found.sentences);
        let figures = scores.map(|s| (s.precision.round(), s.recall.round()));
        assert_eq!(figures, expected);
    }

    #[test]
    fn kinds_and_edges_count() {
        check(
            "Ada/B-PERSON saw Oslo/B-GPE",
            "Ada/B-PERSON saw Oslo/B-LOC",
            Some((100.0, 100.0)),
        );
        check(
            "the Senate/B-ORG 's vote",
            "the/B-ORG Senate/I-ORG 's/I-ORG vote",
            Some((100.0, 100.0)),
        );
        check(
            "Ada/B-PERSON Roe/I-PERSON saw Oslo/B-GPE",
            "Ada Roe/B-PERSON saw Oslo/B-GPE",
            Some((50.0, 50.0)),
        );
        check(
            "Ada/B-PERSON saw French/B-NORP troops",
            "Ada/B-ORG saw French troops",
            Some((0.0, 0.0)),
        );
        check("no name", "Some/B-ORG name", None);
    }
}
