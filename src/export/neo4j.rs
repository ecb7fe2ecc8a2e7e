//! Tables for `neo4j-admin database import`, in one zip file with the command to run.
//!
//! Actors, claims and documents are nodes. A tie is a relationship of its relation's name; a claim
//! points at its two actors, its speakers and its document, so that evidence can be asked for.

use super::files::{Part, pack};
use super::rows::{self, Row, in_a_line};
use crate::error::{Error, Result};
use crate::graph::ActorGraph;
use petgraph::graph::EdgeIndex;
use std::io::Write;

const README: &str = "Unpack, then load into an empty database:

neo4j-admin database import full neo4j \\
  --nodes=actors.csv --nodes=claims.csv --nodes=documents.csv \\
  --relationships=ties.csv --relationships=claims_actors.csv --relationships=claims_documents.csv

A path of ties:    MATCH p = shortestPath((a:Actor {name: 'A'})-[*..4]-(b:Actor {name: 'B'})) RETURN p
The sentences:     MATCH (c:Claim)-[:SOURCE]->(a:Actor), (c)-[:TARGET]->(b:Actor) RETURN a.name, c.relation, b.name, c.status, c.evidence
";

/// Writes a graph as a zip file of tables.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    let mut parts = tables(graph).map_err(|error| Error::io("output", error))?;
    parts.push(Part {
        name: "README.txt",
        content: README.as_bytes().to_vec(),
    });
    pack(&parts, out)
}

fn tables(graph: &ActorGraph) -> std::io::Result<Vec<Part>> {
    let claims: Vec<Row<'_>> = rows::of_graph(graph).collect();
    let tables = [
        ("actors.csv", actors(graph)),
        ("claims.csv", claims.iter().map(claim).collect()),
        ("documents.csv", documents(graph)),
        (
            "ties.csv",
            graph
                .petgraph()
                .edge_indices()
                .map(|e| tie(graph, e))
                .collect(),
        ),
        ("claims_actors.csv", claims.iter().flat_map(ends).collect()),
        ("claims_documents.csv", claims.iter().map(place).collect()),
    ];
    let mut parts = Vec::new();
    for ((name, records), header) in tables.into_iter().zip(HEADERS) {
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(header)?;
        for record in records {
            table.write_record(record.iter().map(|cell| in_a_line(cell)))?;
        }
        let content = table.into_inner().map_err(|error| error.into_error())?;
        parts.push(Part { name, content });
    }
    Ok(parts)
}

const HEADERS: [&[&str]; 6] = [
    &[
        "id:ID(Actor)",
        "name",
        "kind",
        "country",
        "wikidata",
        "aliases:string[]",
        ":LABEL",
    ],
    &[
        "id:ID(Claim)",
        "relation",
        "status",
        "item",
        "date:date",
        "evidence",
        "frame",
        "reliability:double",
        "place",
        "when",
        "quantity_of",
        "number:double",
        "number_to:double",
        "bound",
        "unit",
        ":LABEL",
    ],
    &[
        "id:ID(Document)",
        "name",
        "title",
        "outlet",
        "date:date",
        "url",
        ":LABEL",
    ],
    &[
        ":START_ID(Actor)",
        ":END_ID(Actor)",
        ":TYPE",
        "id",
        "relation",
        "certainty",
        "symmetric:boolean",
        "sources:int",
        "claims:int",
        "first:date",
        "last:date",
    ],
    &[":START_ID(Claim)", ":END_ID(Actor)", ":TYPE", "rank:int"],
    &[":START_ID(Claim)", ":END_ID(Document)", ":TYPE"],
];

type Record = Vec<String>;

fn actors(graph: &ActorGraph) -> Vec<Record> {
    let actors = graph.petgraph().node_weights().map(|actor| {
        // The import cuts lists at semicolons and knows no way to write one.
        let aliases: Vec<String> = actor.aliases.iter().map(|a| a.replace(';', ",")).collect();
        vec![
            actor.id.clone(),
            actor.name.clone(),
            actor.kind.as_str().to_owned(),
            actor.country.clone().unwrap_or_default(),
            actor.wikidata.clone().unwrap_or_default(),
            aliases.join(";"),
            "Actor".to_owned(),
        ]
    });
    actors.collect()
}

fn claim(row: &Row<'_>) -> Record {
    let mut record = vec![
        row.claim.id.clone(),
        row.claim.relation.clone(),
        row.claim.status.as_str().to_owned(),
        row.claim.item.clone().unwrap_or_default(),
        row.claim
            .date
            .map(|date| date.to_string())
            .unwrap_or_default(),
        row.claim.evidence.clone(),
        row.claim.frame.clone(),
    ];
    record.extend(row.particulars());
    record.push("Claim".to_owned());
    record
}

fn documents(graph: &ActorGraph) -> Vec<Record> {
    let documents = rows::documents(graph).map(|(id, document)| {
        let publication = &document.publication;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        vec![
            id,
            publication.name.clone(),
            text(&publication.title),
            text(&publication.outlet),
            publication
                .date
                .map(|date| date.to_string())
                .unwrap_or_default(),
            text(&publication.url),
            "Document".to_owned(),
        ]
    });
    documents.collect()
}

fn tie(graph: &ActorGraph, edge: EdgeIndex) -> Record {
    let (from, to) = graph.ends(edge);
    let tie = graph.tie(edge);
    vec![
        graph.actor(from).id.clone(),
        graph.actor(to).id.clone(),
        relationship_type(tie.relation()),
        rows::tie_id(graph, edge),
        tie.relation().to_owned(),
        tie.certainty().as_str().to_owned(),
        graph.vocabulary().is_symmetric(tie.relation()).to_string(),
        tie.sources().to_string(),
        tie.claims().len().to_string(),
        tie.first().map(|date| date.to_string()).unwrap_or_default(),
        tie.last().map(|date| date.to_string()).unwrap_or_default(),
    ]
}

fn ends(row: &Row<'_>) -> Vec<Record> {
    let end = |actor: &str, kind: &str, rank: usize| {
        vec![
            row.claim.id.clone(),
            actor.to_owned(),
            kind.to_owned(),
            rank.to_string(),
        ]
    };
    let mut ends = vec![
        end(&row.source.id, "SOURCE", 0),
        end(&row.target.id, "TARGET", 0),
    ];
    for (rank, speaker) in row.speakers.iter().enumerate() {
        ends.push(end(&speaker.id, "SAID_BY", rank));
    }
    ends
}

fn place(row: &Row<'_>) -> Record {
    vec![
        row.claim.id.clone(),
        row.document_id.clone(),
        "STANDS_IN".to_owned(),
    ]
}

/// Returns a relation as relationships are named: `PART_OF`.
pub(super) fn relationship_type(relation: &str) -> String {
    let letter = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_uppercase()
        } else {
            '_'
        }
    };
    let name: String = relation.chars().map(letter).collect();
    match name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        true => name,
        false => format!("R_{name}"),
    }
}
