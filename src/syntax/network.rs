//! The encoder: summed look-ups, a convolution over three words, a bidirectional GRU.
//!
//! Sentences of one batch are sorted by length, longest first, and stored position by position:
//! all first words, then all second words. So each step of the GRU is one matrix product.

use super::activation::{normalize, sigmoid, tanh};
use super::features::Features;
use super::lookup::{Lookup, WIDTH};
use super::matrix::Matrix;
use super::product::Packed;
use super::weights::{Linear, Reader, SyntaxError};
use pulp::NullaryFnOnce;
use std::ops::Range;

const HIDDEN: usize = 128;
/// Width of the encoding of a word.
pub(super) const ENCODING: usize = 2 * HIDDEN;

/// The encoder with its weights.
pub(super) struct Network {
    lookup: Lookup,
    norm: Norm,
    convolution: Convolution,
    convolution_norm: Norm,
    forward: Gru,
    backward: Gru,
}

/// What the word before, the word itself and the word after add.
struct Convolution {
    weights: [Packed; 3],
    bias: Vec<f32>,
}

struct Norm {
    gain: Vec<f32>,
    offset: Vec<f32>,
}

struct Gru {
    input: Linear,
    state: Linear,
}

/// Where the words of each position begin, and how many sentences reach it.
pub(super) struct Layout {
    starts: Vec<usize>,
    active: Vec<usize>,
    total: usize,
}

impl Layout {
    /// Lays out sentences of these lengths, which must not increase.
    pub(super) fn new(lengths: &[usize]) -> Layout {
        let longest = lengths.first().copied().unwrap_or(0);
        let mut layout = Layout {
            starts: Vec::new(),
            active: Vec::new(),
            total: 0,
        };
        for position in 0..longest {
            let active = lengths.partition_point(|length| *length > position);
            layout.starts.push(layout.total);
            layout.active.push(active);
            layout.total += active;
        }
        layout
    }

    /// Returns the rows of a position.
    fn rows(&self, position: usize) -> Range<usize> {
        let start = self.starts[position];
        start..start + self.active[position]
    }

    /// Returns the row of a word.
    pub(super) fn row(&self, sentence: usize, position: usize) -> usize {
        self.starts[position] + sentence
    }
}

impl Network {
    /// Reads the tables and the encoder.
    pub(super) fn read(reader: &mut Reader) -> Result<Network, SyntaxError> {
        Ok(Network {
            lookup: Lookup::read(reader)?,
            norm: Norm::read(reader)?,
            convolution: Convolution::read(reader)?,
            convolution_norm: Norm::read(reader)?,
            forward: Gru::read(reader)?,
            backward: Gru::read(reader)?,
        })
    }

    /// Returns one row for each word, laid out as `layout` says.
    pub(super) fn encode(&self, sentences: &[&[Features]], layout: &Layout) -> Matrix {
        let words = self.embed(sentences, layout);
        let words = self.convolve(words, layout);
        let mut out = Matrix::zeros(layout.total, ENCODING);
        self.forward.run(&words, layout, &mut out, 0);
        self.backward.run(&words, layout, &mut out, HIDDEN);
        out
    }

    fn embed(&self, sentences: &[&[Features]], layout: &Layout) -> Matrix {
        let mut out = Matrix::zeros(layout.total, WIDTH);
        self.convolution.weights[0].arch().dispatch(Embedding {
            network: self,
            sentences,
            layout,
            out: &mut out,
        });
        out
    }

    /// Adds to each word what its neighbours say about it.
    fn convolve(&self, mut words: Matrix, layout: &Layout) -> Matrix {
        let Convolution {
            weights: [before, itself, after],
            bias,
        } = &self.convolution;
        let mut mixed = Matrix::repeated(layout.total, bias);
        for position in 0..layout.starts.len() {
            let here = layout.rows(position);
            let mut add = |weight: &Packed, rows: Range<usize>| {
                let out = here.start..here.start + rows.len();
                weight.add_product(words.rows_of(rows), mixed.rows_of_mut(out));
            };
            if let Some(last) = position.checked_sub(1) {
                let first = layout.starts[last];
                add(before, first..first + here.len());
            }
            add(itself, here.clone());
            if position + 1 < layout.starts.len() {
                add(after, layout.rows(position + 1));
            }
        }
        before.arch().dispatch(Mixing {
            norm: &self.convolution_norm,
            words: &mut words,
            mixed: &mut mixed,
        });
        words
    }
}

