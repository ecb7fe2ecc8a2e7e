//! Sentences, words, tags, lemmas, dependency trees and names.
//!
//! [`Syntax`] holds the model; [`Syntax::parse`] reads text with it. [`read_conllu`] and
//! [`write_conllu`] exchange trees with other tools, [`evaluate`] scores the model on a treebank.
//!
//! Invariant: nothing here knows an actor or a relation.

mod abbreviations;
mod activation;
mod agreement;
mod clitics;
mod clock;
mod conllu;
mod entities;
mod features;
mod inner;
mod labels;
mod lemmas;
mod lookup;
mod matrix;
mod mend;
mod model;
mod named;
mod names;
mod network;
mod parser;
mod product;
mod score;
mod sentences;
mod token;
mod tree;
mod vocabulary;
mod weights;
mod words;

pub use conllu::{ConlluError, Treebank, read_conllu, write_conllu};
pub(crate) use mend::is_of_somebody;
pub use model::Syntax;
pub use named::NameScores;
pub use score::{SyntaxScores, evaluate, evaluate_trees};
pub use token::{Name, NameKind, Sentence, Token, UnknownLabel, Upos};
pub use weights::SyntaxError;
