//! Merging: any order, grouping and repetition gives the same graph.

use crate::samples::{STORY, json, reading};
use whom::graph::{ActorGraph, Certainty};
use whom::{Reading, export};

/// Three documents that share actors, one of them printed twice.
fn readings() -> Vec<Reading> {
    let first = reading("a.txt", "2024-03-01", &STORY);
    let second = reading(
        "b.txt",
        "2024-03-05",
        &[
            "Norland supplies Ostmark (actual, Herald)",
            "Norland trains Ostmark",
        ],
    );
    let mut reprint = second.clone();
    reprint.document.name = "c.txt".to_owned();
    let mut renamed = reading("d.txt", "2024-03-02", &["Norland meets Ostmark"]);
    renamed.actors[0].name = "Republic of Norland".to_owned();
    renamed.actors[0].country = None;
    vec![first, second, reprint, renamed]
}

fn permutations(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for shorter in permutations(count - 1) {
        for at in 0..count {
            let mut longer = shorter.clone();
            longer.insert(at, count - 1);
            all.push(longer);
        }
    }
    all
}

#[test]
fn order_does_not_matter() {
    let readings = readings();
    let expected = json(&ActorGraph::collect(readings.clone()));
    for order in permutations(readings.len()) {
        let shuffled = order.iter().map(|&at| readings[at].clone());
        assert_eq!(json(&ActorGraph::collect(shuffled)), expected, "{order:?}");
    }
}

#[test]
fn grouping_does_not_matter() {
    let readings = readings();
    let all = ActorGraph::collect(readings.clone());
    for order in permutations(readings.len()) {
        for cut in 0..=readings.len() {
            let part = |at: &[usize]| ActorGraph::collect(at.iter().map(|&i| readings[i].clone()));
            let merged = ActorGraph::merge([part(&order[..cut]), part(&order[cut..])]);
            assert_eq!(merged, all, "{order:?} cut at {cut}");
        }
    }
}

#[test]
fn repetition_does_not_matter() {
    let graph = ActorGraph::collect(readings());
    assert_eq!(ActorGraph::merge([graph.clone(), graph.clone()]), graph);
    assert_eq!(
        ActorGraph::merge([ActorGraph::default(), graph.clone()]),
        graph
    );
    let twice = readings().into_iter().chain(readings());
    assert_eq!(ActorGraph::collect(twice), graph);
}

#[test]
fn versions_of_one_document_join_in_any_order() {
    let mut versions = vec![reading("a.txt", "2024-03-01", &STORY); 3];
    versions[1].actors[0].name = "Somebody else".to_owned();
    versions[1].claims[0].item = Some("trucks".to_owned());
    versions[2].claims.truncate(2);
    versions[2].document.title = Some("Trucks".to_owned());
    let all = ActorGraph::collect(versions.clone());
    for order in permutations(3) {
        let [a, b, c] = [0, 1, 2].map(|at| ActorGraph::collect([versions[order[at]].clone()]));
        let left = ActorGraph::merge([ActorGraph::merge([a.clone(), b.clone()]), c.clone()]);
        let right = ActorGraph::merge([a, ActorGraph::merge([b, c])]);
        assert_eq!(left, all, "{order:?}");
        assert_eq!(right, all, "{order:?}");
    }
}

#[test]
fn a_text_printed_twice_is_one_source() {
    let graph = ActorGraph::collect(readings());
    let by = |relation: &str, source: &str| {
        let edges = graph.petgraph().edge_indices();
        let mut ties = edges.filter(|&e| graph.actor(graph.ends(e).0).name == source);
        ties.find(|&e| graph.tie(e).relation() == relation)
            .map(|e| graph.tie(e))
    };
    let attacks = by("trains", "Norland").expect("the reprint has it");
    assert_eq!((attacks.claims().len(), attacks.sources()), (1, 1));
}

