//! What reviewers say: honoured wherever the graph is asked, merged or added to.

use crate::command::Test;
use crate::samples::{STORY, graph, json, reading};
use whom::graph::{ActorGraph, Parts, ReviewFile};

/// Id of the claim that Norland supplies Ostmark, in the article's own voice.
fn claim(status: &str, speakers: &str) -> String {
    format!("daily.txt:Norland supplies Ostmark.:{speakers}:{status}")
}

fn with_review(rows: &str, args: &[&str]) -> Test {
    Test::new()
        .file("story.json", json(&graph(&STORY)))
        .file("story.review.tsv", rows)
        .args(args)
        .args(&["-g", "story.json"])
}

fn reject() -> String {
    format!("reject\t{}\t\tmisread\tA. Weiss\n", claim("actual", ""))
}

#[test]
fn a_rejected_claim_makes_no_tie_and_is_shown_on_request() {
    let ran = with_review(&reject(), &["show", "Norland"])
        .stderr("honouring story.review.tsv (1 remark)")
        .stdout("──supplies──▶ Ostmark   denied · 1 source")
        .success();
    assert!(!ran.stdout.contains("misread"), "{}", ran.stdout);
    with_review(&reject(), &["show", "Norland", "--include-rejected"])
        .stdout("──supplies──▶ Ostmark   disputed · 2 sources")
        .stdout("       rejected by A. Weiss: misread\n")
        .success();
}

#[test]
fn an_accepted_claim_says_by_whom() {
    let row = format!("accept\t{}\t\t\tA. Weiss\n", claim("actual", ""));
    with_review(&row, &["show", "Norland"])
        .stdout("       accepted by A. Weiss\n")
        .success();
}

#[test]
fn actors_are_joined_and_named() {
    let rows = "# mine\nverdict\tid\tvalue\treason\tby\n\
        same_as\tunit/norland_army\tcountry/norland\t\tA. Weiss\n\
        rename\tunit/norland_army\tKingdom of Norland\tits own name\tA. Weiss\n";
    with_review(rows, &["show", "Kingdom of Norland"])
        .stdout("country/norland\n")
        .stdout("Ostmark ──trains──▶ Kingdom of Norland")
        .success();
    with_review(rows, &["find", "unit/norland_army"]).code(1);
}

#[test]
fn another_file_can_be_named() {
    Test::new()
        .file("story.json", json(&graph(&STORY)))
        .file("mine.tsv", reject())
        .args(&["stats", "-g", "story.json", "--review", "mine.tsv"])
        .stdout("claims     9\n")
        .success();
}

#[test]
fn merging_carries_reviews_and_loses_no_claim() {
    let ran = Test::new()
        .file("story.json", json(&graph(&STORY)))
        .file("story.review.tsv", reject())
        .args(&["merge", "story.json", "-o", "week.json"])
        .success();
    let merged = ran.read("week.json");
    assert!(merged.contains("\"verdict\":\"reject\""));
    let back = ActorGraph::from_json(&merged, "week.json".as_ref()).expect("just written");
    assert_eq!((back.claims().count(), back.rejected().len()), (9, 1));
    assert_eq!(json(&back), merged);
    // What a file says goes before what the graph carries.
    let accept = format!("accept\t{}\t\tit stands\tP. Berg\n", claim("actual", ""));
    Test::new()
        .file("week.json", &merged)
        .file("week.review.tsv", accept)
        .args(&["stats", "-g", "week.json"])
        .stdout("claims     10\n")
        .success();
}

#[test]
fn adding_articles_honours_the_review() {
    let read = |rows: &str, graph: &str| {
        Test::new()
            .file("m.txt", "Norway sent trucks to Latvia.")
            .file("n.txt", "Estonia praised Norway.")
            .file("g.json", graph)
            .file("g.review.tsv", rows)
            .args(&["read", "m.txt", "n.txt", "--into", "g.json"])
    };
    let first = Test::new()
        .file("m.txt", "Norway sent trucks to Latvia.")
        .args(&["read", "m.txt", "--into", "g.json"])
        .success()
        .read("g.json");
    let rows = "rename\tcountry/NO\tNorge\tas it calls itself\tA. Weiss\n";
    let ran = read(rows, &first).success();
    assert!(ran.read("g.json").contains("\"name\":\"Norge\""));
    let ran = read("reject\tx\t\tmisread\tA. Weiss\n", &first)
        .stderr("g.review.tsv:1: no claim has the id \"x\"")
        .code(2);
    assert_eq!(ran.read("g.json"), first, "nothing is written");
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let check = |rows: &str, message: &str| {
        with_review(rows, &["stats"]).stderr(message).code(2);
    };
    check(
        "# x\n\nreject\tnone\t\twhy\tme\n",
        "story.review.tsv:3: no claim has the id \"none\"",
    );
    check(
        "rename\tunit/none\tX\t\tme\n",
        "story.review.tsv:1: no actor has the id \"unit/none\"",
    );
    check(
        "refuse\tx\t\twhy\tme\n",
        "1: unknown verdict \"refuse\", expected one of accept, reject",
    );
    check(
        "reject\tx\t\t\tme\n",
        "1: reject: the fourth column wants a reason",
    );
    check(
        "reject\tx\t\twhy\n",
        "1: reject: the fifth column wants the name",
    );
    check(
        "reject\tx\ty\twhy\tme\n",
        "1: reject: the third column is empty",
    );
    check(
        "same_as\tx\t\twhy\tme\n",
        "1: same_as: the third column wants another id",
    );
    check(
        "same_as\tx\tx\twhy\tme\n",
        "1: same_as: both ids are the same",
    );
    check(
        "accept\tx\t\t\tme\tmore\n",
        "1: unknown extra column \"more\"",
    );
}

