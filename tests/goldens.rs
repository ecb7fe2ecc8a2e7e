//! The graphs of the example articles, byte for byte; `WHOM_UPDATE=1 cargo test` rewrites them.

use std::path::{Path, PathBuf};
use whom::Whom;
use whom::export::Format;
use whom::graph::ActorGraph;

/// The formats kept in `graphs/`, the gallery.
const FORMATS: [&str; 3] = ["json", "dot", "svg"];

#[test]
fn graphs_of_the_examples_have_not_changed() {
    let whom = Whom::new().expect("the embedded data loads");
    let update = std::env::var_os("WHOM_UPDATE").is_some();
    let mut changed = Vec::new();
    let mut expected = Vec::new();
    for article in articles() {
        let documents = whom::text::load(std::slice::from_ref(&article));
        let readings = documents.map(|document| whom.read(&document.expect("examples are text")));
        let graph: ActorGraph = readings.collect();
        for name in FORMATS {
            let format = Format::from_name(name).expect("a format of ours");
            let mut written = Vec::new();
            format
                .write(&graph, &mut written)
                .expect("memory can be written");
            let file = Path::new("graphs").join(
                article
                    .with_extension(format.extension)
                    .file_name()
                    .expect("a file"),
            );
            if std::fs::read(&file).ok().as_ref() != Some(&written) {
                if update {
                    std::fs::write(&file, &written).expect("graphs/ can be written");
                }
                changed.push(file.clone());
            }
            expected.push(file);
        }
    }
    assert!(!expected.is_empty(), "there are no examples");
    assert!(
        changed.is_empty() || update,
        "changed: {changed:#?}\nIf that is an improvement, WHOM_UPDATE=1 cargo test rewrites them."
    );
    let stale: Vec<PathBuf> = files("graphs")
        .into_iter()
        .filter(|file| {
            FORMATS
                .iter()
                .any(|f| file.extension().is_some_and(|e| e == *f))
        })
        .filter(|file| !expected.contains(file))
        .collect();
    assert!(stale.is_empty(), "no article is behind these: {stale:#?}");
}

/// One page holds all examples: each page carries the whole viewer.
#[test]
fn the_page_of_the_examples_has_not_changed() {
    let whom = Whom::new().expect("the embedded data loads");
    let articles = articles();
    let documents = whom::text::load(&articles);
    let readings = documents.map(|document| whom.read(&document.expect("examples are text")));
    let graph: ActorGraph = readings.collect();
    let mut written = Vec::new();
    Format::from_name("html")
        .expect("a format of ours")
        .write(&graph, &mut written)
        .expect("memory can be written");
    let file = "graphs/examples.html";
    if std::env::var_os("WHOM_UPDATE").is_some() {
        std::fs::write(file, &written).expect("graphs/ can be written");
    }
    assert!(
        std::fs::read(file).ok().as_ref() == Some(&written),
        "{file} changed\nIf that is an improvement, WHOM_UPDATE=1 cargo test rewrites it."
    );
}

fn articles() -> Vec<PathBuf> {
    let mut articles = files("examples");
    articles.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    articles
}

/// Returns the files of a folder of the repository, sorted; tests run at its root.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    files
}
