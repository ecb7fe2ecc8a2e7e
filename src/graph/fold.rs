//! Rolling up: actors folded into the countries that they belong to.

use super::actor_graph::ActorGraph;
use super::join::moved;
use super::parts::Parts;
use super::review::Review;
use crate::actors::{Actor, ActorIndex, ActorKind};
use crate::reading::Reading;
use std::collections::BTreeMap;

impl ActorGraph {
    /// Returns the graph in which every actor of a country is that country: soldiers, ministries
    /// and companies alike. Actors of no country stay what they are; ties inside a country are
    /// left out, and so are claims that reviewers rejected.
    pub fn by_country(&self) -> ActorGraph {
        self.folded(&self.countries())
    }

    /// Returns what [`by_country`](ActorGraph::by_country) makes of each actor, in the order of
    /// the nodes: its country, or itself.
    pub fn countries(&self) -> Vec<Actor> {
        let states = self.states();
        let actors = self.graph.node_weights();
        actors.map(|actor| fold(actor, &states)).collect()
    }

    /// Returns the graph in which each actor is another, given in the order of the nodes.
    pub(super) fn folded(&self, folded: &[Actor]) -> ActorGraph {
        let mut places: Vec<BTreeMap<&str, u32>> = Vec::with_capacity(self.documents.len());
        let mut readings: Vec<Reading> = Vec::with_capacity(self.documents.len());
        for document in &self.documents {
            let mut place: BTreeMap<&str, u32> = BTreeMap::new();
            let mut actors = Vec::new();
            for node in &document.nodes {
                let actor = &folded[node.index()];
                place.entry(actor.id.as_str()).or_insert_with(|| {
                    actors.push(actor.clone());
                    actors.len() as u32 - 1
                });
            }
            places.push(place);
            readings.push(Reading {
                document: document.publication.clone(),
                actors,
                ..Reading::default()
            });
        }
        for record in self.claims() {
            let at = record.document.0 as usize;
            let node = |actor: ActorIndex| self.documents[at].node(actor).index();
            let place = |actor: ActorIndex| {
                let id = folded[node(actor)].id.as_str();
                places[at].get(id).map(|&place| ActorIndex(place))
            };
            let inside = place(record.claim.source) == place(record.claim.target);
            if !inside {
                readings[at]
                    .claims
                    .extend(moved(record.claim.clone(), &place));
            }
        }
        ActorGraph::from_parts(Parts {
            vocabulary: self.vocabulary.clone(),
            readings,
            review: Review::default(),
        })
    }

    /// Returns the countries of the graph by every name of theirs.
    fn states(&self) -> BTreeMap<&str, &Actor> {
        let mut states = BTreeMap::new();
        let all = self.graph.node_weights();
        for state in all.filter(|actor| actor.kind == ActorKind::Country) {
            let aliases = state.aliases.iter().map(String::as_str);
            for name in aliases.chain([state.name.as_str()]) {
                states.entry(name).or_insert(state);
            }
        }
        states
    }
}

/// Returns the country of an actor, the actor itself where it has none or is one.
fn fold(actor: &Actor, states: &BTreeMap<&str, &Actor>) -> Actor {
    let Some(country) = actor.country.as_deref() else {
        return actor.clone();
    };
    if actor.kind == ActorKind::Country {
        return actor.clone();
    }
    if let Some(state) = states.get(country) {
        return (*state).clone();
    }
    let words: Vec<String> = country.split_whitespace().map(str::to_lowercase).collect();
    Actor {
        id: format!("country/{}", words.join("-")),
        name: country.to_owned(),
        kind: ActorKind::Country,
        country: Some(country.to_owned()),
        aliases: vec![country.to_owned()],
        wikidata: None,
        code: None,
    }
}
