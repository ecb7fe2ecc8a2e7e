//! Times each stage of reading on invented news: `cargo bench --bench stages`, with a word for only some of them.
//!
//! A stage is given what the stage before made of the same articles, so that its time is its own. All run in this
//! thread, and its CPU time is what is taken: the harnesses at hand time by the wall, by which a stage takes five
//! times as long while a neighbour compiles. The articles are made here and are the same on every machine.

#[path = "measure/articles.rs"]
mod articles;
#[path = "measure/clock.rs"]
mod clock;

use articles::articles;
use clock::cpu;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::PathBuf;
use whom::export::{Format, read_readings, write_reading};
use whom::graph::ActorGraph;
use whom::syntax::{Sentence, Syntax};
use whom::text::input::{Input, LoadOptions, take_apart};
use whom::text::{Document, Passage};
use whom::{Reading, Whom};

const ARTICLES: usize = 100;
/// Articles that are parsed together, which are some 64 KiB, as in the program.
const TOGETHER: usize = 24;
/// Times that a stage is measured; the least and the middle one are told.
const SAMPLES: usize = 7;
/// CPU seconds of a sample at least: the kernel counts in steps of some milliseconds.
const LEAST: f64 = 0.3;

fn main() -> Result<(), whom::Error> {
    let wanted = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    let file = std::env::temp_dir().join(format!("whom-bench-{}.jsonl", std::process::id()));
    std::fs::write(&file, articles(ARTICLES)).map_err(|error| whom::Error::io(&file, error))?;
    let measured = stages(&wanted.unwrap_or_default(), &file);
    std::fs::remove_file(&file).map_err(|error| whom::Error::io(&file, error))?;
    measured
}

fn stages(wanted: &str, file: &PathBuf) -> Result<(), whom::Error> {
    let whom = Whom::new()?;
    let documents = load(file);
    let passages: Vec<_> = documents.iter().map(whom::text::passages).collect();
    let sentences = parsed(&documents, &passages);
    let (gazetteer, lexicon) = (&whom.data().gazetteer, &whom.data().lexicon);
    let cast = |(document, sentences): (&Document, &Vec<Sentence>)| {
        whom::actors::find(gazetteer, document, sentences)
    };
    let casts: Vec<_> = documents.iter().zip(&sentences).map(cast).collect();
    let readings: Vec<Reading> = documents.iter().map(|one| whom.read(one)).collect();
    let lines = lines(&readings);
    let graph = ActorGraph::collect(readings.clone());
    let words = documents
        .iter()
        .flat_map(|one| one.text.split_whitespace())
        .count();
    println!(
        "{ARTICLES} articles, {words} words, {} claims, {} ties; CPU time of one thread\n",
        graph.claims().count(),
        graph.petgraph().edge_count()
    );
    println!("| stage | least | median | words a second |\n|---|---|---|---|");
    let clock = Clock { wanted, words };
    clock.stage("decode JSON lines", || load(file));
    clock.stage("passages", || {
        documents
            .iter()
            .map(whom::text::passages)
            .collect::<Vec<_>>()
    });
    clock.stage("syntax", || parsed(&documents, &passages));
    clock.stage("actors", || {
        documents
            .iter()
            .zip(&sentences)
            .map(cast)
            .collect::<Vec<_>>()
    });
    clock.stage("claims", || {
        let parts = documents.iter().zip(&passages);
        let read = parts.zip(sentences.iter().zip(&casts));
        read.map(|((document, passages), (sentences, cast))| {
            whom::claims::read(lexicon, document, passages, sentences, cast, false)
        })
        .collect::<Vec<_>>()
    });
    clock.stage("write readings", || self::lines(&readings));
    clock.stage("read readings", || {
        let back = read_readings(lines.as_slice(), "readings".as_ref());
        back.map(|reading| reading.expect("whom wrote it"))
            .collect::<Vec<_>>()
    });
    clock.stage("collect", || ActorGraph::collect(readings.iter().cloned()));
    for format in ["json", "html", "svg", "graphml", "csv", "parquet"] {
        clock.stage(&format!("export {format}"), || exported(&graph, format));
    }
    clock.stage("all, from the file to JSON", || {
        let documents = load(file);
        let passages: Vec<_> = documents.iter().map(whom::text::passages).collect();
        let each = documents.iter().zip(&passages);
        let texts: Vec<(&Document, &[Passage])> = each.map(|(d, p)| (d, &**p)).collect();
        let batches = texts.chunks(TOGETHER);
        let readings = batches.flat_map(|batch| whom.read_together(batch));
        exported(&ActorGraph::collect(readings), "json")
    });
    Ok(())
}

struct Clock<'a> {
    wanted: &'a str,
    words: usize,
}

impl Clock<'_> {
    /// Measures a stage with all articles in one go, and prints a row.
    fn stage<T>(&self, name: &str, run: impl Fn() -> T) {
        if !name.contains(self.wanted) {
            return;
        }
        let sample = || {
            let (start, mut runs) = (cpu(), 0);
            loop {
                black_box(run());
                runs += 1;
                let taken = cpu() - start;
                if taken >= LEAST {
                    return taken / f64::from(runs);
                }
            }
        };
        let mut samples: Vec<f64> = (0..SAMPLES).map(|_| sample()).collect();
        samples.sort_by(f64::total_cmp);
        let (least, median) = (samples[0], samples[SAMPLES / 2]);
        let rate = self.words as f64 / least;
        println!(
            "| {name} | {:.1} ms | {:.1} ms | {rate:.0} |",
            1e3 * least,
            1e3 * median
        );
    }
}

/// Decodes the articles in this thread.
fn load(file: &PathBuf) -> Vec<Document> {
    let options = LoadOptions::default();
    let mut documents = Vec::new();
    take_apart(std::slice::from_ref(file), &options, &mut |input| {
        if let Input::Piece(piece) = input {
            let found = piece.documents(&options.fields).into_iter();
            documents.extend(found.map(|one| one.expect("the article was written above")));
        }
        ControlFlow::Continue(())
    });
    documents
}

fn parsed(documents: &[Document], passages: &[Vec<Passage>]) -> Vec<Vec<Sentence>> {
    let each = documents.iter().zip(passages);
    let texts: Vec<(&str, &[Passage])> = each.map(|(d, p)| (&*d.text, &**p)).collect();
    let batches = texts.chunks(TOGETHER);
    batches
        .flat_map(|batch| Syntax::embedded().parse_together(batch))
        .collect()
}

fn lines(readings: &[Reading]) -> Vec<u8> {
    let mut lines = Vec::new();
    for reading in readings {
        write_reading(reading, &mut lines).expect("memory can be written");
    }
    lines
}

fn exported(graph: &ActorGraph, format: &str) -> Vec<u8> {
    let mut out = Vec::new();
    Format::from_name(format)
        .expect("a format of ours")
        .write(graph, &mut out)
        .expect("memory can be written");
    out
}
