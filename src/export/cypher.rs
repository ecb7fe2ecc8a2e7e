//! Cypher statements for Neo4j and its kin, one a line; they can be run again.

use super::neo4j::relationship_type;
use super::rows;
use crate::error::{Error, Result};
use crate::graph::ActorGraph;
use petgraph::graph::EdgeIndex;
use std::io::Write;

/// Writes a graph as statements: constraints, nodes, then what links them.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    write_io(graph, out).map_err(|error| Error::io("output", error))
}

fn write_io(graph: &ActorGraph, out: &mut dyn Write) -> std::io::Result<()> {
    for label in ["Actor", "Claim", "Document"] {
        writeln!(
            out,
            "CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
        )?;
    }
    for actor in graph.petgraph().node_weights() {
        let aliases: Vec<String> = actor.aliases.iter().map(|alias| string(alias)).collect();
        let set = Set::default()
            .text("name", Some(&actor.name))
            .text("kind", Some(actor.kind.as_str()))
            .text("country", actor.country.as_deref())
            .text("wikidata", actor.wikidata.as_deref())
            .value(
                "aliases",
                (!aliases.is_empty()).then(|| format!("[{}]", aliases.join(", "))),
            );
        writeln!(
            out,
            "MERGE (n:Actor {{id: {}}}){};",
            string(&actor.id),
            set.print("n")
        )?;
    }
    for (id, document) in rows::documents(graph) {
        let publication = &document.publication;
        let set = Set::default()
            .text("name", Some(&publication.name))
            .text("title", publication.title.as_deref())
            .text("outlet", publication.outlet.as_deref())
            .value(
                "date",
                publication.date.map(|date| format!("date('{date}')")),
            )
            .text("url", publication.url.as_deref());
        writeln!(
            out,
            "MERGE (n:Document {{id: {}}}){};",
            string(&id),
            set.print("n")
        )?;
    }
    for edge in graph.petgraph().edge_indices() {
        write_tie(graph, edge, out)?;
    }
    for row in rows::of_graph(graph) {
        write_claim(&row, out)?;
    }
    Ok(())
}

fn write_tie(graph: &ActorGraph, edge: EdgeIndex, out: &mut dyn Write) -> std::io::Result<()> {
    let (from, to) = graph.ends(edge);
    let tie = graph.tie(edge);
    let set = Set::default()
        .text("relation", Some(tie.relation()))
        .text("certainty", Some(tie.certainty().as_str()))
        .value(
            "symmetric",
            Some(graph.vocabulary().is_symmetric(tie.relation()).to_string()),
        )
        .value("sources", Some(tie.sources().to_string()))
        .value("claims", Some(tie.claims().len().to_string()))
        .value("first", tie.first().map(|date| format!("date('{date}')")))
        .value("last", tie.last().map(|date| format!("date('{date}')")));
    writeln!(
        out,
        "MATCH (a:Actor {{id: {}}}), (b:Actor {{id: {}}}) MERGE (a)-[r:{} {{id: {}}}]->(b){};",
        string(&graph.actor(from).id),
        string(&graph.actor(to).id),
        relationship_type(tie.relation()),
        string(&rows::tie_id(graph, edge)),
        set.print("r")
    )
}

fn write_claim(row: &rows::Row<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let claim = row.claim;
    let [of, number, to, bound, unit] = row.quantity();
    let set = Set::default()
        .text("relation", Some(&claim.relation))
        .text("status", Some(claim.status.as_str()))
        .text("item", claim.item.as_deref())
        .value("date", claim.date.map(|date| format!("date('{date}')")))
        .text("evidence", Some(&claim.evidence))
        .text("frame", Some(&claim.frame))
        .value(
            "reliability",
            row.reliability().map(|share| share.to_string()),
        )
        .text("place", claim.place.as_deref())
        // The one key that is a word of the language too; some dialects take it bare, all take it quoted.
        .text("`when`", claim.when.as_deref())
        .text("quantity_of", of.as_deref())
        .value("number", number)
        .value("number_to", to)
        .text("bound", bound.as_deref())
        .text("unit", unit.as_deref());
    let id = string(&claim.id);
    writeln!(out, "MERGE (n:Claim {{id: {id}}}){};", set.print("n"))?;
    let mut ends = vec![("SOURCE", 0, row.source), ("TARGET", 0, row.target)];
    ends.extend(
        row.speakers
            .iter()
            .enumerate()
            .map(|(rank, actor)| ("SAID_BY", rank, *actor)),
    );
    for (kind, rank, actor) in ends {
        writeln!(
            out,
            "MATCH (c:Claim {{id: {id}}}), (a:Actor {{id: {}}}) MERGE (c)-[:{kind} {{rank: {rank}}}]->(a);",
            string(&actor.id)
        )?;
    }
    writeln!(
        out,
        "MATCH (c:Claim {{id: {id}}}), (d:Document {{id: {}}}) MERGE (c)-[:STANDS_IN]->(d);",
        string(&row.document_id)
    )
}

/// What a statement sets.
#[derive(Default)]
struct Set(Vec<(&'static str, String)>);

impl Set {
    fn text(self, name: &'static str, text: Option<&str>) -> Set {
        self.value(name, text.map(string))
    }

    fn value(mut self, name: &'static str, value: Option<String>) -> Set {
        self.0.extend(value.map(|value| (name, value)));
        self
    }

    fn print(&self, of: &str) -> String {
        let set: Vec<String> = self
            .0
            .iter()
            .map(|(n, v)| format!("{of}.{n} = {v}"))
            .collect();
        format!(" SET {}", set.join(", "))
    }
}

/// Returns text as a string of Cypher, in one line: the one place where it is escaped.
fn string(text: &str) -> String {
    let mut string = String::from("'");
    for c in text.chars() {
        match c {
            '\\' => string.push_str("\\\\"),
            '\'' => string.push_str("\\'"),
            '\n' => string.push_str("\\n"),
            '\r' => string.push_str("\\r"),
            '\t' => string.push_str("\\t"),
            '\u{2028}' | '\u{2029}' | '\u{85}' => string.push(' '),
            c if c.is_control() => {}
            c => string.push(c),
        }
    }
    string.push('\'');
    string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_cannot_be_left() {
        assert_eq!(string("a'b\\"), "'a\\'b\\\\'");
        assert_eq!(
            string("'}) DETACH DELETE n //"),
            "'\\'}) DETACH DELETE n //'"
        );
        assert_eq!(string("a\nb\u{0}"), "'a\\nb'");
        assert_eq!(relationship_type("part_of"), "PART_OF");
        assert_eq!(relationship_type("x y`z"), "X_Y_Z");
        assert_eq!(relationship_type("9"), "R_9");
    }
}
