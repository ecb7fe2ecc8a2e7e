//! `whom inputs`: what is read, and how.

use super::{Failure, Outcome};
use clap::Args;
use std::io::{BufWriter, Write};
use whom::text::input::{
    DEEPEST_ARCHIVE, FieldNames, Kind, LARGEST_FILE, LARGEST_RECORD, LARGEST_TEXT,
};

/// Lists the kinds of input, the fields that are looked for, and the bounds.
#[derive(Args)]
#[command(after_help = "Example:
  whom inputs")]
pub struct Inputs {}

impl Inputs {
    /// Prints the table.
    pub fn run(self) -> Result<Outcome, Failure> {
        let mut out = BufWriter::new(std::io::stdout().lock());
        for row in &Kind::ALL {
            let endings = row.endings.iter().map(|ending| format!(".{ending}"));
            let endings = endings.collect::<Vec<_>>().join(" ");
            writeln!(out, "{endings:24} {}", row.gloss)?;
        }
        writeln!(
            out,
            "\nFolders are searched for these; a file that is named, and standard input, may be any of
them: the first bytes say which. PDF, Office documents and xz are not read; the message says what to do.

Fields of JSON and columns of tables, the first that is there (--text-field and the like name others):"
        )?;
        for (field, usual) in FieldNames::USUAL {
            writeln!(out, "  {field:8} {}", usual.join(" "))?;
        }
        writeln!(
            out,
            "
Encodings: UTF-8, UTF-16, and others (Windows-125x, KOI8-R, …) by their letters.
Language: English; what surely is another is passed over and counted (--force reads it).
Repetitions: a text that says nothing that an earlier one does not is not read again, but kept as a
further place of publication (--keep-duplicates reads it).
Bounds: {} MiB a document, {} MiB a line, row or item, {} MiB a file that is read whole, {DEEPEST_ARCHIVE} layers
of packing; lines, rows and archives may be any number. What is beyond is named and the rest is read.",
            LARGEST_TEXT >> 20,
            LARGEST_RECORD >> 20,
            LARGEST_FILE >> 20,
        )?;
        out.flush()?;
        Ok(Outcome::Found)
    }
}
