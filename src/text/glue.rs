//! Cutting a paragraph where a scraper glued a heading to it.

use std::ops::Range;

/// A button between a teaser and the next paragraph.
const BUTTON: &str = "Read more";
/// Words that open a sentence after a heading that ends in a name ("… over IranThe bloc …").
const OPENERS: [&str; 22] = [
    "The", "This", "That", "These", "Those", "There", "They", "Their", "His", "Her", "She", "But",
    "And", "When", "While", "After", "Although", "However", "Free", "It", "We", "He",
];
/// Words in a heading.
const HEADING_WORDS: Range<usize> = 4..26;
/// Bytes in a word, and how far around a place anything is looked at.
const LONGEST_WORD: usize = 40;

/// A stretch of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub range: Range<usize>,
    /// Whether the next stretch was glued to it as to a heading.
    pub heading: bool,
}

/// Returns the stretches of a unit, one where nothing is glued.
///
/// "Minister vows help to miners in crisisThe union …" is two; "… he said.The union …" is one:
/// sentences that lost the space between them are for the splitter of sentences.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut piece = 0;
    let mut sentence = 0;
    let mut words = 0;
    let mut word = 0;
    let mut before = ' ';
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        let rest = &text[at..];
        let button = c == 'R' && !before.is_whitespace() && at > 0 && starts_after_button(rest);
        let cut =
            button || c.is_uppercase() && before.is_lowercase() && opens(&text[word..at], rest);
        if cut && HEADING_WORDS.contains(&(words + 1)) && !starts_lower(&text[sentence..]) {
            if piece < sentence {
                pieces.push(Piece {
                    range: piece..sentence,
                    heading: false,
                });
            }
            pieces.push(Piece {
                range: sentence..at,
                heading: true,
            });
            skip_to = if button { at + BUTTON.len() } else { at };
            (piece, sentence, word, words, before) = (skip_to, skip_to, skip_to, 0, ' ');
            continue;
        }
        if c.is_whitespace() {
            words += usize::from(!before.is_whitespace());
            word = at + c.len_utf8();
        } else if is_boundary(text, word, at, before, c) {
            (sentence, words) = (at, 0);
        }
        before = c;
    }
    if piece < text.len() {
        pieces.push(Piece {
            range: piece..text.len(),
            heading: false,
        });
    }
    pieces
}

/// Returns whether the button is pressed between two texts: "…over IranRead more“We …".
fn starts_after_button(rest: &str) -> bool {
    rest.strip_prefix(BUTTON)
        .is_some_and(|after| after.starts_with(|c: char| c.is_uppercase() || "“\"‘'".contains(c)))
}

/// Returns whether `rest` opens a sentence although a word, `left`, runs straight into it.
fn opens(left: &str, rest: &str) -> bool {
    // Longer words are no words; the bound keeps the whole scan linear.
    if left.len() > LONGEST_WORD {
        return false;
    }
    let left = left.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut ends = rest
        .char_indices()
        .take(LONGEST_WORD)
        .filter(|(_, c)| !c.is_alphabetic());
    let Some((end, _)) = ends.next() else {
        return false;
    };
    let right = &rest[..end];
    let followed = rest[end..].starts_with([' ', '-', '\'', '’']) && rest.len() > end + 10;
    let opener = OPENERS.contains(&right);
    let letters = left.chars().count();
    let common = left.starts_with(char::is_lowercase) && letters >= 4;
    let capital = right.chars().skip(1).all(char::is_lowercase);
    // A brand is one word of two names ("YouTube", "PayPal"), never a common word and a name.
    followed && (common && capital || opener && letters >= 3)
}

/// Returns whether a sentence starts at `at`, whose word starts at `word`.
fn is_boundary(text: &str, word: usize, at: usize, before: char, c: char) -> bool {
    if !(c.is_uppercase() || "“\"‘'".contains(c)) {
        return false;
    }
    let mut from = word.max(at.saturating_sub(LONGEST_WORD));
    if before.is_whitespace() {
        from = at.saturating_sub(LONGEST_WORD);
    }
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let ended = text[from..at].trim_end();
    let closers = ['"', '”', '\'', '’', ')', ']'];
    let stop = ended.trim_end_matches(closers);
    if !stop.ends_with(['.', '!', '?']) {
        return false;
    }
    // "Mr. Roe", "U.S. troops": a short name with a stop ends no sentence.
    let last = stop.rsplit(char::is_whitespace).next().unwrap_or("");
    !(stop.len() == ended.len()
        && last.len() <= 5
        && last.starts_with(char::is_uppercase)
        && last.ends_with('.'))
}

fn starts_lower(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = pieces(text)
            .iter()
            .map(|piece| text[piece.range.clone()].trim())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn headings_come_off() {
        check(
            "Minister vows help for miners in crisisThe union wants more.",
            &[
                "Minister vows help for miners in crisis",
                "The union wants more.",
            ],
        );
        check(
            "Ruritania rejects new offer from FreedoniaRead moreWeiss will go to Oslo.",
            &[
                "Ruritania rejects new offer from Freedonia",
                "Weiss will go to Oslo.",
            ],
        );
        check(
            "The talks ended.How the strike spread across RuritaniaRead more“We stay,” she said.",
            &[
                "The talks ended.",
                "How the strike spread across Ruritania",
                "“We stay,” she said.",
            ],
        );
        check(
            "Envoys leave Oslo after failed talks with RuritaniaThe mediator said so.",
            &[
                "Envoys leave Oslo after failed talks with Ruritania",
                "The mediator said so.",
            ],
        );
    }

    #[test]
    fn the_rest_stays_whole() {
        for text in [
            "The film was taken off YouTube after two days.",
            "Mr McDonald told DeSantis and LeBron of it.",
            "The union wants more money, she said.The minister refused.",
            "An iPhone and a PayPal account were found in it.",
            "The letter went to the office of LinkedIn in Oslo on Monday.",
            "crisisThe union wants more of it.",
            "",
        ] {
            let expected: &[&str] = if text.is_empty() { &[] } else { &[text] };
            check(text, expected);
        }
    }
}
