//! `whom read --into`: adding to a graph what it does not have yet.

use super::articles::{Reader, Sieve};
use super::done::Done;
use super::merge::declare;
use super::output::write_file;
use super::read::vocabulary;
use super::report::Report;
use super::review_input::ReviewInput;
use super::{Failure, Outcome, input, note};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use whom::Error;
use whom::export::Format;
use whom::graph::{ActorGraph, Parts};

/// Reads the articles that a graph does not have, and puts the whole in its place.
///
/// The graph is loaded once and written once, and the result is that of reading all articles
/// at once.
pub fn read(
    graph: &Path,
    paths: &[PathBuf],
    reader: &Reader,
    review: &ReviewInput,
    sieve: impl FnOnce(Done) -> Sieve,
) -> Result<Outcome, Failure> {
    let format = match Format::from_path(graph) {
        Some(format) if ["json", "jsonl"].contains(&format.name) => format,
        _ => {
            let place = graph.display();
            let message = format!("--into {place}: only .json and .jsonl can be added to");
            return Err(Error::Usage(message).into());
        }
    };
    let before = version(graph);
    let mut parts = match before {
        Some(_) => input::whole(graph)?,
        None => Parts::default(),
    };
    let whom = reader.load()?;
    // What would be read again to the same end: same name, same words, same publication.
    let known = parts.readings.iter().map(|reading| &reading.document);
    let sieve = sieve(Done::exactly(known));
    let mut report = Report::new();
    let readings = &mut parts.readings;
    let outcome = reader.each(&whom, paths, sieve, &mut report, |reading| {
        readings.push(reading);
        Ok(())
    })?;
    note(report.news());
    parts.vocabulary = match before {
        Some(_) => parts.vocabulary.union(vocabulary(&whom)),
        None => vocabulary(&whom),
    };
    declare(&mut parts, &whom.data().gazetteer);
    let parts = review.apply(parts, graph)?;
    let whole = ActorGraph::from_parts(parts);
    write_file(graph, |out| {
        format.write(&whole, out)?;
        if version(graph) == before {
            return Ok(());
        }
        let message = format!(
            "{}: somebody else changed it meanwhile; nothing was written, run again",
            graph.display()
        );
        Err(Error::Usage(message).into())
    })?;
    Ok(outcome)
}

/// Returns what tells whether a file has changed, `None` where there is none.
fn version(path: &Path) -> Option<(u64, Option<SystemTime>)> {
    let about = std::fs::metadata(path).ok()?;
    Some((about.len(), about.modified().ok()))
}
