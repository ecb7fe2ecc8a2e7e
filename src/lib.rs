//! whom reads news text into a graph of who did what to whom, who says so, and how sure.

pub mod actors;
pub mod claims;
mod error;
mod reading;
mod span;
pub mod syntax;
pub mod text;

pub use error::{Error, Result};
pub use reading::{Publication, Reading};
pub use span::Span;
