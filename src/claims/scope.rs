//! How sure: the status that the words around a predicate give it.

use super::Status;
use super::cues::Cues;
use super::irrealis::{
    is_announced, is_charged, is_left_open, is_purpose, is_rejected, kept_by, shown_by,
};
use super::subjects::is_ranked;
use super::tree::{Tree, is};
use crate::syntax::Upos;
use std::collections::BTreeSet;

/// Returns the weaker of two statuses; a denied denial is merely possible.
pub fn weaken(a: Status, b: Status) -> Status {
    match (a, b) {
        (Status::Denied, Status::Denied) => Status::Possible,
        (Status::Denied, _) | (_, Status::Denied) => Status::Denied,
        (Status::Possible, _) | (_, Status::Possible) => Status::Possible,
        (Status::Planned, _) | (_, Status::Planned) => Status::Planned,
        _ => Status::Actual,
    }
}

/// Returns the status that a sentence gives one of its predicates.
///
/// Walks from the predicate towards the root and weakens the status at every cue. Stops at an event that its doer owns (`owned`:
/// "Norland's attack") and at `contents`, the heads of what somebody says: a speaker's own modality is not that of what is said.
/// Takes time linear in the depth of the tree and the number of words beside the path.
pub fn status(
    tree: &Tree<'_>,
    cues: &Cues,
    predicate: usize,
    owned: bool,
    contents: &BTreeSet<usize>,
) -> Status {
    let mut status = marks(tree, cues, predicate, None);
    let doubted = |verb| self::status(tree, cues, verb, false, contents) == Status::Possible;
    if shown_by(tree, cues, predicate).is_some_and(doubted) {
        status = weaken(status, Status::Possible);
    }
    // "will not join *Norland's war*", "spoke against Norland's attack": these are known.
    let joins = |verb| cues.is_joining(tree.lemma(verb));
    let joined = || tree.dep(predicate) == "obj" && tree.head(predicate).is_some_and(joins);
    if owned && (is(tree.dep(predicate), "obl") || joined()) {
        return status;
    }
    let mut at = predicate;
    for _ in 0..tree.len() {
        let Some(head) = tree.head(at) else { break };
        if contents.contains(&at) {
            // "police *suspect* that …", "is *considering* a ban": a speaker, but an unsure one.
            let unsure = governor(tree, cues, head);
            if matches!(unsure, Status::Possible | Status::Planned) {
                status = weaken(status, unsure);
                // "*may* be willing to leave"
                if tree.dep(at) == "xcomp" && marks(tree, cues, head, None) == Status::Possible {
                    status = weaken(status, Status::Possible);
                }
            }
            // "*allegedly* told her that …": what is said is no surer than that it is.
            let cue = std::iter::once(head).chain(tree.ancestors(head));
            let cue = cue.into_iter().find(|&i| tree.token(i).upos == Upos::Verb);
            let hedge =
                |c| tree.dep(c) == "advmod" && cues.adverb(tree.lemma(c)) == Some(Status::Possible);
            if cue.is_some_and(|cue| tree.children(cue).any(hedge)) {
                status = weaken(status, Status::Possible);
            }
            if cues.is_evidence(tree.lemma(head)) {
                // "a video *allegedly shows* …", "images *appear to show* …": doubtful evidence.
                at = head;
                status = weaken(status, marks(tree, cues, head, None));
                continue;
            }
            break;
        }
        if at == predicate && is_circumstance(tree, cues, at) {
            break;
        }
        // "The *Norlandic raid* was not linked with …": whose it is, was done; "was not reported" leaves that open.
        let known = is_definite(tree, at)
            || owned
                && at == predicate
                && is(tree.dep(at), "nsubj")
                && cues.verb(tree.lemma(head)).is_none()
                && marks(tree, cues, head, Some(at)) == Status::Denied;
        match step(tree, cues, at, head, known) {
            Step::Stop => break,
            Step::Take(outer) => status = weaken(status, outer),
            Step::TakeAndStop(outer) => {
                status = weaken(status, outer);
                break;
            }
        }
        at = head;
    }
    status
}

