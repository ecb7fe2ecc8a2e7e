//! `whom explain`: how a text was read, sentence by sentence.

use super::knowledge::Knowledge;
use super::{Failure, Outcome, note};
use clap::Args;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use whom::syntax::write_conllu;

/// Shows each sentence with its tree, its names, the claims found in it and by which frame,
/// and the frames that were set off but found nothing.
#[derive(Args)]
#[command(after_help = "Example:
  whom explain article.txt:12
  echo 'Norway sent trucks to Latvia.' | whom explain -
  whom explain article.txt --trees > article.conllu")]
pub struct Explain {
    /// Article, with `:LINE` for one line of it only; `-` for standard input.
    #[arg(value_name = "FILE[:LINE]")]
    place: String,
    /// Writes the trees alone, in CoNLL-U.
    #[arg(long)]
    trees: bool,
    #[command(flatten)]
    knowledge: Knowledge,
}

impl Explain {
    /// Explains the sentences.
    pub fn run(self) -> Result<Outcome, Failure> {
        let (path, line) = self.split();
        let whom = self.knowledge.load()?;
        let mut out = BufWriter::new(std::io::stdout().lock());
        let mut outcome = Outcome::Nothing;
        for document in whom::text::load(&[path]) {
            let document = document?;
            if self.trees {
                let sentences = whom.sentences(&document, line);
                write_conllu(&document.text, &sentences, &mut out)?;
                if !sentences.is_empty() {
                    outcome = Outcome::Found;
                }
                continue;
            }
            let text = whom.explain(&document, line);
            if !text.is_empty() {
                out.write_all(text.as_bytes())?;
                outcome = Outcome::Found;
            }
        }
        out.flush()?;
        if let (Some(line), Outcome::Nothing) = (line, outcome) {
            note(format_args!(
                "no sentence in line {line}: headers, credits and the like are passed over"
            ));
        }
        Ok(outcome)
    }

    /// Splits `FILE:LINE`, unless a file has that very name.
    fn split(&self) -> (PathBuf, Option<usize>) {
        let line = self
            .place
            .rsplit_once(':')
            .and_then(|(path, line)| Some((path, line.parse().ok()?)));
        match line {
            Some((path, line)) if !Path::new(&self.place).exists() => (path.into(), Some(line)),
            _ => (self.place.clone().into(), None),
        }
    }
}
