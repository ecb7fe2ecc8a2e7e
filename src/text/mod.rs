//! Documents: loading them, and finding the passages in them that are worth reading.
//!
//! Invariant: nothing here changes a document's text; passages are spans into it. A passage may
//! hold line breaks where the text is hard-wrapped; white space of any kind separates words.

mod credit;
mod dateline;
mod dates;
mod decode;
mod document;
mod fingerprint;
mod furniture;
mod glue;
mod load;
mod masthead;
mod nesting;
mod page;
mod passages;
pub mod quotes;
mod record;
mod trim;
mod units;
mod web;

pub use document::{Document, Passage, PassageKind};
pub use fingerprint::fingerprint;
pub use load::load;
pub use passages::passages;
