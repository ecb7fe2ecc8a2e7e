//! The front door of syntax: text in, annotated sentences out.

use super::agreement::agree;
use super::lemmas::Lemmas;
use super::mend;
use super::names::collect;
use super::parser::{Analysis, Parser};
use super::sentences::sentences;
use super::token::{Sentence, Token};
use super::vocabulary::Vocabulary;
use super::weights::SyntaxError;
use super::words::words;
use crate::span::Span;
use crate::text::Passage;
use std::sync::OnceLock;

static EMBEDDED: &[u8] = include_bytes!("../data/en/model.bin");

/// Sentences as the places of their words, each with the number of its passage.
pub(super) type Segmented = Vec<(u32, Vec<Span>)>;

/// The English model: words, sentences, tags, lemmas, trees and names.
pub struct Syntax {
    parser: Parser,
    lemmas: Lemmas,
}

impl Syntax {
    /// Returns the model in the program, loaded once.
    ///
    /// ```
    /// use whom::syntax::Syntax;
    /// use whom::text::{Passage, PassageKind};
    /// use whom::Span;
    ///
    /// let text = "Rebels seized the port.";
    /// let passage = Passage { span: Span::new(0, text.len()), kind: PassageKind::Paragraph };
    /// let sentences = Syntax::embedded().parse(text, &[passage]);
    /// assert_eq!(&*sentences[0].tokens[1].lemma, "seize");
    /// assert_eq!(sentences[0].tokens[0].dep, "nsubj");
    /// ```
    pub fn embedded() -> &'static Syntax {
        static SYNTAX: OnceLock<Syntax> = OnceLock::new();
        SYNTAX
            .get_or_init(|| Syntax::from_bytes(EMBEDDED).expect("a test loads the embedded model"))
    }

    /// Reads a model that the trainer wrote.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the bytes: no model, another format, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Syntax, SyntaxError> {
        Ok(Syntax {
            parser: Parser::read(bytes)?,
            lemmas: Lemmas::embedded(),
        })
    }

    /// Returns the sentences of the passages of a text, in order.
    ///
    /// Any text gives an answer; a passage that does not fit the text gives no sentence.
    pub fn parse(&self, text: &str, passages: &[Passage]) -> Vec<Sentence> {
        let mut parsed = self.parse_together(&[(text, passages)]);
        parsed.pop().unwrap_or_default()
    }

    /// Returns the sentences of several texts, each as [`Syntax::parse`] gives them, in less time:
    /// the network takes sentences of like length together, and makes of a word alone what it can only once.
    pub fn parse_together(&self, texts: &[(&str, &[Passage])]) -> Vec<Vec<Sentence>> {
        let segmented = texts.iter().map(|(text, passages)| {
            let mut segmented = Vec::new();
            for (passage, index) in passages.iter().zip(0..) {
                let words = words(text, passage.span);
                for range in sentences(text, &words) {
                    segmented.push((index, words[range].to_vec()));
                }
            }
            (*text, segmented)
        });
        self.annotate(segmented.collect())
    }

    /// Annotates sentences of texts whose words are known, each with the number of its passage.
    pub(super) fn annotate(&self, texts: Vec<(&str, Segmented)>) -> Vec<Vec<Sentence>> {
        let mut vocabulary = Vocabulary::default();
        let mut numbers: Vec<Vec<u32>> = Vec::new();
        for (text, segmented) in &texts {
            numbers.extend(segmented.iter().map(|(_, words)| {
                let each = words.iter();
                each.map(|word| vocabulary.number(word.of(text))).collect()
            }));
        }
        let mut analyses = self.parser.analyze(&vocabulary, &numbers).into_iter();
        let annotated = texts.into_iter().map(|(text, segmented)| {
            let mut sentences: Vec<Sentence> = segmented
                .into_iter()
                .zip(&mut analyses)
                .filter_map(|((passage, words), analysis)| {
                    self.sentence(text, passage, &words, &analysis)
                })
                .collect();
            agree(text, &mut sentences);
            mend::words(text, &mut sentences, &self.lemmas);
            sentences
        });
        annotated.collect()
    }

    fn sentence(
        &self,
        text: &str,
        passage: u32,
        words: &[Span],
        analysis: &Analysis,
    ) -> Option<Sentence> {
        let span = words.first()?.join(*words.last()?);
        let tokens = words.iter().enumerate().map(|(i, word)| Token {
            span: *word,
            lemma: self.lemmas.lemma(word.of(text), analysis.xpos[i]),
            upos: analysis.upos[i],
            xpos: analysis.xpos[i],
            head: analysis.heads[i],
            dep: analysis.deps[i],
        });
        let forms: Vec<&str> = words.iter().map(|word| word.of(text)).collect();
        let names = collect(&analysis.names, &forms);
        Some(Sentence {
            span,
            passage,
            tokens: tokens.collect(),
            names,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::PassageKind;

    fn parse(text: &str) -> Vec<Sentence> {
        let passage = Passage {
            span: Span::new(0, text.len()),
            kind: PassageKind::Paragraph,
        };
        Syntax::embedded().parse(text, &[passage])
    }

    /// Writes a tree as `word<relation<head`, leaving out punctuation and function words.
    fn check(text: &str, expected: &str) {
        let sentences = parse(text);
        let mut found = Vec::new();
        for sentence in &sentences {
            for token in &sentence.tokens {
                if matches!(
                    token.dep,
                    "nsubj"
                        | "nsubj:pass"
                        | "obj"
                        | "obl:agent"
                        | "root"
                        | "ccomp"
                        | "iobj"
                        | "obl"
                ) {
                    let head = token
                        .head
                        .map_or("", |head| sentence.tokens[head as usize].span.of(text));
                    found.push(format!("{}<{}<{head}", token.span.of(text), token.dep));
                }
            }
        }
        assert_eq!(found.join(" "), expected);
    }

    fn names(text: &str, expected: &str) {
        let mut found = Vec::new();
        for sentence in parse(text) {
            for name in &sentence.names {
                let span = sentence.tokens[name.first as usize]
                    .span
                    .join(sentence.tokens[name.last as usize].span);
                found.push(format!("{}/{}", span.of(text), name.kind.as_str()));
            }
        }
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn the_card_belongs_to_the_weights() {
        use sha2::{Digest, Sha256};
        let card: toml::Table = include_str!("../data/en/model.toml")
            .parse()
            .expect("the card is TOML");
        let digest = Sha256::digest(EMBEDDED);
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(card["sha256"].as_str(), Some(digest.as_str()));
        assert_eq!(
            card["size"].as_integer(),
            i64::try_from(EMBEDDED.len()).ok()
        );
    }

    #[test]
    fn clauses() {
        check(
            "Rebels seized the port.",
            "Rebels<nsubj<seized seized<root< port<obj<seized",
        );
        check(
            "The ambassador was expelled by the government.",
            "ambassador<nsubj:pass<expelled expelled<root< government<obl:agent<expelled",
        );
        check(
            "The minister said that troops had attacked the town.",
            "minister<nsubj<said said<root< troops<nsubj<attacked attacked<ccomp<said town<obj<attacked",
        );
    }

    #[test]
    fn headlines() {
        check(
            "Minister Accuses Rebels",
            "Minister<nsubj<Accuses Accuses<root< Rebels<obj<Accuses",
        );
        check(
            "France expels two diplomats",
            "France<nsubj<expels expels<root< diplomats<obj<expels",
        );
    }

    #[test]
    fn proper_names() {
        names(
            "The president of Kenya met Angela Merkel in Berlin.",
            "Kenya/GPE Angela Merkel/PERSON Berlin/GPE",
        );
        names("French troops left the town.", "French/NORP");
    }

    /// Whatever the text, spans slice it, words are ordered, and each tree has one root and no cycle.
    fn hold(text: &str) {
        for sentence in parse(text) {
            assert!(!sentence.tokens.is_empty());
            let mut end = 0;
            for token in &sentence.tokens {
                assert!(token.span.start >= end && token.span.start < token.span.end);
                assert!(
                    text.get(token.span.range())
                        .is_some_and(|word| !word.contains(char::is_whitespace))
                );
                end = token.span.end;
            }
            let heads: Vec<Option<u32>> = sentence.tokens.iter().map(|token| token.head).collect();
            assert_eq!(heads.iter().filter(|head| head.is_none()).count(), 1);
            for start in 0..heads.len() {
                let mut steps = 0;
                let mut at = start;
                while let Some(head) = heads[at] {
                    (at, steps) = (head as usize, steps + 1);
                    assert!(steps <= heads.len());
                }
            }
            let mut last = None;
            for name in &sentence.names {
                assert!(name.first <= name.last && (name.last as usize) < heads.len());
                assert!(last.is_none_or(|last| last < name.first));
                last = Some(name.last);
            }
        }
    }

    #[test]
    fn odd_text_gives_trees() {
        for text in [
            "",
            " ",
            "\u{feff}",
            ".",
            "...",
            "'",
            "’’",
            "\"\"\"",
            "- - -",
            "—",
            "((((",
            "a",
            "Ж",
            "日本語。",
            "e\u{301}",
            "\u{200b}x\u{200b}",
            "n't",
            "'s",
            "$",
            "%%%",
            "U.S.",
            "...a",
            "a...",
            "@",
            "#",
            "://",
            "a@b.",
            "😀😀",
            "\0\n\t\r",
            "x.Y",
            "said.”The",
            "'''s's's",
            "-a-",
            "--",
            "/",
            "a/b/c/d",
            "1-2-3-",
            "½",
            "İ",
            "ǅ",
        ] {
            hold(text);
        }
        hold(&"word ".repeat(1000));
        hold(&"(".repeat(1000));
        hold(&"x".repeat(20_000));
        let mut seed = 1u32;
        let alphabet: Vec<char> = "aAbé.,-'’“”\"()/$5%:; \n—…\u{301}@Ж".chars().collect();
        for _ in 0..300 {
            let text: String = (0..40)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    alphabet[(seed >> 16) as usize % alphabet.len()]
                })
                .collect();
            hold(&text);
        }
    }

    #[test]
    fn nothing_but_white_space_is_lost() {
        for text in [
            "He said.“No”—(never)…U.S.-led $5bn it's 10am/11pm!",
            "a’b'c\"d-e—f/g:h,i;j.k?l!m",
        ] {
            let kept: String = parse(text)
                .iter()
                .flat_map(|s| &s.tokens)
                .map(|t| t.span.of(text))
                .collect();
            assert_eq!(kept, text.split_whitespace().collect::<String>());
        }
    }
}
