//! Mermaid, for Markdown: pages that draw it themselves.

use super::rows::in_a_line;
use super::text::{sentence, voice};
use crate::actors::ActorKind;
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, Certainty};
use petgraph::graph::EdgeIndex;
use std::collections::BTreeSet;
use std::io::Write;

/// Edges that Mermaid draws at most; no diagram can ask for more.
const EDGES: usize = 500;
/// Characters that Mermaid reads at most.
const LETTERS: usize = 50_000;

/// What a tie's label says beside its relation, count of sources and certainty.
#[derive(Clone, Copy, PartialEq)]
enum Label {
    /// Nothing: charts of many ties stay readable.
    Short,
    /// The first sentence behind it, and who says so.
    Quoted,
}

/// Writes a graph as a Mermaid flow chart.
///
/// # Errors
///
/// Fails where Mermaid would refuse the chart, and where the output cannot be written.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    write_labelled(graph, Label::Short, out)
}

/// Writes a graph as a Mermaid flow chart with the first sentence behind each tie, for graphs of
/// a few ties such as paths.
///
/// # Errors
///
/// Fails where Mermaid would refuse the chart (more than 500 ties or 50,000 characters), and
/// where the output cannot be written.
///
/// ```
/// let mut chart = Vec::new();
/// whom::export::write_quoted_mermaid(&whom::graph::ActorGraph::default(), &mut chart)?;
/// assert_eq!(chart, b"flowchart LR\n");
/// # Ok::<(), whom::Error>(())
/// ```
pub fn write_quoted(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    write_labelled(graph, Label::Quoted, out)
}

fn write_labelled(graph: &ActorGraph, says: Label, out: &mut dyn Write) -> Result<()> {
    let ties = graph.petgraph().edge_count();
    let chart = chart(graph, says);
    let letters = chart.chars().count();
    if ties > EDGES || letters > LETTERS {
        let remedy = match says {
            Label::Short => "`whom export --top 60`), or for SVG (-f svg",
            Label::Quoted => "`--limit 5`, `--max-hops 3`), or for DOT (-f dot",
        };
        return Err(Error::Usage(format!(
            "Mermaid draws at most {EDGES} ties and {LETTERS} characters, this graph has {ties} ties and \
             needs {letters} characters: ask for fewer ({remedy})"
        )));
    }
    out.write_all(chart.as_bytes())
        .map_err(|error| Error::io("output", error))
}

fn chart(graph: &ActorGraph, says: Label) -> String {
    let inner = graph.petgraph();
    let mut lines = vec!["flowchart LR".to_owned()];
    let mut kinds = BTreeSet::new();
    for node in inner.node_indices() {
        if inner.neighbors_undirected(node).next().is_none() {
            continue;
        }
        let actor = graph.actor(node);
        let (open, close) = brackets(actor.kind);
        let name = quoted(&actor.name);
        let kind = actor.kind.as_str();
        lines.push(format!("  n{}{open}{name}{close}:::{kind}", node.index()));
        kinds.insert(actor.kind);
    }
    for (at, edge) in inner.edge_indices().enumerate() {
        lines.push(link(graph, edge, says));
        if let Some(style) = style(graph.tie(edge).certainty()) {
            lines.push(format!("  linkStyle {at} {style}"));
        }
    }
    for kind in kinds {
        let (fill, border) = colors(kind);
        let name = kind.as_str();
        lines.push(format!(
            "  classDef {name} fill:{fill},stroke:{border},color:#1f2933"
        ));
    }
    lines.join("\n") + "\n"
}

