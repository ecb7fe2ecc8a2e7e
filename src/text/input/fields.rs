//! Records with named fields to documents: JSON objects and rows of tables.

use super::decode::charset_of;
use super::surrogates::mend;
use crate::error::{Error, Result};
use crate::text::dates::find_date;
use crate::text::document::Document;
use crate::text::fingerprint::fingerprint;
use crate::text::masthead::complete;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};
use std::path::Path;

/// Names of the fields that hold what a document needs; `a.b` is the field `b` of the object `a`.
///
/// Where none is given, the usual names are tried in order: see [`FieldNames::USUAL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldNames {
    /// The text; required.
    pub text: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The date of publication.
    pub date: Option<String>,
    /// The publisher.
    pub outlet: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// The writer.
    pub author: Option<String>,
    /// The name of the document.
    pub id: Option<String>,
}

impl FieldNames {
    /// What is looked for, with the names that exports of news give it.
    pub const USUAL: [(&str, &[&str]); 7] = [
        (
            "text",
            &[
                "text",
                "body",
                "content",
                "articleBody",
                "maintext",
                "full_text",
            ],
        ),
        ("title", &["title", "headline"]),
        (
            "date",
            &[
                "date",
                "published",
                "published_at",
                "publishedAt",
                "datePublished",
                "date_publish",
                "pubDate",
            ],
        ),
        (
            "outlet",
            &[
                "outlet",
                "publisher",
                "source",
                "site_name",
                "source_domain",
            ],
        ),
        ("url", &["url", "link"]),
        ("author", &["author", "byline"]),
        ("id", &["id"]),
    ];

    fn given(&self, what: &str) -> Option<&str> {
        let name = match what {
            "text" => &self.text,
            "title" => &self.title,
            "date" => &self.date,
            "outlet" => &self.outlet,
            "url" => &self.url,
            "author" => &self.author,
            _ => &self.id,
        };
        name.as_deref()
    }

    /// Returns the value of the field that holds something.
    fn find<'a>(&self, what: &str, fields: &'a Map<String, Value>) -> Option<&'a Value> {
        if let Some(name) = self.given(what) {
            return fields.get(name).or_else(|| within(fields, name));
        }
        let (_, usual) = Self::USUAL.iter().find(|(field, _)| *field == what)?;
        usual.iter().find_map(|name| fields.get(*name))
    }
}

/// Returns the field of a field: `source.name`.
fn within<'a>(fields: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    let mut names = path.split('.');
    let first = fields.get(names.next()?)?;
    names.try_fold(first, |value, name| value.get(name))
}

/// Returns the documents of a JSON value: of an object, or of the list of objects that it wraps.
///
/// Without an `id` the name is the file's and the text's fingerprint, which stays when lines are
/// added or sorted.
pub(super) fn read_record(
    path: &Path,
    file: &str,
    line: usize,
    bytes: Vec<u8>,
    names: &FieldNames,
) -> Vec<Result<Document>> {
    let json = String::from_utf8(bytes).unwrap_or_else(|fault| {
        let bytes = fault.as_bytes();
        charset_of(bytes).decode(bytes)
    });
    let parsed = serde_json::from_str(&json)
        .or_else(|error| mend(&json).map_or(Err(error), |mended| serde_json::from_str(&mended)));
    let value: Value = match parsed {
        Ok(value) => value,
        Err(error) => {
            let (line, column) = (line + error.line().saturating_sub(1), error.column());
            let message = format!("broken JSON at column {column}: one object is expected");
            return vec![Err(Error::data(path, line, message))];
        }
    };
    let Value::Object(fields) = value else {
        let message = "not a JSON object such as {\"text\": \"…\"}";
        return vec![Err(Error::data(path, line, message))];
    };
    if names.find("text", &fields).is_none()
        && let Some(items) = wrapped(&fields)
    {
        let read = |fields| read_fields(path, file, line, fields, names);
        return items.into_iter().map(read).collect();
    }
    vec![read_fields(path, file, line, &fields, names)]
}

/// Returns the only list of objects in an object: `{"status": "ok", "articles": [{…}, {…}]}`.
fn wrapped(fields: &Map<String, Value>) -> Option<Vec<&Map<String, Value>>> {
    let mut lists = fields.values().filter_map(|value| {
        let items: Option<Vec<_>> = value.as_array()?.iter().map(Value::as_object).collect();
        items.filter(|items| !items.is_empty())
    });
    let first = lists.next()?;
    lists.next().is_none().then_some(first)
}

