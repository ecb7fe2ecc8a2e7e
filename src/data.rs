//! The knowledge whom reads with: relations, cues, actors; embedded, or from a folder.

use crate::actors::Gazetteer;
use crate::claims::{Classes, Cues, Lexicon, Numbers, Relation, Reliability};
use crate::error::{Error, Result};
use flate2::read::DeflateDecoder;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The relation files by name, packed by `build.rs`.
static RELATIONS: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/relations.rs"));

/// The files of `data/en` that are not relations.
const FILES: [(&str, &str); 11] = [
    ("en/classes.toml", include_str!("data/en/classes.toml")),
    ("en/cues.toml", include_str!("data/en/cues.toml")),
    ("en/countries.tsv", include_str!("data/en/countries.tsv")),
    ("en/places.tsv", include_str!("data/en/places.tsv")),
    ("en/actors.tsv", include_str!("data/en/actors.tsv")),
    ("en/leaders.tsv", include_str!("data/en/leaders.tsv")),
    ("en/terms.tsv", include_str!("data/en/terms.tsv")),
    ("en/codes.tsv", include_str!("data/en/codes.tsv")),
    ("en/nouns.toml", include_str!("data/en/nouns.toml")),
    ("en/numbers.toml", include_str!("data/en/numbers.toml")),
    (
        "en/reliability.tsv",
        include_str!("data/en/reliability.tsv"),
    ),
];

/// Relations, cue words and known actors.
#[derive(Debug)]
pub struct Data {
    /// The relations with their frames, and the cue words.
    pub lexicon: Lexicon,
    /// The known actors.
    pub gazetteer: Gazetteer,
}

impl Data {
    /// Returns the data that the binary carries.
    ///
    /// # Errors
    ///
    /// None, as a test proves; the signature is that of [`Data::from_folder`].
    pub fn embedded() -> Result<Data> {
        Data::build(None)
    }

    /// Reads the data of a folder laid out like `src/data`; a file that is not there is the binary's own.
    ///
    /// # Errors
    ///
    /// Names the file, the line and what is allowed there.
    pub fn from_folder(folder: impl AsRef<Path>) -> Result<Data> {
        let folder = folder.as_ref();
        if !folder.is_dir() {
            return Err(Error::Usage(format!(
                "{}: no such folder; --data wants a folder laid out like src/data (relations/*.toml, en/*.tsv)",
                folder.display()
            )));
        }
        Data::build(Some(folder))
    }

    /// Adds the actors of a file: a table laid out like `src/data/en/actors.tsv`, or a dictionary
    /// of actors or agents in the format of PETRARCH.
    ///
    /// Returns an error for every line of a dictionary that was passed over.
    ///
    /// # Errors
    ///
    /// Fails where the file cannot be read, is none of these, or has a malformed row, and names
    /// the line; nothing of the data is left then.
    pub fn with_actors(mut self, file: impl AsRef<Path>) -> Result<(Data, Vec<Error>)> {
        let path = file.as_ref();
        let bytes = std::fs::read(path).map_err(|e| Error::io(path, e))?;
        let passed_over = self.gazetteer.learn(&path.display().to_string(), &bytes)?;
        Ok((self, passed_over))
    }

    fn build(folder: Option<&Path>) -> Result<Data> {
        let file = |name: &str| -> Result<Cow<'static, str>> {
            if let Some(path) = folder.map(|f| f.join(name)).filter(|p| p.exists()) {
                return std::fs::read_to_string(&path)
                    .map(Cow::Owned)
                    .map_err(|e| Error::io(&path, e));
            }
            FILES
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, text)| Cow::Borrowed(*text))
                .ok_or_else(|| Error::Usage(format!("{name}: no such data file")))
        };
        // Start-up is what a short article waits for: tables and relations are read side by side.
        let (lexicon, gazetteer) =
            rayon::join(|| lexicon(folder, &file), || Gazetteer::load(&file));
        Ok(Data {
            lexicon: lexicon?,
            gazetteer: gazetteer?,
        })
    }
}

/// Returns a file of the data folder by its path in it.
type Files<'a> = dyn Fn(&str) -> Result<Cow<'static, str>> + Sync + 'a;

fn lexicon(folder: Option<&Path>, file: &Files<'_>) -> Result<Lexicon> {
    let classes_text = file("en/classes.toml")?;
    let classes: Classes = toml::from_str(&classes_text)
        .map_err(|error| Error::toml("en/classes.toml", &classes_text, &error))?;
    let cues = Cues::parse("en/cues.toml", &file("en/cues.toml")?, &classes)?;
    let files: Vec<_> = relation_files(folder)?.into_iter().collect();
    // Collected one by one, so that the first file with an error is the one named.
    let parsed: Vec<Result<Relation>> = files
        .par_iter()
        .map(|(path, file)| Relation::parse(&path.display().to_string(), &file.text()?, &classes))
        .collect();
    let relations = parsed.into_iter().collect::<Result<_>>()?;
    let reliability = Reliability::parse("en/reliability.tsv", &file("en/reliability.tsv")?)?;
    let numbers = Numbers::parse("en/numbers.toml", &file("en/numbers.toml")?)?;
    Ok(Lexicon::new(relations, cues, numbers, reliability))
}

/// Where the text of a relation file comes from.
enum RelationFile {
    /// The binary, which packed it.
    Own(&'static [u8]),
    /// The user's folder.
    Users(PathBuf),
}

impl RelationFile {
    fn text(&self) -> Result<String> {
        match self {
            RelationFile::Own(packed) => std::io::read_to_string(DeflateDecoder::new(*packed))
                .map_err(|e| Error::io(Path::new("relations"), e)),
            RelationFile::Users(path) => {
                std::fs::read_to_string(path).map_err(|e| Error::io(path, e))
            }
        }
    }
}

/// Returns the relation files by name: the binary's, each replaced by the folder's of the same name.
fn relation_files(folder: Option<&Path>) -> Result<BTreeMap<PathBuf, RelationFile>> {
    let named = |name: &std::ffi::OsStr| Path::new("relations").join(name);
    let own = RELATIONS.iter();
    let mut files: BTreeMap<_, _> = own
        .map(|(name, packed)| (named(name.as_ref()), RelationFile::Own(packed)))
        .collect();
    let Some(folder) = folder.map(|f| f.join("relations")).filter(|f| f.is_dir()) else {
        return Ok(files);
    };
    let entries = std::fs::read_dir(&folder).map_err(|e| Error::io(&folder, e))?;
    for entry in entries {
        let path = entry.map_err(|e| Error::io(&folder, e))?.path();
        if path.extension().is_some_and(|e| e == "toml")
            && let Some(name) = path.file_name().map(named)
        {
            files.insert(name, RelationFile::Users(path));
        }
    }
    Ok(files)
}
