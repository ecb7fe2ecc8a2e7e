//! PageRank: whom the actors that matter deal with.

use super::actor_graph::ActorGraph;

const DAMPING: f64 = 0.85;
const ROUNDS: usize = 100;
/// The ranks of all actors add up to one; when all of them together moved less than this, they stand.
/// (Others stop at a change for each node, and so the earlier the more nodes there are.)
const STILL: f64 = 1e-9;

impl ActorGraph {
    /// Returns the PageRank of every actor by node, in time linear in the ties a round and at
    /// most a hundred rounds (Brin and Page 1998; actors without ties of their own pass their
    /// rank to all).
    ///
    /// petgraph's own visits every pair of nodes in every round.
    pub fn page_rank(&self) -> Vec<f64> {
        let links = &self.links;
        let count = links.nodes();
        let uniform = 1.0 / count.max(1) as f64;
        let mut rank = vec![uniform; count];
        let mut share = vec![0.0; count];
        for _ in 0..ROUNDS {
            let mut stranded = 0.0;
            for (node, share) in (0..).zip(&mut share) {
                let rank = rank[node as usize];
                match links.targets(node).len() {
                    0 => stranded += rank,
                    degree => *share = DAMPING * rank / degree as f64,
                }
            }
            let base = (1.0 - DAMPING + DAMPING * stranded) * uniform;
            let mut change = 0.0;
            for (node, rank) in (0..).zip(&mut rank) {
                let sources = links.sources(node).iter();
                let passed: f64 = sources.map(|&(from, _)| share[from as usize]).sum();
                let next = base + passed;
                change += (next - *rank).abs();
                *rank = next;
            }
            if change < STILL {
                break;
            }
        }
        rank
    }
}
