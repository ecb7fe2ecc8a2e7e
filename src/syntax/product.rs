//! Products of rows with weights that are laid out once for the processor's vectors.
//!
//! A step of the recurrent layer multiplies few rows with many weights, again and again: general products
//! (BLAS and its like) would lay out the weights anew at each step. Every sum runs over the inputs in order,
//! so the result does not depend on the width of the vectors or on how many rows are multiplied together.

use pulp::{Arch, Simd, WithSimd};

/// Outputs in one panel: two vectors of 512 bits, four of 256.
const PANEL: usize = 32;
/// Rows multiplied at a time: their sums and one pair of weights fill the registers of AVX2.
const ROWS: usize = 6;
/// Most inputs of any layer.
const MOST_INPUTS: usize = 512;

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
        assert!(inputs <= MOST_INPUTS, "layers have few inputs");
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
        let mut scratch = [0.0; ROWS * MOST_INPUTS];
        let blocks = self.rows.chunks(ROWS * inputs);
        for (rows, out) in blocks.zip(self.out.chunks_mut(ROWS * outputs)) {
            match rows.len() / inputs {
                1 => block::<S, 1>(simd, self.weights, rows, out, &mut scratch),
                2 => block::<S, 2>(simd, self.weights, rows, out, &mut scratch),
                3 => block::<S, 3>(simd, self.weights, rows, out, &mut scratch),
                4 => block::<S, 4>(simd, self.weights, rows, out, &mut scratch),
                5 => block::<S, 5>(simd, self.weights, rows, out, &mut scratch),
                _ => block::<S, ROWS>(simd, self.weights, rows, out, &mut scratch),
            }
        }
    }
}

/// Multiplies R rows with all panels.
#[inline(always)]
fn block<S: Simd, const R: usize>(
    simd: S,
    weights: &Packed,
    rows: &[f32],
    out: &mut [f32],
    scratch: &mut [f32],
) {
    let Packed {
        inputs, outputs, ..
    } = *weights;
    // Input by input, as the weights are.
    let (columns, _) = scratch[..R * inputs].as_chunks_mut::<R>();
    for (r, row) in rows.chunks_exact(inputs).enumerate() {
        for (column, x) in columns.iter_mut().zip(row) {
            column[r] = *x;
        }
    }
    let panels = weights.panels.chunks_exact(PANEL * inputs);
    for (panel, first) in panels.zip((0..).step_by(PANEL)) {
        let mut sums = [[0.0; PANEL]; R];
        tile::<S, R>(simd, columns, panel, &mut sums);
        let last = outputs.min(first + PANEL);
        for (row, sums) in out.chunks_exact_mut(outputs).zip(&sums) {
            for (o, s) in row[first..last].iter_mut().zip(sums) {
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
