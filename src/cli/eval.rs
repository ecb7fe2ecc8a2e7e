//! `whom eval`: how well whom reads.

use super::articles::{Reader, Sieve};
use super::report::Report;
use super::{Failure, Outcome, input};
use clap::Args;
use std::io::Write;
use std::path::{Path, PathBuf};
use whom::claims::Tally;
use whom::{Error, Reading, eval, syntax};

/// Scores what whom reads against gold annotations, or its syntax and pronouns against a treebank.
#[derive(Args)]
#[command(after_help = "Example:
  whom eval --gold gold/dev articles/
  whom eval --syntax en_ewt-ud-dev.conllu
  whom eval --pronouns en_gum-ud-dev.conllu
  whom eval --petrarch cases.jsonl --actors actors.txt --actors agents.txt")]
pub struct Eval {
    /// Articles that the annotations are about.
    #[arg(value_name = "TEXTS", required_unless_present_any = ["readings", "syntax", "pronouns", "petrarch"])]
    texts: Vec<PathBuf>,
    /// Folder of annotations, one JSON file for each article.
    #[arg(long, value_name = "DIR", required_unless_present_any = ["syntax", "pronouns", "petrarch"])]
    gold: Option<PathBuf>,
    /// Scores these readings (JSONL) instead of reading articles.
    #[arg(long, value_name = "FILE", conflicts_with = "texts")]
    readings: Option<PathBuf>,
    /// Scores every relation as well.
    #[arg(long)]
    per_relation: bool,
    /// Prints how often every frame is right and wrong, in the form of `en/reliability.tsv`.
    #[arg(long, conflicts_with = "per_relation")]
    frames: bool,
    /// Treebank in CoNLL-U to score the syntax on; `-` for standard input.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["gold", "texts", "readings"])]
    syntax: Option<PathBuf>,
    /// Treebank in CoNLL-U with coreference (the `Entity=` of UD English GUM) to score on whom
    /// pronouns stand for.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["gold", "texts", "readings", "syntax"])]
    pronouns: Option<PathBuf>,
    /// Cases of event coding (JSONL) to check the codes of actors on; give the dictionaries
    /// by --actors.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["gold", "texts", "readings", "syntax"])]
    petrarch: Option<PathBuf>,
    /// Lists the cases of event coding that fail.
    #[arg(long, requires = "petrarch")]
    failures: bool,
    /// Scores these trees of the same words, another parser's, instead of whom's own.
    #[arg(long, value_name = "FILE", requires = "syntax")]
    trees: Option<PathBuf>,
    #[command(flatten)]
    reader: Reader,
}

impl Eval {
    /// Prints the table.
    pub fn run(self) -> Result<Outcome, Failure> {
        if let Some(path) = &self.syntax {
            return score_syntax(path, self.trees.as_deref());
        }
        if let Some(path) = &self.pronouns {
            return self.score_pronouns(path);
        }
        if let Some(path) = &self.petrarch {
            return self.score_codes(path);
        }
        let gold = self
            .gold
            .as_deref()
            .expect("clap asks for it without --syntax");
        let gold = eval::load_gold(gold)?;
        let mut readings: Vec<Reading> = Vec::new();
        let outcome = match &self.readings {
            Some(path) => {
                readings = input::readings(path)?;
                Outcome::Found
            }
            None => self.reader.each(
                &*self.reader.load()?,
                &self.texts,
                Sieve::open(),
                &mut Report::new(),
                |reading| {
                    readings.push(reading);
                    Ok(())
                },
            )?,
        };
        let mut out = std::io::stdout().lock();
        if self.frames {
            for (frame, Tally { right, wrong }) in eval::frames(&gold, &readings) {
                writeln!(out, "{frame}\t{right}\t{wrong}")?;
            }
            return Ok(outcome);
        }
        let scores = eval::score(&gold, &readings);
        match self.per_relation {
            true => write!(out, "{scores:#}")?,
            false => write!(out, "{scores}")?,
        }
        Ok(outcome)
    }
}

impl Eval {
    fn score_pronouns(&self, path: &Path) -> Result<Outcome, Failure> {
        let (text, name) = input::read(path)?;
        let bank = syntax::read_conllu(&text)
            .map_err(|error| Error::Usage(format!("{}: {error}", name.display())))?;
        let whom = self.reader.load()?;
        let scores = eval::score_pronouns(&whom.data().gazetteer, &bank);
        write!(std::io::stdout().lock(), "{scores}")?;
        Ok(Outcome::Found)
    }

    fn score_codes(&self, path: &Path) -> Result<Outcome, Failure> {
        let (text, name) = input::read(path)?;
        let cases = eval::load_code_cases(&text, &name)?;
        let whom = self.reader.load()?;
        let scores = eval::score_codes(&whom.data().gazetteer, &cases);
        let mut out = std::io::stdout().lock();
        match self.failures {
            true => write!(out, "{scores:#}")?,
            false => write!(out, "{scores}")?,
        }
        Ok(Outcome::Found)
    }
}

fn score_syntax(path: &Path, trees: Option<&Path>) -> Result<Outcome, Failure> {
    let (text, name) = input::read(path)?;
    let scores = match trees {
        Some(trees) => syntax::evaluate_trees(&text, &input::read(trees)?.0),
        None => syntax::evaluate(&text),
    };
    let scores = scores.map_err(|error| Error::Usage(format!("{}: {error}", name.display())))?;
    writeln!(std::io::stdout().lock(), "{scores}")?;
    Ok(Outcome::Found)
}
