//! Reads articles, takes out what a reviewer rejects, and writes the corrected graph as JSON.
//!
//!     cargo run --example correct_graph review.tsv examples/port-agreement.txt

use std::path::PathBuf;
use whom::export::Format;
use whom::graph::{ActorGraph, Parts, ReviewFile};
use whom::{Whom, text};

fn main() -> whom::Result<()> {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let Some(review) = args.next() else {
        return Err(whom::Error::Usage(
            "correct_graph REVIEW ARTICLE…".to_owned(),
        ));
    };
    let whom = Whom::new()?;
    let mut parts = Parts::default();
    for document in text::load(&args.collect::<Vec<_>>()) {
        parts.readings.push(whom.read(&document?));
    }
    let file = ReviewFile::read(review)?;
    file.check(&parts)?;
    parts.review = file.review();

    let graph = ActorGraph::from_parts(parts);
    for record in graph.rejected() {
        eprintln!("taken out: {}", record.claim.evidence);
    }
    let json = Format::from_name("json").expect("JSON is a format");
    json.write(&graph, &mut std::io::stdout().lock())
}
