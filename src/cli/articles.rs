//! Reading articles on several threads, in order, and naming those that cannot be read.

use super::done::Done;
use super::knowledge::Knowledge;
use super::pipeline::{Plan, run, threads};
use super::progress::Progress;
use super::report::Report;
use super::stream::ended;
use super::trees::read_trees;
use super::{Failure, Outcome};
use clap::Args;
use std::mem::ManuallyDrop;
use std::path::PathBuf;
use whom::text::input::{FieldNames, LoadOptions};
use whom::{Reading, Whom};

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

/// What is read of the inputs and what is left out.
pub struct Sieve {
    /// Names of the fields of records.
    pub fields: FieldNames,
    /// Reads what is not English as well.
    pub foreign: bool,
    /// Texts that are remembered to recognise repetitions; 0 reads everything.
    pub remembered: usize,
    /// Documents whose readings the output has already.
    pub done: Done,
}

impl Sieve {
    /// Returns the sieve that leaves nothing out.
    pub fn open() -> Sieve {
        Sieve {
            fields: FieldNames::default(),
            foreign: true,
            remembered: 0,
            done: Done::default(),
        }
    }
}

impl Reader {
    /// Returns what reads.
    pub fn load(&self) -> Result<ManuallyDrop<Whom>, Failure> {
        self.knowledge.load()
    }

    /// Returns the number of threads.
    pub fn threads(&self) -> usize {
        threads(self.jobs)
    }

    /// Reads every article and hands its reading on; the order never depends on the threads.
    ///
    /// Neither the order of the paths nor saying one twice makes a difference.
    pub fn each(
        &self,
        whom: &Whom,
        paths: &[PathBuf],
        sieve: Sieve,
        report: &mut Report,
        mut take: impl FnMut(Reading) -> Result<(), Failure>,
    ) -> Result<Outcome, Failure> {
        let mut paths = paths.to_vec();
        paths.sort();
        paths.dedup();
        let load = LoadOptions {
            fields: sieve.fields,
            ..LoadOptions::default()
        };
        let progress = Progress::of(&paths, load.meter.clone());
        if self.conllu {
            for path in &paths {
                match read_trees(whom, path) {
                    Ok(reading) => {
                        let finding = super::pipeline::Finding::Reading(Box::new(reading));
                        report.count(finding, &progress).map_or(Ok(()), &mut take)?;
                    }
                    Err(error) => report.fault(&error, &progress),
                }
            }
            return report.outcome();
        }
        let plan = Plan {
            jobs: self.jobs,
            load,
            foreign: sieve.foreign,
            remembered: sieve.remembered,
            done: sieve.done,
        };
        let result = run(whom, &paths, plan, |finding| {
            let reading = report.count(finding, &progress);
            progress.at(report.documents());
            reading.map_or(Ok(()), &mut take)
        });
        progress.end();
        result?;
        Ok(ended(report.outcome()?))
    }
}
