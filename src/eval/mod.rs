//! Scores of readings against gold annotations.
//!
//! The figures of readings are those of the project's reference scorer, digit for digit. Invariant: scoring
//! knows nothing of how a claim was found, only names, relations, statuses and speakers.

mod align;
mod codes;
mod compare;
mod gold;
mod pronouns;
mod score;
mod table;
#[cfg(test)]
mod tests;

pub use codes::{CodeCase, CodePair, CodeScores, CodeTally, load_code_cases, score_codes};
pub use gold::{GoldActor, GoldClaim, GoldDocument, Tier, load_gold};
pub use pronouns::{PronounScores, score_pronouns};
pub use score::{Figure, Scores, frames, score};
