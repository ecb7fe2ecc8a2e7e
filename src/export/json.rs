//! NetworkX node-link JSON with the claims and documents beside it.
//!
//! Nodes and edges are derived, for other programs to read. What whom reads back are the
//! documents, with their own actors, and the claims; `graph.schema.json` describes it all.

use super::wire::{WireActor, WireClaim, actor_in, actor_out, claim_in, claim_out, date_in};
use crate::actors::{Actor, ActorIndex};
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, DocumentIndex, Vocabulary};
use crate::reading::{Publication, Reading};
use petgraph::graph::{EdgeIndex, NodeIndex};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

/// Version of the format; a graph with a newer one is refused.
const SCHEMA: u32 = 1;

#[derive(Serialize, Deserialize)]
struct WireHead {
    schema: u32,
    symmetric: BTreeSet<String>,
    saying: BTreeSet<String>,
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
struct WireDocument {
    id: String,
    name: String,
    title: Option<String>,
    outlet: Option<String>,
    date: Option<String>,
    url: Option<String>,
    fingerprint: String,
    actors: Vec<WireActor>,
}

#[derive(Serialize, Deserialize)]
struct PlacedClaim {
    document: String,
    #[serde(flatten)]
    claim: WireClaim,
}

/// The parts that are read back.
#[derive(Deserialize)]
struct WireGraph {
    whom: WireHead,
    documents: Vec<WireDocument>,
    claims: Vec<PlacedClaim>,
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
    let claims = graph.claims().map(|record| {
        let document = graph.document(record.document);
        let call = |actor: ActorIndex| document.actors[actor.0 as usize].id.clone();
        PlacedClaim {
            document: ids[record.document.0 as usize].clone(),
            claim: claim_out(&record.claim, &call),
        }
    });
    write_list(out, "claims", claims)?;
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
            actors: document.actors.iter().map(actor_out).collect(),
        }
    });
    write_list(out, "documents", documents)?;
    writeln!(out, "\n}}")
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

impl ActorGraph {
    /// Returns the graph that a JSON text holds; `name` is for messages.
    ///
    /// # Errors
    ///
    /// Fails where the text is no graph of whom's, was written by a newer version, or names
    /// actors or documents that it does not list.
    pub fn from_json(text: &str, name: &Path) -> Result<ActorGraph> {
        let wrong = |error: serde_json::Error| {
            Error::data(
                name,
                error.line(),
                format!("not a graph of whom's: {error}"),
            )
        };
        /// Just the version, so that a newer graph is recognised before its parts fail.
        #[derive(Deserialize)]
        struct Versioned {
            whom: Version,
        }
        #[derive(Deserialize)]
        struct Version {
            schema: u32,
        }
        let version = serde_json::from_str::<Versioned>(text).map_err(wrong)?;
        if version.whom.schema > SCHEMA {
            let message = format!(
                "the graph has schema {}, this whom knows schema {SCHEMA}: use a newer whom",
                version.whom.schema
            );
            return Err(Error::data(name, 1, message));
        }
        let wire: WireGraph = serde_json::from_str(text).map_err(wrong)?;
        let vocabulary = Vocabulary {
            symmetric: wire.whom.symmetric,
            saying: wire.whom.saying,
        };
        let readings = readings_in(wire.documents, wire.claims);
        let readings = readings.map_err(|message| Error::data(name, 1, message))?;
        Ok(ActorGraph::collect_with(vocabulary, readings))
    }
}

fn readings_in(
    documents: Vec<WireDocument>,
    claims: Vec<PlacedClaim>,
) -> std::result::Result<Vec<Reading>, String> {
    let mut readings = Vec::new();
    let mut positions: BTreeMap<String, usize> = BTreeMap::new();
    let mut actor_positions: Vec<BTreeMap<String, u32>> = Vec::new();
    for document in documents {
        let place = |error| format!("document \"{}\": {error}", document.id);
        let actors = document.actors.into_iter().map(actor_in);
        let actors: std::result::Result<Vec<Actor>, String> = actors.collect();
        let actors = actors.map_err(place)?;
        actor_positions.push(actors.iter().map(|a| a.id.clone()).zip(0..).collect());
        positions.insert(document.id.clone(), readings.len());
        readings.push(Reading {
            document: Publication {
                date: date_in(document.date.as_deref()).map_err(place)?,
                name: document.name,
                title: document.title,
                outlet: document.outlet,
                url: document.url,
                fingerprint: document.fingerprint,
            },
            actors,
            ..Reading::default()
        });
    }
    for placed in claims {
        let id = placed.claim.id.clone();
        let at = *positions.get(&placed.document).ok_or_else(|| {
            format!(
                "claim \"{id}\": no document has the id \"{}\"",
                placed.document
            )
        })?;
        let known = &actor_positions[at];
        let find = |actor: &str| match known.get(actor) {
            Some(&position) => Ok(ActorIndex(position)),
            None => Err(format!("the document does not list the actor \"{actor}\"")),
        };
        let claim = claim_in(placed.claim, &find).map_err(|e| format!("claim \"{id}\": {e}"))?;
        readings[at].claims.push(claim);
    }
    Ok(readings)
}
