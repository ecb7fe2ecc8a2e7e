//! Finding the review that belongs to a graph.

use super::{Failure, note};
use clap::Args;
use std::path::{Path, PathBuf};
use whom::graph::{Parts, ReviewFile};

/// The review that is honoured.
#[derive(Args, Default)]
pub struct ReviewInput {
    /// Honours this review of claims and actors; default: the file beside the graph that ends in
    /// `.review.tsv`, where there is one.
    #[arg(long, value_name = "FILE")]
    review: Option<PathBuf>,
}

impl ReviewInput {
    /// Returns the file of the review, whether it is there or not.
    pub fn path(&self, graph: &Path) -> PathBuf {
        self.review.clone().unwrap_or_else(|| beside(graph))
    }

    /// Returns whether a file was named.
    pub fn is_named(&self) -> bool {
        self.review.is_some()
    }

    /// Returns the parts of a graph with its review; what the file says goes before what the
    /// graph carries.
    pub fn apply(&self, parts: Parts, graph: &Path) -> Result<Parts, Failure> {
        let path = self.path(graph);
        if self.review.is_none() && (graph == Path::new("-") || !path.is_file()) {
            return Ok(parts);
        }
        let file = ReviewFile::read(&path)?;
        file.check(&parts)?;
        let count = match file.len() {
            1 => "1 remark".to_owned(),
            count => format!("{count} remarks"),
        };
        note(format_args!("honouring {} ({count})", path.display()));
        Ok(Parts {
            review: parts.review.overridden_by(file.review()),
            ..parts
        })
    }
}

/// Returns the place of a graph's review: `week.review.tsv` for `week.json`.
fn beside(graph: &Path) -> PathBuf {
    graph.with_extension("review.tsv")
}
