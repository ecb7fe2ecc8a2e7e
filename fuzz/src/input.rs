//! Inputs through the door that takes files.

use crate::{reading, scratch};
use std::io::Write;
use std::ops::ControlFlow;
use whom::text::input::{Input, LARGEST_TEXT, LoadOptions, take_apart};
use whom::text::{self, Document, Sketch};
use zip::write::SimpleFileOptions;

/// What stands between the members of an archive, or the files of a book, that an input describes.
const BETWEEN: &str = "\n====\n";

/// Reads a file of that name and checks what comes of it; returns its documents.
pub fn check(name: &str, bytes: &[u8]) -> Vec<Document> {
    let path = scratch::file(name, bytes);
    let options = LoadOptions::default();
    let mut documents = Vec::new();
    take_apart(&[path], &options, &mut |input| {
        match input {
            Input::Piece(piece) => {
                for found in piece.documents(&options.fields) {
                    match found {
                        Ok(document) => documents.push(document),
                        Err(error) => drop(error.to_string()),
                    }
                }
            }
            Input::Fault(error) => drop(error.to_string()),
            Input::PassedOver(_) => {}
        }
        ControlFlow::Continue(())
    });
    for document in &documents {
        assert!(document.text.len() <= LARGEST_TEXT);
        assert!(!document.text.trim().is_empty(), "an empty document");
        let passages = text::passages(document);
        reading::check_passages(document, &passages);
        text::foreign_language(&document.text);
        let sketch = Sketch::of(&document.text, &passages);
        sketch.repeats(&sketch);
    }
    documents
}

/// Returns a gzip of the bytes.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).expect("memory can be written");
    packed.finish().expect("memory can be written")
}

/// Returns the members that an input describes, each with its name in its first line.
fn members(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts = text.split(BETWEEN);
    parts.map(|part| part.split_once('\n').unwrap_or(("a.txt", part)))
}

/// Returns a zip archive of the members that an input describes.
pub fn zip(text: &str) -> Vec<u8> {
    stored(members(text))
}

/// Returns a book: its package, then its chapters, `c1.xhtml` and so on.
pub fn book(text: &str) -> Vec<u8> {
    let container = "<container><rootfile full-path=\"o/p.opf\"/></container>";
    let mut parts = text.split(BETWEEN);
    let package = parts.next().unwrap_or("");
    let chapters: Vec<(String, &str)> = (1..)
        .zip(parts)
        .map(|(n, it)| (format!("o/c{n}.xhtml"), it))
        .collect();
    let head = [("META-INF/container.xml", container), ("o/p.opf", package)];
    stored(
        head.into_iter()
            .chain(chapters.iter().map(|(name, it)| (name.as_str(), *it))),
    )
}

fn stored<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in files {
        // Two of one name, or names that are too long, are refused by the writer.
        if archive.start_file(name, options).is_ok() {
            archive
                .write_all(content.as_bytes())
                .expect("memory can be written");
        }
    }
    archive
        .finish()
        .expect("memory can be written")
        .into_inner()
}

/// Returns a tar archive of the members that an input describes.
pub fn tar(text: &str) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, content) in members(text) {
        let mut header = tar::Header::new_gnu();
        // The crate refuses to write what it should be read with, so the name is set by hand.
        let field = &mut header.as_old_mut().name;
        let length = name.len().min(field.len());
        field[..length].copy_from_slice(&name.as_bytes()[..length]);
        header.set_size(content.len() as u64);
        header.set_cksum();
        archive
            .append(&header, content.as_bytes())
            .expect("memory can be written");
    }
    archive.into_inner().expect("memory can be written")
}
