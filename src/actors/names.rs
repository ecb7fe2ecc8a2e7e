//! Names in a sentence: the longest known form at each word, and what the syntax model found.

use super::ActorKind;
use super::gazetteer::Gazetteer;
use super::known::{Form, KnownIndex, Sense};
use super::listed::in_dictionary;
use super::tree::Tree;
use crate::syntax::{Name, NameKind, Upos};
use std::collections::BTreeMap;

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
    let names = tree.sentence.names.iter();
    let mut model: Vec<Name> = names.filter_map(|n| trimmed(gazetteer, tree, *n)).collect();
    for name in &mut model {
        // "the Harbour Workers' *Union*": the model may stop before the apostrophe.
        let (mark, noun) = (name.last + 1, name.last + 2);
        let union = noun < tree.len()
            && matches!(tree.word(mark), "'" | "’")
            && tree.word(noun).starts_with(char::is_uppercase)
            && gazetteer.nouns.kind_of_word(tree.word(noun)) == Some(ActorKind::Organization);
        if union && name.kind == NameKind::Organization {
            name.last = noun;
        }
    }
    let mut spans: Vec<NameSpan> = Vec::new();
    let known = known_forms(gazetteer, tree, &model);
    // "Zedland and Yeland", "the Zedland-Yeland war": two states are no body.
    let state = |first: u32, last: u32| {
        known.iter().any(|(a, b, index, _)| {
            (*a, *b) == (first, last) && gazetteer.known(*index).kind == ActorKind::Country
        })
    };
    model.retain(|n| {
        !(n.first + 1..n.last).any(|joint| {
            matches!(tree.word(joint), "-" | "–" | "‑" | "and" | "&")
                && state(n.first, joint - 1)
                && state(joint + 1, n.last)
        })
    });
    for (first, last, index, sense) in known {
        let found = Found::Known(index, sense);
        let overlapping = |n: &Name| n.first <= last && first <= n.last;
        let longer = |n: &Name| overlapping(n) && n.last - n.first > last - first;
        let Some(at) = model.iter().position(longer) else {
            model.retain(|n| !overlapping(n));
            spans.push(span(tree, first, last, found));
            continue;
        };
        let name = model[at];
        let inside = name.first <= first && last <= name.last;
        let place = gazetteer.known(index).kind == ActorKind::Place;
        match name.kind {
            NameKind::Nationality => {
                model.remove(at);
                spans.push(span(tree, first, last, found));
            }
            NameKind::Person if inside && gazetteer.known(index).is_person() => {
                model.remove(at);
                spans.push(span(tree, name.first, name.last, found));
            }
            // "Zedgrad region of Zedland"
            NameKind::Location | NameKind::Polity if inside && first == name.first && place => {
                model.remove(at);
                spans.push(span(tree, first, last, found));
            }
            // "the newspaper Zedburg Matin", taken for a person: nobody's first name is a capital.
            NameKind::Person if inside && first == name.first && sense == Sense::Capital => {
                model[at].kind = NameKind::Organization;
            }
            // "Zedlandic Ana Weiss": the nation is no part of the name.
            NameKind::Person if inside && first == name.first => {
                model[at].first = last + 1;
                spans.push(NameSpan {
                    inner: true,
                    ..span(tree, first, last, found)
                });
            }
            // What the model calls an event round a country keeps the country in sight only.
            NameKind::Event => spans.push(span(tree, first, last, found)),
            _ if inside => spans.push(NameSpan {
                inner: true,
                ..span(tree, first, last, found)
            }),
            // What only overlaps a longer name is an accident: "The National" Theatre.
            _ => {}
        }
    }
    for name in model {
        if !matches!(name.kind, NameKind::Event | NameKind::Nationality) {
            spans.push(span(tree, name.first, name.last, Found::Unknown(name.kind)));
        }
    }
    spans.sort_by_key(|s| (s.first, s.inner, std::cmp::Reverse(s.last)));
    spans
}

fn span(tree: &Tree<'_>, first: u32, last: u32, found: Found) -> NameSpan {
    let head = tree.head_of(first, last);
    NameSpan {
        first,
        last,
        head,
        found,
        inner: false,
    }
}

/// Finds the names of a document again where the model saw them once: a body or person named in
/// one sentence is looked for in all, and persons by their surname too.
pub(super) fn spread(gazetteer: &Gazetteer, trees: &[Tree<'_>], spans: &mut [Vec<NameSpan>]) {
    let mut seen: BTreeMap<&str, NameKind> = BTreeMap::new();
    for (tree, names) in trees.iter().zip(spans.iter()) {
        for name in names.iter().filter(|name| !name.inner) {
            let kind = match name.found {
                Found::Unknown(kind @ (NameKind::Person | NameKind::Organization)) => kind,
                Found::Known(known, _) if gazetteer.known(known).is_person() => NameKind::Person,
                _ => continue,
            };
            if kind == NameKind::Person {
                seen.insert(tree.word(name.last), kind);
            } else if name.first == name.last {
                seen.entry(tree.word(name.first)).or_insert(kind);
            }
        }
    }
    for (tree, names) in trees.iter().zip(spans.iter_mut()) {
        for i in 0..tree.len() {
            let word = tree.word(i);
            if word.len() < 3
                || tree.token(i).upos != Upos::Propn
                || !word.starts_with(char::is_uppercase)
            {
                continue;
            }
            if let Some(kind) = seen.get(word)
                && !names
                    .iter()
                    .any(|name| (name.first..=name.last).contains(&i))
            {
                names.push(span(tree, i, i, Found::Unknown(*kind)));
            }
        }
        names.sort_by_key(|s| (s.first, s.inner, std::cmp::Reverse(s.last)));
    }
}

/// Returns the name without article, title and possessive ending; nothing where that is no name:
/// "pro-Zedland", "east coast".
fn trimmed(gazetteer: &Gazetteer, tree: &Tree<'_>, mut name: Name) -> Option<Name> {
    let outer = |i: u32| {
        let word = tree.word(i);
        let ending = matches!(word, "'s" | "’s" | "'" | "’" | "the" | "The");
        let title = name.kind == NameKind::Person && gazetteer.nouns.is_title(word);
        ending || title || matches!(tree.token(i).upos, Upos::Punct | Upos::Det)
    };
    let (mut first, mut last) = (name.first, name.last);
    while first < last && outer(first) {
        first += 1;
    }
    while first < last && outer(last) {
        last -= 1;
    }
    // "Zedlandic Foreign" in "Zedlandic Foreign Minister": the title begins inside.
    if name.kind != NameKind::Person && last + 1 < tree.len() {
        let title = gazetteer.nouns.title(tree, last + 1);
        let words = title.map_or(1, |(phrase, _)| phrase.split(' ').count() as u32);
        last = (last + 1).checked_sub(words - 1)?.checked_sub(1)?;
        if last < first {
            return None;
        }
    }
    (name.first, name.last) = (first, last);
    let text = tree.text_of(first, last);
    let against = ["pro-", "anti-", "Pro-", "Anti-"]
        .iter()
        .any(|start| text.starts_with(start));
    (!against && text.chars().any(char::is_uppercase)).then_some(name)
}

/// Returns first and last word, actor and sense of every known form, without overlap.
fn known_forms(
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
