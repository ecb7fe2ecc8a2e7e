//! What other programs find in the formats, as far as it shows without them; `.ci/consumers` asks the programs.

use crate::samples::{STORY, graph, reading, written};
use serde_json::{Value, json};
use std::io::{Cursor, Read};
use whom::claims::{Amount, Bound, Part, Quantity};
use whom::export::Format;
use whom::graph::ActorGraph;

const EVIL: &str = "=cmd|' /C calc'!A0 <script>alert(1)</script> ]]> \"'`; \\ \u{202e}x\u{7}\nend";

fn evil() -> ActorGraph {
    let mut reading = reading(
        "e.txt",
        "2024-03-01",
        &["A supplies B", "A trains A (denied, B)"],
    );
    for actor in &mut reading.actors {
        actor.aliases = vec![EVIL.to_owned()];
        actor.name = format!("{EVIL} {}", actor.name);
    }
    for claim in &mut reading.claims {
        claim.evidence = EVIL.to_owned();
    }
    ActorGraph::collect([reading])
}

fn graphs() -> [ActorGraph; 3] {
    [ActorGraph::default(), evil(), graph(&STORY)]
}

fn parsed(graph: &ActorGraph, format: &str) -> Value {
    serde_json::from_str(&written(graph, format)).expect("it is JSON")
}

fn count(graph: &ActorGraph) -> (usize, usize, usize) {
    let inner = graph.petgraph();
    (
        inner.node_count(),
        inner.edge_count(),
        graph.claims().count(),
    )
}

#[test]
fn xml_holds_every_actor_and_tie_with_its_claims() {
    for graph in graphs() {
        let (actors, ties, claims) = count(&graph);
        for (format, value) in [("gexf", "attvalue"), ("graphml", "data")] {
            let text = written(&graph, format);
            let tree = roxmltree::Document::parse(&text).expect("it is XML");
            let all = |name: &str| -> Vec<roxmltree::Node<'_, '_>> {
                tree.descendants()
                    .filter(|n| n.has_tag_name(name))
                    .collect()
            };
            assert_eq!(all("node").len(), actors, "{format}");
            assert_eq!(all("edge").len(), ties, "{format}");
            let statuses = tree.descendants().filter(|node| {
                let key = node.attribute("for").or(node.attribute("key"));
                node.tag_name().name() == value && matches!(key, Some("statuses" | "e_statuses"))
            });
            let said: usize = statuses
                .map(|node| {
                    node.attribute("value")
                        .or(node.text())
                        .unwrap_or("")
                        .lines()
                        .count()
                })
                .sum();
            assert_eq!(said, claims, "{format}");
        }
    }
}

#[test]
fn gexf_keeps_parallel_ties_apart_and_has_a_spell_a_day() {
    let mut later = reading(
        "b.txt",
        "2024-03-09",
        &["Norland supplies Ostmark (planned)"],
    );
    later.document.fingerprint = "other".to_owned();
    let first = reading(
        "a.txt",
        "2024-03-01",
        &["Norland supplies Ostmark", "Norland trains Ostmark"],
    );
    let text = written(&ActorGraph::collect([first, later]), "gexf");
    assert_eq!(text.matches(" kind=\"").count(), 2);
    assert!(text.contains(
        "<spell start=\"2024-03-01\" end=\"2024-03-01\"/><spell start=\"2024-03-09\" end=\"2024-03-09\"/>"
    ));
}

#[test]
fn cytoscape_and_stix_and_linked_data_hold_every_claim() {
    for graph in graphs() {
        let (actors, ties, claims) = count(&graph);
        let elements = &parsed(&graph, "cytoscape")["elements"];
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        assert_eq!(list(&elements["nodes"]).len(), actors);
        let edges = list(&elements["edges"]);
        assert_eq!(edges.len(), ties);
        assert_eq!(
            edges
                .iter()
                .map(|e| list(&e["data"]["claims"]).len())
                .sum::<usize>(),
            claims
        );

        let objects = list(&parsed(&graph, "stix")["objects"]);
        let of_type = |kind: &str| objects.iter().filter(|o| o["type"] == kind).count();
        assert_eq!(of_type("identity") + of_type("location"), actors);
        assert_eq!(of_type("relationship"), ties);
        assert_eq!(of_type("report"), usize::from(actors > 0));

        let things = list(&parsed(&graph, "jsonld")["@graph"]);
        let statements = things.iter().filter(|t| t["@type"][0] == "rdf:Statement");
        assert_eq!(statements.count(), claims);
    }
}

#[test]
fn stix_says_how_sure_and_quotes_who_says_so() {
    let bundle = parsed(&graph(&STORY), "stix");
    let objects = bundle["objects"].as_array().expect("the story has objects");
    let supplies = objects
        .iter()
        .find(|o| o["relationship_type"] == "supplies")
        .expect("the story has it");
    assert_eq!(supplies["labels"][0], "certainty:disputed");
    let said = supplies["external_references"].to_string();
    assert!(said.contains("[denied, 2024-03-01, according to Norland] Norland supplies Ostmark."));
    assert!(objects.iter().any(|o| o["relationship_type"] == "part-of"));
}

#[test]
fn money_can_be_followed_back_to_the_articles() {
    let text = written(&graph(&STORY), "ftm");
    let entities: Vec<Value> = text
        .lines()
        .map(|l| serde_json::from_str(l).expect("JSON"))
        .collect();
    let ids: Vec<&Value> = entities.iter().map(|e| &e["id"]).collect();
    let mut links = 0;
    for entity in &entities {
        let id = entity["id"].as_str().expect("an id");
        assert!(
            id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
            "{id}"
        );
        if entity["schema"] == "UnknownLink" {
            links += 1;
            for end in ["subject", "object", "proof"] {
                assert!(ids.contains(&&entity["properties"][end][0]), "{end}");
            }
        }
    }
    assert_eq!(links, graph(&STORY).petgraph().edge_count());
}

