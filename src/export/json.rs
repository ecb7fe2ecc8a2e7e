//! NetworkX node-link JSON with the claims and documents beside it.
//!
//! Nodes and edges are derived, for other programs to read: rejected claims make no edge. What
//! whom reads back are the documents, with their own actors, all claims and what reviewers say;
//! `graph.schema.json` describes it all.

use super::wire::{WireActor, WireClaim, WireSameAs, actor_out, claim_out, same_as_out};
use crate::actors::ActorIndex;
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, ClaimRecord, DocumentIndex, Remark};
use petgraph::graph::{EdgeIndex, NodeIndex};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io::Write;

/// Version of the format; a graph with a newer one is refused.
pub(super) const SCHEMA: u32 = 1;

#[derive(Serialize, Deserialize)]
pub(super) struct WireHead {
    pub(super) schema: u32,
    pub(super) symmetric: BTreeSet<String>,
    pub(super) saying: BTreeSet<String>,
}

#[derive(Serialize)]
struct WireNode {
    #[serde(flatten)]
    actor: WireActor,
    documents: usize,
}

#[derive(Serialize)]
struct WireEdge<'a> {
    source: &'a str,
    target: &'a str,
    key: &'a str,
    relation: &'a str,
    certainty: &'static str,
    symmetric: bool,
    count: usize,
    sources: usize,
    first: Option<String>,
    last: Option<String>,
    claims: Vec<&'a str>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireDocument {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
    pub(super) fingerprint: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) author: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) same_as: Option<WireSameAs>,
    pub(super) actors: Vec<WireActor>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct PlacedClaim {
    pub(super) document: String,
    #[serde(flatten)]
    pub(super) claim: WireClaim,
}

/// What a reviewer says, as JSON.
#[derive(Serialize, Deserialize)]
pub(super) struct WireRemark {
    pub(super) verdict: String,
    pub(super) id: String,
    #[serde(default)]
    pub(super) value: String,
    #[serde(default)]
    pub(super) reason: String,
    #[serde(default)]
    pub(super) by: String,
}

/// Writes a graph, one node, edge, claim or document a line.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    write_io(graph, out).map_err(|error| Error::io("output", error))
}

fn write_io(graph: &ActorGraph, out: &mut dyn Write) -> std::io::Result<()> {
    let head = WireHead {
        schema: SCHEMA,
        symmetric: graph.vocabulary().symmetric.clone(),
        saying: graph.vocabulary().saying.clone(),
    };
    writeln!(out, "{{\n\"whom\": {},", serde_json::to_string(&head)?)?;
    writeln!(
        out,
        "\"directed\": true,\n\"multigraph\": true,\n\"graph\": {{}},"
    )?;
    let inner = graph.petgraph();
    let mut appearances = vec![0; inner.node_count()];
    for document in graph.documents() {
        let at = |i: u32| document.node(ActorIndex(i)).index();
        for (_, node) in document.actors.iter().zip((0..).map(at)) {
            appearances[node] += 1;
        }
    }
    let nodes = inner.node_indices().map(|node| WireNode {
        actor: actor_out(graph.actor(node)),
        documents: appearances[node.index()],
    });
    write_list(out, "nodes", nodes)?;
    writeln!(out, ",")?;
    write_list(
        out,
        "edges",
        inner.edge_indices().map(|e| edge_out(graph, e)),
    )?;
    writeln!(out, ",")?;
    let ids: Vec<String> = indices(graph).map(|d| graph.document_id(d)).collect();
    let place = |record: &ClaimRecord| {
        let document = graph.document(record.document);
        let call = |actor: ActorIndex| document.actors[actor.0 as usize].id.clone();
        PlacedClaim {
            document: ids[record.document.0 as usize].clone(),
            claim: claim_out(&record.claim, &call),
        }
    };
    let claims = graph.claims().chain(graph.rejected());
    write_list(out, "claims", claims.map(place))?;
    writeln!(out, ",")?;
    let documents = graph.documents().iter().zip(&ids).map(|(document, id)| {
        let publication = &document.publication;
        WireDocument {
            id: id.clone(),
            name: publication.name.clone(),
            title: publication.title.clone(),
            outlet: publication.outlet.clone(),
            date: publication.date.map(|date| date.to_string()),
            url: publication.url.clone(),
            fingerprint: publication.fingerprint.clone(),
            author: publication.author.clone(),
            same_as: same_as_out(&publication.same_as),
            actors: document.actors.iter().map(actor_out).collect(),
        }
    });
    write_list(out, "documents", documents)?;
    if !graph.review().is_empty() {
        writeln!(out, ",")?;
        write_list(out, "review", graph.review().remarks().map(remark_out))?;
    }
    writeln!(out, "\n}}")
}

fn remark_out(remark: &Remark) -> WireRemark {
    WireRemark {
        verdict: remark.verdict.as_str().to_owned(),
        id: remark.id.clone(),
        value: remark.value.clone(),
        reason: remark.reason.clone(),
        by: remark.by.clone(),
    }
}

fn indices(graph: &ActorGraph) -> impl Iterator<Item = DocumentIndex> {
    (0..).map(DocumentIndex).take(graph.documents().len())
}

fn edge_out(graph: &ActorGraph, edge: EdgeIndex) -> WireEdge<'_> {
    let (from, to): (NodeIndex, NodeIndex) = graph.ends(edge);
    let tie = graph.tie(edge);
    WireEdge {
        source: &graph.actor(from).id,
        target: &graph.actor(to).id,
        key: tie.relation(),
        relation: tie.relation(),
        certainty: tie.certainty().as_str(),
        symmetric: graph.vocabulary().is_symmetric(tie.relation()),
        count: tie.claims().len(),
        sources: tie.sources(),
        first: tie.first().map(|date| date.to_string()),
        last: tie.last().map(|date| date.to_string()),
        claims: tie.claims().iter().map(|r| r.claim.id.as_str()).collect(),
    }
}

fn write_list<T: Serialize>(
    out: &mut dyn Write,
    name: &str,
    items: impl Iterator<Item = T>,
) -> std::io::Result<()> {
    write!(out, "\"{name}\": [")?;
    for (at, item) in items.enumerate() {
        let separator = if at == 0 { "\n" } else { ",\n" };
        write!(out, "{separator}  {}", serde_json::to_string(&item)?)?;
    }
    write!(out, "\n]")
}
