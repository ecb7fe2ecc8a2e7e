//! The neighbourhood of an actor.

use super::actor_graph::ActorGraph;
use petgraph::graph::NodeIndex;
use std::collections::BTreeSet;

impl ActorGraph {
    /// Returns the ties among the actors at most `depth` ties away from one, in any direction.
    pub fn around(&self, centre: NodeIndex, depth: usize) -> ActorGraph {
        let mut reached = BTreeSet::from([centre]);
        let mut border = vec![centre];
        for _ in 0..depth {
            let mut next = Vec::new();
            for node in border {
                for neighbour in self.graph.neighbors_undirected(node) {
                    if reached.insert(neighbour) {
                        next.push(neighbour);
                    }
                }
            }
            border = next;
        }
        self.retain(|edge, _| {
            let (from, to) = self.ends(edge);
            reached.contains(&from) && reached.contains(&to)
        })
    }
}
