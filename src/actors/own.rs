//! A user's own knowledge: more actors, declared identities, dictionaries of event data.

use super::ActorKind;
use super::gazetteer::Gazetteer;
use super::known::Sense;
use super::petrarch;
use super::sameness::{Statement, Verdict};
use super::table::{self, Row, kind_of};
use super::tables::ACTORS;
use crate::Error;
use std::borrow::Cow;

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

#[cfg(test)]
mod tests {
    use super::is_table;

    #[test]
    fn a_table_has_tabs_and_no_brackets() {
        assert!(is_table("# mine\nx/y\tagency\tY\n"));
        assert!(!is_table("NORLAND_\t[NOR]\n"));
        assert!(!is_table("NORLAND_\t\n\t[NOR]\n"));
    }
}
