//! Parquet: the tables read back are the graph, and a folder is written as a whole or not at all.

use crate::command::Test;
use crate::samples::{STORY, graph, json, reading};
use bytes::Bytes;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use serde_json::{Map, Value, json as value};
use std::collections::BTreeMap;
use whom::export::Format;
use whom::graph::ActorGraph;
use whom::jiff::{ToSpan, civil::date};

const NAMES: [&str; 3] = ["actors.parquet", "claims.parquet", "ties.parquet"];

/// Returns the rows of each table as JSON, by name.
fn tables(graph: &ActorGraph) -> BTreeMap<&'static str, Vec<Value>> {
    let format = Format::from_name("parquet").expect("a format of ours");
    let files = format.files(graph).expect("memory can be written");
    let files = files.expect("the format is a folder").into_iter();
    files.map(|file| (file.name, rows(file.content))).collect()
}

fn rows(file: Vec<u8>) -> Vec<Value> {
    let reader = SerializedFileReader::new(Bytes::from(file)).expect("it is Parquet");
    let rows = reader.get_row_iter(None).expect("it has rows");
    rows.map(|row| object(&row.expect("the row is whole")))
        .collect()
}

fn object(row: &Row) -> Value {
    let cells = row.get_column_iter();
    Value::Object(
        cells
            .map(|(name, cell)| (name.clone(), cell_of(cell)))
            .collect(),
    )
}

fn cell_of(cell: &Field) -> Value {
    match cell {
        Field::Null => Value::Null,
        Field::Bool(flag) => value!(flag),
        Field::Long(number) => value!(number),
        Field::Double(number) => value!(number),
        Field::Str(text) => value!(text),
        Field::Date(days) => value!(date(1970, 1, 1).saturating_add(days.days()).to_string()),
        Field::ListInternal(list) => list.elements().iter().map(cell_of).collect(),
        other => panic!("no column has cells such as {other:?}"),
    }
}

/// Returns the graph as JSON, and what is wanted of its lists by these names.
fn wanted(graph: &Value, list: &str, names: &[(&str, &str)]) -> Vec<Value> {
    let items = graph[list].as_array().expect("the graph has the list");
    let row = |item: &Value| -> Value {
        let cells = names
            .iter()
            .map(|(column, field)| ((*column).to_owned(), item[*field].clone()));
        Value::Object(cells.collect::<Map<_, _>>())
    };
    items.iter().map(row).collect()
}

/// Returns rows with only some columns.
fn kept(rows: &[Value], columns: &[(&str, &str)]) -> Vec<Value> {
    let row = |row: &Value| -> Value {
        let cells = columns.iter().map(|(column, _)| {
            let cell = row.get(*column);
            (
                (*column).to_owned(),
                cell.unwrap_or_else(|| panic!("no {column} in {row}"))
                    .clone(),
            )
        });
        Value::Object(cells.collect::<Map<_, _>>())
    };
    rows.iter().map(row).collect()
}

fn two_documents() -> ActorGraph {
    let mut first = reading("daily.txt", "2024-03-01", &STORY);
    first.document.title = Some("漢字 \"quoted\"\nand broken\u{0}".to_owned());
    first.document.outlet = Some("Daily".to_owned());
    first.claims[0].item = Some("three cranes".to_owned());
    let second = reading(
        "undated.txt",
        "",
        &["Norland supplies Ostmark", "Kell visits Kell"],
    );
    ActorGraph::collect([first, second])
}

#[test]
fn the_tables_are_the_graph() {
    let graph = two_documents();
    let whole: Value = serde_json::from_str(&json(&graph)).expect("it is JSON");
    let tables = tables(&graph);
    let same = [
        "id",
        "name",
        "kind",
        "country",
        "wikidata",
        "aliases",
        "documents",
    ]
    .map(|name| (name, name));
    assert_eq!(
        kept(&tables["actors.parquet"], &same),
        wanted(&whole, "nodes", &same)
    );
    let ties = [
        ("src", "source"),
        ("dst", "target"),
        ("relation", "relation"),
        ("certainty", "certainty"),
        ("is_symmetric", "symmetric"),
        ("claims", "count"),
        ("sources", "sources"),
    ];
    assert_eq!(
        kept(&tables["ties.parquet"], &ties),
        wanted(&whole, "edges", &ties)
    );
    let claims = [
        "id", "relation", "item", "status", "evidence", "frame", "document",
    ]
    .map(|name| (name, name));
    let sorted = |mut rows: Vec<Value>| {
        rows.sort_by_key(|row| row["id"].to_string());
        rows
    };
    assert_eq!(
        sorted(kept(&tables["claims.parquet"], &claims)),
        sorted(wanted(&whole, "claims", &claims))
    );
}

