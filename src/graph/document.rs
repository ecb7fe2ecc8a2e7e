//! What a graph keeps of a document.

use crate::actors::{Actor, ActorIndex};
use crate::reading::Publication;
use petgraph::graph::NodeIndex;

/// Position of a document in [`ActorGraph::documents`](super::ActorGraph::documents).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentIndex(pub u32);

/// A document of a graph with its own actors.
///
/// A document keeps its actors as it names them; which node each of them is follows from
/// the whole set of documents and is decided anew whenever a graph is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRecord {
    /// What was read.
    pub publication: Publication,
    /// Its actors, sorted by id; the claims' actor indices count in this list.
    pub actors: Vec<Actor>,
    /// The node of each of them.
    pub(super) nodes: Vec<NodeIndex>,
}

impl DocumentRecord {
    /// Returns the node that one of the document's actors is.
    pub fn node(&self, actor: ActorIndex) -> NodeIndex {
        self.nodes[actor.0 as usize]
    }

    /// Returns what tells texts apart: the fingerprint, or the name where there is none; of a
    /// repetition those of the text that it repeats.
    pub fn text_key(&self) -> &str {
        if let Some(same_as) = &self.publication.same_as {
            return &same_as.fingerprint;
        }
        match self.publication.fingerprint.as_str() {
            "" => &self.publication.name,
            fingerprint => fingerprint,
        }
    }
}
