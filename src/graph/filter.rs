//! Selecting a part of a graph: which claims, then which ties.

use super::actor_graph::ActorGraph;
use super::certainty::Certainty;
use super::document::DocumentRecord;
use super::join::moved;
use super::sieve::Sieve;
use super::tie::{ClaimRecord, Tie};
use crate::actors::{Actor, ActorIndex, ActorKind};
use crate::claims::Status;
use jiff::civil::Date;
use petgraph::graph::{EdgeIndex, NodeIndex};
use std::collections::{BTreeMap, BTreeSet};

/// A choice among values: only these, and not those; empty lists choose everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// Where not empty, nothing else is taken.
    pub only: Vec<T>,
    /// Never taken.
    pub not: Vec<T>,
}

impl<T> Default for Choice<T> {
    fn default() -> Choice<T> {
        Choice {
            only: Vec::new(),
            not: Vec::new(),
        }
    }
}

impl<T: PartialEq> Choice<T> {
    /// Returns whether a value is chosen.
    pub fn takes(&self, value: &T) -> bool {
        !self.not.contains(value) && (self.only.is_empty() || self.only.contains(value))
    }

    fn takes_all(&self) -> bool {
        self.only.is_empty() && self.not.is_empty()
    }
}

/// What to keep of a graph; the default keeps everything.
///
/// Claims are selected first. The certainty and the sources of a tie are those of the
/// claims that are left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Relations, by id.
    pub relations: Choice<String>,
    /// Kinds of actors; both ends of a tie must be chosen.
    pub kinds: Choice<ActorKind>,
    /// Statuses of claims.
    pub statuses: Choice<Status>,
    /// Certainties of ties.
    pub certainties: Choice<Certainty>,
    /// First date; claims without a date are left out.
    pub since: Option<Date>,
    /// Last date; claims without a date are left out.
    pub until: Option<Date>,
    /// Least reliability of a claim, in hundredths; above 0, claims without one are left out.
    pub min_reliability: u8,
    /// Least number of independent sources of a tie.
    pub min_sources: usize,
    /// Claims said by one of these actors, directly or at second hand.
    pub said_by: Vec<NodeIndex>,
    /// Ties that touch one of these actors.
    pub via: Vec<NodeIndex>,
    /// Actors to leave out.
    pub avoid: Vec<NodeIndex>,
    /// Whether actors are folded into their countries, as [`ActorGraph::by_country`] does.
    ///
    /// An actor then counts both as itself and as its country: claims are selected by what
    /// actors are in the text, or by the countries that they become. Certainties and sources are
    /// those of the folded ties.
    pub by_country: bool,
}

impl ActorGraph {
    /// Returns the part of the graph that a filter keeps, without what is left alone by it.
    pub fn select(&self, filter: &Filter) -> ActorGraph {
        if *filter == Filter::default() {
            return self.clone();
        }
        let fold_alone = Filter {
            by_country: true,
            ..Filter::default()
        };
        if *filter == fold_alone {
            return self.by_country();
        }
        let countries = filter.by_country.then(|| self.countries());
        let sieve = Sieve::new(self, filter, countries.as_deref());
        let by_claims = self.retain(|edge, record| sieve.keeps(edge, record));
        let by_claims = match &countries {
            Some(countries) => by_claims.folded(&by_claims.matching(self, countries)),
            None => by_claims,
        };
        if filter.certainties.takes_all() && filter.min_sources < 2 {
            return by_claims;
        }
        by_claims.retain(|edge, _| filter.keeps_tie(by_claims.tie(edge)))
    }

    /// Returns the graph of some of the ties, with the actors and documents that they need.
    pub fn with_ties(&self, keep: impl Fn(EdgeIndex) -> bool) -> ActorGraph {
        self.retain(|edge, _| keep(edge))
    }

    /// Returns those of a whole graph's actors, or of what they become, that a part of it has.
    fn matching(&self, whole: &ActorGraph, actors: &[Actor]) -> Vec<Actor> {
        // Both are sorted by id.
        let mut of_whole = whole.graph.node_weights().zip(actors);
        let actor = |own: &Actor| {
            let found = of_whole.find(|(actor, _)| actor.id == own.id);
            found.map_or_else(|| own.clone(), |(_, actor)| actor.clone())
        };
        self.graph.node_weights().map(actor).collect()
    }

    /// Returns the graph of some of the claims, with the actors and documents that they need.
    pub(super) fn retain(&self, keep: impl Fn(EdgeIndex, &ClaimRecord) -> bool) -> ActorGraph {
        let mut kept: Vec<&ClaimRecord> = Vec::new();
        let mut nodes: BTreeSet<NodeIndex> = BTreeSet::new();
        for edge in self.graph.edge_indices() {
            for record in self.tie(edge).claims() {
                if keep(edge, record) {
                    let document = self.document(record.document);
                    let claim = &record.claim;
                    nodes.extend([document.node(claim.source), document.node(claim.target)]);
                    nodes.extend(claim.attributed_to.iter().map(|&a| document.node(a)));
                    kept.push(record);
                }
            }
        }
        let renumbered: BTreeMap<NodeIndex, NodeIndex> = nodes
            .iter()
            .copied()
            .zip((0..).map(NodeIndex::new))
            .collect();
        let actors: Vec<Actor> = nodes.iter().map(|&n| self.actor(n).clone()).collect();

        let needed: BTreeSet<_> = kept.iter().map(|record| record.document).collect();
        let mut documents = Vec::new();
        let mut positions = BTreeMap::new();
        for (&old, new) in needed.iter().zip(0..) {
            let (record, places) = narrow(self.document(old), &renumbered);
            documents.push(record);
            positions.insert(old, (super::DocumentIndex(new), places));
        }
        let claims = kept.into_iter().filter_map(|record| {
            let (document, places) = &positions[&record.document];
            let claim = moved(record.claim.clone(), &|actor| places[actor.0 as usize])?;
            Some(vec![ClaimRecord {
                document: *document,
                claim,
            }])
        });
        ActorGraph {
            review: self.review.clone(),
            ..ActorGraph::assemble(self.vocabulary.clone(), documents, actors, claims.collect())
        }
    }
}

/// Returns a document with only the actors of some nodes, and where each actor went.
fn narrow(
    document: &DocumentRecord,
    renumbered: &BTreeMap<NodeIndex, NodeIndex>,
) -> (DocumentRecord, Vec<Option<ActorIndex>>) {
    let mut record = DocumentRecord {
        publication: document.publication.clone(),
        actors: Vec::new(),
        nodes: Vec::new(),
    };
    let mut places = Vec::new();
    for (actor, node) in document.actors.iter().zip(&document.nodes) {
        places.push(renumbered.get(node).map(|&node| {
            let at = u32::try_from(record.actors.len()).expect("fewer than 2^32 actors");
            record.actors.push(actor.clone());
            record.nodes.push(node);
            ActorIndex(at)
        }));
    }
    (record, places)
}

impl Filter {
    fn keeps_tie(&self, tie: &Tie) -> bool {
        self.certainties.takes(&tie.certainty()) && tie.sources() >= self.min_sources
    }
}
