//! Running the binary: `Test::new().arg("find").arg("x").stdin(graph).success()`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// One run of `whom` in a folder of its own, with what is expected of it.
pub struct Test {
    args: Vec<String>,
    stdin: Vec<u8>,
    folder: PathBuf,
    environment: Vec<(String, String)>,
    stdout: Vec<String>,
    stderr: Vec<String>,
}

impl Test {
    pub fn new() -> Test {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("whom-test-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("a temporary folder can be made");
        Test {
            args: Vec::new(),
            stdin: Vec::new(),
            folder,
            environment: Vec::new(),
            stdout: Vec::new(),
            stderr: Vec::new(),
        }
    }

    pub fn arg(mut self, arg: impl Into<String>) -> Test {
        self.args.push(arg.into());
        self
    }

    pub fn args(mut self, args: &[&str]) -> Test {
        self.args.extend(args.iter().map(|arg| (*arg).to_owned()));
        self
    }

    /// Gives the run something to read.
    pub fn stdin(mut self, text: impl AsRef<[u8]>) -> Test {
        self.stdin = text.as_ref().to_owned();
        self
    }

    /// Puts a file into the folder of the run.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Test {
        let path = self.folder.join(name);
        let folder = path.parent().expect("a file lies in a folder");
        std::fs::create_dir_all(folder).expect("the run may write there");
        std::fs::write(path, content).expect("the folder was made above");
        self
    }

    /// Where the run will take place.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn env(mut self, name: &str, value: &str) -> Test {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Expects a text in what is printed.
    pub fn stdout(mut self, text: &str) -> Test {
        self.stdout.push(text.to_owned());
        self
    }

    /// Expects a text in the notes.
    pub fn stderr(mut self, text: &str) -> Test {
        self.stderr.push(text.to_owned());
        self
    }

    pub fn success(self) -> Ran {
        self.code(0)
    }

    /// Runs and returns the exit code, whatever it is.
    pub fn code_of(self) -> i32 {
        let output = self.output();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(!stderr.contains("panicked"), "{stderr}");
        let _ = std::fs::remove_dir_all(&self.folder);
        output.status.code().expect("the run was not killed")
    }

    /// Runs and compares the exit code and the expected texts.
    pub fn code(self, code: i32) -> Ran {
        let output = self.output();
        let stdout = String::from_utf8(output.stdout).expect("output is UTF-8");
        let stderr = String::from_utf8(output.stderr).expect("notes are UTF-8");
        let told = format!(
            "whom {:?}\n-- stdout\n{stdout}\n-- stderr\n{stderr}",
            self.args
        );
        assert_eq!(output.status.code(), Some(code), "{told}");
        assert!(!stderr.contains("panicked"), "{told}");
        for text in &self.stdout {
            assert!(stdout.contains(text), "no {text:?} on stdout\n{told}");
        }
        for text in &self.stderr {
            assert!(stderr.contains(text), "no {text:?} on stderr\n{told}");
        }
        Ran {
            stdout,
            folder: self.folder,
        }
    }

    fn output(&self) -> std::process::Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_whom"))
            .args(&self.args)
            .current_dir(&self.folder)
            .env_remove("WHOM_GRAPH")
            .envs(self.environment.iter().cloned())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary was built for this test");
        let mut stdin = child.stdin.take().expect("stdin was piped above");
        let input = self.stdin.clone();
        let feeder = std::thread::spawn(move || stdin.write_all(&input));
        let output = child.wait_with_output().expect("the child is ours");
        // A run that reads nothing closes its input early, which is no failure of the run.
        let _ = feeder.join();
        output
    }
}

/// What a run left behind; the folder goes with it.
pub struct Ran {
    pub stdout: String,
    folder: PathBuf,
}

impl Ran {
    /// Returns a file that the run wrote.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.join(name)).expect("the run wrote the file")
    }

    /// Returns where the run has left something.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Returns the names of all files in the folder of the run, sorted.
    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.folder).expect("the folder is ours");
        let name = |path: &Path| path.file_name().map(|n| n.to_string_lossy().into_owned());
        let mut files: Vec<String> = entries
            .filter_map(|entry| name(&entry.ok()?.path()))
            .collect();
        files.sort();
        files
    }
}

impl Drop for Ran {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
