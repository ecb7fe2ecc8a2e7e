//! Writing readings line by line into a file that a later run can go on with.

use super::done::Done;
use super::output::Output;
use super::{Failure, Outcome, note, stop};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use whom::Error;

/// Lets lines be written, to standard output or to a file that appears once all are.
///
/// Until then they stand beside it, in `.NAME.part`, where `--resume` finds them. A run that the user
/// stops puts the file in place as well: it holds whole lines, and `--resume` goes on with it.
pub fn write_lines(
    output: &Output,
    resume: bool,
    write: impl FnOnce(&mut dyn Write, Done) -> Result<Outcome, Failure>,
) -> Result<Outcome, Failure> {
    let Some(target) = output.file() else {
        if resume {
            let message = "--resume goes on with a file: say -o FILE";
            return Err(Error::Usage(message.to_owned()).into());
        }
        return output.write_with(|out| write(out, Done::default()));
    };
    let failed = |error| Failure::from(Error::io(target, error));
    let real = std::fs::canonicalize(target).unwrap_or_else(|_| target.to_path_buf());
    let before = std::fs::metadata(&real).ok();
    if before.as_ref().is_some_and(|it| !it.is_file()) {
        if resume {
            let message = format!(
                "{}: no file that --resume could go on with",
                target.display()
            );
            return Err(Error::Usage(message).into());
        }
        return output.write_with(|out| write(out, Done::default()));
    }
    let part = part_of(&real);
    if resume && !part.exists() && before.is_some() {
        std::fs::copy(&real, &part).map_err(failed)?;
    }
    let mut options = File::options();
    options
        .read(true)
        .write(true)
        .create(true)
        .truncate(!resume);
    let mut file = options.open(&part).map_err(failed)?;
    let done = match resume {
        true => Done::of(&part, &mut file)?,
        false => Done::default(),
    };
    let any = done.len() > 0;
    let mut out = BufWriter::new(file);
    let written = write(&mut out, done).and_then(|outcome| {
        out.flush().map_err(failed)?;
        let file = out.get_ref();
        if let Some(before) = &before {
            file.set_permissions(before.permissions()).map_err(failed)?;
        }
        file.sync_all().map_err(failed)?;
        std::fs::rename(&part, &real).map_err(failed)?;
        Ok(outcome)
    });
    match &written {
        Ok(Outcome::Stopped) => note(format_args!(
            "stopped; {} holds what was read, --resume goes on",
            target.display()
        )),
        // Where nothing could be read there is nothing to go on with.
        Err(Failure::Unreadable) if !any => drop(std::fs::remove_file(&part)),
        Err(_) => note(format_args!(
            "{} holds what was read, --resume goes on",
            part.display()
        )),
        Ok(_) => {}
    }
    written
}

/// Returns where the lines of a file stand until all are written.
fn part_of(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.part"))
}

/// Returns the outcome of a run that came to its end, or was asked to stop before.
pub fn ended(outcome: Outcome) -> Outcome {
    match stop::asked() {
        true => Outcome::Stopped,
        false => outcome,
    }
}
