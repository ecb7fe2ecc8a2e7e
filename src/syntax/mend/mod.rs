//! What trees read word by word get wrong in news, set right by rules that say why: one rule a file.
//!
//! Whatever the rules make of a sentence, it stays a tree: where they leave none, its words hang as they did before. Tags, lemmas
//! and names, which need no tree, stay as mended.

mod adverbials;
mod announcements;
mod appositions;
mod cases;
mod causatives;
mod commas;
mod comments;
mod complements;
mod coordination;
mod dashes;
mod gerunds;
mod lists;
mod nationalities;
mod offices;
mod participles;
mod pronouns;
mod relatives;
mod sequences;
mod subjects;
mod verbless;
mod verbs;

pub(crate) use pronouns::is_of_somebody;

use super::lemmas::Lemmas;
use super::parser::Analysis;
use super::token::{Sentence, Token};
use super::tree::is_tree;

/// Mends what the labels alone show to be wrong.
pub(super) fn labels(analysis: &mut Analysis) {
    let before = (analysis.heads.clone(), analysis.deps.clone());
    subjects::mend(analysis);
    appositions::mend(analysis);
    if !is_tree(analysis.heads.iter().copied()) {
        (analysis.heads, analysis.deps) = before;
    }
}

/// Mends what only the words show to be wrong.
pub(super) fn words(text: &str, sentences: &mut [Sentence], lemmas: &Lemmas) {
    for sentence in sentences {
        let tokens = &mut sentence.tokens;
        let before: Vec<Arc> = tokens.iter().map(|token| (token.head, token.dep)).collect();
        verbs::mend(tokens, &sentence.names);
        dashes::mend(text, tokens, &mut sentence.names);
        comments::mend(text, tokens);
        verbless::mend(text, tokens);
        announcements::mend(tokens);
        commas::mend(text, tokens);
        complements::mend(tokens);
        gerunds::mend(text, tokens, lemmas);
        coordination::mend(tokens);
        lists::mend(tokens);
        nationalities::mend(text, tokens, &sentence.names);
        relatives::mend(text, tokens, &sentence.names);
        participles::mend(tokens);
        cases::mend(text, tokens, &sentence.names);
        adverbials::mend(tokens);
        causatives::mend(tokens);
        sequences::mend(text, tokens);
        pronouns::mend(text, tokens);
        offices::mend(text, tokens, &mut sentence.names);
        keep_tree(tokens, &before);
    }
}

/// Whether a word is another or hangs under it; ends also where heads go in a circle.
fn under(tokens: &[Token], word: usize, other: usize) -> bool {
    let above = |i: &usize| tokens[*i].head.map(|head| head as usize);
    let path = std::iter::successors(Some(word), above);
    path.take(tokens.len()).any(|i| i == other)
}

/// The head of a word and how it hangs on it.
type Arc = (Option<u32>, &'static str);

/// Hangs the words as before where they are no tree.
fn keep_tree(tokens: &mut [Token], before: &[Arc]) {
    if !is_tree(tokens.iter().map(|token| token.head)) {
        for (token, (head, dep)) in tokens.iter_mut().zip(before) {
            (token.head, token.dep) = (*head, dep);
        }
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

#[cfg(test)]
mod tests {
    use super::{keep_tree, parsed};

    #[test]
    fn what_is_no_tree_is_taken_back() {
        let mut sentence = parsed("Norway sent tanks to Latvia.");
        let tokens = &mut sentence.tokens;
        let before: Vec<_> = tokens.iter().map(|t| (t.head, t.dep)).collect();
        // "Latvia" on "tanks" is a tree, "sent" on "tanks" is a circle, "tanks" as a second root is none.
        (tokens[4].head, tokens[4].dep) = (Some(2), "nmod");
        keep_tree(tokens, &before);
        assert_eq!((tokens[4].head, tokens[4].dep), (Some(2), "nmod"));
        for wrong in [(1, Some(2)), (2, None)] {
            tokens[wrong.0].head = wrong.1;
            keep_tree(tokens, &before);
            let now: Vec<_> = tokens.iter().map(|t| (t.head, t.dep)).collect();
            assert_eq!(now, before);
        }
    }
}
