//! Parquet tables for DuckDB, Spark, GraphFrames, pandas: actors, ties, claims, a file each.
//!
//! A file holds one table, so there are three; they lie in a folder as they are, because these programs
//! read files and folders in place and none of them looks into a zip file. Actors have an `id`, ties and claims
//! `src` and `dst`, as GraphFrames wants its vertices and edges; a claim points at its tie. What is
//! known of its document stands with each claim: the column packs away what repeats, and nobody needs to join.

use super::columns::{Cells, Column, table};
use super::files::Part;
use super::rows::{self, Row};
use crate::actors::{Actor, ActorIndex};
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, Tie};
use petgraph::graph::EdgeIndex;

/// What the tables are called.
pub(super) const NAMES: [&str; 3] = ["actors.parquet", "ties.parquet", "claims.parquet"];

/// Returns the tables of a graph.
pub(super) fn files(graph: &ActorGraph) -> Result<Vec<Part>> {
    let tables = || -> parquet::errors::Result<Vec<Part>> {
        let edges = graph.petgraph().edge_indices();
        let ties = edges.clone().map(|edge| TieRow { graph, edge });
        let claims = edges.flat_map(|edge| {
            let tie = rows::tie_id(graph, edge);
            rows::of_tie(graph, edge).map(move |row| (tie.clone(), row))
        });
        let tables = [
            table(&actor_columns(), actors(graph))?,
            table(&tie_columns(), ties)?,
            table(&claim_columns(), claims)?,
        ];
        Ok(NAMES
            .into_iter()
            .zip(tables)
            .map(|(name, content)| Part { name, content })
            .collect())
    };
    tables().map_err(|error| Error::io("output", std::io::Error::other(error)))
}

/// An actor and the number of documents that it is in.
type ActorRow<'a> = (&'a Actor, usize);

fn actors(graph: &ActorGraph) -> impl Iterator<Item = ActorRow<'_>> {
    let inner = graph.petgraph();
    let mut documents = vec![0; inner.node_count()];
    for document in graph.documents() {
        let indices = (0..).map(ActorIndex).take(document.actors.len());
        for actor in indices {
            documents[document.node(actor).index()] += 1;
        }
    }
    inner.node_weights().zip(documents)
}

fn actor_columns<'a>() -> [Column<ActorRow<'a>>; 7] {
    [
        ("id", Cells::Text(|(actor, _)| actor.id.clone())),
        ("name", Cells::Text(|(actor, _)| actor.name.clone())),
        (
            "kind",
            Cells::Text(|(actor, _)| actor.kind.as_str().to_owned()),
        ),
        (
            "country",
            Cells::TextIfAny(|(actor, _)| actor.country.clone()),
        ),
        (
            "wikidata",
            Cells::TextIfAny(|(actor, _)| actor.wikidata.clone()),
        ),
        ("aliases", Cells::Texts(|(actor, _)| actor.aliases.clone())),
        ("documents", Cells::Count(|(_, documents)| *documents)),
    ]
}

struct TieRow<'a> {
    graph: &'a ActorGraph,
    edge: EdgeIndex,
}

impl<'a> TieRow<'a> {
    fn tie(&self) -> &'a Tie {
        self.graph.tie(self.edge)
    }

    fn source(&self) -> String {
        self.graph.actor(self.graph.ends(self.edge).0).id.clone()
    }

    fn target(&self) -> String {
        self.graph.actor(self.graph.ends(self.edge).1).id.clone()
    }

    /// Returns the documents that the tie stands in, in order, each once.
    fn documents(&self) -> Vec<String> {
        let mut places: Vec<_> = self.tie().claims().iter().map(|r| r.document).collect();
        places.sort();
        places.dedup();
        places
            .into_iter()
            .map(|place| self.graph.document_id(place))
            .collect()
    }
}

