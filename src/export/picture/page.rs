//! The whole picture as SVG: title, lines, labels, actors, legend, source.
//!
//! Lines lie below labels and labels below actors, so that no name is ever struck through.

use super::lanes;
use super::names::{self, Bundle, NAME, NAME_LINE, Name, WORD, WORD_LINE};
use super::palette::{self, FONTS, kind_class};
use super::{Picture, caption, key, shapes};
use crate::export::dot;
use crate::export::xml::escaped;
use crate::graph::ActorGraph;
use crate::layout::{Plan, Point, plan, text_width};
use petgraph::graph::NodeIndex;
use std::fmt::Write;

/// Room around everything, in pixels.
const MARGIN: f64 = 24.0;
/// Height of the title's letters, in pixels.
const TITLE: f64 = 16.0;

/// Returns a graph as SVG.
pub(super) fn draw(graph: &ActorGraph, picture: &Picture) -> String {
    let nodes = graph.petgraph().node_indices();
    let actor_names: Vec<Name> = nodes.map(|node| Name::of(graph, node)).collect();
    let bundles = names::bundles(graph);
    let boxes = names::boxes(graph, &actor_names, &bundles);
    let plan = plan(graph, &boxes);
    let mut body = String::new();
    for (pair, bundle) in &bundles {
        let route = &plan.routes[pair];
        group(&mut body, &tooltip(graph, bundle));
        lanes::draw(&mut body, graph, &plan, *pair, bundle, route);
        body.push_str("</g>\n");
    }
    if plan.labelled {
        for (pair, bundle) in &bundles {
            group(&mut body, &tooltip(graph, bundle));
            label(&mut body, graph, &plan, *pair, bundle);
            body.push_str("</g>\n");
        }
    }
    for &node in &plan.drawn {
        actor(
            &mut body,
            graph,
            &plan,
            NodeIndex::new(node),
            &actor_names[node],
        );
    }
    page(graph, picture, &plan, &body)
}

/// Opens a group with what a reader sees who points at it.
fn group(svg: &mut String, tooltip: &str) {
    // Writing to a string does not fail, here and below.
    let _ = writeln!(svg, "<g><title>{}</title>", escaped(tooltip));
}

fn tooltip(graph: &ActorGraph, bundle: &Bundle) -> String {
    let ties = bundle.ties.iter().take(6).map(|&edge| {
        let (from, to) = graph.ends(edge);
        let tie = graph.tie(edge);
        let (from, to) = (&graph.actor(from).name, &graph.actor(to).name);
        format!(
            "{from} {} {to}: {}",
            tie.relation(),
            dot::tooltip(graph, tie)
        )
    });
    ties.collect::<Vec<_>>().join("\n\n")
}

fn actor(svg: &mut String, graph: &ActorGraph, plan: &Plan, node: NodeIndex, name: &Name) {
    let actor = graph.actor(node);
    let (at, size) = (
        plan.layout.positions[node.index()],
        plan.layout.sizes[node.index()],
    );
    let kind = actor.kind.as_str().replace('_', " ");
    group(
        svg,
        &format!("{} ({kind}): {}", actor.name, actor.aliases.join(", ")),
    );
    let class = kind_class(actor.kind);
    let outline = shapes::outline(actor.kind, at, size);
    let _ = writeln!(
        svg,
        "<path class=\"{class}\" d=\"{outline}\" stroke-width=\"1.4\"/>"
    );
    let rows = name.lines.len() as f64 * NAME_LINE;
    let country = if name.country.is_some() {
        WORD_LINE
    } else {
        0.0
    };
    let mut y = at.y - (rows + country) / 2.0 + NAME_LINE * 0.78;
    for line in &name.lines {
        text(svg, "ink", Point { x: at.x, y }, NAME, line);
        y += NAME_LINE;
    }
    if let Some(country) = &name.country {
        text(
            svg,
            "muted",
            Point {
                x: at.x,
                y: y - 1.5,
            },
            WORD,
            country,
        );
    }
    svg.push_str("</g>\n");
}

