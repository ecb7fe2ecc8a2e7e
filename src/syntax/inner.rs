//! Splits a word at dashes, hyphens, slashes, units, and where two sentences are glued.

/// Beginnings that stay with their word.
const PREFIXES: &[&str] = &[
    "non", "e", "re", "pre", "mid", "co", "anti", "cross", "post", "over", "pro", "multi", "sub",
    "semi", "ex", "counter", "mini", "neo", "socio", "inter", "intra", "un", "micro", "bi", "al-",
    "ultra", "de", "pseudo", "trans",
];

/// Units that are words of their own after a number.
const UNITS: &[&str] = &[
    "m", "k", "am", "pm", "b", "bn", "mm", "cm", "km", "kg", "ft", "lb", "lbs", "mph", "kph", "tn",
    "mn", "hrs", "mw", "gw", "kw", "hz", "mb", "gb", "a.m", "p.m", "a.m.", "p.m.", "sq",
];

/// Calls `emit` with the byte range of each part.
pub(super) fn split_inner(word: &str, emit: &mut impl FnMut(usize, usize)) {
    let chars: Vec<(usize, char)> = word.char_indices().collect();
    let mut start = 0;
    let mut i = 0;
    while i < chars.len() {
        let run = separator(word, &chars, i);
        if run == 0 {
            i += 1;
            continue;
        }
        let from = chars[i].0;
        let to = chars.get(i + run).map_or(word.len(), |c| c.0);
        split_unit(word, start, from, emit);
        emit(from, to);
        start = to;
        i += run;
    }
    split_unit(word, start, word.len(), emit);
}

/// Returns how many characters from `i` on are a separate mark inside the word, 0 if none.
fn separator(word: &str, chars: &[(usize, char)], i: usize) -> usize {
    let c = chars[i].1;
    let before = i.checked_sub(1).map(|j| chars[j].1);
    let run = chars[i..]
        .iter()
        .take_while(|(_, other)| *other == c)
        .count();
    let after = chars.get(i + run).map(|(_, c)| *c);
    let is = |side: Option<char>, test: fn(char) -> bool| side.is_some_and(test);
    let digits = is(before, |c| c.is_ascii_digit()) && is(after, |c| c.is_ascii_digit());
    let letters = is(before, char::is_alphabetic) && is(after, char::is_alphabetic);
    match c {
        '—' | '–' | '…' | '“' | '”' | '"' | '(' | ')' | '[' | ']' | '<' | '>' | ';' | '!' | '?'
        | '=' | '~' => run,
        '-' if run > 1 => run,
        '.' if run > 1 => run,
        '-' => usize::from(!keeps_hyphen(word, chars[i].0)),
        '/' => usize::from(!digits && word.chars().count() > 3),
        ':' | ',' => usize::from(!digits && after.is_some() && before.is_some()),
        '%' | '$' | '€' | '£' | '+' if is(after, char::is_alphanumeric) && before.is_some() => {
            usize::from(c != '+')
        }
        '.' if letters => {
            // "he said.A huge": a small letter before, a capital after, and words on both sides.
            let left = word[..chars[i].0]
                .chars()
                .rev()
                .take_while(|c| c.is_lowercase())
                .count();
            usize::from(left > 1 && is(after, char::is_uppercase))
        }
        '.' => {
            // "he said.“No", and "the war”.The talks".
            let quote = |c| {
                matches!(
                    c,
                    '"' | '“' | '”' | '\'' | '‘' | '’' | ')' | '(' | '[' | ']'
                )
            };
            let opens = is(after, quote) && is(before, char::is_lowercase);
            let closed = is(before, quote) || is(before, |c| c.is_ascii_digit());
            usize::from(opens || closed && is(after, char::is_uppercase))
        }
        '’' | '\'' => {
            let stop = |c| matches!(c, '.' | ',');
            usize::from(is(before, stop) && is(after, char::is_uppercase) || is(after, stop))
        }
        _ => 0,
    }
}

/// Returns whether the hyphen at `at` belongs to its word.
fn keeps_hyphen(word: &str, at: usize) -> bool {
    let (left, right) = (&word[..at], &word[at + 1..]);
    // "555-010-0199", "2024-05-01", "555-0199".
    let numeric = word
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '/' | ',' | ':'));
    if numeric {
        let digits = |part: &str| part.chars().filter(char::is_ascii_digit).count();
        let telephone = left.len() == 3 && digits(right) == 4 && right.len() == 4;
        return word.matches('-').count() > 1 || telephone;
    }
    // "UN-led" is no "un-led".
    let capitals = left.len() > 1 && left.chars().all(char::is_uppercase);
    let low = left.to_lowercase();
    !capitals
        && PREFIXES.contains(&low.as_str())
        && right.starts_with(char::is_alphanumeric)
        && (low != "e" || right.len() > 2)
}

/// Splits "10am" into number and unit.
fn split_unit(word: &str, start: usize, end: usize, emit: &mut impl FnMut(usize, usize)) {
    let part = &word[start..end];
    let number = part
        .trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.')
        .len();
    let digits = number > 0
        && part[..number]
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ':'));
    if digits && UNITS.contains(&part[number..].to_ascii_lowercase().as_str()) {
        emit(start, start + number);
        emit(start + number, end);
    } else if start < end {
        emit(start, end);
    }
}
