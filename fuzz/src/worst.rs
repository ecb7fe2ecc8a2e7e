//! The input that takes longest, kept where `WHOM_FUZZ_WORST` says.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Microseconds of the slowest run so far. What is faster than this from the start is not kept.
static SLOWEST: AtomicU64 = AtomicU64::new(1000);
static WRITING: Mutex<()> = Mutex::new(());

/// Runs a target over an input; the slowest one is written to the file, its milliseconds beside it.
pub fn timed(input: &[u8], run: impl FnOnce()) {
    let clock = Clock::start();
    run();
    let taken = clock.microseconds();
    if taken <= SLOWEST.fetch_max(taken, Ordering::Relaxed) {
        return;
    }
    let Some(path) = std::env::var_os("WHOM_FUZZ_WORST") else {
        return;
    };
    let _only = WRITING.lock();
    let mut beside = path.clone();
    beside.push(".ms");
    let _ = std::fs::write(&path, input);
    let _ = std::fs::write(&beside, format!("{:.1}", taken as f64 / 1000.0));
}

/// Time on the processor where the system tells it, as a busy machine makes any input look slow.
struct Clock {
    began: Instant,
    used: Option<u64>,
}

impl Clock {
    fn start() -> Clock {
        Clock {
            began: Instant::now(),
            used: nanoseconds_used(),
        }
    }

    fn microseconds(&self) -> u64 {
        match (self.used, nanoseconds_used()) {
            (Some(before), Some(after)) => (after - before) / 1000,
            _ => self.began.elapsed().as_micros() as u64,
        }
    }
}

fn nanoseconds_used() -> Option<u64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok()
}
