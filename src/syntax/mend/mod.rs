//! What trees read word by word get wrong in news, set right by rules that say why: one rule a file.

mod announcements;
mod appositions;
mod cases;
mod commas;
mod comments;
mod complements;
mod coordination;
mod dashes;
mod gerunds;
mod offices;
mod participles;
mod pronouns;
mod relatives;
mod subjects;
mod verbless;
mod verbs;

pub(crate) use pronouns::is_of_somebody;

use super::parser::Analysis;
use super::token::Sentence;

/// Mends what the labels alone show to be wrong.
pub(super) fn labels(analysis: &mut Analysis) {
    subjects::mend(analysis);
    appositions::mend(analysis);
}

/// Mends what only the words show to be wrong.
pub(super) fn words(text: &str, sentences: &mut [Sentence]) {
    for sentence in sentences {
        let tokens = &mut sentence.tokens;
        verbs::mend(tokens, &sentence.names);
        dashes::mend(text, tokens, &mut sentence.names);
        comments::mend(text, tokens);
        verbless::mend(text, tokens);
        announcements::mend(tokens);
        commas::mend(text, tokens);
        complements::mend(tokens);
        gerunds::mend(tokens);
        coordination::mend(tokens);
        relatives::mend(text, tokens);
        participles::mend(tokens);
        cases::mend(text, tokens, &sentence.names);
        pronouns::mend(text, tokens);
        offices::mend(text, tokens, &mut sentence.names);
    }
}

/// Returns the first sentence of a text as the model and all rules have it.
#[cfg(test)]
fn parsed(text: &str) -> Sentence {
    let passage = crate::text::Passage {
        span: crate::Span::new(0, text.len()),
        kind: crate::text::PassageKind::Paragraph,
    };
    let sentences = super::Syntax::embedded().parse(text, &[passage]);
    sentences
        .into_iter()
        .next()
        .expect("the text is a sentence")
}
