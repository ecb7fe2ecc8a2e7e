//! A mention: the words of a document that stand for an actor.

use super::{Actor, ActorIndex, ActorKind};
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// How a mention refers to its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionForm {
    /// By a name: "Reuters", "the Kremlin".
    Name,
    /// By a description: "South Korea's spy agency", "the rebels", "Russian officials".
    Description,
    /// By a national adjective or possessor inside another mention: "Russian" in "Russian troops".
    Modifier,
    /// By a modifier that shares its noun with another: "Czech" in "Polish and Czech officials".
    Shared,
    /// By the word or letter of a party, which only tells who is of it: "Republican" in "Republican Sen. Ana Weiss".
    Party,
    /// By a pronoun of the third person: "he", "its", "they", "who".
    Pronoun,
}

/// A stretch of words that stands for an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Index of the sentence in the document.
    pub sentence: u32,
    /// Index of the word that heads it in the tree; at most one mention has a given head.
    pub head: u32,
    /// Index of its first word.
    pub first: u32,
    /// Index of its last word, inclusive.
    pub last: u32,
    /// Where it stands in the document.
    pub span: Span,
    /// How it refers.
    pub form: MentionForm,
    /// Whom it stands for.
    pub actor: ActorIndex,
    /// Why it stands for this actor: "same name", "surname", "acronym", "pronoun", ….
    pub reason: &'static str,
}

impl Mention {
    /// Why a title stands for a house of parliament.
    pub(super) const HOUSE: &'static str = "house of a title";
    /// Why a letter stands for a party.
    pub(super) const LETTER: &'static str = "letter of a party";

    /// Returns whether it is a title that stands for the house of its bearer: "*Sen.* Ana Weiss".
    pub fn is_house_of_title(&self) -> bool {
        self.form == MentionForm::Modifier && self.reason == Mention::HOUSE
    }

    /// Returns whether it is a letter that stands for a party: "Ana Weiss (*R*-Texas)".
    pub fn is_letter_of_party(&self) -> bool {
        self.form == MentionForm::Party && self.reason == Mention::LETTER
    }
}

/// The actors of a document and where they are mentioned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cast {
    /// The actors; an [`ActorIndex`] counts in this list.
    pub actors: Vec<Actor>,
    /// Their mentions, sorted by sentence and head.
    pub mentions: Vec<Mention>,
    /// Whom else a mention stands for, by sentence and head: "Norland and Sudoria … *they*".
    pub joint: BTreeMap<(u32, u32), Vec<ActorIndex>>,
    /// Whose the body is that a shared modifier stands for, by sentence and head: Chad in "the leaders of Mali and
    /// *Chad*".
    pub sharers: BTreeMap<(u32, u32), ActorIndex>,
    /// For every actor, whether it is a group or person without a name.
    pub unnamed: Vec<bool>,
    /// Who is at the head of a state on the day of the document, by the tables.
    pub rulers: BTreeSet<ActorIndex>,
    /// The state that the document is about, if one stands out.
    pub home: Option<ActorIndex>,
}

impl Cast {
    /// Returns the mention headed by a word, in logarithmic time.
    pub fn at(&self, sentence: u32, head: u32) -> Option<&Mention> {
        self.mentions
            .binary_search_by_key(&(sentence, head), |m| (m.sentence, m.head))
            .ok()
            .map(|i| &self.mentions[i])
    }

    /// Returns whom the mention headed by a word stands for besides its own actor.
    pub fn others(&self, sentence: u32, head: u32) -> &[ActorIndex] {
        self.joint.get(&(sentence, head)).map_or(&[], Vec::as_slice)
    }

    /// Returns whether an actor is a group or person of whom the text gives no name.
    pub fn is_unnamed(&self, index: ActorIndex) -> bool {
        self.unnamed[index.0 as usize]
    }

    /// Returns an actor's kind as frames see it: an unnamed person, "a nurse", stands for a group.
    pub fn kind_in_frames(&self, index: ActorIndex) -> ActorKind {
        match self.is_unnamed(index) {
            true => ActorKind::Group,
            false => self.actor(index).kind,
        }
    }

    /// Returns an actor of this cast.
    pub fn actor(&self, index: ActorIndex) -> &Actor {
        &self.actors[index.0 as usize]
    }
}
