//! A place's bare name before a noun: what the noun is about or where it was, not whose it was.

use super::fill::{Filler, Scene};
use crate::actors::ActorKind;
use crate::syntax::Upos;

impl Scene<'_> {
    /// "the *Norland* plan": a country's bare name before what may be another's plan for it.
    pub(super) fn is_topic(&self, word: usize, owner: &Filler) -> bool {
        let country = owner
            .actor
            .is_some_and(|a| self.cast.actor(a).kind == ActorKind::Country);
        country && self.is_bare(owner.word) && self.cues.is_topic(&self.lower(word))
    }

    /// "*Norland*" before a noun, and neither "Norlandic" nor "US".
    fn is_bare(&self, word: usize) -> bool {
        let form = self.tree.form(word);
        let letters = form.len() < 4 || form.contains('.');
        self.tree.dep(word) == "compound"
            && self.tree.token(word).upos == Upos::Propn
            && !(letters && form.chars().all(|c| c.is_uppercase() || c == '.'))
    }

    fn lower(&self, word: usize) -> String {
        self.tree.lemma(word).to_lowercase()
    }

    /// "the *Norland* war", "*Norland* attack kills nine": where it was; a "Norland attack on" may be its own.
    pub(super) fn is_battleground(&self, word: usize, owner: &Filler) -> bool {
        let lemma = self.lower(word);
        let place = owner.actor.is_some_and(|actor| {
            let kind = self.cast.actor(actor).kind;
            matches!(kind, ActorKind::Country | ActorKind::Place)
        });
        let aimed = |c: usize| {
            let case = self.tree.preposition(c);
            case.is_some_and(|case| matches!(case.as_str(), "on" | "against" | "upon"))
        };
        let suffers = place && self.is_bare(owner.word) && self.cues.is_outrage(&lemma);
        suffers && !self.tree.children(word).any(aimed)
            || self.cues.points_away(&lemma) && self.is_topic(word, owner)
    }
}
