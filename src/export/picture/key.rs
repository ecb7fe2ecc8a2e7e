//! The legend of a picture: the kinds and the lines that occur in it.

use super::lanes::path;
use super::names::{WORD, WORD_LINE};
use super::palette::kind_class;
use super::shapes;
use crate::actors::ActorKind;
use crate::export::xml::escaped;
use crate::graph::{ActorGraph, Certainty};
use crate::layout::{Plan, Point, Size, text_width};
use petgraph::graph::NodeIndex;
use std::fmt::Write;

/// Height of a row, in pixels.
const ROW: f64 = 22.0;
/// Width of a sample of a line or of an actor, in pixels.
const SAMPLE: f64 = 34.0;
/// Room between two entries, in pixels.
const GAP: f64 = 18.0;

/// An entry: what it shows and its words.
enum Entry {
    Kind(ActorKind),
    Line(Certainty),
    Note,
}

/// Writes the legend at a place; returns its height.
pub(super) fn draw(
    svg: &mut String,
    graph: &ActorGraph,
    plan: &Plan,
    at: Point,
    width: f64,
) -> f64 {
    let mut place = Point {
        x: at.x,
        y: at.y + ROW / 2.0,
    };
    let (kinds, lines) = entries(graph, plan);
    for row in [kinds, lines] {
        for (entry, words) in row {
            let extent = SAMPLE + 6.0 + text_width(&words, WORD) + GAP;
            if place.x > at.x && place.x + extent > at.x + width {
                place = Point {
                    x: at.x,
                    y: place.y + ROW,
                };
            }
            let words_at = sample(svg, &entry, place);
            // Writing to a string does not fail.
            let _ = writeln!(
                svg,
                "<text class=\"ink\" x=\"{words_at:.1}\" y=\"{:.1}\" font-size=\"{WORD}\">{}</text>",
                place.y + WORD * 0.35,
                escaped(&words)
            );
            place.x += extent;
        }
        place = Point {
            x: at.x,
            y: place.y + ROW,
        };
    }
    place.y - ROW / 2.0 - at.y
}

/// Returns the least width in which no entry is cut.
pub(super) fn least_width(graph: &ActorGraph, plan: &Plan) -> f64 {
    let (kinds, lines) = entries(graph, plan);
    let all = kinds.iter().chain(&lines);
    let widths = all.map(|(_, words)| SAMPLE + 6.0 + text_width(words, WORD) + GAP);
    widths.fold(0.0, f64::max)
}

type Entries = Vec<(Entry, String)>;

fn entries(graph: &ActorGraph, plan: &Plan) -> (Entries, Entries) {
    let kind_of = |node: &usize| graph.actor(NodeIndex::new(*node)).kind;
    let kinds = ActorKind::ALL.into_iter().filter(|kind| {
        let mut drawn = plan.drawn.iter();
        drawn.any(|node| kind_of(node) == *kind)
    });
    let kinds = kinds.map(|kind| (Entry::Kind(kind), kind.as_str().replace('_', " ")));
    let lines = Certainty::ALL.into_iter().filter(|certainty| {
        let mut ties = graph.petgraph().edge_weights();
        ties.any(|tie| tie.certainty() == *certainty)
    });
    let lines = lines.map(|certainty| {
        let words = format!("{}: {}", certainty.as_str(), certainty.gloss());
        (Entry::Line(certainty), words)
    });
    let mut lines: Entries = lines.collect();
    if !lines.is_empty() {
        let note = "thicker line, ×2: that many independent sources";
        lines.push((Entry::Note, note.to_owned()));
    }
    (kinds.collect(), lines)
}

/// Writes a sample; returns where its words begin.
fn sample(svg: &mut String, entry: &Entry, at: Point) -> f64 {
    let end = at.x + SAMPLE;
    let point = |x: f64, y: f64| Point { x, y };
    match entry {
        Entry::Kind(kind) => {
            let size = Size {
                width: SAMPLE - 6.0,
                height: WORD_LINE + 2.0,
            };
            let outline = shapes::outline(*kind, point(at.x + SAMPLE / 2.0, at.y), size);
            let class = kind_class(*kind);
            // Writing to a string does not fail.
            let _ = writeln!(
                svg,
                "<path class=\"{class}\" d=\"{outline}\" stroke-width=\"1.2\"/>"
            );
        }
        Entry::Line(certainty) => {
            path(svg, &[at, point(end, at.y)], *certainty, 1.8);
        }
        Entry::Note => {
            path(
                svg,
                &[point(at.x, at.y - 4.0), point(end, at.y - 4.0)],
                Certainty::Stated,
                1.3,
            );
            path(
                svg,
                &[point(at.x, at.y + 3.0), point(end, at.y + 3.0)],
                Certainty::Stated,
                3.6,
            );
        }
    }
    end + 6.0
}
