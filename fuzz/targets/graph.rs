//! Graphs: whom's own JSON, node-link JSON of others, readings as JSON lines.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::path::Path;
use whom::Reading;
use whom::export::read_readings;
use whom::graph::ActorGraph;
use whom_fuzz::{graph, timed};

fuzz_target!(|text: &str| timed(text.as_bytes(), || {
    if let Ok(found) = ActorGraph::from_json(text, Path::new("a.json")) {
        graph::check(&found);
    }
    let lines = read_readings(text.as_bytes(), Path::new("a.jsonl"));
    let readings: Vec<Reading> = lines.filter_map(Result::ok).collect();
    if !readings.is_empty() {
        graph::check_readings(readings);
    }
}));
