//! The town of a firm, as it stands between commas beside the name: "Zed Harbour Corp., *Atlanta*, said",
//! "Zed Harbour Corp., a *Waltham*, Mass., maker of pumps".

use super::fill::Scene;
use crate::actors::{ActorKind, Mention, MentionForm};
use crate::syntax::Upos;

/// Nouns that may stand between the town and the one that tells what the firm is: "a Boston *market research* firm".
const LONGEST: usize = 4;

/// Returns the town that follows the name of a firm or society.
pub(super) fn town<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let kind = scene.cast.actor(mention.actor).kind;
    let body = matches!(
        kind,
        ActorKind::Company | ActorKind::Organization | ActorKind::Media
    );
    let comma = mention.last as usize + 1;
    if !body || mention.form != MentionForm::Name || form(scene, comma) != "," {
        return None;
    }
    let told = matches!(form(scene, comma + 1), "a" | "an");
    let first = comma + 1 + usize::from(told);
    let town = place(scene, first)?;
    let after = town.last as usize + 1;
    let end = state(scene, after);
    let fits = match told {
        true => end.is_some_and(|end| is_noun(scene, end)) || is_firm(scene, after, mention),
        false => {
            // "Zed Corp., Atlanta, *and* Falk Inc." are a list, and so may be "Ohio State, Texas, …".
            let listed = |end: usize| {
                let next = form(scene, end + 1);
                let name = next.starts_with(char::is_uppercase);
                matches!(next, "and" | "or" | "&") || name
            };
            let close = end.map(|end| end - 1).or(Some(after));
            let close = close.filter(|&close| form(scene, close) == ",");
            let firm = kind == ActorKind::Company || end.is_some();
            firm && close.is_some_and(|close| !listed(close))
        }
    };
    fits.then_some(town)
}

fn form<'s>(scene: &'s Scene<'_>, word: usize) -> &'s str {
    match word < scene.tree.len() {
        true => scene.tree.form(word),
        false => "",
    }
}

/// Returns the place that begins at a word.
fn place<'s>(scene: &'s Scene<'_>, first: usize) -> Option<&'s Mention> {
    let mut words = (first..first + 3).filter_map(|i| scene.cast.at(scene.sentence, i as u32));
    words.find(|m| {
        let place = scene.cast.actor(m.actor).kind == ActorKind::Place;
        place && m.first as usize == first
    })
}

/// "Waltham*, Mass.,* maker": returns where the words go on behind the state of a town.
fn state(scene: &Scene<'_>, comma: usize) -> Option<usize> {
    let state = place(scene, comma + 1).filter(|_| form(scene, comma) == ",")?;
    let close = state.last as usize + 1;
    let close = close + usize::from(form(scene, close) == ".");
    (form(scene, close) == ",").then_some(close + 1)
}

fn is_noun(scene: &Scene<'_>, word: usize) -> bool {
    let tree = scene.tree;
    word < tree.len()
        && matches!(tree.token(word).upos, Upos::Noun | Upos::Adj)
        && tree.form(word).starts_with(char::is_lowercase)
}

/// "a Boston *research firm*": whether the common nouns behind the town stand for the firm itself.
fn is_firm(scene: &Scene<'_>, first: usize, firm: &Mention) -> bool {
    let nouns = (first..first + LONGEST).take_while(|&i| is_noun(scene, i));
    let told = |i: usize| scene.cast.at(scene.sentence, i as u32);
    nouns
        .filter_map(told)
        .any(|m| m.actor == firm.actor && m.form == MentionForm::Description)
}
