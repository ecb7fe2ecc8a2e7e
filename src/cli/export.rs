//! `whom export`: a graph in another format.

use super::filters::Filters;
use super::input::GraphInput;
use super::output::Output;
use super::{Failure, Outcome};
use clap::Args;

/// Writes a graph, or what the filters keep of it, in another format.
#[derive(Args)]
#[command(after_help = "Example:
  whom export -g graph.json -o disputed.svg --certainty disputed")]
pub struct Export {
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    filters: Filters,
}

impl Export {
    /// Writes the graph.
    pub fn run(self) -> Result<Outcome, Failure> {
        self.output.format("json")?;
        let graph = self.filters.apply(self.graph.load()?)?;
        self.output.write(&graph, "json")?;
        Ok(match graph.petgraph().edge_count() {
            0 => Outcome::Nothing,
            _ => Outcome::Found,
        })
    }
}
