//! Trees of another parser, in CoNLL-U, in place of whom's own.

use crate::command::Test;
use serde_json::Value;
use whom::syntax::Syntax;
use whom::text::{Document, passages};

const STORY: &str = "Rebels attack Norland port\n\n\
    Norland accused Latvia of arming rebels near the border. “We will not accept it,” President Mara Lund said. \
    Latvia denied the claim.\n\n\
    On Monday the rebels were driven out of the city by Norwegian troops. Latvia has supplied the rebels with drones, \
    according to the Norwegian army.";

/// Who does what to whom, how sure, who says so and where, of each claim of a reading.
fn claims(reading: &str) -> Vec<String> {
    let reading: Value = serde_json::from_str(reading).expect("a reading is JSON");
    let claims = reading["claims"].as_array().expect("a reading has claims");
    let fields = [
        "source",
        "relation",
        "target",
        "status",
        "attributed_to",
        "evidence",
        "spans",
    ];
    let each = claims.iter();
    each.map(|claim| fields.map(|field| claim[field].to_string()).join(" "))
        .collect()
}

#[test]
fn trees_that_go_out_come_back_as_the_same_claims() {
    let trees = Test::new()
        .file("story.txt", STORY)
        .args(&["explain", "story.txt", "--trees"])
        .success();
    let from_text = Test::new()
        .file("story.txt", STORY)
        .args(&["read", "story.txt", "-f", "jsonl"])
        .success();
    let from_trees = Test::new()
        .file("story.conllu", &trees.stdout)
        .args(&["read", "--conllu", "story.conllu", "-f", "jsonl"])
        .success();
    let expected = claims(&from_text.stdout);
    assert!(expected.len() >= 4, "{expected:?}");
    assert_eq!(claims(&from_trees.stdout), expected);
}

/// What a parser that knows only Universal Dependencies writes: no Penn tags, no names.
const PLAIN: &str = "# newdoc id = story\n\
    1\tNorway\tNorway\tPROPN\t_\t_\t3\tnsubj:pass\t_\t_\n\
    2\twas\tbe\tAUX\t_\t_\t3\taux:pass\t_\t_\n\
    3\taccused\taccuse\tVERB\t_\t_\t0\troot\t_\t_\n\
    4\tby\tby\tADP\t_\t_\t5\tcase\t_\t_\n\
    5\tLatvia\tLatvia\tPROPN\t_\t_\t3\tobl:agent\t_\tSpaceAfter=No\n\
    6\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_\n\n";

#[test]
fn plain_universal_dependencies_are_enough() {
    let ran = Test::new()
        .file("story.conllu", PLAIN)
        .args(&["read", "--conllu", "story.conllu", "-f", "text"])
        .stdout("Latvia ──accuses──▶ Norway")
        .success();
    assert!(!ran.stdout.contains("Norway ──accuses"), "{}", ran.stdout);
}

#[test]
fn another_parser_is_scored_as_whom_is() {
    let wrong = PLAIN.replace("3\tnsubj:pass", "3\tobj").replace(
        "5\tLatvia\tLatvia\tPROPN\t_\t_\t3\tobl:agent\t_\t",
        "5\tLatvia\tLatvia\tPROPN\t_\t_\t3\tobl:agent\t_\tName=B-GPE|",
    );
    let gold = PLAIN.replace("SpaceAfter", "Name=B-GPE|SpaceAfter");
    Test::new()
        .file("gold.conllu", &gold)
        .file("trees.conllu", &wrong)
        .args(&["eval", "--syntax", "gold.conllu", "--trees", "trees.conllu"])
        .stdout("100.00 100.00 100.00 100.00  83.33  66.67       0.00")
        .stdout("100.00 100.00 100.00")
        .success();
    Test::new()
        .file("gold.conllu", PLAIN)
        .file("trees.conllu", PLAIN.replace("Latvia", "Sweden"))
        .args(&["eval", "--syntax", "gold.conllu", "--trees", "trees.conllu"])
        .stderr("other words")
        .code(2);
}

#[test]
fn headings_and_paragraphs_stay_apart() {
    let text = "Army takes bridge\nThe town of Kell is calm\n\nTroops crossed at dawn, officials said\n\nNobody was hurt.";
    let document = Document {
        text: text.to_string(),
        ..Document::default()
    };
    let sentences = Syntax::embedded().parse(text, &passages(&document));
    let found: Vec<&str> = sentences.iter().map(|s| s.span.of(text)).collect();
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(found, lines);
}
