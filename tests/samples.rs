//! Readings written as short lines, for tests of what comes after reading.

use std::collections::BTreeSet;
use whom::actors::{Actor, ActorIndex, ActorKind};
use whom::claims::{CharSpan, Claim, ClaimSpans, Status};
use whom::graph::ActorGraph;
use whom::{Publication, Reading};

/// Returns a reading of claims such as `Norland supplies Ostmark` or
/// `Norland supplies Ostmark (denied, Herald, ministry)`; spaces in names are written `_`.
pub fn reading(document: &str, date: &str, lines: &[&str]) -> Reading {
    let parsed: Vec<Line> = lines.iter().map(|line| Line::parse(line)).collect();
    let names: BTreeSet<&str> = parsed.iter().flat_map(Line::names).collect();
    let actors: Vec<Actor> = names.iter().map(|name| actor(name)).collect();
    let index = |name: &str| {
        let at = names.iter().position(|known| *known == name);
        ActorIndex(at.expect("every name of a line is listed") as u32)
    };
    let mut start = 0;
    let claims = parsed.iter().map(|line| {
        let evidence = format!("{} {} {}.", line.source, line.relation, line.target);
        let sentence = CharSpan {
            start,
            end: start + evidence.chars().count() as u32,
        };
        start = sentence.end + 1;
        let speakers = line.speakers.join("+");
        Claim {
            id: format!(
                "{document}:{}:{speakers}:{}",
                evidence,
                line.status.as_str()
            ),
            source: index(line.source),
            relation: line.relation.to_owned(),
            target: index(line.target),
            item: None,
            quantity: None,
            place: None,
            status: line.status,
            attributed_to: line.speakers.iter().map(|name| index(name)).collect(),
            date: date.parse().ok(),
            evidence,
            spans: ClaimSpans {
                sentence,
                trigger: sentence,
                ..ClaimSpans::default()
            },
            frame: format!("{}/en/test", line.relation),
            when: None,
            reliability: Some(70),
        }
    });
    Reading {
        document: Publication {
            name: document.to_owned(),
            date: date.parse().ok(),
            fingerprint: format!("f-{document}"),
            ..Publication::default()
        },
        claims: claims.collect(),
        actors,
        ..Reading::default()
    }
}

/// Returns the graph of one document.
pub fn graph(lines: &[&str]) -> ActorGraph {
    ActorGraph::collect([reading("daily.txt", "2024-03-01", lines)])
}

/// Returns a graph as JSON text.
pub fn json(graph: &ActorGraph) -> String {
    written(graph, "json")
}

/// Returns a graph in a format.
pub fn written(graph: &ActorGraph, format: &str) -> String {
    let format = whom::export::Format::from_name(format).expect("a format of ours");
    let mut out = Vec::new();
    format
        .write(graph, &mut out)
        .expect("memory can be written");
    String::from_utf8(out).expect("formats are UTF-8")
}

/// A story that uses every certainty, parallel ties and a symmetric relation.
pub const STORY: [&str; 10] = [
    "Norland supplies Ostmark",
    "Norland supplies Ostmark (denied, Norland)",
    "Ostmark trains Norland_army (actual, Herald)",
    "Norland deploys Kell (planned)",
    "Kell_militia attacks Norland_army (possible, Herald, witnesses)",
    "Norland_army occupies Kell (denied)",
    "Norland meets Ostmark",
    "Ostmark meets Norland (actual, Herald)",
    "Herald reports Norland",
    "Norland_army part_of Norland",
];

struct Line<'a> {
    source: &'a str,
    relation: &'a str,
    target: &'a str,
    status: Status,
    speakers: Vec<&'a str>,
}

impl<'a> Line<'a> {
    fn parse(line: &'a str) -> Line<'a> {
        let (claim, detail) = line.split_once(" (").unwrap_or((line, "actual)"));
        let [source, relation, target] = claim.split(' ').collect::<Vec<_>>()[..] else {
            panic!("not a claim: {line}");
        };
        let mut details = detail.trim_end_matches(')').split(", ");
        let status = details.next().and_then(Status::from_name);
        Line {
            source,
            relation,
            target,
            status: status.expect("a status comes first"),
            speakers: details.collect(),
        }
    }

    fn names(&self) -> Vec<&'a str> {
        let mut names = self.speakers.clone();
        names.extend([self.source, self.target]);
        names
    }
}

fn actor(name: &str) -> Actor {
    let kind = match name {
        "Herald" => ActorKind::Media,
        "Norland_army" => ActorKind::Unit,
        "Kell" => ActorKind::Place,
        "Kell_militia" => ActorKind::ArmedGroup,
        "witnesses" => ActorKind::Group,
        _ => ActorKind::Country,
    };
    let shown = name.replace('_', " ");
    Actor {
        id: format!("{}/{}", kind.as_str(), name.to_lowercase()),
        aliases: vec![shown.clone(), format!("the {shown}")],
        country: name.starts_with("Norland").then(|| "Norland".to_owned()),
        name: shown,
        kind,
        wikidata: None,
        code: None,
    }
}
