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
            let (record, claims) = join(found);
            documents.push(record);
            let claims = claims.into_iter();
            taken.extend(claims.map(|claim| ClaimRecord { document, claim }));
        }
        // The sort is stable and documents are in order: of one claim in two, the first is kept.
        taken.sort_by(|a, b| a.claim.id.cmp(&b.claim.id));
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
        claims: Vec<ClaimRecord>,
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
        let mut graph = DiGraph::with_capacity(actors.len(), sizes.len());
        for actor in actors {
            graph.add_node(actor);
        }
        let mut claims: Vec<Option<ClaimRecord>> = claims.into_iter().map(Some).collect();
        let mut rest = order.as_slice();
        for size in sizes {
            let (of_tie, later) = rest.split_at(size);
            rest = later;
            let (from, to, _) = of_tie[0];
            let taken = of_tie
                .iter()
                .filter_map(|&(_, _, at)| claims[at as usize].take());
            let tie = Tie::new(taken.collect(), &documents);
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
        claims.extend(moved);
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
