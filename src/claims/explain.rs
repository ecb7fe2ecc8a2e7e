//! Why a sentence gave its claims, and why not others.

use super::attribution;
use super::conditions;
use super::event::{self, Event};
use super::fill::Scene;
use super::lexicon::Lexicon;
use super::slot::SlotChoice;
use super::tree::Tree;
use crate::actors::Cast;
use crate::span::Span;
use crate::syntax::Sentence;
use crate::text::Document;
use std::fmt::Write;

/// Describes the sentences that touch `wanted`: words and tree, actors, and every frame that was tried.
pub fn explain(
    lexicon: &Lexicon,
    document: &Document,
    sentences: &[Sentence],
    cast: &Cast,
    wanted: Span,
) -> String {
    let mut out = String::new();
    for (i, sentence) in sentences.iter().enumerate() {
        if sentence.span.start >= wanted.end || sentence.span.end <= wanted.start {
            continue;
        }
        let tree = Tree::new(sentence, &document.text);
        let scene = Scene {
            tree: &tree,
            cast,
            cues: &lexicon.cues,
            sentence: i as u32,
        };
        let _ = writeln!(out, "{}", sentence.span.of(&document.text));
        words(&mut out, &tree);
        mentions(&mut out, &scene);
        let events = event::find(&tree, lexicon, i as u32);
        for event in &events {
            frames(&mut out, &scene, lexicon, event);
        }
        for said in attribution::find(&scene, lexicon, &events) {
            let content = said.content.map_or("", |(root, _)| tree.form(root));
            let speaker = said.source.map_or("nobody", |s| s.of(&document.text));
            let frame = &lexicon.frame(said.frame).id;
            let _ = writeln!(
                out,
                "  said: {speaker} – {} – the clause of “{content}” ({frame})",
                tree.form(said.cue)
            );
        }
        out.push('\n');
    }
    out
}

fn words(out: &mut String, tree: &Tree<'_>) {
    for i in 0..tree.len() {
        let token = tree.token(i);
        let head = tree.head(i).map_or("–", |h| tree.form(h));
        let name = tree
            .sentence
            .names
            .iter()
            .find(|n| n.first as usize <= i && i <= n.last as usize);
        let name = name.map_or("", |n| n.kind.as_str());
        let (form, upos, xpos) = (tree.form(i), token.upos.as_str(), token.xpos);
        let _ = writeln!(
            out,
            "  {i:3} {form:16} {:16} {upos:6}{xpos:5} {:12} {head:16} {name}",
            token.lemma, token.dep
        );
    }
}

fn mentions(out: &mut String, scene: &Scene<'_>) {
    let text = scene.tree.text;
    for mention in scene
        .cast
        .mentions
        .iter()
        .filter(|m| m.sentence == scene.sentence)
    {
        let actor = scene.cast.actor(mention.actor);
        let (words, kind, reason) = (mention.span.of(text), actor.kind.as_str(), mention.reason);
        let _ = writeln!(
            out,
            "  actor: “{words}” is {} ({kind}; {reason})",
            actor.name
        );
    }
}

/// Shows which frames of an event gave a claim; of the others, what was missing.
fn frames(out: &mut String, scene: &Scene<'_>, lexicon: &Lexicon, event: &Event) {
    let tree = scene.tree;
    let slots: Vec<String> = event
        .arguments
        .0
        .iter()
        .map(|(slot, i)| format!("{slot}={}", tree.form(*i)))
        .collect();
    let _ = writeln!(
        out,
        "  trigger: {} [{}]",
        tree.form(event.word),
        slots.join(" ")
    );
    for &(at, _) in &event.frames {
        let frame = lexicon.frame(at);
        let filled = |choice: &SlotChoice| {
            let words: Vec<&str> = scene
                .fill(&event.arguments, choice)
                .iter()
                .map(|f| f.span.of(tree.text))
                .collect();
            if words.is_empty() {
                "nobody".to_owned()
            } else {
                words.join(", ")
            }
        };
        let verdict = if !conditions::allowed(scene, event, frame) {
            "its conditions on words do not hold".to_owned()
        } else if !conditions::kinds_allowed(scene, event, frame) {
            "its conditions on kinds of actor do not hold".to_owned()
        } else {
            let right = lexicon.reliability.of(&frame.id);
            let (source, target) = (filled(&frame.source), filled(&frame.target));
            format!("{source} → {target} (right in {right} of 100)")
        };
        let _ = writeln!(out, "    {}: {verdict}", frame.id);
    }
}
