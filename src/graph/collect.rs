//! Building a graph from readings: unions of sets, so that no order or grouping matters.

use super::actor_graph::ActorGraph;
use super::document::{DocumentIndex, DocumentRecord};
use super::identity;
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
        let mut found: BTreeMap<DocumentKey, Found> = BTreeMap::new();
        for reading in readings {
            let document = &reading.document;
            let key = (document.name.clone(), document.fingerprint.clone());
            found.entry(key).or_default().0.push(reading);
        }
        let mut taken: BTreeMap<String, ClaimRecord> = BTreeMap::new();
        let mut documents = Vec::new();
        for (document, found) in (0..).map(DocumentIndex).zip(found.into_values()) {
            let (record, claims) = found.join();
            documents.push(record);
            for (id, claim) in claims {
                taken.entry(id).or_insert(ClaimRecord { document, claim });
            }
        }
        let actors = identity::resolve(&mut documents);
        ActorGraph::assemble(vocabulary, documents, actors, taken.into_values())
    }

    /// Returns one graph of several; order and repetition do not matter.
    pub fn merge(graphs: impl IntoIterator<Item = ActorGraph>) -> ActorGraph {
        let mut vocabulary: Option<Vocabulary> = None;
        let mut readings = Vec::new();
        for graph in graphs {
            readings.extend(graph.readings());
            vocabulary = Some(match vocabulary {
                Some(known) => known.union(graph.vocabulary),
                None => graph.vocabulary,
            });
        }
        ActorGraph::collect_with(vocabulary.unwrap_or_default(), readings)
    }

    /// Returns the graph of documents whose actors are resolved.
    pub(super) fn assemble(
        vocabulary: Vocabulary,
        documents: Vec<DocumentRecord>,
        actors: Vec<Actor>,
        claims: impl Iterator<Item = ClaimRecord>,
    ) -> ActorGraph {
        let mut ties: BTreeMap<(NodeIndex, NodeIndex, String), Vec<ClaimRecord>> = BTreeMap::new();
        for record in claims {
            let relation = record.claim.relation.clone();
            let (from, to) = ends(&record, &documents, vocabulary.is_symmetric(&relation));
            ties.entry((from, to, relation)).or_default().push(record);
        }
        let mut graph = DiGraph::with_capacity(actors.len(), ties.len());
        for actor in actors {
            graph.add_node(actor);
        }
        for ((from, to, relation), mut claims) in ties {
            claims.sort_by(in_order);
            graph.add_edge(from, to, Tie::new(relation, claims, &documents));
        }
        ActorGraph {
            graph,
            documents,
            vocabulary,
        }
    }
}

/// The graph of some readings, with the relations that come with whom.
impl FromIterator<Reading> for ActorGraph {
    fn from_iter<I: IntoIterator<Item = Reading>>(readings: I) -> ActorGraph {
        ActorGraph::collect(readings)
    }
}

/// The readings of one document.
#[derive(Default)]
struct Found(Vec<Reading>);

impl Found {
    /// Returns the document with every actor and claim that any of its readings has.
    ///
    /// Of two versions of one thing the same is kept whatever the order: actors are sorted
    /// by id, so comparing positions is comparing ids.
    fn join(self) -> (DocumentRecord, BTreeMap<String, Claim>) {
        let mut publication = Publication::default();
        let mut actors: BTreeMap<String, Actor> = BTreeMap::new();
        for reading in &self.0 {
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
        let mut claims: BTreeMap<String, Claim> = BTreeMap::new();
        for reading in &self.0 {
            let place = |index: ActorIndex| {
                let actor = reading.actors.get(index.0 as usize)?;
                Some(ActorIndex(position[actor.id.as_str()]))
            };
            // A claim about an actor that its reading does not list cannot be drawn.
            for claim in reading.claims.iter().filter_map(|c| moved(c, &place)) {
                match claims.get_mut(&claim.id) {
                    Some(known) => *known = claim.min(known.clone()),
                    None => {
                        claims.insert(claim.id.clone(), claim);
                    }
                }
            }
        }
        let record = DocumentRecord {
            publication,
            actors: actors.into_values().collect(),
            nodes: Vec::new(),
        };
        (record, claims)
    }
}

/// Returns a claim with its actors at other positions, `None` where one of them has none.
pub(super) fn moved(
    claim: &Claim,
    place: &dyn Fn(ActorIndex) -> Option<ActorIndex>,
) -> Option<Claim> {
    let speakers: Option<Vec<ActorIndex>> = claim.attributed_to.iter().map(|&a| place(a)).collect();
    Some(Claim {
        source: place(claim.source)?,
        target: place(claim.target)?,
        attributed_to: speakers?,
        ..claim.clone()
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
