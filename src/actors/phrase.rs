//! A noun with its phrase: what stands before it, and how it is called without that.

use super::plural::plural;
use super::roster::{DraftIndex, Words};
use super::tree::Tree;
use crate::syntax::Upos;

/// How the determiner presents a noun.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Article {
    /// "the", "this", "their".
    Definite,
    /// "a", "another", "some".
    Indefinite,
    /// None.
    Bare,
}

/// A noun that may stand for an actor, with what was found out about it.
pub(super) struct Noun {
    pub(super) sentence: u32,
    pub(super) head: u32,
    pub(super) words: Words,
    pub(super) article: Article,
    pub(super) plural: bool,
    pub(super) owner: Option<DraftIndex>,
    pub(super) shares: Option<Shares>,
}

/// Modifiers that share one noun, and the one whose noun is meant: "Polish and *Czech*" officials.
#[derive(Clone, Copy)]
pub(super) struct Shares {
    pub(super) first: u32,
    pub(super) last: u32,
    /// First and last word of the one.
    pub(super) own: (u32, u32),
}

impl Shares {
    /// Returns whether a word belongs to another of the modifiers, or joins them.
    fn leaves_out(&self, word: u32) -> bool {
        let own = (self.own.0..=self.own.1).contains(&word);
        (self.first..=self.last).contains(&word) && !own
    }
}

pub(super) fn article(tree: &Tree<'_>, head: u32) -> Article {
    let mut article = Article::Bare;
    for &child in tree.children(head).iter().filter(|c| **c < head) {
        match tree.dep(child) {
            "det" | "det:predet" => {
                let word = tree.word(child).to_lowercase();
                article = match word.as_str() {
                    "a" | "an" | "another" | "some" | "any" | "one" | "no" | "every" | "each"
                    | "many" => Article::Indefinite,
                    _ => Article::Definite,
                };
            }
            "nmod:poss" => article = Article::Definite,
            "nummod" if article == Article::Bare => article = Article::Indefinite,
            _ => {}
        }
    }
    article
}

/// Returns the first word of a phrase after determiners, numbers and possessors.
pub(super) fn bare(tree: &Tree<'_>, first: u32, head: u32) -> u32 {
    let mut start = first;
    for &child in tree.children(head).iter().filter(|c| **c < head) {
        if matches!(
            tree.dep(child),
            "det" | "det:predet" | "nummod" | "nmod:poss" | "advmod"
        ) {
            let end = tree.phrase(child).1.max(child);
            let mut next = end + 1;
            while next < head && matches!(tree.token(next).upos, Upos::Part | Upos::Punct) {
                next += 1;
            }
            start = start.max(next);
        }
    }
    let quantity = |i: u32| {
        // "a *31*-year-old nurse" is one nurse.
        let joined = tree.joined(i + 1);
        !joined
            && matches!(
                tree.token(i).upos,
                Upos::Num | Upos::Det | Upos::Punct | Upos::Adp | Upos::Sconj
            )
            || matches!(
                tree.word(i).to_lowercase().as_str(),
                "several"
                    | "many"
                    | "few"
                    | "more"
                    | "other"
                    | "most"
                    | "new"
                    | "own"
                    | "multiple"
                    | "numerous"
                    | "various"
                    | "certain"
                    | "countless"
                    | "even"
                    | "only"
                    | "last"
                    | "third"
                    | "fourth"
                    | "fifth"
            )
    };
    while start < head && quantity(start) {
        start += 1;
    }
    start.min(head)
}

/// Returns whether nothing but a determiner stands before the noun.
pub(super) fn plain(tree: &Tree<'_>, noun: &Noun) -> bool {
    bare(tree, noun.words.first, noun.head) == noun.head
}

/// Returns the words of a noun's phrase that stay in a name, lower case where they are no names.
///
/// "Polish and Czech officials" are Polish officials, or Czech ones.
pub(super) fn described(tree: &Tree<'_>, noun: &Noun, plurals: bool) -> String {
    let Words { head, first, last } = noun.words;
    let other = |i: &u32| noun.shares.is_some_and(|shares| shares.leaves_out(*i));
    let mut name = String::new();
    for i in (bare(tree, first, head)..=last).filter(|i| !other(i)) {
        let token = tree.token(i);
        let word = tree.word(i);
        let proper = token.upos == Upos::Propn || word.chars().skip(1).any(char::is_uppercase);
        let national = token.upos == Upos::Adj
            && i > 0
            && word.starts_with(char::is_uppercase)
            && token.lemma.starts_with(char::is_uppercase);
        let text = match proper
            || national
            || (i > 0 && word.starts_with(char::is_uppercase) && token.upos == Upos::Adj)
        {
            true => word.to_string(),
            false => word.to_lowercase(),
        };
        let text = match i == head && plurals {
            true => plural(&text),
            false => text,
        };
        let spaced = i > first && token.span.start > tree.token(i - 1).span.end;
        if !name.is_empty() && spaced {
            name.push(' ');
        }
        name.push_str(&text);
    }
    name
}
