//! What is known before reading: states, places, bodies, office holders, and telling nouns.

use super::ActorKind;
use super::known::{Form, Known, KnownIndex, Sense, Term};
use super::nouns::Nouns;
use super::table::{self, Row};
use crate::Error;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::HashMap;

/// The known actors and the words that tell what an unknown one is.
#[derive(Debug)]
pub struct Gazetteer {
    known: Vec<Known>,
    /// Forms by their first word, longest first.
    forms: HashMap<Box<str>, Vec<Form>>,
    states: HashMap<String, KnownIndex>,
    /// Office holders of a state, in the order of the table.
    holders: HashMap<KnownIndex, Vec<KnownIndex>>,
    pub(super) nouns: Nouns,
}

const COUNTRIES: [&str; 7] = [
    "id",
    "name",
    "adjectives",
    "people",
    "capitals",
    "short",
    "aliases",
];
const PLACES: [&str; 4] = ["id", "name", "country", "aliases"];
const ACTORS: [&str; 5] = ["id", "kind", "name", "country", "aliases"];
const LEADERS: [&str; 8] = [
    "id", "name", "country", "office", "from", "to", "aliases", "kind",
];

impl Gazetteer {
    /// Reads the tables of a data folder; `files` returns a file by its path in the folder.
    ///
    /// # Errors
    ///
    /// Fails where a file cannot be read or a row is malformed, naming file and line.
    pub fn load(
        files: &dyn Fn(&str) -> Result<Cow<'static, str>, Error>,
    ) -> Result<Gazetteer, Error> {
        let mut gazetteer = Gazetteer {
            known: Vec::new(),
            forms: HashMap::new(),
            states: HashMap::new(),
            holders: HashMap::new(),
            nouns: Nouns::parse("en/nouns.toml", &files("en/nouns.toml")?)?,
        };
        let read = |name: &str| files(name);
        gazetteer.read_countries("en/countries.tsv", &read("en/countries.tsv")?)?;
        gazetteer.read_actors("en/actors.tsv", &read("en/actors.tsv")?)?;
        gazetteer.read_leaders("en/leaders.tsv", &read("en/leaders.tsv")?)?;
        gazetteer.read_places("en/places.tsv", &read("en/places.tsv")?)?;
        gazetteer.order_forms();
        Ok(gazetteer)
    }

    fn read_countries(&mut self, file: &str, text: &str) -> Result<(), Error> {
        for row in table::rows(file, text, &COUNTRIES)? {
            let index = KnownIndex(self.known.len() as u32);
            let id = format!("country/{}", row.cell("id"));
            self.add(&row, id, ActorKind::Country, Some(index), None);
            let adjective = row.list("adjectives").next().unwrap_or(row.cell("name"));
            self.known[index.0 as usize].adjective = Some(adjective.to_string());
            self.states.insert(row.cell("id").to_string(), index);
            self.states.insert(row.cell("name").to_string(), index);
            let senses = [
                ("adjectives", Sense::Adjective),
                ("people", Sense::People),
                ("capitals", Sense::Capital),
                ("short", Sense::Short),
            ];
            for (column, sense) in senses {
                for form in row.list(column) {
                    self.add_form(form, index, sense);
                }
            }
        }
        Ok(())
    }

    fn read_actors(&mut self, file: &str, text: &str) -> Result<(), Error> {
        for row in table::rows(file, text, &ACTORS)? {
            let kind = kind_of(&row, "kind")?;
            let country = self.country_of(&row)?;
            self.add(&row, row.cell("id").to_string(), kind, country, None);
        }
        Ok(())
    }

    fn read_leaders(&mut self, file: &str, text: &str) -> Result<(), Error> {
        for row in table::rows(file, text, &LEADERS)? {
            let kind = match row.cell("kind") {
                "" => ActorKind::Official,
                _ => kind_of(&row, "kind")?,
            };
            let country = self.country_of(&row)?;
            let term = Term {
                office: row.cell("office").to_lowercase(),
                from: day_of(&row, "from", 1)?,
                to: day_of(&row, "to", 28)?,
            };
            let index = self.add(&row, row.cell("id").to_string(), kind, country, Some(term));
            if let Some(country) = country {
                self.holders.entry(country).or_default().push(index);
            }
        }
        Ok(())
    }