#[test]
fn a_spreadsheet_finds_no_formula_in_one_row_a_claim() {
    let text = written(&evil(), "csv");
    let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = table.records().map(|r| r.expect("a row")).collect();
    assert_eq!(rows.len(), 2);
    for cell in rows.iter().flatten() {
        assert!(
            !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
            "{cell}"
        );
        assert!(!cell.contains('\n'));
    }
    assert!(rows[0][0].starts_with("'=cmd"));
}

#[test]
fn the_tables_of_neo4j_are_whole_and_have_the_headers_it_wants() {
    for graph in graphs() {
        let (actors, ties, claims) = count(&graph);
        let mut zipped = Vec::new();
        let format = Format::from_path("x.zip".as_ref()).expect("zip is ours");
        format
            .write(&graph, &mut zipped)
            .expect("memory can be written");
        let mut zip = zip::ZipArchive::new(Cursor::new(zipped)).expect("it is a zip file");
        let mut table = |name: &str| -> (String, usize) {
            let mut text = String::new();
            let mut file = zip.by_name(name).expect("the table is there");
            file.read_to_string(&mut text).expect("it is text");
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let header = reader
                .headers()
                .expect("a header")
                .iter()
                .collect::<Vec<_>>()
                .join(",");
            let rows: Result<Vec<_>, _> = reader.records().collect();
            (header, rows.expect("rows of one width").len())
        };
        let (header, rows) = table("actors.csv");
        assert_eq!(
            header,
            "id:ID(Actor),name,kind,country,wikidata,aliases:string[],:LABEL"
        );
        assert_eq!(rows, actors);
        let (header, rows) = table("ties.csv");
        assert!(
            header.starts_with(":START_ID(Actor),:END_ID(Actor),:TYPE,"),
            "{header}"
        );
        assert_eq!(rows, ties);
        assert_eq!(table("claims.csv").1, claims);
        assert_eq!(table("claims_documents.csv").1, claims);
        assert!(table("claims_actors.csv").1 >= 2 * claims);
    }
}

#[test]
fn statements_stand_in_a_line_each_whatever_the_names() {
    for graph in graphs() {
        for line in written(&graph, "cypher").lines() {
            let start = ["CREATE CONSTRAINT", "MERGE (", "MATCH ("];
            assert!(
                start.iter().any(|s| line.starts_with(s)) && line.ends_with(';'),
                "{line}"
            );
            let mut inside = false;
            let mut letters = line.chars();
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' if inside => drop(letters.next()),
                    '\'' => inside = !inside,
                    _ => {}
                }
            }
            assert!(!inside, "{line}");
        }
    }
}

#[test]
fn mermaid_says_status_in_word_and_line() {
    let chart = written(&graph(&STORY), "mermaid");
    let line = |word: &str| {
        chart
            .lines()
            .find(|l| l.contains(word))
            .unwrap_or_else(|| panic!("{chart}"))
    };
    assert!(line("supplies").contains("==>") && line("supplies").contains("· disputed"));
    assert!(line("occupies").contains("--x") && line("occupies").contains("· denied"));
    assert!(line("meets").contains("<-->"));
    assert!(line("deploys").contains("-.->"));
    let evil = written(&evil(), "mermaid");
    assert!(!evil.contains("<script") && !evil.contains('`'));
}

#[test]
fn how_many_where_and_when_stand_in_every_format_of_claims() {
    let mut reading = reading("q.txt", "2024-03-01", &["A supplies B"]);
    let claim = &mut reading.claims[0];
    claim.quantity = Some(Quantity {
        of: Part::Item,
        number: Amount(1_000.0),
        bound: Bound::Between(Amount(1_500.0)),
        unit: "shell".to_owned(),
    });
    claim.place = Some("Zedgrad".to_owned());
    claim.when = Some("2024-02".to_owned());
    let graph = ActorGraph::collect([reading]);
    let json = parsed(&graph, "json");
    let claim = &json["claims"][0];
    let quantity =
        json!({"of": "item", "number": 1000, "to": 1500, "bound": "between", "unit": "shell"});
    assert_eq!(claim["quantity"], quantity);
    assert_eq!([&claim["place"], &claim["when"]], ["Zedgrad", "2024-02"]);
    let linked = parsed(&graph, "jsonld");
    let claim = linked["@graph"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|thing| thing["quantity"].is_object());
    let claim = claim.expect("a claim with its quantity");
    assert_eq!(claim["quantity"], quantity);
    assert_eq!([&claim["place"], &claim["when"]], ["Zedgrad", "2024-02"]);
    for term in [
        "quantity",
        "of",
        "number",
        "to",
        "bound",
        "unit",
        "place",
        "when",
        "reliability",
    ] {
        assert_eq!(linked["@context"][term], format!("whom:{term}"));
    }
    let cypher = written(&graph, "cypher");
    let set = "n.place = 'Zedgrad', n.`when` = '2024-02', n.quantity_of = 'item', n.number = 1000, n.number_to = 1500, \
               n.bound = 'between', n.unit = 'shell'";
    assert!(cypher.contains(set), "{cypher}");
    let table = written(&graph, "csv");
    let [header, row] = [0, 1].map(|line| table.lines().nth(line).expect("a line"));
    assert!(
        header.ends_with("place,when,quantity_of,number,number_to,bound,unit"),
        "{header}"
    );
    assert!(
        row.ends_with("Zedgrad,2024-02,item,1000,1500,between,shell"),
        "{row}"
    );
}
