//! A user's own knowledge: more actors, declared identities, dictionaries of event data.

use super::ActorKind;
use super::gazetteer::Gazetteer;
use super::known::{Known, KnownIndex, Sense};
use super::petrarch::{self, Entry};
use super::sameness::{Statement, Verdict};
use super::table::{self, Row, kind_of};
use super::tables::ACTORS;
use crate::Error;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

impl Gazetteer {
    /// Adds what a user's file holds: a table of actors laid out like `actors.tsv`, or a
    /// dictionary of actors or agents in the format of PETRARCH; its content tells which.
    ///
    /// Returns an error for every line of a dictionary that was passed over.
    ///
    /// # Errors
    ///
    /// Fails where the file is none of these or a row of a table is malformed, naming the line;
    /// the gazetteer is not fit for use then.
    pub(crate) fn learn(&mut self, file: &str, bytes: &[u8]) -> Result<Vec<Error>, Error> {
        let text = String::from_utf8_lossy(bytes);
        if is_table(&text) {
            if let Cow::Owned(_) = text {
                return Err(not_utf8(file, &text));
            }
            self.learn_table(file, &text)?;
            return Ok(Vec::new());
        }
        if petrarch::holds_agents(&text) {
            return Ok(self.dictionary.read_agents(file, &text));
        }
        if petrarch::holds_actors(&text) {
            let errors = self.dictionary.read_actors(file, &text);
            self.enter_entries();
            return Ok(errors);
        }
        let message = format!(
            "no actors found; expected a table ({}, separated by tabs) or a PETRARCH dictionary \
             of actors (NAME [CODE]) or agents (NOUN [~CODE]), in UTF-8",
            ACTORS.join(", ")
        );
        Err(Error::data(file, 1, message))
    }

    fn learn_table(&mut self, file: &str, text: &str) -> Result<(), Error> {
        let mut statements = Vec::new();
        let rows = table::rows(file, text, &ACTORS)?;
        for row in &rows {
            match Verdict::from_name(row.cell("kind")) {
                Some(verdict) => statements.push((row, verdict)),
                None => self.learn_actor(row)?,
            }
        }
        let mut said = Vec::new();
        for (row, verdict) in statements {
            let (one, other) = (row.cell("id"), row.cell("name"));
            for id in [one, other] {
                if !self.is_id(id) {
                    return Err(row.error(format!(
                        "\"{id}\" is no id; expected that of a listed actor, or KIND/name such as \
                         person/ana-weiss (`whom find` prints the ids of a graph)"
                    )));
                }
            }
            if one == other {
                return Err(row.error("both ids are the same; name two"));
            }
            said.push(Statement {
                one: one.to_owned(),
                other: other.to_owned(),
                verdict,
                file: file.to_owned(),
                line: row.place().1,
            });
        }
        let by_id = &self.by_id;
        self.sameness.add(said, &|id| by_id.contains_key(id))?;
        self.order_forms();
        Ok(())
    }

    /// Adds an actor, or more names to one that whom knows by the same id and kind.
    fn learn_actor(&mut self, row: &Row<'_>) -> Result<(), Error> {
        let id = row.cell("id");
        let name = row.cell("kind");
        if ActorKind::from_name(name).is_none() {
            let error = kind_of(row, "kind")
                .err()
                .map(|e| e.to_string())
                .unwrap_or_default();
            let (file, line) = row.place();
            let told = error
                .strip_prefix(&format!("{file}:{line}: "))
                .unwrap_or(&error)
                .to_owned();
            return Err(row.error(format!("{told}, same_as or not_same_as")));
        }
        let kind = kind_of(row, "kind")?;
        let country = self.country_of(row)?;
        let known = self
            .find(id)
            .filter(|index| &*self.known(*index).place.0 != row.place().0);
        let Some(index) = known else {
            return self.add(row, id.to_owned(), kind, country).map(|_| ());
        };
        let there = self.known(index);
        if there.kind != kind {
            return Err(row.error(format!(
                "id \"{id}\" is the {} {} of {}:{}; give this one another id, or that kind",
                there.kind.as_str(),
                there.name,
                there.place.0,
                there.place.1
            )));
        }
        for form in std::iter::once(row.cell("name")).chain(row.list("aliases")) {
            self.add_form(form, index, Sense::Name);
        }
        Ok(())
    }

    /// Returns whether a text may be the id of an actor: listed, or made of a kind and a name.
    fn is_id(&self, id: &str) -> bool {
        let made = id.split_once('/').is_some_and(|(kind, name)| {
            (ActorKind::from_name(kind).is_some() || kind == "petrarch") && !name.is_empty()
        });
        made || self.find(id).is_some()
    }

    /// Finds the known actor of each new entry of the dictionary, or adds one.
    fn enter_entries(&mut self) {
        let listed = self.by_folded_form();
        let start = self.entries.len();
        for number in start..self.dictionary.entries().len() {
            let entry = self.dictionary.entries()[number].clone();
            let listed = entry.phrases().find_map(|phrase| {
                listed
                    .get(without_article(&petrarch::fold(phrase)))
                    .copied()
            });
            let known = match listed {
                Some(known) => Some(known),
                None => self.enter_entry(&entry),
            };
            if let Some(known) = known {
                if self.may_have(known, &entry) {
                    self.known[known.0 as usize].codes.clone_from(&entry.codes);
                }
                self.name_state(&entry, known);
            }
            self.entries.push(known);
        }
    }

