//! What inputs hold, by their endings and by their first bytes.

use std::path::Path;

/// A kind of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text, one document.
    Text,
    /// Markdown, one document.
    Markdown,
    /// A saved web page, one document.
    Web,
    /// One JSON object a line, each a document.
    Lines,
    /// A JSON object or an array of them.
    Json,
    /// A table with a header, each row a document.
    Table,
    /// RSS, Atom or JSON Feed, each entry a document.
    Feed,
    /// Archived web traffic, each saved page a document.
    Warc,
    /// A book or an issue, each chapter or article a document.
    Epub,
    /// A folder of any of these.
    Zip,
    /// A folder of any of these.
    Tar,
    /// Any of these, packed.
    Gzip,
    /// Any of these, packed.
    Zstd,
    /// Known, and not read.
    Refused,
}

/// What a kind is and where it is found.
pub struct Row {
    /// The kind.
    pub kind: Kind,
    /// File name endings.
    pub endings: &'static [&'static str],
    /// What it is, in one line.
    pub gloss: &'static str,
}

impl Kind {
    /// Every kind that is read, with its endings; `whom inputs` and the search of folders read this.
    pub const ALL: [Row; 13] = [
        Row {
            kind: Kind::Text,
            endings: &["txt", "text"],
            gloss: "text: one document",
        },
        Row {
            kind: Kind::Markdown,
            endings: &["md", "markdown"],
            gloss: "Markdown: one document; title, date, outlet, url, author from front matter",
        },
        Row {
            kind: Kind::Web,
            endings: &["html", "htm", "xhtml"],
            gloss: "saved web page: its article; title, date, outlet, url, author from meta tags and JSON-LD",
        },
        Row {
            kind: Kind::Lines,
            endings: &["jsonl", "ndjson"],
            gloss: "JSON lines: one document a line",
        },
        Row {
            kind: Kind::Json,
            endings: &["json"],
            gloss: "JSON: an object, or an array of them, each a document",
        },
        Row {
            kind: Kind::Table,
            endings: &["csv", "tsv"],
            gloss: "table with a header (comma, semicolon, tab or bar): one document a row",
        },
        Row {
            kind: Kind::Feed,
            endings: &["rss", "atom", "xml", "rdf"],
            gloss: "RSS, Atom: one document an entry",
        },
        Row {
            kind: Kind::Warc,
            endings: &["warc"],
            gloss: "web archive: one document a saved page",
        },
        Row {
            kind: Kind::Epub,
            endings: &["epub"],
            gloss: "EPUB: one document a chapter or article",
        },
        Row {
            kind: Kind::Zip,
            endings: &["zip"],
            gloss: "folder of any of these",
        },
        Row {
            kind: Kind::Tar,
            endings: &["tar", "tgz", "tzst"],
            gloss: "folder of any of these",
        },
        Row {
            kind: Kind::Gzip,
            endings: &["gz"],
            gloss: "any of these, packed (.txt.gz, .jsonl.gz, .tar.gz, …)",
        },
        Row {
            kind: Kind::Zstd,
            endings: &["zst"],
            gloss: "any of these, packed (.txt.zst, .jsonl.zst, .tar.zst, …)",
        },
    ];

    /// Returns the kind that a file's last ending names.
    pub fn from_path(path: &Path) -> Option<Kind> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        let mut rows = Kind::ALL.iter();
        let row = rows.find(|row| row.endings.contains(&ending.as_str()))?;
        Some(row.kind)
    }

    /// Returns the kind of a stream that starts with some bytes (4 KiB are enough) under a name.
    ///
    /// What cannot be mistaken (packed data, pages that say they are) wins over the name, then comes
    /// the ending of the name, then what the first characters look like.
    pub(super) fn of(path: &Path, start: &[u8]) -> Kind {
        let named = Kind::from_path(path);
        match (magic(start), named) {
            (Some(Kind::Zip), Some(Kind::Epub)) => Kind::Epub,
            (Some(kind), _) => kind,
            (None, Some(Kind::Text | Kind::Markdown)) if is_page(start) => Kind::Web,
            // These have their mark; without it the name is wrong, and the first characters decide.
            (None, Some(Kind::Gzip | Kind::Zstd | Kind::Zip | Kind::Epub)) | (None, None) => {
                look(start)
            }
            (None, Some(kind)) => kind,
        }
    }
}

