//! What holds of every reading.

use std::collections::BTreeSet;
use whom::actors::ActorIndex;
use whom::claims::CharSpan;
use whom::export::{parse_reading, write_reading};
use whom::syntax::Sentence;
use whom::text::{Document, Passage};
use whom::{Reading, Span};

/// Returns a reading as one line of JSON.
pub fn json(reading: &Reading) -> String {
    let mut line = Vec::new();
    write_reading(reading, &mut line).expect("memory can be written");
    String::from_utf8(line).expect("JSON is UTF-8")
}

/// Checks that passages lie in their document, in order, on the edges of characters.
pub fn check_passages(document: &Document, passages: &[Passage]) {
    for passage in passages {
        check_span(&document.text, passage.span);
    }
    for two in passages.windows(2) {
        assert!(two[0].span.end <= two[1].span.start, "{two:?}");
    }
}

/// Checks that sentences and their words lie in their passages, and that heads and names are words.
pub fn check_sentences(document: &Document, passages: &[Passage], sentences: &[Sentence]) {
    for sentence in sentences {
        check_span(&document.text, sentence.span);
        let passage = passages[sentence.passage as usize].span;
        assert!(passage.contains(sentence.span), "{sentence:?}");
        let words = sentence.tokens.len() as u32;
        for token in &sentence.tokens {
            check_span(&document.text, token.span);
            assert!(sentence.span.contains(token.span), "{token:?}");
            assert!(token.head.is_none_or(|head| head < words), "{token:?}");
        }
        for name in &sentence.names {
            assert!(name.first <= name.last && name.last < words, "{name:?}");
        }
        check_tree(sentence);
    }
}

/// Checks that every word hangs on a root.
fn check_tree(sentence: &Sentence) {
    for start in 0..sentence.tokens.len() {
        let mut at = start;
        let mut steps = 0;
        while let Some(head) = sentence.tokens[at].head {
            at = head as usize;
            steps += 1;
            assert!(steps <= sentence.tokens.len(), "a circle: {sentence:?}");
        }
    }
}

fn check_span(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{span:?}");
}

/// Checks that a reading points into its document and at its own actors, and travels as JSON.
pub fn check(document: &Document, reading: &Reading) {
    let characters: Vec<char> = document.text.chars().collect();
    let under = |span: CharSpan| -> String {
        let found = characters.get(span.start as usize..span.end as usize);
        found.unwrap_or_else(|| panic!("{span:?}")).iter().collect()
    };
    let known = |actor: ActorIndex| assert!((actor.0 as usize) < reading.actors.len());
    let names: BTreeSet<&str> = reading.actors.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names.len(), reading.actors.len(), "two have one name");
    for claim in &reading.claims {
        known(claim.source);
        known(claim.target);
        claim.attributed_to.iter().copied().for_each(known);
        assert_eq!(claim.evidence, under(claim.spans.sentence));
        for span in [claim.spans.source, claim.spans.target, claim.spans.trigger] {
            assert!(!under(span).is_empty(), "{claim:?}");
        }
        claim.spans.cue.map(under);
        claim.spans.content.map(under);
    }
    for attribution in &reading.attributions {
        attribution.speaker.into_iter().for_each(known);
        under(attribution.source);
        attribution.cue.map(under);
        attribution
            .content
            .iter()
            .copied()
            .map(under)
            .for_each(drop);
    }
    let line = json(reading);
    let back = parse_reading(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
    assert_eq!(json(&back), line);
}
