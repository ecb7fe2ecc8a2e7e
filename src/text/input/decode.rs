//! Bytes to text.

use crate::error::{Error, Result};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::path::Path;

/// Bytes that a guess at the encoding looks at.
const SAMPLE: usize = 1 << 20;

/// An encoding, known or guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Charset(&'static Encoding);

impl Charset {
    /// Returns the encoding of a name such as `windows-1252`, `None` where there is none.
    pub(super) fn named(label: &str) -> Option<Charset> {
        Encoding::for_label(label.trim().as_bytes()).map(Charset)
    }

    pub(super) fn is_utf8(self) -> bool {
        self.0 == UTF_8
    }

    /// Returns the text; what is no character becomes U+FFFD.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        match std::str::from_utf8(bytes) {
            Ok(text) if self.0 != UTF_16LE && self.0 != UTF_16BE => text.to_owned(),
            _ => self.0.decode_without_bom_handling(bytes).0.into_owned(),
        }
    }
}

/// Returns the encoding of some bytes: by their mark, as UTF-8 where they are valid, else guessed.
///
/// The guess is chardetng's, which browsers make too. Text that is UTF-8 but for a few broken
/// characters stays UTF-8.
pub(super) fn charset_of(bytes: &[u8]) -> Charset {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Charset(encoding);
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some(encoding) = unmarked_utf16(sample) {
        return Charset(encoding);
    }
    let (mut faults, mut beyond_ascii) = (0, 0);
    for chunk in sample.utf8_chunks() {
        beyond_ascii += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    if faults == 0 || beyond_ascii >= 4 * faults {
        return Charset(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    Charset(detector.guess(None, Utf8Detection::Deny))
}

/// UTF-16 without its mark: of Western text every other byte is zero.
fn unmarked_utf16(sample: &[u8]) -> Option<&'static Encoding> {
    let pairs = sample.len() / 2;
    if pairs < 8 {
        return None;
    }
    let zeros = |first: usize| {
        sample[first..]
            .iter()
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let most = |zeros: usize, others: usize| zeros * 10 > pairs * 6 && others * 100 < pairs;
    match (most(odd, even), most(even, odd)) {
        (true, _) => Some(UTF_16LE),
        (_, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// Returns the text of a file: UTF-8, UTF-16, or as its letters show (Windows-125x, KOI8-R, …),
/// without a byte order mark.
///
/// # Errors
///
/// Names the line and byte of what is in no text: a NUL byte or other control characters.
pub(super) fn decode(path: &Path, bytes: Vec<u8>) -> Result<String> {
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        let message = "UTF-32; convert the file, for example with `iconv -f UTF-32 -t UTF-8`";
        return Err(Error::data(path, 1, message));
    }
    let charset = charset_of(&bytes);
    if charset.0 == UTF_16LE || charset.0 == UTF_16BE {
        let mark = usize::from(Encoding::for_bom(&bytes).is_some()) * 2;
        let (text, faulty) = charset.0.decode_without_bom_handling(&bytes[mark..]);
        let lost = text.matches('\u{fffd}').count();
        if text.contains('\0') || faulty && lost * 20 > text.chars().count() {
            let message = format!("starts as {} but is not", charset.0.name());
            return Err(Error::data(path, 1, message));
        }
        return Ok(text.into_owned());
    }
    // No text has these, in whichever encoding; escapes for terminals and form feeds it may have.
    let control = |byte: u8| byte < 0x20 && !b"\t\n\x0b\x0c\r\x1b".contains(&byte) || byte == 0x7f;
    let controls = bytes.iter().filter(|&&byte| control(byte)).count();
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        let message = format!("a binary file (NUL at byte {at}), not text");
        return Err(Error::data(path, line_of(&bytes, at), message));
    }
    if controls * 50 > bytes.len() {
        return Err(Error::data(path, 1, "a binary file, not text"));
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Ok(text)
        }
        Err(fault) => Ok(charset.decode(fault.as_bytes())),
    }
}

/// Returns the line, counted from one, that holds a byte.
fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes[..at].iter().filter(|&&byte| byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        let found = decode(Path::new("a.txt"), bytes.to_vec());
        assert_eq!(found.unwrap_or_else(|error| error.to_string()), expected);
    }

    #[test]
    fn text_is_decoded() {
        check(b"Envoys meet.", "Envoys meet.");
        check(b"\xef\xbb\xbfEnvoys meet.", "Envoys meet.");
        check(b"\xff\xfeO\0k\0", "Ok");
        check(b"\xfe\xff\0O\0k", "Ok");
        let unmarked: Vec<u8> = "Envoys meet.".bytes().flat_map(|b| [b, 0]).collect();
        check(&unmarked, "Envoys meet.");
    }

    #[test]
    fn other_encodings_are_recognised() {
        check(
            b"The caf\xe9 in Orl\xe9ans closed, the mayor said on Monday. \x93It hurts,\x94 he said.",
            "The café in Orléans closed, the mayor said on Monday. “It hurts,” he said.",
        );
        let russian = "Посланники встретились в Осло в понедельник и говорили о порте.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(russian);
        check(&bytes, russian);
        let (bytes, _, _) = encoding_rs::KOI8_R.encode(russian);
        check(&bytes, russian);
    }

    #[test]
    fn a_broken_character_spoils_no_text() {
        let text =
            "The café in Orléans and the one in Besançon closed – so did the bakery in Nîmes";
        let mut bytes = text.as_bytes().to_vec();
        bytes.push(0xc3);
        check(&bytes, &format!("{text}\u{fffd}"));
        // Half of a surrogate pair in UTF-16.
        let half = [0x3d, 0xd8];
        let text = "Envoys meet in the port. ".repeat(4);
        let mut bytes: Vec<u8> = text.bytes().flat_map(|b| [b, 0]).collect();
        bytes.splice(0..0, [0xff, 0xfe]);
        bytes.extend(half);
        check(&bytes, &format!("{text}\u{fffd}"));
    }

    #[test]
    fn faults_are_placed() {
        check(
            b"One.\nTw\0",
            "a.txt:2: a binary file (NUL at byte 7), not text",
        );
        check(
            b"\x01\x02\x03\xff\xfe\x05",
            "a.txt:1: a binary file, not text",
        );
        check(
            b"\xff\xfe\x00\xd8\x00\xd8\x00\xd8",
            "a.txt:1: starts as UTF-16LE but is not",
        );
        let message =
            "a.txt:1: UTF-32; convert the file, for example with `iconv -f UTF-32 -t UTF-8`";
        check(b"\xff\xfe\0\0O\0\0\0", message);
    }
}
