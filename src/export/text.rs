//! Ties with their sentences, for people to read.

use super::rows::in_a_line;
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, ClaimRecord, Verdict};
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
    writeln!(out, "   {}", tie_line(graph, edge, forward))?;
    let tie = graph.tie(edge);
    for record in tie.claims().iter().take(quotes.count()) {
        describe_claim(graph, record, out)?;
    }
    let rest = tie.claims().len().saturating_sub(quotes.count());
    if rest > 0 {
        writeln!(out, "     and {rest} more")?;
    }
    Ok(())
}

/// Returns a tie in one line: its ends with an arrow, its certainty, its independent sources.
///
/// A tie that is walked backwards (`forward` is false) starts with its target.
pub fn tie_line(graph: &ActorGraph, edge: EdgeIndex, forward: bool) -> String {
    let tie = graph.tie(edge);
    let sources = match tie.sources() {
        1 => "1 source".to_owned(),
        n => format!("{n} sources"),
    };
    let link = link(graph, edge, forward);
    format!("{link}   {} · {sources}", tie.certainty().as_str())
}

/// Returns the ends of a tie with an arrow between them.
pub fn link(graph: &ActorGraph, edge: EdgeIndex, forward: bool) -> String {
    let (from, to) = graph.ends(edge);
    // A control character in a name is a command to a terminal.
    let [from, to] = [from, to].map(|node| in_a_line(&graph.actor(node).name));
    let relation = graph.tie(edge).relation();
    let arrow = match forward {
        _ if graph.vocabulary().is_symmetric(relation) => format!("──{relation}──"),
        true => format!("──{relation}──▶"),
        false => format!("◀──{relation}──"),
    };
    let (left, right) = if forward { (from, to) } else { (to, from) };
    format!("{left} {arrow} {right}")
}

/// Returns who says a claim: "in its own voice", "according to X, citing Y".
pub fn voice(graph: &ActorGraph, record: &ClaimRecord) -> String {
    let speakers = graph.speakers(record);
    let speakers: Vec<String> = speakers
        .iter()
        .map(|actor| in_a_line(&actor.name))
        .collect();
    match speakers.is_empty() {
        true => "in its own voice".to_owned(),
        false => format!("according to {}", speakers.join(", citing ")),
    }
}

/// Returns the sentence of a claim with white space folded and control characters left out.
pub fn sentence(record: &ClaimRecord) -> String {
    in_a_line(&record.claim.evidence)
}

/// Writes a claim: its date and status, who says so and where, its sentence, what reviewers say.
///
/// # Errors
///
/// Fails where the output cannot be written.
pub fn describe_claim(
    graph: &ActorGraph,
    record: &ClaimRecord,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let claim = &record.claim;
    let date = claim
        .date
        .map_or("no date".to_owned(), |date| date.to_string());
    let voice = voice(graph, record);
    let place = in_a_line(&graph.document_id(record.document));
    let status = claim.status.as_str();
    writeln!(out, "     {date}  {status}, {voice}  [{place}]")?;
    let sentence = sentence(record);
    if !sentence.is_empty() {
        writeln!(out, "       “{sentence}”")?;
    }
    let Some(remark) = graph.review().of_claim(&claim.id) else {
        return Ok(());
    };
    let verdict = match remark.verdict {
        Verdict::Reject => "rejected",
        _ => "accepted",
    };
    let reason = match remark.reason.as_str() {
        "" => String::new(),
        reason => format!(": {reason}"),
    };
    writeln!(out, "       {verdict} by {}{reason}", remark.by)
}
