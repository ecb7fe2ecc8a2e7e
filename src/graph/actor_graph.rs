//! The graph itself and how to look into it.

use super::document::{DocumentIndex, DocumentRecord};
use super::tie::{ClaimRecord, Tie};
use super::vocabulary::Vocabulary;
use crate::actors::Actor;
use crate::reading::Reading;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};

/// Who did what to whom: actors, the ties between them, and the documents that say so.
///
/// ```
/// use whom::graph::ActorGraph;
///
/// let graph = ActorGraph::collect([]);
/// assert_eq!(graph.petgraph().node_count(), 0);
/// ```
#[derive(Clone, Debug, Default)]
pub struct ActorGraph {
    pub(super) graph: DiGraph<Actor, Tie>,
    pub(super) documents: Vec<DocumentRecord>,
    pub(super) vocabulary: Vocabulary,
}

impl ActorGraph {
    /// Returns the petgraph inside: nodes sorted by actor id, edges by source, target and relation.
    pub fn petgraph(&self) -> &DiGraph<Actor, Tie> {
        &self.graph
    }

    /// Returns the documents, sorted by name.
    pub fn documents(&self) -> &[DocumentRecord] {
        &self.documents
    }

    /// Returns what is known about relations.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Returns an actor.
    pub fn actor(&self, node: NodeIndex) -> &Actor {
        &self.graph[node]
    }

    /// Returns a tie.
    pub fn tie(&self, edge: EdgeIndex) -> &Tie {
        &self.graph[edge]
    }

    /// Returns the source and the target of a tie.
    pub fn ends(&self, edge: EdgeIndex) -> (NodeIndex, NodeIndex) {
        self.graph
            .edge_endpoints(edge)
            .expect("an edge index of this graph: graphs are never shrunk")
    }

    /// Returns a document.
    pub fn document(&self, index: DocumentIndex) -> &DocumentRecord {
        &self.documents[index.0 as usize]
    }

    /// Returns a string that stands for a document alone: its name, with the fingerprint
    /// where two texts share a name.
    pub fn document_id(&self, index: DocumentIndex) -> String {
        let at = index.0 as usize;
        let publication = &self.documents[at].publication;
        let shares = |other: Option<&DocumentRecord>| {
            other.is_some_and(|d| d.publication.name == publication.name)
        };
        let before = at.checked_sub(1).and_then(|i| self.documents.get(i));
        if shares(before) || shares(self.documents.get(at + 1)) {
            format!("{}#{}", publication.name, publication.fingerprint)
        } else {
            publication.name.clone()
        }
    }

    /// Returns whoever says a claim, outermost first; empty for the article's own voice.
    pub fn speakers(&self, record: &ClaimRecord) -> Vec<&Actor> {
        let document = self.document(record.document);
        let speakers = record.claim.attributed_to.iter();
        speakers
            .map(|&actor| self.actor(document.node(actor)))
            .collect()
    }

    /// Returns every claim, in the order of the ties.
    pub fn claims(&self) -> impl Iterator<Item = &ClaimRecord> {
        self.graph.edge_weights().flat_map(|tie| tie.claims())
    }

    /// Returns the graph taken apart: one reading for each document, sorted by name.
    ///
    /// Attributions that came to no claim stay behind in the readings that the graph was built from.
    pub fn readings(&self) -> Vec<Reading> {
        let mut readings: Vec<Reading> = self
            .documents
            .iter()
            .map(|document| Reading {
                document: document.publication.clone(),
                actors: document.actors.clone(),
                ..Reading::default()
            })
            .collect();
        for record in self.claims() {
            let reading = &mut readings[record.document.0 as usize];
            reading.claims.push(record.claim.clone());
        }
        for reading in &mut readings {
            reading.claims.sort_by(|a, b| {
                (a.spans.sentence, a.spans.trigger, &a.id).cmp(&(
                    b.spans.sentence,
                    b.spans.trigger,
                    &b.id,
                ))
            });
        }
        readings
    }
}

/// Graphs are equal where they hold the same actors, ties and documents.
impl PartialEq for ActorGraph {
    fn eq(&self, other: &ActorGraph) -> bool {
        let edges = |graph: &ActorGraph| -> Vec<(NodeIndex, NodeIndex)> {
            graph.graph.edge_indices().map(|e| graph.ends(e)).collect()
        };
        self.vocabulary == other.vocabulary
            && self.documents == other.documents
            && self.graph.node_weights().eq(other.graph.node_weights())
            && self.graph.edge_weights().eq(other.graph.edge_weights())
            && edges(self) == edges(other)
    }
}
