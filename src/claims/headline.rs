//! Sources that a headline only sets beside what they say: "Moss: Norland sends tanks", "Norland sends tanks – Harbour Post".

use super::attribution::{self, Said};
use super::fill::{Filler, Scene};
use super::lexicon::{FrameRef, Lexicon};
use super::matcher::{Match, Open};
use super::read::{Found, Reader};
use super::relation::TriggerClass;
use crate::actors::{ActorKind, Mention};
use crate::syntax::Upos;

/// Returns the source that stands before a colon or after a colon or a dash, with what it says.
pub fn source(scene: &Scene<'_>, lexicon: &Lexicon) -> Option<Said> {
    let tree = scene.tree;
    let last = (0..tree.len()).rfind(|&i| tree.token(i).upos != Upos::Punct)?;
    let start = scene
        .cast
        .mentions
        .partition_point(|m| m.sentence < scene.sentence);
    let mut mentions = scene.cast.mentions[start..]
        .iter()
        .take_while(|m| m.sentence == scene.sentence)
        .filter(|m| speaks(scene, m));
    let colon = |i: usize| i < tree.len() && tree.form(i) == ":";
    let dash = |i: usize| {
        let apart = i > 0 && tree.token(i - 1).span.end < tree.token(i).span.start;
        matches!(tree.form(i), "—" | "–" | "-") && apart
    };
    let (mention, mark) = mentions.find_map(|m| {
        let (first, end) = (m.first as usize, m.last as usize);
        if first == 0 && colon(end + 1) {
            return Some((m, end + 1));
        }
        let before = first.checked_sub(1)?;
        (end == last && before > 0 && (colon(before) || dash(before))).then_some((m, before))
    })?;
    let said = |i: &usize| match mark > mention.first as usize {
        true => *i > mark,
        false => *i < mark,
    };
    // What is said is a clause with a subject of its own, headed from outside it.
    let root = (0..tree.len()).filter(said).find(|&i| {
        let apart = tree.head(i).is_none_or(|head| !said(&head));
        let clause = tree.token(i).upos == Upos::Verb || tree.is_clause(i);
        apart && clause && tree.children(i).any(|c| tree.dep(c).starts_with("nsubj"))
    })?;
    let word = mention.head as usize;
    Some(Said {
        sentence: scene.sentence,
        cue: mark,
        frame: report(lexicon)?,
        speakers: vec![Filler {
            actor: Some(mention.actor),
            word,
            span: mention.span,
        }],
        quoted_by: Vec::new(),
        source: Some(mention.span),
        content: Some((root, tree.under(word, root).then_some(word))),
        further: Vec::new(),
        status: None,
    })
}

/// "Norland sends tanks — *defence ministry*": what a source set beside a headline reports.
pub(super) fn reports(reader: &Reader<'_>, scene: &Scene<'_>) -> Vec<Found> {
    let mark = |said: &&Said| {
        let here = said.sentence == scene.sentence;
        here && scene.tree.token(said.cue).upos == Upos::Punct
    };
    let mut found = Vec::new();
    for said in attribution::near(&reader.saids, scene.sentence)
        .iter()
        .filter(mark)
    {
        let Some((root, _)) = said.content else {
            continue;
        };
        for (&source, target) in said.speakers.iter().flat_map(|source| {
            let targets = scene.main_doer(root, &said.speakers);
            targets.into_iter().map(move |target| (source, target))
        }) {
            found.extend(reader.complete(&Match {
                frame: said.frame,
                sentence: scene.sentence,
                trigger: said.cue,
                source,
                target,
                item: None,
                class: TriggerClass::Preposition,
                open: Open::Nothing,
            }));
        }
    }
    found
}

/// "Sudan: army shells village" has its topic before the colon: states and places are no sources there.
fn speaks(scene: &Scene<'_>, mention: &Mention) -> bool {
    !matches!(
        scene.cast.actor(mention.actor).kind,
        ActorKind::Country | ActorKind::Place | ActorKind::Unit
    )
}

/// The frame of plain saying.
pub(super) fn report(lexicon: &Lexicon) -> Option<FrameRef> {
    let entries = lexicon.entries("say").iter();
    entries
        .map(|entry| entry.frame)
        .find(|&frame| lexicon.relation(frame).id == "reports")
}
