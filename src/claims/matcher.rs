//! Frames applied to events: raw claims, without status or speakers.

use super::Status;
use super::anaphora::Pointer;
use super::attribution::Said;
use super::conditions::{allowed, holds_in, kinds_allowed, narrowed};
use super::ends::{
    home, intends, nearer_antecedent, nearer_body, pair_up, pointer, state_of, summed_up, told,
};
use super::event::Event;
use super::fill::{Filler, Scene};
use super::lexicon::{FrameRef, Lexicon};
use super::relation::{Frame, TriggerClass};
use super::slot::{Slot, SlotChoice, SlotPath};
use crate::actors::ActorKind;

/// A relation between two words of a sentence.
#[derive(Clone, Debug)]
pub struct Match {
    /// The frame that found it.
    pub frame: FrameRef,
    /// Index of the sentence.
    pub sentence: u32,
    /// The word whose surroundings decide the status.
    pub trigger: usize,
    /// The doer.
    pub source: Filler,
    /// The one it is done to.
    pub target: Filler,
    /// The head of the item.
    pub item: Option<usize>,
    /// How the trigger takes part.
    pub class: TriggerClass,
    /// The end that the sentence leaves open.
    pub open: Open,
}

/// What a match still has to find in the text around its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Both ends are there.
    Nothing,
    /// "He was arrested": the doer.
    Doer,
    /// "dismissed the reports": whom they are about.
    Target(Pointer),
}

/// Returns the claims that an event gives, relation by relation; `said` is what the event says, if it says something,
/// `speakers` are those who speak of the event.
pub fn matches(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    event: &Event,
    said: Option<&Said>,
    speakers: &[Filler],
) -> Vec<Match> {
    let mut out = Vec::new();
    let mut done: Vec<u32> = Vec::new();
    let mut longest = 0;
    // A stronger act of speech replaces the report of it.
    let mut spoken = false;
    for &(at, size) in &event.frames {
        // A longer phrase explains the word: "take part" is not "take".
        if size < longest || done.contains(&at.relation) {
            continue;
        }
        let frame = lexicon.frame(at);
        if lexicon.relation(at).id == "reports" && spoken {
            continue;
        }
        if !allowed(scene, event, frame) || !kinds_allowed(scene, event, frame) {
            continue;
        }
        let narrow = narrowed(scene, event, frame).map(|arguments| Event {
            arguments,
            frames: Vec::new(),
            ..*event
        });
        let found = apply(
            scene,
            lexicon,
            narrow.as_ref().unwrap_or(event),
            at,
            said.filter(|s| s.frame == at),
            speakers,
        );
        if found.iter().any(|m| m.open != Open::Doer) {
            if !frame.is_spoken() {
                // "accused him of *killing civilians*" is said of him, and is what he did.
                longest = longest.max(size);
            }
            spoken |= lexicon.relation(at).family == "saying";
            done.push(at.relation);
        }
        out.extend(found);
    }
    out
}

