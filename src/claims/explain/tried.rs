//! The frames that a trigger set off: what each found, and what the nearest of the others lacked.

use super::super::conditions::{self, Unmet, unmet_by_kinds, unmet_by_words};
use super::super::event::Event;
use super::super::fill::Scene;
use super::super::lexicon::{FrameRef, Lexicon};
use super::super::relation::Frame;
use super::super::slot::{Slot, SlotChoice};
use crate::actors::ActorKind;
use std::fmt::Write;

/// Frames that did not fire shown for one trigger.
const NEAREST: usize = 5;

/// Shows which frames of an event gave a claim; of the others the nearest, with what was missing.
pub(super) fn frames(
    out: &mut String,
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    event: &Event,
    gave: impl Fn(&str) -> bool,
) {
    let tree = scene.tree;
    let filled = event.arguments.0.iter();
    let filled: Vec<String> = filled
        .map(|(slot, i)| format!("{slot}={}", tree.form(*i)))
        .collect();
    let word = tree.form(event.word);
    let _ = writeln!(out, "  trigger: {word} [{}]", filled.join(" "));
    let mut missed = Vec::new();
    for &(at, _) in &event.frames {
        let frame = lexicon.frame(at);
        if gave(&frame.id) {
            let _ = writeln!(out, "    {} gave a claim", frame.id);
            continue;
        }
        let words = unmet_by_words(scene, event, frame);
        let mut unmet: Vec<Unmet<'_>> = words.collect();
        if unmet.is_empty() {
            unmet.extend(unmet_by_kinds(scene, event, frame));
        }
        missed.push((at, unmet));
    }
    // A stable sort: frames that lack as much stay in the order in which they are tried.
    missed.sort_by_key(|(_, unmet)| unmet.len());
    for (at, unmet) in missed.iter().take(NEAREST) {
        let frame = lexicon.frame(*at);
        let reasons: Vec<String> = match unmet[..] {
            [] => vec![open_end(scene, lexicon, event, *at)],
            _ => unmet
                .iter()
                .map(|u| reason(scene, event, frame, *u))
                .collect(),
        };
        let _ = writeln!(out, "    {} did not: {}", frame.id, reasons.join("; "));
    }
    if let Some(more) = missed.len().checked_sub(NEAREST).filter(|&more| more > 0) {
        let _ = writeln!(out, "    … and {more} more that lack as much or more");
    }
}

/// Says in the words of a relation file what an event lacks.
fn reason(scene: &Scene<'_>, event: &Event, frame: &Frame, unmet: Unmet<'_>) -> String {
    let words = |slot: &Slot| {
        let form = |i: usize| format!("“{}”", scene.tree.form(i));
        let words: Vec<String> = match slot {
            Slot::Doer => conditions::doers(scene, event, frame)
                .iter()
                .map(|f| form(f.word))
                .collect(),
            _ => event.arguments.get(slot).map(form).collect(),
        };
        words.join(" or ")
    };
    let actors = |slot: &Slot| actors(scene, event, frame, slot);
    match unmet {
        Unmet::Needs(slot) => format!("needs {slot}, which is empty"),
        Unmet::Lacks(slot) => format!("lacks {slot}, which is {}", words(slot)),
        Unmet::Only(slot) => match words(slot).as_str() {
            "" => format!("only.{slot}, and {slot} is empty"),
            words => format!("only.{slot} has no {words}"),
        },
        Unmet::Not(slot) => format!("not.{slot} has {}", words(slot)),
        Unmet::Kinds(slot, kinds) => {
            format!("kinds.{slot} wants {}, not {}", names(kinds), actors(slot))
        }
        Unmet::NotKinds(slot) => format!("not_kinds.{slot} has {}", actors(slot)),
    }
}

/// Says why a frame whose conditions hold gave no claim.
fn open_end(scene: &Scene<'_>, lexicon: &Lexicon, event: &Event, at: FrameRef) -> String {
    let (relation, frame) = (lexicon.relation(at), lexicon.frame(at));
    let ends = [
        (
            "source",
            &frame.source,
            [&relation.source_kinds, &frame.source_kinds],
        ),
        (
            "target",
            &frame.target,
            [&relation.target_kinds, &frame.target_kinds],
        ),
    ];
    for (end, choice, kinds) in ends {
        let said = |slot| choice.0.iter().any(|path| path.slot == slot);
        if said(Slot::Speaker) || said(Slot::Doer) {
            continue;
        }
        let found = scene.fill(&event.arguments, choice);
        if found.is_empty() {
            return format!("no actor as {end} ({})", slots(choice));
        }
        let unfit = found.iter().filter_map(|f| f.actor).find_map(|actor| {
            let kind = scene.cast.kind_in_frames(actor);
            let refuses = |wanted: &&&Vec<ActorKind>| !wanted.is_empty() && !wanted.contains(&kind);
            let wanted = kinds.iter().find(refuses)?;
            Some((actor, kind, *wanted))
        });
        if let Some((actor, kind, wanted)) = unfit {
            let name = &scene.cast.actor(actor).name;
            let (kind, wanted) = (kind.as_str(), names(wanted));
            return format!("{end}_kinds wants {wanted}, not {name} ({kind})");
        }
    }
    "no one says it or is told of, or another frame that comes first tells it already".to_owned()
}

/// "Herald (media)", the actors that fill a slot.
fn actors(scene: &Scene<'_>, event: &Event, frame: &Frame, slot: &Slot) -> String {
    let found = conditions::fillers(scene, event, frame, slot);
    let found: Vec<String> = found
        .iter()
        .filter_map(|f| f.actor)
        .map(|actor| {
            let kind = scene.cast.kind_in_frames(actor).as_str();
            format!("{} ({kind})", scene.cast.actor(actor).name)
        })
        .collect();
    match found[..] {
        [] => "nobody".to_owned(),
        _ => found.join(", "),
    }
}

/// "subj | by", as a relation file has it.
fn slots(choice: &SlotChoice) -> String {
    let paths = choice.0.iter().map(|path| {
        let inner = path.inner.as_ref().map(|slot| format!(".{slot}"));
        let within = if path.within { " >" } else { "" };
        format!("{}{}{within}", path.slot, inner.unwrap_or_default())
    });
    paths.collect::<Vec<_>>().join(" | ")
}

fn names(kinds: &[ActorKind]) -> String {
    let names: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    names.join(", ")
}
