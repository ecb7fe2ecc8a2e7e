//! Each verb on the command line: that it is wired, what it prints, how it ends.

use crate::command::Test;
use crate::samples::{STORY, graph, json, reading, written};

fn story() -> String {
    json(&graph(&STORY))
}

fn with_story(args: &[&str]) -> Test {
    Test::new()
        .file("story.json", story())
        .args(args)
        .args(&["-g", "story.json"])
}

#[test]
fn path_prints_ties_with_sentences_and_speakers() {
    with_story(&["path", "Ostmark", "Norland", "--relation", "trains,part_of"])
        .stdout("1  2 ties · at best claimed\n")
        .stdout("   Ostmark ──trains──▶ Norland army   claimed · 1 source\n")
        .stdout("2024-03-01  actual, according to Herald  [daily.txt]\n")
        .stdout("       “Ostmark trains Norland_army.”\n")
        .stdout("   Norland army ──part_of──▶ Norland   stated")
        .success();
}

#[test]
fn path_walks_against_arrows_and_says_so() {
    with_story(&["path", "Ostmark", "Norland", "-r", "supplies"])
        .stdout("Ostmark ◀──supplies── Norland   disputed · 2 sources")
        .success();
}

#[test]
fn path_as_json_names_actors_and_claims() {
    let ran = with_story(&["path", "Norland", "Ostmark", "-r", "supplies", "-f", "json"]).success();
    let paths: serde_json::Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
    let tie = &paths["paths"][0]["ties"][0];
    assert_eq!(tie["from"]["name"], "Norland");
    assert_eq!(tie["claims"][1]["attributed_to"][0], "Norland");
    assert_eq!(tie["claims"][1]["status"], "denied");
}

#[test]
fn no_path_is_exit_1_and_a_bound_is_noted() {
    with_story(&["path", "Kell", "Ostmark", "-r", "occupies"])
        .stderr("no path of at most 4 ties")
        .code(1);
    with_story(&["path", "Norland", "Ostmark", "-n", "1"])
        .stderr("there are more paths; --limit shows more than 1")
        .success();
    with_story(&["path", "Norland", "norland"])
        .stderr("same actor")
        .code(2);
}

#[test]
fn an_ambiguous_name_lists_candidates() {
    with_story(&["show", "Kel"])
        .stderr("\"Kel\" may be any of these")
        .stderr("Kell militia  (armed group)  armed_group/kell_militia")
        .code(3);
    with_story(&["show", "Kell"])
        .stdout("Kell  (place)")
        .success();
    with_story(&["show", "Zembla"])
        .stderr("no actor is called \"Zembla\"")
        .code(1);
}

#[test]
fn show_tells_what_an_actor_does_and_undergoes() {
    with_story(&["show", "norland"])
        .stdout("Norland  (country)  country/norland\nalso Norland · the Norland\n")
        .stdout("\nDoes\n   Norland ──meets── Ostmark   stated · 2 sources\n")
        .stdout("   Norland ──supplies──▶ Ostmark   disputed · 2 sources\n")
        .stdout("\nUndergoes\n")
        .stdout("Herald ──reports──▶ Norland")
        .success();
}

#[test]
fn show_tells_offices_and_documents() {
    with_story(&["show", "norland"])
        .stdout("\nin daily.txt\n")
        .success();
    let ran = Test::new()
        .file("a.txt", "Vladimir Putin met Emmanuel Macron.")
        .args(&["read", "a.txt", "-o", "g.json"])
        .success();
    Test::new()
        .file("g.json", ran.read("g.json"))
        .args(&["show", "Putin", "-g", "g.json"])
        .stdout("held president of Russia, 2000-05-07 to 2008-05-07\n")
        .stdout("held prime minister of Russia, 2008-05-08 to 2012-05-07\n")
        .stdout("held president of Russia, from 2012-05-07\n")
        .success();
}

