//! Paths as JSON.

use super::Failure;
use serde::Serialize;
use std::io::Write;
use whom::graph::{ActorGraph, ClaimRecord, Hop, Paths};
use whom::petgraph::graph::NodeIndex;

#[derive(Serialize)]
struct JsonPaths<'a> {
    paths: Vec<JsonPath<'a>>,
    more: bool,
    gave_up: bool,
}

#[derive(Serialize)]
struct JsonPath<'a> {
    rank: usize,
    cost: usize,
    weakest: Option<&'static str>,
    ties: Vec<JsonTie<'a>>,
}

#[derive(Serialize)]
struct JsonTie<'a> {
    from: JsonActor<'a>,
    to: JsonActor<'a>,
    forward: bool,
    relation: &'a str,
    certainty: &'static str,
    sources: usize,
    claims: Vec<JsonClaim<'a>>,
}

#[derive(Serialize)]
struct JsonActor<'a> {
    id: &'a str,
    name: &'a str,
    kind: &'static str,
}

#[derive(Serialize)]
struct JsonClaim<'a> {
    id: &'a str,
    status: &'static str,
    attributed_to: Vec<&'a str>,
    date: Option<String>,
    item: Option<&'a str>,
    document: String,
    evidence: &'a str,
    sentence: [u32; 2],
}

/// Writes paths with all claims of every tie.
pub fn write(graph: &ActorGraph, paths: &Paths, out: &mut dyn Write) -> Result<(), Failure> {
    let found = (1..).zip(&paths.found).map(|(rank, path)| JsonPath {
        rank,
        cost: path.cost,
        weakest: graph.weakest(path).map(|certainty| certainty.as_str()),
        ties: path.hops.iter().map(|hop| tie(graph, hop)).collect(),
    });
    let paths = JsonPaths {
        paths: found.collect(),
        more: paths.more,
        gave_up: paths.gave_up,
    };
    serde_json::to_writer_pretty(&mut *out, &paths).map_err(std::io::Error::from)?;
    Ok(writeln!(out)?)
}

fn tie<'a>(graph: &'a ActorGraph, hop: &Hop) -> JsonTie<'a> {
    let tie = graph.tie(hop.edge);
    JsonTie {
        from: actor(graph, hop.from),
        to: actor(graph, hop.to),
        forward: hop.forward,
        relation: tie.relation(),
        certainty: tie.certainty().as_str(),
        sources: tie.sources(),
        claims: tie
            .claims()
            .iter()
            .map(|record| claim(graph, record))
            .collect(),
    }
}

fn actor(graph: &ActorGraph, node: NodeIndex) -> JsonActor<'_> {
    let actor = graph.actor(node);
    JsonActor {
        id: &actor.id,
        name: &actor.name,
        kind: actor.kind.as_str(),
    }
}

fn claim<'a>(graph: &'a ActorGraph, record: &'a ClaimRecord) -> JsonClaim<'a> {
    let claim = &record.claim;
    let speakers = graph.speakers(record);
    JsonClaim {
        id: &claim.id,
        status: claim.status.as_str(),
        attributed_to: speakers.iter().map(|actor| actor.name.as_str()).collect(),
        date: claim.date.map(|date| date.to_string()),
        item: claim.item.as_deref(),
        document: graph.document_id(record.document),
        evidence: &claim.evidence,
        sentence: [claim.spans.sentence.start, claim.spans.sentence.end],
    }
}
