//! The ends of a match that no slot gives: a title's country, both sides of talks, what a pronoun points back to.

use super::Status;
use super::anaphora::{self, Antecedent};
use super::event::Event;
use super::fill::{Filler, Scene};
use super::relation::{Frame, TriggerClass};
use super::slot::{Slot, SlotChoice, SlotPath};
use super::tree::is;
use crate::actors::{ActorIndex, ActorKind};

/// "said *it would strike* Norland": the speaker, or the state he speaks for, is to do it.
///
/// With a negation only where the frame asks for one: "*will not abandon*".
pub fn intends(scene: &Scene<'_>, event: &Event, frame: &Frame, speakers: &[Filler]) -> bool {
    let tree = scene.tree;
    let will = tree.children(event.word).any(|c| {
        tree.dep(c) == "aux"
            && matches!(
                &*tree.form(c).to_lowercase(),
                "will" | "would" | "shall" | "'ll" | "’ll"
            )
    });
    let subj = SlotChoice(vec![SlotPath {
        slot: Slot::Subj,
        inner: None,
        within: false,
    }]);
    let doers = scene.fill(&event.arguments, &subj);
    let own = |doer: &Filler| {
        speakers.iter().any(|s| match (doer.actor, s.actor) {
            (None, _) => true,
            (Some(a), Some(b)) if a == b => true,
            (Some(a), Some(b)) => {
                let (doer, speaker) = (scene.cast.actor(a), scene.cast.actor(b));
                doer.kind == ActorKind::Country && speaker.country.as_deref() == Some(&doer.name)
            }
            _ => false,
        })
    };
    let negated = tree
        .children(event.word)
        .any(|c| scene.cues.negates(tree.lemma(c)));
    let lemma = tree.lemma(event.word);
    let asked = frame
        .triggers
        .iter()
        .any(|(_, trigger)| trigger.head == lemma && trigger.rest.iter().any(|word| word == "not"));
    will && negated == asked && doers.iter().any(own)
}

/// The word that stands for what was already told; a denial of anything at all answers what was told.
pub fn pointer(scene: &Scene<'_>, event: &Event, frame: &Frame) -> Option<(usize, Antecedent)> {
    if !matches!(event.class, TriggerClass::Verb | TriggerClass::Adjective) {
        return None;
    }
    let slots = frame
        .content
        .iter()
        .chain(frame.target.0.iter().map(|path| &path.slot));
    let words: Vec<usize> = slots.flat_map(|slot| event.arguments.get(slot)).collect();
    let found = words
        .iter()
        .find_map(|&w| anaphora::antecedent(scene.tree, scene.cues, w).map(|a| (w, a)));
    let denied = frame.content_status == Some(Status::Denied);
    found.or_else(|| {
        let first = *words.first()?;
        (denied && !scene.tree.is_clause(first)).then_some((first, Antecedent::Either))
    })
}

/// "Norland's *judiciary* chief": the body named right before a title is nearer than its owner.
pub fn nearer_body(scene: &Scene<'_>, event: &Event) -> Option<Filler> {
    let before = event.word.checked_sub(1)?;
    let tree = scene.tree;
    if event.class != TriggerClass::Role
        || tree.head(before) != Some(event.word)
        || tree.dep(before) != "compound"
    {
        return None;
    }
    let mention = scene.cast.at(scene.sentence, before as u32)?;
    let body = matches!(
        scene.cast.actor(mention.actor).kind,
        ActorKind::Agency | ActorKind::Unit | ActorKind::Organization | ActorKind::ArmedGroup
    );
    body.then_some(Filler {
        actor: Some(mention.actor),
        word: before,
        span: mention.span,
    })
}

/// "the police in *Norland*, which Sudoria annexed": where the head of what a relative clause follows does not fit,
/// the nearer noun is what it tells of.
pub fn nearer_antecedent(scene: &Scene<'_>, event: &Event, unfit: &[Filler]) -> Vec<Filler> {
    let tree = scene.tree;
    let Some(head) = tree.head(event.word) else {
        return Vec::new();
    };
    let relative = tree.dep(event.word) == "acl:relcl" && unfit.iter().any(|f| f.word == head);
    let nearer = tree
        .children(head)
        .rfind(|&c| c < event.word && is(tree.dep(c), "nmod"));
    nearer
        .filter(|_| relative)
        .map_or_else(Vec::new, |c| scene.actors_at(c, false))
}

/// "President X": the country that X is known to belong to.
pub fn home(scene: &Scene<'_>, event: &Event, holder: &Filler) -> Vec<Filler> {
    let titled = matches!(
        scene.tree.dep(event.word),
        "nmod:desc" | "flat" | "compound" | "appos"
    ) || scene
        .tree
        .children(event.word)
        .any(|c| scene.tree.dep(c) == "appos" && c == holder.word);
    let country = holder
        .actor
        .and_then(|actor| scene.cast.actor(actor).country.as_deref());
    let (true, Some(country)) = (titled, country) else {
        return Vec::new();
    };
    let found = scene
        .cast
        .actors
        .iter()
        .position(|a| a.kind == ActorKind::Country && a.name == country);
    let span = scene.tree.token(event.word).span;
    found
        .map(|i| Filler {
            actor: Some(ActorIndex(i as u32)),
            word: event.word,
            span,
        })
        .into_iter()
        .collect()
}

/// "talks between X and Y", "X and Y met": the first with each of the others.
pub fn pair_up(
    scene: &Scene<'_>,
    event: &Event,
    frame: &Frame,
    sources: &mut Vec<Filler>,
    targets: &mut Vec<Filler>,
) {
    for word in ["between", "among"] {
        let path = SlotPath {
            slot: Slot::Prep(word.into()),
            inner: None,
            within: false,
        };
        let parties = scene.fill(&event.arguments, &SlotChoice(vec![path]));
        if parties.len() > 1 && sources.iter().all(|s| parties.contains(s)) {
            *sources = vec![parties[0]];
            *targets = parties[1..].to_vec();
            return;
        }
    }
    if targets.is_empty()
        && sources.len() > 1
        && (frame.reciprocal || event.class == TriggerClass::Noun)
    {
        let rest = sources.split_off(1);
        *targets = rest;
    }
}
