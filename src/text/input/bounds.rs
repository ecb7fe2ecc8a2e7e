//! Bounds on time and memory: what no honest input reaches.

use std::cell::Cell;
use std::io::{Error, Read, Result};
use std::rc::Rc;

/// Bytes of a file that is read as a whole (text, page, feed, book), packed or not.
pub const LARGEST_FILE: u64 = 256 << 20;
/// Bytes of a line, row or item.
pub const LARGEST_RECORD: usize = 64 << 20;
/// Bytes of the text of one document.
pub const LARGEST_TEXT: usize = 8 << 20;
/// Archives and packings inside each other.
pub const DEEPEST_ARCHIVE: usize = 4;
/// Unpacked bytes for each packed one. Text packs to a tenth, machine-made tables to a fiftieth.
const RATIO: u64 = 200;
/// Unpacked bytes that no ratio is asked of.
const FREE: u64 = 32 << 20;

/// How much of an input came from disk and how much unpacking has made of it, over all layers.
#[derive(Clone, Default)]
pub(super) struct Guard {
    packed: Rc<Cell<u64>>,
    unpacked: Rc<Cell<u64>>,
}

impl Guard {
    /// Counts bytes that came from disk.
    pub(super) fn count(&self, bytes: usize) {
        self.packed.set(self.packed.get() + bytes as u64);
    }

    /// Counts unpacked bytes.
    ///
    /// # Errors
    ///
    /// There are far more of them than honest packing makes.
    fn unpack(&self, bytes: usize) -> Result<()> {
        self.unpacked.set(self.unpacked.get() + bytes as u64);
        match self.tripped() {
            true => Err(Error::other(format!(
                "unpacks to more than {RATIO} times its size, as bombs do; the rest of it is not read"
            ))),
            false => Ok(()),
        }
    }

    /// Returns whether the input is a bomb.
    pub(super) fn tripped(&self) -> bool {
        self.unpacked.get() > FREE + RATIO * self.packed.get()
    }
}

/// What comes from disk, counted.
pub(super) struct Counted<R> {
    pub(super) inner: R,
    pub(super) guard: Guard,
    /// Told of every byte, for progress.
    pub(super) meter: super::Meter,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.inner.read(buffer)?;
        self.guard.count(read);
        self.meter.add(read as u64);
        Ok(read)
    }
}

impl<R: std::io::Seek> std::io::Seek for Counted<R> {
    fn seek(&mut self, to: std::io::SeekFrom) -> Result<u64> {
        self.inner.seek(to)
    }
}

/// What an unpacker makes, guarded.
pub(super) struct Unpacked<R> {
    pub(super) inner: R,
    pub(super) guard: Guard,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.inner.read(buffer)?;
        self.guard.unpack(read)?;
        Ok(read)
    }
}

/// Returns the whole of a stream.
///
/// # Errors
///
/// The stream fails or is longer than `LARGEST_FILE`.
pub(super) fn read_whole(input: &mut dyn Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(too_large());
    }
    Ok(bytes)
}

/// Returns the error of a file that is too large to be read as a whole.
pub(super) fn too_large() -> Error {
    let message = format!(
        "longer than {} MiB, too long to be read as a whole; split it into documents, for example one a line (.jsonl)",
        LARGEST_FILE >> 20
    );
    Error::other(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bombs_are_noticed() {
        let guard = Guard::default();
        guard.count(1000);
        let mut bomb = Unpacked {
            inner: std::io::repeat(b' '),
            guard: guard.clone(),
        };
        let error = std::io::copy(&mut bomb, &mut std::io::sink()).unwrap_err();
        assert!(error.to_string().contains("200 times its size"), "{error}");
        assert!(guard.tripped());
        assert!(guard.unpacked.get() < 2 * FREE);
    }

    #[test]
    fn a_stream_without_end_is_given_up() {
        let error = read_whole(&mut std::io::repeat(b' ')).unwrap_err();
        assert!(error.to_string().contains("longer than 256 MiB"));
    }
}
