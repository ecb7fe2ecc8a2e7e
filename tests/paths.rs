//! Paths: which are found, in what order, along which ties.

use crate::command::Test;
use crate::samples::{STORY, graph, json, reading};
use whom::graph::{ActorGraph, Direction, Path, PathQuery, Weight};

/// Returns the paths between two actors, each as `A >supplies> B <trains< C`.
fn paths(graph: &ActorGraph, from: &str, to: &str, query: &PathQuery) -> Vec<String> {
    let [from, to] = [from, to].map(|name| graph.candidates(name)[0]);
    let found = graph.paths(from, to, query).found;
    found.iter().map(|path| told(graph, path)).collect()
}

fn told(graph: &ActorGraph, path: &Path) -> String {
    let mut told = graph.actor(path.hops[0].from).name.clone();
    for hop in &path.hops {
        let relation = graph.tie(hop.edge).relation();
        let mark = if hop.forward { '>' } else { '<' };
        told += &format!(" {mark}{relation}{mark} {}", graph.actor(hop.to).name);
    }
    told
}

#[test]
fn deeds_come_before_speech() {
    let graph = graph(&["A accuses C", "A supplies B", "B trains C"]);
    let query = PathQuery::default();
    assert_eq!(
        paths(&graph, "A", "C", &query),
        ["A >accuses> C", "A >supplies> B >trains> C"]
    );
    let silent = PathQuery {
        speech: false,
        ..query
    };
    assert_eq!(
        paths(&graph, "A", "C", &silent),
        ["A >supplies> B >trains> C"]
    );
}

#[test]
fn speech_costs_an_extra_tie() {
    let graph = graph(&[
        "A reports B",
        "B reports C",
        "A trains D",
        "D trains E",
        "E trains C",
    ]);
    assert_eq!(
        paths(&graph, "A", "C", &PathQuery::default()),
        [
            "A >trains> D >trains> E >trains> C",
            "A >reports> B >reports> C",
        ]
    );
}

#[test]
fn parallel_ties_are_different_paths() {
    let graph = graph(&["A supplies B", "A trains B", "B attacks C", "A meets B"]);
    assert_eq!(paths(&graph, "A", "C", &PathQuery::default()).len(), 3);
}

#[test]
fn arrows_show_the_way_and_direction_restricts_it() {
    let graph = graph(&["B supplies A", "B trains C", "A meets C"]);
    let any = paths(&graph, "A", "C", &PathQuery::default());
    assert_eq!(any, ["A >meets> C", "A <supplies< B >trains> C"]);
    let along = |direction| PathQuery {
        direction,
        ..PathQuery::default()
    };
    assert_eq!(paths(&graph, "B", "C", &along(Direction::Out)).len(), 2);
    // Meeting holds both ways, so it can be walked against the order in the text.
    assert_eq!(
        paths(&graph, "C", "A", &along(Direction::Out)),
        ["C <meets< A"]
    );
    assert_eq!(paths(&graph, "C", "B", &along(Direction::In)).len(), 2);
}

#[test]
fn denied_ties_are_walked_on_request_only() {
    let graph = graph(&["A supplies B (denied, A)"]);
    assert!(paths(&graph, "A", "B", &PathQuery::default()).is_empty());
    let all = PathQuery {
        include_denied: true,
        ..PathQuery::default()
    };
    assert_eq!(paths(&graph, "A", "B", &all), ["A >supplies> B"]);
}

#[test]
fn better_supported_paths_come_first() {
    let graph = graph(&[
        "A supplies B",
        "B supplies D",
        "A supplies C",
        "A supplies C (actual, Herald)",
        "C supplies D",
    ]);
    assert_eq!(
        paths(&graph, "A", "D", &PathQuery::default())[0],
        "A >supplies> C >supplies> D"
    );
}

#[test]
fn no_actor_comes_twice_and_limits_hold() {
    let graph = graph(&[
        "A trains B",
        "B trains C",
        "C trains A",
        "C trains D",
        "D trains E",
        "E trains F",
        "A trains A",
    ]);
    let query = PathQuery {
        max_hops: 5,
        ..PathQuery::default()
    };
    assert_eq!(paths(&graph, "A", "F", &query).len(), 2);
    assert!(
        paths(
            &graph,
            "A",
            "F",
            &PathQuery {
                max_hops: 3,
                ..query.clone()
            }
        )
        .is_empty()
    );
    let one = PathQuery { limit: 1, ..query };
    let [a, f] = ["A", "F"].map(|name| graph.candidates(name)[0]);
    let cut = graph.paths(a, f, &one);
    assert_eq!(cut.found.len(), 1);
    assert!(cut.more);
}

