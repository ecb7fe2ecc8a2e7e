//! Paths: which are found, in what order, along which ties.

use crate::samples::graph;
use whom::graph::{ActorGraph, Direction, Path, PathQuery};

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
        let costs: Vec<usize> = found.found.iter().map(|path| path.cost).collect();
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
