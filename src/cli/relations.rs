//! `whom relations`: the relations that whom finds.

use super::{Failure, Outcome, note};
use clap::Args;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use whom::Whom;
use whom::claims::{Relation, Reliability, Tally};

/// Lists the relations, or tells everything about one.
#[derive(Args)]
#[command(after_help = "Examples:
  whom relations supplies
  whom relations --check --data my-data")]
pub struct Relations {
    /// Id of a relation.
    id: Option<String>,
    /// Runs the relations' own examples and lists those that fail.
    #[arg(long, conflicts_with = "id")]
    check: bool,
    /// Folder with relations of your own (laid out like src/data).
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl Relations {
    /// Prints the relations.
    pub fn run(self) -> Result<Outcome, Failure> {
        let whom = match &self.data {
            Some(folder) => Whom::with_data(folder)?,
            None => Whom::new()?,
        };
        let lexicon = &whom.data().lexicon;
        let mut out = BufWriter::new(std::io::stdout().lock());
        if self.check {
            let check = whom::check(&whom);
            for failure in &check.failures {
                writeln!(out, "{failure}")?;
            }
            out.flush()?;
            note(format_args!(
                "{} examples, {} failures",
                check.run,
                check.failures.len()
            ));
            return Ok(if check.failures.is_empty() {
                Outcome::Found
            } else {
                Outcome::Nothing
            });
        }
        let Some(id) = &self.id else {
            for relation in &lexicon.relations {
                let Relation {
                    id, family, gloss, ..
                } = relation;
                writeln!(out, "{id:13} {family:10} {gloss}")?;
            }
            out.flush()?;
            return Ok(Outcome::Found);
        };
        let Some(relation) = lexicon.find(id) else {
            note(format_args!(
                "no relation \"{id}\"; `whom relations` lists them"
            ));
            return Ok(Outcome::Nothing);
        };
        describe(relation, &lexicon.reliability, &mut out)?;
        out.flush()?;
        Ok(Outcome::Found)
    }
}

fn describe(
    relation: &Relation,
    reliability: &Reliability,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    writeln!(out, "{}: {}", relation.id, relation.gloss)?;
    if !relation.question.is_empty() {
        writeln!(out, "{}", relation.question)?;
    }
    writeln!(out, "\nfamily  {}", relation.family)?;
    for (name, code) in [("PLOVER", &relation.plover), ("CAMEO", &relation.cameo)] {
        if !code.is_empty() {
            writeln!(out, "{name:7} {code}")?;
        }
    }
    if relation.symmetric {
        writeln!(out, "        holds both ways")?;
    }
    writeln!(out, "\nFrames")?;
    for frame in &relation.frames {
        let triggers = frame.triggers.iter().map(|(_, trigger)| {
            let words = std::iter::once(&trigger.head).chain(&trigger.rest);
            words.map(String::as_str).collect::<Vec<_>>().join(" ")
        });
        let Tally { right, wrong } = reliability.tally(&frame.id);
        let measured = match u64::from(right) + u64::from(wrong) {
            0 => "never measured".to_owned(),
            all => format!("{right} of {all} were right"),
        };
        let triggers = triggers.collect::<Vec<_>>().join(", ");
        let share = f64::from(reliability.of(&frame.id)) / 100.0;
        writeln!(out, "  {}: {triggers}", frame.id)?;
        writeln!(out, "      reliability {share:.2} ({measured})")?;
    }
    writeln!(out, "\nFound in")?;
    for example in &relation.yields {
        writeln!(out, "  {}", example.text)?;
        for claim in &example.claims {
            writeln!(out, "    {claim}")?;
        }
    }
    writeln!(out, "\nNot found in")?;
    for example in &relation.rejects {
        writeln!(out, "  {}", example.text)?;
    }
    Ok(())
}