/// Returns the status of an event noun that is answered: "rejected *Norland's demand*" leaves the demand made.
pub fn answered(tree: &Tree<'_>, cues: &Cues, noun: usize) -> Option<Status> {
    let verb = tree
        .head(noun)
        .filter(|&h| cues.is_answering(tree.lemma(h)))?;
    let addressed = tree.dep(noun) == "obj" || is(tree.dep(noun), "obl");
    (addressed && tree.token(verb).upos == Upos::Verb).then(|| marks(tree, cues, noun, None))
}

enum Step {
    Stop,
    Take(Status),
    TakeAndStop(Status),
}

/// What the head of a word says about it.
fn step(tree: &Tree<'_>, cues: &Cues, at: usize, head: usize, known: bool) -> Step {
    if is_left_open(tree, at, head) || is_charged(tree, cues, at, head) {
        // "It is time *for Norland to withdraw*", "was accused *of arming them*"
        return Step::Take(weaken(Status::Possible, marks(tree, cues, head, Some(at))));
    }
    if matches!(tree.dep(at), "acl" | "advcl" | "ccomp") && is_ranked(tree, cues, head) {
        // "was *not* the first to arm them": others did too.
        return Step::Take(match marks(tree, cues, head, Some(at)) {
            Status::Denied => Status::Actual,
            other => other,
        });
    }
    let verbal = tree.token(at).upos == Upos::Verb || tree.is_clause(at);
    let governed = |i: usize| governor(tree, cues, i);
    match tree.dep(at) {
        "conj" => {
            let own = tree
                .children(at)
                .any(|c| is(tree.dep(c), "nsubj") || is(tree.dep(c), "aux"));
            if is_rejected(tree, at) {
                Step::TakeAndStop(Status::Denied)
            } else if own || !verbal {
                Step::Take(Status::Actual)
            } else {
                Step::Take(marks(tree, cues, head, Some(at)))
            }
        }
        "cop" => Step::Take(marks(tree, cues, head, Some(at))),
        "xcomp" if is_purpose(tree, cues, at, head) => {
            Step::Take(weaken(Status::Planned, marks(tree, cues, head, Some(at))))
        }
        "xcomp" | "csubj" | "csubj:pass" => {
            Step::Take(weaken(governed(head), marks(tree, cues, head, Some(at))))
        }
        "ccomp" => {
            let gerund = tree.token(at).xpos == "VBG";
            let raised = tree.token(head).upos == Upos::Noun
                || matches!(
                    tree.lemma(head),
                    "think" | "believe" | "expect" | "be" | "likely" | "mean"
                )
                || gerund;
            Step::Take(if raised {
                weaken(governed(head), marks(tree, cues, head, Some(at)))
            } else {
                governed(head)
            })
        }
        "advcl" => {
            let mark = tree
                .children(at)
                .find(|&c| matches!(tree.dep(c), "mark" | "case"))
                .map(|c| tree.form(c).to_lowercase());
            match mark.as_deref() {
                Some("to") => {
                    let outer = marks(tree, cues, head, Some(at));
                    let complement =
                        phrasal(tree, cues, head).or_else(|| cues.verb(tree.lemma(head)));
                    Step::Take(weaken(complement.unwrap_or(Status::Planned), outer))
                }
                Some("without" | "instead" | "rather") => Step::TakeAndStop(Status::Denied),
                // "talked *about* leaving"
                Some("about") => Step::TakeAndStop(Status::Possible),
                Some("of" | "from" | "for" | "over" | "in" | "by" | "against") => {
                    Step::Take(weaken(governed(head), marks(tree, cues, head, Some(at))))
                }
                // "may well win *after calling* him a liar": that was before.
                Some("after" | "despite" | "since") => Step::Stop,
                // "due to speak in Norland *before flying on to* Sudoria".
                _ if tree.token(at).xpos == "VBG" => Step::Take(marks(tree, cues, head, Some(at))),
                _ => Step::Stop,
            }
        }
        "acl:relcl" if tree.children(at).any(|c| tree.dep(c) == "mark") => {
            // "accusations that it had armed them": a content clause.
            Step::Take(weaken(governed(head), marks(tree, cues, head, Some(at))))
        }
        "acl" => {
            let infinitive = tree
                .children(at)
                .any(|c| tree.dep(c) == "mark" && tree.lemma(c) == "to");
            let cue = cues.noun_of_clause(tree.lemma(head));
            if let Some(verb) = kept_by(tree, cues, head).filter(|_| cue == Some(Status::Planned)) {
                return Step::Take(marks(tree, cues, verb, Some(head)));
            }
            match (cue, infinitive) {
                (Some(cue), _) => Step::Take(weaken(cue, marks(tree, cues, head, Some(at)))),
                (None, true) if cues.is_person(tree.lemma(head)) => Step::Take(Status::Planned),
                (None, true) => Step::Take(Status::Actual),
                (None, false) => Step::Stop,
            }
        }
        "acl:relcl" | "appos" | "parataxis" | "nmod:poss" | "dislocated" => Step::Stop,
        "obj" | "nsubj:pass" => {
            let cue = cues.verb(tree.lemma(head));
            match cue {
                Some(cue) if cue != Status::Actual => {
                    Step::Take(weaken(cue, marks(tree, cues, head, Some(at))))
                }
                _ if cues.is_light(tree.lemma(head)) || !known => {
                    Step::Take(marks(tree, cues, head, Some(at)))
                }
                _ => Step::Stop,
            }
        }
        "nsubj" => {
            if cues.is_occurring(tree.lemma(head))
                || cues.is_light(tree.lemma(head))
                || tree.lemma(head) == "be"
            {
                Step::Take(marks(tree, cues, head, Some(at)))
            } else if tree.children(head).any(|c| tree.dep(c) == "cop") && !known {
                Step::Take(weaken(governed(head), marks(tree, cues, head, Some(at))))
            } else {
                Step::Stop
            }
        }
        dep if is(dep, "obl") => {
            if cues.is_joining(tree.lemma(head)) {
                Step::Take(marks(tree, cues, head, Some(at)))
            } else if let Some(cue) = cues
                .verb(tree.lemma(head))
                .filter(|&c| c != Status::Actual && !known)
            {
                Step::Take(weaken(cue, marks(tree, cues, head, Some(at))))
            } else if !known
                && tree
                    .preposition(at)
                    .is_some_and(|p| matches!(p.as_str(), "for" | "to"))
            {
                Step::Take(weaken(Status::Planned, marks(tree, cues, head, Some(at))))
            } else {
                Step::Stop
            }
        }
        dep if is(dep, "nmod") => match cues.noun(tree.lemma(head)) {
            // "soldiers for training"
            _ if cues.is_person(tree.lemma(head))
                && tree.preposition(at).as_deref() == Some("for") =>
            {
                Step::Take(Status::Planned)
            }
            // "any involvement in the attack"
            _ if cues.is_joining_noun(tree.lemma(head)) => {
                Step::Take(marks(tree, cues, head, Some(at)))
            }
            Some(cue) if cue != Status::Actual => {
                Step::Take(weaken(cue, marks(tree, cues, head, Some(at))))
            }
            _ => Step::Stop,
        },
        "amod" | "compound" => Step::Stop,
        _ => Step::Take(Status::Actual),
    }
}

