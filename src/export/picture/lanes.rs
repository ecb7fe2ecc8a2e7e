//! The lines between two actors: one for each direction and certainty among their ties.

use super::names::Bundle;
use super::palette::dashes;
use crate::graph::{ActorGraph, Certainty};
use crate::layout::{Plan, Point, Route, Size, through};
use petgraph::graph::{EdgeIndex, NodeIndex};
use std::fmt::Write;

/// Distance between two lines of a pair, in pixels.
const APART: f64 = 9.0;
/// Length of an arrowhead, in pixels.
const HEAD: f64 = 9.0;
/// Pieces of a bent line between two of its points.
const PIECES: usize = 12;

/// Which ends of a line have arrowheads, seen from the actor of the smaller index.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    There,
    Back,
    Both,
}

/// Ties of one pair, direction and certainty.
struct Lane {
    way: Way,
    certainty: Certainty,
    width: f64,
}

/// Writes the lines of a pair.
pub(super) fn draw(
    svg: &mut String,
    graph: &ActorGraph,
    plan: &Plan,
    pair: (usize, usize),
    bundle: &Bundle,
    route: &Route,
) {
    let lanes = lanes(graph, pair, &bundle.ties);
    let line = through(&route.points, PIECES);
    let sizes = [pair.0, pair.1].map(|node| plan.layout.sizes[node]);
    let centres = [pair.0, pair.1].map(|node| plan.layout.positions[node]);
    for (at, lane) in lanes.iter().enumerate() {
        let offset = (at as f64 - (lanes.len() - 1) as f64 / 2.0) * APART;
        let moved = beside(&line, offset);
        let visible = outside(&moved, centres, sizes);
        stroke(svg, lane, visible);
    }
}

fn lanes(graph: &ActorGraph, pair: (usize, usize), ties: &[EdgeIndex]) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    for &edge in ties {
        let tie = graph.tie(edge);
        let way = way(graph, pair, edge);
        let width = width(tie.sources(), graph.vocabulary().is_saying(tie.relation()));
        let certainty = tie.certainty();
        match lanes
            .iter_mut()
            .find(|l| l.way == way && l.certainty == certainty)
        {
            Some(lane) => lane.width = lane.width.max(width),
            None => lanes.push(Lane {
                way,
                certainty,
                width,
            }),
        }
    }
    lanes.sort_by_key(|lane| (lane.certainty, lane.way));
    lanes
}

fn way(graph: &ActorGraph, pair: (usize, usize), edge: EdgeIndex) -> Way {
    let (from, _) = graph.ends(edge);
    match graph.vocabulary().is_symmetric(graph.tie(edge).relation()) {
        true => Way::Both,
        false if from == NodeIndex::new(pair.0) => Way::There,
        false => Way::Back,
    }
}

/// Returns the arrow that a line of words needs where the ties of a pair go both ways.
pub(super) fn arrow(
    graph: &ActorGraph,
    plan: &Plan,
    pair: (usize, usize),
    bundle: &Bundle,
    edge: EdgeIndex,
) -> &'static str {
    let ways = bundle.ties.iter().map(|&tie| way(graph, pair, tie));
    let own = way(graph, pair, edge);
    if pair.0 == pair.1 || ways.filter(|way| *way != own).count() == 0 {
        return "";
    }
    let (a, b) = (plan.layout.positions[pair.0], plan.layout.positions[pair.1]);
    let (dx, dy) = match own {
        Way::There => (b.x - a.x, b.y - a.y),
        Way::Back => (a.x - b.x, a.y - b.y),
        Way::Both if (b.x - a.x).abs() >= (b.y - a.y).abs() => return "↔ ",
        Way::Both => return "↕ ",
    };
    match dx.abs() >= dy.abs() {
        true if dx >= 0.0 => "→ ",
        true => "← ",
        false if dy >= 0.0 => "↓ ",
        false => "↑ ",
    }
}

/// Returns the width of the line of a tie: more for more sources, less for speech.
pub(super) fn width(sources: usize, speech: bool) -> f64 {
    let width = 1.3 + 0.9 * (sources.max(1) as f64).sqrt().min(5.0) - 0.9;
    if speech { 0.75 * width } else { width }
}

/// Returns a line moved sideways.
fn beside(line: &[Point], offset: f64) -> Vec<Point> {
    let last = line.len() - 1;
    let moved = (0..line.len()).map(|at| {
        let (from, to) = (line[at.saturating_sub(1)], line[(at + 1).min(last)]);
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = (dx * dx + dy * dy).sqrt().max(1e-6);
        Point {
            x: line[at].x - dy / length * offset,
            y: line[at].y + dx / length * offset,
        }
    });
    moved.collect()
}

