//! Node-link JSON of other programs (NetworkX, D3): a graph without sentences.

use super::node_ids::{Id, Positions};
use super::wire::date_in;
use crate::actors::{Actor, ActorIndex, ActorKind};
use crate::claims::{Claim, ClaimSpans, Status};
use crate::error::{Error, Result};
use crate::graph::Parts;
use crate::reading::{Publication, Reading};
use serde::Deserialize;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;
use siphasher::sip::SipHasher13;
use std::fmt::Write;
use std::hash::Hasher;
use std::path::Path;

/// The keys of a graph that are read; NetworkX calls them edges, D3 and older NetworkX links.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Key {
    Nodes,
    #[serde(alias = "links")]
    Edges,
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct PlainNode<'a> {
    #[serde(borrow)]
    id: Id<'a>,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    country: Option<String>,
}

#[derive(Deserialize)]
struct PlainEdge<'a> {
    #[serde(borrow)]
    source: Id<'a>,
    #[serde(borrow)]
    target: Id<'a>,
    #[serde(default)]
    relation: Option<String>,
    #[serde(default, rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    label: Option<String>,
    #[serde(default)]
    date: Option<String>,
}

/// Returns one document that states every edge in its own voice.
///
/// The relation is the edge's `relation`, `type` or `label`, else `linked`; an edge that stands
/// twice is two claims of one tie.
pub(super) fn read(text: &str, name: &Path) -> Result<Parts> {
    let wrong = |error: &serde_json::Error, lines_before: usize| {
        let line = lines_before + error.line();
        Error::data(
            name,
            line,
            format!("neither a graph of whom's nor node-link JSON: {error}"),
        )
    };
    let mut hasher = SipHasher13::new();
    hasher.write(text.as_bytes());
    let fingerprint = format!("{:016x}", hasher.finish());
    let mut input = serde_json::Deserializer::from_str(text);
    let found = input.deserialize_map(Graph {
        fingerprint: &fingerprint,
    });
    let found = found.and_then(|found| input.end().map(|()| found));
    let Found {
        actors,
        positions,
        edges,
    } = found.map_err(|error| wrong(&error, 0))?;
    let claims = match edges {
        Edges::Read(claims) => claims,
        Edges::Waiting(raw) => {
            let edges = EdgesOf {
                positions: &positions,
                fingerprint: &fingerprint,
            };
            let read = serde_json::Deserializer::from_str(raw.get()).deserialize_seq(edges);
            read.map_err(|error| {
                let before = raw.get().as_ptr() as usize - text.as_ptr() as usize;
                wrong(&error, text[..before].matches('\n').count())
            })?
        }
    };
    let document = Publication {
        name: name.display().to_string(),
        fingerprint,
        ..Publication::default()
    };
    Ok(Parts {
        readings: vec![Reading {
            document,
            actors,
            claims,
            ..Reading::default()
        }],
        ..Parts::default()
    })
}

/// What a graph holds.
struct Found<'a> {
    actors: Vec<Actor>,
    positions: Positions<'a>,
    edges: Edges<'a>,
}

/// Edges are read as they come where the nodes came before them, as they mostly do.
enum Edges<'a> {
    Read(Vec<Claim>),
    Waiting(&'a RawValue),
}

/// Reads a graph in one pass.
struct Graph<'a> {
    fingerprint: &'a str,
}

