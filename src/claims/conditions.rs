//! Whether an event meets the conditions of a frame: on slots, words, and kinds of actors.

use super::arguments::Arguments;
use super::attribution;
use super::ends::{state_of, told};
use super::event::Event;
use super::fill::{Filler, Scene};
use super::lemmas::Lemmas;
use super::relation::Frame;
use super::slot::{Slot, SlotPath};
use crate::actors::ActorKind;

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

/// Returns whether an event meets the conditions of a frame on slots and words.
pub fn allowed(scene: &Scene<'_>, event: &Event, frame: &Frame) -> bool {
    let head_in = |slot: &Slot, words: &Lemmas| match slot {
        Slot::Doer => doers(scene, event, frame)
            .iter()
            .any(|f| listed(scene, words, f.word)),
        _ => {
            let mut heads = event.arguments.get(slot);
            heads.any(|i| listed(scene, words, i))
        }
    };
    let told = told(scene, event, frame).is_some();
    frame.needs.iter().all(|slot| event.arguments.has(slot))
        && !frame.lacks.iter().any(|slot| event.arguments.has(slot))
        && frame
            .only
            .iter()
            .all(|(slot, words)| told && *slot == Slot::Obj || head_in(slot, words))
        && !frame.not.iter().any(|(slot, words)| head_in(slot, words))
}

/// Returns the main doers of what an event says, for conditions that name them.
fn doers(scene: &Scene<'_>, event: &Event, frame: &Frame) -> Vec<Filler> {
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

/// Returns whether the actors in an event's slots are of the kinds that a frame wants.
pub fn kinds_allowed(scene: &Scene<'_>, event: &Event, frame: &Frame) -> bool {
    let kinds_in = |slot: &Slot| -> Vec<ActorKind> {
        let fillers: Vec<Filler> = match slot {
            Slot::Doer => doers(scene, event, frame),
            _ => {
                let words = event.arguments.get(slot);
                words
                    .flat_map(|word| scene.actors_at(word, false))
                    .collect()
            }
        };
        fillers
            .into_iter()
            .filter_map(|f| f.actor)
            .map(
                |actor| match holds_in(frame, slot).then(|| state_of(scene, actor)) {
                    Some(Some(_)) => ActorKind::Country,
                    _ => scene.cast.kind_in_frames(actor),
                },
            )
            .collect()
    };
    if told(scene, event, frame).is_some() {
        return true;
    }
    frame.kinds.iter().all(|(slot, kinds)| {
        let found = kinds_in(slot);
        !found.is_empty() && found.iter().any(|k| kinds.contains(k))
    }) && !frame
        .not_kinds
        .iter()
        .any(|(slot, kinds)| kinds_in(slot).iter().any(|k| kinds.contains(k)))
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
