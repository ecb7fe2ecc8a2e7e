//! GraphML: for NetworkX, igraph, yEd and most others.

use super::rows::{self, in_a_line};
use super::xml::escaped;
use crate::error::{Error, Result};
use crate::graph::ActorGraph;
use std::io::Write;

/// For what, name, type.
const KEYS: [(&str, &str, &str); 16] = [
    ("node", "label", "string"),
    ("node", "kind", "string"),
    ("node", "country", "string"),
    ("node", "aliases", "string"),
    ("node", "wikidata", "string"),
    ("edge", "relation", "string"),
    ("edge", "certainty", "string"),
    ("edge", "symmetric", "boolean"),
    ("edge", "sources", "int"),
    ("edge", "weight", "double"),
    ("edge", "claims", "int"),
    ("edge", "first", "string"),
    ("edge", "last", "string"),
    ("edge", "statuses", "string"),
    ("edge", "said_by", "string"),
    ("edge", "evidence", "string"),
];

/// Writes a graph as GraphML.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    write_io(graph, out).map_err(|error| Error::io("output", error))
}

fn write_io(graph: &ActorGraph, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"
    )?;
    for (what, name, kind) in KEYS {
        let id = key(what, name);
        writeln!(
            out,
            "<key id=\"{id}\" for=\"{what}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
        )?;
    }
    writeln!(out, "<graph id=\"whom\" edgedefault=\"directed\">")?;
    for actor in graph.petgraph().node_weights() {
        writeln!(out, "<node id=\"{}\">", escaped(&actor.id))?;
        data(out, "node", "label", &in_a_line(&actor.name))?;
        data(out, "node", "kind", actor.kind.as_str())?;
        data(
            out,
            "node",
            "country",
            actor.country.as_deref().unwrap_or(""),
        )?;
        data(out, "node", "aliases", &actor.aliases.join(" | "))?;
        data(
            out,
            "node",
            "wikidata",
            actor.wikidata.as_deref().unwrap_or(""),
        )?;
        writeln!(out, "</node>")?;
    }
    for edge in graph.petgraph().edge_indices() {
        let (from, to) = graph.ends(edge);
        let tie = graph.tie(edge);
        writeln!(
            out,
            "<edge id=\"{}\" source=\"{}\" target=\"{}\">",
            escaped(&rows::tie_id(graph, edge)),
            escaped(&graph.actor(from).id),
            escaped(&graph.actor(to).id)
        )?;
        let claims: Vec<rows::Row<'_>> = rows::of_tie(graph, edge).collect();
        let lines = |line: &dyn Fn(&rows::Row<'_>) -> String| -> String {
            claims.iter().map(line).collect::<Vec<_>>().join("\n")
        };
        let symmetric = graph.vocabulary().is_symmetric(tie.relation());
        data(out, "edge", "relation", tie.relation())?;
        data(out, "edge", "certainty", tie.certainty().as_str())?;
        data(out, "edge", "symmetric", &symmetric.to_string())?;
        data(out, "edge", "sources", &tie.sources().to_string())?;
        data(out, "edge", "weight", &format!("{}.0", tie.sources()))?;
        data(out, "edge", "claims", &claims.len().to_string())?;
        for (name, date) in [("first", tie.first()), ("last", tie.last())] {
            if let Some(date) = date {
                data(out, "edge", name, &date.to_string())?;
            }
        }
        data(
            out,
            "edge",
            "statuses",
            &lines(&|row| row.claim.status.as_str().to_owned()),
        )?;
        data(out, "edge", "said_by", &lines(&|row| row.said_by()))?;
        data(
            out,
            "edge",
            "evidence",
            &lines(&|row| in_a_line(&row.claim.evidence)),
        )?;
        writeln!(out, "</edge>")?;
    }
    writeln!(out, "</graph>\n</graphml>")
}

/// Returns the id of a key: nodes and edges must not share one.
fn key(what: &str, name: &str) -> String {
    format!("{}_{name}", &what[..1])
}

fn data(out: &mut dyn Write, what: &str, name: &str, value: &str) -> std::io::Result<()> {
    // An absent value is not an empty one.
    if value.is_empty() && what == "node" {
        return Ok(());
    }
    writeln!(
        out,
        "<data key=\"{}\">{}</data>",
        key(what, name),
        escaped(value)
    )
}
