//! Where the labels of lines stand, and how lines bend to pass them.

use super::Point;
use super::boxes::{Boxes, Size};
use super::detour;
use super::detour::corners;
use super::overlap;
use super::plan::Route;
use std::collections::BTreeMap;

/// Pairs of actors up to which their lines are labelled.
pub const LABELLED: usize = 420;
/// How far along the line a label may stand.
const ALONG: [f64; 7] = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71];
/// How far beside the line a label may stand, in heights of the label.
const BESIDE: [f64; 7] = [0.0, 0.8, -0.8, 1.7, -1.7, 3.0, -3.0];
/// Room around a label, in pixels.
const MARGIN: f64 = 4.0;
/// Pieces into which a bent line is cut to see what it runs across.
const PIECES: usize = 14;

/// Returns the line and the label of every pair; moves actors where a label needs the room.
///
/// Labels are placed one after the other, short lines first, where they cover least and where
/// the bent line runs across the fewest boxes; what still overlaps is pushed apart.
pub(super) fn between(
    positions: &mut Vec<Point>,
    boxes: &Boxes,
    drawn: &[usize],
    labelled: bool,
) -> BTreeMap<(usize, usize), Route> {
    let mut pairs: Vec<(f64, (usize, usize))> = boxes
        .ties
        .keys()
        .map(|&(a, b)| (distance(positions[a], positions[b]), (a, b)))
        .collect();
    pairs.sort_by(|x, y| x.0.total_cmp(&y.0).then(x.1.cmp(&y.1)));
    let mut placed: Vec<(Point, Size)> = Vec::new();
    let mut labels: Vec<(usize, usize)> = Vec::new();
    for &(_, pair) in &pairs {
        let size = boxes.ties[&pair];
        let place = match labelled {
            true => best(positions, boxes, drawn, &placed, pair, size),
            false => middle(positions, boxes, pair),
        };
        placed.push((place, size));
        labels.push(pair);
    }
    if labelled {
        let actors = positions.len();
        let mut sizes = boxes.actors.clone();
        positions.extend(placed.iter().map(|(place, _)| *place));
        sizes.extend(placed.iter().map(|(_, size)| *size));
        let mut all = drawn.to_vec();
        all.extend(actors..positions.len());
        overlap::separate(positions, &sizes, &all, MARGIN);
        for (label, place) in placed.iter_mut().zip(positions.drain(actors..)) {
            label.0 = place;
        }
    }
    let routes = labels.into_iter().zip(placed).map(|(pair, (label, _))| {
        let points = points(positions, boxes, pair, label);
        (pair, Route { points, label })
    });
    let mut routes = routes.collect();
    if labelled {
        detour::anywhere(positions, boxes, drawn, &mut routes);
    }
    routes
}

fn distance(a: Point, b: Point) -> f64 {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt()
}

/// Returns the middle of the line; beside the box for a tie of an actor with itself.
fn middle(positions: &[Point], boxes: &Boxes, (a, b): (usize, usize)) -> Point {
    let (p, q) = (positions[a], positions[b]);
    let up = if a == b { boxes.actors[a].height } else { 0.0 };
    Point {
        x: (p.x + q.x) / 2.0,
        y: (p.y + q.y) / 2.0 - up,
    }
}

/// Returns the points that the line of a pair passes when its label stands there.
fn points(positions: &[Point], boxes: &Boxes, (a, b): (usize, usize), label: Point) -> Vec<Point> {
    if a != b {
        return vec![positions[a], label, positions[b]];
    }
    let reach = boxes.actors[a].width / 4.0;
    let beside = |sign: f64| Point {
        x: label.x + sign * reach,
        y: label.y,
    };
    vec![positions[a], beside(-1.0), beside(1.0), positions[a]]
}

/// Returns the place for a label that is in the way least.
fn best(
    positions: &[Point],
    boxes: &Boxes,
    drawn: &[usize],
    placed: &[(Point, Size)],
    pair: (usize, usize),
    size: Size,
) -> Point {
    let candidates = candidates(positions, boxes, pair, size);
    let ends = (positions[pair.0], positions[pair.1]);
    let near = Near::of(
        positions,
        boxes,
        drawn,
        placed,
        pair,
        &reach(ends, &candidates, size),
    );
    let mut best = (f64::INFINITY, middle(positions, boxes, pair));
    for (at, place) in candidates.into_iter().enumerate() {
        // Later candidates are stranger ones: when strangeness alone costs as much, none is better.
        let mut cost = at as f64 * 0.15;
        if cost >= best.0 {
            break;
        }
        let covers = |&&(other, extent): &&(Point, Size)| {
            let x = (size.width + extent.width) / 2.0 + MARGIN - (place.x - other.x).abs();
            let y = (size.height + extent.height) / 2.0 + MARGIN - (place.y - other.y).abs();
            x > 0.0 && y > 0.0
        };
        let actors = near.ends.iter().chain(&near.others).filter(covers).count();
        let labels = near.labels.iter().filter(covers).count();
        cost += 12.0 * actors as f64 + 8.0 * labels as f64;
        if cost < best.0 {
            cost += 5.0 * crossed(ends, &near, place) as f64;
        }
        if cost < best.0 {
            best = (cost, place);
        }
    }
    best.1
}

/// The boxes that the label and the line of a pair may run into, wherever the label stands.
struct Near {
    /// The actors of the pair itself, which its line may cross.
    ends: Vec<(Point, Size)>,
    /// Other actors.
    others: Vec<(Point, Size)>,
    /// Labels of other pairs.
    labels: Vec<(Point, Size)>,
}

