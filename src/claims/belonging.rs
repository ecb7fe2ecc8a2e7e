//! National bodies belong to their country: "South Korea's spy agency", "the Russian defence ministry".

use super::fill::{Filler, Scene};
use crate::actors::{ActorKind, Mention, MentionForm};

/// A body and the country that it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Belonging {
    /// The body.
    pub source: Filler,
    /// Its country.
    pub target: Filler,
}

/// Returns the bodies of a sentence whose country stands with them.
///
/// Generic groups ("Russian officials", "Ukrainian troops") are left alone, as the ontology asks; so are media.
pub fn find(scene: &Scene<'_>) -> Vec<Belonging> {
    let mut out = Vec::new();
    let mentions = &scene.cast.mentions;
    let start = mentions.partition_point(|m| m.sentence < scene.sentence);
    for mention in mentions[start..]
        .iter()
        .take_while(|m| m.sentence == scene.sentence)
    {
        let kind = scene.cast.actor(mention.actor).kind;
        if !matches!(kind, ActorKind::Agency | ActorKind::Unit)
            || mention.form != MentionForm::Description && mention.form != MentionForm::Name
        {
            continue;
        }
        if let Some(owner) = owner(scene, mention) {
            out.push(Belonging {
                source: filler(mention),
                target: filler(owner),
            });
        }
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

fn owner<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let tree = scene.tree;
    let head = mention.head as usize;
    let definite = tree
        .children(head)
        .any(|c| tree.dep(c) == "det" && tree.lemma(c) == "the");
    let singular = !matches!(tree.token(head).xpos, "NNS" | "NNPS");
    tree.children(head)
        .filter(|&c| match tree.dep(c) {
            "nmod:poss" => true,
            "amod" | "compound" | "nmod:desc" => {
                definite && singular || mention.form == MentionForm::Name
            }
            "nmod" => tree.preposition(c).as_deref() == Some("of"),
            _ => false,
        })
        .filter_map(|c| scene.cast.at(scene.sentence, c as u32))
        .find(|m| m.actor != mention.actor && scene.cast.actor(m.actor).kind == ActorKind::Country)
}
