//! Review files, laid over a small graph.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::LazyLock;
use whom::export::read_graph;
use whom::graph::{ActorGraph, Parts, ReviewFile};
use whom_fuzz::{graph, timed};

static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    let text = include_str!("../corpus/graph/small.json");
    read_graph(text, Path::new("small.json")).expect("it is whole")
});

fuzz_target!(|text: &str| timed(text.as_bytes(), || {
    let Ok(file) = ReviewFile::parse(text, "a.review.tsv") else {
        return;
    };
    let rows: String = file
        .review()
        .remarks()
        .map(|remark| format!("{remark}\n"))
        .collect();
    let again = ReviewFile::parse(&rows, "b.review.tsv").expect("it was just written");
    assert_eq!(again.review(), file.review());
    let _ = file.check(&PARTS);
    let reviewed = Parts {
        review: file.review(),
        ..PARTS.clone()
    };
    graph::check(&ActorGraph::from_parts(reviewed));
}));
