//! Which claims a filter keeps.

use super::actor_graph::ActorGraph;
use super::filter::Filter;
use super::tie::ClaimRecord;
use crate::actors::{Actor, ActorKind};
use jiff::civil::Date;
use petgraph::graph::{EdgeIndex, NodeIndex};
use std::collections::BTreeSet;

/// A filter made ready for one graph.
pub(super) struct Sieve<'a> {
    graph: &'a ActorGraph,
    filter: &'a Filter,
    /// What each actor is folded into, where actors are.
    countries: Option<&'a [Actor]>,
    said_by: BTreeSet<NodeIndex>,
    via: BTreeSet<NodeIndex>,
    avoid: BTreeSet<NodeIndex>,
}

impl<'a> Sieve<'a> {
    /// Makes a filter ready; whoever names a country means all that is folded into it, too.
    pub(super) fn new(
        graph: &'a ActorGraph,
        filter: &'a Filter,
        countries: Option<&'a [Actor]>,
    ) -> Sieve<'a> {
        let widened = |named: &[NodeIndex]| -> BTreeSet<NodeIndex> {
            let mut nodes: BTreeSet<NodeIndex> = named.iter().copied().collect();
            if let Some(countries) = countries {
                let is_country = |node: &&NodeIndex| graph.actor(**node).kind == ActorKind::Country;
                let of_country = named.iter().filter(is_country);
                let ids: BTreeSet<&str> = of_country
                    .map(|node| countries[node.index()].id.as_str())
                    .collect();
                let all = graph.petgraph().node_indices();
                nodes.extend(all.filter(|n| ids.contains(countries[n.index()].id.as_str())));
            }
            nodes
        };
        Sieve {
            graph,
            filter,
            countries,
            said_by: widened(&filter.said_by),
            via: widened(&filter.via),
            avoid: widened(&filter.avoid),
        }
    }

    /// Returns whether a claim is kept.
    pub(super) fn keeps(&self, edge: EdgeIndex, record: &ClaimRecord) -> bool {
        let filter = self.filter;
        let (from, to) = self.graph.ends(edge);
        let claim = &record.claim;
        let document = self.graph.document(record.document);
        let dated = |holds: &dyn Fn(Date) -> bool| claim.date.is_some_and(holds);
        let mut speakers = claim.attributed_to.iter();
        filter.relations.takes(&claim.relation)
            && filter.statuses.takes(&claim.status)
            && [from, to]
                .iter()
                .all(|end| self.takes_kind(*end) && !self.avoid.contains(end))
            && (self.via.is_empty() || self.via.contains(&from) || self.via.contains(&to))
            && filter
                .since
                .is_none_or(|since| dated(&|date| date >= since))
            && filter
                .until
                .is_none_or(|until| dated(&|date| date <= until))
            && (filter.min_reliability == 0 || claim.reliability >= Some(filter.min_reliability))
            && (self.said_by.is_empty()
                || speakers.any(|&actor| self.said_by.contains(&document.node(actor))))
    }

    fn takes_kind(&self, node: NodeIndex) -> bool {
        let kinds = &self.filter.kinds;
        let own = self.graph.actor(node).kind;
        let folded = self.countries.map_or(own, |all| all[node.index()].kind);
        let takes = |kind| kinds.only.is_empty() || kinds.only.contains(kind);
        (takes(&own) || takes(&folded)) && !kinds.not.contains(&own) && !kinds.not.contains(&folded)
    }
}
