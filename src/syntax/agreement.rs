//! Names of one document agree: what is a person in most places is one in the others too.
//!
//! A headline says `Macron` before the text says `Emmanuel Macron`; the model sees one sentence.

use super::token::{Name, NameKind, Sentence, Upos};
use std::collections::BTreeMap;

/// How often each kind of name was found for the same words.
type Votes = BTreeMap<NameKind, usize>;

/// Makes the kinds of equal names equal, and finds names that were seen elsewhere.
pub(super) fn agree(text: &str, sentences: &mut [Sentence]) {
    let mut votes: BTreeMap<Vec<&str>, Votes> = BTreeMap::new();
    let mut people: BTreeMap<&str, usize> = BTreeMap::new();
    for sentence in sentences.iter() {
        for name in &sentence.names {
            let words = words(text, sentence, name);
            if name.kind == NameKind::Person && words.len() > 1 {
                for part in [words.first(), words.last()].into_iter().flatten() {
                    *people.entry(part).or_default() += 1;
                }
            }
            *votes
                .entry(words)
                .or_default()
                .entry(name.kind)
                .or_default() += 1;
        }
    }
    for sentence in sentences.iter_mut() {
        let mut names = std::mem::take(&mut sentence.names);
        for name in &mut names {
            name.kind = kind(&words(text, sentence, name), name.kind, &votes, &people);
        }
        add_known(text, sentence, &mut names, &votes, &people);
        sentence.names = names;
    }
}

fn words<'a>(text: &'a str, sentence: &Sentence, name: &Name) -> Vec<&'a str> {
    let tokens = &sentence.tokens[name.first as usize..=name.last as usize];
    tokens.iter().map(|token| token.span.of(text)).collect()
}

/// Returns the kind that two thirds of the equal names have, or that a full name gives its parts.
fn kind(
    words: &[&str],
    found: NameKind,
    votes: &BTreeMap<Vec<&str>, Votes>,
    people: &BTreeMap<&str, usize>,
) -> NameKind {
    let Some(votes) = votes.get(words) else {
        return found;
    };
    let total: usize = votes.values().sum();
    if let [part] = words {
        // "Washington" may be a state beside a person of that name.
        let place = votes.get(&NameKind::Polity).copied().unwrap_or(0);
        let named = people.get(part).copied().unwrap_or(0);
        if named > place && found != NameKind::Nationality {
            return NameKind::Person;
        }
    }
    let top = votes
        .iter()
        .find(|(_, count)| *count * 3 >= total * 2 && total > 2);
    top.map_or(found, |(kind, _)| *kind)
}

/// Adds names that were found at least twice elsewhere, and parts of the names of people.
fn add_known(
    text: &str,
    sentence: &Sentence,
    names: &mut Vec<Name>,
    votes: &BTreeMap<Vec<&str>, Votes>,
    people: &BTreeMap<&str, usize>,
) {
    let mut inside = vec![false; sentence.tokens.len()];
    for name in names.iter() {
        inside[name.first as usize..=name.last as usize].fill(true);
    }
    let proper = |at: usize| {
        sentence
            .tokens
            .get(at)
            .is_some_and(|t| t.upos == Upos::Propn)
    };
    let before = names.len();
    for at in 0..sentence.tokens.len() {
        let word = sentence.tokens[at].span.of(text);
        let alone = !proper(at + 1) && !at.checked_sub(1).is_some_and(|at| inside[at]);
        if inside[at]
            || !proper(at)
            || !alone
            || inside.get(at + 1) == Some(&true)
            || word.len() < 2
        {
            continue;
        }
        let known = votes.get(&vec![word]).and_then(|votes| {
            let total: usize = votes.values().sum();
            votes
                .iter()
                .find(|(_, count)| total > 1 && *count * 3 >= total * 2)
        });
        let kind = if people.contains_key(word) {
            Some(NameKind::Person)
        } else {
            known.map(|(kind, _)| *kind)
        };
        if let (Some(kind), Ok(at)) = (kind, u32::try_from(at)) {
            names.push(Name {
                first: at,
                last: at,
                kind,
            });
        }
    }
    if names.len() > before {
        names.sort_by_key(|name| name.first);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::syntax::Token;

    /// Sentences of proper nouns, with names as (sentence, first, last, kind).
    fn names(lines: &[&str], found: &[(usize, u32, u32, NameKind)]) -> String {
        let text = lines.join("\n");
        let mut start = 0;
        let mut sentences = Vec::new();
        for line in lines {
            let mut tokens = Vec::new();
            for word in line.split(' ') {
                let span = Span::new(start, start + word.len());
                let proper = word.starts_with(char::is_uppercase);
                tokens.push(Token {
                    span,
                    lemma: word.into(),
                    upos: if proper { Upos::Propn } else { Upos::Verb },
                    xpos: "NNP",
                    head: None,
                    dep: "dep",
                });
                start += word.len() + 1;
            }
            let span = tokens[0].span.join(tokens[tokens.len() - 1].span);
            sentences.push(Sentence {
                span,
                passage: 0,
                tokens,
                names: Vec::new(),
            });
        }
        for (sentence, first, last, kind) in found.iter().copied() {
            sentences[sentence].names.push(Name { first, last, kind });
        }
        agree(&text, &mut sentences);
        let mut out = Vec::new();
        for sentence in &sentences {
            for name in &sentence.names {
                out.push(format!(
                    "{}/{}",
                    words(&text, sentence, name).join(" "),
                    name.kind.as_str()
                ));
            }
        }
        out.join(" ")
    }

    #[test]
    fn a_full_name_tells_what_its_parts_are() {
        use NameKind::{Organization, Person};
        let lines = ["Roe meets Doe", "Jane Roe met Ann Doe"];
        let found = [
            (0, 2, 2, Organization),
            (1, 0, 1, Person),
            (1, 3, 4, Person),
        ];
        assert_eq!(
            names(&lines, &found),
            "Roe/PERSON Doe/PERSON Jane Roe/PERSON Ann Doe/PERSON"
        );
    }

    #[test]
    fn the_majority_decides() {
        use NameKind::{Organization, Polity};
        let lines = ["Acme sells", "Acme buys", "Acme falls", "Acme rises"];
        let found = [
            (0, 0, 0, Organization),
            (1, 0, 0, Polity),
            (2, 0, 0, Organization),
            (3, 0, 0, Organization),
        ];
        assert_eq!(names(&lines, &found), "Acme/ORG Acme/ORG Acme/ORG Acme/ORG");
    }
}
