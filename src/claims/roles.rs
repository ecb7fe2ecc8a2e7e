//! Nouns for holders of a role as predicates: "X, president of Y".

use super::arguments::Arguments;
use super::cues::Cues;
use super::nominal::{hyphenated, is_name_like, of_noun};
use super::slot::Slot;
use super::subjects::subjects;
use super::tree::{Tree, is};

/// "*one of* the firm's lawyers", "*one of* them"
fn is_one_of(tree: &Tree<'_>, one: usize, noun: usize) -> bool {
    tree.lemma(one) == "one" && tree.preposition(noun).as_deref() == Some("of")
}

/// "is president", "could become *president*": whether the clause says that somebody has the role, or will.
pub fn is_predicate(tree: &Tree<'_>, noun: usize) -> bool {
    tree.child(noun, "cop").is_some() || tree.dep(noun) == "xcomp"
}

/// "*Norland* lost to arch foe Sudoria", "*Ada Moss* and rival Ben Weiss": whose rival a name is that nobody else possesses.
fn faced(tree: &Tree<'_>, cues: &Cues, name: usize) -> Vec<usize> {
    let Some(head) = tree.head(name) else {
        return Vec::new();
    };
    match tree.dep(name) {
        "conj" if is_name_like(tree, head) => vec![head],
        dep if dep == "obj" || is(dep, "obl") => {
            let doers = subjects(tree, cues, head, 0).into_iter();
            doers.map(|s| s.word).filter(|&i| i < name).collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the arguments of a role noun: who holds it, of whom.
pub fn of_role(tree: &Tree<'_>, cues: &Cues, noun: usize) -> Arguments {
    let mut out = of_noun(tree, cues, noun, 4);
    out.0
        .retain(|(slot, _)| !matches!(slot, Slot::Subj | Slot::Obj));
    // "an *Irish*-American mother" has nothing of two parties.
    let half =
        |i: usize| tree.dep(i) == "amod" && tree.head(i).is_some_and(|j| hyphenated(tree, i, j));
    out.0.retain(|&(_, i)| !half(i));
    let mut holders = Vec::new();
    let head = tree.head(noun);
    match (tree.dep(noun), head) {
        ("nmod:desc" | "compound" | "flat" | "nmod:unmarked", Some(name))
            if is_name_like(tree, name) && name > noun =>
        {
            // "Presidents *Ana Weiss* of Norland and *Ben Moss* of Sudoria"
            match matches!(tree.token(noun).xpos, "NNS" | "NNPS") {
                true => holders.extend(tree.conjuncts(name)),
                false => holders.push(name),
            }
            for &holder in &holders {
                let of = |c: &usize| {
                    is(tree.dep(*c), "nmod") && tree.preposition(*c).as_deref() == Some("of")
                };
                let words = std::iter::once(holder);
                let words = words.chain(tree.children(holder).filter(|&c| tree.dep(c) == "flat"));
                for c in words.flat_map(|word| tree.children(word)).filter(of) {
                    out.add(Slot::Poss, c);
                }
            }
            for c in tree.children(name) {
                if c < noun
                    && matches!(tree.dep(c), "amod" | "nmod:poss" | "compound" | "nmod:desc")
                    && is_name_like(tree, c)
                    && c != noun
                {
                    out.add(Slot::Poss, c);
                }
            }
            if !out.has(&Slot::Poss) && cues.is_bond(tree.lemma(noun)) {
                for i in faced(tree, cues, name) {
                    out.add(Slot::Poss, i);
                }
            }
        }
        // "Cuba and *Venezuela*, Norland's allies": several have the role.
        ("appos", Some(name)) if matches!(tree.token(noun).xpos, "NNS" | "NNPS") => {
            let first = tree.head(name).filter(|_| tree.dep(name) == "conj");
            let together = tree.conjuncts(first.unwrap_or(name));
            holders.extend(together.into_iter().filter(|&i| i < noun));
        }
        // "Ada Moss, *one of* the firm's lawyers"
        (dep, Some(one)) if is(dep, "nmod") && is_one_of(tree, one, noun) => {
            match tree.head(one).filter(|_| tree.dep(one) == "appos") {
                Some(name) => holders.push(name),
                None if tree.child(one, "cop").is_some() => {
                    holders.extend(subjects(tree, cues, one, 0).into_iter().map(|s| s.word));
                    // The others hold it as well.
                    holders.push(noun);
                }
                None => {}
            }
        }
        // "the bank, *whose* director, Ana Weiss": the bank has the role for itself.
        ("appos", Some(_)) if tree.children(noun).any(|c| tree.lemma(c) == "whose") => {}
        ("appos", Some(name)) => holders.push(name),
        ("conj", Some(first)) => {
            let earlier = of_role(tree, cues, first);
            holders.extend(earlier.get(&Slot::Subj).filter(|&i| i != first));
        }
        (dep, Some(verb)) if is(dep, "obl") && tree.preposition(noun).as_deref() == Some("as") => {
            // "recognised *her* as president", "served as president"; "*Norland* overtook Sudoria as the biggest buyer"
            let object = tree.child(verb, "obj");
            holders.extend(object);
            if object.is_none() || cues.is_displacing(tree.lemma(verb)) {
                holders.extend(subjects(tree, cues, verb, 0).into_iter().map(|s| s.word));
            }
        }
        ("obj", Some(verb)) if cues.is_linking(tree.lemma(verb)) => {
            holders.extend(subjects(tree, cues, verb, 0).into_iter().map(|s| s.word));
        }
        ("xcomp", Some(verb)) => {
            let object = tree.child(verb, "obj");
            holders.extend(
                object
                    .into_iter()
                    .chain(subjects(tree, cues, verb, 0).into_iter().map(|s| s.word))
                    .take(1),
            );
        }
        _ => {}
    }
    if tree.children(noun).any(|c| tree.dep(c) == "cop") {
        holders.extend(subjects(tree, cues, noun, 0).into_iter().map(|s| s.word));
    }
    for c in tree.children(noun) {
        if tree.dep(c) == "appos" || (tree.dep(c) == "flat" && is_name_like(tree, c)) {
            holders.push(c);
            // "the firm's owners, Ana Weiss and *Jon Roe*"
            let several = matches!(tree.token(noun).xpos, "NNS" | "NNPS") && c > noun;
            let others = tree.conjuncts(c).into_iter().filter(|&i| several && i != c);
            holders.extend(others.filter(|&i| is_name_like(tree, i)));
        }
    }
    if holders.is_empty() {
        holders.push(noun);
    }
    for holder in holders {
        if tree.is_relativizer(holder) {
            if let Some(antecedent) = tree.head(noun) {
                out.add(Slot::Subj, antecedent);
            }
        } else {
            out.add(Slot::Subj, holder);
        }
    }
    out
}
