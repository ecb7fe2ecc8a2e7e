//! What a graph must know about relations.

use std::collections::BTreeSet;

/// The relations that hold both ways, and those that are speech.
///
/// A graph carries its vocabulary with it, so that it means the same where other data
/// files are loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// Relations that hold both ways, such as `meets`: one tie for either order.
    pub symmetric: BTreeSet<String>,
    /// Relations that are speech, such as `denies`: paths prefer deeds.
    pub saying: BTreeSet<String>,
}

impl Default for Vocabulary {
    /// Returns the vocabulary of the relations that come with whom.
    fn default() -> Vocabulary {
        let set = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        Vocabulary {
            symmetric: set(&["agrees", "cooperates", "meets", "negotiates", "trades"]),
            saying: set(&[
                "accuses",
                "criticizes",
                "denies",
                "opposes",
                "praises",
                "promises",
                "reports",
                "requests",
                "threatens",
            ]),
        }
    }
}

impl Vocabulary {
    /// Returns whether a relation holds both ways.
    pub fn is_symmetric(&self, relation: &str) -> bool {
        self.symmetric.contains(relation)
    }

    /// Returns whether a relation is speech.
    pub fn is_saying(&self, relation: &str) -> bool {
        self.saying.contains(relation)
    }

    /// Returns a vocabulary that knows what either knows.
    pub fn union(mut self, other: Vocabulary) -> Vocabulary {
        self.symmetric.extend(other.symmetric);
        self.saying.extend(other.saying);
        self
    }
}
