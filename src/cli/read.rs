//! `whom read`: articles to a graph or readings.

use super::articles::{Reader, Sieve};
use super::done::Done;
use super::output::Output;
use super::report::Report;
use super::review_input::ReviewInput;
use super::stream::write_lines;
use super::{Failure, Outcome, into, note, stop};
use clap::Args;
use std::mem::ManuallyDrop;
use std::path::PathBuf;
use whom::claims::Relation;
use whom::graph::{ActorGraph, Parts, Vocabulary};
use whom::text::input::FieldNames;
use whom::{Error, Whom, export};

/// Texts that a stream of readings remembers to recognise repetitions: some 30 MB of them.
const REMEMBERED: usize = 16_384;

/// Reads articles into a graph, or into readings with -f jsonl.
///
/// With --into, only those articles are read that the graph does not have yet.
#[derive(Args)]
#[command(after_help = "Examples:
  whom read articles/ -o graph.json
  whom read articles/ --into graph.json   # tomorrow: only what is new
  whom read export.csv --text-field body --date-field published -o graph.json
  whom read articles/ -f jsonl --events   # how sure the text is of everything it tells of
  whom read crawl.warc.gz -o readings.jsonl --resume --report report.json
  curl -s https://example.org/story.html | whom read - -f jsonl")]
pub struct Read {
    /// Files, folders and archives of articles (`whom inputs` lists what is read), or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Adds the articles to this graph (.json) or these readings (.jsonl); all or nothing, so
    /// that whoever looks sees the old file or the new one.
    #[arg(long, value_name = "GRAPH", conflicts_with_all = ["output", "format"])]
    into: Option<PathBuf>,
    #[command(flatten)]
    output: Output,
    /// Adds to each reading (-f jsonl) how sure the text is of every event, also of those in no claim.
    #[arg(long)]
    events: bool,
    /// Goes on where a run that was ended stopped writing `-o FILE.jsonl`, with the same inputs.
    #[arg(long)]
    resume: bool,
    /// Writes what became of the inputs as JSON.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Says nothing about what became of the inputs, but for those that cannot be read.
    #[arg(short, long)]
    quiet: bool,
    /// Reads texts that are not English as if they were.
    #[arg(long)]
    force: bool,
    /// Reads texts that repeat another one as if they did not.
    #[arg(long)]
    keep_duplicates: bool,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    reader: Reader,
    #[command(flatten)]
    review: ReviewInput,
}

/// Fields of JSON and columns of tables; `a.b` is the field `b` of the object `a`.
#[derive(Args)]
struct Fields {
    /// Field or column that holds the text.
    #[arg(long, value_name = "NAME")]
    text_field: Option<String>,
    /// Field or column that holds the headline.
    #[arg(long, value_name = "NAME")]
    title_field: Option<String>,
    /// Field or column that holds the date of publication.
    #[arg(long, value_name = "NAME")]
    date_field: Option<String>,
    /// Field or column that holds the publisher.
    #[arg(long, value_name = "NAME")]
    outlet_field: Option<String>,
    /// Field or column that holds the address.
    #[arg(long, value_name = "NAME")]
    url_field: Option<String>,
    /// Field or column that holds the writer.
    #[arg(long, value_name = "NAME")]
    author_field: Option<String>,
    /// Field or column that holds the name of the document.
    #[arg(long, value_name = "NAME")]
    id_field: Option<String>,
}

impl Read {
    /// Reads the articles and writes what they say.
    pub fn run(self) -> Result<Outcome, Failure> {
        if let Some(graph) = &self.into {
            let sieve = |done| self.sieve(usize::MAX, done);
            return into::read(graph, &self.paths, &self.reader, &self.review, sieve);
        }
        let format = self.output.format("json")?;
        let lines = format.name == "jsonl" && !self.review.is_named();
        if self.resume && !lines {
            let message = "--resume goes on with readings: say -o FILE.jsonl, and make the graph of them with `whom merge`";
            return Err(Error::Usage(message.to_owned()).into());
        }
        if self.events && !lines {
            let message = "--events go into readings, a graph has no place for them: say -f jsonl";
            return Err(Error::Usage(message.to_owned()).into());
        }
        stop::listen();
        let mut whom = self.reader.load()?;
        if self.events {
            whom = ManuallyDrop::new(ManuallyDrop::into_inner(whom).with_events());
        }
        let mut report = Report::new();
        let result = match lines {
            true => self.write_readings(&whom, &mut report),
            false => self.write_graph(&whom, &mut report),
        };
        self.tell(&report, &result)?;
        result
    }

    /// Writes readings as they come, so that a stream of any length goes through.
    fn write_readings(&self, whom: &Whom, report: &mut Report) -> Result<Outcome, Failure> {
        write_lines(&self.output, self.resume, |out, done| {
            let sieve = self.sieve(REMEMBERED, done);
            self.reader
                .each(whom, &self.paths, sieve, report, |reading| {
                    export::write_reading(&reading, out)?;
                    Ok(out.flush()?)
                })
        })
    }

    fn write_graph(&self, whom: &Whom, report: &mut Report) -> Result<Outcome, Failure> {
        let mut readings = Vec::new();
        // A graph holds all its claims anyway, so every text is remembered.
        let sieve = self.sieve(usize::MAX, Done::default());
        let outcome = self
            .reader
            .each(whom, &self.paths, sieve, report, |reading| {
                readings.push(reading);
                Ok(())
            })?;
        if outcome == Outcome::Stopped {
            note(
                "stopped; nothing is written. -f jsonl keeps what was read, and --resume goes on with it",
            );
            return Ok(outcome);
        }
        let parts = Parts {
            vocabulary: vocabulary(whom),
            readings,
            ..Parts::default()
        };
        let parts = self.review.apply(parts, self.output.path())?;
        self.output.write(&ActorGraph::from_parts(parts), "json")?;
        Ok(outcome)
    }

    fn sieve(&self, remembered: usize, done: Done) -> Sieve {
        let names = &self.fields;
        Sieve {
            fields: FieldNames {
                text: names.text_field.clone(),
                title: names.title_field.clone(),
                date: names.date_field.clone(),
                outlet: names.outlet_field.clone(),
                url: names.url_field.clone(),
                author: names.author_field.clone(),
                id: names.id_field.clone(),
            },
            foreign: self.force,
            remembered: if self.keep_duplicates { 0 } else { remembered },
            done,
        }
    }

    fn tell(&self, report: &Report, result: &Result<Outcome, Failure>) -> Result<(), Failure> {
        let broken_pipe = matches!(result, Err(failure) if failure.is_broken_pipe());
        if !self.quiet && !broken_pipe && report.is_worth_telling() {
            note(report.line());
        }
        let outcome = match result {
            Ok(outcome) => outcome.as_str(),
            Err(_) => "failed",
        };
        match &self.report {
            Some(path) => report.write(path, self.reader.threads(), outcome),
            None => Ok(()),
        }
    }
}

/// Returns what a graph must know about the relations that were read with.
pub fn vocabulary(whom: &Whom) -> Vocabulary {
    let relations = &whom.data().lexicon.relations;
    let ids = |test: &dyn Fn(&Relation) -> bool| {
        let chosen = relations.iter().filter(|relation| test(relation));
        chosen.map(|relation| relation.id.clone()).collect()
    };
    Vocabulary {
        symmetric: ids(&|relation| relation.symmetric),
        saying: ids(&|relation| relation.family == "saying"),
    }
}
