//! Letters before an amount of money, which name nobody: "*US*$70 million", "*N*14.3billion".

use super::nouns::Nouns;
use super::tree::Tree;

/// Letters that stand for a currency right before its number, at most: "KSh".
const LETTERS: usize = 3;

/// Returns whether the words of a name are part of a sum.
pub(super) fn is_money(nouns: &Nouns, tree: &Tree<'_>, first: u32, last: u32) -> bool {
    let next = last + 1;
    // "*US*$": "the US $" with a space may be two phrases.
    let sign = next < tree.len()
        && tree.token(next).xpos == "$"
        && tree.token(next).span.start == tree.token(last).span.end
        && tree.word(next).chars().all(|c| !c.is_alphanumeric());
    sign || is_sum(nouns, tree, first)
}

/// "N14.3billion", "Rs2,500", "R20 million": a number behind letters that is too exact or too large to be that of a
/// road, an aircraft or a group of states.
fn is_sum(nouns: &Nouns, tree: &Tree<'_>, i: u32) -> bool {
    let word = tree.word(i);
    let letters = word
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(word.len());
    let number = &word[letters..];
    let end = number
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .unwrap_or(number.len());
    let (digits, scale) = number.split_at(end);
    if !(1..=LETTERS).contains(&letters) || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let thousands = digits.split_once(',').is_some_and(|(_, rest)| {
        let group = rest.split(',').next().unwrap_or(rest);
        group.len() == 3
    });
    let next = || i + 1 < tree.len() && nouns.is_round(&tree.lemma(i + 1));
    match scale {
        "" => thousands || next(),
        scale => nouns.is_round(&scale.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn letters_before_a_sum_are_nobody() {
        check_not("The bank lent Togo US$70 million.", &["US"]);
        check_not("Latvia turned down a US$300,000 offer.", &["US"]);
        check_not("The office paid N14.3billion to Oslo.", &["N14.3billion"]);
        check_not("The office owes Rs2,500 to Oslo.", &["Rs2,500"]);
        check("The US paid $70 million.", &["US > United States"]);
    }
}