#[test]
fn rows_that_contradict_each_other_are_named() {
    let check = |rows: &str, message: &str| {
        let error = ReviewFile::parse(rows, "r.tsv")
            .expect_err(rows)
            .to_string();
        assert!(error.starts_with(message), "{error}");
    };
    check(
        "accept\tx\t\t\tme\nreject\tx\t\twhy\tyou\n",
        "r.tsv:2: this row (reject) contradicts line 1 (accept)",
    );
    check(
        "not_same_as\tc\ta\t\tme\nsame_as\ta\tb\t\tme\nsame_as\tb\tc\t\tme\n",
        "r.tsv:3: this row (same_as) contradicts line 1 (not_same_as)",
    );
    check(
        "rename\ta\tX\t\tme\nsame_as\ta\tb\t\tme\nrename\tb\tY\t\tme\n",
        "r.tsv:3: this row (rename to \"Y\") contradicts line 1 (rename to \"X\")",
    );
    let twice = "accept\tx\t\t\tme\naccept\tx\t\t\tyou\n";
    assert!(ReviewFile::parse(twice, "r.tsv").is_ok(), "two may agree");
}

#[test]
fn reviews_join_in_any_order_and_grouping() {
    let rows = [
        "accept\tx\t\t\tme",
        "reject\tx\t\twhy\tyou",
        "same_as\ta\tb\t\tme",
        "same_as\tb\tc\t\tme",
        "not_same_as\ta\tc\t\tme",
        "rename\ta\tX\t\tme",
        "rename\ta\tY\t\tme",
    ];
    let part = |at: usize| Parts {
        review: ReviewFile::parse(rows[at], "r.tsv")
            .expect("one row")
            .review(),
        ..Parts::default()
    };
    let join = |order: &[usize]| {
        let parts = order.iter().map(|&at| part(at));
        parts.reduce(Parts::join).unwrap_or_default().review
    };
    let all = join(&[0, 1, 2, 3, 4, 5, 6]);
    assert_eq!(join(&[6, 5, 4, 3, 2, 1, 0]), all);
    assert_eq!(join(&[3, 1, 6, 0, 0, 5, 2, 4, 1]), all);
    assert_eq!(join(&[4, 5, 6]).union(join(&[0, 1, 2, 3])), all);
    assert!(all.rejects("x"), "rejecting goes before accepting");
}

#[test]
fn joining_what_is_kept_apart_is_not_done() {
    let parts = Parts {
        readings: vec![reading("a.txt", "", &["A trains B", "B trains C"])],
        review: [
            "same_as\tcountry/a\tcountry/b\t\tme",
            "same_as\tcountry/b\tcountry/c\t\tme",
            "not_same_as\tcountry/a\tcountry/c\t\tme",
        ]
        .iter()
        .map(|row| ReviewFile::parse(row, "r.tsv").expect("one row").review())
        .reduce(whom::graph::Review::union)
        .unwrap_or_default(),
        ..Parts::default()
    };
    let graph = ActorGraph::from_parts(parts);
    assert_eq!(graph.petgraph().node_count(), 2);
    let same = |one: &str, other: &str| graph.candidates(one) == graph.candidates(other);
    assert!(!same("country/a", "C"), "kept apart");
}

#[test]
fn review_walks_through_the_least_certain_claims() {
    let answers = "?\nr\nr the verb is negated\na\nu\na checked\nname country/norland Norge\n\
        name country/none X\nsame country/norland country/ostmark\nq\n";
    let ran = Test::new()
        .file("story.json", json(&graph(&STORY)))
        .args(&["review", "-g", "story.json", "--as", "A. Weiss"])
        .stdin(answers)
        .stdout("1 of 10  Norland ──supplies──▶ Ostmark   disputed · 2 sources\n")
        .stdout("2 of 10  Norland ──supplies──▶ Ostmark")
        .stdout("3 of 10  Kell militia ──attacks──▶ Norland army   possible")
        .stderr("why? Say `r REASON`")
        .stderr("apart ID ID")
        .stderr("no actor has the id \"country/none\"")
        .stderr("4 kept in story.review.tsv")
        .success();
    let file = ran.read("story.review.tsv");
    let rows: Vec<&str> = file.lines().skip(2).collect();
    assert_eq!(
        rows,
        [
            format!(
                "reject\t{}\t\tthe verb is negated\tA. Weiss",
                claim("actual", "")
            ),
            format!(
                "accept\t{}\t\tchecked\tA. Weiss",
                claim("denied", "Norland")
            ),
            "rename\tcountry/norland\tNorge\t\tA. Weiss".to_owned(),
            "same_as\tcountry/norland\tcountry/ostmark\t\tA. Weiss".to_owned(),
        ]
    );
    // The next walk starts where this one ended.
    Test::new()
        .file("story.json", json(&graph(&STORY)))
        .file("story.review.tsv", &file)
        .args(&["review", "-g", "story.json", "--as", "A. Weiss"])
        .stdin("")
        .stdout("1 of 8  Kell militia ──attacks──▶ Norland army")
        .success();
}

#[test]
fn review_wants_a_file_and_a_name() {
    Test::new()
        .args(&["review", "--as", "me"])
        .stdin(json(&graph(&STORY)))
        .stderr("name the graph by -g FILE")
        .code(2);
    with_review("", &["review", "--as", " "])
        .stderr("Give a name by --as NAME")
        .code(2);
    with_review("", &["review", "--as", "me", "--since", "2025-01-01"])
        .stderr("no claim is left to review")
        .code(1);
}
