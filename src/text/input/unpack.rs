//! Taking a file or stream apart, through any packing and archive, into pieces.

use super::bounds::{
    Counted, DEEPEST_ARCHIVE, Guard, LARGEST_FILE, Unpacked, read_whole, too_large,
};
use super::kind::Kind;
use super::lines::broken_off;
use super::load::{Flow, Input};
use super::piece::{Content, Piece};
use super::zstd::Zstd;
use super::{json, lines, table, warc};
use crate::error::Error;
use encoding_rs_io::DecodeReaderBytesBuilder;
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek};
use std::ops::ControlFlow;
use std::path::{Component, Path, PathBuf};
use zip::ZipArchive;

/// Bytes that show what a stream is.
const START: usize = 4096;
/// Bytes that show it well enough where the rest may be long in coming.
const ENOUGH: usize = 512;
/// Bytes read at once.
const BUFFER: usize = 64 * 1024;

/// Takes one input apart, however its layers are nested.
pub(super) struct Unpacker<'a> {
    guard: Guard,
    take: &'a mut dyn FnMut(Input) -> Flow,
}

impl<'a> Unpacker<'a> {
    pub(super) fn new(guard: Guard, take: &'a mut dyn FnMut(Input) -> Flow) -> Unpacker<'a> {
        Unpacker { guard, take }
    }

    /// Takes a file apart; a zip archive is read where it lies, however long it is.
    pub(super) fn file(&mut self, path: &Path, mut file: Counted<File>) -> Flow {
        let mut start = [0; START];
        let (read, late) = fill(&mut file, &mut start);
        let kind = Kind::of(path, &start[..read]);
        // Pipes and the like cannot be wound back.
        let wound = match kind {
            Kind::Zip => file.inner.rewind().is_ok(),
            _ => false,
        };
        if wound {
            return self.zip(path, BufReader::new(file), 1);
        }
        let whole_file = matches!(
            kind,
            Kind::Text | Kind::Markdown | Kind::Web | Kind::Feed | Kind::Epub
        );
        let length = file.inner.metadata().map_or(0, |it| it.len());
        if whole_file && length > LARGEST_FILE {
            return self.fault(Error::data(path, 1, too_large().to_string()));
        }
        let mut whole = Cursor::new(start[..read].to_vec())
            .chain(Late(late))
            .chain(file);
        self.stream(path, path, &mut whole, 0)
    }

    /// Takes a stream apart. `path` is where it is found, `named` what its ending is taken from.
    pub(super) fn stream(
        &mut self,
        path: &Path,
        named: &Path,
        input: &mut dyn Read,
        depth: usize,
    ) -> Flow {
        if depth > DEEPEST_ARCHIVE {
            let message = format!("packed more than {DEEPEST_ARCHIVE} times over; unpack it first");
            return self.fault(Error::data(path, 1, message));
        }
        let mut start = vec![0; START];
        let (read, late) = fill(input, &mut start);
        start.truncate(read);
        if let (0, Some(error)) = (read, &late) {
            return self.fault(broken_off(path, 1, error));
        }
        let kind = Kind::of(named, &start);
        let mut input = BufReader::with_capacity(
            BUFFER,
            Cursor::new(start.clone()).chain(Late(late)).chain(input),
        );
        match kind {
            Kind::Gzip => {
                let inner = MultiGzDecoder::new(input);
                self.unpack(path, named, inner, depth)
            }
            Kind::Zstd => self.unpack(path, named, Zstd::new(input), depth),
            Kind::Tar => self.tar(path, &mut input, depth + 1),
            Kind::Zip => match read_whole(&mut input) {
                Ok(bytes) => self.zip(path, Cursor::new(bytes), depth + 1),
                Err(error) => self.fault(broken_off(path, 1, &error)),
            },
            Kind::Lines | Kind::Json | Kind::Table => {
                let rows = match kind {
                    Kind::Lines => lines::read,
                    Kind::Json => json::read,
                    _ => table::read,
                };
                match start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") {
                    true => {
                        let utf8 = DecodeReaderBytesBuilder::new().build(input);
                        rows(path, &mut BufReader::new(utf8), self.take)
                    }
                    false => rows(path, &mut input, self.take),
                }
            }
            Kind::Warc => warc::read(path, &mut input, self.take),
            Kind::Refused => self.piece(path, kind, start),
            Kind::Text | Kind::Markdown | Kind::Web | Kind::Feed | Kind::Epub => {
                match read_whole(&mut input) {
                    Ok(bytes) => self.piece(path, kind, bytes),
                    Err(error) => self.fault(broken_off(path, 1, &error)),
                }
            }
        }
    }

    fn piece(&mut self, path: &Path, kind: Kind, bytes: Vec<u8>) -> Flow {
        (self.take)(Input::Piece(Piece {
            path: path.to_owned(),
            line: 1,
            content: Content::File(kind, bytes),
        }))
    }

    fn fault(&mut self, error: Error) -> Flow {
        (self.take)(Input::Fault(error))
    }

