//! `whom completions`: completion for shells.

use super::{Cli, Failure, Outcome};
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::io::Write;

/// Prints completions for a shell.
#[derive(Args)]
#[command(after_help = "Example:
  whom completions bash > ~/.local/share/bash-completion/completions/whom")]
pub struct Completions {
    /// The shell.
    shell: Shell,
}

impl Completions {
    /// Prints the completions.
    pub fn run(self) -> Result<Outcome, Failure> {
        // clap_complete panics where it cannot write, so it writes to memory.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "whom", &mut script);
        std::io::stdout().lock().write_all(&script)?;
        Ok(Outcome::Found)
    }
}
