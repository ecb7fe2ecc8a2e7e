//! What is known before reading: states, places, bodies, office holders, and telling nouns.

use super::ActorKind;
use super::codes::Codes;
use super::known::{Form, Known, KnownIndex, Sense};
use super::nouns::Nouns;
use super::petrarch::Dictionary;
use super::sameness::Sameness;
use super::table::Row;
use crate::Error;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::OnceLock;

/// The known actors and the words that tell what an unknown one is.
#[derive(Debug)]
pub struct Gazetteer {
    pub(super) known: Vec<Known>,
    pub(super) by_id: FxHashMap<String, KnownIndex>,
    /// Forms by their first word, longest first.
    pub(super) forms: FxHashMap<Box<str>, Vec<Form>>,
    pub(super) states: FxHashMap<String, KnownIndex>,
    /// Office holders of a state, in the order of the table.
    pub(super) holders: FxHashMap<KnownIndex, Vec<KnownIndex>>,
    /// Persons by the last word of their names, made when first asked for.
    pub(super) surnames: OnceLock<FxHashMap<Box<str>, Vec<KnownIndex>>>,
    pub(super) nouns: Nouns,
    pub(super) codes: Codes,
    pub(super) sameness: Sameness,
    pub(super) dictionary: Dictionary,
    /// The known actor of each entry of the dictionary; none where it has no code at any time.
    pub(super) entries: Vec<Option<KnownIndex>>,
}

impl Gazetteer {
    /// Reads the tables of a data folder; `files` returns a file by its path in the folder.
    ///
    /// # Errors
    ///
    /// Fails where a file cannot be read or a row is malformed, naming file and line.
    pub fn load(
        files: &(dyn Fn(&str) -> Result<Cow<'static, str>, Error> + Sync),
    ) -> Result<Gazetteer, Error> {
        let mut gazetteer = Gazetteer {
            known: Vec::new(),
            by_id: FxHashMap::default(),
            forms: FxHashMap::default(),
            states: FxHashMap::default(),
            holders: FxHashMap::default(),
            surnames: OnceLock::new(),
            nouns: Nouns::parse("en/nouns.toml", &files("en/nouns.toml")?)?,
            codes: Codes::default(),
            sameness: Sameness::default(),
            dictionary: Dictionary::default(),
            entries: Vec::new(),
        };
        gazetteer.read_tables(files)?;
        gazetteer.order_forms();
        Ok(gazetteer)
    }

    /// Adds what a row describes; an id that stands in a list already is refused.
    pub(super) fn add(
        &mut self,
        row: &Row<'_>,
        id: String,
        kind: ActorKind,
        country: Option<KnownIndex>,
    ) -> Result<KnownIndex, Error> {
        let (file, line) = row.place();
        if let Some(earlier) = self.find(&id) {
            let (file, line) = &self.known(earlier).place;
            return Err(row.error(format!(
                "id \"{id}\" stands in {file}:{line} already; join the rows or give this one another id"
            )));
        }
        let index = self.enter(Known {
            id,
            name: row.cell("name").to_string(),
            kind,
            country,
            terms: Vec::new(),
            codes: Vec::new(),
            adjective: None,
            place: (file.into(), line),
        });
        self.add_form(row.cell("name"), index, Sense::Name);
        for alias in row.list("aliases") {
            match alias.strip_prefix("seat:") {
                Some(capital) => self.add_form(capital, index, Sense::Seat),
                None => self.add_form(alias, index, Sense::Name),
            }
        }
        Ok(index)
    }

    /// Adds an actor without any form.
    pub(super) fn enter(&mut self, known: Known) -> KnownIndex {
        let index = KnownIndex(self.known.len() as u32);
        self.by_id.insert(known.id.clone(), index);
        self.known.push(known);
        index
    }

    /// Lets an actor be found by a form; a leading `?` makes it tentative.
    pub(super) fn add_form(&mut self, text: &str, known: KnownIndex, sense: Sense) {
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

    pub(super) fn order_forms(&mut self) {
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
        for forms in self.forms.values_mut() {
            forms.sort_by_key(|form| std::cmp::Reverse(form.text.len()));
        }
    }

    /// Returns a known actor.
    pub(super) fn known(&self, index: KnownIndex) -> &Known {
        &self.known[index.0 as usize]
    }

    /// Returns the actor of an id.
    pub(super) fn find(&self, id: &str) -> Option<KnownIndex> {
        self.by_id.get(id).copied()
    }

    /// Returns the id that a user's rows put in place of an id; the id itself where they do not.
    pub fn canonical_id<'a>(&'a self, id: &'a str) -> &'a str {
        self.sameness.canonical(id)
    }

    /// Returns the actor that stands for a known one: itself, unless a user's row says otherwise.
    pub(super) fn canonical(&self, index: KnownIndex) -> KnownIndex {
        let id = &self.known(index).id;
        self.find(self.sameness.canonical(id)).unwrap_or(index)
    }

    /// Returns the code of a known actor on a day, where a dictionary gives it one.
    pub(super) fn code(&self, index: KnownIndex, day: Option<Date>) -> Option<&str> {
        super::petrarch::on_day(&self.known(index).codes, day)
    }

    /// Returns what a known actor is on a day: the role of a dictionary's person changes.
    pub(super) fn kind(&self, index: KnownIndex, day: Option<Date>) -> ActorKind {
        let known = self.known(index);
        let told = || self.codes.kind(self.code(index, day)?, known.is_person());
        let open = known.is_from_dictionary() && known.is_person();
        open.then(told).flatten().unwrap_or(known.kind)
    }

    /// Returns the country of a known actor on a day.
    pub(super) fn country(&self, index: KnownIndex, day: Option<Date>) -> Option<KnownIndex> {
        let known = self.known(index);
        let told = || self.codes.country(self.code(index, day)?);
        let open = known.is_from_dictionary() && known.kind != ActorKind::Country;
        open.then(told).flatten().or(known.country)
    }

    /// Returns the dictionary of event data that the user gave, empty where none was given.
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// Returns the forms whose first word is the first word of `text`, longest first.
    pub(super) fn forms_at(&self, text: &str) -> &[Form] {
        self.forms.get(first_word(text)).map_or(&[], Vec::as_slice)
    }

    /// Returns the offices, each with its state, that persons of a surname have held at any time.
    pub(super) fn held_by(&self, surname: &str) -> impl Iterator<Item = (&str, KnownIndex)> {
        let surnames = self.surnames.get_or_init(|| {
            let mut surnames: FxHashMap<Box<str>, Vec<KnownIndex>> = FxHashMap::default();
            let persons = self
                .known
                .iter()
                .zip(0..)
                .filter(|(known, _)| known.is_person());
            for (known, index) in persons {
                let last = known.name.rsplit(' ').next().unwrap_or(&known.name);
                surnames
                    .entry(last.into())
                    .or_default()
                    .push(KnownIndex(index));
            }
            surnames
        });
        let bearers = surnames.get(surname).into_iter().flatten();
        let terms = bearers.flat_map(|known| &self.known(*known).terms);
        terms.filter_map(|term| Some((term.office.as_str(), term.country?)))
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
