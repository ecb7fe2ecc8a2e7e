//! The annotated sentence: Universal Dependencies with names.

use crate::span::Span;

/// A word of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Where it stands in the document.
    pub span: Span,
    /// Dictionary form: lowercase, except for proper nouns.
    pub lemma: Box<str>,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank tag, as the treebanks give it (`VBD`, `NNS`, …).
    pub xpos: &'static str,
    /// Index of the head in the sentence; `None` for the root.
    pub head: Option<u32>,
    /// Universal Dependencies relation to the head, with subtype (`nsubj:pass`).
    pub dep: &'static str,
}

/// A sentence and its tree. The head links form one tree with exactly one root.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Where it stands in the document.
    pub span: Span,
    /// Which passage of the document it belongs to.
    pub passage: u32,
    /// Its words in order.
    pub tokens: Vec<Token>,
    /// Its names in order, not overlapping.
    pub names: Vec<Name>,
}

/// A proper name or national adjective found by the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Index of its first token.
    pub first: u32,
    /// Index of its last token, inclusive.
    pub last: u32,
    /// What it names.
    pub kind: NameKind,
}

/// What a name names, after OntoNotes 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// `PERSON`: a person.
    Person,
    /// `ORG`: an organisation, agency, company or medium.
    Organization,
    /// `GPE`: a country, state or city.
    Polity,
    /// `NORP`: a national, religious or political adjective or group.
    Nationality,
    /// `LOC`: a place that is no polity.
    Location,
    /// `FAC`: a building, airport, bridge.
    Facility,
    /// `EVENT`: a named war, storm, tournament.
    Event,
}

/// Universal part-of-speech tags; the UD manual explains each.
#[expect(missing_docs, reason = "the UD manual is the documentation")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}
