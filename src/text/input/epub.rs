//! EPUB: books, and newspapers bound as books.

use super::bounds::read_whole;
use super::web::fragment;
use crate::error::{Error, Result};
use crate::text::dates::find_date;
use crate::text::document::Document;
use crate::text::masthead::complete;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::io::{Cursor, Read};
use std::path::Path;
use zip::ZipArchive;

/// Unpacked bytes of all chapters.
const LARGEST: u64 = 256 << 20;

type Book = ZipArchive<Cursor<Vec<u8>>>;

/// Returns a document for each chapter with prose, in the order of the book's spine.
///
/// The book's publisher is the outlet, its date and writer are those of every chapter.
pub(super) fn read(path: &Path, name: &str, bytes: Vec<u8>) -> Vec<Result<Document>> {
    let fault = |message: String| vec![Err(Error::data(path, 1, message))];
    let mut book = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(error) => return fault(format!("not an EPUB ({error})")),
    };
    let package =
        member(&mut book, "META-INF/container.xml").and_then(|container| rootfile(&container));
    let Some(package) = package else {
        return fault("not an EPUB (it names no package)".to_owned());
    };
    let Some(source) = member(&mut book, &package) else {
        return fault(format!("not an EPUB (no {package} in it)"));
    };
    let folder = package.rsplit_once('/').map_or("", |(folder, _)| folder);
    let head = Package::of(&source);
    let mut left = LARGEST;
    let mut found = Vec::new();
    for chapter in head.chapters() {
        let place = joined(folder, chapter);
        let Some(markup) = member(&mut book, &place) else {
            let message = format!("{place}: the chapter is missing or broken");
            found.push(Err(Error::data(path, 1, message)));
            continue;
        };
        left = left.saturating_sub(markup.len() as u64);
        if left == 0 {
            let message = format!("{place}: the book is longer than {} MiB", LARGEST >> 20);
            found.push(Err(Error::data(path, 1, message)));
            break;
        }
        // Covers, title pages and contents hold no sentence.
        let text = body(&markup).and_then(fragment).unwrap_or_default();
        if !text.contains(['.', '!', '?', '”']) {
            continue;
        }
        found.push(Ok(complete(Document {
            name: format!("{name}/{place}"),
            text,
            title: heading(&markup),
            outlet: head.publisher.clone(),
            date: head.date.as_deref().and_then(find_date),
            url: None,
            author: head.creator.clone(),
        })));
    }
    match found.is_empty() {
        true => fault("no text in this book".to_owned()),
        false => found,
    }
}

/// Returns a member as text.
fn member(book: &mut Book, name: &str) -> Option<String> {
    let mut member = book.by_name(name).ok()?;
    let mut packed: &mut dyn Read = &mut member;
    let bytes = read_whole(&mut packed).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// What a book says of itself: its package document.
#[derive(Default)]
struct Package {
    publisher: Option<String>,
    creator: Option<String>,
    date: Option<String>,
    /// Ids and files.
    items: Vec<(String, String)>,
    /// Ids in the order of reading.
    spine: Vec<String>,
}

impl Package {
    /// Takes a package document apart, as far as it is well formed.
    fn of(xml: &str) -> Package {
        let mut package = Package::default();
        let mut inside = None;
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag) | Event::Empty(tag)) => {
                    let name = tag.local_name().into_inner();
                    inside = ["publisher", "creator", "date"]
                        .into_iter()
                        .find(|it| *it == name);
                    if name == "item" {
                        package
                            .items
                            .extend(value(&tag, "id").zip(value(&tag, "href")));
                    } else if name == "itemref" {
                        package.spine.extend(value(&tag, "idref"));
                    }
                }
                Ok(Event::Text(text)) => {
                    let field = match inside {
                        Some("publisher") => &mut package.publisher,
                        Some("creator") => &mut package.creator,
                        Some(_) => &mut package.date,
                        None => continue,
                    };
                    let text = text.trim();
                    if !text.is_empty() && field.is_none() {
                        *field = Some(text.to_owned());
                    }
                }
                Ok(Event::End(_)) => inside = None,
                Ok(Event::Eof) | Err(_) => return package,
                Ok(_) => {}
            }
        }
    }

    /// Returns the files of the chapters in their order.
    fn chapters(&self) -> impl Iterator<Item = &str> {
        let file = |id: &String| {
            let (_, file) = self.items.iter().find(|(known, _)| known == id)?;
            Some(file.as_str())
        };
        self.spine.iter().filter_map(file)
    }
}

