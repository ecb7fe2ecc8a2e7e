//! Tables: a header, and one document a row.

use super::bounds::LARGEST_RECORD;
use super::decode::{Charset, charset_of};
use super::lines::broken_off;
use super::load::{Flow, Input};
use super::piece::{Content, Piece};
use crate::error::Error;
use csv::{ByteRecord, ReaderBuilder};
use serde_json::{Map, Value};
use std::cell::Cell;
use std::io::{BufRead, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;

/// Signs that stand between cells.
const SIGNS: [u8; 4] = *b",;\t|";

/// Hands on every row of a table; memory is bounded by the longest row that is allowed.
pub(super) fn read(
    path: &Path,
    input: &mut dyn BufRead,
    take: &mut dyn FnMut(Input) -> Flow,
) -> Flow {
    let start = match input.fill_buf() {
        Ok(start) => start,
        Err(error) => return take(Input::Fault(broken_off(path, 1, &error))),
    };
    let charset = charset_of(start);
    let sign = sign_of(start);
    let left = Rc::new(Cell::new(LARGEST_RECORD));
    let bounded = Bounded {
        inner: input,
        left: left.clone(),
    };
    let mut rows = ReaderBuilder::new()
        .delimiter(sign)
        .flexible(true)
        .from_reader(bounded);
    let header = match rows.byte_headers() {
        Ok(header) => cells(header, charset),
        Err(error) => return take(Input::Fault(fault(path, 1, error))),
    };
    if header.iter().all(|name| name.trim().is_empty()) {
        return take(Input::Fault(Error::data(
            path,
            1,
            "no header in this table",
        )));
    }
    let mut row = ByteRecord::new();
    let mut any = false;
    loop {
        left.set(LARGEST_RECORD);
        let line = usize::try_from(rows.position().line()).unwrap_or(usize::MAX);
        match rows.read_byte_record(&mut row) {
            Ok(true) => {}
            Ok(false) if any => return ControlFlow::Continue(()),
            Ok(false) => {
                let message = "no rows under the header of this table";
                return take(Input::Fault(Error::data(path, 1, message)));
            }
            Err(error) => return take(Input::Fault(fault(path, line, error))),
        }
        any = true;
        let line = row
            .position()
            .and_then(|at| usize::try_from(at.line()).ok())
            .unwrap_or(line);
        let cells = cells(&row, charset);
        let input = match cells.len() == header.len() {
            true => {
                let name = |name: &String| name.trim().to_owned();
                let values = cells.into_iter().map(Value::String);
                let cells: Map<String, Value> = header.iter().map(name).zip(values).collect();
                Input::Piece(Piece {
                    path: path.to_owned(),
                    line,
                    content: Content::Row(cells),
                })
            }
            false => Input::Fault(Error::data(
                path,
                line,
                format!(
                    "a row of {} cells under a header of {}: is a quotation mark missing?",
                    cells.len(),
                    header.len()
                ),
            )),
        };
        take(input)?;
    }
}

/// Returns the sign that stands most often in the header.
fn sign_of(start: &[u8]) -> u8 {
    let header = start.split(|&byte| byte == b'\n').next().unwrap_or(start);
    let count = |sign: u8| header.iter().filter(|&&byte| byte == sign).count();
    // Of equals the last is taken, and the comma should win.
    let signs = SIGNS.into_iter().rev();
    signs.max_by_key(|&sign| count(sign)).unwrap_or(b',')
}

fn cells(row: &ByteRecord, charset: Charset) -> Vec<String> {
    let mut cells: Vec<String> = row.iter().map(|cell| charset.decode(cell)).collect();
    if let Some(first) = cells.first_mut()
        && first.starts_with('\u{feff}')
    {
        first.drain(..'\u{feff}'.len_utf8());
    }
    cells
}

fn fault(path: &Path, line: usize, error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => broken_off(path, line, &error),
        other => Error::data(path, line, format!("broken table ({other:?})")),
    }
}

/// Gives up on a row that does not end: one quotation mark too many, and the rest is one cell.
struct Bounded<R> {
    inner: R,
    left: Rc<Cell<usize>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.left.get() == 0 {
            return Err(std::io::Error::other(format!(
                "a row of more than {} MiB: is a quotation mark missing?",
                LARGEST_RECORD >> 20
            )));
        }
        let read = self.inner.read(buffer)?;
        self.left.set(self.left.get().saturating_sub(read));
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(table: &[u8], expected: &[&str]) {
        let mut found = Vec::new();
        let _ = read(Path::new("a.csv"), &mut &*table, &mut |input| {
            found.push(match input {
                Input::Piece(piece) => {
                    let Content::Row(cells) = piece.content else {
                        panic!("rows are rows");
                    };
                    format!("{} {}", piece.line, Value::Object(cells))
                }
                Input::Fault(error) => error.to_string(),
                Input::PassedOver(_) => panic!("rows are no files"),
            });
            ControlFlow::Continue(())
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn rows_are_read() {
        check(
            b"\xef\xbb\xbfid,text\n1,\"Envoys met,\nat last.\"\n2,They left.\n",
            &[
                r#"2 {"id":"1","text":"Envoys met,\nat last."}"#,
                r#"4 {"id":"2","text":"They left."}"#,
            ],
        );
        check(
            b"id;text\n1;Envoys, met.\n",
            &[r#"2 {"id":"1","text":"Envoys, met."}"#],
        );
        check(
            b"id\ttext\n1\tCaf\xe9 closed in Orl\xe9ans\n",
            &["2 {\"id\":\"1\",\"text\":\"Café closed in Orléans\"}"],
        );
    }

    #[test]
    fn rows_of_other_lengths_are_named() {
        check(
            b"id,text\n1\n2,They left.\n",
            &[
                "a.csv:2: a row of 1 cells under a header of 2: is a quotation mark missing?",
                r#"3 {"id":"2","text":"They left."}"#,
            ],
        );
        check(
            b"id,text\n",
            &["a.csv:1: no rows under the header of this table"],
        );
        check(b"", &["a.csv:1: no header in this table"]);
    }

    #[test]
    fn a_quotation_without_end_is_given_up() {
        let mut table = b"id,text\n1,\"".to_vec();
        table.resize(LARGEST_RECORD + (1 << 20), b'x');
        check(
            &table,
            &[
                "a.csv:2: a row of more than 64 MiB: is a quotation mark missing?; what stands before is read",
            ],
        );
    }
}
