//! PageRank: whom the actors that matter deal with.

use super::actor_graph::ActorGraph;
use petgraph::graph::NodeIndex;

const DAMPING: f64 = 0.85;
const ROUNDS: usize = 100;
const STILL: f64 = 1e-9;

impl ActorGraph {
    /// Returns the PageRank of every actor by node, in time linear in the ties a round.
    ///
    /// petgraph's own visits every pair of nodes in every round.
    pub fn page_rank(&self) -> Vec<f64> {
        let count = self.graph.node_count();
        let uniform = 1.0 / count.max(1) as f64;
        let mut rank = vec![uniform; count];
        let degree: Vec<usize> = self
            .graph
            .node_indices()
            .map(|node: NodeIndex| self.graph.edges(node).count())
            .collect();
        for _ in 0..ROUNDS {
            let stranded: f64 = (0..count)
                .filter(|&n| degree[n] == 0)
                .map(|n| rank[n])
                .sum();
            let mut next = vec![(1.0 - DAMPING + DAMPING * stranded) * uniform; count];
            for edge in self.graph.edge_indices() {
                let (from, to) = self.ends(edge);
                next[to.index()] += DAMPING * rank[from.index()] / degree[from.index()] as f64;
            }
            let change: f64 = rank.iter().zip(&next).map(|(a, b)| (a - b).abs()).sum();
            rank = next;
            if change < STILL {
                break;
            }
        }
        rank
    }
}
