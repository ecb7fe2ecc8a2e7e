//! One page that shows the graph: offline, in a browser, without a server.
//!
//! The page is built from `viewer/` and kept as `viewer/viewer.html`; it allows itself just its own
//! script and styles, by their hashes, and no network at all. What is added here is data: a
//! title, the graph as [`json`] writes it, and where the actors stand.

use super::json;
use crate::error::{Error, Result};
use crate::graph::{ActorGraph, Filter};
use crate::layout;
use petgraph::graph::NodeIndex;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

const PAGE: &str = include_str!("viewer/viewer.html");

/// Names and ISO codes of states.
const COUNTRIES: &str = include_str!("../data/en/countries.tsv");

/// Actors that the page draws at first; the same number as `FIRST` in `viewer/model/shown.ts`.
const FIRST: usize = 150;

/// What the page knows beside the graph.
#[derive(Serialize)]
struct WirePage<'a> {
    /// Where each node stands, in whole pixels.
    places: Vec<[i64; 2]>,
    /// Where the best supported nodes stand while they alone are drawn: node, x, y.
    first: Vec<[i64; 3]>,
    /// Two letters for each country that occurs, by its name.
    codes: BTreeMap<&'a str, &'a str>,
}

/// Writes a graph as a page.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    let mut data = Vec::new();
    json::write(graph, &mut data)?;
    let data = String::from_utf8(data).map_err(|error| {
        Error::Usage(format!(
            "the graph's JSON is not UTF-8, a bug in whom: {error}"
        ))
    })?;
    let page = serde_json::to_string(&WirePage {
        places: places(graph),
        first: first(graph),
        codes: codes(graph),
    })
    .map_err(|error| Error::io("output", error.into()))?;
    let parts = [
        ("%TITLE%", text(&title(graph))),
        ("%GRAPH%", script_data(&data)),
        ("%PAGE%", script_data(&page)),
    ];
    let mut rest = PAGE;
    for (mark, part) in parts {
        let (before, after) = rest
            .split_once(mark)
            .expect("the build of the page checks that each mark stands in it, in this order");
        for piece in [before, &part] {
            out.write_all(piece.as_bytes())
                .map_err(|error| Error::io("output", error))?;
        }
        rest = after;
    }
    out.write_all(rest.as_bytes())
        .map_err(|error| Error::io("output", error))
}

fn places(graph: &ActorGraph) -> Vec<[i64; 2]> {
    let layout = layout::place(graph);
    layout.positions.iter().map(whole).collect()
}

fn whole(point: &layout::Point) -> [i64; 2] {
    [point.x.round() as i64, point.y.round() as i64]
}

/// Returns where the best supported actors of a large graph stand among themselves: the places
/// that they have among thousands leave them in heaps. Empty where all are drawn at once.
fn first(graph: &ActorGraph) -> Vec<[i64; 3]> {
    let mut support = vec![0; graph.petgraph().node_count()];
    for edge in graph.petgraph().edge_indices() {
        let (from, to) = graph.ends(edge);
        for node in BTreeSet::from([from, to]) {
            support[node.index()] += graph.tie(edge).sources();
        }
    }
    let mut ranked = graph.census();
    ranked.retain(|standing| standing.ties > 0);
    if ranked.len() <= FIRST {
        return Vec::new();
    }
    ranked.sort_by_key(|standing| {
        let support = support[standing.node.index()];
        (Reverse((support, standing.documents)), standing.node)
    });
    let drawn: BTreeSet<NodeIndex> = ranked[..FIRST].iter().map(|s| s.node).collect();
    let part = graph.select(&Filter {
        avoid: ranked[FIRST..].iter().map(|s| s.node).collect(),
        ..Filter::default()
    });
    let layout = layout::place(&part);
    let actors = part.petgraph().node_weights().zip(&layout.positions);
    let stands: BTreeMap<&str, [i64; 2]> = actors
        .map(|(actor, point)| (actor.id.as_str(), whole(point)))
        .collect();
    drawn
        .into_iter()
        .filter_map(|node| {
            let [x, y] = *stands.get(graph.actor(node).id.as_str())?;
            Some([node.index() as i64, x, y])
        })
        .collect()
}

/// Returns the codes of the countries that occur, from the table of states and from the graph's
/// own states, which data of the user's may have added.
fn codes(graph: &ActorGraph) -> BTreeMap<&str, &str> {
    let is_code = |code: &str| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
    let listed = COUNTRIES.lines().filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?))
    });
    let actors = || graph.petgraph().node_weights();
    let own = actors().filter_map(|actor| {
        let code = actor.id.strip_prefix("country/")?;
        Some((code, actor.name.as_str()))
    });
    let known: BTreeMap<&str, &str> = listed
        .chain(own)
        .filter(|(code, _)| is_code(code))
        .map(|(code, name)| (name, code))
        .collect();
    actors()
        .filter_map(|actor| {
            let name = actor.country.as_deref()?;
            Some((name, *known.get(name)?))
        })
        .collect()
}

/// Returns the title of the only article, or how many there are.
fn title(graph: &ActorGraph) -> String {
    let documents = graph.documents();
    let only = match documents {
        [document] => document.publication.title.as_deref(),
        _ => None,
    };
    match (only, documents.len()) {
        (Some(title), _) => title.split_whitespace().collect::<Vec<_>>().join(" "),
        (None, 0 | 1) => "Who did what to whom".to_owned(),
        (None, count) => format!("Who did what to whom in {count} articles"),
    }
}

/// Returns text as HTML; control characters, which HTML forbids, are dropped.
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Returns JSON as it may stand inside a script element.
///
/// `<`, `>` and `&` occur in strings only, where an escape means the same.
fn script_data(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len() + json.len() / 64);
    for c in json.chars() {
        match c {
            '<' => escaped.push_str("\\u003c"),
            '>' => escaped.push_str("\\u003e"),
            '&' => escaped.push_str("\\u0026"),
            c => escaped.push(c),
        }
    }
    escaped
}
