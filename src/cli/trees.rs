//! Reading trees that another parser has made.

use super::input;
use std::collections::BTreeMap;
use std::path::Path;
use whom::syntax::{Sentence, read_conllu};
use whom::text::{Document, Passage, PassageKind};
use whom::{Error, Reading, Result, Whom};

/// Reads a file of CoNLL-U; its text is put together from the words.
pub fn read_trees(whom: &Whom, path: &Path) -> Result<Reading> {
    let (source, name) = input::read(path)?;
    let bank = read_conllu(&source).map_err(|error| {
        Error::data(&name, error.line, format!("not CoNLL-U: {}", error.problem))
    })?;
    let document = Document {
        name: name.display().to_string(),
        text: bank.text,
        ..Document::default()
    };
    let passages = passages(&bank.sentences);
    Ok(whom.read_parsed(&document, &passages, &bank.sentences))
}

/// Returns the paragraphs that sentences stand in.
fn passages(sentences: &[Sentence]) -> Vec<Passage> {
    let mut spans: BTreeMap<u32, whom::Span> = BTreeMap::new();
    for sentence in sentences {
        let span = spans.entry(sentence.passage).or_insert(sentence.span);
        *span = span.join(sentence.span);
    }
    let last = spans.keys().next_back().map_or(0, |last| last + 1);
    let passage = |number: u32| Passage {
        span: spans.get(&number).copied().unwrap_or_default(),
        kind: PassageKind::Paragraph,
    };
    (0..last).map(passage).collect()
}
