//! Offices over time, for showing an actor.

use super::gazetteer::Gazetteer;
use jiff::civil::Date;

/// An office and when it was held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Office {
    /// First day, where known.
    pub from: Option<Date>,
    /// Last day; none while in office.
    pub to: Option<Date>,
    /// What is held: "foreign minister"; for a role of a dictionary, its code.
    pub office: String,
    /// English short name of the state it is held in.
    pub country: Option<String>,
}

impl Gazetteer {
    /// Returns the offices of an actor in the order of time, by its id; none where none is known.
    ///
    /// ```
    /// let data = whom::data::Data::embedded()?;
    /// let offices = data.gazetteer.offices("person/vladimir-putin");
    /// assert!(offices.iter().any(|held| held.office == "acting president"));
    /// # Ok::<(), whom::Error>(())
    /// ```
    pub fn offices(&self, id: &str) -> Vec<Office> {
        let Some(index) = self.find(self.sameness.canonical(id)) else {
            return Vec::new();
        };
        let known = self.known(index);
        let name = |state: super::known::KnownIndex| self.known(state).name.clone();
        let terms = known.terms.iter().filter(|term| !term.office.is_empty());
        let mut offices: Vec<Office> = terms
            .map(|term| Office {
                from: term.from,
                to: term.to,
                office: term.office.clone(),
                country: term.country.map(name),
            })
            .collect();
        let roles = known.codes.iter().filter(|code| code.is_dated());
        offices.extend(roles.filter_map(|code| {
            Some(Office {
                from: code.from,
                to: code.to,
                office: code.code.clone()?,
                country: None,
            })
        }));
        offices.sort();
        offices
    }
}
