//! Of which party somebody is, as the words beside the name say it: "Republican Sen. Ana Weiss", "Ana Weiss, a Democrat",
//! "Ana Weiss (R-Texas)".

use super::fill::Scene;
use crate::actors::{ActorKind, Mention, MentionForm};

/// Returns the party that stands with the name of a person, or with what he is called.
pub(super) fn party<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let person = matches!(
        scene.cast.actor(mention.actor).kind,
        ActorKind::Person | ActorKind::Official
    );
    if !person || scene.cast.is_unnamed(mention.actor) {
        return None;
    }
    let head = mention.head as usize;
    match mention.form {
        MentionForm::Name => by_letter(scene, mention)
            .or_else(|| before(scene, mention))
            .or_else(|| apposed(scene, head)),
        // "*the Republican nominee* said": whoever that is.
        MentionForm::Description => of_noun(scene, head),
        _ => None,
    }
}

/// "Ana Weiss (*R*-Texas)", "Ana Weiss, *D*-Ohio,"
fn by_letter<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let word = mention.last as usize + 2;
    let open = (word < scene.tree.len()).then(|| scene.tree.form(word - 1))?;
    matches!(open, "(" | ",").then(|| at(scene, word)).flatten()
}

/// "*Republican* Ana Weiss", "*Democratic* Sen. Ana Weiss", "the *Labour* veteran Ana Weiss": on the name, or on the
/// noun that tells what its bearer is.
fn before<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let tree = scene.tree;
    let first = mention.first as usize;
    let words = (first..=mention.last as usize).flat_map(|i| tree.children(i));
    let words: Vec<usize> = words
        .filter(|&c| c < first && hangs_before(scene, c))
        .collect();
    let found = words.iter().find_map(|&word| plain(scene, word));
    found.or_else(|| words.iter().find_map(|&noun| of_noun(scene, noun)))
}

/// "Ana Weiss, a *Democrat*", "a *Democrat*, Ana Weiss", "Ana Weiss, the *Republican* nominee".
fn apposed<'s>(scene: &'s Scene<'_>, head: usize) -> Option<&'s Mention> {
    let tree = scene.tree;
    let below = tree.children(head).filter(|&c| tree.dep(c) == "appos");
    let above = tree.head(head).filter(|_| tree.dep(head) == "appos");
    // "Ana Weiss, Republican *candidates* clash" is a list.
    let one = |noun: &usize| !matches!(tree.token(*noun).xpos, "NNS" | "NNPS");
    let mut nouns = below.chain(above).filter(one);
    // "Weiss, Republican candidates" may come out as two beside each other.
    let told = |noun: usize| tree.child(noun, "det").and_then(|_| plain(scene, noun));
    nouns.find_map(|noun| told(noun).or_else(|| of_noun(scene, noun)))
}

/// "the *Republican* nominee": the party that stands before what somebody is called.
fn of_noun<'s>(scene: &'s Scene<'_>, noun: usize) -> Option<&'s Mention> {
    let tree = scene.tree;
    if scene.cues.is_outsider(tree.lemma(noun)) {
        return None;
    }
    let mut words = tree
        .children(noun)
        .filter(|&c| c < noun && hangs_before(scene, c));
    words.find_map(|word| plain(scene, word).or_else(|| named(scene, word)))
}

/// "the *GOP* front-runner Ana Weiss": the name of a party before what somebody is.
fn named<'s>(scene: &'s Scene<'_>, word: usize) -> Option<&'s Mention> {
    let mention = scene.cast.at(scene.sentence, word as u32)?;
    let actor = scene.cast.actor(mention.actor);
    let party = actor.name.split(' ').any(|part| part == "Party");
    let hyphen = scene.tree.form(word + 1) == "-";
    (party && actor.kind == ActorKind::Organization && !hyphen).then_some(mention)
}

fn hangs_before(scene: &Scene<'_>, word: usize) -> bool {
    matches!(scene.tree.dep(word), "amod" | "compound" | "nmod:desc")
}

/// Returns the party that a word alone tells: "a *Republican*-leaning pollster" and "a former *Democrat*" are of none.
fn plain<'s>(scene: &'s Scene<'_>, word: usize) -> Option<&'s Mention> {
    let tree = scene.tree;
    let next = word + 1 < tree.len() && matches!(tree.form(word + 1), "-" | "–" | "‑");
    let mut children = tree.children(word);
    let former = children.any(|c| matches!(tree.lemma(c), "former" | "ex" | "onetime"));
    let party = at(scene, word)?;
    (!next && !former).then_some(party)
}

/// Returns the party of which a word or letter tells.
fn at<'s>(scene: &'s Scene<'_>, word: usize) -> Option<&'s Mention> {
    let mention = scene.cast.at(scene.sentence, word as u32)?;
    (mention.form == MentionForm::Party).then_some(mention)
}
