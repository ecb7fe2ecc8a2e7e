//! WARC: archived web traffic (ISO 28500), as crawlers and `wget --warc-file` write it.

use super::bounds::LARGEST_RECORD;
use super::kind::Kind;
use super::lines::broken_off;
use super::load::{Flow, Input};
use super::piece::{Content, Page, Piece};
use crate::error::Error;
use flate2::read::{GzDecoder, ZlibDecoder};
use std::io::{BufRead, Error as IoError, Read, Result as IoResult};
use std::ops::ControlFlow;
use std::path::Path;

/// Bytes of the head of a record or response.
const LARGEST_HEAD: usize = 64 * 1024;
/// Header lines of a response.
const HEADERS: usize = 128;

/// Hands on every page that was answered with success; other traffic is no document.
pub(super) fn read(
    path: &Path,
    input: &mut dyn BufRead,
    take: &mut dyn FnMut(Input) -> Flow,
) -> Flow {
    for number in 1.. {
        let fault = |error: &IoError| {
            let Error::Data { message, .. } = broken_off(path, number, error) else {
                unreachable!("it is always about a place in the data");
            };
            Input::Fault(Error::data(
                path,
                number,
                format!("record {number}: {message}"),
            ))
        };
        let record = match Record::open(input) {
            Ok(Some(record)) => record,
            Ok(None) => return ControlFlow::Continue(()),
            Err(error) => return take(fault(&error)),
        };
        let wanted = record.is("WARC-Type", "response") || record.is("WARC-Type", "resource");
        let short = record.length <= LARGEST_RECORD as u64;
        let mut body = input.take(record.length);
        let mut bytes = Vec::new();
        let read = match wanted && short {
            true => body.read_to_end(&mut bytes),
            false => std::io::copy(&mut body, &mut std::io::sink()).map(|_| 0),
        };
        match read {
            Ok(_) if body.limit() > 0 => {
                return take(fault(&std::io::ErrorKind::UnexpectedEof.into()));
            }
            Ok(_) => {}
            Err(error) => return take(fault(&error)),
        }
        let url = record.header("WARC-Target-URI").unwrap_or_default();
        let url = url.trim_matches(['<', '>']).to_owned();
        if wanted && !short {
            let message = format!(
                "record {number} <{url}>: more than {} MiB; it is not read, the next one is",
                LARGEST_RECORD >> 20
            );
            take(Input::Fault(Error::data(path, number, message)))?;
            continue;
        }
        let page = match record.is("WARC-Type", "resource") {
            true => resource(&record, url, bytes),
            false => response(url, &bytes),
        };
        if wanted && let Some(page) = page {
            take(Input::Piece(Piece {
                path: path.to_owned(),
                line: number,
                content: Content::Page(page),
            }))?;
        }
    }
    ControlFlow::Continue(())
}

/// The head of a record.
struct Record {
    headers: Vec<(String, String)>,
    length: u64,
}