#[test]
fn actors_are_listed_with_their_figures() {
    let ran = with_story(&["actors"]).success();
    let mut lines = ran.stdout.lines();
    let head = lines.next().expect("there is a head");
    assert!(
        head.starts_with("name") && head.ends_with("ties  claims  documents"),
        "{head}"
    );
    assert!(
        lines
            .next()
            .is_some_and(|line| line.starts_with("Norland  ")),
        "{}",
        ran.stdout
    );
    let ran = with_story(&[
        "actors",
        "--kind",
        "unit,place",
        "--country",
        "norland",
        "--json",
    ]);
    let printed: serde_json::Value =
        serde_json::from_str(&ran.success().stdout).expect("it is JSON");
    let actors = printed["actors"].as_array().expect("a list");
    assert_eq!(actors.len(), 1, "{printed}");
    assert_eq!(actors[0]["name"], "Norland army");
    assert_eq!(actors[0]["documents"], 1);
    with_story(&["actors", "-n", "1"])
        .stdout("Norland ")
        .success();
    with_story(&["actors", "--country", "Zembla"])
        .stderr("no such actor")
        .code(1);
    with_story(&["actors", "--kind", "knight"])
        .stderr("unknown \"knight\", expected one of country")
        .code(2);
}

#[test]
fn a_slip_of_the_pen_is_forgiven() {
    with_story(&["find", "Nórlnd"])
        .stdout("Norland  (country)")
        .success();
    with_story(&["show", "Norlnad"])
        .stderr("no actor is called \"Norlnad\"; spelt alike:\n  Norland  (country)")
        .code(1);
}

#[test]
fn find_lists_the_best_first() {
    let ran = with_story(&["find", "norland"]).success();
    assert_eq!(
        ran.stdout,
        "Norland  (country)  country/norland\nNorland army  (unit, Norland)  unit/norland_army\n"
    );
    with_story(&["find", "xyzzy"]).code(1);
}

#[test]
fn around_keeps_what_is_near() {
    let ran = with_story(&["around", "Kell", "-d", "1", "-f", "text"]).success();
    assert!(ran.stdout.contains("Norland ──deploys──▶ Kell"));
    assert!(
        ran.stdout.contains("part_of"),
        "ties among neighbours belong to it"
    );
    assert!(!ran.stdout.contains("Ostmark"));
}

#[test]
fn stats_count() {
    with_story(&["stats"])
        .stdout("claims     10\n")
        .stdout("  disputed")
        .success();
}

#[test]
fn diff_tells_what_changed() {
    let sure = json(&graph(&["Norland supplies Ostmark", "Norland meets Kell"]));
    let unsure = json(&graph(&[
        "Norland supplies Ostmark (possible)",
        "Norland trains Kell",
    ]));
    let ran = Test::new()
        .file("a.json", &sure)
        .file("b.json", &unsure)
        .args(&["diff", "a.json", "b.json"])
        .success();
    assert_eq!(
        ran.stdout,
        "- Norland ──meets──▶ Kell  stated\n+ Norland ──trains──▶ Kell  stated\n~ Norland ──supplies──▶ Ostmark  possible, was stated\n"
    );
    Test::new()
        .file("a.json", &sure)
        .args(&["diff", "a.json", "a.json"])
        .code(1);
}

#[test]
fn merge_takes_graphs_and_readings_in_any_order() {
    let (first, second) = (
        reading("a.txt", "2024-03-01", &["Norland supplies Ostmark"]),
        reading(
            "b.txt",
            "2024-03-02",
            &["Norland supplies Ostmark (denied, Ostmark)"],
        ),
    );
    let jsonl = written(&whom::graph::ActorGraph::collect([second]), "jsonl");
    let json = json(&whom::graph::ActorGraph::collect([first]));
    let merge = |args: &[&str]| {
        let test = Test::new().file("a.json", &json).file("b.jsonl", &jsonl);
        test.arg("merge").args(args).success().stdout.clone()
    };
    let merged = merge(&["a.json", "b.jsonl"]);
    assert!(merged.contains("\"certainty\":\"disputed\""));
    assert_eq!(merge(&["b.jsonl", "a.json", "a.json"]), merged);
}

