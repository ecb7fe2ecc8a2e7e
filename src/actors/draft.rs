//! An actor while it is being found.

use super::ActorKind;
use super::known::KnownIndex;
use std::collections::BTreeSet;

/// What is known of a person's gender.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gender {
    #[default]
    Unknown,
    He,
    She,
}

/// An actor while its mentions are being gathered.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) kind: ActorKind,
    pub(super) country: Option<KnownIndex>,
    pub(super) known: Option<KnownIndex>,
    /// The best name so far.
    pub(super) name: String,
    /// Names it has been given, folded.
    pub(super) names: Vec<Vec<String>>,
    pub(super) aliases: BTreeSet<String>,
    /// Nouns said of it, in lower case: "president", "institute".
    pub(super) nouns: BTreeSet<String>,
    pub(super) gender: Gender,
    /// Spoken of as several: troops, officials, workers.
    pub(super) plural: bool,
}

impl Draft {
    /// Returns a draft with nothing but a kind and a name.
    pub(super) fn new(kind: ActorKind, name: &str) -> Draft {
        Draft {
            kind,
            country: None,
            known: None,
            name: name.to_string(),
            names: Vec::new(),
            aliases: BTreeSet::new(),
            nouns: BTreeSet::new(),
            gender: Gender::Unknown,
            plural: false,
        }
    }

    /// Returns whether it is a single human being.
    pub(super) fn is_person(&self) -> bool {
        matches!(self.kind, ActorKind::Official | ActorKind::Person)
    }
}
