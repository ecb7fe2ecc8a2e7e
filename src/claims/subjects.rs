//! Who does what a verb says, where the verb has no subject of its own: coordination, control,
//! relative clauses, participles.

use super::control::{controller, for_whom, reproached};
use super::cues::Cues;
use super::nominal::of_noun;
use super::slot::Slot;
use super::tree::{Tree, is};
use crate::syntax::Upos;

/// "the council, of *which* Norland is a member": what a relative pronoun stands for.
pub fn antecedent(tree: &Tree<'_>, word: usize) -> Option<usize> {
    if !tree.is_relativizer(word) {
        return None;
    }
    let clause = tree.ancestors(word).find(|&a| tree.dep(a) == "acl:relcl")?;
    tree.head(clause)
}

/// Returns the antecedent of the relative clause that a verb heads, and its relativizer.
pub fn relative(tree: &Tree<'_>, verb: usize) -> Option<(usize, Option<usize>)> {
    let mut top = verb;
    while tree.dep(top) == "conj" && tree.child(top, "nsubj").is_none() {
        top = tree.head(top)?;
    }
    if tree.dep(top) != "acl:relcl" || is_content(tree, top) {
        return None;
    }
    let relativizer = tree.children(verb).find(|&c| tree.is_relativizer(c));
    Some((tree.head(top)?, relativizer))
}

/// "Norland, *where* troops are based": the place that a relative clause tells of.
pub fn relative_place(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let place = tree
        .children(verb)
        .any(|c| tree.dep(c) == "advmod" && tree.lemma(c) == "where");
    if !place || tree.dep(verb) != "acl:relcl" {
        return None;
    }
    tree.head(verb)
}

/// "the denial *that Norland bought the radars*": no relative clause, for nothing is left open in it.
pub fn is_content(tree: &Tree<'_>, clause: usize) -> bool {
    let that = tree
        .children(clause)
        .next()
        .filter(|&c| tree.lemma(c) == "that");
    that.is_some_and(|that| {
        tree.dep(that) == "mark"
            || tree.dep(that) == "obj"
                && tree
                    .children(clause)
                    .any(|c| c != that && tree.dep(c) == "obj")
                && tree.child(clause, "nsubj").is_some()
    })
}

/// A subject, and whether it is what a passive is done to.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// The word.
    pub word: usize,
    /// Whether the verb is passive, so that this is its object.
    pub passive: bool,
}

