//! A sentence seen from the words above: who hangs on whom.

use crate::syntax::{Sentence, Token, Upos};

/// Words after a noun that may still be part of what somebody is called.
const LONGEST_TAIL: u32 = 9;

/// A sentence with the children of every word.
pub(super) struct Tree<'a> {
    pub(super) sentence: &'a Sentence,
    pub(super) text: &'a str,
    /// Children of word `i` are `children[starts[i]..starts[i + 1]]`, in order.
    children: Vec<u32>,
    starts: Vec<u32>,
}

impl<'a> Tree<'a> {
    /// Returns the tree of a sentence of `text`.
    pub(super) fn new(sentence: &'a Sentence, text: &'a str) -> Tree<'a> {
        let count = sentence.tokens.len();
        let mut starts = vec![0u32; count + 2];
        for head in sentence.tokens.iter().filter_map(|token| token.head) {
            starts[head as usize + 2] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut children = vec![0u32; starts[count + 1] as usize];
        for (i, token) in sentence.tokens.iter().enumerate() {
            if let Some(head) = token.head {
                let slot = &mut starts[head as usize + 1];
                children[*slot as usize] = i as u32;
                *slot += 1;
            }
        }
        starts.pop();
        Tree {
            sentence,
            text,
            children,
            starts,
        }
    }

    /// Returns how many words there are.
    pub(super) fn len(&self) -> u32 {
        self.sentence.tokens.len() as u32
    }

