//! What fills the slots around a predicate, with passives, relatives, control and nouns undone.

use super::cues::Cues;
use super::slot::Slot;
use super::tree::{Tree, is};
use crate::syntax::Upos;

/// The filled slots of one predicate: a slot may be filled more than once.
#[derive(Clone, Debug, Default)]
pub struct Arguments(pub Vec<(Slot, usize)>);

impl Arguments {
    /// Returns the words that fill a slot.
    pub fn get<'a>(&'a self, slot: &'a Slot) -> impl Iterator<Item = usize> + 'a {
        self.0
            .iter()
            .filter(move |(s, _)| matches(s, slot))
            .map(|&(_, i)| i)
    }

    /// Returns whether something fills a slot.
    pub fn has(&self, slot: &Slot) -> bool {
        self.get(slot).next().is_some()
    }

    fn add(&mut self, slot: Slot, i: usize) {
        if !self.0.iter().any(|(s, j)| *j == i && *s == slot) {
            self.0.push((slot, i));
        }
    }
}

/// Prepositions that introduce a phrase of place.
const PLACE: [&str; 16] = [
    "in",
    "at",
    "near",
    "on",
    "along",
    "across",
    "inside",
    "within",
    "throughout",
    "outside",
    "around",
    "into",
    "to",
    "over",
    "toward",
    "towards",
];

fn matches(filled: &Slot, wanted: &Slot) -> bool {
    match (filled, wanted) {
        (Slot::Prep(word), Slot::Where) => PLACE.contains(&&**word),
        (Slot::Prep(word), Slot::Prep(want)) => {
            word == want
                || word.split('_').next() == Some(want)
                    && !want.contains('_')
                    && word.ends_with(&**want)
        }
        _ => filled == wanted,
    }
}

/// Returns the arguments of a verb, or of an adjective or noun used as a predicate.
///
/// `NOUN`s with event meaning are read by [`of_noun`].
pub fn of_verb(tree: &Tree<'_>, cues: &Cues, verb: usize) -> Arguments {
    let mut out = Arguments::default();
    if let ("cop", Some(head)) = (tree.dep(verb), tree.head(verb)) {
        return of_copula(tree, cues, head);
    }
    let passive = tree.is_passive(verb);
    let second_object = tree.child(verb, "obj").is_some();
    for c in tree.children(verb) {
        match tree.dep(c) {
            "obj" => fill(tree, &mut out, Slot::Obj, c),
            _ if is_amount(tree, c) => fill(tree, &mut out, Slot::Obj, c),
            "iobj" => fill(tree, &mut out, Slot::Iobj, c),
            "obl:agent" => fill(tree, &mut out, Slot::Subj, c),
            "xcomp" | "advcl" if as_phrase(tree, c) => out.add(Slot::Comp, c),
            "xcomp" | "ccomp" => clause(tree, &mut out, c),
            "csubj" => out.add(Slot::Subj, c),
            "parataxis" if tree.is_clause(c) => {}
            "advcl" | "acl" => gerund(tree, &mut out, c),
            dep if is(dep, "obl") => {
                if let Some(word) = tree.preposition(c) {
                    if word == "as" {
                        out.add(Slot::Comp, c);
                    }
                    if passive && word == "by" {
                        fill(tree, &mut out, Slot::Subj, c);
                    }
                    fill(tree, &mut out, Slot::Prep(word.into()), c);
                } else if matches!(dep, "obl:npmod" | "obl:unmarked")
                    && tree.token(verb).xpos == "VBN"
                    && c < verb
                {
                    // "Moscow-backed": the doer stands before the participle.
                    out.add(Slot::Subj, c);
                }
            }
            "compound" if tree.token(verb).xpos == "VBN" && c < verb => out.add(Slot::Subj, c),
            "nmod" => {
                if let Some(word) = tree.preposition(c) {
                    fill(tree, &mut out, Slot::Prep(word.into()), c);
                }
            }
            _ => {}
        }
    }
    for s in subjects(tree, cues, verb, 0) {
        match (s.passive, second_object) {
            (false, _) => out.add(Slot::Subj, s.word),
            (true, false) => out.add(Slot::Obj, s.word),
            (true, true) => out.add(Slot::Iobj, s.word),
        }
    }
    reattach(tree, &mut out, verb, passive);
    // "the town that Norland holds": the antecedent is the object where the clause has none.
    if let Some((antecedent, relativizer)) = relative(tree, verb) {
        let role = relativizer.map(|r| tree.dep(r));
        let gap = match role {
            Some("obj" | "iobj") => true,
            Some(dep) if is(dep, "nsubj") => false,
            Some(_) => false,
            None => {
                tree.child(verb, "nsubj").is_some()
                    && !out.has(&Slot::Obj)
                    && !passive
                    && !out.has(&Slot::Clause)
            }
        };
        if gap {
            out.0.retain(|&(_, i)| Some(i) != relativizer);
            out.add(Slot::Obj, antecedent);
        }
        if let Some(r) = relativizer {
            for entry in &mut out.0 {
                if entry.1 == r {
                    entry.1 = antecedent;
                }
            }
        }
    }
    out
}