    fn read_places(&mut self, file: &str, text: &str) -> Result<(), Error> {
        for row in table::rows(file, text, &PLACES)? {
            let country = self.country_of(&row)?;
            self.add(
                &row,
                row.cell("id").to_string(),
                ActorKind::Place,
                country,
                None,
            );
        }
        Ok(())
    }

    fn country_of(&self, row: &Row<'_>) -> Result<Option<KnownIndex>, Error> {
        match row.cell("country") {
            "" | "-" => Ok(None),
            name => match self.states.get(name) {
                Some(index) => Ok(Some(*index)),
                None => Err(row.error(format!("country {name:?} is not in countries.tsv"))),
            },
        }
    }

    fn add(
        &mut self,
        row: &Row<'_>,
        id: String,
        kind: ActorKind,
        country: Option<KnownIndex>,
        term: Option<Term>,
    ) -> KnownIndex {
        let index = KnownIndex(self.known.len() as u32);
        let name = row.cell("name").to_string();
        self.add_form(&name, index, Sense::Name);
        for alias in row.list("aliases") {
            self.add_form(alias, index, Sense::Name);
        }
        self.known.push(Known {
            id,
            name,
            kind,
            country,
            term,
            adjective: None,
        });
        index
    }

    fn add_form(&mut self, text: &str, known: KnownIndex, sense: Sense) {
        let (tentative, text) = match text.strip_prefix('?') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        // Articles are no part of a name: "the Kremlin" is found as "Kremlin".
        let text = text.strip_prefix("the ").unwrap_or(text);
        let key = first_word(text);
        let forms = self.forms.entry(key.into()).or_default();
        let same = |form: &Form| *form.text == *text && form.known == known && form.sense == sense;
        if !forms.iter().any(same) {
            forms.push(Form {
                text: text.into(),
                known,
                sense,
                tentative,
            });
        }
    }

    fn order_forms(&mut self) {
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
        for forms in self.forms.values_mut() {
            forms.sort_by_key(|form| std::cmp::Reverse(form.text.len()));
        }
    }

    /// Returns a known actor.
    pub(super) fn known(&self, index: KnownIndex) -> &Known {
        &self.known[index.0 as usize]
    }

    /// Returns the forms whose first word is the first word of `text`, longest first.
    pub(super) fn forms_at(&self, text: &str) -> &[Form] {
        self.forms.get(first_word(text)).map_or(&[], Vec::as_slice)
    }

    /// Returns the office holders of a state, in the order of the table.
    pub(super) fn holders(&self, state: KnownIndex) -> &[KnownIndex] {
        self.holders.get(&state).map_or(&[], Vec::as_slice)
    }
}

/// Returns the letters and digits that a text starts with, at least one character.
fn first_word(text: &str) -> &str {
    let end = text
        .char_indices()
        .find(|(_, c)| !c.is_alphanumeric())
        .map(|(i, _)| i);
    match end {
        Some(0) => &text[..text.chars().next().map_or(0, char::len_utf8)],
        Some(end) => &text[..end],
        None => text,
    }
}

fn kind_of(row: &Row<'_>, column: &str) -> Result<ActorKind, Error> {
    let name = row.cell(column);
    ActorKind::from_name(name).ok_or_else(|| {
        let allowed: Vec<&str> = ActorKind::ALL.into_iter().map(ActorKind::as_str).collect();
        row.error(format!(
            "unknown kind {name:?}, expected one of {}",
            allowed.join(", ")
        ))
    })
}

/// Reads a year, a month of a year or a day; `day` stands where only the month is given.
fn day_of(row: &Row<'_>, column: &str, day: i8) -> Result<Option<Date>, Error> {
    let text = row.cell(column);
    if text.is_empty() {
        return Ok(None);
    }
    let month = if day == 1 { 1 } else { 12 };
    let mut parts = text.split('-');
    let year = parts.next().and_then(|part| part.parse::<i16>().ok());
    let month = parts.next().map_or(Some(month), |part| part.parse().ok());
    let day = parts.next().map_or(Some(day), |part| part.parse().ok());
    let date = match (year, month, day) {
        (Some(year), Some(month), Some(day)) => Date::new(year, month, day).ok(),
        _ => None,
    };
    match date {
        Some(date) => Ok(Some(date)),
        None => Err(row.error(format!(
            "{column}: {text:?} is no date, expected YYYY-MM-DD"
        ))),
    }
}
