//! RSS and Atom.

use super::decode::decode;
use super::web::fragment;
use crate::error::{Error, Result};
use crate::text::dates::find_date;
use crate::text::document::Document;
use crate::text::fingerprint::fingerprint;
use crate::text::masthead::complete;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::path::Path;

/// Elements with markup of their own (`<content type="xhtml">`) are taken as they stand.
const CONTENT: [&str; 5] = ["encoded", "content", "description", "summary", "subtitle"];

/// Returns a document for each entry, under its address: title, then its content, else its summary.
///
/// The feed's title is the outlet. What an entry only links to is not fetched. Of a feed that is cut
/// off the whole entries are read.
pub(super) fn read(path: &Path, name: &str, bytes: Vec<u8>) -> Vec<Result<Document>> {
    let fault = |message: String| vec![Err(Error::data(path, 1, message))];
    let text = match decode(path, bytes) {
        Ok(text) => text,
        Err(error) => return vec![Err(error)],
    };
    let feed = Feed::of(&text);
    if !feed.known {
        let problem = feed.problem.unwrap_or_else(|| "no such element".to_owned());
        return fault(format!("neither RSS nor Atom ({problem})"));
    }
    if feed.entries.is_empty() {
        return fault("no whole entry in this feed".to_owned());
    }
    let outlet = feed.title.filter(|title| !title.is_empty());
    let entries = (1..).zip(feed.entries);
    let read = |(number, entry): (usize, Entry)| {
        let line = entry.line;
        entry
            .document(name, outlet.as_deref())
            .ok_or_else(|| Error::data(path, line, format!("entry {number} has no text")))
    };
    entries.map(read).collect()
}

/// A feed taken apart.
#[derive(Default)]
struct Feed {
    /// Whether an element of a feed was found.
    known: bool,
    title: Option<String>,
    entries: Vec<Entry>,
    problem: Option<String>,
}

/// An entry as it stands there.
#[derive(Default)]
struct Entry {
    line: usize,
    title: Option<String>,
    content: Option<String>,
    summary: Option<String>,
    link: Option<String>,
    published: Option<String>,
    updated: Option<String>,
    author: Option<String>,
}

impl Feed {
    fn of(text: &str) -> Feed {
        let mut feed = Feed::default();
        let mut reader = Reader::from_str(text);
        // Feeds are written by programs that know little of XML.
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        let mut entry: Option<Entry> = None;
        let (mut counted, mut line) = (0, 1);
        loop {
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    feed.problem = Some(error.to_string());
                    return feed;
                }
            };
            match event {
                Event::Eof => return feed,
                Event::Start(tag) => {
                    let name = tag.local_name().into_inner().to_owned();
                    match name.as_str() {
                        "rss" | "feed" | "RDF" | "channel" => feed.known = true,
                        "item" | "entry" if feed.known => {
                            let at = usize::try_from(reader.buffer_position()).unwrap_or(counted);
                            line += text[counted..at.min(text.len())].matches('\n').count();
                            counted = at.min(text.len());
                            entry = Some(Entry {
                                line,
                                ..Entry::default()
                            });
                        }
                        // The name of a writer stands within "author".
                        "author" if entry.is_some() && !text_follows(text, &reader) => {}
                        "image" | "source" if entry.is_none() => {
                            element_text(&mut reader, &name);
                        }
                        _ => {
                            if let Some(entry) = &mut entry {
                                link(entry, &tag);
                                let prefixed = tag.name().0.contains(':');
                                let value = element_text(&mut reader, &name);
                                entry.keep(&name, prefixed, value);
                            } else if name == "title" && feed.known && feed.title.is_none() {
                                let value = element_text(&mut reader, &name);
                                feed.title = value.map(|value| plain(&value));
                            }
                        }
                    }
                }
                Event::Empty(tag) => {
                    if let Some(entry) = &mut entry {
                        link(entry, &tag);
                    }
                }
                Event::End(tag) => {
                    if matches!(tag.local_name().into_inner(), "item" | "entry") {
                        feed.entries.extend(entry.take());
                    }
                }
                _ => {}
            }
        }
    }
}

