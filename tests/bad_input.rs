//! Odd and broken input: a clear message and the right exit code, never a panic.

use crate::command::Test;
use crate::samples::{graph, json};

#[test]
fn a_graph_that_is_none_is_refused_with_its_place() {
    Test::new()
        .file("g.json", "{\n \"nodes\": [")
        .args(&["stats", "-g", "g.json"])
        .stderr("g.json:2")
        .code(2);
    Test::new()
        .args(&["stats", "-g", "none.json"])
        .stderr("none.json")
        .code(2);
    Test::new()
        .args(&["stats", "-g", "-"])
        .stdin("")
        .stderr("stdin:")
        .code(2);
    Test::new()
        .args(&["stats", "-g", "-"])
        .stdin("[1, 2]")
        .stderr("stdin:1")
        .code(2);
}

#[test]
fn a_newer_graph_is_refused() {
    let newer = json(&graph(&["Norland trains Kell"])).replace("\"schema\":1", "\"schema\":99");
    Test::new()
        .args(&["stats", "-g", "-"])
        .stdin(newer)
        .stderr("schema 99")
        .stderr("newer whom")
        .code(2);
}

#[test]
fn a_claim_about_nobody_is_refused() {
    let text = json(&graph(&["Norland trains Kell"]));
    let broken = text.replace(
        "\"source\":\"country/norland\",\"relation\"",
        "\"source\":\"x\",\"relation\"",
    );
    assert_ne!(broken, text);
    Test::new()
        .args(&["stats", "-g", "-"])
        .stdin(broken)
        .stderr("the document does not list the actor \"x\"")
        .code(2);
    let broken = text.replace("\"document\":\"daily.txt\"", "\"document\":\"other.txt\"");
    Test::new()
        .args(&["stats", "-g", "-"])
        .stdin(broken)
        .stderr("no document has the id")
        .code(2);
}

#[test]
fn a_broken_line_is_named_and_the_rest_is_merged() {
    let good = crate::samples::written(&graph(&["Norland trains Kell"]), "jsonl");
    let lines = format!("{good}{{\"document\": 3}}\n\n{{\n");
    Test::new()
        .file("r.jsonl", &lines)
        .args(&["merge", "r.jsonl"])
        .stderr("r.jsonl:2: not a reading")
        .stderr("r.jsonl:4: not a reading")
        .stdout("country/norland")
        .code(4);
    Test::new()
        .args(&["merge", "no.json", "neither.json"])
        .stderr("no.json")
        .stderr("neither.json")
        .code(2);
}

#[test]
fn a_reading_names_what_is_unknown() {
    let check = |line: &str, message: &str| {
        let error = whom::export::parse_reading(line).expect_err(line);
        assert!(error.contains(message), "{error}");
    };
    check("", "EOF");
    check(
        r#"{"document":"a","actors":[],"claims":[{"source":"X","relation":"r","target":"Y","status":"actual"}]}"#,
        "claims[0]: \"X\" is not among the actors",
    );
    check(
        r#"{"document":"a","actors":[{"name":"X","kind":"planet"}],"claims":[]}"#,
        "unknown kind \"planet\", expected one of country",
    );
    check(
        r#"{"document":"a","date":"soon","actors":[],"claims":[]}"#,
        "the date \"soon\"",
    );
}

#[test]
fn another_engines_reading_needs_no_ids() {
    let line =
        r#"{"document":"a","actors":[{"name":"X Y","kind":"country"},{"name":"Z","kind":"media"}],
        "claims":[{"source":"X Y","relation":"trains","target":"Z","status":"actual"}]}"#
            .replace('\n', "");
    let reading = whom::export::parse_reading(&line).expect("only what matters is asked for");
    assert_eq!(reading.actors[0].id, "country/x-y");
    assert!(!reading.claims[0].id.is_empty());
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    use std::process::{Command, Stdio};
    let lines: Vec<String> = (0..3000).map(|n| format!("N{n} trains M{n}")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let folder = std::env::temp_dir().join(format!("whom-pipe-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder can be made");
    std::fs::write(folder.join("g.json"), json(&graph(&lines))).expect("the folder is ours");
    let mut child = Command::new(env!("CARGO_BIN_EXE_whom"))
        .args(["export", "-f", "text", "-g", "g.json"])
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary was built for this test");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the child is ours");
    let _ = std::fs::remove_dir_all(&folder);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}

