//! Passives without a doer: "he was arrested", where the text tells elsewhere who arrests.

use super::Status;
use super::fill::Filler;
use super::matcher::Match;
use super::read::{Found, Reader};
use crate::actors::{Actor, ActorIndex, ActorKind};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The relation of a cue that says of whom something is said.
const REPORTS: &str = "reports";

/// Who does what in a document, for looking up the doer of an act.
#[derive(Default)]
pub(super) struct Doers<'a> {
    /// By relation and by whom it is done to.
    on_target: BTreeMap<(u32, ActorIndex), BTreeSet<ActorIndex>>,
    /// By relation and by the verb that tells of the act.
    by_verb: BTreeMap<(u32, &'a str), BTreeSet<ActorIndex>>,
    /// Those who attack in a sentence.
    attacking: BTreeMap<u32, BTreeSet<ActorIndex>>,
    /// The state that the document is about.
    home: Option<ActorIndex>,
}

impl<'a> Doers<'a> {
    pub(super) fn new(reader: &Reader<'a>, found: &[Found]) -> Doers<'a> {
        let mut doers = Doers {
            home: home(reader),
            ..Doers::default()
        };
        for f in found {
            let source = f.source.0;
            let target = (f.relation, f.target.0);
            doers.on_target.entry(target).or_default().insert(source);
            let verb = reader.trees[f.sentence as usize].lemma(f.trigger);
            let act = (f.relation, verb);
            doers.by_verb.entry(act).or_default().insert(source);
            let attack = reader.lexicon.relations[f.relation as usize].id == "attacks";
            if attack && f.status == Status::Actual {
                doers
                    .attacking
                    .entry(f.sentence)
                    .or_default()
                    .insert(source);
            }
        }
        doers
    }

    /// Completes a match with whoever does the same to the same, attacks in the sentence where people are killed
    /// ("were killed when Norland shelled the town"), or alone is told of with the same verb.
    pub(super) fn supply(&self, reader: &Reader<'_>, m: &Match) -> Option<Found> {
        let relation = m.frame.relation;
        let tree = &reader.trees[m.sentence as usize];
        // "a *wounded* candidate", "the *blocked* banks": a state, not an act that somebody is told to have done.
        if tree.dep(m.trigger) == "amod" {
            return None;
        }
        let kills = reader.lexicon.relation(m.frame).id == "kills";
        let doers = m
            .target
            .actor
            .and_then(|target| self.on_target.get(&(relation, target)))
            .or_else(|| self.attacking.get(&m.sentence).filter(|_| kills))
            .or_else(|| self.by_verb.get(&(relation, tree.lemma(m.trigger))));
        let actor = match doers {
            Some(doers) => doers.first().copied().filter(|_| doers.len() == 1),
            None => self.state(reader, m),
        }?;
        reader.complete(&Match {
            source: Filler {
                actor: Some(actor),
                ..m.source
            },
            ..m.clone()
        })
    }

    /// "was sentenced *in Zedgrad*": the state of the place; else the one that the document is about.
    fn state(&self, reader: &Reader<'_>, m: &Match) -> Option<ActorIndex> {
        let tree = &reader.trees[m.sentence as usize];
        let act = reader.lexicon.relation(m.frame).id == "detains"
            && reader.lexicon.cues.is_state_act(tree.lemma(m.trigger));
        let place = |c: usize| {
            let inside = tree
                .preposition(c)
                .is_some_and(|p| matches!(p.as_str(), "in" | "at"));
            let mention = reader.cast.at(m.sentence, c as u32).filter(|_| inside)?;
            // "in Zedgrad and Yeburg": each has police of its own.
            let one = tree.conjuncts(c).len() == 1;
            let actor = reader.cast.actor(mention.actor);
            let place = matches!(actor.kind, ActorKind::Place | ActorKind::Country);
            place.then_some((actor, one))
        };
        let mut places = tree.children(m.trigger).filter(|_| act).filter_map(place);
        match places.next() {
            Some((_, false)) => None,
            Some((place, true)) => {
                let state = |actor: &Actor| {
                    actor.kind == ActorKind::Country && Some(&actor.name) == place.country.as_ref()
                };
                let at = reader.cast.actors.iter().position(state)?;
                Some(ActorIndex(at as u32))
            }
            None => self
                .home
                .filter(|home| act && Some(*home) != m.target.actor),
        }
    }
}

/// Returns the state that the document names at least three times, and twice as often as any other.
fn home(reader: &Reader<'_>) -> Option<ActorIndex> {
    let mut named: BTreeMap<ActorIndex, usize> = BTreeMap::new();
    for mention in &reader.cast.mentions {
        if reader.cast.actor(mention.actor).kind == ActorKind::Country {
            *named.entry(mention.actor).or_default() += 1;
        }
    }
    let (first, most) = named
        .iter()
        .max_by_key(|(actor, n)| (**n, Reverse(**actor)))?;
    let apart = named
        .iter()
        .all(|(actor, n)| actor == first || *most >= 2 * n);
    (*most >= 3 && apart).then_some(*first)
}

/// "The union said that three writers *had been arrested*": once it is known who arrests, the union speaks of them.
pub(super) fn retell(reader: &Reader<'_>, found: &mut Vec<Found>, supplied: &[Found]) {
    let mut told = BTreeSet::new();
    for act in supplied {
        let says = |f: &Found| {
            f.sentence == act.sentence
                && f.target.0 == act.target.0
                && f.source.0 != act.source.0
                && reader.lexicon.relations[f.relation as usize].id == REPORTS
                && reader.saids.iter().any(|said| {
                    let root = said.content.map(|(root, _)| root);
                    (said.sentence, said.cue, root) == (f.sentence, f.trigger, Some(act.trigger))
                })
        };
        // Several victims of one act are one doer's.
        found.retain_mut(|f| {
            if !says(f) {
                return true;
            }
            f.target = act.source;
            told.insert((f.sentence, f.trigger, f.source.0, f.target.0))
        });
    }
}
