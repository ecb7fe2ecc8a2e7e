//! The encoder: summed look-ups, a convolution over three words, a bidirectional GRU.
//!
//! Sentences of one batch are sorted by length, longest first, and stored position by position:
//! all first words, then all second words. So each step of the GRU is one matrix product.

use super::activation::{normalize, sigmoid, tanh};
use super::features::Features;
use super::lookup::{Lookup, WIDTH};
use super::matrix::Matrix;
use super::weights::{Linear, Reader, SyntaxError};
use pulp::NullaryFnOnce;

const HIDDEN: usize = 128;
/// Width of the encoding of a word.
pub(super) const ENCODING: usize = 2 * HIDDEN;

/// The encoder with its weights.
pub(super) struct Network {
    lookup: Lookup,
    norm: Norm,
    convolution: Linear,
    convolution_norm: Norm,
    forward: Gru,
    backward: Gru,
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
            convolution: reader.linear(WIDTH, 3 * WIDTH)?,
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
        self.convolution.weight.arch().dispatch(Embedding {
            network: self,
            sentences,
            layout,
            out: &mut out,
        });
        out
    }

    /// Adds to each word what its neighbours say about it.
    fn convolve(&self, mut words: Matrix, layout: &Layout) -> Matrix {
        let mut around = Matrix::zeros(layout.total, 3 * WIDTH);
        for (position, active) in layout.active.iter().copied().enumerate() {
            for i in 0..active {
                let row = around.row_mut(layout.row(i, position));
                row[WIDTH..2 * WIDTH].copy_from_slice(words.row(layout.row(i, position)));
                if position > 0 {
                    row[..WIDTH].copy_from_slice(words.row(layout.row(i, position - 1)));
                }
                if layout
                    .active
                    .get(position + 1)
                    .is_some_and(|after| i < *after)
                {
                    row[2 * WIDTH..].copy_from_slice(words.row(layout.row(i, position + 1)));
                }
            }
        }
        let mut mixed = around.apply(&self.convolution);
        self.convolution.weight.arch().dispatch(Mixing {
            norm: &self.convolution_norm,
            words: &mut words,
            mixed: &mut mixed,
        });
        words
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
    fn run(&self, words: &Matrix, layout: &Layout, out: &mut Matrix, column: usize) {
        let input = words.apply(&self.input);
        let sentences = layout.active.first().copied().unwrap_or(0);
        let mut state = Matrix::zeros(sentences, HIDDEN);
        let mut gates = Matrix::zeros(sentences, 3 * HIDDEN);
        for step in 0..layout.starts.len() {
            let position = if column == 0 {
                step
            } else {
                layout.starts.len() - 1 - step
            };
            let active = layout.active[position];
            let now = gates.first_rows_mut(active);
            now.fill(0.0);
            self.state.weight.add_product(state.first_rows(active), now);
            self.state.weight.arch().dispatch(Step {
                gru: self,
                gates: &gates,
                input: &input,
                state: &mut state,
                out,
                start: layout.starts[position],
                active,
                column,
            });
        }
    }

    /// Moves one state a word on. The gates are reset, update, new, as PyTorch orders them.
    #[inline(always)]
    fn advance(&self, h: &mut [f32], gates: &[f32], input: &[f32]) {
        let (reset_s, rest) = gates.split_at(HIDDEN);
        let (update_s, new_s) = rest.split_at(HIDDEN);
        let (reset_i, rest) = input.split_at(HIDDEN);
        let (update_i, new_i) = rest.split_at(HIDDEN);
        let (reset_b, rest) = self.state.bias.split_at(HIDDEN);
        let (update_b, new_b) = rest.split_at(HIDDEN);
        for i in 0..HIDDEN {
            let reset = sigmoid(reset_i[i] + reset_s[i] + reset_b[i]);
            let update = sigmoid(update_i[i] + update_s[i] + update_b[i]);
            let new = tanh(new_i[i] + reset * (new_s[i] + new_b[i]));
            h[i] = new + update * (h[i] - new);
        }
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
    gru: &'a Gru,
    gates: &'a Matrix,
    input: &'a Matrix,
    state: &'a mut Matrix,
    out: &'a mut Matrix,
    /// The first row of the position.
    start: usize,
    active: usize,
    column: usize,
}

impl NullaryFnOnce for Step<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        for i in 0..self.active {
            let h = self.state.row_mut(i);
            self.gru
                .advance(h, self.gates.row(i), self.input.row(self.start + i));
            self.out.row_mut(self.start + i)[self.column..self.column + HIDDEN].copy_from_slice(h);
        }
    }
}
