//! JSON lines, one at a time.

use super::bounds::LARGEST_RECORD;
use super::load::{Flow, Input};
use super::piece::{Content, Piece};
use crate::error::Error;
use std::io::{BufRead, Read};
use std::ops::ControlFlow;
use std::path::Path;

/// Hands on every line that is not blank; memory is bounded by the longest that is allowed.
pub(super) fn read(
    path: &Path,
    input: &mut dyn BufRead,
    take: &mut dyn FnMut(Input) -> Flow,
) -> Flow {
    let mut number = 0;
    let mut any = false;
    loop {
        number += 1;
        let mut line = Vec::new();
        let limit = LARGEST_RECORD as u64 + 1;
        if let Err(error) = (&mut *input).take(limit).read_until(b'\n', &mut line) {
            return take(Input::Fault(broken_off(path, number, &error)));
        }
        if line.is_empty() {
            break;
        }
        let too_long = line.len() as u64 == limit && line.last() != Some(&b'\n');
        if too_long {
            line = Vec::new();
            if let Err(error) = input.skip_until(b'\n') {
                return take(Input::Fault(broken_off(path, number, &error)));
            }
            let message = format!(
                "a line of more than {} MiB; it is not read, the next one is",
                LARGEST_RECORD >> 20
            );
            any = true;
            take(Input::Fault(Error::data(path, number, message)))?;
            continue;
        }
        if number == 1 && line.starts_with(b"\xef\xbb\xbf") {
            line.drain(..3);
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        any = true;
        line.truncate(line.trim_ascii_end().len());
        line.shrink_to_fit();
        take(Input::Piece(Piece {
            path: path.to_owned(),
            line: number,
            content: Content::Record(line),
        }))?;
    }
    match any {
        true => ControlFlow::Continue(()),
        false => take(Input::Fault(Error::data(
            path,
            1,
            "no records in this file",
        ))),
    }
}

/// Returns the error of a stream that ended before its time.
pub(super) fn broken_off(path: &Path, line: usize, error: &std::io::Error) -> Error {
    use std::io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    let cause = match error.kind() {
        UnexpectedEof => "the packed data is cut off".to_owned(),
        InvalidData | InvalidInput => format!("the packed data is broken ({error})"),
        _ => error.to_string(),
    };
    let before = match line {
        1 => String::new(),
        _ => "; what stands before is read".to_owned(),
    };
    Error::data(path, line, format!("{cause}{before}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &[u8], expected: &[&str]) {
        let mut found = Vec::new();
        let _ = read(Path::new("a.jsonl"), &mut &*input, &mut |input| {
            found.push(match input {
                Input::Piece(piece) => {
                    let Content::Record(bytes) = piece.content else {
                        panic!("lines are records");
                    };
                    let text = String::from_utf8_lossy(&bytes);
                    format!("{} {}", piece.line, text.trim_end())
                }
                Input::Fault(error) => error.to_string(),
                Input::PassedOver(_) => panic!("lines are no files"),
            });
            ControlFlow::Continue(())
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_are_numbered() {
        check(
            b"\xef\xbb\xbf{\"a\"\n\n \r\n{\"b\"\r\n{\"c\"",
            &["1 {\"a\"", "4 {\"b\"", "5 {\"c\""],
        );
        check(b"\n\n", &["a.jsonl:1: no records in this file"]);
    }

    #[test]
    fn a_line_too_long_is_skipped() {
        let mut input = vec![b'x'; LARGEST_RECORD + 5];
        input.extend(b"\n{}\n");
        let message = "a.jsonl:1: a line of more than 64 MiB; it is not read, the next one is";
        check(&input, &[message, "2 {}"]);
    }
}
