//! `whom read`: articles to a graph or readings.

use super::articles::Reader;
use super::output::Output;
use super::review_input::ReviewInput;
use super::{Failure, Outcome, into};
use clap::Args;
use std::path::PathBuf;
use whom::claims::Relation;
use whom::graph::{ActorGraph, Parts, Vocabulary};
use whom::{Whom, export};

/// Reads articles into a graph, or into readings with -f jsonl.
///
/// With --into, only those articles are read that the graph does not have yet.
#[derive(Args)]
#[command(after_help = "Example:
  whom read articles/ -o graph.json
  whom read articles/ --into graph.json   # tomorrow: only what is new
  curl -s https://example.org/story.html | whom read - -f jsonl")]
pub struct Read {
    /// Text, web page and JSONL files, folders of them, or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Adds the articles to this graph (.json) or these readings (.jsonl); all or nothing, so
    /// that whoever looks sees the old file or the new one.
    #[arg(long, value_name = "GRAPH", conflicts_with_all = ["output", "format"])]
    into: Option<PathBuf>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    reader: Reader,
    #[command(flatten)]
    review: ReviewInput,
}

impl Read {
    /// Reads the articles and writes what they say.
    pub fn run(self) -> Result<Outcome, Failure> {
        if let Some(graph) = &self.into {
            return into::read(graph, &self.paths, &self.reader, &self.review);
        }
        let format = self.output.format("json")?;
        let whom = self.reader.load()?;
        if format.name == "jsonl" && !self.review.is_named() {
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
        let parts = Parts {
            vocabulary: vocabulary(&whom),
            readings,
            ..Parts::default()
        };
        let parts = self.review.apply(parts, self.output.path())?;
        self.output.write(&ActorGraph::from_parts(parts), "json")?;
        Ok(outcome)
    }
}

/// Returns what a graph must know about the relations that were read with.
pub fn vocabulary(whom: &Whom) -> Vocabulary {
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