#[test]
fn certainty_follows_from_all_claims() {
    let graph = crate::samples::graph(&STORY);
    let certainty = |relation: &str| {
        let mut ties = graph.petgraph().edge_weights();
        ties.find(|tie| tie.relation() == relation)
            .map(|tie| tie.certainty())
    };
    assert_eq!(certainty("supplies"), Some(Certainty::Disputed));
    assert_eq!(certainty("trains"), Some(Certainty::Claimed));
    assert_eq!(certainty("deploys"), Some(Certainty::Planned));
    assert_eq!(certainty("occupies"), Some(Certainty::Denied));
    assert_eq!(certainty("part_of"), Some(Certainty::Stated));
}

#[test]
fn a_symmetric_relation_is_one_tie() {
    let graph = crate::samples::graph(&["Norland meets Ostmark", "Ostmark meets Norland"]);
    assert_eq!(graph.petgraph().edge_count(), 1);
    assert_eq!(graph.claims().count(), 2);
}

#[test]
fn json_is_read_back_without_loss() {
    let graph = ActorGraph::collect(readings());
    let text = json(&graph);
    let back = ActorGraph::from_json(&text, "graph.json".as_ref()).expect("it was just written");
    assert_eq!(back, graph);
    assert_eq!(json(&back), text);
}

#[test]
fn readings_are_read_back_without_loss() {
    for reading in readings() {
        let mut line = Vec::new();
        export::write_reading(&reading, &mut line).expect("memory can be written");
        let line = String::from_utf8(line).expect("JSON is UTF-8");
        assert_eq!(
            export::parse_reading(line.trim_end()).as_ref(),
            Ok(&reading)
        );
    }
}

#[test]
fn two_actors_of_one_name_are_told_apart() {
    let mut second = reading("b.txt", "2024-03-01", &["Norland meets Ostmark"]);
    second.actors[1].id = "country/other".to_owned();
    let graph = ActorGraph::collect([reading("a.txt", "", &["Norland meets Ostmark"]), second]);
    let mut names: Vec<&str> = graph
        .petgraph()
        .node_weights()
        .map(|a| a.name.as_str())
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "Norland",
            "Ostmark (country/ostmark)",
            "Ostmark (country/other)"
        ]
    );
}

/// Articles about a few persons and bodies, many of which share a surname or a part of a name.
fn articles() -> Vec<whom::text::Document> {
    let people = ["Ana Weiss", "Petro Orlovskyi", "Jon Berg", "Ana B. Weiss"];
    let bodies = [
        "Kell Harbour Office",
        "Institute for Nordic Reform",
        "Zorn Relief Fund",
    ];
    let deeds = ["criticised", "met", "praised", "accused"];
    let article = |number: usize| {
        let person = people[number % people.len()];
        let surname = person.rsplit(' ').next().unwrap_or(person);
        let body = bodies[number % bodies.len()];
        let deed = deeds[(number / 3) % deeds.len()];
        let other = people[(number / 2 + 1) % people.len()];
        let text = format!(
            "Norwegian Foreign Minister {person} {deed} the {body} on Monday. {surname} later met {other}. \
             The {body} sent trucks to Latvia, {other} said."
        );
        whom::text::Document {
            name: format!("{number:02}.txt"),
            text,
            ..whom::text::Document::default()
        }
    };
    (0..24).map(article).collect()
}

#[test]
fn articles_in_any_order_and_grouping_give_the_same_graph() {
    let whom = whom::Whom::new().expect("the embedded data loads");
    let readings: Vec<Reading> = articles()
        .iter()
        .map(|article| whom.read(article))
        .collect();
    let expected = json(&ActorGraph::collect(readings.clone()));
    for step in [5, 7, 11, 23] {
        let order: Vec<Reading> = (0..readings.len())
            .map(|at| readings[(at * step + 3) % readings.len()].clone())
            .collect();
        assert_eq!(
            json(&ActorGraph::collect(order.clone())),
            expected,
            "step {step}"
        );
        let parts = order
            .chunks(step)
            .map(|part| ActorGraph::collect(part.to_vec()));
        assert_eq!(
            json(&ActorGraph::merge(parts)),
            expected,
            "groups of {step}"
        );
    }
}
