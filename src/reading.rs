//! What was found in one document.

use crate::actors::Actor;
use crate::claims::{Attribution, Claim, EventStatus};
use crate::text::{Document, fingerprint};
use jiff::civil::Date;

/// What a reading keeps of its document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// Stable name of the document.
    pub name: String,
    /// Headline, where known.
    pub title: Option<String>,
    /// Publisher, where known.
    pub outlet: Option<String>,
    /// Date of publication, where known.
    pub date: Option<Date>,
    /// Address, where known.
    pub url: Option<String>,
    /// Hash of the text with white space folded: the same text printed twice has one fingerprint.
    pub fingerprint: String,
    /// Writer, where known.
    pub author: Option<String>,
    /// The text that this one repeats: it was read there, and this is a further place of publication.
    pub same_as: Option<SameAs>,
}

/// The document that another repeats.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SameAs {
    /// Its name.
    pub document: String,
    /// Its fingerprint.
    pub fingerprint: String,
}

impl Publication {
    /// Returns what is known of a document.
    pub fn of(document: &Document) -> Publication {
        Publication {
            name: document.name.clone(),
            title: document.title.clone(),
            outlet: document.outlet.clone(),
            date: document.date,
            url: document.url.clone(),
            fingerprint: fingerprint(&document.text),
            author: document.author.clone(),
            same_as: None,
        }
    }
}

/// The actors, claims and attributions of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The document.
    pub document: Publication,
    /// Its actors; names are unique.
    pub actors: Vec<Actor>,
    /// Its claims in the order of the text.
    pub claims: Vec<Claim>,
    /// Who says what, in the order of the text.
    pub attributions: Vec<Attribution>,
    /// The status of every event, in the order of the text; empty where it was not asked for.
    pub events: Vec<EventStatus>,
}
