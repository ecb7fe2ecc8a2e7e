//! Photo credits, alone or at the end of a caption.

use crate::text::page::{PAGE, fold};

/// Credits stand in the last bytes of a line.
const REACH: usize = 240;
/// Lower-case words inside a credit.
const CONNECTORS: [&str; 22] = [
    "via", "for", "of", "and", "the", "by", "in", "de", "van", "von", "al", "bin", "photo",
    "photos", "file", "pool", "images", "handout", "press", "through", "from", "x",
];

/// Returns where a photo credit starts that goes on to the end of the line, 0 for the whole line.
///
/// "Troops march in Kyiv. ANA WEISS/POOL/AFP via Getty Images" · "… [Ana Weiss/Reuters]" ·
/// "… (AP Photo/Ana Weiss, File)". Prose about an agency is no credit: it has verbs.
pub(super) fn credit_start(line: &str) -> Option<usize> {
    let line = line.trim_end();
    let mut from = line.len().saturating_sub(REACH);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    let tail = &line[from..];
    let whole = (from == 0).then_some(0);
    let openings = tail.char_indices().filter_map(|(at, c)| match c {
        '(' | '[' | '|' => Some(at),
        '.' | '?' | '!' | '”' | '"' | '’' | ')' => Some(at + c.len_utf8()),
        _ => None,
    });
    let lower = tail.to_lowercase();
    // Offsets in the lower-case copy hold in the original where lengths agree.
    let labelled = PAGE
        .labels
        .iter()
        .filter(|_| lower.len() == tail.len())
        .filter_map(|label| {
            let at = lower.rfind(label.as_str())?;
            (!lower[..at].ends_with(char::is_alphanumeric)
                || label.ends_with(':') && tail[at..].starts_with(char::is_uppercase))
            .then_some(at)
        });
    let mut starts: Vec<usize> = whole.into_iter().chain(openings).chain(labelled).collect();
    starts.sort_unstable();
    starts
        .into_iter()
        .find(|&at| is_credit(&tail[at..]))
        .map(|at| from + at)
}

/// Returns whether a text is a credit and nothing else.
fn is_credit(text: &str) -> bool {
    let text = text.trim().trim_start_matches('|');
    let words = text.split_whitespace().count();
    if words == 0 || words > 18 || text.len() > 200 {
        return false;
    }
    let folded = fold(text);
    let labelled = PAGE.labels.iter().any(|label| {
        let bare = label.trim_end_matches(':');
        folded.starts_with(bare) && folded.len() > bare.len()
    });
    let named = text
        .split(|c: char| c.is_whitespace() || "/,|".contains(c))
        .all(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            bare.is_empty()
                || bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '@')
                || CONNECTORS.contains(&bare)
        });
    let closed = text.trim_end_matches([')', ']']);
    let stopped = closed.ends_with(['!', '?', '”', '"']) || closed.ends_with('.') && !labelled;
    named && !stopped && (labelled || names_agency(text, &folded))
}

/// "…/AFP", "REUTERS/…", "via AP", "Getty Images" at the end.
fn names_agency(text: &str, folded: &str) -> bool {
    let agency = |part: &str| PAGE.agencies.contains(&fold(part));
    let first_name = |part: &str| part.split(',').next().unwrap_or(part).to_owned();
    let mut parts = text.split('/');
    let opens = parts.next().is_some_and(|part| {
        part.trim_matches(|c: char| !c.is_alphanumeric())
            .chars()
            .all(|c| c.is_uppercase())
            && agency(part)
    });
    let mut slashed = opens && text.contains('/');
    for part in parts {
        let before_via = part.split(" via ").next().unwrap_or(part);
        slashed |= agency(&first_name(before_via)) || agency(&first_name(part));
    }
    let via = folded
        .split(" via ")
        .skip(1)
        .any(|part| agency(&first_name(part)));
    slashed || via || folded.ends_with("getty images") || folded.ends_with("shutterstock")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, kept: &str) {
        let end = credit_start(line).unwrap_or(line.len());
        assert_eq!(line[..end].trim_end(), kept, "{line}");
    }

    #[test]
    fn credits_are_cut() {
        check(
            "Troops march in Oslo. ANA WEISS/POOL/AFP via Getty Images",
            "Troops march in Oslo.",
        );
        check(
            "Troops march in Oslo on March 7, 2024.   (Northern News Agency/Polar News via AP, File)",
            "Troops march in Oslo on March 7, 2024.",
        );
        check(
            "Troops march in Oslo [Ana Weiss/Reuters]",
            "Troops march in Oslo",
        );
        check(
            "Troops march in Oslo.Photograph: Ana Weiss/AP",
            "Troops march in Oslo.",
        );
        check(
            "Troops march in Oslo (AP Photo/Ana Weiss, File)",
            "Troops march in Oslo",
        );
        check(
            "Troops march in Oslo. REUTERS/Ana Weiss",
            "Troops march in Oslo.",
        );
        check("Ana Weiss/EPA", "");
        check("Photo: Ana Weiss", "");
        check("Getty Images", "");
    }

    #[test]
    fn prose_about_agencies_is_kept() {
        for line in [
            "Troops march in Oslo, the ministry told Reuters.",
            "He sued Getty Images",
            "The envoy (left) met AFP reporters in Oslo.",
            "The minister spoke to Reuters. He denied it.",
            "Credit: the bank says it will lend more.",
        ] {
            check(line, line);
        }
    }
}
