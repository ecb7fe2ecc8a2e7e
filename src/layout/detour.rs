//! Lines that keep out from behind the boxes of others, to whom they would seem to belong.
//!
//! In a layered drawing such a line leaves and enters a layer beside its own actor and runs level
//! through the layers that it passes; in any other it gets a further bend.

use super::Point;
use super::boxes::{Boxes, Size};
use super::plan::Route;
use super::route::through;
use std::collections::BTreeMap;

/// Room that a line leaves on both sides of a layer, in pixels.
const CLEAR: f64 = 5.0;
/// How far above or below its own actor a line may leave a layer, in pixels: half of what is
/// between two boxes of a layer.
const BESIDE: f64 = 10.0;
/// How far a further bend lies beside a line, in pixels.
const BENDS: [f64; 8] = [18.0, -18.0, 36.0, -36.0, 60.0, -60.0, 90.0, -90.0];
/// How far from its points any way of a line may lead, in pixels: the largest bend and what a
/// smooth line overshoots it, or half of a wide layer.
const ASTRAY: f64 = 160.0;
/// Room around a box that a line should leave free, in pixels.
const MARGIN: f64 = 3.0;
/// Pieces into which a line is cut between two of its points to see what it passes behind.
const PIECES: usize = 20;
/// What passing behind an actor costs, in labels passed.
const ACTOR: usize = 4;

/// Where a line keeps clear of a layer: a set of [`Level::LEAVING`] and so on.
#[derive(Clone, Copy)]
struct Level(u8);

impl Level {
    const LEAVING: u8 = 1;
    const ENTERING: u8 = 2;
    const PASSING: u8 = 4;
    const LABEL: u8 = 8;
    /// Every choice, the plainest first.
    const CHOICES: [u8; 16] = [0, 1, 2, 4, 3, 5, 6, 8, 7, 9, 10, 12, 11, 13, 14, 15];

    fn has(self, what: u8) -> bool {
        self.0 & what != 0
    }
}

/// Something that lines should not pass behind.
#[derive(Clone, Copy)]
struct Obstacle {
    centre: Point,
    size: Size,
    cost: usize,
}

/// Bends the lines of a layered drawing that pass behind boxes of others; O(lines × boxes).
pub(super) fn in_layers(
    positions: &[Point],
    boxes: &Boxes,
    drawn: &[usize],
    routes: &mut BTreeMap<(usize, usize), Route>,
) {
    let actors = drawn
        .iter()
        .map(|&n| (positions[n].x, boxes.actors[n].width));
    let labels = routes
        .iter()
        .map(|(pair, route)| (route.label.x, boxes.ties[pair].width));
    let layers = [layers(actors), layers(labels)];
    plainest(positions, boxes, drawn, routes, &|pair, route| {
        let heights = [pair.0, pair.1].map(|node| boxes.actors[node].height);
        let choices = Level::CHOICES.into_iter();
        choices
            .map(|level| levelled(route, Level(level), heights, &layers))
            .collect()
    });
}

/// Bends the lines of a drawing without layers that pass behind boxes of others.
pub(super) fn anywhere(
    positions: &[Point],
    boxes: &Boxes,
    drawn: &[usize],
    routes: &mut BTreeMap<(usize, usize), Route>,
) {
    plainest(
        positions,
        boxes,
        drawn,
        routes,
        &|pair, route| match pair.0 == pair.1 {
            true => vec![route.points.clone()],
            false => bent(&route.points),
        },
    );
}

/// The other ways that a line may take: of a pair of nodes with its route.
type Ways<'a> = dyn Fn((usize, usize), &Route) -> Vec<Vec<Point>> + 'a;

/// Gives every line the first of its ways that passes behind least.
fn plainest(
    positions: &[Point],
    boxes: &Boxes,
    drawn: &[usize],
    routes: &mut BTreeMap<(usize, usize), Route>,
    ways: &Ways<'_>,
) {
    let labels: Vec<((usize, usize), Obstacle)> = routes
        .iter()
        .map(|(&pair, route)| (pair, (route.label, boxes.ties[&pair], 1).into()))
        .collect();
    for (&(a, b), route) in routes.iter_mut() {
        let others = drawn.iter().filter(|&&node| node != a && node != b);
        let others = others.map(|&node| (positions[node], boxes.actors[node], ACTOR).into());
        let labels = labels.iter().filter(|(pair, _)| *pair != (a, b));
        let (low, high) = corners(&route.points);
        let behind: Vec<Obstacle> = others
            .chain(labels.map(|(_, label)| *label))
            .filter(|other: &Obstacle| other.is_within(low, high, ASTRAY))
            .collect();
        // Most lines need nothing: the other ways are thought of when one does.
        let mut least = passed(&route.points, &behind);
        if least < ACTOR {
            continue;
        }
        for way in ways((a, b), route) {
            let cost = passed(&way, &behind);
            if cost < least {
                (least, route.points) = (cost, way);
            }
        }
    }
}

