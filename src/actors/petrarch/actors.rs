//! Reading a dictionary of actors.

use super::code::{self, DatedCode};
use super::lines::{Line, groups, lines};
use crate::Error;
use std::sync::Arc;

/// An actor of a dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its first phrase, in upper case with blanks.
    pub name: String,
    /// The file it comes from.
    pub file: Arc<str>,
    /// The line of that phrase, counted from one.
    pub line: usize,
    /// Other phrases for it.
    pub synonyms: Vec<String>,
    /// What it is, by time, in the order of the file.
    pub codes: Vec<DatedCode>,
}

impl Entry {
    /// Returns its code on a day: the first dated one that fits, else the default.
    pub fn code_on(&self, day: Option<jiff::civil::Date>) -> Option<&str> {
        code::on_day(&self.codes, day)
    }

    /// Returns its phrases, the primary one first.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name)
            .chain(&self.synonyms)
            .map(String::as_str)
    }
}

/// Returns the actors of a dictionary, and an error for every line that is not understood.
pub(super) fn parse(file: &str, text: &str) -> (Vec<Entry>, Vec<Error>) {
    let source: Arc<str> = file.into();
    let mut entries: Vec<Entry> = Vec::new();
    let mut errors = Vec::new();
    // Whether the lines that follow belong to the last entry; not after a name that was refused.
    let mut open = false;
    for line in lines(text) {
        let mut refuse = |message: String| {
            errors.push((line.number, Error::data(file, line.number, message)));
        };
        if line.text.contains('\u{fffd}') {
            let message = "not UTF-8, so the line is passed over; save the file as UTF-8";
            refuse(message.to_owned());
            open &= line.text.starts_with(['+', ' ', '\t']);
            continue;
        }
        let below = line.text.starts_with(['+', ' ', '\t']);
        if below && !open {
            refuse("belongs to no actor, expected a name at the start of a line above".to_owned());
            continue;
        }
        if !below {
            let name = phrase(line.text);
            open = !name.is_empty();
            if !open {
                refuse("no name before the codes, expected NAME [CODE]".to_owned());
                continue;
            }
            entries.push(Entry {
                name,
                file: Arc::clone(&source),
                line: line.number,
                synonyms: Vec::new(),
                codes: Vec::new(),
            });
        }
        let Some(entry) = entries.last_mut() else {
            continue;
        };
        if let Err(message) = read(entry, line) {
            refuse(message);
        }
    }
    for entry in entries.iter().filter(|entry| entry.codes.is_empty()) {
        let message = format!(
            "{} has no code, expected [CODE] on its line or below it; it is passed over",
            entry.name
        );
        errors.push((entry.line, Error::data(file, entry.line, message)));
    }
    entries.retain(|entry| !entry.codes.is_empty());
    errors.sort_by_key(|(line, _)| *line);
    let errors = errors.into_iter().map(|(_, error)| error).collect();
    (entries, errors)
}

/// Reads what a line says of an actor: a synonym, codes, or the codes beside its name.
fn read(entry: &mut Entry, line: Line<'_>) -> Result<(), String> {
    if let Some(synonym) = line.text.strip_prefix('+') {
        let synonym = phrase(synonym);
        if synonym.is_empty() {
            return Err("no phrase after +, expected +SYNONYM".to_owned());
        }
        entry.synonyms.push(synonym);
    }
    let groups = groups(line.text)?;
    if groups.is_empty() && line.text.starts_with([' ', '\t']) {
        return Err(
            "no code, expected [CODE], [CODE <DATE], [CODE >DATE] or [CODE DATE-DATE]".to_owned(),
        );
    }
    // One bad code does not spoil the others of its line.
    let mut first_bad = Ok(());
    for group in groups {
        match code::parse(group) {
            Ok(code) => entry.codes.push(code),
            Err(message) => first_bad = first_bad.and(Err(message)),
        }
    }
    first_bad
}

/// Returns the phrase that a line begins with, words joined by blanks; empty where it has no word.
fn phrase(line: &str) -> String {
    let text = line[..line.find(['[', ']']).unwrap_or(line.len())].replace('_', " ");
    match text.contains(char::is_alphanumeric) {
        false => String::new(),
        true => text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn codes_stand_beside_the_name_or_below() {
        let text = "NORLAND_ [NOR]\n+NORLANDIC\nANA WEISS_ [NOR]\n\t[NORGOV <050101] [NORELI]\n";
        let (entries, errors) = parse("x", text);
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(
            entries[0].phrases().collect::<Vec<_>>(),
            ["NORLAND", "NORLANDIC"]
        );
        assert_eq!(entries[1].name, "ANA WEISS");
        assert_eq!(entries[1].codes.len(), 3);
    }

    #[test]
    fn every_bad_line_is_named_and_the_rest_is_read() {
        let text = "\t[NOR]\nNORLAND [NOR]\n+\nKELL [KEL 991301-991401]\nSOLM\nYEL\u{fffd}D [YEL]\nOST [OST\nWEST [WST]\n";
        let (entries, errors) = parse("x.txt", text);
        let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["NORLAND", "WEST"]);
        let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
        let expected = [
            "x.txt:1: belongs to no actor",
            "x.txt:3: no phrase after +",
            "x.txt:4: \"991301\" is no date",
            "x.txt:4: KELL has no code",
            "x.txt:5: SOLM has no code",
            "x.txt:6: not UTF-8",
            "x.txt:7: unpaired bracket",
            "x.txt:7: OST has no code",
        ];
        assert_eq!(told.len(), expected.len(), "{told:#?}");
        for (told, expected) in told.iter().zip(expected) {
            assert!(told.starts_with(expected), "{told}");
        }
    }
}
