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

/// What makes a tie long.
///
/// Speech (reports, accuses, …) weighs twice as much as a deed, so that deeds come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// Every tie is one: the shortest paths come first.
    #[default]
    Hops,
    /// One over the logarithm of one more than its independent sources: well supported paths
    /// come first.
    Evidence,
    /// More, the less sure it is: what is stated comes before what is claimed or suspected.
    Certainty,
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
    /// Whether speech (reports, accuses, …) is walked, at twice the weight.
    pub speech: bool,
    /// What makes a tie long.
    pub weight: Weight,
    /// Whether dates must not fall along a path; ties without a date are not walked then.
    pub in_order: bool,
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
            weight: Weight::Hops,
            in_order: false,
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
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The ties in order.
    pub hops: Vec<Hop>,
    /// Sum of the weights of the ties; by hops, their number with speech counted twice.
    pub cost: f64,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paths {
    /// The paths, the best first.
    pub found: Vec<Path>,
    /// Whether there are more than the limit.
    pub more: bool,
    /// Whether the search gave up before it had looked everywhere.
    pub gave_up: bool,
}

impl ActorGraph {
    /// Returns the best simple paths between two actors.
    ///
    /// Parallel ties make different paths. The order is by cost, then by number of ties, then by
    /// support (paths whose ties have more independent sources first), then by first date, then
    /// by ties, so it never changes. Where the search gives up, what it found comes before all
    /// that it did not.
    pub fn paths(&self, from: NodeIndex, to: NodeIndex, query: &PathQuery) -> Paths {
        let mut paths = search::paths(self, from, to, query, query.limit.saturating_add(1));
        paths.more = paths.found.len() > query.limit;
        paths.found.truncate(query.limit);
        paths
    }

    /// Returns the first of the paths between two actors, without looking for a second.
    ///
    /// The search starts from both ends and looks at little of a large graph.
    pub fn path(&self, from: NodeIndex, to: NodeIndex, query: &PathQuery) -> Option<Path> {
        search::paths(self, from, to, query, 1)
            .found
            .into_iter()
            .next()
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

    /// Orders paths of one cost, number of ties and support: by first date, then by ties.
    pub(super) fn in_path_order(&self, a: &Path, b: &Path) -> std::cmp::Ordering {
        let first = |path: &Path| -> (bool, Option<Date>) {
            let hops = path.hops.iter();
            let first = hops.filter_map(|hop| self.tie(hop.edge).first()).min();
            (first.is_none(), first)
        };
        let edges = |path: &Path| -> Vec<EdgeIndex> { path.hops.iter().map(|h| h.edge).collect() };
        first(a)
            .cmp(&first(b))
            .then_with(|| edges(a).cmp(&edges(b)))
    }
}
