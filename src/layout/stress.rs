//! Making distances in the drawing those along the ties, pair by pair.
//!
//! Zheng, Pawar, Goodman: "Graph Drawing by Stochastic Gradient Descent", 2018. Pairs are taken
//! in the order of a hash of the actors' ids, which is as good as a shuffle and stays the same
//! for the pairs of a graph that grows.

use super::Point;
use super::nearness::Nearness;
use super::seed::hash;
use crate::graph::ActorGraph;
use petgraph::graph::NodeIndex;

/// Actors of a part up to which all pairs are looked at.
const ALL_PAIRS: usize = 300;
/// Actors that stand for all others in a larger part.
const PIVOTS: usize = 60;
/// Powers of two of the number of rounds: the cooling factor is then a repeated square root.
const ROUNDS_LOG2: u32 = 5;

/// Two actors and how far apart they should be.
pub(super) struct Term {
    a: usize,
    b: usize,
    length: f64,
    /// How much the term pulls at `a` and at `b`.
    pull: [f64; 2],
}

/// How far actors may move at first.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Heat {
    /// Anywhere.
    Full,
    /// A fraction of a tie's length.
    Low,
}

/// Returns what a part of a graph is pulled by.
pub(super) fn terms(nearness: &Nearness, part: &[usize], graph: &ActorGraph) -> Vec<Term> {
    let mut terms = match part.len() <= ALL_PAIRS {
        true => all_pairs(nearness, part),
        false => pivot_pairs(nearness, part),
    };
    let id = |node: usize| graph.actor(NodeIndex::new(node)).id.as_str();
    terms.sort_by_cached_key(|term| (hash(&[id(term.a), id(term.b)]), term.a, term.b));
    terms
}

fn all_pairs(nearness: &Nearness, part: &[usize]) -> Vec<Term> {
    let mut terms = Vec::new();
    for (at, &a) in part.iter().enumerate() {
        let distances = nearness.from(a);
        for &b in &part[at + 1..] {
            terms.push(Term::even(a, b, distances[b]));
        }
    }
    terms
}

impl Term {
    fn even(a: usize, b: usize, length: f64) -> Term {
        let weight = 1.0 / (length * length);
        Term {
            a,
            b,
            length,
            pull: [weight; 2],
        }
    }
}

/// Every tie, and every actor with some pivots, each standing for the actors nearest to it
/// (Ortmann, Klimenta, Brandes: "A Sparse Stress Model", 2016).
fn pivot_pairs(nearness: &Nearness, part: &[usize]) -> Vec<Term> {
    let busiest = |&&node: &&usize| (nearness.neighbours[node].len(), std::cmp::Reverse(node));
    let mut pivots: Vec<usize> = part
        .iter()
        .max_by_key(busiest)
        .copied()
        .into_iter()
        .collect();
    let mut from_pivot: Vec<Vec<f64>> = Vec::new();
    let mut nearest = vec![(f64::INFINITY, 0); nearness.neighbours.len()];
    while let Some(&pivot) = pivots.get(from_pivot.len()) {
        let distances = nearness.from(pivot);
        for &node in part {
            if distances[node] < nearest[node].0 {
                nearest[node] = (distances[node], from_pivot.len());
            }
        }
        from_pivot.push(distances);
        let remotest = part.iter().max_by(|&&a, &&b| {
            let by_distance = nearest[a].0.total_cmp(&nearest[b].0);
            by_distance.then_with(|| b.cmp(&a))
        });
        if pivots.len() < PIVOTS {
            pivots.extend(remotest.filter(|&&node| nearest[node].0 > 0.0));
        }
    }
    let mut regions: Vec<Vec<f64>> = vec![Vec::new(); pivots.len()];
    for &node in part {
        regions[nearest[node].1].push(nearest[node].0);
    }
    regions.iter_mut().for_each(|r| r.sort_by(f64::total_cmp));

    let mut terms = Vec::new();
    for &a in part {
        for near in nearness.neighbours[a].iter().filter(|near| near.node > a) {
            terms.push(Term::even(a, near.node, near.length));
        }
    }
    for (at, &pivot) in pivots.iter().enumerate() {
        for &node in part {
            let length = from_pivot[at][node];
            let tied = nearness.neighbours[node].iter().any(|n| n.node == pivot);
            if node == pivot || tied {
                continue;
            }
            let stands_for = regions[at].partition_point(|&distance| distance <= length / 2.0);
            terms.push(Term {
                a: node,
                b: pivot,
                length,
                pull: [stands_for.max(1) as f64 / (length * length), 0.0],
            });
        }
    }
    terms
}

/// Moves actors until their distances about fit, with ever smaller steps.
pub(super) fn relax(positions: &mut [Point], terms: &[Term], heat: Heat) {
    let weights = || terms.iter().flat_map(|term| term.pull).filter(|&w| w > 0.0);
    let (least, most) = weights().fold((f64::INFINITY, 0.0_f64), |(least, most), weight| {
        (least.min(weight), most.max(weight))
    });
    if most == 0.0 {
        return;
    }
    let mut step = match heat {
        Heat::Full => 1.0 / least,
        Heat::Low => 0.25 / most,
    };
    let end = 0.05 / most;
    let factor = (0..ROUNDS_LOG2).fold(end / step, |factor, _| factor.sqrt());
    for round in 0..1 << ROUNDS_LOG2 {
        let mut apply = |term: &Term| pull(positions, term, step);
        match round % 2 {
            0 => terms.iter().for_each(&mut apply),
            _ => terms.iter().rev().for_each(&mut apply),
        }
        step *= factor;
    }
}

fn pull(positions: &mut [Point], term: &Term, step: f64) {
    let (a, b) = (positions[term.a], positions[term.b]);
    let (dx, dy) = (a.x - b.x, a.y - b.y);
    let distance = (dx * dx + dy * dy).sqrt();
    // Two actors in one place go apart sideways.
    let (ux, uy) = match distance > 1e-9 {
        true => (dx / distance, dy / distance),
        false => (1.0, 0.0),
    };
    let amiss = (distance - term.length) / 2.0;
    for (node, weight, sign) in [(term.a, term.pull[0], -1.0), (term.b, term.pull[1], 1.0)] {
        let share = (weight * step).min(1.0) * amiss * sign;
        positions[node].x += ux * share;
        positions[node].y += uy * share;
    }
}
