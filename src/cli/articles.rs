//! Reading articles on several threads, in order, and naming those that cannot be read.

use super::knowledge::Knowledge;
use super::trees::read_trees;
use super::{Failure, Outcome, note};
use clap::Args;
use rayon::prelude::*;
use std::mem::ManuallyDrop;
use std::path::PathBuf;
use whom::text::Document;
use whom::{Error, Reading, Whom};

/// Documents that are read before their readings are handed on, for each thread.
const BATCH: usize = 32;

/// How articles are read.
#[derive(Args)]
pub struct Reader {
    /// Threads; 0 for one for each processor.
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    jobs: usize,
    #[command(flatten)]
    knowledge: Knowledge,
    /// Takes the files as trees of another parser, in CoNLL-U, instead of text.
    #[arg(long)]
    conllu: bool,
}

impl Reader {
    /// Returns what reads.
    pub fn load(&self) -> Result<ManuallyDrop<Whom>, Failure> {
        self.knowledge.load()
    }

    /// Reads every article and hands its reading on; the order never depends on the threads.
    ///
    /// Neither the order of the paths nor saying one twice makes a difference.
    pub fn each(
        &self,
        whom: &Whom,
        paths: &[PathBuf],
        take: impl FnMut(Reading) -> Result<(), Failure>,
    ) -> Result<Outcome, Failure> {
        self.each_new(whom, paths, |_| true, take)
    }

    /// Reads every article that is wanted and hands its reading on, as [`Reader::each`] does.
    pub fn each_new(
        &self,
        whom: &Whom,
        paths: &[PathBuf],
        mut wanted: impl FnMut(&Document) -> bool,
        mut take: impl FnMut(Reading) -> Result<(), Failure>,
    ) -> Result<Outcome, Failure> {
        let threads = rayon::ThreadPoolBuilder::new()
            .num_threads(self.jobs)
            .build();
        let threads = threads.map_err(|error| Error::Usage(format!("--jobs: {error}")))?;
        let mut paths = paths.to_vec();
        paths.sort();
        paths.dedup();
        let mut tally = Tally::default();
        if self.conllu {
            let readings = paths.iter().map(|path| read_trees(whom, path));
            let readings: Vec<Reading> = tally.readable(readings).collect();
            readings.into_iter().try_for_each(&mut take)?;
            return tally.outcome();
        }
        let mut documents = whom::text::load(&paths);
        loop {
            let size = BATCH * threads.current_num_threads();
            let batch = tally.readable(documents.by_ref()).filter(&mut wanted);
            let batch: Vec<Document> = batch.take(size).collect();
            if batch.is_empty() {
                return tally.outcome();
            }
            let readings: Vec<Reading> = threads.install(|| {
                batch
                    .par_iter()
                    .map(|document| whom.read(document))
                    .collect()
            });
            readings.into_iter().try_for_each(&mut take)?;
        }
    }
}

/// How many inputs could be read and how many could not.
#[derive(Default)]
struct Tally {
    read: usize,
    unreadable: usize,
}

impl Tally {
    /// Returns what can be read and names the rest.
    fn readable<T>(
        &mut self,
        inputs: impl Iterator<Item = whom::Result<T>>,
    ) -> impl Iterator<Item = T> {
        inputs.filter_map(|input| match input {
            Ok(input) => {
                self.read += 1;
                Some(input)
            }
            Err(error) => {
                self.unreadable += 1;
                note(error);
                None
            }
        })
    }

    /// Fails where nothing could be read.
    fn outcome(&self) -> Result<Outcome, Failure> {
        match self {
            Tally { unreadable: 0, .. } => Ok(Outcome::Found),
            Tally { read: 0, .. } => Err(Failure::Unreadable),
            _ => Ok(Outcome::Partial),
        }
    }
}
