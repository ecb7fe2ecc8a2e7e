//! The files under a path.

use super::kind::Kind;
use crate::error::Error;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// What stands in a folder.
pub(super) enum Found {
    File(PathBuf),
    /// Its ending says that it holds no documents.
    Other(PathBuf),
    Fault(Error),
}

/// Returns the files under a path that is a file, a folder or `-`, in the order of names.
pub(super) fn files(path: &Path) -> Box<dyn Iterator<Item = Found>> {
    if !path.is_dir() {
        return Box::new(std::iter::once(Found::File(path.to_owned())));
    }
    let visible = |entry: &DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let root = path.to_owned();
    let walk = WalkDir::new(path).follow_links(true).sort_by_file_name();
    let mut found = walk
        .into_iter()
        .filter_entry(visible)
        .filter_map(move |entry| match entry {
            Ok(entry) if !entry.file_type().is_file() => None,
            Ok(entry) => Some(match Kind::from_path(entry.path()) {
                Some(_) => Found::File(entry.into_path()),
                None => Found::Other(entry.into_path()),
            }),
            Err(error) if error.loop_ancestor().is_some() => None,
            Err(error) => {
                let place = error.path().unwrap_or(&root).to_owned();
                let gone = std::io::ErrorKind::NotFound;
                let cause = error.into_io_error();
                Some(Found::Fault(Error::io(
                    place,
                    cause.unwrap_or_else(|| gone.into()),
                )))
            }
        })
        .peekable();
    // A folder of other things only is a mistake to tell at once.
    let mut others = Vec::new();
    while let Some(other) = found.next_if(|it| matches!(it, Found::Other(_))) {
        others.push(other);
    }
    if found.peek().is_none() {
        others.push(Found::Fault(nothing_in(path)));
    }
    Box::new(others.into_iter().chain(found))
}

fn nothing_in(folder: &Path) -> Error {
    let endings = Kind::ALL.iter().flat_map(|row| row.endings);
    let endings: Vec<&str> = endings.copied().collect();
    Error::Usage(format!(
        "{}: no documents in this folder ({})",
        folder.display(),
        endings.join(", ")
    ))
}
