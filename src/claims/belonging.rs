//! Where actors belong and stand, as their own phrase says: "South Korea's spy agency",
//! "Ana Weiss of the Harbour Institute", "the institute in Oslo".

use super::Status;
use super::fill::{Filler, Scene};
use super::read::{Found, Reader};
use super::tree::is;
use crate::actors::{ActorKind, Mention, MentionForm};
use crate::syntax::Upos;

/// An actor and what it belongs to, or where it is.
#[derive(Clone, Copy, Debug)]
struct Belonging {
    /// The relation: `part_of` or `located_in`.
    relation: &'static str,
    /// The frame's id.
    frame: &'static str,
    /// The actor.
    source: Filler,
    /// What it belongs to, or where it is.
    target: Filler,
}

/// Returns what the phrases of a sentence's actors say of where they belong.
///
/// Generic groups ("Russian officials", "Ukrainian troops") belong to nobody, as the ontology asks; nor do media.
fn find(scene: &Scene<'_>) -> Vec<Belonging> {
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
        add("part_of", "part_of/nation", nation(scene, mention));
        for place in place(scene, mention) {
            add("located_in", "located_in/phrase", Some(place));
        }
    }
    out
}

/// Gives what the phrases say the form of claims.
pub(super) fn found(reader: &Reader<'_>, scene: &Scene<'_>) -> Vec<Found> {
    find(scene)
        .into_iter()
        .filter_map(|b| {
            let relation = reader
                .lexicon
                .relations
                .iter()
                .position(|r| r.id == b.relation)?;
            Some(Found {
                relation: relation as u32,
                frame: b.frame.to_owned(),
                sentence: scene.sentence,
                trigger: b.source.word,
                source: (b.source.actor?, b.source.span),
                target: (b.target.actor?, b.target.span),
                item: None,
                held: true,
                status: Status::Actual,
                speakers: Vec::new(),
                cue: None,
                content: None,
            })
        })
        .collect()
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
        ActorKind::Organization | ActorKind::Company => tree
            .children(head)
            .any(|c| scene.cues.is_state_owned(&tree.form(c).to_lowercase())),
        _ => return None,
    };
    // "Iran's Revolutionary Guards": the possessor may hang on any word of the name.
    let named = mention.form == MentionForm::Name;
    let words = (mention.first as usize..=mention.last as usize).filter(|&i| named && i != head);
    let before = words.flat_map(|i| tree.children(i));
    let before = before.filter(|&c| c < mention.first as usize && tree.dep(c) == "nmod:poss");
    tree.children(head)
        .chain(before)
        .filter(|&c| match tree.dep(c) {
            "nmod:poss" => true,
            "amod" | "compound" | "nmod:desc" => body,
            "nmod" => tree.preposition(c).as_deref() == Some("of") && kind != ActorKind::Company,
            _ => false,
        })
        .filter_map(|c| scene.cast.at(scene.sentence, c as u32))
        .find(|m| {
            let kind = scene.cast.actor(m.actor).kind;
            let states = kind == ActorKind::Intergovernmental && body;
            m.actor != mention.actor && (kind == ActorKind::Country || states)
        })
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
    let prepositions = ["of", "from", "at", "with"];
    let head = mention.head as usize;
    if let Some(party) = in_brackets(scene, mention) {
        return Some(party);
    }
    hanging(scene, head, mention, &prepositions, &bodies).or_else(|| {
        // "Ada Moss, a chemist at the Harbour Institute": the noun beside the name.
        let tree = scene.tree;
        let nouns = tree.children(head).filter(|&c| tree.dep(c) == "appos");
        nouns
            .chain(tree.head(head).filter(|_| tree.dep(head) == "appos"))
            .filter(|&noun| tree.token(noun).upos == Upos::Noun)
            .find_map(|noun| hanging(scene, noun, mention, &prepositions, &bodies))
    })
}

/// "Ada Moss (Green Party)": the body that stands in brackets after a name.
fn in_brackets<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let open = mention.last as usize + 1;
    let tree = scene.tree;
    if open + 2 >= tree.len() || tree.form(open) != "(" || mention.form != MentionForm::Name {
        return None;
    }
    let close = (open + 1..tree.len()).find(|&i| tree.form(i) == ")")?;
    let inside = (open + 1..close).find_map(|i| scene.cast.at(scene.sentence, i as u32))?;
    let whole = inside.first as usize == open + 1 && inside.last as usize + 1 == close;
    let body = scene.cast.actor(inside.actor).kind == ActorKind::Organization;
    (whole && body).then_some(inside)
}

/// "the Norlander Ada Moss", "Norland citizen Ada Moss": a person and the state whose people the noun names.
fn nation<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let tree = scene.tree;
    let head = mention.head as usize;
    let person = scene.cast.actor(mention.actor).kind == ActorKind::Person;
    if !person || mention.form != MentionForm::Name {
        return None;
    }
    let state = |word: usize| {
        scene
            .cast
            .at(scene.sentence, word as u32)
            .filter(|m| scene.cast.actor(m.actor).kind == ActorKind::Country)
    };
    let before = tree.children(head).filter(|&c| c < head);
    let beside = tree.children(head).filter(|&c| tree.dep(c) == "appos");
    let above = tree.head(head).filter(|_| tree.dep(head) == "appos");
    before.chain(beside).chain(above).find_map(|noun| {
        if matches!(tree.dep(noun), "amod" | "compound" | "nmod:desc")
            && tree.token(noun).upos != Upos::Noun
        {
            return state(noun);
        }
        let citizen = scene.cues.is_citizen(tree.lemma(noun));
        tree.children(noun)
            .filter(|&c| citizen && matches!(tree.dep(c), "amod" | "compound"))
            .find_map(state)
    })
}

/// "the institutes in Oslo and Bergen": a body or group and the places that stand with it.
fn place<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Vec<&'s Mention> {
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
        .then(|| {
            hanging(
                scene,
                mention.head as usize,
                mention,
                &["in", "near", "at"],
                &kinds,
            )
        })
        .flatten();
    let Some(found) = found else {
        return Vec::new();
    };
    // "21 countries in Europe", "officials in the Zed *administration*".
    let tree = scene.tree;
    let head = found.head as usize;
    let modifier = matches!(tree.dep(head), "amod" | "compound" | "nmod:desc");
    if modifier || scene.cues.is_polity(tree.lemma(mention.head as usize)) {
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

fn hanging<'s>(
    scene: &'s Scene<'_>,
    head: usize,
    mention: &Mention,
    prepositions: &[&str],
    kinds: &[ActorKind],
) -> Option<&'s Mention> {
    let tree = scene.tree;
    tree.children(head)
        .filter(|&c| is(tree.dep(c), "nmod"))
        .filter(|&c| {
            tree.preposition(c)
                .is_some_and(|p| prepositions.contains(&p.as_str()))
        })
        .filter_map(|c| scene.cast.at(scene.sentence, c as u32))
        .filter(|_| !scene.cues.is_outsider(tree.lemma(head)))
        .find(|m| m.actor != mention.actor && kinds.contains(&scene.cast.actor(m.actor).kind))
}
