//! Markdown: the prose of it, and the front matter before it.

use super::fields::FieldNames;
use crate::error::{Error, Result};
use crate::text::dates::find_date;
use crate::text::document::Document;
use crate::text::masthead::complete;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::path::Path;

/// Longer front matter is none: a rule was meant.
const LONGEST: usize = 64 * 1024;

/// Returns the article: one paragraph a line, headings with their `#`, no code and no pictures.
///
/// # Errors
///
/// There is no prose in it.
pub(super) fn read(path: &Path, name: String, source: &str) -> Result<Document> {
    let (head, body) = split(source);
    let text = prose(body);
    if text.trim().is_empty() {
        return Err(Error::data(path, 1, "the document is empty"));
    }
    let field = |what: &str| {
        let (_, usual) = FieldNames::USUAL.iter().find(|(field, _)| *field == what)?;
        usual.iter().find_map(|name| head.get(*name)).cloned()
    };
    Ok(complete(Document {
        name,
        text,
        title: field("title"),
        outlet: field("outlet"),
        date: field("date").and_then(|date| find_date(&date)),
        url: field("url").or_else(|| head.get("canonical").cloned()),
        author: field("author"),
    }))
}

/// Splits front matter from the body: `key: value` lines between `---`, `key = value` between `+++`.
///
/// Only plain values are taken; lists and nested ones say nothing that a document keeps.
fn split(source: &str) -> (BTreeMap<String, String>, &str) {
    let none = (BTreeMap::new(), source);
    let (fence, sign) = match source.get(..3) {
        Some("---") => ("---", ':'),
        Some("+++") => ("+++", '='),
        _ => return none,
    };
    let mut fields = BTreeMap::new();
    let mut at = 0;
    for (number, line) in source.split_inclusive('\n').enumerate() {
        at += line.len();
        let bare = line.trim_end();
        if number == 0 && bare != fence || at > LONGEST {
            return none;
        }
        if number > 0 && bare == fence {
            return (fields, &source[at..]);
        }
        if let Some((key, value)) = bare.split_once(sign)
            && !key.starts_with([' ', '\t', '-', '#'])
        {
            let value = value.trim();
            let quoted = |sign: char| value.strip_prefix(sign)?.strip_suffix(sign);
            let value = quoted('"').or_else(|| quoted('\'')).unwrap_or(value);
            if !value.is_empty() {
                fields.insert(key.trim().to_owned(), value.to_owned());
            }
        }
    }
    none
}

/// Returns the prose of Markdown.
fn prose(source: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut text = String::with_capacity(source.len());
    let mut passed_over = 0_usize;
    for event in Parser::new_ext(source, options) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock) => {
                passed_over += 1
            }
            Event::End(TagEnd::CodeBlock | TagEnd::Image | TagEnd::HtmlBlock) => passed_over -= 1,
            _ if passed_over > 0 => {}
            Event::Start(Tag::Heading { level, .. }) => {
                text.push_str(&"#".repeat(level as usize));
                text.push(' ');
            }
            Event::Start(Tag::Item) => text.push_str("• "),
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => text.push(' '),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableRow
                | TagEnd::TableHead,
            ) => {
                text.truncate(text.trim_end().len());
                text.push_str("\n\n");
            }
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_used_and_not_read_as_prose() {
        let source = "---\ntitle: \"Envoys meet: at last\"\ndate: 2024-10-15\npublisher: Northern News\ntags:\n  - port\nurl: 'https://news.example/a'\n---\nThe envoys met in Oslo.\n";
        let found = read(Path::new("a.md"), "a.md".to_owned(), source).unwrap();
        assert_eq!(found.text, "The envoys met in Oslo.");
        assert_eq!(found.title.as_deref(), Some("Envoys meet: at last"));
        assert_eq!(found.outlet.as_deref(), Some("Northern News"));
        assert_eq!(found.url.as_deref(), Some("https://news.example/a"));
        assert_eq!(found.date.unwrap().to_string(), "2024-10-15");
        let toml = "+++\ntitle = \"Envoys\"\n+++\nThey met.";
        let found = read(Path::new("a.md"), "a.md".to_owned(), toml).unwrap();
        assert_eq!(
            (found.title.as_deref(), found.text.as_str()),
            (Some("Envoys"), "They met.")
        );
    }

    #[test]
    fn markup_goes_and_words_stay() {
        let source = "# Envoys *meet*\n\nThe [envoys](https://a.example) of\n**Ruritania** met ![a photo](a.png).\n\n* They left.\n* They rested.\n\n```\ncode\n```\n<div>\nhtml\n</div>\n\n---\n\n> “We go,” he said.\n";
        let expected = "# Envoys meet\n\nThe envoys of Ruritania met .\n\n• They left.\n\n• They rested.\n\n“We go,” he said.";
        assert_eq!(prose(source), expected);
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        let found = read(
            Path::new("a.md"),
            "a.md".to_owned(),
            "---\n\nThe envoys met.\n",
        )
        .unwrap();
        assert_eq!(found.text, "The envoys met.");
        assert!(read(Path::new("a.md"), "a.md".to_owned(), "---\ntitle: a\n---\n").is_err());
    }
}
