//! Ids of nodes as other programs write them, and where each node stands.

use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use std::borrow::Cow;

/// An id as other programs write it: a text or a number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Id<'a> {
    Number(i64),
    Text(Cow<'a, str>),
}

impl<'de: 'a, 'a> Deserialize<'de> for Id<'a> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> std::result::Result<Self, D::Error> {
        struct IdVisitor;
        impl<'de> Visitor<'de> for IdVisitor {
            type Value = Id<'de>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "an id, a text or a whole number")
            }
            fn visit_i64<E>(self, number: i64) -> std::result::Result<Id<'de>, E> {
                Ok(Id::Number(number))
            }
            fn visit_u64<E: Error>(self, number: u64) -> std::result::Result<Id<'de>, E> {
                let number = i64::try_from(number).map_err(E::custom)?;
                Ok(Id::Number(number))
            }
            fn visit_str<E>(self, text: &str) -> std::result::Result<Id<'de>, E> {
                Ok(Id::Text(Cow::Owned(text.to_owned())))
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> std::result::Result<Id<'de>, E> {
                Ok(Id::Text(Cow::Borrowed(text)))
            }
        }
        let id: Id<'de> = input.deserialize_any(IdVisitor)?;
        Ok(id)
    }
}

impl std::fmt::Display for Id<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Id::Number(number) => write!(f, "{number}"),
            Id::Text(text) => write!(f, "{text}"),
        }
    }
}

/// Where the node of each id stands. Many programs number nodes from zero, and looking up a
/// number in a list is several times faster than hashing it.
#[derive(Default)]
pub(super) struct Positions<'a> {
    /// Position of the node of each number, `NONE` where there is none.
    numbered: Vec<u32>,
    others: FxHashMap<Id<'a>, u32>,
}

const NONE: u32 = u32::MAX;

impl<'a> Positions<'a> {
    /// Enters an id, and returns whether it was not there before.
    pub(super) fn insert(&mut self, id: Id<'a>, at: u32) -> bool {
        if self.get(&id).is_some() {
            return false;
        }
        match id {
            // Numbers far above the count of nodes would need a list of as many places.
            Id::Number(number @ 0..) if number <= 2 * i64::from(at) + 1024 => {
                let place = number as usize;
                if self.numbered.len() <= place {
                    self.numbered.resize(place + 1, NONE);
                }
                self.numbered[place] = at;
            }
            id => {
                self.others.insert(id, at);
            }
        }
        true
    }

    pub(super) fn get(&self, id: &Id<'_>) -> Option<u32> {
        if let Id::Number(number) = id
            && let Ok(place) = usize::try_from(*number)
            && let Some(&at) = self.numbered.get(place)
            && at != NONE
        {
            return Some(at);
        }
        self.others.get(id).copied()
    }
}
