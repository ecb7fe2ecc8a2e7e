//! What a quotation goes on to say: whoever is quoted says something of the doer of every sentence in it.

use super::Status;
use super::attribution::{self, Said};
use super::fill::{Filler, Scene};
use super::lexicon::FrameRef;
use super::read::{Found, Reader};
use super::slot::{Slot, SlotPath};
use crate::actors::{ActorIndex, MentionForm};
use crate::syntax::Upos;

/// "“Norland is ready,” Ada Moss said. “*Sudoria has sent tanks.*”": what the rest of a quotation reports.
pub(super) fn reports(reader: &Reader<'_>, scene: &Scene<'_>) -> Vec<Found> {
    let tree = scene.tree;
    let Some(root) = (0..tree.len()).find(|&i| tree.dep(i) == "root") else {
        return Vec::new();
    };
    // The cue's own sentence is read with the cue; a sentence that runs out of the quotation has a cue of its own.
    let whole = |said: &&Said| {
        said.sentence != scene.sentence
            && said.further.iter().any(|quote| {
                let words = (0..tree.len()).filter(|&i| tree.token(i).upos != Upos::Punct);
                let mut words = words.map(|i| tree.token(i).span);
                words.all(|word| quote.contains(word))
            })
    };
    let saids = attribution::near(&reader.saids, scene.sentence);
    let Some(said) = saids.iter().find(whole) else {
        return Vec::new();
    };
    let Some(speaker) = said.speakers.iter().find(|f| f.actor.is_some()) else {
        return Vec::new();
    };
    let Some(source) = speaker.actor else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for target in doers(scene, root) {
        let Some(actor) = target.actor.filter(|&a| a != source) else {
            continue;
        };
        if !is_clear(scene, &target) {
            continue;
        }
        let Some(frame) = frame(reader, source, actor) else {
            continue;
        };
        found.push(Found::plain(
            (frame.relation, "reports/continued"),
            (scene.sentence, root),
            (source, speaker.span),
            (actor, target.span),
        ));
    }
    found
}

/// "“*We* have attacked Norland,” said the president of Sudoria": he says so of his state.
pub(super) fn own_deeds(reader: &Reader<'_>, found: &[Found]) -> Vec<Found> {
    let mut out = Vec::new();
    for deed in found {
        let family = &reader.lexicon.relations[deed.relation as usize].family;
        let words = deed.source.1.of(&reader.document.text);
        let Some(&speaker) = deed.speakers.last() else {
            continue;
        };
        if matches!(family.as_str(), "saying" | "belonging")
            || !words.eq_ignore_ascii_case("we")
            || speaker == deed.source.0
            // "We will strike Norland" is a threat or a promise.
            || deed.status != Status::Actual
        {
            continue;
        }
        let near = attribution::near(&reader.saids, deed.sentence).iter();
        let mut voices = near.flat_map(|said| &said.speakers);
        let Some(voice) = voices.find(|f| f.actor == Some(speaker)) else {
            continue;
        };
        let Some(frame) = frame(reader, speaker, deed.source.0) else {
            continue;
        };
        out.push(Found::plain(
            (frame.relation, "reports/own"),
            (deed.sentence, deed.trigger),
            (speaker, voice.span),
            deed.source,
        ));
    }
    out
}

/// The subject of what is said.
fn doers(scene: &Scene<'_>, root: usize) -> Vec<Filler> {
    let arguments = scene.predicate(root);
    let path = SlotPath {
        slot: Slot::Subj,
        inner: None,
        within: false,
    };
    scene.fill_path(&arguments, &path)
}

/// Whether it is clear whom a subject stands for: a name, "he", "they"; "it" and "the campaign" may stand for anything.
fn is_clear(scene: &Scene<'_>, target: &Filler) -> bool {
    let Some(mention) = scene.cast.at(scene.sentence, target.word as u32) else {
        return false;
    };
    let person = matches!(
        &*scene.tree.form(target.word).to_lowercase(),
        "he" | "she" | "they"
    );
    let clear = match mention.form {
        MentionForm::Name => true,
        MentionForm::Pronoun => person,
        _ => false,
    };
    clear && !scene.cast.is_unnamed(mention.actor)
}

/// The frame of plain saying for such a speaker, where it may tell of such an actor.
fn frame(reader: &Reader<'_>, source: ActorIndex, target: ActorIndex) -> Option<FrameRef> {
    let [source, target] = [source, target].map(|a| reader.cast.kind_in_frames(a));
    let fits = |kinds: &[_], kind| kinds.is_empty() || kinds.contains(&kind);
    let entries = reader.lexicon.entries("say").iter();
    entries.map(|entry| entry.frame).find(|&at| {
        let frame = reader.lexicon.frame(at);
        reader.lexicon.relation(at).id == "reports"
            && fits(&frame.source_kinds, source)
            && fits(&frame.target_kinds, target)
    })
}
