//! Reading one story with knowledge of any kind.
//!
//! The binary's own tables take long to load, so small ones of invented rows stand in their place.

use crate::{reading, scratch};
use std::borrow::Cow;
use std::sync::LazyLock;
use whom::actors::{self, Gazetteer};
use whom::claims::{self, Classes, Cues, Lexicon, Numbers, Relation, Reliability};
use whom::data::Data;
use whom::syntax::{Sentence, Syntax};
use whom::text::{self, Document, Passage};
use whom::{Error, Publication, Reading, Span};

const STORY: &str = include_str!("story.txt");
const COUNTRIES: &str = "NO\tNorway\tNorwegian\tNorwegians\tOslo\tthe North\tKingdom of Norway\n\
    LV\tLatvia\tLatvian\tLatvians\tRiga\t\t\n";
const RELATION: &str = include_str!("../../src/data/relations/supplies.toml");
const CLASSES: &str = include_str!("../../src/data/en/classes.toml");
const CUES: &str = include_str!("../../src/data/en/cues.toml");
const NOUNS: &str = include_str!("../../src/data/en/nouns.toml");

/// The classes that frames refer to, as the binary has them.
pub static KNOWN_CLASSES: LazyLock<Classes> =
    LazyLock::new(|| toml::from_str(CLASSES).expect("it is the binary's own"));

/// The story with its trees, which do not depend on knowledge.
static PARSED: LazyLock<(Document, Vec<Passage>, Vec<Sentence>)> = LazyLock::new(|| {
    let document = Document {
        name: "story".to_owned(),
        text: STORY.to_owned(),
        date: Some(whom::jiff::civil::date(2024, 3, 4)),
        ..Document::default()
    };
    let passages = text::passages(&document);
    let sentences = Syntax::embedded().parse(STORY, &passages);
    (document, passages, sentences)
});

/// Files in one text: a line `== en/nouns.toml` stands before each.
pub struct Files<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Files<'a> {
    /// Takes a text apart.
    pub fn of(text: &'a str) -> Files<'a> {
        let parts = text.split("\n== ");
        Files(
            parts
                .filter_map(|part| part.trim_start_matches("== ").split_once('\n'))
                .collect(),
        )
    }

    fn find(&self, wanted: &str) -> Option<&'a str> {
        let mut files = self.0.iter();
        files
            .find(|(name, _)| *name == wanted)
            .map(|(_, text)| *text)
    }

    fn table(&self, name: &str) -> Cow<'static, str> {
        let small = match name {
            "en/countries.tsv" => COUNTRIES,
            "en/nouns.toml" => NOUNS,
            _ => "",
        };
        match self.find(name) {
            Some(text) => Cow::Owned(text.to_owned()),
            None => Cow::Borrowed(small),
        }
    }

    /// Loads the files; what is not among them is small.
    ///
    /// # Errors
    ///
    /// Those of the loading doors.
    pub fn load(&self) -> Result<Data, Error> {
        let gazetteer = Gazetteer::load(&|name| Ok(self.table(name)))?;
        let own_classes = self.find("en/classes.toml").map(toml::from_str::<Classes>);
        let classes = match &own_classes {
            Some(Ok(classes)) => classes,
            _ => &*KNOWN_CLASSES,
        };
        let cues = Cues::parse(
            "en/cues.toml",
            self.find("en/cues.toml").unwrap_or(CUES),
            classes,
        )?;
        let relation = self.find("relation").unwrap_or(RELATION);
        let relation = Relation::parse("relation", relation, classes)?;
        let numbers = self
            .find("en/numbers.toml")
            .map(|text| Numbers::parse("en/numbers.toml", text));
        let numbers = numbers.transpose()?.unwrap_or_default();
        let reliability = self.find("en/reliability.tsv").unwrap_or("");
        let reliability = Reliability::parse("en/reliability.tsv", reliability)?;
        let data = Data {
            lexicon: Lexicon::new(vec![relation], cues, numbers, reliability),
            gazetteer,
        };
        match self.find("actors") {
            Some(text) => with_actors(data, text.as_bytes()),
            None => Ok(data),
        }
    }
}

/// Loads what is loaded once, so that it is not the first input's doing.
pub fn warm() {
    read_story(&Files::of("").load().expect("it is small and whole"));
}

/// Adds the actors of a file; the lines that are passed over must be told.
///
/// # Errors
///
/// Those of the loading door.
pub fn with_actors(data: Data, file: &[u8]) -> Result<Data, Error> {
    let (data, passed_over) = data.with_actors(scratch::file("actors.tsv", file))?;
    for error in passed_over {
        assert!(error.to_string().contains("actors.tsv:"), "{error}");
    }
    Ok(data)
}

/// Reads the story and checks the reading; the same knowledge gives the same reading.
pub fn read_story(data: &Data) {
    let (document, passages, sentences) = &*PARSED;
    let cast = actors::find(&data.gazetteer, document, sentences);
    let found = claims::read(&data.lexicon, document, passages, sentences, &cast, true);
    let whole = Span::new(0, document.text.len());
    let lexicon = &data.lexicon;
    claims::explain(lexicon, document, sentences, &cast, &found.claims, whole);
    let again = actors::find(&data.gazetteer, document, sentences);
    assert_eq!(cast, again);
    let reading = Reading {
        document: Publication::of(document),
        actors: cast.actors,
        claims: found.claims,
        attributions: found.attributions,
        events: found.events,
    };
    reading::check(document, &reading);
}
