//! From bytes in a text to what travels with a reading: code points and hashes.

use super::claim::CharSpan;
use crate::span::Span;
use siphasher::sip128::{Hasher128, SipHasher13};
use std::hash::Hasher;

/// A hash that stays the same on every machine and in every version.
pub fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = SipHasher13::new();
    for part in parts {
        hasher.write(part);
        hasher.write_u8(0xff);
    }
    let hash = hasher.finish128();
    format!("{:016x}{:016x}", hash.h1, hash.h2)[..20].to_owned()
}

/// From bytes to code points.
pub struct Offsets {
    /// Byte offset after every character of more than one byte, with the bytes saved so far.
    wide: Vec<(u32, u32)>,
}

impl Offsets {
    /// Scans a text once.
    pub fn new(text: &str) -> Offsets {
        let mut saved = 0;
        let wide = text
            .char_indices()
            .filter(|(_, c)| c.len_utf8() > 1)
            .map(|(i, c)| {
                saved += c.len_utf8() as u32 - 1;
                ((i + c.len_utf8()) as u32, saved)
            })
            .collect();
        Offsets { wide }
    }

    fn point(&self, byte: u32) -> u32 {
        match self.wide.partition_point(|&(end, _)| end <= byte) {
            0 => byte,
            n => byte - self.wide[n - 1].1,
        }
    }

    /// Returns a span in code points, in logarithmic time.
    pub fn chars(&self, span: Span) -> CharSpan {
        CharSpan {
            start: self.point(span.start),
            end: self.point(span.end),
        }
    }
}
