use super::*;
use crate::actors::{Actor, ActorIndex, ActorKind};
use crate::claims::{Claim, ClaimSpans, Status};
use crate::reading::{Publication, Reading};
use std::time::{Duration, Instant};

/// Returns a graph of numbered actors, tied as given.
fn graph(actors: usize, ties: &[(usize, usize)]) -> ActorGraph {
    let actor = |i: usize| Actor {
        id: format!("person/p{i:05}"),
        name: format!("Person number {i}"),
        kind: ActorKind::Person,
        country: None,
        aliases: Vec::new(),
        wikidata: None,
        code: None,
    };
    let claim = |&(a, b): &(usize, usize)| Claim {
        id: format!("{a}-{b}"),
        source: ActorIndex(a as u32),
        relation: "supplies".to_owned(),
        target: ActorIndex(b as u32),
        item: None,
        quantity: None,
        place: None,
        status: Status::Actual,
        attributed_to: Vec::new(),
        date: None,
        evidence: String::new(),
        spans: ClaimSpans::default(),
        frame: String::new(),
        when: None,
        reliability: None,
    };
    ActorGraph::collect([Reading {
        document: Publication::default(),
        actors: (0..actors).map(actor).collect(),
        claims: ties.iter().map(claim).collect(),
        ..Reading::default()
    }])
}

/// Returns ties as they are in news: a few actors have most of them.
fn news(actors: usize, ties: usize) -> Vec<(usize, usize)> {
    let mut state = 7_u64;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let unit = (state >> 40) as f64 / (1_u64 << 24) as f64;
        (unit * below as f64) as usize
    };
    let mut chosen = Vec::new();
    for node in 1..actors {
        let reach = next(node) + 1;
        chosen.push((node, next(reach)));
    }
    while chosen.len() < ties {
        let reach = next(actors) + 1;
        chosen.push((next(actors), next(reach)));
    }
    chosen
}

fn overlaps(layout: &Layout) -> usize {
    let mut count = 0;
    for a in 0..layout.positions.len() {
        for b in 0..a {
            let (p, q) = (layout.positions[a], layout.positions[b]);
            let (s, t) = (layout.sizes[a], layout.sizes[b]);
            let apart = (p.x - q.x).abs() * 2.0 >= s.width + t.width
                || (p.y - q.y).abs() * 2.0 >= s.height + t.height;
            count += usize::from(!apart);
        }
    }
    count
}

fn moved(graph: &ActorGraph, before: &Layout, grown: &ActorGraph, after: &Layout) -> f64 {
    let mut steps: Vec<f64> = Vec::new();
    for node in grown.petgraph().node_indices() {
        let id = &grown.actor(node).id;
        let mut nodes = graph.petgraph().node_indices();
        if let Some(old) = nodes.find(|&old| graph.actor(old).id == *id) {
            let (p, q) = (before.positions[old.index()], after.positions[node.index()]);
            steps.push(((p.x - q.x).powi(2) + (p.y - q.y).powi(2)).sqrt());
        }
    }
    steps.iter().sum::<f64>() / steps.len() as f64
}

fn diagonal(layout: &Layout) -> f64 {
    let (x, y) = (layout.max.x - layout.min.x, layout.max.y - layout.min.y);
    (x * x + y * y).sqrt()
}

#[test]
fn no_two_boxes_overlap_and_every_number_is_finite() {
    let crowd: Vec<(usize, usize)> = (1..120).map(|i| (0, i)).collect();
    for (actors, ties) in [
        (0, vec![]),
        (1, vec![]),
        (1, vec![(0, 0)]),
        (2, vec![(0, 1), (1, 0), (0, 1)]),
        (30, vec![]),
        (120, crowd),
        (150, news(150, 300)),
        (600, news(600, 1500)),
    ] {
        let layout = place(&graph(actors, &ties));
        assert_eq!(layout.positions.len(), actors);
        assert_eq!(overlaps(&layout), 0, "{actors} actors, {ties:?}");
        for (place, size) in layout.positions.iter().zip(&layout.sizes) {
            assert!(place.x - size.width / 2.0 >= layout.min.x - 1e-6);
            assert!(place.x + size.width / 2.0 <= layout.max.x + 1e-6);
            assert!(place.y - size.height / 2.0 >= layout.min.y - 1e-6);
            assert!(place.y + size.height / 2.0 <= layout.max.y + 1e-6);
        }
    }
}

#[test]
fn the_same_graph_lands_in_the_same_place() {
    let ties = news(80, 160);
    let mut backwards = ties.clone();
    backwards.reverse();
    assert_eq!(place(&graph(80, &ties)), place(&graph(80, &backwards)));
}

