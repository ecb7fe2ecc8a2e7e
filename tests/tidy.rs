//! What the code should look like, as far as a machine can tell.

use std::path::{Path, PathBuf};

/// The stages in the order of the data flow: each may import those before it.
const STAGES: [&str; 10] = [
    "span", "error", "text", "syntax", "actors", "claims", "graph", "layout", "export", "cli",
];

/// Modules that stand beside the stages: what comes before all, and what may use all.
fn rank(module: &str) -> Option<usize> {
    STAGES.iter().position(|stage| *stage == module)
}

fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
            .expect("src is there")
            .map(|entry| entry.expect("src can be listed").path())
            .collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("sources are UTF-8");
                found.push((path, text));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join("src"), &mut found);
    let relative = |path: PathBuf| path.strip_prefix(root).map(Path::to_owned).unwrap_or(path);
    found
        .into_iter()
        .map(|(path, text)| (relative(path), text))
        .collect()
}

/// Returns the top-level module of a file.
fn module(path: &Path) -> String {
    let inner = path.strip_prefix("src").unwrap_or(path);
    let first = inner.iter().next().unwrap_or_default().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn imports_point_one_way() {
    for (path, text) in sources() {
        let Some(here) = rank(&module(&path)) else {
            continue;
        };
        for (number, line) in (1..).zip(text.lines()) {
            for rest in line.split("crate::").skip(1) {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                let used = &rest[..end.unwrap_or(rest.len())];
                assert!(
                    rank(used).is_none_or(|there| there <= here),
                    "{}:{number}: {} must not know {used}",
                    path.display(),
                    STAGES[here],
                );
            }
        }
    }
}

#[test]
fn files_are_short() {
    let long: Vec<String> = sources()
        .iter()
        .filter(|(_, text)| text.lines().count() > 400)
        .map(|(path, text)| format!("{}: {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "split these: {long:#?}");
}

#[test]
fn nothing_is_left_to_do_in_the_code() {
    for (path, text) in sources() {
        for word in ["todo!", "dbg!", "FIXME", "unimplemented!", "#[ignore"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}
