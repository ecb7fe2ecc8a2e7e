//! How well the model reads a treebank.

use super::clock::Clock;
use super::conllu::{ConlluError, Treebank, read_conllu};
use super::model::Syntax;
use super::named::NameScores;
use super::token::{Sentence, Token, Upos};
use crate::span::Span;
use crate::text::{Passage, PassageKind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A word with the place of its head.
type Placed = (Token, Option<Span>);

/// Scores in percent, once with the treebank's words and once from its running text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SyntaxScores {
    /// How many words the treebank has.
    pub words: usize,
    /// With the treebank's words: right parts of speech.
    pub upos: f64,
    /// Right Penn tags.
    pub xpos: f64,
    /// Right lemmas; capitals count for proper nouns only.
    pub lemmas: f64,
    /// Right heads.
    pub uas: f64,
    /// Right heads with the right relation, subtype included.
    pub las: f64,
    /// The same for content words only.
    pub clas: f64,
    /// F1 of subjects and objects of verbs (`nsubj`, `nsubj:pass`, `obj`) with their heads.
    pub arguments: f64,
    /// Names of people, places and organizations, where the treebank has them.
    pub names: Option<NameScores>,
    /// From running text: F1 of words.
    pub raw_words: f64,
    /// F1 of sentences.
    pub raw_sentences: f64,
    /// F1 of words with the right part of speech.
    pub raw_upos: f64,
    /// F1 of words with the right head.
    pub raw_uas: f64,
    /// F1 of words with the right head and relation, without subtypes as CoNLL 2018 counts.
    pub raw_las: f64,
    /// Words of running text that one processor reads in a second, from text to trees and names.
    pub speed: Option<f64>,
}

impl fmt::Display for SyntaxScores {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{} words", self.words)?;
        writeln!(
            f,
            "given words   UPOS   XPOS  lemma    UAS    LAS   CLAS  arguments"
        )?;
        let given = [
            self.upos,
            self.xpos,
            self.lemmas,
            self.uas,
            self.las,
            self.clas,
        ];
        write!(f, "           ")?;
        given
            .iter()
            .try_for_each(|score| write!(f, " {score:6.2}"))?;
        writeln!(f, " {:10.2}", self.arguments)?;
        writeln!(f, "running text words  sents   UPOS    UAS    LAS")?;
        let raw = [
            self.raw_words,
            self.raw_sentences,
            self.raw_upos,
            self.raw_uas,
            self.raw_las,
        ];
        write!(f, "           ")?;
        raw.iter().try_for_each(|score| write!(f, " {score:6.2}"))?;
        if let Some(names) = &self.names {
            write!(f, "\n{names}")?;
        }
        if let Some(speed) = &self.speed {
            write!(f, "\n{speed:.0} words a second of one processor")?;
        }
        Ok(())
    }
}

/// Scores the embedded model on a treebank in CoNLL-U.
///
/// # Errors
///
/// Names the first line that is not CoNLL-U.
pub fn evaluate(gold: &str) -> Result<SyntaxScores, ConlluError> {
    let bank = read_conllu(gold)?;
    let syntax = Syntax::embedded();
    let segmented = bank
        .sentences
        .iter()
        .map(|s| (s.passage, s.tokens.iter().map(|t| t.span).collect()));
    let given = syntax
        .annotate(vec![(&bank.text, segmented.collect())])
        .remove(0);
    let clock = Clock::start();
    let raw = syntax.parse(&bank.text, &paragraphs(&bank.text));
    let words: usize = raw.iter().map(|s| s.tokens.len()).sum();
    let speed = words as f64 / clock.seconds();
    Ok(SyntaxScores {
        speed: Some(speed),
        ..score(&bank, &given, &raw)
    })
}

/// Scores another parser's trees of the treebank's words, in CoNLL-U too.
///
/// # Errors
///
/// Names the first line that is not CoNLL-U, or the first that has another text than the treebank.
pub fn evaluate_trees(gold: &str, trees: &str) -> Result<SyntaxScores, ConlluError> {
    let (bank, found) = (read_conllu(gold)?, read_conllu(trees)?);
    let words = |bank: &Treebank| -> Vec<Vec<Span>> {
        let sentences = bank.sentences.iter();
        sentences
            .map(|s| s.tokens.iter().map(|t| t.span).collect())
            .collect()
    };
    if bank.text != found.text || words(&bank) != words(&found) {
        return Err(ConlluError {
            line: 1,
            problem: "the trees have other words than the treebank".to_string(),
        });
    }
    Ok(score(&bank, &found.sentences, &found.sentences))
}

fn score(bank: &Treebank, given: &[Sentence], raw: &[Sentence]) -> SyntaxScores {
    let mut scores = SyntaxScores::default();
    score_given(&bank.sentences, given, &mut scores);
    score_raw(&bank.sentences, raw, &mut scores);
    scores.names = NameScores::of(&bank.text, &bank.sentences, given);
    scores
}

