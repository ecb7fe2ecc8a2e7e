//! Reading on all cores, in order, within bounded memory.
//!
//! One thread takes the inputs apart; workers find the documents in the pieces, pass a gate in the
//! order of the pieces, where repetitions are told from first appearances, and read what is new; the
//! caller takes what they found in the same order. So the result never depends on the number of threads.

use super::done::Done;
use super::gate::{Gate, Passed, Prose, Stage};
use super::stop;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;
use whom::text::input::{Input, LoadOptions, take_apart};
use whom::text::{Document, Passage, Sketch, foreign_language, passages};
use whom::{Error, Publication, Reading, Result, Whom};

/// Pieces under way for each thread: one slow document holds up no more than these.
const WINDOW: usize = 32;
/// Bytes of all pieces under way.
const BYTES: usize = 256 << 20;
/// Bytes of text that a worker reads together: the syntax model is faster on many sentences than on few.
const TOGETHER: usize = 32 << 10;
/// Stack of a worker: markup may be nested deep.
const STACK: usize = 16 << 20;
/// How often an idle worker looks whether the run was stopped.
const GLANCE: Duration = Duration::from_millis(50);

/// How a run reads.
pub struct Plan {
    /// Threads; 0 for one for each processor.
    pub jobs: usize,
    pub load: LoadOptions,
    /// Reads what is not English as well.
    pub foreign: bool,
    /// Texts that are remembered to recognise repetitions; 0 reads everything.
    pub remembered: usize,
    /// Documents whose readings the output has already.
    pub done: Done,
}

/// What became of a document or an input.
pub enum Finding {
    Reading(Box<Reading>),
    /// The text repeats another, which is named; its reading is empty but for that.
    Repetition(Box<Reading>),
    /// The output has it already.
    Known,
    /// Not English.
    Foreign {
        document: String,
        language: &'static str,
    },
    Fault(Error),
    PassedOver(PathBuf),
}

/// Reads everything and hands on what becomes of it, in the order of the inputs.
///
/// Ends early where `take` fails, or with what was begun where the user stops the run.
pub fn run<E>(
    whom: &Whom,
    paths: &[PathBuf],
    plan: Plan,
    mut take: impl FnMut(Finding) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let threads = threads(plan.jobs);
    let stopped = Arc::new(AtomicBool::new(false));
    let budget = Arc::new(Budget::new(threads * WINDOW));
    let (give, pieces) = sync_channel::<(u64, Input)>(threads * WINDOW);
    let pieces = Mutex::new(pieces);
    let fields = plan.load.fields.clone();
    // The loader may wait for standard input for ever, so nobody waits for the loader.
    let loader = (paths.to_vec(), plan.load, budget.clone(), stopped.clone());
    std::thread::spawn(move || {
        let (paths, load, budget, stopped) = loader;
        let mut number = 0;
        take_apart(&paths, &load, &mut |input| {
            budget.spend(input.size());
            let halted = stopped.load(Ordering::Relaxed) || stop::asked();
            if halted || give.send((number, input)).is_err() {
                return ControlFlow::Break(());
            }
            number += 1;
            ControlFlow::Continue(())
        });
    });
    let gate = Gate::new(plan.remembered, plan.done);
    let worker = Worker {
        whom,
        threads,
        fields: &fields,
        gate: &gate,
        foreign: plan.foreign,
        sketches: plan.remembered > 0,
    };
    quiet_workers();
    std::thread::scope(|scope| {
        let (done, found) = channel();
        for _ in 0..threads {
            let (worker, pieces, done, stopped) = (&worker, &pieces, done.clone(), &stopped);
            let thread = std::thread::Builder::new();
            let thread = thread.name(WORKER.to_owned()).stack_size(STACK);
            thread
                .spawn_scoped(scope, move || worker.work(pieces, &done, stopped))
                .expect("the system has threads");
        }
        drop(done);
        let mut waiting: BTreeMap<u64, Found> = BTreeMap::new();
        let mut next = 0;
        let mut result = Ok(());
        for (number, found) in found {
            waiting.insert(number, found);
            while let Some(Found { size, findings }) = waiting.remove(&next) {
                if result.is_ok() {
                    result = findings.into_iter().try_for_each(&mut take);
                    if result.is_err() {
                        stopped.store(true, Ordering::Relaxed);
                    }
                }
                budget.earn(size);
                next += 1;
            }
        }
        stopped.store(true, Ordering::Relaxed);
        result
    })
}

/// Returns the number of threads that a request for some means.
pub fn threads(jobs: usize) -> usize {
    match jobs {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        jobs => jobs.min(1024),
    }
}

const WORKER: &str = "whom-reader";

/// Lets workers fail without a word of their own: what they read is named as unreadable instead.
fn quiet_workers() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().name() != Some(WORKER) {
                usual(panic);
            }
        }));
    });
}

/// What was found in a piece.
struct Found {
    size: usize,
    findings: Vec<Finding>,
}

/// A piece whose documents have passed the gate.
struct Opened {
    number: u64,
    size: usize,
    place: PathBuf,
    passed: Vec<Passed>,
}

struct Worker<'a> {
    whom: &'a Whom,
    threads: usize,
    fields: &'a whom::text::input::FieldNames,
    gate: &'a Gate,
    foreign: bool,
    sketches: bool,
}

