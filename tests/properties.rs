//! Merging random readings: commutative, associative, idempotent, whatever they hold.

use crate::samples::{json, reading};
use whom::Reading;
use whom::graph::{ActorGraph, Parts, ReviewFile};

/// A generator of numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const NAMES: [&str; 6] = [
    "Norland",
    "Ostmark",
    "Kell",
    "Herald",
    "Norland_army",
    "Zorn",
];

/// A reading of a few claims; documents come in versions, texts under several names, and actors
/// under names, kinds and countries that do not agree.
fn any_reading(random: &mut Random) -> Reading {
    let relations = ["supplies", "trains", "meets", "reports", "part_of"];
    let statuses = ["actual", "planned", "possible", "denied"];
    let lines: Vec<String> = (0..1 + random.below(5))
        .map(|_| {
            let [source, target, speaker] = [(); 3].map(|()| random.of(&NAMES));
            let (relation, status) = (random.of(&relations), random.of(&statuses));
            match random.below(2) {
                0 => format!("{source} {relation} {target} ({status})"),
                _ => format!("{source} {relation} {target} ({status}, {speaker})"),
            }
        })
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let name = random.of(&["a.txt", "b.txt", "c.txt", "d.txt"]);
    let date = random.of(&["", "2024-03-01", "2024-03-05"]);
    let mut made = reading(name, date, &lines);
    if random.below(3) == 0 {
        made.document.fingerprint = "the same text".to_owned();
    }
    if random.below(3) == 0 {
        made.document.title = Some(random.of(&["Trucks", "Talks"]).to_owned());
    }
    for actor in &mut made.actors {
        match random.below(5) {
            0 => actor.name = format!("{} proper", actor.name),
            1 => actor.country = Some(random.of(&["Norland", "Ostmark"]).to_owned()),
            2 => actor
                .aliases
                .push(random.of(&["the lot", "them"]).to_owned()),
            3 => actor.kind = whom::actors::ActorKind::Organization,
            _ => {}
        }
    }
    for claim in &mut made.claims {
        if random.below(4) == 0 {
            claim.item = Some(random.of(&["trucks", "bread"]).to_owned());
        }
    }
    made
}

/// What a reviewer might say of these readings.
fn any_parts(random: &mut Random, readings: Vec<Reading>) -> Parts {
    let claims: Vec<String> = readings
        .iter()
        .flat_map(|reading| &reading.claims)
        .map(|claim| claim.id.clone())
        .collect();
    let actors = [
        "country/norland",
        "country/ostmark",
        "place/kell",
        "country/zorn",
    ];
    let row = match random.below(6) {
        0 => format!("reject\t{}\t\twhy\tme", claims[random.below(claims.len())]),
        1 => format!("accept\t{}\t\t\tyou", claims[random.below(claims.len())]),
        2 => format!("same_as\t{}\tmedia/herald\t\tme", random.of(&actors)),
        3 => format!("not_same_as\t{}\tmedia/herald\t\tme", random.of(&actors)),
        4 => format!(
            "rename\t{}\t{}\t\tme",
            random.of(&actors),
            random.of(&["X", "Y"])
        ),
        _ => String::new(),
    };
    let file = ReviewFile::parse(&row, "r.tsv").expect("one row contradicts nothing");
    Parts {
        readings,
        review: file.review(),
        ..Parts::default()
    }
}

#[test]
fn merging_is_a_union() {
    let mut random = Random(11);
    for round in 0..300 {
        let [a, b, c] = [(); 3].map(|()| {
            let count = 1 + random.below(3);
            let readings = (0..count).map(|_| any_reading(&mut random)).collect();
            any_parts(&mut random, readings)
        });
        let graph = |parts: &Parts| ActorGraph::from_parts(parts.clone());
        let merge = |graphs: &[&ActorGraph]| ActorGraph::merge(graphs.iter().copied().cloned());
        let all = a.clone().join(b.clone()).join(c.clone());
        let expected = json(&graph(&all));
        let [a, b, c] = [&a, &b, &c].map(graph);
        let check = |what: &str, graph: &ActorGraph| {
            assert_eq!(json(graph), expected, "round {round}: {what}");
        };
        check("all at once", &merge(&[&a, &b, &c]));
        check("in another order", &merge(&[&c, &a, &b]));
        check("to the left", &merge(&[&merge(&[&a, &b]), &c]));
        check("to the right", &merge(&[&a, &merge(&[&b, &c])]));
        check("some twice", &merge(&[&a, &merge(&[&b, &a]), &c, &b]));
        check(
            "with nothing",
            &merge(&[&ActorGraph::default(), &a, &b, &c]),
        );
        let back = ActorGraph::from_json(&expected, "g.json".as_ref()).expect("just written");
        check("read back", &back);
        check("merged with itself", &merge(&[&back, &back]));
    }
}
