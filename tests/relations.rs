//! Every relation's own examples hold, and its file is complete.

use whom::Whom;
use whom::claims::{Classes, Relation};

#[test]
fn every_relation_yields_and_rejects_what_its_file_says() {
    let whom = Whom::new().expect("the embedded data loads");
    let check = whom::check(&whom);
    let failures: Vec<String> = check.failures.iter().map(ToString::to_string).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(check.run > 200, "only {} examples", check.run);
}

#[test]
fn every_relation_has_frames_and_examples_both_ways() {
    let whom = Whom::new().expect("the embedded data loads");
    let relations = &whom.data().lexicon.relations;
    assert_eq!(relations.len(), 34);
    for relation in relations {
        assert!(!relation.frames.is_empty(), "{}", relation.id);
        assert!(
            relation.yields.len() >= 3,
            "{}: fewer than 3 yields",
            relation.id
        );
        assert!(
            relation.rejects.len() >= 2,
            "{}: fewer than 2 rejects",
            relation.id
        );
    }
}

#[test]
fn a_frame_that_is_none_is_named_with_its_line() {
    let head = "id = \"lends\"\nfamily = \"giving\"\ngloss = \"lends\"\nquestion = \"Who?\"\nplover = \"\"\ncameo = \"\"\n";
    let frame = |body: &str| format!("[[frame]]\nid = \"lend\"\nsource = \"subj\"\n{body}\n");
    let good = frame("verbs = [\"lend\"]\ntarget = \"to\"");
    for (body, line, message) in [
        (
            format!("{good}{good}"),
            12,
            "`lends/en/lend` is the id of an earlier frame",
        ),
        (frame("target = \"to\""), 7, "has no trigger"),
        (
            frame("verbs = [\"lend\"]\ntarget = \"To\""),
            7,
            "`To` is no slot",
        ),
        (
            frame("verbs = [\"lend\"]\ntarget = \"to\"\nonly.obj = [\"@sums\"]"),
            7,
            "`@sums` is no word class",
        ),
        (
            frame("verbs = [\"lend\"]\ntarget = \"to\"\nkinds.to = [\"bank\"]"),
            7,
            "`bank` is no kind of actor",
        ),
        (
            frame("verbs = [\"lend\"]\ntarget = \"to\"\nneeds = [\"doer\"]"),
            7,
            "`doer` is no phrase",
        ),
        (
            frame("verbs = [\"lend\"]\nrecipient = \"to\""),
            11,
            "unknown field `recipient`",
        ),
    ] {
        let file = format!("{head}{body}");
        let error = Relation::parse("lends.toml", &file, &Classes::new()).expect_err(message);
        let error = error.to_string();
        assert!(error.contains(message), "{error}");
        assert!(error.starts_with(&format!("lends.toml:{line}:")), "{error}");
    }
    Relation::parse("lends.toml", &format!("{head}{good}"), &Classes::new())
        .expect("is a relation");
}
