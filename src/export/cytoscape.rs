//! JSON for Cytoscape.js; Cytoscape desktop and NetworkX read it too.

use super::rows;
use crate::error::{Error, Result};
use crate::graph::ActorGraph;
use crate::layout;
use serde_json::{Value, json};
use std::io::Write;

/// Writes a graph as Cytoscape.js elements, placed as in pictures.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    let layout = layout::place(graph);
    let nodes = graph.petgraph().node_indices().map(|node| {
        let actor = graph.actor(node);
        let place = layout.positions[node.index()];
        let round = |side: f64| (side * 10.0).round() / 10.0;
        // `name` and `value` are what NetworkX wants.
        json!({
            "data": {
                "id": actor.id, "name": actor.name, "value": actor.id, "label": actor.name,
                "kind": actor.kind.as_str(), "country": actor.country, "aliases": actor.aliases,
                "wikidata": actor.wikidata,
            },
            "position": {"x": round(place.x), "y": round(place.y)},
        })
    });
    let edges = graph.petgraph().edge_indices().map(|edge| {
        let (from, to) = graph.ends(edge);
        let tie = graph.tie(edge);
        let claims: Vec<Value> = rows::of_tie(graph, edge).map(|row| claim(&row)).collect();
        json!({"data": {
            "id": rows::tie_id(graph, edge), "key": tie.relation(),
            "source": graph.actor(from).id, "target": graph.actor(to).id,
            "relation": tie.relation(), "interaction": tie.relation(), "label": tie.relation(),
            "certainty": tie.certainty().as_str(),
            "symmetric": graph.vocabulary().is_symmetric(tie.relation()),
            "sources": tie.sources(), "count": claims.len(),
            "first": tie.first().map(|date| date.to_string()),
            "last": tie.last().map(|date| date.to_string()),
            "claims": claims,
        }})
    });
    let document = json!({
        "format_version": "1.0",
        "generated_by": "whom",
        "directed": true,
        "multigraph": true,
        "data": [],
        "elements": {
            "nodes": nodes.collect::<Vec<Value>>(),
            "edges": edges.collect::<Vec<Value>>(),
        },
    });
    writeln!(out, "{document:#}").map_err(|error| Error::io("output", error))
}

fn claim(row: &rows::Row<'_>) -> Value {
    let names: Vec<&str> = row
        .speakers
        .iter()
        .map(|actor| actor.name.as_str())
        .collect();
    json!({
        "id": row.claim.id, "status": row.claim.status.as_str(), "item": row.claim.item,
        "said_by": names, "date": row.claim.date.map(|date| date.to_string()),
        "evidence": row.claim.evidence, "document": row.document_id,
        "url": row.document.publication.url,
    })
}
