//! The table of scores.

use crate::eval::score::{Figure, Scores};
use std::fmt::{Display, Formatter, Result};

impl Display for Figure {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Figure {
            precision,
            recall,
            f1,
            found,
            required,
        } = self;
        let [precision, recall, f1] = [precision, recall, f1].map(|x| rounded(*x));
        write!(
            f,
            "P {precision:.3}  R {recall:.3}  F1 {f1:.3}   ({found} found, {required} required)"
        )
    }
}

/// One line a figure; `{:#}` adds a line for each relation.
impl Display for Scores {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for name in &self.unread {
            writeln!(f, "# no reading of {name}")?;
        }
        writeln!(f, "{} documents", self.documents)?;
        let rows = [
            ("strict", self.strict),
            ("pair", self.pair),
            ("country", self.country),
            ("status", self.status),
            ("unsure", self.unsure),
            ("actors", self.actors),
        ];
        for (name, figure) in rows {
            writeln!(f, "{name:8} {figure}")?;
        }
        let (kinds, speakers) = (rounded(self.kind_accuracy), rounded(self.attribution_f1));
        writeln!(f, "kind accuracy {kinds:.3}   attribution F1 {speakers:.3}")?;
        if f.alternate() {
            for (name, figure) in &self.relations {
                writeln!(f, "  {name:13} {figure}")?;
            }
        }
        Ok(())
    }
}

/// Returns a figure with four digits: the reference scorer rounds to them before it prints three.
fn rounded(figure: f64) -> f64 {
    format!("{figure:.4}").parse().unwrap_or(figure)
}