#[test]
fn a_graph_cut_short_is_refused_with_its_place() {
    let whole = json(&graph(&["Norland trains Kell"]));
    let mut cut = whole.len() / 2;
    while !whole.is_char_boundary(cut) {
        cut -= 1;
    }
    Test::new()
        .file("g.json", &whole[..cut])
        .args(&["path", "Norland", "Kell", "-g", "g.json"])
        .stderr("g.json:")
        .stderr("EOF")
        .code(2);
}

#[test]
fn node_link_json_of_other_programs_is_read() {
    let plain = r#"{"directed": true, "multigraph": true, "graph": {},
        "nodes": [{"id": 0, "name": "Norland"}, {"id": 1, "kind": "media", "label": "Herald"}, {"id": 2}],
        "links": [{"source": 0, "target": 1, "type": "supplies", "weight": 3.5},
                  {"source": 0, "target": 1, "key": 4}, {"source": 1, "target": 1, "relation": "reports"}]}"#;
    Test::new()
        .args(&["show", "Herald", "-g", "-"])
        .stdin(plain)
        .stdout("Herald  (media)  1\n")
        .stdout("   Norland ──supplies──▶ Herald   stated · 1 source\n     no date  actual")
        .stdout("──linked──▶ Herald")
        .success();
    let lost = plain.replace("\"target\": 1, \"key\"", "\"target\": 7, \"key\"");
    Test::new()
        .file("g.json", lost)
        .args(&["stats", "-g", "g.json"])
        .stderr("edge 1: no node has the id \"7\"")
        .code(2);
    let twice = plain.replace("{\"id\": 2}", "{\"id\": 0}");
    Test::new()
        .file("g.json", twice)
        .args(&["stats", "-g", "g.json"])
        .stderr("two nodes have the id \"0\"")
        .code(2);
    let unnamed = plain.replace("{\"id\": 2}", "{\"id\": \"\"}");
    Test::new()
        .file("g.json", unnamed)
        .args(&["stats", "-g", "g.json"])
        .stderr("node 2 has an empty id")
        .code(2);
    Test::new()
        .file("g.json", plain.replace("\"source\": 0", "\"source\": {}"))
        .args(&["stats", "-g", "g.json"])
        .stderr("g.json:3")
        .stderr("an id, a text or a whole number")
        .code(2);
}

/// Every verb that reads a graph, with what it needs besides.
const VERBS: [&[&str]; 9] = [
    &["stats"],
    &["stats", "--json"],
    &["actors"],
    &["disputed"],
    &["events"],
    &["events", "--counts"],
    &["export", "-f", "text"],
    &["export", "-f", "json", "--by", "country"],
    &["export", "-f", "dot"],
];

#[test]
fn an_empty_graph_is_no_error() {
    let empty = json(&whom::graph::ActorGraph::default());
    for verb in VERBS {
        Test::new()
            .args(verb)
            .args(&["-g", "-"])
            .stdin(&empty)
            .code(1);
    }
    Test::new()
        .args(&["path", "A", "B", "-g", "-"])
        .stdin(&empty)
        .stderr("no actor is called \"A\"")
        .code(1);
}

#[test]
fn one_actor_and_ties_to_itself_are_no_error() {
    let mut lonely = crate::samples::reading("a.txt", "2024-03-01", &["A trains A"]);
    let looped = json(&whom::graph::ActorGraph::collect([lonely.clone()]));
    lonely.claims.clear();
    let alone = json(&whom::graph::ActorGraph::collect([lonely]));
    for verb in VERBS {
        for graph in [&looped, &alone] {
            let code = Test::new()
                .args(verb)
                .args(&["-g", "-"])
                .stdin(graph)
                .code_of();
            assert!(code < 2, "{verb:?} ends with {code}");
        }
    }
    Test::new()
        .args(&["path", "A", "A", "-g", "-"])
        .stdin(&looped)
        .stderr("same actor")
        .code(2);
    Test::new()
        .args(&["around", "A", "-g", "-"])
        .stdin(&looped)
        .stdout("A ──trains──▶ A   stated")
        .success();
    Test::new()
        .args(&["timeline", "A", "-g", "-"])
        .stdin(&looped)
        .stdout("A ──trains──▶ A\n")
        .success();
}
