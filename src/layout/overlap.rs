//! Moving boxes apart until none overlaps.

use super::Point;
use super::boxes::Size;
use std::collections::BTreeMap;

/// Room between two boxes, in pixels.
const MARGIN: f64 = 12.0;
/// Rounds of pushing before the drawing is also blown up a little in every further round.
const GENTLE: usize = 60;
/// Rounds at most: by then a drawing is blown up so far that nothing can overlap.
const ROUNDS: usize = 400;

/// Moves the boxes of some nodes as little as needed so that they are apart.
///
/// Two boxes that overlap are pushed apart the shorter way, each by half; O(nodes) a round,
/// as only boxes in neighbouring cells of a grid are compared.
pub(super) fn separate(positions: &mut [Point], sizes: &[Size], part: &[usize]) {
    let widest = part.iter().fold(1.0, |w: f64, &n| w.max(sizes[n].width));
    let highest = part.iter().fold(1.0, |h: f64, &n| h.max(sizes[n].height));
    let cell = (widest + MARGIN, highest + MARGIN);
    for round in 0..ROUNDS {
        let mut grid: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
        for &node in part {
            let place = positions[node];
            let at = ((place.x / cell.0) as i64, (place.y / cell.1) as i64);
            grid.entry(at).or_default().push(node);
        }
        let mut moved = false;
        for (&(column, row), here) in &grid {
            for (dx, dy) in [(0, 0), (1, 0), (-1, 1), (0, 1), (1, 1)] {
                let Some(there) = grid.get(&(column + dx, row + dy)) else {
                    continue;
                };
                for (at, &a) in here.iter().enumerate() {
                    let skip = if (dx, dy) == (0, 0) { at + 1 } else { 0 };
                    for &b in &there[skip..] {
                        moved |= push(positions, sizes, a, b);
                    }
                }
            }
        }
        if !moved {
            return;
        }
        if round >= GENTLE {
            for &node in part {
                positions[node].x *= 1.02;
                positions[node].y *= 1.02;
            }
        }
    }
}

/// Pushes two boxes apart where they overlap.
fn push(positions: &mut [Point], sizes: &[Size], a: usize, b: usize) -> bool {
    let (dx, dy) = (
        positions[b].x - positions[a].x,
        positions[b].y - positions[a].y,
    );
    let over_x = (sizes[a].width + sizes[b].width) / 2.0 + MARGIN - dx.abs();
    let over_y = (sizes[a].height + sizes[b].height) / 2.0 + MARGIN - dy.abs();
    // Less than this is rounding.
    if over_x <= 1e-6 || over_y <= 1e-6 {
        return false;
    }
    if over_x < over_y {
        let way = if dx < 0.0 { -1.0 } else { 1.0 };
        positions[a].x -= way * over_x / 2.0;
        positions[b].x += way * over_x / 2.0;
    } else {
        let way = if dy < 0.0 { -1.0 } else { 1.0 };
        positions[a].y -= way * over_y / 2.0;
        positions[b].y += way * over_y / 2.0;
    }
    true
}
