//! Where bodies and groups are, as their own phrase says: "the institute in Oslo", "the Oslo firm".

use super::belonging::hanging;
use super::fill::Scene;
use crate::actors::{ActorKind, Mention, MentionForm};
use crate::syntax::Upos;

/// "the *Zedgrad* firm Harbour Light": the town that stands before the noun beside a name.
pub(super) fn seat<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let tree = scene.tree;
    let body = matches!(
        scene.cast.actor(mention.actor).kind,
        ActorKind::Organization | ActorKind::Company | ActorKind::Media
    );
    let first = mention.first as usize;
    let common = |&i: &usize| {
        tree.token(i).upos == Upos::Noun && tree.form(i).starts_with(char::is_lowercase)
    };
    let nouns = (0..first).rev().take_while(common).count();
    if !body || nouns == 0 || mention.form != MentionForm::Name {
        return None;
    }
    let town = scene
        .cast
        .at(scene.sentence, (first - nouns).checked_sub(1)? as u32)?;
    let place = scene.cast.actor(town.actor).kind == ActorKind::Place;
    let beside = tree
        .head(town.head as usize)
        .is_some_and(|head| (first - nouns..=mention.last as usize).contains(&head));
    (place && beside).then_some(town)
}

/// "*Karlsby's* Norlandic exiles", "Ada Moss's *Karlsby* relatives": the town that a group's people are of.
fn possessor<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let tree = scene.tree;
    let head = mention.head as usize;
    let group = scene.cast.actor(mention.actor).kind == ActorKind::Group;
    if !group || mention.form != MentionForm::Description || tree.token(head).xpos != "NNS" {
        return None;
    }
    // "the Karlsby attackers" and "Karlsby's delegates" may be elsewhere; a town's own people are there.
    if !scene.cues.is_of_town(tree.lemma(head)) {
        return None;
    }
    let whose = |c: &usize| matches!(tree.dep(*c), "nmod:poss" | "compound");
    let mut words = tree.children(head).filter(|&c| c < head).filter(whose);
    words.find_map(|c| {
        let town = scene.cast.at(scene.sentence, c as u32)?;
        (scene.cast.actor(town.actor).kind == ActorKind::Place).then_some(town)
    })
}

/// "the institutes in Oslo and Bergen": a body or group and the places that stand with it.
pub(super) fn places<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Vec<&'s Mention> {
    let movable = matches!(
        scene.cast.actor(mention.actor).kind,
        ActorKind::Organization
            | ActorKind::Agency
            | ActorKind::Company
            | ActorKind::Unit
            | ActorKind::ArmedGroup
            | ActorKind::Group
    );
    // "soldiers in Norland" are more often its own than there for a while.
    let people = matches!(
        scene.cast.actor(mention.actor).kind,
        ActorKind::Unit | ActorKind::ArmedGroup | ActorKind::Group
    );
    let kinds: &[ActorKind] = match people {
        true => &[ActorKind::Place],
        false => &[ActorKind::Place, ActorKind::Country],
    };
    let found = movable
        .then(|| {
            hanging(
                scene,
                mention.head as usize,
                mention,
                &["in", "near", "at"],
                kinds,
            )
        })
        .flatten();
    let Some(found) = found else {
        return possessor(scene, mention).into_iter().collect();
    };
    // "21 countries in Europe", "officials in the Zed *administration*".
    let tree = scene.tree;
    let head = found.head as usize;
    let modifier = matches!(tree.dep(head), "amod" | "compound" | "nmod:desc");
    if modifier || scene.cues.is_polity(tree.lemma(mention.head as usize)) {
        return Vec::new();
    }
    // "killed *nine people* in Zedgrad": where the deed was, not where they belong.
    let noun = mention.head as usize;
    let counted = tree.child(noun, "nummod").is_some();
    let undergoes = matches!(tree.dep(noun), "obj" | "nsubj:pass");
    if people && counted && undergoes && scene.cast.is_unnamed(mention.actor) {
        return Vec::new();
    }
    // "officials in Zedgrad" are those of the state whose capital it is.
    let source = scene.cast.actor(mention.actor);
    let own = source.kind == ActorKind::Agency
        && source.country.is_some()
        && source.country == scene.cast.actor(found.actor).country;
    if own {
        return Vec::new();
    }
    let joined = tree.conjuncts(head).into_iter().filter(|&i| i != head);
    let joined = joined.filter_map(|i| scene.cast.at(scene.sentence, i as u32));
    let joined = joined.filter(|m| kinds.contains(&scene.cast.actor(m.actor).kind));
    std::iter::once(found).chain(joined).collect()
}
