//! `whom read --into`: adding to a graph what it does not have yet.

use super::articles::Reader;
use super::merge::declare;
use super::output::write_file;
use super::read::vocabulary;
use super::review_input::ReviewInput;
use super::{Failure, Outcome, input, note};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use whom::Error;
use whom::export::Format;
use whom::graph::{ActorGraph, Parts};
use whom::text::{Document, fingerprint};

/// Reads the articles that a graph does not have, and puts the whole in its place.
///
/// The graph is loaded once and written once, and the result is that of reading all articles
/// at once.
pub fn read(
    graph: &Path,
    paths: &[PathBuf],
    reader: &Reader,
    review: &ReviewInput,
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
    let known: BTreeSet<String> = parts
        .readings
        .iter()
        .map(|reading| format!("{:?}", reading.document))
        .collect();
    let (mut had, mut new) = (0, 0);
    let wanted = |document: &Document| {
        let has = known.contains(&format!("{:?}", publication(document)));
        had += usize::from(has);
        !has
    };
    let readings = &mut parts.readings;
    let outcome = reader.each_new(&whom, paths, wanted, |reading| {
        new += 1;
        readings.push(reading);
        Ok(())
    });
    // A run in which nothing is new has no input that could not be read.
    let outcome = match outcome {
        Err(Failure::Unreadable) if had > 0 => Outcome::Partial,
        outcome => outcome?,
    };
    note(format_args!("{new} new, {had} there already"));
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

/// Returns what a reading keeps of a document.
fn publication(document: &Document) -> whom::Publication {
    whom::Publication {
        name: document.name.clone(),
        title: document.title.clone(),
        outlet: document.outlet.clone(),
        date: document.date,
        url: document.url.clone(),
        fingerprint: fingerprint(&document.text),
    }
}
