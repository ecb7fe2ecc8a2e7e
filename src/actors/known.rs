//! An actor that the data folder lists, and the forms it goes by.

use super::ActorKind;
use super::petrarch::DatedCode;
use jiff::civil::Date;
use std::sync::Arc;

/// Position of a known actor in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct KnownIndex(pub(super) u32);

/// An actor that the data folder lists.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: ActorKind,
    /// Its state; a state is its own.
    pub(super) country: Option<KnownIndex>,
    /// What it held and when, the best-known office first.
    pub(super) terms: Vec<Term>,
    /// Its codes in a dictionary of event data, each with its time.
    pub(super) codes: Vec<DatedCode>,
    /// The national adjective of a state, its name where it has none.
    pub(super) adjective: Option<String>,
    /// The file and line it comes from.
    pub(super) place: (Arc<str>, usize),
}

impl Known {
    /// Returns whether it is a single human being.
    pub(super) fn is_person(&self) -> bool {
        matches!(self.kind, ActorKind::Official | ActorKind::Person)
    }

    /// Returns whether only a dictionary of event data lists it.
    pub(super) fn is_from_dictionary(&self) -> bool {
        self.id.starts_with("petrarch/")
    }

    /// Returns whether it holds some office on a day.
    pub(super) fn in_office(&self, day: Option<Date>) -> bool {
        self.terms.iter().any(|term| term.covers(day))
    }

    /// Returns the offices it holds on a day; the best-known one where it holds none then.
    pub(super) fn offices(&self, day: Option<Date>) -> impl Iterator<Item = &str> {
        let none = day.is_none() || !self.in_office(day);
        let best = self.terms.iter().take(usize::from(none));
        let held = self
            .terms
            .iter()
            .filter(move |term| !none && term.covers(day));
        best.chain(held).map(|term| term.office.as_str())
    }
}

/// An office and the time it was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) office: String,
    /// The state it is held in.
    pub(super) country: Option<KnownIndex>,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
}

impl Term {
    /// Returns whether the office was held on a day; an unknown day counts as today's holders.
    pub(super) fn covers(&self, day: Option<Date>) -> bool {
        match day {
            Some(day) => {
                self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
            }
            None => self.to.is_none(),
        }
    }
}

/// How a form stands for a known actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sense {
    /// It is its name, or another name of it.
    Name,
    /// It is the adjective of a state.
    Adjective,
    /// It is what the people of a state are called.
    People,
    /// It is the capital of a state.
    Capital,
    /// It is the capital of a state that never is named, and stands for the union which sits there.
    Seat,
    /// It means the state only where the text has named it before.
    Short,
}

/// One form of one known actor.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) text: Box<str>,
    pub(super) known: KnownIndex,
    pub(super) sense: Sense,
    /// Counts only where the syntax model sees a name too.
    pub(super) tentative: bool,
}
