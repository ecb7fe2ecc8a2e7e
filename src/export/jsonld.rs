//! JSON-LD: claims as reified statements with their provenance (PROV-O), actors by schema.org.

use super::rows::{self, web_address};
use super::wire;
use crate::actors::{Actor, ActorKind};
use crate::error::{Error, Result};
use crate::graph::ActorGraph;
use petgraph::graph::EdgeIndex;
use serde_json::{Value, json};
use std::io::Write;

/// Writes a graph as JSON-LD.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    let documents = rows::documents(graph).map(|(id, document)| {
        let publication = &document.publication;
        json!({
            "@id": name("document", &id), "@type": ["NewsArticle", "prov:Entity"],
            "headline": publication.title.as_ref().unwrap_or(&publication.name),
            "publisher": publication.outlet,
            "datePublished": publication.date.map(|date| date.to_string()),
            "url": web_address(publication.url.as_deref()),
        })
    });
    let actors = graph.petgraph().node_weights().map(actor);
    let ties = graph.petgraph().edge_indices().map(|edge| tie(graph, edge));
    let claims = rows::of_graph(graph).map(|row| claim(&row));
    let things: Vec<Value> = documents.chain(actors).chain(ties).chain(claims).collect();
    let whole = json!({"@context": context(), "@graph": things});
    writeln!(out, "{whole:#}").map_err(|error| Error::io("output", error))
}

/// What no other vocabulary has.
const TERMS: [&str; 15] = [
    "kind",
    "country",
    "item",
    "status",
    "certainty",
    "sources",
    "place",
    "when",
    "reliability",
    "quantity",
    "of",
    "number",
    "to",
    "bound",
    "unit",
];

fn context() -> Value {
    let date = json!({"@id": "schema:datePublished", "@type": "xsd:date"});
    let link = |id: &str| json!({"@id": id, "@type": "@id"});
    let mut context = json!({
        "schema": "https://schema.org/",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "whom": "urn:whom:term:",
        "name": "schema:name", "alternateName": "schema:alternateName",
        "headline": "schema:headline", "publisher": "schema:publisher",
        "datePublished": date, "url": link("schema:url"), "sameAs": link("schema:sameAs"),
        "Person": "schema:Person", "Organization": "schema:Organization",
        "Country": "schema:Country", "Place": "schema:Place",
        "GovernmentOrganization": "schema:GovernmentOrganization",
        "NewsMediaOrganization": "schema:NewsMediaOrganization",
        "Corporation": "schema:Corporation", "NewsArticle": "schema:NewsArticle",
        "subject": link("rdf:subject"), "predicate": link("rdf:predicate"),
        "object": link("rdf:object"),
        "derivedFrom": link("prov:wasDerivedFrom"), "attributedTo": link("prov:wasAttributedTo"),
        "claims": link("whom:claim"),
        "quotation": "prov:value",
        "date": {"@id": "whom:date", "@type": "xsd:date"},
    });
    for term in TERMS {
        context[term] = format!("whom:{term}").into();
    }
    context
}

/// Returns the name of a thing: an URN that holds whatever its id holds.
fn name(kind: &str, id: &str) -> String {
    let mut name = format!("urn:whom:{kind}:");
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'/' => {
                name.push(byte as char);
            }
            other => name += &format!("%{other:02X}"),
        }
    }
    name
}

fn actor(actor: &Actor) -> Value {
    let class = match actor.kind {
        ActorKind::Country => "Country",
        ActorKind::Official | ActorKind::Person => "Person",
        ActorKind::Agency | ActorKind::Unit | ActorKind::Intergovernmental => {
            "GovernmentOrganization"
        }
        ActorKind::Company => "Corporation",
        ActorKind::Media => "NewsMediaOrganization",
        ActorKind::Place => "Place",
        ActorKind::ArmedGroup | ActorKind::Organization | ActorKind::Group => "Organization",
    };
    let others: Vec<&String> = actor.aliases.iter().filter(|a| **a != actor.name).collect();
    let item = actor.wikidata.as_ref();
    json!({
        "@id": name("actor", &actor.id), "@type": [class, "prov:Agent"],
        "name": actor.name, "alternateName": others,
        "kind": actor.kind.as_str(), "country": actor.country,
        "sameAs": item.map(|item| format!("http://www.wikidata.org/entity/{item}")),
    })
}

fn tie(graph: &ActorGraph, edge: EdgeIndex) -> Value {
    let (from, to) = graph.ends(edge);
    let tie = graph.tie(edge);
    let claims: Vec<String> = rows::of_tie(graph, edge)
        .map(|row| name("claim", &row.claim.id))
        .collect();
    json!({
        "@id": name("tie", &rows::tie_id(graph, edge)), "@type": "whom:Tie",
        "subject": name("actor", &graph.actor(from).id),
        "predicate": name("relation", tie.relation()),
        "object": name("actor", &graph.actor(to).id),
        "certainty": tie.certainty().as_str(), "sources": tie.sources(), "claims": claims,
    })
}

fn claim(row: &rows::Row<'_>) -> Value {
    let claim = row.claim;
    let speakers: Vec<String> = row.speakers.iter().map(|a| name("actor", &a.id)).collect();
    json!({
        "@id": name("claim", &claim.id), "@type": ["rdf:Statement", "prov:Entity"],
        "subject": name("actor", &row.source.id),
        "predicate": name("relation", &claim.relation),
        "object": name("actor", &row.target.id),
        "item": claim.item, "status": claim.status.as_str(),
        "date": claim.date.map(|date| date.to_string()),
        "when": claim.when, "place": claim.place, "reliability": row.reliability(),
        "quantity": claim.quantity.as_ref().map(wire::quantity_out),
        "quotation": claim.evidence,
        "derivedFrom": name("document", &row.document_id), "attributedTo": speakers,
    })
}
