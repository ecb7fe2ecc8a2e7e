//! Whom a clause calls by name: "Thank you, *Ada Moss*".

use super::fill::Scene;
use crate::actors::{ActorIndex, MentionForm};

/// Steps from a pronoun to the clause that calls somebody.
const REACH: usize = 4;

impl Scene<'_> {
    /// "Thank *you*, Ada Moss": whom the clause around a second person calls by name.
    pub(super) fn addressed(&self, word: usize) -> Option<ActorIndex> {
        let tree = self.tree;
        let form = tree.form(word).to_lowercase();
        if !matches!(&*form, "you" | "your" | "yourself" | "yourselves") {
            return None;
        }
        let mut called = tree
            .ancestors(word)
            .take(REACH)
            .flat_map(|above| tree.children(above))
            .filter(|&c| tree.dep(c) == "vocative")
            .filter_map(|c| self.cast.at(self.sentence, c as u32));
        called
            .find(|mention| mention.form == MentionForm::Name)
            .map(|mention| mention.actor)
    }
}
