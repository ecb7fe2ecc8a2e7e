//! Documents: loading them, and finding the passages in them that are worth reading.
//!
//! Invariant: nothing here changes a document's text; passages are spans into it. A passage may
//! hold line breaks where the text is hard-wrapped; white space of any kind separates words.

mod credit;
mod dateline;
mod dates;
mod document;
mod duplicates;
mod fingerprint;
mod furniture;
mod glue;
pub mod input;
mod language;
mod masthead;
mod page;
mod passages;
pub mod quotes;
mod sketch;
mod trim;
mod units;

pub(crate) use dates::{MONTHS, WEEKDAYS, day_number, year_number};
pub use document::{Document, Passage, PassageKind};
pub use duplicates::Duplicates;
pub use fingerprint::fingerprint;
pub use input::load;
pub use language::foreign_language;
pub use passages::passages;
pub use sketch::Sketch;
