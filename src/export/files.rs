//! Formats of several files: a folder where a name is given, one zip file on a stream.

use crate::error::{Error, Result};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// One file of a format that has several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is called in its folder.
    pub name: &'static str,
    /// What is in it.
    pub content: Vec<u8>,
}

/// Writes files as one zip file.
pub(super) fn pack(parts: &[Part], out: &mut dyn Write) -> Result<()> {
    packed(parts)
        .and_then(|zipped| out.write_all(&zipped))
        .map_err(|error| Error::io("output", error))
}

fn packed(parts: &[Part]) -> std::io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The same graph gives the same bytes: no clock, and nothing that a version may pack otherwise.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    for part in parts {
        zip.start_file(part.name, options)?;
        zip.write_all(&part.content)?;
    }
    Ok(zip.finish()?.into_inner())
}
