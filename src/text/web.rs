//! Saved web pages.

use crate::error::{Error, Result};
use crate::text::dates::find_date;
use crate::text::decode::decode;
use crate::text::document::Document;
use crate::text::masthead::complete;
use crate::text::nesting::nesting;
use dom_smoothie::{Config, Readability, TextMode};
use encoding_rs::Encoding;
use std::path::Path;

/// Where a page declares its encoding.
const HEAD: usize = 2048;
/// Pages nested deeper are attacks or accidents; the deepest of real ones have a tenth of it.
const DEEPEST: usize = 500;
/// Elements in a page, some times what the longest live blogs have.
const LARGEST: usize = 200_000;

/// Returns the article of a page: main text with one paragraph a line, title, site, date, address.
///
/// The text is the article as shown, headline first; spans point into it, not into the markup.
///
/// # Errors
///
/// The page is not text or holds no article.
pub(super) fn read_page(path: &Path, name: &str, bytes: Vec<u8>) -> Result<Document> {
    let html = match declared_encoding(&bytes) {
        // The bytes win over what the page says of itself.
        Some(encoding) if std::str::from_utf8(&bytes).is_err() => {
            encoding.decode(&bytes).0.into_owned()
        }
        _ => decode(path, bytes)?,
    };
    let fault = |message: String| Error::data(path, 1, message);
    if nesting(&html) > DEEPEST {
        let message =
            format!("elements are nested more than {DEEPEST} deep; save the page as text");
        return Err(fault(message));
    }
    let config = Config {
        max_elements_to_parse: LARGEST,
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let article = Readability::new(html, None, Some(config))
        .and_then(|mut page| page.parse())
        .map_err(|error| fault(format!("no article found in the page ({error})")))?;
    let body = article.text_content.trim();
    if body.is_empty() {
        return Err(fault("no article found in the page".to_owned()));
    }
    let given = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let title = given(Some(article.title.trim().to_owned()));
    let text = match &title {
        Some(title) if !body.starts_with(title.as_str()) => format!("{title}\n\n{body}"),
        _ => body.to_owned(),
    };
    Ok(complete(Document {
        name: name.to_owned(),
        text,
        title,
        outlet: given(article.site_name),
        date: article.published_time.and_then(|time| find_date(&time)),
        url: given(article.url),
    }))
}

/// Returns the encoding a page says it has: `<meta charset="windows-1252">`.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let after = head.split("charset=").nth(1)?;
    let label = after.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c)))?;
    Encoding::for_label(&label.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html><head><title>Envoys meet in Oslo - Northern News</title>
<meta charset="windows-1252"><meta property="og:site_name" content="Northern News">
<meta property="og:title" content="Envoys meet in Oslo">
<meta property="article:published_time" content="2024-10-14T17:31:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Envoys meet in Oslo</h1>
<p>The envoys of Ruritania and Freedonia met in Oslo on Monday to talk about the port, officials said in a statement.</p>
<h2>What is the port worth?</h2>
<p>It moves a third of the grain of the region, and its café is known far beyond the coast and the islands, the mayor said.</p>
<ul><li>The talks go on.</li><li>The strike goes on as well, said the union of the dockers.</li></ul>
</article><footer>All rights reserved</footer></body></html>"#;

    #[test]
    fn a_page_is_read() {
        let bytes: Vec<u8> = PAGE.bytes().collect();
        let found = read_page(Path::new("a.html"), "a.html", bytes).unwrap();
        assert_eq!(found.title.as_deref(), Some("Envoys meet in Oslo"));
        assert_eq!(found.outlet.as_deref(), Some("Northern News"));
        assert_eq!(found.date.unwrap().to_string(), "2024-10-14");
        let lines: Vec<&str> = found
            .text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        assert_eq!(lines[0], "Envoys meet in Oslo");
        assert!(lines[1].starts_with("The envoys of Ruritania"));
        assert_eq!(lines[2], "What is the port worth?");
        assert!(lines[4].ends_with("The talks go on."));
    }

    #[test]
    fn declared_encodings_are_used() {
        let bytes = encoding_rs::WINDOWS_1252.encode(PAGE).0.into_owned();
        let found = read_page(Path::new("a.html"), "a.html", bytes).unwrap();
        assert!(found.text.contains("café"));
    }

    #[test]
    fn a_page_without_an_article_is_refused() {
        assert!(read_page(Path::new("a.html"), "a.html", b"<html></html>".to_vec()).is_err());
        let deep = "<div>".repeat(100_000).into_bytes();
        assert!(read_page(Path::new("a.html"), "a.html", deep).is_err());
    }
}
