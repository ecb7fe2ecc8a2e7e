//! The best tree with one root: greedy where that is a tree, Chu-Liu/Edmonds where not.

use super::matrix::Matrix;
use super::parser::top;

/// Returns the head of each word; column 0 of `scores` is the root, column j + 1 is word j.
pub(super) fn best_tree(scores: &Matrix) -> Vec<Option<u32>> {
    let count = scores.rows();
    let greedy: Vec<usize> = (0..count)
        .map(|word| best(scores.row(word), word + 1))
        .collect();
    let heads = if is_whole(&greedy) {
        greedy
    } else {
        contract_all(scores)
    };
    heads
        .into_iter()
        .map(|head| u32::try_from(head).ok()?.checked_sub(1))
        .collect()
}

/// Returns the place of the highest score but `except`, the first of equals.
fn best(scores: &[f32], except: usize) -> usize {
    let (before, after) = (&scores[..except], &scores[except + 1..]);
    let (first, second) = (top(before), top(after));
    match (before.get(first), after.get(second)) {
        (Some(a), Some(b)) if b > a => except + 1 + second,
        (Some(_), _) => first,
        _ => except + 1 + second,
    }
}

/// Returns whether the heads of words make a tree: one root, no circle.
pub(super) fn is_tree(heads: impl Iterator<Item = Option<u32>>) -> bool {
    let heads: Vec<usize> = heads
        .map(|head| head.map_or(0, |head| head as usize + 1))
        .collect();
    is_whole(&heads)
}

/// Heads count from 1; 0 is the root.
fn is_whole(heads: &[usize]) -> bool {
    heads.iter().filter(|head| **head == 0).count() == 1 && cycle(heads).is_none()
}

/// Returns the words (from 1) of one cycle, if there is one.
fn cycle(heads: &[usize]) -> Option<Vec<usize>> {
    // 0: not seen; otherwise the walk that saw the word.
    let mut seen = vec![0; heads.len() + 1];
    for start in 1..=heads.len() {
        let mut word = start;
        while word != 0 && seen[word] == 0 {
            seen[word] = start;
            word = heads[word - 1];
        }
        if word != 0 && seen[word] == start {
            let mut found = vec![word];
            let mut next = heads[word - 1];
            while next != word {
                found.push(next);
                next = heads[next - 1];
            }
            return Some(found);
        }
    }
    None
}

/// Finds the best tree after making every root edge so dear that only one can be worth it.
fn contract_all(scores: &Matrix) -> Vec<usize> {
    let count = scores.rows();
    let finite = |x: f32| {
        if x.is_finite() {
            f64::from(x).clamp(-1e4, 1e4)
        } else {
            -1e4
        }
    };
    // Square: the root is node 0 and has no head.
    let mut square = vec![vec![f64::NEG_INFINITY; count + 1]; count + 1];
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for word in 0..count {
        for head in (0..=count).filter(|head| *head != word + 1) {
            let score = finite(scores.row(word)[head]);
            (low, high) = (low.min(score), high.max(score));
            square[word + 1][head] = score;
        }
    }
    let penalty = (high - low + 1.0) * (count as f64 + 1.0);
    for heads in square.iter_mut().skip(1) {
        heads[0] -= penalty;
    }
    arborescence(square)
}

/// One contraction: what is needed to open the cycle again.
struct Contraction {
    /// The nodes of the cycle; the first stands for all of them from here on.
    cycle: Vec<usize>,
    /// The head of each node of the cycle, inside it.
    inner: Vec<usize>,
    /// By node outside: the node of the cycle that it would be the head of, and the one that would be its head.
    enters: Vec<usize>,
    leaves: Vec<usize>,
}

/// Chu-Liu/Edmonds on a dense square of scores `[dependent, head]` with root 0.
///
/// Cycles are contracted in place, so that all of them together cost O(n²): a contraction touches the rows
/// and columns of its cycle only, and only the contracted node looks for a new head (Tarjan 1977, the dense case).
fn arborescence(mut scores: Vec<Vec<f64>>) -> Vec<usize> {
    let nodes = scores.len();
    // Node 0 has no head; a node that was contracted into another has head 0 until it is opened again.
    let mut heads = vec![0; nodes];
    let mut active: Vec<usize> = (0..nodes).collect();
    for (word, head) in heads.iter_mut().enumerate().skip(1) {
        *head = best_head(&scores, word, &active);
    }
    let mut contractions = Vec::new();
    while let Some(cycle) = cycle(&heads[1..]) {
        let step = contract(&mut scores, &mut active, &heads, cycle);
        let merged = step.cycle[0];
        for node in active.iter().copied().filter(|node| *node != 0) {
            if step.cycle.contains(&heads[node]) {
                heads[node] = merged;
            }
        }
        step.cycle.iter().for_each(|node| heads[*node] = 0);
        heads[merged] = best_head(&scores, merged, &active);
        contractions.push(step);
    }
    for step in contractions.iter().rev() {
        let merged = step.cycle[0];
        let entry = heads[merged];
        for (head, leaves) in heads.iter_mut().zip(&step.leaves) {
            if *head == merged {
                *head = *leaves;
            }
        }
        for (node, head) in step.cycle.iter().zip(&step.inner) {
            heads[*node] = *head;
        }
        heads[step.enters[entry]] = entry;
    }
    heads.split_off(1)
}

