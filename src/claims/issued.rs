//! Papers that speak: "The ministry issued a statement. … “Norland has attacked,” *the statement said*."

use super::arguments;
use super::attribution::Said;
use super::cues::Cues;
use super::fill::{Filler, Scene};
use super::slot::{Slot, SlotChoice, SlotPath};
use super::tree::{Tree, is};
use crate::actors::{ActorKind, Cast};
use crate::syntax::Upos;

/// Sentences back in which whoever issued a paper is named.
const REACH: usize = 6;

/// Gives what a paper says to whoever was last said to issue one, or to say something in one.
pub(super) fn give_speakers(trees: &[Tree<'_>], cast: &Cast, cues: &Cues, saids: &mut [Said]) {
    for said in saids.iter_mut().filter(|said| said.speakers.is_empty()) {
        let sentence = said.sentence as usize;
        let tree = &trees[sentence];
        let Some(paper) = said.source.and_then(|source| word_at(tree, source.start)) else {
            continue;
        };
        if !cues.is_document(tree.lemma(paper)) || !is_known(tree, paper) {
            continue;
        }
        let issuers = (0..sentence)
            .rev()
            .take(REACH)
            .map(|i| issuers(&scene(trees, cast, cues, i), tree.lemma(paper)))
            .find(|found| !found.is_empty());
        for issuer in issuers.into_iter().flatten() {
            // The words for the speaker are those of the cue's own sentence.
            said.speakers.push(Filler {
                word: paper,
                span: tree.token(paper).span,
                ..issuer
            });
        }
    }
}

fn scene<'a>(trees: &'a [Tree<'a>], cast: &'a Cast, cues: &'a Cues, sentence: usize) -> Scene<'a> {
    Scene {
        tree: &trees[sentence],
        cast,
        cues,
        sentence: sentence as u32,
    }
}

fn word_at(tree: &Tree<'_>, start: u32) -> Option<usize> {
    (0..tree.len()).find(|&i| tree.token(i).span.start == start)
}

/// "*the* statement": no other paper than the one that the text has told of, and nobody's by its own words.
fn is_known(tree: &Tree<'_>, paper: usize) -> bool {
    let mut definite = false;
    for c in tree.children(paper) {
        match tree.dep(c) {
            "det" => definite |= matches!(tree.lemma(c), "the" | "this" | "that"),
            "punct" | "case" => {}
            _ => return false,
        }
    }
    definite
}

/// Whoever issues a paper of a name in a sentence: "*the ministry* issued a statement", "said in a statement".
fn issuers(scene: &Scene<'_>, lemma: &str) -> Vec<Filler> {
    let tree = scene.tree;
    let papers = (0..tree.len()).filter(|&i| tree.lemma(i) == lemma);
    let issued = |paper: usize| {
        let verb = tree
            .head(paper)
            .filter(|&verb| tree.token(verb).upos == Upos::Verb)?;
        let through = |p: String| matches!(p.as_str(), "in" | "through" | "via" | "by");
        let said_in = is(tree.dep(paper), "obl") && tree.preposition(paper).is_some_and(through);
        let passive = tree.dep(paper) == "nsubj:pass";
        (said_in || passive || tree.dep(paper) == "obj").then_some(verb)
    };
    let mut found: Vec<Filler> = papers
        .filter_map(issued)
        .map(|verb| {
            let subject = SlotPath {
                slot: Slot::Subj,
                inner: None,
                within: false,
            };
            let arguments = arguments::of_verb(tree, scene.cues, verb);
            scene.fill(&arguments, &SlotChoice(vec![subject]))
        })
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    found.retain(|f| {
        f.actor
            .is_some_and(|a| scene.cast.actor(a).kind != ActorKind::Place)
    });
    found
}