/// "*In talks with Norland*, Sudoria agreed to …": an event that goes with what the verb tells of, but is no part of it.
pub fn is_circumstance(tree: &Tree<'_>, cues: &Cues, noun: usize) -> bool {
    let beside = tree.preposition(noun).is_some_and(|word| {
        matches!(
            word.as_str(),
            "in" | "during"
                | "at"
                | "after"
                | "before"
                | "under"
                | "despite"
                | "following"
                | "amid"
        )
    });
    let joined = tree
        .head(noun)
        .is_some_and(|verb| cues.is_joining(tree.lemma(verb)) || cues.is_light(tree.lemma(verb)));
    beside && !joined && (is(tree.dep(noun), "obl") || tree.dep(noun) == "obj")
}

/// The status that a governing verb, adjective or noun gives its complement.
fn governor(tree: &Tree<'_>, cues: &Cues, i: usize) -> Status {
    let lemma = tree.lemma(i);
    let cue = match tree.token(i).upos {
        Upos::Verb | Upos::Aux => phrasal(tree, cues, i).or_else(|| cues.verb(lemma)),
        Upos::Adj => cues.adjective(lemma),
        Upos::Noun => cues.noun_of_clause(lemma),
        _ => None,
    };
    cue.unwrap_or(Status::Actual)
}