impl Worker<'_> {
    fn work(
        &self,
        pieces: &Mutex<Receiver<(u64, Input)>>,
        done: &Sender<(u64, Found)>,
        stopped: &AtomicBool,
    ) {
        while let Some(taken) = self.take(pieces, stopped) {
            let mut opened = Vec::with_capacity(taken.len());
            for (number, input) in taken {
                let (size, place, stages) = self.open(input);
                let passed = self.gate.pass(number, stages);
                opened.push(Opened {
                    number,
                    size,
                    place,
                    passed,
                });
            }
            for (number, found) in self.close(opened) {
                if done.send((number, found)).is_err() {
                    return;
                }
            }
        }
    }

    /// Waits for a piece and takes those that follow and are there already, up to what is read together.
    fn take(
        &self,
        pieces: &Mutex<Receiver<(u64, Input)>>,
        stopped: &AtomicBool,
    ) -> Option<Vec<(u64, Input)>> {
        loop {
            let pieces = pieces.lock().unwrap_or_else(PoisonError::into_inner);
            if stop::asked() || stopped.load(Ordering::Relaxed) {
                return None;
            }
            let first = match pieces.recv_timeout(GLANCE) {
                Ok(first) => first,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return None,
            };
            let mut size = first.1.size();
            let mut taken = vec![first];
            while size < TOGETHER / self.threads
                && let Ok(next) = pieces.try_recv()
            {
                size += next.1.size();
                taken.push(next);
            }
            return Some(taken);
        }
    }

    /// Finds the documents of an input, with what the gate must know of them.
    fn open(&self, input: Input) -> (usize, PathBuf, Vec<Stage>) {
        let ended = |finding| (0, PathBuf::new(), vec![Stage::Ended(finding)]);
        match input {
            Input::Fault(error) => ended(Finding::Fault(error)),
            Input::PassedOver(path) => ended(Finding::PassedOver(path)),
            Input::Piece(piece) => {
                let size = piece.size();
                let place = piece.path().to_owned();
                let open = || {
                    let documents = piece.documents(self.fields).into_iter();
                    documents.map(|document| self.prepare(document)).collect()
                };
                let stages = catch_unwind(AssertUnwindSafe(open));
                let stages = stages.unwrap_or_else(|_| vec![Stage::Ended(defect(&place))]);
                (size, place, stages)
            }
        }
    }

    fn prepare(&self, document: Result<Document>) -> Stage {
        let document = match document {
            Ok(document) => document,
            Err(error) => return Stage::Ended(Finding::Fault(error)),
        };
        let language = foreign_language(&document.text).filter(|_| !self.foreign);
        if let Some(language) = language {
            return Stage::Ended(Finding::Foreign {
                document: document.name,
                language,
            });
        }
        let passages = passages(&document);
        let sketch = || Sketch::of(&document.text, &passages);
        Stage::Text {
            sketch: self.sketches.then(sketch),
            publication: Publication::of(&document),
            prose: Box::new(Prose { document, passages }),
        }
    }

    /// Reads the documents that the gate let through.
    fn close(&self, opened: Vec<Opened>) -> Vec<(u64, Found)> {
        let mut readings = self.read(&opened).into_iter();
        let close = |piece: Opened| {
            let findings = piece.passed.into_iter().map(|stage| match stage {
                Passed::Ended(finding) => finding,
                Passed::Repetition(document) => Finding::Repetition(Box::new(Reading {
                    document,
                    ..Reading::default()
                })),
                Passed::New(_) => match readings.next().flatten() {
                    Some(reading) => Finding::Reading(Box::new(reading)),
                    None => defect(&piece.place),
                },
            });
            let found = Found {
                size: piece.size,
                findings: findings.collect(),
            };
            (piece.number, found)
        };
        opened.into_iter().map(close).collect()
    }

    /// Returns the readings of the new documents in their order; none for one that whom fails on.
    fn read(&self, opened: &[Opened]) -> Vec<Option<Reading>> {
        let passed = opened.iter().flat_map(|piece| &piece.passed);
        let new = passed.filter_map(|passed| match passed {
            Passed::New(prose) => Some((&prose.document, prose.passages.as_slice())),
            _ => None,
        });
        let documents: Vec<(&Document, &[Passage])> = new.collect();
        let read = |documents: &[(&Document, &[Passage])]| {
            let read = || self.whom.read_together(documents);
            catch_unwind(AssertUnwindSafe(read)).ok()
        };
        match read(&documents) {
            Some(readings) => readings.into_iter().map(Some).collect(),
            // One of them is at fault: the others shall not suffer from it.
            None => {
                let each = documents.iter();
                each.map(|document| read(&[*document])?.pop()).collect()
            }
        }
    }
}

/// What a failed assumption of whom's own, or of a library's, costs: one input, and not the run.
fn defect(place: &Path) -> Finding {
    let message = "whom fails on this input, which is a defect; please report it";
    Finding::Fault(Error::data(place, 1, message))
}

/// How many pieces, and how much of them, may be under way.
struct Budget {
    spent: Mutex<(usize, usize)>,
    earned: Condvar,
    pieces: usize,
}

impl Budget {
    fn new(pieces: usize) -> Budget {
        Budget {
            spent: Mutex::new((0, 0)),
            earned: Condvar::new(),
            pieces,
        }
    }

    /// Waits until there is room for a piece; a single one always has it.
    fn spend(&self, size: usize) {
        let full = |&mut (pieces, bytes): &mut (usize, usize)| {
            pieces > 0 && (pieces >= self.pieces || bytes + size > BYTES)
        };
        let spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        let mut spent = self
            .earned
            .wait_while(spent, full)
            .unwrap_or_else(PoisonError::into_inner);
        *spent = (spent.0 + 1, spent.1 + size);
    }

    fn earn(&self, size: usize) {
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        *spent = (spent.0.saturating_sub(1), spent.1.saturating_sub(size));
        self.earned.notify_all();
    }
}
