//! `whom diff`: what one graph claims that another does not.

use super::review_input::ReviewInput;
use super::{Failure, Outcome, input};
use clap::Args;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use whom::graph::ActorGraph;
use whom::petgraph::graph::EdgeIndex;

/// Lists the ties that only one of two graphs has, and those that became more or less sure.
#[derive(Args)]
#[command(after_help = "Example:
  whom diff agency.json tabloid.json")]
pub struct Diff {
    /// Graph or readings.
    before: PathBuf,
    /// Graph or readings.
    after: PathBuf,
}

impl Diff {
    /// Prints the differences, `-` for the first graph's, `+` for the second's, `~` for changes.
    pub fn run(self) -> Result<Outcome, Failure> {
        let before = whole(&self.before)?;
        let after = whole(&self.after)?;
        let difference = before.diff(&after);
        let mut out = BufWriter::new(std::io::stdout().lock());
        for &edge in &difference.removed {
            writeln!(out, "- {}", line(&before, edge))?;
        }
        for &edge in &difference.added {
            writeln!(out, "+ {}", line(&after, edge))?;
        }
        for &(old, new) in &difference.changed {
            let was = before.tie(old).certainty().as_str();
            writeln!(out, "~ {}, was {was}", line(&after, new))?;
        }
        out.flush()?;
        Ok(match difference == whom::graph::Difference::default() {
            true => Outcome::Nothing,
            false => Outcome::Found,
        })
    }
}

/// Returns a graph with the review beside it.
fn whole(path: &Path) -> Result<ActorGraph, Failure> {
    let parts = ReviewInput::default().apply(input::whole(path)?, path)?;
    Ok(ActorGraph::from_parts(parts))
}

fn line(graph: &ActorGraph, edge: EdgeIndex) -> String {
    let (from, to) = graph.ends(edge);
    let tie = graph.tie(edge);
    format!(
        "{} ──{}──▶ {}  {}",
        graph.actor(from).name,
        tie.relation(),
        graph.actor(to).name,
        tie.certainty().as_str()
    )
}
