//! Known forms in a sentence: the longest at each word.

use super::gazetteer::Gazetteer;
use super::known::{Form, KnownIndex, Sense};
use super::listed::in_dictionary;
use super::tree::Tree;
use crate::syntax::{Name, NameKind};

/// Returns first and last word, actor and sense of every known form, without overlap.
pub(super) fn known_forms(
    gazetteer: &Gazetteer,
    tree: &Tree<'_>,
    model: &[Name],
) -> Vec<(u32, u32, KnownIndex, Sense)> {
    let mut found = Vec::new();
    let mut next = 0;
    let listed = in_dictionary(gazetteer, tree, model);
    let capitals = tree.is_all_capitals();
    for i in 0..tree.len() {
        if i < next || !tree.word(i).starts_with(char::is_alphanumeric) {
            continue;
        }
        let rest = &tree.text[tree.token(i).span.start as usize..];
        // "TURKEY VOTES": in a line of capitals names have lost their small letters.
        let word = capitals.then(|| titled(tree.word(i)));
        let titled = word.iter().flat_map(|word| gazetteer.forms_at(word));
        let forms = gazetteer.forms_at(rest).iter().chain(titled);
        let fitting = forms.filter_map(|form| {
            let last = end_of(tree, i, rest, &form.text, capitals)?;
            let word = capitals && gazetteer.nouns.spells_word(&form.text);
            (!word && allowed(tree, form, i, last, model)).then_some((form, last))
        });
        let mut best: Option<(&Form, u32)> = None;
        for (form, last) in fitting {
            if best.is_none_or(|(b, l)| {
                last > l || (last == l && rank(tree, form, i, last) < rank(tree, b, i, l))
            }) {
                best = Some((form, last));
            }
        }
        let longer = |(_, last, _): &&(u32, u32, KnownIndex)| best.is_none_or(|(_, l)| *last > l);
        let listed = listed
            .iter()
            .filter(|(first, _, _)| *first == i)
            .find(longer);
        if let Some((_, last, known)) = listed {
            found.push((i, *last, *known, Sense::Name));
            next = last + 1;
        } else if let Some((form, last)) = best {
            found.push((i, last, form.known, form.sense));
            next = last + 1;
        }
    }
    found
}

/// Which of several actors of one form is meant: adjectives where one stands, else names.
fn rank(tree: &Tree<'_>, form: &Form, first: u32, last: u32) -> (u8, KnownIndex) {
    let head = tree.head_of(first, last);
    let plural = tree.token(head).xpos.ends_with('S');
    let order = match form.sense {
        Sense::People if plural => 0,
        Sense::Name => 1,
        Sense::Capital => 2,
        Sense::Adjective => 3,
        Sense::People => 4,
        Sense::Short => 5,
        Sense::Seat => 6,
    };
    (order, form.known)
}

fn allowed(tree: &Tree<'_>, form: &Form, first: u32, last: u32, model: &[Name]) -> bool {
    if form.sense == Sense::Seat {
        return false;
    }
    if form.sense == Sense::Short {
        return first > 0 && tree.word(first - 1).eq_ignore_ascii_case("the");
    }
    let seen = |n: &Name| {
        n.first <= first
            && last <= n.last
            && !matches!(n.kind, NameKind::Event | NameKind::Nationality)
    };
    !form.tentative || model.iter().any(seen)
}

/// Returns the last word of a known form that starts at word `first`, if it is there.
fn end_of(tree: &Tree<'_>, first: u32, rest: &str, form: &str, capitals: bool) -> Option<u32> {
    let length = matched(rest, form, capitals)?;
    let end = tree.token(first).span.start + length as u32;
    let mut last = first;
    while last < tree.len() {
        let token = tree.token(last).span.end;
        if token == end {
            return Some(last);
        }
        if token > end {
            return None;
        }
        last += 1;
    }
    None
}

/// "TURKEY": a word with its first letter great and the others small.
fn titled(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    first
        .into_iter()
        .chain(letters.flat_map(char::to_lowercase))
        .collect()
}

/// Returns how many bytes of `text` spell `form`: any white space for a space, either apostrophe; of letters of any
/// case where the text has capitals only.
fn matched(text: &str, form: &str, capitals: bool) -> Option<usize> {
    let mut rest = text;
    for wanted in form.chars() {
        let given = rest.chars().next()?;
        if wanted == ' ' {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
            continue;
        }
        let same = given == wanted
            || capitals && wanted.is_lowercase() && wanted.to_uppercase().eq([given])
            || matches!((given, wanted), ('’' | '\'', '’' | '\'') | ('‑' | '–', '-'));
        if !same {
            return None;
        }
        rest = &rest[given.len_utf8()..];
    }
    Some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};
    use super::matched;

    #[test]
    fn a_line_of_capitals_names_those_whom_it_means() {
        check(
            "NORTH KOREA TESTS MISSILE, KENYA SAYS",
            &["NORTH KOREA > North Korea", "KENYA > Kenya"],
        );
        check_not("TURKEY CAR BOMB ATTACK KILLS NINE", &["CAR"]);
    }

    #[test]
    fn a_form_is_found_over_a_line_break() {
        assert_eq!(
            matched("North\nZedland said", "North Zedland", false),
            Some(13)
        );
        assert_eq!(matched("Zed’s Post", "Zed's", false), Some(7));
        assert_eq!(matched("Zedlandic", "Zedlanders", false), None);
        assert_eq!(
            matched("NORTH ZEDLAND VOTES", "North Zedland", true),
            Some(13)
        );
    }
}
