//! Files for the doors that take paths alone.

use std::path::PathBuf;
use std::sync::LazyLock;

/// A folder of this process; `.ci/fuzz` gives it a place that goes when the run ends.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let path = std::env::temp_dir().join(format!("whom-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&path).expect("a temporary folder");
    path
});

/// Writes a file and returns its path.
///
/// One that is there is taken away first: a file that changes while it is read is a fault of its own.
pub fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = FOLDER.join(name);
    let _ = std::fs::remove_file(&path);
    std::fs::write(&path, bytes).expect("a temporary file");
    path
}
