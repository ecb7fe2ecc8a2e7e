//! Formats: hostile names, odd graphs, and what a drawing shows.

use crate::command::Test;
use crate::samples::{STORY, graph, json, reading, written};
use whom::export::Format;
use whom::graph::ActorGraph;

const HOSTILE: [&str; 8] = [
    "\"; n0 -> n1 [label=\"x",
    "back\\slash\\",
    "two\nlines",
    "<script>alert(1)</script>",
    "\u{202e}right to left",
    "bell\u{7}nul\u{0}",
    "]]> & ' \"",
    "=1+1,漢字🙂",
];

fn hostile() -> ActorGraph {
    let mut reading = reading(
        "h.txt",
        "2024-03-01",
        &[
            "A trains B",
            "C trains D",
            "E trains F",
            "G trains H",
            "A trains A",
        ],
    );
    for (actor, name) in reading.actors.iter_mut().zip(HOSTILE) {
        actor.name = name.to_owned();
        actor.aliases = vec![name.to_owned()];
    }
    for claim in &mut reading.claims {
        claim.evidence = HOSTILE.join(" ");
    }
    reading.document.name = HOSTILE.concat();
    ActorGraph::collect([reading])
}

/// Returns the graphs that formats must take: nothing, one actor, hostile names, a story.
fn odd_graphs() -> [ActorGraph; 4] {
    let one_actor = {
        let mut lonely = reading("a.txt", "", &["Norland trains Kell"]);
        lonely.claims.clear();
        lonely.actors.truncate(1);
        ActorGraph::collect([lonely])
    };
    [ActorGraph::default(), one_actor, hostile(), graph(&STORY)]
}

fn bytes(graph: &ActorGraph, format: &Format) -> Vec<u8> {
    let mut out = Vec::new();
    format
        .write(graph, &mut out)
        .expect("memory can be written");
    out
}

#[test]
fn every_format_takes_every_graph() {
    for graph in odd_graphs() {
        for format in Format::ALL {
            let once = bytes(&graph, &format);
            assert_eq!(once, bytes(&graph, &format), "{}", format.name);
            if !["png", "neo4j", "parquet"].contains(&format.name) {
                let text = String::from_utf8(once).expect("formats are UTF-8");
                let controls = |c: char| c.is_control() && c != '\n' && c != '\r';
                assert!(!text.chars().any(controls), "{}", format.name);
            }
        }
        let back = ActorGraph::from_json(&json(&graph), "g".as_ref()).expect("just written");
        assert_eq!(back, graph);
    }
}

#[test]
fn ten_thousand_ties_are_written_or_refused_in_words() {
    let lines: Vec<String> = (0..10_000)
        .map(|i| format!("A{} supplies B{}", i % 100, i / 100))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let large = graph(&lines);
    assert_eq!(large.petgraph().edge_count(), 10_000);
    for format in Format::ALL.iter().filter(|format| format.name != "png") {
        let mut out = Vec::new();
        match format.write(&large, &mut out) {
            Ok(()) => assert!(out.len() > 100_000, "{}", format.name),
            Err(error) => {
                assert_eq!(format.name, "mermaid");
                assert!(error.to_string().contains("at most 500 ties"), "{error}");
                assert!(error.to_string().contains("--top"), "{error}");
            }
        }
    }
}

#[test]
fn names_and_endings_are_unique_and_known() {
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name), Some(format));
        let path = format!("x.{}", format.extension);
        assert_eq!(Format::from_path(path.as_ref()), Some(format));
    }
}

#[test]
fn dot_is_parsed_again_whatever_the_names() {
    for graph in [ActorGraph::default(), hostile(), graph(&STORY)] {
        let dot = written(&graph, "dot");
        let tree = graphviz_rust::parse(&dot).unwrap_or_else(|error| panic!("{error}\n{dot}"));
        let mut context = graphviz_rust::printer::PrinterContext::default();
        context.with_inline_size(0).with_semi();
        use graphviz_rust::printer::DotPrinter;
        assert_eq!(tree.print(&mut context).trim_end(), dot.trim_end());
        assert!(!dot.chars().any(|c| c.is_control() && c != '\n'));
    }
}

#[test]
fn a_drawing_says_how_sure_each_tie_is() {
    let dot = written(&graph(&STORY), "dot");
    let line = |word: &str| {
        let mut lines = dot
            .lines()
            .filter(|line| line.contains("->") && !line.contains("legend"));
        lines
            .find(|line| line.contains(word))
            .unwrap_or_else(|| panic!("{word}\n{dot}"))
            .to_owned()
    };
    assert!(line("supplies").contains("disputed"));
    assert!(line("supplies").contains("×2"));
    assert!(line("trains").contains("dashed"));
    assert!(line("occupies").contains("dotted") && line("occupies").contains("denied"));
    assert!(line("meets").contains("dir=\"both\""));
    assert!(line("part of").contains("solid"));
    assert!(line("trains").contains("according") || line("trains").contains("Herald"));
    assert!(dot.contains("cluster_legend"));
}

#[test]
fn jsonl_has_every_field_in_every_line() {
    for line in written(&hostile(), "jsonl").lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("it is JSON");
        for field in [
            "document",
            "title",
            "outlet",
            "date",
            "url",
            "actors",
            "claims",
            "attributions",
        ] {
            assert!(value.get(field).is_some(), "{field}");
        }
        let claim = &value["claims"][0];
        for field in [
            "id",
            "source",
            "relation",
            "target",
            "item",
            "status",
            "attributed_to",
            "date",
            "evidence",
            "spans",
            "frame",
        ] {
            assert!(claim.get(field).is_some(), "{field}");
        }
        for field in ["sentence", "source", "target", "trigger", "cue", "content"] {
            assert!(claim["spans"].get(field).is_some(), "{field}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_named_as_output_is_followed_and_a_pipe_is_written_into() {
    use std::os::unix::fs::symlink;
    let story = json(&graph(&["Norland trains Kell"]));
    let test = Test::new().file("kept.json", "{}").file("a.json", &story);
    symlink("kept.json", test.folder().join("link.json")).unwrap();
    let ran = test.args(&["merge", "a.json", "-o", "link.json"]).success();
    assert_eq!(ran.read("kept.json"), ran.read("link.json"));
    assert!(ran.read("kept.json").contains("country/norland"));

    let test = Test::new().file("a.json", &story);
    symlink("/dev/stdout", test.folder().join("pipe")).unwrap();
    test.args(&["merge", "a.json", "-o", "pipe", "-f", "json"])
        .stdout("country/norland")
        .success();
}
