//! The different words of some sentences: what the network makes of a word alone, it makes once.

use super::features::Features;
use rustc_hash::FxHashMap;

/// Forms of words, numbered as they first appear, with their features.
#[derive(Default)]
pub(super) struct Vocabulary<'text> {
    numbers: FxHashMap<&'text str, u32>,
    features: Vec<Features>,
}

impl<'text> Vocabulary<'text> {
    /// Returns the number of a form.
    pub(super) fn number(&mut self, form: &'text str) -> u32 {
        *self.numbers.entry(form).or_insert_with(|| {
            self.features.push(Features::of(form));
            self.features.len() as u32 - 1
        })
    }

    /// Returns the features of the form with that number.
    pub(super) fn features(&self, number: u32) -> &Features {
        &self.features[number as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_one_number() {
        let mut vocabulary = Vocabulary::default();
        let numbers = ["the", "The", "port", "the"].map(|form| vocabulary.number(form));
        assert_eq!(numbers, [0, 1, 2, 0]);
        assert_eq!(*vocabulary.features(2), Features::of("port"));
    }
}
