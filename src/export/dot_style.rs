//! How actors and ties look.

use super::dot::{defaults as set, text};
use crate::actors::ActorKind;
use crate::graph::Certainty;
use graphviz_rust::dot_structures::{Attribute, Stmt};

const FONT: &str = "Helvetica,Arial,sans-serif";
const INK: &str = "#1f2933";

/// Returns the attributes of the graph and what holds for all nodes and edges.
pub(super) fn defaults(title: &str) -> Vec<Stmt> {
    vec![
        set(
            "graph",
            &[
                ("label", title),
                ("labelloc", "t"),
                ("rankdir", "LR"),
                ("bgcolor", "#ffffff"),
                ("fontname", FONT),
                ("fontsize", "16"),
                ("fontcolor", INK),
                ("pad", "0.4"),
                ("nodesep", "0.35"),
                ("ranksep", "0.9"),
                ("outputorder", "edgesfirst"),
            ],
        ),
        set(
            "node",
            &[
                ("fontname", FONT),
                ("fontsize", "12"),
                ("fontcolor", INK),
                ("penwidth", "1.4"),
                ("margin", "0.14,0.07"),
            ],
        ),
        set(
            "edge",
            &[("fontname", FONT), ("fontsize", "10"), ("arrowsize", "0.8")],
        ),
    ]
}

/// Returns the attributes of a kind of actor.
///
/// States and their bodies are blue boxes, arms are red, people are green and round,
/// what people form is yellow, media are violet.
pub(super) fn kind(kind: ActorKind) -> Vec<Attribute> {
    let (shape, fill, border) = match kind {
        ActorKind::Country => ("box", "#bcd7f0", "#2b6cb0"),
        ActorKind::Agency => ("component", "#dcebfa", "#2b6cb0"),
        ActorKind::Intergovernmental => ("doubleoctagon", "#cdeaf0", "#0e7490"),
        ActorKind::Unit => ("hexagon", "#f7cfcb", "#b03a2e"),
        ActorKind::ArmedGroup => ("octagon", "#efb8a8", "#8f2d1f"),
        ActorKind::Official => ("ellipse", "#cfe8cf", "#2f7d32"),
        ActorKind::Person => ("ellipse", "#edf7ed", "#2f7d32"),
        ActorKind::Group => ("egg", "#eef0d5", "#6b7a1e"),
        ActorKind::Organization => ("tab", "#fbeec2", "#9a7400"),
        ActorKind::Company => ("house", "#f7dfb5", "#a05a00"),
        ActorKind::Media => ("note", "#e6d9f5", "#6b3fa0"),
        ActorKind::Place => ("box", "#e5e7eb", "#4b5563"),
    };
    let style = match kind {
        ActorKind::Place => "filled,rounded",
        _ => "filled",
    };
    vec![
        text("shape", shape),
        text("style", style),
        text("fillcolor", fill),
        text("color", border),
    ]
}

/// How a tie of some certainty is drawn.
pub(super) struct Line {
    pub style: &'static str,
    pub color: &'static str,
    pub arrow: &'static str,
    pub width: f64,
    /// Said under the relation, so that colour and line are never all there is.
    pub word: Option<&'static str>,
}

impl Line {
    pub(super) fn of(certainty: Certainty) -> Line {
        let line = |style, color, arrow, width, word| Line {
            style,
            color,
            arrow,
            width,
            word,
        };
        match certainty {
            Certainty::Stated => line("solid", "#1f2933", "normal", 1.4, None),
            Certainty::Claimed => line("dashed", "#1f2933", "normal", 1.2, None),
            Certainty::Planned => line("dashed", "#1d5fa8", "empty", 1.2, Some("planned")),
            Certainty::Possible => line("dashed", "#7b8794", "empty", 1.1, Some("possible")),
            Certainty::Denied => line("dotted", "#9a5b13", "tee", 1.4, Some("denied")),
            Certainty::Disputed => line("solid", "#c81e1e", "normal", 1.6, Some("disputed")),
        }
    }
}
