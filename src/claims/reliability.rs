//! How far a reading can be trusted: how often a frame's claims were right where somebody checked them.

use crate::error::{Error, Result};
use rustc_hash::FxHashMap;

/// How often claims were right and wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Claims that the annotators have too.
    pub right: u32,
    /// Claims that they do not have.
    pub wrong: u32,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.right = self.right.saturating_add(other.right);
        self.wrong = self.wrong.saturating_add(other.wrong);
    }

    /// Returns the share that was right, drawn to `prior` as if `weight` more had been checked: with few claims
    /// checked a share of its own says little (the mean of a beta distribution after binomial trials).
    fn share(self, prior: f64, weight: f64) -> f64 {
        let right = f64::from(self.right) + prior * weight;
        right / (f64::from(self.right) + f64::from(self.wrong) + weight)
    }
}

/// The weight, in claims, of what is known of all relations for one of them.
const OF_ALL: f64 = 20.0;
/// The weight, in claims, of what is known of a relation for one of its frames.
const OF_RELATION: f64 = 6.0;

/// What was measured of every frame: `en/reliability.tsv`.
#[derive(Clone, Debug, Default)]
pub struct Reliability {
    frames: FxHashMap<String, Tally>,
    relations: FxHashMap<String, Tally>,
    all: Tally,
}

impl Reliability {
    /// Reads a table of frame, right and wrong, parted by tabs; lines that start with `#` are comments.
    ///
    /// # Errors
    ///
    /// Names the line of a row that is none, or of a frame that stands there twice.
    pub fn parse(file: &str, text: &str) -> Result<Reliability> {
        let mut table = Reliability::default();
        for (line, row) in (1..).zip(text.lines()) {
            if row.is_empty() || row.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = row.split('\t').collect();
            let [frame, right, wrong] = cells[..] else {
                let message =
                    "a row is a frame, how often it was right, how often wrong, parted by tabs";
                return Err(Error::data(file, line, message));
            };
            let (Ok(right), Ok(wrong)) = (right.parse(), wrong.parse()) else {
                let message = format!("{right:?} and {wrong:?} should be whole numbers");
                return Err(Error::data(file, line, message));
            };
            if !table.add(frame, Tally { right, wrong }) {
                let message = format!("{frame} stands in the table twice");
                return Err(Error::data(file, line, message));
            }
        }
        Ok(table)
    }

    /// Adds a frame; returns whether it is new.
    fn add(&mut self, frame: &str, tally: Tally) -> bool {
        self.all.add(tally);
        let relation = frame.split('/').next().unwrap_or(frame);
        self.relations
            .entry(relation.to_owned())
            .or_default()
            .add(tally);
        self.frames.insert(frame.to_owned(), tally).is_none()
    }

    /// Returns what was measured of a frame.
    pub fn tally(&self, frame: &str) -> Tally {
        self.frames.get(frame).copied().unwrap_or_default()
    }

    /// Returns the share of a frame's claims that are right, in hundredths: as measured, drawn to that of its
    /// relation, which is drawn to that of all. A frame never measured has its relation's.
    pub fn of(&self, frame: &str) -> u8 {
        let all = self.all.share(0.5, 2.0);
        let relation = frame.split('/').next().unwrap_or(frame);
        let relation = self.relations.get(relation).copied().unwrap_or_default();
        let share = self
            .tally(frame)
            .share(relation.share(all, OF_ALL), OF_RELATION);
        (share * 100.0).round() as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str =
        "# a table\nsupplies/en/send\t30\t10\nsupplies/en/ship\t0\t1\nattacks/en/shell\t4\t6\n";

    #[test]
    fn a_frame_seen_often_has_its_own_share_and_one_never_seen_its_relations() {
        let table = Reliability::parse("reliability.tsv", TABLE).expect("a table");
        let of = |frame| table.of(frame);
        assert_eq!(of("supplies/en/send"), 74);
        // One wrong claim is no proof.
        assert_eq!(of("supplies/en/ship"), 61);
        assert_eq!(of("supplies/en/give"), of("supplies/en/lend"));
        assert!(of("attacks/en/bomb") < of("supplies/en/give"));
        assert_eq!(
            table.tally("supplies/en/send"),
            Tally {
                right: 30,
                wrong: 10
            }
        );
    }

    #[test]
    fn an_empty_table_knows_nothing() {
        let table = Reliability::parse("reliability.tsv", "").expect("a table");
        assert_eq!(table.of("supplies/en/send"), 50);
    }

    #[test]
    fn a_bad_row_is_named_by_its_line() {
        let wrong = |text| {
            Reliability::parse("reliability.tsv", text)
                .expect_err("it is malformed")
                .to_string()
        };
        assert!(wrong("# x\nsupplies/en/send 3 4\n").contains("reliability.tsv:2"));
        assert!(wrong("supplies/en/send\tmany\t4\n").contains("whole numbers"));
        assert!(wrong("a/b\t1\t1\na/b\t1\t1\n").contains("twice"));
    }

    #[test]
    fn counts_however_large_give_a_share() {
        let text = "a/b\t4294967295\t0\na/c\t4294967295\t4294967295\n";
        let table = Reliability::parse("reliability.tsv", text).expect("a table");
        assert_eq!(table.of("a/b"), 100);
    }
}
