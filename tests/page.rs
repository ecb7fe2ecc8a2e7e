//! The page: its policy, its data, and what hostile or odd graphs make of it.

use crate::samples::{STORY, graph, json, reading, written};
use sha2::{Digest, Sha256};
use whom::graph::ActorGraph;

/// Returns what stands between a start tag and the next end tag of a kind.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = page
        .split_once(start)
        .unwrap_or_else(|| panic!("no {start}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end}")).0
}

fn data(page: &str, id: &str) -> serde_json::Value {
    let start = format!("<script type=\"application/json\" id=\"{id}\">");
    serde_json::from_str(between(page, &start, "</script>")).expect("it is JSON")
}

/// Standard base64, as a Content-Security-Policy writes hashes.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let mut group = [0; 3];
        group[..chunk.len()].copy_from_slice(chunk);
        let bits = u32::from_be_bytes([0, group[0], group[1], group[2]]);
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at)) as usize & 63];
            text.push(if at <= chunk.len() {
                digit as char
            } else {
                '='
            });
        }
    }
    text
}

#[test]
fn the_policy_allows_just_the_pages_own_script_and_styles() {
    let page = written(&graph(&STORY), "html");
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\">");
    let hash = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text)));
    let script = hash(between(&page, "<script>", "</script>"));
    let style = hash(between(&page, "<style>", "</style>"));
    let expected = [
        "default-src 'none'".to_owned(),
        format!("script-src {script}"),
        format!("style-src {style}"),
        "img-src data:".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ];
    assert_eq!(policy.split("; ").collect::<Vec<_>>(), expected);
    assert_eq!(page.matches("<script").count(), 3, "two of them are data");
    assert!(!page.contains("src=\"http") && !page.contains("@import"));
}

#[test]
fn the_pages_data_is_the_graphs_json() {
    let graph = graph(&STORY);
    let page = written(&graph, "html");
    let kept = data(&page, "graph");
    assert_eq!(
        kept,
        serde_json::from_str::<serde_json::Value>(&json(&graph)).expect("it is JSON")
    );
    let places = data(&page, "page")["places"]
        .as_array()
        .map(Vec::len)
        .expect("a list");
    assert_eq!(places, graph.petgraph().node_count());
}

#[test]
fn nothing_in_a_name_or_sentence_ends_the_data_or_the_title() {
    let hostile =
        "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> & \u{2028}\"'";
    let mut reading = reading("h.txt", "2024-03-01", &["A trains B", "A trains A"]);
    reading.actors[0].name = hostile.to_owned();
    reading.claims[0].evidence = hostile.to_owned();
    reading.document.title = Some(format!("</title>{hostile}%GRAPH%\u{7}"));
    let graph = ActorGraph::collect([reading]);
    let page = written(&graph, "html");
    assert_eq!(page.matches("<script").count(), 3);
    assert_eq!(page.matches("</script").count(), 3);
    let head = page.split("<style>").next().unwrap_or_default();
    assert_eq!(head.matches("</title").count(), 1);
    assert!(!page.contains("<img"));
    let nodes = data(&page, "graph")["nodes"].clone();
    assert!(
        nodes
            .as_array()
            .expect("a list")
            .iter()
            .any(|n| n["name"] == hostile)
    );
}

#[test]
fn odd_graphs_make_whole_pages() {
    let mut alone = reading("a.txt", "", &["Norland trains Kell"]);
    alone.claims.clear();
    alone.actors.truncate(1);
    let loops = graph(&["Norland trains Norland", "Norland praises Norland"]);
    for (graph, nodes, edges) in [
        (ActorGraph::default(), 0, 0),
        (ActorGraph::collect([alone]), 1, 0),
        (loops, 1, 2),
    ] {
        let page = written(&graph, "html");
        let kept = data(&page, "graph");
        let count = |name: &str| kept[name].as_array().map(Vec::len);
        assert_eq!((count("nodes"), count("edges")), (Some(nodes), Some(edges)));
        assert!(page.ends_with("</html>\n"));
    }
}

#[test]
fn a_large_graph_has_places_for_the_best_supported_alone() {
    let name = |i: usize| format!("Land{i:03}");
    let lines: Vec<String> = (1..200)
        .map(|i| format!("{} supplies {}", name(i), name(i / 2)))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let graph = graph(&lines);
    let page = data(&written(&graph, "html"), "page");
    let first = page["first"].as_array().expect("a list");
    assert_eq!(first.len(), 150);
    let distinct: std::collections::BTreeSet<String> =
        first.iter().map(|place| place.to_string()).collect();
    assert_eq!(distinct.len(), 150);
    let small = data(&written(&crate::samples::graph(&STORY), "html"), "page");
    assert_eq!(small["first"], serde_json::json!([]));
}

#[test]
fn countries_come_with_their_codes() {
    let mut reading = reading("a.txt", "2024-03-01", &["Norland trains Kell"]);
    for actor in &mut reading.actors {
        actor.country = Some("Togo".to_owned());
    }
    let page = written(&ActorGraph::collect([reading]), "html");
    assert_eq!(
        data(&page, "page")["codes"],
        serde_json::json!({"Togo": "TG"})
    );
}