/// Returns the part of a line between two boxes, from border to border.
fn outside(line: &[Point], centres: [Point; 2], sizes: [Size; 2]) -> Vec<Point> {
    let inside = |point: &Point, end: usize| {
        (point.x - centres[end].x).abs() <= sizes[end].width / 2.0
            && (point.y - centres[end].y).abs() <= sizes[end].height / 2.0
    };
    let first = line.iter().position(|point| !inside(point, 0));
    let last = line.iter().rposition(|point| !inside(point, 1));
    let (Some(first), Some(last)) = (first, last) else {
        return Vec::new();
    };
    if first > last {
        return Vec::new();
    }
    let mut visible = Vec::with_capacity(last - first + 3);
    if first > 0 {
        visible.push(border(line[first - 1], line[first], &|p| inside(p, 0)));
    }
    visible.extend(&line[first..=last]);
    if last + 1 < line.len() {
        visible.push(border(line[last + 1], line[last], &|p| inside(p, 1)));
    }
    visible
}

/// Returns where the way from a point inside to a point outside leaves the inside.
fn border(mut inner: Point, mut outer: Point, inside: &dyn Fn(&Point) -> bool) -> Point {
    for _ in 0..12 {
        let middle = Point {
            x: (inner.x + outer.x) / 2.0,
            y: (inner.y + outer.y) / 2.0,
        };
        match inside(&middle) {
            true => inner = middle,
            false => outer = middle,
        }
    }
    outer
}

fn stroke(svg: &mut String, lane: &Lane, mut line: Vec<Point>) {
    if line.len() < 2 {
        return;
    }
    let mut heads = Vec::new();
    if matches!(lane.way, Way::There | Way::Both) {
        heads.push(shorten(&mut line));
    }
    if matches!(lane.way, Way::Back | Way::Both) {
        line.reverse();
        heads.push(shorten(&mut line));
        line.reverse();
    }
    path(svg, &line, lane.certainty, lane.width);
    for (tip, foot) in heads {
        head(svg, tip, foot, lane);
    }
}

/// Writes a line.
pub(super) fn path(svg: &mut String, line: &[Point], certainty: Certainty, width: f64) {
    let mut data = String::new();
    for (at, point) in simplified(line).into_iter().enumerate() {
        let command = if at == 0 { 'M' } else { 'L' };
        // Writing to a string does not fail, here and below.
        let _ = write!(data, "{command}{:.1} {:.1}", point.x, point.y);
    }
    let name = certainty.as_str();
    let _ = write!(
        svg,
        "<path class=\"l-{name}\" d=\"{data}\" stroke-width=\"{width:.1}\""
    );
    if !dashes(certainty).is_empty() {
        let _ = write!(svg, " stroke-dasharray=\"{}\"", dashes(certainty));
    }
    svg.push_str("/>\n");
}

/// Leaves out the points that lie on the line between their neighbours.
fn simplified(line: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for (at, &point) in line.iter().enumerate() {
        if let (Some(&before), Some(&after)) = (kept.last(), line.get(at + 1)) {
            let (ax, ay) = (after.x - before.x, after.y - before.y);
            let (px, py) = (point.x - before.x, point.y - before.y);
            let length = (ax * ax + ay * ay).sqrt().max(1e-6);
            if (ax * py - ay * px).abs() / length < 0.25 {
                continue;
            }
        }
        kept.push(point);
    }
    kept
}

/// Takes the length of an arrowhead off the end of a line; returns its tip and its foot.
fn shorten(line: &mut Vec<Point>) -> (Point, Point) {
    let tip = line[line.len() - 1];
    let away = |p: &Point| ((p.x - tip.x) * (p.x - tip.x) + (p.y - tip.y) * (p.y - tip.y)).sqrt();
    while line.len() > 2 && away(&line[line.len() - 2]) < HEAD {
        line.pop();
    }
    let before = line[line.len() - 2];
    let share = (HEAD / away(&before).max(HEAD)).min(1.0);
    let foot = Point {
        x: tip.x + (before.x - tip.x) * share,
        y: tip.y + (before.y - tip.y) * share,
    };
    let last = line.len() - 1;
    line[last] = foot;
    (tip, foot)
}

/// Writes an arrowhead: full, hollow for what has not happened, a bar for what is denied.
fn head(svg: &mut String, tip: Point, foot: Point, lane: &Lane) {
    let (dx, dy) = (tip.x - foot.x, tip.y - foot.y);
    let length = (dx * dx + dy * dy).sqrt().max(1e-6);
    let half = 3.2 + lane.width * 0.5;
    let (nx, ny) = (-dy / length * half, dx / length * half);
    let name = lane.certainty.as_str();
    let (l, r) = ((foot.x + nx, foot.y + ny), (foot.x - nx, foot.y - ny));
    let _ = match lane.certainty {
        Certainty::Denied => writeln!(
            svg,
            "<path class=\"l-{name}\" d=\"M{:.1} {:.1}L{:.1} {:.1}M{:.1} {:.1}L{:.1} {:.1}\" stroke-width=\"2\"/>",
            foot.x, foot.y, tip.x, tip.y, l.0, l.1, r.0, r.1
        ),
        certainty => {
            let hollow = matches!(certainty, Certainty::Planned | Certainty::Possible);
            let class = if hollow { 'e' } else { 'a' };
            writeln!(
                svg,
                "<path class=\"{class}-{name}\" d=\"M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z\" stroke-width=\"1\"/>",
                tip.x, tip.y, l.0, l.1, r.0, r.1
            )
        }
    };
}
