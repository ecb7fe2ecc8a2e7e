//! How far apart two actors should stand: along the shortest way between them.

use super::boxes::Boxes;
use crate::graph::ActorGraph;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Room between two boxes beside the label of their tie, in pixels.
const GAP: f64 = 34.0;

/// Who is tied to whom, once for each pair, and how long the line between them should be.
pub(super) struct Nearness {
    /// Neighbours of each actor by node index, sorted.
    pub neighbours: Vec<Vec<Neighbour>>,
}

/// Somebody tied to an actor.
#[derive(Clone, Copy)]
pub(super) struct Neighbour {
    pub node: usize,
    pub length: f64,
}

impl Nearness {
    pub(super) fn of(graph: &ActorGraph, boxes: &Boxes) -> Nearness {
        let mut pairs: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
        for edge in graph.petgraph().edge_indices() {
            let (from, to) = graph.ends(edge);
            if from != to {
                let (from, to) = (from.index(), to.index());
                pairs.entry(from).or_default().insert(to, 0.0);
                pairs.entry(to).or_default().insert(from, 0.0);
            }
        }
        let count = graph.petgraph().node_count();
        let degree = |node: usize| pairs.get(&node).map_or(0, BTreeMap::len);
        // A label may lie across: half its extent and half of the boxes' is what a line of any
        // direction needs on the average. Hubs need longer lines, or their neighbours crowd.
        let length = |a: usize, b: usize| {
            let half = |node: usize| (boxes.actors[node].width + boxes.actors[node].height) / 4.0;
            let label = boxes.ties.get(&(a.min(b), a.max(b)));
            let label = label.map_or(0.0, |label| (label.width + label.height) / 2.0);
            let hub = (degree(a).max(degree(b)) as f64).sqrt();
            GAP + half(a) + half(b) + label + 9.0 * hub
        };
        let neighbours = (0..count).map(|node| {
            let others = pairs.get(&node).into_iter().flat_map(BTreeMap::keys);
            others
                .map(|&other| Neighbour {
                    node: other,
                    length: length(node, other),
                })
                .collect()
        });
        Nearness {
            neighbours: neighbours.collect(),
        }
    }

    /// Returns the length of the shortest way to every actor, infinite where there is none.
    pub(super) fn from(&self, start: usize) -> Vec<f64> {
        let mut distances = vec![f64::INFINITY; self.neighbours.len()];
        distances[start] = 0.0;
        let mut border = BinaryHeap::from([Reverse((Ordered(0.0), start))]);
        while let Some(Reverse((Ordered(distance), node))) = border.pop() {
            if distance > distances[node] {
                continue;
            }
            for next in &self.neighbours[node] {
                let further = distance + next.length;
                if further < distances[next.node] {
                    distances[next.node] = further;
                    border.push(Reverse((Ordered(further), next.node)));
                }
            }
        }
        distances
    }
}

/// A number with a total order, for the heap.
#[derive(Clone, Copy)]
struct Ordered(f64);

impl PartialEq for Ordered {
    fn eq(&self, other: &Ordered) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ordered {}

impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Ordered) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ordered {
    fn cmp(&self, other: &Ordered) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
