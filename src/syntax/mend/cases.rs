//! Prepositions and possessors that hang on the wrong word.

use super::super::token::{Name, Token};
use super::under;
use crate::syntax::Upos;

/// Hangs what stands before a phrase on its head.
pub(super) fn mend(text: &str, tokens: &mut [Token], names: &[Name]) {
    names.iter().for_each(|name| outside(tokens, name));
    of_purpose(text, tokens);
    of_owner(tokens);
}

/// "*Norland's* Ana Weiss left": a possessor hangs on the subject after it, not on the verb.
fn of_owner(tokens: &mut [Token]) {
    for owner in 0..tokens.len() {
        let verb = tokens[owner].head.map(|head| head as usize);
        let verb = verb.filter(|&verb| owner < verb && tokens[verb].upos == Upos::Verb);
        let Some(verb) = verb.filter(|_| tokens[owner].dep == "nmod:poss") else {
            continue;
        };
        let subject = |&i: &usize| {
            tokens[i].dep.starts_with("nsubj")
                && tokens[i].head.map(|head| head as usize) == Some(verb)
        };
        if let Some(Ok(subject)) = (owner + 1..verb).find(subject).map(u32::try_from) {
            tokens[owner].head = Some(subject);
        }
    }
}

/// "*from* the Council of Norland": a preposition before a name is that of the whole name.
fn outside(tokens: &mut [Token], name: &Name) {
    let (first, last) = (name.first as usize, name.last as usize);
    if last >= tokens.len() {
        return;
    }
    let inside = |word: Option<u32>| word.is_some_and(|i| (first..=last).contains(&(i as usize)));
    let Some(head) = (first..=last).find(|&i| !inside(tokens[i].head)) else {
        return;
    };
    let before = (0..first).rev().find(|&i| tokens[i].dep != "det");
    let Some(case) = before.filter(|&i| tokens[i].dep == "case" && inside(tokens[i].head)) else {
        return;
    };
    if under(tokens, head, case) {
        return;
    }
    if let Ok(head) = u32::try_from(head) {
        tokens[case].head = Some(head);
    }
    of_subject(tokens, head, case);
}

/// "Ana Weiss *from the Institute for Norland* spoke": a second subject with a preposition stands with the first.
fn of_subject(tokens: &mut [Token], head: usize, case: usize) {
    let subject = |i: usize| tokens[i].dep.starts_with("nsubj");
    let first = (0..case).find(|&i| subject(i) && tokens[i].head == tokens[head].head);
    let Some(first) = first.filter(|_| subject(head)) else {
        return;
    };
    let beside = under(tokens, case - 1, first);
    if let (true, Ok(of)) = (beside, u32::try_from(first)) {
        (tokens[head].head, tokens[head].dep) = (Some(of), "nmod");
    }
}

/// "called *for Norland* to leave": who is to do it stands with "for".
fn of_purpose(text: &str, tokens: &mut [Token]) {
    for mark in 1..tokens.len() {
        if tokens[mark].dep != "mark" || tokens[mark].span.of(text) != "for" {
            continue;
        }
        let Some(clause) = tokens[mark].head.map(|head| head as usize) else {
            continue;
        };
        let Some(verb) = tokens[clause]
            .head
            .filter(|_| matches!(tokens[clause].dep, "xcomp" | "advcl"))
        else {
            continue;
        };
        // "called *for*", and not "opened the dam for Norland to see"
        let near = tokens[clause].dep == "xcomp" || mark == verb as usize + 1;
        let whom = (mark + 1..clause).find(|&i| {
            let hangs = tokens[i].dep.starts_with("obl") || tokens[i].dep == "obj";
            tokens[i].head == Some(verb) && hangs && mark > verb as usize
        });
        // "called for *Norland* to be expelled": nobody asks Norland.
        let passive = tokens
            .iter()
            .any(|t| t.dep == "aux:pass" && t.head == u32::try_from(clause).ok());
        if let Some(Ok(whom)) = whom.filter(|_| near && !passive).map(u32::try_from) {
            (tokens[mark].head, tokens[mark].dep) = (Some(whom), "case");
            tokens[whom as usize].dep = "obl";
            tokens[clause].dep = "xcomp";
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    fn head_of(text: &str, word: &str) -> String {
        let sentence = parsed(text);
        let token = sentence.tokens.iter().find(|t| t.span.of(text) == word);
        let head = token.and_then(|t| t.head).expect("the word has a head");
        sentence.tokens[head as usize].span.of(text).to_owned()
    }

    #[test]
    fn a_preposition_before_a_name_belongs_to_the_whole_name() {
        let text = "Russia withdrew from the Council of Europe.";
        assert_eq!(head_of(text, "from"), "Council");
    }

    #[test]
    fn a_possessor_belongs_to_the_subject_after_it() {
        assert_eq!(head_of("China's Xi Jinping left.", "China"), "Xi");
    }

    #[test]
    fn a_second_subject_with_a_preposition_stands_with_the_first() {
        let text = "Clara Lopez from the Center for Border Studies praised Lithuania.";
        assert_eq!(head_of(text, "Studies"), "Clara");
    }

    #[test]
    fn who_is_called_for_to_act_stands_with_for() {
        let text = "Lawmakers are calling for John Carter to resign.";
        assert_eq!(head_of(text, "for"), "John");
        let text = "Oxfam called for the council to open the dam.";
        assert_eq!(head_of(text, "for"), "council");
    }
}