/// Returns whether an element that was just opened starts with text rather than with an element.
fn text_follows(text: &str, reader: &Reader<&[u8]>) -> bool {
    let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
    let rest = text.get(at..).unwrap_or("").trim_start();
    !rest.starts_with('<') || rest.starts_with("<![CDATA[")
}

/// Atom gives addresses as attributes; that of the entry itself is the one to keep.
fn link(entry: &mut Entry, tag: &BytesStart<'_>) {
    if tag.local_name().into_inner() != "link" {
        return;
    }
    let value = |name: &str| {
        let attribute = tag.try_get_attribute(name).ok()??;
        Some(
            attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .ok()?
                .into_owned(),
        )
    };
    let own = value("rel").is_none_or(|rel| rel == "alternate");
    if let Some(href) = value("href").filter(|_| own) {
        entry.link.get_or_insert(href);
    }
}

/// Returns what an element holds, up to its end: text, and markup as it stands there.
fn element_text(reader: &mut Reader<&[u8]>, name: &str) -> Option<String> {
    let mut text = String::new();
    let mut depth = 0_usize;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Text(part) => text.push_str(&part),
            Event::CData(part) => text.push_str(&part),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(c)) => text.push(c),
                _ => match &*reference {
                    "lt" => text.push('<'),
                    "gt" => text.push('>'),
                    "amp" => text.push('&'),
                    "quot" => text.push('"'),
                    "apos" => text.push('\''),
                    // HTML's own (`&nbsp;`) are resolved with the markup.
                    other => text.push_str(&format!("&{other};")),
                },
            },
            Event::Start(tag) => {
                depth += usize::from(tag.local_name().into_inner() == name);
                text.push_str(&format!("<{}>", tag.local_name().into_inner()));
            }
            Event::Empty(tag) => text.push_str(&format!("<{}/>", tag.local_name().into_inner())),
            Event::End(tag) if tag.local_name().into_inner() == name => match depth {
                0 => return Some(text),
                _ => depth -= 1,
            },
            Event::End(tag) => text.push_str(&format!("</{}>", tag.local_name().into_inner())),
            _ => {}
        }
    }
}

impl Entry {
    fn keep(&mut self, name: &str, prefixed: bool, value: Option<String>) {
        let Some(value) = value.filter(|value| !value.trim().is_empty()) else {
            return;
        };
        let field = match name {
            // `media:title` and `media:content` are about pictures.
            "title" if !prefixed => &mut self.title,
            "encoded" => &mut self.content,
            "content" if !prefixed => &mut self.content,
            "description" | "summary" if !prefixed => &mut self.summary,
            "link" if !prefixed => &mut self.link,
            "pubDate" | "published" | "issued" | "date" => &mut self.published,
            "updated" | "modified" => &mut self.updated,
            "creator" | "author" | "name" => &mut self.author,
            _ => return,
        };
        let value = match CONTENT.contains(&name) {
            true => value,
            false => plain(&value),
        };
        field.get_or_insert(value);
    }

    fn document(self, file: &str, outlet: Option<&str>) -> Option<Document> {
        let given = |text: Option<String>| text.filter(|text| !text.is_empty());
        let body = self.content.as_deref().and_then(fragment);
        let body = given(body).or_else(|| given(self.summary.as_deref().and_then(fragment)));
        let title = given(self.title);
        let text = match (&title, body) {
            (Some(title), Some(body)) if !body.starts_with(title.as_str()) => {
                format!("{title}\n\n{body}")
            }
            (_, Some(body)) => body,
            (Some(title), None) => title.clone(),
            (None, None) => return None,
        };
        let name = match &self.link {
            Some(link) => link.clone(),
            None => format!("{file}#{}", fingerprint(&text)),
        };
        let dated = |text: Option<String>| text.as_deref().and_then(find_date);
        Some(complete(Document {
            name,
            text,
            title,
            outlet: outlet.map(str::to_owned),
            date: dated(self.published).or_else(|| dated(self.updated)),
            url: self.link,
            author: given(self.author),
        }))
    }
}

