//! Where actors stand in a drawing.
//!
//! [`place`] is the one answer for every picture and for the viewer: actors that have to do with
//! each other stand near each other, labels do not overlap, and what is not linked stands apart.
//! Positions follow from the actors' ids and the ties alone, so the same graph always lands in
//! the same place; [`place_near`] lets a grown graph keep the places it had.
//!
//! Every step uses additions, products and square roots only, in a fixed order: these are rounded
//! alike on all processors, which sines and powers are not.
//!
//! Invariant: nothing here draws, and nothing here knows a format.

mod boxes;
mod components;
mod detour;
mod layered;
mod measure;
mod nearness;
mod orient;
mod overlap;
mod pack;
mod plan;
mod route;
mod seed;
mod stress;

pub use boxes::{Boxes, Size};
pub use measure::{text_width, wrapped};
pub use plan::{Plan, Route, plan};
pub use route::through;

use crate::graph::ActorGraph;
use nearness::Nearness;
use std::collections::BTreeMap;

/// A place in a drawing, in pixels of a drawing whose names are 12 pixels high; y grows downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance to the right.
    pub x: f64,
    /// Distance downwards.
    pub y: f64,
}

/// Where every actor stands.
///
/// All numbers are finite.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The centre of each actor's box, by node index.
    pub positions: Vec<Point>,
    /// The size of each actor's box, by node index.
    pub sizes: Vec<Size>,
    /// The upper left corner of what holds all boxes.
    pub min: Point,
    /// The lower right corner of what holds all boxes.
    pub max: Point,
}

/// Returns where the actors of a graph stand.
///
/// Stress is least where the distance of two actors is that of the shortest way between them
/// along ties; it is made small by stochastic gradient descent (Zheng, Pawar and Goodman 2018),
/// over all pairs in a small graph and over pivots in a large one (Ortmann, Klimenta and Brandes
/// 2016): O(pairs) and O(ties + 60 actors log actors).
///
/// ```
/// use whom::graph::ActorGraph;
///
/// let layout = whom::layout::place(&ActorGraph::default());
/// assert!(layout.positions.is_empty());
/// ```
pub fn place(graph: &ActorGraph) -> Layout {
    place_boxes(graph, &Boxes::of(graph))
}

/// Returns where the actors of a graph stand, given the room that they and their ties need.
pub fn place_boxes(graph: &ActorGraph, boxes: &Boxes) -> Layout {
    let positions = arrange(graph, boxes, &|_| true);
    Layout::of(positions, boxes.actors.clone())
}

/// Returns places for the actors of those parts of a graph whose first actor is wanted.
fn arrange(graph: &ActorGraph, boxes: &Boxes, wanted: &dyn Fn(usize) -> bool) -> Vec<Point> {
    let nearness = Nearness::of(graph, boxes);
    let seeds = seed::positions(graph, &nearness);
    let mut positions = seeds.clone();
    let mut parts = components::of(&nearness);
    parts.retain(|part| wanted(part[0]));
    for part in &parts {
        let terms = stress::terms(&nearness, part, graph);
        stress::relax(&mut positions, &terms, stress::Heat::Full);
        orient::turn(&mut positions, &seeds, part);
        orient::stretch(&mut positions, part);
        overlap::separate(&mut positions, &boxes.actors, part, overlap::MARGIN);
    }
    pack::side_by_side(&mut positions, &boxes.actors, &parts);
    positions
}

/// Returns where the actors of a graph stand when some of them, by id, stood somewhere before.
///
/// They stay about there; new actors stand beside those they are tied to. Places that are not
/// finite numbers are ignored.
pub fn place_near(graph: &ActorGraph, earlier: &BTreeMap<String, Point>) -> Layout {
    let boxes = Boxes::of(graph);
    let nearness = Nearness::of(graph, &boxes);
    let mut known: Vec<Option<Point>> = graph
        .petgraph()
        .node_weights()
        .map(|actor| earlier.get(&actor.id).copied())
        .collect();
    for place in &mut known {
        *place = place.filter(|p| p.x.is_finite() && p.y.is_finite());
    }
    if known.iter().all(Option::is_none) {
        return place_boxes(graph, &boxes);
    }
    let fresh = place_boxes(graph, &boxes);
    let (old, new): (Vec<_>, Vec<_>) = components::of(&nearness)
        .into_iter()
        .partition(|part| part.iter().any(|&node| known[node].is_some()));
    let mut positions = seed::beside_known(graph, &nearness, &known, fresh.positions);
    for part in &old {
        let terms = stress::terms(&nearness, part, graph);
        orient::shrink(&mut positions, part);
        stress::relax(&mut positions, &terms, stress::Heat::Low);
        orient::stretch(&mut positions, part);
    }
    let old: Vec<usize> = old.concat();
    overlap::separate(&mut positions, &boxes.actors, &old, overlap::MARGIN);
    pack::below(&mut positions, &boxes.actors, &old, &new);
    Layout::of(positions, boxes.actors)
}

impl Layout {
    fn of(positions: Vec<Point>, sizes: Vec<Size>) -> Layout {
        let mut layout = Layout {
            positions,
            sizes,
            ..Layout::default()
        };
        let all: Vec<usize> = (0..layout.positions.len()).collect();
        (layout.min, layout.max) = pack::bounds(&layout.positions, &layout.sizes, &all);
        layout
    }
}

#[cfg(test)]
mod tests;
