//! The heads of the network: tags, names, and the tree.

use super::labels;
use super::matrix::Matrix;
use super::mend;
use super::names::{NameTag, best_tags};
use super::network::{Buffers, ENCODING, Layout, Network};
use super::product::Packed;
use super::token::Upos;
use super::tree::best_tree;
use super::vocabulary::Vocabulary;
use super::weights::{Linear, Reader, SyntaxError};
use std::sync::{Mutex, PoisonError};

const ARC: usize = 64;
const LABEL: usize = 96;
const NAME: usize = 64;
const BUCKETS: usize = 23;

/// Words in one batch, about: enough rows for fast products, few enough for the cache.
const BATCH_WORDS: usize = 2400;

/// What the model says of one sentence.
pub(super) struct Analysis {
    pub(super) upos: Vec<Upos>,
    pub(super) xpos: Vec<&'static str>,
    pub(super) heads: Vec<Option<u32>>,
    pub(super) deps: Vec<&'static str>,
    pub(super) names: Vec<NameTag>,
}

/// The whole model.
pub(super) struct Parser {
    upos: Vec<Upos>,
    xpos: Vec<&'static str>,
    deps: Vec<&'static str>,
    /// Index of `root` among the relations.
    root: Option<usize>,
    tags: Vec<NameTag>,
    network: Network,
    heads: Linear,
    root_arc: Vec<f32>,
    root_label: Vec<f32>,
    bilinear: Packed,
    head_bias: Linear,
    distance: Linear,
    label: Linear,
    name: Linear,
    /// Memory of the runs that ended, one for each that went on beside others: the pages of fresh memory cost a
    /// fifteenth of the time.
    idle: Mutex<Vec<(Buffers, Matrix)>>,
}

impl Parser {
    /// Reads a model.
    pub(super) fn read(bytes: &[u8]) -> Result<Parser, SyntaxError> {
        let reader = &mut Reader::new(bytes)?;
        let upos: Option<Vec<Upos>> = reader.strings()?.iter().map(|u| u.parse().ok()).collect();
        let upos = upos.ok_or(reader.damaged("a part of speech"))?;
        let xpos: Vec<&str> = reader.strings()?.iter().map(|x| labels::tag(x)).collect();
        let deps: Vec<&str> = reader.strings()?.iter().map(|d| labels::dep(d)).collect();
        let tags: Option<Vec<NameTag>> = reader
            .strings()?
            .iter()
            .map(|t| NameTag::parse(t))
            .collect();
        let tags = tags.ok_or(reader.damaged("a tag of names"))?;
        if upos.is_empty()
            || xpos.is_empty()
            || deps.is_empty()
            || tags.first() != Some(&NameTag::Outside)
        {
            return Err(reader.damaged("the lists of labels"));
        }
        let network = Network::read(reader)?;
        let outputs = upos.len() + xpos.len() + NAME + 2 * ARC + 2 * LABEL;
        let parser = Parser {
            heads: reader.linear(outputs, ENCODING)?,
            root_arc: reader.vector(ARC)?,
            root_label: reader.vector(LABEL)?,
            bilinear: reader.matrix(ARC, ARC)?.pack_transposed(),
            head_bias: reader.linear(1, ARC)?,
            distance: reader.linear(BUCKETS, ARC)?,
            label: reader.linear(deps.len(), LABEL)?,
            name: reader.linear(tags.len(), NAME)?,
            upos,
            xpos,
            root: deps.iter().position(|dep| *dep == "root"),
            deps,
            tags,
            network,
            idle: Mutex::default(),
        };
        reader.finish()?;
        Ok(parser)
    }

    /// Analyses sentences, given as numbers of words, in batches of like length; the answers keep the order given.
    pub(super) fn analyze(&self, vocabulary: &Vocabulary, sentences: &[Vec<u32>]) -> Vec<Analysis> {
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        order.sort_by_key(|i| (std::cmp::Reverse(sentences[*i].len()), *i));
        let mut out: Vec<Option<Analysis>> = Vec::new();
        out.resize_with(sentences.len(), || None);
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = || (Buffers::new(), Matrix::zeros(0, self.heads.bias.len()));
        let (mut buffers, mut scores) = idle().pop().unwrap_or_else(fresh);
        let mut rest = order.as_slice();
        while let Some(longest) = rest.first() {
            let length = sentences[*longest].len().max(1);
            let (batch, later) = rest.split_at(
                (BATCH_WORDS / length)
                    .clamp(1, rest.len())
                    .max(rest.len().min(32)),
            );
            let words: Vec<&[u32]> = batch.iter().map(|i| sentences[*i].as_slice()).collect();
            let lengths: Vec<usize> = words.iter().map(|s| s.len()).collect();
            let layout = Layout::new(&lengths);
            let encoded = self
                .network
                .encode(vocabulary, &words, &layout, &mut buffers);
            scores.grow_to(encoded.rows());
            encoded.apply_to(0..encoded.rows(), &self.heads, &mut scores);
            for (number, i) in batch.iter().enumerate() {
                let rows: Vec<&[f32]> = (0..lengths[number])
                    .map(|at| scores.row(layout.row(number, at)))
                    .collect();
                out[*i] = Some(self.decode(&rows));
            }
            rest = later;
        }
        idle().push((buffers, scores));
        out.into_iter().flatten().collect()
    }

