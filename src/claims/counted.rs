//! How many or how much the phrase of a noun says: "at least 1,500 soldiers", "$20 million", "dozens of drones".

use super::numbers::Numbers;
use super::quantity::{Amount, Bound, Part, Quantity};
use super::tree::{Tree, is};
use crate::text::year_number;

/// Returns how many or how much the phrase of a noun says; `of` is the part of the claim that the phrase is.
pub(super) fn of_phrase(
    tree: &Tree<'_>,
    noun: usize,
    of: Part,
    numbers: &Numbers,
) -> Option<Quantity> {
    let quantity = |number: f64, bound: Bound, unit: String| Quantity {
        of,
        number: Amount(number),
        bound,
        unit,
    };
    if let Some((least, first, counted)) = several(tree, noun, numbers) {
        let bound = bound(tree, first, noun.max(first), numbers).unwrap_or(Bound::AtLeast);
        return Some(quantity(least, bound, unit(tree, counted, numbers)));
    }
    // "$20 million", "a $20 million loan"
    let sign =
        |&i: &usize| numbers.currency(tree.form(i)).is_some() && belongs(tree, i, noun, numbers);
    let sign = (noun.saturating_sub(8)..=noun)
        .filter(sign)
        .find(|&i| is_number(tree, i + 1, numbers));
    let (first, last) = match sign {
        Some(sign) => (sign + 1, run_end(tree, sign + 1, numbers)),
        None => run_before(tree, noun, numbers)?,
    };
    let words: Vec<&str> = (first..=last).map(|i| tree.form(i)).collect();
    let number = numbers.value(&words)?;
    let unit = match sign {
        Some(sign) => numbers.currency(tree.form(sign))?.to_owned(),
        None if numbers.is_fraction(tree.lemma(noun)) => return None,
        // "the 2022 elections", where thousands would have a comma
        None if words.len() == 1 && year_number(words[0]).is_some() => return None,
        // "three of its soldiers"
        None if last == noun => unit(tree, part_of(tree, noun)?, numbers),
        None => unit(tree, noun, numbers),
    };
    let first = first - usize::from(sign.is_some());
    if let Some((low, start)) = lower(tree, first, sign.is_some(), numbers) {
        let bounds = bound(tree, start, last, numbers);
        if low < number && bounds.is_none_or(|bound| bound == Bound::About) {
            return Some(quantity(low, Bound::Between(Amount(number)), unit));
        }
    }
    let bound = bound(tree, first, last, numbers).unwrap_or(Bound::Exact);
    Some(quantity(number, bound, unit))
}

/// "hundreds of thousands of *shells*": the least it is, its first word and what is counted.
fn several(tree: &Tree<'_>, noun: usize, numbers: &Numbers) -> Option<(f64, usize, usize)> {
    let plural = |i: usize| numbers.several(&tree.form(i).to_lowercase());
    // The phrase may be known by what is counted.
    let mut first = noun;
    while let Some(above) = tree
        .head(first)
        .filter(|&above| above < first && plural(above).is_some() && is(tree.dep(first), "nmod"))
    {
        first = above;
    }
    let mut least = plural(first)?;
    let mut counted = part_of(tree, first)?;
    while let Some(times) = plural(counted) {
        least *= times;
        counted = part_of(tree, counted)?;
    }
    Some((least, first, counted))
}

/// "three of its *soldiers*"
fn part_of(tree: &Tree<'_>, noun: usize) -> Option<usize> {
    tree.children(noun)
        .find(|&c| is(tree.dep(c), "nmod") && tree.preposition(c).as_deref() == Some("of"))
}

fn is_number(tree: &Tree<'_>, i: usize, numbers: &Numbers) -> bool {
    i < tree.len() && numbers.is_number(tree.form(i))
}