fn link(graph: &ActorGraph, edge: EdgeIndex, says: Label) -> String {
    let (from, to) = graph.ends(edge);
    let tie = graph.tie(edge);
    let certainty = tie.certainty();
    let mut label = tie.relation().replace('_', " ");
    if tie.sources() > 1 {
        label += &format!(" ×{}", tie.sources());
    }
    if certainty != Certainty::Stated {
        label += &format!(" · {}", certainty.as_str());
    }
    if let (Label::Quoted, Some(record)) = (says, tie.claims().first()) {
        label += &format!(" · “{}” {}", sentence(record), voice(graph, record));
    }
    let symmetric = graph.vocabulary().is_symmetric(tie.relation());
    let arrow = match (certainty, symmetric) {
        (Certainty::Disputed, true) => "<==>",
        (Certainty::Disputed, false) => "==>",
        (Certainty::Stated, true) => "<-->",
        (Certainty::Stated, false) => "-->",
        (Certainty::Denied, true) => "x--x",
        (Certainty::Denied, false) => "--x",
        (_, true) => "<-.->",
        (_, false) => "-.->",
    };
    let (from, to) = (from.index(), to.index());
    format!("  n{from} {arrow}|{}| n{to}", quoted(&label))
}

fn style(certainty: Certainty) -> Option<&'static str> {
    match certainty {
        Certainty::Disputed => Some("stroke:#c81e1e,color:#c81e1e"),
        Certainty::Planned => Some("stroke:#1d5fa8,color:#1d5fa8"),
        Certainty::Possible => Some("stroke:#7b8794"),
        Certainty::Denied => Some("stroke:#9a5b13,color:#9a5b13"),
        Certainty::Stated | Certainty::Claimed => None,
    }
}

fn brackets(kind: ActorKind) -> (&'static str, &'static str) {
    match kind {
        ActorKind::Country | ActorKind::Place => ("[", "]"),
        ActorKind::Agency | ActorKind::Intergovernmental => ("[[", "]]"),
        ActorKind::Unit | ActorKind::ArmedGroup => ("{{", "}}"),
        ActorKind::Official | ActorKind::Person => ("([", "])"),
        ActorKind::Company => ("[/", "/]"),
        ActorKind::Media => (">", "]"),
        ActorKind::Organization | ActorKind::Group => ("(", ")"),
    }
}

fn colors(kind: ActorKind) -> (&'static str, &'static str) {
    match kind {
        ActorKind::Country => ("#bcd7f0", "#2b6cb0"),
        ActorKind::Agency => ("#dcebfa", "#2b6cb0"),
        ActorKind::Intergovernmental => ("#cdeaf0", "#0e7490"),
        ActorKind::Unit => ("#f7cfcb", "#b03a2e"),
        ActorKind::ArmedGroup => ("#efb8a8", "#8f2d1f"),
        ActorKind::Official => ("#cfe8cf", "#2f7d32"),
        ActorKind::Person => ("#edf7ed", "#2f7d32"),
        ActorKind::Group => ("#eef0d5", "#6b7a1e"),
        ActorKind::Organization => ("#fbeec2", "#9a7400"),
        ActorKind::Company => ("#f7dfb5", "#a05a00"),
        ActorKind::Media => ("#e6d9f5", "#6b3fa0"),
        ActorKind::Place => ("#e5e7eb", "#4b5563"),
    }
}

/// Returns text as a quoted label: the one place where it is escaped.
///
/// Mermaid knows entities by name and number between `#` and `;`. Letters, digits and a few
/// signs stand as they are; every other ASCII sign may mean something somewhere.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in in_a_line(text).chars() {
        match c {
            c if c.is_alphanumeric() || " ,.×·'’-()".contains(c) => quoted.push(c),
            '"' => quoted.push_str("#quot;"),
            '&' => quoted.push_str("#amp;"),
            '<' => quoted.push_str("#lt;"),
            '>' => quoted.push_str("#gt;"),
            c if c.is_ascii() => quoted.push_str(&format!("#{};", u32::from(c))),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c => quoted.push(c),
        }
    }
    if quoted.len() == 1 {
        quoted.push(' ');
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn labels_hold_no_sign_of_the_language() {
        assert_eq!(quoted("a \"b\"\n`c`"), "\"a #quot;b#quot; #96;c#96;\"");
        assert_eq!(quoted("<script>"), "\"#lt;script#gt;\"");
        assert_eq!(quoted("#35;"), "\"#35;35#59;\"");
        assert_eq!(quoted("\u{0}"), "\" \"");
    }
}
