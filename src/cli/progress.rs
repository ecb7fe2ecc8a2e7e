//! Progress on a terminal, and nowhere else.

use super::note;
use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fmt::Display;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use walkdir::WalkDir;
use whom::text::input::Meter;

/// How often the line is drawn anew.
const PAUSE: Duration = Duration::from_millis(200);
/// A guess at the time left needs some experience.
const EARLY: Duration = Duration::from_secs(3);

/// A line on the terminal: how many documents, how fast, how long still.
pub struct Progress {
    bar: Option<ProgressBar>,
    meter: Meter,
    began: Instant,
}

impl Progress {
    /// Returns the progress of reading some inputs; where standard error is no terminal it is not shown.
    pub fn of(paths: &[PathBuf], meter: Meter) -> Progress {
        let shown = std::io::stderr().is_terminal();
        Progress {
            bar: shown.then(|| bar(paths)),
            meter,
            began: Instant::now(),
        }
    }

    /// Shows that so many documents are done.
    pub fn at(&self, documents: usize) {
        let Some(bar) = &self.bar else { return };
        let read = self.meter.read();
        bar.set_position(read);
        let time = self.began.elapsed();
        let rate = documents as f64 / time.as_secs_f64().max(0.001);
        let left = bar
            .length()
            .filter(|&total| total > 0 && read > 0 && time > EARLY);
        let left = left.map_or(String::new(), |total| {
            let rest = total.saturating_sub(read) as f64 / read as f64;
            let left = Duration::from_secs_f64(time.as_secs_f64() * rest);
            format!(", about {} left", HumanDuration(left))
        });
        bar.set_message(format!("{documents} documents, {rate:.1} a second{left}"));
    }

    /// Prints a note above the line.
    pub fn note(&self, message: impl Display) {
        match &self.bar {
            Some(bar) => bar.suspend(|| note(message)),
            None => note(message),
        }
    }

    /// Takes the line away.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(paths: &[PathBuf]) -> ProgressBar {
    let files = paths
        .iter()
        .flat_map(|path| WalkDir::new(path).follow_links(true));
    let files = files.filter_map(Result::ok);
    let length = |file: walkdir::DirEntry| file.metadata().ok().filter(|it| it.is_file());
    let total: u64 = files.filter_map(length).map(|it| it.len()).sum();
    let bar = match total {
        // Standard input and pipes do not tell.
        0 => ProgressBar::no_length(),
        total => ProgressBar::new(total),
    };
    bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(5));
    let template = match total {
        0 => "{spinner} {msg}",
        _ => "{bar:24} {percent:>3} % {msg}",
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(PAUSE);
    bar
}