fn apply(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    event: &Event,
    at: FrameRef,
    said: Option<&Said>,
    speakers: &[Filler],
) -> Vec<Match> {
    let frame = lexicon.frame(at);
    let relation = lexicon.relation(at);
    let mut sources: Vec<Filler> = match said {
        Some(said) => said.speakers.clone(),
        None if frame.intent && !intends(scene, event, frame, speakers) => Vec::new(),
        None if frame.is_spoken() => speakers.to_vec(),
        None => scene.fill(&event.arguments, &frame.source),
    };
    if holds_in(frame, &Slot::Prep("in".into())) {
        for source in &mut sources {
            let state = source.actor.and_then(|place| state_of(scene, place));
            source.actor = state.or(source.actor);
        }
    }
    let speech = relation.family == "saying";
    let told = told(scene, event, frame);
    let told = told.or_else(|| summed_up(scene, lexicon, event, frame).filter(|_| speech));
    let mut targets = match told {
        Some(_) => Vec::new(),
        None => targets(scene, event, frame, said, &sources),
    };
    if frame.home && (targets.is_empty() || sources.len() > 1) {
        // "Presidents X of Norland and Y of Sudoria": each has a country of his own.
        let homes = sources.iter().flat_map(|source| home(scene, event, source));
        let new: Vec<Filler> = homes
            .filter(|h| targets.iter().all(|t| t.actor != h.actor))
            .collect();
        targets.extend(new);
    }
    if let Some(body) = nearer_body(scene, event).filter(|_| !targets.is_empty()) {
        targets = vec![body];
    }
    // "the UN's *Middle East* envoy": what a role is about is not whose it is.
    let possessor = |t: &Filler| scene.tree.dep(t.word) == "nmod:poss";
    if event.class == TriggerClass::Role && targets.iter().any(possessor) {
        let place = |t: &Filler| {
            t.actor
                .is_some_and(|a| scene.cast.actor(a).kind == ActorKind::Place)
        };
        targets.retain(|t| possessor(t) || !place(t));
    }
    let mut each_other = false;
    if relation.symmetric || frame.reciprocal {
        let passive = scene.tree.is_passive(event.word);
        if sources.is_empty() && event.class == TriggerClass::Verb && passive {
            // "is allied with": what is done to either is done by both.
            let object = SlotPath {
                slot: Slot::Obj,
                inner: None,
                within: false,
            };
            sources = scene.fill(&event.arguments, &SlotChoice(vec![object]));
        }
        let one_sided = targets.is_empty();
        pair_up(scene, event, frame, &mut sources, &mut targets);
        each_other = one_sided && relation.family == "saying" && event.class == TriggerClass::Verb;
    }
    for (ends, kinds) in [
        (&mut sources, [&relation.source_kinds, &frame.source_kinds]),
        (&mut targets, [&relation.target_kinds, &frame.target_kinds]),
    ] {
        let fits = |f: &Filler| kinds.iter().all(|kinds| kind_fits(scene, f, kinds));
        let (fit, unfit): (Vec<Filler>, Vec<Filler>) = ends.iter().partition(|f| fits(f));
        *ends = fit;
        if ends.is_empty() && !unfit.is_empty() {
            *ends = nearer_antecedent(scene, event, &unfit);
            ends.retain(fits);
        }
    }
    let item = frame
        .item
        .0
        .iter()
        .find_map(|path| event.arguments.get(&path.slot).next());
    let claim = |source: Filler, target: Filler, open: Open| Match {
        frame: at,
        sentence: event.sentence,
        trigger: event.word,
        source,
        target,
        item,
        class: event.class,
        open,
    };
    let nobody = |word: usize| Filler {
        actor: None,
        word,
        span: scene.tree.token(word).span,
    };
    let mut out = Vec::new();
    for source in &sources {
        for target in &targets {
            if strangers(scene, event, &sources, source, target) {
                continue;
            }
            // "they met": one word for two. "their envoy" is of both, and no envoy of one to the other.
            let joint = stands_for_both(scene, source, target);
            if joint && !(relation.symmetric || frame.reciprocal) {
                continue;
            }
            let apart = source.word != target.word || joint || is_sharer(scene, target);
            if source.actor != target.actor && apart {
                out.push(claim(*source, *target, Open::Nothing));
                if each_other {
                    out.push(claim(*target, *source, Open::Nothing));
                }
            }
        }
    }
    if targets.is_empty()
        && relation.family == "saying"
        && let Some((word, pointer)) = told.or_else(|| pointer(scene, lexicon, event, frame))
    {
        // "dismissed the reports": an earlier sentence has whom they are about.
        let target = nobody(word);
        out.extend(
            sources
                .iter()
                .map(|&source| claim(source, target, Open::Target(pointer))),
        );
    }
    let passive = event.class == TriggerClass::Verb && scene.tree.is_passive(event.word);
    if sources.is_empty() && passive && (relation.family == "fighting" || relation.id == "accuses")
    {
        // "was arrested": the text may name the doer elsewhere.
        let source = nobody(event.word);
        let named = targets.iter().filter(|t| t.actor.is_some());
        out.extend(named.map(|&target| claim(source, target, Open::Doer)));
    }
    out
}

/// "they", "the pair": whether one mention stands for both ends.
fn stands_for_both(scene: &Scene<'_>, source: &Filler, target: &Filler) -> bool {
    [source, target].into_iter().any(|end| {
        let word = end.word as u32;
        let own = scene.cast.at(scene.sentence, word).map(|m| m.actor);
        let others = scene.cast.others(scene.sentence, word);
        let among = |f: &Filler| {
            f.actor
                .is_some_and(|a| own == Some(a) || others.contains(&a))
        };
        !others.is_empty() && among(source) && among(target)
    })
}

