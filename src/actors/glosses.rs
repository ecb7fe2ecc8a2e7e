//! Initials that a document explains as a thing's: "the Harbour Trade Act (HTA)", "the Zed Accord, or ZA,".

use super::gazetteer::Gazetteer;
use super::tree::Tree;
use std::collections::BTreeSet;

/// Returns the initials of laws, treaties and other things, none of which acts anywhere in the document.
pub(super) fn of_things<'t>(gazetteer: &Gazetteer, trees: &'t [Tree<'_>]) -> BTreeSet<&'t str> {
    let mut found = BTreeSet::new();
    for tree in trees {
        let glosses = (0..tree.len()).filter(|&word| {
            let noun = are_initials(tree.word(word)).then(|| explained(tree, word));
            noun.flatten()
                .is_some_and(|noun| is_thing(gazetteer, tree, noun, tree.word(word)))
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
    let before = |i: u32| i.checked_sub(1);
    let is = |i: &u32, what: &str| tree.word(*i).eq_ignore_ascii_case(what);
    let sign = before(word)?;
    let end = match tree.word(sign) {
        "(" => before(sign)?,
        "or" => before(sign).filter(|i| is(i, ","))?,
        "as" => before(before(sign).filter(|i| is(i, "known"))?)?,
        _ => return None,
    };
    if is(&end, ",") {
        before(end)
    } else {
        Some(end)
    }
}

/// Returns whether the phrase that ends with a word names a thing, and the initials are its own.
fn is_thing(gazetteer: &Gazetteer, tree: &Tree<'_>, last: u32, initials: &str) -> bool {
    let thing = |noun: u32| gazetteer.nouns.is_no_actor(tree, noun);
    // "the Harbour Act (HBA)": letters that nobody has need not be spelt.
    let capital = tree.word(last).starts_with(char::is_uppercase);
    if thing(last) && capital && gazetteer.forms_at(initials).is_empty() {
        return true;
    }
    let Some(first) = spelt(tree, last, initials) else {
        return false;
    };
    // "the *Plan* of Action": the noun before "of" says what it is, but "the Report of the Harbour Union (HU)" is not its own.
    let head = |noun: &u32| *noun == last || tree.word(*noun + 1) == "of";
    (first..=last).filter(head).any(thing)
}

/// Returns the word where a phrase begins whose words, read backwards, begin with these letters.
fn spelt(tree: &Tree<'_>, last: u32, initials: &str) -> Option<u32> {
    let mut letters = initials.chars().rev().peekable();
    // Small words may stand between: "Plan *of* Action".
    let words = (0..=last).rev().take(2 * initials.len());
    for word in words {
        let first = tree.word(word).chars().next()?;
        if !first.is_alphabetic() {
            return None;
        }
        if letters
            .next_if(|letter| first.eq_ignore_ascii_case(letter))
            .is_some()
            && letters.peek().is_none()
        {
            return Some(word);
        }
    }
    None
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
            (
                "It fired an unmanned aerial vehicle (UAV) at Chad. The UAV struck Mali.",
                "UAV",
            ),
            (
                "The Harbour Act (HBA) bars firms. The HBA condemns Chad.",
                "HBA",
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
        check(
            "The Constitution of the Harbour Workers Union (HWU) is old. The HWU condemned Chad.",
            &["HWU > Harbour Workers Union [organization, none]"],
        );
        // The letters are not those of the law.
        check(
            "After the Norland Trade Act (BBC) was passed, the BBC left.",
            &["BBC > BBC"],
        );
    }
}
