//! The search behind paths: the best unfinished path is extended first, over ties.
//!
//! What is left to the goal is known for every actor before the search starts, so each path
//! comes out in the order of cost, and the work follows the number of paths found rather than
//! the size of the graph (A* with a perfect estimate; Hershberger, Maxel and Suri 2007 compare
//! it with Yen's detours, which start a new search for every tie of every path).

use super::actor_graph::ActorGraph;
use super::balls::{Balls, Between, LONGEST};
use super::cost::Cost;
use super::links::{Step, Walk, number};
use super::path::{Hop, Path, PathQuery, Paths, Weight};
use crate::claims::Status;
use jiff::civil::Date;
use petgraph::graph::{EdgeIndex, NodeIndex};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Returns the best paths in order: `enough`, and all that cost no more than the last of them.
pub(super) fn paths(
    graph: &ActorGraph,
    from: NodeIndex,
    to: NodeIndex,
    query: &PathQuery,
    enough: usize,
) -> Paths {
    let longest = query.max_hops.min(LONGEST);
    let walk = Walk {
        direction: query.direction,
        denied: query.include_denied,
        speech: query.speech,
    };
    let (from, to) = (number(from), number(to));
    let mut balls = Balls::new(&graph.links, from, to, walk);
    let Some(least) = balls.meet(longest).filter(|_| from != to) else {
        return Paths::default();
    };
    let mut search = Search {
        graph,
        query,
        from,
        goal: to,
        enough,
        steps: 0,
    };
    // A path of more ties never has less weight by hops, so near ones can be settled first.
    let mut bound = match query.weight {
        Weight::Hops => least,
        Weight::Evidence | Weight::Certainty => longest,
    };
    loop {
        let ways = search.ways(&balls.between(bound));
        let last = bound == longest;
        let found = search.within(
            &ways,
            &balls,
            bound,
            (!last).then(|| Cost::of_weight(bound + 1)),
        );
        let gave_up = search.gave_up();
        if last || gave_up || found.len() >= enough {
            return Paths {
                more: false,
                found,
                gave_up,
            };
        }
        bound = if balls.is_exhausted() {
            longest
        } else {
            bound + 1
        };
    }
}

/// The part of a graph that lies between two actors.
#[derive(Default)]
struct Ways {
    /// Least cost to the goal.
    least: FxHashMap<u32, Cost>,
    /// Ties to walk from a node, with what they cost.
    onward: FxHashMap<u32, Vec<(Step, Cost)>>,
}

struct Search<'a> {
    graph: &'a ActorGraph,
    query: &'a PathQuery,
    from: u32,
    goal: u32,
    enough: usize,
    steps: usize,
}

/// A path that has not arrived, or has just arrived: its last tie, and the path before that.
struct Partial {
    before: u32,
    node: u32,
    edge: u32,
    forward: bool,
    hops: usize,
    cost: Cost,
    /// The date that the next tie must not fall before.
    since: Option<Date>,
}

const NONE: u32 = u32::MAX;

