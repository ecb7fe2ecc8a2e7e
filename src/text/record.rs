//! JSONL: one article a line.

use crate::error::{Error, Result};
use crate::text::dates::find_date;
use crate::text::document::Document;
use crate::text::fingerprint::fingerprint;
use crate::text::masthead::complete;
use serde_json::Value;
use std::path::Path;

/// Returns the article on a line of a JSONL file.
///
/// `text` is required; `id`, `title`, `outlet`, `date` and `url` are used where they are given,
/// other fields are ignored. Without an `id` the name is the file's and the text's fingerprint,
/// which stays when lines are added or sorted.
///
/// # Errors
///
/// The line is no JSON object or has no text; the error names it.
pub(super) fn read_record(path: &Path, file: &str, number: usize, line: &str) -> Result<Document> {
    let fault = |message: String| Error::data(path, number, message);
    let value: Value = serde_json::from_str(line).map_err(|error| {
        fault(format!(
            "broken JSON at column {}: one object a line is expected",
            error.column()
        ))
    })?;
    let Value::Object(fields) = value else {
        return Err(fault(
            "not a JSON object such as {\"text\": \"…\"}".to_owned(),
        ));
    };
    let field = |name: &str| match fields.get(name) {
        Some(Value::String(text)) if !text.trim().is_empty() => Some(text.clone()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    let text = match fields.get("text") {
        Some(Value::String(text)) if text.trim().is_empty() => Err("`text` is empty"),
        Some(Value::String(text)) => Ok(text.clone()),
        Some(_) => Err("`text` is not a string"),
        None => Err("no field `text`"),
    };
    let text = text.map_err(|message| fault(message.to_owned()))?;
    let name = field("id").unwrap_or_else(|| format!("{file}#{}", fingerprint(&text)));
    Ok(complete(Document {
        name,
        text,
        title: field("title"),
        outlet: field("outlet"),
        date: field("date").and_then(|date| find_date(&date)),
        url: field("url"),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Document> {
        read_record(Path::new("feed.jsonl"), "feed.jsonl", 7, line)
    }

    #[test]
    fn fields_are_used() {
        let line = r#"{"id": 12, "text": "Envoys met.", "outlet": "Northern News", "date": "2024-10-15T08:00:00Z", "lang": null}"#;
        let found = read(line).unwrap();
        assert_eq!(
            (found.name.as_str(), found.text.as_str()),
            ("12", "Envoys met.")
        );
        assert_eq!(found.date.unwrap().to_string(), "2024-10-15");
        assert_eq!(found.outlet.as_deref(), Some("Northern News"));
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
        check("{\"title\": \"Envoys\"}", "no field `text`");
        check("{\"text\": \" \"}", "`text` is empty");
        check("{\"text\": 1}", "`text` is not a string");
    }
}
