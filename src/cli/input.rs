//! Reading graphs: node-link JSON, or readings line by line.

use super::Failure;
use super::review_input::ReviewInput;
use clap::Args;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use whom::graph::{ActorGraph, Parts};
use whom::{Error, Reading, Result, export};

/// The graph that is asked.
#[derive(Args)]
pub struct GraphInput {
    /// Graph (JSON) or readings (JSONL); `-` for standard input.
    #[arg(short = 'g', long = "graph", value_name = "FILE", env = "WHOM_GRAPH")]
    graph: Option<PathBuf>,
    #[command(flatten)]
    review: ReviewInput,
    /// Shows claims that reviewers rejected, too, and says so.
    #[arg(long)]
    include_rejected: bool,
}

impl GraphInput {
    /// Returns the graph of the file, or of standard input where no file is given.
    pub fn load(&self) -> std::result::Result<ActorGraph, Failure> {
        let path = match &self.graph {
            Some(path) => path.as_path(),
            None if std::io::stdin().is_terminal() => {
                let message = "no graph: give -g FILE, pipe one in, or set WHOM_GRAPH";
                return Err(Error::Usage(message.to_owned()).into());
            }
            None => Path::new("-"),
        };
        let graph = ActorGraph::from_parts(self.review.apply(whole(path)?, path)?);
        Ok(match self.include_rejected {
            true => graph.with_rejected(),
            false => graph,
        })
    }

    /// Returns the file of the graph, where one is named.
    pub fn path(&self) -> Option<&Path> {
        self.graph.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// Returns the file that reviews of the graph go into.
    pub fn review_path(&self) -> Option<PathBuf> {
        self.path().map(|graph| self.review.path(graph))
    }
}

/// Returns the readings in a file; the first line that is none is an error.
pub fn readings(path: &Path) -> Result<Vec<Reading>> {
    let (text, name) = read(path)?;
    export::read_readings(text.as_bytes(), &name).collect()
}

/// Returns the text of a file or of standard input, with the name to call it in messages.
pub fn read(path: &Path) -> Result<(String, PathBuf)> {
    if path == Path::new("-") {
        let mut text = String::new();
        let name = PathBuf::from("stdin");
        let read = std::io::stdin().lock().read_to_string(&mut text);
        return match read {
            Ok(_) => Ok((text, name)),
            Err(error) => Err(Error::io(name, error)),
        };
    }
    let text = std::fs::read_to_string(path).map_err(|error| Error::io(path, error))?;
    Ok((text, path.to_owned()))
}

/// Returns what a graph in a file is built from; the first line that is no reading is an error.
pub fn whole(path: &Path) -> Result<Parts> {
    let (parts, errors) = load(path)?;
    match errors.into_iter().next() {
        Some(error) => Err(error),
        None => Ok(parts),
    }
}

/// Returns what a graph in a file is built from, with an error for each line that is no reading.
pub fn load(path: &Path) -> Result<(Parts, Vec<Error>)> {
    let (text, name) = read(path)?;
    if !holds_readings(&text) {
        return Ok((export::read_graph(&text, &name)?, Vec::new()));
    }
    let mut parts = Parts::default();
    let mut errors = Vec::new();
    for reading in export::read_readings(text.as_bytes(), &name) {
        match reading {
            Ok(reading) => parts.readings.push(reading),
            Err(error) => errors.push(error),
        }
    }
    Ok((parts, errors))
}

/// Returns whether a text is JSON lines: some line alone is an object with a `document`.
fn holds_readings(text: &str) -> bool {
    #[derive(Deserialize)]
    struct Line {
        #[allow(dead_code, reason = "only its presence matters")]
        document: IgnoredAny,
    }
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let opening = lines.clone().next().unwrap_or("");
    opening.trim() != "{" && lines.any(|line| serde_json::from_str::<Line>(line).is_ok())
}
