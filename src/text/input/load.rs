//! Loading documents from files, folders and standard input.

use super::bounds::{Counted, Guard};
use super::fields::FieldNames;
use super::piece::Piece;
use super::unpack::Unpacker;
use super::walk::{Found, files};
use crate::error::{Error, Result};
use crate::text::document::Document;
use std::fs::File;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::sync_channel;
use std::time::SystemTime;

/// Pieces that wait while one is read.
const QUEUE: usize = 4;

/// How inputs are read.
#[derive(Clone, Debug, Default)]
pub struct LoadOptions {
    /// Names of the fields of records and the columns of tables.
    pub fields: FieldNames,
    /// Counts the bytes read, for progress.
    pub meter: Meter,
}

/// Bytes read so far, shared between threads.
#[derive(Clone, Debug, Default)]
pub struct Meter(Arc<AtomicU64>);

impl Meter {
    /// Returns the bytes read from files so far, packed ones as they lie there.
    pub fn read(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    pub(super) fn add(&self, bytes: u64) {
        self.0.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// What is found while inputs are taken apart.
#[derive(Debug)]
pub enum Input {
    /// Something to read.
    Piece(Piece),
    /// Something that cannot be read.
    Fault(Error),
    /// A file in a folder or archive whose ending says that it holds no documents.
    PassedOver(PathBuf),
}

impl Input {
    /// Returns the memory that it takes, in bytes, but for a little.
    pub fn size(&self) -> usize {
        match self {
            Input::Piece(piece) => piece.size(),
            _ => 0,
        }
    }
}

/// What to do after something was found.
pub(super) type Flow = ControlFlow<()>;

/// Returns the documents of files, folders and, for `-`, standard input, one after another.
///
/// What is read is listed in [`Kind::ALL`](super::Kind::ALL): text, Markdown, web pages, feeds,
/// JSON, tables, web archives, books, and archives of them, packed or not. Folders are searched to
/// any depth, in the order of names, hidden files and links that lead in circles aside. A file that
/// is named is read whatever its ending, as what its first characters say it is. A document's name
/// is its path as given, or the `id` of its record; members of an archive stand in it as in a folder.
///
/// # Errors
///
/// Each input that cannot be read is an error in its place, and the next one follows.
///
/// ```no_run
/// for document in whom::text::load(&["articles".into()]) {
///     match document {
///         Ok(document) => println!("{}", document.name),
///         Err(error) => eprintln!("{error}"),
///     }
/// }
/// ```
pub fn load(paths: &[PathBuf]) -> impl Iterator<Item = Result<Document>> + use<> {
    load_with(paths, LoadOptions::default())
}

/// Returns the documents as [`load`] does, with fields named otherwise.
///
/// A thread of its own takes the inputs apart; it ends when the iterator does.
pub fn load_with(
    paths: &[PathBuf],
    options: LoadOptions,
) -> impl Iterator<Item = Result<Document>> + use<> {
    let (give, take) = sync_channel(QUEUE);
    let paths = paths.to_vec();
    let fields = options.fields.clone();
    std::thread::spawn(move || {
        take_apart(&paths, &options, &mut |input| match give.send(input) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        })
    });
    take.into_iter().flat_map(move |input| match input {
        Input::Piece(piece) => piece.documents(&fields),
        Input::Fault(error) => vec![Err(error)],
        Input::PassedOver(_) => Vec::new(),
    })
}

/// Takes inputs apart and hands every piece on in order, until told to stop.
///
/// Memory: one piece, and the names of the files of a folder while it is searched.
pub fn take_apart(
    paths: &[PathBuf],
    options: &LoadOptions,
    take: &mut dyn FnMut(Input) -> ControlFlow<()>,
) {
    for path in paths {
        for found in files(path) {
            let flow = match found {
                Found::File(path) => guarded(&path, options, take),
                Found::Other(path) => take(Input::PassedOver(path)),
                Found::Fault(error) => take(Input::Fault(error)),
            };
            if flow.is_break() {
                return;
            }
        }
    }
}

/// Reads a file; where a library fails over it, that costs this file and not the run.
fn guarded(
    path: &Path,
    options: &LoadOptions,
    take: &mut dyn FnMut(Input) -> ControlFlow<()>,
) -> Flow {
    let read = catch_unwind(AssertUnwindSafe(|| read_file(path, options, take)));
    read.unwrap_or_else(|_| {
        let message = "whom fails on this input, which is a defect; please report it";
        take(Input::Fault(Error::data(path, 1, message)))
    })
}

fn read_file(
    path: &Path,
    options: &LoadOptions,
    take: &mut dyn FnMut(Input) -> ControlFlow<()>,
) -> Flow {
    let guard = Guard::default();
    let meter = options.meter.clone();
    if path == Path::new("-") {
        let mut unpacker = Unpacker::new(guard.clone(), take);
        let stdin = Box::new(std::io::stdin().lock()) as Box<dyn std::io::Read>;
        let mut input = Counted {
            inner: stdin,
            guard,
            meter,
        };
        return unpacker.stream(Path::new("stdin"), Path::new("stdin"), &mut input, 0);
    }
    let opened = match open(path) {
        Ok(opened) => opened,
        Err(error) => return take(Input::Fault(error)),
    };
    let before = stamp(&opened);
    let mut unpacker = Unpacker::new(guard.clone(), take);
    let input = Counted {
        inner: opened,
        guard,
        meter,
    };
    unpacker.file(path, input)?;
    // A second look at the name: what was replaced meanwhile was read as it was, which is no fault.
    let after = File::open(path).ok().and_then(|file| stamp(&file));
    match (before, after) {
        (Some(before), Some(after)) if before.same_file(&after) && before != after => {
            let message = "changed while it was read; read it again when it is finished";
            take(Input::Fault(Error::io(
                path,
                std::io::Error::other(message),
            )))
        }
        _ => ControlFlow::Continue(()),
    }
}

/// Opens a file; a device is none, and a folder was searched.
fn open(path: &Path) -> Result<File> {
    let failed = |error| Error::io(path, error);
    let kind = std::fs::metadata(path).map_err(failed)?.file_type();
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_char_device() || kind.is_block_device() || kind.is_socket() {
            let message = "a device or socket, not a file; for standard input say `-`";
            return Err(failed(std::io::Error::other(message)));
        }
    }
    let _ = kind;
    File::open(path).map_err(failed)
}

/// What shows that a file was written to.
#[derive(PartialEq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    #[cfg(unix)]
    inode: u64,
}