impl<'de> Visitor<'de> for Graph<'_> {
    type Value = Found<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a graph of nodes and edges")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Found<'de>, A::Error> {
        let mut nodes: Option<(Vec<Actor>, Positions<'de>)> = None;
        let mut edges: Option<Edges<'de>> = None;
        while let Some(key) = map.next_key::<Key>()? {
            match (key, &nodes) {
                (Key::Nodes, Some(_)) => return Err(A::Error::duplicate_field("nodes")),
                (Key::Nodes, None) => nodes = Some(map.next_value_seed(Nodes)?),
                (Key::Edges, _) if edges.is_some() => {
                    return Err(A::Error::duplicate_field("edges"));
                }
                (Key::Edges, Some((_, positions))) => {
                    let fingerprint = self.fingerprint;
                    let of = EdgesOf {
                        positions,
                        fingerprint,
                    };
                    edges = Some(Edges::Read(map.next_value_seed(of)?));
                }
                (Key::Edges, None) => edges = Some(Edges::Waiting(map.next_value()?)),
                (Key::Other, _) => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        let (actors, positions) = nodes.ok_or_else(|| A::Error::missing_field("nodes"))?;
        Ok(Found {
            actors,
            positions,
            edges: edges.ok_or_else(|| A::Error::missing_field("edges"))?,
        })
    }
}

/// Makes an actor of each node as it is read.
struct Nodes;

impl<'de> DeserializeSeed<'de> for Nodes {
    type Value = (Vec<Actor>, Positions<'de>);

    fn deserialize<D: Deserializer<'de>>(
        self,
        input: D,
    ) -> std::result::Result<Self::Value, D::Error> {
        input.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Nodes {
    type Value = (Vec<Actor>, Positions<'de>);

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a list of nodes")
    }

    fn visit_seq<A: SeqAccess<'de>>(
        self,
        mut list: A,
    ) -> std::result::Result<Self::Value, A::Error> {
        let mut positions = Positions::default();
        let mut actors = Vec::new();
        while let Some(node) = list.next_element::<PlainNode<'de>>()? {
            let at = u32::try_from(actors.len()).map_err(A::Error::custom)?;
            let id = node.id.clone();
            if matches!(&id, Id::Text(text) if text.is_empty()) {
                let message = format_args!("node {at} has an empty id; give each an id of its own");
                return Err(A::Error::custom(message));
            }
            actors.push(actor(node));
            if !positions.insert(id.clone(), at) {
                let message = format_args!("two nodes have the id \"{id}\"");
                return Err(A::Error::custom(message));
            }
        }
        Ok((actors, positions))
    }
}

/// Makes a claim of each edge as it is read, so that a large graph is held once.
struct EdgesOf<'a> {
    positions: &'a Positions<'a>,
    fingerprint: &'a str,
}

impl<'de> DeserializeSeed<'de> for EdgesOf<'_> {
    type Value = Vec<Claim>;

    fn deserialize<D: Deserializer<'de>>(
        self,
        input: D,
    ) -> std::result::Result<Vec<Claim>, D::Error> {
        input.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for EdgesOf<'_> {
    type Value = Vec<Claim>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a list of edges")
    }

    fn visit_seq<A: SeqAccess<'de>>(
        self,
        mut list: A,
    ) -> std::result::Result<Vec<Claim>, A::Error> {
        let mut claims = Vec::new();
        while let Some(edge) = list.next_element::<PlainEdge<'de>>()? {
            let claim = self.claim(edge, claims.len());
            claims.push(claim.map_err(serde::de::Error::custom)?);
        }
        Ok(claims)
    }
}

impl EdgesOf<'_> {
    fn claim(&self, edge: PlainEdge<'_>, number: usize) -> std::result::Result<Claim, String> {
        let find = |id: &Id<'_>| match self.positions.get(id) {
            Some(at) => Ok(ActorIndex(at)),
            None => Err(format!("edge {number}: no node has the id \"{id}\"")),
        };
        let relation = edge.relation.or(edge.kind).or(edge.label);
        let date =
            date_in(edge.date.as_deref()).map_err(|error| format!("edge {number}: {error}"))?;
        // Of one width, so that their order is that of the edges.
        let mut id = String::with_capacity(self.fingerprint.len() + 10);
        write!(id, "{}#{number:09}", self.fingerprint).expect("memory can be written");
        Ok(Claim {
            id,
            source: find(&edge.source)?,
            relation: relation.unwrap_or_else(|| "linked".to_owned()),
            target: find(&edge.target)?,
            item: None,
            quantity: None,
            place: None,
            status: Status::Actual,
            attributed_to: Vec::new(),
            date,
            evidence: String::new(),
            spans: ClaimSpans::default(),
            frame: String::new(),
            when: None,
            reliability: None,
        })
    }
}

/// Returns an actor; one of no kind of ours is an organization.
fn actor(node: PlainNode<'_>) -> Actor {
    let id = node.id.to_string();
    let name = node.name.or(node.label);
    let kind = node.kind.as_deref().and_then(ActorKind::from_name);
    Actor {
        name: name.unwrap_or_else(|| id.clone()),
        id,
        kind: kind.unwrap_or(ActorKind::Organization),
        country: node.country,
        aliases: Vec::new(),
        wikidata: None,
        code: None,
    }
}
