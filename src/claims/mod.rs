//! Claims: who did what to whom, who says so, and how sure.

mod claim;

pub use claim::{Attribution, CharSpan, Claim, ClaimSpans, Status};
