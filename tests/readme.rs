//! The README's `console` blocks: each `$ whom …` is run, and what follows must be printed.
//!
//! A line `…` stands for any lines. `WHOM_UPDATE=1 cargo test` rewrites what is printed.

use std::path::Path;
use std::process::Command;

const ELLIPSIS: &str = "…";

#[test]
fn console_blocks_print_what_they_say() {
    let Ok(readme) = std::fs::read_to_string("README.md") else {
        return;
    };
    let folder = Sandbox::new();
    let mut rewritten = Vec::new();
    let mut wrong = Vec::new();
    let mut lines = readme.lines().peekable();
    let mut inside = false;
    while let Some(line) = lines.next() {
        rewritten.push(line.to_owned());
        inside = line.starts_with("```console") || (inside && !line.starts_with("```"));
        let Some(command) = line.strip_prefix("$ ").filter(|_| inside) else {
            continue;
        };
        let mut expected = Vec::new();
        while let Some(next) = lines.next_if(|l| !l.starts_with("$ ") && !l.starts_with("```")) {
            expected.push(next);
        }
        let printed = folder.run(command);
        let printed: Vec<&str> = printed.lines().collect();
        if fits(&expected, &printed) {
            rewritten.extend(expected.iter().map(|line| (*line).to_owned()));
        } else {
            rewritten.extend(printed.iter().map(|line| (*line).to_owned()));
            wrong.push(format!("$ {command}\n{}", printed.join("\n")));
        }
    }
    if std::env::var_os("WHOM_UPDATE").is_some() && !wrong.is_empty() {
        std::fs::write("README.md", rewritten.join("\n") + "\n").expect("README.md can be written");
    } else {
        assert!(
            wrong.is_empty(),
            "README.md says otherwise:\n{}",
            wrong.join("\n\n")
        );
    }
}

/// Returns whether lines are as expected, where `…` stands for any number of them.
fn fits(expected: &[&str], printed: &[&str]) -> bool {
    match expected.split_first() {
        None => printed.is_empty(),
        Some((&ELLIPSIS, rest)) => (0..=printed.len()).any(|skip| fits(rest, &printed[skip..])),
        Some((line, rest)) => {
            printed
                .first()
                .is_some_and(|first| first.trim_end() == line.trim_end())
                && fits(rest, &printed[1..])
        }
    }
}

/// A folder with the examples in it, so that nothing is written into the repository.
struct Sandbox(std::path::PathBuf);

impl Sandbox {
    fn new() -> Sandbox {
        let folder = std::env::temp_dir().join(format!("whom-readme-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("examples")).expect("a temporary folder can be made");
        for entry in std::fs::read_dir("examples").expect("tests run at the root") {
            let path = entry.expect("examples can be listed").path();
            if let Some(name) = path.file_name().filter(|_| path.is_file()) {
                std::fs::copy(&path, folder.join("examples").join(name)).expect("it can be copied");
            }
        }
        Sandbox(folder)
    }

    /// Returns what a command of the shell prints, notes included.
    fn run(&self, command: &str) -> String {
        let binary = Path::new(env!("CARGO_BIN_EXE_whom"));
        let folder = binary.parent().expect("a binary is in a folder");
        let mut path = folder.as_os_str().to_owned();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        let output = Command::new("sh")
            .args(["-c", &format!("{command} 2>&1")])
            .current_dir(&self.0)
            .env("PATH", path)
            .env_remove("WHOM_GRAPH")
            .output()
            .expect("there is a shell");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
