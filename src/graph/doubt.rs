//! Which claims to look at first.

use super::actor_graph::ActorGraph;
use super::certainty::Certainty;
use super::tie::ClaimRecord;
use petgraph::graph::EdgeIndex;

/// A claim and the tie that it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimed<'a> {
    /// The tie.
    pub edge: EdgeIndex,
    /// The claim and its document.
    pub record: &'a ClaimRecord,
}

impl ActorGraph {
    /// Returns every claim, those of the least certain ties first: what is disputed, then what is
    /// only suspected, planned, denied or claimed, then what is stated; of these the ones of the
    /// fewest independent sources first.
    pub fn least_certain(&self) -> Vec<Claimed<'_>> {
        let edges = self.graph.edge_indices();
        let mut claims: Vec<Claimed<'_>> = edges
            .flat_map(|edge| {
                let claims = self.tie(edge).claims().iter();
                claims.map(move |record| Claimed { edge, record })
            })
            .collect();
        claims.sort_by_key(|claimed| {
            let tie = self.tie(claimed.edge);
            let doubt = match tie.certainty() {
                Certainty::Disputed => 0,
                Certainty::Possible => 1,
                Certainty::Planned => 2,
                Certainty::Denied => 3,
                Certainty::Claimed => 4,
                Certainty::Stated => 5,
            };
            (doubt, tie.sources())
        });
        claims
    }
}
