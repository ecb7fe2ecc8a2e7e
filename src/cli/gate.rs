//! The gate that documents pass in the order of their pieces: repetitions are told from first appearances.

use super::done::Done;
use super::pipeline::Finding;
use std::sync::{Condvar, Mutex, PoisonError};
use whom::text::{Document, Duplicates, Passage, Sketch};
use whom::{Publication, SameAs};

/// A document with the passages that hold its prose.
pub(super) struct Prose {
    pub(super) document: Document,
    pub(super) passages: Vec<Passage>,
}

/// A document on its way to the gate and behind it.
pub(super) enum Stage {
    Ended(Finding),
    Text {
        prose: Box<Prose>,
        sketch: Option<Sketch>,
        publication: Publication,
    },
}

/// What the gate makes of a document.
pub(super) enum Passed {
    Ended(Finding),
    Repetition(Publication),
    New(Box<Prose>),
}

/// Lets pieces pass in their order, and remembers the texts that passed.
pub(super) struct Gate {
    state: Mutex<State>,
    moved: Condvar,
}

struct State {
    next: u64,
    known: Duplicates<SameAs>,
    done: Done,
}

impl Gate {
    /// Returns a gate that remembers so many texts, and knows what the output has.
    pub(super) fn new(remembered: usize, done: Done) -> Gate {
        Gate {
            state: Mutex::new(State {
                next: 0,
                known: Duplicates::with_capacity(remembered),
                done,
            }),
            moved: Condvar::new(),
        }
    }

    /// Waits until all earlier pieces have passed; these are with other workers, who wait for nobody else.
    pub(super) fn pass(&self, number: u64, stages: Vec<Stage>) -> Vec<Passed> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut state = self
            .moved
            .wait_while(state, |state| state.next != number)
            .unwrap_or_else(PoisonError::into_inner);
        let passed = stages.into_iter().map(|stage| state.judge(stage)).collect();
        state.next += 1;
        self.moved.notify_all();
        passed
    }
}

impl State {
    fn judge(&mut self, stage: Stage) -> Passed {
        let (prose, sketch, publication) = match stage {
            Stage::Ended(finding) => return Passed::Ended(finding),
            Stage::Text {
                prose,
                sketch,
                publication,
            } => (prose, sketch, publication),
        };
        let known = self.done.take(&publication);
        let same_as = SameAs {
            document: publication.name.clone(),
            fingerprint: publication.fingerprint.clone(),
        };
        let earlier = sketch.and_then(|sketch| self.known.find_or_add(sketch, same_as).cloned());
        match (known, earlier) {
            (true, _) => Passed::Ended(Finding::Known),
            (false, Some(earlier)) => Passed::Repetition(Publication {
                same_as: Some(earlier),
                ..publication
            }),
            (false, None) => Passed::New(prose),
        }
    }
}
