//! Putting the parts of a drawing side by side.

use super::Point;
use super::boxes::Size;

/// Room between two parts, in pixels.
const MARGIN: f64 = 36.0;
/// Width to height that the whole should have.
const SHAPE: f64 = 1.5;

/// Returns the upper left and the lower right corner of what holds the boxes of some nodes.
pub(super) fn bounds(positions: &[Point], sizes: &[Size], part: &[usize]) -> (Point, Point) {
    let corner = |node: usize, sign: f64| Point {
        x: positions[node].x + sign * sizes[node].width / 2.0,
        y: positions[node].y + sign * sizes[node].height / 2.0,
    };
    let Some((&first, rest)) = part.split_first() else {
        return (Point::default(), Point::default());
    };
    let start = (corner(first, -1.0), corner(first, 1.0));
    rest.iter().fold(start, |(min, max), &node| {
        let (low, high) = (corner(node, -1.0), corner(node, 1.0));
        let min = Point {
            x: min.x.min(low.x),
            y: min.y.min(low.y),
        };
        let max = Point {
            x: max.x.max(high.x),
            y: max.y.max(high.y),
        };
        (min, max)
    })
}

/// Moves parts into rows, in their order, within about the shape of a page; the upper left
/// corner of the whole is the origin.
pub(super) fn side_by_side(positions: &mut [Point], sizes: &[Size], parts: &[Vec<usize>]) {
    let extents: Vec<(Point, Point)> = parts.iter().map(|p| bounds(positions, sizes, p)).collect();
    let extent = |(min, max): &(Point, Point)| (max.x - min.x + MARGIN, max.y - min.y + MARGIN);
    let area: f64 = extents.iter().map(extent).map(|(w, h)| w * h).sum();
    let widest = extents.iter().map(extent).fold(0.0, |w: f64, e| w.max(e.0));
    in_rows(
        positions,
        parts,
        &extents,
        Point::default(),
        widest.max((area * SHAPE).sqrt()),
    );
}

/// Moves new parts into rows below those that stay.
pub(super) fn below(positions: &mut [Point], sizes: &[Size], stay: &[usize], parts: &[Vec<usize>]) {
    let (min, max) = bounds(positions, sizes, stay);
    let extents: Vec<(Point, Point)> = parts.iter().map(|p| bounds(positions, sizes, p)).collect();
    let start = Point {
        x: min.x,
        y: max.y + MARGIN,
    };
    in_rows(
        positions,
        parts,
        &extents,
        start,
        (max.x - min.x).max(600.0),
    );
}

fn in_rows(
    positions: &mut [Point],
    parts: &[Vec<usize>],
    extents: &[(Point, Point)],
    start: Point,
    width: f64,
) {
    let mut at = start;
    let mut height: f64 = 0.0;
    for (part, (min, max)) in parts.iter().zip(extents) {
        if at.x > start.x && at.x + (max.x - min.x) > start.x + width {
            at = Point {
                x: start.x,
                y: at.y + height + MARGIN,
            };
            height = 0.0;
        }
        for &node in part {
            positions[node].x += at.x - min.x;
            positions[node].y += at.y - min.y;
        }
        at.x += max.x - min.x + MARGIN;
        height = height.max(max.y - min.y);
    }
}