    /// Returns whether the codes of an entry are those of an actor: the first entry gives them,
    /// and to a state none that has a role: "WASHINGTON [USAGOV]" is not all of the country.
    fn may_have(&self, known: KnownIndex, entry: &Entry) -> bool {
        let known = self.known(known);
        let role = |code: &str| self.codes.kind(code, false).is_some();
        let mut codes = entry.codes.iter().filter_map(|code| code.code.as_deref());
        known.codes.is_empty() && (known.kind != ActorKind::Country || !codes.any(role))
    }

    /// Adds an actor that only a dictionary lists; an entry whose every code is none is no actor.
    fn enter_entry(&mut self, entry: &Entry) -> Option<KnownIndex> {
        let code = entry.code_on(None).or_else(|| {
            let codes = entry.codes.iter().rev();
            codes.filter_map(|code| code.code.as_deref()).next()
        })?;
        let name = without_article(&entry.name);
        let words = super::spelling::folded(name);
        let id = format!("petrarch/{}", words.join("-"));
        let name = capitalised(name);
        if let Some(known) = self.find(&id) {
            return Some(known);
        }
        let words: Vec<&str> = name.split(' ').collect();
        let told = words
            .iter()
            .rev()
            .find_map(|word| self.nouns.kind_of_word(word));
        let person = told.is_none() && words.len() > 1 && self.codes.tell_person(&entry.codes);
        let country = self.codes.country(code);
        let kind = self.codes.kind(code, person);
        let told = told.filter(|kind| *kind != ActorKind::Country);
        let kind = kind.or(told).unwrap_or(match country {
            _ if person => ActorKind::Person,
            // A name with nothing but a country is a region or a town of it.
            Some(_) => ActorKind::Place,
            None => ActorKind::Organization,
        });
        Some(self.enter(Known {
            id,
            name,
            kind,
            country,
            terms: Vec::new(),
            codes: Vec::new(),
            adjective: None,
            place: (Arc::clone(&entry.file), entry.line),
        }))
    }

    /// A code of one part that no table knows is that of a state of the dictionary's own, and
    /// the first that has it bare is that state.
    fn name_state(&mut self, entry: &Entry, known: KnownIndex) {
        let Some(code) = entry.code_on(None) else {
            return;
        };
        let open = matches!(
            self.known(known).kind,
            ActorKind::Organization | ActorKind::Country
        );
        let listed = !self.known(known).is_from_dictionary();
        if code.len() != 3 || !open || !self.codes.is_unknown(code) {
            return;
        }
        let state = &mut self.known[known.0 as usize];
        if listed && state.kind != ActorKind::Country {
            return;
        }
        state.kind = ActorKind::Country;
        state.country = Some(known);
        self.codes.add_country(code, known);
    }

    /// Returns the known actors by their forms without case and marks; of several, the first
    /// that goes by it as its name.
    fn by_folded_form(&self) -> HashMap<String, KnownIndex> {
        let mut best: HashMap<String, (Sense, KnownIndex)> = HashMap::new();
        // The smallest rank wins, so the order of the map does not matter.
        for form in self.forms.values().flatten() {
            if form.sense != Sense::Short {
                let rank = (form.sense, form.known);
                let entry = best.entry(petrarch::fold(&form.text)).or_insert(rank);
                *entry = rank.min(*entry);
            }
        }
        best.into_iter()
            .map(|(form, (_, known))| (form, known))
            .collect()
    }
}

/// Returns whether a text is a table: its first line that is no comment has tabs and no brackets.
fn is_table(text: &str) -> bool {
    let data = |line: &&str| !line.trim().is_empty() && !line.starts_with(['#', '<']);
    let first = text.lines().find(data).unwrap_or("").trim_end();
    first.contains('\t') && !first.contains('[')
}

fn not_utf8(file: &str, text: &str) -> Error {
    let before = text.split('\u{fffd}').next().unwrap_or("");
    let line = before.matches('\n').count() + 1;
    Error::data(file, line, "not UTF-8; save the file as UTF-8")
}

/// Returns a phrase in capitals without its article: in a table "the" is no part of a name.
fn without_article(phrase: &str) -> &str {
    phrase.strip_prefix("THE ").unwrap_or(phrase)
}

/// Returns a phrase in capitals as a name: "BANK OF KELL" is "Bank of Kell".
fn capitalised(phrase: &str) -> String {
    const SMALL: [&str; 8] = ["OF", "THE", "AND", "FOR", "IN", "ON", "AL", "EL"];
    let mut name = String::new();
    for (number, word) in phrase.split(' ').enumerate() {
        if number > 0 {
            name.push(' ');
        }
        if number > 0 && SMALL.contains(&word) {
            name.push_str(&word.to_lowercase());
            continue;
        }
        let mut start = true;
        for c in word.chars() {
            match start {
                true => name.push(c),
                false => name.extend(c.to_lowercase()),
            }
            start = !c.is_alphanumeric() && c != '\'';
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{capitalised, is_table};

    #[test]
    fn a_phrase_in_capitals_becomes_a_name() {
        assert_eq!(capitalised("BANK OF KELL"), "Bank of Kell");
        assert_eq!(capitalised("JEAN-PAUL O'ZED"), "Jean-Paul O'zed");
        assert_eq!(capitalised("K.U."), "K.U.");
    }

    #[test]
    fn a_table_has_tabs_and_no_brackets() {
        assert!(is_table("# mine\nx/y\tagency\tY\n"));
        assert!(!is_table("NORLAND_\t[NOR]\n"));
        assert!(!is_table("NORLAND_\t\n\t[NOR]\n"));
    }
}
