//! Names that the syntax model does not see, or sees only whole.

use super::ActorKind;
use super::gazetteer::Gazetteer;
use super::known::Sense;
use super::names::{Found, NameSpan, span};
use super::tree::Tree;
use crate::syntax::{NameKind, Upos};

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
