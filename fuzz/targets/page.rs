//! Saved web pages.

#![no_main]

use libfuzzer_sys::fuzz_target;
use whom_fuzz::{input, timed};

fuzz_target!(|bytes: &[u8]| timed(bytes, || drop(input::check("a.html", bytes))));
