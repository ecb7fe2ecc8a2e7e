//! Saved web pages.

use super::decode::{Charset, charset_of, decode};
use super::head;
use super::kind::Kind;
use super::markup::{self, LARGEST};
use super::piece::Page;
use crate::error::{Error, Result};
use crate::text::document::Document;
use crate::text::masthead::complete;
use dom_smoothie::{Config, Readability, TextMode};
use jiff::civil::Date;
use std::path::Path;

/// Where a page declares its encoding.
const HEAD: usize = 2048;
/// Letters, advertisements and buttons between paragraphs.
const BOXES: &str = "form, [class*=newsletter], [id*=newsletter], [class*=signup], [class*=sign-up], \
    [class*=advert], [class*=ad-slot], [class*=sharedaddy], [class*=social-share], [class*=paywall]";
/// Bytes of text in one of them.
const LONGEST_BOX: usize = 400;
/// Bytes of a page, some times what the largest with pictures inside have.
const LONGEST: usize = 64 << 20;

/// Returns the article of a page: main text with one paragraph a line, title, site, date, address, author.
///
/// The text is the article as shown, headline first; spans point into it, not into the markup.
/// `charset` is what the server said, if that is known.
///
/// # Errors
///
/// The page is not text or holds no article.
pub(super) fn read_page(
    path: &Path,
    name: &str,
    bytes: Vec<u8>,
    charset: Option<Charset>,
) -> Result<Document> {
    let fault = |message: String| Error::data(path, 1, message);
    if bytes.len() > LONGEST {
        return Err(fault(format!(
            "a page of more than {} MiB; save it as text",
            LONGEST >> 20
        )));
    }
    let html = to_text(path, bytes, charset)?;
    let page = markup::page(&html).map_err(|error| fault(error.to_string()))?;
    let head = head::read(&page);
    let (outlet, date) = match (&head.outlet, head.date) {
        (Some(_), Some(_)) => (None, None),
        _ => printed(&page),
    };
    remove_boxes(&page);
    let config = Config {
        max_elements_to_parse: LARGEST,
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let article = Readability::with_document(page, None, Some(config))
        .and_then(|mut page| page.parse())
        .map_err(|error| fault(format!("no article found in the page ({error})")))?;
    let body = visible(&article.text_content);
    if body.is_empty() {
        return Err(fault("no article found in the page".to_owned()));
    }
    let given = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let title = head
        .title
        .or_else(|| given(Some(article.title.trim().to_owned())));
    let title = given(title.map(|title| visible(&title)));
    let text = match &title {
        Some(title) if !body.starts_with(title.as_str()) => format!("{title}\n\n{body}"),
        _ => body,
    };
    Ok(complete(Document {
        name: name.to_owned(),
        text,
        title,
        outlet: head.outlet.or_else(|| given(article.site_name)).or(outlet),
        date: head.date.or(date),
        url: head.url,
        author: head.author.or_else(|| given(article.byline)),
    }))
}

/// Returns the outlet and the date that stand above or below the article, where it is cut out without them.
fn printed(page: &dom_query::Document) -> (Option<String>, Option<Date>) {
    let whole = complete(Document {
        text: visible(&page.formatted_text()),
        ..Document::default()
    });
    (whole.outlet, whole.date)
}

/// Takes out what sites put between the paragraphs of an article.
fn remove_boxes(page: &dom_query::Document) {
    for found in page.select(BOXES).iter() {
        // A page about a newsletter may be named like one.
        if found.text().len() < LONGEST_BOX {
            found.remove();
        }
    }
}

/// Returns the document of an archived page, under its address.
///
/// # Errors
///
/// The page is not text or holds no article; the error says which it is.
pub(super) fn read_archived(path: &Path, line: usize, page: Page) -> Result<Document> {
    let charset = page.charset.as_deref().and_then(Charset::named);
    let read = match page.kind {
        Kind::Web => read_page(path, &page.url, page.body, charset),
        _ => to_text(path, page.body, charset).map(|text| {
            complete(Document {
                name: page.url.clone(),
                text,
                ..Document::default()
            })
        }),
    };
    let named = |error| match error {
        Error::Data { message, .. } => {
            Error::data(path, line, format!("<{}>: {message}", page.url))
        }
        other => other,
    };
    let document = read.map_err(named)?;
    if document.text.trim().is_empty() {
        return Err(Error::data(
            path,
            line,
            format!("<{}>: the page is empty", page.url),
        ));
    }
    let url = document.url.or(Some(page.url));
    Ok(Document { url, ..document })
}

/// Returns the text of an HTML fragment, one paragraph a line.
pub(super) fn fragment(html: &str) -> Option<String> {
    if html.len() > LONGEST {
        return None;
    }
    let page = markup::fragment(html).ok()?;
    page.select("script, style, noscript, template, iframe")
        .remove();
    Some(visible(&page.formatted_text()))
}

/// Returns text without the characters that are not seen: they part a name or turn it round; and without space around it.
///
/// Tabs, line breaks and the joiners that some scripts need stay.
pub(super) fn visible(text: &str) -> String {
    let unseen = |c: char| {
        matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
            | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || c.is_control() && !c.is_whitespace()
    };
    let seen: String = text.chars().filter(|&c| !unseen(c)).collect();
    seen.trim().to_owned()
}

/// Returns the markup: by what the bytes are, then by what the server or the page says they are.
fn to_text(path: &Path, bytes: Vec<u8>, charset: Option<Charset>) -> Result<String> {
    let marked = encoding_rs::Encoding::for_bom(&bytes).is_some();
    let said = charset.or_else(|| declared(&bytes));
    match said {
        // The bytes win over what the page says of itself: it cannot be UTF-8 where they are not.
        Some(said) if !marked && !said.is_utf8() && !charset_of(&bytes).is_utf8() => {
            Ok(said.decode(&bytes))
        }
        // Pages carry stray control characters that no reader should fail over.
        _ if !marked && bytes.contains(&0) => {
            let some = bytes.iter().filter(|&&byte| byte == 0).count() * 1000 < bytes.len();
            let kept = match some {
                true => bytes.into_iter().filter(|&byte| byte != 0).collect(),
                false => bytes,
            };
            decode(path, kept)
        }
        _ => decode(path, bytes),
    }
}

/// Returns the encoding a page says it has: `<meta charset="windows-1252">`.
fn declared(bytes: &[u8]) -> Option<Charset> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let after = head
        .split("charset=")
        .nth(1)
        .or_else(|| head.split("encoding=").nth(1))?;
    let label = after.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c)))?;
    Charset::named(&label[..end])
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
        let found = read_page(Path::new("a.html"), "a.html", bytes, None).unwrap();
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
        let found = read_page(Path::new("a.html"), "a.html", bytes, None).unwrap();
        assert!(found.text.contains("café"));
    }

    #[test]
    fn a_wrong_declaration_is_seen_through() {
        let read = |bytes: Vec<u8>| read_page(Path::new("a.html"), "a.html", bytes, None).unwrap();
        // It says windows-1252 and is UTF-8.
        assert!(read(PAGE.as_bytes().to_vec()).text.contains("café"));
        // It says UTF-8 and is windows-1252.
        let page = PAGE.replace("windows-1252", "utf-8");
        let bytes = encoding_rs::WINDOWS_1252.encode(&page).0.into_owned();
        assert!(read(bytes).text.contains("café"));
    }

    #[test]
    fn scripts_comments_and_unseen_characters_go() {
        let page = PAGE.replace(
            "<p>The envoys of Ruritania",
            "<!-- <p>Freedonia attacked Ruritania.</p> --><script>document.write('Ruritania sank')</script>\
             <p>The envoys of Ruri\u{200b}tan\u{202e}ia",
        );
        let found = read_page(Path::new("a.html"), "a.html", page.into_bytes(), None).unwrap();
        assert!(
            found.text.contains("The envoys of Ruritania and"),
            "{}",
            found.text
        );
        assert!(!found.text.contains("attacked") && !found.text.contains("sank"));
    }

    #[test]
    fn a_page_without_an_article_is_refused() {
        assert!(
            read_page(
                Path::new("a.html"),
                "a.html",
                b"<html></html>".to_vec(),
                None
            )
            .is_err()
        );
        let unseen = b"<html><meta charset=windows-1252><p>\x03\x03 \x03</p></html>".to_vec();
        assert!(read_page(Path::new("a.html"), "a.html", unseen, None).is_err());
        let deep = "<div>".repeat(100_000).into_bytes();
        assert!(read_page(Path::new("a.html"), "a.html", deep, None).is_err());
    }
}
