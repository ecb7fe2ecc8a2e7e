//! Writing a folder of files, all or nothing.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use whom::export::Part;
use whom::{Error, Result};

/// Writes a folder beside its name and renames it, so that nobody ever sees half of it or two graphs mixed.
///
/// A folder cannot be renamed over another that has files: where one is replaced, there is a moment without either.
///
/// # Errors
///
/// There is something under the name that whom did not write, or the folder cannot be written.
pub fn write_folder(path: &Path, files: &[Part]) -> Result<()> {
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let there = is_ours(&real, &names)?;
    let (part, old) = (beside(&real, "part"), beside(&real, "old"));
    let written = write(&part, files).and_then(|()| {
        if there {
            fs::rename(&real, &old)?;
        }
        fs::rename(&part, &real)
    });
    if let Err(error) = written {
        // The first error is the one to tell; a leftover folder is the lesser harm.
        let _ = fs::remove_dir_all(&part);
        if !real.exists() {
            let _ = fs::rename(&old, &real);
        }
        return Err(Error::io(path, error));
    }
    if there {
        fs::remove_dir_all(&old).map_err(|error| Error::io(&old, error))?;
    }
    Ok(())
}

/// Returns whether the folder is there already; it is replaced as a whole, so it must hold nothing else.
///
/// # Errors
///
/// There is something under the name that is not such a folder.
pub fn is_ours(path: &Path, names: &[&str]) -> Result<bool> {
    let refused = |what: String| {
        let message = format!("{}: {what}; choose another name", path.display());
        Err(Error::Usage(message))
    };
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return refused("a file, where a folder of files is to be written".to_owned());
        }
        Err(error) => return Err(Error::io(path, error)),
    };
    for entry in entries {
        let name = entry.map_err(|error| Error::io(path, error))?.file_name();
        if !names.iter().any(|known| name == *known) {
            return refused(format!(
                "a folder that holds something else ({})",
                name.display()
            ));
        }
    }
    Ok(true)
}

fn write(folder: &Path, files: &[Part]) -> std::io::Result<()> {
    fs::create_dir(folder)?;
    for Part { name, content } in files {
        let mut file = File::create(folder.join(name))?;
        file.write_all(content)?;
        file.sync_all()?;
    }
    Ok(())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.{ending}", std::process::id()))
}
