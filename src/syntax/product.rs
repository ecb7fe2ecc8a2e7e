//! Products of rows with weights that are laid out once for the processor's vectors.
//!
//! A step of the recurrent layer multiplies few rows with many weights, again and again: general products
//! (BLAS and its like) would lay out the weights anew at each step. Every sum runs over the inputs in order,
//! so the result does not depend on the width of the vectors or on how many rows are multiplied together.

use pulp::{Arch, Simd, WithSimd};

/// Outputs in one panel: two vectors of 512 bits, four of 256.
const PANEL: usize = 32;
/// Most rows multiplied at a time: their sums and one pair of weights fill the registers of AVX2.
const ROWS: usize = 6;
/// Rows that meet a panel while it is in the nearest cache.
const CHUNK: usize = 8 * ROWS;
/// Weights of `outputs` × `inputs`, in panels of 32 outputs; a panel holds its weights input by input.
pub(super) struct Packed {
    arch: Arch,
    inputs: usize,
    outputs: usize,
    panels: Vec<f32>,
}

impl Packed {
    /// Lays out weights given by output and input.
    pub(super) fn new(
        outputs: usize,
        inputs: usize,
        weight: impl Fn(usize, usize) -> f32,
    ) -> Packed {
        let mut panels = vec![0.0; outputs.div_ceil(PANEL) * PANEL * inputs];
        let each = panels.chunks_exact_mut((PANEL * inputs).max(1));
        for (panel, first) in each.zip((0..).step_by(PANEL)) {
            let count = PANEL.min(outputs - first);
            for (input, row) in panel.chunks_exact_mut(PANEL).enumerate() {
                for (place, out) in row[..count].iter_mut().enumerate() {
                    *out = weight(first + place, input);
                }
            }
        }
        Packed {
            arch: Arch::new(),
            inputs,
            outputs,
            panels,
        }
    }

    /// Returns how many numbers a row of the product has.
    pub(super) fn outputs(&self) -> usize {
        self.outputs
    }

    /// Returns what the processor can do.
    pub(super) fn arch(&self) -> Arch {
        self.arch
    }

    /// Adds `rows × weightsᵀ` to `out`; both hold whole rows, one after the other.
    pub(super) fn add_product(&self, rows: &[f32], out: &mut [f32]) {
        self.arch.dispatch(Product {
            weights: self,
            rows,
            out,
        });
    }
}

struct Product<'a> {
    weights: &'a Packed,
    rows: &'a [f32],
    out: &'a mut [f32],
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Packed {
            inputs, outputs, ..
        } = *self.weights;
        let chunks = self.rows.chunks(CHUNK * inputs);
        let mut columns = Vec::with_capacity(self.rows.len().min(CHUNK * inputs));
        for (rows, out) in chunks.zip(self.out.chunks_mut(CHUNK * outputs)) {
            let count = rows.len() / inputs;
            columns.clear();
            for (from, to) in blocks(count) {
                lay_out(&rows[from * inputs..to * inputs], inputs, &mut columns);
            }
            let panels = self.weights.panels.chunks_exact(PANEL * inputs);
            for (panel, first) in panels.zip((0..).step_by(PANEL)) {
                let panel = Panel {
                    weights: panel,
                    first,
                    outputs,
                };
                for (from, to) in blocks(count) {
                    let columns = &columns[from * inputs..to * inputs];
                    let out = &mut out[from * outputs..to * outputs];
                    match to - from {
                        1 => panel.add::<S, 1>(simd, columns, out),
                        2 => panel.add::<S, 2>(simd, columns, out),
                        3 => panel.add::<S, 3>(simd, columns, out),
                        4 => panel.add::<S, 4>(simd, columns, out),
                        5 => panel.add::<S, 5>(simd, columns, out),
                        _ => panel.add::<S, ROWS>(simd, columns, out),
                    }
                }
            }
        }
    }
}