impl Near {
    fn of(
        positions: &[Point],
        boxes: &Boxes,
        drawn: &[usize],
        placed: &[(Point, Size)],
        (a, b): (usize, usize),
        &(low, high): &(Point, Point),
    ) -> Near {
        let within = |&(centre, size): &(Point, Size)| {
            let (half_x, half_y) = (size.width / 2.0, size.height / 2.0);
            centre.x + half_x > low.x
                && centre.x - half_x < high.x
                && centre.y + half_y > low.y
                && centre.y - half_y < high.y
        };
        let actors = drawn
            .iter()
            .map(|&node| (node, (positions[node], boxes.actors[node])));
        let (ends, others): (Vec<_>, Vec<_>) = actors
            .filter(|(_, actor)| within(actor))
            .partition(|(node, _)| *node == a || *node == b);
        let boxes_of =
            |list: Vec<(usize, (Point, Size))>| list.into_iter().map(|(_, b)| b).collect();
        Near {
            ends: boxes_of(ends),
            others: boxes_of(others),
            labels: placed
                .iter()
                .filter(|label| within(label))
                .copied()
                .collect(),
        }
    }
}

/// Returns the corners of what holds every label and every line that may be tried between two ends.
///
/// A spline stays within the hull of its Bézier points, which are at most a sixth of the way
/// between the ends away from the label.
fn reach((p, q): (Point, Point), candidates: &[Point], size: Size) -> (Point, Point) {
    let side_x = (size.width / 2.0 + MARGIN).max((q.x - p.x).abs() / 6.0) + 1.0;
    let side_y = (size.height / 2.0 + MARGIN).max((q.y - p.y).abs() / 6.0) + 1.0;
    let ends = [(p, 1.0, 1.0), (q, 1.0, 1.0)];
    let all = candidates
        .iter()
        .map(|&place| (place, side_x, side_y))
        .chain(ends);
    let start = (
        Point {
            x: f64::INFINITY,
            y: f64::INFINITY,
        },
        Point {
            x: f64::NEG_INFINITY,
            y: f64::NEG_INFINITY,
        },
    );
    all.fold(start, |(low, high), (place, x, y)| {
        let low = Point {
            x: low.x.min(place.x - x),
            y: low.y.min(place.y - y),
        };
        let high = Point {
            x: high.x.max(place.x + x),
            y: high.y.max(place.y + y),
        };
        (low, high)
    })
}

/// Returns the places that a label may take, the plainest first.
fn candidates(
    positions: &[Point],
    boxes: &Boxes,
    (a, b): (usize, usize),
    size: Size,
) -> Vec<Point> {
    let (p, q) = (positions[a], positions[b]);
    if a == b {
        let x = (boxes.actors[a].width + size.width) / 2.0 + 14.0;
        let y = (boxes.actors[a].height + size.height) / 2.0 + 14.0;
        let places = [(0.0, -y), (0.0, y), (x, -y), (-x, -y), (x, y), (-x, y)];
        return places
            .map(|(dx, dy)| Point {
                x: p.x + dx,
                y: p.y + dy,
            })
            .to_vec();
    }
    let length = distance(p, q).max(1.0);
    let normal = ((p.y - q.y) / length, (q.x - p.x) / length);
    // A step beside the line must clear the label, which is wider than high.
    let step = normal.0.abs() * size.width / 2.0 + normal.1.abs() * size.height;
    let mut places = Vec::new();
    for beside in BESIDE {
        for along in ALONG {
            places.push(Point {
                x: p.x + (q.x - p.x) * along + normal.0 * step * beside,
                y: p.y + (q.y - p.y) * along + normal.1 * step * beside,
            });
        }
    }
    places
}

/// Returns how many boxes of others a line runs across when it passes a place.
fn crossed((from, to): (Point, Point), near: &Near, place: Point) -> usize {
    let line: Vec<Point> = through(&[from, place, to], PIECES);
    let (low, high) = corners(&line);
    let runs_across = |&&(centre, size): &&(Point, Size)| {
        let (half_x, half_y) = (size.width / 2.0, size.height / 2.0);
        let near = centre.x + half_x > low.x
            && centre.x - half_x < high.x
            && centre.y + half_y > low.y
            && centre.y - half_y < high.y;
        near && line
            .iter()
            .any(|point| (point.x - centre.x).abs() < half_x && (point.y - centre.y).abs() < half_y)
    };
    near.others
        .iter()
        .chain(&near.labels)
        .filter(runs_across)
        .count()
}

/// Returns points of a smooth line through some points, so many for each stretch between two.
///
/// The line is Catmull and Rom's spline.
pub fn through(points: &[Point], pieces: usize) -> Vec<Point> {
    let Some(last) = points.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut line = Vec::with_capacity(last * pieces + 1);
    for i in 0..last {
        let [before, from, to, after] =
            [i.saturating_sub(1), i, i + 1, (i + 2).min(last)].map(|at| points[at]);
        for piece in 0..pieces {
            let t = piece as f64 / pieces as f64;
            let blend = |p0: f64, p1: f64, p2: f64, p3: f64| {
                let (a, b) = (2.0 * p1, p2 - p0);
                let c = 2.0 * p0 - 5.0 * p1 + 4.0 * p2 - p3;
                let d = 3.0 * p1 - p0 - 3.0 * p2 + p3;
                (a + t * (b + t * (c + t * d))) / 2.0
            };
            line.push(Point {
                x: blend(before.x, from.x, to.x, after.x),
                y: blend(before.y, from.y, to.y, after.y),
            });
        }
    }
    line.push(points[last]);
    line
}
