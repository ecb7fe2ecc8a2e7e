//! What is written on actors and ties, and the room that it takes.

use super::shapes;
use crate::export::countries;
use crate::export::xml;
use crate::graph::{ActorGraph, Certainty, Tie};
use crate::layout::{Boxes, Size, text_width, wrapped};
use petgraph::graph::{EdgeIndex, NodeIndex};
use std::collections::{BTreeMap, BTreeSet};

/// Height of names, in pixels.
pub(super) const NAME: f64 = 12.0;
/// From one line of a name to the next.
pub(super) const NAME_LINE: f64 = 14.5;
/// Height of the words on ties and of countries.
pub(super) const WORD: f64 = 10.0;
/// From one line of words to the next.
pub(super) const WORD_LINE: f64 = 12.5;
/// Lines on the ties of a pair at most, where there are few actors and where there are many.
const LINES: [usize; 2] = [5, 3];
/// Drawn actors up to which there are few.
const FEW: usize = 40;

/// What is written on an actor.
pub(super) struct Name {
    pub lines: Vec<String>,
    /// The code of its country, or the country's name.
    pub country: Option<String>,
}

/// What is written on the ties of a pair of actors.
#[derive(Default)]
pub(super) struct Bundle {
    /// The ties, the best supported first.
    pub ties: Vec<EdgeIndex>,
    pub lines: Vec<Words>,
}

/// A line on the ties of a pair.
pub(super) struct Words {
    pub text: String,
    /// What the text is about; the count of what is not shown is about nothing.
    pub tie: Option<EdgeIndex>,
}

impl Name {
    pub(super) fn of(graph: &ActorGraph, node: NodeIndex) -> Name {
        let actor = graph.actor(node);
        let lines = wrapped(&xml::drawable(&actor.name), 20, 3);
        let country = match countries::code(actor) {
            Some(code) => Some(code.to_owned()),
            None => {
                let other = actor
                    .country
                    .as_ref()
                    .filter(|country| **country != actor.name);
                other.and_then(|country| wrapped(&xml::drawable(country), 20, 1).pop())
            }
        };
        Name { lines, country }
    }

    /// Returns the room that it takes within the outline of its actor.
    fn size(&self) -> Size {
        let names = self.lines.iter().map(|line| text_width(line, NAME));
        let country = self.country.iter().map(|text| text_width(text, WORD));
        let rows = self.lines.len() as f64 * NAME_LINE;
        Size {
            width: names.chain(country).fold(18.0, f64::max) + 16.0,
            height: rows
                + if self.country.is_some() {
                    WORD_LINE
                } else {
                    0.0
                }
                + 9.0,
        }
    }
}

/// Returns what is written on the ties between every two actors, by node index, smaller first.
pub(super) fn bundles(graph: &ActorGraph) -> BTreeMap<(usize, usize), Bundle> {
    let mut bundles: BTreeMap<(usize, usize), Bundle> = BTreeMap::new();
    for edge in graph.petgraph().edge_indices() {
        let (from, to) = graph.ends(edge);
        let pair = (from.min(to).index(), from.max(to).index());
        bundles.entry(pair).or_default().ties.push(edge);
    }
    let drawn: BTreeSet<usize> = bundles.keys().flat_map(|&(a, b)| [a, b]).collect();
    let many = usize::from(drawn.len() > FEW);
    for bundle in bundles.values_mut() {
        let support = |edge: &EdgeIndex| {
            let tie = graph.tie(*edge);
            let quarrel = matches!(tie.certainty(), Certainty::Disputed | Certainty::Denied);
            std::cmp::Reverse((quarrel, tie.sources(), tie.claims().len()))
        };
        bundle.ties.sort_by_key(support);
        bundle.lines = lines(graph, &bundle.ties, LINES[many]);
    }
    bundles
}

fn lines(graph: &ActorGraph, ties: &[EdgeIndex], most: usize) -> Vec<Words> {
    let mut lines = Vec::new();
    for (shown, &edge) in ties.iter().enumerate() {
        let words = words(graph, edge, most > LINES[1]);
        let left = ties.len() - shown;
        if lines.len() + words.len() + usize::from(left > 1) > most && shown > 0 {
            let text = format!("+ {left} more");
            lines.push(Words { text, tie: None });
            break;
        }
        lines.extend(words.into_iter().map(|text| Words {
            text,
            tie: Some(edge),
        }));
    }
    lines
}

/// Returns the lines about a tie: its relation, how sure it is, and who says so or denies it.
fn words(graph: &ActorGraph, edge: EdgeIndex, with_speakers: bool) -> Vec<String> {
    let tie = graph.tie(edge);
    let mut first = xml::drawable(tie.relation()).replace('_', " ");
    if tie.sources() > 1 {
        first += &format!(" ×{}", tie.sources());
    }
    let voices = |word: &str, denying: bool| {
        let names = speakers(graph, tie, denying)?;
        Some(format!("{word} {names}"))
    };
    let second = match tie.certainty() {
        Certainty::Stated | Certainty::Planned | Certainty::Possible => None,
        Certainty::Claimed => voices("says", false).filter(|_| with_speakers),
        Certainty::Disputed => voices("disputed by", true),
        Certainty::Denied => voices("denied by", true),
    };
    match (second, tie.certainty()) {
        (Some(second), _) => vec![first, second],
        (None, Certainty::Stated) => vec![first],
        (None, other) => vec![format!("{first} · {}", other.as_str())],
    }
}

/// Returns who says what a tie is about, or who denies it, innermost speakers alone.
fn speakers(graph: &ActorGraph, tie: &Tie, denying: bool) -> Option<String> {
    use crate::claims::Status;
    let mut names: Vec<String> = Vec::new();
    for record in tie.claims() {
        if (record.claim.status == Status::Denied) != denying {
            continue;
        }
        if let Some(speaker) = graph.speakers(record).last()
            && !names.contains(&speaker.name)
        {
            names.push(speaker.name.clone());
        }
    }
    let rest = names.len().saturating_sub(1);
    let first = names.first()?;
    let mut text = wrapped(&xml::drawable(first), 36, 1).pop()?;
    if rest > 0 {
        text += &format!(" and {rest} more");
    }
    Some(text)
}

/// Returns the room that everything written needs.
pub(super) fn boxes(
    graph: &ActorGraph,
    names: &[Name],
    bundles: &BTreeMap<(usize, usize), Bundle>,
) -> Boxes {
    let actors = graph.petgraph().node_weights().zip(names);
    let actors = actors.map(|(actor, name)| {
        let size = name.size();
        Size {
            width: size.width + 2.0 * shapes::inset(actor.kind),
            height: size.height,
        }
    });
    let ties = bundles.iter().map(|(&pair, bundle)| {
        let widths = bundle.lines.iter().map(|line| text_width(&line.text, WORD));
        let size = Size {
            // An arrow may stand before a line.
            width: widths.fold(0.0, f64::max) + 18.0,
            height: bundle.lines.len() as f64 * WORD_LINE + 2.0,
        };
        (pair, size)
    });
    Boxes {
        actors: actors.collect(),
        ties: ties.collect(),
    }
}
