//! Scores of small invented readings.

use crate::actors::{Actor, ActorIndex, ActorKind};
use crate::claims::{Claim, ClaimSpans, Status};
use crate::eval::{GoldActor, GoldClaim, GoldDocument, Scores, Tier, score};
use crate::reading::Reading;

const ACTORS: [&str; 4] = ["Ruritania", "Freedonia", "Oslo", "Ana Weiss"];

/// Reads "Ruritania supplies Oslo planned Ana Weiss": source, relation, target, status, speaker.
fn claim(line: &str) -> GoldClaim {
    let mut words = line.splitn(5, ' ').map(str::to_owned);
    let mut next = || words.next().unwrap_or_default();
    let (source, relation, target) = (next(), next(), next());
    let status = Some(next()).filter(|status| !status.is_empty());
    GoldClaim {
        source,
        relation,
        target,
        status: status.unwrap_or("actual".to_owned()),
        attributed_to: Some(next())
            .into_iter()
            .filter(|name| !name.is_empty())
            .collect(),
        ..GoldClaim::default()
    }
}

fn gold(lines: &[&str]) -> GoldDocument {
    let actors = ACTORS.map(|name| GoldActor {
        name: name.to_owned(),
        kind: "country".to_owned(),
        aliases: vec![name.to_owned()],
        ..GoldActor::default()
    });
    GoldDocument {
        document: "talks".to_owned(),
        actors: actors.to_vec(),
        claims: lines.iter().map(|line| claim(line)).collect(),
    }
}

fn reading(lines: &[&str]) -> Reading {
    let index = |name: &String| {
        let at = ACTORS.iter().position(|known| known == name);
        ActorIndex(at.expect("tests name known actors") as u32)
    };
    let mut reading = Reading::default();
    reading.document.name = "news/talks.txt".to_owned();
    reading.actors = ACTORS
        .map(|name| Actor {
            id: String::new(),
            name: name.to_owned(),
            kind: ActorKind::Country,
            country: None,
            aliases: Vec::new(),
            wikidata: None,
            code: None,
        })
        .to_vec();
    reading.claims = lines
        .iter()
        .map(|line| claim(line))
        .map(|claim| Claim {
            id: String::new(),
            source: index(&claim.source),
            relation: claim.relation.clone(),
            target: index(&claim.target),
            item: None,
            quantity: None,
            place: None,
            status: Status::from_name(&claim.status).expect("tests name known statuses"),
            attributed_to: claim.attributed_to.iter().map(index).collect(),
            date: None,
            evidence: String::new(),
            spans: ClaimSpans::default(),
            frame: String::new(),
            when: None,
            reliability: None,
        })
        .collect();
    reading
}

fn check(
    expected: &[&str],
    found: &[&str],
    strict: (usize, f64),
    pick: fn(&Scores) -> f64,
    value: f64,
) {
    let scores = score(&[gold(expected)], &[reading(found)]);
    assert_eq!((scores.strict.found, scores.strict.f1), strict, "{found:?}");
    assert!(
        (pick(&scores) - value).abs() < 1e-9,
        "{found:?}: {}",
        pick(&scores)
    );
}

#[test]
fn claims_are_compared() {
    let supply = "Ruritania supplies Freedonia";
    check(&[supply], &[supply], (1, 1.0), |s| s.status.f1, 1.0);
    check(&[supply], &[supply, supply], (1, 1.0), |s| s.actors.f1, 1.0);
    check(
        &[supply],
        &["Freedonia supplies Ruritania"],
        (1, 0.0),
        |s| s.pair.f1,
        0.0,
    );
    check(
        &[supply],
        &["Ruritania trains Freedonia"],
        (1, 0.0),
        |s| s.pair.f1,
        1.0,
    );
    check(
        &["Oslo meets Freedonia"],
        &["Freedonia meets Oslo"],
        (1, 1.0),
        |s| s.country.f1,
        1.0,
    );
    check(
        &["Oslo meets Freedonia denied"],
        &["Oslo meets Freedonia"],
        (1, 1.0),
        |s| s.status.f1,
        0.0,
    );
    check(
        &["Oslo meets Freedonia denied"],
        &["Oslo meets Freedonia denied"],
        (1, 1.0),
        |s| s.unsure.f1,
        1.0,
    );
}

#[test]
fn speakers_are_compared() {
    let said = "Oslo meets Freedonia actual Ana Weiss";
    check(&[said], &[said], (1, 1.0), |s| s.attribution_f1, 1.0);
    check(
        &[said],
        &["Oslo meets Freedonia"],
        (1, 1.0),
        |s| s.attribution_f1,
        0.0,
    );
}

#[test]
fn acceptable_claims_cost_nothing() {
    let mut loose = gold(&["Oslo aids Freedonia", "Oslo trains Freedonia"]);
    loose.claims[1].tier = Tier::Acceptable;
    loose.claims[0].also = vec!["visits".to_owned()];
    let found = |lines: &[&str]| score(std::slice::from_ref(&loose), &[reading(lines)]).strict;
    assert_eq!(found(&["Oslo aids Freedonia"]).f1, 1.0);
    assert_eq!(
        found(&["Oslo aids Freedonia", "Oslo trains Freedonia"]).f1,
        1.0
    );
    assert_eq!(found(&["Oslo visits Freedonia"]).f1, 1.0);
    assert_eq!(found(&["Oslo trains Freedonia"]).recall, 0.0);
}