/// Returns where the package document stands.
fn rootfile(container: &str) -> Option<String> {
    let mut reader = Reader::from_str(container);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag))
                if tag.local_name().into_inner() == "rootfile" =>
            {
                return value(&tag, "full-path");
            }
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

/// Returns the value of an attribute.
fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(
        attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()?
            .into_owned(),
    )
}

/// Returns the path of a file that is named from a folder; percent signs are spelt out.
fn joined(folder: &str, file: &str) -> String {
    let file = file.split('#').next().unwrap_or(file);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in file.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/").replace("%20", " ")
}

fn body(markup: &str) -> Option<&str> {
    let at = markup.find("<body")?;
    Some(&markup[at..])
}

fn heading(markup: &str) -> Option<String> {
    let page = ["h1", "h2", "title"].iter().find_map(|name| {
        let (_, rest) = markup.split_once(&format!("<{name}"))?;
        let (_, rest) = rest.split_once('>')?;
        let (text, _) = rest.split_once(&format!("</{name}>"))?;
        fragment(text).filter(|text| !text.is_empty())
    });
    page.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn book(files: &[(&str, &str)]) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let mut writer = zip::ZipWriter::new(&mut bytes);
        for (name, content) in files {
            let stored =
                SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
            writer.start_file(*name, stored).unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        }
        writer.finish().unwrap();
        bytes.into_inner()
    }

    const CONTAINER: &str = r#"<container><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="x"/></rootfiles></container>"#;
    const PACKAGE: &str = r#"<package><metadata><dc:publisher>Northern News</dc:publisher><dc:date opf:event="x">2024-10-15</dc:date><dc:creator>Ana Weiss</dc:creator></metadata>
<manifest><item id="cover" href="cover.xhtml"/><item href="text/a%20b.xhtml" id='one'/><item id="two" href="../two.xhtml"/></manifest>
<spine><itemref idref="cover"/><itemref idref="one"/><itemref idref="two"/></spine></package>"#;

    #[test]
    fn chapters_are_documents() {
        let bytes = book(&[
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", CONTAINER),
            ("OEBPS/content.opf", PACKAGE),
            (
                "OEBPS/cover.xhtml",
                "<html><body><h1>Weekly</h1></body></html>",
            ),
            (
                "OEBPS/text/a b.xhtml",
                "<html><head><title>x</title><style>p {}</style></head><body><h1>Envoys\nmeet</h1><p>They met &amp; left.</p></body></html>",
            ),
        ]);
        let found = read(Path::new("a.epub"), "a.epub", bytes);
        assert_eq!(found.len(), 2);
        let first = found[0].as_ref().unwrap();
        assert_eq!(first.name, "a.epub/OEBPS/text/a b.xhtml");
        assert_eq!(first.title.as_deref(), Some("Envoys meet"));
        assert_eq!(first.outlet.as_deref(), Some("Northern News"));
        assert_eq!(first.author.as_deref(), Some("Ana Weiss"));
        assert_eq!(first.date.unwrap().to_string(), "2024-10-15");
        assert!(first.text.ends_with("They met & left."), "{}", first.text);
        let missing = found[1].as_ref().unwrap_err().to_string();
        assert_eq!(
            missing,
            "a.epub:1: two.xhtml: the chapter is missing or broken"
        );
    }

    #[test]
    fn what_is_no_book_is_refused() {
        let check = |bytes: Vec<u8>, expected: &str| {
            let found = read(Path::new("a.epub"), "a.epub", bytes);
            let message = found[0].as_ref().unwrap_err().to_string();
            assert!(message.contains(expected), "{message}");
        };
        check(b"PK".to_vec(), "not an EPUB");
        check(book(&[("a.txt", "x")]), "it names no package");
        check(
            book(&[("META-INF/container.xml", CONTAINER)]),
            "no OEBPS/content.opf in it",
        );
    }
}
