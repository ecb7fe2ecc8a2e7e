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
    for i in 0..tree.len() {
        if i < next || !tree.word(i).starts_with(char::is_alphanumeric) {
            continue;
        }
        let rest = &tree.text[tree.token(i).span.start as usize..];
        let fitting = gazetteer.forms_at(rest).iter().filter_map(|form| {
            let last = end_of(tree, i, rest, &form.text)?;
            allowed(tree, form, i, last, model).then_some((form, last))
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
fn end_of(tree: &Tree<'_>, first: u32, rest: &str, form: &str) -> Option<u32> {
    let length = matched(rest, form)?;
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

/// Returns how many bytes of `text` spell `form`: any white space for a space, either apostrophe.
fn matched(text: &str, form: &str) -> Option<usize> {
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
    use super::matched;

    #[test]
    fn a_form_is_found_over_a_line_break() {
        assert_eq!(matched("North\nZedland said", "North Zedland"), Some(13));
        assert_eq!(matched("Zed’s Post", "Zed's"), Some(7));
        assert_eq!(matched("Zedlandic", "Zedlanders"), None);
    }
}
