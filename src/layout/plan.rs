//! A whole drawing: places of the actors that have ties, of the labels, and ways of the lines.

use super::boxes::{Boxes, Size};
use super::{Layout, Point, arrange, layered, pack, route};
use crate::graph::ActorGraph;
use std::collections::BTreeMap;

/// Actors up to which a drawing is layered, from left to right.
const LAYERED_ACTORS: usize = 26;
/// Pairs of tied actors up to which a drawing is layered.
const LAYERED_PAIRS: usize = 42;

/// Actors up to which a drawing may be a strip.
const STRIP_ACTORS: usize = 9;
/// How many times as wide as high a strip is.
const STRIP: f64 = 2.3;

/// How the line between two actors runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The points that it passes, from the centre of the actor of the smaller index to the
    /// centre of the other.
    pub points: Vec<Point>,
    /// The centre of its label.
    pub label: Point,
}

/// Everything that a picture needs to know about places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Where actors stand; those without ties stand nowhere in particular.
    pub layout: Layout,
    /// The actors that have ties, by node index.
    pub drawn: Vec<usize>,
    /// The lines, by the node indices of their ends, the smaller first.
    pub routes: BTreeMap<(usize, usize), Route>,
    /// Whether there is room for the labels of the lines.
    pub labelled: bool,
}

/// Returns the plan of a picture: layered where the graph is small, else by distances along ties.
///
/// Neither boxes nor labels overlap. Where more than 420 pairs are tied, labels
/// have no room, and none is placed.
pub fn plan(graph: &ActorGraph, boxes: &Boxes) -> Plan {
    let inner = graph.petgraph();
    let tied = |&node: &_| inner.neighbors_undirected(node).next().is_some();
    let drawn: Vec<usize> = inner
        .node_indices()
        .filter(tied)
        .map(|node| node.index())
        .collect();
    let small =
        !drawn.is_empty() && drawn.len() <= LAYERED_ACTORS && boxes.ties.len() <= LAYERED_PAIRS;
    let layered = small
        .then(|| layered::place(graph, boxes, &drawn))
        .flatten();
    let layered = layered.filter(|(positions, _)| fits(positions, boxes, &drawn));
    let labelled = boxes.ties.len() <= route::LABELLED;
    let (positions, routes) = layered.unwrap_or_else(|| {
        let mut positions = arrange(graph, boxes, &|node| drawn.binary_search(&node).is_ok());
        let routes = route::between(&mut positions, boxes, &drawn, labelled);
        (positions, routes)
    });
    let mut plan = Plan {
        layout: Layout {
            positions,
            sizes: boxes.actors.clone(),
            ..Layout::default()
        },
        drawn,
        routes,
        labelled,
    };
    plan.settle(boxes);
    plan
}

/// Returns whether a layered drawing fits a page: one that is a long strip is for a few actors only.
fn fits(positions: &[Point], boxes: &Boxes, drawn: &[usize]) -> bool {
    let (min, max) = pack::bounds(positions, &boxes.actors, drawn);
    drawn.len() <= STRIP_ACTORS || max.x - min.x <= STRIP * (max.y - min.y)
}

impl Plan {
    /// Finds what holds all boxes, labels and bends.
    fn settle(&mut self, boxes: &Boxes) {
        let mut points: Vec<Point> = Vec::new();
        let mut sizes: Vec<Size> = Vec::new();
        for &node in &self.drawn {
            points.push(self.layout.positions[node]);
            sizes.push(self.layout.sizes[node]);
        }
        for (pair, route) in &self.routes {
            points.push(route.label);
            sizes.push(boxes.ties.get(pair).copied().unwrap_or_default());
            points.extend(&route.points);
            sizes.extend(route.points.iter().map(|_| Size::default()));
        }
        let all: Vec<usize> = (0..points.len()).collect();
        (self.layout.min, self.layout.max) = pack::bounds(&points, &sizes, &all);
    }
}