/// "*X* is *in Y*", "*X* is *a Y*": treebanks hang everything on what the copula links to.
fn of_copula(tree: &Tree<'_>, cues: &Cues, head: usize) -> Arguments {
    let mut out = Arguments::default();
    for s in subjects(tree, cues, head, 0) {
        out.add(Slot::Subj, s.word);
    }
    match tree.preposition(head) {
        Some(word) => fill(tree, &mut out, Slot::Prep(word.into()), head),
        None => out.add(Slot::Comp, head),
    }
    for c in tree.children(head).filter(|&c| is(tree.dep(c), "obl") || is(tree.dep(c), "nmod")) {
        if let Some(word) = tree.preposition(c) {
            fill(tree, &mut out, Slot::Prep(word.into()), c);
        }
    }
    out
}

/// Returns the arguments of an adjective or participle in a predicate: "is opposed to".
pub fn of_adjective(tree: &Tree<'_>, cues: &Cues, word: usize) -> Arguments {
    let mut out = of_verb(tree, cues, word);
    if tree.token(word).upos == Upos::Verb {
        for s in subjects(tree, cues, word, 0).into_iter().filter(|s| s.passive) {
            out.add(Slot::Subj, s.word);
        }
    }
    out
}

/// Gives the verb what parsers often hang on its object or on another phrase of it: "shipped drones *to Norland*",
/// "was supplied with tents *by Norland*", "gave *Norland* tents".
fn reattach(tree: &Tree<'_>, out: &mut Arguments, verb: usize, passive: bool) {
    let mut phrases: Vec<usize> = out.get(&Slot::Obj).filter(|&o| o > verb).collect();
    let partitive: Vec<usize> = phrases
        .iter()
        .flat_map(|&o| tree.children(o).filter(|&c| is(tree.dep(c), "nmod") && tree.preposition(c).as_deref() == Some("of")))
        .collect();
    for &object in &phrases {
        let first = tree.children(object).find(|&c| tree.dep(c) == "compound" && tree.token(c).upos == Upos::Propn);
        let starts = |c: usize| std::iter::once(c).chain(tree.children(c)).min() == Some(verb + 1);
        if let Some(receiver) = first.filter(|&c| starts(c) && tree.sentence.names.iter().any(|n| n.last as usize == c)) {
            out.add(Slot::Iobj, receiver);
        }
    }
    phrases.extend(partitive);
    if passive {
        phrases.extend(tree.children(verb).filter(|&c| is(tree.dep(c), "obl")));
    }
    for phrase in phrases {
        for c in tree.children(phrase).filter(|&c| is(tree.dep(c), "nmod") && tree.dep(c) != "nmod:poss") {
            match tree.preposition(c) {
                Some(word) if word == "by" && passive => fill(tree, out, Slot::Subj, c),
                Some(word) if word != "of" => fill(tree, out, Slot::Prep(word.into()), c),
                _ => {}
            }
        }
    }
}

/// "sent *up to 10,000 soldiers*": an object that parsers take for a phrase with "to".
fn is_amount(tree: &Tree<'_>, word: usize) -> bool {
    let to = |c: usize| tree.dep(c) == "case" && c > 0 && tree.lemma(c) == "to" && tree.lemma(c - 1) == "up";
    is(tree.dep(word), "obl")
        && tree.children(word).any(|c| to(c) || tree.children(c).any(to))
        && tree.children(word).any(|c| tree.dep(c) == "nummod")
}

/// "described the move *as* hostile".
fn as_phrase(tree: &Tree<'_>, word: usize) -> bool {
    !tree.is_clause(word) && tree.children(word).any(|c| matches!(tree.dep(c), "mark" | "case") && tree.lemma(c) == "as")
}

fn fill(tree: &Tree<'_>, out: &mut Arguments, slot: Slot, word: usize) {
    let word = antecedent(tree, word).unwrap_or(word);
    for i in tree.conjuncts(word) {
        // A coordinated clause is no second object.
        if i == word || tree.token(i).upos != Upos::Verb {
            out.add(slot.clone(), i);
        }
    }
}