/// "the leaders of Mali and *Chad*": whether an end is the state whose leaders its name stands for.
fn is_sharer(scene: &Scene<'_>, end: &Filler) -> bool {
    let sharer = scene.sharer(end.word);
    sharer.is_some_and(|sharer| sharer.actor == end.actor)
}

/// "Norland and *Sudorian* diplomats", "the leaders of Norland and *Sudoria*": each holds the role of his own state only.
fn strangers(
    scene: &Scene<'_>,
    event: &Event,
    sources: &[Filler],
    source: &Filler,
    target: &Filler,
) -> bool {
    // "Ana Weiss *of Norland* and Ben Moss *of Sudoria*"
    let tree = scene.tree;
    let holder = tree
        .head(target.word)
        .map(|head| match (tree.dep(head), tree.head(head)) {
            ("flat", Some(name)) => name,
            _ => head,
        });
    // "Norland's poets such as *Ana Weiss*": one of those who hold it.
    let up = std::iter::once(source.word).chain(tree.ancestors(source.word));
    let example = up
        .take_while(|&i| Some(i) != holder)
        .filter_map(|i| tree.preposition(i))
        .any(|p| matches!(p.as_str(), "such_as" | "like" | "including"));
    let of_another = |s: &Filler| !example && Some(s.word) == holder && s.word != source.word;
    let role = event.class == TriggerClass::Role && !is_sharer(scene, target);
    if role && sources.iter().any(of_another) {
        return true;
    }
    let (Some(source), Some(target)) = (source.actor, target.actor) else {
        return false;
    };
    let (source, target) = (scene.cast.actor(source), scene.cast.actor(target));
    // "Norland and Sudoria, Estmark's allies"
    let state = source.kind == ActorKind::Country;
    let several = event.class == TriggerClass::Role && sources.len() > 1 && !state;
    let own = source.country.as_deref() == Some(&target.name);
    several && source.country.is_some() && target.kind == ActorKind::Country && !own
}

fn kind_fits(scene: &Scene<'_>, filler: &Filler, kinds: &[ActorKind]) -> bool {
    match filler.actor {
        Some(actor) => kinds.is_empty() || kinds.contains(&scene.cast.kind_in_frames(actor)),
        None => true,
    }
}

fn targets(
    scene: &Scene<'_>,
    event: &Event,
    frame: &Frame,
    said: Option<&Said>,
    sources: &[Filler],
) -> Vec<Filler> {
    for path in &frame.target.0 {
        let found = if path.slot == Slot::Doer {
            let content = said.and_then(|s| s.content).or_else(|| {
                let word = frame
                    .content
                    .iter()
                    .find_map(|slot| event.arguments.get(slot).next())?;
                Some((word, None))
            });
            match content {
                // A comment put into the clause ("…, he said") must not be taken for its own content.
                Some((root, _)) => scene
                    .main_doer(root, sources)
                    .into_iter()
                    .filter(|f| f.word != event.word)
                    .collect(),
                None => Vec::new(),
            }
        } else {
            let choice = SlotChoice(vec![path.clone()]);
            let mut found = scene.fill(&event.arguments, &choice);
            found.retain(|f| !sources.iter().any(|s| s.word == f.word));
            if event.class == TriggerClass::Role && path.inner.is_none() && sources.len() > 1 {
                // "the leaders of Mali and *Chad*": those of Chad are called by its name.
                found.extend(
                    event
                        .arguments
                        .get(&path.slot)
                        .filter_map(|i| scene.sharer(i)),
                );
            }
            found
        };
        // No claim has one actor on both sides: whoever else the words are about.
        let others: Vec<Filler> = found
            .into_iter()
            .filter(|f| {
                let named = f.actor.is_some() || !frame.content.is_empty();
                !(named && sources.iter().any(|s| s.actor == f.actor))
            })
            .collect();
        if !others.is_empty() {
            return others;
        }
    }
    match said.and_then(|s| s.content) {
        // "rejected claims that it had …": what is denied is about somebody else.
        Some((root, _)) if !sources.is_empty() && frame.content_status == Some(Status::Denied) => {
            scene.main_doer(root, sources)
        }
        _ => Vec::new(),
    }
}
