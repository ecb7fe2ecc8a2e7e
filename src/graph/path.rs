//! Paths: how two actors are linked, and by which ties.

use super::actor_graph::ActorGraph;
use super::certainty::Certainty;
use super::search;
use jiff::civil::Date;
use petgraph::graph::{EdgeIndex, NodeIndex};

/// Which way ties are walked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Either way.
    #[default]
    Any,
    /// From source to target.
    Out,
    /// From target to source.
    In,
}

/// What to search for; the default finds the five shortest paths of at most four ties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathQuery {
    /// Greatest number of ties, never more than a hundred.
    pub max_hops: usize,
    /// Greatest number of paths.
    pub limit: usize,
    /// Which way ties are walked.
    pub direction: Direction,
    /// Whether ties are walked that every claim denies.
    pub include_denied: bool,
    /// Whether speech (reports, accuses, …) is walked, at the cost of one more tie.
    pub speech: bool,
    /// Actors that a path must pass.
    pub via: Vec<NodeIndex>,
    /// Greatest number of steps before the search gives up.
    pub max_steps: usize,
}

impl Default for PathQuery {
    fn default() -> PathQuery {
        PathQuery {
            max_hops: 4,
            limit: 5,
            direction: Direction::Any,
            include_denied: false,
            speech: true,
            via: Vec::new(),
            max_steps: 5_000_000,
        }
    }
}

/// One tie of a path and the way it is walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hop {
    /// The tie.
    pub edge: EdgeIndex,
    /// Where the hop starts.
    pub from: NodeIndex,
    /// Where it leads.
    pub to: NodeIndex,
    /// Whether it is walked from the tie's source to its target.
    pub forward: bool,
}

/// A chain of ties in which no actor comes twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The ties in order.
    pub hops: Vec<Hop>,
    /// Number of ties, speech counted twice.
    pub cost: usize,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// The paths, the best first.
    pub found: Vec<Path>,
    /// Whether there are more than the limit.
    pub more: bool,
    /// Whether the search gave up before it had looked everywhere.
    pub gave_up: bool,
}

impl ActorGraph {
    /// Returns the shortest simple paths between two actors.
    ///
    /// Parallel ties make different paths. The order is by cost, then by support (paths
    /// whose ties have more independent sources first), then by first date, then by ties,
    /// so it never changes.
    pub fn paths(&self, from: NodeIndex, to: NodeIndex, query: &PathQuery) -> Paths {
        let mut paths = search::paths(self, from, to, query);
        paths.found.truncate(query.limit);
        paths
    }

    /// Returns the certainty of a path's weakest tie.
    pub fn weakest(&self, path: &Path) -> Option<Certainty> {
        let strength = |c: &Certainty| match c {
            Certainty::Stated => 0,
            Certainty::Claimed => 1,
            Certainty::Disputed => 2,
            Certainty::Planned => 3,
            Certainty::Possible => 4,
            Certainty::Denied => 5,
        };
        let certainties = path.hops.iter().map(|hop| self.tie(hop.edge).certainty());
        certainties.max_by_key(strength)
    }

    /// Orders paths of one cost.
    pub(super) fn in_path_order(&self, a: &Path, b: &Path) -> std::cmp::Ordering {
        let doubt = |path: &Path| -> f64 {
            let sources = |hop: &Hop| self.tie(hop.edge).sources();
            path.hops.iter().map(|hop| 1.0 / sources(hop) as f64).sum()
        };
        let first = |path: &Path| -> (bool, Option<Date>) {
            let dates = path
                .hops
                .iter()
                .filter_map(|hop| self.tie(hop.edge).first());
            let first = dates.min();
            (first.is_none(), first)
        };
        let edges = |path: &Path| -> Vec<EdgeIndex> { path.hops.iter().map(|h| h.edge).collect() };
        a.hops
            .len()
            .cmp(&b.hops.len())
            .then_with(|| doubt(a).total_cmp(&doubt(b)))
            .then_with(|| first(a).cmp(&first(b)))
            .then_with(|| edges(a).cmp(&edges(b)))
    }
}
