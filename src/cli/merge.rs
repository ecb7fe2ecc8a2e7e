//! `whom merge`: graphs and readings to one graph.

use super::knowledge::Knowledge;
use super::output::Output;
use super::{Failure, Outcome, input, note};
use clap::Args;
use std::path::PathBuf;
use whom::actors::Gazetteer;
use whom::graph::ActorGraph;

/// Merges graphs and readings into one graph; order and repetition make no difference.
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
}

impl Merge {
    /// Merges the files that can be read and names the others.
    pub fn run(self) -> Result<Outcome, Failure> {
        self.output.format("json")?;
        let mut graphs = Vec::new();
        let mut unreadable = 0;
        for file in &self.files {
            let (graph, errors) = match input::load(file) {
                Ok((graph, errors)) => (Some(graph), errors),
                Err(error) => (None, vec![error]),
            };
            unreadable += errors.len();
            errors.iter().for_each(note);
            graphs.extend(graph);
        }
        if graphs.is_empty() {
            return Err(Failure::Unreadable);
        }
        if self.knowledge.has_actors() {
            let whom = self.knowledge.load()?;
            let declared = |graph: &ActorGraph| declare(graph, &whom.data().gazetteer);
            graphs = graphs.iter().map(declared).collect();
        }
        self.output.write(&ActorGraph::merge(graphs), "json")?;
        Ok(if unreadable > 0 {
            Outcome::Partial
        } else {
            Outcome::Found
        })
    }
}

/// Returns a graph with the identities that the user's rows declare.
fn declare(graph: &ActorGraph, gazetteer: &Gazetteer) -> ActorGraph {
    let mut readings = graph.readings();
    for actor in readings.iter_mut().flat_map(|reading| &mut reading.actors) {
        actor.id = gazetteer.canonical_id(&actor.id).to_owned();
    }
    ActorGraph::collect_with(graph.vocabulary().clone(), readings)
}
