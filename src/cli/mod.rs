//! The command line: one short file for each verb.

mod actors;
mod around;
mod articles;
mod completions;
mod diff;
mod disputed;
mod done;
mod eval;
mod events;
mod explain;
mod export;
mod figure;
mod filters;
mod find;
mod folder;
mod gate;
mod input;
mod inputs;
mod into;
mod knowledge;
mod man;
mod merge;
mod names;
mod outcome;
mod output;
mod path;
mod path_json;
mod pipeline;
mod progress;
mod read;
mod relations;
mod report;
mod review;
mod review_input;
mod show;
mod stats;
mod stop;
mod stream;
mod timeline;
mod trees;

pub use outcome::{Failure, Outcome, note};

use clap::{Parser, Subcommand};

/// Reads news and answers who did what to whom, who says so, and how sure.
#[derive(Parser)]
#[command(name = "whom", version, max_term_width = 100, after_help = EXAMPLE)]
pub struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

const EXAMPLE: &str = "Example:
  whom read articles/ -o graph.json
  whom path \"North Korea\" Ukraine -g graph.json

Exit status: 0 found, 1 nothing found, 2 usage or input error, 3 ambiguous name,
4 some inputs unreadable and the rest done, 130 stopped.";

#[derive(Subcommand)]
enum Verb {
    Read(read::Read),
    Merge(merge::Merge),
    Path(path::Path),
    Show(show::Show),
    Actors(actors::Actors),
    Around(around::Around),
    Find(find::Find),
    Stats(stats::Stats),
    Timeline(timeline::Timeline),
    Disputed(disputed::Disputed),
    Diff(diff::Diff),
    Review(review::Review),
    Events(events::Events),
    Export(export::Export),
    Explain(explain::Explain),
    Inputs(inputs::Inputs),
    Relations(relations::Relations),
    Eval(eval::Eval),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Cli {
    /// Does what was asked for.
    pub fn run(self) -> Result<Outcome, Failure> {
        match self.verb {
            Verb::Read(verb) => verb.run(),
            Verb::Merge(verb) => verb.run(),
            Verb::Path(verb) => verb.run(),
            Verb::Show(verb) => verb.run(),
            Verb::Actors(verb) => verb.run(),
            Verb::Around(verb) => verb.run(),
            Verb::Find(verb) => verb.run(),
            Verb::Stats(verb) => verb.run(),
            Verb::Timeline(verb) => verb.run(),
            Verb::Disputed(verb) => verb.run(),
            Verb::Diff(verb) => verb.run(),
            Verb::Review(verb) => verb.run(),
            Verb::Events(verb) => verb.run(),
            Verb::Export(verb) => verb.run(),
            Verb::Explain(verb) => verb.run(),
            Verb::Inputs(verb) => verb.run(),
            Verb::Relations(verb) => verb.run(),
            Verb::Eval(verb) => verb.run(),
            Verb::Completions(verb) => verb.run(),
            Verb::Man(verb) => verb.run(),
        }
    }
}
