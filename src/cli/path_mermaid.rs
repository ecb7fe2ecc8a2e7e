//! Paths as a Mermaid flowchart, each tie with its first sentence.

use super::Failure;
use std::collections::BTreeSet;
use std::io::Write;
use whom::export::{sentence, voice};
use whom::graph::{ActorGraph, Certainty};
use whom::petgraph::graph::{EdgeIndex, NodeIndex};

/// Writes the ties of some paths: dotted what is not sure, thick what somebody denies.
pub fn write(
    graph: &ActorGraph,
    ties: &BTreeSet<EdgeIndex>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    writeln!(out, "flowchart LR")?;
    let ends = ties.iter().map(|&edge| graph.ends(edge));
    let nodes: BTreeSet<NodeIndex> = ends.flat_map(|(from, to)| [from, to]).collect();
    for node in nodes {
        let name = text(&graph.actor(node).name);
        writeln!(out, "  n{}[\"{name}\"]", node.index())?;
    }
    for &edge in ties {
        let (from, to) = graph.ends(edge);
        let tie = graph.tie(edge);
        let both = graph.vocabulary().is_symmetric(tie.relation());
        let line = match (tie.certainty(), both) {
            (Certainty::Stated | Certainty::Claimed, false) => "-->",
            (Certainty::Stated | Certainty::Claimed, true) => "<-->",
            (Certainty::Disputed | Certainty::Denied, false) => "==>",
            (Certainty::Disputed | Certainty::Denied, true) => "<==>",
            (_, false) => "-.->",
            (_, true) => "<-.->",
        };
        let mut label = format!(
            "{} · {} · {}",
            tie.relation(),
            tie.certainty().as_str(),
            tie.sources()
        );
        for record in tie.claims().iter().take(1) {
            label += &format!(" · “{}” {}", sentence(record), voice(graph, record));
        }
        let label = text(&label);
        writeln!(
            out,
            "  n{} {line}|\"{label}\"| n{}",
            from.index(),
            to.index()
        )?;
    }
    Ok(())
}

/// Returns any text for use between Mermaid's quotes, which know no escape but entities.
fn text(value: &str) -> String {
    let mut escaped = String::new();
    for c in value.chars() {
        match c {
            '"' | '#' | '&' | '<' | '>' | '`' | ';' | '\\' => {
                escaped.push_str(&format!("#{};", c as u32));
            }
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}
