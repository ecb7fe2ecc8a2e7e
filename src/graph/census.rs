//! How much every actor of a graph has to do with the rest.

use super::actor_graph::ActorGraph;
use super::document::DocumentIndex;
use petgraph::graph::NodeIndex;
use std::collections::BTreeSet;

/// An actor in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The actor.
    pub node: NodeIndex,
    /// Ties it is an end of.
    pub ties: usize,
    /// Claims of these ties.
    pub claims: usize,
    /// Documents that mention it.
    pub documents: usize,
}

impl ActorGraph {
    /// Returns every actor in figures: those of most ties first, then of most documents, then by id.
    pub fn census(&self) -> Vec<Standing> {
        let mut census: Vec<Standing> = self
            .graph
            .node_indices()
            .map(|node| Standing {
                node,
                ties: 0,
                claims: 0,
                documents: 0,
            })
            .collect();
        for edge in self.graph.edge_indices() {
            let (from, to) = self.ends(edge);
            let claims = self.tie(edge).claims().len();
            for node in BTreeSet::from([from, to]) {
                census[node.index()].ties += 1;
                census[node.index()].claims += claims;
            }
        }
        for document in &self.documents {
            for node in document.nodes.iter().collect::<BTreeSet<_>>() {
                census[node.index()].documents += 1;
            }
        }
        census.sort_by_key(|s| {
            let most = (s.ties, s.documents, s.claims);
            (std::cmp::Reverse(most), s.node)
        });
        census
    }

    /// Returns the documents that mention an actor, by name.
    pub fn documents_of(&self, node: NodeIndex) -> Vec<DocumentIndex> {
        let documents = self.documents.iter().zip((0..).map(DocumentIndex));
        documents
            .filter(|(document, _)| document.nodes.contains(&node))
            .map(|(_, index)| index)
            .collect()
    }
}
