//! Reading articles on several threads, in order, and naming those that cannot be read.

use super::{Failure, Outcome, note};
use clap::Args;
use rayon::prelude::*;
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
    /// Folder with relations, cue words and actors of your own (laid out like src/data).
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Reader {
    /// Returns what reads, with the data of the folder or with the binary's own.
    pub fn load(&self) -> Result<Whom, Failure> {
        Ok(match &self.data {
            Some(folder) => Whom::with_data(folder)?,
            None => Whom::new()?,
        })
    }

    /// Reads every article and hands its reading on; the order never depends on the threads.
    ///
    /// Neither the order of the paths nor saying one twice makes a difference.
    pub fn each(
        &self,
        whom: &Whom,
        paths: &[PathBuf],
        mut take: impl FnMut(Reading) -> Result<(), Failure>,
    ) -> Result<Outcome, Failure> {
        let threads = rayon::ThreadPoolBuilder::new()
            .num_threads(self.jobs)
            .build();
        let threads = threads.map_err(|error| Error::Usage(format!("--jobs: {error}")))?;
        let mut paths = paths.to_vec();
        paths.sort();
        paths.dedup();
        let mut documents = whom::text::load(&paths);
        let mut tally = Tally::default();
        loop {
            let size = BATCH * threads.current_num_threads();
            let batch: Vec<Document> = tally.readable(documents.by_ref()).take(size).collect();
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
    /// Returns the documents that can be read and names the others.
    fn readable(
        &mut self,
        documents: impl Iterator<Item = whom::Result<Document>>,
    ) -> impl Iterator<Item = Document> {
        documents.filter_map(|document| match document {
            Ok(document) => {
                self.read += 1;
                Some(document)
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