fn paragraphs(text: &str) -> Vec<Passage> {
    let mut out = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let span = Span::new(start, start + paragraph.len());
        out.push(Passage {
            span,
            kind: PassageKind::Paragraph,
        });
        start += paragraph.len() + 2;
    }
    out
}

fn score_given(gold: &[Sentence], found: &[Sentence], scores: &mut SyntaxScores) {
    let pairs = || {
        gold.iter()
            .zip(found)
            .flat_map(|(g, f)| g.tokens.iter().zip(&f.tokens))
    };
    let percent = |of: &dyn Fn(&Token) -> bool, right: &dyn Fn(&Token, &Token) -> bool| {
        let counted: Vec<bool> = pairs()
            .filter(|(g, _)| of(g))
            .map(|(g, f)| right(g, f))
            .collect();
        ratio(
            counted.iter().filter(|right| **right).count(),
            counted.len(),
        )
    };
    let labelled = |g: &Token, f: &Token| g.head == f.head && g.dep == f.dep;
    scores.words = pairs().count();
    scores.upos = percent(&|_| true, &|g, f| g.upos == f.upos);
    scores.xpos = percent(&|_| true, &|g, f| g.xpos == f.xpos);
    scores.lemmas = percent(&|_| true, &same_lemma);
    scores.uas = percent(&|_| true, &|g, f| g.head == f.head);
    scores.las = percent(&|_| true, &labelled);
    scores.clas = percent(&|g| is_content(g.dep), &labelled);
    let of_gold = arguments(gold);
    let of_found = arguments(found);
    let both = of_gold.intersection(&of_found).count();
    scores.arguments = ratio(2 * both, of_gold.len() + of_found.len());
}

/// Subjects and objects of verbs: sentence, word, head and relation.
fn arguments(sentences: &[Sentence]) -> BTreeSet<(usize, usize, u32, &'static str)> {
    let mut found = BTreeSet::new();
    for (number, sentence) in sentences.iter().enumerate() {
        for (word, token) in sentence.tokens.iter().enumerate() {
            if let (Some(head), "nsubj" | "nsubj:pass" | "obj") = (token.head, token.dep)
                && sentence.tokens[head as usize].upos == Upos::Verb
            {
                found.insert((number, word, head, token.dep));
            }
        }
    }
    found
}

fn score_raw(gold: &[Sentence], found: &[Sentence], scores: &mut SyntaxScores) {
    let words = |sentences: &[Sentence]| -> BTreeMap<Span, (Token, Option<Span>)> {
        let each = sentences.iter().flat_map(|s| {
            s.tokens.iter().map(|t| {
                (
                    t.span,
                    (t.clone(), t.head.map(|h| s.tokens[h as usize].span)),
                )
            })
        });
        each.collect()
    };
    let (g, f) = (words(gold), words(found));
    let f1 = |right: &dyn Fn(&Placed, &Placed) -> bool| {
        let matches = f
            .iter()
            .filter(|(span, found)| g.get(span).is_some_and(|gold| right(gold, found)));
        ratio(2 * matches.count(), g.len() + f.len())
    };
    let base = |dep: &'static str| dep.split(':').next();
    scores.raw_words = f1(&|_, _| true);
    scores.raw_upos = f1(&|g, f| g.0.upos == f.0.upos);
    scores.raw_uas = f1(&|g, f| g.1 == f.1);
    scores.raw_las = f1(&|g, f| g.1 == f.1 && base(g.0.dep) == base(f.0.dep));
    let spans: Vec<Span> = gold.iter().map(|s| s.span).collect();
    let right = found
        .iter()
        .filter(|s| spans.binary_search(&s.span).is_ok())
        .count();
    scores.raw_sentences = ratio(2 * right, gold.len() + found.len());
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        100.0 * part as f64 / whole as f64
    }
}

fn same_lemma(gold: &Token, found: &Token) -> bool {
    let proper = matches!(gold.xpos, "NNP" | "NNPS");
    if proper {
        gold.lemma == found.lemma
    } else {
        gold.lemma.to_lowercase() == found.lemma.to_lowercase()
    }
}

/// Returns whether CLAS counts the relation.
fn is_content(dep: &str) -> bool {
    let base = dep.split(':').next().unwrap_or(dep);
    !matches!(
        base,
        "aux" | "case" | "cc" | "clf" | "cop" | "det" | "mark" | "punct"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_sentence_scores_full_marks() {
        let gold = "1\tRebels\trebel\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tseized\tseize\tVERB\tVBD\t_\t0\troot\t_\t_\n\
            3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\t_\n4\tport\tport\tNOUN\tNN\t_\t2\tobj\t_\tSpaceAfter=No\n\
            5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";
        let scores = evaluate(gold).unwrap();
        assert_eq!(
            (
                scores.words,
                scores.las,
                scores.raw_las,
                scores.raw_sentences
            ),
            (5, 100.0, 100.0, 100.0)
        );
        assert!(scores.to_string().contains("5 words\n"));
        assert!(
            scores
                .to_string()
                .contains(" words a second of one processor")
        );
    }
}