impl Record {
    /// Reads the head of the next record; `None` at the end of the archive.
    fn open(input: &mut dyn BufRead) -> IoResult<Option<Record>> {
        let mut left = LARGEST_HEAD;
        let mut line = |input: &mut dyn BufRead| {
            let mut bytes = Vec::new();
            input.take(left as u64).read_until(b'\n', &mut bytes)?;
            left -= bytes.len();
            match left {
                0 => Err(IoError::other("its head is too long")),
                _ => Ok(bytes),
            }
        };
        let version = loop {
            let bytes = line(input)?;
            if bytes.is_empty() {
                return Ok(None);
            }
            if !bytes.trim_ascii().is_empty() {
                break bytes;
            }
        };
        if !version.starts_with(b"WARC/") {
            return Err(IoError::other("no WARC record starts here"));
        }
        let mut headers = Vec::new();
        loop {
            let bytes = line(input)?;
            if bytes.is_empty() {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            let text = String::from_utf8_lossy(&bytes);
            let Some((name, value)) = text.split_once(':') else {
                break;
            };
            headers.push((name.trim().to_owned(), value.trim().to_owned()));
        }
        let mut record = Record { headers, length: 0 };
        let length = record
            .header("Content-Length")
            .and_then(|it| it.parse().ok());
        record.length = length.ok_or_else(|| IoError::other("it does not say its length"))?;
        Ok(Some(record))
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    fn is(&self, name: &str, value: &str) -> bool {
        self.header(name)
            .is_some_and(|it| it.eq_ignore_ascii_case(value))
    }
}

fn resource(record: &Record, url: String, body: Vec<u8>) -> Option<Page> {
    let (kind, charset) = media(record.header("Content-Type")?)?;
    Some(Page {
        url,
        charset,
        kind,
        body,
    })
}

/// Returns the page of an HTTP response, its body unpacked; `None` where it is no page.
fn response(url: String, bytes: &[u8]) -> Option<Page> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut head = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(at) = head.parse(bytes).ok()? else {
        return None;
    };
    if head.code != Some(200) {
        return None;
    }
    let header = |name: &str| {
        let mut headers = head.headers.iter();
        let found = headers.find(|header| header.name.eq_ignore_ascii_case(name))?;
        Some(String::from_utf8_lossy(found.value).to_lowercase())
    };
    let (kind, charset) = media(&header("content-type")?)?;
    let chunked = header("transfer-encoding").is_some_and(|it| it.contains("chunked"));
    let body = match chunked {
        // Some crawlers take the chunks apart and keep the header.
        true => joined(&bytes[at..]).unwrap_or_else(|| bytes[at..].to_vec()),
        false => bytes[at..].to_vec(),
    };
    let body = match header("content-encoding").as_deref() {
        Some("gzip" | "x-gzip") => unpacked(&mut GzDecoder::new(&body[..])).unwrap_or(body),
        Some("deflate") => unpacked(&mut ZlibDecoder::new(&body[..])).unwrap_or(body),
        _ => body,
    };
    Some(Page {
        url,
        charset,
        kind,
        body,
    })
}

/// Returns what a media type says: `text/html; charset=utf-8`.
fn media(text: &str) -> Option<(Kind, Option<String>)> {
    let text = text.to_lowercase();
    let (media, rest) = text.split_once(';').unwrap_or((&text, ""));
    let kind = match media.trim() {
        "text/html" | "application/xhtml+xml" => Kind::Web,
        "text/plain" => Kind::Text,
        _ => return None,
    };
    let charset = rest.split("charset=").nth(1).map(|it| {
        let it = it.split(';').next().unwrap_or(it);
        it.trim().trim_matches(['"', '\'']).to_owned()
    });
    Some((kind, charset))
}

/// Returns an unpacked body, up to the bound of a record; what is packed tighter is a bomb.
fn unpacked(packed: &mut dyn Read) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = LARGEST_RECORD as u64;
    // What is cut off is read as far as it goes.
    let _ = packed.take(limit).read_to_end(&mut bytes);
    (!bytes.is_empty() && (bytes.len() as u64) < limit).then_some(bytes)
}

/// Returns a body without the lengths between its chunks.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let httparse::Status::Complete((at, length)) = httparse::parse_chunk_size(rest).ok()?
        else {
            return None;
        };
        let length = usize::try_from(length).ok()?;
        if length == 0 {
            return Some(body);
        }
        body.extend(rest.get(at..at.checked_add(length)?)?);
        rest = rest.get(at + length + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: &str, url: &str, body: &[u8]) -> Vec<u8> {
        let head = format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        [head.as_bytes(), body, b"\r\n\r\n"].concat()
    }

    fn check(archive: &[u8], expected: &[&str]) {
        let mut found = Vec::new();
        let _ = read(Path::new("a.warc"), &mut &*archive, &mut |input| {
            found.push(match input {
                Input::Piece(piece) => {
                    let Content::Page(page) = piece.content else {
                        panic!("records are pages");
                    };
                    format!("{} {}", page.url, String::from_utf8_lossy(&page.body))
                }
                Input::Fault(error) => error.to_string(),
                Input::PassedOver(_) => panic!("records are no files"),
            });
            ControlFlow::Continue(())
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn pages_are_found_among_other_traffic() {
        let html =
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Envoys met.";
        let archive = [
            record("warcinfo", "", b"software: x"),
            record("request", "https://a.example/", b"GET / HTTP/1.1\r\n\r\n"),
            record("response", "<https://a.example/>", html),
            record(
                "response",
                "https://a.example/x.png",
                b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89",
            ),
            record(
                "response",
                "https://a.example/gone",
                b"HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n\r\nno",
            ),
        ];
        check(&archive.concat(), &["https://a.example/ <p>Envoys met."]);
    }

    #[test]
    fn bodies_are_unpacked() {
        use std::io::Write;
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(b"<p>Envoys met.").unwrap();
        let packed = packed.finish().unwrap();
        let mut body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n".to_vec();
        let (one, two) = packed.split_at(10);
        for chunk in [one, two] {
            body.extend(format!("{:x}\r\n", chunk.len()).bytes());
            body.extend(chunk);
            body.extend(b"\r\n");
        }
        body.extend(b"0\r\n\r\n");
        check(
            &record("response", "https://a.example/", &body),
            &["https://a.example/ <p>Envoys met."],
        );
    }

    #[test]
    fn a_broken_archive_is_named() {
        check(
            b"Envoys met.\n",
            &["a.warc:1: record 1: no WARC record starts here"],
        );
        let html = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nEnvoys met.";
        let whole = record("response", "https://a.example/", html);
        let archive = [&whole[..], &whole[..whole.len() - 12]].concat();
        check(
            &archive,
            &[
                "https://a.example/ Envoys met.",
                "a.warc:2: record 2: the packed data is cut off; what stands before is read",
            ],
        );
        check(
            b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
            &["a.warc:1: record 1: it does not say its length"],
        );
    }
}
