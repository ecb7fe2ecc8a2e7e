//! Building a graph from readings: unions of sets, so that no order or grouping matters.

use super::actor_graph::ActorGraph;
use super::document::{DocumentIndex, DocumentRecord};
use super::identity;
use super::links::Links;
use super::parts::Parts;
use super::review::Review;
use super::tie::{ClaimRecord, Tie, ends, in_order};
use super::vocabulary::Vocabulary;
use crate::actors::{Actor, ActorIndex};
use crate::claims::Claim;
use crate::reading::{Publication, Reading};
use petgraph::graph::{DiGraph, NodeIndex};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Claims after which memory is given back while they move from one list to another.
const GIVEN_BACK: usize = 1 << 15;

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
        let mut taken: Vec<ClaimRecord> = Vec::new();
        let mut documents = Vec::with_capacity(found.len());
        for (document, found) in (0..).map(DocumentIndex).zip(found.into_values()) {
            let (record, mut claims) = join(found);
            documents.push(record);
            // From the end, and giving memory back: a large document is never there twice.
            while let Some(claim) = claims.pop() {
                taken.push(ClaimRecord { document, claim });
                if claims.len().is_multiple_of(GIVEN_BACK) {
                    claims.shrink_to_fit();
                }
            }
        }
        // Of one claim in two documents, that of the first is kept.
        taken.sort_by(|a, b| (&a.claim.id, a.document).cmp(&(&b.claim.id, b.document)));
        taken.dedup_by(|later, first| later.claim.id == first.claim.id);
        let actors = identity::resolve(&mut documents, &parts.review);
        let rejected = taken.extract_if(.., |record| parts.review.rejects(&record.claim.id));
        let rejected = rejected.collect();
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

    /// Returns the graph of documents whose actors are resolved.
    pub(super) fn assemble(
        vocabulary: Vocabulary,
        documents: Vec<DocumentRecord>,
        actors: Vec<Actor>,
        mut claims: Vec<ClaimRecord>,
    ) -> ActorGraph {
        // Positions are sorted, not the claims themselves, which are large.
        let mut order: Vec<(NodeIndex, NodeIndex, u32)> = Vec::with_capacity(claims.len());
        for (record, at) in claims.iter().zip(0..) {
            let symmetric = vocabulary.is_symmetric(&record.claim.relation);
            let (from, to) = ends(record, &documents, symmetric);
            order.push((from, to, at));
        }
        let record = |at: u32| &claims[at as usize];
        order.sort_unstable_by(|a, b| {
            let (one, other) = (record(a.2), record(b.2));
            (a.0, a.1)
                .cmp(&(b.0, b.1))
                .then_with(|| one.claim.relation.cmp(&other.claim.relation))
                .then_with(|| in_order(one, other))
        });
        let same_tie = |a: &(NodeIndex, NodeIndex, u32), b: &(NodeIndex, NodeIndex, u32)| {
            (a.0, a.1) == (b.0, b.1) && record(a.2).claim.relation == record(b.2).claim.relation
        };
        let sizes: Vec<usize> = order.chunk_by(same_tie).map(<[_]>::len).collect();
        let mut ends: Vec<(NodeIndex, NodeIndex)> = Vec::with_capacity(sizes.len());
        let mut at = 0;
        for size in &sizes {
            ends.push((order[at].0, order[at].1));
            at += size;
        }
        permute(
            &mut claims,
            order.into_iter().map(|(_, _, at)| at).collect(),
        );
        // From the end, as above.
        let mut ties: Vec<Tie> = Vec::with_capacity(sizes.len());
        for size in sizes.into_iter().rev() {
            let of_tie = claims.split_off(claims.len() - size);
            ties.push(Tie::new(of_tie, &documents));
            if ties.len().is_multiple_of(GIVEN_BACK) {
                claims.shrink_to_fit();
            }
        }
        drop(claims);
        let mut graph = DiGraph::with_capacity(actors.len(), ties.len());
        for actor in actors {
            graph.add_node(actor);
        }
        for ((from, to), tie) in ends.into_iter().zip(ties.into_iter().rev()) {
            graph.add_edge(from, to, tie);
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

/// Returns the document of some readings with every actor and claim that any of them has.
///
/// Of two versions of one thing the same is kept whatever the order: actors are sorted by id,
/// so comparing positions is comparing ids.
fn join(readings: Vec<Reading>) -> (DocumentRecord, Vec<Claim>) {
    let mut publication = Publication::default();
    // Whoever read the text itself knows better than whoever left it out as a repetition.
    let same_as = readings.iter().map(|reading| &reading.document.same_as);
    publication.same_as = same_as.min().cloned().flatten();
    let mut actors: BTreeMap<String, Actor> = BTreeMap::new();
    for reading in &readings {
        unite_publication(&mut publication, &reading.document);
        for actor in &reading.actors {
            match actors.get_mut(&actor.id) {
                Some(known) => unite_actor(known, actor),
                None => {
                    let mut actor = actor.clone();
                    actor.aliases.sort();
                    actor.aliases.dedup();
                    actors.insert(actor.id.clone(), actor);
                }
            }
        }
    }
    let position: BTreeMap<&str, u32> = actors.keys().map(String::as_str).zip(0..).collect();
    let mut claims: Vec<Claim> = Vec::new();
    for reading in readings {
        let places: Vec<ActorIndex> = reading
            .actors
            .iter()
            .map(|actor| ActorIndex(position[actor.id.as_str()]))
            .collect();
        let place = |index: ActorIndex| places.get(index.0 as usize).copied();
        // A claim about an actor that its reading does not list cannot be drawn.
        let moved = reading.claims.into_iter().filter_map(|c| moved(c, &place));
        match claims.is_empty() {
            true => claims = moved.collect(),
            false => claims.extend(moved),
        }
    }
    claims.sort();
    claims.dedup_by(|later, first| later.id == first.id);
    let record = DocumentRecord {
        publication,
        actors: actors.into_values().collect(),
        nodes: Vec::new(),
    };
    (record, claims)
}

/// Returns a claim with its actors at other positions, `None` where one of them has none.
pub(super) fn moved(
    claim: Claim,
    place: &dyn Fn(ActorIndex) -> Option<ActorIndex>,
) -> Option<Claim> {
    let speakers: Option<Vec<ActorIndex>> = claim.attributed_to.iter().map(|&a| place(a)).collect();
    Some(Claim {
        source: place(claim.source)?,
        target: place(claim.target)?,
        attributed_to: speakers?,
        ..claim
    })
}

fn unite_publication(known: &mut Publication, other: &Publication) {
    known.name.clone_from(&other.name);
    known.fingerprint.clone_from(&other.fingerprint);
    unite(&mut known.title, &other.title);
    unite(&mut known.outlet, &other.outlet);
    unite(&mut known.date, &other.date);
    unite(&mut known.url, &other.url);
    unite(&mut known.author, &other.author);
}

/// Takes the longer name, and of everything else the smaller.
fn unite_actor(known: &mut Actor, other: &Actor) {
    let rank = |name: &str| (name.chars().count(), Reverse(name.to_owned()));
    if rank(&other.name) > rank(&known.name) {
        known.name.clone_from(&other.name);
    }
    known.kind = known.kind.min(other.kind);
    unite(&mut known.country, &other.country);
    unite(&mut known.wikidata, &other.wikidata);
    unite(&mut known.code, &other.code);
    known.aliases.extend(other.aliases.iter().cloned());
    known.aliases.sort();
    known.aliases.dedup();
}

/// Takes the smaller of two known values.
fn unite<T: Ord + Clone>(known: &mut Option<T>, other: &Option<T>) {
    if let Some(value) = other
        && known.as_ref().is_none_or(|have| value < have)
    {
        *known = Some(value.clone());
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
