//! `whom man`: manual pages.

use super::{Cli, Failure, Outcome};
use clap::{Args, CommandFactory};
use std::path::PathBuf;
use whom::Error;

/// Writes a manual page for each verb into a folder.
#[derive(Args)]
#[command(after_help = "Example:
  whom man ~/.local/share/man/man1")]
pub struct Man {
    /// The folder; it is made where it does not exist.
    folder: PathBuf,
}

impl Man {
    /// Writes the pages.
    pub fn run(self) -> Result<Outcome, Failure> {
        let failed = |error| Error::io(&self.folder, error);
        std::fs::create_dir_all(&self.folder).map_err(failed)?;
        clap_mangen::generate_to(Cli::command(), &self.folder).map_err(failed)?;
        Ok(Outcome::Found)
    }
}