/// Whether a number or a sign of money counts a noun, or hangs on one that does: "*20* million shells".
fn belongs(tree: &Tree<'_>, i: usize, noun: usize, numbers: &Numbers) -> bool {
    let counting =
        |i: &usize| is_number(tree, *i, numbers) || numbers.currency(tree.form(*i)).is_some();
    std::iter::successors(Some(i), |&i| tree.head(i))
        .take(4)
        .take_while(|i| *i == noun || counting(i))
        .any(|i| i == noun)
}

/// Returns the first and last word of the number that counts a noun.
fn run_before(tree: &Tree<'_>, noun: usize, numbers: &Numbers) -> Option<(usize, usize)> {
    let counts = |&i: &usize| is_number(tree, i, numbers) && belongs(tree, i, noun, numbers);
    let last = (noun.saturating_sub(8)..=noun).rev().find(counts)?;
    let mut first = last;
    while let Some(before) = first.checked_sub(1) {
        let joined = before > 0
            && tree.form(before).eq_ignore_ascii_case("and")
            && numbers.is_scale(tree.form(before - 1));
        let skipped = matches!(tree.form(before), "a" | "-") && before > 0;
        if is_number(tree, before, numbers) {
            first = before;
        } else if (joined || skipped) && is_number(tree, before - 1, numbers) {
            first = before - 1;
        } else {
            break;
        }
        // "two or three hundred": each number of a range for itself
        let words: Vec<&str> = (first..=last).map(|i| tree.form(i)).collect();
        if numbers.value(&words).is_none() {
            return Some((before + 1, last));
        }
    }
    Some((first, last))
}

/// Returns the last word of the number that begins with a word.
fn run_end(tree: &Tree<'_>, first: usize, numbers: &Numbers) -> usize {
    (first + 1..tree.len())
        .take_while(|&i| is_number(tree, i, numbers))
        .last()
        .unwrap_or(first)
}

/// "*1,000* to 1,500": the lower number before another, and its first word.
fn lower(tree: &Tree<'_>, first: usize, money: bool, numbers: &Numbers) -> Option<(f64, usize)> {
    let joint = first.checked_sub(1)?;
    let last = joint.checked_sub(1)?;
    let mut start = last;
    while start > 0 && is_number(tree, start - 1, numbers) {
        start -= 1;
    }
    let words: Vec<&str> = (start..=last).map(|i| tree.form(i)).collect();
    let low = numbers.value(&words)?;
    start -= usize::from(money && start > 0 && numbers.currency(tree.form(start - 1)).is_some());
    let before = start.checked_sub(1).map(|i| tree.form(i).to_lowercase());
    let before = before.as_deref();
    let range = match tree.form(joint) {
        "to" => before != Some("from"),
        "and" => before == Some("between"),
        "or" | "-" | "–" | "—" => true,
        _ => false,
    };
    // Of "between" nothing is left to say.
    range.then(|| (low, start - usize::from(before == Some("between"))))
}

/// Returns how the words beside a number mean it.
fn bound(tree: &Tree<'_>, first: usize, last: usize, numbers: &Numbers) -> Option<Bound> {
    let lower = |i: usize| tree.form(i).to_lowercase();
    let before: Vec<String> = (first.saturating_sub(4)..first).map(lower).collect();
    let after: Vec<String> = (last + 1..tree.len().min(last + 4)).map(lower).collect();
    numbers
        .bound_before(&before)
        .or_else(|| numbers.bound_after(&after))
}

