//! Titles: the longest that a word ends, whose they are, and what their holders head.

use super::endings::endings;
use super::nouns::{Nouns, Title};
use super::tree::Tree;

impl Nouns {
    /// Returns the title that ends in a word, with its full form: "gen" is "general".
    pub(super) fn title(&self, tree: &Tree<'_>, head: u32) -> Option<(String, Title)> {
        endings(tree, head)
            .find_map(|phrase| {
                let phrase = match self.abbreviations.get(phrase.trim_end_matches('.')) {
                    Some(full) => full.clone(),
                    None => phrase,
                };
                // Whoever is deputy to an office does not hold it.
                let under = ["ex-", "first deputy ", "deputy ", "assistant ", "vice "];
                let bare = under.iter().find_map(|under| phrase.strip_prefix(under));
                let bare = bare.unwrap_or(&phrase);
                let title = self
                    .titles
                    .get(&phrase)
                    .or_else(|| self.titles.get(bare))
                    .copied()?;
                Some((phrase, title))
            })
            .map(
                |(phrase, title)| match self.longer_title(tree, head, &phrase) {
                    Some(longer) => (longer, title),
                    None => (phrase, title),
                },
            )
    }

    /// Returns the title that a shorter one begins: "secretary of state".
    fn longer_title(&self, tree: &Tree<'_>, head: u32, phrase: &str) -> Option<String> {
        let of = head + 1;
        let known = of + 1 < tree.len() && tree.word(of) == "of";
        let longer = known.then(|| format!("{phrase} of {}", tree.word(of + 1).to_lowercase()))?;
        self.titles.contains_key(&longer).then_some(longer)
    }

    /// Returns whether a single word is a title or its abbreviation: "Minister", "Gen.".
    pub(super) fn is_title(&self, word: &str) -> bool {
        let word = word.trim_end_matches('.').to_lowercase();
        self.titles.contains_key(&word) || self.abbreviations.contains_key(&word)
    }

    /// Returns the only state that gives a title: "secretary of state".
    pub(super) fn state_of_title(&self, title: &str) -> Option<&str> {
        self.title_states.get(title).map(String::as_str)
    }

    /// Returns whether a title may be one of no state: "commissioner".
    pub(super) fn is_stateless(&self, title: &str) -> bool {
        self.stateless.contains(title)
    }

    /// Returns the id of the only body that has an office: the US House of Representatives for "house speaker".
    pub(super) fn body_of_title(&self, title: &str) -> Option<&str> {
        self.title_bodies.get(title).map(String::as_str)
    }

    /// Returns the ids of the houses whose members bear a title: the senates of several states for "senator".
    pub(super) fn houses_of_title(&self, title: &str) -> &[String] {
        self.title_houses.get(title).map_or(&[], Vec::as_slice)
    }

    /// Returns whether a title is that of one among many: "senator".
    pub(super) fn is_member(&self, title: &str) -> bool {
        self.members.contains(title)
    }

    /// Returns whether a title is that of the head of a state or of its government.
    pub(super) fn is_ruler(&self, title: &str) -> bool {
        self.rulers.contains(title)
    }

    /// Returns whether somebody is at the head of what the title is of: "editor", "founder".
    pub(super) fn heads_its_body(&self, title: &str) -> bool {
        self.heading.contains(title)
    }
}
