//! Splits off what is written as part of another word: `n't`, `'s`, `cannot`.

/// Words that are two, with the length of the first.
const PAIRS: &[(&str, usize)] = &[
    ("cannot", 3),
    ("gonna", 3),
    ("wanna", 3),
    ("gotta", 3),
    ("gimme", 3),
    ("lemme", 3),
    ("wannabe", 7),
    ("dont", 2),
    ("cant", 2),
    ("didnt", 3),
    ("doesnt", 4),
    ("isnt", 2),
    ("wont", 2),
    ("havent", 4),
    ("hasnt", 3),
    ("hadnt", 3),
    ("arent", 3),
    ("wasnt", 3),
    ("couldnt", 5),
    ("wouldnt", 5),
    ("shouldnt", 6),
    ("thats", 4),
    ("whats", 4),
    ("youre", 3),
    ("theyre", 4),
    ("im", 1),
    ("ive", 1),
    ("alot", 1),
    ("outta", 3),
];

/// Calls `emit` with the byte range of each part of a word.
pub(super) fn split_clitics(word: &str, emit: &mut impl FnMut(usize, usize)) {
    let mut end = word.len();
    let mut tail = Vec::new();
    while let Some(length) = clitic(&word[..end]) {
        tail.push((end - length, end));
        end -= length;
    }
    let low = word[..end].to_ascii_lowercase();
    match PAIRS
        .iter()
        .find(|(pair, first)| *pair == low && *first < end && !is_acronym(&word[..end]))
    {
        Some((_, first)) => {
            emit(0, *first);
            emit(*first, end);
        }
        None if end > 0 => emit(0, end),
        None => {}
    }
    for (from, to) in tail.into_iter().rev() {
        emit(from, to);
    }
}

/// Returns whether two or three letters are all capitals: `IM`.
fn is_acronym(word: &str) -> bool {
    word.len() < 4 && word.chars().all(char::is_uppercase)
}

/// Returns the length of a clitic at the end of a word that has more than the clitic.
fn clitic(word: &str) -> Option<usize> {
    let mark = word.rfind(['\'', '’'])?;
    let mark_length = word[mark..].chars().next()?.len_utf8();
    let after = word[mark + mark_length..].to_ascii_lowercase();
    let before = &word[..mark];
    match after.as_str() {
        // "the 1990's" is one word.
        "s" if !before.is_empty() && before.chars().all(|c| c.is_ascii_digit()) => None,
        "s" | "re" | "ve" | "ll" | "d" | "m"
            if before.ends_with(char::is_alphanumeric) || before.ends_with('.') =>
        {
            Some(word.len() - mark)
        }
        "t" if before.len() > 1 && before.ends_with(['n', 'N']) => Some(word.len() - mark + 1),
        _ => None,
    }
}
