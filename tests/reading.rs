//! The verbs that read articles: inputs, threads, exit codes.

use crate::command::Test;
use serde_json::{Value, json};

const STORY: &str = "Reuters reported on Monday that Norway had sent trucks to Latvia.\n\n\
    Latvia denied that it had received the trucks.\n";
const OTHER: &str = "Estonia attacked a convoy of Lithuanian troops near Riga.\n";

fn story() -> Test {
    Test::new().file("a.txt", STORY).file("b.txt", OTHER)
}

#[test]
fn an_article_becomes_a_reading_with_sentences() {
    let ran = story().args(&["read", "a.txt", "-f", "jsonl"]).success();
    let reading: Value = serde_json::from_str(&ran.stdout).expect("one line of JSON");
    assert_eq!(reading["document"], "a.txt");
    let claims = reading["claims"].as_array().expect("a list");
    let supplies = claims
        .iter()
        .find(|c| c["relation"] == "supplies" && c["status"] == "actual");
    let supplies = supplies.unwrap_or_else(|| panic!("{reading:#}"));
    assert_eq!(
        (&supplies["source"], &supplies["target"]),
        (&"Norway".into(), &"Latvia".into())
    );
    assert_eq!(supplies["attributed_to"][0], "Reuters");
    let evidence = supplies["evidence"].as_str().expect("a sentence");
    let [start, end] = [0, 1].map(|at| supplies["spans"]["sentence"][at].as_u64().expect("a span"));
    let slice: String = STORY
        .chars()
        .skip(start as usize)
        .take((end - start) as usize)
        .collect();
    assert_eq!(slice, evidence);
}

#[test]
fn a_graph_can_be_asked_at_once() {
    let graph = story()
        .args(&["read", "a.txt", "b.txt"])
        .success()
        .stdout
        .clone();
    Test::new()
        .args(&["path", "Norway", "Latvia"])
        .stdin(graph)
        .stdout("──supplies──▶")
        .success();
}

