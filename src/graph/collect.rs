//! Building a graph from readings: unions of sets, so that no order or grouping matters.

use super::actor_graph::ActorGraph;
use super::document::{DocumentIndex, DocumentRecord};
use super::identity;
use super::join::join;
use super::links::Links;
use super::parts::Parts;
use super::review::Review;
use super::tie::{ClaimRecord, Tie, ends, in_order};
use super::vocabulary::Vocabulary;
use crate::actors::Actor;
use crate::reading::Reading;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::BTreeMap;

/// Claims after which memory is given back while they move from one list to another.
const GIVEN_BACK: usize = 1 << 15;

/// A claim where it will stay: in the list of a tie that has no other. Claims are large, and so
/// only pointers to them are sorted.
pub(super) type TieOfOne = Vec<ClaimRecord>;

/// What tells documents apart: name and fingerprint.
type DocumentKey = (String, String);

impl ActorGraph {
    /// Returns the graph of some readings, with the relations that come with whom.
    pub fn collect(readings: impl IntoIterator<Item = Reading>) -> ActorGraph {
        ActorGraph::collect_with(Vocabulary::default(), readings)
    }

    /// Returns the graph of some readings.
    ///
    /// A claim found twice is one claim. A text under two names keeps both names, and its
    /// claims go with the first of them.
    pub fn collect_with(
        vocabulary: Vocabulary,
        readings: impl IntoIterator<Item = Reading>,
    ) -> ActorGraph {
        ActorGraph::from_parts(Parts {
            vocabulary,
            readings: readings.into_iter().collect(),
            review: Review::default(),
        })
    }

    /// Returns the graph of its parts, in time that grows with `n log n` of the claims.
    ///
    /// Claims that the review rejects make no tie; [`ActorGraph::rejected`] has them.
    pub fn from_parts(parts: Parts) -> ActorGraph {
        let mut found: BTreeMap<DocumentKey, Vec<Reading>> = BTreeMap::new();
        for reading in parts.readings {
            let document = &reading.document;
            let key = (document.name.clone(), document.fingerprint.clone());
            found.entry(key).or_default().push(reading);
        }
        let mut taken: Vec<TieOfOne> = Vec::new();
        let mut documents = Vec::with_capacity(found.len());
        for (document, found) in (0..).map(DocumentIndex).zip(found.into_values()) {
            let (record, mut claims) = join(found);
            documents.push(record);
            taken.reserve(claims.len());
            // From the end, and giving memory back: a large document is never there twice.
            while let Some(claim) = claims.pop() {
                taken.push(vec![ClaimRecord { document, claim }]);
                if claims.len().is_multiple_of(GIVEN_BACK) {
                    claims.shrink_to_fit();
                }
            }
        }
        // Of one claim in two documents, that of the first is kept.
        taken.sort_by(|a, b| {
            let (a, b) = (&a[0], &b[0]);
            (&a.claim.id, a.document).cmp(&(&b.claim.id, b.document))
        });
        taken.dedup_by(|later, first| later[0].claim.id == first[0].claim.id);
        let actors = identity::resolve(&mut documents, &parts.review);
        let rejected = taken.extract_if(.., |one| parts.review.rejects(&one[0].claim.id));
        let rejected = rejected.flatten().collect();
        ActorGraph {
            rejected,
            review: parts.review,
            ..ActorGraph::assemble(parts.vocabulary, documents, actors, taken)
        }
    }

    /// Returns one graph of several; order and repetition do not matter.
    pub fn merge(graphs: impl IntoIterator<Item = ActorGraph>) -> ActorGraph {
        let parts = graphs.into_iter().map(|graph| graph.parts());
        ActorGraph::from_parts(parts.reduce(Parts::join).unwrap_or_default())
    }

    /// Returns the graph of documents whose actors are resolved, and of claims each by itself.
    pub(super) fn assemble(
        vocabulary: Vocabulary,
        documents: Vec<DocumentRecord>,
        actors: Vec<Actor>,
        mut claims: Vec<TieOfOne>,
    ) -> ActorGraph {
        let mut order: Vec<(NodeIndex, NodeIndex, u32)> = Vec::with_capacity(claims.len());
        for (one, at) in claims.iter().zip(0..) {
            let symmetric = vocabulary.is_symmetric(&one[0].claim.relation);
            let (from, to) = ends(&one[0], &documents, symmetric);
            order.push((from, to, at));
        }
        let record = |at: u32| &claims[at as usize][0];
        order.sort_unstable_by(|a, b| {
            (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| {
                let (one, other) = (record(a.2), record(b.2));
                let by_relation = one.claim.relation.cmp(&other.claim.relation);
                by_relation.then_with(|| in_order(one, other))
            })
        });
        let same_tie = |a: &(NodeIndex, NodeIndex, u32), b: &(NodeIndex, NodeIndex, u32)| {
            (a.0, a.1) == (b.0, b.1) && record(a.2).claim.relation == record(b.2).claim.relation
        };
        let ties: Vec<(NodeIndex, NodeIndex, u32)> = order
            .chunk_by(same_tie)
            .map(|of_tie| (of_tie[0].0, of_tie[0].1, of_tie.len() as u32))
            .collect();
        permute(
            &mut claims,
            order.into_iter().map(|(_, _, at)| at).collect(),
        );
        let mut graph = DiGraph::with_capacity(actors.len(), ties.len());
        for actor in actors {
            graph.add_node(actor);
        }
        let mut claims = claims.into_iter();
        for (from, to, count) in ties {
            let mut of_tie = claims.next().expect("a tie has a claim");
            let others = claims.by_ref().take(count as usize - 1);
            of_tie.extend(others.flatten());
            graph.add_edge(from, to, Tie::new(of_tie, &documents));
        }
        ActorGraph {
            links: Links::new(&graph, &vocabulary),
            graph,
            documents,
            vocabulary,
            review: Review::default(),
            rejected: Vec::new(),
        }
    }
}

/// Puts the item of position `from[n]` at `n`, for every `n`, without a second list of items.
fn permute<T>(items: &mut [T], mut from: Vec<u32>) {
    for start in 0..from.len() {
        let mut here = start;
        // Each position is its own once its item is in place.
        while from[here] as usize != start {
            let next = from[here] as usize;
            items.swap(here, next);
            from[here] = here as u32;
            here = next;
        }
        from[here] = here as u32;
    }
}

/// The graph of some readings, with the relations that come with whom.
impl FromIterator<Reading> for ActorGraph {
    fn from_iter<I: IntoIterator<Item = Reading>>(readings: I) -> ActorGraph {
        ActorGraph::collect(readings)
    }
}

#[cfg(test)]
mod tests {
    use super::permute;

    #[test]
    fn items_go_where_they_are_sent() {
        for from in [
            vec![],
            vec![0],
            vec![1, 0],
            vec![2, 0, 1, 3],
            vec![4, 3, 2, 1, 0],
            vec![1, 2, 3, 4, 0],
        ] {
            let mut items: Vec<u32> = (0..from.len() as u32).map(|n| 10 * n).collect();
            permute(&mut items, from.clone());
            let expected: Vec<u32> = from.iter().map(|at| 10 * at).collect();
            assert_eq!(items, expected, "{from:?}");
        }
    }
}
