//! `whom merge`: graphs and readings to one graph.

use super::knowledge::Knowledge;
use super::output::Output;
use super::review_input::ReviewInput;
use super::{Failure, Outcome, input, note};
use clap::Args;
use std::path::PathBuf;
use whom::actors::Gazetteer;
use whom::graph::{ActorGraph, Parts};

/// Merges graphs and readings into one graph; order and repetition make no difference.
///
/// The review beside each graph is honoured, and goes into the merged graph.
#[derive(Args)]
#[command(after_help = "Example:
  whom merge monday.json tuesday.jsonl -o week.json
  whom merge week.json --actors same.tsv -o week2.json   # rows ID same_as ID")]
pub struct Merge {
    /// Graphs (JSON) and readings (JSONL); `-` for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    knowledge: Knowledge,
    #[command(flatten)]
    review: ReviewInput,
}

impl Merge {
    /// Merges the files that can be read and names the others.
    pub fn run(self) -> Result<Outcome, Failure> {
        self.output.format("json")?;
        let mut merged: Option<Parts> = None;
        let mut unreadable = 0;
        for file in &self.files {
            let (parts, errors) = match input::load(file) {
                Ok((parts, errors)) => (Some(parts), errors),
                Err(error) => (None, vec![error]),
            };
            unreadable += errors.len();
            errors.iter().for_each(note);
            let Some(parts) = parts else { continue };
            let parts = ReviewInput::default().apply(parts, file)?;
            merged = Some(match merged {
                Some(all) => all.join(parts),
                None => parts,
            });
        }
        let Some(mut parts) = merged else {
            return Err(Failure::Unreadable);
        };
        if self.knowledge.has_actors() {
            declare(&mut parts, &self.knowledge.load()?.data().gazetteer);
        }
        let parts = self.review.apply(parts, self.output.path())?;
        self.output.write(&ActorGraph::from_parts(parts), "json")?;
        Ok(if unreadable > 0 {
            Outcome::Partial
        } else {
            Outcome::Found
        })
    }
}

/// Gives actors the ids that the user's rows declare.
pub fn declare(parts: &mut Parts, gazetteer: &Gazetteer) {
    let readings = parts.readings.iter_mut();
    for actor in readings.flat_map(|reading| &mut reading.actors) {
        actor.id = gazetteer.canonical_id(&actor.id).to_owned();
    }
}
