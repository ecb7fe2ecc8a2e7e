//! Control: who does what an infinitive or gerund says, where another clause names him.

use super::Status;
use super::arguments::is_amount;
use super::cues::Cues;
use super::subjects::{relative, subjects};
use super::tree::{Tree, is};
use crate::syntax::Upos;

/// "It is time *for Norland* to withdraw", "no need *for Norland* to withdraw": who is to do it.
pub(super) fn for_whom(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let to = tree
        .children(verb)
        .find(|&c| tree.dep(c) == "mark" && tree.lemma(c) == "to")?;
    let head = tree.head(verb)?;
    let whole = |c: usize| (c..to).all(|i| tree.under(i, c));
    let first = |c: usize| (0..=c).find(|&i| tree.under(i, c) && tree.dep(i) != "case");
    // Parsers may hang "for" on the infinitive.
    let marked = |c: usize| {
        let before = first(c).and_then(|i| i.checked_sub(1));
        before.is_some_and(|i| tree.lemma(i) == "for" && tree.head(i) == Some(verb))
    };
    let phrase = |c: usize| is(tree.dep(c), "obl") || is(tree.dep(c), "nmod");
    // Parsers may hang the infinitive on the name itself.
    let mut names = std::iter::once(head).chain(tree.children(head).filter(|&c| phrase(c)));
    names.find(|&c| {
        c < to
            && whole(c)
            && (tree.preposition(c).as_deref() == Some("for") || marked(c))
            && matches!(tree.token(c).upos, Upos::Propn | Upos::Pron)
    })
}

/// "the group *which* officials say attacked the port": the antecedent, where it is the subject of what is said.
fn taken_out(tree: &Tree<'_>, head: usize, verb: usize) -> Option<usize> {
    let finite = |i: usize| matches!(tree.token(i).xpos, "VBD" | "VBZ" | "VBP" | "MD");
    let auxiliary = |c: usize| is(tree.dep(c), "aux") || tree.dep(c) == "cop";
    // "say *attacked* the port": a past that looks like a participle.
    let past = tree.token(verb).xpos == "VBN" && tree.child(verb, "obj").is_some();
    let clause = tree.dep(verb) == "ccomp"
        && (finite(verb) || past || tree.children(verb).any(|c| auxiliary(c) && finite(c)))
        && tree.child(verb, "mark").is_none();
    let (antecedent, relativizer) = relative(tree, head).filter(|_| clause)?;
    let role = tree.dep(relativizer?);
    let own = tree
        .child(head, "nsubj")
        .is_some_and(|s| Some(s) != relativizer);
    (own && !is(role, "nsubj")).then_some(antecedent)
}

/// "blasted *Norland* for not arming Sudoria", "lashed out at *Norland* for arming Sudoria", "talked *Norland* into
/// arming Sudoria", "imposed sanctions on *Norland* for arming Sudoria": the one reproached, thanked or moved has the deed, whatever the verb.
pub(super) fn reproached(tree: &Tree<'_>, cues: &Cues, head: usize, verb: usize) -> Option<usize> {
    let mark = tree
        .children(verb)
        .find(|&c| c < verb && matches!(tree.dep(c), "mark" | "case"))?;
    let gerund = |i: usize| tree.token(i).xpos == "VBG";
    let deed = gerund(verb)
        || tree
            .children(verb)
            .any(|c| gerund(c) && is(tree.dep(c), "aux"));
    let form = tree.form(mark).to_lowercase();
    if !deed || tree.is_passive(head) || !matches!(form.as_str(), "for" | "over" | "into") {
        return None;
    }
    let somebody = |c: usize| {
        let token = tree.token(c);
        matches!(token.upos, Upos::Propn | Upos::Pron) || cues.is_person(&token.lemma)
    };
    // "imposed *sanctions on Norland* for arming Sudoria"
    let objects = tree.children(head).filter(|&c| tree.dep(c) == "obj");
    let measures = objects.flat_map(|o| tree.children(o).filter(move |&c| c > o));
    let measures = measures.filter(|&c| is(tree.dep(c), "nmod"));
    let whom = tree.children(head).chain(measures);
    let whom = whom.filter(|&c| c > head && c < mark);
    whom.filter(|&c| match tree.dep(c) {
        "obj" | "iobj" => true,
        dep if (is(dep, "obl") || is(dep, "nmod")) && form != "into" => matches!(
            tree.preposition(c).as_deref(),
            Some("at" | "on" | "upon" | "against")
        ),
        _ => false,
    })
    .find(|&c| somebody(c) && !tree.is_relativizer(c))
}

