//! Where actors belong and stand, as their own phrase says: "South Korea's spy agency",
//! "Ana Weiss of the Harbour Institute", "the institute in Oslo".

use super::fill::{Filler, Scene};
use super::tree::is;
use crate::actors::{ActorKind, Mention, MentionForm};

/// An actor and what it belongs to, or where it is.
#[derive(Clone, Copy, Debug)]
pub struct Belonging {
    /// The relation: `part_of` or `located_in`.
    pub relation: &'static str,
    /// The frame's id.
    pub frame: &'static str,
    /// The actor.
    pub source: Filler,
    /// What it belongs to, or where it is.
    pub target: Filler,
}

/// Returns what the phrases of a sentence's actors say of where they belong.
///
/// Generic groups ("Russian officials", "Ukrainian troops") belong to nobody, as the ontology asks; nor do media.
pub fn find(scene: &Scene<'_>) -> Vec<Belonging> {
    let mentions = &scene.cast.mentions;
    let start = mentions.partition_point(|m| m.sentence < scene.sentence);
    let mut out = Vec::new();
    for mention in mentions[start..]
        .iter()
        .take_while(|m| m.sentence == scene.sentence)
    {
        if !matches!(mention.form, MentionForm::Description | MentionForm::Name) {
            continue;
        }
        let source = filler(mention);
        let mut add = |relation, frame, target: Option<&Mention>| {
            out.extend(target.map(|m| Belonging {
                relation,
                frame,
                source,
                target: filler(m),
            }));
        };
        add("part_of", "part_of/possessive", owner(scene, mention));
        add(
            "part_of",
            "part_of/affiliation",
            affiliation(scene, mention),
        );
        add("located_in", "located_in/phrase", place(scene, mention));
    }
    out
}

fn filler(mention: &Mention) -> Filler {
    Filler {
        actor: Some(mention.actor),
        word: mention.head as usize,
        span: mention.span,
    }
}

/// "South Korea's spy agency", "the Russian defence ministry": a body and its country.
fn owner<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let tree = scene.tree;
    let head = mention.head as usize;
    let kind = scene.cast.actor(mention.actor).kind;
    let definite = tree
        .children(head)
        .any(|c| tree.dep(c) == "det" && tree.lemma(c) == "the");
    let singular = !matches!(tree.token(head).xpos, "NNS" | "NNPS");
    let body = match kind {
        ActorKind::Agency => tree.lemma(head) != "official",
        ActorKind::Unit => definite && singular || mention.form == MentionForm::Name,
        ActorKind::Organization | ActorKind::Company => false,
        _ => return None,
    };
    tree.children(head)
        .filter(|&c| match tree.dep(c) {
            "nmod:poss" => true,
            "amod" | "compound" | "nmod:desc" => body,
            "nmod" => tree.preposition(c).as_deref() == Some("of") && kind != ActorKind::Company,
            _ => false,
        })
        .filter_map(|c| scene.cast.at(scene.sentence, c as u32))
        .find(|m| m.actor != mention.actor && scene.cast.actor(m.actor).kind == ActorKind::Country)
}

/// "Ana Weiss of the Harbour Institute": a person and the body that stands with the name.
fn affiliation<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    if !matches!(
        scene.cast.actor(mention.actor).kind,
        ActorKind::Person | ActorKind::Official
    ) {
        return None;
    }
    let bodies = [
        ActorKind::Organization,
        ActorKind::Media,
        ActorKind::Agency,
        ActorKind::Company,
        ActorKind::Intergovernmental,
        ActorKind::Unit,
        ActorKind::ArmedGroup,
    ];
    hanging(scene, mention, &["of", "from", "at", "with"], &bodies)
}

/// "the institute in Oslo": a body or group and the place that stands with it.
fn place<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let movable = matches!(
        scene.cast.actor(mention.actor).kind,
        ActorKind::Organization
            | ActorKind::Agency
            | ActorKind::Company
            | ActorKind::Unit
            | ActorKind::ArmedGroup
            | ActorKind::Group
    );
    let kinds = [ActorKind::Place, ActorKind::Country];
    let found = movable
        .then(|| hanging(scene, mention, &["in", "near", "at"], &kinds))
        .flatten()?;
    // "officials in Zedgrad" are those of the state whose capital it is.
    let source = scene.cast.actor(mention.actor);
    let own = source.kind == ActorKind::Agency
        && source.country.is_some()
        && source.country == scene.cast.actor(found.actor).country;
    (!own).then_some(found)
}

fn hanging<'s>(
    scene: &'s Scene<'_>,
    mention: &Mention,
    prepositions: &[&str],
    kinds: &[ActorKind],
) -> Option<&'s Mention> {
    let tree = scene.tree;
    tree.children(mention.head as usize)
        .filter(|&c| is(tree.dep(c), "nmod"))
        .filter(|&c| {
            tree.preposition(c)
                .is_some_and(|p| prepositions.contains(&p.as_str()))
        })
        .filter_map(|c| scene.cast.at(scene.sentence, c as u32))
        .find(|m| m.actor != mention.actor && kinds.contains(&scene.cast.actor(m.actor).kind))
}
