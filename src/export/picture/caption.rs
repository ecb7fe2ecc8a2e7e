//! What stands above and below a picture: counts, dates, where it comes from.

use super::Picture;
use crate::export::xml;
use crate::graph::ActorGraph;
use crate::layout::{Plan, wrapped};
use std::collections::BTreeSet;

/// Sources named below a picture; the rest is counted.
const NAMED: usize = 4;

/// Returns the title, and the line of counts below it where the title is somebody's own.
pub(super) fn title(
    graph: &ActorGraph,
    picture: &Picture,
    plan: &Plan,
) -> (String, Option<String>) {
    let counts = counts(graph, plan);
    match &picture.title {
        Some(title) => (xml::drawable(title), Some(counts)),
        None => (counts, None),
    }
}

/// Returns a count with its noun.
fn count(n: usize, one: &str) -> String {
    match n {
        1 => format!("1 {one}"),
        n => format!("{n} {one}s"),
    }
}

fn counts(graph: &ActorGraph, plan: &Plan) -> String {
    let left_out = graph.petgraph().node_count() - plan.drawn.len();
    let mut text = format!(
        "{} and {} from {}",
        count(plan.drawn.len(), "actor"),
        count(graph.petgraph().edge_count(), "tie"),
        count(graph.documents().len(), "document"),
    );
    let dates = || graph.claims().filter_map(|record| record.claim.date);
    if let (Some(first), Some(last)) = (dates().min(), dates().max()) {
        text += &match first == last {
            true => format!(" · {first}"),
            false => format!(" · {first} to {last}"),
        };
    }
    if left_out > 0 {
        text += &format!(" · {} without ties not drawn", count(left_out, "actor"));
    }
    if !plan.labelled {
        text += " · too many ties to name: ask for fewer (--top 60)";
    }
    text
}

/// Returns where the picture comes from: outlets, or the names of documents without one.
pub(super) fn sources(graph: &ActorGraph) -> String {
    let named = graph.documents().iter().map(|document| {
        let publication = &document.publication;
        publication.outlet.as_ref().unwrap_or(&publication.name)
    });
    let named: BTreeSet<&String> = named.collect();
    let mut text = String::from("Source: ");
    let shown: Vec<String> = named
        .iter()
        .take(NAMED)
        .filter_map(|name| wrapped(&xml::drawable(name), 40, 1).pop())
        .collect();
    text += &shown.join(", ");
    if named.len() > NAMED {
        text += &format!(" and {} more", named.len() - NAMED);
    }
    text + ". Read by whom, a program; the sentences are in the graph."
}
