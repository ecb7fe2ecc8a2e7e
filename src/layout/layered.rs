//! Small graphs and paths: in layers from left to right, by a port of dagre.

use super::Point;
use super::boxes::Boxes;
use super::detour;
use super::plan::Route;
use crate::graph::ActorGraph;
use dagre_dgl_rs::{EdgeLabel, Graph, GraphLabel, NodeLabel, layout};
use std::collections::BTreeMap;

/// Places of all actors, and the lines between them.
type Placed = (Vec<Point>, BTreeMap<(usize, usize), Route>);

/// Returns a layered drawing, `None` where some number of it is not finite.
pub(super) fn place(graph: &ActorGraph, boxes: &Boxes, drawn: &[usize]) -> Option<Placed> {
    let mut input = Graph::default();
    input.set_graph(GraphLabel {
        rankdir: Some("LR".to_owned()),
        nodesep: Some(22.0),
        edgesep: Some(14.0),
        ranksep: Some(34.0),
        ..GraphLabel::default()
    });
    for &node in drawn {
        let size = boxes.actors[node];
        let label = NodeLabel {
            width: size.width,
            height: size.height,
            ..NodeLabel::default()
        };
        input.set_node(&node.to_string(), label);
    }
    let forward = ways(graph);
    let mut loops = Vec::new();
    for (&(a, b), size) in &boxes.ties {
        if a == b {
            loops.push(a);
            continue;
        }
        let (from, to) = if forward[&(a, b)] { (a, b) } else { (b, a) };
        let label = EdgeLabel {
            width: Some(size.width),
            height: Some(size.height),
            labelpos: Some("c".to_owned()),
            minlen: Some(1),
            weight: Some(1.0),
            ..EdgeLabel::default()
        };
        input.set_edge(&from.to_string(), &to.to_string(), label, None);
    }
    // The port knows no loops that keep clear of labels: such graphs are drawn the other way.
    if !loops.is_empty() {
        return None;
    }
    layout(&mut input);
    let mut positions = vec![Point::default(); boxes.actors.len()];
    for &node in drawn {
        let placed = input.node_opt(&node.to_string())?;
        positions[node] = finite(placed.x?, placed.y?)?;
    }
    let mut routes = BTreeMap::new();
    for &(a, b) in boxes.ties.keys() {
        let (from, to) = if forward[&(a, b)] { (a, b) } else { (b, a) };
        let line = input.edge_vw(&from.to_string(), &to.to_string())?;
        let bends = line.points.as_ref()?;
        // The first and the last point are on the boxes' borders; lines go from centre to centre.
        let inner = bends.get(1..bends.len().checked_sub(1)?)?;
        let mut points = vec![positions[from]];
        for point in inner {
            points.push(finite(point.x, point.y)?);
        }
        points.push(positions[to]);
        if from > to {
            points.reverse();
        }
        let label = finite(line.x?, line.y?)?;
        routes.insert((a, b), Route { points, label });
    }
    detour::in_layers(&positions, boxes, drawn, &mut routes);
    Some((positions, routes))
}

fn finite(x: f64, y: f64) -> Option<Point> {
    (x.is_finite() && y.is_finite()).then_some(Point { x, y })
}

/// Returns for each pair of actors whether most of its ties lead from the smaller to the larger.
///
/// Deeds count more than speech, as in paths.
fn ways(graph: &ActorGraph) -> BTreeMap<(usize, usize), bool> {
    let mut balance: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    for edge in graph.petgraph().edge_indices() {
        let (from, to) = graph.ends(edge);
        let (from, to) = (from.index(), to.index());
        let speech = graph.vocabulary().is_saying(graph.tie(edge).relation());
        let weight = if speech { 1 } else { 3 };
        let sign = if from <= to { weight } else { -weight };
        *balance.entry((from.min(to), from.max(to))).or_default() += sign;
    }
    let signs = balance.into_iter().map(|(pair, sum)| (pair, sum >= 0));
    signs.collect()
}
