//! Actors of the user's own: tables, declared identities, dictionaries of PETRARCH.

#![no_main]

use libfuzzer_sys::fuzz_target;
use whom_fuzz::{knowledge, timed};

fuzz_target!(init: knowledge::warm(), |bytes: &[u8]| timed(bytes, || {
    let data = knowledge::Files::of("")
        .load()
        .expect("it is small and whole");
    match knowledge::with_actors(data, bytes) {
        Ok(data) => knowledge::read_story(&data),
        Err(error) => drop(error.to_string()),
    }
}));
