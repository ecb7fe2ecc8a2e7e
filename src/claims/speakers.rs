//! Who speaks: of an event, by a cue, and behind "I" and "we".

use super::Status;
use super::attribution::{self, Said};
use super::event::Event;
use super::fill::Filler;
use super::lexicon::FrameRef;
use super::matcher::Match;
use super::read::Reader;
use super::relation::TriggerClass;
use super::tree::is;
use crate::actors::{ActorIndex, ActorKind};
use crate::syntax::Upos;

impl Reader<'_> {
    /// Returns who speaks of an event in earnest, each standing at the event's word.
    pub(super) fn speakers(&self, event: &Event) -> Vec<Filler> {
        let spoken = |&(at, _): &(FrameRef, usize)| self.lexicon.frame(at).is_spoken();
        if !event.frames.iter().any(spoken) {
            return Vec::new();
        }
        let chain = attribution::chain(&self.trees, &self.saids, event.sentence, event.word);
        let tree = &self.trees[event.sentence as usize];
        // "according to the ministry" puts nothing in the ministry's mouth.
        let spoken = |said: &Said| {
            let tree = &self.trees[said.sentence as usize];
            let mut beside = tree.children(said.cue);
            // "has not accused Norland of cheating": nobody says so.
            let negated = beside.any(|c| self.lexicon.cues.negates(tree.lemma(c)));
            tree.token(said.cue).upos == Upos::Verb && !negated
        };
        let plain = |said: &&&Said| {
            spoken(said) && said.status_at(tree, event.sentence, event.word).is_none()
        };
        let Some(said) = chain.last().filter(plain) else {
            return Vec::new();
        };
        let here = |f: &Filler| {
            let actor = self.who(f, said.sentence)?;
            Some(Filler {
                actor: Some(actor),
                word: event.word,
                span: f.span,
            })
        };
        said.speakers.iter().filter_map(here).collect()
    }

    /// Adds those who speak by a cue, each once.
    pub(super) fn add_speakers(&self, said: &Said, speakers: &mut Vec<ActorIndex>) {
        self.add_quoting(said, speakers);
        let here = said
            .speakers
            .iter()
            .filter_map(|f| self.who(f, said.sentence));
        for speaker in here {
            if !speakers.contains(&speaker) {
                speakers.push(speaker);
            }
        }
    }

    /// Adds those who quote somebody, each once: they stand outside of whom they quote.
    pub(super) fn add_quoting(&self, said: &Said, speakers: &mut Vec<ActorIndex>) {
        let own = |actor| said.speakers.iter().any(|f| f.actor == Some(actor));
        for actor in said.quoted_by.iter().filter_map(|f| f.actor) {
            if !own(actor) && !speakers.contains(&actor) {
                speakers.push(actor);
            }
        }
    }

    /// Returns the actor of a filler; a first-person pronoun is whoever speaks there, "we" its country.
    ///
    /// "He" and "she" inside a quotation are never whoever is quoted.
    pub(super) fn who(&self, filler: &Filler, sentence: u32) -> Option<ActorIndex> {
        if let Some(actor) = filler.actor {
            return (!self.is_quoted_self(filler, sentence, actor)).then_some(actor);
        }
        let tree = &self.trees[sentence as usize];
        let said = *attribution::chain(&self.trees, &self.saids, sentence, filler.word).last()?;
        let speaker = said.speaker()?;
        let form = tree.form(filler.word).to_lowercase();
        let actor = self.cast.actor(speaker);
        let singular = matches!(form.as_str(), "i" | "me" | "my" | "myself");
        if singular || !matches!(actor.kind, ActorKind::Official | ActorKind::Agency) {
            return Some(speaker);
        }
        let country = actor.country.as_deref()?;
        let found = self
            .cast
            .actors
            .iter()
            .position(|a| a.kind == ActorKind::Country && a.name == country);
        Some(found.map_or(speaker, |i| ActorIndex(i as u32)))
    }

    /// "“We let him go, and *he* killed a guard,” Ada Moss said": a pronoun that was taken for the one who speaks.
    fn is_quoted_self(&self, filler: &Filler, sentence: u32, actor: ActorIndex) -> bool {
        const THIRD: [&str; 6] = ["he", "him", "his", "she", "her", "hers"];
        let tree = &self.trees[sentence as usize];
        let form = tree.form(filler.word);
        if !THIRD.iter().any(|word| form.eq_ignore_ascii_case(word)) {
            return false;
        }
        let word = tree.token(filler.word).span;
        let at = self.quotes.partition_point(|q| q.span.end < word.end);
        let Some(quote) = self.quotes.get(at).filter(|q| q.span.contains(word)) else {
            return false;
        };
        let chain = attribution::chain(&self.trees, &self.saids, sentence, filler.word);
        chain.iter().any(|said| {
            let cue = self.trees[said.sentence as usize].token(said.cue).span;
            !quote.span.contains(cue) && said.speakers.iter().any(|f| f.actor == Some(actor))
        })
    }

    /// "Norland insists *it is not arming* Sudoria": who says that he does not do something denies it.
    pub(super) fn disowned(&self, m: &Match, speaker: ActorIndex) -> Option<u32> {
        if self.lexicon.relation(m.frame).id != "reports" {
            return None;
        }
        let said = attribution::near(&self.saids, m.sentence)
            .iter()
            .find(|s| s.sentence == m.sentence && s.cue == m.trigger)?;
        let (root, _) = said.content?;
        let tree = &self.trees[m.sentence as usize];
        let cues = &self.lexicon.cues;
        // Only the first clause is looked at; another may be about somebody else.
        let own_subject = |i: usize| tree.children(i).any(|c| is(tree.dep(c), "nsubj"));
        let further = tree.conjuncts(root).into_iter();
        let mut further = further.filter(|&i| i != root && own_subject(i));
        if further.any(|i| tree.under(m.target.word, i)) {
            return None;
        }
        // "did not *plan* to leave"
        let open = matches!(
            cues.verb(tree.lemma(root)),
            Some(Status::Planned | Status::Possible)
        );
        let negated = tree.children(root).any(|c| cues.negates(tree.lemma(c)));
        let intended = tree
            .children(root)
            .any(|c| tree.dep(c) == "aux" && cues.modal(&tree.form(c).to_lowercase()).is_some());
        let subject = tree.child(root, "nsubj")?;
        let own = match self.cast.at(m.sentence, subject as u32) {
            Some(mention) => mention.actor == speaker,
            None => matches!(&*tree.form(subject).to_lowercase(), "we" | "i"),
        };
        let denies = self.lexicon.position("denies");
        // "does not think so", "is not afraid": no deed is disowned.
        let deed = tree.token(root).upos == Upos::Verb
            && self.lexicon.entries(tree.lemma(root)).iter().any(|e| {
                let family = &self.lexicon.relation(e.frame).family;
                e.class == TriggerClass::Verb && family != "saying" && family != "belonging"
            });
        denies.filter(|_| negated && !intended && !open && own && deed)
    }
}
