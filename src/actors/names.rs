//! Names in a sentence: the longest known form at each word, and what the syntax model found.

use super::gazetteer::{Form, Gazetteer, KnownIndex, Sense};
use super::tree::Tree;
use crate::syntax::{Name, NameKind, Upos};

/// What a name was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A known actor.
    Known(KnownIndex, Sense),
    /// A name that only the model knows.
    Unknown(NameKind),
}

/// A name in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NameSpan {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) head: u32,
    pub(super) found: Found,
    /// Inside a longer name ("Russian" in "Russian Defence Ministry").
    pub(super) inner: bool,
}

/// Returns the names of a sentence in order; inner ones follow the name they are in.
pub(super) fn names(gazetteer: &Gazetteer, tree: &Tree<'_>) -> Vec<NameSpan> {
    let model: Vec<Name> = tree
        .sentence
        .names
        .iter()
        .filter_map(|n| trimmed(tree, *n))
        .collect();
    let known = known_forms(gazetteer, tree, &model);
    let mut spans: Vec<NameSpan> = Vec::new();
    let mut taken = vec![false; model.len()];
    for (first, last, index, sense) in known {
        let overlapping = |n: &Name| n.first <= last && first <= n.last;
        let longer = model
            .iter()
            .position(|n| overlapping(n) && n.last - n.first > last - first);
        let mut inner = false;
        if let Some(at) = longer {
            let name = model[at];
            // A person or body may begin with a national adjective; what the model calls an
            // event or place round a country keeps the country in sight only.
            inner = name.kind != NameKind::Nationality && within(name, first, last);
            if !inner || name.kind == NameKind::Event {
                taken[at] |= name.kind == NameKind::Nationality;
                inner = false;
            }
        }
        if !inner {
            for (at, name) in model.iter().enumerate() {
                if overlapping(name) && name.last - name.first <= last - first {
                    taken[at] = true;
                }
            }
        }
        let head = tree.head_of(first, last);
        spans.push(NameSpan {
            first,
            last,
            head,
            found: Found::Known(index, sense),
            inner,
        });
    }
    for (at, name) in model.iter().enumerate() {
        let skipped = matches!(name.kind, NameKind::Event | NameKind::Nationality);
        if !taken[at] && !skipped {
            let head = tree.head_of(name.first, name.last);
            let found = Found::Unknown(name.kind);
            spans.push(NameSpan {
                first: name.first,
                last: name.last,
                head,
                found,
                inner: false,
            });
        }
    }
    spans.sort_by_key(|s| (s.first, s.inner, std::cmp::Reverse(s.last)));
    spans
}

fn within(name: Name, first: u32, last: u32) -> bool {
    name.first <= first && last <= name.last
}

/// Returns the name without article and possessive ending.
fn trimmed(tree: &Tree<'_>, mut name: Name) -> Option<Name> {
    let outer = |i: u32| {
        let word = tree.word(i);
        matches!(tree.token(i).upos, Upos::Punct | Upos::Det)
            || matches!(
                word,
                "'s" | "’s" | "'" | "’" | "the" | "The" | "Mr" | "Mr." | "Mrs" | "Ms"
            )
    };
    while name.first < name.last && outer(name.first) {
        name.first += 1;
    }
    while name.first < name.last && outer(name.last) {
        name.last -= 1;
    }
    let letters = |i: u32| tree.word(i).chars().any(char::is_alphanumeric);
    (name.first..=name.last).any(letters).then_some(name)
}

/// Returns first and last word, actor and sense of every known form, without overlap.
fn known_forms(
    gazetteer: &Gazetteer,
    tree: &Tree<'_>,
    model: &[Name],
) -> Vec<(u32, u32, KnownIndex, Sense)> {
    let mut found = Vec::new();
    let mut next = 0;
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
        if let Some((form, last)) = best {
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
    };
    (order, form.known)
}

fn allowed(tree: &Tree<'_>, form: &Form, first: u32, last: u32, model: &[Name]) -> bool {
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
