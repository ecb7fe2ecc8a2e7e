//! Node-link JSON of other programs (NetworkX, D3): a graph without sentences.

use crate::actors::{Actor, ActorIndex, ActorKind};
use crate::claims::{Claim, ClaimSpans, Status};
use crate::error::{Error, Result};
use crate::graph::Parts;
use crate::reading::{Publication, Reading};
use serde::Deserialize;
use siphasher::sip::SipHasher13;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hasher;
use std::path::Path;

#[derive(Deserialize)]
struct PlainGraph<'a> {
    #[serde(borrow)]
    nodes: Vec<PlainNode<'a>>,
    /// NetworkX calls them edges, D3 and older NetworkX links.
    #[serde(borrow, alias = "links")]
    edges: Vec<PlainEdge<'a>>,
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
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> std::result::Result<Self, D::Error> {
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
    let graph: PlainGraph<'_> = serde_json::from_str(text)
        .map_err(|error| Error::data(name, error.line(), format!("not node-link JSON: {error}")))?;
    let mut positions: HashMap<&Id<'_>, u32> = HashMap::with_capacity(graph.nodes.len());
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
    let mut claims = Vec::with_capacity(graph.edges.len());
    for (number, edge) in graph.edges.into_iter().enumerate() {
        let find = |id: &Id<'_>| match positions.get(id) {
            Some(&at) => Ok(ActorIndex(at)),
            None => Err(Error::data(
                name,
                1,
                format!("edge {number}: no node has the id \"{id}\""),
            )),
        };
        let relation = edge.relation.or(edge.kind).or(edge.label);
        let date = super::wire::date_in(edge.date.as_deref())
            .map_err(|error| Error::data(name, 1, format!("edge {number}: {error}")))?;
        claims.push(Claim {
            id: format!("{fingerprint}#{number}"),
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
        });
    }
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
