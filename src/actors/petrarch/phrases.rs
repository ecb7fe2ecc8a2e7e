//! Phrases of a dictionary and stretches of a text, as words that compare.

/// A word of a text, folded.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// In upper case, without apostrophes, full stops and possessive ending.
    pub(super) folded: String,
    /// Where it ends in the text, before a possessive ending.
    pub(super) end: usize,
    /// Where it begins in the text.
    pub(super) start: usize,
    /// Begins with a capital or a digit in the text.
    pub(super) capital: bool,
    /// Has no small letter in the text.
    pub(super) upper: bool,
}

/// Returns the words of a text: hyphens, slashes, underscores and other marks part them.
///
/// "U.N." and "UN" are one word, "al-Qaeda" are two, and "Norland's" is "Norland".
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, joins(c)) {
            (None, true) if c.is_alphanumeric() => start = Some(at),
            (Some(begin), false) => {
                words.extend(word(text, begin, at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Returns the folded words of a phrase of a dictionary.
pub(super) fn folded(phrase: &str) -> Vec<String> {
    words(phrase).into_iter().map(|word| word.folded).collect()
}

/// Returns a phrase as its folded words joined by blanks: what is the same phrase is the same text.
pub(in crate::actors) fn fold(phrase: &str) -> String {
    folded(phrase).join(" ")
}

fn joins(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '\'' | '’')
}

fn word(text: &str, start: usize, end: usize) -> Option<Word> {
    let raw = text[start..end].trim_end_matches(['\'', '’']);
    let raw = ["'s", "’s", "'S", "’S"]
        .iter()
        .find_map(|ending| raw.strip_suffix(ending))
        .unwrap_or(raw);
    let folded: String = raw
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect();
    // A full stop stays with an abbreviation, and at the end of a sentence it is none.
    let inner = raw.trim_end_matches('.').contains('.');
    let raw = if inner {
        raw
    } else {
        raw.trim_end_matches('.')
    };
    let capital = raw.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (!folded.is_empty()).then_some(Word {
        folded,
        start,
        end: start + raw.len(),
        capital,
        upper: !raw.chars().any(char::is_lowercase),
    })
}

#[cfg(test)]
mod tests {
    use super::{folded, words};

    #[test]
    fn a_phrase_and_its_text_have_the_same_words() {
        assert_eq!(
            folded("BARON-DUR_OF THE_EAST_"),
            ["BARON", "DUR", "OF", "THE", "EAST"]
        );
        assert_eq!(folded("U.N."), folded("UN_"));
        assert_eq!(folded("ZED'S_REVENGE"), folded("Zed’s revenge"));
        assert_eq!(folded("KELL_FRONT_(KF)_"), ["KELL", "FRONT", "KF"]);
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "Norland's U.N. envoy.";
        let places: Vec<&str> = words(text).iter().map(|w| &text[w.start..w.end]).collect();
        assert_eq!(places, ["Norland", "U.N.", "envoy"]);
    }
}
