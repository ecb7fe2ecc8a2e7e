//! The graph: who did what to whom, over all documents, with the claims that say so.
//!
//! [`ActorGraph`] is built in one go from readings and never changed afterwards; selecting
//! and merging give new graphs. Everything derived (names, certainty, counts) follows from
//! the set of claims, so neither the order nor the grouping of documents matters.
//!
//! Invariant: nothing here knows a text; a graph is made of readings alone.

mod actor_graph;
mod around;
mod balls;
mod between;
mod census;
mod certainty;
mod collect;
mod communities;
mod cost;
mod diff;
mod document;
mod doubt;
mod figure;
mod filter;
mod find;
mod fold;
mod identity;
mod join;
mod links;
mod parts;
mod path;
mod rank;
mod reach;
mod review;
mod review_file;
mod search;
mod sieve;
mod stats;
mod tie;
mod vocabulary;

pub use actor_graph::ActorGraph;
pub use census::Standing;
pub use certainty::Certainty;
pub use diff::Difference;
pub use document::{DocumentIndex, DocumentRecord};
pub use doubt::Claimed;
pub use filter::{Choice, Filter};
pub use parts::Parts;
pub use path::{Direction, Hop, Path, PathQuery, Paths, Weight};
pub use review::{Remark, Review, Verdict};
pub use review_file::ReviewFile;
pub use stats::{Prominence, Stats};
pub use tie::{ClaimRecord, Tie};
pub use vocabulary::Vocabulary;
