//! "fled as gunmen *open* fire", "rejoiced as Norland *frees* Ada Moss": the subject of an adverbial clause, hung on the verb
//! outside.

use super::super::token::{Token, Upos};
use super::under;

/// Gives a clause the bare noun that stands between its conjunction and its head. Takes time linear in the number of
/// words, times that of clauses with such a conjunction.
pub(super) fn mend(tokens: &mut [Token]) {
    for mark in 0..tokens.len() {
        if let Some((subject, clause)) = stray(tokens, mark) {
            let index = u32::try_from(clause).ok();
            (tokens[subject].head, tokens[subject].dep) = (index, "nsubj");
            if tokens[clause].upos == Upos::Adj {
                (tokens[clause].upos, tokens[clause].xpos) = (Upos::Verb, "VBP");
            }
        }
    }
}

/// The noun right after a conjunction, and the head of the clause, which has an object and nobody for a subject.
fn stray(tokens: &[Token], mark: usize) -> Option<(usize, usize)> {
    let here = &tokens[mark];
    let conjunction = here.dep == "mark" && matches!(&*here.lemma, "as" | "after" | "while");
    let clause = here.head.filter(|_| conjunction)? as usize;
    let outer = tokens[clause].head? as usize;
    let child = |t: &Token, head: usize| t.head == Some(head as u32);
    let has = |dep: &str| tokens.iter().any(|t| child(t, clause) && t.dep == dep);
    let bare = tokens[clause].dep == "advcl" && mark < clause && has("obj");
    if !bare || has("nsubj") || has("nsubj:pass") || tokens[clause].xpos.starts_with("VBN") {
        return None;
    }
    let noun = |i: usize| {
        let nominal = matches!(tokens[i].upos, Upos::Noun | Upos::Propn | Upos::Pron);
        let case = tokens.iter().any(|t| child(t, i) && t.dep == "case");
        let role = tokens[i].dep.starts_with("obl") || tokens[i].dep.starts_with("nsubj");
        nominal && role && !case && child(&tokens[i], outer)
    };
    let subject = (mark + 1..clause).find(|&i| noun(i))?;
    // Nothing but the noun's own words and adverbs stands between the two.
    let own = |i: usize| under(tokens, i, subject) || tokens[i].upos == Upos::Adv;
    let whole = (mark + 1..clause).all(|i| own(i) || child(&tokens[i], clause));
    whole.then_some((subject, clause))
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn what_stands_between_conjunction_and_verb_is_the_subject() {
        let text = "Nine villagers killed as bandits open fire at a market in Garissa.";
        let sentence = parsed(text);
        let gunmen = &sentence.tokens[4];
        assert_eq!((gunmen.head, gunmen.dep), (Some(5), "nsubj"));
    }
}