#[test]
fn neither_threads_nor_the_order_of_files_matter() {
    for format in ["jsonl", "json", "dot"] {
        let run = |args: &[&str]| {
            let test = story().args(&["read", "-f", format]).args(args);
            test.success().stdout.clone()
        };
        let expected = run(&["a.txt", "b.txt", "-j", "1"]);
        assert_eq!(run(&["b.txt", "a.txt", "-j", "2"]), expected);
        assert_eq!(run(&["a.txt", "b.txt", "a.txt", "-j", "3"]), expected);
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_read() {
    story()
        .file("binary.txt", b"\0\x01\x02")
        .file("empty.txt", "")
        .file(
            "broken.jsonl",
            "{\"text\": \"Norway sent trucks to Latvia.\"}\n{broken\n{\"id\": \"x\"}\n",
        )
        .args(&[
            "read",
            "-f",
            "jsonl",
            "a.txt",
            "binary.txt",
            "empty.txt",
            "broken.jsonl",
            "none.txt",
        ])
        .stderr("binary.txt:1")
        .stderr("empty.txt:1")
        .stderr("broken.jsonl:2")
        .stderr("broken.jsonl:3")
        .stderr("none.txt")
        .stdout("\"document\":\"a.txt\"")
        .code(4);
}

#[test]
fn where_nothing_can_be_read_nothing_is_written() {
    let ran = Test::new()
        .args(&["read", "none.txt", "-o", "g.json"])
        .stderr("none.txt")
        .code(2);
    assert!(ran.files().is_empty());
    let ran = Test::new()
        .args(&["read", "none.txt", "-o", "g.jsonl"])
        .stderr("none.txt")
        .code(2);
    assert!(ran.files().is_empty());
    Test::new().arg("read").stderr("<PATH>").code(2);
}

#[test]
fn odd_text_is_read_without_complaint() {
    let long = "Norway and ".repeat(20_000);
    for text in [
        ".",
        "\u{feff}",
        "((((((((",
        "🙂🙂 ‘’“” \u{200b}",
        "\r\n\r\n x",
        &long,
    ] {
        let ran = Test::new()
            .args(&["read", "-", "-f", "jsonl"])
            .stdin(text)
            .code_of();
        assert!(
            ran == 0 || ran == 2,
            "{ran} for {:?}",
            text.chars().take(20).collect::<String>()
        );
    }
}

#[test]
fn explain_shows_the_words_and_the_claims() {
    story()
        .args(&["explain", "a.txt:1"])
        .stdout("trucks")
        .stdout("supplies")
        .success();
    Test::new()
        .args(&["explain", "-"])
        .stdin("The Kenyan minister denied that Chad had armed the rebels, the Herald reported.")
        .stdout("claim: Chad supplies rebels (denied; says Herald, citing Kenyan minister), by supplies/en/arm, right in ")
        .stdout("    supplies/en/arm gave a claim\n")
        .stdout("reports/en/say_person did not: source_kinds wants person, not Herald (organization)")
        .stdout("part_of/en/in-body did not: no actor as target (in | within)")
        .success();
    story()
        .args(&["explain", "a.txt:9"])
        .stderr("no sentence in line 9")
        .code(1);
    story()
        .args(&["explain", "none.txt"])
        .stderr("none.txt")
        .code(2);
}

#[test]
fn relations_are_listed_and_described() {
    let ran = Test::new().arg("relations").stdout("supplies").success();
    assert_eq!(ran.stdout.lines().count(), 34);
    Test::new()
        .args(&["relations", "supplies"])
        .stdout("PLOVER")
        .stdout("supplies/en/")
        .success();
    Test::new()
        .args(&["relations", "suplies"])
        .stderr("no relation \"suplies\"")
        .code(1);
}

#[test]
fn eval_scores_readings_against_annotations() {
    let gold = r#"{"document": "a", "actors": [
        {"name": "Norway", "kind": "country", "country": null, "aliases": ["Norway"]},
        {"name": "Latvia", "kind": "country", "country": null, "aliases": ["Latvia"]}],
        "claims": [{"source": "Norway", "relation": "supplies", "target": "Latvia", "item": "trucks",
        "status": "actual", "attributed_to": [], "evidence": "", "tier": "required"}]}"#;
    let ran = story()
        .args(&["eval", "--gold", ".", "a.txt"])
        .file("a.json", gold)
        .success();
    assert!(
        ran.stdout.starts_with("1 documents\nstrict"),
        "{}",
        ran.stdout
    );
    story().args(&["eval", "a.txt"]).stderr("--gold").code(2);
    let ran = story()
        .args(&["eval", "--gold", ".", "a.txt", "--frames"])
        .file("a.json", gold)
        .success();
    let right = |line: &str| line.starts_with("supplies/en/") && line.ends_with("\t1\t0");
    let wrong = |line: &str| line.starts_with("reports/en/") && line.ends_with("\t0\t1");
    assert!(ran.stdout.lines().any(right), "{}", ran.stdout);
    assert!(ran.stdout.lines().any(wrong), "{}", ran.stdout);
}

#[test]
fn claims_whose_frames_were_seldom_right_can_be_left_out() {
    let kept = |table: &str, least: &str| {
        let read = Test::new()
            .file(
                "a.txt",
                "Norway sent trucks to Latvia. Estonia attacked Peru.",
            )
            .file("data/en/reliability.tsv", table)
            .args(&["read", "a.txt", "-f", "jsonl", "--data", "data"])
            .success();
        let table = Test::new()
            .file("readings.jsonl", &read.stdout)
            .args(&["export", "-g", "readings.jsonl", "-f", "csv"])
            .args(&["--min-reliability", least])
            .success();
        table.stdout.lines().count() - 1
    };
    let table = "supplies/en/send\t90\t10\nattacks/en/attack\t10\t90\n";
    assert_eq!((kept(table, "0"), kept(table, "0.6")), (2, 1));
}

