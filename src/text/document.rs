//! What is read: one article.

use crate::span::Span;
use jiff::civil::Date;

/// One article with its text as given and what is known of its publication.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Stable name: the path as given, the `id` of a record, or the address of an archived page.
    pub name: String,
    /// The text exactly as read; every span points into it.
    pub text: String,
    /// Headline, where known.
    pub title: Option<String>,
    /// Publisher, where known.
    pub outlet: Option<String>,
    /// Date of publication, where known.
    pub date: Option<Date>,
    /// Address, where known.
    pub url: Option<String>,
    /// Writer, where the page or record names one.
    pub author: Option<String>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// A headline or section heading: one sentence without a full stop.
    Heading,
    /// A paragraph, list item or caption of running prose.
    Paragraph,
}

/// A stretch of a document that holds prose: no byline, credit, tag list or advertisement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: PassageKind,
}
