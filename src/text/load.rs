//! Loading documents from files, folders and standard input.

use crate::error::{Error, Result};
use crate::text::decode::decode;
use crate::text::document::Document;
use crate::text::masthead::complete;
use crate::text::record::read_record;
use crate::text::web::read_page;
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Records,
    Web,
}

/// File name endings and what they hold; folders are searched for these.
const ENDINGS: [(&str, Format); 7] = [
    ("txt", Format::Text),
    ("text", Format::Text),
    ("md", Format::Text),
    ("jsonl", Format::Records),
    ("ndjson", Format::Records),
    ("html", Format::Web),
    ("htm", Format::Web),
];

/// Returns the documents of files, folders and, for `-`, standard input, one after another.
///
/// `.txt`, `.text` and `.md` files are one document each; `.jsonl` and `.ndjson` files one a line
/// (`text`, optional `id title outlet date url`); of `.html` and `.htm` files the article is read.
/// Folders are searched for these to any depth, in the order of names, hidden files and links
/// that lead in circles aside. A file that is named is read whatever its ending, as what its
/// first characters say it is. A document's name is its path as given, or the `id` of its record.
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
pub fn load(paths: &[PathBuf]) -> impl Iterator<Item = Result<Document>> {
    paths.iter().flat_map(|path| files(path)).flat_map(|file| {
        let documents: Box<dyn Iterator<Item = Result<Document>>> = match file {
            Ok(path) => read_file(&path),
            Err(error) => Box::new(std::iter::once(Err(error))),
        };
        documents
    })
}

/// Returns the files under a path that is a file, a folder or `-`.
fn files(path: &Path) -> Vec<Result<PathBuf>> {
    if !path.is_dir() {
        return vec![Ok(path.to_owned())];
    }
    let visible = |entry: &DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    let walk = WalkDir::new(path).follow_links(true).sort_by_file_name();
    let found: Vec<Result<PathBuf>> = walk
        .into_iter()
        .filter_entry(visible)
        .filter_map(|entry| match entry {
            Ok(entry) => (entry.file_type().is_file() && format_of(entry.path()).is_some())
                .then(|| Ok(entry.into_path())),
            Err(error) if error.loop_ancestor().is_some() => None,
            Err(error) => {
                let place = error.path().unwrap_or(path).to_owned();
                let gone = std::io::ErrorKind::NotFound;
                let cause = error.into_io_error();
                Some(Err(Error::io(place, cause.unwrap_or_else(|| gone.into()))))
            }
        })
        .collect();
    if found.is_empty() {
        let endings = ENDINGS.map(|(ending, _)| ending).join(", ");
        let message = format!(
            "{}: no documents in this folder ({endings})",
            path.display()
        );
        return vec![Err(Error::Usage(message))];
    }
    found
}

fn format_of(path: &Path) -> Option<Format> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    let row = ENDINGS.iter().find(|(known, _)| *known == ending)?;
    Some(row.1)
}

/// Returns the format that the first characters of a stream show.
fn sniff(bytes: &[u8]) -> Format {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = bytes.trim_ascii_start();
    let start = start[..start.len().min(15)].to_ascii_lowercase();
    if start.starts_with(b"{") {
        Format::Records
    } else if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") {
        Format::Web
    } else {
        Format::Text
    }
}

fn read_file(path: &Path) -> Box<dyn Iterator<Item = Result<Document>>> {
    let once = |document| Box::new(std::iter::once(document));
    let input = path;
    let name = document_name(path);
    let path = if is_stdin(path) {
        Path::new("stdin")
    } else {
        path
    };
    let bytes = match read_bytes(input) {
        Ok(bytes) => bytes,
        Err(error) => return once(Err(Error::io(path, error))),
    };
    match format_of(path).unwrap_or_else(|| sniff(&bytes)) {
        Format::Text => once(decode(path, bytes).and_then(|text| read_text(path, name, text))),
        Format::Web => once(read_page(path, &name, bytes)),
        Format::Records => match records(path, name, bytes) {
            Ok(records) => Box::new(records),
            Err(error) => once(Err(error)),
        },
    }
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

fn read_bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    if is_stdin(path) {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(path)
}

/// Returns the path as given, without `./` before it, with `/` on every system.
fn document_name(path: &Path) -> String {
    if is_stdin(path) {
        return "stdin".to_owned();
    }
    let name = path.to_string_lossy().replace('\\', "/");
    let mut name = name.as_str();
    while let Some(rest) = name.strip_prefix("./") {
        name = rest.trim_start_matches('/');
    }
    name.to_owned()
}

fn read_text(path: &Path, name: String, text: String) -> Result<Document> {
    if text.trim().is_empty() {
        return Err(Error::data(path, 1, "the document is empty"));
    }
    Ok(complete(Document {
        name,
        text,
        ..Document::default()
    }))
}

/// Returns the records of a JSONL file; blank lines are skipped, broken ones are errors.
fn records(
    path: &Path,
    name: String,
    bytes: Vec<u8>,
) -> Result<impl Iterator<Item = Result<Document>> + use<>> {
    let path = path.to_owned();
    let mut lines: Vec<Vec<u8>> = bytes
        .split(|&byte| byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    if let Some(first) = lines.first_mut()
        && first.starts_with(b"\xef\xbb\xbf")
    {
        first.drain(..3);
    }
    let blank = |line: &Vec<u8>| line.trim_ascii().is_empty();
    if lines.iter().all(blank) {
        return Err(Error::data(&path, 1, "no records in this file"));
    }
    Ok(lines
        .into_iter()
        .enumerate()
        .filter(move |(_, line)| !blank(line))
        .map(move |(index, line)| {
            let number = index + 1;
            match std::str::from_utf8(&line) {
                Ok(line) => read_record(&path, &name, number, line),
                Err(fault) => {
                    let message =
                        format!("invalid UTF-8 at byte {} of the line", fault.valid_up_to());
                    Err(Error::data(&path, number, message))
                }
            }
        }))
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
            ("graph.json", b"{}"),
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

    #[test]
    fn names_are_stable() {
        for (path, name) in [
            ("./a.txt", "a.txt"),
            (".//./b/a.txt", "b/a.txt"),
            ("../a.txt", "../a.txt"),
            ("-", "stdin"),
        ] {
            assert_eq!(document_name(Path::new(path)), name);
        }
    }
}
