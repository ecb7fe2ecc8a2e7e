//! Who speaks: of an event, by a cue, and behind "I" and "we".

use super::Status;
use super::attribution::{self, Said};
use super::event::Event;
use super::fill::Filler;
use super::lexicon::FrameRef;
use super::matcher::Match;
use super::read::{Found, Reader};
use super::slot::Slot;
use super::tree::is;
use crate::actors::{ActorIndex, ActorKind};
use crate::syntax::Upos;
use crate::text::quotes::Quote;
use std::collections::BTreeSet;

/// The relation of a cue that says of whom something is said.
const REPORTS: &str = "reports";

impl Reader<'_> {
    /// Returns who speaks of an event in earnest, each standing at the event's word.
    pub(super) fn speakers(&self, event: &Event) -> Vec<Filler> {
        let spoken = |&(at, _): &(FrameRef, usize)| self.lexicon.frame(at).is_spoken();
        if !event.frames.iter().any(spoken) {
            return Vec::new();
        }
        let chain = attribution::chain(&self.trees, &self.saids, event.sentence, event.word);
        let tree = &self.trees[event.sentence as usize];
        let spoken = |said: &Said| {
            let tree = &self.trees[said.sentence as usize];
            let mut beside = tree.children(said.cue);
            // "has not accused Norland of cheating": nobody says so.
            let negated = beside.any(|c| self.lexicon.cues.negates(tree.lemma(c)));
            let phrase = tree.preposition(said.cue);
            match tree.token(said.cue).upos {
                // "Moss: Sudoria must leave", "Sudoria is a disgrace — Moss"
                Upos::Punct => true,
                // "*According to Norland*, Sudoria broke the truce": papers only pass it on.
                _ if phrase.is_some_and(|p| p.starts_with("accord")) => !self.is_paper(said),
                Upos::Verb => !negated,
                _ => false,
            }
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

    fn is_paper(&self, said: &Said) -> bool {
        let media = |actor| self.cast.actor(actor).kind == ActorKind::Media;
        said.speaker().is_none_or(media)
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
        let speaker = self.first_person(filler, sentence)?.speaker()?;
        let actor = self.cast.actor(speaker);
        if self.is_singular(filler, sentence)
            || !matches!(actor.kind, ActorKind::Official | ActorKind::Agency)
        {
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

    fn is_singular(&self, filler: &Filler, sentence: u32) -> bool {
        let tree = &self.trees[sentence as usize];
        let form = tree.form(filler.word).to_lowercase();
        matches!(form.as_str(), "i" | "me" | "my" | "myself")
    }

    /// Returns the cue whose speaker a first-person pronoun stands for.
    ///
    /// "“Norland promised to help *us*,” said Moss": in a quotation it is whoever is quoted, whatever others said there.
    pub(super) fn first_person(&self, filler: &Filler, sentence: u32) -> Option<&Said> {
        let chain = attribution::chain(&self.trees, &self.saids, sentence, filler.word);
        let word = self.trees[sentence as usize].token(filler.word).span;
        let at = self.quotes.partition_point(|q| q.span.end < word.end);
        let quote = self.quotes.get(at).filter(|q| q.span.contains(word));
        // "“He said, ‘Join *us*,’” she recalled": he is quoted himself.
        let before = |quote: &&Quote| {
            let open = quote.span.start as usize..word.start as usize;
            self.document.text.get(open).is_some_and(holds_inner_mark)
        };
        let quoting = quote.filter(|quote| !before(quote)).and_then(|quote| {
            let outside = |said: &&&Said| {
                let cue = self.trees[said.sentence as usize].token(said.cue).span;
                !quote.span.contains(cue)
            };
            chain.iter().rfind(outside)
        });
        quoting.or(chain.last()).copied()
    }

    /// "“*I* shall run all over Norland,” the singer said": whether a first person is of a kind that the frame wants there.
    pub(super) fn suits_first_person(
        &self,
        m: &Match,
        source: ActorIndex,
        target: ActorIndex,
    ) -> bool {
        let frame = self.lexicon.frame(m.frame);
        let relation = self.lexicon.relation(m.frame);
        // "*our* president" is not at the head of whoever says so.
        let person = matches!(
            self.cast.actor(target).kind,
            ActorKind::Official | ActorKind::Person
        );
        if m.target.actor.is_none() && person && relation.family == "belonging" {
            return false;
        }
        let ends = [
            (
                &m.source,
                source,
                &frame.source,
                [&relation.source_kinds, &frame.source_kinds],
            ),
            (
                &m.target,
                target,
                &frame.target,
                [&relation.target_kinds, &frame.target_kinds],
            ),
        ];
        ends.into_iter().all(|(filler, actor, choice, lists)| {
            let kind = self.cast.kind_in_frames(actor);
            let plain = |slot: &Slot| {
                choice
                    .0
                    .iter()
                    .any(|path| path.slot == *slot && path.inner.is_none())
            };
            let slots = frame.kinds.iter().filter(|(slot, _)| plain(slot));
            // "*We* expect Norland to leave": who that is with the speaker, nobody knows.
            let alone = self.is_singular(filler, m.sentence);
            let lists = lists.into_iter().filter(|_| alone);
            let mut wanted = lists.chain(slots.map(|(_, kinds)| kinds));
            filler.actor.is_some() || wanted.all(|kinds| kinds.is_empty() || kinds.contains(&kind))
        })
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
        if self.lexicon.relation(m.frame).id != REPORTS {
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
            .filter(|&c| tree.dep(c) == "aux")
            .any(|c| {
                let modal = cues.modal(&tree.form(c).to_lowercase());
                modal.or_else(|| cues.modal(tree.lemma(c))).is_some()
            });
        let subject = tree.child(root, "nsubj")?;
        let own = match self.cast.at(m.sentence, subject as u32) {
            Some(mention) => mention.actor == speaker,
            None => matches!(&*tree.form(subject).to_lowercase(), "we" | "i"),
        };
        let denies = self.lexicon.position("denies");
        let verb = tree.token(root).upos == Upos::Verb;
        denies.filter(|_| negated && !intended && !open && own && verb)
    }

    /// "Ada Moss said she *did not know* Jon Berg": what nobody could be blamed for is no denial.
    ///
    /// Only those denials stay that were read from a saying with a deed that the same sentence is read to deny.
    pub(super) fn nothing_disowned(&self, found: &mut [Found]) {
        let (Some(denies), Some(reports)) = (
            self.lexicon.position("denies"),
            self.lexicon.position(REPORTS),
        ) else {
            return;
        };
        let denied: BTreeSet<(u32, ActorIndex)> = found
            .iter()
            .filter(|f| f.status == Status::Denied)
            .map(|f| (f.sentence, f.target.0))
            .collect();
        for f in found.iter_mut() {
            let read = f.relation == denies && f.frame.starts_with("reports/");
            if read && !denied.contains(&(f.sentence, f.target.0)) {
                f.relation = reports;
            }
        }
    }
}

/// Returns whether a quotation within the quotation opens: "“He said, *‘*Join".
fn holds_inner_mark(quoted: &str) -> bool {
    let mut inner = quoted.chars();
    inner.next();
    let mut words = inner.as_str().split_whitespace();
    words.any(|word| word.starts_with(['‘', '\'', '"', '“']))
}
