//! Where actors stand before anything pulls at them: where the hash of their id says.

use super::Point;
use super::nearness::Nearness;
use crate::graph::ActorGraph;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// Returns a number that depends on some texts alone.
pub(super) fn hash(parts: &[&str]) -> u64 {
    let mut hasher = SipHasher13::new();
    for part in parts {
        hasher.write(part.as_bytes());
        hasher.write_u8(0xff);
    }
    hasher.finish()
}

/// Returns a place in a square of side one around the origin.
fn unit(id: &str) -> Point {
    let bits = hash(&[id]);
    let side = |bits: u64| (bits & 0xffff_ffff) as f64 / 4_294_967_296.0 - 0.5;
    Point {
        x: side(bits),
        y: side(bits >> 32),
    }
}

/// Returns a place for every actor, in a square that about holds the graph.
pub(super) fn positions(graph: &ActorGraph, nearness: &Nearness) -> Vec<Point> {
    let lengths = || nearness.neighbours.iter().flatten().map(|n| n.length);
    let mean = lengths().sum::<f64>() / lengths().count().max(1) as f64;
    let side = mean * (nearness.neighbours.len() as f64).sqrt();
    let places = graph.petgraph().node_weights().map(|actor| {
        let place = unit(&actor.id);
        Point {
            x: place.x * side,
            y: place.y * side,
        }
    });
    places.collect()
}

/// Returns the known places, and beside them places for whoever is tied to somebody known.
///
/// Actors that no tie links to anybody known stay where `otherwise` has them.
pub(super) fn beside_known(
    graph: &ActorGraph,
    nearness: &Nearness,
    known: &[Option<Point>],
    otherwise: Vec<Point>,
) -> Vec<Point> {
    let mut places = known.to_vec();
    loop {
        let mut found = Vec::new();
        for (node, neighbours) in nearness.neighbours.iter().enumerate() {
            let near: Vec<Point> = neighbours.iter().filter_map(|n| places[n.node]).collect();
            if places[node].is_some() || near.is_empty() {
                continue;
            }
            let count = near.len() as f64;
            let away = unit(&graph.petgraph()[petgraph::graph::NodeIndex::new(node)].id);
            let reach = neighbours[0].length;
            let x = near.iter().map(|p| p.x).sum::<f64>() / count + away.x * reach;
            let y = near.iter().map(|p| p.y).sum::<f64>() / count + away.y * reach;
            found.push((node, Point { x, y }));
        }
        if found.is_empty() {
            break;
        }
        for (node, place) in found {
            places[node] = Some(place);
        }
    }
    let places = places.into_iter().zip(otherwise);
    places
        .map(|(place, other)| place.unwrap_or(other))
        .collect()
}
