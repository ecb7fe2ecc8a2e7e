//! Event data: a claim a row, with the codes that political scientists count by.

use crate::actors::{Actor, ActorKind};
use crate::claims::Relation;
use crate::graph::{ActorGraph, ClaimRecord};
use jiff::civil::Date;
use petgraph::graph::{EdgeIndex, NodeIndex};
use std::collections::BTreeMap;

/// The codes of countries, as `src/data/en/codes.tsv` lists them.
const CODES: &str = include_str!("../data/en/codes.tsv");

/// An actor as event data has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coded<'a> {
    /// The actor.
    pub actor: &'a Actor,
    /// ISO 3166-1 alpha-3 code of its country, empty where unknown.
    pub country: String,
    /// CAMEO and PLOVER sector (`GOV`, `MIL`, `MED`, …), empty of states and where unknown.
    pub sector: String,
}

/// One claim as a row of event data.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// Day of the event, or of the document where the text does not say.
    pub date: Option<Date>,
    /// Who acts.
    pub source: Coded<'a>,
    /// Who is acted upon.
    pub target: Coded<'a>,
    /// PLOVER category, empty where the relation has none.
    pub plover: &'a str,
    /// CAMEO code, empty where the relation has none.
    pub cameo: &'a str,
    /// The tie.
    pub edge: EdgeIndex,
    /// The claim and its document.
    pub record: &'a ClaimRecord,
}

/// Turns claims into events: knows the codes of relations and countries.
#[derive(Clone, Debug)]
pub struct Events<'a> {
    relations: BTreeMap<&'a str, (&'a str, &'a str)>,
    countries: BTreeMap<&'static str, &'static str>,
}

impl<'a> Events<'a> {
    /// Returns what turns claims of these relations into events.
    pub fn new(relations: &'a [Relation]) -> Events<'a> {
        let codes = |relation: &'a Relation| {
            let Relation {
                id, plover, cameo, ..
            } = relation;
            (id.as_str(), (plover.as_str(), cameo.as_str()))
        };
        let mut countries = BTreeMap::new();
        for line in CODES.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            if let (Some(code), Some(country)) = (cells.next(), cells.next())
                && !country.is_empty()
            {
                // Where a country has several codes, the first is ISO's.
                countries.entry(country).or_insert(code);
            }
        }
        Events {
            relations: relations.iter().map(codes).collect(),
            countries,
        }
    }

    /// Returns every claim of a graph as an event, by date, the undated last.
    pub fn of(&'a self, graph: &'a ActorGraph) -> Vec<Event<'a>> {
        let mut events = Vec::new();
        for edge in graph.petgraph().edge_indices() {
            let (from, to) = graph.ends(edge);
            let relation = graph.tie(edge).relation();
            let (plover, cameo) = self.relations.get(relation).copied().unwrap_or_default();
            for record in graph.tie(edge).claims() {
                let document = graph.document(record.document);
                // A symmetric tie has its ends in one order; the claim has its own.
                let own = document.node(record.claim.source) == from;
                let (source, target) = if own { (from, to) } else { (to, from) };
                let coded = |node: NodeIndex| self.code(graph.actor(node));
                events.push(Event {
                    date: record.claim.date,
                    source: coded(source),
                    target: coded(target),
                    plover,
                    cameo,
                    edge,
                    record,
                });
            }
        }
        let key = |event: &Event<'_>| (event.date.is_none(), event.date, event.record.document);
        events.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.edge.cmp(&b.edge)));
        events
    }

    fn code(&'a self, actor: &'a Actor) -> Coded<'a> {
        let country = actor.country.as_deref().unwrap_or(match actor.kind {
            ActorKind::Country => &actor.name,
            _ => "",
        });
        let country = self.countries.get(country).copied().unwrap_or("");
        let dictionary = actor.code.as_deref().filter(|code| code.is_ascii());
        let Some(code) = dictionary else {
            return Coded {
                actor,
                country: country.to_owned(),
                sector: sector(actor.kind).to_owned(),
            };
        };
        // A dictionary's code is a country's and then a role's, or a role's alone.
        let (first, rest) = code.split_at(code.len().min(3));
        let (country, role) = match self.countries.values().any(|known| *known == first) {
            true => (first, rest),
            false => (country, code),
        };
        Coded {
            actor,
            country: country.to_owned(),
            sector: role[..role.len().min(3)].to_owned(),
        }
    }
}

/// Returns the sector that a kind of actor belongs to, empty where kinds and sectors cut differently.
fn sector(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Official | ActorKind::Agency => "GOV",
        ActorKind::Unit => "MIL",
        ActorKind::ArmedGroup => "REB",
        ActorKind::Intergovernmental => "IGO",
        ActorKind::Company => "BUS",
        ActorKind::Media => "MED",
        ActorKind::Person | ActorKind::Group => "CVL",
        ActorKind::Country | ActorKind::Organization | ActorKind::Place => "",
    }
}