impl Convolution {
    fn read(reader: &mut Reader) -> Result<Convolution, SyntaxError> {
        let all = reader.matrix(WIDTH, 3 * WIDTH)?;
        let part = |n: usize| Packed::new(WIDTH, WIDTH, |o, i| all.row(o)[n * WIDTH + i]);
        Ok(Convolution {
            weights: [part(0), part(1), part(2)],
            bias: reader.vector(WIDTH)?,
        })
    }
}

impl Norm {
    fn read(reader: &mut Reader) -> Result<Norm, SyntaxError> {
        Ok(Norm {
            gain: reader.vector(WIDTH)?,
            offset: reader.vector(WIDTH)?,
        })
    }
}

impl Gru {
    fn read(reader: &mut Reader) -> Result<Gru, SyntaxError> {
        Ok(Gru {
            input: reader.linear(3 * HIDDEN, WIDTH)?,
            state: reader.linear(3 * HIDDEN, HIDDEN)?,
        })
    }

    /// Writes the states to the columns of `out` from `column` on; column 0 means left to right.
    ///
    /// What the words say is computed step by step too, so that it is still in the cache when it is used.
    fn run(&self, words: &Matrix, layout: &Layout, out: &mut Matrix, column: usize) {
        let sentences = layout.active.first().copied().unwrap_or(0);
        let mut state = Matrix::zeros(sentences, HIDDEN);
        let mut gates = Matrix::zeros(sentences, 3 * HIDDEN);
        let mut input = Matrix::zeros(sentences, 3 * HIDDEN);
        for step in 0..layout.starts.len() {
            let position = if column == 0 {
                step
            } else {
                layout.starts.len() - 1 - step
            };
            let rows = layout.rows(position);
            let active = 0..rows.len();
            words.apply_to(rows.clone(), &self.input, &mut input);
            state.apply_to(active.clone(), &self.state, &mut gates);
            self.state.weight.arch().dispatch(Step {
                gates: &gates,
                input: &input,
                state: &mut state,
                out,
                rows,
                column,
            });
        }
    }
}

/// Moves one state a word on. The gates are reset, update, new, as PyTorch orders them.
#[inline(always)]
fn advance(h: &mut [f32], gates: &[f32], input: &[f32]) {
    let (reset_s, rest) = gates.split_at(HIDDEN);
    let (update_s, new_s) = rest.split_at(HIDDEN);
    let (reset_i, rest) = input.split_at(HIDDEN);
    let (update_i, new_i) = rest.split_at(HIDDEN);
    for i in 0..HIDDEN {
        let reset = sigmoid(reset_i[i] + reset_s[i]);
        let update = sigmoid(update_i[i] + update_s[i]);
        let new = tanh(new_i[i] + reset * new_s[i]);
        h[i] = new + update * (h[i] - new);
    }
}

// What follows runs with the processor's widest vectors. Each is a struct, since a closure is compiled
// for the plainest processor unless the compiler happens to inline it.

/// Looks up and normalizes the words of a batch.
struct Embedding<'a> {
    network: &'a Network,
    sentences: &'a [&'a [Features]],
    layout: &'a Layout,
    out: &'a mut Matrix,
}

impl NullaryFnOnce for Embedding<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Norm { gain, offset } = &self.network.norm;
        for (i, sentence) in self.sentences.iter().enumerate() {
            for (position, features) in sentence.iter().enumerate() {
                let row = self.out.row_mut(self.layout.row(i, position));
                self.network.lookup.add(features, row);
                normalize(row, gain, offset);
            }
        }
    }
}

/// Adds to the words what the convolution says, without what is negative, normalized.
struct Mixing<'a> {
    norm: &'a Norm,
    words: &'a mut Matrix,
    mixed: &'a mut Matrix,
}

impl NullaryFnOnce for Mixing<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Norm { gain, offset } = self.norm;
        for (word, row) in self.words.iter_mut().zip(self.mixed.iter_mut()) {
            row.iter_mut().for_each(|x| *x = x.max(0.0));
            normalize(row, gain, offset);
            word.iter_mut().zip(row).for_each(|(w, r)| *w += *r);
        }
    }
}

/// Moves the states of a position a word on.
struct Step<'a> {
    gates: &'a Matrix,
    input: &'a Matrix,
    state: &'a mut Matrix,
    out: &'a mut Matrix,
    /// The rows of the position.
    rows: Range<usize>,
    column: usize,
}

impl NullaryFnOnce for Step<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        for (i, row) in self.rows.enumerate() {
            let h = self.state.row_mut(i);
            advance(h, self.gates.row(i), self.input.row(i));
            self.out.row_mut(row)[self.column..self.column + HIDDEN].copy_from_slice(h);
        }
    }
}
