//! Slots: the places around a predicate that a frame names.

use std::fmt;
use std::str::FromStr;

/// A place around a predicate, after passives and the like are undone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The doer.
    Subj,
    /// The thing done to.
    Obj,
    /// The receiver in "gave *them* arms".
    Iobj,
    /// Whoever a noun belongs to: possessive, "of", national adjective, compound.
    Poss,
    /// The noun in a predicate: "was *president*", "as *envoy*".
    Comp,
    /// The complement clause: that-clause, infinitive, gerund, quotation.
    Clause,
    /// The main doer of what is said.
    Doer,
    /// Whoever says the clause.
    Speaker,
    /// The phrase of place, whatever its preposition.
    Where,
    /// The phrase with this preposition, words joined by `_`.
    Prep(Box<str>),
}

/// A slot, perhaps of an inner predicate (`clause.subj`), perhaps searched within (`obj >`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotPath {
    /// The first slot.
    pub slot: Slot,
    /// A slot of the predicate that fills the first.
    pub inner: Option<Slot>,
    /// Whether to look inside a phrase that is no actor itself.
    pub within: bool,
}

/// Alternatives, first filled wins: `to | iobj`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlotChoice(pub Vec<SlotPath>);

impl FromStr for Slot {
    type Err = String;

    fn from_str(text: &str) -> Result<Slot, String> {
        Ok(match text {
            "subj" => Slot::Subj,
            "obj" => Slot::Obj,
            "iobj" => Slot::Iobj,
            "poss" => Slot::Poss,
            "comp" => Slot::Comp,
            "clause" => Slot::Clause,
            "doer" => Slot::Doer,
            "speaker" => Slot::Speaker,
            "where" => Slot::Where,
            word if !word.is_empty()
                && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') =>
            {
                Slot::Prep(word.into())
            }
            other => {
                return Err(format!(
                    "`{other}` is no slot: expected subj, obj, iobj, poss, comp, clause, doer, where or a \
                     preposition in lower case, words joined by `_`"
                ));
            }
        })
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Slot::Subj => "subj",
            Slot::Obj => "obj",
            Slot::Iobj => "iobj",
            Slot::Poss => "poss",
            Slot::Comp => "comp",
            Slot::Clause => "clause",
            Slot::Doer => "doer",
            Slot::Speaker => "speaker",
            Slot::Where => "where",
            Slot::Prep(word) => word,
        })
    }
}

impl FromStr for SlotPath {
    type Err = String;

    fn from_str(text: &str) -> Result<SlotPath, String> {
        let text = text.trim();
        let (text, within) = match text.strip_suffix('>') {
            Some(rest) => (rest.trim_end(), true),
            None => (text, false),
        };
        let (slot, inner) = match text.split_once('.') {
            Some((slot, inner)) => (slot.parse()?, Some(inner.parse()?)),
            None => (text.parse()?, None),
        };
        Ok(SlotPath {
            slot,
            inner,
            within,
        })
    }
}

impl FromStr for SlotChoice {
    type Err = String;

    fn from_str(text: &str) -> Result<SlotChoice, String> {
        text.split('|')
            .map(str::parse)
            .collect::<Result<_, _>>()
            .map(SlotChoice)
    }
}

/// Reads the slot of a condition, which must be a phrase that can be looked at before the frame is applied.
pub(super) fn phrase(name: &str, refused: &[Slot]) -> Result<Slot, String> {
    match name.parse()? {
        slot if refused.contains(&slot) => Err(format!(
            "`{slot}` is no phrase that this condition can look at"
        )),
        slot => Ok(slot),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_inner_slots_and_looking_within_are_read() {
        let choice: SlotChoice = "to | clause.subj | obj >".parse().unwrap();
        assert_eq!(choice.0.len(), 3);
        assert_eq!(choice.0[0].slot, Slot::Prep("to".into()));
        assert_eq!(choice.0[1].inner, Some(Slot::Subj));
        assert!(choice.0[2].within);
    }

    #[test]
    fn a_condition_that_no_phrase_can_meet_is_refused() {
        let needs = |name| phrase(name, &[Slot::Doer, Slot::Speaker]);
        assert_eq!(needs("obj"), Ok(Slot::Obj));
        assert!(needs("doer").is_err_and(|error| error.contains("`doer`")));
        assert_eq!(phrase("doer", &[Slot::Speaker]), Ok(Slot::Doer));
    }

    #[test]
    fn a_word_that_can_be_no_slot_is_refused_with_what_is_allowed() {
        let error = "Obj".parse::<Slot>().unwrap_err();
        assert!(error.contains("expected subj"), "{error}");
    }
}
