//! CoNLL-U in and out.

use super::entities::Entities;
use super::labels;
use super::token::{Name, NameKind, Sentence, Token, Upos};
use crate::span::Span;
use std::io::{self, Write};

/// Sentences read from CoNLL-U with the text they stand in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Treebank {
    /// The running text; an empty line stands between paragraphs.
    pub text: String,
    /// The sentences; `passage` counts the paragraphs.
    pub sentences: Vec<Sentence>,
    /// The first sentence of each document.
    pub documents: Vec<usize>,
    /// What the `Entity=` brackets of UD English GUM say, sentence by sentence: the head word of a mention and its
    /// group. Mentions of one group in one document are the same thing.
    pub entities: Vec<Vec<(u32, String)>>,
}

/// What is wrong with a line of CoNLL-U.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct ConlluError {
    /// Number of the line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
}

/// Reads CoNLL-U. Multiword ranges and empty nodes are skipped. Names are `Name=B-PERSON` in MISC, or
/// else what the `Entity=` brackets of UD English GUM call by a proper noun.
///
/// ```
/// let bank = whom::syntax::read_conllu("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n")?;
/// assert_eq!(bank.text, "Go");
/// # Ok::<(), whom::syntax::ConlluError>(())
/// ```
///
/// # Errors
///
/// Names the first line that is not CoNLL-U.
pub fn read_conllu(source: &str) -> Result<Treebank, ConlluError> {
    let mut reader = Reader::default();
    for (number, line) in source.lines().enumerate() {
        reader.line(line).map_err(|problem| ConlluError {
            line: number + 1,
            problem,
        })?;
    }
    let last = source.lines().count();
    reader.finish_sentence().map_err(|problem| ConlluError {
        line: last,
        problem,
    })?;
    Ok(reader.bank)
}

#[derive(Default)]
struct Reader {
    bank: Treebank,
    tokens: Vec<Token>,
    tags: Vec<String>,
    entities: Entities,
    heads: Vec<usize>,
    passage: u32,
    /// White space that goes before the next word.
    gap: &'static str,
    /// Last word of a multiword token being read, and the gap after it.
    range: Option<(usize, &'static str)>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Result<(), String> {
        if line.trim().is_empty() {
            return self.finish_sentence();
        }
        if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim_start();
            let word = comment.split(' ').next();
            let document = word == Some("newdoc");
            let begins = document || word == Some("newpar");
            let next = self.bank.sentences.len();
            if document && self.bank.documents.last() != Some(&next) {
                self.bank.documents.push(next);
            }
            if begins && !self.bank.sentences.is_empty() && self.gap != "\n\n" {
                self.gap = "\n\n";
                self.passage += 1;
            }
            return Ok(());
        }
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() != 10 {
            return Err(format!("{} columns instead of 10", cells.len()));
        }
        let gap = if cells[9].split('|').any(|m| m == "SpaceAfter=No") {
            ""
        } else {
            " "
        };
        if let Some((_, last)) = cells[0].split_once('-') {
            self.range = Some((
                last.parse()
                    .map_err(|_| format!("bad range {:?}", cells[0]))?,
                gap,
            ));
            return Ok(());
        }
        if cells[0].contains('.') {
            return Ok(());
        }
        self.word(&cells, gap)
    }

    fn word(&mut self, cells: &[&str], gap: &'static str) -> Result<(), String> {
        let id = self.tokens.len() + 1;
        if cells[0].parse() != Ok(id) {
            return Err(format!("word number {:?} instead of {id}", cells[0]));
        }
        if cells[1].is_empty() {
            return Err("an empty word".to_string());
        }
        self.bank.text.push_str(self.gap);
        let start = self.bank.text.len();
        self.bank.text.push_str(cells[1]);
        self.gap = match self.range {
            Some((last, after)) if id == last => after,
            Some((last, _)) if id < last => "",
            _ => gap,
        };
        self.heads.push(
            cells[6]
                .parse()
                .map_err(|_| format!("bad head {:?}", cells[6]))?,
        );
        let upos: Upos = cells[3]
            .parse()
            .map_err(|e: super::UnknownLabel| e.to_string())?;
        let misc = |key: &str| cells[9].split('|').find_map(|m| m.strip_prefix(key));
        let tag = misc("Name=");
        if let Some(annotation) = misc("Entity=") {
            self.entities.word(annotation, self.tokens.len());
        }
        self.tags.push(tag.unwrap_or("O").to_string());
        self.tokens.push(Token {
            span: Span::new(start, self.bank.text.len()),
            lemma: cells[2].into(),
            upos,
            xpos: labels::tag(cells[4]),
            head: None,
            dep: labels::dep(cells[7]),
        });
        Ok(())
    }

    fn finish_sentence(&mut self) -> Result<(), String> {
        self.range = None;
        let mut tokens = std::mem::take(&mut self.tokens);
        let heads = std::mem::take(&mut self.heads);
        let tags = std::mem::take(&mut self.tags);
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return Ok(());
        };
        let span = first.span.join(last.span);
        check_tree(&heads)?;
        for (token, head) in tokens.iter_mut().zip(heads) {
            token.head = head
                .checked_sub(1)
                .and_then(|head| u32::try_from(head).ok());
        }
        let forms: Vec<&str> = tokens.iter().map(|t| t.span.of(&self.bank.text)).collect();
        let entities = self.entities.heads(&tokens);
        let mut names = self.entities.names(&tokens, &forms);
        if tags.iter().any(|tag| tag != "O") {
            names = read_names(&tags);
        }
        self.bank.sentences.push(Sentence {
            span,
            passage: self.passage,
            tokens,
            names,
        });
        self.bank.entities.push(entities);
        Ok(())
    }
}

