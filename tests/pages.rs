//! Saved pages in the shapes of news sites: main text, title, date, outlet, address and writer.
//!
//! Every text is invented. Twelve shapes, each with what stands around an article there (menus, teasers,
//! advertisements, captions, comments, consent notices), and five stories of different lengths.

use std::fmt::Write;
use whom::text::{Document, load};

/// A story as its editors see it.
struct Story {
    title: String,
    paragraphs: Vec<String>,
    outlet: &'static str,
    author: &'static str,
    /// Year, month, day.
    date: [u32; 3],
    slug: String,
}

const OUTLETS: [&str; 12] = [
    "Northern News",
    "The Harbour Courier",
    "Zemblan Times",
    "Radio Tarn",
    "Weekly Quay",
    "Ostmark Herald",
    "The Valley Post",
    "Daily Lantern",
    "Port Gazette",
    "Kell Tribune",
    "Island Wire",
    "The Mill Street Journal",
];
const AUTHORS: [&str; 5] = [
    "Ana Weiss",
    "Tomas Brekke",
    "Ida Okonjo",
    "Pell Marrow",
    "Suri Devane",
];
const PLACES: [&str; 5] = ["Tarnhaven", "Kellport", "Ostmark", "Greywater", "Vintry"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SENTENCES: [&str; 16] = [
    "The council of {place} voted on Tuesday to reopen the old quay, which has stood empty since the storm tore off its roof eleven years ago.",
    "“We have waited long enough, and so have the boats,” {author} heard the harbour master, Lene Aasgaard, say as she left the hall with a roll of plans under her arm.",
    "The ministry of transport had promised the money twice before and taken it back both times, once for a bridge and once for a tunnel that was never dug.",
    "Fishermen from the northern villages said that they would believe it when the first crane was standing, and not a day earlier.",
    "According to the plan, {place} is to pay a third of the cost, the province another third, and the shipping line Ruriconda the rest, in four yearly parts.",
    "The line's director, Marek Olin, denied that it had asked for lower fees in return, as two members of the council had claimed in the debate.",
    "Critics point out that the channel is too shallow for the new ships, and that nobody has said who would pay for the dredging.",
    "A report by the university of {place} found last year that the sand comes back within three winters, whatever is done about it.",
    "The dockers' union welcomed the decision but warned that it would strike if the work went to companies from abroad.",
    "Its chairwoman, Ruta Selden, met the mayor for an hour on Monday; neither of them would say what they had agreed on, if anything.",
    "In the market square, where the fish stalls used to be, there was less talk of the quay than of the price of heating oil.",
    "“My father unloaded apples there, and his father coal,” said Jon Varga, who repairs nets in a shed behind the church and is eighty-one years old.",
    "The opposition wants a vote of all citizens in the spring and has begun to collect the four thousand names that it needs for that.",
    "Work is to begin in May, if the courts do not stop it: an owner of two warehouses has already said that he will go to law.",
    "Neighbouring Vintry, which has a deep harbour and few ships, called the plan a waste and offered to share its own instead.",
    "The governor is expected in {place} at the end of the month, when the contract is to be signed on board the ferry that started it all.",
];

fn story(site: usize, number: usize) -> Story {
    let place = PLACES[(site + number) % 5];
    let author = AUTHORS[(site * 2 + number) % 5];
    let paragraphs = (0..[3, 5, 8, 11, 14][number]).map(|paragraph| {
        let sentences = (0..2 + (paragraph + site) % 2).map(|n| {
            let sentence = SENTENCES[(paragraph * 3 + n + site + number) % SENTENCES.len()];
            sentence
                .replace("{place}", place)
                .replace("{author}", author)
        });
        sentences.collect::<Vec<_>>().join(" ")
    });
    Story {
        title: format!(
            "{place} council votes to reopen the old quay after {} years",
            11 + number
        ),
        paragraphs: paragraphs.collect(),
        outlet: OUTLETS[site],
        author,
        date: [
            2019 + site as u32 % 6,
            1 + (site + number) as u32 % 12,
            3 + number as u32 * 5,
        ],
        slug: format!("old-quay-{number}"),
    }
}

impl Story {
    fn iso(&self) -> String {
        let [year, month, day] = self.date;
        format!("{year}-{month:02}-{day:02}")
    }

    fn printed(&self) -> String {
        let [year, month, day] = self.date;
        format!("{} {day}, {year}", MONTHS[month as usize - 1])
    }

    fn url(&self) -> String {
        format!(
            "https://www.{}.example/{}/{}",
            self.outlet.to_lowercase().replace(' ', ""),
            self.date[0],
            self.slug
        )
    }

    fn body(&self, open: &str, close: &str) -> String {
        self.paragraphs
            .iter()
            .map(|text| format!("{open}{text}{close}\n"))
            .collect()
    }

    /// The paragraphs with something in between, after every so many.
    fn broken_by(&self, every: usize, between: &str) -> String {
        let mut html = String::new();
        for (at, text) in (1..).zip(&self.paragraphs) {
            let _ = writeln!(html, "<p>{text}</p>");
            if at % every == 0 {
                html.push_str(between);
            }
        }
        html
    }
}

const MENU: &str = r#"<header><div class="logo"><a href="/">Home</a></div><nav><ul><li><a href="/world">World</a></li><li><a href="/politics">Politics</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>"#;
const TEASERS: &str = r#"<aside class="related"><h3>Read more</h3><ul><li><a href="/a">Ferry stuck in the ice for a third day</a></li><li><a href="/b">Why the apple harvest failed</a></li><li><a href="/c">Ten walks along the coast</a></li></ul></aside>"#;
const CONSENT: &str = r#"<div id="cookie-consent" class="overlay"><p>We and our 214 partners store and access information on your device to show you advertisements that suit you.</p><button>Accept all</button><button>Settings</button></div>"#;
const FOOTER: &str = r#"<footer><p>© All rights reserved.</p><ul><li><a href="/imprint">Imprint</a></li><li><a href="/privacy">Privacy</a></li></ul></footer>"#;
const ADVERT: &str = r#"<div class="ad-slot advertisement"><span>Advertisement</span><iframe src="about:blank"></iframe></div>"#;
const COMMENTS: &str = r#"<section id="comments" class="comments"><h3>3 comments</h3><div class="comment"><p>About time, I say. My cousin has been waiting for a berth since the old pier went down.</p></div><div class="comment"><p>Who is going to pay for it? We are, as ever.</p></div></section>"#;

/// Returns the page of a story in the shape of a site.
fn page(site: usize, it: &Story) -> String {
    let (title, outlet, author) = (&it.title, it.outlet, it.author);
    let (iso, printed, url) = (it.iso(), it.printed(), it.url());
    let head = |inside: &str| {
        format!(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} | {outlet}</title>{inside}</head>"
        )
    };
    match site {
        // A WordPress theme: Open Graph and article: tags, share buttons in the article.
        0 => format!(
            "{}<body class=\"single\">{CONSENT}{MENU}<main id=\"content\"><article class=\"post hentry\"><header class=\"entry-header\"><h1 class=\"entry-title\">{title}</h1><div class=\"entry-meta\">Posted on <time class=\"entry-date published\" datetime=\"{iso}T09:30:00+00:00\">{printed}</time> by <span class=\"author vcard\">{author}</span></div></header><div class=\"entry-content\">{}<div class=\"sharedaddy sd-sharing\"><a href=\"#\">Tweet</a> <a href=\"#\">Share</a></div></div></article>{COMMENTS}</main>{TEASERS}{FOOTER}</body></html>",
            head(&format!("<meta property=\"og:site_name\" content=\"{outlet}\"><meta property=\"og:title\" content=\"{title}\"><meta property=\"article:published_time\" content=\"{iso}T09:30:00+00:00\"><meta name=\"author\" content=\"{author}\"><link rel=\"canonical\" href=\"{url}\">")),
            it.body("<p>", "</p>")
        ),
        // A big broadcaster: class names that say nothing, blocks instead of paragraphs' parents, JSON-LD.
        1 => format!(
            "{}<body><div id=\"root\">{MENU}<main><article class=\"ssrcss-pv1rh6\"><div data-component=\"headline-block\"><h1 class=\"ssrcss-15xko80\">{title}</h1></div><div data-component=\"image-block\"><figure><img src=\"a.jpg\" alt=\"\"><figcaption>The quay in an earlier winter</figcaption></figure></div>{}<div data-component=\"links-block\"><h2>More on this story</h2><ul><li><a href=\"/x\">The storm, hour by hour</a></li></ul></div></article></main></div>{FOOTER}</body></html>",
            head(&format!("<script type=\"application/ld+json\">{{\"@context\":\"http://schema.org\",\"@type\":\"ReportageNewsArticle\",\"url\":\"{url}\",\"publisher\":{{\"@type\":\"NewsMediaOrganization\",\"name\":\"{outlet}\"}},\"datePublished\":\"{iso}T05:12:44.000Z\",\"dateModified\":\"2025-12-30T05:12:44.000Z\",\"headline\":\"{title}\",\"author\":[{{\"@type\":\"Person\",\"name\":\"{author}\"}}]}}</script><link rel=\"canonical\" href=\"{url}\">")),
            it.body("<div data-component=\"text-block\" class=\"ssrcss-7uxr49\"><div class=\"ssrcss-11r1m41\"><p class=\"ssrcss-1q0x1qg\">", "</p></div></div>")
        ),
        // A wire agency: JSON-LD in a graph, a paragraph a div.
        2 => format!(
            "{}<body>{MENU}<div class=\"article-wrap\"><h1 data-testid=\"Heading\">{title}</h1><div class=\"byline\">By <a href=\"/authors/x\">{author}</a></div><time datetime=\"{iso}T18:02:00Z\"><span>{printed}</span></time><div class=\"article-body__content\">{}</div><p class=\"trust\">Our Standards: <a href=\"/trust\">The Trust Principles.</a></p></div>{TEASERS}{FOOTER}</body></html>",
            head(&format!("<script type=\"application/ld+json\">{{\"@context\":\"https://schema.org\",\"@graph\":[{{\"@type\":\"WebPage\",\"name\":\"x\"}},{{\"@type\":\"NewsArticle\",\"headline\":\"{title}\",\"datePublished\":\"{iso}T18:02:00Z\",\"publisher\":{{\"name\":\"{outlet}\"}},\"author\":{{\"@type\":\"Person\",\"name\":\"{author}\"}},\"mainEntityOfPage\":\"{url}\"}}]}}</script>")),
            it.body("<div data-testid=\"paragraph\" class=\"text__text\">", "</div>")
        ),
        // A public radio: Drupal with Dublin Core, windows line ends.
        3 => format!(
            "{}<body class=\"node-type-article\">{MENU}<div id=\"main\"><div class=\"region-content\"><h1 class=\"page-title\">{title}</h1><div class=\"submitted\">{printed}</div><div class=\"field-name-body\"><div class=\"field-item even\" property=\"content:encoded\">{}</div></div><div class=\"field-tags\"><a href=\"/t/1\">harbour</a> <a href=\"/t/2\">council</a></div></div></div>{FOOTER}</body></html>",
            head(&format!("<meta name=\"dcterms.created\" content=\"{iso}T10:00:00+01:00\"><meta name=\"dcterms.publisher\" content=\"{outlet}\"><meta name=\"dc.creator\" content=\"{author}\"><meta name=\"dc.title\" content=\"{title}\"><link rel=\"canonical\" href=\"{url}\">")),
            it.body("<p>", "</p>\r")
        ),
        // A weekly: drop caps, pull quotes and advertisements between the paragraphs.
        4 => format!(
            "{}<body>{CONSENT}{MENU}<main><article><header><h1>{title}</h1><p class=\"byline\">{author}</p></header><section class=\"article-body\">{}</section></article>{TEASERS}</main>{FOOTER}</body></html>",
            head(&format!("<meta property=\"og:site_name\" content=\"{outlet}\"><meta name=\"parsely-pub-date\" content=\"{iso}T00:00:00Z\"><meta name=\"parsely-title\" content=\"{title}\"><meta name=\"parsely-author\" content=\"{author}\"><meta property=\"og:url\" content=\"{url}\">")),
            it.broken_by(2, ADVERT)
        ),
        // An old site of tables, without meta tags, in windows-1252.
        5 => format!(
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1252\"><title>{title}</title></head><body bgcolor=\"#ffffff\"><table width=\"760\"><tr><td colspan=\"2\"><a href=\"/\">Home</a> | <a href=\"/archive\">Archive</a></td></tr><tr><td valign=\"top\" width=\"150\"><a href=\"/a\">News</a><br><a href=\"/b\">Letters</a></td><td><h1>{title}</h1><font size=\"2\">Published: {printed}</font>{}</td></tr></table><center><font size=\"1\">© {} {outlet}. All rights reserved.</font></center></body></html>",
            it.body("<p>", "</p>"), it.date[0]
        ),
        // AMP.
        6 => format!(
            "<!doctype html><html amp lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><link rel=\"canonical\" href=\"{url}\"><script async src=\"https://cdn.example/v0.js\"></script><style amp-custom>p{{margin:0}}</style><script type=\"application/ld+json\">[{{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"mainEntityOfPage\":\"{url}\",\"headline\":\"{title}\",\"datePublished\":\"{iso}T11:11:11Z\",\"author\":{{\"@type\":\"Person\",\"name\":\"{author}\"}},\"publisher\":{{\"@type\":\"Organization\",\"name\":\"{outlet}\"}}}}]</script></head><body><amp-sidebar><ul><li><a href=\"/\">Home</a></li></ul></amp-sidebar><article><h1>{title}</h1><amp-img src=\"a.jpg\" width=\"1\" height=\"1\"></amp-img>{}<amp-ad type=\"x\"></amp-ad></article></body></html>",
            it.body("<p>", "</p>")
        ),
        // A tabloid: links in the text, teasers in the middle, a newsletter box.
        7 => format!(
            "{}<body>{CONSENT}{MENU}<div class=\"content\"><article itemscope itemtype=\"https://schema.org/NewsArticle\"><h1 itemprop=\"headline\">{title}</h1><div class=\"meta\"><span itemprop=\"author\">{author}</span> <time itemprop=\"datePublished\" datetime=\"{iso}\">{printed}</time></div><div itemprop=\"articleBody\">{}</div></article>{COMMENTS}</div>{FOOTER}</body></html>",
            head(&format!("<meta property=\"og:site_name\" content=\"{outlet}\"><meta property=\"og:title\" content=\"{title}\"><meta name=\"author\" content=\"{author}\"><link rel=\"canonical\" href=\"{url}\">")),
            it.broken_by(3, "<div class=\"newsletter-signup\"><h4>Get the Lantern in your inbox</h4><form><input name=\"mail\"><button>Sign up</button></form></div>").replace("harbour master", "<a href=\"/topic/harbour\">harbour master</a>")
        ),
        // A page put together by scripts, with its data in one.
        8 => format!(
            "{}<body><div id=\"__next\"><div class=\"css-1\">{MENU}<div class=\"css-2\"><h1 class=\"css-3\">{title}</h1><div class=\"css-4\"><time datetime=\"{iso}T07:00:00.000Z\">{printed}</time></div><div class=\"css-5\">{}</div></div></div></div><script id=\"__NEXT_DATA__\" type=\"application/json\">{{\"props\":{{\"body\":\"Freedonia has fallen and nobody has noticed it, said the script to the page.\"}}}}</script></body></html>",
            head(&format!("<meta property=\"og:site_name\" content=\"{outlet}\"><meta name=\"article:published_time\" content=\"{iso}T07:00:00.000Z\"><meta property=\"og:title\" content=\"{title}\"><link rel=\"canonical\" href=\"{url}\">")),
            it.body("<p class=\"css-6\">", "</p>")
        ),
        // Paragraphs parted by line breaks.
        9 => format!(
            "{}<body>{MENU}<div class=\"story\"><h1>{title}</h1><div class=\"story-date\">{printed}</div><div class=\"story-text\">{}</div></div>{TEASERS}{FOOTER}</body></html>",
            head(&format!("<meta name=\"date\" content=\"{printed}\"><meta name=\"application-name\" content=\"{outlet}\"><meta name=\"author\" content=\"{author}\"><link rel=\"canonical\" href=\"{url}\">")),
            it.body("", "<br><br>")
        ),
        // An XHTML page saved by a browser, with its address in a comment and sections in the text.
        10 => format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n<!-- saved from url=(0042){url} -->\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>{title}</title><meta name=\"DC.date.issued\" content=\"{iso}\"/><meta name=\"DC.publisher\" content=\"{outlet}\"/><link rel=\"canonical\" href=\"{url}\"/></head><body>{MENU}<div id=\"page\"><div id=\"article\"><h1>{title}</h1>{}</div>{TEASERS}</div>{FOOTER}</body></html>",
            it.broken_by(4, "<hr/>")
        ),
        // A paper behind a wall: the text in sections, a box to subscribe, the outlet as a publisher tag.
        _ => format!(
            "{}<body>{CONSENT}{MENU}<main><article><h1>{title}</h1><div class=\"standfirst-date\"><time pubdate datetime=\"{iso}T21:45:00Z\">{printed}</time></div><section name=\"articleBody\">{}</section><div class=\"paywall-offer\"><h3>Keep reading for 1 crown a week</h3><a href=\"/subscribe\">Subscribe</a></div></article></main>{TEASERS}{FOOTER}</body></html>",
            head(&format!("<meta name=\"pubdate\" content=\"{iso}T21:45:00Z\"><meta property=\"og:site_name\" content=\"{outlet}\"><meta property=\"og:title\" content=\"{title}\"><meta name=\"byl\" content=\"By {author}\"><link rel=\"canonical\" href=\"{url}\">")),
            it.body("<div class=\"StoryBodyCompanionColumn\"><div><p>", "</p></div></div>")
        ),
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Returns which share of the words of two texts is in both and in one order, of the longer one.
fn overlap(one: &str, other: &str) -> f64 {
    let (one, other) = (words(one), words(other));
    // Longest common subsequence, row by row.
    let mut row = vec![0_usize; other.len() + 1];
    for word in &one {
        let mut diagonal = 0;
        for (at, another) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = match word == another {
                true => diagonal + 1,
                false => above.max(row[at]),
            };
            diagonal = above;
        }
    }
    row[other.len()] as f64 / one.len().max(other.len()) as f64
}

