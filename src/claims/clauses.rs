//! Complement clauses by their form: that-clauses, infinitives, gerunds, comments.

use super::arguments::Arguments;
use super::slot::Slot;
use super::tree::{Tree, is};
use crate::syntax::Upos;

/// Fills the slots of a complement clause, by its form.
pub fn clause(tree: &Tree<'_>, out: &mut Arguments, word: usize) {
    if tree
        .children(word)
        .any(|c| tree.dep(c) == "mark" && tree.lemma(c) == "to")
        && !tree.is_to_be_done(word)
    {
        out.add(Slot::Prep("infinitive".into()), word);
    }
    let bare = !tree
        .children(word)
        .any(|c| is(tree.dep(c), "nsubj") || is(tree.dep(c), "aux") || tree.dep(c) == "cop");
    if tree.token(word).xpos == "VBG" && bare {
        out.add(Slot::Prep("gerund".into()), word);
    }
    if is_mandative(tree, word) {
        out.add(Slot::Prep("mandative".into()), word);
    }
    let marked = tree.children(word).any(|c| {
        matches!(
            tree.dep(c),
            "mark" | "cop" | "nsubj" | "nsubj:pass" | "aux" | "aux:pass"
        )
    });
    let verbal = matches!(tree.token(word).upos, Upos::Verb | Upos::Aux);
    if verbal || marked || tree.dep(word) == "ccomp" {
        out.add(Slot::Clause, word);
    } else {
        out.add(Slot::Comp, word);
    }
}

/// "insisted that it *leave*", "suggested that it *should leave*": what somebody is to do.
fn is_mandative(tree: &Tree<'_>, word: usize) -> bool {
    let auxiliary = |c: usize| is(tree.dep(c), "aux") || tree.dep(c) == "cop";
    let duty = tree
        .children(word)
        .any(|c| auxiliary(c) && matches!(tree.lemma(c), "should" | "must" | "ought"));
    let singular = tree.child(word, "nsubj").is_some_and(|s| {
        matches!(tree.token(s).xpos, "NN" | "NNP") && tree.conjuncts(s).len() == 1
    });
    let base = |i: usize| tree.form(i).eq_ignore_ascii_case(tree.lemma(i));
    let bare = |i: usize| match tree.token(i).xpos {
        "VB" => true,
        // "that Norland *withdraw*": no plain present has this form beside a singular.
        "VBP" => singular && base(i),
        _ => false,
    };
    let subjunctive = tree
        .children(word)
        .find(|&c| auxiliary(c))
        .map_or_else(|| bare(word), bare);
    let infinitive = tree
        .children(word)
        .any(|c| tree.dep(c) == "mark" && tree.lemma(c) == "to");
    duty || subjunctive && !infinitive
}

/// "…, the ministry *said*", "As the paper *notes*, …": a clause put into what is said.
pub fn is_comment(tree: &Tree<'_>, cue: usize) -> bool {
    match tree.dep(cue) {
        // "The background: the paper cited officials": what follows a colon is put into nothing.
        "parataxis" => !tree.children(cue).any(|c| c < cue && tree.form(c) == ":"),
        "advcl" => {
            let marked = tree
                .children(cue)
                .any(|c| is(tree.dep(c), "mark") && tree.lemma(c) == "as");
            marked && tree.child(cue, "obj").is_none()
        }
        _ => false,
    }
}

/// "accused Minsk *of opening* …", "banned members *from hiring*", "criticised it *for shelling*".
pub fn gerund(tree: &Tree<'_>, out: &mut Arguments, word: usize) {
    let Some(mark) = tree
        .children(word)
        .find(|&c| matches!(tree.dep(c), "mark" | "case"))
    else {
        return;
    };
    let form = tree.form(mark).to_lowercase();
    let gerund =
        tree.token(word).xpos == "VBG" || tree.children(word).any(|c| tree.token(c).xpos == "VBG");
    if (gerund
        && matches!(
            form.as_str(),
            "of" | "from" | "for" | "over" | "with" | "against" | "to" | "as"
        ))
        || form == "to"
    {
        out.add(Slot::Clause, word);
    }
    if form == "to" && !gerund {
        out.add(Slot::Prep("infinitive".into()), word);
    }
    if gerund {
        out.add(Slot::Prep(form.into()), word);
    }
}
