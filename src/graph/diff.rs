//! What one graph claims that another does not.

use super::actor_graph::ActorGraph;
use petgraph::graph::EdgeIndex;
use std::collections::BTreeMap;

/// The ties that tell two graphs apart, each in the order of its graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Ties of the first graph alone.
    pub removed: Vec<EdgeIndex>,
    /// Ties of the second graph alone.
    pub added: Vec<EdgeIndex>,
    /// Ties of both whose certainty differs, in the first and in the second.
    pub changed: Vec<(EdgeIndex, EdgeIndex)>,
}

impl ActorGraph {
    /// Returns how another graph differs from this one; actors are the same by id.
    pub fn diff(&self, other: &ActorGraph) -> Difference {
        let before = self.edges_by_key();
        let after = other.edges_by_key();
        let mut difference = Difference::default();
        for (key, &edge) in &before {
            match after.get(key) {
                None => difference.removed.push(edge),
                Some(&new) if self.tie(edge).certainty() != other.tie(new).certainty() => {
                    difference.changed.push((edge, new));
                }
                Some(_) => {}
            }
        }
        let new = after.iter().filter(|(key, _)| !before.contains_key(*key));
        difference.added.extend(new.map(|(_, &edge)| edge));
        difference
    }

    fn edges_by_key(&self) -> BTreeMap<(&str, &str, &str), EdgeIndex> {
        let edges = self.graph.edge_indices().map(|edge| {
            let (from, to) = self.ends(edge);
            let ends = (self.actor(from).id.as_str(), self.actor(to).id.as_str());
            ((ends.0, ends.1, self.tie(edge).relation()), edge)
        });
        edges.collect()
    }
}
