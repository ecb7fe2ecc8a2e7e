//! A graph taken apart: what it is built from, and all that is kept of it.

use super::actor_graph::ActorGraph;
use super::document::DocumentIndex;
use super::review::Review;
use super::vocabulary::Vocabulary;
use crate::reading::Reading;

/// What a graph is built from: readings, what is known of relations, what reviewers say.
///
/// Joining parts is a union of sets: order, grouping and repetition make no difference to the
/// graph that [`ActorGraph::from_parts`] builds of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// What is known of relations.
    pub vocabulary: Vocabulary,
    /// One or more readings of each document.
    pub readings: Vec<Reading>,
    /// What reviewers say of claims and actors.
    pub review: Review,
}

impl Parts {
    /// Returns both parts as one.
    pub fn join(mut self, other: Parts) -> Parts {
        self.vocabulary = self.vocabulary.union(other.vocabulary);
        self.readings.extend(other.readings);
        self.review = self.review.union(other.review);
        self
    }
}

impl ActorGraph {
    /// Returns what the graph is built from; building it again gives an equal graph.
    pub fn parts(&self) -> Parts {
        Parts {
            vocabulary: self.vocabulary.clone(),
            readings: self.readings(),
            review: self.review.clone(),
        }
    }

    /// Returns the graph taken apart: one reading for each document, sorted by name, with the
    /// claims that reviewers rejected.
    ///
    /// Attributions that came to no claim stay behind in the readings that the graph was built from.
    pub fn readings(&self) -> Vec<Reading> {
        let mut readings: Vec<Reading> = self
            .documents
            .iter()
            .map(|document| Reading {
                document: document.publication.clone(),
                actors: document.actors.clone(),
                ..Reading::default()
            })
            .collect();
        for record in self.claims().chain(&self.rejected) {
            let DocumentIndex(at) = record.document;
            readings[at as usize].claims.push(record.claim.clone());
        }
        for reading in &mut readings {
            reading.claims.sort_by(|a, b| {
                (a.spans.sentence, a.spans.trigger, &a.id).cmp(&(
                    b.spans.sentence,
                    b.spans.trigger,
                    &b.id,
                ))
            });
        }
        readings
    }
}
