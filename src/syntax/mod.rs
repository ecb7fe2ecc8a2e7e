//! Sentences, words, tags, lemmas, dependency trees and names.
//!
//! Invariant: nothing here knows an actor or a relation.

mod token;

pub use token::{Name, NameKind, Sentence, Token, Upos};
