//! What holds of every graph.

use std::path::Path;
use whom::Reading;
use whom::export::{Events, Format};
use whom::graph::{ActorGraph, PathQuery, Weight};
use whom::petgraph::graph::NodeIndex;

/// More actors than a mutated input of some kilobytes has; a picture of them takes its time.
const DRAWN: usize = 8;

/// Returns a graph in a format.
pub fn written(graph: &ActorGraph, format: &str) -> String {
    let format = Format::from_name(format).expect("the format is there");
    let mut bytes = Vec::new();
    format
        .write(graph, &mut bytes)
        .expect("memory can be written");
    String::from_utf8(bytes).expect("it is text")
}

/// Checks that a graph is the same after it was written, read and merged with itself, and that
/// every format and every question to it comes to an end.
pub fn check(graph: &ActorGraph) {
    let json = written(graph, "json");
    let back = ActorGraph::from_json(&json, Path::new("back.json"))
        .unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(written(&back, "json"), json, "read back");
    let merged = ActorGraph::merge([graph.clone(), back.clone()]);
    assert_eq!(written(&merged, "json"), json, "merged with itself");
    let apart = ActorGraph::from_parts(graph.parts());
    assert_eq!(written(&apart, "json"), json, "taken apart");
    write_all(graph);
    ask(graph, &back);
}

fn write_all(graph: &ActorGraph) {
    for format in Format::ALL {
        if !format.is_picture() || (format.name == "svg" && graph.petgraph().node_count() <= DRAWN)
        {
            format
                .write(graph, &mut std::io::sink())
                .expect("it is written to nowhere");
        }
    }
}

fn ask(graph: &ActorGraph, back: &ActorGraph) {
    graph.stats();
    graph.census();
    graph.communities();
    graph.least_certain();
    graph.by_country();
    graph.clone().with_rejected();
    graph.diff(back);
    Events::new(&[]).of(graph);
    let ends: Vec<NodeIndex> = graph.petgraph().node_indices().collect();
    let (Some(&first), Some(&last)) = (ends.first(), ends.last()) else {
        return;
    };
    graph.around(first, 2);
    graph.find(&graph.actor(last).name);
    for weight in [Weight::Hops, Weight::Evidence, Weight::Certainty] {
        for in_order in [false, true] {
            let query = PathQuery {
                weight,
                in_order,
                max_steps: 2000,
                ..PathQuery::default()
            };
            graph.paths(first, last, &query);
        }
    }
}

/// Checks the graph that readings make.
pub fn check_readings(readings: Vec<Reading>) {
    check(&ActorGraph::collect(readings));
}