/// Who is meant by the missing subject of an infinitive or gerund under `head`.
pub(super) fn controller(
    tree: &Tree<'_>,
    cues: &Cues,
    head: usize,
    verb: usize,
    depth: usize,
) -> Vec<usize> {
    if tree.dep(verb) == "ccomp"
        && tree
            .children(verb)
            .any(|c| matches!(tree.dep(c), "cop" | "aux"))
    {
        // "estimated *30,000 workers* were there": the clause's subject, read as an object.
        let object = tree
            .children(head)
            .find(|&c| tree.dep(c) == "obj" && c < verb && c > head);
        if let Some(object) = object {
            return tree.conjuncts(object);
        }
    }
    if let Some(antecedent) = taken_out(tree, head, verb) {
        return tree.conjuncts(antecedent);
    }
    // "*Led* by X, the party took": a participle beside the clause has its subject.
    let aside = tree.dep(verb) == "advcl"
        && !tree
            .children(verb)
            .any(|c| matches!(tree.dep(c), "mark" | "case"));
    // "*While visiting* Norland, he urged Sudoria to …": what stands before the clause has its subject.
    let aside = aside || matches!(tree.dep(verb), "advcl" | "acl") && verb < head;
    // "asked Norland *for permission to strike*": whoever asks is to strike.
    let mark = tree.children(verb).find(|&c| tree.dep(c) == "mark");
    let asked_for = mark
        .and_then(|mark| mark.checked_sub(1))
        .is_some_and(|noun| {
            is(tree.dep(noun), "obl")
                && tree.head(noun) == Some(head)
                && tree.preposition(noun).as_deref() == Some("for")
        });
    let aside = aside || asked_for;
    if let Some(reproached) = reproached(tree, cues, head, verb).filter(|_| !aside) {
        return tree.conjuncts(reproached);
    }
    if cues.controls_object(tree.lemma(head)) && !aside {
        let objects: Vec<usize> = tree
            .children(head)
            .filter(|&c| matches!(tree.dep(c), "obj" | "iobj") || is_amount(tree, c))
            // "paid *$4 million* to acquire the bank": money does nothing.
            .filter(|&c| tree.token(c).upos != Upos::Sym)
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
    // "was used *by Norland* to strike the port": whoever uses it has the purpose.
    // "is said *by Norland* to strike the port" is what somebody says, and no purpose.
    let said = cues.verb(tree.lemma(head)) == Some(Status::Actual);
    let purpose = tree.dep(verb) != "ccomp"
        && !said
        && tree.is_passive(head)
        && tree
            .children(verb)
            .any(|c| tree.dep(c) == "mark" && tree.lemma(c) == "to");
    let agents: Vec<usize> = tree
        .children(head)
        .filter(|&c| purpose && is(tree.dep(c), "obl"))
        .filter(|&c| tree.preposition(c).as_deref() == Some("by"))
        .flat_map(|c| tree.conjuncts(c))
        .collect();
    if !agents.is_empty() && !cues.controls_object(tree.lemma(head)) {
        return agents;
    }
    subjects(tree, cues, head, depth + 1)
        .into_iter()
        .map(|s| s.word)
        .collect()
}