#[test]
fn who_is_tied_stands_nearer_than_who_is_not() {
    let chain: Vec<(usize, usize)> = (1..8).map(|i| (i - 1, i)).collect();
    let layout = place(&graph(8, &chain));
    let apart = |a: usize, b: usize| {
        let (p, q) = (layout.positions[a], layout.positions[b]);
        ((p.x - q.x).powi(2) + (p.y - q.y).powi(2)).sqrt()
    };
    assert!(apart(0, 7) > 3.0 * apart(0, 1));
    // A chain lies; it does not stand.
    assert!(layout.max.x - layout.min.x > 2.0 * (layout.max.y - layout.min.y));
}

#[test]
fn a_grown_graph_keeps_its_places_when_they_are_known() {
    let mut ties = news(60, 110);
    let small = graph(60, &ties);
    let before = place(&small);
    ties.extend([(60, 3), (60, 17), (12, 40)]);
    let grown = graph(61, &ties);
    let earlier = small
        .petgraph()
        .node_indices()
        .map(|node| (small.actor(node).id.clone(), before.positions[node.index()]));
    let kept = place_near(&grown, &earlier.collect());
    assert_eq!(overlaps(&kept), 0);
    let drift = moved(&small, &before, &grown, &kept) / diagonal(&before);
    let anew = moved(&small, &before, &grown, &place(&grown)) / diagonal(&before);

    assert!(drift < 0.03, "moved by {drift:.3} of the diagonal");
    assert!(anew < 0.15, "moved by {anew:.3} of the diagonal");
}

#[test]
fn places_that_are_no_numbers_are_ignored() {
    let some = graph(3, &[(0, 1), (1, 2)]);
    let nowhere = Point {
        x: f64::NAN,
        y: 0.0,
    };
    let earlier = BTreeMap::from([("person/p00000".to_owned(), nowhere)]);
    assert_eq!(place_near(&some, &earlier), place(&some));
}

#[test]
fn a_thousand_actors_are_placed_quickly() {
    let large = graph(1000, &news(1000, 3000));
    let start = Instant::now();
    let layout = place(&large);
    println!(
        "1000: {:?} {} {}",
        start.elapsed(),
        layout.max.x,
        layout.max.y
    );
    assert!(start.elapsed() < Duration::from_secs(10));
    assert_eq!(overlaps(&layout), 0);
}

#[test]
fn small_and_middling_plans_keep_boxes_and_labels_apart() {
    for (actors, ties) in [
        (2, 1),
        (5, 9),
        (12, 20),
        (20, 30),
        (20, 60),
        (60, 110),
        (150, 300),
    ] {
        let graph = graph(actors, &news(actors, ties));
        let boxes = Boxes::of(&graph);
        let plan = plan(&graph, &boxes);
        let mut places = Vec::new();
        let mut sizes = Vec::new();
        for &node in &plan.drawn {
            places.push(plan.layout.positions[node]);
            sizes.push(plan.layout.sizes[node]);
        }
        for (pair, route) in &plan.routes {
            places.push(route.label);
            sizes.push(boxes.ties[pair]);
        }
        let all = Layout {
            positions: places,
            sizes,
            ..Layout::default()
        };
        assert_eq!(overlaps(&all), 0, "{actors} actors, {ties} ties");
        assert!(plan.labelled);
    }
}

#[test]
fn lines_keep_out_from_behind_the_boxes_of_others() {
    for (actors, ties, most) in [
        (5, 9, 0),
        (12, 20, 0),
        (20, 30, 0),
        (25, 35, 1),
        (60, 90, 30),
    ] {
        let graph = graph(actors, &news(actors, ties));
        let plan = plan(&graph, &Boxes::of(&graph));
        let behind = detour::behind_actors(&plan);
        assert!(
            behind <= most,
            "{actors} actors, {ties} ties: behind {behind} boxes"
        );
    }
}

#[test]
fn any_small_graph_is_layered_without_panicking() {
    for seed in 0..150_usize {
        let actors = 2 + seed % 22;
        let ties: Vec<(usize, usize)> = (0..1 + seed % 37)
            .map(|i| {
                let (a, b) = (i * 7 + seed * 13 + i * i, i * 11 + seed * 5 + 3);
                (a % actors, b % actors)
            })
            .filter(|(a, b)| a != b)
            .collect();
        let graph = graph(actors, &ties);
        let planned = plan(&graph, &Boxes::of(&graph));
        assert_eq!(planned, plan(&graph, &Boxes::of(&graph)));
        assert_eq!(planned.drawn.is_empty(), ties.is_empty());
    }
}
