//! The time a thread has computed.

use std::time::{Duration, Instant};

/// Measures from its start the time this thread has computed, where the system tells (Linux), or else has taken.
pub(super) struct Clock {
    started: Instant,
    computed: Option<Duration>,
}

impl Clock {
    /// Starts to measure.
    pub(super) fn start() -> Clock {
        Clock {
            started: Instant::now(),
            computed: computed(),
        }
    }

    /// Returns the seconds since the start.
    pub(super) fn seconds(&self) -> f64 {
        let computed = computed().zip(self.computed);
        let time = computed.map_or(self.started.elapsed(), |(now, then)| {
            now.saturating_sub(then)
        });
        time.as_secs_f64()
    }
}

/// Returns what the scheduler counts for this thread: nanoseconds on a processor come first.
fn computed() -> Option<Duration> {
    let counts = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = counts.split(' ').next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_passes() {
        let clock = Clock::start();
        // The scheduler counts at its own pace.
        let computes = (0..10_000_000u64).any(|_| clock.seconds() > 0.0);
        assert!(computes);
    }
}
