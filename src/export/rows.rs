//! Claims with everything they point at, for the formats that tell it all in one place.

use crate::actors::Actor;
use crate::claims::Claim;
use crate::graph::{ActorGraph, DocumentIndex, DocumentRecord, Tie};
use petgraph::graph::EdgeIndex;

/// A claim, resolved.
pub(super) struct Row<'a> {
    pub claim: &'a Claim,
    pub tie: &'a Tie,
    /// The tie's own ends: those of a relation that holds both ways have an order of their own.
    pub source: &'a Actor,
    pub target: &'a Actor,
    /// Outermost first; empty for the article's own voice.
    pub speakers: Vec<&'a Actor>,
    pub document: &'a DocumentRecord,
    pub document_id: String,
}

/// Returns the claims of a tie.
pub(super) fn of_tie(graph: &ActorGraph, edge: EdgeIndex) -> impl Iterator<Item = Row<'_>> {
    let tie = graph.tie(edge);
    tie.claims().iter().map(move |record| {
        let document = graph.document(record.document);
        let actor = |index| graph.actor(document.node(index));
        Row {
            claim: &record.claim,
            tie,
            source: actor(record.claim.source),
            target: actor(record.claim.target),
            speakers: graph.speakers(record),
            document,
            document_id: graph.document_id(record.document),
        }
    })
}

/// Returns every claim, in the order of the ties.
pub(super) fn of_graph(graph: &ActorGraph) -> impl Iterator<Item = Row<'_>> {
    let edges = graph.petgraph().edge_indices();
    edges.flat_map(move |edge| of_tie(graph, edge))
}

/// Returns the documents with the strings that stand for them alone.
pub(super) fn documents(graph: &ActorGraph) -> impl Iterator<Item = (String, &DocumentRecord)> {
    let indices = (0..).map(DocumentIndex);
    let documents = indices.zip(graph.documents());
    documents.map(|(index, document)| (graph.document_id(index), document))
}

/// Returns a string that stands for a tie alone.
pub(super) fn tie_id(graph: &ActorGraph, edge: EdgeIndex) -> String {
    let (from, to) = graph.ends(edge);
    let relation = graph.tie(edge).relation();
    format!("{} {relation} {}", graph.actor(from).id, graph.actor(to).id)
}

/// Returns text in one line: with white space folded and without control characters.
pub(super) fn in_a_line(text: &str) -> String {
    let kept: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns an address where it is one of the web.
pub(super) fn web_address(url: Option<&str>) -> Option<&str> {
    let plain = |url: &&str| {
        let web = url.starts_with("http://") || url.starts_with("https://");
        web && !url.chars().any(|c| c.is_whitespace() || c.is_control())
    };
    url.filter(plain)
}

impl Row<'_> {
    /// Returns how far the claim's reading can be trusted, from 0 to 1, where known.
    pub(super) fn reliability(&self) -> Option<f64> {
        let hundredths = self.claim.reliability?;
        Some(f64::from(hundredths) / 100.0)
    }

    /// Returns what a quantity is of, its number, the second of two, its bound and its unit, each where there is one.
    pub(super) fn quantity(&self) -> [Option<String>; 5] {
        let Some(quantity) = &self.claim.quantity else {
            return [const { None }; 5];
        };
        [
            Some(quantity.of.as_str().to_owned()),
            Some(quantity.number.0.to_string()),
            quantity.to().map(|to| to.to_string()),
            Some(quantity.bound.as_str().to_owned()),
            Some(quantity.unit.clone()),
        ]
    }

    /// Returns how far it can be trusted, the place, the time and the quantity, as text: columns that every table ends on.
    pub(super) fn particulars(&self) -> [String; 8] {
        let reliability = self.reliability().map(|share| share.to_string());
        let [of, number, to, bound, unit] = self.quantity();
        let Claim { place, when, .. } = self.claim;
        let cells = [
            reliability,
            place.clone(),
            when.clone(),
            of,
            number,
            to,
            bound,
            unit,
        ];
        cells.map(Option::unwrap_or_default)
    }

    /// Returns who says it, outermost first: "Herald, citing the ministry"; nothing for the article.
    pub(super) fn said_by(&self) -> String {
        let names: Vec<String> = self.speakers.iter().map(|a| in_a_line(&a.name)).collect();
        names.join(", citing ")
    }

    /// Returns the claim in a line: status, date, speaker and the sentence.
    pub(super) fn summary(&self) -> String {
        let mut about = vec![self.claim.status.as_str().to_owned()];
        about.extend(self.claim.date.map(|date| date.to_string()));
        if !self.speakers.is_empty() {
            about.push(format!("according to {}", self.said_by()));
        }
        format!("[{}] {}", about.join(", "), in_a_line(&self.claim.evidence))
    }
}
