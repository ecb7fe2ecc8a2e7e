//! All relations with an index from trigger words to frames.

use super::Status;
use super::cues::Cues;
use super::numbers::Numbers;
use super::relation::{Frame, Relation, TriggerClass};
use super::reliability::Reliability;
use rustc_hash::FxHashMap;

/// The relations and cue words that claims are read with.
#[derive(Debug)]
pub struct Lexicon {
    /// The relations, sorted by id.
    pub relations: Vec<Relation>,
    /// The cue words.
    pub cues: Cues,
    /// The words for numbers.
    pub numbers: Numbers,
    /// How often the frames are right.
    pub reliability: Reliability,
    index: FxHashMap<String, Vec<Entry>>,
    prepositions: FxHashMap<String, Vec<FrameRef>>,
}

/// A frame's place in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FrameRef {
    /// Index of the relation.
    pub relation: u32,
    /// Index of the frame in the relation.
    pub frame: u32,
}

/// A trigger's entry: class, frame, and which of the frame's triggers.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// How the word takes part.
    pub class: TriggerClass,
    /// The frame.
    pub frame: FrameRef,
    /// Index of the trigger in the frame.
    pub trigger: u32,
    /// The other words of the trigger.
    pub words: WordSet,
    /// Whether there are others.
    pub phrase: bool,
    /// Whether the first of them is "be": "be at war".
    pub copular: bool,
    /// Whether the frame puts something in a mouth as a fact, so that a "not" beside the trigger unsays it.
    pub tells: bool,
}

/// Words, whatever their case, as a Bloom filter of one hash (Bloom 1970): what it lacks is not among them.
///
/// Most triggers of a common verb are phrases, and most of their other words stand nowhere in a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordSet(u128);

impl WordSet {
    /// Adds a word.
    pub fn insert(&mut self, word: &str) {
        let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
        });
        self.0 |= 1 << (hash >> 25);
    }

    /// Returns whether all words of another set may be among these.
    pub fn may_hold(self, others: WordSet) -> bool {
        others.0 & !self.0 == 0
    }
}

impl Lexicon {
    /// Indexes the relations.
    pub fn new(
        mut relations: Vec<Relation>,
        cues: Cues,
        numbers: Numbers,
        reliability: Reliability,
    ) -> Lexicon {
        relations.sort_by(|a, b| a.id.cmp(&b.id));
        let mut index: FxHashMap<String, Vec<Entry>> = FxHashMap::default();
        let mut prepositions: FxHashMap<String, Vec<FrameRef>> = FxHashMap::default();
        for (r, relation) in relations.iter().enumerate() {
            for (f, frame) in relation.frames.iter().enumerate() {
                let at = FrameRef {
                    relation: r as u32,
                    frame: f as u32,
                };
                let tells = frame.is_spoken() && frame.status == Some(Status::Actual);
                for (t, (class, trigger)) in frame.triggers.iter().enumerate() {
                    if *class == TriggerClass::Preposition {
                        let mut words = vec![trigger.head.clone()];
                        words.extend(trigger.rest.iter().cloned());
                        prepositions.entry(words.join("_")).or_default().push(at);
                    } else {
                        let mut words = WordSet::default();
                        // "not" stands for every negation.
                        let rest = trigger.rest.iter().filter(|word| *word != "not");
                        rest.for_each(|word| words.insert(word));
                        let entry = Entry {
                            class: *class,
                            frame: at,
                            trigger: t as u32,
                            words,
                            phrase: !trigger.rest.is_empty(),
                            copular: trigger.rest.first().is_some_and(|word| word == "be"),
                            tells,
                        };
                        index.entry(trigger.head.clone()).or_default().push(entry);
                    }
                }
            }
        }
        Lexicon {
            relations,
            cues,
            numbers,
            reliability,
            index,
            prepositions,
        }
    }

    /// Returns the entries of a trigger word.
    pub fn entries(&self, lemma: &str) -> &[Entry] {
        self.index.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Returns the frames of an attributing preposition.
    pub fn attributing(&self, preposition: &str) -> &[FrameRef] {
        self.prepositions
            .get(preposition)
            .map_or(&[], Vec::as_slice)
    }

    /// Returns the relation that a frame belongs to.
    pub fn relation(&self, at: FrameRef) -> &Relation {
        &self.relations[at.relation as usize]
    }

    /// Returns a frame.
    pub fn frame(&self, at: FrameRef) -> &Frame {
        &self.relation(at).frames[at.frame as usize]
    }

    /// Returns whether both directions of a relation say the same.
    pub fn is_symmetric(&self, relation: &str) -> bool {
        self.find(relation).is_some_and(|r| r.symmetric)
    }

    /// Returns the relations of deeds that a noun alone tells: "raid", "abduction".
    pub fn deeds(&self, noun: &str) -> impl Iterator<Item = u32> + '_ {
        let told = |entry: &&Entry| {
            let family = self.relation(entry.frame).family.as_str();
            let deed = matches!(family, "fighting" | "giving" | "dealing");
            entry.class == TriggerClass::Noun && entry.words == WordSet::default() && deed
        };
        self.entries(noun)
            .iter()
            .filter(told)
            .map(|entry| entry.frame.relation)
    }

    /// Returns the relation of that id.
    pub fn find(&self, id: &str) -> Option<&Relation> {
        Some(&self.relations[self.position(id)? as usize])
    }

    /// Returns the index of the relation of that id.
    pub fn position(&self, id: &str) -> Option<u32> {
        let found = self
            .relations
            .binary_search_by(|r| r.id.as_str().cmp(id))
            .ok()?;
        Some(found as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_whatever_its_case() {
        let set = |words: &[&str]| {
            let mut set = WordSet::default();
            words.iter().for_each(|word| set.insert(word));
            set
        };
        let sentence = set(&["Rebels", "take", "CONTROL", "of", "port"]);
        assert!(sentence.may_hold(set(&["control", "of"])));
        assert!(sentence.may_hold(set(&[])));
        assert!(!sentence.may_hold(set(&["control", "over"])));
    }
}
