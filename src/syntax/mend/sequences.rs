//! Headlines that join verbs by a comma: "Farmers praise Ada Moss, *urge* reform", "Norland frees sailors, *bars* ships".

use super::super::token::{Token, Upos};

/// Joins a verb without a subject to the one before the comma. Takes time linear in the number of words, times that of
/// verbs set beside another.
pub(super) fn mend(text: &str, tokens: &mut [Token]) {
    for verb in 2..tokens.len() {
        if is_next(text, tokens, verb) {
            tokens[verb].dep = "conj";
        }
    }
}

/// Whether a verb is the second of two: present as the first, with an object that is not named right after it ("…, *says*
/// Norland"), and without anybody for a subject.
fn is_next(text: &str, tokens: &[Token], verb: usize) -> bool {
    let here = &tokens[verb];
    let Some(first) = here
        .head
        .map(|head| head as usize)
        .filter(|&head| head < verb)
    else {
        return false;
    };
    let present = |t: &Token| t.upos == Upos::Verb && matches!(t.xpos, "VB" | "VBP" | "VBZ");
    let single = |t: &Token| t.xpos == "VBZ";
    let beside = here.dep == "parataxis" && tokens[verb - 1].span.of(text) == ",";
    let alike = present(here) && present(&tokens[first]) && single(here) == single(&tokens[first]);
    let has = |head: usize, dep: &str| {
        let child = |t: &Token| t.head == Some(head as u32) && t.dep.starts_with(dep);
        tokens.iter().any(child)
    };
    let named = tokens
        .get(verb + 1)
        .is_none_or(|t| matches!(t.upos, Upos::Propn | Upos::Pron));
    let whole = tokens[first].head.is_none() && has(first, "nsubj");
    beside
        && alike
        && whole
        && !named
        && has(verb, "obj")
        && !has(verb, "nsubj")
        && !has(verb, "mark")
        && !has(verb, "ccomp")
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn a_second_verb_goes_on() {
        let sentence = parsed("Women praise Emmanuel Macron, urge action.");
        assert_eq!(
            (sentence.tokens[5].head, sentence.tokens[5].dep),
            (Some(1), "conj")
        );
    }
}
