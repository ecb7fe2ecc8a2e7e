//! `whom show`: one actor with its ties and their evidence.

use super::filters::Filters;
use super::input::GraphInput;
use super::names::resolve;
use super::{Failure, Outcome};
use clap::Args;
use std::io::{BufWriter, Write};
use whom::export::{Quotes, describe_tie};
use whom::graph::ActorGraph;
use whom::petgraph::graph::{EdgeIndex, NodeIndex};

/// Shows an actor: its names, what it does, what is done to it, and who says so.
#[derive(Args)]
#[command(after_help = "Example:
  whom show Kremlin -g graph.json --relation '!reports'")]
pub struct Show {
    /// Name, alias or id of the actor.
    actor: String,
    /// Shows every claim of a tie instead of the first two.
    #[arg(short, long)]
    verbose: bool,
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    filters: Filters,
}

impl Show {
    /// Prints the actor.
    pub fn run(self) -> Result<Outcome, Failure> {
        let graph = self.graph.load()?;
        // Filters leave out actors without ties; who was asked for should still be known.
        let name = graph.actor(resolve(&graph, &self.actor)?).clone();
        let graph = self.filters.apply(graph)?;
        let mut out = BufWriter::new(std::io::stdout().lock());
        writeln!(out, "{}  ({})  {}", name.name, name.kind.as_str(), name.id)?;
        if let Some(country) = name.country.filter(|country| *country != name.name) {
            writeln!(out, "of {country}")?;
        }
        writeln!(out, "also {}", name.aliases.join(" · "))?;
        let candidates = graph.find(&name.id);
        let node = candidates
            .into_iter()
            .find(|&n| graph.actor(n).id == name.id);
        let ties = node.map(|node| Ties::of(&graph, node)).unwrap_or_default();
        let quotes = Quotes::from_verbose(self.verbose);
        for (title, edges) in [("Does", &ties.outgoing), ("Undergoes", &ties.incoming)] {
            if !edges.is_empty() {
                writeln!(out, "\n{title}")?;
            }
            for &edge in edges {
                let forward = node == Some(graph.ends(edge).0);
                let forward = forward || title == "Undergoes";
                describe_tie(&graph, edge, forward, quotes, &mut out)?;
            }
        }
        out.flush()?;
        Ok(match ties.outgoing.is_empty() && ties.incoming.is_empty() {
            true => Outcome::Nothing,
            false => Outcome::Found,
        })
    }
}

/// The ties of an actor, the best supported first.
#[derive(Default)]
struct Ties {
    outgoing: Vec<EdgeIndex>,
    incoming: Vec<EdgeIndex>,
}

impl Ties {
    fn of(graph: &ActorGraph, node: NodeIndex) -> Ties {
        let edges = |test: &dyn Fn(EdgeIndex, NodeIndex, NodeIndex) -> bool| {
            let mut edges: Vec<EdgeIndex> = graph
                .petgraph()
                .edge_indices()
                .filter(|&edge| {
                    let (from, to) = graph.ends(edge);
                    test(edge, from, to)
                })
                .collect();
            edges.sort_by_key(|&edge| (std::cmp::Reverse(graph.tie(edge).sources()), edge));
            edges
        };
        let mutual = |edge: EdgeIndex| {
            let relation = graph.tie(edge).relation();
            graph.vocabulary().is_symmetric(relation)
        };
        Ties {
            outgoing: edges(&|edge, from, to| from == node || (to == node && mutual(edge))),
            incoming: edges(&|edge, from, to| to == node && from != node && !mutual(edge)),
        }
    }
}