#[test]
fn data_of_your_own_is_checked() {
    story()
        .args(&["read", "a.txt", "--data", "none"])
        .stderr("none")
        .code(2);
}

#[test]
fn trees_of_another_parser_are_read() {
    let trees = "1\tNorway\tNorway\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n\
        2\tattacked\tattack\tVERB\tVBD\t_\t0\troot\t_\t_\n\
        3\tLatvia\tLatvia\tPROPN\tNNP\t_\t2\tobj\t_\tSpaceAfter=No\n\
        4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";
    Test::new()
        .file("a.conllu", trees)
        .args(&["read", "--conllu", "a.conllu", "-f", "text"])
        .stdout("Norway ──attacks──▶ Latvia")
        .stdout("“Norway attacked Latvia.”")
        .success();
    Test::new()
        .file("b.conllu", "1\tNorway\n")
        .args(&["read", "--conllu", "b.conllu"])
        .stderr("b.conllu:1: not CoNLL-U")
        .code(2);
}

#[test]
fn every_event_has_a_status_where_it_is_asked_for() {
    let text = "Norway attacked a ship. Chad may close its port. Kenya will not sell drones. Did Peru pay?\n";
    let read = |more: &[&str]| {
        let test = Test::new()
            .file("a.txt", text)
            .args(&["read", "a.txt", "-f", "jsonl"]);
        let ran = test.args(more).success();
        serde_json::from_str::<Value>(&ran.stdout).expect("one line of JSON")
    };
    assert!(read(&[]).get("events").is_none());
    let reading = read(&["--events"]);
    let events = reading["events"].as_array().expect("a list");
    let found: Vec<String> = events
        .iter()
        .map(|e| format!("{} {}", e["lemma"], e["status"]).replace('"', ""))
        .collect();
    for expected in [
        "attack actual",
        "close possible",
        "sell denied",
        "pay possible",
    ] {
        assert!(
            found.contains(&expected.to_owned()),
            "{expected}: {found:?}"
        );
    }
    let [start, end] = [0, 1].map(|at| events[0]["word"][at].as_u64().expect("a span") as usize);
    assert_eq!(&text[start..end], "attacked");
}

#[test]
fn events_have_no_place_in_a_graph() {
    let test = story().args(&["read", "a.txt", "--events"]);
    test.stderr("-f jsonl").code(2);
}

#[test]
fn what_is_told_with_its_day_has_that_day() {
    let articles = r#"{"id": "a", "date": "2022-10-05", "text": "Kenya expelled two Chadian diplomats on Monday. Norway annexed Svalbard in 1925. Ghana will send troops to Togo in May. Sudan sent tanks to Chad until June. Peru attacked Chile. Togo attacked Benin two days ago. Mali may attack Niger on Friday. Egypt invaded Libya on the march."}"#;
    let ran = Test::new()
        .file("a.jsonl", articles)
        .args(&["read", "a.jsonl", "-f", "jsonl"])
        .success();
    let reading: Value = serde_json::from_str(&ran.stdout).expect("one line of JSON");
    let claims = reading["claims"].as_array().expect("a list");
    let when = |relation: &str, source: &str| {
        let mut found = claims
            .iter()
            .filter(|c| c["relation"] == relation && c["source"] == source);
        let claim = found.next().unwrap_or_else(|| panic!("{reading:#}"));
        [&claim["when"], &claim["date"]].map(|cell| cell.as_str().unwrap_or("").to_owned())
    };
    assert_eq!(when("sanctions", "Kenya"), ["2022-10-03", "2022-10-03"]);
    assert_eq!(when("occupies", "Norway"), ["1925", "1925-01-01"]);
    assert_eq!(when("supplies", "Ghana"), ["2023-05", "2023-05-01"]);
    assert_eq!(when("supplies", "Sudan"), ["", "2022-10-05"]);
    assert_eq!(when("attacks", "Peru"), ["", "2022-10-05"]);
    assert_eq!(when("attacks", "Togo"), ["2022-10-03", "2022-10-03"]);
    assert_eq!(when("attacks", "Mali"), ["2022-10-07", "2022-10-07"]);
    assert_eq!(when("attacks", "Egypt"), ["", "2022-10-05"]);
}