/// Returns the kind that a mark in the first bytes proves.
fn magic(start: &[u8]) -> Option<Kind> {
    let marks: [(&[u8], Kind); 10] = [
        (b"\x1f\x8b", Kind::Gzip),
        (b"\x28\xb5\x2f\xfd", Kind::Zstd),
        (b"PK\x03\x04", Kind::Zip),
        (b"PK\x05\x06", Kind::Zip),
        (b"WARC/", Kind::Warc),
        (b"%PDF-", Kind::Refused),
        (b"\xfd7zXZ\0", Kind::Refused),
        (b"BZh", Kind::Refused),
        (b"7z\xbc\xaf\x27\x1c", Kind::Refused),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", Kind::Refused),
    ];
    let epub = b"mimetypeapplication/epub+zip";
    if start.starts_with(b"PK") && start.windows(epub.len()).take(64).any(|w| w == epub) {
        return Some(Kind::Epub);
    }
    if start.get(257..262) == Some(b"ustar") {
        return Some(Kind::Tar);
    }
    let mut marks = marks.into_iter();
    marks
        .find(|(mark, _)| start.starts_with(mark))
        .map(|(_, kind)| kind)
}

/// Returns what to do instead about data that is known and not read.
pub(super) fn remedy(start: &[u8]) -> &'static str {
    match start.first() {
        Some(b'%') => {
            "a PDF: make text of it first (`pdftotext FILE -`), no crate does that well enough"
        }
        Some(b'\xfd') => "packed with xz: unpack it first (`xz -dk FILE`)",
        Some(b'B') => "packed with bzip2: unpack it first (`bunzip2 -k FILE`)",
        Some(b'7') => "a 7z archive: unpack it first (`7z x FILE`)",
        _ => "an old Office document: save it as text, HTML or EPUB",
    }
}

fn is_page(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let start = start.trim_ascii_start();
    let start = start[..start.len().min(15)].to_ascii_lowercase();
    start.starts_with(b"<!doctype html") || start.starts_with(b"<html")
}

/// Returns the kind that the first characters look like.
fn look(start: &[u8]) -> Kind {
    let bare = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let bare = bare.trim_ascii_start();
    let has = |mark: &[u8]| bare.windows(mark.len()).any(|window| window == mark);
    if is_page(start) {
        Kind::Web
    } else if bare.starts_with(b"[{") || bare.starts_with(b"[\n") || bare.starts_with(b"[ ") {
        Kind::Json
    } else if bare.starts_with(b"{") {
        // An object over several lines is one value; else every line is one.
        let first = bare.split(|&byte| byte == b'\n').next().unwrap_or(bare);
        match first.trim_ascii_end() {
            b"{" => Kind::Json,
            line if !line.ends_with(b"}") && first.len() < bare.len() && first.ends_with(b",") => {
                Kind::Json
            }
            _ => Kind::Lines,
        }
    } else if bare.starts_with(b"<rss") || bare.starts_with(b"<feed") || bare.starts_with(b"<rdf") {
        Kind::Feed
    } else if bare.starts_with(b"<?xml") {
        match has(b"<html") {
            true => Kind::Web,
            false => Kind::Feed,
        }
    } else if bare.starts_with(b"<") && (has(b"<head") || has(b"<body") || has(b"<html")) {
        Kind::Web
    } else if bare.starts_with(b"---\n") || bare.starts_with(b"+++\n") {
        Kind::Markdown
    } else {
        Kind::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, start: &[u8], expected: Kind) {
        assert_eq!(Kind::of(Path::new(path), start), expected, "{path}");
    }

    #[test]
    fn endings_name_the_kind() {
        check("a.TXT", b"Envoys met.", Kind::Text);
        check("a.json", b"Envoys met.", Kind::Json);
        check("a.tar", b"", Kind::Tar);
        check("a.csv", b"{", Kind::Table);
        assert_eq!(Kind::from_path(Path::new("a.png")), None);
    }

    #[test]
    fn marks_win_over_endings() {
        check("a.txt", b"\x1f\x8b\x08", Kind::Gzip);
        check("a.txt", b"<!DOCTYPE html><p>", Kind::Web);
        check("a.html", b"PK\x03\x04", Kind::Zip);
        check("a.txt", b"%PDF-1.7", Kind::Refused);
        check("a.gz", b"Envoys met.", Kind::Text);
    }

    #[test]
    fn without_an_ending_the_start_decides() {
        check("-", b"{\"text\": \"Envoys met.\"}\n{", Kind::Lines);
        check("-", b"{\n \"text\": 1}", Kind::Json);
        check("-", b"{\"title\": \"a\",\n \"text\": 1}", Kind::Json);
        check("-", b"[{\"text\": 1}]", Kind::Json);
        check("-", b"[Oslo] Envoys met.", Kind::Text);
        check("-", b"\n<HTML><p>", Kind::Web);
        check("-", b"<!-- saved --><head>", Kind::Web);
        check("-", b"<?xml version=\"1.0\"?><rss>", Kind::Feed);
        check("-", b"<?xml version=\"1.0\"?><html>", Kind::Web);
        check("-", b"---\ntitle: Envoys\n---\n", Kind::Markdown);
        check("-", b"WARC/1.0\r\n", Kind::Warc);
        check("-", b"Envoys met.", Kind::Text);
    }
}
