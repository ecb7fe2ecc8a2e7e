//! The frame language: a relation of any frames, and a story read with it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::Mutex;
use whom::claims::{Cues, Lexicon, Numbers, Relation, Reliability};
use whom::data::Data;
use whom_fuzz::{knowledge, timed};

/// The rest of the knowledge, made once; its lexicon is another for every input.
static DATA: Mutex<Option<Data>> = Mutex::new(None);
const CUES: &str = include_str!("../../src/data/en/cues.toml");

fuzz_target!(init: knowledge::warm(), |text: &str| timed(text.as_bytes(), || {
    let classes = &knowledge::KNOWN_CLASSES;
    let Ok(relation) = Relation::parse("relation.toml", text, classes) else {
        return;
    };
    let mut data = DATA.lock().expect("a panic ends the process");
    let load = || {
        knowledge::Files::of("")
            .load()
            .expect("it is small and whole")
    };
    let data = data.get_or_insert_with(load);
    let cues = Cues::parse("cues.toml", CUES, classes).expect("it is the binary's own");
    data.lexicon = Lexicon::new(vec![relation], cues, Numbers::default(), Reliability::default());
    knowledge::read_story(data);
}));
