//! Deeds that their form leaves open: purposes, what is not chosen, what somebody should do.

use super::control::for_whom;
use super::cues::Cues;
use super::scope::phrasal;
use super::tree::{Tree, is};
use crate::syntax::Upos;

/// "recruited workers *to spy* on Norland": what somebody is sent, paid or armed for.
///
/// "forced Norland to leave", "found Norland to be spying": verbs that bring a deed about, or tell of it, are cues.
pub(super) fn is_purpose(tree: &Tree<'_>, cues: &Cues, at: usize, head: usize) -> bool {
    let to = tree
        .children(at)
        .any(|c| tree.dep(c) == "mark" && tree.lemma(c) == "to");
    let past = tree
        .children(at)
        .any(|c| is(tree.dep(c), "aux") || tree.dep(c) == "cop");
    let object = tree
        .children(head)
        .any(|c| tree.dep(c) == "obj" && head < c && c < at);
    let verb = tree.token(head).upos == Upos::Verb;
    let known = phrasal(tree, cues, head).or_else(|| cues.verb(tree.lemma(head)));
    verb && to
        && !past
        && (object || tree.is_passive(head))
        && known.is_none()
        && cues.controls_object(tree.lemma(head))
}

/// "sanction Norland *rather than attack* it", "*instead of attacking* it": what is not chosen.
pub(super) fn is_rejected(tree: &Tree<'_>, i: usize) -> bool {
    tree.children(i).any(|c| {
        let than = |f: usize| matches!(tree.lemma(f), "than" | "of");
        matches!(&*tree.form(c).to_lowercase(), "rather" | "instead")
            && matches!(tree.dep(c), "cc" | "mark" | "case")
            && tree.children(c).any(than)
    })
}

/// "time, wrong, a mistake *for Norland to withdraw*": whether it does is left open.
pub(super) fn is_left_open(tree: &Tree<'_>, at: usize, head: usize) -> bool {
    let judged = matches!(tree.token(head).upos, Upos::Noun | Upos::Adj);
    let marked = |word: &str| {
        let mark = |c: usize| tree.dep(c) == "mark" && tree.lemma(c) == word;
        tree.children(at).any(mark)
    };
    let whom = || for_whom(tree, at).is_some() || marked("for");
    judged && matches!(tree.dep(at), "acl" | "advcl" | "ccomp" | "xcomp") && marked("to") && whom()
}