/// `is_symmetric`, since `symmetric` is a word of SQL.
fn tie_columns<'a>() -> [Column<TieRow<'a>>; 11] {
    [
        ("id", Cells::Text(|row| rows::tie_id(row.graph, row.edge))),
        ("src", Cells::Text(TieRow::source)),
        ("dst", Cells::Text(TieRow::target)),
        (
            "relation",
            Cells::Text(|row| row.tie().relation().to_owned()),
        ),
        (
            "certainty",
            Cells::Text(|row| row.tie().certainty().as_str().to_owned()),
        ),
        (
            "is_symmetric",
            Cells::Flag(|row| row.graph.vocabulary().is_symmetric(row.tie().relation())),
        ),
        ("claims", Cells::Count(|row| row.tie().claims().len())),
        ("sources", Cells::Count(|row| row.tie().sources())),
        ("documents", Cells::Texts(TieRow::documents)),
        ("first", Cells::DayIfAny(|row| row.tie().first())),
        ("last", Cells::DayIfAny(|row| row.tie().last())),
    ]
}

/// The id of a claim's tie and the claim.
type ClaimRow<'a> = (String, Row<'a>);

fn claim_columns<'a>() -> [Column<ClaimRow<'a>>; 27] {
    [
        ("id", Cells::Text(|(_, row)| row.claim.id.clone())),
        ("tie", Cells::Text(|(tie, _)| tie.clone())),
        ("src", Cells::Text(|(_, row)| row.source.id.clone())),
        (
            "relation",
            Cells::Text(|(_, row)| row.claim.relation.clone()),
        ),
        ("dst", Cells::Text(|(_, row)| row.target.id.clone())),
        ("item", Cells::TextIfAny(|(_, row)| row.claim.item.clone())),
        (
            "status",
            Cells::Text(|(_, row)| row.claim.status.as_str().to_owned()),
        ),
        (
            "attributed_to",
            Cells::Texts(|(_, row)| row.speakers.iter().map(|a| a.id.clone()).collect()),
        ),
        ("date", Cells::DayIfAny(|(_, row)| row.claim.date)),
        (
            "evidence",
            Cells::Text(|(_, row)| row.claim.evidence.clone()),
        ),
        (
            "evidence_start",
            Cells::Count(|(_, row)| row.claim.spans.sentence.start as usize),
        ),
        (
            "evidence_end",
            Cells::Count(|(_, row)| row.claim.spans.sentence.end as usize),
        ),
        ("frame", Cells::Text(|(_, row)| row.claim.frame.clone())),
        ("document", Cells::Text(|(_, row)| row.document_id.clone())),
        (
            "document_name",
            Cells::Text(|(_, row)| row.document.publication.name.clone()),
        ),
        (
            "title",
            Cells::TextIfAny(|(_, row)| row.document.publication.title.clone()),
        ),
        (
            "outlet",
            Cells::TextIfAny(|(_, row)| row.document.publication.outlet.clone()),
        ),
        (
            "published",
            Cells::DayIfAny(|(_, row)| row.document.publication.date),
        ),
        (
            "url",
            Cells::TextIfAny(|(_, row)| row.document.publication.url.clone()),
        ),
        (
            "reliability",
            Cells::NumberIfAny(|(_, row)| row.reliability()),
        ),
        (
            "place",
            Cells::TextIfAny(|(_, row)| row.claim.place.clone()),
        ),
        ("when", Cells::TextIfAny(|(_, row)| row.claim.when.clone())),
        (
            "quantity_of",
            Cells::TextIfAny(|(_, row)| Some(row.claim.quantity.as_ref()?.of.as_str().to_owned())),
        ),
        (
            "number",
            Cells::NumberIfAny(|(_, row)| Some(row.claim.quantity.as_ref()?.number.0)),
        ),
        (
            "number_to",
            Cells::NumberIfAny(|(_, row)| row.claim.quantity.as_ref()?.to()),
        ),
        (
            "bound",
            Cells::TextIfAny(|(_, row)| {
                Some(row.claim.quantity.as_ref()?.bound.as_str().to_owned())
            }),
        ),
        (
            "unit",
            Cells::TextIfAny(|(_, row)| Some(row.claim.quantity.as_ref()?.unit.clone())),
        ),
    ]
}
