//! The first layer: the sum of eight rows for a word.

use super::features::{Features, PREFIX_ROWS, SHAPE_ROWS, SUFFIX_ROWS};
use super::weights::{Reader, SyntaxError, Table};

/// Width of a row.
pub(super) const WIDTH: usize = 128;

/// The tables of words, beginnings, endings, shapes and word vectors.
pub(super) struct Lookup {
    words: Vec<u32>,
    vectors: Vec<u32>,
    vector_rows: Vec<u16>,
    word: Table,
    prefix: Table,
    suffix: Table,
    shape: Table,
    vector: Table,
}

impl Lookup {
    /// Reads the tables and checks their sizes.
    pub(super) fn read(reader: &mut Reader) -> Result<Lookup, SyntaxError> {
        let words = reader.hashes()?;
        let vectors = reader.hashes()?;
        let vector_rows = reader.rows(vectors.len())?;
        if !words.is_sorted() || !vectors.is_sorted() {
            return Err(reader.damaged("hashes out of order"));
        }
        let word = reader.table(words.len() + 1, WIDTH)?;
        let prefix = reader.table(PREFIX_ROWS as usize, WIDTH)?;
        let suffix = reader.table(SUFFIX_ROWS as usize, WIDTH)?;
        let shape = reader.table(SHAPE_ROWS as usize, WIDTH)?;
        let rows = vector_rows
            .iter()
            .max()
            .map_or(1, |row| usize::from(*row) + 1);
        let vector = reader.table_of_at_least(rows, WIDTH)?;
        Ok(Lookup {
            words,
            vectors,
            vector_rows,
            word,
            prefix,
            suffix,
            shape,
            vector,
        })
    }

    /// Adds the rows of a word to `sum`. Row 0 stands for an unknown word and for no vector.
    #[inline(always)]
    pub(super) fn add(&self, features: &Features, sum: &mut [f32]) {
        // Word rows follow the order of the hashes.
        let word = self
            .words
            .binary_search(&features.key)
            .map_or(0, |at| at + 1);
        self.word.add_row(word, sum);
        for row in features.prefixes {
            self.prefix.add_row(row as usize, sum);
        }
        for row in features.suffixes {
            self.suffix.add_row(row as usize, sum);
        }
        self.shape.add_row(features.shape as usize, sum);
        if let Ok(at) = self.vectors.binary_search(&features.key) {
            self.vector.add_row(usize::from(self.vector_rows[at]), sum);
        }
    }
}
