//! The entries of a user's dictionary as known actors.

use super::ActorKind;
use super::gazetteer::Gazetteer;
use super::known::{Known, KnownIndex, Sense};
use super::petrarch::{self, Entry};
use std::collections::HashMap;
use std::sync::Arc;

impl Gazetteer {
    /// Finds the known actor of each new entry of the dictionary, or adds one.
    pub(super) fn enter_entries(&mut self) {
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
    use super::capitalised;

    #[test]
    fn a_phrase_in_capitals_becomes_a_name() {
        assert_eq!(capitalised("BANK OF KELL"), "Bank of Kell");
        assert_eq!(capitalised("JEAN-PAUL O'ZED"), "Jean-Paul O'zed");
        assert_eq!(capitalised("K.U."), "K.U.");
    }
}
