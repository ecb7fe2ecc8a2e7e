//! Node-link JSON of other programs (NetworkX, D3): a graph without sentences.

use super::wire::date_in;
use crate::actors::{Actor, ActorIndex, ActorKind};
use crate::claims::{Claim, ClaimSpans, Status};
use crate::error::{Error, Result};
use crate::graph::Parts;
use crate::reading::{Publication, Reading};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess};
use serde_json::value::RawValue;
use siphasher::sip::SipHasher13;
use std::borrow::Cow;
use std::hash::Hasher;
use std::path::Path;

#[derive(Deserialize)]
struct PlainGraph<'a> {
    #[serde(borrow)]
    nodes: Vec<PlainNode<'a>>,
    /// NetworkX calls them edges, D3 and older NetworkX links. They are read one by one.
    #[serde(borrow, alias = "links")]
    edges: &'a RawValue,
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

/// An id as other programs write it: a text or a number.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Id<'a> {
    Number(i64),
    Text(Cow<'a, str>),
}

impl<'de: 'a, 'a> Deserialize<'de> for Id<'a> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> std::result::Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Id<'de>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "an id, a text or a whole number")
            }
            fn visit_i64<E>(self, number: i64) -> std::result::Result<Id<'de>, E> {
                Ok(Id::Number(number))
            }
            fn visit_u64<E: serde::de::Error>(
                self,
                number: u64,
            ) -> std::result::Result<Id<'de>, E> {
                let number = i64::try_from(number).map_err(E::custom)?;
                Ok(Id::Number(number))
            }
            fn visit_str<E>(self, text: &str) -> std::result::Result<Id<'de>, E> {
                Ok(Id::Text(Cow::Owned(text.to_owned())))
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> std::result::Result<Id<'de>, E> {
                Ok(Id::Text(Cow::Borrowed(text)))
            }
        }
        let id: Id<'de> = input.deserialize_any(Visitor)?;
        Ok(id)
    }
}

impl std::fmt::Display for Id<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Id::Number(number) => write!(f, "{number}"),
            Id::Text(text) => write!(f, "{text}"),
        }
    }
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
    let graph: PlainGraph<'_> = serde_json::from_str(text).map_err(|error| wrong(&error, 0))?;
    let mut positions: FxHashMap<&Id<'_>, u32> = FxHashMap::default();
    let mut actors = Vec::with_capacity(graph.nodes.len());
    for (node, at) in graph.nodes.iter().zip(0..) {
        if positions.insert(&node.id, at).is_some() {
            let message = format!("two nodes have the id \"{}\"", node.id);
            return Err(Error::data(name, 1, message));
        }
        actors.push(actor(node));
    }
    let mut hasher = SipHasher13::new();
    hasher.write(text.as_bytes());
    let fingerprint = format!("{:016x}", hasher.finish());
    let edges = Edges {
        positions: &positions,
        fingerprint: &fingerprint,
    };
    let raw = graph.edges.get();
    let before = text.len() - text[raw.as_ptr() as usize - text.as_ptr() as usize..].len();
    let lines_before = text[..before].matches('\n').count();
    let mut input = serde_json::Deserializer::from_str(raw);
    let claims = input
        .deserialize_seq(edges)
        .map_err(|error| wrong(&error, lines_before))?;
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
            attributions: Vec::new(),
        }],
        ..Parts::default()
    })
}

/// Makes a claim of each edge as it is read, so that a large graph is held once.
struct Edges<'a> {
    positions: &'a FxHashMap<&'a Id<'a>, u32>,
    fingerprint: &'a str,
}

impl<'de> serde::de::Visitor<'de> for Edges<'_> {
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

impl Edges<'_> {
    fn claim(&self, edge: PlainEdge<'_>, number: usize) -> std::result::Result<Claim, String> {
        let find = |id: &Id<'_>| match self.positions.get(id) {
            Some(&at) => Ok(ActorIndex(at)),
            None => Err(format!("edge {number}: no node has the id \"{id}\"")),
        };
        let relation = edge.relation.or(edge.kind).or(edge.label);
        let date =
            date_in(edge.date.as_deref()).map_err(|error| format!("edge {number}: {error}"))?;
        let fingerprint = self.fingerprint;
        Ok(Claim {
            // Of one width, so that their order is that of the edges.
            id: format!("{fingerprint}#{number:09}"),
            source: find(&edge.source)?,
            relation: relation.unwrap_or_else(|| "linked".to_owned()),
            target: find(&edge.target)?,
            item: None,
            status: Status::Actual,
            attributed_to: Vec::new(),
            date,
            evidence: String::new(),
            spans: ClaimSpans::default(),
            frame: String::new(),
        })
    }
}

/// Returns an actor; one of no kind of ours is an organization.
fn actor(node: &PlainNode<'_>) -> Actor {
    let id = node.id.to_string();
    let name = node.name.as_deref().or(node.label.as_deref());
    let name = name.unwrap_or(&id).to_owned();
    let kind = node.kind.as_deref().and_then(ActorKind::from_name);
    Actor {
        id,
        name,
        kind: kind.unwrap_or(ActorKind::Organization),
        country: node.country.clone(),
        aliases: Vec::new(),
        wikidata: None,
        code: None,
    }
}
