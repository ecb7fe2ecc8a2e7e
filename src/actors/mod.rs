//! Who takes part: mentions of actors in a document, and which of them are the same actor.
//!
//! Invariant: nothing here knows a relation.

mod actor;
mod mention;

pub use actor::{Actor, ActorIndex, ActorKind};
pub use mention::{Cast, Mention, MentionForm};
