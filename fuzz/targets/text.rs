//! Any text: read twice, explained, its parts checked.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use whom::Whom;
use whom::jiff::civil::{Date, date};
use whom::syntax::Syntax;
use whom::text::{self, Document};
use whom_fuzz::{reading, timed};

static WHOM: LazyLock<Whom> = LazyLock::new(|| Whom::new().expect("the binary's own data loads"));

/// Days at which reckoning may go wrong.
const DAYS: [Option<Date>; 5] = [
    None,
    Some(date(2024, 2, 29)),
    Some(Date::MAX),
    Some(Date::MIN),
    Some(date(2023, 12, 31)),
];

fuzz_target!(init: {
    // What is loaded once is not the first input's doing.
    WHOM.read(&Document::default());
}, |text: &str| timed(text.as_bytes(), || {
    // The length chooses what else there is, so that the corpus is plain text.
    let document = Document {
        name: "fuzz".to_owned(),
        text: text.to_owned(),
        date: DAYS[text.len() % DAYS.len()],
        title: text
            .lines()
            .next()
            .filter(|_| text.len().is_multiple_of(3))
            .map(str::to_owned),
        ..Document::default()
    };
    let passages = text::passages(&document);
    reading::check_passages(&document, &passages);
    let sentences = Syntax::embedded().parse(&document.text, &passages);
    reading::check_sentences(&document, &passages, &sentences);
    let read = WHOM.read_parsed(&document, &passages, &sentences);
    reading::check(&document, &read);
    if text.len().is_multiple_of(4) {
        assert_eq!(
            reading::json(&WHOM.read(&document)),
            reading::json(&read),
            "read twice"
        );
    }
    if text.len().is_multiple_of(7) {
        WHOM.explain(&document, Some(text.len() % 9));
        WHOM.explain(&document, None);
    }
}));
