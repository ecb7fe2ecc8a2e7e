//! Graphviz DOT, built as graphviz-rust's syntax tree and printed by it.
//!
//! Kind is shape and colour, certainty is the line, support is its width. Every drawn tie
//! carries the sentences behind it as its tooltip.

use super::dot_style::{self, Line};
use super::legend;
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, Tie};
use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Graph, GraphAttributes, Id, Node, NodeId, Stmt, Vertex,
};
use graphviz_rust::printer::{DotPrinter, PrinterContext};
use petgraph::graph::{EdgeIndex, NodeIndex};
use std::io::Write;

/// Sentences in a tooltip; the rest is counted.
const QUOTES: usize = 4;

/// Writes a graph as DOT.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    out.write_all(print(graph).as_bytes())
        .map_err(|error| Error::io("output", error))
}

/// Returns a graph as DOT text.
pub(super) fn print(graph: &ActorGraph) -> String {
    let mut text = tree(graph).print(PrinterContext::default().with_inline_size(0).with_semi());
    text.push('\n');
    text
}

fn tree(graph: &ActorGraph) -> Graph {
    let inner = graph.petgraph();
    let drawn: Vec<NodeIndex> = inner
        .node_indices()
        .filter(|&node| inner.neighbors_undirected(node).next().is_some())
        .collect();
    let mut stmts = dot_style::defaults(&title(graph, drawn.len()));
    stmts.extend(drawn.iter().map(|&node| node_stmt(graph, node)));
    stmts.extend(inner.edge_indices().map(|edge| edge_stmt(graph, edge)));
    stmts.extend(legend::stmts(graph, &drawn));
    Graph::DiGraph {
        id: quoted("whom"),
        strict: false,
        stmts,
    }
}

fn title(graph: &ActorGraph, drawn: usize) -> String {
    let count =
        |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let left_out = graph.petgraph().node_count() - drawn;
    let mut title = format!(
        "{} and {} from {}",
        count(drawn, "actor", "actors"),
        count(graph.petgraph().edge_count(), "tie", "ties"),
        count(graph.documents().len(), "document", "documents"),
    );
    let dates = || graph.claims().filter_map(|record| record.claim.date);
    if let (Some(first), Some(last)) = (dates().min(), dates().max()) {
        title += &match first == last {
            true => format!(" · {first}"),
            false => format!(" · {first} to {last}"),
        };
    }
    if left_out > 0 {
        title += &format!(
            " · {} without ties not drawn",
            count(left_out, "actor", "actors")
        );
    }
    title
}

fn node_stmt(graph: &ActorGraph, node: NodeIndex) -> Stmt {
    let actor = graph.actor(node);
    let mut label = wrap(&actor.name, 20);
    let own = |country: &&String| **country != actor.name;
    if let Some(country) = actor.country.as_ref().filter(own) {
        label += &format!("\n({country})");
    }
    let tooltip = format!("{}: {}", actor.kind.as_str(), actor.aliases.join(", "));
    let mut attributes = vec![text("label", &label), text("tooltip", &tooltip)];
    attributes.extend(dot_style::kind(actor.kind));
    Stmt::Node(Node {
        id: node_id(node),
        attributes,
    })
}

