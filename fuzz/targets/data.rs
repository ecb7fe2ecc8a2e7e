//! The files of a data folder, one after another in one text, and a story read with them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use whom_fuzz::{knowledge, timed};

fuzz_target!(init: knowledge::warm(), |text: &str| timed(text.as_bytes(), || {
    match knowledge::Files::of(text).load() {
        Ok(data) => knowledge::read_story(&data),
        Err(error) => drop(error.to_string()),
    }
}));
