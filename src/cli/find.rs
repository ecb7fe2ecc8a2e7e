//! `whom find`: actors by name.

use super::filters::Filters;
use super::input::GraphInput;
use super::{Failure, Outcome, names};
use clap::Args;
use std::io::Write;

/// Lists the actors that a name fits, the best first; accents and slips of the pen are forgiven.
#[derive(Args)]
#[command(after_help = "Example:
  whom find ministry -g graph.json
  whom find Zelenski -g graph.json")]
pub struct Find {
    /// Name, alias, id, or a part of one.
    name: String,
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    filters: Filters,
}

impl Find {
    /// Lists the actors.
    pub fn run(self) -> Result<Outcome, Failure> {
        let graph = self.filters.apply(self.graph.load()?)?;
        let found = graph.find(&self.name);
        let mut out = std::io::stdout().lock();
        for &node in &found {
            writeln!(out, "{}", names::line(&graph, node))?;
        }
        Ok(match found.is_empty() {
            true => Outcome::Nothing,
            false => Outcome::Found,
        })
    }
}