    /// Reads on what an unpacker gives: `a.jsonl.gz` as `a.jsonl`, `a.tgz` as `a.tar`.
    fn unpack(&mut self, path: &Path, named: &Path, inner: impl Read, depth: usize) -> Flow {
        let ending = named.extension().and_then(|it| it.to_str()).unwrap_or("");
        let within = match ending.to_lowercase().as_str() {
            "tgz" | "tzst" => named.with_extension("tar"),
            "gz" | "zst" => named.with_extension(""),
            _ => named.to_owned(),
        };
        let mut unpacked = Unpacked {
            inner,
            guard: self.guard.clone(),
        };
        self.stream(path, &within, &mut unpacked, depth + 1)
    }

    fn tar(&mut self, path: &Path, input: &mut dyn Read, depth: usize) -> Flow {
        let mut archive = tar::Archive::new(input);
        let members = match archive.entries() {
            Ok(members) => members,
            Err(error) => return self.fault(broken_off(path, 1, &error)),
        };
        let mut any = false;
        for (number, member) in (1..).zip(members) {
            let mut member = match member {
                Ok(member) => member,
                Err(error) => {
                    let message = format!(
                        "broken or cut off at member {number} ({error}); what stands before is read"
                    );
                    return self.fault(Error::data(path, 1, message));
                }
            };
            any = true;
            // Links, devices and folders hold nothing of their own.
            if !member.header().entry_type().is_file() {
                continue;
            }
            let name = String::from_utf8_lossy(&member.path_bytes()).into_owned();
            self.member(path, &name, &mut member, depth)?;
            if self.guard.tripped() {
                return ControlFlow::Continue(());
            }
        }
        match any {
            true => ControlFlow::Continue(()),
            false => self.fault(Error::data(path, 1, "an empty or broken tar archive")),
        }
    }

    fn zip(&mut self, path: &Path, input: impl Read + Seek, depth: usize) -> Flow {
        let mut archive = match ZipArchive::new(input) {
            Ok(archive) => archive,
            Err(error) => {
                let message = format!("a broken or cut off zip archive ({error})");
                return self.fault(Error::data(path, 1, message));
            }
        };
        if archive.is_empty() {
            return self.fault(Error::data(path, 1, "an empty zip archive"));
        }
        for index in 0..archive.len() {
            let guard = self.guard.clone();
            let member = match archive.by_index(index) {
                Ok(member) if member.is_dir() || member.is_symlink() => continue,
                Ok(member) => member,
                Err(error) => {
                    let message = format!("member {}: {error}; the others are read", index + 1);
                    self.fault(Error::data(path, 1, message))?;
                    continue;
                }
            };
            let name = String::from_utf8_lossy(member.name_raw()).into_owned();
            let mut inner = Unpacked {
                inner: member,
                guard,
            };
            self.member(path, &name, &mut inner, depth)?;
            if self.guard.tripped() {
                return ControlFlow::Continue(());
            }
        }
        ControlFlow::Continue(())
    }

    /// Takes a member of an archive apart, if its ending says that it holds documents.
    fn member(&mut self, archive: &Path, name: &str, input: &mut dyn Read, depth: usize) -> Flow {
        let Some(inner) = inner_path(name) else {
            let message = format!(
                "member \"{}\" leads out of the archive; it is not read",
                name.escape_debug()
            );
            return self.fault(Error::data(archive, 1, message));
        };
        let hidden = |part: Component| part.as_os_str().to_string_lossy().starts_with('.');
        if inner.components().any(hidden) || inner.starts_with("__MACOSX") {
            return ControlFlow::Continue(());
        }
        let path = archive.join(inner);
        match Kind::from_path(&path) {
            Some(_) => self.stream(&path, &path, input, depth),
            None => (self.take)(Input::PassedOver(path)),
        }
    }
}

/// Returns the path of a member inside its archive, `None` where it would lead out of it.
fn inner_path(name: &str) -> Option<PathBuf> {
    let name = name.replace('\\', "/");
    let drive = name.as_bytes().get(1) == Some(&b':');
    if name.starts_with('/') || drive || name.contains('\0') {
        return None;
    }
    let mut inner = PathBuf::new();
    for part in Path::new(&name).components() {
        match part {
            Component::Normal(part) => inner.push(part),
            Component::CurDir => {}
            _ => return None,
        }
    }
    (inner != PathBuf::new()).then_some(inner)
}

/// Fills a buffer as far as the stream goes, or as far as is needed where it comes in small parts.
///
/// Comes with the error that ended it, which some unpackers give only once.
fn fill(input: &mut dyn Read, buffer: &mut [u8]) -> (usize, Option<std::io::Error>) {
    let mut filled = 0;
    while filled < buffer.len().min(ENOUGH) {
        match input.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return (filled, Some(error)),
        }
    }
    (filled, None)
}

/// An error that comes after what was read before it.
struct Late(Option<std::io::Error>);

impl Read for Late {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stay_within_their_archive() {
        let check = |name: &str, expected: Option<&str>| {
            assert_eq!(inner_path(name), expected.map(PathBuf::from), "{name}");
        };
        check("a/./b.txt", Some("a/b.txt"));
        check("a\\b.txt", Some("a/b.txt"));
        check("../a.txt", None);
        check("a/../../b.txt", None);
        check("/etc/a.txt", None);
        check("C:\\a.txt", None);
        check("a\0.txt", None);
        check("", None);
    }
}
