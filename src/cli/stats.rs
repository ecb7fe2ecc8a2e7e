//! `whom stats`: a graph in figures.

use super::filters::Filters;
use super::input::GraphInput;
use super::{Failure, Outcome};
use clap::Args;
use serde_json::json;
use std::collections::BTreeMap;
use std::io::{BufWriter, Write};
use whom::graph::ActorGraph;
use whom::petgraph::graph::NodeIndex;

/// Counts what a graph holds.
#[derive(Args)]
#[command(after_help = "Example:
  whom stats -g graph.json --since 2024-10-01")]
pub struct Stats {
    /// Number of actors to list.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10)]
    top: usize,
    /// Prints JSON, with every actor.
    #[arg(long)]
    json: bool,
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
        match self.json {
            true => print_json(&graph, &mut out)?,
            false => print(&graph, self.top, &mut out)?,
        }
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
        stats.relations.clone().into_iter().collect(),
    )?;
    writeln!(
        out,
        "\nActors by ties                            out     in   PageRank   between"
    )?;
    for actor in stats.prominent.iter().take(top) {
        writeln!(
            out,
            "  {:36}  {:5}  {:5}   {:8.4}  {:8.4}",
            graph.actor(actor.node).name,
            actor.outgoing,
            actor.incoming,
            actor.page_rank,
            actor.betweenness
        )?;
    }
    let communities = graph.communities();
    if communities.len() > 1 {
        writeln!(out, "\nCommunities")?;
    }
    for community in communities
        .iter()
        .filter(|_| communities.len() > 1)
        .take(top)
    {
        let listed = prominent_of(community, &stats);
        let names = listed.iter().map(|&node| graph.actor(node).name.as_str());
        let mut names = names.take(NAMED).collect::<Vec<_>>().join(" · ");
        if listed.len() > NAMED {
            names += &format!(" · and {} more", listed.len() - NAMED);
        }
        writeln!(out, "  {:5}  {names}", community.len())?;
    }
    Ok(())
}

/// Actors of a community that are named.
const NAMED: usize = 4;

/// Returns the members of a community, those of most ties first.
fn prominent_of(community: &[NodeIndex], stats: &whom::graph::Stats) -> Vec<NodeIndex> {
    let nodes = stats.prominent.iter().map(|actor| actor.node);
    nodes
        .filter(|node| community.binary_search(node).is_ok())
        .collect()
}

fn print_json(graph: &ActorGraph, out: &mut dyn Write) -> std::io::Result<()> {
    let stats = graph.stats();
    let mut community = BTreeMap::new();
    for (number, members) in graph.communities().into_iter().enumerate() {
        community.extend(members.into_iter().map(|node| (node, number)));
    }
    let actors = stats.prominent.iter().map(|actor| {
        json!({
            "id": graph.actor(actor.node).id,
            "name": graph.actor(actor.node).name,
            "outgoing": actor.outgoing,
            "incoming": actor.incoming,
            "page_rank": actor.page_rank,
            "betweenness": actor.betweenness,
            "community": community.get(&actor.node),
        })
    });
    let certainties = stats.certainties.iter();
    let certainties: BTreeMap<&str, usize> = certainties.map(|(c, &n)| (c.as_str(), n)).collect();
    let dates = stats.dates.map(|(a, b)| [a.to_string(), b.to_string()]);
    let printed = json!({
        "documents": stats.documents,
        "texts": stats.texts,
        "ties": stats.ties,
        "claims": stats.claims,
        "dates": dates,
        "kinds": stats.kinds,
        "relations": stats.relations,
        "certainties": certainties,
        "actors": actors.collect::<Vec<_>>(),
    });
    serde_json::to_writer_pretty(&mut *out, &printed)?;
    writeln!(out)
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
