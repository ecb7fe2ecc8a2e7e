//! Deeds that their form leaves open: purposes, conditions, what is not chosen, what somebody should do; and those
//! that stand whatever is said around them.

use super::Status;
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

/// "was accused *of killing* Ana Weiss", "wanted *for the murder*": a charge that nobody is named for is no fact.
pub(super) fn is_charged(tree: &Tree<'_>, cues: &Cues, at: usize, head: usize) -> bool {
    if !cues.is_charging(tree.lemma(head)) || tree.token(head).upos != Upos::Verb {
        return false;
    }
    let word = tree.preposition(at).or_else(|| {
        let mut children = tree.children(at);
        let mark = children.find(|&c| matches!(tree.dep(c), "mark" | "case"));
        mark.map(|c| tree.form(c).to_lowercase())
    });
    let deed = word.is_some_and(|w| matches!(w.as_str(), "of" | "for" | "over" | "with" | "in"));
    let hangs = |dep: &str| matches!(dep, "advcl" | "acl" | "xcomp") || is(dep, "obl");
    let participle = tree.token(head).xpos == "VBN" && tree.child(head, "obj").is_none();
    let named = tree
        .children(head)
        .any(|c| is(tree.dep(c), "obl") && tree.preposition(c).as_deref() == Some("by"));
    deed && hangs(tree.dep(at)) && (tree.is_passive(head) || participle) && !named
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

/// "will withdraw *only if Norland leaves*", "to strike *unless it leaves*": what is planned hangs on something else.
///
/// "even if Norland stays" is no condition.
pub(super) fn is_conditional(tree: &Tree<'_>, cues: &Cues, predicate: usize) -> bool {
    let up = |i: &usize| tree.head(*i).filter(|_| tree.dep(*i) == "xcomp");
    let condition = |clause: usize| {
        let has = |form: &str| {
            let beside = |i: usize| tree.form(i).eq_ignore_ascii_case(form);
            tree.children(clause)
                .any(|c| beside(c) || tree.children(c).any(beside))
        };
        let marked = tree.children(clause).any(|c| {
            tree.dep(c) == "mark"
                && cues.conjunction(tree.lemma(c)) == Some(Status::Possible)
                && !matches!(tree.lemma(c), "whether" | "lest")
        });
        tree.dep(clause) == "advcl" && marked && !has("even") && !has("as")
    };
    std::iter::successors(Some(predicate), up)
        .take(tree.len())
        .any(|i| tree.children(i).any(condition))
}

/// "will end *its occupation of Norland*": what is used or ended is there, or was; for acts of force, not for favours.
pub(super) fn is_known(tree: &Tree<'_>, cues: &Cues, noun: usize) -> bool {
    let verb = tree.head(noun).filter(|_| tree.dep(noun) == "obj");
    let ended = verb.is_some_and(|verb| cues.is_ending(tree.lemma(verb)));
    ended && tree.token(noun).upos == Upos::Noun && tree.child(noun, "nmod:poss").is_some()
}

/// "will not come, *accusing* Norland of …", "would like *to thank* Norland": words that are said whatever is done or
/// not done besides.
pub(super) fn is_said_on_the_way(tree: &Tree<'_>, cues: &Cues, word: usize) -> bool {
    let Some(head) = tree.head(word) else {
        return false;
    };
    match tree.dep(word) {
        "advcl" => {
            let mut children = tree.children(word);
            let marked = children.any(|c| matches!(tree.dep(c), "mark" | "case"));
            let first = tree.children(word).next().map_or(word, |c| c.min(word));
            let set_off = |i: usize| tree.form(i) == ",";
            let comma = set_off(first) || first > 0 && set_off(first - 1);
            tree.token(word).xpos == "VBG" && head < word && comma && !marked
        }
        // "would like to" says it.
        "xcomp" => {
            let would = |c: usize| {
                tree.dep(c) == "aux"
                    && cues.modal(&tree.form(c).to_lowercase()) == Some(Status::Possible)
            };
            tree.lemma(head) == "like" && tree.children(head).any(would)
        }
        _ => false,
    }
}

/// "*kept* their promise to leave": the verb that says that a plan, its object, was carried out.
pub(super) fn kept_by(tree: &Tree<'_>, cues: &Cues, plan: usize) -> Option<usize> {
    let verb = tree.head(plan).filter(|_| tree.dep(plan) == "obj")?;
    cues.is_fulfilling(tree.lemma(verb)).then_some(verb)
}

/// "A video allegedly *shows* troops killing villagers": the verb of the evidence for what a participle tells.
pub(super) fn shown_by(tree: &Tree<'_>, cues: &Cues, at: usize) -> Option<usize> {
    let noun = tree.head(at).filter(|_| tree.dep(at) == "acl")?;
    let verb = tree.head(noun).filter(|_| tree.dep(noun) == "obj")?;
    cues.is_evidence(tree.lemma(verb)).then_some(verb)
}

/// "Norland *to send* tanks": an infinitive that is a headline's predicate.
pub(super) fn is_announced(tree: &Tree<'_>, i: usize) -> bool {
    let has = |dep| tree.children(i).any(|c| c < i && tree.dep(c) == dep);
    let to = tree
        .children(i)
        .any(|c| tree.dep(c) == "mark" && tree.lemma(c) == "to");
    let main = matches!(tree.dep(i), "root" | "parataxis");
    to && main && (has("nsubj") || has("nsubj:pass"))
}
