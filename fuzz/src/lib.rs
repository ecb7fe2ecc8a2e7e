//! What the fuzz targets share: what must hold of every reading, graph and input, whatever came in.
//!
//! The targets go through whom's public doors. A broken promise panics; so does whom itself where it would
//! catch a panic and carry on, as the fuzzer ends the process before anything is caught.

pub mod graph;
pub mod input;
pub mod knowledge;
pub mod reading;
mod scratch;
mod worst;

pub use worst::timed;