    /// Decodes the outputs of the heads for the words of one sentence.
    fn decode(&self, outputs: &[&[f32]]) -> Analysis {
        let mut at = 0;
        let mut next = |width: usize| -> Vec<&[f32]> {
            at += width;
            outputs.iter().map(|row| &row[at - width..at]).collect()
        };
        let (upos, xpos) = (next(self.upos.len()), next(self.xpos.len()));
        let name = next(NAME);
        let (arc_head, arc_dep) = (next(ARC), next(ARC));
        let (label_head, label_dep) = (next(LABEL), next(LABEL));
        let names = activate(&name, |x| x.max(0.0)).apply(&self.name);
        let heads = best_tree(&self.arcs(&arc_head, &arc_dep));
        let deps = self.label(&heads, &label_head, &label_dep);
        let mut analysis = Analysis {
            upos: upos.iter().map(|row| self.upos[top(row)]).collect(),
            xpos: xpos.iter().map(|row| self.xpos[top(row)]).collect(),
            names: best_tags(&names, &self.tags),
            heads,
            deps,
        };
        mend::labels(&mut analysis);
        analysis
    }

    /// Scores every head of every word; column 0 is the root.
    fn arcs(&self, head: &[&[f32]], dep: &[&[f32]]) -> Matrix {
        let leaky = |x: f32| if x > 0.0 { x } else { 0.1 * x };
        let with_root: Vec<&[f32]> = std::iter::once(self.root_arc.as_slice())
            .chain(head.iter().copied())
            .collect();
        let heads = activate(&with_root, leaky);
        let deps = activate(dep, leaky);
        let mut scores = deps.times(&self.bilinear).times(&heads.pack());
        let bias = heads.apply(&self.head_bias);
        let near = deps.apply(&self.distance);
        let classes = distances(dep.len());
        for word in 0..dep.len() {
            let near = near.row(word);
            let row = scores.row_mut(word);
            row[0] += bias.row(0)[0] + near[BUCKETS - 1];
            let classes = &classes[dep.len() - 1 - word..];
            let each = row[1..].iter_mut().zip(bias.iter().skip(1)).zip(classes);
            each.for_each(|((score, bias), class)| *score += bias[0] + near[*class]);
        }
        scores
    }

    fn label(&self, heads: &[Option<u32>], head: &[&[f32]], dep: &[&[f32]]) -> Vec<&'static str> {
        let mut hidden = Matrix::zeros(dep.len(), LABEL);
        for (word, row) in hidden.iter_mut().enumerate() {
            let of = heads[word].map_or(self.root_label.as_slice(), |of| head[of as usize]);
            for ((h, a), b) in row.iter_mut().zip(of).zip(dep[word]) {
                *h = (a + b).max(0.0);
            }
        }
        let mut scores = hidden.apply(&self.label);
        let each = scores.iter_mut().zip(heads);
        each.map(|(row, of)| match (of, self.root) {
            // Only the root is called `root`.
            (None, Some(root)) => self.deps[root],
            (Some(_), Some(root)) => {
                row[root] = f32::NEG_INFINITY;
                self.deps[top(row)]
            }
            (_, None) => self.deps[top(row)],
        })
        .collect()
    }
}

/// Returns the rows with a function applied to every number.
fn activate(rows: &[&[f32]], function: impl Fn(f32) -> f32) -> Matrix {
    let mut out = Matrix::zeros(rows.len(), rows.first().map_or(1, |row| row.len()));
    for (to, from) in out.iter_mut().zip(rows) {
        to.iter_mut()
            .zip(*from)
            .for_each(|(t, f)| *t = function(*f));
    }
    out
}

/// Classes of the distances from a word to all others; that to itself stands at `length - 1`.
fn distances(length: usize) -> Vec<usize> {
    let class = |distance: usize| match distance {
        near @ 0..=5 => near,
        6..=7 => 6,
        8..=10 => 7,
        11..=15 => 8,
        16..=22 => 9,
        _ => 10,
    };
    let before = (1..length).rev().map(class);
    before.chain((0..length).map(|d| class(d) + 11)).collect()
}

/// Returns the place of the highest number, the first of equals.
pub(super) fn top(values: &[f32]) -> usize {
    let higher = |a: f32, b: f32| if b > a { b } else { a };
    let (chunks, rest) = values.as_chunks::<16>();
    let mut lanes = [f32::NEG_INFINITY; 16];
    for chunk in chunks {
        lanes
            .iter_mut()
            .zip(chunk)
            .for_each(|(l, x)| *l = higher(*l, *x));
    }
    let highest = lanes
        .iter()
        .chain(rest)
        .fold(f32::NEG_INFINITY, |a, b| higher(a, *b));
    values.iter().position(|v| *v == highest).unwrap_or(0)
}
