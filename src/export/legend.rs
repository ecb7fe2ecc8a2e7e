//! The legend of a drawing: the kinds and lines that occur in it.

use super::dot::{defaults, quoted, text};
use super::dot_style::{self, Line};
use crate::actors::ActorKind;
use crate::graph::{ActorGraph, Certainty};
use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Id, Node, NodeId, Stmt, Subgraph, Vertex,
};
use petgraph::graph::NodeIndex;

/// Returns the legend as a cluster, nothing where nothing is drawn.
pub(super) fn stmts(graph: &ActorGraph, drawn: &[NodeIndex]) -> Option<Stmt> {
    let kinds = ActorKind::ALL.into_iter().filter(|&kind| {
        let mut drawn = drawn.iter();
        drawn.any(|&node| graph.actor(node).kind == kind)
    });
    let lines = Certainty::ALL.into_iter().filter(|&certainty| {
        let mut ties = graph.petgraph().edge_weights();
        ties.any(|tie| tie.certainty() == certainty)
    });
    let mut stmts = vec![
        Stmt::Attribute(text("label", "Legend")),
        Stmt::Attribute(text("fontsize", "12")),
        Stmt::Attribute(text("style", "rounded")),
        Stmt::Attribute(text("color", "#cbd2d9")),
        Stmt::Attribute(text("bgcolor", "#fafbfc")),
        defaults("node", &[("fontsize", "10"), ("margin", "0.1,0.04"), ("height", "0.25")]),
    ];
    stmts.extend(kinds.map(kind_stmt));
    for line in lines {
        stmts.extend(line_stmts(line));
    }
    (!drawn.is_empty()).then(|| {
        Stmt::Subgraph(Subgraph {
            id: quoted("cluster_legend"),
            stmts,
        })
    })
}

fn kind_stmt(kind: ActorKind) -> Stmt {
    let (shape, fill, border) = dot_style::kind(kind);
    node(
        &format!("legend_{}", kind.as_str()),
        vec![
            text("label", &kind.as_str().replace('_', " ")),
            text("shape", shape),
            text("fillcolor", fill),
            text("color", border),
        ],
    )
}

/// A line between an invisible point and its gloss.
fn line_stmts(certainty: Certainty) -> [Stmt; 3] {
    let line = Line::of(certainty);
    let name = certainty.as_str();
    let (start, end) = (format!("legend_{name}_from"), format!("legend_{name}_to"));
    let plain = |label: &str| vec![text("label", label), text("shape", "plaintext"), text("style", "")];
    let edge = Edge {
        ty: EdgeTy::Pair(vertex(&start), vertex(&end)),
        attributes: vec![
            text("style", line.style),
            text("color", line.color),
            text("penwidth", &format!("{:.1}", line.width)),
            text("arrowhead", line.arrow),
        ],
    };
    [
        node(&start, plain(name)),
        node(&end, plain(certainty.gloss())),
        Stmt::Edge(edge),
    ]
}

fn node(name: &str, attributes: Vec<Attribute>) -> Stmt {
    Stmt::Node(Node {
        id: NodeId(Id::Plain(name.to_owned()), None),
        attributes,
    })
}

fn vertex(name: &str) -> Vertex {
    Vertex::N(NodeId(Id::Plain(name.to_owned()), None))
}
