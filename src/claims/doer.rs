//! The main doer of what is said.

use super::arguments::Arguments;
use super::fill::{Filler, Scene};
use super::slot::{Slot, SlotPath};
use super::tree::is;
use crate::actors::{ActorIndex, ActorKind, Mention, MentionForm};
use crate::syntax::Upos;

impl Scene<'_> {
    /// Returns the main doer of a clause or phrase; `speaker` is passed over for the one done to.
    ///
    /// "said *Norland had left and Sudoria would stay*" has one in each clause.
    pub fn main_doer(&self, content: usize, speakers: &[Filler]) -> Vec<Filler> {
        let content = self.after_topic(content);
        let mut found = self.doer_of(content, speakers, 0);
        let own_subject = |clause: &usize| {
            let subject = |c: usize| is(self.tree.dep(c), "nsubj");
            *clause != content && self.tree.children(*clause).any(subject)
        };
        for clause in self.tree.conjuncts(content).into_iter().filter(own_subject) {
            for doer in self.subject_of(clause, speakers) {
                if found.iter().all(|f| f.actor != doer.actor) {
                    found.push(doer);
                }
            }
        }
        found
    }

    /// "Norland crisis: *Sudorian raids* were mad, says …": a headline's topic is not what is said.
    fn after_topic(&self, content: usize) -> usize {
        let tree = self.tree;
        let told = |c: &usize| {
            let colon = |p: usize| p < *c && tree.form(p) == ":";
            matches!(tree.dep(*c), "appos" | "parataxis") && tree.children(*c).any(colon)
        };
        let noun = matches!(tree.token(content).upos, Upos::Noun | Upos::Propn);
        let told = tree.children(content).find(|c| *c > content && told(c));
        told.filter(|_| noun).unwrap_or(content)
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
        if verbal {
            let found = self.party_to(&arguments, &is_speaker);
            if !found.is_empty() {
                return found;
            }
        }
        self.first_mention(content, &is_speaker)
    }

    /// Whom a clause is about at first sight: its subject, no matter whether that acts.
    fn subject_of(&self, clause: usize, speakers: &[Filler]) -> Vec<Filler> {
        let arguments = self.predicate(clause);
        let slot = match self.tree.is_passive(clause) {
            true => Slot::Obj,
            false => Slot::Subj,
        };
        let path = SlotPath {
            slot,
            inner: None,
            within: false,
        };
        let mut found = self.fill_path(&arguments, &path);
        found.retain(|f| f.actor.is_some() && speakers.iter().all(|s| s.actor != f.actor));
        found
    }

    /// "the house belonged *to Ana Weiss*", "it was meant *for Norland*": whom a phrase of the verb names, but not where
    /// or when it was.
    fn party_to(&self, arguments: &Arguments, is_speaker: &dyn Fn(&Filler) -> bool) -> Vec<Filler> {
        for preposition in ["by", "to", "for", "with", "against"] {
            let slot = Slot::Prep(preposition.into());
            let party = arguments
                .get(&slot)
                .flat_map(|word| self.actors_at(word, false))
                .find(|f| !is_speaker(f) && !self.is_place(f.actor));
            if let Some(party) = party {
                return vec![party];
            }
        }
        Vec::new()
    }

    fn is_place(&self, actor: Option<ActorIndex>) -> bool {
        actor.is_some_and(|a| self.cast.actor(a).kind == ActorKind::Place)
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

    /// "was found on a road *south of Lima*", "the road *near Chad*": too deep in what is said to be whom it is about.
    fn is_remote(&self, mention: &Mention, content: usize) -> bool {
        let word = mention.head as usize;
        let near = |p: String| matches!(p.as_str(), "near" | "at" | "outside" | "along" | "around");
        let place =
            self.is_place(Some(mention.actor)) || self.tree.preposition(word).is_some_and(near);
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