#[test]
fn sixty_pages_are_read_as_their_editors_wrote_them() {
    let folder = std::env::temp_dir().join(format!("whom-pages-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    let mut stories = Vec::new();
    for site in 0..12 {
        for number in 0..5 {
            let story = story(site, number);
            let html = page(site, &story);
            let bytes = match site {
                5 => encoding_rs::WINDOWS_1252.encode(&html).0.into_owned(),
                _ => html.into_bytes(),
            };
            let file = folder.join(format!("{site:02}-{number}.html"));
            std::fs::write(file, bytes).expect("the folder is ours");
            stories.push((site, story));
        }
    }
    let found: Vec<Document> = load(std::slice::from_ref(&folder))
        .map(|page| page.expect("every page has an article"))
        .collect();
    std::fs::remove_dir_all(&folder).expect("the folder was just made");
    assert_eq!(found.len(), 60);
    let mut wrong = Vec::new();
    for ((site, story), found) in stories.iter().zip(&found) {
        let text = format!("{}\n{}", story.title, story.paragraphs.join("\n"));
        let share = overlap(&text, &found.text);
        if share < 0.95 {
            wrong.push(format!(
                "{}: {:.0} % of the words\n{}",
                found.name,
                share * 100.0,
                found.text
            ));
        }
        let mut compare = |what: &str, is: Option<&str>, should: &str| {
            if is != Some(should) {
                wrong.push(format!("{}: {what} {is:?}, not {should:?}", found.name));
            }
        };
        compare("title", found.title.as_deref(), &story.title);
        compare("outlet", found.outlet.as_deref(), story.outlet);
        compare(
            "date",
            found.date.map(|date| date.to_string()).as_deref(),
            &story.iso(),
        );
        if ![5, 8].contains(site) {
            compare("url", found.url.as_deref(), &story.url());
        }
        // Some sites print no name, and some only in a line of the text.
        if ![3, 5, 8, 10].contains(site) {
            let author = found
                .author
                .as_deref()
                .map(|it| it.trim_start_matches("By "));
            compare("author", author, story.author);
        }
    }
    assert!(
        wrong.is_empty(),
        "{} things wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
