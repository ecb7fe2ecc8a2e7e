//! Getting at documents: files, folders, archives, streams, and what is in them.
//!
//! An input is taken apart into [`Piece`]s by one thread, which never holds more than one of them; what is
//! slow (decoding, finding the article in a page) is done piece by piece, by as many threads as there are.
//! Every kind of input is a row of [`Kind::ALL`]. Time and memory are bounded by `bounds`, whatever comes in.

mod bounds;
mod decode;
mod epub;
mod feed;
mod fields;
mod head;
mod json;
mod kind;
mod lines;
mod load;
mod markdown;
mod markup;
mod nesting;
mod piece;
mod surrogates;
mod table;
mod unpack;
mod walk;
mod warc;
mod web;
mod zstd;

pub use bounds::{DEEPEST_ARCHIVE, LARGEST_FILE, LARGEST_RECORD, LARGEST_TEXT};
pub use fields::FieldNames;
pub use kind::Kind;
pub use load::{Input, LoadOptions, Meter, load, load_with, take_apart};
pub use piece::Piece;