/// Returns who does, or undergoes, what a verb says, also where another word holds the subject.
pub fn subjects(tree: &Tree<'_>, cues: &Cues, verb: usize, depth: usize) -> Vec<Subject> {
    if depth > 8 {
        return Vec::new();
    }
    let passive = tree.is_passive(verb);
    let own: Vec<usize> = tree
        .children(verb)
        .filter(|&c| matches!(tree.dep(c), "nsubj" | "nsubj:pass" | "nsubj:outer"))
        .filter(|&c| tree.lemma(c) != "there")
        .collect();
    let as_subjects = |words: Vec<usize>| {
        words
            .into_iter()
            .map(|word| Subject { word, passive })
            .collect::<Vec<_>>()
    };
    if !own.is_empty() {
        let mut all = Vec::new();
        for word in own {
            if tree.is_relativizer(word)
                && let Some((antecedent, _)) = relative(tree, verb)
            {
                all.extend(
                    tree.conjuncts(antecedent)
                        .into_iter()
                        .filter(|&i| i == antecedent || i < word),
                );
                continue;
            }
            // "Norland, *which* Sudoria says attacked Estmark"
            let said = tree.head(verb).filter(|_| tree.dep(verb) == "ccomp");
            let taken_out = said.is_some_and(|said| tree.dep(said) == "acl:relcl" && word < said);
            if let Some(noun) = antecedent(tree, word).filter(|&noun| taken_out && noun < word) {
                all.extend(tree.conjuncts(noun).into_iter().filter(|&i| i < word));
                continue;
            }
            all.extend(
                tree.conjuncts(word)
                    .into_iter()
                    .filter(|&i| i == word || tree.token(i).upos != Upos::Verb),
            );
            all.extend(companions(tree, word));
            // "*Along with Sudoria*, Norland sent troops"
            let between = |c: &usize| *c < verb && is(tree.dep(*c), "obl");
            let beside = tree
                .children(verb)
                .filter(|c| between(c) && is_beside(tree, *c));
            all.extend(beside.flat_map(|c| tree.conjuncts(c)));
        }
        return as_subjects(all);
    }
    // "it was wrong that …", "*supplying arms* would help": nobody does.
    let empty = |c| tree.dep(c) == "expl" || is(tree.dep(c), "csubj");
    if tree.is_ordered(verb) || tree.children(verb).any(empty) {
        return Vec::new();
    }
    if let Some(subject) = before_time(tree, verb) {
        return as_subjects(vec![subject]);
    }
    if let Some(subject) = for_whom(tree, verb) {
        return as_subjects(tree.conjuncts(subject));
    }
    let Some(head) = tree.head(verb) else {
        return Vec::new();
    };
    if let Some(name) = named_first(tree, cues, head) {
        return as_subjects(tree.conjuncts(name));
    }
    match tree.dep(verb) {
        "conj" if tree.is_clause(head) || tree.token(head).upos == Upos::Verb => {
            // "was arrested and later fled": the surface subject goes on.
            as_subjects(
                subjects(tree, cues, head, depth + 1)
                    .into_iter()
                    .map(|s| s.word)
                    .collect(),
            )
        }
        // "wants Zedburg, *seized* by Norland": a participle after a comma tells of what stands before it.
        "advcl" if told_of(tree, verb, head).is_some() => told_of(tree, verb, head)
            .into_iter()
            .map(|word| Subject {
                word,
                passive: true,
            })
            .collect(),
        // "holds *Norland* responsible"
        "xcomp" if tree.token(verb).upos == Upos::Adj && described(tree, head, verb).is_some() => {
            let object = described(tree, head, verb).into_iter();
            as_subjects(object.flat_map(|o| tree.conjuncts(o)).collect())
        }
        "xcomp" | "advcl" | "ccomp" | "acl" if is_verbal(tree, head) => {
            as_subjects(controller(tree, cues, head, verb, depth))
        }
        // "looks set *to attack*", "seems ready *to attack*": whoever looks so.
        "xcomp" | "advcl" if tree.token(head).upos == Upos::Adj && tree.dep(head) == "xcomp" => {
            as_subjects(
                subjects(tree, cues, head, depth + 1)
                    .into_iter()
                    .map(|s| s.word)
                    .collect(),
            )
        }
        // "praised the award *before meeting* nurses", hung on the award: whoever does what comes first.
        "advcl" | "acl" if timed(tree, verb, head).is_some() => {
            let outer = timed(tree, verb, head).into_iter();
            outer
                .flat_map(|outer| subjects(tree, cues, outer, depth + 1))
                .collect()
        }
        // "the paper, *citing* officials, …", hung on the noun.
        "advcl" if tree.token(verb).xpos == "VBG" => as_subjects(vec![head]),
        "acl:relcl" if !tree.children(verb).any(|c| is(tree.dep(c), "csubj")) => {
            // A reduced or misread relative clause: its antecedent is the subject.
            as_subjects(
                tree.conjuncts(head)
                    .into_iter()
                    .filter(|&i| i < verb)
                    .collect(),
            )
        }
        // "Norland, *having armed* the rebels, left"
        "acl" if is_perfect(tree, verb) => as_subjects(vec![head]),
        "acl" if tree.token(verb).xpos == "VBN" || passive => tree
            .conjuncts(head)
            .into_iter()
            .filter(|&i| i == head)
            .map(|word| Subject {
                word,
                passive: true,
            })
            .collect(),
        "acl" | "xcomp" => match tree.token(head).upos {
            // "sanctions against *Norland* over arming Sudoria"
            Upos::Noun if reproached(tree, cues, head, verb).is_some() => {
                let whom = reproached(tree, cues, head, verb).into_iter();
                as_subjects(whom.flat_map(|w| tree.conjuncts(w)).collect())
            }
            // "a resolution *criticizing* Norland": whoever issued it.
            Upos::Noun if tree.token(verb).xpos == "VBG" && cues.is_document(tree.lemma(head)) => {
                as_subjects(bearers(tree, cues, head, verb, depth))
            }
            // "wrote a *letter to Ben Moss* asking for help": whoever wrote it asks.
            _ if addressed(tree, cues, head, verb).is_some() => {
                let document = addressed(tree, cues, head, verb).into_iter();
                as_subjects(
                    document
                        .flat_map(|d| bearers(tree, cues, d, verb, depth))
                        .collect(),
                )
            }
            // "a plan to send", "the decision to ban": whoever has the plan.
            Upos::Noun
                if tree.children(verb).any(|c| tree.dep(c) == "mark")
                    && !cues.is_person(tree.lemma(head)) =>
            {
                as_subjects(bearers(tree, cues, head, verb, depth))
            }
            _ => as_subjects(vec![head]),
        },
        "amod" if tree.token(verb).xpos == "VBN" => vec![Subject {
            word: head,
            passive: true,
        }],
        "amod" if tree.token(verb).xpos == "VBG" => vec![Subject {
            word: head,
            passive: false,
        }],
        _ => Vec::new(),
    }
}

