//! How far every actor is from one.

use super::actor_graph::ActorGraph;
use super::links::{Walk, number};
use super::path::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

fn all(direction: Direction) -> Walk {
    Walk {
        direction,
        denied: true,
        speech: true,
    }
}

impl ActorGraph {
    /// Returns the least number of ties from an actor to every other by node, in time linear in
    /// the ties; `None` for those that cannot be reached. Denied ties and speech count as any.
    pub fn hops_from(&self, from: NodeIndex, direction: Direction) -> Vec<Option<u32>> {
        let mut hops = vec![None; self.links.nodes()];
        hops[from.index()] = Some(0);
        let mut border = vec![number(from)];
        let mut distance = 0;
        while !border.is_empty() {
            distance += 1;
            let mut next = Vec::new();
            for node in border {
                for step in self.links.steps(node, all(direction)) {
                    let known = &mut hops[step.to as usize];
                    if known.is_none() {
                        *known = Some(distance);
                        next.push(step.to);
                    }
                }
            }
            border = next;
        }
        hops
    }

    /// Returns the length of the shortest way from an actor to every other by node, infinite for
    /// those that cannot be reached; `length` gives that of a tie, zero or more (Dijkstra 1959,
    /// in `O(ties · log actors)`).
    pub fn distances_from(
        &self,
        from: NodeIndex,
        direction: Direction,
        length: impl Fn(EdgeIndex) -> f64,
    ) -> Vec<f64> {
        let mut distances = vec![f64::INFINITY; self.links.nodes()];
        distances[from.index()] = 0.0;
        // Numbers that are not negative are ordered as their bits are.
        let mut open = BinaryHeap::from([Reverse((0_u64, number(from)))]);
        while let Some(Reverse((bits, node))) = open.pop() {
            let distance = f64::from_bits(bits);
            if distance > distances[node as usize] {
                continue;
            }
            for step in self.links.steps(node, all(direction)) {
                let further = distance + length(EdgeIndex::new(step.edge as usize)).max(0.0);
                let known = &mut distances[step.to as usize];
                if further < *known {
                    *known = further;
                    open.push(Reverse((further.to_bits(), step.to)));
                }
            }
        }
        distances
    }
}
