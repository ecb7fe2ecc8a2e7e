//! Names from the scores of begin, inside, last, unit and outside tags.

use super::matrix::Matrix;
use super::token::{Name, NameKind};
use std::ops::Range;

/// A tag of a word: its part in a name and the kind of name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameTag {
    Outside,
    Begin(NameKind),
    Inside(NameKind),
    Last(NameKind),
    Unit(NameKind),
}

impl NameTag {
    /// Reads `O`, `B-PERSON`, `U-GPE` and the like.
    pub(super) fn parse(label: &str) -> Option<NameTag> {
        if label == "O" {
            return Some(NameTag::Outside);
        }
        let (part, kind) = label.split_once('-')?;
        let kind = kind.parse().ok()?;
        match part {
            "B" => Some(NameTag::Begin(kind)),
            "I" => Some(NameTag::Inside(kind)),
            "L" => Some(NameTag::Last(kind)),
            "U" => Some(NameTag::Unit(kind)),
            _ => None,
        }
    }

    /// Returns the kind of a name that goes on after this word.
    fn open(self) -> Option<NameKind> {
        match self {
            NameTag::Begin(kind) | NameTag::Inside(kind) => Some(kind),
            _ => None,
        }
    }

    /// Returns the kind of a name that must have begun before this word.
    fn continues(self) -> Option<NameKind> {
        match self {
            NameTag::Inside(kind) | NameTag::Last(kind) => Some(kind),
            _ => None,
        }
    }
}

/// Returns the best sequence of tags in which every name begins and ends.
pub(super) fn best_tags(scores: &Matrix, tags: &[NameTag]) -> Vec<NameTag> {
    let count = scores.rows();
    if count == 0 {
        return Vec::new();
    }
    let greedy: Vec<NameTag> = scores.iter().map(|row| tags[top(row.iter())]).collect();
    if is_closed(&greedy) {
        return greedy;
    }
    let worst = f32::NEG_INFINITY;
    let mut now: Vec<f32> = tags
        .iter()
        .enumerate()
        .map(|(i, tag)| {
            if tag.continues().is_none() {
                scores.row(0)[i]
            } else {
                worst
            }
        })
        .collect();
    let mut back: Vec<Vec<usize>> = Vec::with_capacity(count);
    for word in 1..count {
        let mut next = vec![worst; tags.len()];
        let mut from = vec![0; tags.len()];
        for (i, before) in tags.iter().enumerate() {
            if now[i] == worst {
                continue;
            }
            for (j, tag) in tags.iter().enumerate() {
                if before.open() == tag.continues() && now[i] > next[j] {
                    (next[j], from[j]) = (now[i], i);
                }
            }
        }
        for (j, value) in next.iter_mut().enumerate() {
            *value += scores.row(word)[j];
        }
        now = next;
        back.push(from);
    }
    let mut at = 0;
    for (i, tag) in tags.iter().enumerate() {
        let best_closed = tags[at].open().is_some() || now[i] > now[at];
        if tag.open().is_none() && best_closed {
            at = i;
        }
    }
    let mut path = vec![tags[at]];
    for from in back.iter().rev() {
        at = from[at];
        path.push(tags[at]);
    }
    path.reverse();
    path
}

/// Returns whether every name begins and ends.
fn is_closed(path: &[NameTag]) -> bool {
    let mut open = None;
    for tag in path {
        if tag.continues() != open {
            return false;
        }
        open = tag.open();
    }
    open.is_none()
}

fn top<'a>(values: impl Iterator<Item = &'a f32>) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for (i, value) in values.enumerate() {
        if *value > best.1 {
            best = (i, *value);
        }
    }
    best.0
}

/// Returns the names of a tagged sentence, without "the" before and "'s" after them.
pub(super) fn collect(tags: &[NameTag], forms: &[&str]) -> Vec<Name> {
    let mut names = Vec::new();
    let mut begun = 0;
    for (i, tag) in tags.iter().enumerate() {
        let kind = match tag {
            NameTag::Begin(_) => {
                begun = i;
                continue;
            }
            NameTag::Unit(kind) => {
                begun = i;
                *kind
            }
            NameTag::Last(kind) => *kind,
            _ => continue,
        };
        let words = trim(forms, begun..i + 1);
        let (false, Ok(first), Ok(end)) = (
            words.is_empty(),
            u32::try_from(words.start),
            u32::try_from(words.end),
        ) else {
            continue;
        };
        names.push(Name {
            first,
            last: end - 1,
            kind,
        });
    }
    names
}

/// Leaves out "the" before a name, "'s" after it, and marks around it.
pub(super) fn trim(forms: &[&str], words: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = words;
    while start < end && is_edge(forms[start]) {
        start += 1;
    }
    while start < end && is_edge(forms[end - 1]) {
        end -= 1;
    }
    start..end
}

fn is_edge(form: &str) -> bool {
    matches!(
        form,
        "the" | "The" | "THE" | "'s" | "’s" | "'" | "’" | "," | "\"" | "“" | "”"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags() -> Vec<NameTag> {
        ["O", "B-ORG", "I-ORG", "L-ORG", "U-ORG"]
            .iter()
            .filter_map(|t| NameTag::parse(t))
            .collect()
    }

    #[test]
    fn a_name_that_begins_must_end() {
        let scores = Matrix::new(5, vec![0., 9., 0., 0., 8., 9., 0., 0., 1., 0.]);
        let org = NameKind::Organization;
        assert_eq!(
            best_tags(&scores, &tags()),
            [NameTag::Unit(org), NameTag::Outside]
        );
    }

    #[test]
    fn articles_and_genitives_stay_outside() {
        let org = NameKind::Organization;
        let tags = [
            NameTag::Begin(org),
            NameTag::Inside(org),
            NameTag::Last(org),
        ];
        let found = collect(&tags, &["the", "Senate", "'s"]);
        assert_eq!(
            found,
            [Name {
                first: 1,
                last: 1,
                kind: org
            }]
        );
        assert_eq!(collect(&[NameTag::Unit(org)], &["the"]), []);
    }
}
