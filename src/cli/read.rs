//! `whom read`: articles to a graph or readings.

use super::articles::Reader;
use super::output::Output;
use super::{Failure, Outcome};
use clap::Args;
use std::path::PathBuf;
use whom::claims::Relation;
use whom::graph::{ActorGraph, Vocabulary};
use whom::{Whom, export};

/// Reads articles into a graph, or into readings with -f jsonl.
#[derive(Args)]
#[command(after_help = "Example:
  whom read articles/ -o graph.json
  curl -s https://example.org/story.html | whom read - -f jsonl")]
pub struct Read {
    /// Text, web page and JSONL files, folders of them, or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    reader: Reader,
}

impl Read {
    /// Reads the articles and writes what they say.
    pub fn run(self) -> Result<Outcome, Failure> {
        let format = self.output.format("json")?;
        let whom = self.reader.load()?;
        if format.name == "jsonl" {
            // Readings are written as they come, so that a stream of any length goes through.
            return self.output.write_with(|out| {
                self.reader.each(&whom, &self.paths, |reading| {
                    Ok(export::write_reading(&reading, out)?)
                })
            });
        }
        let mut readings = Vec::new();
        let outcome = self.reader.each(&whom, &self.paths, |reading| {
            readings.push(reading);
            Ok(())
        })?;
        let graph = ActorGraph::collect_with(vocabulary(&whom), readings);
        self.output.write(&graph, "json")?;
        Ok(outcome)
    }
}

/// Returns what a graph must know about the relations that were read with.
fn vocabulary(whom: &Whom) -> Vocabulary {
    let relations = &whom.data().lexicon.relations;
    let ids = |test: &dyn Fn(&Relation) -> bool| {
        let chosen = relations.iter().filter(|relation| test(relation));
        chosen.map(|relation| relation.id.clone()).collect()
    };
    Vocabulary {
        symmetric: ids(&|relation| relation.symmetric),
        saying: ids(&|relation| relation.family == "saying"),
    }
}
