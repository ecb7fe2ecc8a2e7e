//! Looking at a graph: disputes, timelines, event tables, countries, figures.

use crate::command::Test;
use crate::samples::{STORY, graph, json, reading};
use whom::graph::{ActorGraph, Direction};

fn with_story(args: &[&str]) -> Test {
    Test::new()
        .file("story.json", json(&graph(&STORY)))
        .args(args)
        .args(&["-g", "story.json"])
}

#[test]
fn what_is_disputed_stands_side_by_side() {
    let ran = with_story(&["disputed", "--width", "85"]).success();
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "Norland ──supplies──▶ Ostmark   disputed · 2 sources",
            "   says so                                   denies it",
            "   2024-03-01  in its own voice              2024-03-01  according to Norland",
            "     [daily.txt]                               [daily.txt]",
            "     “Norland supplies Ostmark.”               “Norland supplies Ostmark.”",
        ]
    );
    let ran = with_story(&["disputed", "--json"]).success();
    let printed: serde_json::Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
    assert_eq!(
        printed["disputed"][0]["denies"][0]["attributed_to"][0],
        "Norland"
    );
    with_story(&["disputed", "--relation", "trains"])
        .stderr("nothing is disputed")
        .code(1);
}

#[test]
fn a_timeline_is_by_date() {
    let graph = ActorGraph::collect([
        reading("b.txt", "2024-03-05", &["Norland trains Ostmark"]),
        reading(
            "a.txt",
            "2024-03-01",
            &["Ostmark praises Norland", "Kell trains Norland"],
        ),
        reading("c.txt", "", &["Norland supplies Ostmark"]),
    ]);
    let timeline = |args: &[&str]| {
        Test::new()
            .file("g.json", json(&graph))
            .arg("timeline")
            .args(args)
            .args(&["-g", "g.json"])
    };
    let ran = timeline(&["Norland", "Ostmark"]).success();
    let dates: Vec<&str> = ran
        .stdout
        .lines()
        .filter_map(|line| line.strip_prefix("     ")?.split("  ").next())
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(dates, ["2024-03-01", "2024-03-05", "no date"]);
    timeline(&["Norland"])
        .stdout("Kell ──trains──▶ Norland\n")
        .success();
    let ran = timeline(&["Norland", "Ostmark", "--json"]).success();
    let printed: serde_json::Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
    assert_eq!(printed["timeline"][0]["relation"], "praises");
    timeline(&["Norland", "Kell", "--since", "2024-03-02"]).code(1);
}

#[test]
fn events_have_codes() {
    let ran = Test::new()
        .file(
            "a.txt",
            "The Norwegian army sent trucks to Latvia on Monday, Reuters said.",
        )
        .args(&["read", "a.txt", "-o", "g.json"])
        .success();
    let events = |args: &[&str]| {
        Test::new()
            .file("g.json", ran.read("g.json"))
            .arg("events")
            .args(args)
            .args(&["-g", "g.json", "--relation", "supplies"])
            .success()
    };
    let table = events(&[]).stdout.clone();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    let cell = |name: &str| {
        let at = rows[0].iter().position(|head| *head == name);
        rows[1][at.expect("the column is there")]
    };
    assert_eq!(rows[0].len(), rows[1].len());
    assert_eq!(
        (cell("source_country"), cell("source_sector")),
        ("NOR", "MIL")
    );
    assert_eq!((cell("target_country"), cell("target_sector")), ("LVA", ""));
    assert_eq!((cell("plover"), cell("cameo")), ("AID", "07"));
    assert_eq!((cell("status"), cell("speaker")), ("actual", "Reuters"));
    assert_eq!(cell("document"), "a.txt");
    assert!(
        events(&["-f", "csv"])
            .stdout
            .contains("\"The Norwegian army sent trucks to Latvia on Monday, Reuters said.\"")
    );
    let line = events(&["-f", "jsonl"]).stdout.clone();
    let object: serde_json::Value = serde_json::from_str(&line).expect("it is JSON");
    assert_eq!(object["target_country"], "LVA");
}

#[test]
fn events_are_counted_by_month() {
    let lines = [
        "Norland supplies Ostmark",
        "Norland supplies Ostmark (actual, Herald)",
    ];
    let graph = ActorGraph::collect([
        reading("a.txt", "2024-03-01", &lines),
        reading("b.txt", "2024-03-01", &lines[..1]),
        reading("c.txt", "2024-04-01", &lines[..1]),
        reading("d.txt", "", &lines[..1]),
    ]);
    let ran = Test::new()
        .file("g.json", json(&graph))
        .args(&["events", "--counts", "-f", "csv", "-g", "g.json"])
        .success();
    assert_eq!(
        ran.stdout,
        "month,source_country,target_country,plover,status,claims,events,texts\n\
         ,,,AID,actual,1,1,1\n2024-03,,,AID,actual,3,1,2\n2024-04,,,AID,actual,1,1,1\n"
    );
}

#[test]
fn figures_tell_ranks_and_communities() {
    let graph = graph(&[
        "A trains B",
        "B trains C",
        "C trains A",
        "C trains D",
        "D trains E",
        "E trains F",
        "F trains D",
    ]);
    let communities = graph.communities();
    let names: Vec<Vec<&str>> = communities
        .iter()
        .map(|all| {
            all.iter()
                .map(|&node| graph.actor(node).name.as_str())
                .collect()
        })
        .collect();
    assert_eq!(names, [["A", "B", "C"], ["D", "E", "F"]]);
    let between = graph.betweenness();
    let [a, c, d] = ["A", "C", "D"].map(|name| between[graph.candidates(name)[0].index()]);
    // Of the 20 ordered pairs of others, C stands between two and three others, both ways.
    assert_eq!(
        [a, c, d].map(|share| (share * 20.0).round()),
        [0.0, 12.0, 12.0]
    );
    assert!((graph.page_rank().iter().sum::<f64>() - 1.0).abs() < 1e-9);
    let ran = Test::new()
        .file("g.json", json(&graph))
        .args(&["stats", "-g", "g.json"])
        .stdout("\nCommunities\n      3  C · B · A\n      3  D · E · F\n")
        .success();
    assert!(ran.stdout.contains("between"));
    let ran = Test::new()
        .file("g.json", json(&graph))
        .args(&["stats", "--json", "-g", "g.json"])
        .success();
    let printed: serde_json::Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
    assert_eq!(printed["actors"][0]["name"], "D");
    assert_eq!(printed["actors"][0]["community"], 1);
}

#[test]
fn parallel_ties_do_not_count_twice_in_betweenness() {
    let one = graph(&["A trains B", "B trains C"]);
    let two = graph(&["A trains B", "A supplies B", "B trains A", "B trains C"]);
    assert_eq!(one.betweenness(), two.betweenness());
}

#[test]
fn distances_are_by_ties_or_by_length() {
    let graph = graph(&["A trains B", "B trains C", "A supplies C", "D trains A"]);
    let node = |name: &str| graph.candidates(name)[0];
    let hops = graph.hops_from(node("A"), Direction::Out);
    assert_eq!(hops[node("C").index()], Some(1));
    assert_eq!(hops[node("D").index()], None);
    let long = |edge| match graph.tie(edge).relation() {
        "supplies" => 5.0,
        _ => 1.0,
    };
    let far = graph.distances_from(node("A"), Direction::Out, long);
    assert_eq!(
        (far[node("C").index()], far[node("D").index()]),
        (2.0, f64::INFINITY)
    );
}
