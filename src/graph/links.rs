//! The neighbours of every actor, packed, for searches that touch much of a graph.
//!
//! petgraph keeps the edges of a node as a linked list through all edges and their weights;
//! walking a million ties that way is a million cache misses. Here the ties of a node lie side
//! by side: twelve bytes a tie, eight a node.

use super::certainty::Certainty;
use super::path::Direction;
use super::tie::Tie;
use super::vocabulary::Vocabulary;
use crate::actors::Actor;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};

const SYMMETRIC: u8 = 1;
const SAYING: u8 = 2;
const DENIED: u8 = 4;

/// The ties of every actor, in order of their indices.
///
/// Invariant: the edges of the graph are sorted by source, so those that leave a node are a
/// range of edge indices.
#[derive(Clone, Debug)]
pub(super) struct Links {
    /// First edge that leaves a node; one more entry than nodes.
    leave: Vec<u32>,
    targets: Vec<u32>,
    /// First of `arriving` for a node; one more entry than nodes.
    arrive: Vec<u32>,
    /// Edges that reach a node, with their sources.
    arriving: Vec<(u32, u32)>,
    marks: Vec<u8>,
}

/// Which ties may be walked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walk {
    pub(super) direction: Direction,
    pub(super) denied: bool,
    pub(super) speech: bool,
}

impl Walk {
    /// Returns the same ties walked from the other end.
    pub(super) fn backwards(self) -> Walk {
        let direction = match self.direction {
            Direction::Any => Direction::Any,
            Direction::Out => Direction::In,
            Direction::In => Direction::Out,
        };
        Walk { direction, ..self }
    }
}

/// A tie seen from one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) edge: u32,
    pub(super) to: u32,
    /// Whether it is walked from the tie's source to its target.
    pub(super) forward: bool,
}

impl Default for Links {
    fn default() -> Links {
        Links::new(&DiGraph::default(), &Vocabulary::default())
    }
}

impl Links {
    /// Packs the ties of a graph, in time linear in nodes and edges.
    pub(super) fn new(graph: &DiGraph<Actor, Tie>, vocabulary: &Vocabulary) -> Links {
        let nodes = graph.node_count();
        let mut leave = vec![0; nodes + 1];
        let mut arrive = vec![0; nodes + 1];
        let ends = |edge: EdgeIndex| {
            graph
                .edge_endpoints(edge)
                .expect("an edge index of this graph")
        };
        for edge in graph.edge_indices() {
            let (from, to) = ends(edge);
            leave[from.index() + 1] += 1;
            arrive[to.index() + 1] += 1;
        }
        for node in 0..nodes {
            leave[node + 1] += leave[node];
            arrive[node + 1] += arrive[node];
        }
        let mut next = arrive.clone();
        let mut arriving = vec![(0, 0); graph.edge_count()];
        let mut targets = Vec::with_capacity(graph.edge_count());
        let mut marks = Vec::with_capacity(graph.edge_count());
        for (edge, at) in graph.edge_indices().zip(0_u32..) {
            let (from, to) = ends(edge);
            targets.push(number(to));
            let slot = &mut next[to.index()];
            arriving[*slot as usize] = (number(from), at);
            *slot += 1;
            let tie = &graph[edge];
            let mark = |holds: bool, mark: u8| if holds { mark } else { 0 };
            marks.push(
                mark(vocabulary.is_symmetric(tie.relation()), SYMMETRIC)
                    | mark(vocabulary.is_saying(tie.relation()), SAYING)
                    | mark(tie.certainty() == Certainty::Denied, DENIED),
            );
        }
        Links {
            leave,
            targets,
            arrive,
            arriving,
            marks,
        }
    }

    /// Returns the number of actors.
    pub(super) fn nodes(&self) -> usize {
        self.leave.len() - 1
    }

    /// Returns whether a tie is speech.
    pub(super) fn is_saying(&self, edge: u32) -> bool {
        self.marks[edge as usize] & SAYING != 0
    }

    /// Returns the number of ties at a node, either way.
    pub(super) fn degree(&self, node: u32) -> usize {
        self.leaving(node).len() + self.reaching(node).len()
    }

    /// Returns about how many ties may be walked from a node.
    pub(super) fn reach(&self, node: u32, direction: Direction) -> usize {
        match direction {
            Direction::Any => self.degree(node),
            Direction::Out => self.leaving(node).len(),
            Direction::In => self.reaching(node).len(),
        }
    }

    /// Returns the targets of the ties that leave a node, in order, with repetitions.
    pub(super) fn targets(&self, node: u32) -> &[u32] {
        &self.targets[self.leaving(node)]
    }

    /// Returns the ties that reach a node as (source, edge), in order of the edges.
    pub(super) fn sources(&self, node: u32) -> &[(u32, u32)] {
        &self.arriving[self.reaching(node)]
    }

    /// Returns the ties that may be walked from a node: those that leave it, then those that
    /// reach it, each in order of the edges.
    pub(super) fn steps(&self, node: u32, walk: Walk) -> impl Iterator<Item = Step> + '_ {
        let leaving = self.leaving(node).map(|edge| Step {
            edge: edge as u32,
            to: self.targets[edge],
            forward: true,
        });
        let reaching = self.sources(node).iter().map(|&(to, edge)| Step {
            edge,
            to,
            forward: false,
        });
        leaving
            .chain(reaching)
            .filter(move |step| self.walkable(step, walk))
    }

    fn walkable(&self, step: &Step, walk: Walk) -> bool {
        let mark = self.marks[step.edge as usize];
        let way = match walk.direction {
            Direction::Any => true,
            Direction::Out => step.forward || mark & SYMMETRIC != 0,
            Direction::In => !step.forward || mark & SYMMETRIC != 0,
        };
        way && (walk.denied || mark & DENIED == 0) && (walk.speech || mark & SAYING == 0)
    }

    fn leaving(&self, node: u32) -> std::ops::Range<usize> {
        let at = node as usize;
        self.leave[at] as usize..self.leave[at + 1] as usize
    }

    fn reaching(&self, node: u32) -> std::ops::Range<usize> {
        let at = node as usize;
        self.arrive[at] as usize..self.arrive[at + 1] as usize
    }
}

/// Returns a node's position; petgraph's own indices have 32 bits.
pub(super) fn number(node: NodeIndex) -> u32 {
    node.index() as u32
}
