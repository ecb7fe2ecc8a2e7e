//! Products of rows with weights that are laid out once for the processor's vectors.
//!
//! A step of the recurrent layer multiplies few rows with many weights, again and again: general products
//! (BLAS and its like) would lay out the weights anew at each step. Every sum runs over the inputs in order,
//! so the result does not depend on the width of the vectors or on how many rows are multiplied together.

use pulp::{Arch, Simd, WithSimd};

/// Outputs in one panel: two vectors of 512 bits, four of 256.
const PANEL: usize = 32;
/// Most rows multiplied at a time.
const ROWS: usize = 8;
/// Rows that meet a panel while it is in the nearest cache.
const CHUNK: usize = 48;
/// Inputs taken at a time: of known number, so that the compiler checks no bounds between the products.
const STEP: usize = 8;

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
        let most = most_rows::<S>();
        let chunks = self.rows.chunks(CHUNK * inputs);
        for (rows, out) in chunks.zip(self.out.chunks_mut(CHUNK * outputs)) {
            let count = rows.len() / inputs;
            let panels = self.weights.panels.chunks_exact(PANEL * inputs);
            for (panel, first) in panels.zip((0..).step_by(PANEL)) {
                let panel = Panel {
                    weights: panel,
                    first,
                    outputs,
                };
                for (from, to) in blocks(count, most) {
                    let rows = &rows[from * inputs..to * inputs];
                    let out = &mut out[from * outputs..to * outputs];
                    match to - from {
                        1 => panel.add::<S, 1>(simd, rows, out),
                        2 => panel.add::<S, 2>(simd, rows, out),
                        3 => panel.add::<S, 3>(simd, rows, out),
                        4 => panel.add::<S, 4>(simd, rows, out),
                        5 => panel.add::<S, 5>(simd, rows, out),
                        6 => panel.add::<S, 6>(simd, rows, out),
                        7 => panel.add::<S, 7>(simd, rows, out),
                        _ => panel.add::<S, ROWS>(simd, rows, out),
                    }
                }
            }
        }
    }
}

/// Returns how many rows are multiplied at a time: their sums and one pair of weights fill the registers, of which
/// AVX-512 has twice as many as AVX2.
fn most_rows<S: Simd>() -> usize {
    match S::F32_LANES {
        16.. => ROWS,
        _ => 6,
    }
}

/// Splits rows into blocks of at most `most`, as even as can be: a block of one row leaves registers idle.
fn blocks(rows: usize, most: usize) -> impl Iterator<Item = (usize, usize)> {
    let count = rows.div_ceil(most);
    (0..count).map(move |block| (block * rows / count, (block + 1) * rows / count))
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
    fn add<S: Simd, const R: usize>(&self, simd: S, rows: &[f32], out: &mut [f32]) {
        let mut sums = [[0.0; PANEL]; R];
        tile::<S, R>(simd, rows, self.weights, &mut sums);
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
    rows: &[f32],
    panel: &[f32],
    sums: &mut [[f32; PANEL]; R],
) {
    let vectors = PANEL / S::F32_LANES;
    let (panel, _) = S::as_simd_f32s(panel);
    let inputs = rows.len() / R;
    let row = |r: usize| rows[r * inputs..(r + 1) * inputs].as_chunks::<STEP>();
    let rows: [(&[[f32; STEP]], &[f32]); R] = std::array::from_fn(row);
    let (steps, rest) = panel.split_at(inputs / STEP * STEP * vectors);
    for pair in (0..vectors).step_by(2) {
        let mut acc = [[simd.splat_f32s(0.0); 2]; R];
        for (step, weights) in steps.chunks_exact(STEP * vectors).enumerate() {
            let inputs: [&[f32; STEP]; R] = std::array::from_fn(|r| &rows[r].0[step]);
            for (k, weights) in weights.chunks_exact(vectors).enumerate() {
                add::<S, R>(
                    simd,
                    &mut acc,
                    &weights[pair..pair + 2],
                    inputs.map(|row| row[k]),
                );
            }
        }
        for (k, weights) in rest.chunks_exact(vectors).enumerate() {
            add::<S, R>(
                simd,
                &mut acc,
                &weights[pair..pair + 2],
                rows.map(|(_, rest)| rest[k]),
            );
        }
        for (sums, acc) in sums.iter_mut().zip(acc) {
            let (sums, _) = S::as_mut_simd_f32s(sums);
            sums[pair..pair + 2].copy_from_slice(&acc);
        }
    }
}

/// Adds the products of one input of R rows with two vectors of weights.
#[inline(always)]
fn add<S: Simd, const R: usize>(
    simd: S,
    acc: &mut [[S::f32s; 2]; R],
    weights: &[S::f32s],
    inputs: [f32; R],
) {
    for (acc, x) in acc.iter_mut().zip(inputs) {
        let x = simd.splat_f32s(x);
        acc[0] = simd.mul_add_e_f32s(x, weights[0], acc[0]);
        acc[1] = simd.mul_add_e_f32s(x, weights[1], acc[1]);
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
