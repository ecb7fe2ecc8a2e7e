//! Whether an event meets the conditions of a frame: on slots, words, and kinds of actors.

use super::arguments::Arguments;
use super::attribution;
use super::ends::{state_of, told};
use super::event::Event;
use super::fill::{Filler, Scene};
use super::lemmas::Lemmas;
use super::relation::Frame;
use super::slot::{Slot, SlotPath};
use crate::actors::{ActorIndex, ActorKind};

/// Returns whether a word, or one that its phrase counts, is listed.
fn listed(scene: &Scene<'_>, words: &Lemmas, i: usize) -> bool {
    let tree = scene.tree;
    let is_in = |i: usize| {
        let lemma = tree.lemma(i);
        words.has(lemma)
            || words.has(tree.form(i))
            // "artillery shells", "medical experts": two words that the list has as one.
            || tree.children(i).any(|c| {
                matches!(tree.dep(c), "compound" | "amod") && words.has_pair(tree.lemma(c), lemma)
            })
    };
    is_in(i)
        || scene.cues.is_partitive(tree.lemma(i))
            && tree
                .children(i)
                .filter(|&c| super::tree::is(tree.dep(c), "nmod"))
                .any(is_in)
}

/// A condition of a frame that an event does not meet.
#[derive(Clone, Copy, Debug)]
pub enum Unmet<'a> {
    /// A slot of `needs` is empty.
    Needs(&'a Slot),
    /// A slot of `lacks` is filled.
    Lacks(&'a Slot),
    /// `only` lists no word that fills the slot.
    Only(&'a Slot),
    /// `not` lists a word that fills the slot.
    Not(&'a Slot),
    /// `kinds` has no actor's in the slot.
    Kinds(&'a Slot, &'a [ActorKind]),
    /// `not_kinds` has an actor's in the slot.
    NotKinds(&'a Slot),
}

/// Returns the conditions of a frame on slots and words that an event does not meet.
pub fn unmet_by_words<'a>(
    scene: &Scene<'_>,
    event: &Event,
    frame: &'a Frame,
) -> impl Iterator<Item = Unmet<'a>> {
    let head_in = |slot: &Slot, words: &Lemmas| match slot {
        Slot::Doer => doers(scene, event, frame)
            .iter()
            .any(|f| listed(scene, words, f.word)),
        _ => {
            let mut heads = event.arguments.get(slot);
            heads.any(|i| listed(scene, words, i))
        }
    };
    let filled = |slot: &&Slot| event.arguments.has(slot);
    let told = told(scene, event, frame).is_some();
    let lacks = frame.lacks.iter().filter(filled);
    let needs = frame.needs.iter().filter(move |slot| !filled(slot));
    let only = frame.only.iter().filter(move |(slot, words)| {
        let object = told && *slot == Slot::Obj;
        !object && !head_in(slot, words)
    });
    let not = frame.not.iter();
    let not = not.filter(move |(slot, words)| head_in(slot, words));
    let slots = needs.map(Unmet::Needs).chain(lacks.map(Unmet::Lacks));
    let only = only.map(|(slot, _)| Unmet::Only(slot));
    slots
        .chain(only)
        .chain(not.map(|(slot, _)| Unmet::Not(slot)))
}

/// Returns whether an event meets the conditions of a frame on slots and words.
pub fn allowed(scene: &Scene<'_>, event: &Event, frame: &Frame) -> bool {
    unmet_by_words(scene, event, frame).next().is_none()
}

/// Returns the actors in a slot of an event.
pub(super) fn fillers(scene: &Scene<'_>, event: &Event, frame: &Frame, slot: &Slot) -> Vec<Filler> {
    let words = event.arguments.get(slot);
    match slot {
        Slot::Doer => doers(scene, event, frame),
        _ => words
            .flat_map(|word| scene.actors_at(word, false))
            .collect(),
    }
}

/// Returns the main doers of what an event says, for conditions that name them.
pub(super) fn doers(scene: &Scene<'_>, event: &Event, frame: &Frame) -> Vec<Filler> {
    let mut slots = frame.content.iter();
    let content = slots.find_map(|slot| attribution::content(scene, event, frame, slot));
    let speakers = scene.fill(&event.arguments, &frame.source);
    content.map_or_else(Vec::new, |(root, _)| scene.main_doer(root, &speakers))
}

/// "was killed *in an attack in the Kenyan capital*": of several phrases with one preposition those that meet the
/// condition fill the slot of the frame. Returns nothing where all of them do.
pub fn narrowed(scene: &Scene<'_>, event: &Event, frame: &Frame) -> Option<Arguments> {
    let phrases = frame
        .only
        .iter()
        .filter(|(slot, _)| matches!(slot, Slot::Prep(_)));
    let unfit = |(filled, i): &(Slot, usize)| {
        let mut conditions = phrases.clone().filter(|(slot, _)| slot == filled);
        conditions.any(|(_, words)| !listed(scene, words, *i))
    };
    let several = event.arguments.0.iter().any(unfit);
    several.then(|| {
        let kept = event.arguments.0.iter().filter(|argument| !unfit(argument));
        Arguments(kept.cloned().collect())
    })
}

/// Returns the conditions of a frame on the kinds of the actors in its slots that an event does not meet.
pub fn unmet_by_kinds<'a>(
    scene: &Scene<'_>,
    event: &Event,
    frame: &'a Frame,
) -> impl Iterator<Item = Unmet<'a>> {
    let kind_in = move |slot: &Slot, actor: ActorIndex| match holds_in(frame, slot)
        .then(|| state_of(scene, actor))
    {
        Some(Some(_)) => ActorKind::Country,
        _ => scene.cast.kind_in_frames(actor),
    };
    let bound = told(scene, event, frame).is_none();
    let kinds = frame.kinds.iter().filter(move |_| bound);
    // "*I* trust Norland": whoever speaks is known later, and so is his kind.
    let kinds = kinds.filter(move |(slot, kinds)| {
        let mut actors = fillers(scene, event, frame, slot).into_iter();
        !actors.any(|f| {
            f.actor
                .is_none_or(|actor| kinds.contains(&kind_in(slot, actor)))
        })
    });
    let refused = frame.not_kinds.iter().filter(move |_| bound);
    let refused = refused.filter(move |(slot, kinds)| {
        let mut actors = fillers(scene, event, frame, slot).into_iter();
        actors.any(|f| {
            f.actor
                .is_some_and(|actor| kinds.contains(&kind_in(slot, actor)))
        })
    });
    let kinds = kinds.map(|(slot, kinds)| Unmet::Kinds(slot, kinds));
    kinds.chain(refused.map(|(slot, _)| Unmet::NotKinds(slot)))
}

/// Returns whether the actors in an event's slots are of the kinds that a frame wants.
pub fn kinds_allowed(scene: &Scene<'_>, event: &Event, frame: &Frame) -> bool {
    unmet_by_kinds(scene, event, frame).next().is_none()
}

/// "jailed *in Oslo*": whether a frame takes the state in which something is done for its doer.
pub fn holds_in(frame: &Frame, slot: &Slot) -> bool {
    let plain = |path: &SlotPath| path.inner.is_none() && path.slot == *slot;
    let only = |kinds: &Vec<ActorKind>| kinds[..] == [ActorKind::Country];
    *slot == Slot::Prep("in".into())
        && frame.source.0.iter().any(plain)
        && frame
            .kinds
            .iter()
            .any(|(s, kinds)| s == slot && only(kinds))
}
