//! Telling a page's furniture from prose: bylines, times, buttons, advertisements, notices.

use crate::text::dates::is_time_line;
use crate::text::page::{PAGE, ends_sentence, fold, starts_with_phrase};

/// Longer lines are prose whatever they start with.
const LONGEST: usize = 900;
/// Lower-case words inside names and titles.
const CONNECTORS: [&str; 30] = [
    "and", "in", "for", "of", "the", "with", "at", "on", "to", "a", "de", "da", "del", "della",
    "di", "du", "la", "le", "van", "von", "der", "den", "bin", "bint", "ibn", "al", "el", "y", "&",
    "via",
];
/// Words after the verb of a command; after a noun ("press", "start") stand others.
const AFTER_COMMANDS: [&str; 14] = [
    "the",
    "a",
    "an",
    "our",
    "your",
    "this",
    "it",
    "up",
    "in",
    "for",
    "now",
    "free",
    "more",
    "unlimited",
];

/// Returns whether a line is no prose.
pub(super) fn is_furniture(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let folded = fold(line);
    // A single word makes no claim.
    !folded.contains(' ')
        || PAGE.alone.contains(&folded)
        || opens_notice(&folded)
        || folded.len() < 120
            && PAGE
                .ends
                .iter()
                .any(|phrase| ends_with_phrase(&folded, phrase))
            && !ends_sentence_of_prose(line)
        || is_time_line(line)
        || is_byline(line)
        || is_counter(&folded)
        || is_menu(line)
        || is_command(&folded)
        || is_code(line)
}

/// Returns whether a line, or a last sentence, starts as a notice does.
pub(super) fn opens_notice(folded: &str) -> bool {
    let text = folded.trim_start_matches(['"', '(']);
    PAGE.starts
        .iter()
        .any(|phrase| starts_with_phrase(text, phrase))
}

/// Returns whether a line heads a list of tags or links.
pub(super) fn heads_list(line: &str) -> bool {
    line.len() < 60 && PAGE.lists.contains(&fold(line))
}

fn ends_with_phrase(text: &str, phrase: &str) -> bool {
    text.strip_suffix(phrase)
        .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

/// "(More North Korea stories.)" ends as a notice; "He told stories." would as a sentence.
fn ends_sentence_of_prose(line: &str) -> bool {
    ends_sentence(line)
        && !line.trim_start().starts_with(['(', '['])
        && !fold(line).contains(" contributed ")
        && !fold(line).ends_with("all rights reserved")
}

/// "By Ana Weiss and Jon Roe, The Daily Courier" · "Ana Weiss, Northern News".
pub(super) fn is_byline(line: &str) -> bool {
    let line = line
        .trim()
        .trim_start_matches('(')
        .trim_end_matches([')', '|']);
    if line.len() > 200 || ends_sentence(line) && !line.ends_with("Jr.") && !line.ends_with("Sr.") {
        return false;
    }
    if let Some(names) = ["By ", "BY ", "by "]
        .iter()
        .find_map(|by| line.strip_prefix(by))
    {
        return is_named(names);
    }
    match line.split_once(',') {
        Some((name, desk)) => {
            let words = name.split_whitespace().count();
            let desk_words: Vec<String> = fold(desk).split(' ').map(str::to_owned).collect();
            let known = |word: &String| PAGE.desks.contains(word);
            let job = desk_words.last().is_some_and(known);
            let outlet = desk_words
                .last()
                .is_some_and(|last| PAGE.outlets.contains(last));
            (2..=4).contains(&words)
                && is_named(name)
                && desk_words.len() <= 6
                && (job || is_named(desk) && (outlet || desk_words.iter().any(known)))
        }
        None => false,
    }
}

/// Returns whether every word is a name or stands inside one.
pub(super) fn is_named(text: &str) -> bool {
    let mut names = 0;
    for word in text.split(|c: char| c.is_whitespace() || ",;|/".contains(c)) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&');
        if bare.starts_with(char::is_uppercase) {
            names += 1;
        } else if !(bare.is_empty()
            || bare.starts_with(|c: char| c.is_ascii_digit())
            || CONNECTORS.contains(&bare)
            || PAGE.desks.contains(bare))
        {
            return false;
        }
    }
    names > 0
}

