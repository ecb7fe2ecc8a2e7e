//! Paths as JSON.

use super::Failure;
use serde::Serialize;
use std::io::Write;
use whom::graph::{ActorGraph, ClaimRecord, Hop, Path, Paths};
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
    cost: Cost,
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

/// A claim with its document, speakers and sentence.
#[derive(Serialize)]
pub struct JsonClaim<'a> {
    id: &'a str,
    status: &'static str,
    attributed_to: Vec<&'a str>,
    date: Option<String>,
    item: Option<&'a str>,
    document: String,
    evidence: &'a str,
    sentence: [u32; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<&'static str>,
}

/// A whole number where it is one, as sums of ties are.
struct Cost(f64);

impl Serialize for Cost {
    fn serialize<S: serde::Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        match self.0.fract() == 0.0 {
            true => output.serialize_u64(self.0 as u64),
            false => output.serialize_f64(self.0),
        }
    }
}

/// Writes paths with all claims of every tie.
pub fn write(graph: &ActorGraph, paths: &Paths, out: &mut dyn Write) -> Result<(), Failure> {
    let found = (1..).zip(&paths.found);
    let found = found.map(|(rank, path)| json_path(graph, rank, path));
    let paths = JsonPaths {
        paths: found.collect(),
        more: paths.more,
        gave_up: paths.gave_up,
    };
    serde_json::to_writer_pretty(&mut *out, &paths).map_err(std::io::Error::from)?;
    Ok(writeln!(out)?)
}

/// Writes one path a line.
pub fn write_lines(graph: &ActorGraph, paths: &Paths, out: &mut dyn Write) -> Result<(), Failure> {
    for (rank, path) in (1..).zip(&paths.found) {
        let path = json_path(graph, rank, path);
        serde_json::to_writer(&mut *out, &path).map_err(std::io::Error::from)?;
        writeln!(out)?;
    }
    Ok(())
}

fn json_path<'a>(graph: &'a ActorGraph, rank: usize, path: &Path) -> JsonPath<'a> {
    JsonPath {
        rank,
        cost: Cost(path.cost),
        weakest: graph.weakest(path).map(|certainty| certainty.as_str()),
        ties: path.hops.iter().map(|hop| tie(graph, hop)).collect(),
    }
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

/// Returns a claim as JSON.
pub fn claim<'a>(graph: &'a ActorGraph, record: &'a ClaimRecord) -> JsonClaim<'a> {
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
        review: graph
            .review()
            .of_claim(&claim.id)
            .map(|r| r.verdict.as_str()),
    }
}
