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
mod continued;
mod control;
mod counted;
mod counterparts;
mod cues;
mod doer;
mod ends;
mod event;
mod events;
mod explain;
mod fellows;
mod fill;
mod gapping;
mod headline;
mod introduced;
mod irrealis;
mod issued;
mod lemmas;
mod lexicon;
mod matcher;
mod nominal;
mod numbers;
mod objects;
mod offsets;
mod parties;
mod places;
mod quantity;
mod read;
mod relation;
mod reliability;
mod roles;
mod scope;
mod site;
mod slot;
mod speakers;
mod subjects;
mod tree;
mod vocatives;
mod when;

pub use claim::{Attribution, CharSpan, Claim, ClaimSpans, Status};
pub use cues::Cues;
pub use events::EventStatus;
pub use explain::explain;
pub use lemmas::Lemmas;
pub use lexicon::Lexicon;
pub use numbers::Numbers;
pub use quantity::{Amount, Bound, Part, Quantity};
pub use read::{Findings, read};
pub use relation::{Classes, Example, Frame, Relation, Trigger, TriggerClass};
pub use reliability::{Reliability, Tally};
pub use slot::{Slot, SlotChoice, SlotPath};
