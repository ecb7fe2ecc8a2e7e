//! `whom around`: the neighbourhood of an actor.

use super::filters::Filters;
use super::input::GraphInput;
use super::names::of_id;
use super::output::Output;
use super::{Failure, Outcome, note};
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
        let whole = self.graph.load()?;
        let id = self.filters.id_of(&whole, &self.actor)?;
        let graph = self.filters.apply(whole)?;
        let Some(centre) = of_id(&graph, &id) else {
            note(format_args!(
                "the filters leave no tie of \"{}\"",
                self.actor
            ));
            return Ok(Outcome::Nothing);
        };
        let near = graph.around(centre, self.depth);
        self.output.write(&near, "text")?;
        Ok(match near.petgraph().edge_count() {
            0 => Outcome::Nothing,
            _ => Outcome::Found,
        })
    }
}