/// Heads count from 1; 0 is the root.
fn check_tree(heads: &[usize]) -> Result<(), String> {
    if heads.iter().filter(|head| **head == 0).count() != 1 {
        return Err("the sentence before has no single root".to_string());
    }
    if heads.iter().any(|head| *head > heads.len()) {
        return Err("the sentence before has a head that is no word of it".to_string());
    }
    for start in 0..heads.len() {
        let (mut at, mut steps) = (heads[start], 0);
        while at > 0 {
            (at, steps) = (heads[at - 1], steps + 1);
            if steps > heads.len() {
                return Err("the heads of the sentence before go round in a circle".to_string());
            }
        }
    }
    Ok(())
}

/// Reads `B-` and `I-` tags; an unknown kind is no name.
fn read_names(tags: &[String]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut open = false;
    for (tag, i) in tags.iter().zip(0..) {
        let kind: Option<NameKind> = tag.get(2..).and_then(|kind| kind.parse().ok());
        match (kind, names.last_mut()) {
            (Some(kind), Some(name)) if open && tag.starts_with("I-") && name.kind == kind => {
                name.last = i
            }
            (Some(kind), _) => names.push(Name {
                first: i,
                last: i,
                kind,
            }),
            _ => {}
        }
        open = kind.is_some();
    }
    names
}

/// Writes sentences as CoNLL-U, with a paragraph for each passage.
///
/// # Errors
///
/// Passes on what `out` reports.
pub fn write_conllu(text: &str, sentences: &[Sentence], out: &mut dyn Write) -> io::Result<()> {
    let mut passage = None;
    for (number, sentence) in sentences.iter().enumerate() {
        if passage != Some(sentence.passage) {
            passage = Some(sentence.passage);
            writeln!(out, "# newpar")?;
        }
        writeln!(out, "# sent_id = {}", number + 1)?;
        writeln!(
            out,
            "# text = {}",
            sentence
                .span
                .of(text)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        )?;
        for (i, token) in sentence.tokens.iter().enumerate() {
            let end = token.span.end as usize;
            let next = text.get(end..).and_then(|rest| rest.chars().next());
            let mut misc = Vec::new();
            let at = u32::try_from(i).unwrap_or(u32::MAX);
            if let Some(name) = sentence
                .names
                .iter()
                .find(|name| (name.first..=name.last).contains(&at))
            {
                misc.push(format!(
                    "Name={}-{}",
                    if name.first == at { "B" } else { "I" },
                    name.kind.as_str()
                ));
            }
            if next.is_some_and(|c| !c.is_whitespace()) {
                misc.push("SpaceAfter=No".to_string());
            }
            let misc = if misc.is_empty() {
                "_".to_string()
            } else {
                misc.join("|")
            };
            let head = token.head.map_or(0, |head| head + 1);
            let (form, upos) = (token.span.of(text), token.upos.as_str());
            writeln!(
                out,
                "{}\t{form}\t{}\t{upos}\t{}\t_\t{head}\t{}\t_\t{misc}",
                i + 1,
                token.lemma,
                token.xpos,
                token.dep
            )?;
        }
        writeln!(out)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BANK: &str = "# newdoc id = a\n# newpar\n1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_\n\
        2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n3.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n\
        4\tAda\tAda\tPROPN\tNNP\t_\t3\tvocative\t_\tName=B-PERSON|SpaceAfter=No\n5\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n\
        # newpar\n1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n\n";

    #[test]
    fn reads_what_it_writes() {
        let bank = read_conllu(BANK).unwrap();
        assert_eq!(bank.text, "Don't go Ada.\n\nYes");
        assert_eq!(
            bank.sentences[0].names,
            [Name {
                first: 3,
                last: 3,
                kind: NameKind::Person
            }]
        );
        let mut written = Vec::new();
        write_conllu(&bank.text, &bank.sentences, &mut written).unwrap();
        let again = read_conllu(&String::from_utf8(written).unwrap()).unwrap();
        assert_eq!(
            (&again.text, &again.sentences),
            (&bank.text, &bank.sentences)
        );
        assert_eq!(bank.documents, [0]);
    }

    #[test]
    fn errors_name_the_line() {
        let message = |source: &str| read_conllu(source).unwrap_err().to_string();
        assert_eq!(message("1\tGo\n"), "line 1: 2 columns instead of 10");
        assert_eq!(
            message("# text = Go\n1\tGo\tgo\tVERBS\tVB\t_\t0\troot\t_\t_\n"),
            "line 2: unknown label \"VERBS\""
        );
        assert_eq!(
            message("1\tGo\tgo\tVERB\tVB\t_\t1\tdep\t_\t_\n\n"),
            "line 2: the sentence before has no single root"
        );
    }
}
