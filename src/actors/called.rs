//! Names that the syntax model does not see, or sees only whole.

use super::ActorKind;
use super::gazetteer::Gazetteer;
use super::known::Sense;
use super::names::{Found, NameSpan, span};
use super::tree::Tree;
use crate::syntax::{Name, NameKind, Upos};

/// "the reformist *Zedpost* daily": what stands before the noun for a body is its name, though the model sees none.
pub(super) fn called(gazetteer: &Gazetteer, tree: &Tree<'_>, spans: &mut Vec<NameSpan>) {
    for noun in 1..tree.len() {
        let last = noun - 1;
        if !free(tree, spans, last, Upos::Propn)
            || tree.head(last) != Some(noun)
            || !tells_a_body(gazetteer, tree, noun)
            || gazetteer.nouns.is_title(tree.word(last))
        {
            continue;
        }
        let mut first = last;
        // "the *Yellow Harbour* movement": an adjective with a capital, where no sentence begins.
        let colour = |i: u32| i > 0 && free(tree, spans, i, Upos::Adj);
        while first > 0 && (free(tree, spans, first - 1, Upos::Propn) || colour(first - 1)) {
            first -= 1;
        }
        spans.push(span(
            tree,
            first,
            last,
            Found::Unknown(NameKind::Organization),
        ));
    }
}

/// "the Zedburg refugee *camp*", "Motley *hospital*": the noun for an institution ends the name before it, unless that
/// name is a state's, a capital or somebody known: "the Zedlandic hospital".
pub(super) fn institutions(gazetteer: &Gazetteer, tree: &Tree<'_>, model: &mut Vec<Name>) {
    for noun in 1..tree.len() {
        let Some(kind) = gazetteer.nouns.institution(tree, noun) else {
            continue;
        };
        // "a Zedburg hospital" is any of them.
        let article = tree.child(noun, &["det"]);
        let the = article.is_none_or(|det| tree.word(det).eq_ignore_ascii_case("the"));
        let named = |n: &Name| (n.first..=n.last).contains(&noun);
        if !the || model.iter().any(named) || !tree.word(noun).starts_with(char::is_lowercase) {
            continue;
        }
        let Some((first, last)) = before_institution(tree, noun) else {
            continue;
        };
        let text = tree.text_of(first, last);
        let elsewhere = gazetteer.forms_at(text).iter().any(|form| {
            *form.text == *text && gazetteer.known(form.known).kind != ActorKind::Place
        });
        if !elsewhere {
            let kind = match kind {
                ActorKind::Place => NameKind::Facility,
                _ => NameKind::Organization,
            };
            model.retain(|n| n.last < first || last < n.first);
            model.push(Name {
                first,
                last: noun,
                kind,
            });
        }
    }
}

/// Returns the words with capitals before the noun for an institution, with up to two plain ones between.
fn before_institution(tree: &Tree<'_>, noun: u32) -> Option<(u32, u32)> {
    let hangs = |i: u32| matches!(tree.dep(i), "compound" | "amod" | "nmod:desc" | "flat");
    let proper = |i: u32| {
        tree.token(i).upos == Upos::Propn
            && tree.word(i).starts_with(char::is_uppercase)
            && hangs(i)
    };
    let plain = |i: u32| tree.word(i).starts_with(char::is_lowercase) && tree.head(i) == Some(noun);
    let mut last = noun.checked_sub(1)?;
    while noun - last < 3 && plain(last) && hangs(last) {
        last = last.checked_sub(1)?;
    }
    let mut first = proper(last).then_some(last)?;
    loop {
        // "Sint-Elisabeth hospital"
        let hyphen = first > 1 && tree.joined(first - 1);
        let before = first.checked_sub(if hyphen { 2 } else { 1 });
        match before
            .filter(|i| proper(*i) || hyphen && tree.word(*i).starts_with(char::is_uppercase))
        {
            Some(before) => first = before,
            None => break,
        }
    }
    // "the Zedgrad *refugee* camp"
    let inside = |i: u32| tree.head(i).is_some_and(|head| last < head && head <= noun);
    (first..=last).any(inside).then_some((first, last))
}

/// "the *UN* Harbour Council": the state or union that the name of a known body begins with stays in sight.
pub(super) fn leading(gazetteer: &Gazetteer, tree: &Tree<'_>, spans: &mut Vec<NameSpan>) {
    let mut inner = Vec::new();
    for name in spans.iter().filter(|name| name.first < name.last) {
        let Found::Known(body, _) = name.found else {
            continue;
        };
        let fitting = matches!(
            gazetteer.known(body).kind,
            ActorKind::Agency | ActorKind::Intergovernmental | ActorKind::Unit
        );
        let word = tree.word(name.first);
        let whole = gazetteer.forms_at(word).iter().find(|form| {
            let kind = gazetteer.known(form.known).kind;
            let owner = matches!(kind, ActorKind::Country | ActorKind::Intergovernmental);
            *form.text == *word && owner && form.known != body && form.sense != Sense::Capital
        });
        if let Some(form) = whole.filter(|_| fitting && name.head != name.first) {
            inner.push(NameSpan {
                inner: true,
                ..span(
                    tree,
                    name.first,
                    name.first,
                    Found::Known(form.known, form.sense),
                )
            });
        }
    }
    spans.append(&mut inner);
}

/// "the Zedlandic charity *Waterlight*": what stands right after the noun for a body is its name.
pub(super) fn after_noun(gazetteer: &Gazetteer, tree: &Tree<'_>, spans: &mut Vec<NameSpan>) {
    for noun in 0..tree.len().saturating_sub(1) {
        let first = noun + 1;
        let ours = |i: &u32| free(tree, spans, *i, Upos::Propn);
        let Some(last) = (first..tree.len()).take_while(ours).last() else {
            continue;
        };
        let joined = (first..=last).any(|i| tree.head(i) == Some(noun))
            || tree
                .head(noun)
                .is_some_and(|head| (first..=last).contains(&head));
        let title = gazetteer.nouns.is_title(tree.word(first));
        if joined && !title && tells_a_body(gazetteer, tree, noun) {
            let found = Found::Unknown(NameKind::Organization);
            spans.push(span(tree, first, last, found));
        }
    }
}

/// Returns whether a word of this part of speech has a capital and is in no name yet.
fn free(tree: &Tree<'_>, spans: &[NameSpan], word: u32, upos: Upos) -> bool {
    tree.token(word).upos == upos
        && tree.word(word).starts_with(char::is_uppercase)
        && !spans.iter().any(|s| (s.first..=s.last).contains(&word))
}

/// Returns whether a common noun in the singular says that a name beside it is a body's: "charity", "newspaper".
fn tells_a_body(gazetteer: &Gazetteer, tree: &Tree<'_>, noun: u32) -> bool {
    let common = tree.token(noun).xpos == "NN" && tree.word(noun).starts_with(char::is_lowercase);
    let bodies = [
        ActorKind::Media,
        ActorKind::Organization,
        ActorKind::Company,
        ActorKind::ArmedGroup,
    ];
    let kind = gazetteer.nouns.kind(tree, noun).filter(|_| common);
    kind.is_some_and(|kind| bodies.contains(&kind)) && !gazetteer.nouns.counts(&tree.lemma(noun))
}
