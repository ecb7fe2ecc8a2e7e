//! When two spellings are one name.

/// Returns the words of a name with accents, case, apostrophes and variant endings folded away.
///
/// "Zelenskyy", "Zelenskyi", "Zelenskiy" and "Zelensky" fold to one word; hyphens part words.
pub(super) fn folded(name: &str) -> Vec<String> {
    let plain: String = name.chars().flat_map(plain).collect();
    let words = plain.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(|word| ending(word).to_string())
        .collect()
}

/// Returns the ASCII letters of a character; apostrophes and full stops vanish.
fn plain(c: char) -> impl Iterator<Item = char> {
    let text = match c {
        '\'' | '’' | '‘' | 'ʼ' | '.' => "",
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'Á' | 'Å' | 'Ä' | 'À' => {
            "a"
        }
        'ç' | 'ć' | 'č' | 'Č' | 'Ç' | 'Ć' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'É' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' | 'İ' => "i",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' | 'Ö' | 'Ó' | 'Ø' => "o",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'Ü' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' | 'Ž' | 'Ż' => "z",
        'ś' | 'š' | 'ş' | 'ș' | 'Š' | 'Ś' | 'Ş' => "s",
        'ğ' => "g",
        'ł' | 'Ł' => "l",
        'đ' | 'ď' | 'Đ' => "d",
        'ť' | 'ţ' | 'ț' => "t",
        'ř' => "r",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => return Plain::Other(c.to_lowercase()),
    };
    Plain::Folded(text.chars())
}

enum Plain {
    Folded(std::str::Chars<'static>),
    Other(std::char::ToLowercase),
}

impl Iterator for Plain {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self {
            Plain::Folded(chars) => chars.next(),
            Plain::Other(chars) => chars.next(),
        }
    }
}

/// Folds the endings that Slavic adjectival surnames take in English.
fn ending(word: &str) -> String {
    for suffix in ["iyi", "yyi", "yy", "yi", "iy", "ij", "ii", "yj"] {
        if let Some(stem) = word.strip_suffix(suffix)
            && stem.len() >= 3
        {
            return format!("{stem}y");
        }
    }
    match word.strip_suffix("ski") {
        Some(stem) if stem.len() >= 2 => format!("{stem}sky"),
        _ => word.to_string(),
    }
}

/// Returns whether `part` stands in `whole` as a run of words; a match at the end counts most.
pub(super) fn fit(part: &[String], whole: &[String]) -> Option<Fit> {
    if part.is_empty() || part.len() > whole.len() {
        None
    } else if part == whole {
        Some(Fit::Same)
    } else if whole.ends_with(part) {
        Some(Fit::End)
    } else if whole.starts_with(part) {
        Some(Fit::Start)
    } else if whole.windows(part.len()).any(|window| window == part) {
        Some(Fit::Middle)
    } else {
        None
    }
}

/// How a shorter name lies in a longer one, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    Same,
    End,
    Start,
    Middle,
}

/// Returns whether an abbreviation is made of the initials of a name.
pub(super) fn initials(abbreviation: &str, name: &str) -> bool {
    let letters: String = abbreviation
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    if letters.len() < 2 || letters.chars().any(char::is_lowercase) {
        return false;
    }
    let words = || name.split([' ', '-']).filter(|word| !word.is_empty());
    let first = |word: &str| word.chars().next();
    let all: String = words()
        .filter_map(first)
        .flat_map(char::to_uppercase)
        .collect();
    let great: String = words()
        .filter_map(first)
        .filter(|c| c.is_uppercase())
        .collect();
    letters == all || letters == great
}

#[cfg(test)]
mod tests {
    use super::{Fit, fit, folded, initials};

    #[test]
    fn endings_of_surnames_fold() {
        for spelling in [
            "Orlovsky",
            "Orlovskyy",
            "Orlovskyi",
            "Orlovskiy",
            "Orlovskij",
            "Orlovskii",
        ] {
            assert_eq!(folded(spelling), ["orlovsky"], "{spelling}");
        }
        assert_eq!(folded("Park Min-ho"), folded("Park Min Ho"));
        assert_eq!(folded("Erdoğ'an"), ["erdogan"]);
    }

    #[test]
    fn a_surname_fits_at_the_end() {
        assert_eq!(fit(&folded("Weiss"), &folded("Ana Weiss")), Some(Fit::End));
        assert_eq!(
            fit(&folded("Park"), &folded("Park Min-ho")),
            Some(Fit::Start)
        );
        assert_eq!(fit(&folded("Weis"), &folded("Ana Weiss")), None);
    }

    #[test]
    fn initials_make_an_abbreviation() {
        assert!(initials("IFR", "Institute for Reform"));
        assert!(initials("IR", "Institute for Reform"));
        assert!(!initials("IS", "Institute for Reform"));
    }
}
