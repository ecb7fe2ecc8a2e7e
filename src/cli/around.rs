//! `whom around`: the neighbourhood of an actor.

use super::filters::Filters;
use super::input::GraphInput;
use super::names::resolve;
use super::output::Output;
use super::{Failure, Outcome};
use clap::Args;

/// Writes the ties among the actors near one.
#[derive(Args)]
#[command(after_help = "Example:
  whom around Norway -d 2 -g graph.json -o norway.svg")]
pub struct Around {
    /// Name, alias or id of the actor.
    actor: String,
    /// Greatest distance in ties.
    #[arg(short, long, value_name = "N", default_value_t = 1)]
    depth: usize,
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    filters: Filters,
}

impl Around {
    /// Writes the neighbourhood.
    pub fn run(self) -> Result<Outcome, Failure> {
        self.output.format("text")?;
        let graph = self.filters.apply(self.graph.load()?)?;
        let near = graph.around(resolve(&graph, &self.actor)?, self.depth);
        self.output.write(&near, "text")?;
        Ok(match near.petgraph().edge_count() {
            0 => Outcome::Nothing,
            _ => Outcome::Found,
        })
    }
}
