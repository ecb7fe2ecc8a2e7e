//! The encoder: summed look-ups, a convolution over three words, a bidirectional GRU.
//!
//! Sentences of one batch are sorted by length, longest first, and stored position by position:
//! all first words, then all second words. So each step of the GRU is one matrix product.

use super::activation::{normalize, sigmoid, tanh};
use super::features::Features;
use super::lookup::{Lookup, WIDTH};
use super::matrix::Matrix;
use super::product::Packed;
use super::vocabulary::Vocabulary;
use super::weights::{Linear, Reader, SyntaxError};
use pulp::NullaryFnOnce;
use rustc_hash::FxHashMap;
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

    /// Returns whether a sentence has a word at a position.
    fn reaches(&self, sentence: usize, position: usize) -> bool {
        self.active
            .get(position)
            .is_some_and(|active| sentence < *active)
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
    pub(super) fn encode<'b>(
        &self,
        vocabulary: &Vocabulary,
        sentences: &[&[u32]],
        layout: &Layout,
        buffers: &'b mut Buffers,
    ) -> &'b Matrix {
        self.convolve(&Forms::of(vocabulary, sentences, layout), layout, buffers);
        let Buffers { words, encoded, .. } = buffers;
        encoded.grow_to(layout.total);
        self.forward.run(words, layout, encoded, 0);
        self.backward.run(words, layout, encoded, HIDDEN);
        encoded
    }

    /// Adds to each word what its neighbours say about it.
    fn convolve(&self, forms: &Forms, layout: &Layout, buffers: &mut Buffers) {
        let Buffers {
            embedded,
            said,
            words,
            ..
        } = buffers;
        let weights = &self.convolution.weights;
        let arch = weights[0].arch();
        embedded.clear_to(forms.features.len());
        arch.dispatch(Embedding {
            network: self,
            forms,
            out: embedded,
        });
        for (said, weight) in said.iter_mut().zip(weights) {
            embedded.times_to(weight, said);
        }
        words.grow_to(layout.total);
        arch.dispatch(Mixing {
            network: self,
            forms,
            layout,
            embedded,
            said,
            out: words,
        });
    }
}

/// Memory that the batches of a run share: fresh pages for each would cost a twentieth of the time.
pub(super) struct Buffers {
    embedded: Matrix,
    /// What each form says of the word after it, of itself, and of the word before it.
    said: [Matrix; 3],
    words: Matrix,
    encoded: Matrix,
}

impl Buffers {
    /// Returns buffers that take up nothing yet.
    pub(super) fn new() -> Buffers {
        let none = |columns| Matrix::zeros(0, columns);
        Buffers {
            embedded: none(WIDTH),
            said: [none(WIDTH), none(WIDTH), none(WIDTH)],
            words: none(WIDTH),
            encoded: none(ENCODING),
        }
    }
}

/// The different words of a batch, and which of them stands in each row.
struct Forms<'a> {
    features: Vec<&'a Features>,
    rows: Vec<u32>,
}

impl<'a> Forms<'a> {
    fn of(vocabulary: &'a Vocabulary, sentences: &[&[u32]], layout: &Layout) -> Forms<'a> {
        let mut features = Vec::new();
        let mut rows = vec![0; layout.total];
        let mut places: FxHashMap<u32, u32> = FxHashMap::default();
        for (i, sentence) in sentences.iter().enumerate() {
            for (position, number) in sentence.iter().enumerate() {
                let place = places.entry(*number).or_insert_with(|| {
                    features.push(vocabulary.features(*number));
                    features.len() as u32 - 1
                });
                rows[layout.row(i, position)] = *place;
            }
        }
        Forms { features, rows }
    }

    fn place(&self, row: usize) -> usize {
        self.rows[row] as usize
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
    // Of known length, or many of the numbers would be computed one by one.
    let (gates, input) = (gates.as_chunks::<HIDDEN>().0, input.as_chunks::<HIDDEN>().0);
    let ([reset_s, update_s, new_s], [reset_i, update_i, new_i]) = (gates, input) else {
        return;
    };
    let Some(h) = h.first_chunk_mut::<HIDDEN>() else {
        return;
    };
    for i in 0..HIDDEN {
        let reset = sigmoid(reset_i[i] + reset_s[i]);
        let update = sigmoid(update_i[i] + update_s[i]);
        let new = tanh(new_i[i] + reset * new_s[i]);
        h[i] = new + update * (h[i] - new);
    }
}

// What follows runs with the processor's widest vectors. Each is a struct, since a closure is compiled
// for the plainest processor unless the compiler happens to inline it.

/// Looks up and normalizes the different words of a batch.
struct Embedding<'a> {
    network: &'a Network,
    forms: &'a Forms<'a>,
    out: &'a mut Matrix,
}

impl NullaryFnOnce for Embedding<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Norm { gain, offset } = &self.network.norm;
        for (row, features) in self.out.iter_mut().zip(&self.forms.features) {
            self.network.lookup.add(features, row);
            normalize(row, gain, offset);
        }
    }
}

/// Lays out the words of a batch, each with what the convolution says, without what is negative, normalized.
struct Mixing<'a> {
    network: &'a Network,
    forms: &'a Forms<'a>,
    layout: &'a Layout,
    embedded: &'a Matrix,
    said: &'a [Matrix; 3],
    out: &'a mut Matrix,
}

impl NullaryFnOnce for Mixing<'_> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let Norm { gain, offset } = &self.network.convolution_norm;
        let [before, itself, after] = self.said;
        let mut mixed = [0.0; WIDTH];
        for position in 0..self.layout.starts.len() {
            for (sentence, row) in self.layout.rows(position).enumerate() {
                mixed.copy_from_slice(&self.network.convolution.bias);
                let mut add = |said: &Matrix, row: usize| {
                    let said = said.row(self.forms.place(row));
                    mixed.iter_mut().zip(said).for_each(|(m, s)| *m += *s);
                };
                if let Some(last) = position.checked_sub(1) {
                    add(before, self.layout.row(sentence, last));
                }
                add(itself, row);
                if self.layout.reaches(sentence, position + 1) {
                    add(after, self.layout.row(sentence, position + 1));
                }
                mixed.iter_mut().for_each(|x| *x = x.max(0.0));
                normalize(&mut mixed, gain, offset);
                let embedded = self.embedded.row(self.forms.place(row));
                for ((out, e), m) in self.out.row_mut(row).iter_mut().zip(embedded).zip(&mixed) {
                    *out = *e + *m;
                }
            }
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