/// "The first to send help was *Norland*", "the only state to send help is *Norland*": who is named after it.
fn named_first(tree: &Tree<'_>, cues: &Cues, noun: usize) -> Option<usize> {
    let ranked = is_ranked(tree, cues, noun) && is(tree.dep(noun), "nsubj");
    let name = tree.head(noun).filter(|_| ranked)?;
    let linked = noun < name && tree.child(name, "cop").is_some();
    (linked && tree.token(name).upos == Upos::Propn).then_some(name)
}

/// "the *first* to send help", "the *only state* to send help", "*alone* in sending help".
pub(super) fn is_ranked(tree: &Tree<'_>, cues: &Cues, word: usize) -> bool {
    let rank = |c: usize| cues.is_rank(tree.lemma(c));
    match tree.token(word).upos {
        Upos::Noun => {
            let doer = cues.is_person(tree.lemma(word)) || cues.is_polity(tree.lemma(word));
            doer && tree.children(word).any(|c| c < word && rank(c))
        }
        Upos::Adj | Upos::Adv => rank(word),
        _ => false,
    }
}

/// "*The Harbour Post* last week cited": parsers take the name for a part of "week".
fn before_time(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let time = tree
        .children(verb)
        .find(|&c| tree.dep(c) == "obl:unmarked" && c < verb)?;
    let limited = tree.children(time).find(|&c| tree.dep(c) == "amod")?;
    tree.children(time)
        .rfind(|&c| tree.dep(c) == "compound" && c < limited)
}

/// Who has the plan: "*Norland's* plan to send", "*X* was charged with a plot to", "*X* made the decision to".
fn bearers(tree: &Tree<'_>, cues: &Cues, noun: usize, verb: usize, depth: usize) -> Vec<usize> {
    let own: Vec<usize> = of_noun(tree, cues, noun, depth + 1)
        .get(&Slot::Subj)
        .collect();
    // "the failure *of Norland* to send help"
    let of: Vec<usize> = tree
        .children(noun)
        .filter(|&c| own.is_empty() && cues.noun_of_clause(tree.lemma(noun)).is_some() && c < verb)
        .filter(|&c| is(tree.dep(c), "nmod") && tree.preposition(c).as_deref() == Some("of"))
        .flat_map(|c| tree.conjuncts(c))
        .collect();
    if !of.is_empty() && tree.children(verb).any(|c| tree.lemma(c) == "to") {
        return of;
    }
    match tree.head(noun) {
        Some(head) if own.is_empty() && is_verbal(tree, head) && !is(tree.dep(noun), "nsubj") => {
            controller(tree, cues, head, verb, depth)
        }
        // "signed a *letter of intent* to buy"
        Some(head)
            if own.is_empty()
                && depth < 8
                && is(tree.dep(noun), "nmod")
                && tree.token(head).upos == Upos::Noun
                && tree.preposition(noun).as_deref() == Some("of")
                && !cues.is_person(tree.lemma(head)) =>
        {
            bearers(tree, cues, head, verb, depth + 1)
        }
        _ => own,
    }
}

