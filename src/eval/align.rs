//! Which actor of a reading is which actor of the gold.

use crate::eval::gold::GoldDocument;
use crate::reading::Reading;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// Returns a name as it is compared: ASCII, lower case, no article, possessive or punctuation.
pub(super) fn norm(name: &str) -> String {
    let ascii: String = name.nfkd().filter(char::is_ascii).collect();
    let lower = ascii.to_ascii_lowercase();
    let mut bare = String::with_capacity(lower.len());
    let mut rest = lower.as_str();
    while let Some(c) = rest.chars().next() {
        let after = &rest[1..];
        let possessive = c == '\''
            && after.strip_prefix('s').is_some_and(|next| {
                !next.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
            });
        if possessive {
            rest = &after[1..];
            continue;
        }
        bare.push(if c.is_ascii_alphanumeric() { c } else { ' ' });
        rest = after;
    }
    let words: Vec<&str> = bare.split_whitespace().collect();
    match words.as_slice() {
        ["the" | "a" | "an", name @ ..] if !name.is_empty() => name.join(" "),
        words => words.join(" "),
    }
}

/// The actors of a reading in terms of the gold.
pub(super) struct Alignment {
    /// For each actor of the reading, its actor in the gold.
    gold: Vec<Option<usize>>,
}

impl Alignment {
    /// Returns the best gold actor for each actor of the reading, many to one.
    pub(super) fn new(gold: &GoldDocument, reading: &Reading) -> Alignment {
        let forms = |name: &str, aliases: &[String]| -> BTreeSet<String> {
            let all = aliases.iter().map(String::as_str).chain([name]);
            all.map(norm).collect()
        };
        let gold_forms: Vec<(String, BTreeSet<String>)> = gold
            .actors
            .iter()
            .map(|actor| (norm(&actor.name), forms(&actor.name, &actor.aliases)))
            .collect();
        let aligned = reading.actors.iter().map(|actor| {
            let name = norm(&actor.name);
            let found = forms(&actor.name, &actor.aliases);
            best(&name, &found, &gold_forms)
        });
        Alignment {
            gold: aligned.collect(),
        }
    }

    /// Returns the position in the gold of an actor of the reading.
    pub(super) fn gold(&self, actor: usize) -> Option<usize> {
        self.gold.get(actor).copied().flatten()
    }
}

/// The first of the gold actors that are most alike, `None` where no name is shared.
fn best(
    name: &str,
    found: &BTreeSet<String>,
    gold: &[(String, BTreeSet<String>)],
) -> Option<usize> {
    let mut best = None;
    let mut highest = 0.0;
    for (at, (gold_name, gold_found)) in gold.iter().enumerate() {
        let known = gold_found.contains(name);
        let knows = found.contains(gold_name);
        let weight = |holds: bool, weight: f64| if holds { weight } else { 0.0 };
        let shared = found.intersection(gold_found).count() as f64;
        let all = found.union(gold_found).count() as f64;
        let likeness =
            weight(name == gold_name, 4.0) + weight(known, 2.0) + weight(knows, 2.0) + shared / all;
        if likeness > highest && (known || knows) {
            (best, highest) = (Some(at), likeness);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_dress() {
        for (name, expected) in [
            ("The Kremlin’s", "kremlins"),
            ("The Kremlin's", "kremlin"),
            ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
            ("U.S. Army", "u s army"),
            ("the", "the"),
            ("soldiers'", "soldiers"),
            ("An envoy", "envoy"),
            ("ﬁrm №5", "firm no5"),
            ("Кремль", ""),
        ] {
            assert_eq!(norm(name), expected, "{name}");
        }
    }
}
