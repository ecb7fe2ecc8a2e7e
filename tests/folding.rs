//! `--by country`: soldiers, ministries and companies folded into their countries, and the filters beside it.

use crate::command::Test;
use crate::samples::{STORY, graph, json, reading};
use whom::graph::{ActorGraph, Filter};

fn with_story(args: &[&str]) -> Test {
    Test::new()
        .file("story.json", json(&graph(&STORY)))
        .args(args)
        .args(&["-g", "story.json"])
}

#[test]
fn actors_fold_into_their_countries() {
    let ran = with_story(&["export", "-f", "text", "--by", "country"]).success();
    let ties: Vec<&str> = ran
        .stdout
        .lines()
        .filter(|line| line.contains("──"))
        .collect();
    assert!(
        ties.iter()
            .any(|line| line.contains("Ostmark ──trains──▶ Norland ")),
        "{ties:?}"
    );
    assert!(
        ties.iter()
            .any(|line| line.contains("Kell militia ──attacks──▶ Norland "))
    );
    assert!(
        !ran.stdout.contains("part_of"),
        "ties inside a country are left out"
    );
    assert!(!ran.stdout.contains("Norland army ──"));
}

#[test]
fn a_country_that_nobody_named_is_made() {
    let mut lonely = reading("a.txt", "2024-03-01", &["Norland_army trains Kell"]);
    lonely
        .actors
        .iter_mut()
        .for_each(|actor| actor.country = Some("Far Norland".to_owned()));
    let folded = ActorGraph::collect([lonely]).by_country();
    assert_eq!(folded.petgraph().edge_count(), 0);
    assert_eq!(
        folded.actor(folded.find("country/far-norland")[0]).name,
        "Far Norland"
    );
}

/// Lines in which an army acts and speaks for itself.
const ARMY: [&str; 5] = [
    "Norland_army trains Ostmark (actual, Herald)",
    "Norland trains Ostmark (denied, Norland_army)",
    "Ostmark supplies Norland",
    "Herald reports Norland_army",
    "Kell_militia attacks Norland_army",
];

fn with_army(args: &[&str]) -> Test {
    Test::new()
        .file("army.json", json(&graph(&ARMY)))
        .args(args)
        .args(&["-g", "army.json"])
}

/// Returns the ties that are left of the army's story, folded.
fn folded(filters: &[&str]) -> Vec<String> {
    let ran = with_army(&["export", "-f", "text", "--by", "country"])
        .args(filters)
        .success();
    let lines = ran.stdout.lines().filter(|line| line.contains("──"));
    lines.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn filters_know_the_actors_that_are_folded() {
    let denied = "Norland ──trains──▶ Ostmark   denied · 1 source";
    assert_eq!(folded(&["--said-by", "Norland army"]), [denied]);
    assert_eq!(folded(&["--kind", "unit,armed_group"]).len(), 1);
    assert_eq!(folded(&["--avoid", "Norland army"]).len(), 2);
    assert_eq!(
        folded(&["--via", "Norland army", "--relation", "trains"]),
        ["Norland ──trains──▶ Ostmark   claimed · 1 source"]
    );
}

#[test]
fn whoever_names_a_country_means_all_that_is_folded_into_it() {
    assert_eq!(folded(&["--said-by", "Norland"]).len(), 1);
    with_army(&["export", "-f", "text", "--said-by", "Norland"]).code(1);
    assert_eq!(folded(&["--kind", "country"]).len(), 2);
    for nothing in [["--kind", "!country"], ["--avoid", "Norland"]] {
        with_army(&["export", "-f", "text", "--by", "country"])
            .args(&nothing)
            .code(1);
    }
    assert_eq!(folded(&["--via", "Norland"]).len(), 4);
}

#[test]
fn sources_and_certainty_are_those_of_folded_ties() {
    let disputed = "Norland ──trains──▶ Ostmark   disputed · 2 sources";
    assert_eq!(folded(&["--certainty", "disputed"]), [disputed]);
    assert_eq!(folded(&["--min-sources", "2"]), [disputed]);
    let filter = Filter {
        min_sources: 2,
        ..Filter::default()
    };
    assert_eq!(graph(&ARMY).select(&filter).petgraph().edge_count(), 0);
}

#[test]
fn an_actor_that_is_folded_stands_for_its_country() {
    let asked = |args: &[&str]| with_army(args).args(&["--by", "country"]);
    asked(&["path", "Norland army", "Ostmark", "-n", "1"])
        .stdout("Norland ──trains──▶ Ostmark   disputed · 2 sources")
        .success();
    asked(&["show", "Norland army"])
        .stdout("Norland  (country)  country/norland")
        .stdout("Norland ──trains──▶ Ostmark   disputed")
        .success();
    asked(&["timeline", "Norland army", "Herald"])
        .stdout("Herald ──reports──▶ Norland")
        .success();
    asked(&["around", "Norland army", "--relation", "attacks"])
        .stdout("Kell militia ──attacks──▶ Norland")
        .success();
    asked(&["path", "Norland army", "Norland"])
        .stderr("are the same actor")
        .code(2);
    asked(&["review", "--as", "Ana"])
        .stderr("leave out --by")
        .code(2);
}

#[test]
fn a_country_that_only_its_army_stands_for_can_be_named() {
    let mut far = reading(
        "a.txt",
        "2024-03-01",
        &["Norland_army trains Kell", "Ostmark aids Kell"],
    );
    for actor in &mut far.actors {
        actor.country = (actor.name == "Norland army").then(|| "Far Norland".to_owned());
    }
    let far = json(&ActorGraph::collect([far]));
    let asked = |args: &[&str]| {
        Test::new()
            .file("g.json", &far)
            .args(args)
            .args(&["--by", "country", "-g", "g.json"])
    };
    asked(&["show", "Far Norland"])
        .stdout("Far Norland ──trains──▶ Kell")
        .success();
    let ran = asked(&["export", "-f", "text", "--avoid", "Far Norland"]).success();
    assert!(!ran.stdout.contains("trains"), "{}", ran.stdout);
    asked(&["show", "Nearland"])
        .stderr("no actor is called \"Nearland\"")
        .code(1);
}
