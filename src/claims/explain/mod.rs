//! Why a sentence gave its claims, and why not others.

mod tried;

use super::attribution;
use super::claim::Claim;
use super::event;
use super::fill::Scene;
use super::lexicon::Lexicon;
use super::offsets::Offsets;
use super::tree::Tree;
use crate::actors::Cast;
use crate::span::Span;
use crate::syntax::Sentence;
use crate::text::Document;
use std::fmt::Write;

/// Describes the sentences that touch `wanted`: the claims in them, words and tree, actors, and of the frames that were
/// tried those that gave a claim and the nearest of the others.
pub fn explain(
    lexicon: &Lexicon,
    document: &Document,
    sentences: &[Sentence],
    cast: &Cast,
    claims: &[Claim],
    wanted: Span,
) -> String {
    let mut out = String::new();
    let offsets = Offsets::new(&document.text);
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
        let here = offsets.chars(sentence.span);
        let here = claims.iter().filter(|c| c.spans.sentence == here);
        for claim in here.clone() {
            found(&mut out, cast, claim);
        }
        words(&mut out, &tree);
        mentions(&mut out, &scene);
        let events = event::find(&tree, lexicon, i as u32);
        for event in &events {
            let trigger = offsets.chars(tree.token(event.word).span);
            let gave = here.clone().filter(|c| c.spans.trigger == trigger);
            let gave = |frame: &str| gave.clone().any(|c| c.frame == frame);
            tried::frames(&mut out, &scene, lexicon, event, gave);
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

fn found(out: &mut String, cast: &Cast, claim: &Claim) {
    let [source, target] = [claim.source, claim.target].map(|end| &cast.actor(end).name);
    let (relation, status) = (&claim.relation, claim.status.as_str());
    let speakers = claim.attributed_to.iter();
    let speakers: Vec<&str> = speakers.map(|&a| &*cast.actor(a).name).collect();
    let voice = match speakers[..] {
        [] => "the article itself".to_owned(),
        _ => speakers.join(", citing "),
    };
    let right = claim.reliability.unwrap_or_default();
    let _ = writeln!(
        out,
        "  claim: {source} {relation} {target} ({status}; says {voice}), by {}, right in {right} of 100",
        claim.frame
    );
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
