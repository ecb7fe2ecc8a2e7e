//! `whom timeline`: what an actor does and undergoes, day by day.

use super::filters::Filters;
use super::input::GraphInput;
use super::{Failure, Outcome, note, path_json};
use clap::Args;
use serde_json::{Value, json};
use std::io::{BufWriter, Write};
use whom::export::{describe_claim, link};
use whom::graph::{ActorGraph, ClaimRecord};
use whom::petgraph::graph::{EdgeIndex, NodeIndex};

/// Lists the claims about an actor, or about two, by date.
#[derive(Args)]
#[command(after_help = "Example:
  whom timeline Togo Ghana -g graph.json --since 2024-01-01")]
pub struct Timeline {
    /// Name, alias or id of the actor.
    actor: String,
    /// Another actor: only what is between the two.
    other: Option<String>,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    filters: Filters,
}

impl Timeline {
    /// Prints the claims, the undated last.
    pub fn run(self) -> Result<Outcome, Failure> {
        let whole = self.graph.load()?;
        let names = [Some(&self.actor), self.other.as_ref()];
        let ids: Result<Vec<String>, Failure> = names
            .into_iter()
            .flatten()
            .map(|name| self.filters.id_of(&whole, name))
            .collect();
        let ids = ids?;
        let graph = self.filters.apply(whole)?;
        let about = |node: NodeIndex| ids.contains(&graph.actor(node).id);
        let mut claims: Vec<(EdgeIndex, &ClaimRecord)> = Vec::new();
        for edge in graph.petgraph().edge_indices() {
            let (from, to) = graph.ends(edge);
            let wanted = match self.other {
                Some(_) => about(from) && about(to) && from != to,
                None => about(from) || about(to),
            };
            if wanted {
                claims.extend(graph.tie(edge).claims().iter().map(|record| (edge, record)));
            }
        }
        claims.sort_by_key(|(edge, record)| {
            let claim = &record.claim;
            let place = (record.document, claim.spans.sentence, *edge);
            (claim.date.is_none(), claim.date, place, &claim.id)
        });
        let mut out = BufWriter::new(std::io::stdout().lock());
        match self.json {
            true => print_json(&graph, &claims, &mut out)?,
            false => print(&graph, &claims, &mut out)?,
        }
        out.flush()?;
        if claims.is_empty() {
            note("no claims; filters may leave them out");
            return Ok(Outcome::Nothing);
        }
        Ok(Outcome::Found)
    }
}

/// Prints each claim below its tie, and a tie once where claims of it follow one another.
fn print(
    graph: &ActorGraph,
    claims: &[(EdgeIndex, &ClaimRecord)],
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let mut last = None;
    for &(edge, record) in claims {
        if last != Some(edge) {
            writeln!(out, "   {}", link(graph, edge, true))?;
        }
        last = Some(edge);
        describe_claim(graph, record, out)?;
    }
    Ok(())
}

fn print_json(
    graph: &ActorGraph,
    claims: &[(EdgeIndex, &ClaimRecord)],
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let claims: Vec<Value> = claims
        .iter()
        .map(|&(edge, record)| {
            let (from, to) = graph.ends(edge);
            json!({
                "source": graph.actor(from).id,
                "relation": graph.tie(edge).relation(),
                "target": graph.actor(to).id,
                "claim": path_json::claim(graph, record),
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &json!({ "timeline": claims }))?;
    writeln!(out)
}
