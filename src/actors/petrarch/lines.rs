//! The lines of a dictionary without comments, and which dictionary a text is.

/// A line of a dictionary.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Counted from one.
    pub(super) number: usize,
    /// Without comments and without white space at the end.
    pub(super) text: &'a str,
}

/// Returns the lines that hold something: `#` and ` ;` start comments, `<!-- … -->` encloses them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut comment = false;
    text.lines().zip(1..).filter_map(move |(line, number)| {
        let line = line.strip_prefix('\u{feff}').unwrap_or(line);
        if comment || line.starts_with("<!") {
            comment = !line.contains("-->");
            return None;
        }
        let line = line.split('#').next().unwrap_or("");
        let old = line.find(" ;").or_else(|| line.find("\t;"));
        let line = line[..old.unwrap_or(line.len())].trim_end();
        let text = (!line.trim().is_empty()).then_some(line)?;
        Some(Line { number, text })
    })
}

/// Returns whether a text is a dictionary of agents: sets, or codes with a `~`.
pub(in crate::actors) fn holds_agents(text: &str) -> bool {
    lines(text).take(50).any(|line| {
        let set = line.text.starts_with('!') && line.text.contains('=');
        set || (line.text.contains('[') && line.text.contains('~'))
    })
}

/// Returns whether a text is a dictionary of actors: codes in brackets, or synonyms below a name.
pub(in crate::actors) fn holds_actors(text: &str) -> bool {
    lines(text)
        .take(50)
        .any(|line| line.text.contains('[') || line.text.starts_with('+'))
}

/// Returns what every pair of brackets of a line encloses, or what is wrong with the brackets.
pub(super) fn groups(text: &str) -> Result<Vec<&str>, String> {
    let mut groups = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['[', ']']) {
        let inner = &rest[open + 1..];
        let close = inner
            .find(['[', ']'])
            .filter(|&at| inner[at..].starts_with(']'));
        let Some(close) = close.filter(|_| rest[open..].starts_with('[')) else {
            return Err(
                "unpaired bracket, expected codes as [CODE] or [CODE DATE-DATE]".to_owned(),
            );
        };
        groups.push(inner[..close].trim());
        rest = &inner[close + 1..];
    }
    Ok(groups)
}

#[cfg(test)]
mod tests {
    use super::{groups, holds_actors, holds_agents, lines};

    #[test]
    fn comments_of_every_kind_are_passed_over() {
        let text =
            "<!-- one\ntwo -->\nNORLAND [NOR] # three\n  \nKELL [KEL] ;four\n<! -- five -->\n";
        let found: Vec<(usize, &str)> = lines(text).map(|l| (l.number, l.text)).collect();
        assert_eq!(found, [(3, "NORLAND [NOR]"), (5, "KELL [KEL]")]);
    }

    #[test]
    fn dictionaries_are_told_apart_by_content() {
        assert!(holds_agents("SOLDIER [~MIL]\n"));
        assert!(holds_agents("!PERSON! = MAN, MEN\n"));
        assert!(!holds_agents("NORLAND [NOR]\n"));
        assert!(holds_actors("NORLAND\n\t[NOR]\n"));
        assert!(!holds_actors("a\tb\tc\n"));
    }

    #[test]
    fn brackets_come_in_pairs() {
        assert_eq!(groups("X [A] [B <01]"), Ok(vec!["A", "B <01"]));
        assert!(groups("X ]A[").is_err());
        assert!(groups("X [A [B]").is_err());
        assert!(groups("X [A").is_err());
    }
}
