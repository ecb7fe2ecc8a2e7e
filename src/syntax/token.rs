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

impl Upos {
    /// Every tag.
    pub const ALL: [Upos; 17] = [
        Upos::Adj,
        Upos::Adp,
        Upos::Adv,
        Upos::Aux,
        Upos::Cconj,
        Upos::Det,
        Upos::Intj,
        Upos::Noun,
        Upos::Num,
        Upos::Part,
        Upos::Pron,
        Upos::Propn,
        Upos::Punct,
        Upos::Sconj,
        Upos::Sym,
        Upos::Verb,
        Upos::X,
    ];

    /// Returns the tag as Universal Dependencies writes it.
    ///
    /// ```
    /// assert_eq!(whom::syntax::Upos::Propn.as_str(), "PROPN");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Upos::Adj => "ADJ",
            Upos::Adp => "ADP",
            Upos::Adv => "ADV",
            Upos::Aux => "AUX",
            Upos::Cconj => "CCONJ",
            Upos::Det => "DET",
            Upos::Intj => "INTJ",
            Upos::Noun => "NOUN",
            Upos::Num => "NUM",
            Upos::Part => "PART",
            Upos::Pron => "PRON",
            Upos::Propn => "PROPN",
            Upos::Punct => "PUNCT",
            Upos::Sconj => "SCONJ",
            Upos::Sym => "SYM",
            Upos::Verb => "VERB",
            Upos::X => "X",
        }
    }
}

impl std::str::FromStr for Upos {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<Upos, UnknownLabel> {
        let found = Upos::ALL.into_iter().find(|u| u.as_str() == label);
        found.ok_or_else(|| UnknownLabel(label.to_string()))
    }
}

impl NameKind {
    /// Every kind of name.
    pub const ALL: [NameKind; 7] = [
        NameKind::Person,
        NameKind::Organization,
        NameKind::Polity,
        NameKind::Nationality,
        NameKind::Location,
        NameKind::Facility,
        NameKind::Event,
    ];

    /// Returns the kind as OntoNotes writes it.
    ///
    /// ```
    /// assert_eq!(whom::syntax::NameKind::Polity.as_str(), "GPE");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            NameKind::Person => "PERSON",
            NameKind::Organization => "ORG",
            NameKind::Polity => "GPE",
            NameKind::Nationality => "NORP",
            NameKind::Location => "LOC",
            NameKind::Facility => "FAC",
            NameKind::Event => "EVENT",
        }
    }
}

impl std::str::FromStr for NameKind {
    type Err = UnknownLabel;

    fn from_str(label: &str) -> Result<NameKind, UnknownLabel> {
        let found = NameKind::ALL.into_iter().find(|k| k.as_str() == label);
        found.ok_or_else(|| UnknownLabel(label.to_string()))
    }
}

/// A label that is not in its closed set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown label {0:?}")]
pub struct UnknownLabel(String);
