//! Quotations that stand beside the sentence that names their speaker: "“Norland must pay!” *Ada Moss said last week.*",
//! "*Ada Moss issued a statement:* “Norland must pay.”"

use super::arguments;
use super::attribution::Said;
use super::cues::Cues;
use super::fill::{Filler, Scene};
use super::headline;
use super::lexicon::Lexicon;
use super::slot::{Slot, SlotPath};
use super::tree::Tree;
use crate::actors::{ActorKind, Cast};
use crate::syntax::Upos;
use crate::text::quotes::Quote;

/// Bytes between a quotation and the verb of saying after it.
const REACH: usize = 60;

/// Returns the cues that only a quotation beside their sentence fills; `saids` are those that have a content there.
pub(super) fn find(
    trees: &[Tree<'_>],
    cast: &Cast,
    lexicon: &Lexicon,
    quotes: &[Quote],
    saids: &[Said],
) -> Vec<Said> {
    let speech = quotes.iter().filter(|quote| quote.is_speech);
    let found = speech.filter_map(|quote| {
        let (sentence, cue) =
            tag(trees, lexicon, saids, quote).or_else(|| lead(trees, saids, quote))?;
        let speakers = speakers(&trees[sentence], cast, &lexicon.cues, sentence, cue);
        let source = speakers.first()?.span;
        Some(Said {
            sentence: sentence as u32,
            cue,
            frame: headline::report(lexicon)?,
            speakers,
            quoted_by: Vec::new(),
            source: Some(source),
            content: None,
            further: vec![quote.span],
            status: None,
        })
    });
    found.collect()
}

/// "“Norland must pay!” *Ada Moss said last week.*": words right after the quotation that only say who says so.
fn tag(
    trees: &[Tree<'_>],
    lexicon: &Lexicon,
    saids: &[Said],
    quote: &Quote,
) -> Option<(usize, usize)> {
    let at = trees.partition_point(|t| t.sentence.span.end <= quote.span.end);
    let tree = trees.get(at)?;
    let cue = root(tree).filter(|&cue| tree.token(cue).span.start >= quote.span.end)?;
    let between = |to: u32| tree.text.get(quote.span.end as usize..to as usize);
    let inside = tree.sentence.span.start < quote.span.end;
    let beside = match inside {
        // "“Is Norland weak? *It is not,” Ada Moss said.*": the end of the quotation stands in the same sentence.
        true => between(tree.token(cue).span.start)?.len() < REACH,
        // A new paragraph begins with a new thought.
        false => between(tree.sentence.span.start)?.chars().all(|c| c == ' '),
    };
    let speaks = lexicon.entries(tree.lemma(cue)).iter().any(|entry| {
        let frame = lexicon.frame(entry.frame);
        lexicon.relation(entry.frame).family == "saying" && frame.content.contains(&Slot::Clause)
    });
    let filled = arguments::of_verb(tree, &lexicon.cues, cue);
    let bare = |slot| filled.get(&slot).all(|word| word < cue && inside);
    let known = saids
        .iter()
        .any(|said| said.sentence as usize == at && said.cue == cue);
    let fits = beside && speaks && bare(Slot::Clause) && bare(Slot::Obj);
    (fits && !known && !is_followed(tree)).then_some((at, cue))
}

/// "*Ada Moss issued a statement:* “Norland must pay.”": a clause that a colon ends right before the quotation.
fn lead(trees: &[Tree<'_>], saids: &[Said], quote: &Quote) -> Option<(usize, usize)> {
    let at = trees.partition_point(|t| t.sentence.span.end < quote.span.start);
    let colon = |at: usize| {
        let tree = trees.get(at)?;
        let mut words = (0..tree.len()).filter(|&i| tree.token(i).span.end <= quote.span.start);
        let last = words.next_back().filter(|&i| tree.form(i) == ":")?;
        let end = tree.token(last).span.end as usize;
        let between = tree.text.get(end..quote.span.start as usize)?;
        between.trim().is_empty().then_some((at, last))
    };
    let (at, colon) = colon(at).or_else(|| colon(at.checked_sub(1)?))?;
    let tree = &trees[at];
    // What names a speaker already is its cue.
    let start = saids.partition_point(|said| (said.sentence as usize) < at);
    if saids[start..]
        .iter()
        .take_while(|said| said.sentence as usize == at)
        .any(|said| said.cue <= colon)
    {
        return None;
    }
    let top = (0..colon).find(|&i| {
        tree.head(i).is_none_or(|head| head >= colon) && tree.token(i).upos == Upos::Verb
    })?;
    Some((at, top))
}

/// The head of a sentence, where it is a verb.
fn root(tree: &Tree<'_>) -> Option<usize> {
    (0..tree.len()).find(|&i| tree.head(i).is_none() && tree.token(i).upos == Upos::Verb)
}

/// "Ada Moss said: …": what is said comes after.
fn is_followed(tree: &Tree<'_>) -> bool {
    let last = tree.len().checked_sub(1);
    last.is_some_and(|i| matches!(tree.form(i), ":" | ","))
}

/// Who does what a verb tells, where it is somebody who can speak.
fn speakers(
    tree: &Tree<'_>,
    cast: &Cast,
    cues: &Cues,
    sentence: usize,
    verb: usize,
) -> Vec<Filler> {
    let scene = Scene {
        tree,
        cast,
        cues,
        sentence: sentence as u32,
    };
    let subject = SlotPath {
        slot: Slot::Subj,
        inner: None,
        within: false,
    };
    let mut found = scene.fill_path(&scene.predicate(verb), &subject);
    found.retain(|f| {
        f.actor
            .is_some_and(|a| !matches!(cast.actor(a).kind, ActorKind::Place | ActorKind::Unit))
    });
    found
}
