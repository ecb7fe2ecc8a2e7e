//! Long runs: killed, stopped and taken up again, on any number of threads.

use crate::command::Test;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const PEOPLE: [&str; 8] = [
    "Weiss", "Brekke", "Okonjo", "Marrow", "Devane", "Selden", "Varga", "Olin",
];
const COUNTRIES: [&str; 6] = ["Norway", "Latvia", "Estonia", "Ghana", "Togo", "Peru"];

/// Returns lines of short news, each with other names; every seventh repeats an earlier one, and
/// every eleventh is broken.
fn news(count: usize) -> String {
    let mut lines = String::new();
    for at in 0..count {
        let number = if at % 7 == 6 { at - 3 } else { at };
        let [one, other] = [
            COUNTRIES[number % 6],
            COUNTRIES[(number / 6 + number + 1) % 6],
        ];
        let person = PEOPLE[number % 8];
        let text = format!(
            "{one} sent {number} trucks to {other} on Monday, {person} said. Officials of {other} denied that they had \
             received {number} trucks from anyone. {person} met the mayor of Oslo later to talk about the harbour."
        );
        match at % 11 {
            10 => lines.push_str("{\"id\": broken\n"),
            _ => lines.push_str(&format!("{{\"id\": \"n{at}\", \"text\": \"{text}\"}}\n")),
        }
    }
    lines
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("whom-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a temporary folder");
        Folder(path)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.0.join(name)).expect("the run wrote it")
    }

    fn whom(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whom"));
        command
            .args(args)
            .current_dir(&self.0)
            .env_remove("WHOM_GRAPH");
        command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .stdin(Stdio::null());
        command
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Waits until a file has more than so many bytes, for a minute at most.
fn wait_for(path: &Path, bytes: u64) {
    let began = Instant::now();
    while std::fs::metadata(path).map_or(0, |it| it.len()) <= bytes {
        assert!(
            began.elapsed() < Duration::from_secs(60),
            "{} does not grow",
            path.display()
        );
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn a_run_killed_ten_times_ends_as_if_it_had_not_been() {
    let folder = Folder::new("killed");
    std::fs::write(folder.0.join("news.jsonl"), news(1600)).expect("the folder is ours");
    let whole = folder
        .whom(&["read", "news.jsonl", "-o", "whole.jsonl", "-j", "1"])
        .status();
    assert_eq!(whole.expect("it runs").code(), Some(4));
    let part = folder.0.join(".killed.jsonl.part");
    let mut killed = 0;
    let mut size = 0;
    while killed < 10 {
        let args = [
            "read",
            "news.jsonl",
            "-o",
            "killed.jsonl",
            "-j",
            "2",
            "--resume",
        ];
        let mut run = folder.whom(&args).spawn().expect("it runs");
        // Not at the same place each time: some lines on, and a moment more.
        wait_for(&part, size + 1 + killed * 997);
        std::thread::sleep(Duration::from_millis(killed * 7 % 13));
        run.kill().expect("it is ours");
        run.wait().expect("it is ours");
        killed += 1;
        size = std::fs::metadata(&part).expect("it was begun").len();
        if killed % 3 == 0 {
            // What a crash of the machine leaves: half a line.
            let mut file = std::fs::File::options()
                .append(true)
                .open(&part)
                .expect("it is there");
            file.write_all(b"{\"document\":\"n9")
                .expect("it can be written");
        }
    }
    let last = folder
        .whom(&["read", "news.jsonl", "-o", "killed.jsonl", "--resume"])
        .status();
    assert_eq!(last.expect("it runs").code(), Some(4));
    assert!(
        folder.read("whole.jsonl") == folder.read("killed.jsonl"),
        "they differ"
    );
    assert!(!part.exists());
    // A finished run has nothing left to do.
    let again = folder
        .whom(&["read", "news.jsonl", "-o", "killed.jsonl", "--resume"])
        .status();
    assert_eq!(again.expect("it runs").code(), Some(4));
    assert!(
        folder.read("whole.jsonl") == folder.read("killed.jsonl"),
        "they differ"
    );
}

#[test]
fn resuming_takes_up_what_is_new() {
    let line = |n: usize| {
        format!("{{\"id\": \"n{n}\", \"text\": \"Norway sent {n} trucks to Latvia.\"}}\n")
    };
    let first = Test::new()
        .file("a.jsonl", line(1) + &line(2))
        .args(&["read", "a.jsonl", "-o", "o.jsonl"])
        .success();
    let ran = Test::new()
        .file("o.jsonl", first.read("o.jsonl"))
        .file("a.jsonl", line(1) + &line(2) + &line(3))
        .args(&["read", "a.jsonl", "-o", "o.jsonl", "--resume"])
        .stderr("1 read, 2 read before")
        .success();
    let written = ran.read("o.jsonl");
    assert!(written.starts_with(&first.read("o.jsonl")));
    assert_eq!(written.lines().count(), 3);
}

#[test]
fn resuming_needs_a_file_of_readings() {
    Test::new()
        .args(&["read", "-", "-f", "jsonl", "--resume"])
        .stderr("say -o FILE")
        .code(2);
    Test::new()
        .args(&["read", "-", "-o", "g.json", "--resume"])
        .stderr("say -o FILE.jsonl")
        .code(2);
    Test::new()
        .file(
            "o.jsonl",
            "{\"document\": \"a\"}\nEnvoys met.\n{\"document\": \"b\"}\n",
        )
        .args(&["read", "-", "-o", "o.jsonl", "--resume"])
        .stderr(".o.jsonl.part:2: not a reading")
        .code(2);
}

#[test]
fn threads_and_formats_of_the_same_news_give_the_same_bytes() {
    let lines = news(60);
    let run = |jobs: &str| {
        let test = Test::new()
            .stdin(&lines)
            .args(&["read", "-", "-f", "jsonl", "-j", jobs]);
        test.code(4).stdout.clone()
    };
    let expected = run("1");
    assert_eq!(run("2"), expected);
    assert_eq!(run("5"), expected);
}

#[test]
fn repetitions_are_read_once_and_kept_as_places_of_publication() {
    let story = "Norway sent forty trucks to Latvia on Monday, officials in Oslo said, and two days later a train with grain \
        and medicine followed them across the border near the lake, where customs officers from both countries had waited since \
        the morning. Latvia thanked Norway for the help and asked for tents. The mayor of the border town met the drivers with bread.";
    let credited = format!("{story}\n© 2024 Northern News. All rights reserved.\n");
    let update = format!("{story} Estonia then attacked a convoy of Lithuanian troops.");
    let test = |args: &[&str]| {
        Test::new()
            .file("a.txt", story)
            .file("b.txt", &credited)
            .file("c.txt", &update)
            .args(&["read", "a.txt", "b.txt", "c.txt"])
            .args(args)
    };
    let ran = test(&["-f", "jsonl"])
        .stderr("2 read, 1 repeated")
        .success();
    let lines: Vec<serde_json::Value> = ran
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines[1]["document"], "b.txt");
    assert_eq!(lines[1]["same_as"]["document"], "a.txt");
    assert_eq!(lines[1]["same_as"]["fingerprint"], lines[0]["fingerprint"]);
    assert!(lines[1]["claims"].as_array().is_some_and(Vec::is_empty));
    assert!(lines[2].get("same_as").is_none());
    let graph = test(&["-o", "g.json"]).success().read("g.json");
    Test::new()
        .stdin(&graph)
        .args(&["stats"])
        .stdout("documents  3 (2 different texts)")
        .success();
    let merged = Test::new()
        .file("r.jsonl", &ran.stdout)
        .args(&["merge", "r.jsonl"])
        .success();
    assert_eq!(merged.stdout, graph);
    test(&["-f", "jsonl", "--keep-duplicates"])
        .stderr("3 read;")
        .success();
}

#[test]
fn a_report_says_what_became_of_the_inputs() {
    let ran = Test::new()
        .file("a.txt", "Norway sent trucks to Latvia.")
        .file("b.txt", "Norway  sent trucks to Latvia.")
        .file("c.txt", "")
        .file("d.txt", "Министр обороны заявил в понедельник, что переговоры в Осло продолжаются и будут завершены на следующей неделе.")
        .file("e.png", "x")
        .args(&["read", ".", "-o", "g.json", "--report", "report.json"])
        .stderr("1 read, 1 repeated, 1 not English (Russian 1), 1 unreadable, 1 other files passed over (png 1); 1 claims, 2 actors")
        .code(4);
    let report: serde_json::Value = serde_json::from_str(&ran.read("report.json")).expect("JSON");
    assert_eq!(report["outcome"], "some unreadable");
    for (field, count) in [
        ("read", 1),
        ("repeated", 1),
        ("unreadable", 1),
        ("claims", 1),
        ("actors", 2),
    ] {
        assert_eq!(report[field], count, "{field}");
    }
    assert_eq!(report["languages"]["Russian"], 1);
    assert_eq!(report["skipped"]["not_english"], 1);
    assert_eq!(report["passed_over"]["png"], 1);
    assert_eq!(
        report["unreadable_inputs"][0],
        "./c.txt:1: the document is empty"
    );
    assert!(report["seconds"].as_f64().is_some_and(|it| it > 0.0));
    Test::new()
        .stdin("Norway sent trucks to Latvia.")
        .args(&["read", "-", "-q"])
        .success();
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_whole_lines() {
    let folder = Folder::new("stopped");
    std::fs::write(folder.0.join("news.jsonl"), news(1600)).expect("the folder is ours");
    let mut run = folder
        .whom(&["read", "news.jsonl", "-o", "o.jsonl"])
        .spawn()
        .expect("it runs");
    wait_for(&folder.0.join(".o.jsonl.part"), 0);
    let signal = Command::new("kill")
        .args(["-INT", &run.id().to_string()])
        .status();
    assert!(signal.expect("there is a shell").success());
    assert_eq!(run.wait().expect("it is ours").code(), Some(130));
    let written = String::from_utf8(folder.read("o.jsonl")).expect("UTF-8");
    assert!(written.ends_with('\n'));
    let lines = written.lines().count();
    assert!((1..300).contains(&lines), "{lines}");
    for line in written.lines() {
        whom::export::parse_reading(line).expect("every line is a reading");
    }
    // The rest follows.
    let whole = folder
        .whom(&["read", "news.jsonl", "-o", "whole.jsonl"])
        .status();
    assert_eq!(whole.expect("it runs").code(), Some(4));
    let rest = folder
        .whom(&["read", "news.jsonl", "-o", "o.jsonl", "--resume"])
        .status();
    assert_eq!(rest.expect("it runs").code(), Some(4));
    assert!(
        folder.read("whole.jsonl") == folder.read("o.jsonl"),
        "they differ"
    );
}

#[cfg(unix)]
#[test]
fn a_run_that_waits_for_input_can_be_stopped() {
    let folder = Folder::new("waiting");
    let mut command = folder.whom(&["read", "-", "-f", "jsonl"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut run = command.spawn().expect("it runs");
    let mut stdin = run.stdin.take().expect("it is piped");
    stdin
        .write_all(news(3).as_bytes())
        .expect("it is listened to");
    // Readings come as soon as they are read, while the input is still open.
    stdin
        .write_all(&vec![b'\n'; 1 << 17])
        .expect("it is listened to");
    let mut lines = BufReader::new(run.stdout.take().expect("it is piped")).lines();
    assert!(
        lines
            .next()
            .expect("a line comes")
            .expect("it is text")
            .starts_with("{\"document\":\"n0\"")
    );
    let signal = Command::new("kill")
        .args(["-INT", &run.id().to_string()])
        .status();
    assert!(signal.expect("there is a shell").success());
    assert_eq!(run.wait().expect("it is ours").code(), Some(130));
}
