//! The search behind paths: depth first, one cost after the other, over ties.
//!
//! Distances to the goal prune every step that cannot arrive in time, so the work follows
//! the number of paths found rather than the size of the graph.

use super::actor_graph::ActorGraph;
use super::certainty::Certainty;
use super::path::{Direction, Hop, Path, PathQuery, Paths};
use petgraph::Direction as Way;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Ties that a path may have, whatever is asked for: the search follows them recursively.
const LONGEST: usize = 100;

/// Returns all paths of the least costs, until there are more than the limit.
pub(super) fn paths(
    graph: &ActorGraph,
    from: NodeIndex,
    to: NodeIndex,
    query: &PathQuery,
) -> Paths {
    let query = &PathQuery {
        max_hops: query.max_hops.min(LONGEST),
        ..query.clone()
    };
    let mut search = Search {
        graph,
        query,
        goal: to,
        hops_left: hops_to(graph, to, query),
        path: Vec::new(),
        visited: BTreeSet::from([from]),
        found: Vec::new(),
        steps: 0,
    };
    let mut paths = Paths::default();
    for cost in 1..=2 * query.max_hops {
        search.extend(from, cost);
        paths.gave_up = search.gave_up();
        let mut level = std::mem::take(&mut search.found);
        level.sort_by(|a, b| graph.in_path_order(a, b));
        paths.found.extend(level);
        paths.more = paths.found.len() > query.limit;
        if paths.more || paths.gave_up {
            break;
        }
    }
    paths
}

struct Search<'a> {
    graph: &'a ActorGraph,
    query: &'a PathQuery,
    goal: NodeIndex,
    /// Ties from a node to the goal, for nodes near enough.
    hops_left: BTreeMap<NodeIndex, usize>,
    path: Vec<Hop>,
    visited: BTreeSet<NodeIndex>,
    found: Vec<Path>,
    steps: usize,
}

impl Search<'_> {
    fn gave_up(&self) -> bool {
        self.steps > self.query.max_steps
    }

    /// Follows every tie from a node, where the goal can be reached for just `cost` more.
    fn extend(&mut self, node: NodeIndex, cost: usize) {
        for (hop, price) in steps(self.graph, node, self.query) {
            self.steps += 1;
            if self.gave_up() {
                return;
            }
            let room = self.query.max_hops - self.path.len() - 1;
            let near = |left: &usize| *left <= room && *left <= cost.saturating_sub(price);
            if price > cost || self.visited.contains(&hop.to) {
                continue;
            }
            if hop.to == self.goal {
                if price == cost && self.passes_via(&hop) {
                    let mut hops = self.path.clone();
                    hops.push(hop);
                    let cost = hops.iter().map(|hop| price_of(self.graph, hop.edge)).sum();
                    self.found.push(Path { hops, cost });
                }
                continue;
            }
            if self.hops_left.get(&hop.to).is_some_and(near) {
                self.path.push(hop);
                self.visited.insert(hop.to);
                self.extend(hop.to, cost - price);
                self.visited.remove(&hop.to);
                self.path.pop();
            }
        }
    }

    fn passes_via(&self, last: &Hop) -> bool {
        let passes = |node: &NodeIndex| *node == last.to || self.visited.contains(node);
        self.query.via.iter().all(passes)
    }
}

/// Returns the ties that may be walked from a node and their prices, in a fixed order.
fn steps(graph: &ActorGraph, node: NodeIndex, query: &PathQuery) -> Vec<(Hop, usize)> {
    let mut steps = Vec::new();
    for way in [Way::Outgoing, Way::Incoming] {
        for edge in graph.petgraph().edges_directed(node, way) {
            let tie = edge.weight();
            let forward = way == Way::Outgoing;
            let walkable = match query.direction {
                Direction::Any => true,
                _ if graph.vocabulary().is_symmetric(tie.relation()) => true,
                Direction::Out => forward,
                Direction::In => !forward,
            };
            let denied = tie.certainty() == Certainty::Denied && !query.include_denied;
            let price = price_of(graph, edge.id());
            if !walkable || denied || (price > 1 && !query.speech) {
                continue;
            }
            let to = if forward {
                edge.target()
            } else {
                edge.source()
            };
            let hop = Hop {
                edge: edge.id(),
                from: node,
                to,
                forward,
            };
            steps.push((hop, price));
        }
    }
    steps.sort_by_key(|(hop, _)| hop.edge);
    steps
}

/// Speech costs an extra tie, so that deeds come first.
fn price_of(graph: &ActorGraph, edge: EdgeIndex) -> usize {
    1 + usize::from(graph.vocabulary().is_saying(graph.tie(edge).relation()))
}

/// Returns the least number of ties from each node to the goal, where it is small enough.
fn hops_to(graph: &ActorGraph, goal: NodeIndex, query: &PathQuery) -> BTreeMap<NodeIndex, usize> {
    let backwards = PathQuery {
        direction: match query.direction {
            Direction::Any => Direction::Any,
            Direction::Out => Direction::In,
            Direction::In => Direction::Out,
        },
        ..query.clone()
    };
    let mut hops = BTreeMap::from([(goal, 0)]);
    let mut queue = VecDeque::from([(goal, 0)]);
    while let Some((node, distance)) = queue.pop_front() {
        if distance == query.max_hops {
            break;
        }
        for (hop, _) in steps(graph, node, &backwards) {
            hops.entry(hop.to).or_insert_with(|| {
                queue.push_back((hop.to, distance + 1));
                distance + 1
            });
        }
    }
    hops
}
