//! Bodies of a state that a text names without it: "the *State Department*" is the United States', where the text speaks
//! of these at all.

use super::fill::{Filler, Scene};
use crate::actors::{ActorIndex, ActorKind, Mention, MentionForm};

/// Returns the state whose agency goes by a name of its own.
///
/// The state stands in no words beside the name, so the name is what tells of it.
pub(super) fn state(scene: &Scene<'_>, mention: &Mention) -> Option<Filler> {
    let actor = scene.cast.actor(mention.actor);
    if mention.form != MentionForm::Name || actor.kind != ActorKind::Agency {
        return None;
    }
    // "the Kremlin", "the FBI": a byword stands for itself; "the Federal Reserve Bank of *New York*" is a place's.
    let inner = (mention.first..=mention.last).filter(|word| *word != mention.head);
    let local = inner
        .filter_map(|word| scene.cast.at(scene.sentence, word))
        .any(|m| scene.cast.actor(m.actor).kind == ActorKind::Place);
    if mention.first == mention.last || local {
        return None;
    }
    let state = actor.country.as_deref()?;
    let mut actors = scene.cast.actors.iter().zip(0..);
    let (_, index) = actors.find(|(a, _)| a.kind == ActorKind::Country && a.name == state)?;
    Some(Filler {
        actor: Some(ActorIndex(index)),
        word: mention.head as usize,
        span: mention.span,
    })
}