fn label(svg: &mut String, graph: &ActorGraph, plan: &Plan, pair: (usize, usize), bundle: &Bundle) {
    let place = plan.routes[&pair].label;
    let rows = bundle.lines.len() as f64 * WORD_LINE;
    let mut about = None;
    let lines: Vec<(String, &'static str)> = bundle
        .lines
        .iter()
        .map(|line| {
            let Some(edge) = line.tie else {
                return (line.text.clone(), "stated");
            };
            // Only the first of a tie's lines has the arrow.
            let arrow = match about.replace(edge) == Some(edge) {
                true => "",
                false => lanes::arrow(graph, plan, pair, bundle, edge),
            };
            let certainty = graph.tie(edge).certainty().as_str();
            (format!("{arrow}{}", line.text), certainty)
        })
        .collect();
    let widths = lines.iter().map(|(line, _)| text_width(line, WORD));
    let width = widths.fold(0.0, f64::max) + 6.0;
    let _ = writeln!(
        svg,
        "<rect class=\"back\" x=\"{:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"{:.1}\" rx=\"3\"/>",
        place.x - width / 2.0,
        place.y - rows / 2.0 - 1.0,
        rows + 2.0
    );
    let mut y = place.y - rows / 2.0 + WORD_LINE * 0.76;
    for (line, certainty) in lines {
        text(
            svg,
            &format!("t-{certainty}"),
            Point { x: place.x, y },
            WORD,
            &line,
        );
        y += WORD_LINE;
    }
}

/// Writes a line of text around a place.
fn text(svg: &mut String, class: &str, at: Point, height: f64, line: &str) {
    let _ = writeln!(
        svg,
        "<text class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"{height}\" text-anchor=\"middle\">{}</text>",
        at.x,
        at.y,
        escaped(line)
    );
}

/// Puts title, legend and source around what is drawn.
fn page(graph: &ActorGraph, picture: &Picture, plan: &Plan, body: &str) -> String {
    let (min, max) = (plan.layout.min, plan.layout.max);
    let (title, counts) = caption::title(graph, picture, plan);
    let source = caption::sources(graph);
    let legend_width = key::least_width(graph, plan).max(420.0);
    let least = [
        text_width(&title, TITLE) * 1.06,
        text_width(counts.as_deref().unwrap_or(""), WORD + 1.0),
        text_width(&source, WORD),
        legend_width,
        max.x - min.x,
    ];
    let inner = least.into_iter().fold(0.0, f64::max);
    let width = inner + 2.0 * MARGIN;
    let top = MARGIN + TITLE + if counts.is_some() { 20.0 } else { 6.0 } + 14.0;
    let drawn_height = max.y - min.y;
    let legend_at = Point {
        x: MARGIN,
        y: top + drawn_height + 22.0,
    };
    let mut legend = String::new();
    let legend_height = match plan.drawn.is_empty() {
        true => 0.0,
        false => key::draw(&mut legend, graph, plan, legend_at, inner),
    };
    let source_y = legend_at.y + legend_height + 18.0;
    let height = source_y + MARGIN - 8.0;

    let mut svg = String::new();
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\" font-family=\"{FONTS}\">\n\
         <title>{}</title>\n<style>\n{}</style>\n\
         <rect class=\"paper\" width=\"100%\" height=\"100%\"/>",
        escaped(&title),
        palette::style(picture.theme)
    );
    let heading = |svg: &mut String, class: &str, y: f64, size: f64, weight: &str, words: &str| {
        let _ = writeln!(
            svg,
            "<text class=\"{class}\" x=\"{MARGIN}\" y=\"{y:.1}\" font-size=\"{size}\"{weight}>{}</text>",
            escaped(words)
        );
    };
    let bold = " font-weight=\"bold\"";
    heading(&mut svg, "ink", MARGIN + TITLE * 0.8, TITLE, bold, &title);
    if let Some(counts) = &counts {
        heading(
            &mut svg,
            "muted",
            MARGIN + TITLE + 16.0,
            WORD + 1.0,
            "",
            counts,
        );
    }
    let shift = (
        MARGIN - min.x + (inner - (max.x - min.x)) / 2.0,
        top - min.y,
    );
    let _ = writeln!(
        svg,
        "<g transform=\"translate({:.1} {:.1})\">",
        shift.0, shift.1
    );
    svg.push_str(body);
    svg.push_str("</g>\n");
    if !legend.is_empty() {
        let _ = writeln!(
            svg,
            "<path class=\"frame\" d=\"M{MARGIN} {:.1}H{:.1}\"/>",
            legend_at.y - 8.0,
            MARGIN + inner
        );
    }
    svg.push_str(&legend);
    heading(&mut svg, "muted", source_y, WORD, "", &source);
    svg.push_str("</svg>\n");
    svg
}
