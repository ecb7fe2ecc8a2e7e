//! Every other kind of input; the first byte says which, the rest is the file or what is packed in it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use whom_fuzz::{input, timed};

/// Names of files by the letters from `a` on; after them come those that are packed here.
const NAMES: [&str; 14] = [
    "a.txt", "a.md", "a.json", "a.csv", "a.tsv", "a.rss", "a.atom", "a.warc", "a", "a.epub",
    "a.zip", "a.tar", "a.gz", "a.zst",
];

fuzz_target!(|bytes: &[u8]| timed(bytes, || {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let text = || String::from_utf8_lossy(rest);
    let documents = match first.wrapping_sub(b'a') % (NAMES.len() as u8 + 5) {
        14 => input::check("a.zip", &input::zip(&text())),
        15 => input::check("a.tar", &input::tar(&text())),
        16 => input::check("a.epub", &input::book(&text())),
        17 => input::check("a.jsonl.gz", &input::gzip(rest)),
        18 => input::check("a.tgz", &input::gzip(&input::tar(&text()))),
        plain => input::check(NAMES[plain as usize], rest),
    };
    drop(documents);
}));
