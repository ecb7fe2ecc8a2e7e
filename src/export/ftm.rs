//! FollowTheMoney entities for Aleph and the tools around it, one a line.
//!
//! A tie is an `UnknownLink`: its role is the relation, its status the certainty, its summary the
//! sentences, its proof the articles. FollowTheMoney drops what it cannot read without a word, so
//! nothing is written that it would drop: ids are hashes, addresses are those of the web.

use super::countries;
use super::rows::{self, in_a_line, web_address};
use super::xml::drawable;
use crate::actors::{Actor, ActorKind};
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, DocumentRecord};
use petgraph::graph::EdgeIndex;
use serde_json::{Map, Value, json};
use siphasher::sip128::{Hasher128, SipHasher13};
use std::collections::BTreeSet;
use std::hash::Hasher;
use std::io::Write;

/// Writes a graph as FollowTheMoney entities: articles, actors, links.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    let articles = rows::documents(graph).map(|(id, document)| article(&id, document));
    let actors = graph.petgraph().node_weights().map(actor);
    let links = graph
        .petgraph()
        .edge_indices()
        .map(|edge| link(graph, edge));
    for entity in articles.chain(actors).chain(links) {
        writeln!(out, "{entity}").map_err(|error| Error::io("output", error))?;
    }
    Ok(())
}

/// Returns an id of letters, digits and hyphens, which is all that references may have.
fn id(kind: &str, text: &str) -> String {
    let mut hasher = SipHasher13::new();
    hasher.write(text.as_bytes());
    let hash = hasher.finish128();
    format!("whom-{kind}-{:016x}{:016x}", hash.h1, hash.h2)
}

/// The properties of an entity: lists of texts without repetition, none of them empty.
#[derive(Default)]
struct Properties(Map<String, Value>);

impl Properties {
    fn with<T: Into<String>>(mut self, name: &str, values: impl IntoIterator<Item = T>) -> Self {
        let values: BTreeSet<String> = values.into_iter().map(|v| drawable(&v.into())).collect();
        let values: Vec<Value> = values
            .into_iter()
            .filter(|v| !v.is_empty())
            .map(Value::from)
            .collect();
        if !values.is_empty() {
            self.0.insert(name.to_owned(), Value::from(values));
        }
        self
    }

    fn entity(self, id: String, schema: &str) -> Value {
        json!({"id": id, "schema": schema, "properties": self.0})
    }
}

fn article(document_id: &str, document: &DocumentRecord) -> Value {
    let publication = &document.publication;
    let title = publication.title.as_ref().unwrap_or(&publication.name);
    Properties::default()
        .with("title", [title.as_str()])
        .with("sourceUrl", web_address(publication.url.as_deref()))
        .with("publishedAt", publication.date.map(|date| date.to_string()))
        .with("publisher", publication.outlet.clone())
        .with("fileName", [document_id])
        .entity(id("article", document_id), "Article")
}

fn actor(actor: &Actor) -> Value {
    let (schema, topic) = match actor.kind {
        ActorKind::Country => ("PublicBody", Some("gov.national")),
        ActorKind::Agency => ("PublicBody", Some("gov")),
        ActorKind::Intergovernmental => ("PublicBody", Some("gov.igo")),
        ActorKind::Unit => ("PublicBody", Some("gov.security")),
        ActorKind::Official => ("Person", Some("role.pep")),
        ActorKind::Person => ("Person", None),
        ActorKind::ArmedGroup | ActorKind::Organization | ActorKind::Group => {
            ("Organization", None)
        }
        ActorKind::Media => ("Organization", Some("role.journo")),
        ActorKind::Company => ("Company", None),
        ActorKind::Place => ("Address", None),
    };
    // A journalist is a person; FollowTheMoney has no word for a medium.
    let topic = topic.filter(|_| actor.kind != ActorKind::Media);
    let other = |alias: &&String| **alias != actor.name;
    let country = countries::code(actor).map(str::to_lowercase);
    let place = (actor.kind == ActorKind::Place).then_some(actor.name.as_str());
    Properties::default()
        .with("name", [actor.name.as_str()])
        .with("full", place)
        .with("alias", actor.aliases.iter().filter(other).cloned())
        .with("country", country)
        .with("wikidataId", actor.wikidata.clone())
        .with("topics", topic)
        .with(
            "notes",
            [format!(
                "{}: {}",
                actor.kind.as_str().replace('_', " "),
                actor.id
            )],
        )
        .entity(id("actor", &actor.id), schema)
}

fn link(graph: &ActorGraph, edge: EdgeIndex) -> Value {
    let (from, to) = graph.ends(edge);
    let tie = graph.tie(edge);
    let claims: Vec<rows::Row<'_>> = rows::of_tie(graph, edge).collect();
    let dates = claims.iter().filter_map(|row| row.claim.date);
    let publications = || claims.iter().map(|row| &row.document.publication);
    let urls = publications().filter_map(|p| web_address(p.url.as_deref()));
    let outlets = publications().filter_map(|p| p.outlet.clone());
    let sources = format!(
        "{} independent sources, {} claims",
        tie.sources(),
        claims.len()
    );
    Properties::default()
        .with("subject", [id("actor", &graph.actor(from).id)])
        .with("object", [id("actor", &graph.actor(to).id)])
        .with("role", [tie.relation()])
        .with("status", [tie.certainty().as_str()])
        .with("date", dates.map(|date| date.to_string()))
        .with("startDate", tie.first().map(|date| date.to_string()))
        .with("endDate", tie.last().map(|date| date.to_string()))
        .with("summary", claims.iter().map(rows::Row::summary))
        .with("description", [sources])
        .with(
            "recordId",
            claims.iter().map(|row| in_a_line(&row.claim.id)),
        )
        .with("sourceUrl", urls)
        .with("publisher", outlets)
        .with(
            "proof",
            claims.iter().map(|row| id("article", &row.document_id)),
        )
        .entity(id("tie", &rows::tie_id(graph, edge)), "UnknownLink")
}