#[test]
fn filters_apply_before_anything_else() {
    let check = |args: &[&str], ties: usize| {
        let ran = with_story(&[&["export", "-f", "json"], args].concat());
        let ran = if ties == 0 {
            ran.code(1)
        } else {
            ran.success()
        };
        let graph = whom::graph::ActorGraph::from_json(&ran.stdout, "out".as_ref());
        let graph = graph.expect("it was just written");
        assert_eq!(
            graph.petgraph().edge_count(),
            ties,
            "{args:?}\n{}",
            ran.stdout
        );
    };
    check(&[], 8);
    check(&["--relation", "supplies,meets"], 2);
    check(&["--relation", "!supplies"], 7);
    check(&["--kind", "country"], 2);
    check(&["--status", "denied"], 2);
    check(&["--certainty", "!stated"], 5);
    check(&["--min-sources", "2"], 2);
    check(&["--said-by", "Herald"], 3);
    check(&["--said-by", "witnesses"], 1);
    check(&["--since", "2024-03-02"], 0);
    check(&["--until", "2024-03-01"], 8);
    check(&["--via", "Kell"], 2);
    check(&["--avoid", "Norland"], 3);
}

#[test]
fn filters_name_what_is_allowed() {
    with_story(&["stats", "--kind", "planet"])
        .stderr("unknown \"planet\", expected one of country")
        .code(2);
    with_story(&["stats", "--since", "March"])
        .stderr("--since: \"March\" is not a date")
        .code(2);
    with_story(&["stats", "--min-reliability", "70"])
        .stderr("expected a number from 0 to 1")
        .code(2);
    with_story(&["stats", "-r", "suplies"])
        .stderr("no tie \"suplies\"")
        .code(1);
}

#[test]
fn the_graph_comes_from_a_file_stdin_or_the_environment() {
    Test::new()
        .args(&["find", "Kell", "-g", "-"])
        .stdin(story())
        .stdout("Kell")
        .success();
    Test::new()
        .args(&["find", "Kell"])
        .stdin(story())
        .stdout("Kell")
        .success();
    let named = Test::new()
        .file("g.json", story())
        .env("WHOM_GRAPH", "g.json");
    named.args(&["find", "Kell"]).stdout("Kell").success();
}

#[test]
fn a_file_is_written_whole_and_its_ending_says_how() {
    let ran = with_story(&["export", "-o", "out.dot"]).success();
    assert!(ran.read("out.dot").starts_with("digraph"));
    assert_eq!(ran.files(), ["out.dot", "story.json"]);
    with_story(&["export", "-o", "out.xyz"])
        .stderr("which format?")
        .stderr(".jsonl")
        .code(2);
    let ran = with_story(&["export", "-o", "out.xyz", "-f", "jsonl"]).success();
    assert!(
        ran.read("out.xyz")
            .starts_with("{\"document\":\"daily.txt\"")
    );
    with_story(&["export", "-o", "nowhere/out.dot"])
        .stderr("nowhere/out.dot")
        .code(2);
}

#[test]
fn graphviz_where_it_is_not_says_what_to_do() {
    let ran = with_story(&["export", "-o", "out.svg", "--engine", "dot"])
        .env("PATH", "")
        .stderr("apt install graphviz")
        .code(2);
    assert_eq!(ran.files(), ["story.json"], "nothing half written is left");
}

#[test]
fn help_shows_an_example_for_every_verb() {
    let help = Test::new()
        .arg("--help")
        .stdout("Example:")
        .success()
        .stdout
        .clone();
    let verbs: Vec<&str> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|verb| !verb.is_empty() && *verb != "help")
        .collect();
    assert!(verbs.len() > 8, "{help}");
    for verb in verbs {
        Test::new()
            .args(&[verb, "--help"])
            .stdout("\n  whom ")
            .success();
    }
}

#[test]
fn completions_and_manual_pages_are_written() {
    Test::new()
        .args(&["completions", "bash"])
        .stdout("_whom")
        .success();
    let ran = Test::new().args(&["man", "man1"]).success();
    assert!(ran.read("man1/whom-path.1").contains("whom"));
}
