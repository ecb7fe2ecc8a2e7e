//! Reading graphs back from JSON: whom's own, and plain node-link JSON of other programs.

use super::json::{PlacedClaim, SCHEMA, WireDocument, WireHead, WireRemark};
use super::plain;
use super::wire::{actor_in, claim_in, date_in, same_as_in};
use crate::actors::{Actor, ActorIndex};
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, Parts, Remark, Verdict, Vocabulary};
use crate::reading::{Publication, Reading};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;
use std::path::Path;

/// The parts that are read back.
#[derive(Deserialize)]
struct WireGraph {
    whom: WireHead,
    documents: Vec<WireDocument>,
    claims: Vec<PlacedClaim>,
    #[serde(default)]
    review: Vec<WireRemark>,
}

/// Just the version, so that a newer graph is recognised before its parts fail.
#[derive(Deserialize)]
struct Versioned {
    whom: Option<Version>,
    #[serde(default)]
    nodes: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct Version {
    schema: u32,
}

/// Returns what a graph is built from, out of a JSON text; `name` is for messages.
///
/// Node-link JSON of other programs, which has no claims, is read as one document that states
/// every edge in its own voice.
///
/// # Errors
///
/// Fails where the text is no graph, was written by a newer version, or names actors or
/// documents that it does not list.
pub fn read_graph(text: &str, name: &Path) -> Result<Parts> {
    // A large text is not read twice to learn whose it is.
    if !text.contains("\"whom\"") {
        return plain::read(text, name);
    }
    let wrong = |error: serde_json::Error| {
        Error::data(
            name,
            error.line(),
            format!("not a graph of whom's: {error}"),
        )
    };
    let Some(version) = head(text).map_err(wrong)? else {
        return plain::read(text, name);
    };
    if version > SCHEMA {
        let message = format!(
            "the graph has schema {version}, this whom knows schema {SCHEMA}: use a newer whom"
        );
        return Err(Error::data(name, 1, message));
    }
    let wire: WireGraph = serde_json::from_str(text).map_err(wrong)?;
    let vocabulary = Vocabulary {
        symmetric: wire.whom.symmetric,
        saying: wire.whom.saying,
    };
    let placed = |message| Error::data(name, 1, message);
    let remarks = wire.review.into_iter().map(remark_in);
    let review = remarks
        .collect::<std::result::Result<_, String>>()
        .map_err(placed)?;
    let readings = readings_in(wire.documents, wire.claims).map_err(placed)?;
    Ok(Parts {
        vocabulary,
        readings,
        review,
    })
}

impl ActorGraph {
    /// Returns the graph that a JSON text holds; `name` is for messages.
    ///
    /// # Errors
    ///
    /// Fails as [`read_graph`](crate::export::read_graph) does.
    pub fn from_json(text: &str, name: &Path) -> Result<ActorGraph> {
        read_graph(text, name).map(ActorGraph::from_parts)
    }
}

/// Returns the version of whom's format, `None` where the text is another's node-link JSON.
fn head(text: &str) -> std::result::Result<Option<u32>, serde_json::Error> {
    // whom writes its head first; finding it there saves reading a large text twice.
    let opening = text.lines().take(2).nth(1).and_then(|line| {
        let line = line.strip_prefix("\"whom\":")?.trim().strip_suffix(',')?;
        serde_json::from_str::<Version>(line).ok()
    });
    if let Some(version) = opening {
        return Ok(Some(version.schema));
    }
    let versioned: Versioned = serde_json::from_str(text)?;
    match (versioned.whom, versioned.nodes) {
        (Some(version), _) => Ok(Some(version.schema)),
        (None, Some(_)) => Ok(None),
        (None, None) => Err(serde::de::Error::custom(
            "neither `whom` (its own graphs) nor `nodes` (node-link JSON) is there",
        )),
    }
}

fn remark_in(wire: WireRemark) -> std::result::Result<Remark, String> {
    let verdict = Verdict::from_name(&wire.verdict)
        .ok_or_else(|| format!("review: unknown verdict \"{}\"", wire.verdict))?;
    Ok(Remark {
        verdict,
        id: wire.id,
        value: wire.value,
        reason: wire.reason,
        by: wire.by,
    })
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
                author: document.author,
                same_as: same_as_in(document.same_as),
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
