//! `whom export`: a graph in another format.

use super::figure::Figure;
use super::filters::Filters;
use super::input::GraphInput;
use super::output::Output;
use super::{Failure, Outcome};
use clap::Args;

/// Writes a graph, or what the filters keep of it, in another format.
#[derive(Args)]
#[command(after_help = "Example:
  whom export -g graph.json -o figure.svg --top 20 --title \"Who deals with whom\"
  whom export -g graph.json -o graph.gexf --since 2024-03-01")]
pub struct Export {
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    figure: Figure,
    #[command(flatten)]
    filters: Filters,
}

impl Export {
    /// Writes the graph.
    pub fn run(self) -> Result<Outcome, Failure> {
        let format = self.output.format("json")?;
        let picture = self.figure.picture(&format)?;
        let graph = self.filters.apply(self.graph.load()?)?;
        let graph = self.figure.select(graph)?;
        self.output.write_picture(&graph, &format, &picture)?;
        Ok(match graph.petgraph().edge_count() {
            0 => Outcome::Nothing,
            _ => Outcome::Found,
        })
    }
}
