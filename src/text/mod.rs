//! Documents: loading them, and finding the passages in them that are worth reading.
//!
//! Invariant: nothing here changes a document's text; passages are spans into it.

mod document;

pub use document::{Document, Passage, PassageKind};
