//! Ctrl-C: the first one ends the run after what was begun, the second one at once.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// Exit code of a run that was stopped, as of a program that the signal ended.
pub const CODE: u8 = 130;

/// Takes interruptions from now on; where the system gives none, the run just cannot be stopped softly.
pub fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let heard = ctrlc::set_handler(|| {
            if ASKED.swap(true, Ordering::Relaxed) {
                std::process::exit(i32::from(CODE));
            }
            super::note("stopping after the documents at hand; once more stops at once");
        });
        drop(heard);
    });
}

/// Returns whether the user asked to stop.
pub fn asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}