fn edge_stmt(graph: &ActorGraph, edge: EdgeIndex) -> Stmt {
    let (from, to) = graph.ends(edge);
    let tie = graph.tie(edge);
    let line = Line::of(tie.certainty());
    let mut label = tie.relation().replace('_', " ");
    if tie.sources() > 1 {
        label += &format!(" ×{}", tie.sources());
    }
    if let Some(word) = line.word {
        label += &format!("\n{word}");
    }
    let speech = graph.vocabulary().is_saying(tie.relation());
    let width = line.width + 0.9 * (tie.sources() as f64).ln();
    let width = if speech { 0.6 * width } else { width };
    let mut attributes = vec![
        text("label", &label),
        text("style", line.style),
        text("color", line.color),
        text("fontcolor", line.color),
        text("penwidth", &format!("{width:.1}")),
        text("arrowhead", line.arrow),
        text("tooltip", &tooltip(graph, tie)),
    ];
    if !speech {
        // Deeds pull their ends together; speech goes round.
        attributes.push(text("weight", "3"));
    }
    if graph.vocabulary().is_symmetric(tie.relation()) {
        attributes.push(text("dir", "both"));
        attributes.push(text("arrowtail", line.arrow));
    }
    Stmt::Edge(Edge {
        ty: EdgeTy::Pair(Vertex::N(node_id(from)), Vertex::N(node_id(to))),
        attributes,
    })
}

/// Returns a tie's certainty with the sentences behind it.
pub(super) fn tooltip(graph: &ActorGraph, tie: &Tie) -> String {
    let claims = tie.claims();
    let mut lines = vec![tie.certainty().as_str().to_owned()];
    for record in claims.iter().take(QUOTES) {
        let claim = &record.claim;
        let mut about = vec![claim.status.as_str().to_owned()];
        about.extend(claim.date.map(|date| date.to_string()));
        about.extend(graph.speakers(record).iter().map(|a| a.name.clone()));
        about.push(graph.document(record.document).publication.name.clone());
        lines.push(format!("“{}” ({})", claim.evidence, about.join(", ")));
    }
    if claims.len() > QUOTES {
        lines.push(format!("and {} more", claims.len() - QUOTES));
    }
    lines.join("\n")
}

/// Breaks a name into lines of about a width.
fn wrap(name: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

fn node_id(node: NodeIndex) -> NodeId {
    NodeId(Id::Plain(format!("n{}", node.index())), None)
}

/// Returns an attribute; its value is text of any kind.
pub(super) fn text(name: &str, value: &str) -> Attribute {
    Attribute(Id::Plain(name.to_owned()), quoted(value))
}

/// Returns default attributes for all nodes or edges that follow.
pub(super) fn defaults(kind: &str, attributes: &[(&str, &str)]) -> Stmt {
    let attributes = attributes.iter().map(|(n, v)| text(n, v)).collect();
    Stmt::GAttribute(GraphAttributes::new(kind, attributes))
}

/// Returns any text as a quoted DOT string: the one place where text is escaped.
///
/// Graphviz reads `\"` in every string and further escapes (`\n`, `\N`, `\l`, …) in labels,
/// so backslashes are doubled. A line break stays one, other control characters are dropped.
pub(super) fn quoted(value: &str) -> Id {
    let mut quoted = String::from("\"");
    for c in value.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' | '\r' => quoted.push(' '),
            c if c.is_control() => {}
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    Id::Escaped(quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_survives_printing_and_parsing() {
        let nasty = [
            "",
            "\\",
            "\"",
            "\\\"",
            "a\nb",
            "ends in \\",
            "x\"]; evil [\"",
            "<b>",
            "<<b>>",
            "ß漢字🙂",
            "\u{0}\u{7}\u{1b}",
            "{a|b}",
            "%s // # /* */",
            "\u{202e}right",
            "-> ; [ ] =",
        ];
        for label in nasty {
            let stmts = vec![Stmt::Node(Node {
                id: NodeId(Id::Plain("n0".to_owned()), None),
                attributes: vec![text("label", label)],
            })];
            let tree = Graph::DiGraph {
                id: quoted("whom"),
                strict: false,
                stmts,
            };
            let printed = tree.print(&mut PrinterContext::default());
            assert_eq!(
                graphviz_rust::parse(&printed).as_ref(),
                Ok(&tree),
                "{label:?}"
            );
        }
    }

    #[test]
    fn long_names_are_broken_between_words() {
        assert_eq!(wrap("North Korean military", 14), "North Korean\nmilitary");
        assert_eq!(wrap("  ", 14), "");
    }
}
