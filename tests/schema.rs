//! The published JSON Schema describes what is written.
//!
//! The part of JSON Schema that `graph.schema.json` uses fits on a screen; an unknown
//! keyword fails, so that nothing is believed to be checked that is not.

use crate::samples::{STORY, graph, json, reading};
use serde_json::Value;
use whom::graph::ActorGraph;

const SCHEMA: &str = include_str!("../src/export/graph.schema.json");

#[test]
fn graphs_fit_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let mut bare = reading("b.txt", "", &["Norland trains Kell"]);
    bare.claims[0].item = Some("drills".to_owned());
    bare.claims[0].spans.cue = Some(Default::default());
    for graph in [
        ActorGraph::default(),
        graph(&STORY),
        ActorGraph::collect([bare]),
    ] {
        let value: Value = serde_json::from_str(&json(&graph)).expect("it was just written");
        check(&schema, &schema, &value, "graph").unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let good = json(&graph(&["Norland trains Kell"]));
    for (from, to) in [
        ("\"certainty\":\"stated\"", "\"certainty\":\"sure\""),
        ("\"status\":\"actual\"", "\"status\":null"),
        ("\"attributed_to\":[]", "\"attributed_to\":null"),
        ("\"sentence\":[0,", "\"sentence\":[0,1,"),
        ("\"date\":\"2024-03-01\"", "\"date\":\"soon\""),
        ("\"key\":", "\"kee\":"),
        ("\"directed\": true", "\"directed\": false"),
    ] {
        let bad = good.replace(from, to);
        assert_ne!(bad, good, "{from}");
        let value: Value = serde_json::from_str(&bad).expect("still JSON");
        assert!(check(&schema, &schema, &value, "graph").is_err(), "{to}");
    }
}

fn check(root: &Value, schema: &Value, value: &Value, place: &str) -> Result<(), String> {
    let rules = schema.as_object().ok_or("a schema is an object")?;
    let fail = |what: String| Err(format!("{place}: {what}: {value}"));
    for (keyword, rule) in rules {
        match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" => {}
            "$ref" => {
                let pointer = rule.as_str().unwrap_or("").trim_start_matches('#');
                let target = root.pointer(pointer).ok_or(format!("no {pointer}"))?;
                check(root, target, value, place)?;
            }
            "const" if value == rule => {}
            "enum" if list(rule).contains(value) => {}
            "type" if list(rule).iter().any(|kind| is(value, kind)) || is(value, rule) => {}
            "minimum" if value.as_f64() >= rule.as_f64() => {}
            "maximum" if value.as_f64() <= rule.as_f64() => {}
            "minItems" if list(value).len() as u64 >= rule.as_u64().unwrap_or(0) => {}
            "maxItems" if list(value).len() as u64 <= rule.as_u64().unwrap_or(0) => {}
            "pattern" if value.as_str().is_none_or(is_date) => {}
            "items" => {
                for (at, item) in list(value).iter().enumerate() {
                    check(root, rule, item, &format!("{place}[{at}]"))?;
                }
            }
            "required" => {
                for name in list(rule).iter().filter_map(Value::as_str) {
                    if value.get(name).is_none() {
                        return fail(format!("lacks {name}"));
                    }
                }
            }
            "properties" => {
                for (name, rule) in rule.as_object().into_iter().flatten() {
                    if let Some(inner) = value.get(name) {
                        check(root, rule, inner, &format!("{place}.{name}"))?;
                    }
                }
            }
            "additionalProperties" => {
                let known = |name: &String| rules["properties"].get(name).is_some();
                if let Some(name) = value.as_object().and_then(|o| o.keys().find(|n| !known(n))) {
                    return fail(format!("{name} is not known"));
                }
            }
            "allOf" => list(rule)
                .iter()
                .try_for_each(|rule| check(root, rule, value, place))?,
            "anyOf"
                if list(rule)
                    .iter()
                    .any(|rule| check(root, rule, value, place).is_ok()) => {}
            _ => return fail(format!("breaks {keyword} {rule}")),
        }
    }
    Ok(())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn is(value: &Value, kind: &Value) -> bool {
    match kind.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64(),
        Some("number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        _ => false,
    }
}

/// The only pattern of the schema is that of a date.
fn is_date(text: &str) -> bool {
    text.parse::<jiff::civil::Date>().is_ok()
}
