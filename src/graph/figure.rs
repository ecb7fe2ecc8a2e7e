//! Parts of a graph that make a figure: the best supported actors, or just some ties.

use super::actor_graph::ActorGraph;
use petgraph::graph::{EdgeIndex, NodeIndex};
use std::cmp::Reverse;
use std::collections::BTreeSet;

impl ActorGraph {
    /// Returns the ties among a number of actors: those of the ties with the most independent
    /// sources, then the most claims.
    pub fn top(&self, actors: usize) -> ActorGraph {
        let mut edges: Vec<EdgeIndex> = self.graph.edge_indices().collect();
        edges.sort_by_key(|&edge| {
            let tie = self.tie(edge);
            (Reverse(tie.sources()), Reverse(tie.claims().len()), edge)
        });
        let mut chosen: BTreeSet<NodeIndex> = BTreeSet::new();
        for edge in edges {
            let (from, to) = self.ends(edge);
            let new = BTreeSet::from([from, to]);
            if chosen.union(&new).count() <= actors {
                chosen.extend(new);
            }
        }
        self.retain(|edge, _| {
            let (from, to) = self.ends(edge);
            chosen.contains(&from) && chosen.contains(&to)
        })
    }

    /// Returns the graph of some ties.
    pub fn of_ties(&self, ties: &BTreeSet<EdgeIndex>) -> ActorGraph {
        self.retain(|edge, _| ties.contains(&edge))
    }
}