    /// Returns a word.
    pub(super) fn token(&self, i: u32) -> &'a Token {
        &self.sentence.tokens[i as usize]
    }

    /// Returns a word as written.
    pub(super) fn word(&self, i: u32) -> &'a str {
        self.token(i).span.of(self.text)
    }

    /// Returns the dictionary form of a word in lower case.
    pub(super) fn lemma(&self, i: u32) -> String {
        self.token(i).lemma.to_lowercase()
    }

    /// Returns whether a sentence of three words or more has no small letter: "TURKEY VOTES TODAY".
    pub(super) fn is_all_capitals(&self) -> bool {
        let words = (0..self.len()).map(|i| self.word(i));
        let capital = |word: &&str| word.starts_with(char::is_uppercase);
        // Nearly every sentence has a small letter in its first words.
        words.clone().all(|word| !word.contains(char::is_lowercase))
            && words.filter(capital).nth(2).is_some()
    }

    /// Returns whether a word is written in capitals.
    pub(super) fn is_capitals(&self, i: u32) -> bool {
        let word = self.word(i);
        word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase())
    }

    /// Returns whether a word is part of a name or a number.
    fn is_name(&self, i: u32) -> bool {
        matches!(self.token(i).upos, Upos::Propn | Upos::Num)
    }

    /// Returns whether a noun is in the plural, also where the model takes it for a name: "MPs".
    pub(super) fn is_plural(&self, i: u32) -> bool {
        let stem = self.word(i).strip_suffix('s').unwrap_or("");
        let capitals = stem.len() > 1 && stem.bytes().all(|b| b.is_ascii_uppercase());
        self.token(i).xpos.ends_with('S') || capitals
    }

    /// Returns the relation of a word to its head.
    pub(super) fn dep(&self, i: u32) -> &'static str {
        self.token(i).dep
    }

    /// Returns the head of a word.
    pub(super) fn head(&self, i: u32) -> Option<u32> {
        self.token(i).head
    }

    /// Returns the words that hang on a word, in order.
    pub(super) fn children(&self, i: u32) -> &[u32] {
        let range = self.starts[i as usize] as usize..self.starts[i as usize + 1] as usize;
        &self.children[range]
    }

    /// Returns the first child with one of these relations.
    pub(super) fn child(&self, i: u32, deps: &[&str]) -> Option<u32> {
        self.children(i)
            .iter()
            .copied()
            .find(|c| deps.contains(&self.dep(*c)))
    }

    /// Returns the preposition of a word in lower case.
    pub(super) fn case(&self, i: u32) -> Option<String> {
        let case = self.child(i, &["case"])?;
        Some(self.word(case).to_lowercase())
    }

    /// Returns the word of a stretch whose head lies outside it; the last where several do.
    pub(super) fn head_of(&self, first: u32, last: u32) -> u32 {
        let inside = |i: u32| (first..=last).contains(&i);
        let outward =
            |i: &u32| !self.head(*i).is_some_and(inside) && self.token(*i).upos != Upos::Punct;
        // "Doctors *Without Borders*": what the tree hangs on the verb by a preposition of the name heads no name.
        let phrase = |i: &u32| {
            let case = self.child(*i, &["case"]);
            let inside = case.is_some_and(|case| case > first && case < *i);
            inside && (self.dep(*i).starts_with("obl") || self.dep(*i).starts_with("nmod"))
        };
        let outside = |i: &u32| outward(i) && !phrase(i);
        let words = || (first..=last).rev();
        let head = words().find(outside).or_else(|| words().find(outward));
        head.unwrap_or(last)
    }

    /// Returns the first and last word of the noun phrase around a head: what stands before it
    /// (determiners, adjectives, compounds, possessors) and the rest of its own name.
    pub(super) fn phrase(&self, head: u32) -> (u32, u32) {
        let mut first = head;
        let mut last = head;
        for &child in self.children(head) {
            let before = child < head;
            match self.dep(child) {
                "det" | "det:predet" | "amod" | "compound" | "nummod" | "nmod:poss"
                | "nmod:desc" | "goeswith" | "nmod:unmarked" | "advmod"
                    if before =>
                {
                    first = first.min(self.leftmost(child));
                }
                // In a headline the rest of the sentence may hang on its first noun.
                "flat" | "fixed" | "flat:name" | "compound"
                    if !before && (self.is_name(head) || self.is_name(child)) =>
                {
                    last = last.max(self.rightmost(child));
                }
                _ => {}
            }
        }
        // "brother-in-law"
        while self.joined(last + 1) && matches!(self.word(last + 2), "in" | "law") {
            last += 2;
        }
        let loose = |i: u32| {
            matches!(
                self.token(i).upos,
                Upos::Punct | Upos::Adp | Upos::Cconj | Upos::Sconj
            )
        };
        // "at *least* three nurses"
        let least = |i: u32| {
            let at = i > 0 && self.word(i - 1).eq_ignore_ascii_case("at");
            at && matches!(self.word(i), "least" | "most")
        };
        while first < head && (loose(first) || least(first)) {
            first += 1;
        }
        (first, last)
    }

    /// Returns where a noun phrase may end with the prepositional phrases that follow right on it:
    /// "critics of the mayor", "critics of the mayor of Zedgrad".
    pub(super) fn tails(&self, head: u32) -> Vec<u32> {
        let start = self.phrase(head).1;
        let mut tails = Vec::new();
        let mut noun = head;
        let mut last = start;
        while let Some(next) = self
            .follower(noun, last)
            .or_else(|| self.follower(head, last))
        {
            last = self.phrase(next).1;
            noun = next;
            if last >= start + LONGEST_TAIL {
                break;
            }
            tails.push(last);
        }
        tails
    }

    /// Returns the noun of the prepositional phrase of a noun that begins right after a word.
    fn follower(&self, noun: u32, last: u32) -> Option<u32> {
        self.children(noun).iter().copied().find(|child| {
            let case = self.child(*child, &["case"]);
            let follows = case.is_some_and(|case| case == last + 1 && case < *child);
            // "accused the commission *for* delays": others often hang on the verb.
            let speaks = || self.word(noun).to_lowercase().starts_with("spokes");
            let fixed = || match self.word(last + 1) {
                "of" | "in" | "from" | "at" | "to" => true,
                "for" => speaks(),
                _ => false,
            };
            follows && fixed() && self.dep(*child) == "nmod"
        })
    }

    /// Returns the last word of a clause, up to a comma or the like.
    pub(super) fn clause_end(&self, clause: u32) -> u32 {
        let end = self.rightmost(clause);
        let mark = |i: &u32| self.token(*i).upos == Upos::Punct && !self.joined(*i);
        let stop = (clause..=end).find(mark);
        stop.map_or(end, |stop| stop - 1)
    }

    fn leftmost(&self, i: u32) -> u32 {
        let lowest = self
            .children(i)
            .iter()
            .filter(|c| **c < i)
            .map(|c| self.leftmost(*c))
            .min();
        lowest.unwrap_or(i).min(i)
    }

    fn rightmost(&self, i: u32) -> u32 {
        let highest = self
            .children(i)
            .iter()
            .filter(|c| **c > i && self.dep(**c) != "punct");
        highest
            .map(|c| self.rightmost(*c))
            .max()
            .unwrap_or(i)
            .max(i)
    }

    /// Returns whether a word is a hyphen that joins its neighbours: "Zedgrad-backed", not "Zedgrad - a port".
    pub(super) fn joined(&self, i: u32) -> bool {
        let inside = i > 0 && i + 1 < self.len();
        inside
            && matches!(self.word(i), "-" | "‑" | "–")
            && self.token(i - 1).span.end == self.token(i).span.start
            && self.token(i).span.end == self.token(i + 1).span.start
    }

    /// Returns the text from one word to another.
    pub(super) fn text_of(&self, first: u32, last: u32) -> &'a str {
        self.token(first)
            .span
            .join(self.token(last).span)
            .of(self.text)
    }
}
