//! Who a text is about: sentences and short articles with the actors that their words must stand for.

use serde::Deserialize;
use whom::actors::{self, Cast, Mention};
use whom::syntax::Syntax;
use whom::text::{self, Document};
use whom::{Whom, jiff};

/// A text with its actors found.
struct Found {
    text: String,
    cast: Cast,
}

impl Found {
    fn of(whom: &Whom, text: &str) -> Found {
        let document = Document {
            text: text.to_owned(),
            date: Some(jiff::civil::date(2024, 10, 21)),
            ..Document::default()
        };
        let passages = text::passages(&document);
        let sentences = Syntax::embedded().parse(&document.text, &passages);
        let cast = actors::find(&whom.data().gazetteer, &document, &sentences);
        let text = document.text;
        Found { text, cast }
    }

    fn words(&self, mention: &Mention) -> &str {
        mention.span.of(&self.text)
    }

    /// Returns the actor's name with kind and country for every mention with these words.
    fn named(&self, words: &str) -> Vec<[String; 3]> {
        // The article is no part of a name: "The Pentagon" mentions by "Pentagon".
        let bare = words
            .strip_prefix("The ")
            .or_else(|| words.strip_prefix("the "));
        let same = |mention: &&Mention| {
            let found = self.words(mention);
            found == words || bare == Some(found)
        };
        let name = |mention: &Mention| {
            let actor = self.cast.actor(mention.actor);
            let country = actor.country.clone().unwrap_or_else(|| "none".to_owned());
            let name = actor.name.clone();
            [name, actor.kind.as_str().to_owned(), country]
        };
        self.cast.mentions.iter().filter(same).map(name).collect()
    }

    /// Returns whether an expectation holds.
    fn holds(&self, expected: &str) -> bool {
        if let Some(words) = expected.strip_prefix('!') {
            return self.named(words).is_empty();
        }
        let names = |words: &str| {
            let found = self.named(words).into_iter();
            let mut names: Vec<String> = found.map(|[name, _, _]| name).collect();
            // A name that is nobody's mention may still be an actor's.
            let own = |actor: &&actors::Actor| actor.name == words;
            names.extend(self.cast.actors.iter().filter(own).map(|a| a.name.clone()));
            names
        };
        if let Some((words, actor)) = expected.split_once(" > ") {
            let (actor, told) = actor.split_once(" [").unwrap_or((actor, "]"));
            let told: Vec<&str> = told.trim_end_matches(']').split(", ").collect();
            let mut found = self.named(words).into_iter();
            return found.any(|[name, kind, country]| {
                let kind = told[0].is_empty() || told[0] == kind;
                name == actor && kind && told.get(1).is_none_or(|wanted| *wanted == country)
            });
        }
        let (one, other) = expected
            .split_once(" = ")
            .or_else(|| expected.split_once(" # "))
            .expect("an expectation has one of > = # !");
        let (one, other) = (names(one), names(other));
        match expected.contains(" = ") {
            true => one.iter().any(|name| other.contains(name)),
            false => !one.iter().any(|name| other.contains(name)),
        }
    }

    /// Returns one line for every expectation that does not hold.
    fn missed(&self, expected: &[&str]) -> Vec<String> {
        let missed = expected.iter().filter(|expected| !self.holds(expected));
        let line = |m: &Mention| format!("{} > {}", self.words(m), self.describe(m));
        let found: Vec<String> = self.cast.mentions.iter().map(line).collect();
        missed
            .map(|missed| format!("{missed}\n      in {}\n      found {found:?}", self.text))
            .collect()
    }

    fn describe(&self, mention: &Mention) -> String {
        let actor = self.cast.actor(mention.actor);
        let country = actor.country.as_deref().unwrap_or("none");
        format!("{} [{}, {country}]", actor.name, actor.kind.as_str())
    }
}

#[test]
fn sentences_are_about_whom_they_say() {
    let whom = Whom::new().expect("the binary carries its data");
    let table = include_str!("identity/sentences.tsv");
    let rows: Vec<(&str, &str)> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').expect("a text and a tab"))
        .collect();
    assert!(rows.len() >= 150, "{} sentences are left", rows.len());
    let mut missed = Vec::new();
    for (text, expected) in rows {
        let expected: Vec<&str> = expected.split(" ; ").collect();
        missed.extend(Found::of(&whom, text).missed(&expected));
    }
    assert!(missed.is_empty(), "{}\n{}", missed.len(), missed.join("\n"));
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Articles {
    article: Vec<Article>,
}

/// A short article with what must hold of its actors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Article {
    text: String,
    expected: Vec<String>,
}

#[test]
fn articles_keep_their_actors_together_and_apart() {
    let whom = Whom::new().expect("the binary carries its data");
    let table = include_str!("identity/articles.toml");
    let table: Articles = toml::from_str(table).expect("the table is well formed");
    assert!(table.article.len() >= 20, "articles are left out");
    let mut missed = Vec::new();
    for article in table.article {
        let expected: Vec<&str> = article.expected.iter().map(String::as_str).collect();
        missed.extend(Found::of(&whom, &article.text).missed(&expected));
    }
    assert!(missed.is_empty(), "{}\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn lists_are_long_enough_to_know_the_world() {
    let table = include_str!("../src/data/en/actors.tsv");
    let kinds: Vec<&str> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').nth(1))
        .collect();
    let count = |wanted: &[&str]| kinds.iter().filter(|kind| wanted.contains(kind)).count();
    assert!(count(&["intergovernmental"]) >= 60);
    assert!(count(&["agency", "unit"]) >= 400);
    assert!(count(&["media"]) >= 250);
    assert!(count(&["armed_group"]) >= 100);
    let leaders = include_str!("../src/data/en/leaders.tsv");
    let held = |office: &str| {
        let rows = leaders.lines().filter(|line| !line.starts_with('#'));
        let columns = rows.map(|row| row.split('\t').collect::<Vec<_>>());
        columns.filter(|row| row.get(3) == Some(&office)).count()
    };
    for office in [
        "president",
        "prime minister",
        "foreign minister",
        "defence minister",
    ] {
        assert!(held(office) >= 500, "{office}: {}", held(office));
    }
}
