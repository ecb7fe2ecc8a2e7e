//! The graph: who did what to whom, over all documents, with the claims that say so.
//!
//! [`ActorGraph`] is built in one go from readings and never changed afterwards; selecting
//! and merging give new graphs. Everything derived (names, certainty, counts) follows from
//! the set of claims, so neither the order nor the grouping of documents matters.
//!
//! Invariant: nothing here knows a text; a graph is made of readings alone.

mod actor_graph;
mod around;
mod census;
mod certainty;
mod collect;
mod diff;
mod document;
mod figure;
mod filter;
mod find;
mod identity;
mod path;
mod rank;
mod search;
mod stats;
mod tie;
mod vocabulary;

pub use actor_graph::ActorGraph;
pub use census::Standing;
pub use certainty::Certainty;
pub use diff::Difference;
pub use document::{DocumentIndex, DocumentRecord};
pub use filter::{Choice, Filter};
pub use path::{Direction, Hop, Path, PathQuery, Paths};
pub use stats::{Prominence, Stats};
pub use tie::{ClaimRecord, Tie};
pub use vocabulary::Vocabulary;
