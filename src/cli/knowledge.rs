//! The knowledge to read by: whom's own, a folder, and files of actors.

use super::{Failure, note};
use clap::Args;
use std::mem::ManuallyDrop;
use std::path::PathBuf;
use whom::Whom;

/// What to know besides, or instead of, what whom knows.
#[derive(Args)]
pub struct Knowledge {
    /// Folder with relations, cue words and actors of your own (laid out like src/data).
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// More actors: a table like src/data/en/actors.tsv, also with rows `ID same_as ID` and
    /// `ID not_same_as ID`, or a PETRARCH dictionary of actors or agents; may be repeated.
    #[arg(long, value_name = "FILE")]
    actors: Vec<PathBuf>,
}

impl Knowledge {
    /// Returns whether files of actors were given.
    pub fn has_actors(&self) -> bool {
        !self.actors.is_empty()
    }

    /// Returns what reads by it; lines of a dictionary that are passed over are noted.
    ///
    /// It serves until the process ends, and taking its tables apart then would only cost time.
    pub fn load(&self) -> Result<ManuallyDrop<Whom>, Failure> {
        let mut whom = match &self.data {
            Some(folder) => Whom::with_data(folder)?,
            None => Whom::new()?,
        };
        for file in &self.actors {
            let passed_over;
            (whom, passed_over) = whom.with_actors(file)?;
            for error in passed_over {
                note(error);
            }
        }
        Ok(ManuallyDrop::new(whom))
    }
}
