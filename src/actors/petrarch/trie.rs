//! Phrases by their words: the longest that begins at a word is found without trying each.

use rustc_hash::FxHashMap;

/// A set of phrases, each with a number.
#[derive(Clone, Debug)]
pub(super) struct Trie {
    words: FxHashMap<Box<str>, u32>,
    /// From a node by a word to the next node; the root is node 0.
    steps: FxHashMap<(u32, u32), u32>,
    /// What the phrase that ends at a node stands for.
    values: Vec<Option<u32>>,
}

impl Default for Trie {
    fn default() -> Trie {
        Trie {
            words: FxHashMap::default(),
            steps: FxHashMap::default(),
            values: vec![None],
        }
    }
}

impl Trie {
    /// Enters a phrase; returns the number that stands there already, where one does.
    pub(super) fn insert(&mut self, phrase: &[String], value: u32) -> Option<u32> {
        let mut node = 0;
        for word in phrase {
            let next = self.words.len() as u32;
            let word = match self.words.get(word.as_str()) {
                Some(known) => *known,
                None => {
                    self.words.insert(word.as_str().into(), next);
                    next
                }
            };
            let new = self.values.len() as u32;
            node = *self.steps.entry((node, word)).or_insert(new);
            if node == new {
                self.values.push(None);
            }
        }
        match self.values[node as usize] {
            Some(known) => Some(known),
            None => {
                self.values[node as usize] = Some(value);
                None
            }
        }
    }

    /// Returns the longest phrase that some words begin with: how many words it has, and its number.
    pub(super) fn longest<'a>(&self, words: impl Iterator<Item = &'a str>) -> Option<(usize, u32)> {
        let mut node = 0;
        let mut found = None;
        for (count, word) in (1..).zip(words) {
            let step = self
                .words
                .get(word)
                .and_then(|w| self.steps.get(&(node, *w)));
            let Some(next) = step else { break };
            node = *next;
            if let Some(value) = self.values[node as usize] {
                found = Some((count, value));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::Trie;

    #[test]
    fn the_longest_phrase_wins_and_the_first_of_two_stays() {
        let phrase = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
        let mut trie = Trie::default();
        assert_eq!(trie.insert(&phrase("NORLAND"), 1), None);
        assert_eq!(trie.insert(&phrase("NORLAND ARMY"), 2), None);
        assert_eq!(trie.insert(&phrase("NORLAND"), 3), Some(1));
        let longest = |text: &str| trie.longest(text.split(' '));
        assert_eq!(longest("NORLAND ARMY LEFT"), Some((2, 2)));
        assert_eq!(longest("NORLAND LEFT"), Some((1, 1)));
        assert_eq!(longest("ARMY"), None);
    }
}
