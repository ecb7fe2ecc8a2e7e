//! What a path costs: its weight, then its ties, then its doubt.

use super::actor_graph::ActorGraph;
use super::certainty::Certainty;
use super::path::Weight;
use petgraph::graph::EdgeIndex;

/// Units of one: sums of whole numbers do not depend on their order, as sums of fractions do.
const UNIT: f64 = 1_048_576.0;

/// The cost of a path; costs add up tie by tie and are compared part by part.
///
/// One number: the weight in the upper half, then the number of ties, then the doubt (one over
/// the number of sources of each tie), each with room for a hundred ties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost(pub(super) u128);

impl Cost {
    /// Returns the cost of one tie; speech weighs twice as much as deeds.
    pub(super) fn of(graph: &ActorGraph, edge: u32, weight: Weight) -> Cost {
        let tie = graph.tie(EdgeIndex::new(edge as usize));
        let sources = tie.sources() as f64;
        let single = match weight {
            Weight::Hops => 1.0,
            Weight::Evidence => 1.0 / sources.ln_1p(),
            Weight::Certainty => -strength(tie.certainty()).ln(),
        };
        let speech = if graph.links.is_saying(edge) {
            2.0
        } else {
            1.0
        };
        let units = |value: f64| (value * UNIT).round() as u128;
        Cost(units(single * speech) << 64 | 1 << 48 | units(1.0 / sources))
    }

    /// Returns the cost of a weight alone.
    pub(super) fn of_weight(weight: usize) -> Cost {
        Cost((weight as u128 * UNIT as u128) << 64)
    }

    /// Returns the weight.
    pub(super) fn weight(self) -> f64 {
        (self.0 >> 64) as f64 / UNIT
    }
}

impl std::ops::Add for Cost {
    type Output = Cost;

    fn add(self, other: Cost) -> Cost {
        Cost(self.0 + other.0)
    }
}

/// Returns a number that falls from certainty to certainty, for paths to be compared by.
///
/// It orders; it is no measured probability.
fn strength(certainty: Certainty) -> f64 {
    match certainty {
        Certainty::Stated => 0.9,
        Certainty::Claimed => 0.7,
        Certainty::Disputed => 0.5,
        Certainty::Planned => 0.4,
        Certainty::Possible => 0.3,
        Certainty::Denied => 0.1,
    }
}
