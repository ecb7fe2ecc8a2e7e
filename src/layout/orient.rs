//! Turning a part of a drawing, so that it lies rather than stands and is not turned about when
//! it grows.

use super::Point;

/// How much longer than wide a part must be to be laid on its side.
const LONG: f64 = 1.35;
/// Names are wider than high: drawings are stretched.
const STRETCH: f64 = 1.45;

/// Turns a part around its centre: a long one is laid on its side, any other one is turned so
/// that the actors are as near as can be to where they were sown.
pub(super) fn turn(positions: &mut [Point], seeds: &[Point], part: &[usize]) {
    let centre = mean(positions, part);
    let sown = mean(seeds, part);
    for &node in part {
        positions[node].x -= centre.x;
        positions[node].y -= centre.y;
    }
    let seed = |node: usize| (seeds[node].x - sown.x, seeds[node].y - sown.y);
    // The best turn in the least squares' sense, for the drawing and for its mirror image.
    let fit = |mirror: f64, positions: &[Point]| {
        let sums = part.iter().map(|&node| {
            let (x, y) = (positions[node].x, positions[node].y * mirror);
            let (sx, sy) = seed(node);
            (x * sx + y * sy, x * sy - y * sx)
        });
        sums.fold((0.0, 0.0), |sum, next| (sum.0 + next.0, sum.1 + next.1))
    };
    let (plain, mirrored) = (fit(1.0, positions), fit(-1.0, positions));
    let norm = |(cos, sin): (f64, f64)| (cos * cos + sin * sin).sqrt();
    let (mirror, (cos, sin)) = match norm(mirrored) > norm(plain) {
        true => (-1.0, mirrored),
        false => (1.0, plain),
    };
    let length = norm((cos, sin));
    if length > 0.0 {
        apply(positions, part, mirror, cos / length, sin / length);
    }
    if let Some((cos, sin)) = long_axis(positions, part) {
        apply(positions, part, 1.0, cos, -sin);
    }
}

/// Stretches a part, as the drawing should be wider than high.
pub(super) fn stretch(positions: &mut [Point], part: &[usize]) {
    for &node in part {
        positions[node].x *= STRETCH;
    }
}

/// Takes back what [`stretch`] did.
pub(super) fn shrink(positions: &mut [Point], part: &[usize]) {
    for &node in part {
        positions[node].x /= STRETCH;
    }
}

fn mean(points: &[Point], part: &[usize]) -> Point {
    let count = part.len().max(1) as f64;
    Point {
        x: part.iter().map(|&node| points[node].x).sum::<f64>() / count,
        y: part.iter().map(|&node| points[node].y).sum::<f64>() / count,
    }
}

fn apply(positions: &mut [Point], part: &[usize], mirror: f64, cos: f64, sin: f64) {
    for &node in part {
        let (x, y) = (positions[node].x, positions[node].y * mirror);
        positions[node] = Point {
            x: x * cos - y * sin,
            y: x * sin + y * cos,
        };
    }
}

/// Returns cosine and sine of the long axis of points around the origin, `None` where they are
/// about as wide as long. The smaller of the two turns is chosen: the cosine is never negative.
fn long_axis(positions: &[Point], part: &[usize]) -> Option<(f64, f64)> {
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for &node in part {
        let Point { x, y } = positions[node];
        xx += x * x;
        yy += y * y;
        xy += x * y;
    }
    // Eigenvalues of the matrix of second moments.
    let spread = ((xx - yy) * (xx - yy) / 4.0 + xy * xy).sqrt();
    let (long, short) = ((xx + yy) / 2.0 + spread, (xx + yy) / 2.0 - spread);
    if long <= short * LONG * LONG || long <= 0.0 {
        return None;
    }
    // The eigenvector of the larger one, from the row that does not vanish.
    let (x, y) = match xx >= yy {
        true => (long - yy, xy),
        false => (xy, long - xx),
    };
    let length = (x * x + y * y).sqrt();
    let sign = if x < 0.0 { -1.0 } else { 1.0 };
    (length > 0.0).then(|| (sign * x / length, sign * y / length))
}
