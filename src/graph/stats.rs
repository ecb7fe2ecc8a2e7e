//! A graph in figures.

use super::actor_graph::ActorGraph;
use super::certainty::Certainty;
use jiff::civil::Date;
use petgraph::Direction as Way;
use petgraph::graph::NodeIndex;
use std::collections::BTreeMap;

/// How an actor stands out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prominence {
    /// The actor.
    pub node: NodeIndex,
    /// Ties in which it is the source.
    pub outgoing: usize,
    /// Ties in which it is the target.
    pub incoming: usize,
    /// PageRank over all ties.
    pub page_rank: f64,
    /// Share of the shortest ways between two others that pass it; estimated in large graphs.
    pub betweenness: f64,
}

/// What a graph holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Stats {
    /// Number of documents.
    pub documents: usize,
    /// Number of different texts among them.
    pub texts: usize,
    /// Number of actors.
    pub actors: usize,
    /// Number of ties.
    pub ties: usize,
    /// Number of claims.
    pub claims: usize,
    /// First and last date of a claim.
    pub dates: Option<(Date, Date)>,
    /// Actors of each kind.
    pub kinds: BTreeMap<&'static str, usize>,
    /// Ties of each relation.
    pub relations: BTreeMap<String, usize>,
    /// Ties of each certainty.
    pub certainties: BTreeMap<Certainty, usize>,
    /// Every actor, the most linked first.
    pub prominent: Vec<Prominence>,
}

impl ActorGraph {
    /// Returns the graph in figures.
    pub fn stats(&self) -> Stats {
        let mut kinds = BTreeMap::new();
        for actor in self.graph.node_weights() {
            *kinds.entry(actor.kind.as_str()).or_insert(0) += 1;
        }
        let mut relations = BTreeMap::new();
        let mut certainties = BTreeMap::new();
        for tie in self.graph.edge_weights() {
            *relations.entry(tie.relation().to_owned()).or_insert(0) += 1;
            *certainties.entry(tie.certainty()).or_insert(0) += 1;
        }
        let dates = || self.claims().filter_map(|record| record.claim.date);
        let mut texts: Vec<&str> = self.documents.iter().map(|d| d.text_key()).collect();
        texts.sort_unstable();
        texts.dedup();
        Stats {
            documents: self.documents.len(),
            texts: texts.len(),
            actors: self.graph.node_count(),
            ties: self.graph.edge_count(),
            claims: self.claims().count(),
            dates: dates().min().zip(dates().max()),
            kinds,
            relations,
            certainties,
            prominent: self.prominent(),
        }
    }

    fn prominent(&self) -> Vec<Prominence> {
        let rank = self.page_rank();
        let between = self.betweenness();
        let degree = |node, way| self.graph.edges_directed(node, way).count();
        let mut prominent: Vec<Prominence> = self
            .graph
            .node_indices()
            .map(|node| Prominence {
                node,
                outgoing: degree(node, Way::Outgoing),
                incoming: degree(node, Way::Incoming),
                page_rank: rank[node.index()],
                betweenness: between[node.index()],
            })
            .collect();
        prominent.sort_by(|a, b| {
            let ties = |p: &Prominence| p.outgoing + p.incoming;
            ties(b)
                .cmp(&ties(a))
                .then_with(|| b.page_rank.total_cmp(&a.page_rank))
                .then_with(|| a.node.cmp(&b.node))
        });
        prominent
    }
}