#[test]
fn what_is_told_with_a_number_and_a_place_has_both() {
    let text = "Kenya sent at least 1,500 shells to Ghana. Rebels killed a dozen Chadian soldiers in Togo. \
                Norway gave Peru $2.5 million. Sudan attacked Mali in Libya.";
    let ran = Test::new()
        .file("a.txt", text)
        .args(&["read", "a.txt", "-f", "jsonl"])
        .success();
    let reading: Value = serde_json::from_str(&ran.stdout).expect("one line of JSON");
    let claims = reading["claims"].as_array().expect("a list");
    let claim = |relation: &str| {
        let found = claims.iter().find(|claim| claim["relation"] == relation);
        let claim = found.unwrap_or_else(|| panic!("{reading:#}"));
        (
            claim["quantity"].clone(),
            claim["place"].as_str().unwrap_or(""),
        )
    };
    let quantity = json!({"of":"item","number":1500,"bound":"at_least","unit":"shell"});
    assert_eq!(claim("supplies"), (quantity, ""));
    let quantity = json!({"of":"target","number":12,"bound":"exact","unit":"soldier"});
    assert_eq!(claim("kills"), (quantity, "Togo"));
    let quantity = json!({"of":"item","number":2500000,"bound":"exact","unit":"USD"});
    assert_eq!(claim("finances"), (quantity, ""));
    assert_eq!(claim("attacks"), (Value::Null, "Libya"));
    // Both come back from a graph as they went in.
    let again = Test::new()
        .file("a.jsonl", &ran.stdout)
        .args(&["merge", "a.jsonl"])
        .success();
    let graph: Value = serde_json::from_str(&again.stdout).expect("JSON");
    let supplied = graph["claims"].as_array().expect("a list").iter();
    let supplied: Vec<&Value> = supplied
        .filter(|claim| claim["relation"] == "supplies")
        .collect();
    assert_eq!(supplied[0]["quantity"]["number"], 1500);
}

#[test]
fn a_place_is_found_within_the_phrase_that_names_it() {
    let text = "Sudan attacked Mali in the north of Libya.";
    let ran = Test::new()
        .file("a.txt", text)
        .args(&["read", "a.txt", "-f", "jsonl"])
        .success();
    let reading: Value = serde_json::from_str(&ran.stdout).expect("one line of JSON");
    let attack = reading["claims"].as_array().expect("a list").iter();
    let attack = attack
        .clone()
        .find(|claim| claim["relation"] == "attacks" && claim["target"] == "Mali");
    assert_eq!(
        attack.unwrap_or_else(|| panic!("{reading:#}"))["place"],
        "Libya"
    );
}

#[test]
fn who_is_named_in_the_clause_is_not_supplied_from_elsewhere() {
    let text =
        "Sudan killed nine nurses on Monday. Twelve soldiers were killed in Sudan's air strikes.";
    let ran = Test::new()
        .file("a.txt", text)
        .args(&["read", "a.txt", "-f", "jsonl"])
        .success();
    let reading: Value = serde_json::from_str(&ran.stdout).expect("one line of JSON");
    let mut kills = reading["claims"].as_array().expect("a list").iter();
    let second = kills.find(|claim| {
        let twelve = claim["evidence"]
            .as_str()
            .is_some_and(|text| text.starts_with("Twelve"));
        claim["relation"] == "kills" && twelve
    });
    let second = second.unwrap_or_else(|| panic!("{reading:#}"));
    let [start, end] =
        [0, 1].map(|at| second["spans"]["source"][at].as_u64().expect("a span") as usize);
    assert_eq!(&text[start..end], "Sudan");
}