impl Stamp {
    fn same_file(&self, other: &Stamp) -> bool {
        #[cfg(unix)]
        return self.inode == other.inode;
        #[cfg(not(unix))]
        {
            let _ = other;
            true
        }
    }
}

/// Returns the stamp of a regular file; pipes have none.
fn stamp(file: &File) -> Option<Stamp> {
    let metadata = file.metadata().ok()?;
    #[cfg(unix)]
    use std::os::unix::fs::MetadataExt;
    metadata.is_file().then(|| Stamp {
        length: metadata.len(),
        modified: metadata.modified().ok(),
        #[cfg(unix)]
        inode: metadata.ino(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes files, each with its content, and returns what is loaded of their folder.
    fn load_folder(name: &str, files: &[(&str, &[u8])]) -> Vec<String> {
        let folder = std::env::temp_dir().join(format!("whom-{name}-{}", std::process::id()));
        for (file, content) in files {
            let path = folder.join(file);
            std::fs::create_dir_all(path.parent().unwrap_or(&folder)).expect("a temporary folder");
            std::fs::write(path, content).expect("a temporary file");
        }
        let shown = load(std::slice::from_ref(&folder)).map(|document| match document {
            Ok(document) => document.name,
            Err(error) => error.to_string(),
        });
        let root = folder.to_string_lossy().replace('\\', "/");
        let shown = shown
            .map(|line| line.replace('\\', "/").replace(&root, ""))
            .collect();
        std::fs::remove_dir_all(&folder).expect("the folder was just made");
        shown
    }

    #[test]
    fn folders_are_searched_in_order() {
        let files: [(&str, &[u8]); 6] = [
            ("b.txt", b"Envoys met."),
            ("a/c.md", b"Envoys met."),
            (
                "a.jsonl",
                b"{\"id\": \"first\", \"text\": \"Envoys met.\"}\n\n{\"text\": 1}\n",
            ),
            ("graph.png", b"{}"),
            ("map.png", b"\x89PNG"),
            (".hidden.txt", b"Envoys met."),
        ];
        let expected = [
            "/a/c.md",
            "first",
            "/a.jsonl:3: `text` is not a string",
            "/b.txt",
        ];
        assert_eq!(load_folder("order", &files), expected);
    }

    #[test]
    fn bad_input_is_an_error_in_its_place() {
        let files: [(&str, &[u8]); 3] = [
            ("a.txt", b" \n"),
            ("b.txt", b"Envoys met."),
            ("c.jsonl", b"\n\n"),
        ];
        let expected = [
            "/a.txt:1: the document is empty",
            "/b.txt",
            "/c.jsonl:1: no records in this file",
        ];
        assert_eq!(load_folder("bad", &files), expected);
        let none = load_folder("none", &[("a.png", b"")]);
        assert!(none[0].contains("no documents in this folder"));
        let missing = load(&["no/such.txt".into()])
            .next()
            .expect("one result a path");
        assert!(
            missing
                .unwrap_err()
                .to_string()
                .starts_with("no/such.txt: ")
        );
    }
}
