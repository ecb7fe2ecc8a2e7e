//! An actor that the data folder lists, and the forms it goes by.

use super::ActorKind;
use jiff::civil::Date;

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
    /// What it holds and when, for an office holder.
    pub(super) term: Option<Term>,
    /// The national adjective of a state, its name where it has none.
    pub(super) adjective: Option<String>,
}

/// An office and the time it was held.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) office: String,
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
