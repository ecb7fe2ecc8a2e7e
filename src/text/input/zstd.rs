//! Zstandard streams of any number of frames.

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{BufRead, Error, Read, Result};

/// Memory that a frame may ask for, what the `zstd` program grants without being asked (`--memory`).
const LARGEST_WINDOW: u64 = 128 << 20;

/// Unpacks frames one after another, as `zstd` writes them; the crate unpacks a single one.
pub(super) struct Zstd<R> {
    packed: R,
    frame: Option<FrameDecoder>,
}

impl<R: BufRead> Zstd<R> {
    pub(super) fn new(packed: R) -> Zstd<R> {
        Zstd {
            packed,
            frame: None,
        }
    }

    /// Opens the next frame; `false` at the end of the stream.
    fn open(&mut self) -> Result<bool> {
        while !self.packed.fill_buf()?.is_empty() {
            let mut frame = FrameDecoder::new();
            frame.set_max_window_size(LARGEST_WINDOW);
            match frame.init(&mut self.packed) {
                Ok(()) => {
                    self.frame = Some(frame);
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    let mut skipped = (&mut self.packed).take(u64::from(length));
                    std::io::copy(&mut skipped, &mut std::io::sink())?;
                }
                Err(error) => return Err(broken(error)),
            }
        }
        Ok(false)
    }
}

fn broken(error: FrameDecoderError) -> Error {
    Error::other(format!("broken or truncated zstd data ({error})"))
}

impl<R: BufRead> Read for Zstd<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            let Some(frame) = &mut self.frame else {
                match self.open()? {
                    true => continue,
                    false => return Ok(0),
                }
            };
            if frame.can_collect() == 0 && !frame.is_finished() {
                let some = BlockDecodingStrategy::UptoBytes(buffer.len());
                frame
                    .decode_blocks(&mut self.packed, some)
                    .map_err(broken)?;
            }
            let read = frame.read(buffer)?;
            if read > 0 {
                return Ok(read);
            }
            if frame.is_finished() {
                self.frame = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame() -> Vec<u8> {
        let mut packed = Vec::new();
        let level = ruzstd::encoding::CompressionLevel::Fastest;
        ruzstd::encoding::compress(&b"Envoys met.\n"[..], &mut packed, level);
        packed
    }

    #[test]
    fn frames_are_joined_and_skippable_ones_skipped() {
        let skippable = [0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9];
        let stream = [frame(), skippable.to_vec(), frame()].concat();
        let mut text = String::new();
        Zstd::new(&stream[..]).read_to_string(&mut text).unwrap();
        assert_eq!(text, "Envoys met.\nEnvoys met.\n");
    }

    #[test]
    fn a_truncated_stream_is_an_error() {
        let whole = frame();
        let mut text = String::new();
        let cut = &whole[..whole.len() - 6];
        let error = Zstd::new(cut).read_to_string(&mut text).unwrap_err();
        assert!(error.to_string().contains("truncated zstd"), "{error}");
        assert!(
            Zstd::new(&b"no zstd"[..])
                .read_to_string(&mut text)
                .is_err()
        );
    }
}
