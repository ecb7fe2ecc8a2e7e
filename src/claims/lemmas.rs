//! The words that a condition of a frame lists.

use super::relation::Classes;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// Lemmas that a condition lists, alone or with the word before them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lemmas {
    words: FxHashSet<String>,
    /// Whether some are of two words: "artillery shell".
    pairs: bool,
}

impl Lemmas {
    pub(super) fn new(mut words: BTreeSet<String>) -> Lemmas {
        // A text's "cease-fire" is two words and a hyphen.
        let parted = words.iter().filter(|word| word.contains('-'));
        let parted: Vec<String> = parted.map(|word| word.replace('-', " ")).collect();
        words.extend(parted);
        Lemmas {
            pairs: words.iter().any(|word| word.contains(' ')),
            words: words.into_iter().collect(),
        }
    }

    /// Returns whether a word is listed, as it stands or in lower case.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.contains(word)
            || word.contains(|c: char| !c.is_ascii_lowercase())
                && self.words.contains(&word.to_lowercase())
    }

    /// Returns whether a word is listed with one before it.
    pub(super) fn has_pair(&self, before: &str, word: &str) -> bool {
        self.pairs && self.words.contains(&format!("{before} {word}"))
    }
}

/// Returns the words of a list with `@class` names replaced by their members.
pub(super) fn expand(words: &[String], classes: &Classes) -> Result<BTreeSet<String>, String> {
    let mut all = BTreeSet::new();
    for word in words {
        match word.strip_prefix('@') {
            None => {
                all.insert(word.clone());
            }
            Some(class) => match classes.get(class) {
                Some(members) => all.extend(members.iter().cloned()),
                None => return Err(format!("`@{class}` is no word class of en/classes.toml")),
            },
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_with_a_hyphen_is_two_words_of_a_text() {
        let words = Lemmas::new(BTreeSet::from(["cease-fire".to_owned()]));
        assert!(words.has_pair("cease", "fire"));
        assert!(words.has("cease-fire"));
        assert!(!words.has("fire"));
    }
}
