//! Coding a text: the longest phrase at each word, and how actors and agents make one code.

use super::actors::{self, Entry};
use super::agents::{self, Agent};
use super::join::{Piece, coded};
use super::phrases::{self, Word};
use super::trie::Trie;
use crate::Error;
use crate::span::Span;
use crate::syntax::{Sentence, Upos};
use jiff::civil::Date;

/// Actors and agents by their phrases.
///
/// ```
/// use whom::actors::petrarch::Dictionary;
/// let mut dictionary = Dictionary::default();
/// dictionary.read_actors("actors.txt", "NORWAY_ [NOR]\n+NORWEGIAN\n");
/// dictionary.read_agents("agents.txt", "SOLDIER [~MIL]\n");
/// assert_eq!(dictionary.code("Norwegian soldiers", None).as_deref(), Some("NORMIL"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    entries: Vec<Entry>,
    actors: Trie,
    /// Whether an entry's abbreviation counts in capitals only, by number of the phrase.
    phrases: Vec<ActorPhrase>,
    agents: Trie,
    codes: Vec<Agent>,
}

/// A phrase of an actor.
#[derive(Clone, Copy, Debug)]
struct ActorPhrase {
    entry: u32,
    /// An abbreviation: "US" is one, "us" is none.
    capitals: bool,
}

/// A noun phrase with its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedPhrase {
    /// From the first to the last word that the code comes from, in the document.
    pub span: Span,
    /// Its code, such as `NORMIL`.
    pub code: String,
}

/// An actor named in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::actors) struct Named {
    /// First byte and the byte after the last.
    pub(in crate::actors) start: usize,
    pub(in crate::actors) end: usize,
    /// Number of the entry.
    pub(in crate::actors) entry: usize,
}

impl Dictionary {
    /// Adds a dictionary of actors; returns an error for every line passed over.
    pub fn read_actors(&mut self, file: &str, text: &str) -> Vec<Error> {
        let (entries, mut errors) = actors::parse(file, text);
        for entry in entries {
            let number = self.entries.len() as u32;
            for phrase in entry.phrases() {
                let words = phrases::folded(phrase);
                let short = words.len() == 1 && words[0].chars().count() <= 2;
                let next = self.phrases.len() as u32;
                match self.actors.insert(&words, next) {
                    None => self.phrases.push(ActorPhrase {
                        entry: number,
                        capitals: short || (words.len() == 1 && phrase.contains('.')),
                    }),
                    Some(known) => {
                        let at = self.phrases[known as usize].entry;
                        let known = self
                            .entries
                            .get(at as usize)
                            .filter(|k| k.codes != entry.codes);
                        errors.extend(known.map(|known| repeated(&entry, phrase, known)));
                    }
                }
            }
            self.entries.push(entry);
        }
        errors
    }

    /// Adds a dictionary of agents; returns an error for every line passed over.
    pub fn read_agents(&mut self, file: &str, text: &str) -> Vec<Error> {
        let (agents, errors) = agents::parse(file, text);
        for agent in agents {
            self.agents.insert(&agent.words, self.codes.len() as u32);
            self.codes.push(agent.agent);
        }
        errors
    }

