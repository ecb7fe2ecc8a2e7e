//! Moving boxes apart until none overlaps.

use super::Point;
use super::boxes::Size;

/// Room between two actors' boxes, in pixels.
pub(super) const MARGIN: f64 = 12.0;
/// Rounds of pushing before the drawing is also blown up a little in every further round.
const GENTLE: usize = 60;
/// Rounds at most: by then a drawing is blown up so far that nothing can overlap.
const ROUNDS: usize = 400;

/// A box in the grid: column and row, and its node.
type Cell = ((i64, i64), usize);

/// Returns the boxes of one cell of a sorted grid.
fn within(grid: &[Cell], at: (i64, i64)) -> &[Cell] {
    let start = grid.partition_point(|&(cell, _)| cell < at);
    let rest = &grid[start..];
    let end = rest.iter().take_while(|&&(cell, _)| cell == at).count();
    &rest[..end]
}

/// Moves the boxes of some nodes as little as needed so that they are apart.
///
/// Two boxes that overlap are pushed apart the shorter way, each by half; O(nodes log nodes)
/// a round, as only boxes in neighbouring cells of a sorted grid are compared.
pub(super) fn separate(positions: &mut [Point], sizes: &[Size], part: &[usize], margin: f64) {
    let widest = part.iter().fold(1.0, |w: f64, &n| w.max(sizes[n].width));
    let highest = part.iter().fold(1.0, |h: f64, &n| h.max(sizes[n].height));
    let cell = (widest + margin, highest + margin);
    let mut grid: Vec<Cell> = Vec::new();
    for round in 0..ROUNDS {
        grid.clear();
        grid.extend(part.iter().map(|&node| {
            let place = positions[node];
            (((place.x / cell.0) as i64, (place.y / cell.1) as i64), node)
        }));
        // Stable: within a cell, boxes keep their order.
        grid.sort_by_key(|&(at, _)| at);
        let mut moved = false;
        for here in grid.chunk_by(|one, other| one.0 == other.0) {
            let (column, row) = here[0].0;
            for (dx, dy) in [(0, 0), (1, 0), (-1, 1), (0, 1), (1, 1)] {
                let there = match (dx, dy) {
                    (0, 0) => here,
                    _ => within(&grid, (column + dx, row + dy)),
                };
                for (at, &(_, a)) in here.iter().enumerate() {
                    let skip = if (dx, dy) == (0, 0) { at + 1 } else { 0 };
                    for &(_, b) in &there[skip..] {
                        moved |= push(positions, sizes, (a, b), margin);
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
fn push(positions: &mut [Point], sizes: &[Size], (a, b): (usize, usize), margin: f64) -> bool {
    let (dx, dy) = (
        positions[b].x - positions[a].x,
        positions[b].y - positions[a].y,
    );
    let over_x = (sizes[a].width + sizes[b].width) / 2.0 + margin - dx.abs();
    let over_y = (sizes[a].height + sizes[b].height) / 2.0 + margin - dy.abs();
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
