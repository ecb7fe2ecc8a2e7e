//! Passives without a doer: "he was arrested", where the text tells elsewhere who arrests.

use super::Status;
use super::fill::Filler;
use super::matcher::Match;
use super::read::{Found, Reader};
use crate::actors::{Actor, ActorIndex, ActorKind};
use std::collections::{BTreeMap, BTreeSet};

/// The relation of a cue that says of whom something is said.
const REPORTS: &str = "reports";
/// The relation of those who arrest, charge and jail.
const HOLDS: &str = "detains";

/// Who does what in a document, for looking up the doer of an act.
#[derive(Default)]
pub(super) struct Doers<'a> {
    /// By relation and by whom it is done to.
    on_target: BTreeMap<(u32, ActorIndex), BTreeSet<ActorIndex>>,
    /// By relation and by the verb that tells of the act.
    by_verb: BTreeMap<(u32, &'a str), BTreeSet<ActorIndex>>,
    /// Those who attack in a sentence.
    attacking: BTreeMap<u32, BTreeSet<ActorIndex>>,
}

impl<'a> Doers<'a> {
    pub(super) fn new(reader: &Reader<'a>, found: &[Found]) -> Doers<'a> {
        let mut doers = Doers::default();
        // Whoever may do, is to do or has not done something is not thereby the one who did it.
        for f in found.iter().filter(|f| f.status == Status::Actual) {
            let source = f.source.0;
            let target = (f.relation, f.target.0);
            doers.on_target.entry(target).or_default().insert(source);
            // Whoever shot one man need not have shot the crowd; whoever arrests one arrests others.
            let holds = reader.lexicon.relations[f.relation as usize].id == HOLDS;
            if holds || reader.counted(Some(f.target.0)) {
                let verb = reader.trees[f.sentence as usize].lemma(f.trigger);
                let act = (f.relation, verb);
                doers.by_verb.entry(act).or_default().insert(source);
            }
            let attack = reader.lexicon.relations[f.relation as usize].id == "attacks";
            if attack {
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
    /// ("were killed when Norland shelled the town"), or alone is told of with the same verb; an act of states with
    /// the state of the place or of the document.
    pub(super) fn supply(&self, reader: &Reader<'_>, m: &Match) -> Option<Found> {
        let relation = m.frame.relation;
        let tree = &reader.trees[m.sentence as usize];
        // "a *wounded* candidate", "the *blocked* banks": a state, not an act that somebody is told to have done.
        if tree.dep(m.trigger) == "amod" {
            return None;
        }
        let id = reader.lexicon.relation(m.frame).id.as_str();
        let kills = id == "kills";
        let done_to = |relation| {
            let target = m.target.actor?;
            self.on_target.get(&(relation, target))
        };
        // Whoever holds a man for something accuses him of it.
        let holds = || reader.lexicon.position(HOLDS).filter(|_| id == "accuses");
        let doers = done_to(relation)
            .or_else(|| done_to(holds()?))
            .or_else(|| self.attacking.get(&m.sentence).filter(|_| kills))
            .or_else(|| {
                // Whoever shot one person is not the one who shot another.
                let alike = self.by_verb.get(&(relation, tree.lemma(m.trigger)));
                alike.filter(|_| reader.counted(m.target.actor))
            });
        let done_by = |actor| {
            reader.complete(&Match {
                source: Filler {
                    actor: Some(actor),
                    ..m.source
                },
                ..m.clone()
            })
        };
        match doers {
            Some(doers) if doers.len() == 1 => done_by(*doers.first()?),
            Some(_) => None,
            None => usual(reader, m)
                .and_then(done_by)
                .filter(|found| found.status == Status::Actual)
                .or_else(|| done_by(state(reader, m)?)),
        }
    }
}

impl Reader<'_> {
    /// Whether those to whom something is done are many: "three men", "the protesters".
    fn counted(&self, target: Option<ActorIndex>) -> bool {
        let many = [ActorKind::Group, ActorKind::Unit, ActorKind::ArmedGroup];
        target.is_some_and(|target| many.contains(&self.cast.kind_in_frames(target)))
    }
}

/// "was charged": the only prosecutors of the text, if it has any.
fn usual(reader: &Reader<'_>, m: &Match) -> Option<ActorIndex> {
    let verb = reader.trees[m.sentence as usize].lemma(m.trigger);
    let usual = reader.lexicon.cues.usual_doers(verb);
    let ends = |name: &str| {
        usual
            .iter()
            .any(|word| name.split(' ').next_back() == Some(word))
    };
    let fits = |actor: &Actor| actor.kind == ActorKind::Agency && ends(&actor.name.to_lowercase());
    let each = reader.cast.actors.iter().enumerate();
    let mut fitting = each.filter(|(_, actor)| fits(actor));
    let (first, _) = fitting.next()?;
    let only = fitting.next().is_none();
    let actor = ActorIndex(first as u32);
    (only && Some(actor) != m.target.actor).then_some(actor)
}

/// "was sentenced *in Zedgrad*": the state of the place; else the one that the document is about, where no place is told.
fn state(reader: &Reader<'_>, m: &Match) -> Option<ActorIndex> {
    let tree = &reader.trees[m.sentence as usize];
    let cues = &reader.lexicon.cues;
    if reader.lexicon.relation(m.frame).id != HOLDS || !cues.is_state_act(tree.lemma(m.trigger)) {
        return None;
    }
    // "people *convicted* of crimes": nobody tells of an act.
    if tree.dep(m.trigger) == "acl" && reader.counted(m.target.actor) {
        return None;
    }
    let inside = |c: &usize| {
        let near = ["in", "at", "near", "outside", "on", "inside"];
        tree.preposition(*c)
            .is_some_and(|p| near.contains(&p.as_str()))
            && !cues.is_time(tree.lemma(*c))
    };
    let Some(place) = tree.children(m.trigger).find(inside) else {
        return reader
            .cast
            .home
            .filter(|home| Some(*home) != m.target.actor);
    };
    // "in Zedgrad and Yeburg": each has police of its own.
    let mention = reader.cast.at(m.sentence, place as u32)?;
    let actor = reader.cast.actor(mention.actor);
    if tree.conjuncts(place).len() > 1
        || !matches!(actor.kind, ActorKind::Place | ActorKind::Country)
    {
        return None;
    }
    let state = |other: &Actor| {
        other.kind == ActorKind::Country && Some(&other.name) == actor.country.as_ref()
    };
    let at = reader.cast.actors.iter().position(state)?;
    Some(ActorIndex(at as u32))
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
