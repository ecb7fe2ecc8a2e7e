//! The parts of a graph that no tie links.

use super::nearness::Nearness;

/// Returns the nodes of each connected part, the largest part first, then by first node.
pub(super) fn of(nearness: &Nearness) -> Vec<Vec<usize>> {
    let mut seen = vec![false; nearness.neighbours.len()];
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for start in 0..seen.len() {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        let mut part = vec![start];
        let mut next = 0;
        while let Some(&node) = part.get(next) {
            next += 1;
            for neighbour in &nearness.neighbours[node] {
                if !std::mem::replace(&mut seen[neighbour.node], true) {
                    part.push(neighbour.node);
                }
            }
        }
        part.sort_unstable();
        parts.push(part);
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    parts
}
