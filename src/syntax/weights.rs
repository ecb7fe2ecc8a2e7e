//! The weights of the model, read from bytes that src/syntax/train/export.py writes.

use super::matrix::Matrix;
use super::product::Packed;

/// Why a model could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxError {
    /// The bytes do not begin as a model does.
    #[error("not a syntax model: it does not begin with \"WHOMSYN\"")]
    NotAModel,
    /// The model has another format than this program reads.
    #[error("the syntax model has format {0}, this program reads format {FORMAT}")]
    Version(u32),
    /// The bytes end too early or hold something else than expected.
    #[error("the syntax model is damaged at byte {at}: {what}")]
    Damaged {
        /// Where reading stopped.
        at: usize,
        /// What was being read.
        what: &'static str,
    },
}

const FORMAT: u32 = 1;

/// A table of 8-bit rows, each with its scale.
pub(super) struct Table {
    width: usize,
    scales: Vec<f32>,
    values: Vec<u8>,
}

impl Table {
    /// Adds a row to `sum`; a row that does not exist adds nothing.
    #[inline(always)]
    pub(super) fn add_row(&self, row: usize, sum: &mut [f32]) {
        let start = row * self.width;
        let (Some(scale), Some(values)) = (
            self.scales.get(row),
            self.values.get(start..start + self.width),
        ) else {
            return;
        };
        for (s, v) in sum.iter_mut().zip(values) {
            *s += scale * f32::from(v.cast_signed());
        }
    }
}

/// Rows of numbers with one bias for each row.
pub(super) struct Linear {
    /// Output × input.
    pub(super) weight: Packed,
    pub(super) bias: Vec<f32>,
}

/// Reads a model's parts in order.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// Checks the first bytes and the format.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Reader<'a>, SyntaxError> {
        if !bytes.starts_with(b"WHOMSYN\n") {
            return Err(SyntaxError::NotAModel);
        }
        let mut reader = Reader { bytes, at: 8 };
        match reader.number()? {
            FORMAT => Ok(reader),
            other => Err(SyntaxError::Version(other)),
        }
    }

    /// Returns the error for what is being read here.
    pub(super) fn damaged(&self, what: &'static str) -> SyntaxError {
        SyntaxError::Damaged { at: self.at, what }
    }

    fn take(&mut self, count: usize, what: &'static str) -> Result<&'a [u8], SyntaxError> {
        let end = self
            .at
            .checked_add(count)
            .filter(|end| *end <= self.bytes.len());
        let end = end.ok_or(self.damaged(what))?;
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u32, SyntaxError> {
        let b = self.take(4, "a number")?;
        Ok(u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
    }

    fn count(&mut self, each: usize) -> Result<usize, SyntaxError> {
        let count = self.number()? as usize;
        if count.saturating_mul(each) > self.bytes.len() {
            return Err(self.damaged("a count larger than the file"));
        }
        Ok(count)
    }

    /// Reads a list of labels.
    pub(super) fn strings(&mut self) -> Result<Vec<&'a str>, SyntaxError> {
        let count = self.count(1)?;
        let mut out = Vec::with_capacity(count);
        for _ in 0..count {
            let length = self.take(1, "a label")?[0];
            let raw = self.take(usize::from(length), "a label")?;
            out.push(std::str::from_utf8(raw).map_err(|_| self.damaged("a label"))?);
        }
        Ok(out)
    }

    /// Reads sorted hashes.
    pub(super) fn hashes(&mut self) -> Result<Vec<u32>, SyntaxError> {
        let count = self.count(4)?;
        let raw = self.take(count * 4, "hashes")?;
        Ok(raw
            .chunks_exact(4)
            .map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]))
            .collect())
    }

    /// Reads `count` 16-bit row numbers.
    pub(super) fn rows(&mut self, count: usize) -> Result<Vec<u16>, SyntaxError> {
        let raw = self.take(count * 2, "row numbers")?;
        Ok(raw
            .chunks_exact(2)
            .map(|b| u16::from_le_bytes([b[0], b[1]]))
            .collect())
    }

    /// Reads a table of exactly this size.
    pub(super) fn table(&mut self, rows: usize, width: usize) -> Result<Table, SyntaxError> {
        let table = self.table_of_at_least(rows, width)?;
        if table.scales.len() == rows {
            Ok(table)
        } else {
            Err(self.damaged("the size of a table"))
        }
    }

    /// Reads a table of `rows` or more rows of `width` numbers.
    pub(super) fn table_of_at_least(
        &mut self,
        rows: usize,
        width: usize,
    ) -> Result<Table, SyntaxError> {
        let (found, columns) = (self.count(4)?, self.count(1)?);
        if columns != width || found < rows {
            return Err(self.damaged("the size of a table"));
        }
        let scales = self
            .take(found * 4, "the scales of a table")?
            .chunks_exact(4);
        let scales = scales
            .map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]))
            .collect();
        let values = self.take(found * columns, "a table")?.to_vec();
        Ok(Table {
            width,
            scales,
            values,
        })
    }

    /// Reads a matrix of 16-bit floats of the given size.
    pub(super) fn matrix(&mut self, rows: usize, columns: usize) -> Result<Matrix, SyntaxError> {
        if (self.number()? as usize, self.number()? as usize) != (rows, columns) {
            return Err(self.damaged("the size of a matrix"));
        }
        let raw = self.take(rows * columns * 2, "a matrix")?.chunks_exact(2);
        let values = raw
            .map(|b| from_half(u16::from_le_bytes([b[0], b[1]])))
            .collect();
        Ok(Matrix::new(columns, values))
    }

    /// Reads one row of numbers.
    pub(super) fn vector(&mut self, columns: usize) -> Result<Vec<f32>, SyntaxError> {
        Ok(self.matrix(1, columns)?.row(0).to_vec())
    }

    /// Reads a matrix and its biases.
    pub(super) fn linear(&mut self, rows: usize, columns: usize) -> Result<Linear, SyntaxError> {
        let weight = self.matrix(rows, columns)?;
        Ok(Linear {
            weight: weight.pack(),
            bias: self.vector(rows)?,
        })
    }

    /// Checks that nothing is left.
    pub(super) fn finish(&self) -> Result<(), SyntaxError> {
        if self.at == self.bytes.len() {
            Ok(())
        } else {
            Err(self.damaged("bytes after the end"))
        }
    }
}

/// Widens a 16-bit float.
fn from_half(half: u16) -> f32 {
    let sign = u32::from(half >> 15) << 31;
    let exponent = u32::from(half >> 10) & 0x1f;
    let fraction = u32::from(half) & 0x3ff;
    match exponent {
        // Below the smallest normal number the value is a multiple of 2^-24.
        0 => f32::from_bits(sign | 0x3f80_0000) * fraction as f32 * 2f32.powi(-24),
        31 => f32::from_bits(sign | 0x7f80_0000 | fraction << 13),
        _ => f32::from_bits(sign | (exponent + 112) << 23 | fraction << 13),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_widen() {
        for (half, value) in [
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x3555, 0.333_251_95),
            (0x0001, 5.960_464_5e-8),
            (0x8000, -0.0),
        ] {
            assert_eq!(from_half(half), value);
        }
    }

    #[test]
    fn wrong_bytes_are_named() {
        let message = |bytes: &[u8]| Reader::new(bytes).err().map(|e| e.to_string());
        assert!(message(b"PK").unwrap().contains("not a syntax model"));
        assert!(
            message(b"WHOMSYN\n\x09\0\0\0")
                .unwrap()
                .contains("format 9")
        );
        assert!(message(b"WHOMSYN\n\x01").unwrap().contains("byte 8"));
    }
}
