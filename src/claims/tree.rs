//! A sentence's tree as the claims stage walks it.

use crate::span::Span;
use crate::syntax::{Sentence, Token, Upos};

/// A sentence with its children lists.
#[derive(Debug)]
pub struct Tree<'a> {
    /// The sentence.
    pub sentence: &'a Sentence,
    /// The document's text.
    pub text: &'a str,
    /// Children of word `i`: `children[starts[i]..starts[i + 1]]`, in order.
    children: Vec<u32>,
    starts: Vec<u32>,
}

impl<'a> Tree<'a> {
    /// Builds the children lists in linear time.
    pub fn new(sentence: &'a Sentence, text: &'a str) -> Tree<'a> {
        let n = sentence.tokens.len();
        let mut starts = vec![0u32; n + 1];
        for token in &sentence.tokens {
            if let Some(head) = token.head {
                starts[head as usize + 1] += 1;
            }
        }
        for i in 0..n {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut children = vec![0u32; starts[n] as usize];
        for (i, token) in sentence.tokens.iter().enumerate() {
            if let Some(head) = token.head {
                children[next[head as usize] as usize] = i as u32;
                next[head as usize] += 1;
            }
        }
        Tree {
            sentence,
            text,
            children,
            starts,
        }
    }

    /// Returns a word.
    pub fn token(&self, i: usize) -> &'a Token {
        &self.sentence.tokens[i]
    }

    /// Returns the number of words.
    pub fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    /// Returns a word's lemma.
    pub fn lemma(&self, i: usize) -> &'a str {
        &self.sentence.tokens[i].lemma
    }

    /// Returns a word's relation to its head.
    pub fn dep(&self, i: usize) -> &'static str {
        self.sentence.tokens[i].dep
    }

    /// Returns a word as written.
    pub fn form(&self, i: usize) -> &'a str {
        self.sentence.tokens[i].span.of(self.text)
    }

    /// Returns a word's head.
    pub fn head(&self, i: usize) -> Option<usize> {
        self.sentence.tokens[i].head.map(|h| h as usize)
    }

    /// Returns the dependents of a word in order.
    pub fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children[self.starts[i] as usize..self.starts[i + 1] as usize]
            .iter()
            .map(|&c| c as usize)
    }

    /// Returns the first dependent with this relation, subtypes included.
    pub fn child(&self, i: usize, dep: &str) -> Option<usize> {
        self.children(i).find(|&c| is(self.dep(c), dep))
    }

    /// Returns the word's ancestors, nearest first, without the word.
    pub fn ancestors(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(i), |&h| self.head(h))
    }

    /// Returns whether `i` is `root` or hangs under it.
    pub fn under(&self, i: usize, root: usize) -> bool {
        i == root || self.ancestors(i).any(|a| a == root)
    }

    /// Returns the word of a stretch that none of the others governs.
    pub fn top_of(&self, span: Span) -> Option<usize> {
        let inside = |i: usize| {
            let word = self.token(i).span;
            span.start <= word.start && word.end <= span.end
        };
        (0..self.len()).find(|&i| inside(i) && !self.head(i).is_some_and(inside))
    }

    /// Returns the preposition of a phrase, fixed expressions joined by `_`: `on_behalf_of`.
    pub fn preposition(&self, i: usize) -> Option<String> {
        let case =
            |&c: &usize| is(self.dep(c), "case") && self.lemma(c) != "'s" && self.form(c) != "’s";
        let mut cases: Vec<usize> = self.children(i).filter(case).collect();
        if cases.is_empty() {
            // "*with* Prime Minister Ada Moss": parsers may hang it on the title, or on the first of a name's words.
            let before = self.children(i).filter(|&c| {
                c < i && matches!(self.dep(c), "nmod:desc" | "compound" | "flat" | "amod")
            });
            cases = before
                .flat_map(|c| self.children(c).filter(move |&x| x < c).filter(case))
                .take(1)
                .collect();
        }
        let first = *cases.first()?;
        let mut words = vec![self.form(first).to_lowercase()];
        words.extend(
            self.children(first)
                .filter(|&c| self.dep(c) == "fixed")
                .map(|c| self.form(c).to_lowercase()),
        );
        words.extend(
            cases[1..]
                .iter()
                // Not the "of" inside a name: "of the Joint Chiefs *of* Staff".
                .filter(|&&c| c < i)
                .map(|&c| self.form(c).to_lowercase()),
        );
        Some(words.join("_"))
    }

    /// Returns whether the word is a verb or stands in a verb's place with a copula or auxiliary.
    pub fn is_clause(&self, i: usize) -> bool {
        self.token(i).upos == Upos::Verb
            || self.children(i).any(|c| {
                matches!(
                    self.dep(c),
                    "cop" | "nsubj" | "nsubj:pass" | "csubj" | "aux" | "aux:pass"
                )
            })
    }

    /// Returns whether a verb is to be done: "Norland *is to supply* tanks", where the treebanks have a copula.
    pub fn is_to_be_done(&self, i: usize) -> bool {
        let has = |dep, lemma| {
            self.children(i)
                .any(|c| self.dep(c) == dep && self.lemma(c) == lemma)
        };
        self.token(i).upos == Upos::Verb && has("cop", "be") && has("mark", "to")
    }

    /// Returns whether a verb opens a quotation without a subject: "chanted “*Lock* him up!”" tells of no deed.
    pub fn is_ordered(&self, i: usize) -> bool {
        let opened = i > 0 && matches!(self.form(i - 1), "\"" | "“" | "``" | "‘" | "''");
        // "chants *of* “Lock him up!”" still orders; "hoped *to* “jail him”" does not.
        let to = |c| self.dep(c) == "mark" && self.lemma(c) == "to";
        let own = |c| is(self.dep(c), "nsubj") || matches!(self.dep(c), "aux" | "expl") || to(c);
        self.token(i).xpos == "VB" && opened && !self.children(i).any(own)
    }

    /// Returns whether a verb stands in the passive.
    pub fn is_passive(&self, i: usize) -> bool {
        if self
            .children(i)
            .any(|c| matches!(self.dep(c), "nsubj:pass" | "aux:pass" | "csubj:pass"))
        {
            return true;
        }
        self.token(i).xpos == "VBN"
            && !self
                .children(i)
                .any(|c| matches!(self.dep(c), "aux" | "nsubj" | "obj"))
            && matches!(
                self.dep(i),
                "acl" | "amod" | "advcl" | "xcomp" | "acl:relcl" | "root" | "conj" | "ccomp"
            )
            && self.conj_is_passive(i)
    }

    fn conj_is_passive(&self, i: usize) -> bool {
        match (self.dep(i), self.head(i)) {
            ("conj", Some(head)) => self.is_passive(head),
            _ => true,
        }
    }

    /// Returns a word and those coordinated with it, in order.
    pub fn conjuncts(&self, i: usize) -> Vec<usize> {
        let mut all = vec![i];
        let mut at = 0;
        while at < all.len() {
            let next: Vec<usize> = self
                .children(all[at])
                .filter(|&c| self.dep(c) == "conj")
                .collect();
            all.extend(next);
            at += 1;
        }
        all.sort_unstable();
        all
    }

    /// Returns whether the word is a relative pronoun: "who", "which", "that" in a relative clause.
    pub fn is_relativizer(&self, i: usize) -> bool {
        matches!(self.token(i).xpos, "WP" | "WDT" | "WP$")
            && (matches!(self.lemma(i), "who" | "which" | "that" | "whom" | "whose"))
    }
}

/// Returns whether `dep` is the relation `base` or a subtype of it.
pub fn is(dep: &str, base: &str) -> bool {
    dep.strip_prefix(base)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
}
