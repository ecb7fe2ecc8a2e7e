//! The relations' own examples: what each must yield and must not.

use crate::claims::{Claim, Example, Relation, Status};
use crate::reading::Reading;
use crate::text::Document;
use crate::whom::Whom;
use std::fmt;

/// An example that does not come out as its relation file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The relation.
    pub relation: String,
    /// The sentence.
    pub text: String,
    /// What was expected, such as "must yield Iran > Russia (denied)".
    pub expected: String,
    /// The claims of the relation that were found.
    pub found: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = if self.found.is_empty() {
            "nothing".to_owned()
        } else {
            self.found.join("; ")
        };
        write!(
            f,
            "{}: {:?} {}; found {found}",
            self.relation, self.text, self.expected
        )
    }
}

/// How many examples were run, and which failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Examples run.
    pub run: usize,
    /// Those that failed.
    pub failures: Vec<Failure>,
}

/// Runs the examples of all relations.
pub fn check(whom: &Whom) -> Check {
    let mut check = Check::default();
    for relation in &whom.data().lexicon.relations {
        for example in &relation.yields {
            check.run += 1;
            let claims = claims(whom, relation, example);
            for wanted in &example.claims {
                if !claims.iter().any(|claim| claim.answers(wanted)) {
                    check.failures.push(failure(
                        relation,
                        example,
                        format!("must yield {wanted}"),
                        &claims,
                    ));
                }
            }
        }
        for example in &relation.rejects {
            check.run += 1;
            let claims = claims(whom, relation, example);
            let refused = |claim: &Shown| {
                example.claims.is_empty() || example.claims.iter().any(|w| claim.answers(w))
            };
            if claims.iter().any(refused) {
                let expected = match example.claims.as_slice() {
                    [] => "must yield nothing of it".to_owned(),
                    some => format!("must not yield {}", some.join("; ")),
                };
                check
                    .failures
                    .push(failure(relation, example, expected, &claims));
            }
        }
    }
    check
}

fn failure(relation: &Relation, example: &Example, expected: String, claims: &[Shown]) -> Failure {
    Failure {
        relation: relation.id.clone(),
        text: example.text.clone(),
        expected,
        found: claims.iter().map(ToString::to_string).collect(),
    }
}

fn claims(whom: &Whom, relation: &Relation, example: &Example) -> Vec<Shown> {
    let reading = whom.read(&Document {
        text: example.text.clone(),
        ..Document::default()
    });
    reading
        .claims
        .iter()
        .filter(|claim| claim.relation == relation.id)
        .map(|claim| Shown::new(&reading, claim))
        .collect()
}

/// A claim as examples write it.
struct Shown {
    ends: String,
    status: Status,
    speakers: Vec<String>,
}

impl Shown {
    fn new(reading: &Reading, claim: &Claim) -> Shown {
        let name = |index: crate::actors::ActorIndex| reading.actors[index.0 as usize].name.clone();
        Shown {
            ends: format!("{} > {}", name(claim.source), name(claim.target)),
            status: claim.status,
            speakers: claim.attributed_to.iter().map(|&i| name(i)).collect(),
        }
    }

    /// Returns whether the claim is the wanted one; what the example leaves out may be anything.
    fn answers(&self, wanted: &str) -> bool {
        let (ends, rest) = match wanted.split_once('(') {
            Some((ends, rest)) => (ends.trim(), rest.trim_end().trim_end_matches(')')),
            None => (wanted.trim(), ""),
        };
        let mut words = rest.split(',').map(str::trim).filter(|w| !w.is_empty());
        let status = words.next();
        let speakers: Vec<&str> = words.collect();
        self.ends == ends
            && status.is_none_or(|s| s == self.status.as_str())
            && (speakers.is_empty()
                || self
                    .speakers
                    .iter()
                    .map(String::as_str)
                    .eq(speakers.iter().copied()))
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}", self.ends, self.status.as_str())?;
        for speaker in &self.speakers {
            write!(f, ", {speaker}")?;
        }
        f.write_str(")")
    }
}
