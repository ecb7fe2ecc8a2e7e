//! Ties with their sentences, for people to read.

use super::rows::in_a_line;
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, ClaimRecord};
use petgraph::graph::EdgeIndex;
use std::io::Write;

/// How many of a tie's claims are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// Two, and the rest counted.
    Few,
    /// Every one.
    All,
}

impl Quotes {
    /// Returns all quotes where a user asked for much, else few.
    pub fn from_verbose(verbose: bool) -> Quotes {
        if verbose { Quotes::All } else { Quotes::Few }
    }

    fn count(self) -> usize {
        match self {
            Quotes::Few => 2,
            Quotes::All => usize::MAX,
        }
    }
}

/// Writes every tie of a graph with every claim.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    for edge in graph.petgraph().edge_indices() {
        describe_tie(graph, edge, true, Quotes::All, out)
            .map_err(|error| Error::io("output", error))?;
    }
    Ok(())
}

/// Writes a tie as text: its ends with an arrow, its certainty, and the sentences behind it.
///
/// A tie that is walked backwards (`forward` is false) starts with its target, and the
/// arrow points back.
///
/// # Errors
///
/// Fails where the output cannot be written.
pub fn describe_tie(
    graph: &ActorGraph,
    edge: EdgeIndex,
    forward: bool,
    quotes: Quotes,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let (from, to) = graph.ends(edge);
    let tie = graph.tie(edge);
    // A control character in a name is a command to a terminal.
    let names = [from, to].map(|node| in_a_line(&graph.actor(node).name));
    let relation = tie.relation();
    let arrow = match forward {
        _ if graph.vocabulary().is_symmetric(relation) => format!("──{relation}──"),
        true => format!("──{relation}──▶"),
        false => format!("◀──{relation}──"),
    };
    let [left, right] = if forward {
        names
    } else {
        let [from, to] = names;
        [to, from]
    };
    let sources = match tie.sources() {
        1 => "1 source".to_owned(),
        n => format!("{n} sources"),
    };
    writeln!(
        out,
        "   {left} {arrow} {right}   {} · {sources}",
        tie.certainty().as_str()
    )?;
    for record in tie.claims().iter().take(quotes.count()) {
        describe_claim(graph, record, out)?;
    }
    let rest = tie.claims().len().saturating_sub(quotes.count());
    if rest > 0 {
        writeln!(out, "     and {rest} more")?;
    }
    Ok(())
}

fn describe_claim(
    graph: &ActorGraph,
    record: &ClaimRecord,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let claim = &record.claim;
    let date = claim
        .date
        .map_or("no date".to_owned(), |date| date.to_string());
    let speakers = graph.speakers(record);
    let speakers: Vec<String> = speakers
        .iter()
        .map(|actor| in_a_line(&actor.name))
        .collect();
    let voice = match speakers.is_empty() {
        true => "in its own voice".to_owned(),
        false => format!("according to {}", speakers.join(", citing ")),
    };
    let place = in_a_line(&graph.document_id(record.document));
    let status = claim.status.as_str();
    let sentence = in_a_line(&claim.evidence);
    writeln!(out, "     {date}  {status}, {voice}  [{place}]")?;
    writeln!(out, "       “{sentence}”")
}
