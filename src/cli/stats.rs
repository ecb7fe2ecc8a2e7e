//! `whom stats`: a graph in figures.

use super::filters::Filters;
use super::input::GraphInput;
use super::{Failure, Outcome};
use clap::Args;
use std::io::{BufWriter, Write};
use whom::graph::ActorGraph;

/// Counts what a graph holds.
#[derive(Args)]
#[command(after_help = "Example:
  whom stats -g graph.json --since 2024-10-01")]
pub struct Stats {
    /// Number of actors to list.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10)]
    top: usize,
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    filters: Filters,
}

impl Stats {
    /// Prints the figures.
    pub fn run(self) -> Result<Outcome, Failure> {
        let graph = self.filters.apply(self.graph.load()?)?;
        let mut out = BufWriter::new(std::io::stdout().lock());
        print(&graph, self.top, &mut out)?;
        out.flush()?;
        Ok(match graph.petgraph().node_count() {
            0 => Outcome::Nothing,
            _ => Outcome::Found,
        })
    }
}

fn print(graph: &ActorGraph, top: usize, out: &mut dyn Write) -> std::io::Result<()> {
    let stats = graph.stats();
    writeln!(
        out,
        "documents  {} ({} different texts)",
        stats.documents, stats.texts
    )?;
    writeln!(out, "actors     {}", stats.actors)?;
    writeln!(out, "ties       {}", stats.ties)?;
    writeln!(out, "claims     {}", stats.claims)?;
    if let Some((first, last)) = stats.dates {
        writeln!(out, "dates      {first} to {last}")?;
    }
    let kinds = stats.kinds.iter().map(|(k, &n)| ((*k).to_owned(), n));
    table(out, "Actors by kind", kinds.collect())?;
    let certainties = stats.certainties.iter();
    let certainties = certainties.map(|(c, &n)| (c.as_str().to_owned(), n));
    table(out, "Ties by certainty", certainties.collect())?;
    table(
        out,
        "Ties by relation",
        stats.relations.into_iter().collect(),
    )?;
    writeln!(
        out,
        "\nActors by ties                            out     in   PageRank"
    )?;
    for actor in stats.prominent.iter().take(top) {
        writeln!(
            out,
            "  {:36}  {:5}  {:5}   {:8.4}",
            graph.actor(actor.node).name,
            actor.outgoing,
            actor.incoming,
            actor.page_rank
        )?;
    }
    Ok(())
}

/// Prints rows by count.
fn table(out: &mut dyn Write, title: &str, mut rows: Vec<(String, usize)>) -> std::io::Result<()> {
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    writeln!(out, "\n{title}")?;
    for (name, count) in rows {
        writeln!(out, "  {name:18}  {count:5}")?;
    }
    Ok(())
}
