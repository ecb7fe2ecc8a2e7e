//! The one error type: loading data, opening files, writing output.

use std::path::{Path, PathBuf};

/// What went wrong, where, and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or stream could not be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file is not what it should be.
    #[error("{}:{line}: {message}", path.display())]
    Data {
        /// The file.
        path: PathBuf,
        /// The line, counted from one.
        line: usize,
        /// What is wrong, what is allowed, what to do.
        message: String,
    },
    /// A request cannot be carried out.
    #[error("{0}")]
    Usage(String),
}

impl Error {
    /// Returns an error about a place in a data file.
    pub fn data(path: impl AsRef<Path>, line: usize, message: impl Into<String>) -> Error {
        Error::Data {
            path: path.as_ref().to_owned(),
            line,
            message: message.into(),
        }
    }

    /// Returns what a parser of TOML says of a file.
    pub(crate) fn toml(path: impl AsRef<Path>, text: &str, error: &toml::de::Error) -> Error {
        let start = error.span().map_or(0, |span| span.start);
        let line = text.get(..start).unwrap_or(text).matches('\n').count() + 1;
        Error::data(path, line, error.message())
    }

    /// Returns an error about a file that could not be read or written.
    pub fn io(path: impl AsRef<Path>, source: std::io::Error) -> Error {
        Error::Io {
            path: path.as_ref().to_owned(),
            source,
        }
    }
}

/// A result with whom's error.
pub type Result<T> = std::result::Result<T, Error>;
