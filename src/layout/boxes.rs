//! The room that actors and ties need for their labels.

use super::measure::{text_width, wrapped};
use crate::graph::ActorGraph;
use std::collections::BTreeMap;

/// Height of the letters of a name, in pixels.
const LETTERS: f64 = 12.0;
/// Distance from one line of a name to the next, in pixels.
const LINE: f64 = 15.0;

/// A width and a height, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// The room that the labels of a graph need.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Boxes {
    /// The box of each actor, by node index.
    pub actors: Vec<Size>,
    /// The label between two actors, by their node indices, the smaller first.
    pub ties: BTreeMap<(usize, usize), Size>,
}

impl Boxes {
    /// Returns boxes for names in lines of some twenty letters, and ties named once a pair.
    pub fn of(graph: &ActorGraph) -> Boxes {
        let actors = graph.petgraph().node_weights().map(|actor| {
            let lines = wrapped(&actor.name, 20, 4);
            let widest = lines.iter().map(|line| text_width(line, LETTERS));
            Size {
                width: widest.fold(24.0, f64::max) + 20.0,
                height: lines.len().max(1) as f64 * LINE + 12.0,
            }
        });
        let mut ties: BTreeMap<(usize, usize), Size> = BTreeMap::new();
        for edge in graph.petgraph().edge_indices() {
            let (from, to) = graph.ends(edge);
            let pair = (from.min(to).index(), from.max(to).index());
            let size = ties.entry(pair).or_default();
            let label = graph.tie(edge).relation();
            size.width = size.width.max(text_width(label, LETTERS - 2.0));
            size.height += LINE;
        }
        Boxes {
            actors: actors.collect(),
            ties,
        }
    }
}
