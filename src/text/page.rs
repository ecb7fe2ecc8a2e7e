//! What pages print around an article, as data: `en/page.toml`.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Words and phrases that mark what is not read; the data file says what each list is for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Page {
    pub alone: BTreeSet<String>,
    pub starts: Vec<String>,
    pub ends: Vec<String>,
    pub lists: BTreeSet<String>,
    pub tails: Vec<String>,
    pub commands: BTreeSet<String>,
    pub screen: Vec<String>,
    pub counters: BTreeSet<String>,
    pub agencies: BTreeSet<String>,
    pub labels: Vec<String>,
    pub desks: BTreeSet<String>,
    pub outlets: BTreeSet<String>,
    pub initials: BTreeMap<String, String>,
}

/// The embedded list.
pub(super) static PAGE: LazyLock<Page> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/en/page.toml")).expect("a test reads the embedded file")
});

/// Returns a short text in lower case with straight quotes, single spaces and bare ends.
pub(super) fn fold(text: &str) -> String {
    let edge = |c: char| c.is_whitespace() || ":|•()[]{}-–—…>»→*#,;.".contains(c);
    let mut folded = String::with_capacity(text.len());
    for word in text.trim_matches(edge).split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for c in word.chars().flat_map(char::to_lowercase) {
            folded.push(match c {
                '’' | '‘' => '\'',
                '“' | '”' => '"',
                c => c,
            });
        }
    }
    folded
}

/// Returns whether `text` starts with `phrase` and no word goes on across its end.
pub(super) fn starts_with_phrase(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| {
        !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
    })
}

/// Returns whether a sentence ends where `text` ends.
pub(super) fn ends_sentence(text: &str) -> bool {
    let closers = |c: char| c.is_whitespace() || "\"'”’»)]“".contains(c);
    text.trim_end_matches(closers)
        .ends_with(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_words_are_folded() {
        let lists = [&PAGE.starts, &PAGE.ends, &PAGE.screen];
        for phrase in lists.into_iter().flatten().chain(&PAGE.alone) {
            let bare = phrase.trim_end_matches(':').trim_start_matches('(');
            assert_eq!(&fold(bare), bare);
        }
    }
}
