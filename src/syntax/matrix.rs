//! Rows of numbers, and their product with weights.

use super::weights::Linear;
use ndarray::linalg::general_mat_mul;
use ndarray::{ArrayView2, ArrayViewMut2};

/// Rows of equal width, one after the other.
pub(super) struct Matrix {
    columns: usize,
    values: Vec<f32>,
}

impl Matrix {
    /// Returns a matrix of zeros.
    pub(super) fn zeros(rows: usize, columns: usize) -> Matrix {
        Matrix {
            columns,
            values: vec![0.0; rows * columns],
        }
    }

    /// Returns how many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.values.len() / self.columns
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
        self.values.chunks_exact(self.columns)
    }

    /// Returns the rows one by one to write to.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut [f32]> {
        self.values.chunks_exact_mut(self.columns)
    }

    /// Returns the matrix for a product.
    pub(super) fn view(&self) -> ArrayView2<'_, f32> {
        self.first_rows(self.rows())
    }

    /// Returns the first rows for a product.
    pub(super) fn first_rows(&self, rows: usize) -> ArrayView2<'_, f32> {
        let part = &self.values[..rows * self.columns];
        ArrayView2::from_shape((rows, self.columns), part).expect("the part has this size")
    }

    /// Returns the first rows to write a product to.
    pub(super) fn first_rows_mut(&mut self, rows: usize) -> ArrayViewMut2<'_, f32> {
        let part = &mut self.values[..rows * self.columns];
        ArrayViewMut2::from_shape((rows, self.columns), part).expect("the part has this size")
    }

    /// Returns `self × weightᵀ + bias`.
    pub(super) fn apply(&self, linear: &Linear) -> Matrix {
        let mut out = Matrix::zeros(self.rows(), linear.bias.len());
        out.iter_mut()
            .for_each(|row| row.copy_from_slice(&linear.bias));
        let rows = self.rows();
        general_mat_mul(
            1.0,
            &self.view(),
            &linear.weight.t(),
            1.0,
            &mut out.first_rows_mut(rows),
        );
        out
    }

    /// Returns `self × other`.
    pub(super) fn times(&self, other: ArrayView2<f32>) -> Matrix {
        let mut out = Matrix::zeros(self.rows(), other.ncols());
        let rows = self.rows();
        general_mat_mul(
            1.0,
            &self.view(),
            &other,
            0.0,
            &mut out.first_rows_mut(rows),
        );
        out
    }
}