/// The noun with the nouns before it, in the singular: "artillery shell".
fn unit(tree: &Tree<'_>, noun: usize, numbers: &Numbers) -> String {
    let lemma = tree.lemma(noun);
    let alone = !tree.children(noun).any(|c| {
        is(tree.dep(c), "amod") || is(tree.dep(c), "compound") && !is_number(tree, c, numbers)
    });
    if let Some(code) = numbers.currency(lemma).filter(|_| alone) {
        return code.to_owned();
    }
    let compound =
        |&c: &usize| c < noun && is(tree.dep(c), "compound") && !is_number(tree, c, numbers);
    let mut words: Vec<&str> = tree
        .children(noun)
        .filter(compound)
        .map(|c| tree.form(c))
        .collect();
    words.push(lemma);
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::syntax::Syntax;
    use crate::text::{Passage, PassageKind};

    /// Returns what the phrase of a noun says: `at_least 1500 soldier`.
    fn said(text: &str, noun: &str) -> String {
        let numbers = include_str!("../data/en/numbers.toml");
        let numbers = Numbers::parse("en/numbers.toml", numbers).expect("reads");
        let passage = Passage {
            span: Span::new(0, text.len()),
            kind: PassageKind::Paragraph,
        };
        let sentences = Syntax::embedded().parse(text, &[passage]);
        let tree = Tree::new(&sentences[0], text);
        let noun = (0..tree.len())
            .find(|&i| tree.form(i) == noun)
            .expect("stands there");
        let Some(found) = of_phrase(&tree, noun, Part::Item, &numbers) else {
            return "nothing".to_owned();
        };
        let to = found.to().map(|to| format!("–{to}")).unwrap_or_default();
        format!(
            "{} {}{to} {}",
            found.bound.as_str(),
            found.number.0,
            found.unit
        )
    }

    #[test]
    fn a_phrase_says_how_many() {
        let mut wrong = Vec::new();
        for (text, noun, expected) in [
            (
                "Norland sent 1,500 soldiers.",
                "soldiers",
                "exact 1500 soldier",
            ),
            ("Norland sent three tanks.", "tanks", "exact 3 tank"),
            ("Norland sent twenty-five guns.", "guns", "exact 25 gun"),
            (
                "Norland sent at least 1,500 Sudorian soldiers.",
                "soldiers",
                "at_least 1500 soldier",
            ),
            (
                "Norland sent more than two dozen drones.",
                "drones",
                "at_least 24 drone",
            ),
            (
                "Norland sent no more than 40 tanks.",
                "tanks",
                "at_most 40 tank",
            ),
            (
                "Norland sent up to 100,000 troops.",
                "troops",
                "at_most 100000 troop",
            ),
            (
                "Norland sent about 300 trucks.",
                "trucks",
                "about 300 truck",
            ),
            (
                "Norland bought 1.5 million artillery shells.",
                "shells",
                "exact 1500000 artillery shell",
            ),
            (
                "Norland sent dozens of drones.",
                "dozens",
                "at_least 12 drone",
            ),
            (
                "Norland sent hundreds of thousands of shells.",
                "hundreds",
                "at_least 100000 shell",
            ),
            ("Norland lost three of its ships.", "three", "exact 3 ship"),
            (
                "Norland sent 20 tonnes of grain.",
                "tonnes",
                "exact 20 tonne",
            ),
            (
                "Norland sent between 10,000 and 12,000 soldiers.",
                "soldiers",
                "between 10000–12000 soldier",
            ),
            (
                "Norland fired 40 to 50 rockets.",
                "rockets",
                "between 40–50 rocket",
            ),
            (
                "Norland fired two or three rockets.",
                "rockets",
                "between 2–3 rocket",
            ),
            (
                "Norland gave 20 million euros.",
                "euros",
                "exact 20000000 EUR",
            ),
            (
                "Norland gave a $20 million loan.",
                "loan",
                "exact 20000000 USD",
            ),
            (
                "Norland fired 100 or more rockets.",
                "rockets",
                "at_least 100 rocket",
            ),
        ] {
            let found = said(text, noun);
            if found != expected {
                wrong.push(format!("{text} {found}, not {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_phrase_without_a_number_says_nothing() {
        for (text, noun) in [
            ("Norland sent soldiers.", "soldiers"),
            ("Norland sent F-16 jets.", "jets"),
            ("Norland watched the 2022 elections.", "elections"),
            ("Norland sent the 47th brigade.", "brigade"),
            ("Norland sent several tanks.", "tanks"),
            ("Two thirds of the members left.", "thirds"),
        ] {
            assert_eq!(said(text, noun), "nothing", "{text}");
        }
    }
}
