//! Betweenness: who stands between the others.

use super::actor_graph::ActorGraph;
use super::links::Links;
use super::path::Direction;

/// Actors up to whose number every one is a starting point; of larger graphs so many are.
const ALL: usize = 2_000;
const SAMPLE: usize = 256;

impl ActorGraph {
    /// Returns for every actor by node how many of the shortest ways between two others pass it,
    /// as a share of all pairs (Brandes 2001), ties walked either way and parallel ties once.
    ///
    /// Takes time proportional to ties times starting points: all actors of a graph of at most
    /// 2,000, else 256 of them, evenly spread over the list (Brandes and Pich 2007).
    pub fn betweenness(&self) -> Vec<f64> {
        let count = self.links.nodes();
        let starts = if count <= ALL { count } else { SAMPLE };
        let starts: Vec<u32> = (0..starts)
            .map(|at| (at * count / starts.max(1)) as u32)
            .collect();
        self.betweenness_from(&starts, Direction::Any)
    }

    /// Returns betweenness as estimated from some starting points, ties walked in one direction.
    pub fn betweenness_from(&self, starts: &[u32], direction: Direction) -> Vec<f64> {
        let count = self.links.nodes();
        let mut sweep = Sweep::new(&self.links, direction);
        for &start in starts {
            sweep.from(start);
        }
        let pairs = count.saturating_sub(1) as f64 * count.saturating_sub(2) as f64;
        let spread = count as f64 / starts.len().max(1) as f64;
        let scale = if pairs > 0.0 { spread / pairs } else { 0.0 };
        sweep.passed.iter().map(|passed| passed * scale).collect()
    }
}

/// Brandes' two sweeps: outwards to count the shortest ways, back to add up who they pass.
struct Sweep<'a> {
    links: &'a Links,
    direction: Direction,
    distance: Vec<u32>,
    /// On the way out the number of shortest ways to a node; on the way back, what a node before
    /// it gains for each of its own. One list for both, for it is looked up at random.
    ways: Vec<f64>,
    order: Vec<u32>,
    passed: Vec<f64>,
}

const FAR: u32 = u32::MAX;

impl<'a> Sweep<'a> {
    fn new(links: &'a Links, direction: Direction) -> Sweep<'a> {
        let count = links.nodes();
        Sweep {
            links,
            direction,
            distance: vec![FAR; count],
            ways: vec![0.0; count],
            order: Vec::with_capacity(count),
            passed: vec![0.0; count],
        }
    }

    fn from(&mut self, start: u32) {
        for node in self.order.drain(..) {
            let at = node as usize;
            (self.distance[at], self.ways[at]) = (FAR, 0.0);
        }
        self.distance[start as usize] = 0;
        self.ways[start as usize] = 1.0;
        self.order.push(start);
        let mut next = 0;
        while let Some(&node) = self.order.get(next) {
            next += 1;
            let (further, ways) = (self.distance[node as usize] + 1, self.ways[node as usize]);
            let (distance, order) = (&mut self.distance, &mut self.order);
            let all_ways = &mut self.ways;
            each_neighbour(self.links, self.direction, node, &mut |other| {
                let at = other as usize;
                if distance[at] == FAR {
                    distance[at] = further;
                    order.push(other);
                }
                if distance[at] == further {
                    all_ways[at] += ways;
                }
            });
        }
        for &node in self.order.iter().rev() {
            let at = node as usize;
            let further = self.distance[at] + 1;
            let (distance, credit) = (&self.distance, &self.ways);
            let mut passed = 0.0;
            each_neighbour(self.links, self.direction, node, &mut |other| {
                let at = other as usize;
                if distance[at] == further {
                    passed += credit[at];
                }
            });
            let ways = self.ways[at];
            self.ways[at] = 1.0 / ways + passed;
            if node != start {
                self.passed[at] += ways * passed;
            }
        }
    }
}

/// Visits every neighbour once, whatever the number of ties: both lists are sorted.
fn each_neighbour(links: &Links, direction: Direction, node: u32, visit: &mut impl FnMut(u32)) {
    let none: &[u32] = &[];
    let nobody: &[(u32, u32)] = &[];
    let mut out = if direction == Direction::In {
        none
    } else {
        links.targets(node)
    };
    let mut back = if direction == Direction::Out {
        nobody
    } else {
        links.sources(node)
    };
    let mut last = node;
    if back.is_empty() {
        for &next in out {
            if next != last && next != node {
                last = next;
                visit(next);
            }
        }
        return;
    }
    loop {
        let next = match (out.first(), back.first()) {
            (Some(&target), Some(&(source, _))) if target <= source => target,
            (_, Some(&(source, _))) => source,
            (Some(&target), None) => target,
            (None, None) => return,
        };
        match (out.first(), back.first()) {
            (Some(&target), _) if target == next => out = &out[1..],
            _ => back = &back[1..],
        }
        if next != last && next != node {
            last = next;
            visit(next);
        }
    }
}
