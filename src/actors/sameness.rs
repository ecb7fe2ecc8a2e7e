//! Which ids a user's rows declare to be one actor, and which they keep apart.

use crate::Error;
use std::collections::{BTreeMap, BTreeSet};

/// What a row says of two ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Same,
    NotSame,
}

impl Verdict {
    /// Returns the verdict of a `kind` cell: `same_as`, `not_same_as`.
    pub(super) fn from_name(name: &str) -> Option<Verdict> {
        match name {
            "same_as" => Some(Verdict::Same),
            "not_same_as" => Some(Verdict::NotSame),
            _ => None,
        }
    }
}

/// A row that says of two ids whether they are one actor.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    pub(super) one: String,
    pub(super) other: String,
    pub(super) verdict: Verdict,
    pub(super) file: String,
    pub(super) line: usize,
}

/// The ids that stand for one actor.
#[derive(Clone, Debug, Default)]
pub(super) struct Sameness {
    statements: Vec<Statement>,
    /// From every id that is the same as another to the one that stands for all of them.
    canonical: BTreeMap<String, String>,
    apart: BTreeSet<(String, String)>,
}

impl Sameness {
    /// Adds statements; `listed` tells the ids of lists, which stand for others before any else.
    ///
    /// # Errors
    ///
    /// Fails where two statements contradict each other, naming the places of both.
    pub(super) fn add(
        &mut self,
        statements: Vec<Statement>,
        listed: &dyn Fn(&str) -> bool,
    ) -> Result<(), Error> {
        self.statements.extend(statements);
        self.canonical.clear();
        self.apart.clear();
        let mut classes: Vec<BTreeSet<&str>> = Vec::new();
        for said in self
            .statements
            .iter()
            .filter(|s| s.verdict == Verdict::Same)
        {
            let ids = [said.one.as_str(), said.other.as_str()];
            let (touched, rest): (Vec<_>, Vec<_>) = classes
                .into_iter()
                .partition(|class| ids.iter().any(|id| class.contains(id)));
            classes = rest;
            classes.push(touched.into_iter().flatten().chain(ids).collect());
        }
        for class in &classes {
            let first = class.iter().min_by_key(|id| (!listed(id), **id));
            let Some(first) = first else { continue };
            for id in class.iter().filter(|id| *id != first) {
                self.canonical.insert((*id).to_owned(), (*first).to_owned());
            }
        }
        for said in self
            .statements
            .iter()
            .filter(|s| s.verdict == Verdict::NotSame)
        {
            let one = self.canonical(&said.one).to_owned();
            let other = self.canonical(&said.other).to_owned();
            if one == other {
                return Err(self.contradiction(said));
            }
            self.apart.insert((one.clone(), other.clone()));
            self.apart.insert((other, one));
        }
        Ok(())
    }

    /// Returns the id that stands for an id.
    pub(super) fn canonical<'a>(&'a self, id: &'a str) -> &'a str {
        self.canonical.get(id).map_or(id, String::as_str)
    }

    /// Returns whether other ids are declared to be the actor of an id.
    pub(super) fn stands_for_others(&self, id: &str) -> bool {
        self.canonical.values().any(|first| first == id)
    }

    /// Returns whether two ids are declared to be different actors.
    pub(super) fn apart(&self, one: &str, other: &str) -> bool {
        let pair = (
            self.canonical(one).to_owned(),
            self.canonical(other).to_owned(),
        );
        !self.apart.is_empty() && self.apart.contains(&pair)
    }

    fn contradiction(&self, said: &Statement) -> Error {
        let class = self.canonical(&said.one);
        let same = |s: &&Statement| s.verdict == Verdict::Same && self.canonical(&s.one) == class;
        let places: Vec<String> = self
            .statements
            .iter()
            .filter(same)
            .map(|s| format!("{}:{} ({} same_as {})", s.file, s.line, s.one, s.other))
            .collect();
        let message = format!(
            "{} not_same_as {} contradicts {}; remove one of them",
            said.one,
            said.other,
            places.join(", ")
        );
        Error::data(&said.file, said.line, message)
    }
}

#[cfg(test)]
mod tests {
    use super::{Sameness, Statement, Verdict};

    fn said(line: usize, one: &str, verdict: Verdict, other: &str) -> Statement {
        let (one, other) = (one.to_owned(), other.to_owned());
        let file = "mine.tsv".to_owned();
        Statement {
            one,
            other,
            verdict,
            file,
            line,
        }
    }

    #[test]
    fn ids_declared_the_same_have_one_that_stands_for_them() {
        let mut sameness = Sameness::default();
        let rows = vec![
            said(1, "person/a-weiss", Verdict::Same, "person/ana-weiss"),
            said(2, "Q7", Verdict::Same, "person/ana-weiss"),
            said(3, "Q8", Verdict::NotSame, "Q7"),
        ];
        sameness
            .add(rows, &|id| id == "Q7")
            .expect("nothing contradicts");
        assert_eq!(sameness.canonical("person/a-weiss"), "Q7");
        assert_eq!(sameness.canonical("person/jon-berg"), "person/jon-berg");
        assert!(sameness.apart("Q8", "person/a-weiss"));
        assert!(!sameness.apart("Q8", "person/jon-berg"));
    }

    #[test]
    fn a_contradiction_names_every_row_of_it() {
        let mut sameness = Sameness::default();
        let rows = vec![
            said(1, "a", Verdict::Same, "b"),
            said(2, "b", Verdict::Same, "c"),
            said(5, "c", Verdict::NotSame, "a"),
        ];
        let error = sameness
            .add(rows, &|_| false)
            .expect_err("a is c by two rows");
        let expected = "mine.tsv:5: c not_same_as a contradicts mine.tsv:1 (a same_as b), mine.tsv:2 (b same_as c); remove one of them";
        assert_eq!(error.to_string(), expected);
    }
}