/// The status that a verb gives its complement with its particle: "*went on* to accuse".
pub(super) fn phrasal(tree: &Tree<'_>, cues: &Cues, verb: usize) -> Option<Status> {
    let next = |c: &usize| tree.dep(*c) == "advmod" && *c == verb + 1;
    let particle = tree
        .child(verb, "compound:prt")
        .or_else(|| tree.children(verb).find(next))?;
    cues.verb(&format!("{} {}", tree.lemma(verb), tree.lemma(particle)))
}

/// "the", "its", "Norland's": what is talked about as known.
fn is_definite(tree: &Tree<'_>, i: usize) -> bool {
    tree.children(i).any(|c| match tree.dep(c) {
        "nmod:poss" => true,
        "det" => matches!(tree.lemma(c), "the" | "this" | "that" | "these" | "those"),
        _ => false,
    })
}

/// Returns the status that a predicate has by the words right beside it, whatever the sentence says around it.
pub fn alone(tree: &Tree<'_>, cues: &Cues, predicate: usize) -> Status {
    marks(tree, cues, predicate, None)
}

/// The status that the words right beside a predicate give it.
fn marks(tree: &Tree<'_>, cues: &Cues, i: usize, from: Option<usize>) -> Status {
    let mut status = Status::Actual;
    let mut negated = false;
    if tree.is_to_be_done(i) || is_announced(tree, i) {
        status = Status::Planned;
    }
    // What was marked on the way here is not marked again.
    for c in tree.children(i).filter(|&c| Some(c) != from) {
        let lemma = tree.lemma(c);
        match tree.dep(c) {
            "aux" | "aux:pass" => {
                if let Some(modal) = cues
                    .modal(&tree.form(c).to_lowercase())
                    .or_else(|| cues.modal(lemma))
                {
                    status = weaken(status, modal);
                }
            }
            "advmod" | "discourse" | "obl" | "cc:preconj" => {
                if cues.negates(lemma) {
                    negated |= !cancelled(tree, i, c);
                } else if let Some(hedge) = cues.adverb(lemma) {
                    status = weaken(status, hedge);
                }
            }
            "mark" => {
                if let Some(condition) = cues.conjunction(lemma) {
                    status = weaken(status, condition);
                }
            }
            "det" | "nsubj" | "nsubj:pass" | "obj" => {
                let determiner = if tree.dep(c) == "det" {
                    Some(c)
                } else {
                    tree.child(c, "det").or_else(|| tree.child(c, "cc:preconj"))
                };
                let denies =
                    determiner.and_then(|d| cues.determiner(tree.lemma(d))) == Some(Status::Denied);
                if denies || matches!(lemma, "nobody" | "none" | "nothing") {
                    negated = true;
                }
            }
            "amod" if tree.token(i).upos == Upos::Noun => {
                let form = tree.form(c).to_lowercase();
                if let Some(hedge) = cues.adjective(lemma).or_else(|| cues.adjective(&form)) {
                    status = weaken(status, hedge);
                }
            }
            _ => {}
        }
    }
    if negated {
        weaken(status, Status::Denied)
    } else {
        status
    }
}

/// "not *only*", "did not … *until* February": what is negated is a limit, not the deed.
fn cancelled(tree: &Tree<'_>, predicate: usize, negation: usize) -> bool {
    let next = negation + 1;
    let only = next < tree.len() && matches!(tree.lemma(next), "only" | "just" | "merely");
    let until = |c: usize| {
        tree.children(c)
            .any(|m| matches!(tree.dep(m), "case" | "mark") && tree.lemma(m) == "until")
    };
    only || tree.children(predicate).any(until)
}
