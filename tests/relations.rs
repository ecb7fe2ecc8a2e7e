//! Every relation's own examples hold, and its file is complete.

use whom::Whom;

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
