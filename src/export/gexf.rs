//! GEXF 1.3 for Gephi: parallel edges by their kind, a spell for every day of a claim.
//!
//! Colours carry no alpha, which Gephi Lite does not read. The published schema wants what is
//! of the `viz` name space elsewhere than every program reads it; readers come first.

use super::rows::{self, in_a_line};
use super::xml::escaped;
use crate::actors::ActorKind;
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, Certainty};
use crate::layout;
use petgraph::graph::{EdgeIndex, NodeIndex};
use std::collections::BTreeSet;
use std::io::Write;

const NODE: [(&str, &str); 4] = [
    ("kind", "string"),
    ("country", "string"),
    ("aliases", "string"),
    ("wikidata", "string"),
];
const EDGE: [(&str, &str); 8] = [
    ("relation", "string"),
    ("certainty", "string"),
    ("symmetric", "boolean"),
    ("sources", "integer"),
    ("claims", "integer"),
    ("statuses", "string"),
    ("said_by", "string"),
    ("evidence", "string"),
];

/// Writes a graph as GEXF.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    write_io(graph, out).map_err(|error| Error::io("output", error))
}

fn write_io(graph: &ActorGraph, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n\
         <meta><creator>whom</creator></meta>\n\
         <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" \
         timerepresentation=\"interval\" idtype=\"string\">"
    )?;
    for (class, columns) in [("node", &NODE[..]), ("edge", &EDGE[..])] {
        writeln!(out, "<attributes class=\"{class}\" mode=\"static\">")?;
        for (name, kind) in columns {
            writeln!(
                out,
                "<attribute id=\"{name}\" title=\"{name}\" type=\"{kind}\"/>"
            )?;
        }
        writeln!(out, "</attributes>")?;
    }
    let layout = layout::place(graph);
    writeln!(out, "<nodes>")?;
    for node in graph.petgraph().node_indices() {
        write_node(graph, node, &layout, out)?;
    }
    writeln!(out, "</nodes>\n<edges>")?;
    for edge in graph.petgraph().edge_indices() {
        write_edge(graph, edge, out)?;
    }
    writeln!(out, "</edges>\n</graph>\n</gexf>")
}

fn write_node(
    graph: &ActorGraph,
    node: NodeIndex,
    layout: &layout::Layout,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let actor = graph.actor(node);
    let (id, label) = (escaped(&actor.id), escaped(&in_a_line(&actor.name)));
    writeln!(out, "<node id=\"{id}\" label=\"{label}\"><attvalues>")?;
    let country = actor.country.clone().unwrap_or_default();
    let wikidata = actor.wikidata.clone().unwrap_or_default();
    let values = [
        actor.kind.as_str().to_owned(),
        country,
        actor.aliases.join(" | "),
        wikidata,
    ];
    write_values(NODE.iter().map(|(name, _)| *name).zip(values), out)?;
    let [r, g, b] = color(actor.kind);
    let place = layout.positions[node.index()];
    // Gephi's y grows upwards.
    writeln!(
        out,
        "</attvalues><viz:color r=\"{r}\" g=\"{g}\" b=\"{b}\"/><viz:position x=\"{:.1}\" y=\"{:.1}\" z=\"0.0\"/></node>",
        place.x, -place.y
    )
}

fn write_edge(graph: &ActorGraph, edge: EdgeIndex, out: &mut dyn Write) -> std::io::Result<()> {
    let (from, to) = graph.ends(edge);
    let tie = graph.tie(edge);
    let relation = escaped(tie.relation());
    writeln!(
        out,
        "<edge id=\"{}\" source=\"{}\" target=\"{}\" label=\"{relation}\" kind=\"{relation}\" weight=\"{}.0\"><attvalues>",
        escaped(&rows::tie_id(graph, edge)),
        escaped(&graph.actor(from).id),
        escaped(&graph.actor(to).id),
        tie.sources()
    )?;
    let claims: Vec<rows::Row<'_>> = rows::of_tie(graph, edge).collect();
    let lines = |line: &dyn Fn(&rows::Row<'_>) -> String| -> String {
        claims.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    let symmetric = graph.vocabulary().is_symmetric(tie.relation());
    let values = [
        tie.relation().to_owned(),
        tie.certainty().as_str().to_owned(),
        symmetric.to_string(),
        tie.sources().to_string(),
        claims.len().to_string(),
        lines(&|row| row.claim.status.as_str().to_owned()),
        lines(&|row| row.said_by()),
        lines(&|row| in_a_line(&row.claim.evidence)),
    ];
    write_values(EDGE.iter().map(|(name, _)| *name).zip(values), out)?;
    writeln!(out, "</attvalues>")?;
    let dates: BTreeSet<_> = claims.iter().filter_map(|row| row.claim.date).collect();
    if !dates.is_empty() {
        write!(out, "<spells>")?;
        for date in dates {
            write!(out, "<spell start=\"{date}\" end=\"{date}\"/>")?;
        }
        writeln!(out, "</spells>")?;
    }
    let shape = match tie.certainty() {
        Certainty::Stated | Certainty::Disputed => "solid",
        Certainty::Claimed | Certainty::Planned => "dashed",
        Certainty::Possible | Certainty::Denied => "dotted",
    };
    writeln!(out, "<viz:shape value=\"{shape}\"/></edge>")
}

fn write_values<'a>(
    values: impl Iterator<Item = (&'a str, String)>,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    for (name, value) in values {
        writeln!(
            out,
            "<attvalue for=\"{name}\" value=\"{}\"/>",
            escaped(&value)
        )?;
    }
    Ok(())
}

/// Returns the colour of a kind, about that of its border in pictures.
fn color(kind: ActorKind) -> [u8; 3] {
    match kind {
        ActorKind::Country => [43, 108, 176],
        ActorKind::Official => [47, 125, 50],
        ActorKind::Person => [102, 178, 107],
        ActorKind::Agency => [99, 155, 209],
        ActorKind::Unit => [176, 58, 46],
        ActorKind::ArmedGroup => [143, 45, 31],
        ActorKind::Intergovernmental => [14, 116, 144],
        ActorKind::Organization => [201, 160, 30],
        ActorKind::Company => [178, 110, 20],
        ActorKind::Media => [107, 63, 160],
        ActorKind::Group => [107, 122, 30],
        ActorKind::Place => [107, 114, 128],
    }
}
