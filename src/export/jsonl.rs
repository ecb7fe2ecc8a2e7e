//! Readings as JSON lines; DESIGN's interchange format.

use super::wire::{
    WireActor, WireClaim, WireSameAs, WireSpan, actor_in, actor_out, claim_in, claim_out, date_in,
    same_as_in, same_as_out, span_in, span_out, status_in,
};
use crate::actors::{Actor, ActorIndex};
use crate::claims::{Attribution, Claim, EventStatus};
use crate::error::{Error, Result};
use crate::graph::ActorGraph;
use crate::reading::{Publication, Reading};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::path::Path;

#[derive(Serialize, Deserialize)]
struct WireReading {
    document: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    outlet: Option<String>,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    fingerprint: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    same_as: Option<WireSameAs>,
    actors: Vec<WireActor>,
    claims: Vec<WireClaim>,
    #[serde(default)]
    attributions: Vec<WireAttribution>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    events: Vec<WireEvent>,
}

#[derive(Serialize, Deserialize)]
struct WireAttribution {
    speaker: Option<String>,
    source: WireSpan,
    cue: Option<WireSpan>,
    content: Vec<WireSpan>,
}

#[derive(Serialize, Deserialize)]
struct WireEvent {
    word: WireSpan,
    lemma: String,
    status: String,
    attributed_to: Vec<String>,
    #[serde(default)]
    said: bool,
}

/// Writes one reading for each document of a graph.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    for reading in graph.readings() {
        write_reading(&reading, out)?;
    }
    Ok(())
}

/// Writes a reading as one line of JSON.
///
/// # Errors
///
/// Fails where the output cannot be written.
pub fn write_reading(reading: &Reading, out: &mut dyn Write) -> Result<()> {
    let call = |actor: ActorIndex| name_of(&reading.actors, actor);
    let publication = &reading.document;
    let wire = WireReading {
        document: publication.name.clone(),
        title: publication.title.clone(),
        outlet: publication.outlet.clone(),
        date: publication.date.map(|date| date.to_string()),
        url: publication.url.clone(),
        fingerprint: publication.fingerprint.clone(),
        author: publication.author.clone(),
        same_as: same_as_out(&publication.same_as),
        actors: reading.actors.iter().map(actor_out).collect(),
        claims: reading.claims.iter().map(|c| claim_out(c, &call)).collect(),
        attributions: reading
            .attributions
            .iter()
            .map(|attribution| WireAttribution {
                speaker: attribution.speaker.map(call),
                source: span_out(attribution.source),
                cue: attribution.cue.map(span_out),
                content: attribution.content.iter().copied().map(span_out).collect(),
            })
            .collect(),
        events: reading
            .events
            .iter()
            .map(|event| WireEvent {
                word: span_out(event.word),
                lemma: event.lemma.clone(),
                status: event.status.as_str().to_owned(),
                attributed_to: event.attributed_to.iter().copied().map(call).collect(),
                said: event.said,
            })
            .collect(),
    };
    let failed = |error: std::io::Error| Error::io("output", error);
    serde_json::to_writer(&mut *out, &wire).map_err(|error| failed(error.into()))?;
    out.write_all(b"\n").map_err(failed)
}

/// Returns the reading that a line of JSON holds.
///
/// # Errors
///
/// Fails with a message that says what is wrong with the line.
pub fn parse_reading(line: &str) -> std::result::Result<Reading, String> {
    let wire: WireReading = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let actors: std::result::Result<Vec<Actor>, String> =
        wire.actors.into_iter().map(actor_in).collect();
    let actors = actors?;
    let positions: BTreeMap<&str, u32> = actors.iter().map(|a| a.name.as_str()).zip(0..).collect();
    let find = |name: &str| match positions.get(name) {
        Some(&at) => Ok(ActorIndex(at)),
        None => Err(format!("\"{name}\" is not among the actors")),
    };
    let claims = wire.claims.into_iter().enumerate().map(|(at, claim)| {
        let claim = claim_in(claim, &find).map_err(|error| format!("claims[{at}]: {error}"))?;
        Ok(identified(claim, &wire.document, &actors, at))
    });
    let claims: std::result::Result<Vec<Claim>, String> = claims.collect();
    let attributions = wire.attributions.into_iter().map(|attribution| {
        Ok(Attribution {
            speaker: attribution.speaker.as_deref().map(find).transpose()?,
            source: span_in(attribution.source),
            cue: attribution.cue.map(span_in),
            content: attribution.content.into_iter().map(span_in).collect(),
        })
    });
    let attributions: std::result::Result<Vec<Attribution>, String> = attributions.collect();
    let events = wire.events.into_iter().enumerate().map(|(at, event)| {
        let speakers = event.attributed_to.iter().map(|name| find(name));
        Ok(EventStatus {
            word: span_in(event.word),
            lemma: event.lemma,
            status: status_in(&event.status).map_err(|error| format!("events[{at}]: {error}"))?,
            attributed_to: speakers.collect::<std::result::Result<_, String>>()?,
            said: event.said,
        })
    });
    let events: std::result::Result<Vec<EventStatus>, String> = events.collect();
    Ok(Reading {
        document: Publication {
            title: wire.title,
            outlet: wire.outlet,
            date: date_in(wire.date.as_deref())?,
            url: wire.url,
            fingerprint: wire.fingerprint,
            author: wire.author,
            same_as: same_as_in(wire.same_as),
            name: wire.document,
        },
        claims: claims?,
        attributions: attributions?,
        events: events?,
        actors,
    })
}

/// Returns the readings of a stream of lines, each with its error where it has one.
///
/// Empty lines are passed over.
pub fn read_readings<'a>(
    input: impl BufRead + 'a,
    name: &'a Path,
) -> impl Iterator<Item = Result<Reading>> + 'a {
    let lines = input.lines().zip(1..);
    lines.filter_map(move |(line, number)| match line {
        Err(error) => Some(Err(Error::io(name, error))),
        Ok(line) if line.trim().is_empty() => None,
        Ok(line) => Some(
            parse_reading(&line)
                .map_err(|message| Error::data(name, number, format!("not a reading: {message}"))),
        ),
    })
}

/// Gives an id to a claim that another engine left without one.
fn identified(claim: Claim, document: &str, actors: &[Actor], at: usize) -> Claim {
    if !claim.id.is_empty() {
        return claim;
    }
    let source = name_of(actors, claim.source);
    let target = name_of(actors, claim.target);
    Claim {
        id: format!("{document}#{at}:{source}-{}-{target}", claim.relation),
        ..claim
    }
}

fn name_of(actors: &[Actor], actor: ActorIndex) -> String {
    let actor = actors.get(actor.0 as usize);
    actor.map(|actor| actor.name.clone()).unwrap_or_default()
}
