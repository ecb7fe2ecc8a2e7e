//! Pronouns and quotations: who is quoted does not name himself, and whoever something is said of is who it is about.

use super::Mention;
use super::roster::{DraftIndex, Roster};
use super::tree::Tree;

/// Words between a quotation and its speaker: "…,” *said* she".
const BETWEEN: u32 = 1;
/// Heads between a pronoun and the clause that is said.
const DEPTH: usize = 6;

/// "“I met Weiss,” *she* said": the words of the quotation that a pronoun's verb follows, for it names another.
pub(super) fn quoted_before(tree: &Tree<'_>, pronoun: u32) -> Option<std::ops::Range<u32>> {
    if !tree.dep(pronoun).starts_with("nsubj") {
        return None;
    }
    let verb = tree.head(pronoun)?;
    let start = pronoun.min(verb);
    let closes = |i: &u32| matches!(tree.word(*i), "”" | "\"" | "''");
    let close = (start.saturating_sub(BETWEEN + 1)..start)
        .rev()
        .find(closes)?;
    // "He said “no” and *she* left" has two marks near by; speech ends with a stop before its mark, or the model's after it.
    let stop = |i: u32| matches!(tree.word(i), "," | "." | "!" | "?" | "…");
    if !(close > 0 && stop(close - 1) || stop(close + 1)) {
        return None;
    }
    let opens = |i: &u32| matches!(tree.word(*i), "“" | "\"" | "``");
    Some((0..close).rev().find(opens).unwrap_or(0)..close)
}

/// "Moss said of Weiss: “*She* is a star”": whom something is said of.
pub(super) fn told_of<'r>(
    roster: &'r Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    pronoun: u32,
) -> Option<(&'r Mention, DraftIndex)> {
    let subject = tree.dep(pronoun).starts_with("nsubj");
    let above = std::iter::successors(tree.head(pronoun), |&i| tree.head(i));
    let mut above = above.take(DEPTH).filter(|_| subject);
    let clause = above.find(|&i| matches!(tree.dep(i), "ccomp" | "parataxis"))?;
    let verb = tree.head(clause)?;
    let of = |i: u32| {
        tree.case(i)
            .is_some_and(|case| case == "of" || case == "about")
    };
    let told = tree.children(verb).iter().copied();
    let mut told = told.filter(|&i| verb < i && i < pronoun && tree.dep(i).starts_with("obl"));
    let named = told.rfind(|&i| of(i))?;
    // Only where his words are quoted: "said of Weiss that *she* had met *her*" may tell of anybody.
    let mark = |i: u32| matches!(tree.word(i), ":" | "“" | "\"" | "‘" | "'");
    let draft = roster.at(sentence, named)?;
    (named..pronoun).any(mark).then_some(())?;
    Some((roster.mention_at(sentence, named)?, draft))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn who_is_quoted_does_not_name_himself() {
        check(
            "Ana Weiss spoke. “I met officers who led the inquiry into Ada Moss,” she said.",
            &["she > Ana Weiss"],
        );
    }

    #[test]
    fn a_quotation_about_somebody_takes_him_up() {
        check(
            "Tom Berg said of Ada Moss: “She is a star.”",
            &["She > Ada Moss"],
        );
    }
}
