//! Objects that parsers hang elsewhere: on the other of two verbs, beside another object, before a participle.

use super::arguments::{Arguments, fill};
use super::slot::Slot;
use super::tree::{Tree, is};
use crate::syntax::Upos;

/// "offered *Norland* its services": the first of two objects that the tree has alike.
pub fn receiver(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let mut objects = tree.children(verb).filter(|&c| tree.dep(c) == "obj");
    let (first, second) = (objects.next()?, objects.next()?);
    let nominal = |i: usize| matches!(tree.token(i).upos, Upos::Noun | Upos::Propn | Upos::Pron);
    let plain =
        verb < first && tree.child(verb, "iobj").is_none() && nominal(first) && nominal(second);
    let apart = (first..second).any(|i| tree.form(i) == ",");
    (plain && !apart).then_some(first)
}

/// "were beaten and robbed *by the police*", "shot and killed *two men*": what joined verbs share stands
/// with the last of them.
pub fn share_with_next(tree: &Tree<'_>, out: &mut Arguments, verb: usize, passive: bool) {
    let joined = |c: &usize| {
        let same =
            tree.token(*c).upos == Upos::Verb && tree.token(*c).xpos == tree.token(verb).xpos;
        tree.dep(*c) == "conj" && same && tree.child(*c, "nsubj").is_none()
    };
    // "is *based in Oslo* and led by Ana Weiss": a verb with a complement of its own shares nothing.
    let own = tree
        .children(verb)
        .any(|c| is(tree.dep(c), "obl") || tree.dep(c) == "xcomp");
    for next in tree.children(verb).filter(joined).filter(|_| !own) {
        if passive && !out.has(&Slot::Subj) {
            let agent = |c: &usize| {
                let by = tree.preposition(*c).as_deref() == Some("by");
                by && (is(tree.dep(*c), "obl") || tree.dep(*c) == "obl:agent")
            };
            for c in tree.children(next).filter(agent) {
                fill(tree, out, Slot::Subj, c);
            }
        }
    }
    if !passive && !own && !out.has(&Slot::Obj) {
        for object in row_objects(tree, verb) {
            fill(tree, out, Slot::Obj, object);
        }
    }
}

/// "jailed, *tortured* and deported *refugees*": the object of verbs between which nothing but "and" stands.
fn row_objects(tree: &Tree<'_>, verb: usize) -> Vec<usize> {
    let mut top = verb;
    while let ("conj", Some(head)) = (tree.dep(top), tree.head(top)) {
        if tree.token(head).upos != Upos::Verb {
            break;
        }
        top = head;
    }
    let alike = |i: &usize| {
        let token = tree.token(*i);
        token.upos == Upos::Verb && token.xpos == tree.token(verb).xpos
    };
    let row: Vec<usize> = tree.conjuncts(top).into_iter().filter(alike).collect();
    let Some(place) = row.iter().position(|&i| i == verb) else {
        return Vec::new();
    };
    let bare = |before: usize, after: usize| {
        (before + 1..after).all(|i| matches!(tree.dep(i), "punct" | "cc" | "advmod"))
    };
    let mut last = place;
    while last + 1 < row.len() && bare(row[last], row[last + 1]) {
        last += 1;
    }
    let mut first = place;
    while first > 0 && bare(row[first - 1], row[first]) {
        first -= 1;
    }
    let joined = row[first..=last].iter().filter(|&&i| i != verb);
    let objects = joined.flat_map(|&i| tree.children(i).filter(|&c| tree.dep(c) == "obj"));
    objects.filter(|&c| c > row[last]).collect()
}

/// "was equipped and *trained* by Norland": the doer that parsers hang on the first of joined participles.
pub fn share_with_previous(tree: &Tree<'_>, out: &mut Arguments, verb: usize) {
    let first = tree.head(verb).filter(|&first| {
        let same = tree.token(first).xpos == tree.token(verb).xpos;
        tree.dep(verb) == "conj" && same && tree.is_passive(first)
    });
    let agents = first.into_iter().flat_map(|first| tree.children(first));
    for agent in agents.filter(|&c| c > verb && tree.dep(c) == "obl:agent") {
        fill(tree, out, Slot::Subj, agent);
    }
}

/// "Norland-backed *rebels* fled": what a participle joined to its doer is said of, where the tree has them apart.
pub fn joined_object(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let joined = verb >= 2 && matches!(tree.form(verb - 1), "-" | "‑" | "–");
    // "the Norland-based *rights* group": the participle may hang on the noun before the last.
    let whole = |head: usize| tree.dep(head) != "compound";
    let told = tree.dep(verb) == "amod" && tree.head(verb).is_none_or(whole);
    if !joined || tree.token(verb).xpos != "VBN" || told {
        return None;
    }
    let noun = |i: &usize| matches!(tree.token(*i).upos, Upos::Noun | Upos::Propn);
    let inner = |i: &usize| matches!(tree.dep(*i), "amod" | "compound");
    let phrase = (verb + 1..tree.len()).take_while(|i| noun(i) || inner(i));
    phrase.filter(noun).find(|i| !inner(i))
}

/// "is considering *sending* tanks": the inner verb whose object parsers hang on the outer one.
pub fn taken(tree: &Tree<'_>, verb: usize, object: usize) -> Option<usize> {
    tree.children(verb).find(|&c| {
        tree.dep(c) == "xcomp"
            && tree.token(c).upos == Upos::Verb
            && verb < c
            && c < object
            && tree.child(c, "obj").is_none()
            && !tree.is_passive(c)
    })
}

/// "killed *three people*, including Ana Weiss", "*Five states* voted, including Norland": the slot of the group whose
/// example parsers hang on the verb.
pub fn group_before(tree: &Tree<'_>, verb: usize, example: usize) -> Option<Slot> {
    let first = tree.children(example).find(|&c| tree.dep(c) == "case")?;
    let last = first
        .checked_sub(2)
        .filter(|_| tree.form(first - 1) == ",")?;
    let group = match last == verb {
        true => tree.child(verb, "nsubj")?,
        false => tree.children(verb).find(|&c| tree.under(last, c))?,
    };
    let several = matches!(tree.token(group).xpos, "NNS" | "NNPS");
    match tree.dep(group) {
        "obj" | "nsubj:pass" if several => Some(Slot::Obj),
        "nsubj" if several => Some(Slot::Subj),
        _ => None,
    }
}
