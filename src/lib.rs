//! whom reads news text into a graph of who did what to whom, who says so, and how sure.

pub mod actors;
mod check;
pub mod claims;
pub mod data;
mod error;
pub mod eval;
pub mod export;
pub mod graph;
pub mod layout;
mod reading;
mod span;
pub mod syntax;
pub mod text;
mod whom;

pub use jiff;
pub use petgraph;

pub use check::{Check, Failure, check};
pub use error::{Error, Result};
pub use reading::{Publication, Reading, SameAs};
pub use span::Span;
pub use whom::Whom;

/// The README's Rust, run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
