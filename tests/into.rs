//! `read --into`: only what is new is read, and the file is always the old one or the new one.

use crate::command::Test;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const MONDAY: &str = "The government of Norway sent trucks to Latvia on Monday.";
const TUESDAY: &str =
    "Latvia praised Norway. Estonia denied that Norway had sent trucks to Latvia.";

fn read(args: &[&str], files: &[(&str, &str)]) -> Test {
    let test = files
        .iter()
        .fold(Test::new(), |test, (name, text)| test.file(name, text));
    test.arg("read").args(args)
}

fn written(args: &[&str], files: &[(&str, &str)], name: &str) -> String {
    read(args, files).success().read(name)
}

#[test]
fn adding_is_the_same_as_reading_all_at_once() {
    let (monday, tuesday) = (("monday.txt", MONDAY), ("tuesday.txt", TUESDAY));
    for name in ["g.json", "g.jsonl"] {
        let all = written(
            &["monday.txt", "tuesday.txt", "-f", "json", "-o", name],
            &[monday, tuesday],
            name,
        );
        let all = match name {
            "g.json" => all,
            // Readings of a graph hold no attributions, so both are compared as graphs.
            _ => written(
                &["monday.txt", "tuesday.txt", "--into", name],
                &[monday, tuesday],
                name,
            ),
        };
        let first = written(&["monday.txt", "--into", name], &[monday], name);
        let files = [monday, tuesday, (name, first.as_str())];
        let ran = read(&["monday.txt", "tuesday.txt", "--into", name], &files)
            .stderr("1 new, 1 there already")
            .success();
        assert_eq!(ran.read(name), all, "{name}");
        let mut left = ran.files();
        left.retain(|file| !file.ends_with(".txt"));
        assert_eq!(left, [name], "nothing else is left behind");
    }
}

#[test]
fn nothing_new_changes_nothing() {
    let graph = written(
        &["m.txt", "--into", "g.json"],
        &[("m.txt", MONDAY)],
        "g.json",
    );
    let ran = read(
        &["m.txt", "--into", "g.json"],
        &[("m.txt", MONDAY), ("g.json", &graph)],
    )
    .stderr("0 new, 1 there already")
    .success();
    assert_eq!(ran.read("g.json"), graph);
}

#[test]
fn an_article_that_changed_is_read_again() {
    let graph = written(
        &["m.txt", "--into", "g.json"],
        &[("m.txt", MONDAY)],
        "g.json",
    );
    read(
        &["m.txt", "--into", "g.json"],
        &[("m.txt", TUESDAY), ("g.json", &graph)],
    )
    .stderr("1 new, 0 there already")
    .success();
}

#[test]
fn what_cannot_be_added_to_is_refused_and_left_alone() {
    let ran = read(
        &["m.txt", "--into", "g.json"],
        &[("m.txt", MONDAY), ("g.json", "{\n\"whom\"")],
    )
    .stderr("g.json:2: not a graph")
    .code(2);
    assert_eq!(ran.read("g.json"), "{\n\"whom\"");
    read(&["m.txt", "--into", "g.dot"], &[("m.txt", MONDAY)])
        .stderr("--into g.dot: only .json and .jsonl can be added to")
        .code(2);
    let graph = written(
        &["m.txt", "--into", "g.json"],
        &[("m.txt", MONDAY)],
        "g.json",
    );
    let ran = read(&["none.txt", "--into", "g.json"], &[("g.json", &graph)])
        .stderr("none.txt")
        .code(2);
    assert_eq!(ran.read("g.json"), graph);
}

/// Runs, and kills the run after a time where one is given.
fn run(folder: &Path, killed_after: Option<Duration>) -> Duration {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_whom"))
        .args(["read", "new", "--into", "g.json", "-j", "1"])
        .current_dir(folder)
        .stderr(Stdio::null())
        .stdin(Stdio::null())
        .spawn()
        .expect("the binary was built for this test");
    match killed_after {
        Some(time) => {
            std::thread::sleep(time);
            // A run that was faster is not there to be killed.
            let _ = child.kill();
            child.wait().expect("the child is ours");
        }
        None => assert!(child.wait().expect("the child is ours").success()),
    }
    start.elapsed()
}

/// Twenty moments over the whole length of a run, and more of them near its end, where the file
/// is written.
#[test]
fn killed_at_any_moment_it_leaves_the_old_file_or_the_new_one() {
    let folder = std::env::temp_dir().join(format!("whom-killed-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("new")).expect("a temporary folder can be made");
    for number in 0..4 {
        let text = format!("{TUESDAY} Minister number {number} met Ana Weiss.");
        std::fs::write(folder.join(format!("new/{number}.txt")), text).expect("ours");
    }
    let lines: Vec<String> = (0..2000).map(|n| format!("N{n} trains M{n}")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let old = crate::samples::json(&crate::samples::graph(&lines));
    let place = folder.join("g.json");
    std::fs::write(&place, &old).expect("the folder is ours");
    let whole = run(&folder, None);
    let new = std::fs::read_to_string(&place).expect("it was just written");
    assert_ne!(new, old);
    let mut seen_old = 0;
    for moment in 0..20_u32 {
        std::fs::write(&place, &old).expect("the folder is ours");
        let share = match moment {
            0..10 => whole * moment / 10,
            _ => whole * (70 + 3 * (moment - 10)) / 100,
        };
        run(&folder, Some(share));
        let left = std::fs::read_to_string(&place).expect("the file is never missing");
        assert!(
            left == old || left == new,
            "mixed after {share:?} of {whole:?}"
        );
        seen_old += usize::from(left == old);
    }
    let _ = std::fs::remove_dir_all(&folder);
    assert!(seen_old > 0, "some run was killed before it had written");
}