#[test]
fn a_bound_may_be_any_number() {
    let graph = graph(&["A trains B", "C trains B"]);
    let query = PathQuery {
        max_hops: usize::MAX,
        limit: usize::MAX,
        ..PathQuery::default()
    };
    assert_eq!(paths(&graph, "A", "C", &query).len(), 1);
    let none = PathQuery {
        max_hops: 0,
        ..query
    };
    assert!(paths(&graph, "A", "C", &none).is_empty());
}

#[test]
fn a_path_passes_where_it_must() {
    let graph = graph(&["A trains C", "A trains B", "B trains C"]);
    let via = vec![graph.candidates("B")[0]];
    let query = PathQuery {
        via,
        ..PathQuery::default()
    };
    assert_eq!(paths(&graph, "A", "C", &query), ["A >trains> B >trains> C"]);
}

#[test]
fn weights_choose_what_is_near() {
    let graph = graph(&[
        "A supplies D (possible)",
        "A supplies B",
        "A supplies B (actual, Herald)",
        "A supplies B (actual, witnesses)",
        "B supplies D",
        "B supplies D (actual, Herald)",
        "B supplies D (actual, witnesses)",
        "A supplies C (actual, Herald)",
        "C supplies D",
    ]);
    let first = |weight| {
        let query = PathQuery {
            weight,
            ..PathQuery::default()
        };
        paths(&graph, "A", "D", &query)[0].clone()
    };
    assert_eq!(first(Weight::Hops), "A >supplies> D");
    // 1/ln 4 twice is 1.443, as much as 1/ln 2 once: the shorter path comes first.
    assert_eq!(first(Weight::Evidence), "A >supplies> D");
    assert_eq!(first(Weight::Certainty), "A >supplies> B >supplies> D");
    let query = PathQuery {
        weight: Weight::Evidence,
        ..PathQuery::default()
    };
    let [a, d] = ["A", "D"].map(|name| graph.candidates(name)[0]);
    let costs: Vec<f64> = graph
        .paths(a, d, &query)
        .found
        .iter()
        .map(|p| p.cost)
        .collect();
    assert!((costs[0] - 1.0 / 2f64.ln()).abs() < 1e-5, "{costs:?}");
    assert!((costs[2] - 2.0 / 2f64.ln()).abs() < 1e-5, "{costs:?}");
}

#[test]
fn dates_need_not_fall() {
    let graph = ActorGraph::collect([
        reading("a.txt", "2024-03-01", &["B trains C"]),
        reading("b.txt", "2024-03-05", &["A trains B", "B supplies C"]),
        reading("c.txt", "", &["A trains D", "D trains C"]),
    ]);
    let query = PathQuery {
        in_order: true,
        ..PathQuery::default()
    };
    assert_eq!(
        paths(&graph, "A", "C", &query),
        ["A >trains> B >supplies> C"]
    );
    assert_eq!(
        paths(&graph, "C", "A", &query),
        ["C <trains< B <trains< A", "C <supplies< B <trains< A"]
    );
}

#[test]
fn a_tie_of_many_dates_serves_any_of_them() {
    let graph = ActorGraph::collect([
        reading("a.txt", "2024-03-09", &["B trains C"]),
        reading("b.txt", "2024-03-01", &["B trains C"]),
        reading("c.txt", "2024-03-05", &["A trains B"]),
    ]);
    let query = PathQuery {
        in_order: true,
        ..PathQuery::default()
    };
    assert_eq!(paths(&graph, "A", "C", &query), ["A >trains> B >trains> C"]);
}

#[test]
fn one_path_is_the_first_of_many() {
    let graph = graph(&STORY);
    let [from, to] = ["Herald", "Kell"].map(|name| graph.candidates(name)[0]);
    let query = PathQuery::default();
    let all = graph.paths(from, to, &query);
    assert_eq!(graph.path(from, to, &query).as_ref(), all.found.first());
    assert_eq!(graph.path(from, from, &query), None);
}

