//! Headlines that write "and" as a comma: "Norland, *Sudoria* hold drills", "Norland, *Sudoria*, *Zembia* to meet".

use super::super::token::{Token, Upos};

/// Words that a name in such a list has at most.
const LONGEST: usize = 4;

/// Joins the names at the beginning that commas divide, where a verb in the plural or an infinitive follows.
pub(super) fn mend(text: &str, tokens: &mut [Token]) {
    let names = names(text, tokens);
    let (Some(&(_, end)), true) = (names.last(), names.len() > 1) else {
        return;
    };
    let Some(verb) = predicate(text, tokens, end + 1, names.len()) else {
        return;
    };
    if tokens[verb].head.is_some_and(|head| (head as usize) < verb) {
        return;
    }
    let outer = |&(start, end): &(usize, usize)| {
        (start..=end).find(|&i| {
            let head = tokens[i].head.map(|head| head as usize);
            head.is_none_or(|head| head < start || head > end)
        })
    };
    let heads: Vec<usize> = names.iter().filter_map(outer).collect();
    let (Some((&one, others)), true) = (heads.split_first(), heads.len() == names.len()) else {
        return;
    };
    let joined =
        |&other: &usize| tokens[other].head == Some(one as u32) && tokens[other].dep == "conj";
    if others.iter().all(joined) {
        return;
    }
    (tokens[one].head, tokens[one].dep) = (Some(verb as u32), "nsubj");
    for &other in others {
        (tokens[other].head, tokens[other].dep) = (Some(one as u32), "conj");
    }
}

/// Returns first and last word of the names at the beginning, as far as nothing but a comma divides them.
fn names(text: &str, tokens: &[Token]) -> Vec<(usize, usize)> {
    let name = |i: usize| tokens.get(i).is_some_and(|token| token.upos == Upos::Propn);
    let comma = |i: usize| tokens.get(i).is_some_and(|t| t.span.of(text) == ",");
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(end) = (start..start + LONGEST).take_while(|&i| name(i)).last() {
        found.push((start, end));
        if !comma(end + 1) {
            break;
        }
        start = end + 2;
    }
    found
}

/// Returns the verb that several names right before it are the subjects of.
fn predicate(text: &str, tokens: &[Token], at: usize, names: usize) -> Option<usize> {
    let next = tokens.get(at)?;
    let statement = tokens.last().is_some_and(|t| t.span.of(text) == ".");
    match next.xpos {
        "VBP" if next.upos == Upos::Verb => (!statement || names > 2).then_some(at),
        "VBD" if next.upos == Upos::Verb => (!statement).then_some(at),
        "TO" if next.dep == "mark" => {
            let verb = next.head.map(|head| head as usize)?;
            (verb > at && tokens[verb].dep == "root").then_some(verb)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn names_before_a_plural_verb_or_an_infinitive_are_its_subjects() {
        for (text, verb) in [
            ("Norland, Sudoria hold joint drills", 3),
            ("Norway, Chad, Libya meet in Oslo", 5),
            ("Norway, Denmark to sign treaty", 4),
        ] {
            let sentence = parsed(text);
            let tokens = &sentence.tokens;
            assert_eq!((tokens[0].dep, tokens[0].head), ("nsubj", Some(verb)));
            for at in (2..verb as usize).step_by(2) {
                let found = (tokens[at].dep, tokens[at].head);
                assert_eq!(found, ("conj", Some(0)), "{text}");
            }
        }
    }
}
