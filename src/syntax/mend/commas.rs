//! Headlines that write "and" as a comma: "Norland, *Sudoria* hold drills".

use super::super::token::{Token, Upos};

/// Joins two names at the beginning that a comma divides, where a verb in the plural follows.
pub(super) fn mend(text: &str, tokens: &mut [Token]) {
    let name = |i: usize| tokens.get(i).is_some_and(|token| token.upos == Upos::Propn);
    let first = (0..tokens.len().min(4)).take_while(|&i| name(i)).last();
    let Some(first) = first.filter(|&i| tokens.get(i + 1).is_some_and(|t| t.span.of(text) == ","))
    else {
        return;
    };
    let second = (first + 2..tokens.len().min(first + 6))
        .take_while(|&i| name(i))
        .last();
    let Some((second, verb)) = second.map(|second| (second, second + 1)) else {
        return;
    };
    let plural = tokens
        .get(verb)
        .is_some_and(|token| token.upos == Upos::Verb && matches!(token.xpos, "VBP" | "VBD"));
    if !plural || text_ends_in_period(text, tokens) {
        return;
    }
    let outer = |start: usize, end: usize| {
        (start..=end).find(|&i| {
            let head = tokens[i].head.map(|head| head as usize);
            head.is_none_or(|head| head < start || head > end)
        })
    };
    let (Some(one), Some(other)) = (outer(0, first), outer(first + 2, second)) else {
        return;
    };
    let joined = tokens[other].head == Some(one as u32) && tokens[other].dep == "conj";
    if joined || tokens[verb].head.is_some_and(|head| (head as usize) < verb) {
        return;
    }
    (tokens[one].head, tokens[one].dep) = (Some(verb as u32), "nsubj");
    (tokens[other].head, tokens[other].dep) = (Some(one as u32), "conj");
}

fn text_ends_in_period(text: &str, tokens: &[Token]) -> bool {
    tokens
        .last()
        .is_some_and(|token| token.span.of(text) == ".")
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn two_names_before_a_plural_verb_are_its_subjects() {
        let text = "Norland, Sudoria hold joint drills";
        let sentence = parsed(text);
        let tokens = &sentence.tokens;
        assert_eq!((tokens[0].dep, tokens[0].head), ("nsubj", Some(3)));
        assert_eq!((tokens[2].dep, tokens[2].head), ("conj", Some(0)));
    }
}
