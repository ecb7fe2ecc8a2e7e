//! STIX 2.1 for OpenCTI and other stores of threat intelligence: one bundle.
//!
//! Countries that ISO knows are locations, everybody else is an identity, a tie is a relationship
//! with a quotation for each claim, and one report holds them all. Ids are UUIDs of version 5,
//! so the same graph loaded twice is loaded once.

use super::countries;
use super::rows::{self, in_a_line, web_address};
use crate::actors::{Actor, ActorKind};
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, Certainty};
use jiff::civil::Date;
use petgraph::graph::EdgeIndex;
use serde_json::{Value, json};
use std::io::Write;
use uuid::Uuid;

/// Writes a graph as a STIX bundle.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    let dates = || graph.claims().filter_map(|record| record.claim.date);
    let (first, last) = (dates().min(), dates().max());
    let actors = graph
        .petgraph()
        .node_weights()
        .map(|actor| object(actor, first));
    let ties = graph
        .petgraph()
        .edge_indices()
        .map(|edge| relationship(graph, edge));
    let mut objects: Vec<Value> = actors.chain(ties).collect();
    if !objects.is_empty() {
        let refs: Vec<Value> = objects.iter().map(|object| object["id"].clone()).collect();
        let key: String = refs.iter().filter_map(Value::as_str).collect();
        objects.push(json!({
            "type": "report", "spec_version": "2.1", "id": id("report", &key),
            "created": time(first), "modified": time(last), "published": time(last),
            "name": format!("Who did what to whom in {} documents", graph.documents().len()),
            "object_refs": refs,
        }));
    }
    let key: String = objects
        .iter()
        .filter_map(|object| object["id"].as_str())
        .collect();
    let mut bundle = json!({"type": "bundle", "id": id("bundle", &key)});
    if !objects.is_empty() {
        bundle["objects"] = Value::from(objects);
    }
    writeln!(out, "{bundle:#}").map_err(|error| Error::io("output", error))
}

fn id(kind: &str, text: &str) -> String {
    let space = Uuid::new_v5(&Uuid::NAMESPACE_OID, b"whom");
    format!("{kind}--{}", Uuid::new_v5(&space, text.as_bytes()))
}

/// Returns a day as a time; where there is none, the first that computers know.
fn time(date: Option<Date>) -> String {
    let date = date.map_or("1970-01-01".to_owned(), |date| date.to_string());
    format!("{date}T00:00:00.000Z")
}

fn actor_id(actor: &Actor) -> String {
    match country(actor) {
        Some(_) => id("location", &actor.id),
        None => id("identity", &actor.id),
    }
}

/// Returns the code of a country that is one.
fn country(actor: &Actor) -> Option<&str> {
    countries::code(actor).filter(|_| actor.kind == ActorKind::Country)
}

fn object(actor: &Actor, first: Option<Date>) -> Value {
    let mut object = json!({
        "spec_version": "2.1", "id": actor_id(actor), "created": time(first),
        "modified": time(first), "name": in_a_line(&actor.name),
        "labels": [format!("kind:{}", actor.kind.as_str())],
    });
    let others: Vec<String> = actor
        .aliases
        .iter()
        .filter(|a| **a != actor.name)
        .cloned()
        .collect();
    let mut about = Vec::new();
    if !others.is_empty() {
        about.push(format!("Also: {}", others.join("; ")));
    }
    about.extend(
        actor
            .country
            .iter()
            .map(|country| format!("Country: {country}")),
    );
    if !about.is_empty() {
        object["description"] = Value::from(in_a_line(&about.join(". ")));
    }
    if let Some(item) = &actor.wikidata {
        object["external_references"] = json!([{"source_name": "wikidata", "external_id": item}]);
    }
    match country(actor) {
        Some(code) => {
            object["type"] = Value::from("location");
            object["country"] = Value::from(code);
        }
        None => {
            let class = match actor.kind {
                ActorKind::Official | ActorKind::Person => "individual",
                ActorKind::Group | ActorKind::ArmedGroup | ActorKind::Country => "group",
                ActorKind::Place => "unknown",
                _ => "organization",
            };
            object["type"] = Value::from("identity");
            object["identity_class"] = Value::from(class);
        }
    }
    object
}

fn relationship(graph: &ActorGraph, edge: EdgeIndex) -> Value {
    let (from, to) = graph.ends(edge);
    let tie = graph.tie(edge);
    let references: Vec<Value> = rows::of_tie(graph, edge)
        .map(|row| reference(&row))
        .collect();
    let letter = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let kind: String = tie.relation().chars().map(letter).collect();
    let mut object = json!({
        "type": "relationship", "spec_version": "2.1",
        "id": id("relationship", &rows::tie_id(graph, edge)),
        "created": time(tie.first()), "modified": time(tie.last()),
        "relationship_type": kind,
        "source_ref": actor_id(graph.actor(from)), "target_ref": actor_id(graph.actor(to)),
        "confidence": confidence(tie.certainty()),
        "labels": [
            format!("certainty:{}", tie.certainty().as_str()),
            format!("sources:{}", tie.sources()),
            format!("claims:{}", tie.claims().len()),
        ],
        "external_references": references,
    });
    if let Some(first) = tie.first() {
        object["start_time"] = Value::from(time(Some(first)));
    }
    // A relationship must stop after it starts.
    if let Some(last) = tie.last().filter(|last| Some(*last) > tie.first()) {
        object["stop_time"] = Value::from(time(Some(last)));
    }
    object
}

fn reference(row: &rows::Row<'_>) -> Value {
    let publication = &row.document.publication;
    let name = publication.outlet.as_ref().unwrap_or(&publication.name);
    let mut reference = json!({
        "source_name": in_a_line(name),
        "external_id": row.claim.id,
        "description": row.summary(),
    });
    if let Some(url) = web_address(publication.url.as_deref()) {
        reference["url"] = Value::from(url);
    }
    reference
}

/// Returns a certainty on STIX's scale from 0 to 100; the labels have it in words.
fn confidence(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::Stated => 75,
        Certainty::Claimed => 60,
        Certainty::Planned => 50,
        Certainty::Disputed => 40,
        Certainty::Possible => 30,
        Certainty::Denied => 10,
    }
}
