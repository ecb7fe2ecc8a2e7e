//! Actor and agent dictionaries in the format of the PETRARCH family of event coders.
//!
//! An actor has a primary phrase, synonyms, and codes that hold for a time:
//!
//! ```text
//! ANA_WEISS_            # a comment
//! +GOVERNOR_WEISS
//!     [NORGOV 20010301-20050228]
//!     [NORELI >20050228]
//! ```
//!
//! An agent is a noun whose code is appended to that of the actor it stands beside, or put
//! before it: `SOLDIER [~MIL]`, `CHARITY [NGO~]`. "Norwegian soldiers" are then `NORMIL`.
//!
//! Invariant: nothing here knows a gazetteer or a document; phrases in, codes out.

mod actors;
mod agents;
mod chain;
mod code;
mod coder;
mod join;
mod lines;
mod phrases;
#[cfg(test)]
mod tests;
mod trie;

pub use actors::Entry;
pub(super) use chain::parts;
pub use code::DatedCode;
pub(super) use code::on_day;
pub(super) use coder::Named;
pub use coder::{CodedPhrase, Dictionary};
pub(super) use lines::{holds_actors, holds_agents};
pub(super) use phrases::fold;
