//! What a web page says of itself: meta tags, JSON-LD, links and times.

use crate::text::dates::find_date;
use dom_query::Document;
use jiff::civil::Date;
use serde_json::Value;

/// JSON-LD is looked through to this depth.
const DEEPEST: usize = 8;
/// Names of meta tags that hold the date of publication, the surest first.
const DATES: [&str; 18] = [
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "date",
];
const OUTLETS: [&str; 6] = [
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "copyright",
];
const AUTHORS: [&str; 6] = [
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "byl",
];
const TITLES: [&str; 4] = ["og:title", "twitter:title", "dc.title", "parsely-title"];
/// Elements that print the date of publication, the surest first.
const TIMES: [&str; 6] = [
    "[itemprop=datePublished]",
    "article header time[datetime]",
    "time[pubdate]",
    "time[class*=publish], time[class*=date], time[class*=stamp]",
    "article time[datetime]",
    "main time[datetime]",
];

/// What a page says of itself.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Head {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) url: Option<String>,
    pub(super) author: Option<String>,
}

/// Returns what the page says, JSON-LD before meta tags before what is printed.
pub(super) fn read(page: &Document) -> Head {
    let metas = metas(page);
    let meta = |names: &[&str]| {
        let mut names = names.iter();
        names.find_map(|name| {
            let found = metas.iter().find(|(key, _)| key == name)?;
            Some(found.1.clone())
        })
    };
    let linked = linked_data(page);
    let (headline, name, published, address, writer) = linked.map_or_else(Default::default, |it| {
        (
            words(it.get("headline").or_else(|| it.get("name"))),
            words(it.get("publisher").or_else(|| it.get("sourceOrganization"))),
            words(it.get("datePublished").or_else(|| it.get("dateCreated"))),
            words(it.get("url")).or_else(|| words(it.get("mainEntityOfPage"))),
            words(it.get("author").or_else(|| it.get("creator"))),
        )
    });
    let canonical = page.select("link[rel=canonical][href]").iter().next();
    let canonical = canonical
        .and_then(|link| link.attr("href"))
        .map(|it| it.to_string());
    let absolute = |url: &String| url.starts_with("http://") || url.starts_with("https://");
    let dated = |text: String| find_date(&text);
    let dates = || DATES.iter().find_map(|name| meta(&[*name]).and_then(dated));
    let person = |name: &String| !name.contains("://") && name.chars().count() <= 120;
    Head {
        title: headline
            .or_else(|| meta(&TITLES))
            .filter(|title| title.chars().count() <= 400),
        outlet: name.or_else(|| meta(&OUTLETS)),
        date: published
            .and_then(dated)
            .or_else(dates)
            .or_else(|| printed(page)),
        url: canonical
            .filter(absolute)
            .or_else(|| meta(&["og:url"]).filter(absolute))
            .or_else(|| address.filter(absolute)),
        author: writer
            .filter(person)
            .or_else(|| meta(&AUTHORS).filter(person)),
    }
}

/// Returns names, properties and item properties of meta tags, in lower case, with their contents.
fn metas(page: &Document) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for tag in page.select("meta[content]").iter() {
        let content = tag.attr("content").unwrap_or_default();
        let content = content.trim();
        if content.is_empty() {
            continue;
        }
        for attribute in ["property", "name", "itemprop"] {
            let key = tag.attr(attribute).unwrap_or_default();
            for key in key.split_whitespace() {
                found.push((key.to_lowercase(), content.to_owned()));
            }
        }
    }
    found
}

/// Returns the date in an element that is marked as the time of publication.
fn printed(page: &Document) -> Option<Date> {
    TIMES.iter().find_map(|selector| {
        page.select(selector).iter().find_map(|element| {
            let given = ["datetime", "content", "title"].iter();
            let mut given = given.filter_map(|name| element.attr(name));
            let printed = element.text();
            given
                .find_map(|text| find_date(&text))
                .or_else(|| find_date(&printed).filter(|_| printed.len() < 80))
        })
    })
}