impl Search<'_> {
    fn gave_up(&self) -> bool {
        self.steps > self.query.max_steps
    }

    /// Returns the paths of at most `bound` ties, those below a cost where there is one.
    fn within(
        &mut self,
        ways: &Ways,
        balls: &Balls<'_>,
        bound: usize,
        below: Option<Cost>,
    ) -> Vec<Path> {
        let to_go = |node: u32| ways.least.get(&node).copied();
        let mut partials = vec![Partial {
            before: NONE,
            node: self.from,
            edge: NONE,
            forward: true,
            hops: 0,
            cost: Cost::default(),
            since: None,
        }];
        let mut open = BinaryHeap::new();
        open.extend(to_go(self.from).map(|cost| Reverse((cost, Reverse(0), 0))));
        let mut found: Vec<Path> = Vec::new();
        let mut level: Vec<Path> = Vec::new();
        let mut level_cost = Cost::default();
        while let Some(Reverse((cost, Reverse(hops), at))) = open.pop() {
            if cost > level_cost {
                self.settle(&mut level, &mut found);
                level_cost = cost;
            }
            let stop = found.len() >= self.enough || below.is_some_and(|below| cost >= below);
            if stop || self.gave_up() {
                break;
            }
            if partials[at as usize].node == self.goal {
                let path = self.path(&partials, at);
                let passes = |via: &NodeIndex| path.hops.iter().any(|hop| hop.to == *via);
                let starts = |via: &NodeIndex| number(*via) == self.from;
                if self.query.via.iter().all(|v| passes(v) || starts(v)) {
                    level.push(path);
                }
                continue;
            }
            let node = partials[at as usize].node;
            for &(step, price) in ways.onward.get(&node).into_iter().flatten() {
                self.steps += 1;
                let near = balls
                    .left(step.to)
                    .is_some_and(|left| hops + 1 + left <= bound);
                let Some(to_go) = to_go(step.to).filter(|_| near) else {
                    continue;
                };
                let Some(since) = self.dated(&partials[at as usize], step) else {
                    continue;
                };
                if !visits(&partials, at, step.to) {
                    let cost = partials[at as usize].cost + price;
                    open.push(Reverse((
                        cost + to_go,
                        Reverse(hops + 1),
                        partials.len() as u32,
                    )));
                    partials.push(Partial {
                        before: at,
                        node: step.to,
                        edge: step.edge,
                        forward: step.forward,
                        hops: hops + 1,
                        cost,
                        since,
                    });
                }
            }
        }
        self.settle(&mut level, &mut found);
        found
    }

    /// Moves paths of one cost to those found, in their order.
    fn settle(&self, level: &mut Vec<Path>, found: &mut Vec<Path>) {
        level.sort_by(|a, b| self.graph.in_path_order(a, b));
        found.append(level);
    }

    /// Returns the ways along some ties.
    fn ways(&self, between: &[Between]) -> Ways {
        let mut ways = Ways::default();
        let mut arriving: FxHashMap<u32, Vec<(u32, Cost)>> = FxHashMap::default();
        for &Between { from, step } in between {
            let price = Cost::of(self.graph, step.edge, self.query.weight);
            ways.onward.entry(from).or_default().push((step, price));
            arriving.entry(step.to).or_default().push((from, price));
        }
        let mut open = BinaryHeap::from([Reverse((Cost::default(), self.goal))]);
        while let Some(Reverse((cost, node))) = open.pop() {
            if ways.least.contains_key(&node) {
                continue;
            }
            ways.least.insert(node, cost);
            for &(from, price) in arriving.get(&node).into_iter().flatten() {
                if !ways.least.contains_key(&from) {
                    open.push(Reverse((cost + price, from)));
                }
            }
        }
        ways
    }

    /// Returns the date that a path has reached after a step, `None` where dates would fall.
    fn dated(&self, path: &Partial, step: Step) -> Option<Option<Date>> {
        if !self.query.in_order {
            return Some(None);
        }
        let claims = self.graph.tie(EdgeIndex::new(step.edge as usize)).claims();
        let counts = |status: Status| self.query.include_denied || status != Status::Denied;
        let dates = claims
            .iter()
            .filter(|record| counts(record.claim.status))
            .filter_map(|record| record.claim.date);
        let date = dates.filter(|date| Some(*date) >= path.since).min()?;
        Some(Some(date))
    }

    fn path(&self, partials: &[Partial], last: u32) -> Path {
        let mut hops = Vec::with_capacity(partials[last as usize].hops);
        let mut at = last;
        while partials[at as usize].before != NONE {
            let partial = &partials[at as usize];
            hops.push(Hop {
                edge: EdgeIndex::new(partial.edge as usize),
                from: NodeIndex::new(partials[partial.before as usize].node as usize),
                to: NodeIndex::new(partial.node as usize),
                forward: partial.forward,
            });
            at = partial.before;
        }
        hops.reverse();
        let cost = partials[last as usize].cost.weight();
        Path { hops, cost }
    }
}

/// Returns whether a path passes a node.
fn visits(partials: &[Partial], last: u32, node: u32) -> bool {
    let mut at = last;
    while at != NONE {
        if partials[at as usize].node == node {
            return true;
        }
        at = partials[at as usize].before;
    }
    false
}