fn plain(text: &str) -> String {
    let text = match text.contains(['<', '&']) {
        true => fragment(text).unwrap_or_default(),
        false => text.to_owned(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const RSS: &str = r#"<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Northern News</title><link>https://news.example</link><description>x</description><image><title>logo</title></image>
<item><title>Envoys meet &amp; talk</title><link>https://news.example/a</link><pubDate>Mon, 14 Oct 2024 09:00:00 GMT</pubDate><dc:creator>Ana Weiss</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>The envoys met in <b>Oslo</b>.</p><p>They left.</p>]]></content:encoded><media:title>A photo</media:title></item>
<item><title>Port opens</title><description>The port &lt;i&gt;opened&lt;/i&gt; on&nbsp;Tuesday.</description></item>
</channel></rss>"#;

    fn documents(feed: &str) -> Vec<Document> {
        let read = read(Path::new("a.xml"), "a.xml", feed.as_bytes().to_vec());
        read.into_iter()
            .map(|it| it.expect("it is whole"))
            .collect()
    }

    fn message(feed: &str) -> String {
        let read = read(Path::new("a.xml"), "a.xml", feed.as_bytes().to_vec());
        read[0].as_ref().unwrap_err().to_string()
    }

    #[test]
    fn entries_of_rss_are_documents() {
        let found = documents(RSS);
        assert_eq!(found.len(), 2);
        let first = &found[0];
        assert_eq!(first.name, "https://news.example/a");
        assert_eq!(first.title.as_deref(), Some("Envoys meet & talk"));
        assert_eq!(first.outlet.as_deref(), Some("Northern News"));
        assert_eq!(first.author.as_deref(), Some("Ana Weiss"));
        assert_eq!(first.date.unwrap().to_string(), "2024-10-14");
        let text: Vec<&str> = first
            .text
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .collect();
        assert_eq!(
            text,
            [
                "Envoys meet & talk",
                "The envoys met in Oslo.",
                "They left."
            ]
        );
        assert!(found[1].name.starts_with("a.xml#"));
        assert_eq!(
            found[1].text.replace('\u{a0}', " "),
            "Port opens\n\nThe port opened on Tuesday."
        );
    }

    #[test]
    fn entries_of_atom_are_documents() {
        let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><id>x</id><updated>2024-10-14T09:00:00Z</updated>
<entry><title type="html">Envoys &lt;b&gt;meet&lt;/b&gt;</title><id>y</id><link rel="replies" href="https://c.example/n"/><link href="https://c.example/y?a=1&amp;b=2"/>
<published>2024-10-13T09:00:00Z</published><updated>2024-10-14T09:00:00Z</updated><author><name>Ana Weiss</name><uri>x</uri></author>
<content type="xhtml"><div><p>They met.</p><p>They <em>left</em>.</p></div></content></entry></feed>"#;
        let found = documents(atom);
        assert_eq!(found[0].name, "https://c.example/y?a=1&b=2");
        let text: Vec<&str> = found[0]
            .text
            .lines()
            .filter(|line| !line.is_empty())
            .collect();
        assert_eq!(text, ["Envoys meet", "They met.", "They left."]);
        assert_eq!(found[0].author.as_deref(), Some("Ana Weiss"));
        assert_eq!(found[0].date.unwrap().to_string(), "2024-10-13");
    }

    #[test]
    fn a_feed_cut_off_keeps_its_whole_entries() {
        let cut = &RSS[..RSS.find("<item><title>Port").unwrap() + 20];
        assert_eq!(documents(cut).len(), 1);
        assert_eq!(
            message("<rss><channel>"),
            "a.xml:1: no whole entry in this feed"
        );
        assert!(message("<map><town/></map>").starts_with("a.xml:1: neither RSS nor Atom"));
        assert_eq!(
            message("<rss><channel>\n\n<item><guid>7</guid></item>"),
            "a.xml:3: entry 1 has no text"
        );
    }
}
