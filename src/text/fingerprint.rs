//! Hashes that tell whether two texts are the same.

use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// Returns a hash of a text with white space folded, sixteen hexadecimal digits.
///
/// The same article printed twice has one fingerprint, however its lines are broken.
///
/// ```
/// use whom::text::fingerprint;
/// assert_eq!(fingerprint("Envoys meet.\n"), fingerprint(" Envoys  meet."));
/// ```
pub fn fingerprint(text: &str) -> String {
    format!("{:016x}", hash_words(text))
}

/// Returns a hash of a text's words, the same on every machine.
pub(super) fn hash_words(text: &str) -> u64 {
    let mut hasher = SipHasher13::new();
    for word in text.split_whitespace() {
        hasher.write(word.as_bytes());
        hasher.write_u8(b' ');
    }
    hasher.finish()
}
