//! Joined verbs: "said progress was slow and *urged* Norland to act", where the tree has the progress urge, and
//! "said trade would grow and *praised* Norland", where it has the trade praise.

use super::super::token::{Token, Upos};
use super::under;

/// Verbs that only somebody who speaks can be the subject of.
const SPEAKING: [&str; 24] = [
    "urge",
    "accuse",
    "warn",
    "criticise",
    "criticize",
    "condemn",
    "praise",
    "thank",
    "demand",
    "insist",
    "add",
    "deny",
    "vow",
    "pledge",
    "promise",
    "threaten",
    "appeal",
    "denounce",
    "apologise",
    "apologize",
    "welcome",
    "blame",
    "dismiss",
    "reject",
];

/// Joins a verb to the one that has its subject where it was joined to what that one governs.
pub(super) fn mend(tokens: &mut [Token]) {
    raise_finite(tokens);
    raise_speaking(tokens);
    join_contents(tokens);
    join_gerunds(tokens);
}

/// "accused Norland *of arming rebels and of jailing* envoys": a second gerund after the same word is joined to the first.
fn join_gerunds(tokens: &mut [Token]) {
    for second in 1..tokens.len() {
        let here = &tokens[second];
        let Some(head) = here
            .head
            .filter(|_| here.dep == "conj" && here.xpos == "VBG")
        else {
            continue;
        };
        let mark = |gerund: usize| {
            let mark = gerund.checked_sub(1).map(|before| &tokens[before])?;
            let its =
                mark.head == u32::try_from(gerund).ok() && matches!(mark.dep, "mark" | "case");
            its.then_some(&*mark.lemma)
        };
        let Some(word) = mark(second).filter(|&word| word != "to") else {
            continue;
        };
        let head = head as usize;
        let first = (head + 1..second)
            .find(|&i| tokens[i].xpos == "VBG" && mark(i) == Some(word) && under(tokens, i, head));
        if let Some(first) =
            first.filter(|_| tokens[head].upos == Upos::Verb && mark(head).is_none())
        {
            tokens[second].head = u32::try_from(first).ok();
        }
    }
}

/// "reported that Chad left, *and that Mali stayed*": a second that-clause is joined to the first, not to the verb.
fn join_contents(tokens: &mut [Token]) {
    for verb in 1..tokens.len() {
        let under = |i: usize, head: usize| tokens[i].head == u32::try_from(head).ok();
        let that = |clause: usize| {
            let mark = |i: usize| tokens[i].dep == "mark" && &*tokens[i].lemma == "that";
            (0..tokens.len()).any(|i| under(i, clause) && mark(i))
        };
        let Some(said) = tokens[verb].head.map(|head| head as usize) else {
            continue;
        };
        if tokens[verb].dep != "conj" || said > verb || that(said) || !that(verb) {
            continue;
        }
        let first = (said..verb).find(|&i| under(i, said) && tokens[i].dep == "ccomp" && that(i));
        if let Some(first) = first {
            tokens[verb].head = u32::try_from(first).ok();
        }
    }
}

/// "said trade would grow and *praised* Norland": a past tense shares neither a "would" nor a "to", so that it is
/// joined to the past tense above.
fn raise_finite(tokens: &mut [Token]) {
    for verb in 1..tokens.len() {
        let bare = |i: usize| {
            let under = |t: &&Token| t.head == u32::try_from(i).ok();
            let mut children = tokens.iter().filter(under);
            !children
                .any(|t| t.dep.starts_with("nsubj") || t.dep.starts_with("aux") || t.dep == "cop")
        };
        let past = |i: usize| tokens[i].upos == Upos::Verb && tokens[i].xpos == "VBD";
        let above = |i: usize| tokens[i].head.map(|head| head as usize);
        let joined = tokens[verb].dep == "conj" && past(verb) && bare(verb);
        let Some(infinitive) = above(verb).filter(|&i| joined && tokens[i].xpos == "VB") else {
            continue;
        };
        let governed =
            |i: &usize| matches!(tokens[*i].dep, "ccomp" | "xcomp" | "advcl" | "acl" | "conj");
        let path: Vec<usize> = std::iter::successors(Some(infinitive), |i| {
            above(*i).filter(|_| governed(i) && !past(*i))
        })
        .take(tokens.len())
        .collect();
        let governor = path.last().copied().filter(|&i| past(i) && i < verb);
        let Some(head) = governor.and_then(|i| u32::try_from(i).ok()) else {
            continue;
        };
        tokens[verb].head = Some(head);
        // What stands after the verb is no longer in reach of what stands before it.
        let inner = |head: Option<u32>| {
            head.is_some_and(|h| path[..path.len() - 1].contains(&(h as usize)))
        };
        for token in tokens.iter_mut().skip(verb + 1) {
            if inner(token.head) && token.dep != "punct" {
                token.head = u32::try_from(verb).ok();
            }
        }
    }
}

