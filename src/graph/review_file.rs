//! Reading a review: a table of remarks that people write beside a graph.

use super::parts::Parts;
use super::review::{Remark, Review, Subject, Verdict, stands_for, unite};
use crate::error::{Error, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const COLUMNS: [&str; 5] = ["verdict", "id", "value", "reason", "by"];

/// A review as it stands in a file, one remark a line.
///
/// Five columns, separated by tabs: `verdict`, `id`, `value`, `reason`, `by`. Empty lines and
/// lines that start with `#` are comments. The verdicts `accept` and `reject` take the id of a
/// claim and no value, `same_as` and `not_same_as` the ids of two actors, `rename` the id of an
/// actor and a name. Who says so must be given, and why a claim is rejected.
///
/// ```
/// use whom::graph::ReviewFile;
/// let text = "reject\t0a1b\t\tmisread: the verb is negated\tA. Weiss\n";
/// let file = ReviewFile::parse(text, "graph.review.tsv")?;
/// assert!(file.review().rejects("0a1b"));
/// # Ok::<(), whom::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ReviewFile {
    path: PathBuf,
    rows: Vec<(usize, Remark)>,
}

impl ReviewFile {
    /// The lines that a new file starts with.
    pub const HEAD: &'static str = "# What reviewers say of a graph; `whom help review` tells more.\nverdict\tid\tvalue\treason\tby\n";

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Fails where the file cannot be read, and as [`ReviewFile::parse`] does.
    pub fn read(path: impl AsRef<Path>) -> Result<ReviewFile> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path).map_err(|error| Error::io(path, error))?;
        ReviewFile::parse(&text, path)
    }

    /// Returns the review that a text holds; `path` is for messages.
    ///
    /// # Errors
    ///
    /// Names the line that is malformed, or that contradicts an earlier one.
    pub fn parse(text: &str, path: impl AsRef<Path>) -> Result<ReviewFile> {
        let path = path.as_ref().to_owned();
        let mut rows = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            if cells[0] == COLUMNS[0] {
                continue;
            }
            let remark = remark(&cells).map_err(|message| Error::data(&path, number, message))?;
            rows.push((number, remark));
        }
        let file = ReviewFile { path, rows };
        file.check_subjects()?;
        file.check_classes()?;
        Ok(file)
    }

    /// Returns the number of remarks.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns whether the file says nothing.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns what the file says.
    pub fn review(&self) -> Review {
        self.rows.iter().map(|(_, remark)| remark.clone()).collect()
    }

    /// Fails where a row names a claim or an actor that there is none of, naming the line.
    ///
    /// # Errors
    ///
    /// Names the file, the line and the id.
    pub fn check(&self, parts: &Parts) -> Result<()> {
        let claims = parts.readings.iter().flat_map(|reading| &reading.claims);
        let claims: BTreeSet<&str> = claims.map(|claim| claim.id.as_str()).collect();
        let actors = parts.readings.iter().flat_map(|reading| &reading.actors);
        let actors: BTreeSet<&str> = actors.map(|actor| actor.id.as_str()).collect();
        for (line, remark) in &self.rows {
            let (known, what, ids) = match remark.verdict {
                Verdict::Accept | Verdict::Reject => (&claims, "claim", vec![&remark.id]),
                Verdict::Rename => (&actors, "actor", vec![&remark.id]),
                _ => (&actors, "actor", vec![&remark.id, &remark.value]),
            };
            if let Some(id) = ids.into_iter().find(|id| !known.contains(id.as_str())) {
                let message = format!(
                    "no {what} has the id \"{id}\"; correct or remove the row, or give another \
                     file by --review"
                );
                return Err(Error::data(&self.path, *line, message));
            }
        }
        Ok(())
    }

    /// Fails where two rows say different things of one claim, pair or name.
    fn check_subjects(&self) -> Result<()> {
        let mut said: BTreeMap<Subject, (usize, &Remark)> = BTreeMap::new();
        for (line, remark) in &self.rows {
            let (earlier, known) = *said.entry(remark.subject()).or_insert((*line, remark));
            let same_name = remark.verdict != Verdict::Rename || known.value == remark.value;
            if known.verdict != remark.verdict || !same_name {
                let told = |remark: &Remark| match remark.verdict {
                    Verdict::Rename => format!("rename to \"{}\"", remark.value),
                    verdict => verdict.as_str().to_owned(),
                };
                return Err(self.contradiction(*line, earlier, &told(remark), &told(known)));
            }
        }
        Ok(())
    }

    /// Fails where ids that are the same, by other rows too, are kept apart or named twice.
    fn check_classes(&self) -> Result<()> {
        let rows = |verdict: Verdict| self.rows.iter().filter(move |row| row.1.verdict == verdict);
        let mut canonical = BTreeMap::new();
        for (line, same) in rows(Verdict::SameAs) {
            unite(&mut canonical, &same.id, &same.value);
            let joined = |remark: &Remark| {
                stands_for(&canonical, &remark.id) == stands_for(&canonical, &remark.value)
            };
            if let Some((apart, _)) = rows(Verdict::NotSameAs).find(|(_, r)| joined(r)) {
                return Err(self.contradiction(*line, *apart, "same_as", "not_same_as"));
            }
        }
        let mut names: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
        for (line, remark) in rows(Verdict::Rename) {
            let id = stands_for(&canonical, &remark.id);
            let (earlier, name) = *names.entry(id).or_insert((*line, &remark.value));
            if name != remark.value {
                let told = |name: &str| format!("rename to \"{name}\"");
                return Err(self.contradiction(*line, earlier, &told(&remark.value), &told(name)));
            }
        }
        Ok(())
    }

    fn contradiction(&self, line: usize, earlier: usize, says: &str, said: &str) -> Error {
        let message =
            format!("this row ({says}) contradicts line {earlier} ({said}); remove one of them");
        Error::data(&self.path, line, message)
    }
}