    /// Returns the actors, in the order of the files.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns whether it lists neither actors nor agents.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.codes.is_empty()
    }

    /// Returns the code of a noun phrase on a day, where it names an actor.
    pub fn code(&self, phrase: &str, day: Option<Date>) -> Option<String> {
        let words = phrases::words(phrase);
        let mut pieces = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let (count, piece) = self.piece(&words, at, day, true).unwrap_or_else(|| {
                let piece = match words[at].folded.as_str() {
                    word if is_former(word) => Piece::Former,
                    "OF" | "IN" | "FROM" | "AT" => Piece::Link,
                    "AND" | "OR" | "BY" | "WITH" | "TO" => Piece::End,
                    _ => Piece::Inside,
                };
                (1, piece)
            });
            let last = &words[at + count - 1];
            pieces.push((Span::new(words[at].start, last.end), piece));
            at += count;
        }
        coded(&pieces).into_iter().next().map(|coded| coded.code)
    }

    /// Returns the coded noun phrases of a sentence in order.
    ///
    /// An agent without an actor of its own takes the one that "of", "in", "from" or "at" joins
    /// to it; one without any has no code.
    pub fn phrases(&self, sentence: &Sentence, text: &str, day: Option<Date>) -> Vec<CodedPhrase> {
        let start = sentence.span.start as usize;
        let mut words = phrases::words(sentence.span.of(text));
        for word in &mut words {
            word.start += start;
            word.end += start;
        }
        let mut pieces = Vec::new();
        let mut covered = 0;
        let mut next = 0;
        for token in &sentence.tokens {
            let begin = token.span.start as usize;
            if begin < covered {
                continue;
            }
            while words.get(next).is_some_and(|word| word.start < begin) {
                next += 1;
            }
            let noun = matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj);
            let here = words.get(next).is_some_and(|word| word.start == begin);
            let found = here.then(|| self.piece(&words, next, day, noun)).flatten();
            if let Some((count, piece)) = found {
                covered = words[next + count - 1].end;
                pieces.push((Span::new(begin, covered), piece));
                continue;
            }
            let word = token.span.of(text);
            let piece = match token.upos {
                _ if is_former(&word.to_uppercase()) => Piece::Former,
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num => Piece::Inside,
                Upos::Adp if matches!(word, "of" | "in" | "from" | "at") => Piece::Link,
                _ if word.starts_with(['\'', '’', '-', '"', '“', '”']) => Piece::Inside,
                _ => Piece::End,
            };
            pieces.push((token.span, piece));
        }
        coded(&pieces)
    }

    /// Returns the actors named in a text, the longest at each place.
    pub(in crate::actors) fn names(&self, text: &str) -> Vec<Named> {
        let words = phrases::words(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let Some((count, entry)) = self.actor(&words, at) else {
                at += 1;
                continue;
            };
            found.push(Named {
                start: words[at].start,
                end: words[at + count - 1].end,
                entry,
            });
            at += count;
        }
        found
    }

    /// Returns the longer of the actor and the agent at a word, with the number of its words.
    fn piece(
        &self,
        words: &[Word],
        at: usize,
        day: Option<Date>,
        noun: bool,
    ) -> Option<(usize, Piece<'_>)> {
        let actor = self.actor(words, at);
        let folded = words[at..].iter().map(|word| word.folded.as_str());
        let agent = self.agents.longest(folded);
        // "will press Norland": a lone verb is no agent.
        let agent = agent.filter(|(count, _)| noun || *count > 1);
        match (actor, agent) {
            (Some((count, entry)), agent) if agent.is_none_or(|(other, _)| other <= count) => {
                Some((count, Piece::Actor(self.entries[entry].code_on(day))))
            }
            (_, Some((count, code))) => Some((count, Piece::Agent(&self.codes[code as usize]))),
            _ => None,
        }
    }

    /// Returns the actor at a word: how many words name it, and its number.
    fn actor(&self, words: &[Word], at: usize) -> Option<(usize, usize)> {
        let folded = words[at..].iter().map(|word| word.folded.as_str());
        let (count, phrase) = self.actors.longest(folded)?;
        let phrase = self.phrases[phrase as usize];
        let named = &words[at..at + count];
        let proper = named
            .iter()
            .any(|word| word.capital && word.folded != "THE");
        let fits = proper && (!phrase.capitals || named[0].upper);
        fits.then_some((count, phrase.entry as usize))
    }
}

/// Returns whether a word says that a role is over.
fn is_former(word: &str) -> bool {
    matches!(word, "FORMER" | "EX")
}

fn repeated(entry: &Entry, phrase: &str, known: &Entry) -> Error {
    let message = format!(
        "\"{phrase}\" has other codes by {}:{}, which count; remove one of the two",
        known.file, known.line
    );
    Error::data(&*entry.file, entry.line, message)
}