/// Returns the document of a record.
///
/// # Errors
///
/// There is no text; the error says which fields there are.
pub(super) fn read_fields(
    path: &Path,
    file: &str,
    line: usize,
    fields: &Map<String, Value>,
    names: &FieldNames,
) -> Result<Document> {
    let fault = |message: String| Err(Error::data(path, line, message));
    let wanted = names.given("text").unwrap_or("text");
    let text = match names.find("text", fields) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(parts)) if parts.iter().all(Value::is_string) => {
            let parts: Vec<&str> = parts.iter().filter_map(Value::as_str).collect();
            parts.join("\n\n")
        }
        Some(_) => return fault(format!("`{wanted}` is not a string")),
        None => {
            let known: Vec<&str> = fields.keys().take(12).map(String::as_str).collect();
            let known = match known.is_empty() {
                true => "there are none".to_owned(),
                false => format!("there are {}", known.join(", ")),
            };
            return fault(format!(
                "no field `{wanted}`; {known}. --text-field names the one to read"
            ));
        }
    };
    if text.trim().is_empty() {
        return fault(format!("`{wanted}` is empty"));
    }
    let found = |what: &str| names.find(what, fields).and_then(string_of);
    let name = found("id").unwrap_or_else(|| format!("{file}#{}", fingerprint(&text)));
    Ok(complete(Document {
        name,
        text,
        title: found("title"),
        outlet: found("outlet"),
        date: names.find("date", fields).and_then(date_of),
        url: found("url"),
        author: found("author"),
    }))
}

/// Returns what a field says in words: a string, a number, or the name of an object.
fn string_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(fields) => fields.get("name").and_then(string_of),
        Value::Array(items) => items.first().and_then(string_of),
        _ => None,
    }
}

/// Returns the day that a field names: written as a date, or in seconds or milliseconds since 1970.
fn date_of(value: &Value) -> Option<Date> {
    let text = string_of(value)?;
    if let Some(date) = find_date(&text) {
        return Some(date);
    }
    let digits = text.split('.').next()?;
    let number: i64 = digits.parse().ok()?;
    let time = match digits.len() {
        9..=10 => Timestamp::from_second(number),
        12..=13 => Timestamp::from_millisecond(number),
        _ => return None,
    };
    Some(time.ok()?.to_zoned(TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(json: &str, names: &FieldNames) -> Vec<Result<Document>> {
        let path = Path::new("feed.jsonl");
        read_record(path, "feed.jsonl", 7, json.as_bytes().to_vec(), names)
    }

    fn read(json: &str) -> Result<Document> {
        read_all(json, &FieldNames::default()).remove(0)
    }

    #[test]
    fn fields_are_used() {
        let line = r#"{"id": 12, "text": "Envoys met.", "outlet": "Northern News", "date": "2024-10-15T08:00:00Z", "author": ["Ana Weiss"], "lang": null}"#;
        let found = read(line).unwrap();
        assert_eq!(
            (found.name.as_str(), found.text.as_str()),
            ("12", "Envoys met.")
        );
        assert_eq!(found.date.unwrap().to_string(), "2024-10-15");
        assert_eq!(found.outlet.as_deref(), Some("Northern News"));
        assert_eq!(found.author.as_deref(), Some("Ana Weiss"));
    }

    #[test]
    fn fields_may_have_other_names() {
        let found = read(
            r#"{"content": "Envoys met.", "source": {"name": "Courier"}, "publishedAt": 1728980000}"#,
        );
        let found = found.unwrap();
        assert_eq!(found.outlet.as_deref(), Some("Courier"));
        assert_eq!(found.date.unwrap().to_string(), "2024-10-15");
        let names = FieldNames {
            text: Some("story.full".to_owned()),
            date: Some("when".to_owned()),
            ..FieldNames::default()
        };
        let line = r#"{"text": "no", "story": {"full": ["Envoys met.", "They left."]}, "when": "15 Oct 2024", "date": "2020-01-01"}"#;
        let found = read_all(line, &names).remove(0).unwrap();
        assert_eq!(found.text, "Envoys met.\n\nThey left.");
        assert_eq!(found.date.unwrap().to_string(), "2024-10-15");
    }

    #[test]
    fn a_wrapped_list_is_unwrapped() {
        let json =
            r#"{"status": "ok", "articles": [{"text": "Envoys met."}, {"text": "They left."}]}"#;
        let found = read_all(json, &FieldNames::default());
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(Result::is_ok));
    }

    #[test]
    fn a_name_is_made_of_the_text() {
        let found = read(r#"{"text": "Envoys met."}"#).unwrap();
        assert!(found.name.starts_with("feed.jsonl#"));
        assert_eq!(
            found.name,
            read(r#"{"x": 1, "text": "Envoys met."}"#).unwrap().name
        );
    }

    #[test]
    fn half_a_character_loses_no_article() {
        let found = read(r#"{"text": "Envoys met \ud83d in Oslo."}"#).unwrap();
        assert_eq!(found.text, "Envoys met \u{fffd} in Oslo.");
    }

    #[test]
    fn faults_name_the_line() {
        let check = |line: &str, expected: &str| {
            let message = read(line).unwrap_err().to_string();
            assert!(
                message.starts_with(&format!("feed.jsonl:7: {expected}")),
                "{message}"
            );
        };
        check("{\"text\": \"En", "broken JSON");
        check("[1]", "not a JSON object");
        check(
            "{\"titel\": \"Envoys\"}",
            "no field `text`; there are titel. --text-field names the one to read",
        );
        check("{\"text\": \" \"}", "`text` is empty");
        check("{\"text\": 1}", "`text` is not a string");
    }
}