/// "345 comments" · "1.2k shares · 20 likes".
fn is_counter(folded: &str) -> bool {
    let mut counted = false;
    let words = folded
        .split([' ', '·', '|', '•'])
        .filter(|word| !word.is_empty());
    words.into_iter().all(|word| {
        let known = PAGE.counters.contains(word);
        counted |= known;
        known || word.starts_with(|c: char| c.is_ascii_digit())
    }) && counted
}

/// "Home | World | Europe": short names between bars.
fn is_menu(line: &str) -> bool {
    let parts: Vec<&str> = line.split(['|', '›', '»', '•', '·']).collect();
    parts.len() >= 3
        && parts
            .iter()
            .all(|part| part.split_whitespace().count() <= 4)
}

/// ".share {" · "color: red;" · "<tweet id=…>": a page's program, not its text.
fn is_code(line: &str) -> bool {
    let line = line.trim();
    let short = line.split_whitespace().count() <= 8;
    line.ends_with('{')
        || line.starts_with('<') && line.ends_with('>')
        || short && line.ends_with(';') && line.contains(':')
}

/// "Tap to add the app to your home screen": a command about a screen.
fn is_command(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    if words.len() > 20 || !PAGE.commands.contains(words[0]) {
        return false;
    }
    let bare = !folded.contains([',', '"']);
    let command = words
        .get(1)
        .is_some_and(|word| AFTER_COMMANDS.contains(word));
    if bare && command && words.len() <= 7 {
        return true;
    }
    let found = PAGE.screen.iter().filter(|phrase| {
        folded.match_indices(&***phrase).any(|(at, _)| {
            let after = &folded[at + phrase.len()..];
            !folded[..at].ends_with(char::is_alphanumeric)
                && !after.starts_with(char::is_alphanumeric)
        })
    });
    let needed = if folded.contains("your ") || folded.contains("our ") {
        1
    } else {
        2
    };
    found.count() >= needed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known() {
        for line in [
            "Share",
            "Advertisement",
            "Tweet Share".split(' ').next().unwrap(),
            "Real Time Analytics",
            "By Ana Weiss",
            "By Ana Weiss,  Northern Post Staff",
            "By Ana Weiss in Vienna and Jon de la Roe in Oslo",
            "Ana Weiss, Northern News",
            "Ana Weiss, diplomatic correspondent",
            "Posted Oct 16, 2024 9:11 AM CDT",
            "© 2024 Northern News",
            "Copyright 2024. All rights reserved.",
            "Sign up to our newsletter and never miss a story.",
            "Follow us on Telegram",
            "(More Ruritania stories.)",
            "(Reporting by Ana Weiss in Vienna; Editing by Jon Roe)",
            "Ana Weiss contributed to this report.",
            "345 comments",
            "1.2k shares · 20 likes",
            "Home | World | Europe",
            "Tap to install our app.",
            "Get the scores faster.",
            "Install the Courier News app",
            "in two easy steps:",
            "Tap in your navigation bar.",
            "X",
            "Read more: Ministers meet in Vienna",
            "We use cookies to improve your visit.",
            "4 min read",
            "You may also be interested in:",
        ] {
            assert!(is_furniture(line), "{line}");
        }
    }

    #[test]
    fn prose_is_kept() {
        for line in [
            "By Tuesday the rebels had left the town.",
            "By noon the port was open",
            "Follow-up talks are planned in Oslo.",
            "He told stories.",
            "Ministers meet in Vienna",
            "Signed by both, the treaty bans mines.",
            "The ministry, Northern News reported, was warned.",
            "Press the Kremlin harder, the envoy said.",
            "Sources say Ruritania sent trucks",
            "Turn the tanks around, Freedonia told Ruritania.",
            "The prince and his staff received a visitor from Vienna, the post said.",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }
}
