//! A stretch of an input that can be read on its own.

use super::bounds::LARGEST_TEXT;
use super::decode::decode;
use super::fields::{self, FieldNames};
use super::kind::{Kind, remedy};
use super::{epub, feed, markdown, web};
use crate::error::{Error, Result};
use crate::text::document::Document;
use crate::text::masthead::complete;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// A file, line, row, record or member of an archive, as bytes: what one thread hands to another.
#[derive(Debug)]
pub struct Piece {
    /// Where it comes from, for messages and names; a member of an archive stands in it as in a folder.
    pub(super) path: PathBuf,
    /// Its first line, counted from one.
    pub(super) line: usize,
    pub(super) content: Content,
}

/// What a piece holds.
#[derive(Debug)]
pub(super) enum Content {
    /// A whole file of a kind.
    File(Kind, Vec<u8>),
    /// One JSON value: a line of JSON lines, or an item of an array.
    Record(Vec<u8>),
    /// The cells of a row by the names in the header.
    Row(Map<String, Value>),
    /// A page with what its archive says of it.
    Page(Page),
}

/// A page from an archive.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) url: String,
    pub(super) charset: Option<String>,
    pub(super) kind: Kind,
    pub(super) body: Vec<u8>,
}

impl Piece {
    /// Returns where it comes from.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the memory that it takes, in bytes, but for a little.
    pub fn size(&self) -> usize {
        match &self.content {
            Content::File(_, bytes) | Content::Record(bytes) => bytes.len(),
            Content::Page(page) => page.body.len(),
            Content::Row(cells) => {
                let length = |cell: &Value| cell.as_str().map_or(0, str::len);
                cells.values().map(length).sum()
            }
        }
    }

    /// Returns its documents; what cannot be read of it is an error in its place.
    pub fn documents(self, names: &FieldNames) -> Vec<Result<Document>> {
        let Piece {
            path,
            line,
            content,
        } = self;
        let name = document_name(&path);
        let found = match content {
            Content::File(Kind::Web, bytes) => vec![web::read_page(&path, &name, bytes, None)],
            Content::File(Kind::Markdown, bytes) => {
                vec![decode(&path, bytes).and_then(|text| markdown::read(&path, name, &text))]
            }
            Content::File(Kind::Feed, bytes) => feed::read(&path, &name, bytes),
            Content::File(Kind::Epub, bytes) => epub::read(&path, &name, bytes),
            Content::File(Kind::Refused, bytes) => {
                vec![Err(Error::data(&path, line, remedy(&bytes)))]
            }
            Content::File(_, bytes) => {
                vec![decode(&path, bytes).and_then(|text| read_text(&path, name, text))]
            }
            Content::Record(bytes) => fields::read_record(&path, &name, line, bytes, names),
            Content::Row(cells) => {
                vec![fields::read_fields(&path, &name, line, &cells, names)]
            }
            Content::Page(page) => vec![web::read_archived(&path, line, page)],
        };
        let bounded = |document: Result<Document>| document.and_then(|it| bounded(&path, line, it));
        found.into_iter().map(bounded).collect()
    }
}

/// Returns the path as given, without `./` before it, with `/` on every system.
pub(super) fn document_name(path: &Path) -> String {
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

fn bounded(path: &Path, line: usize, document: Document) -> Result<Document> {
    if document.text.len() <= LARGEST_TEXT {
        return Ok(document);
    }
    let message = format!(
        "a document of {} MiB; at most {} are read as one, split it",
        document.text.len() >> 20,
        LARGEST_TEXT >> 20
    );
    Err(Error::data(path, line, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_stable() {
        for (path, name) in [
            ("./a.txt", "a.txt"),
            (".//./b/a.txt", "b/a.txt"),
            ("../a.txt", "../a.txt"),
            ("stdin", "stdin"),
        ] {
            assert_eq!(document_name(Path::new(path)), name);
        }
    }

    #[test]
    fn a_document_of_many_megabytes_is_refused() {
        let read = |bytes: usize| {
            let piece = Piece {
                path: "a.txt".into(),
                line: 1,
                content: Content::File(Kind::Text, b"Envoys met.\n".repeat(bytes / 12)),
            };
            piece.documents(&FieldNames::default()).remove(0)
        };
        assert!(read(1 << 20).is_ok());
        let message = read(9 << 20).unwrap_err().to_string();
        assert!(
            message.starts_with("a.txt:1: a document of 9 MiB; at most 8"),
            "{message}"
        );
    }
}
