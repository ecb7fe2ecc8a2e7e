//! Initials that a document explains as a thing's: "the Harbour Trade Act (HTA)", "the Zed Accord, or ZA,".

use super::nouns::Nouns;
use super::tree::Tree;
use std::collections::BTreeSet;

/// Returns the initials of laws, treaties and other things, none of which acts anywhere in the document.
pub(super) fn of_things<'t>(nouns: &Nouns, trees: &'t [Tree<'_>]) -> BTreeSet<&'t str> {
    let mut found = BTreeSet::new();
    for tree in trees {
        let glosses = (0..tree.len()).filter(|&word| {
            let initials = tree.word(word);
            are_initials(initials)
                && explained(tree, word).is_some_and(|noun| is_thing(nouns, tree, noun, initials))
        });
        found.extend(glosses.map(|word| tree.word(word)));
    }
    found
}

fn are_initials(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Returns the last word of what initials are explained by, which stands before "(", ", or" or "known as".
fn explained(tree: &Tree<'_>, word: u32) -> Option<u32> {
    let before = |i: u32| tree.word(i).to_ascii_lowercase();
    let sign = word.checked_sub(1)?;
    let end = match &*before(sign) {
        "(" => return sign.checked_sub(1),
        "or" => sign
            .checked_sub(1)
            .filter(|&comma| tree.word(comma) == ",")?,
        "as" => sign
            .checked_sub(1)
            .filter(|&known| before(known) == "known")?,
        _ => return None,
    };
    let comma = end.checked_sub(1).filter(|&i| tree.word(i) == ",");
    match tree.word(end) {
        "," => end.checked_sub(1),
        _ => comma.unwrap_or(end).checked_sub(1),
    }
}

/// Returns whether a capitalised phrase that ends with a word names no actor and begins its words with these letters.
fn is_thing(nouns: &Nouns, tree: &Tree<'_>, last: u32, initials: &str) -> bool {
    let capital = |i: u32| tree.word(i).starts_with(char::is_uppercase);
    let small = |i: u32| {
        matches!(
            tree.word(i),
            "of" | "on" | "for" | "and" | "the" | "to" | "in"
        )
    };
    if !capital(last) {
        return false;
    }
    let phrase: Vec<u32> = (0..=last)
        .rev()
        .take_while(|&i| capital(i) || small(i))
        .collect();
    // "the *Plan* of Action": the noun before "of" says what it is.
    let heads = phrase.iter().copied();
    let mut heads = heads.filter(|&i| i == last || i < last && tree.word(i + 1) == "of");
    let mut letters = phrase
        .iter()
        .rev()
        .filter_map(|&i| tree.word(i).chars().next());
    let spelt = initials
        .chars()
        .all(|letter| letters.any(|first| first.eq_ignore_ascii_case(&letter)));
    spelt && heads.any(|noun| capital(noun) && nouns.is_no_actor(tree, noun))
}

#[cfg(test)]
mod tests {
    use crate::actors::tests::{check, check_not};

    #[test]
    fn initials_of_a_law_act_nowhere() {
        for (text, initials) in [
            (
                "The Norland Trade Act (NTA) bars firms. The NTA condemns Chad.",
                "NTA",
            ),
            (
                "They renewed the Chad Sanctions Act, or CSA, in May. The CSA condemns Mali.",
                "CSA",
            ),
            (
                "The Foreign Envoys Registration Act, known as FERA, is old. FERA condemns Chad.",
                "FERA",
            ),
            (
                "The Joint Harbour Plan of Action (JHPA) failed. The JHPA condemned Chad.",
                "JHPA",
            ),
        ] {
            check_not(text, &[initials]);
        }
    }

    #[test]
    fn initials_of_a_body_are_its_name() {
        check(
            "The Harbour Workers Union (HWU) condemned Chad. The HWU is old.",
            &["HWU > Harbour Workers Union [organization, none]"],
        );
        // The letters are not those of the law.
        check(
            "After the Norland Trade Act (BBC) was passed, the BBC left.",
            &["BBC > BBC"],
        );
    }
}