/// Returns the first of the best heads of a node.
fn best_head(scores: &[Vec<f64>], node: usize, active: &[usize]) -> usize {
    let row = &scores[node];
    let mut top = 0;
    for head in active.iter().copied() {
        if head != node && row[head] > row[top] {
            top = head;
        }
    }
    top
}

/// Makes one node of a cycle, in the place of its first; the others leave the active nodes.
fn contract(
    scores: &mut [Vec<f64>],
    active: &mut Vec<usize>,
    heads: &[usize],
    cycle: Vec<usize>,
) -> Contraction {
    let nodes = scores.len();
    let merged = cycle[0];
    let inner: Vec<usize> = cycle.iter().map(|node| heads[*node]).collect();
    let (mut enters, mut leaves) = (vec![0; nodes], vec![0; nodes]);
    let kept: Vec<f64> = cycle
        .iter()
        .zip(&inner)
        .map(|(node, head)| scores[*node][*head])
        .collect();
    active.retain(|node| *node == merged || !cycle.contains(node));
    for outside in active.iter().copied().filter(|node| *node != merged) {
        // The loss of breaking the cycle at the node that `outside` enters.
        let (mut into, mut gain) = (merged, f64::NEG_INFINITY);
        let mut from = merged;
        for (node, kept) in cycle.iter().copied().zip(&kept) {
            let gained = scores[node][outside] - kept;
            if gained > gain {
                (into, gain) = (node, gained);
            }
            if scores[outside][node] > scores[outside][from] {
                from = node;
            }
        }
        let away = scores[outside][from];
        scores[merged][outside] = gain;
        scores[outside][merged] = away;
        (enters[outside], leaves[outside]) = (into, from);
    }
    Contraction {
        cycle,
        inner,
        enters,
        leaves,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greedy_where_it_is_a_tree() {
        let scores = Matrix::new(3, vec![0.0, -9.0, 5.0, 5.0, 0.0, -9.0]);
        assert_eq!(best_tree(&scores), [Some(1), None]);
    }

    #[test]
    fn cycles_break_at_the_cheapest_edge() {
        let scores = Matrix::new(3, vec![1.0, -9.0, 5.0, 3.0, 6.0, -9.0]);
        assert_eq!(best_tree(&scores), [Some(1), None]);
    }

    #[test]
    fn one_root_only() {
        let rows = [
            [9.0, -9.0, 1.0, 0.0],
            [9.0, 2.0, -9.0, 0.0],
            [0.0, 0.0, 3.0, -9.0],
        ];
        let scores = Matrix::new(4, rows.concat());
        let heads = best_tree(&scores);
        assert_eq!(heads.iter().filter(|head| head.is_none()).count(), 1);
        assert_eq!(heads, [None, Some(0), Some(1)]);
    }

    #[test]
    fn any_scores_give_a_tree_as_good_as_brute_force() {
        let mut seed = 7u32;
        let mut random = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as f32 / 655.36
        };
        for round in 0..400 {
            let count = 1 + round % 5;
            let values = (0..count * (count + 1)).map(|_| random()).collect();
            let scores = Matrix::new(count + 1, values);
            let total = |heads: &[usize]| -> f32 {
                heads
                    .iter()
                    .enumerate()
                    .map(|(word, head)| scores.row(word)[*head])
                    .sum()
            };
            let found: Vec<usize> = best_tree(&scores)
                .iter()
                .map(|h| h.map_or(0, |h| h as usize + 1))
                .collect();
            assert!(is_whole(&found));
            let mut most = f32::NEG_INFINITY;
            for code in 0..(count + 1).pow(count as u32) {
                let heads: Vec<usize> = (0..count)
                    .map(|word| code / (count + 1).pow(word as u32) % (count + 1))
                    .collect();
                let loop_free = heads
                    .iter()
                    .enumerate()
                    .all(|(word, head)| *head != word + 1);
                if loop_free && is_whole(&heads) {
                    most = most.max(total(&heads));
                }
            }
            assert!((total(&found) - most).abs() < 1e-3);
        }
    }
}
