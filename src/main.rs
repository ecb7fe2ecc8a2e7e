//! The `whom` command.

mod cli;

use clap::Parser;
use std::process::ExitCode;

/// Reading makes many small pieces that live as long as their document. A library leaves the choice to its program.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::Cli::parse().run() {
        Ok(outcome) => outcome.code(),
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            cli::note(&failure);
            failure.code()
        }
    }
}
