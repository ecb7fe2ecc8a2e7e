//! Rows of numbers, and their product with weights.

use super::product::Packed;
use super::weights::Linear;
use std::ops::Range;

/// Rows of equal width, one after the other.
pub(super) struct Matrix {
    columns: usize,
    rows: usize,
    /// The rows, and behind them room of former ones.
    values: Vec<f32>,
}

impl Matrix {
    /// Returns a matrix of zeros.
    pub(super) fn zeros(rows: usize, columns: usize) -> Matrix {
        Matrix {
            columns,
            rows,
            values: vec![0.0; rows * columns],
        }
    }

    /// Takes so many rows, all zero, where there is room already if that is enough.
    pub(super) fn clear_to(&mut self, rows: usize) {
        self.grow_to(rows);
        self.values[..rows * self.columns].fill(0.0);
    }

    /// Takes so many rows, whose numbers are yet to be written.
    pub(super) fn grow_to(&mut self, rows: usize) {
        let wanted = rows * self.columns;
        if self.values.len() < wanted {
            // Nobody wants the numbers of former rows, so none are moved.
            self.values = vec![0.0; wanted];
        }
        self.rows = rows;
    }

    /// Returns a matrix of equal rows.
    pub(super) fn repeated(rows: usize, row: &[f32]) -> Matrix {
        Matrix {
            columns: row.len(),
            rows,
            values: row.repeat(rows),
        }
    }

    /// Returns a matrix of these numbers, row by row.
    pub(super) fn new(columns: usize, values: Vec<f32>) -> Matrix {
        Matrix {
            columns,
            rows: values.len() / columns,
            values,
        }
    }

    /// Returns how many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// Returns one row.
    pub(super) fn row(&self, row: usize) -> &[f32] {
        &self.values[row * self.columns..(row + 1) * self.columns]
    }

    /// Returns one row to write to.
    pub(super) fn row_mut(&mut self, row: usize) -> &mut [f32] {
        &mut self.values[row * self.columns..(row + 1) * self.columns]
    }

    /// Returns the rows one by one.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[f32]> {
        self.values[..self.rows * self.columns].chunks_exact(self.columns)
    }

    /// Returns the rows one by one to write to.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut [f32]> {
        self.values[..self.rows * self.columns].chunks_exact_mut(self.columns)
    }

    /// Returns the numbers of some rows.
    pub(super) fn rows_of(&self, rows: Range<usize>) -> &[f32] {
        &self.values[rows.start * self.columns..rows.end * self.columns]
    }

    /// Returns the numbers of some rows to write to.
    pub(super) fn rows_of_mut(&mut self, rows: Range<usize>) -> &mut [f32] {
        &mut self.values[rows.start * self.columns..rows.end * self.columns]
    }

    /// Returns `self × weightᵀ + bias`.
    pub(super) fn apply(&self, linear: &Linear) -> Matrix {
        let mut out = Matrix::repeated(self.rows(), &linear.bias);
        linear
            .weight
            .add_product(self.rows_of(0..self.rows), &mut out.values);
        out
    }

    /// Writes `rows × weightᵀ + bias` to the first rows of `out`.
    pub(super) fn apply_to(&self, rows: Range<usize>, linear: &Linear, out: &mut Matrix) {
        let first = out.rows_of_mut(0..rows.len());
        let each = first.chunks_exact_mut(linear.bias.len());
        each.for_each(|row| row.copy_from_slice(&linear.bias));
        linear.weight.add_product(self.rows_of(rows), first);
    }

    /// Returns `self × weightᵀ`.
    pub(super) fn times(&self, weight: &Packed) -> Matrix {
        let mut out = Matrix::zeros(0, weight.outputs());
        self.times_to(weight, &mut out);
        out
    }

    /// Writes `self × weightᵀ` to `out`.
    pub(super) fn times_to(&self, weight: &Packed, out: &mut Matrix) {
        out.clear_to(self.rows());
        let rows = 0..self.rows;
        weight.add_product(self.rows_of(rows.clone()), out.rows_of_mut(rows));
    }

    /// Lays out the rows as weights for a product.
    pub(super) fn pack(&self) -> Packed {
        Packed::new(self.rows(), self.columns, |output, input| {
            self.row(output)[input]
        })
    }

    /// Lays out the columns as weights for a product.
    pub(super) fn pack_transposed(&self) -> Packed {
        Packed::new(self.columns, self.rows(), |output, input| {
            self.row(input)[output]
        })
    }
}