/// Returns the article among the JSON-LD of a page.
fn linked_data(page: &Document) -> Option<Value> {
    let scripts = page.select("script[type='application/ld+json']");
    let mut best: Option<Value> = None;
    for script in scripts.iter() {
        let text = script.text();
        let text = text
            .trim()
            .trim_start_matches("<!--")
            .trim_end_matches("-->");
        let text = text
            .trim_start_matches("//<![CDATA[")
            .trim_end_matches("//]]>");
        let Ok(value) = serde_json::from_str::<Value>(text.trim()) else {
            continue;
        };
        if let Some(article) = article(&value, 0)
            && best
                .as_ref()
                .is_none_or(|best| best.get("datePublished").is_none())
        {
            best = Some(article.clone());
        }
    }
    best
}

/// Returns the first article in a value: itself, an item of its list, of its `@graph` or `mainEntity`.
fn article(value: &Value, depth: usize) -> Option<&Value> {
    if depth > DEEPEST {
        return None;
    }
    match value {
        Value::Array(items) => items.iter().find_map(|item| article(item, depth + 1)),
        Value::Object(fields) => {
            let is = |kind: &Value| {
                kind.as_str().is_some_and(|kind| {
                    kind.ends_with("Article")
                        || kind.ends_with("BlogPosting")
                        || matches!(kind, "Report" | "AnalysisNewsArticle" | "LiveBlogPosting")
                })
            };
            let kind = fields.get("@type");
            let matches = kind.is_some_and(|kind| match kind {
                Value::Array(kinds) => kinds.iter().any(is),
                kind => is(kind),
            });
            if matches {
                return Some(value);
            }
            [
                "@graph",
                "mainEntity",
                "mainEntityOfPage",
                "itemListElement",
                "item",
            ]
            .iter()
            .find_map(|name| article(fields.get(*name)?, depth + 1))
        }
        _ => None,
    }
}

/// Returns what a value says: itself, the name, address or id of an object, or the first of a list.
fn words(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Array(items) => items.iter().find_map(|item| words(Some(item))),
        Value::Object(fields) => ["name", "@id", "url"]
            .iter()
            .find_map(|name| words(fields.get(*name))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: [&str; 5]) {
        let head = read(&Document::from(html));
        let date = head.date.map(|date| date.to_string());
        let found = [head.title, head.outlet, date, head.url, head.author];
        assert_eq!(found.map(Option::unwrap_or_default), expected, "{html}");
    }

    #[test]
    fn linked_data_is_read() {
        check(
            r#"<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
            {"@type": ["NewsArticle"], "headline": "Envoys meet", "datePublished": "2024-10-14T22:31:00+02:00",
             "author": [{"@type": "Person", "name": "Ana Weiss"}], "publisher": {"@type": "Organization", "name": "Northern News"},
             "mainEntityOfPage": {"@id": "https://news.example/envoys"}}]}</script>"#,
            [
                "Envoys meet",
                "Northern News",
                "2024-10-14",
                "https://news.example/envoys",
                "Ana Weiss",
            ],
        );
        check(
            "<script type=\"application/ld+json\">{broken</script>",
            ["", "", "", "", ""],
        );
    }

    #[test]
    fn meta_tags_are_read() {
        check(
            r#"<link rel="canonical" href="https://news.example/b"><meta name="DC.date.issued" content="2024-10-14">
            <meta property="og:title" content="Envoys meet"><meta property="og:site_name" content="Courier"><meta name="author" content="Ana Weiss">"#,
            [
                "Envoys meet",
                "Courier",
                "2024-10-14",
                "https://news.example/b",
                "Ana Weiss",
            ],
        );
        check(
            r#"<link rel="canonical" href="/b"><meta property="og:url" content="https://news.example/c"><meta name="author" content="https://social.example/x">"#,
            ["", "", "", "https://news.example/c", ""],
        );
    }

    #[test]
    fn printed_times_are_read() {
        check(
            "<article><time datetime=\"2024-10-14T09:00\">today</time></article>",
            ["", "", "2024-10-14", "", ""],
        );
        check(
            "<span itemprop=\"datePublished\">14 October 2024</span>",
            ["", "", "2024-10-14", "", ""],
        );
    }
}
