//! Words that keep their full stop, and what a full stop after them may mean.

/// Abbreviations that a name or number follows: no sentence ends after them.
const LEADING: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "drs", "prof", "rev", "fr", "hon", "sr", "st", "ste", "mt",
    "ft", "gen", "lt", "col", "maj", "capt", "cmdr", "sgt", "cpl", "pvt", "adm", "brig", "gov",
    "sen", "rep", "reps", "sens", "pres", "amb", "sec", "supt", "det", "insp", "messrs", "no",
    "nos", "vol", "pp", "fig", "vs", "v", "approx", "ca", "cf", "e.g", "i.e", "op", "al-", "art",
    "ed",
];

/// Abbreviations that may also end a sentence.
const TRAILING: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon",
    "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "inc", "corp", "co", "ltd", "llc", "plc",
    "jr", "etc", "al", "bros", "dept", "univ", "assn", "ave", "blvd", "rd", "calif", "conn", "fla",
    "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn", "mo", "mont", "neb",
    "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "ariz", "ark",
    "colo", "del", "ala", "dak", "ph.d", "a.m", "p.m", "esq", "ext", "est", "misc", "govt", "yrs",
    "mins", "hrs", "lbs", "oz",
];

/// Words that are also ordinary words: abbreviations only with a capital letter.
const CAPITAL_ONLY: &[&str] = &[
    "no", "sec", "art", "fig", "mar", "sun", "sat", "mon", "wed", "fri", "co", "la", "ill", "ind",
    "wash", "mass", "ore", "pa", "md", "del", "ga", "ark", "rep", "gen", "col", "mo", "fr", "det",
    "ed", "op", "miss", "pres", "rd",
];

/// How a full stop at the end of a word is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It ends a sentence and is a word of its own.
    Full,
    /// It belongs to the word, and the sentence goes on.
    Leading,
    /// It belongs to the word; the next word tells whether the sentence ends.
    Either,
}

/// Classifies a word that ends with a full stop, given without that full stop.
pub(super) fn stop(word: &str) -> Stop {
    let mut letters = word.chars();
    if let (Some(only), None) = (letters.next(), letters.next()) {
        // "J. Smith", but not "a." or "5."; "I." is more often a pronoun.
        let initial = only.is_uppercase() && only != 'I';
        return if initial { Stop::Leading } else { Stop::Full };
    }
    let low = word.to_lowercase();
    let capital = word.starts_with(char::is_uppercase);
    if !capital && CAPITAL_ONLY.contains(&low.as_str()) {
        return Stop::Full;
    }
    if LEADING.contains(&low.as_str()) {
        return Stop::Leading;
    }
    // "U.S", "a.k.a", "D.C": single letters between full stops.
    let dotted = word.contains('.')
        && word
            .split('.')
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
    if dotted || TRAILING.contains(&low.as_str()) {
        return Stop::Either;
    }
    Stop::Full
}

/// Function words that, capitalized, open a sentence rather than go on with a name.
const OPENERS: &[&str] = &[
    "The",
    "A",
    "An",
    "This",
    "That",
    "These",
    "Those",
    "He",
    "She",
    "It",
    "They",
    "We",
    "I",
    "You",
    "His",
    "Her",
    "Its",
    "Their",
    "Our",
    "My",
    "But",
    "And",
    "Or",
    "So",
    "If",
    "When",
    "While",
    "As",
    "At",
    "In",
    "On",
    "By",
    "For",
    "From",
    "With",
    "After",
    "Before",
    "Since",
    "Although",
    "Though",
    "However",
    "Meanwhile",
    "There",
    "What",
    "Who",
    "Why",
    "How",
    "Where",
    "Some",
    "Many",
    "Most",
    "Both",
    "Last",
    "Earlier",
    "Yet",
    "Not",
    "No",
    "Until",
    "During",
    "Under",
    "Officials",
    "Now",
    "Then",
    "Also",
    "To",
    "Asked",
    "Despite",
    "One",
    "Two",
    "Three",
];

/// Returns whether the word, as written, is likely to begin a sentence.
pub(super) fn opens_sentence(word: &str) -> bool {
    OPENERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops() {
        for (word, expected) in [
            ("Gen", Stop::Leading),
            ("J", Stop::Leading),
            ("U.S", Stop::Either),
            ("Feb", Stop::Either),
            ("No", Stop::Leading),
            ("no", Stop::Full),
            ("troops", Stop::Full),
            ("", Stop::Full),
        ] {
            assert_eq!(stop(word), expected, "{word}");
        }
    }
}