/// Joins a verb of speech to the one before it where it was joined to what is said, and that is said of a thing.
fn raise_speaking(tokens: &mut [Token]) {
    for verb in 1..tokens.len() {
        let here = &tokens[verb];
        let speaks = here.dep == "conj" && here.xpos == "VBD" && SPEAKING.contains(&&*here.lemma);
        let Some(clause) = here.head.filter(|_| speaks).map(|head| head as usize) else {
            continue;
        };
        let said = tokens[clause]
            .head
            .filter(|_| tokens[clause].dep == "ccomp");
        let Some(said) = said.map(|said| said as usize) else {
            continue;
        };
        let under = |i: usize, head: usize| tokens[i].head == u32::try_from(head).ok();
        let subject = |head: usize| {
            (0..tokens.len()).find(|&i| under(i, head) && tokens[i].dep.starts_with("nsubj"))
        };
        let own = subject(verb).is_some();
        let thing = subject(clause)
            .is_some_and(|i| tokens[i].upos == Upos::Noun || &*tokens[i].lemma == "it");
        let speaker = subject(said).is_some();
        if !own && thing && speaker && said < clause && tokens[said].xpos == "VBD" {
            tokens[verb].head = u32::try_from(said).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn a_second_that_clause_is_joined_to_the_first() {
        let text = "The Harbour Times reported on Monday that a Norwegian man was arrested, and that police were searching for his friends.";
        let sentence = parsed(text);
        let form = |t: &crate::syntax::Token| t.span.of(text);
        let found = sentence.tokens.iter().find(|t| form(t) == "searching");
        let above = found.and_then(|t| t.head);
        let above = above.map(|head| form(&sentence.tokens[head as usize]));
        assert_eq!(above, Some("arrested"));
    }

    #[test]
    fn a_second_deed_of_the_accused_is_joined_to_the_first() {
        let text = "Amnesty accused Chad of bombing Sudan and of jailing Ana Weiss.";
        let sentence = parsed(text);
        let form = |t: &crate::syntax::Token| t.span.of(text);
        let found = sentence.tokens.iter().find(|t| form(t) == "jailing");
        let above = found.and_then(|t| t.head).map(|head| head as usize);
        assert_eq!(above.map(|i| form(&sentence.tokens[i])), Some("bombing"));
    }

    #[test]
    fn who_says_something_of_a_thing_also_urges() {
        let text = "Ana Weiss said progress was slow and urged Norland to act.";
        let sentence = parsed(text);
        let urged = &sentence.tokens[7];
        assert_eq!((urged.dep, urged.head), ("conj", Some(2)));
    }

    #[test]
    fn a_past_tense_is_joined_to_the_past_tense() {
        for (text, verb, head) in [
            (
                "Ana Weiss said trade would rebound and praised efforts by Norland.",
                "praised",
                "said",
            ),
            (
                "Ana Weiss said Chad should leave and said Mali would stay.",
                "said",
                "said",
            ),
            (
                "Ana Weiss promised to stay and thanked Norway.",
                "thanked",
                "promised",
            ),
            (
                "Ana Weiss said Chad left and took its tents.",
                "took",
                "left",
            ),
        ] {
            let sentence = parsed(text);
            let form = |t: &crate::syntax::Token| t.span.of(text);
            let found = sentence.tokens.iter().rfind(|t| form(t) == verb);
            let above = found
                .and_then(|t| t.head)
                .map(|h| form(&sentence.tokens[h as usize]));
            assert_eq!(above, Some(head), "{text}");
        }
    }
}