/// Returns a line with one further bend, of several sizes, in each of its parts.
fn bent(points: &[Point]) -> Vec<Vec<Point>> {
    let mut ways = Vec::new();
    for size in BENDS {
        for at in 1..points.len() {
            let (from, to) = (points[at - 1], points[at]);
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            let length = (dx * dx + dy * dy).sqrt().max(1.0);
            let bend = Point {
                x: (from.x + to.x) / 2.0 - dy / length * size,
                y: (from.y + to.y) / 2.0 + dx / length * size,
            };
            let mut way = points.to_vec();
            way.insert(at, bend);
            ways.push(way);
        }
    }
    ways
}

impl From<(Point, Size, usize)> for Obstacle {
    fn from((centre, size, cost): (Point, Size, usize)) -> Obstacle {
        Obstacle { centre, size, cost }
    }
}

impl Obstacle {
    /// Returns whether any of it is in a rectangle with so much around it.
    fn is_within(&self, low: Point, high: Point, around: f64) -> bool {
        let half_x = self.size.width / 2.0 + around;
        let half_y = self.size.height / 2.0 + around;
        self.centre.x + half_x > low.x
            && self.centre.x - half_x < high.x
            && self.centre.y + half_y > low.y
            && self.centre.y - half_y < high.y
    }
}

/// Returns the upper left and the lower right corner of what holds some points.
pub(super) fn corners(points: &[Point]) -> (Point, Point) {
    let start = (points[0], points[0]);
    points.iter().fold(start, |(low, high), point| {
        let low = Point {
            x: low.x.min(point.x),
            y: low.y.min(point.y),
        };
        let high = Point {
            x: high.x.max(point.x),
            y: high.y.max(point.y),
        };
        (low, high)
    })
}

/// Returns the layers in which boxes stand: centre, to the nearest pixel, and half the width.
fn layers(boxes: impl Iterator<Item = (f64, f64)>) -> BTreeMap<i64, f64> {
    let mut layers: BTreeMap<i64, f64> = BTreeMap::new();
    for (x, width) in boxes {
        let half = layers.entry(x.round() as i64).or_default();
        *half = half.max(width / 2.0);
    }
    layers
}

/// Returns the points of a line that leaves, enters and passes layers as told.
fn levelled(
    route: &Route,
    level: Level,
    heights: [f64; 2],
    [actors, labels]: &[BTreeMap<i64, f64>; 2],
) -> Vec<Point> {
    let last = route.points.len() - 1;
    let mut points = Vec::with_capacity(3 * route.points.len());
    for (at, &point) in route.points.iter().enumerate() {
        let layer = point.x.round() as i64;
        let wanted = match at {
            0 => level.has(Level::LEAVING),
            at if at == last => level.has(Level::ENTERING),
            _ if actors.contains_key(&layer) => level.has(Level::PASSING),
            _ => level.has(Level::LABEL),
        };
        let half = actors.get(&layer).or_else(|| labels.get(&layer));
        let Some(half) = half.filter(|_| wanted) else {
            points.push(point);
            continue;
        };
        // Beside its own actor a line may rise or fall; what it only passes, it passes level.
        let rise = match at {
            0 => heights[0] / 2.0 + BESIDE,
            at if at == last => heights[1] / 2.0 + BESIDE,
            _ => 0.0,
        };
        let towards = |other: Point| Point {
            x: point.x + (half + CLEAR) * if other.x < point.x { -1.0 } else { 1.0 },
            y: point.y + (other.y - point.y).clamp(-rise, rise),
        };
        if at > 0 {
            points.push(towards(route.points[at - 1]));
        }
        // The label lies on its line.
        if at == 0 || at == last || point == route.label {
            points.push(point);
        }
        if at < last {
            points.push(towards(route.points[at + 1]));
        }
    }
    points
}

/// Returns the cost of what a line passes behind.
fn passed(points: &[Point], behind: &[Obstacle]) -> usize {
    let line = through(points, PIECES);
    let start = (line[0], line[0]);
    let (low, high) = line.iter().fold(start, |(low, high), point| {
        let low = Point {
            x: low.x.min(point.x),
            y: low.y.min(point.y),
        };
        let high = Point {
            x: high.x.max(point.x),
            y: high.y.max(point.y),
        };
        (low, high)
    });
    let hit = |&&Obstacle { centre, size, .. }: &&Obstacle| {
        let (half_x, half_y) = (size.width / 2.0 + MARGIN, size.height / 2.0 + MARGIN);
        let near = centre.x + half_x > low.x
            && centre.x - half_x < high.x
            && centre.y + half_y > low.y
            && centre.y - half_y < high.y;
        near && line
            .iter()
            .any(|point| (point.x - centre.x).abs() < half_x && (point.y - centre.y).abs() < half_y)
    };
    behind
        .iter()
        .filter(hit)
        .map(|obstacle| obstacle.cost)
        .sum()
}

/// Returns how many actors the lines of a drawing pass behind, for tests.
#[cfg(test)]
pub(super) fn behind_actors(plan: &super::Plan) -> usize {
    let lines = plan.routes.iter().map(|(&(a, b), route)| {
        let others = plan.drawn.iter().filter(|&&node| node != a && node != b);
        let layout = &plan.layout;
        let others = others.map(|&n| (layout.positions[n], layout.sizes[n], 1).into());
        passed(&route.points, &others.collect::<Vec<Obstacle>>())
    });
    lines.sum()
}
