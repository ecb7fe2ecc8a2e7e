//! Gold annotations: what two readers found in an article.

use crate::error::{Error, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The annotation of one article.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct GoldDocument {
    /// Name of the article's file without folder and ending.
    pub document: String,
    /// Its actors; names are unique.
    pub actors: Vec<GoldActor>,
    /// Its claims.
    pub claims: Vec<GoldClaim>,
}

/// An actor of an annotation.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct GoldActor {
    /// Canonical name.
    pub name: String,
    /// Kind, as in [`ActorKind::as_str`](crate::actors::ActorKind::as_str).
    pub kind: String,
    /// Country it belongs to, where it has one.
    pub country: Option<String>,
    /// Surface forms.
    pub aliases: Vec<String>,
}

/// A claim of an annotation.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct GoldClaim {
    /// Name of the doer.
    pub source: String,
    /// Id of the relation.
    pub relation: String,
    /// Name of the one it is done to.
    pub target: String,
    /// Status, as in [`Status::as_str`](crate::claims::Status::as_str).
    pub status: String,
    /// Names of the speakers.
    pub attributed_to: Vec<String>,
    /// The sentence.
    #[serde(default)]
    pub evidence: String,
    /// Whether missing it counts.
    #[serde(default)]
    pub tier: Tier,
    /// Relations accepted in place of its own.
    #[serde(default)]
    pub also: Vec<String>,
}

/// How firmly a claim stands in the gold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Both annotators found it: missing it costs recall.
    #[default]
    Required,
    /// One annotator found it: neither finding nor missing it costs anything.
    Acceptable,
}

/// Returns the annotations in a folder of `.json` files, in the order of their names.
///
/// # Errors
///
/// The folder or a file cannot be read, or a file is no annotation; the error names it.
///
/// ```no_run
/// let gold = whom::eval::load_gold("gold/dev")?;
/// println!("{} articles", gold.len());
/// # Ok::<(), whom::Error>(())
/// ```
pub fn load_gold(folder: impl AsRef<Path>) -> Result<Vec<GoldDocument>> {
    let folder = folder.as_ref();
    let fault = |error| Error::io(folder, error);
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        let message = format!("{}: no gold files (.json) here", folder.display());
        return Err(Error::Usage(message));
    }
    files.iter().map(|path| load_file(path)).collect()
}

fn load_file(path: &Path) -> Result<GoldDocument> {
    let text = std::fs::read_to_string(path).map_err(|error| Error::io(path, error))?;
    serde_json::from_str(&text)
        .map_err(|error| Error::data(path, error.line(), format!("no gold annotation: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn optional_fields_have_defaults() {
        let gold: GoldDocument = serde_json::from_str(
            r#"{"document": "a", "actors": [{"name": "Oslo", "kind": "place", "country": null, "aliases": []}],
                "claims": [{"source": "A", "relation": "meets", "target": "B", "status": "actual", "attributed_to": [], "item": null}]}"#,
        )
        .expect("the annotation is well formed");
        assert_eq!(gold.claims[0].tier, Tier::Required);
        assert!(gold.claims[0].also.is_empty());
    }

    #[test]
    fn a_folder_without_gold_is_an_error() {
        assert!(load_gold("src/eval").is_err());
        assert!(load_gold("no such folder").is_err());
    }
}
