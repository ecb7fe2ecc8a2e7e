//! The main doer of what is said.

use super::fill::{Filler, Scene};
use super::slot::{Slot, SlotPath};
use crate::actors::{ActorKind, Mention, MentionForm};
use crate::syntax::Upos;

impl Scene<'_> {
    /// Returns the main doer of a clause or phrase; `speaker` is passed over for the one done to.
    pub fn main_doer(&self, content: usize, speakers: &[Filler]) -> Vec<Filler> {
        self.doer_of(content, speakers, 0)
    }

    fn doer_of(&self, content: usize, speakers: &[Filler], depth: usize) -> Vec<Filler> {
        // A comment's clause is the one around it, so that clauses may run in a circle.
        if depth > 4 {
            return Vec::new();
        }
        let is_speaker =
            |f: &Filler| f.actor.is_none() || speakers.iter().any(|s| s.actor == f.actor);
        let verbal = self.tree.token(content).upos == Upos::Verb || self.tree.is_clause(content);
        let arguments = self.predicate(content);
        if verbal {
            for (slot, within) in [
                (Slot::Subj, false),
                (Slot::Subj, true),
                (Slot::Obj, false),
                (Slot::Iobj, false),
                (Slot::Obj, true),
            ] {
                let path = SlotPath {
                    slot,
                    inner: None,
                    within,
                };
                let found: Vec<Filler> = self
                    .fill_path(&arguments, &path)
                    .into_iter()
                    .filter(|f| !is_speaker(f))
                    .collect();
                if !found.is_empty() {
                    return found;
                }
            }
            // The clause that the predicate governs: "wanted *Minsk to* …", "is important for *the restoration of* …".
            for clause in arguments.get(&Slot::Clause) {
                let found = self.doer_of(clause, speakers, depth + 1);
                if !found.is_empty() {
                    return found;
                }
            }
        } else {
            let found: Vec<Filler> = self
                .actors_at(content, true)
                .into_iter()
                .filter(|f| !is_speaker(f))
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        self.first_mention(content, &is_speaker)
    }

    /// "…, *while some analysts expect* …": what stands beside the content rather than in it.
    fn in_aside(&self, word: usize, content: usize) -> bool {
        std::iter::once(word)
            .chain(self.tree.ancestors(word))
            .take_while(|&i| i != content)
            .any(|i| {
                let marked = || self.tree.children(i).any(|c| self.tree.dep(c) == "mark");
                self.tree.dep(i) == "parataxis" || self.tree.dep(i) == "advcl" && marked()
            })
    }

    /// "was found on a road *south of Lima*": too deep in what is said to be whom it is about.
    fn is_remote(&self, mention: &Mention, content: usize) -> bool {
        let place = self.cast.actor(mention.actor).kind == ActorKind::Place;
        let word = mention.head as usize;
        let above = self.tree.ancestors(word).take_while(|&i| i != content);
        above.count() > if place { 0 } else { 2 }
    }

    /// The first actor mentioned under a word by name or description.
    fn first_mention(&self, content: usize, is_speaker: &dyn Fn(&Filler) -> bool) -> Vec<Filler> {
        let start = self
            .cast
            .mentions
            .partition_point(|m| m.sentence < self.sentence);
        for mention in self.cast.mentions[start..]
            .iter()
            .take_while(|m| m.sentence == self.sentence)
        {
            let head = mention.head as usize;
            if matches!(mention.form, MentionForm::Modifier | MentionForm::Party)
                || !self.tree.under(head, content)
                || self.in_aside(head, content)
                || self.is_remote(mention, content)
            {
                continue;
            }
            let filler = Filler {
                actor: Some(mention.actor),
                word: mention.head as usize,
                span: mention.span,
            };
            if !is_speaker(&filler) {
                return vec![filler];
            }
        }
        Vec::new()
    }
}