/// Splits rows into blocks of at most [`ROWS`], as even as can be: a block of one row leaves registers idle.
fn blocks(rows: usize) -> impl Iterator<Item = (usize, usize)> {
    let count = rows.div_ceil(ROWS);
    (0..count).map(move |block| (block * rows / count, (block + 1) * rows / count))
}

/// Appends the rows of a block input by input, as the weights are.
#[inline(always)]
fn lay_out(rows: &[f32], inputs: usize, columns: &mut Vec<f32>) {
    let count = rows.len() / inputs;
    let start = columns.len();
    columns.resize(start + rows.len(), 0.0);
    for (r, row) in rows.chunks_exact(inputs).enumerate() {
        let places = columns[start + r..].iter_mut().step_by(count);
        places.zip(row).for_each(|(place, x)| *place = *x);
    }
}

/// Weights of 32 outputs from `first` on.
struct Panel<'a> {
    weights: &'a [f32],
    first: usize,
    outputs: usize,
}

impl Panel<'_> {
    /// Adds the product of R rows with the panel to the rows of `out`.
    #[inline(always)]
    fn add<S: Simd, const R: usize>(&self, simd: S, columns: &[f32], out: &mut [f32]) {
        let mut sums = [[0.0; PANEL]; R];
        tile::<S, R>(simd, columns.as_chunks().0, self.weights, &mut sums);
        let last = self.outputs.min(self.first + PANEL);
        for (row, sums) in out.chunks_exact_mut(self.outputs).zip(&sums) {
            for (o, s) in row[self.first..last].iter_mut().zip(sums) {
                *o += s;
            }
        }
    }
}

/// Multiplies R rows with one panel, two vectors at a time.
#[inline(always)]
fn tile<S: Simd, const R: usize>(
    simd: S,
    columns: &[[f32; R]],
    panel: &[f32],
    sums: &mut [[f32; PANEL]; R],
) {
    let vectors = PANEL / S::F32_LANES;
    let (panel, _) = S::as_simd_f32s(panel);
    for pair in (0..vectors).step_by(2) {
        let mut acc = [[simd.splat_f32s(0.0); 2]; R];
        for (weights, column) in panel.chunks_exact(vectors).zip(columns) {
            for (acc, x) in acc.iter_mut().zip(column) {
                let x = simd.splat_f32s(*x);
                acc[0] = simd.mul_add_e_f32s(x, weights[pair], acc[0]);
                acc[1] = simd.mul_add_e_f32s(x, weights[pair + 1], acc[1]);
            }
        }
        for (sums, acc) in sums.iter_mut().zip(acc) {
            let (sums, _) = S::as_mut_simd_f32s(sums);
            sums[pair..pair + 2].copy_from_slice(&acc);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_shape_gives_the_plain_sums() {
        for (rows, inputs, outputs) in [
            (1, 1, 1),
            (5, 64, 23),
            (6, 7, 32),
            (13, 128, 33),
            (20, 3, 100),
        ] {
            let a: Vec<f32> = (0..rows * inputs)
                .map(|i| (i * 7 % 11) as f32 - 5.0)
                .collect();
            let w: Vec<f32> = (0..outputs * inputs)
                .map(|i| (i * 5 % 13) as f32 - 6.0)
                .collect();
            let mut out = vec![1.0; rows * outputs];
            let packed = Packed::new(outputs, inputs, |o, i| w[o * inputs + i]);
            packed.add_product(&a, &mut out);
            for (at, found) in out.iter().enumerate() {
                let (row, output) = (at / outputs, at % outputs);
                let sum: f32 = (0..inputs)
                    .map(|i| a[row * inputs + i] * w[output * inputs + i])
                    .sum();
                assert_eq!(*found, 1.0 + sum, "{rows} × {inputs} × {outputs} at {at}");
            }
        }
    }

    #[test]
    fn nothing_in_nothing_out() {
        Packed::new(4, 8, |_, _| 1.0).add_product(&[], &mut []);
    }
}