/// Returns the remark of a row.
fn remark(cells: &[&str]) -> std::result::Result<Remark, String> {
    let cell = |at: usize| cells.get(at).copied().unwrap_or("").to_owned();
    let columns = COLUMNS.join(", ");
    if let Some(extra) = cells.get(COLUMNS.len()) {
        return Err(format!(
            "unknown extra column \"{extra}\", expected {columns}"
        ));
    }
    let verdict = Verdict::from_name(cells[0]).ok_or_else(|| {
        let allowed = Verdict::ALL.map(Verdict::as_str).join(", ");
        let found = cells[0];
        format!(
            "unknown verdict \"{found}\", expected one of {allowed} (columns, by tabs: {columns})"
        )
    })?;
    let remark = Remark {
        verdict,
        id: cell(1),
        value: cell(2),
        reason: cell(3),
        by: cell(4),
    };
    let of_claim = matches!(verdict, Verdict::Accept | Verdict::Reject);
    let name = verdict.as_str();
    if remark.id.is_empty() {
        return Err(format!("{name}: the second column wants an id"));
    }
    if of_claim && !remark.value.is_empty() {
        let value = &remark.value;
        return Err(format!(
            "{name}: the third column is empty, not \"{value}\""
        ));
    }
    if !of_claim && remark.value.is_empty() {
        let wanted = if verdict == Verdict::Rename {
            "a name"
        } else {
            "another id"
        };
        return Err(format!("{name}: the third column wants {wanted}"));
    }
    if remark.id == remark.value && verdict != Verdict::Rename {
        return Err(format!("{name}: both ids are the same; name two"));
    }
    if verdict == Verdict::Reject && remark.reason.is_empty() {
        return Err("reject: the fourth column wants a reason".to_owned());
    }
    if remark.by.is_empty() {
        return Err(format!(
            "{name}: the fifth column wants the name of who says so"
        ));
    }
    Ok(remark)
}
