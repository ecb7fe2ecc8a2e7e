//! JSON values one after another: those of an array, or any number of them in a file.

use super::bounds::LARGEST_RECORD;
use super::lines::broken_off;
use super::load::{Flow, Input};
use super::piece::{Content, Piece};
use crate::error::Error;
use std::io::BufRead;
use std::ops::ControlFlow;
use std::path::Path;

/// Hands on every object of the outermost array, or every object that stands in none.
///
/// Only brackets and strings are looked at, so that a broken object costs no more than itself, and
/// memory is bounded by the longest object that is allowed.
pub(super) fn read(
    path: &Path,
    input: &mut dyn BufRead,
    take: &mut dyn FnMut(Input) -> Flow,
) -> Flow {
    let mut values = Values::default();
    let mut any = false;
    loop {
        let bytes = match input.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) => return take(Input::Fault(broken_off(path, values.line, &error))),
        };
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        let mut found = Vec::new();
        for &byte in bytes {
            found.extend(values.step(byte));
        }
        input.consume(length);
        for value in found {
            any = true;
            take(value.into_input(path))?;
        }
    }
    match values.end() {
        Some(value) => take(value.into_input(path)),
        None if any => ControlFlow::Continue(()),
        None => take(Input::Fault(Error::data(
            path,
            1,
            "no records in this file",
        ))),
    }
}

/// A value with its line, or what is wrong there.
struct Value {
    line: usize,
    bytes: std::result::Result<Vec<u8>, String>,
}

impl Value {
    fn into_input(self, path: &Path) -> Input {
        match self.bytes {
            Ok(bytes) => Input::Piece(Piece {
                path: path.to_owned(),
                line: self.line,
                content: Content::Record(bytes),
            }),
            Err(message) => Input::Fault(Error::data(path, self.line, message)),
        }
    }
}

/// Where a scan stands.
struct Values {
    line: usize,
    /// The outermost array is open.
    listed: bool,
    /// Brackets open within the value.
    depth: usize,
    in_string: bool,
    escaped: bool,
    /// The value so far, with the line it starts in.
    value: Vec<u8>,
    start: usize,
    too_long: bool,
}

impl Default for Values {
    fn default() -> Values {
        Values {
            line: 1,
            listed: false,
            depth: 0,
            in_string: false,
            escaped: false,
            value: Vec::new(),
            start: 1,
            too_long: false,
        }
    }
}

impl Values {
    /// Takes a byte; returns a value that it ends.
    fn step(&mut self, byte: u8) -> Option<Value> {
        if byte == b'\n' {
            self.line += 1;
        }
        if self.in_string {
            self.keep(byte);
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_string = false,
                _ => {}
            }
            return None;
        }
        match byte {
            b'"' => {
                self.keep(byte);
                self.in_string = true;
            }
            b'[' if self.depth == 0 && !self.listed && self.value.is_empty() => self.listed = true,
            b']' if self.depth == 0 => {
                self.listed = false;
                return self.finish();
            }
            b'{' | b'[' => {
                self.keep(byte);
                self.depth += 1;
            }
            b'}' | b']' => {
                self.keep(byte);
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    return self.finish();
                }
            }
            b',' if self.depth == 0 => return self.finish(),
            // White space and the mark of UTF-8 between values.
            b' ' | b'\t' | b'\r' | b'\n' | 0xef | 0xbb | 0xbf if self.value.is_empty() => {}
            _ => self.keep(byte),
        }
        None
    }

    fn keep(&mut self, byte: u8) {
        if self.value.is_empty() {
            self.start = self.line;
        }
        match self.value.len() < LARGEST_RECORD {
            true => self.value.push(byte),
            false => self.too_long = true,
        }
    }

    fn finish(&mut self) -> Option<Value> {
        let bytes = std::mem::take(&mut self.value);
        let too_long = std::mem::take(&mut self.too_long);
        if bytes.is_empty() {
            return None;
        }
        Some(Value {
            line: self.start,
            bytes: match too_long {
                false => Ok(bytes),
                true => Err(format!(
                    "an item of more than {} MiB; it is not read, the next one is",
                    LARGEST_RECORD >> 20
                )),
            },
        })
    }

    fn end(&mut self) -> Option<Value> {
        let open = self.depth > 0 || self.in_string || self.listed;
        let value = self.finish();
        match (open, value) {
            (true, Some(value)) => Some(Value {
                line: value.line,
                bytes: Err("broken JSON: this item has no end".to_owned()),
            }),
            (true, None) => Some(Value {
                line: self.line,
                bytes: Err(
                    "broken JSON: the list has no end; what stands before is read".to_owned(),
                ),
            }),
            (false, value) => value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: &[&str]) {
        let mut found = Vec::new();
        let _ = read(Path::new("a.json"), &mut json.as_bytes(), &mut |input| {
            found.push(match input {
                Input::Piece(piece) => {
                    let Content::Record(bytes) = piece.content else {
                        panic!("values are records");
                    };
                    format!("{} {}", piece.line, String::from_utf8_lossy(&bytes))
                }
                Input::Fault(error) => error.to_string(),
                Input::PassedOver(_) => panic!("values are no files"),
            });
            ControlFlow::Continue(())
        });
        assert_eq!(found, expected, "{json}");
    }

    #[test]
    fn items_are_found() {
        check("{\"a\": [1, {}]}", &["1 {\"a\": [1, {}]}"]);
        check(
            "\u{feff}[\n{\"a\": 1},\n{\"b\": 2}\n]\n",
            &["2 {\"a\": 1}", "3 {\"b\": 2}"],
        );
        check("{\"a\": 1}\n{\"b\": 2}", &["1 {\"a\": 1}", "2 {\"b\": 2}"]);
        check(
            "[{\"a\": \"}]\\\"\"}, 7]",
            &["1 {\"a\": \"}]\\\"\"}", "1 7"],
        );
        check("[]", &["a.json:1: no records in this file"]);
    }

    #[test]
    fn what_is_broken_costs_only_itself() {
        check(
            "[{\"a\": ,},\n{\"b\": 2}]",
            &["1 {\"a\": ,}", "2 {\"b\": 2}"],
        );
        check(
            "[{\"a\": 1},\n{\"b\": ",
            &[
                "1 {\"a\": 1}",
                "a.json:2: broken JSON: this item has no end",
            ],
        );
        check(
            "[{\"a\": 1},\n",
            &[
                "1 {\"a\": 1}",
                "a.json:2: broken JSON: the list has no end; what stands before is read",
            ],
        );
    }
}