#[test]
fn lists_days_and_keys_hold_what_they_say() {
    let tables = tables(&two_documents());
    let ties = &tables["ties.parquet"];
    let claims = &tables["claims.parquet"];
    let supplies = ties
        .iter()
        .find(|tie| tie["relation"] == "supplies")
        .expect("a tie");
    assert_eq!(supplies["documents"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        (&supplies["first"], &supplies["last"]),
        (&value!("2024-03-01"), &value!("2024-03-01"))
    );
    let visits = ties
        .iter()
        .find(|tie| tie["relation"] == "visits")
        .expect("a tie");
    assert_eq!(
        (&visits["first"], &visits["src"]),
        (&Value::Null, &visits["dst"])
    );
    // Every claim finds its tie, and a tie has as many as it counts.
    for tie in ties {
        let own = claims.iter().filter(|claim| claim["tie"] == tie["id"]);
        assert_eq!(value!(own.count()), tie["claims"], "{tie}");
    }
    let said: Vec<&Value> = claims
        .iter()
        .filter(|claim| claim["relation"] == "attacks")
        .map(|claim| &claim["attributed_to"])
        .collect();
    assert_eq!(said, [&value!(["media/herald", "group/witnesses"])]);
    let own_voice = claims
        .iter()
        .filter(|claim| claim["attributed_to"] == value!([]));
    assert_eq!(own_voice.count(), 8);
    let titles = claims
        .iter()
        .filter(|claim| claim["title"] == "漢字 \"quoted\"\nand broken\u{0}");
    assert_eq!(titles.count(), STORY.len());
    let spans = claims.iter().filter(|claim| {
        let number = |name: &str| claim[name].as_u64().expect("offsets are numbers");
        let length = claim["evidence"]
            .as_str()
            .map(|text| text.chars().count() as u64);
        Some(number("evidence_end") - number("evidence_start")) == length
    });
    assert_eq!(spans.count(), claims.len());
}

#[test]
fn a_folder_is_written_and_replaced_as_a_whole() {
    let run = |name: &str| {
        Test::new()
            .file("g.json", json(&graph(&STORY)))
            .args(&["export", "-g", "g.json", "-o", name])
    };
    let ran = run("t.parquet").success();
    assert_eq!(ran.files(), ["g.json", "t.parquet"]);
    assert_eq!(names(&ran.path("t.parquet")), NAMES);
    let stale = run("t.parquet");
    let folder = stale.folder().join("t.parquet");
    std::fs::create_dir(&folder).expect("the folder of the run is there");
    std::fs::write(folder.join("ties.parquet"), "old").expect("it can be written");
    let replaced = stale.success();
    for name in NAMES {
        let bytes = |ran: &crate::command::Ran| {
            std::fs::read(ran.path("t.parquet").join(name)).expect("it is there")
        };
        assert_eq!(bytes(&ran), bytes(&replaced), "{name}");
    }
    assert_eq!(
        replaced.files(),
        ["g.json", "t.parquet"],
        "nothing else is left behind"
    );
}

#[test]
fn what_whom_did_not_write_is_not_replaced() {
    let story = json(&graph(&STORY));
    let args = ["export", "-g", "g.json", "-f", "parquet", "-o", "there"];
    let ran = Test::new()
        .file("g.json", &story)
        .file("there", "a file")
        .args(&args)
        .stderr("there: a file, where a folder")
        .code(2);
    assert_eq!(ran.read("there"), "a file");
    let test = Test::new()
        .file("g.json", &story)
        .args(&args)
        .stderr("holds something else (notes.txt)");
    let folder = test.folder().join("there");
    std::fs::create_dir(&folder).expect("the folder of the run is there");
    std::fs::write(folder.join("notes.txt"), "mine").expect("it can be written");
    assert_eq!(names(&test.code(2).path("there")), ["notes.txt"]);
}

fn names(folder: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("it can be listed")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}
