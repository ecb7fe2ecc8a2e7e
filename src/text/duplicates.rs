//! Finding the text that another repeats, among all read so far or the last of them.

use super::sketch::Sketch;
use std::collections::{HashMap, VecDeque};

/// One of so many kept shingles leads to the texts that have it.
const INDEXED: u32 = 4;
/// A shingle that more texts share stands in every footer, and leads nowhere.
const COMMON: usize = 32;
/// Texts that are compared, those that share most first.
const COMPARED: usize = 8;

/// Texts read so far, each with what is to be known when it comes again.
///
/// Of texts that repeat each other the one that was added first is the one that is read; which that
/// is depends on the order in which documents come, and on nothing else.
#[derive(Debug)]
pub struct Duplicates<T> {
    texts: VecDeque<(Sketch, T)>,
    /// Number of the first text in the queue.
    first: u64,
    /// The texts with a shingle, as their numbers.
    places: HashMap<u32, Vec<u64>>,
    wholes: HashMap<u64, u64>,
    capacity: usize,
}

impl<T> Duplicates<T> {
    /// Returns an empty set that remembers at most so many texts, the last ones added.
    pub fn with_capacity(capacity: usize) -> Duplicates<T> {
        Duplicates {
            texts: VecDeque::new(),
            first: 0,
            places: HashMap::new(),
            wholes: HashMap::new(),
            capacity: capacity.max(1),
        }
    }

    /// Returns what is known of the text that this one repeats, the most alike of them; else adds it.
    pub fn find_or_add(&mut self, sketch: Sketch, value: T) -> Option<&T> {
        if let Some(number) = self.find(&sketch) {
            let at = usize::try_from(number - self.first).ok()?;
            return self.texts.get(at).map(|(_, value)| value);
        }
        if self.texts.len() == self.capacity {
            self.forget();
        }
        let number = self.first + self.texts.len() as u64;
        self.wholes.insert(sketch.whole, number);
        for &shingle in indexed(&sketch) {
            let places = self.places.entry(shingle).or_default();
            if places.len() < COMMON {
                places.push(number);
            }
        }
        self.texts.push_back((sketch, value));
        None
    }

    fn find(&self, sketch: &Sketch) -> Option<u64> {
        if let Some(&number) = self.wholes.get(&sketch.whole) {
            return Some(number);
        }
        let places = indexed(sketch).filter_map(|shingle| self.places.get(shingle));
        let mut numbers: Vec<u64> = places.flatten().copied().collect();
        numbers.sort_unstable();
        let mut counts: Vec<(usize, u64)> = numbers
            .chunk_by(|a, b| a == b)
            .map(|same| (same.len(), same[0]))
            .collect();
        counts.sort_unstable_by_key(|&(count, number)| (std::cmp::Reverse(count), number));
        let mut likely = counts.into_iter().take(COMPARED);
        likely.find_map(|(_, number)| {
            let at = usize::try_from(number - self.first).ok()?;
            let (earlier, _) = self.texts.get(at)?;
            sketch.repeats(earlier).then_some(number)
        })
    }

    /// Forgets the text that was added first.
    fn forget(&mut self) {
        let Some((sketch, _)) = self.texts.pop_front() else {
            return;
        };
        let number = self.first;
        self.first += 1;
        self.wholes.remove(&sketch.whole);
        for shingle in indexed(&sketch) {
            if let Some(places) = self.places.get_mut(shingle) {
                places.retain(|&place| place != number);
                if places.is_empty() {
                    self.places.remove(shingle);
                }
            }
        }
    }
}

/// Returns the shingles that lead to a text.
fn indexed(sketch: &Sketch) -> impl Iterator<Item = &u32> {
    let scattered = |shingle: &&u32| (*shingle >> 16).is_multiple_of(INDEXED);
    sketch.shingles.iter().filter(scattered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::passages::prose_of;

    /// Returns a story of some sentences about a town, none like another.
    fn story(town: &str, sentences: usize) -> String {
        let verbs = [
            "opened", "closed", "moved", "rebuilt", "sold", "painted", "flooded",
        ];
        let things = [
            "harbour", "school", "bridge", "market", "mill", "station", "theatre", "quarry",
            "tower",
        ];
        let people = ["mayor", "council", "union", "owner", "bishop"];
        let sentence = |n: usize| {
            format!(
                "The {} of the town said that it had {} the old {} near gate {}, as was asked of it in the {} month of the year.",
                people[n % 5],
                verbs[n % 7],
                things[n % 9],
                n * 7 % 23,
                things[(n + 4) % 9]
            )
        };
        let body: Vec<String> = (0..sentences).map(sentence).collect();
        format!(
            "{town} wakes up\n\n{town} woke up on Monday. {}\n",
            body.join(" ")
        )
    }

    fn sketch(text: &str) -> Sketch {
        Sketch::of(text, &prose_of(text))
    }

    fn check(texts: &[&str], expected: &[Option<usize>]) {
        let mut known = Duplicates::with_capacity(100);
        let found: Vec<Option<usize>> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| known.find_or_add(sketch(text), at).copied())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn repetitions_are_found() {
        let one = story("Zembla", 20);
        let credited = format!(
            "By Ana Weiss\nPosted Oct 16, 2024\n{one}\n© 2024 Northern News. All rights reserved."
        );
        let edited = one.replace("rebuilt the old", "has rebuilt the");
        let short: String = one.split_inclusive(". ").take(12).collect();
        check(
            &[&one, &one, &credited, &edited, &short],
            &[None, Some(0), Some(0), Some(0), Some(0)],
        );
    }

    #[test]
    fn what_tells_more_is_no_repetition() {
        let one = story("Zembla", 20);
        let same_form = story("Freedonia", 20);
        let update = format!(
            "{one}\nHours later the bridge fell into the river, and a dozen people who had crossed it ran for their lives, a teacher said. {}",
            story("Zembla", 32).split_off(one.len())
        );
        check(&[&one, &same_form, &update], &[None, None, None]);
        check(&[&update, &one], &[None, Some(0)]);
        check(
            &[
                "Envoys met in Oslo.",
                "Envoys met in Riga.",
                "Envoys  met in Oslo.",
            ],
            &[None, None, Some(0)],
        );
    }

    #[test]
    fn memory_is_bounded() {
        let mut known = Duplicates::with_capacity(3);
        for number in 0..50 {
            assert_eq!(
                known.find_or_add(sketch(&story(&format!("Town{number}"), 20)), number),
                None
            );
            assert!(known.texts.len() <= 3 && known.wholes.len() <= 3);
        }
        assert_eq!(
            known.find_or_add(sketch(&story("Town49", 20)), 99),
            Some(&49)
        );
        assert_eq!(known.find_or_add(sketch(&story("Town1", 20)), 100), None);
        assert!(known.places.values().all(|places| places.len() <= 3));
    }
}
