//! How many or how much a claim is about.

use std::cmp::Ordering;

/// A number as a text gives it. Ordered by `f64::total_cmp`, so that claims have a total order.
#[derive(Clone, Copy, Debug)]
pub struct Amount(pub f64);

impl PartialEq for Amount {
    fn eq(&self, other: &Amount) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Amount {}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Amount) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Amount) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// How a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// As it stands: "1,500".
    Exact,
    /// "about 1,500".
    About,
    /// That or more: "at least 1,500", "more than 1,500", "hundreds of".
    AtLeast,
    /// That or less: "up to 1,500", "fewer than 1,500".
    AtMost,
    /// From the one to the other: "1,000 to 1,500".
    Between(Amount),
}

impl Bound {
    /// The names of the bounds, as data files and every output have them.
    pub const NAMES: [&str; 5] = ["exact", "about", "at_least", "at_most", "between"];

    /// Returns the name used in data files and in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::About => "about",
            Bound::AtLeast => "at_least",
            Bound::AtMost => "at_most",
            Bound::Between(_) => "between",
        }
    }

    /// Returns the bound of that name, where it is none between two numbers.
    pub fn from_name(name: &str) -> Option<Bound> {
        [Bound::Exact, Bound::About, Bound::AtLeast, Bound::AtMost]
            .into_iter()
            .find(|bound| bound.as_str() == name)
    }
}

/// Which part of a claim a quantity belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What is supplied, fired, …: "sent *1,500 shells*".
    Item,
    /// Whom it is done to: "killed *12 people*".
    Target,
    /// Who does it: "*40 soldiers* attacked".
    Source,
}

impl Part {
    /// All parts, in the order in which they are asked for a quantity.
    pub const ALL: [Part; 3] = [Part::Item, Part::Target, Part::Source];

    /// Returns the name used in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Part::Item => "item",
            Part::Target => "target",
            Part::Source => "source",
        }
    }

    /// Returns the part of that name, `None` where there is none.
    pub fn from_name(name: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.as_str() == name)
    }
}

/// How many or how much.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity {
    /// What it counts.
    pub of: Part,
    /// The number; of two, the first.
    pub number: Amount,
    /// How it is meant.
    pub bound: Bound,
    /// What is counted, in the singular ("artillery shell"), or a currency by ISO 4217.
    pub unit: String,
}

impl Quantity {
    /// Returns the second of two numbers.
    pub fn to(&self) -> Option<f64> {
        match self.bound {
            Bound::Between(Amount(to)) => Some(to),
            _ => None,
        }
    }
}