/// "a *letter to Ben Moss* asking for help": the document that a participle tells of, though it is hung on the addressee.
fn addressed(tree: &Tree<'_>, cues: &Cues, addressee: usize, verb: usize) -> Option<usize> {
    let to =
        is(tree.dep(addressee), "nmod") && tree.preposition(addressee).as_deref() == Some("to");
    let document = tree
        .head(addressee)
        .filter(|_| to && tree.token(verb).xpos == "VBG");
    document.filter(|&d| cues.is_document(tree.lemma(d)))
}

/// "Norland, *along with Sudoria*, sent troops"
fn companions(tree: &Tree<'_>, subject: usize) -> Vec<usize> {
    let beside = |c: &usize| is(tree.dep(*c), "nmod") && is_beside(tree, *c);
    tree.children(subject)
        .filter(beside)
        .flat_map(|c| tree.conjuncts(c))
        .collect()
}

/// "*along with* Sudoria"
pub(super) fn is_beside(tree: &Tree<'_>, word: usize) -> bool {
    let with = |before: usize| {
        matches!(
            &*tree.form(before).to_lowercase(),
            "along" | "together" | "jointly"
        )
    };
    let case = tree.children(word).find(|&i| tree.dep(i) == "case");
    let joint = case.and_then(|i| i.checked_sub(1)).is_some_and(with);
    match tree.preposition(word).as_deref() {
        Some("along_with" | "together_with" | "as_well_as" | "alongside") => true,
        Some("with") => joint,
        _ => false,
    }
}

/// The noun right before the comma that a participle follows.
fn told_of(tree: &Tree<'_>, verb: usize, head: usize) -> Option<usize> {
    let first = tree.children(verb).next().map_or(verb, |c| c.min(verb));
    let comma = first
        .checked_sub(1)
        .map_or(first, |before| match tree.form(first) {
            "," => first,
            _ => before,
        });
    let participle = tree.token(verb).xpos == "VBN"
        && verb > head
        && !tree
            .children(verb)
            .any(|c| is(tree.dep(c), "aux") || tree.dep(c) == "mark");
    if !participle || tree.form(comma) != "," {
        return None;
    }
    let mut noun = comma.checked_sub(1)?;
    while let Some(above) = tree.head(noun).filter(|&above| above != head) {
        noun = above;
    }
    let after = noun > head && (tree.dep(noun) == "obj" || is(tree.dep(noun), "obl"));
    (after && tree.head(noun) == Some(head)).then_some(noun)
}

/// The verb above the noun that "before", "after", "while" and a gerund are hung on.
fn timed(tree: &Tree<'_>, verb: usize, noun: usize) -> Option<usize> {
    let mark = tree
        .children(verb)
        .find(|&c| matches!(tree.dep(c), "mark" | "case" | "advmod"))?;
    let time = matches!(
        tree.lemma(mark),
        "before" | "after" | "while" | "when" | "since"
    );
    let gerund = tree.token(verb).xpos == "VBG" && mark < verb && noun < mark;
    let object = matches!(tree.dep(noun), "obj" | "iobj") || is(tree.dep(noun), "obl");
    let outer = tree.head(noun).filter(|_| time && gerund && object);
    outer.filter(|&outer| tree.token(outer).upos == Upos::Verb)
}

/// The object of which an adjective after it is said.
fn described(tree: &Tree<'_>, verb: usize, adjective: usize) -> Option<usize> {
    tree.child(verb, "obj")
        .filter(|&o| verb < o && o < adjective)
}

/// "*having armed*": active, whatever its participle looks like.
fn is_perfect(tree: &Tree<'_>, verb: usize) -> bool {
    let having = |c: usize| tree.dep(c) == "aux" && tree.lemma(c) == "have";
    let been = |c: usize| tree.dep(c) == "aux:pass";
    tree.children(verb).any(having) && !tree.children(verb).any(been)
}

fn is_verbal(tree: &Tree<'_>, i: usize) -> bool {
    tree.token(i).upos == Upos::Verb || tree.token(i).upos == Upos::Aux || tree.is_clause(i)
}
