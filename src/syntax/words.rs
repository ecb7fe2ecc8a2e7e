//! Splits running text into words as Universal Dependencies counts them.
//!
//! `Don't` is two words, `Russian-installed` three, `U.S.` and `3.5` one. Every word is a slice of
//! the text; words never overlap, and only white space is left between them.

use super::abbreviations::{Stop, stop};
use super::clitics::split_clitics;
use super::inner::split_inner;
use crate::span::Span;

/// Returns the words of a stretch of text in order.
pub(super) fn words(text: &str, within: Span) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = None;
    let passage = within.of(text);
    let blank = |c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}')
    };
    for (at, c) in passage.char_indices().chain([(passage.len(), ' ')]) {
        match (blank(c), start) {
            (true, Some(begun)) => {
                chunk(
                    text,
                    within.start as usize + begun,
                    within.start as usize + at,
                    &mut out,
                );
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    out
}

/// Splits a stretch without white space.
fn chunk(text: &str, start: usize, end: usize, out: &mut Vec<Span>) {
    let (mut start, mut end) = (start, end);
    while start < end && !is_whole(&text[start..end]) {
        let Some(length) = leading(&text[start..end]) else {
            break;
        };
        out.push(Span::new(start, start + length));
        start += length;
    }
    let mut after = Vec::new();
    while start < end && !is_whole(&text[start..end]) {
        let Some(length) = trailing(&text[start..end]) else {
            break;
        };
        after.push(Span::new(end - length, end));
        end -= length;
    }
    if start < end {
        if is_whole(&text[start..end]) {
            out.push(Span::new(start, end));
        } else {
            split_inner(&text[start..end], &mut |from, to| {
                split_clitics(&text[start + from..start + to], &mut |a, b| {
                    out.push(Span::new(start + from + a, start + from + b));
                });
            });
        }
    }
    out.extend(after.into_iter().rev());
}

/// Returns the length of punctuation that stands before a word.
fn leading(chunk: &str) -> Option<usize> {
    let first = chunk.chars().next()?;
    let run = || chunk.len() - chunk.trim_start_matches(first).len();
    let next = chunk[first.len_utf8()..].chars().next();
    match first {
        '.' if next.is_some_and(|c| c.is_ascii_digit()) => None,
        '.' | '-' | '=' | '_' | '!' | '?' | '~' | '$' | '<' | '>' => Some(run()),
        '\'' | '’' if next.is_some_and(|c| c.is_ascii_digit()) => None,
        '\'' | '’' | '`' if run() == 2 * first.len_utf8() => Some(run()),
        '\'' | '’' if is_apostrophe_word(&chunk[first.len_utf8()..]) => None,
        '#' | '@' | '+' | '&' if next.is_some_and(char::is_alphanumeric) => None,
        '*' => Some(run()),
        c if c.is_alphanumeric() => None,
        // Accents and other marks belong to the letter before them.
        c if !c.is_ascii() && !is_symbol(c) => None,
        c => Some(c.len_utf8()),
    }
}

/// Returns the length of punctuation that stands after a word.
fn trailing(chunk: &str) -> Option<usize> {
    let last = chunk.chars().next_back()?;
    let run = chunk.len() - chunk.trim_end_matches(last).len();
    if run == chunk.len() {
        return None;
    }
    match last {
        '.' if run > 1 => Some(run),
        '.' => (stop(&chunk[..chunk.len() - 1]) == Stop::Full && !is_dotted(chunk)).then_some(1),
        '!' | '?' => {
            let core = chunk.trim_end_matches(['!', '?']);
            (!core.is_empty()).then(|| chunk.len() - core.len())
        }
        '-' | '=' | '_' | '*' | '~' | '$' | '<' | '>' => Some(run),
        '\'' | '’' if run == 2 * last.len_utf8() => Some(run),
        '+' | '#' | '&' => None,
        c if c.is_alphanumeric() => None,
        c if !c.is_ascii() && !is_symbol(c) => None,
        c => Some(c.len_utf8()),
    }
}

/// Returns whether letters with full stops end here: `U.S.`, `p.m.`
fn is_dotted(chunk: &str) -> bool {
    let parts: Vec<&str> = chunk.trim_end_matches('.').split('.').collect();
    parts.len() > 1
        && parts
            .iter()
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

/// Returns whether `'` and these letters are one word: `'s`, `'em`.
fn is_apostrophe_word(rest: &str) -> bool {
    let letters: String = rest
        .chars()
        .take_while(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    matches!(
        letters.as_str(),
        "s" | "re" | "ve" | "ll" | "d" | "m" | "em" | "til" | "cause" | "n" | "tis" | "twas"
    )
}

/// Returns whether the character is punctuation or a symbol outside ASCII.
fn is_symbol(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{bf}' | '×' | '÷' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
        | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{1f000}'..='\u{1faff}')
}

/// Returns whether the chunk is one word as it stands: a web address, an e-mail address, a smiley.
fn is_whole(chunk: &str) -> bool {
    if !chunk.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '#' | '=' | '_' | '-')) {
        return matches!(
            chunk,
            ":)" | ":-)" | ";)" | ";-)" | ":(" | ":-(" | "</3" | "<3"
        );
    }
    if !chunk.starts_with(char::is_alphanumeric) {
        return matches!(chunk, ":D" | ":P" | ":p" | ":-D" | ":-P");
    }
    let address = chunk.contains("://") || chunk.starts_with("www.");
    let mail = chunk.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !name.contains(['"', '<', '“', '”']) && host.contains('.')
    });
    let host = chunk.split('/').next().unwrap_or(chunk);
    let domain = host.rsplit_once('.').is_some_and(|(name, top)| {
        name.is_ascii()
            && !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
            && matches!(
                top.to_lowercase().as_str(),
                "com" | "org" | "net" | "gov" | "edu" | "io" | "co" | "uk" | "ru" | "info" | "eu"
            )
            && (chunk.len() > host.len() || !name.contains('-') || top == "com")
    });
    address || mail || domain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = words(text, Span::new(0, text.len()))
            .iter()
            .map(|w| w.of(text))
            .collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn clitics() {
        check("They don't, we can’t.", "They do n't , we ca n’t .");
        check(
            "It's the minister's, isn't it?",
            "It 's the minister 's , is n't it ?",
        );
        check("the leaders' talks", "the leaders ' talks");
        check("cannot gonna", "can not gon na");
        check("Thats what im told", "That s what i m told");
        check("an IM from Ill.", "an IM from Ill.");
        check("She'd've known", "She 'd 've known");
        check("O'Brien d'Estaing", "O'Brien d'Estaing");
        check("the 1990's and '90s", "the 1990's and '90s");
    }

    #[test]
    fn hyphens_and_dashes() {
        check(
            "Russian-installed officials",
            "Russian - installed officials",
        );
        check("U.S.-led talks", "U.S. - led talks");
        check("non-aligned co-founder", "non-aligned co-founder");
        check("a 30-year-old man", "a 30 - year - old man");
        check("peace—or war", "peace — or war");
        check("peace--or war", "peace -- or war");
        check("call 555-010-0199", "call 555-010-0199");
        check("call 555-0199", "call 555-0199");
        check("from 2014-2019", "from 2014 - 2019");
        check("and/or 9/11", "and / or 9/11");
        check("UN-led un-American", "UN - led un-American");
    }

    #[test]
    fn full_stops() {
        check("He left the U.S.", "He left the U.S.");
        check("Gen. J. Doe left.", "Gen. J. Doe left .");
        check("He said no.", "He said no .");
        check("he said.A huge", "he said . A huge");
        check("he said.”The army", "he said . ” The army");
        check("Wait... what?!", "Wait ... what ?!");
        check("“a war”.The end", "“ a war ” . The end");
        check("‘a war’.The end", "‘ a war ’ . The end");
        check("in 2019.The end", "in 2019 . The end");
        check("at 5 p.m. on Feb. 3", "at 5 p.m. on Feb. 3");
    }

    #[test]
    fn numbers_and_symbols() {
        check("$3.5m, 40% and 1,000", "$ 3.5 m , 40 % and 1,000");
        check("at 10:30am", "at 10:30 am");
        check("the 5th of 1990s", "the 5th of 1990s");
        check("€20bn", "€ 20 bn");
        check("it costs $$$ <<a lot>>", "it costs $$$ << a lot >>");
    }

    #[test]
    fn addresses() {
        check(
            "See https://example.org/a-b?c=d.",
            "See https://example.org/a-b?c=d .",
        );
        check("(mail desk@example.org)", "( mail desk@example.org )");
        check(
            "\"Desk\"<desk@example.org>",
            "\" Desk \" < desk@example.org >",
        );
        check("Example.com said", "Example.com said");
    }

    #[test]
    fn quotes() {
        check("“We won,” he said.", "“ We won , ” he said .");
        check("(\"Yes.\")", "( \" Yes . \" )");
        check("'We won', he said", "' We won ' , he said");
    }
}
