//! What became of the inputs of a run.

use super::pipeline::Finding;
use super::progress::Progress;
use super::{Failure, Outcome};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;
use whom::{Error, Reading};

/// Messages that a report keeps; the rest is only counted.
const KEPT: usize = 1000;

/// Counts of a run.
pub struct Report {
    began: Instant,
    read: usize,
    repeated: usize,
    known: usize,
    languages: BTreeMap<&'static str, usize>,
    faults: Vec<String>,
    unreadable: usize,
    passed_over: BTreeMap<String, usize>,
    claims: usize,
    actors: usize,
}

impl Report {
    pub fn new() -> Report {
        Report {
            began: Instant::now(),
            read: 0,
            repeated: 0,
            known: 0,
            languages: BTreeMap::new(),
            faults: Vec::new(),
            unreadable: 0,
            passed_over: BTreeMap::new(),
            claims: 0,
            actors: 0,
        }
    }

    /// Counts a finding, tells of what is not read, and returns the reading to keep.
    pub fn count(&mut self, finding: Finding, progress: &Progress) -> Option<Reading> {
        match finding {
            Finding::Reading(reading) => {
                self.read += 1;
                self.claims += reading.claims.len();
                self.actors += reading.actors.len();
                return Some(*reading);
            }
            Finding::Repetition(reading) => {
                self.repeated += 1;
                return Some(*reading);
            }
            Finding::Known => self.known += 1,
            Finding::Foreign { document, language } => {
                *self.languages.entry(language).or_default() += 1;
                progress.note(format_args!(
                    "{document}: {language}, not English; passed over (--force reads it)"
                ));
            }
            Finding::Fault(error) => self.fault(&error, progress),
            Finding::PassedOver(path) => {
                let ending = path.extension().unwrap_or_default().to_string_lossy();
                *self.passed_over.entry(ending.to_lowercase()).or_default() += 1;
            }
        }
        None
    }

    /// Counts an input that cannot be read, and names it.
    pub fn fault(&mut self, error: &Error, progress: &Progress) {
        self.unreadable += 1;
        let message = error.to_string();
        progress.note(&message);
        if self.faults.len() < KEPT {
            self.faults.push(message);
        }
    }

    /// Returns the number of documents that the output holds for this run or an earlier one.
    pub fn documents(&self) -> usize {
        self.read + self.repeated + self.known
    }

    /// Returns how the run ended; fails where nothing could be read.
    pub fn outcome(&self) -> Result<Outcome, Failure> {
        match (self.documents(), self.unreadable) {
            (0, 0) => Ok(Outcome::Nothing),
            (_, 0) => Ok(Outcome::Found),
            (0, _) if self.languages.is_empty() => Err(Failure::Unreadable),
            _ => Ok(Outcome::Partial),
        }
    }

    /// Returns whether a person would want to know: more than one document, or one that was not read.
    pub fn is_worth_telling(&self) -> bool {
        self.documents() != 1 || self.read != 1 || self.unreadable > 0 || !self.languages.is_empty()
    }

    /// Returns what is new to an output that was there already: "2 new, 6 there already".
    pub fn news(&self) -> String {
        let new = self.read + self.repeated;
        format!("{new} new, {} there already", self.known)
    }

    /// Returns the report in a line: "6 read, 1 repeated; 30 claims, 41 actors; 2.1 s".
    pub fn line(&self) -> String {
        let mut parts = vec![format!("{} read", self.read)];
        let mut add = |count: usize, what: &str| {
            if count > 0 {
                parts.push(format!("{count} {what}"));
            }
        };
        add(self.repeated, "repeated");
        add(self.known, "read before");
        let foreign = self.languages.values().sum();
        add(
            foreign,
            &format!("not English ({})", listed(&self.languages)),
        );
        add(self.unreadable, "unreadable");
        let others = self.passed_over.values().sum();
        add(
            others,
            &format!("other files passed over ({})", listed(&self.passed_over)),
        );
        format!(
            "{}; {} claims, {} actors; {:.1} s",
            parts.join(", "),
            self.claims,
            self.actors,
            self.began.elapsed().as_secs_f64()
        )
    }

    /// Writes the report as JSON.
    ///
    /// # Errors
    ///
    /// The file cannot be written.
    pub fn write(&self, path: &Path, threads: usize, outcome: &str) -> Result<(), Failure> {
        let mut languages: BTreeMap<&str, usize> = self.languages.clone();
        languages.insert("English", self.read + self.repeated + self.known);
        let report = json!({
            "whom": env!("CARGO_PKG_VERSION"),
            "outcome": outcome,
            "read": self.read,
            "repeated": self.repeated,
            "read_before": self.known,
            "skipped": { "not_english": self.languages.values().sum::<usize>() },
            "languages": languages,
            "unreadable": self.unreadable,
            "unreadable_inputs": self.faults,
            "passed_over": self.passed_over,
            "claims": self.claims,
            "actors": self.actors,
            "seconds": (self.began.elapsed().as_secs_f64() * 1000.0).round() / 1000.0,
            "threads": threads,
        });
        let text = format!("{report:#}\n");
        std::fs::write(path, text).map_err(|error| Error::io(path, error).into())
    }
}

fn listed<K: AsRef<str>>(counts: &BTreeMap<K, usize>) -> String {
    let mut counts: Vec<(&str, usize)> = counts.iter().map(|(k, &n)| (k.as_ref(), n)).collect();
    counts.sort_by_key(|&(name, count)| (std::cmp::Reverse(count), name));
    let more = counts.len() > 5;
    let shown = counts.iter().take(5);
    let mut shown: Vec<String> = shown
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    if more {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}
