//! Bytes to text.

use crate::error::{Error, Result};
use encoding_rs::{UTF_16BE, UTF_16LE};
use std::path::Path;

/// Returns the text of a file: UTF-8, or UTF-16 with a byte order mark, which is cut off.
///
/// Guessing at other encodings would put wrong letters into names, so the rest is refused.
///
/// # Errors
///
/// Names the line and byte of the first fault: a NUL byte (no text file) or invalid UTF-8.
pub(super) fn decode(path: &Path, bytes: Vec<u8>) -> Result<String> {
    if bytes.len() > u32::MAX as usize {
        return Err(Error::data(
            path,
            1,
            "longer than 4 GiB; split it into documents",
        ));
    }
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(&bytes)
        && (encoding == UTF_16LE || encoding == UTF_16BE)
    {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
        let message = format!("starts as {} but is not", encoding.name());
        let text = text.map(String::from).filter(|text| !text.contains('\0'));
        return text.ok_or_else(|| Error::data(path, 1, message));
    }
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        let message = format!("a binary file (NUL at byte {at}), not text");
        return Err(Error::data(path, line_of(&bytes, at), message));
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Ok(text)
        }
        Err(fault) => {
            let at = fault.utf8_error().valid_up_to();
            let message = format!(
                "invalid UTF-8 at byte {at}; convert the file, for example with `iconv -f WINDOWS-1252 -t UTF-8`"
            );
            Err(Error::data(path, line_of(fault.as_bytes(), at), message))
        }
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
    }

    #[test]
    fn faults_are_placed() {
        check(
            b"One.\nTw\0",
            "a.txt:2: a binary file (NUL at byte 7), not text",
        );
        check(b"\xff\xfeO\0k", "a.txt:1: starts as UTF-16LE but is not");
        let fault = decode(Path::new("a.txt"), b"One.\n\nCaf\xe9.".to_vec()).unwrap_err();
        assert!(
            fault
                .to_string()
                .starts_with("a.txt:3: invalid UTF-8 at byte 9")
        );
    }
}
