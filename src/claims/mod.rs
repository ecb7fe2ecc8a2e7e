//! Claims: who did what to whom, who says so, and how sure.
//!
//! Events are predicates with their arguments ([`arguments`](self)); frames give an event its
//! relation; attribution and scope say who vouches for it and how sure it is.

mod agentless;
mod anaphora;
mod arguments;
mod attribution;
mod belonging;
mod carry;
mod claim;
mod clauses;
mod compose;
mod conditions;
mod counterparts;
mod cues;
mod doer;
mod ends;
mod event;
mod events;
mod explain;
mod fellows;
mod fill;
mod headline;
mod lexicon;
mod matcher;
mod nominal;
mod objects;
mod offsets;
mod places;
mod read;
mod relation;
mod reliability;
mod scope;
mod slot;
mod speakers;
mod subjects;
mod tree;
mod when;

pub use claim::{Attribution, CharSpan, Claim, ClaimSpans, Status};
pub use cues::Cues;
pub use events::EventStatus;
pub use explain::explain;
pub use lexicon::Lexicon;
pub use read::{Findings, read};
pub use relation::{Classes, Example, Frame, Relation, Trigger, TriggerClass};
pub use reliability::{Reliability, Tally};
pub use slot::{Slot, SlotChoice, SlotPath};
