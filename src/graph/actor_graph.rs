//! The graph itself and how to look into it.

use super::document::{DocumentIndex, DocumentRecord};
use super::links::Links;
use super::review::Review;
use super::tie::{ClaimRecord, Tie};
use super::vocabulary::Vocabulary;
use crate::actors::Actor;
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
    pub(super) review: Review,
    /// Claims that the review rejects, sorted by id.
    pub(super) rejected: Vec<ClaimRecord>,
    pub(super) links: Links,
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

    /// Returns what reviewers say of claims and actors.
    pub fn review(&self) -> &Review {
        &self.review
    }

    /// Returns the claims that reviewers rejected, sorted by id; no tie has them.
    pub fn rejected(&self) -> &[ClaimRecord] {
        &self.rejected
    }

    /// Returns this graph with the rejected claims in its ties, as if nobody had rejected them.
    pub fn with_rejected(self) -> ActorGraph {
        if self.rejected.is_empty() {
            return self;
        }
        let claims = self.claims().chain(&self.rejected);
        let claims = claims.map(|record| vec![record.clone()]).collect();
        let actors = self.graph.node_weights().cloned().collect();
        ActorGraph {
            review: self.review,
            ..ActorGraph::assemble(self.vocabulary, self.documents, actors, claims)
        }
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

    /// Returns every claim of a tie, in the order of the ties.
    pub fn claims(&self) -> impl Iterator<Item = &ClaimRecord> {
        self.graph.edge_weights().flat_map(|tie| tie.claims())
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
            && self.review == other.review
            && self.rejected == other.rejected
            && self.graph.node_weights().eq(other.graph.node_weights())
            && self.graph.edge_weights().eq(other.graph.edge_weights())
            && edges(self) == edges(other)
    }
}
