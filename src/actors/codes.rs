//! What the three-letter codes of event data mean: countries, and roles that tell a kind.

use super::ActorKind;
use super::known::KnownIndex;
use super::petrarch::{DatedCode, parts};
use super::table::{self, kind_of};
use crate::Error;
use rustc_hash::FxHashMap;

/// The codes of `codes.tsv`.
#[derive(Clone, Debug, Default)]
pub(super) struct Codes {
    countries: FxHashMap<String, KnownIndex>,
    roles: FxHashMap<String, Role>,
}

/// What a role makes of its bearer.
#[derive(Clone, Copy, Debug)]
struct Role {
    /// Nothing for a region, which no person can be.
    person: Option<ActorKind>,
    body: ActorKind,
}

const COLUMNS: [&str; 5] = ["id", "country", "person", "body", "gloss"];

impl Codes {
    /// Reads the table; `state` returns a country by its name.
    pub(super) fn parse(
        file: &str,
        text: &str,
        state: impl Fn(&table::Row<'_>) -> Result<Option<KnownIndex>, Error>,
    ) -> Result<Codes, Error> {
        let mut codes = Codes::default();
        for row in table::rows(file, text, &COLUMNS)? {
            let id = row.cell("id").to_owned();
            let repeated = match state(&row)? {
                Some(country) => codes.countries.insert(id.clone(), country).is_some(),
                None => {
                    let person = match row.cell("person") {
                        "" => None,
                        _ => Some(kind_of(&row, "person")?),
                    };
                    let body = kind_of(&row, "body")?;
                    codes
                        .roles
                        .insert(id.clone(), Role { person, body })
                        .is_some()
                }
            };
            if repeated {
                let message = format!("the code {id} stands above already; remove one of the rows");
                return Err(row.error(message));
            }
        }
        Ok(codes)
    }

    /// Returns whether no table knows a code of one part.
    pub(super) fn is_unknown(&self, code: &str) -> bool {
        !self.countries.contains_key(code) && !self.roles.contains_key(code)
    }

    /// Lets a code stand for a country.
    pub(super) fn add_country(&mut self, code: &str, country: KnownIndex) {
        self.countries.insert(code.to_owned(), country);
    }

    /// Returns the country of a code: the first part that is one.
    pub(super) fn country(&self, code: &str) -> Option<KnownIndex> {
        let lead = parts(code).next().and_then(|part| self.countries.get(part));
        let inner = || {
            let rest = parts(code)
                .skip(1)
                .filter(|part| !self.roles.contains_key(*part));
            rest.filter_map(|part| self.countries.get(part)).next()
        };
        lead.copied().or_else(|| inner().copied())
    }

    /// Returns the kind that a code tells of a person or of anything else: that of its first role.
    pub(super) fn kind(&self, code: &str, person: bool) -> Option<ActorKind> {
        let lead = usize::from(
            parts(code)
                .next()
                .is_some_and(|p| self.countries.contains_key(p)),
        );
        let mut roles = parts(code)
            .skip(lead)
            .filter_map(|part| self.roles.get(part));
        match person {
            true => roles.filter_map(|role| role.person).next(),
            false => roles.next().map(|role| role.body),
        }
    }

    /// Returns whether codes are those of a person: roles that were held for a time.
    pub(super) fn tell_person(&self, codes: &[DatedCode]) -> bool {
        let role = |code: &DatedCode| {
            let code = code.code.as_deref().unwrap_or("");
            self.kind(code, true).is_some()
        };
        codes.iter().any(|code| code.is_dated() && role(code))
    }
}