#[test]
fn a_search_that_gives_up_has_the_best_paths() {
    let lines: Vec<String> = (0..9)
        .flat_map(|a| {
            (0..9)
                .filter(move |b| *b != a)
                .map(move |b| format!("N{a} trains N{b}"))
        })
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let graph = graph(&lines);
    let [from, to] = ["N0", "N8"].map(|name| graph.candidates(name)[0]);
    let query = PathQuery {
        limit: usize::MAX,
        max_hops: 8,
        max_steps: 500,
        ..PathQuery::default()
    };
    let cut = graph.paths(from, to, &query);
    assert!(cut.gave_up && !cut.found.is_empty());
    let whole = graph.paths(
        from,
        to,
        &PathQuery {
            limit: 10,
            max_hops: 2,
            ..query.clone()
        },
    );
    assert_eq!(cut.found[..2], whole.found[..2]);
}

fn with_story(args: &[&str]) -> Test {
    Test::new()
        .file("story.json", json(&graph(&STORY)))
        .args(&["path", "Ostmark", "Norland"])
        .args(args)
        .args(&["-g", "story.json"])
}

#[test]
fn every_path_is_printed_on_request() {
    let ran = with_story(&["--all", "--max-length", "2", "-f", "jsonl"]).success();
    let paths: Vec<serde_json::Value> = ran
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect();
    assert_eq!(paths.len(), 3, "{}", ran.stdout);
    assert_eq!(
        paths[2]["ties"][0]["claims"][0]["evidence"],
        "Ostmark trains Norland_army."
    );
    with_story(&["--all", "--max-steps", "1"])
        .stderr("the search was cut short after 1 steps")
        .code(1);
    with_story(&["--weight", "evidence", "--in-order"])
        .stdout("meets")
        .success();
}

#[test]
fn paths_are_drawn() {
    with_story(&["-f", "dot", "-r", "trains,part_of,attacks"])
        .stdout("digraph")
        .stdout("“Ostmark trains Norland_army.”")
        .success();
    let ran = with_story(&["-f", "mermaid", "-r", "trains,part_of,meets"]).success();
    assert!(ran.stdout.starts_with("flowchart LR\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("{{\"Norland army\"}}:::unit"));
    assert!(
        ran.stdout
            .contains("<-->|\"meets ×2 · “Norland meets Ostmark.” in its own voice\"|"),
        "{}",
        ran.stdout
    );
}

/// Every path of a random multigraph, against a plain enumeration that prunes nothing.
#[test]
fn nothing_is_missed_on_random_graphs() {
    let mut state = 7_u64;
    let mut random = |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let relations = ["trains", "supplies", "reports", "meets"];
    for _ in 0..60 {
        let lines: Vec<String> = (0..14)
            .map(|_| {
                let relation = relations[random(4) as usize];
                format!("N{} {relation} N{}", random(6), random(6))
            })
            .chain(["N0 trains N5".to_owned()])
            .collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let graph = graph(&lines);
        let [from, to] = ["N0", "N5"].map(|name| graph.candidates(name)[0]);
        let query = PathQuery {
            limit: 10_000,
            max_hops: 4,
            ..PathQuery::default()
        };
        let found = graph.paths(from, to, &query);
        let mut plain = 0;
        count(&graph, from, to, &mut vec![from], 4, &mut plain);
        assert_eq!(found.found.len(), plain, "{lines:?}");
        let costs: Vec<f64> = found.found.iter().map(|path| path.cost).collect();
        assert!(costs.is_sorted(), "{costs:?}");
    }
}

type Node = whom::petgraph::graph::NodeIndex;

fn count(
    graph: &ActorGraph,
    at: Node,
    goal: Node,
    seen: &mut Vec<Node>,
    left: usize,
    total: &mut usize,
) {
    if left == 0 {
        return;
    }
    for edge in graph.petgraph().edge_indices() {
        let (from, to) = graph.ends(edge);
        let next = match at {
            _ if from == to => continue,
            at if at == from => to,
            at if at == to => from,
            _ => continue,
        };
        if next == goal {
            *total += 1;
        } else if !seen.contains(&next) {
            seen.push(next);
            count(graph, next, goal, seen, left - 1, total);
            seen.pop();
        }
    }
}
