//! How a run ends: exit codes and messages.

use std::fmt;
use std::io::Write;
use std::process::ExitCode;
use whom::Error;

/// A run that did what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something was found or written.
    Found,
    /// There was nothing to find.
    Nothing,
    /// Some inputs could not be read; the rest was done.
    Partial,
    /// The user stopped the run; what was begun was done.
    Stopped,
}

impl Outcome {
    /// Returns the exit code.
    pub fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Outcome::Found => 0,
            Outcome::Nothing => 1,
            Outcome::Partial => 4,
            Outcome::Stopped => super::stop::CODE,
        })
    }
}

impl Outcome {
    /// Returns the outcome in a word.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Found => "done",
            Outcome::Nothing => "nothing found",
            Outcome::Partial => "some unreadable",
            Outcome::Stopped => "stopped",
        }
    }
}

/// A run that could not do what was asked for.
#[derive(Debug)]
pub enum Failure {
    /// Usage, input or output.
    Error(Error),
    /// Every input was unreadable, and each was named already.
    Unreadable,
    /// No actor has the name.
    Unknown {
        /// The name.
        name: String,
        /// Actors of a name spelt alike, one a line.
        alike: Vec<String>,
    },
    /// Several actors have the name.
    Ambiguous {
        /// The name.
        name: String,
        /// The actors, one a line.
        candidates: Vec<String>,
    },
}

impl Failure {
    /// Returns the exit code.
    pub fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            Failure::Error(_) | Failure::Unreadable => 2,
            Failure::Unknown { .. } => 1,
            Failure::Ambiguous { .. } => 3,
        })
    }

    /// Returns whether the reader of the output went away, which is nobody's fault.
    pub fn is_broken_pipe(&self) -> bool {
        use std::io::ErrorKind::BrokenPipe;
        matches!(self, Failure::Error(Error::Io { source, .. }) if source.kind() == BrokenPipe)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Error(error) => write!(f, "{error}"),
            Failure::Unreadable => write!(f, "no input could be read"),
            Failure::Unknown { name, alike } if alike.is_empty() => {
                write!(
                    f,
                    "no actor is called \"{name}\"; `whom find` searches parts of names"
                )
            }
            Failure::Unknown { name, alike } => {
                write!(f, "no actor is called \"{name}\"; spelt alike:")?;
                alike.iter().try_for_each(|line| write!(f, "\n  {line}"))
            }
            Failure::Ambiguous { name, candidates } => {
                write!(
                    f,
                    "\"{name}\" may be any of these; use the full name or the id:"
                )?;
                candidates
                    .iter()
                    .try_for_each(|line| write!(f, "\n  {line}"))
            }
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Error(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure::Error(Error::io("output", error))
    }
}

/// Prints a note; where nobody reads notes, that is no failure.
pub fn note(message: impl fmt::Display) {
    let _ = writeln!(std::io::stderr(), "whom: {message}");
}
