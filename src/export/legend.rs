//! The legend of a drawing: the kinds and lines that occur in it.

use super::dot::{defaults, quoted, text};
use super::dot_style::{self, Line};
use crate::actors::ActorKind;
use crate::graph::{ActorGraph, Certainty};
use graphviz_rust::dot_structures::{
    Attribute, Edge, EdgeTy, Id, Node, NodeId, Stmt, Subgraph, Vertex,
};
use petgraph::graph::NodeIndex;

/// Kinds beside each other; in one column the legend would tower over the drawing.
const IN_A_ROW: usize = 3;

/// Returns the legend as a cluster, nothing where nothing is drawn.
pub(super) fn stmts(graph: &ActorGraph, drawn: &[NodeIndex]) -> Option<Stmt> {
    let occurs = |kind: &ActorKind| drawn.iter().any(|&node| graph.actor(node).kind == *kind);
    let kinds: Vec<ActorKind> = ActorKind::ALL.into_iter().filter(occurs).collect();
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
        defaults(
            "node",
            &[
                ("fontsize", "10"),
                ("margin", "0.1,0.04"),
                ("height", "0.25"),
            ],
        ),
    ];
    stmts.extend(kinds.iter().map(|&kind| kind_stmt(kind)));
    for row in kinds.chunks(IN_A_ROW) {
        stmts.extend(row.windows(2).map(|pair| beside(pair[0], pair[1])));
    }
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
    let mut attributes = vec![text("label", &kind.as_str().replace('_', " "))];
    attributes.extend(dot_style::kind(kind));
    node(&kind_name(kind), attributes)
}

fn kind_name(kind: ActorKind) -> String {
    format!("legend_{}", kind.as_str())
}

/// Places one kind to the right of another.
fn beside(left: ActorKind, right: ActorKind) -> Stmt {
    Stmt::Edge(Edge {
        ty: EdgeTy::Pair(vertex(&kind_name(left)), vertex(&kind_name(right))),
        attributes: vec![text("style", "invis")],
    })
}

/// A line between an invisible point and its gloss.
fn line_stmts(certainty: Certainty) -> [Stmt; 3] {
    let line = Line::of(certainty);
    let name = certainty.as_str();
    let (start, end) = (format!("legend_{name}_from"), format!("legend_{name}_to"));
    let plain = |label: &str| vec![text("label", label), text("shape", "plaintext")];
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
