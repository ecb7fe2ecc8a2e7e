//! What of a text is remembered to recognise it when it is printed again.

use super::document::Passage;
use super::fingerprint::hash_words;
use siphasher::sip::SipHasher13;
use std::collections::BTreeSet;
use std::hash::Hasher;

/// Words in a row that are compared.
const SHINGLE: usize = 3;
/// One of so many shingles is kept; which, their hash decides, so that two texts keep the same ones.
const KEPT: u32 = 4;
/// Fewer kept shingles show nothing.
const FEW: usize = 12;
/// Share of a text's shingles that the other must have.
const SHARED: f64 = 0.8;
/// Of so many names and numbers one may be new: a byline, a spelling.
const NEW_NAMES: usize = 25;

/// A text in a few hundred bytes: hashes of some of its word triples and of its names and numbers.
///
/// Bylines, credits and notices are left out, so that what two outlets print around a wire story
/// does not make it two.
///
/// ```
/// use whom::text::{Document, Sketch, passages};
/// let sketch = |text: &str| {
///     let document = Document { text: text.to_owned(), ..Document::default() };
///     Sketch::of(text, &passages(&document))
/// };
/// let first = "The envoys of Ruritania met in Oslo on Monday to talk about the port and its grain, \
///     and they left again on Tuesday without a word to those who had waited for them in the rain, \
///     the mayor of the city said, who had met them at the quay with a band and a speech in hand.";
/// let again = format!("{first} Share this");
/// assert!(sketch(&again).repeats(&sketch(first)));
/// let other = first.replace("Ruritania", "Freedonia");
/// assert!(!sketch(&other).repeats(&sketch(first)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// Hash of all words.
    pub(super) whole: u64,
    /// Kept hashes of shingles, sorted.
    pub(super) shingles: Box<[u32]>,
    /// Hashes of names and numbers, sorted.
    names: Box<[u32]>,
}

impl Sketch {
    /// Returns the sketch of a text with its [passages](super::passages); the time taken grows with its length.
    pub fn of(text: &str, passages: &[Passage]) -> Sketch {
        let mut words: Vec<u32> = Vec::new();
        let mut names: BTreeSet<u32> = BTreeSet::new();
        for passage in passages {
            let body = passage.span.of(text);
            let parts = body.split(|c: char| !c.is_alphanumeric());
            for word in parts.filter(|word| !word.is_empty()) {
                let hash = hash(word.to_lowercase().as_bytes());
                words.push(hash);
                if word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
                    names.insert(hash);
                }
            }
        }
        let shingles: BTreeSet<u32> = words
            .windows(SHINGLE)
            .map(|words| {
                let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
                hash(&bytes)
            })
            .filter(|hash| hash.is_multiple_of(KEPT))
            .collect();
        Sketch {
            whole: hash_words(text),
            shingles: shingles.into_iter().collect(),
            names: names.into_iter().collect(),
        }
    }

    /// Returns whether this text tells nothing that an earlier one does not: it is the same, or at
    /// least four fifths of it stand there and hardly a name or number is new.
    ///
    /// An update that adds a paragraph is no repetition; nor is a report of the same form about
    /// others. Not symmetric: a shortened text repeats the long one, and not the other way round.
    pub fn repeats(&self, earlier: &Sketch) -> bool {
        if self.whole == earlier.whole {
            return true;
        }
        if self.shingles.len() < FEW {
            return false;
        }
        let shared = common(&self.shingles, &earlier.shingles);
        let new_names = self.names.len() - common(&self.names, &earlier.names);
        shared as f64 >= SHARED * self.shingles.len() as f64
            && new_names * NEW_NAMES <= self.names.len()
    }

    /// Returns the memory that it takes, in bytes.
    pub fn size(&self) -> usize {
        size_of::<Sketch>() + 4 * (self.shingles.len() + self.names.len())
    }
}

/// Returns the number of values that two sorted lists share.
fn common(some: &[u32], others: &[u32]) -> usize {
    let (mut at, mut found) = (0, 0);
    for value in some {
        while others.get(at).is_some_and(|other| other < value) {
            at += 1;
        }
        found += usize::from(others.get(at) == Some(value));
    }
    found
}

fn hash(bytes: &[u8]) -> u32 {
    let mut hasher = SipHasher13::new();
    hasher.write(bytes);
    // The lower half is as good a hash as the whole.
    (hasher.finish() & u64::from(u32::MAX)) as u32
}
