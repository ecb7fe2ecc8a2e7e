//! Reading the tables of the data folder into the gazetteer.

use super::ActorKind;
use super::codes::Codes;
use super::gazetteer::Gazetteer;
use super::known::{KnownIndex, Sense, Term};
use super::table::{self, Row, day_of, kind_of};
use crate::Error;
use std::borrow::Cow;

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
pub(super) const ACTORS: [&str; 5] = ["id", "kind", "name", "country", "aliases"];
const LEADERS: [&str; 8] = [
    "id", "name", "country", "office", "from", "to", "aliases", "kind",
];
const TERMS: [&str; 5] = ["id", "country", "office", "from", "to"];

impl Gazetteer {
    /// Reads every table; countries come first, as the others name them.
    pub(super) fn read_tables(
        &mut self,
        files: &(dyn Fn(&str) -> Result<Cow<'static, str>, Error> + Sync),
    ) -> Result<(), Error> {
        self.read_countries("en/countries.tsv", &files("en/countries.tsv")?)?;
        self.read_actors("en/actors.tsv", &files("en/actors.tsv")?)?;
        self.read_leaders("en/leaders.tsv", &files("en/leaders.tsv")?)?;
        self.read_terms("en/terms.tsv", &files("en/terms.tsv")?)?;
        self.read_places("en/places.tsv", &files("en/places.tsv")?)?;
        let codes = files("en/codes.tsv")?;
        self.codes = Codes::parse("en/codes.tsv", &codes, |row| self.country_of(row))?;
        Ok(())
    }

    fn read_countries(&mut self, file: &str, text: &str) -> Result<(), Error> {
        for row in table::rows(file, text, &COUNTRIES)? {
            let index = KnownIndex(self.known.len() as u32);
            let id = format!("country/{}", row.cell("id"));
            self.add(&row, id, ActorKind::Country, Some(index))?;
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
            self.add(&row, row.cell("id").to_string(), kind, country)?;
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
            let term = self.term_of(&row)?;
            let index = self.add(&row, row.cell("id").to_string(), kind, country)?;
            self.hold(index, term);
        }
        Ok(())
    }

    fn read_terms(&mut self, file: &str, text: &str) -> Result<(), Error> {
        for row in table::rows(file, text, &TERMS)? {
            let id = row.cell("id");
            let Some(index) = self.find(id).filter(|index| self.known(*index).is_person()) else {
                return Err(row.error(format!(
                    "\"{id}\" is no person of leaders.tsv; add the person there, then the terms here"
                )));
            };
            if row.cell("office").is_empty() || row.cell("from").is_empty() {
                return Err(row.error("office and from must not be empty"));
            }
            let term = self.term_of(&row)?;
            self.hold(index, term);
        }
        Ok(())
    }

    fn term_of(&self, row: &Row<'_>) -> Result<Term, Error> {
        let term = Term {
            office: row.cell("office").to_lowercase(),
            country: self.country_of(row)?,
            from: day_of(row, "from", 1)?,
            to: day_of(row, "to", 28)?,
        };
        match (term.from, term.to) {
            (Some(from), Some(to)) if to < from => Err(row.error(format!(
                "the office ends on {to}, before it begins on {from}"
            ))),
            _ => Ok(term),
        }
    }

    /// Adds a term of office; one that is there already stays single.
    fn hold(&mut self, person: KnownIndex, term: Term) {
        if let Some(country) = term.country {
            let holders = self.holders.entry(country).or_default();
            if !holders.contains(&person) {
                holders.push(person);
            }
        }
        let terms = &mut self.known[person.0 as usize].terms;
        if !terms.contains(&term) {
            terms.push(term);
        }
    }

    fn read_places(&mut self, file: &str, text: &str) -> Result<(), Error> {
        for row in table::rows(file, text, &PLACES)? {
            let country = self.country_of(&row)?;
            let id = row.cell("id").to_string();
            self.add(&row, id, ActorKind::Place, country)?;
        }
        Ok(())
    }

    pub(super) fn country_of(&self, row: &Row<'_>) -> Result<Option<KnownIndex>, Error> {
        match row.cell("country") {
            "" | "-" => Ok(None),
            name => match self.states.get(name) {
                Some(index) => Ok(Some(*index)),
                None => Err(row.error(format!("country {name:?} is not in countries.tsv"))),
            },
        }
    }
}
