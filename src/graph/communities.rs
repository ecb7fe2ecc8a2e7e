//! Communities: actors that deal with one another more than with the rest.

use super::actor_graph::ActorGraph;
use leiden_rs::{GraphDataBuilder, Leiden, LeidenConfig};
use petgraph::graph::NodeIndex;
use std::collections::BTreeMap;

/// The seed of the random order in which actors are looked at: any number, always the same.
const SEED: u64 = 1;

impl ActorGraph {
    /// Returns the communities, the largest first, each sorted; actors without ties are in none.
    ///
    /// The method is Leiden's with modularity (Traag, Waltman and van Eck 2019): each is
    /// connected. Two actors pull as hard as they have ties, whichever way these go.
    pub fn communities(&self) -> Vec<Vec<NodeIndex>> {
        let mut pulls: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for edge in self.graph.edge_indices() {
            let (from, to) = self.ends(edge);
            let (one, other) = (from.index().min(to.index()), from.index().max(to.index()));
            if one != other {
                *pulls.entry((one, other)).or_insert(0.0) += 1.0;
            }
        }
        if pulls.is_empty() {
            return Vec::new();
        }
        let mut builder = GraphDataBuilder::new(self.graph.node_count());
        for (&(one, other), &pull) in &pulls {
            builder
                .add_edge(one, other, pull)
                .expect("both are nodes, and the pull is positive");
        }
        let graph = builder.build().expect("its edges were checked above");
        let leiden = Leiden::new(LeidenConfig {
            seed: Some(SEED),
            ..LeidenConfig::default()
        });
        let found = leiden.run(&graph).expect("the graph has edges");
        let mut members: BTreeMap<usize, Vec<NodeIndex>> = BTreeMap::new();
        for node in self.graph.node_indices() {
            if self.links.degree(node.index() as u32) > 0 {
                let community = found.partition.community_of(node.index());
                members.entry(community).or_default().push(node);
            }
        }
        let mut communities: Vec<Vec<NodeIndex>> = members.into_values().collect();
        communities.sort_by_key(|all| (std::cmp::Reverse(all.len()), all.first().copied()));
        communities
    }
}
