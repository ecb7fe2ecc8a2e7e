//! `whom show`: one actor with its ties and their evidence.

use super::filters::Filters;
use super::input::GraphInput;
use super::knowledge::Knowledge;
use super::names::of_id;
use super::{Failure, Outcome};
use clap::Args;
use std::io::{BufWriter, Write};
use whom::actors::Office;
use whom::export::{Quotes, describe_tie};
use whom::graph::ActorGraph;
use whom::petgraph::graph::{EdgeIndex, NodeIndex};

/// Shows an actor: its names, offices and documents, what it does, what is done to it, who says so.
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
    #[command(flatten)]
    knowledge: Knowledge,
}

impl Show {
    /// Prints the actor.
    pub fn run(self) -> Result<Outcome, Failure> {
        let whole = self.graph.load()?;
        let id = self.filters.id_of(&whole, &self.actor)?;
        // Filters leave out actors without ties; who was asked for should still be known.
        let folded = self.filters.folds().then(|| whole.by_country());
        let known = folded.as_ref().unwrap_or(&whole);
        let node = of_id(known, &id).expect("an id of this graph");
        let name = known.actor(node).clone();
        let documents = listed(known, node, self.verbose);
        let graph = self.filters.apply(whole)?;
        let mut out = BufWriter::new(std::io::stdout().lock());
        writeln!(out, "{}  ({})  {}", name.name, name.kind.as_str(), name.id)?;
        if let Some(country) = name.country.filter(|country| *country != name.name) {
            writeln!(out, "of {country}")?;
        }
        writeln!(out, "also {}", name.aliases.join(" · "))?;
        if let Some(code) = &name.code {
            writeln!(out, "coded {code}")?;
        }
        for office in self.knowledge.load()?.data().gazetteer.offices(&name.id) {
            writeln!(out, "held {}", held(&office))?;
        }
        writeln!(out, "{documents}")?;
        let node = of_id(&graph, &id);
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

/// Returns an office with its time: "president of Russia, 2000-05-07 to 2008-05-07".
fn held(office: &Office) -> String {
    let mut text = office.office.clone();
    if let Some(country) = &office.country {
        text.push_str(&format!(" of {country}"));
    }
    match (office.from, office.to) {
        (Some(from), Some(to)) => text.push_str(&format!(", {from} to {to}")),
        (Some(from), None) => text.push_str(&format!(", from {from}")),
        (None, Some(to)) => text.push_str(&format!(", until {to}")),
        (None, None) => {}
    }
    text
}

/// Returns the documents that mention an actor, the first few unless all are wanted.
fn listed(graph: &ActorGraph, node: NodeIndex, all: bool) -> String {
    const FEW: usize = 5;
    let documents = graph.documents_of(node);
    let shown = if all { documents.len() } else { FEW };
    let names = documents.iter().take(shown).map(|&d| graph.document_id(d));
    let mut names = names.collect::<Vec<_>>().join(" · ");
    if documents.len() > shown {
        names.push_str(&format!(" · and {} more", documents.len() - shown));
    }
    format!("in {names}")
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
