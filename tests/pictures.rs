//! Pictures without Graphviz: what they show, that nothing in them runs, and figures in one command.

use crate::command::Test;
use crate::samples::{STORY, graph, json, written};
use whom::export::{Engine, Format, Picture, Theme};
use whom::graph::ActorGraph;

fn drawn(graph: &ActorGraph, picture: &Picture) -> String {
    let mut out = Vec::new();
    let svg = Format::from_name("svg").expect("a format of ours");
    svg.write_picture(graph, picture, &mut out)
        .expect("memory can be written");
    String::from_utf8(out).expect("SVG is UTF-8")
}

/// Returns all words of a picture, text by text.
fn words(svg: &str) -> Vec<String> {
    let tree = roxmltree::Document::parse(svg).expect("SVG is XML");
    let texts = tree.descendants().filter(|node| node.has_tag_name("text"));
    texts
        .map(|node| node.text().unwrap_or("").to_owned())
        .collect()
}

#[test]
fn a_stranger_can_tell_who_denies_what() {
    let words = words(&written(&graph(&STORY), "svg"));
    let has = |text: &str| words.iter().any(|word| word.contains(text));
    for text in [
        "supplies ×2",
        "disputed by Norland",
        "deploys · planned",
        "attacks · possible",
        "occupies · denied",
        "says Herald",
        "part of",
        "disputed: claimed by some, denied by others",
        "armed group",
        "2024-03-01",
        "Source: daily.txt",
    ] {
        assert!(has(text), "no {text:?} in {words:#?}");
    }
}

#[test]
fn parallel_ties_are_one_bundle_with_the_rest_counted() {
    let relations = [
        "supplies", "trains", "aids", "visits", "praises", "finances", "employs",
    ];
    let lines: Vec<String> = relations
        .iter()
        .map(|r| format!("Norland {r} Ostmark"))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let words = words(&written(&graph(&lines), "svg"));
    assert!(words.iter().any(|word| word == "+ 3 more"), "{words:?}");
}

#[test]
fn codes_of_countries_stand_on_actors() {
    let mut reading = crate::samples::reading("a.txt", "", &["Ghana supplies Togo"]);
    reading.actors[0].id = "country/GH".to_owned();
    reading.actors[1].country = Some("Norway".to_owned());
    let words = words(&written(&ActorGraph::collect([reading]), "svg"));
    assert!(
        words.contains(&"GH".to_owned()) && words.contains(&"NO".to_owned()),
        "{words:?}"
    );
}

#[test]
fn nothing_in_a_picture_runs() {
    let mut reading = crate::samples::reading("a.txt", "", &["A supplies B", "A meets A"]);
    for actor in &mut reading.actors {
        actor.name = format!(
            "</text><script>alert(1)</script>]]>\u{7}\" onload=\"x {}",
            actor.name
        );
        actor.aliases = vec![actor.name.clone()];
    }
    let evil = ActorGraph::collect([reading]);
    let title = Picture {
        title: Some("<script>alert(2)</script>".to_owned()),
        ..Picture::default()
    };
    let svg = drawn(&evil, &title);
    let tree = roxmltree::Document::parse(&svg).expect("SVG is XML");
    for node in tree.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(
            ["svg", "g", "title", "style", "rect", "path", "text"].contains(&name),
            "{name}"
        );
        assert!(
            node.attributes()
                .all(|a| !a.name().starts_with("on") && a.name() != "href")
        );
    }
    assert!(words(&svg).contains(&"<script>alert(2)</script>".to_owned()));
}

#[test]
fn pictures_are_light_dark_or_as_the_reader_has_it() {
    let themed = |theme| {
        let picture = Picture {
            theme,
            ..Picture::default()
        };
        drawn(&graph(&STORY), &picture)
    };
    let (light, dark, auto) = (
        themed(Theme::Light),
        themed(Theme::Dark),
        themed(Theme::Auto),
    );
    assert!(light.contains(".paper{fill:#ffffff}") && !light.contains("prefers-color-scheme"));
    assert!(dark.contains(".paper{fill:#14181d}") && !dark.contains("prefers-color-scheme"));
    assert!(auto.contains("prefers-color-scheme: dark"));
}

#[test]
fn png_is_painted_with_the_letters_of_the_binary() {
    let png = Format::from_name("png").expect("a format of ours");
    let mut painted = Vec::new();
    png.write(&graph(&STORY), &mut painted)
        .expect("memory can be written");
    assert!(painted.starts_with(b"\x89PNG\r\n\x1a\n"));
    let paper = resvg::tiny_skia::Pixmap::decode_png(&painted).expect("it is PNG");
    let dark = paper
        .pixels()
        .iter()
        .filter(|p| p.red() < 80 && p.green() < 80 && p.blue() < 80);
    // Names, words and arrows; lines alone are far less.
    assert!(dark.count() > 5_000);
    let mut nothing = Vec::new();
    png.write(&ActorGraph::default(), &mut nothing)
        .expect("an empty page is a picture");
    let asked = Picture {
        engine: Engine::Dot,
        ..Picture::default()
    };
    let refused = png.write_picture(&graph(&STORY), &asked, &mut nothing);
    assert!(refused.is_err_and(|error| error.to_string().contains("SVG alone")));
}

fn export(args: &[&str]) -> Test {
    let story = json(&graph(&STORY));
    Test::new()
        .file("g.json", story)
        .args(&["export", "-g", "g.json"])
        .args(args)
}

#[test]
fn a_figure_is_one_command() {
    let ran = export(&["-f", "csv", "--disputed"]).success();
    assert!(ran.stdout.contains(",supplies,") && ran.stdout.contains(",occupies,"));
    assert!(!ran.stdout.contains(",meets,"));

    let ran = export(&["-f", "csv", "--focus", "Kell"]).success();
    assert!(ran.stdout.contains(",deploys,") && !ran.stdout.contains(",reports,"));

    let ran = export(&["-f", "csv", "--path", "Kell militia", "Norland"]).success();
    assert!(ran.stdout.contains(",attacks,") && ran.stdout.contains(",part_of,"));
    assert!(!ran.stdout.contains(",reports,"));

    let ran = export(&["-f", "csv", "--top", "2"]).success();
    assert!(ran.stdout.contains(",supplies,") && ran.stdout.contains(",meets,"));
    assert!(!ran.stdout.contains(",deploys,"));

    export(&[
        "-o",
        "f.svg",
        "--top",
        "3",
        "--title",
        "Who denies what",
        "--theme",
        "dark",
    ])
    .success()
    .read("f.svg")
    .contains("Who denies what")
    .then_some(())
    .expect("the title stands above");
}

#[test]
fn what_cannot_be_drawn_is_refused_in_words() {
    export(&["--title", "x", "-f", "csv"])
        .stderr("--title is for pictures")
        .code(2);
    export(&["--focus", "Nobody"])
        .stderr("no actor is called")
        .code(1);
    export(&["--path", "Kell"])
        .stderr("2 values required")
        .code(2);
    export(&["--top", "1"]).stderr("--top").code(2);
    export(&["-o", "x.gif"]).stderr(".graphml").code(2);
}
