//! The front door.

use crate::data::Data;
use crate::error::{Error, Result};
use crate::reading::{Publication, Reading};
use crate::span::Span;
use crate::syntax::{Sentence, Syntax};
use crate::text::{self, Document, Passage};
use crate::{actors, claims};
use std::path::Path;

/// Reads documents: the syntax model with the knowledge it reads by.
///
/// ```
/// use whom::{Whom, text::Document};
/// let whom = Whom::new()?;
/// let text = "Reuters reported that Norway had sent trucks to Latvia.".to_owned();
/// let reading = whom.read(&Document { text, ..Document::default() });
/// assert!(reading.claims.iter().any(|claim| claim.relation == "supplies"));
/// # Ok::<(), whom::Error>(())
/// ```
#[derive(Debug)]
pub struct Whom {
    data: Data,
    events: bool,
}

impl Whom {
    /// Returns a reader with the data that the binary carries.
    ///
    /// # Errors
    ///
    /// None that a released binary can give: a test loads the embedded data.
    pub fn new() -> Result<Whom> {
        Ok(Whom {
            data: Data::embedded()?,
            events: false,
        })
    }

    /// Returns a reader with the data of a folder; what the folder lacks is the binary's own.
    ///
    /// # Errors
    ///
    /// Names the file, the line and what is allowed there.
    pub fn with_data(folder: impl AsRef<Path>) -> Result<Whom> {
        Ok(Whom {
            data: Data::from_folder(folder)?,
            events: false,
        })
    }

    /// Returns a reader that knows the actors of a file as well: a table laid out like
    /// `src/data/en/actors.tsv`, or a dictionary of actors or agents in the format of PETRARCH.
    ///
    /// Comes with an error for every line of a dictionary that was passed over.
    ///
    /// # Errors
    ///
    /// Names the file, the line and what is allowed there.
    pub fn with_actors(self, file: impl AsRef<Path>) -> Result<(Whom, Vec<Error>)> {
        let (data, passed_over) = self.data.with_actors(file)?;
        let events = self.events;
        Ok((Whom { data, events }, passed_over))
    }

    /// Returns a reader whose readings tell how sure the text is of every event, also of those in no claim.
    ///
    /// ```
    /// use whom::{Whom, claims::Status, text::Document};
    /// let text = "The harbour may reopen.".to_owned();
    /// let reading = Whom::new()?.with_events().read(&Document { text, ..Document::default() });
    /// assert_eq!(reading.events[0].status, Status::Possible);
    /// # Ok::<(), whom::Error>(())
    /// ```
    #[must_use]
    pub fn with_events(self) -> Whom {
        Whom {
            events: true,
            ..self
        }
    }

    /// Reads a document. Odd input gives a poorer reading, never an error.
    pub fn read(&self, document: &Document) -> Reading {
        let passages = text::passages(document);
        let mut readings = self.read_together(&[(document, &passages)]);
        readings.pop().unwrap_or_default()
    }

    /// Reads documents with their [passages](text::passages), each as [`Whom::read`] does, in less time than one by one.
    pub fn read_together(&self, documents: &[(&Document, &[Passage])]) -> Vec<Reading> {
        let each = documents.iter();
        let texts: Vec<(&str, &[Passage])> = each.map(|(d, p)| (&*d.text, *p)).collect();
        let parsed = Syntax::embedded().parse_together(&texts);
        let each = documents.iter().zip(&parsed);
        each.map(|((document, passages), sentences)| {
            self.read_parsed(document, passages, sentences)
        })
        .collect()
    }

    /// Reads a document whose sentences another parser has given.
    pub fn read_parsed(
        &self,
        document: &Document,
        passages: &[Passage],
        sentences: &[Sentence],
    ) -> Reading {
        let cast = actors::find(&self.data.gazetteer, document, sentences);
        let findings = claims::read(
            &self.data.lexicon,
            document,
            passages,
            sentences,
            &cast,
            self.events,
        );
        Reading {
            document: Publication::of(document),
            actors: cast.actors,
            claims: findings.claims,
            attributions: findings.attributions,
            events: findings.events,
        }
    }

    /// Describes how the sentences that touch a line were read; of the whole document for `None`.
    pub fn explain(&self, document: &Document, line: Option<usize>) -> String {
        let passages = text::passages(document);
        let sentences = Syntax::embedded().parse(&document.text, &passages);
        let cast = actors::find(&self.data.gazetteer, document, &sentences);
        let wanted = line_span(&document.text, line);
        let lexicon = &self.data.lexicon;
        let found = claims::read(lexicon, document, &passages, &sentences, &cast, false);
        claims::explain(lexicon, document, &sentences, &cast, &found.claims, wanted)
    }

    /// Returns the sentences that touch a line with their trees; of the whole document for `None`.
    pub fn sentences(&self, document: &Document, line: Option<usize>) -> Vec<Sentence> {
        let passages = text::passages(document);
        let wanted = line_span(&document.text, line);
        let mut sentences = Syntax::embedded().parse(&document.text, &passages);
        sentences.retain(|s| s.span.start < wanted.end && s.span.end > wanted.start);
        sentences
    }

    /// Returns the knowledge that the reader reads with.
    pub fn data(&self) -> &Data {
        &self.data
    }
}

/// Returns the span of a line, counted from 1; of the whole text for `None`.
fn line_span(text: &str, line: Option<usize>) -> Span {
    let Some(line) = line else {
        return Span::new(0, text.len());
    };
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let length = text[before..].find('\n').unwrap_or(text.len() - before);
    Span::new(before, before + length)
}
