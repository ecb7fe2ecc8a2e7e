//! Event nouns as predicates: "the attack by X on Y".

use super::Status;
use super::arguments::{Arguments, fill};
use super::clauses::gerund;
use super::cues::Cues;
use super::slot::Slot;
use super::subjects::{antecedent, is_content, subjects};
use super::tree::{Tree, is};
use crate::syntax::{Name, NameKind, Upos};

/// Returns the arguments of an event noun: "the attack by X on Y", "Y's arrest", "Russian support for Z".
pub fn of_noun(tree: &Tree<'_>, cues: &Cues, noun: usize, depth: usize) -> Arguments {
    let mut out = Arguments::default();
    let mut owners = Vec::new();
    let (mut by, mut of) = (Vec::new(), Vec::new());
    let mut deeper_by = Vec::new();
    let mut bare = Vec::new();
    // "the president and director of the bank": who holds a role is no event.
    let person = cues.is_person(tree.lemma(noun)) || tree.dep(noun) == "appos";
    let shared = match depth < 4 && !person {
        true => shared(tree, noun),
        false => Vec::new(),
    };
    for c in tree.children(noun).chain(shared) {
        match tree.dep(c) {
            "nmod:poss" => owners.extend(tree.conjuncts(c)),
            "compound" | "amod" | "nmod:desc" | "nmod:unmarked"
                if c < noun && is_name_like(tree, c) =>
            {
                owners.extend(first_of_pair(tree, c));
                owners.extend(tree.conjuncts(c))
            }
            "compound" | "amod" | "nmod:desc" if c < noun && tree.token(c).upos != Upos::Verb => {
                owners.extend(names_on(tree, c, 0));
                bare.extend(tree.conjuncts(c));
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
                        Some("by") => deeper_by.extend(tree.conjuncts(inner)),
                        Some("of") if is_aside(tree, cues, c) => {
                            of.extend(tree.conjuncts(inner));
                            fill(tree, &mut out, Slot::Prep("of".into()), inner);
                            by.extend(tree.children(inner).filter(|&c| is_agent(tree, c)));
                        }
                        Some("of") | None => {}
                        Some(word) => fill(tree, &mut out, Slot::Prep(word.into()), inner),
                    }
                }
            }
            "acl" | "ccomp" | "advcl" | "xcomp" | "acl:relcl"
                if (tree.dep(c) != "acl:relcl"
                    || is_content(tree, c)
                    || tree.children(c).any(|m| tree.dep(m) == "mark"))
                    && (tree.token(c).xpos != "VBN"
                        || tree
                            .children(c)
                            .any(|m| matches!(tree.dep(m), "mark" | "aux"))) =>
            {
                out.add(Slot::Clause, c);
            }
            _ => {}
        }
    }
    // "threats *made by Norland*", "sanctions *imposed on Norland*": a light participle says no more than "sanctions on Norland".
    let light = |&c: &usize| {
        let participle = tree.dep(c) == "acl" && tree.token(c).xpos == "VBN";
        participle && c > noun && cues.is_light(tree.lemma(c))
    };
    let makes = |verb: usize| {
        let lemma = tree.lemma(verb);
        // "a drill *led* by Norland" is not Norland's alone.
        lemma != "lead" && !cues.leaves_to_others(lemma) && cues.verb(lemma) != Some(Status::Denied)
    };
    for participle in tree.children(noun).filter(light) {
        for c in tree
            .children(participle)
            .filter(|&c| is(tree.dep(c), "obl"))
        {
            match tree.preposition(c) {
                Some(word) if word == "by" && owners.is_empty() && makes(participle) => {
                    by.extend(tree.conjuncts(c));
                }
                Some(word)
                    if matches!(word.as_str(), "on" | "against" | "to" | "with" | "over")
                        && !cues.is_time(tree.lemma(c)) =>
                {
                    fill(tree, &mut out, Slot::Prep(word.into()), c);
                }
                _ => {}
            }
        }
    }
    if owners.is_empty() && by.is_empty() {
        by.extend(steered(tree, cues, noun));
    }
    if owners.is_empty() {
        // "Norland's investigation into crimes *by Sudoria*" is Norland's.
        by.append(&mut deeper_by);
    }
    // "North Korean": two words of one name; the last stands for both.
    let all = owners.clone();
    owners.retain(|&i| {
        let name = tree
            .sentence
            .names
            .iter()
            .find(|n| n.first as usize <= i && i <= n.last as usize);
        let national = |n: &&Name| matches!(n.kind, NameKind::Nationality | NameKind::Polity);
        !name.filter(national).is_some_and(|n| {
            // "Norland-Sudoria ties" may come out as one name of two.
            all.iter()
                .any(|&later| later > i && later <= n.last as usize && !hyphenated(tree, i, later))
        })
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
    if !out.has(&Slot::Subj) && !cues.is_patient(tree.lemma(noun)) {
        // "a *rebel* attack", "the *police* raid"
        for i in bare
            .into_iter()
            .filter(|&i| tree.token(i).upos == Upos::Noun)
        {
            out.add(Slot::Subj, i);
        }
    }
    out
}

/// "the arrest *by Norland* of Ana Weiss", "the raid *in 1990* of …": a name or year that is of nobody, so that what
/// comes next, which parsers hang on it, is the event's.
fn is_aside(tree: &Tree<'_>, cues: &Cues, word: usize) -> bool {
    let preposition = tree.preposition(word);
    let beside = preposition.is_some_and(|p| matches!(p.as_str(), "by" | "in" | "on" | "at"));
    let polity = |n: &Name| {
        let inside = n.first as usize <= word && word <= n.last as usize;
        inside && n.kind == NameKind::Polity
    };
    let time = tree.token(word).upos == Upos::Num || cues.is_time(tree.lemma(word));
    beside && (time || tree.sentence.names.iter().any(polity))
}

/// "a *Norland*-led raid": who leads it does it.
fn steered(tree: &Tree<'_>, cues: &Cues, noun: usize) -> Option<usize> {
    let leads = |c: usize| tree.lemma(c) == "lead" && tree.token(c).xpos == "VBN";
    let led = tree
        .children(noun)
        .find(|&c| c < noun && tree.dep(c) == "amod" && leads(c))?;
    let name = led.checked_sub(2)?;
    let deed = cues.is_deed(tree.lemma(noun));
    (deed && hyphenated(tree, name, led) && is_name_like(tree, name)).then_some(name)
}

fn is_agent(tree: &Tree<'_>, word: usize) -> bool {
    is(tree.dep(word), "nmod") && tree.preposition(word).as_deref() == Some("by")
}

/// "*Norland's* invasion and occupation *of Sudoria*": what two events joined by a bare "and" share stands before the
/// first and after the second.
fn shared(tree: &Tree<'_>, noun: usize) -> Vec<usize> {
    let joined = |first: usize, second: usize| {
        let pair = second == first + 2 && tree.dep(first + 1) == "cc";
        pair && tree.dep(second) == "conj" && tree.head(second) == Some(first)
    };
    let after = |of: usize| {
        let phrase = |c: &usize| *c > of && is(tree.dep(*c), "nmod");
        tree.children(of).filter(phrase).collect::<Vec<_>>()
    };
    if let Some(first) = noun.checked_sub(2).filter(|&first| joined(first, noun)) {
        let whose = |c: &usize| {
            let nation = tree.dep(*c) == "amod" && is_name_like(tree, *c);
            *c < first && (tree.dep(*c) == "nmod:poss" || nation)
        };
        return tree.children(first).filter(whose).collect();
    }
    let second = Some(noun + 2).filter(|&second| second < tree.len() && joined(noun, second));
    match second {
        Some(second) if after(noun).is_empty() => after(second),
        _ => Vec::new(),
    }
}

/// "the *Norland*-Sudoria war", "*Norlandic*-Sudorian ties": two names joined, the first hung on the second.
fn first_of_pair<'t>(tree: &'t Tree<'_>, second: usize) -> impl Iterator<Item = usize> + 't {
    tree.children(second).filter(move |&i| {
        let modifies = matches!(tree.dep(i), "compound" | "amod");
        modifies && is_name_like(tree, i) && hyphenated(tree, i, second)
    })
}

/// "an *Israeli* air strike", "the *Norland-Sudoria* gas field deal": names hung on a nearer noun.
fn names_on(tree: &Tree<'_>, noun: usize, depth: usize) -> Vec<usize> {
    let mut names = Vec::new();
    for i in tree.children(noun).filter(|&i| i < noun) {
        let modifies = matches!(tree.dep(i), "compound" | "amod" | "nmod:poss");
        if modifies && is_name_like(tree, i) {
            let pair = names.len();
            names.extend(first_of_pair(tree, i));
            // Deeper down, "the *May* campaign finance report", only two names are sure to be the parties.
            if depth == 0 || names.len() > pair {
                names.push(i);
            }
        } else if tree.dep(i) == "compound" && depth < 2 {
            names.extend(names_on(tree, i, depth + 1));
        }
    }
    names
}

pub(super) fn hyphenated(tree: &Tree<'_>, first: usize, second: usize) -> bool {
    second == first + 2 && matches!(tree.form(first + 1), "-" | "–" | "—")
}

pub(super) fn is_name_like(tree: &Tree<'_>, i: usize) -> bool {
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
    // "held *two days* of talks": the measure stands where the event would.
    if is(tree.dep(top), "nmod")
        && tree.preposition(top).as_deref() == Some("of")
        && let Some(measure) = tree.head(top).filter(|&m| cues.is_measure(tree.lemma(m)))
    {
        top = measure;
    }
    if let Some(role) = tree
        .head(top)
        .filter(|&r| is(tree.dep(top), "nmod") && cues.is_joining_noun(tree.lemma(r)))
    {
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
    let cue = cues.verb(tree.lemma(verb));
    // "denied the claims": they are somebody else's.
    let answered = cue == Some(Status::Denied) && cues.is_said(tree.lemma(noun));
    let others = cues.leaves_to_others(tree.lemma(verb));
    let own = !answered && !others;
    let light = !others && (cues.is_light(tree.lemma(verb)) || cue.is_some() && own);
    if is(dep, "obl")
        && !out.has(&Slot::Subj)
        && matches!(preposition.as_deref(), Some("of" | "for" | "over"))
        && cues.controls_object(tree.lemma(verb))
    {
        // "accused Norland of an attack": the accused did it.
        for c in tree
            .children(verb)
            .filter(|&c| matches!(tree.dep(c), "obj" | "nsubj:pass"))
        {
            fill(tree, out, Slot::Subj, c);
        }
        return;
    }
    let object = matches!(dep, "obj" | "nsubj:pass") || dep == "acl";
    if let Some(word) = preposition.as_deref()
        && (is(dep, "obl") || dep == "obj")
        && matches!(
            word,
            "in" | "during"
                | "at"
                | "after"
                | "before"
                | "under"
                | "with"
                | "on"
                | "despite"
                | "ahead_of"
                | "following"
                | "over"
                | "amid"
                | "against"
                | "since"
                | "without"
                | "in_defiance_of"
                | "in_spite_of"
                | "because_of"
                | "thanks_to"
        )
    {
        // "*in talks* with Sudoria, Norland agreed", "*under pressure* from Sudoria, Norland left".
        let host = Slot::Prep(format!("host_{word}").into());
        let alone = !out.has(&Slot::Subj);
        for s in subjects(tree, cues, verb, depth + 1) {
            let apart = !tree.under(s.word, top);
            if apart && alone && out.has(&Slot::Prep("with".into())) && word != "with" {
                out.add(Slot::Subj, s.word);
            }
            if apart {
                out.add(host.clone(), s.word);
            }
        }
    }
    let from = out.has(&Slot::Prep("from".into()));
    if cues.is_answering(tree.lemma(verb)) && (out.has(&Slot::Subj) || from) {
        // "rejected *Norland's* demand": it was made of whoever rejects it.
        let addressed = is(dep, "obl")
            && preposition
                .as_deref()
                .is_some_and(|p| matches!(p, "to" | "with" | "in_to" | "off" | "aside"));
        if dep == "obj" || addressed {
            for s in subjects(tree, cues, verb, depth + 1) {
                out.add(Slot::Prep("reply".into()), s.word);
            }
        }
    }
    let joined = is(dep, "obl")
        && preposition
            .as_deref()
            .is_some_and(|p| matches!(p, "in" | "with" | "to" | "for"))
        && cues.is_joining(tree.lemma(verb))
        && !cues.is_said(tree.lemma(noun));
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