fn clause(tree: &Tree<'_>, out: &mut Arguments, word: usize) {
    if tree.children(word).any(|c| tree.dep(c) == "mark" && tree.lemma(c) == "to") {
        out.add(Slot::Prep("infinitive".into()), word);
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

/// "accused Minsk *of opening* …", "banned members *from hiring*", "criticised it *for shelling*".
fn gerund(tree: &Tree<'_>, out: &mut Arguments, word: usize) {
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

/// "the council, of *which* Norland is a member": what a relative pronoun stands for.
fn antecedent(tree: &Tree<'_>, word: usize) -> Option<usize> {
    if !tree.is_relativizer(word) {
        return None;
    }
    let clause = tree.ancestors(word).find(|&a| tree.dep(a) == "acl:relcl")?;
    tree.head(clause)
}

/// Returns the antecedent of the relative clause that a verb heads, and its relativizer.
fn relative(tree: &Tree<'_>, verb: usize) -> Option<(usize, Option<usize>)> {
    let mut top = verb;
    while tree.dep(top) == "conj" && tree.child(top, "nsubj").is_none() {
        top = tree.head(top)?;
    }
    if tree.dep(top) != "acl:relcl" {
        return None;
    }
    let relativizer = tree.children(verb).find(|&c| tree.is_relativizer(c));
    Some((tree.head(top)?, relativizer))
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
            if tree.is_relativizer(word) {
                if let Some((antecedent, _)) = relative(tree, verb) {
                    all.extend(
                        tree.conjuncts(antecedent)
                            .into_iter()
                            .filter(|&i| i == antecedent || i < word),
                    );
                    continue;
                }
            }
            all.extend(
                tree.conjuncts(word)
                    .into_iter()
                    .filter(|&i| i == word || tree.token(i).upos != Upos::Verb),
            );
        }
        return as_subjects(all);
    }
    if let Some(subject) = before_time(tree, verb) {
        return as_subjects(vec![subject]);
    }
    let Some(head) = tree.head(verb) else {
        return Vec::new();
    };
    match tree.dep(verb) {
        "conj" if tree.is_clause(head) || tree.token(head).upos == Upos::Verb => {
            as_subjects(doers(tree, cues, head, depth, passive))
        }
        "xcomp" | "advcl" | "ccomp" | "acl" if is_verbal(tree, head) => {
            as_subjects(controller(tree, cues, head, verb, depth))
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
            // "a plan to send", "the decision to ban": whoever has the plan.
            Upos::Noun
                if tree.children(verb).any(|c| tree.dep(c) == "mark")
                    && !cues.is_person(tree.lemma(head)) =>
            {
                as_subjects(
                    bearers(tree, cues, head, verb, depth))
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

/// "*The Harbour Post* last week cited": parsers take the name for a part of "week".
fn before_time(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let time = tree.children(verb).find(|&c| tree.dep(c) == "obl:unmarked" && c < verb)?;
    let limited = tree.children(time).find(|&c| tree.dep(c) == "amod")?;
    tree.children(time).filter(|&c| tree.dep(c) == "compound" && c < limited).last()
}

/// Who has the plan: "*Norland's* plan to send", "*X* was charged with a plot to", "*X* made the decision to".
fn bearers(tree: &Tree<'_>, cues: &Cues, noun: usize, verb: usize, depth: usize) -> Vec<usize> {
    let own: Vec<usize> = of_noun(tree, cues, noun, depth + 1).get(&Slot::Subj).collect();
    match tree.head(noun) {
        Some(head) if own.is_empty() && is_verbal(tree, head) && !is(tree.dep(noun), "nsubj") => {
            controller(tree, cues, head, verb, depth)
        }
        _ => own,
    }
}

fn is_verbal(tree: &Tree<'_>, i: usize) -> bool {
    tree.token(i).upos == Upos::Verb || tree.token(i).upos == Upos::Aux || tree.is_clause(i)
}

/// The doers of a governing clause; for a coordinated verb its surface subject.
fn doers(tree: &Tree<'_>, cues: &Cues, head: usize, depth: usize, passive: bool) -> Vec<usize> {
    let all = subjects(tree, cues, head, depth + 1);
    if passive || !tree.is_passive(head) {
        all.into_iter().map(|s| s.word).collect()
    } else {
        // "was arrested and later fled": the surface subject goes on.
        all.into_iter().map(|s| s.word).collect()
    }
}

/// Who is meant by the missing subject of an infinitive or gerund under `head`.
fn controller(tree: &Tree<'_>, cues: &Cues, head: usize, verb: usize, depth: usize) -> Vec<usize> {
    if tree.dep(verb) == "ccomp" && tree.children(verb).any(|c| matches!(tree.dep(c), "cop" | "aux")) {
        // "estimated *30,000 workers* were there": the clause's subject, read as an object.
        let object = tree.children(head).find(|&c| tree.dep(c) == "obj" && c < verb && c > head);
        if let Some(object) = object {
            return tree.conjuncts(object);
        }
    }
    let object_control = cues.controls_object(tree.lemma(head));
    if object_control {
        let objects: Vec<usize> = tree
            .children(head)
            .filter(|&c| matches!(tree.dep(c), "obj" | "iobj") || is_amount(tree, c))
            .collect();
        if !objects.is_empty() {
            return objects
                .into_iter()
                .flat_map(|o| tree.conjuncts(o))
                .collect();
        }
        // "called on Minsk to stop": the one called upon.
        let on: Vec<usize> = tree
            .children(head)
            .filter(|&c| {
                is(tree.dep(c), "obl")
                    && tree
                        .preposition(c)
                        .is_some_and(|w| matches!(w.as_str(), "on" | "upon" | "to" | "for"))
                    && c < verb
            })
            .collect();
        if !on.is_empty() && tree.dep(verb) != "advcl"
            || cues.calls_upon(tree.lemma(head)) && !on.is_empty()
        {
            return on.into_iter().flat_map(|o| tree.conjuncts(o)).collect();
        }
    }
    subjects(tree, cues, head, depth + 1)
        .into_iter()
        .map(|s| s.word)
        .collect()
}

/// Returns the arguments of an event noun: "the attack by X on Y", "Y's arrest", "Russian support for Z".
pub fn of_noun(tree: &Tree<'_>, cues: &Cues, noun: usize, depth: usize) -> Arguments {
    let mut out = Arguments::default();
    let mut owners = Vec::new();
    let (mut by, mut of) = (Vec::new(), Vec::new());
    for c in tree.children(noun) {
        match tree.dep(c) {
            "nmod:poss" => owners.extend(tree.conjuncts(c)),
            "compound" | "amod" | "nmod:desc" | "nmod:unmarked"
                if c < noun && is_name_like(tree, c) =>
            {
                owners.extend(tree.conjuncts(c))
            }
            dep if is(dep, "nmod") || is(dep, "obl") => {
                if let Some(word) = tree.preposition(c) {
                    match word.as_str() {
                        "by" => by.extend(tree.conjuncts(c)),
                        "of" => of.extend(tree.conjuncts(antecedent(tree, c).unwrap_or(c))),
                        _ => {}
                    }
                    fill(tree, &mut out, Slot::Prep(word.into()), c);
                }
                // "the training of soldiers *by Norland*": parsers hang it on the soldiers.
                for inner in tree.children(c).filter(|&i| is(tree.dep(i), "nmod")) {
                    match tree.preposition(inner).as_deref() {
                        Some("by") => by.extend(tree.conjuncts(inner)),
                        Some("of") | None => {}
                        Some(word) => fill(tree, &mut out, Slot::Prep(word.into()), inner),
                    }
                }
            }
            "acl" | "ccomp" | "advcl" | "xcomp" | "acl:relcl"
                if tree.dep(c) != "acl:relcl"
                    || tree.children(c).any(|m| tree.dep(m) == "mark") =>
            {
                if tree.token(c).xpos != "VBN" {
                    out.add(Slot::Clause, c);
                }
            }
            _ => {}
        }
    }
    // "North Korean": two words of one name; the last stands for both.
    let all = owners.clone();
    owners.retain(|&i| {
        let name = tree.sentence.names.iter().find(|n| n.first as usize <= i && i <= n.last as usize);
        !name.is_some_and(|n| all.iter().any(|&later| later > i && later <= n.last as usize))
    });
    for &i in owners.iter().chain(&of) {
        out.add(Slot::Poss, i);
    }
    if by.is_empty() {
        if let Some((&first, rest)) = owners.split_first() {
            out.add(Slot::Subj, first);
            for &i in rest {
                // "the Norland–Sudoria war": the second is the other side, unless coordinated with the first.
                let slot = if tree.dep(i) == "conj" && !hyphenated(tree, first, i) {
                    Slot::Subj
                } else {
                    Slot::Obj
                };
                out.add(slot, i);
            }
        }
    } else {
        for &i in &by {
            out.add(Slot::Subj, i);
        }
        for &i in &owners {
            out.add(Slot::Obj, i);
        }
    }
    for &i in &of {
        out.add(Slot::Obj, i);
    }
    if depth < 4 {
        carried(tree, cues, noun, depth, &mut out);
    }
    out
}

fn hyphenated(tree: &Tree<'_>, first: usize, second: usize) -> bool {
    second == first + 2 && matches!(tree.form(first + 1), "-" | "–" | "—")
}

fn is_name_like(tree: &Tree<'_>, i: usize) -> bool {
    tree.form(i).chars().next().is_some_and(char::is_uppercase)
}

/// Adds what a light verb brings: "*X* carried out an attack *on Y*", "*X* took part in the war".
fn carried(tree: &Tree<'_>, cues: &Cues, noun: usize, depth: usize, out: &mut Arguments) {
    let mut top = noun;
    while tree.dep(top) == "conj" {
        match tree.head(top) {
            Some(head) if tree.token(head).upos != Upos::Verb => top = head,
            _ => break,
        }
    }
    if let Some(role) = tree.head(top).filter(|&r| is(tree.dep(top), "nmod") && cues.is_joining_noun(tree.lemma(r))) {
        // "Norland's involvement in the attack", "denied any role in it".
        for doer in of_noun(tree, cues, role, depth + 1).get(&Slot::Subj) {
            out.add(Slot::Subj, doer);
        }
        return;
    }
    let Some(verb) = tree.head(top) else { return };
    if tree.token(verb).upos != Upos::Verb && !cues.is_light(tree.lemma(verb)) {
        return;
    }
    let preposition = tree.preposition(top);
    let dep = tree.dep(top);
    // "plan an attack", "agreed taxes": whoever plans the event is its doer.
    let light = cues.is_light(tree.lemma(verb)) || cues.verb(tree.lemma(verb)).is_some();
    let object = matches!(dep, "obj" | "nsubj:pass") || dep == "acl";
    let joined = is(dep, "obl")
        && preposition
            .as_deref()
            .is_some_and(|p| matches!(p, "in" | "with" | "to" | "for"))
        && cues.is_joining(tree.lemma(verb));
    if !(light && object || joined) {
        return;
    }
    let own_doer = out.has(&Slot::Subj);
    let passive = tree.is_passive(verb);
    for s in subjects(tree, cues, verb, depth + 1) {
        if !s.passive && s.word != noun && s.word != top {
            if own_doer && !joined {
                // "suffered Norland's attack" is no attack by the sufferer.
                continue;
            }
            out.add(Slot::Subj, s.word);
        }
    }
    for c in tree.children(verb) {
        if c == top {
            continue;
        }
        if is(tree.dep(c), "obl") {
            if let Some(word) = tree.preposition(c) {
                if passive && word == "by" || tree.dep(c) == "obl:agent" {
                    fill(tree, out, Slot::Subj, c);
                } else {
                    fill(tree, out, Slot::Prep(word.into()), c);
                }
            }
        } else if tree.dep(c) == "iobj" {
            fill(tree, out, Slot::Iobj, c);
        } else if matches!(tree.dep(c), "xcomp" | "advcl") && !out.has(&Slot::Clause) {
            gerund(tree, out, c);
        }
    }
}

/// Returns the arguments of a role noun: who holds it, of whom.
pub fn of_role(tree: &Tree<'_>, cues: &Cues, noun: usize) -> Arguments {
    let mut out = of_noun(tree, cues, noun, 4);
    out.0
        .retain(|(slot, _)| !matches!(slot, Slot::Subj | Slot::Obj));
    let mut holders = Vec::new();
    let head = tree.head(noun);
    match (tree.dep(noun), head) {
        ("nmod:desc" | "compound" | "flat" | "nmod:unmarked", Some(name))
            if is_name_like(tree, name) && name > noun =>
        {
            holders.push(name);
            for c in tree.children(name) {
                if c < noun
                    && matches!(tree.dep(c), "amod" | "nmod:poss" | "compound" | "nmod:desc")
                    && is_name_like(tree, c)
                    && c != noun
                {
                    out.add(Slot::Poss, c);
                }
            }
        }
        ("appos", Some(name)) => holders.push(name),
        ("conj", Some(first)) => {
            let earlier = of_role(tree, cues, first);
            holders.extend(earlier.get(&Slot::Subj).filter(|&i| i != first));
        }
        (dep, Some(verb)) if is(dep, "obl") && tree.preposition(noun).as_deref() == Some("as") => {
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
