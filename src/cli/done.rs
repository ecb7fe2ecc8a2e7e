//! The documents whose readings a file has already.

use serde::Deserialize;
use siphasher::sip::SipHasher13;
use std::collections::HashMap;
use std::fs::File;
use std::hash::Hasher;
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::Path;
use whom::{Error, Publication, Result};

/// Documents by name and text, as often as each was read: a document is the same where both are.
///
/// Sixteen bytes or so a document.
#[derive(Default)]
pub struct Done {
    counts: HashMap<u64, u32>,
    /// Whether title, outlet and so on must be the same as well; then each counts for all like it.
    exact: bool,
}

#[derive(Deserialize)]
struct Line {
    document: String,
    #[serde(default)]
    fingerprint: String,
}

impl Done {
    /// Reads what a run that was ended has written, cuts off a half-written last line, and leaves the
    /// file where the next line belongs.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or a line before the last is no reading.
    pub fn of(path: &Path, file: &mut File) -> Result<Done> {
        let failed = |error| Error::io(path, error);
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        let mut done = HashMap::new();
        let mut whole = 0;
        let mut lines = BufReader::new(&mut *file);
        for number in 1.. {
            let mut line = Vec::new();
            let length = lines.read_until(b'\n', &mut line).map_err(failed)?;
            if !line.ends_with(b"\n") {
                break;
            }
            match serde_json::from_slice::<Line>(&line) {
                Ok(line) => {
                    *done
                        .entry(key(&line.document, &line.fingerprint))
                        .or_insert(0) += 1
                }
                // A crash of the machine leaves blocks of zeros at the end of a file.
                Err(_) if is_last(&mut lines).map_err(failed)? => break,
                Err(error) => {
                    let message = format!(
                        "not a reading ({error}); --resume goes on with a file that `whom read` wrote"
                    );
                    return Err(Error::data(path, number, message));
                }
            }
            whole += length as u64;
        }
        file.set_len(whole).map_err(failed)?;
        file.seek(SeekFrom::Start(whole)).map_err(failed)?;
        Ok(Done {
            counts: done,
            exact: false,
        })
    }

    /// Returns the documents of some readings, which are the same only if all is that is known of them.
    pub fn exactly<'a>(documents: impl Iterator<Item = &'a Publication>) -> Done {
        Done {
            counts: documents.map(|document| (exact_key(document), 1)).collect(),
            exact: true,
        }
    }

    /// Returns whether the document was read, and counts it off.
    pub fn take(&mut self, document: &Publication) -> bool {
        if self.counts.is_empty() {
            return false;
        }
        if self.exact {
            return self.counts.contains_key(&exact_key(document));
        }
        match self
            .counts
            .get_mut(&key(&document.name, &document.fingerprint))
        {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }

    /// Returns the number of documents.
    pub fn len(&self) -> usize {
        self.counts.values().map(|&count| count as usize).sum()
    }
}

fn is_last(lines: &mut impl BufRead) -> std::io::Result<bool> {
    let mut rest = [0];
    Ok(lines.read(&mut rest)? == 0)
}

/// Whether a document is a repetition follows from the others, and is no property of its own.
fn exact_key(document: &Publication) -> u64 {
    let alone = Publication {
        same_as: None,
        ..document.clone()
    };
    key(&format!("{alone:?}"), "")
}

fn key(document: &str, fingerprint: &str) -> u64 {
    let mut hasher = SipHasher13::new();
    hasher.write(document.as_bytes());
    hasher.write_u8(0);
    hasher.write(fingerprint.as_bytes());
    hasher.finish()
}
