//! whom reads news text into a graph of who did what to whom, who says so, and how sure.

mod span;
pub mod syntax;
pub mod text;

pub use span::Span;
