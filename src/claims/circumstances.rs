//! What stands around a clause: the finite clauses that say when, why and on what condition, and the noun that a
//! participle tells of.

use super::arguments::Arguments;
use super::slot::Slot;
use super::tree::{Tree, is};
use crate::syntax::Upos;

/// "fled *as troops opened fire*", "warned of sanctions *if Norland invades*": fills the slot of the conjunction (`as`,
/// `when`, `if`, …) with the head of a finite clause.
pub fn adverbial(tree: &Tree<'_>, out: &mut Arguments, clause: usize) {
    let Some(first) = tree.children(clause).next() else {
        return;
    };
    let conjunction = tree.dep(first) == "mark"
        || tree.dep(first) == "advmod" && matches!(tree.lemma(first), "when" | "while");
    // "as *reported* by", "if *attacked*": a clause without a subject is the outer verb's own.
    let own = tree
        .children(clause)
        .any(|c| c > first && is(tree.dep(c), "nsubj"));
    let infinitive = tree
        .children(clause)
        .any(|c| tree.dep(c) == "mark" && tree.lemma(c) == "to");
    let word = tree.form(first).to_lowercase();
    let plain = word.bytes().all(|b| b.is_ascii_lowercase());
    if tree.dep(clause) == "advcl" && conjunction && own && !infinitive && plain {
        out.add(Slot::Prep(word.into()), clause);
    }
}

/// "fired missiles *supplied* by Norland", "posted a video *mocking* Norland": fills `host` with the noun that a participle
/// tells of, and `host_verb` with the verb whose object that noun is.
///
/// "died when troops *opened* fire": of a clause of time, `host_verb` is the verb outside, `host_passive` too where that is one.
pub fn host(tree: &Tree<'_>, out: &mut Arguments, word: usize) {
    let Some(head) = tree.head(word) else {
        return;
    };
    match tree.dep(word) {
        "acl" if matches!(tree.token(word).xpos, "VBN" | "VBG") => {
            if tree.token(head).upos != Upos::Noun {
                return;
            }
            out.add(Slot::Prep("host".into()), head);
            let object = matches!(tree.dep(head), "obj" | "nsubj:pass");
            let verb = tree.head(head).filter(|_| object);
            // "fired on a crowd *using* rifles supplied by Norland": parsers do not know who uses them.
            let sure = |verb: usize| {
                let loose = matches!(tree.dep(verb), "acl" | "advcl");
                tree.token(verb).upos == Upos::Verb
                    && (!loose || tree.child(verb, "nsubj").is_some())
            };
            if let Some(verb) = verb.filter(|&verb| sure(verb)) {
                out.add(Slot::Prep("host_verb".into()), verb);
            }
        }
        "advcl" if tree.token(head).upos == Upos::Verb && is_timed(tree, word) => {
            out.add(Slot::Prep("host_verb".into()), head);
            if tree.is_passive(head) {
                out.add(Slot::Prep("host_passive".into()), head);
            }
        }
        _ => {}
    }
}

/// "*as* troops opened fire": a finite clause with a subject of its own that says when.
fn is_timed(tree: &Tree<'_>, clause: usize) -> bool {
    let first = tree.children(clause).next();
    let own = tree.children(clause).any(|c| is(tree.dep(c), "nsubj"));
    let time = |c: usize| {
        let lemma = tree.lemma(c);
        matches!(tree.dep(c), "mark" | "advmod")
            && matches!(lemma, "as" | "when" | "after" | "while")
    };
    own && first.is_some_and(time)
}
