//! `whom disputed`: what some claim and others deny, side by side.

use super::filters::Filters;
use super::input::GraphInput;
use super::{Failure, Outcome, note};
use clap::Args;
use serde_json::{Value, json};
use std::io::{BufWriter, Write};
use whom::claims::Status;
use whom::export::{sentence, tie_line, voice};
use whom::graph::{ActorGraph, Certainty, ClaimRecord};
use whom::petgraph::graph::EdgeIndex;

/// Lists the ties that some claim and others deny: on the left who says so, on the right who
/// says not.
#[derive(Args)]
#[command(after_help = "Example:
  whom disputed -g graph.json --via Norway")]
pub struct Disputed {
    /// Prints JSON.
    #[arg(long)]
    json: bool,
    /// Columns of text to print.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u16).range(40..))]
    width: u16,
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    filters: Filters,
}

impl Disputed {
    /// Prints the ties, the best supported first.
    pub fn run(self) -> Result<Outcome, Failure> {
        let graph = self.filters.apply(self.graph.load()?)?;
        let certainty = |edge: &EdgeIndex| graph.tie(*edge).certainty();
        let edges = graph.petgraph().edge_indices();
        let mut ties: Vec<EdgeIndex> = edges
            .filter(|edge| certainty(edge) == Certainty::Disputed)
            .collect();
        ties.sort_by_key(|&edge| (std::cmp::Reverse(graph.tie(edge).sources()), edge));
        let mut out = BufWriter::new(std::io::stdout().lock());
        if self.json {
            let ties: Vec<Value> = ties.iter().map(|&edge| tie_json(&graph, edge)).collect();
            serde_json::to_writer_pretty(&mut out, &json!({ "disputed": ties }))
                .map_err(std::io::Error::from)?;
            writeln!(out)?;
        } else {
            for (number, &edge) in ties.iter().enumerate() {
                if number > 0 {
                    writeln!(out)?;
                }
                print(&graph, edge, usize::from(self.width), &mut out)?;
            }
        }
        out.flush()?;
        if ties.is_empty() {
            note("nothing is disputed");
            return Ok(Outcome::Nothing);
        }
        Ok(Outcome::Found)
    }
}

/// Returns the claims of a tie that say so, and those that say not; plans and suspicions are neither.
fn sides(graph: &ActorGraph, edge: EdgeIndex) -> [Vec<&ClaimRecord>; 2] {
    [Status::Actual, Status::Denied].map(|status| {
        let claims = graph.tie(edge).claims().iter();
        claims.filter(|r| r.claim.status == status).collect()
    })
}

fn print(
    graph: &ActorGraph,
    edge: EdgeIndex,
    width: usize,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    writeln!(out, "{}", tie_line(graph, edge, true))?;
    let column = (width - 5) / 2;
    let [says, denies] = sides(graph, edge).map(|records| {
        let told = records
            .iter()
            .flat_map(|record| told(graph, record, column));
        told.collect::<Vec<String>>()
    });
    let heads = ["says so".to_owned(), "denies it".to_owned()];
    writeln!(out, "   {:column$}  {}", heads[0], heads[1])?;
    let blank = String::new();
    for line in 0..says.len().max(denies.len()) {
        let cell = |side: &[String]| side.get(line).unwrap_or(&blank).clone();
        let row = format!("   {:column$}  {}", cell(&says), cell(&denies));
        writeln!(out, "{}", row.trim_end())?;
    }
    Ok(())
}

/// Returns a claim as lines of a column: when, who, where, and the sentence.
fn told(graph: &ActorGraph, record: &ClaimRecord, width: usize) -> Vec<String> {
    let date = record.claim.date;
    let date = date.map_or("no date".to_owned(), |date| date.to_string());
    let place = graph.document_id(record.document);
    let mut lines = wrap(&format!("{date}  {}", voice(graph, record)), width, "");
    lines.extend(wrap(&format!("[{place}]"), width, "  "));
    lines.extend(wrap(&format!("“{}”", sentence(record)), width, "  "));
    lines
}

/// Breaks a text into lines of a width, each with an indent; longer words stand alone.
fn wrap(text: &str, width: usize, indent: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{indent}{word}")),
        }
    }
    lines
}

fn tie_json(graph: &ActorGraph, edge: EdgeIndex) -> Value {
    let (from, to) = graph.ends(edge);
    let [says, denies] = sides(graph, edge).map(|records| {
        let claims = records
            .into_iter()
            .map(|r| super::path_json::claim(graph, r));
        claims.collect::<Vec<_>>()
    });
    json!({
        "source": graph.actor(from).id,
        "target": graph.actor(to).id,
        "relation": graph.tie(edge).relation(),
        "sources": graph.tie(edge).sources(),
        "says": says,
        "denies": denies,
    })
}
