//! Odd, broken and hostile inputs: each row of the table in src/text/input/README.md.
//!
//! A row's id stands in the table and in a test here; another test compares the two.

use crate::command::Test;
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use whom::text::load;
use zip::write::SimpleFileOptions;

const STORY: &str = "Envoys of Ruritania met in Oslo.";

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Folder {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("whom-odd-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a temporary folder");
        for (name, content) in files {
            let file = path.join(name);
            std::fs::create_dir_all(file.parent().expect("it is in the folder")).expect("a folder");
            std::fs::write(file, content).expect("a temporary file");
        }
        Folder(path)
    }

    /// Returns the name of each document that is loaded of the paths, or the message in its place.
    fn load(&self, names: &[&str]) -> Vec<String> {
        let paths: Vec<PathBuf> = names.iter().map(|name| self.0.join(name)).collect();
        let root = self.0.to_string_lossy().into_owned();
        let shown = load(&paths).map(|document| match document {
            Ok(document) => document.name,
            Err(error) => error.to_string(),
        });
        shown
            .map(|line| line.replace(&format!("{root}/"), ""))
            .collect()
    }

    fn texts(&self) -> Vec<String> {
        let documents = load(std::slice::from_ref(&self.0));
        documents
            .map(|it| it.map_or_else(|error| error.to_string(), |it| it.text))
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Checks what is loaded of a folder with some files; a line may be given by its beginning, with `…`.
///
/// Beside them stands `z.txt`, which must be read whatever the others are.
#[track_caller]
fn check(_row: &str, files: &[(&str, &[u8])], expected: &[&str]) {
    let mut files = files.to_vec();
    files.push(("z.txt", STORY.as_bytes()));
    let found = Folder::new(&files).load(&[""]);
    let fits = |found: &String, expected: &&str| match expected.strip_suffix('…') {
        Some(start) => found.starts_with(start),
        None => found == expected,
    };
    let expected = [expected, &["z.txt"]].concat();
    let all = found.len() == expected.len() && found.iter().zip(&expected).all(|(f, e)| fits(f, e));
    assert!(all, "{found:#?}\n{expected:#?}");
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(bytes).expect("it is written to memory");
    packed.finish().expect("it is written to memory")
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let mut writer = zip::ZipWriter::new(&mut bytes);
    for (name, content) in files {
        let options = SimpleFileOptions::default();
        writer
            .start_file(*name, options)
            .expect("it is written to memory");
        writer.write_all(content).expect("it is written to memory");
    }
    writer.finish().expect("it is written to memory");
    bytes.into_inner()
}

fn tar(files: &[(&str, &[u8], tar::EntryType)]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, content, kind) in files {
        let mut header = tar::Header::new_gnu();
        // The crate refuses to write what it should be read with, so the name is set by hand.
        let field = &mut header.as_old_mut().name;
        field[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(*kind);
        header.set_size(content.len() as u64);
        header.set_cksum();
        archive
            .append(&header, *content)
            .expect("it is written to memory");
    }
    archive.into_inner().expect("it is written to memory")
}

#[test]
fn every_row_of_the_table_is_tested() {
    let Ok(table) = std::fs::read_to_string("src/text/input/README.md") else {
        return;
    };
    let rows: BTreeSet<&str> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .collect();
    let tests = std::fs::read_to_string(file!()).expect("tests run at the root");
    let tested: BTreeSet<&str> = tests
        .split("row(\"")
        .chain(tests.split("check(\n        \""))
        .chain(tests.split("check(\""))
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|id| {
            id.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        })
        .filter(|id| !id.is_empty())
        .collect();
    let missing: Vec<_> = rows.symmetric_difference(&tested).collect();
    assert!(
        missing.is_empty(),
        "in the table or in the tests only: {missing:?}"
    );
    assert!(rows.len() >= 40, "{}", rows.len());
}

/// Says which row of the table a test is about.
fn row(_id: &str) {}

#[test]
fn text_of_any_encoding() {
    check(
        "empty",
        &[("a.txt", b""), ("b.txt", b" \r\n\t")],
        &[
            "a.txt:1: the document is empty",
            "b.txt:1: the document is empty",
        ],
    );
    check(
        "nul-byte",
        &[("a.txt", b"Envoys\nmet\0.")],
        &["a.txt:2: a binary file (NUL at byte 10), not text"],
    );
    check(
        "binary",
        &[("a.txt", b"\x01\x02\x03\x04\xff\xfe\xfd")],
        &["a.txt:1: a binary file, not text"],
    );
    check(
        "utf-32",
        &[("a.txt", b"\xff\xfe\0\0E\0\0\0")],
        &["a.txt:1: UTF-32; convert the file…"],
    );
    let utf16: Vec<u8> = STORY.bytes().flat_map(|byte| [byte, 0]).collect();
    let marked = [b"\xff\xfe", &utf16[..]].concat();
    row("utf-16");
    let folder = Folder::new(&[("a.txt", &marked), ("b.txt", &utf16)]);
    assert_eq!(folder.texts(), [STORY, STORY]);
    row("utf-16-lines");
    let line: Vec<u8> = "{\"text\": \"They met.\"}\n"
        .bytes()
        .flat_map(|byte| [byte, 0])
        .collect();
    let folder = Folder::new(&[("a.jsonl", &[b"\xff\xfe", &line[..]].concat())]);
    assert_eq!(folder.texts(), ["They met."]);
    row("windows-125x");
    let folder = Folder::new(&[(
        "a.txt",
        b"The caf\xe9s of Orl\xe9ans and N\xeemes closed, the mayor said.",
    )]);
    assert_eq!(
        folder.texts(),
        ["The cafés of Orléans and Nîmes closed, the mayor said."]
    );
    row("broken-character");
    let text = "The cafés of Orléans and Nîmes closed – so it was said";
    let folder = Folder::new(&[("a.txt", &[text.as_bytes(), b"\xe2\x80"].concat())]);
    assert_eq!(folder.texts(), [format!("{text}\u{fffd}")]);
    row("line-ends");
    let folder = Folder::new(&[(
        "a.txt",
        b"\xef\xbb\xbfOne met.\r\nTwo left.\rThree stayed.\n",
    )]);
    assert_eq!(folder.texts(), ["One met.\r\nTwo left.\rThree stayed.\n"]);
}

#[test]
fn packed_files() {
    let long = format!("{STORY}\n").repeat(2000);
    let packed = gzip(long.as_bytes());
    let cut = &packed[..packed.len() / 2];
    check(
        "truncated-gzip",
        &[("a.txt.gz", cut)],
        &["a.txt.gz:1: the packed data is cut off"],
    );
    let lines: String = (0..3000)
        .map(|n| {
            format!(
                "{{\"id\": \"{n}\", \"text\": \"{n} envoys met {}.\"}}\n",
                n * 7919
            )
        })
        .collect();
    let packed = gzip(lines.as_bytes());
    row("truncated-gzip-lines");
    let found = Folder::new(&[("a.jsonl.gz", &packed[..packed.len() / 2])]).load(&["a.jsonl.gz"]);
    assert!(found.len() > 500, "{}", found.len());
    assert_eq!(found[0], "0");
    let last = found.last().expect("some were read");
    assert!(
        last.contains("the packed data is cut off; what stands before is read"),
        "{last}"
    );
    let mut broken = gzip(STORY.as_bytes());
    let middle = broken.len() - 6;
    broken[middle] ^= 0xff;
    check("broken-gzip", &[("a.txt.gz", &broken)], &["a.txt.gz:1: …"]);
    let packed = zstd(long.as_bytes());
    check(
        "truncated-zstd",
        &[("a.txt.zst", &packed[..packed.len() - 9])],
        &["a.txt.zst:1: broken or truncated zstd data…"],
    );
    let bomb = gzip(&vec![b' '; 300 << 20]);
    check(
        "gzip-bomb",
        &[("a.jsonl.gz", &bomb), ("b.txt.gz", &bomb)],
        &[
            "a.jsonl.gz:1: unpacks to more than 200 times its size, as bombs do; the rest of it is not read",
            "b.txt.gz:1: unpacks to more than 200 times its size, as bombs do; the rest of it is not read",
        ],
    );
    row("wrong-ending");
    let page = format!(
        "<!doctype html><html><body><article><p>{}</p></article></body></html>",
        STORY.repeat(8)
    );
    let folder = Folder::new(&[
        ("a.txt", &gzip(STORY.as_bytes())),
        ("b.txt", page.as_bytes()),
        ("c.gz", STORY.as_bytes()),
    ]);
    assert_eq!(folder.texts(), [STORY, &STORY.repeat(8), STORY]);
    check(
        "not-read",
        &[("a.txt", b"%PDF-1.7 x"), ("b.txt", b"\xfd7zXZ\0 x")],
        &[
            "a.txt:1: a PDF: make text of it first…",
            "b.txt:1: packed with xz…",
        ],
    );
}

#[test]
fn archives() {
    let inner = zip(&[
        ("b.txt", STORY.as_bytes()),
        ("c.png", b"x"),
        (".hidden.txt", b"x"),
        ("__MACOSX/._b.txt", b"x"),
    ]);
    let outer = tar(&[("inner.zip", &inner, tar::EntryType::Regular)]);
    check(
        "nested-archive",
        &[("a.tgz", &gzip(&outer))],
        &["a.tgz/inner.zip/b.txt"],
    );
    let mut deep = STORY.as_bytes().to_vec();
    for _ in 0..6 {
        deep = gzip(&deep);
    }
    check(
        "packed-without-end",
        &[("a.gz", &deep)],
        &["a.gz:1: packed more than 4 times over; unpack it first"],
    );
    let bomb = zip(&[
        ("a.txt", &vec![b' '; 100 << 20]),
        ("b.txt", STORY.as_bytes()),
    ]);
    check(
        "zip-bomb",
        &[("a.zip", &bomb)],
        &["a.zip/a.txt:1: unpacks to more than 200 times its size…"],
    );
    let evil = zip(&[
        ("../evil.txt", STORY.as_bytes()),
        ("/etc/evil.txt", STORY.as_bytes()),
        ("good.txt", STORY.as_bytes()),
    ]);
    check(
        "zip-path-trick",
        &[("a.zip", &evil)],
        &[
            "a.zip:1: member \"../evil.txt\" leads out of the archive; it is not read",
            "a.zip:1: member \"/etc/evil.txt\" leads out of the archive; it is not read",
            "a.zip/good.txt",
        ],
    );
    let evil = tar(&[
        (
            "a/../../evil.txt",
            STORY.as_bytes(),
            tar::EntryType::Regular,
        ),
        ("good.txt", STORY.as_bytes(), tar::EntryType::Regular),
    ]);
    check(
        "tar-path-trick",
        &[("a.tar", &evil)],
        &[
            "a.tar:1: member \"a/../../evil.txt\" leads out of the archive; it is not read",
            "a.tar/good.txt",
        ],
    );
    let links = tar(&[
        ("link.txt", b"", tar::EntryType::Symlink),
        ("device.txt", b"", tar::EntryType::Char),
        ("good.txt", STORY.as_bytes(), tar::EntryType::Regular),
    ]);
    check(
        "links-in-archive",
        &[("a.tar", &links)],
        &["a.tar/good.txt"],
    );
    let two = zip(&[("a.txt", STORY.as_bytes()), ("b.txt", STORY.as_bytes())]);
    row("encrypted-member");
    let locked = patched(&two, |flags| flags[0] |= 1, 6, 8);
    let found = Folder::new(&[("a.zip", &locked)]).load(&["a.zip"]);
    assert!(
        found[0].starts_with("a.zip:1: member 1: ") && found[0].contains("assword"),
        "{found:?}"
    );
    assert_eq!(found[1], "a.zip/b.txt");
    row("unknown-packing");
    let odd = patched(&two, |method| method[0] = 12, 8, 10);
    let found = Folder::new(&[("a.zip", &odd)]).load(&["a.zip"]);
    assert!(
        found[0].starts_with("a.zip/a.txt:1: compression method"),
        "{found:?}"
    );
    assert_eq!(found[1], "a.zip/b.txt");
    check(
        "truncated-zip",
        &[("a.zip", &two[..two.len() - 30])],
        &["a.zip:1: a broken or cut off zip archive…"],
    );
    check(
        "empty-archive",
        &[("a.zip", &zip(&[])), ("b.tar", &[0; 1024])],
        &[
            "a.zip:1: an empty zip archive",
            "b.tar:1: an empty or broken tar archive",
        ],
    );
    let whole = tar(&[
        ("a.txt", STORY.as_bytes(), tar::EntryType::Regular),
        ("b.txt", &[b'x'; 5000], tar::EntryType::Regular),
    ]);
    row("truncated-tar");
    let found = Folder::new(&[("a.tar", &whole[..2500])]).load(&["a.tar"]);
    assert_eq!(found[0], "a.tar/a.txt");
    assert!(
        found.len() > 1 && found[1].starts_with("a.tar"),
        "{found:?}"
    );
}

/// Changes two bytes of the first member of a zip archive, in its own head and in the directory.
fn patched(archive: &[u8], change: impl Fn(&mut [u8]), local: usize, central: usize) -> Vec<u8> {
    let mut bytes = archive.to_vec();
    change(&mut bytes[local..local + 2]);
    let directory = archive.windows(4).position(|it| it == b"PK\x01\x02");
    let at = directory.expect("an archive has a directory") + central;
    change(&mut bytes[at..at + 2]);
    bytes
}

#[cfg(unix)]
#[test]
fn odd_files() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new(&[("sub/a.txt", STORY.as_bytes())]);
    symlink(&folder.0, folder.0.join("sub/loop")).expect("links can be made");
    row("link-loop");
    assert_eq!(folder.load(&[""]), ["sub/a.txt"]);
    row("dangling-link");
    symlink(folder.0.join("none.txt"), folder.0.join("b.txt")).expect("links can be made");
    let found = folder.load(&[""]);
    assert!(
        found[0].starts_with("b.txt: ") && found[1] == "sub/a.txt",
        "{found:?}"
    );
    row("vanished");
    let found = folder.load(&["gone.txt", "sub/a.txt"]);
    assert!(
        found[0].starts_with("gone.txt: ") && found[1] == "sub/a.txt",
        "{found:?}"
    );
    row("device");
    let found = Folder::new(&[]).load(&["/dev/zero"]);
    assert_eq!(
        found,
        ["/dev/zero: a device or socket, not a file; for standard input say `-`"]
    );
    row("socket-in-folder");
    let sockets = Folder::new(&[("a.txt", STORY.as_bytes())]);
    let socket = std::os::unix::net::UnixListener::bind(sockets.0.join("s.txt"));
    socket.expect("sockets can be made");
    assert_eq!(sockets.load(&[""]), ["a.txt"]);
    row("no-permission");
    let locked = Folder::new(&[("a.txt", STORY.as_bytes()), ("b.txt", STORY.as_bytes())]);
    let shut = std::fs::Permissions::from_mode(0o000);
    std::fs::set_permissions(locked.0.join("a.txt"), shut).expect("the file is ours");
    let found = locked.load(&[""]);
    // The superuser may read everything.
    assert!(
        found[0] == "a.txt" || found[0].starts_with("a.txt: "),
        "{found:?}"
    );
    assert_eq!(found[1], "b.txt");
    row("odd-file-name");
    let odd = Folder::new(&[("a\u{202e}txt.b\n\u{200b}.txt", STORY.as_bytes())]);
    assert_eq!(odd.load(&[""]), ["a\u{202e}txt.b\n\u{200b}.txt"]);
    row("unknown-ending");
    let others = Folder::new(&[
        ("a.png", b"x"),
        ("b.txt", STORY.as_bytes()),
        (".c.txt", b"x"),
    ]);
    assert_eq!(others.load(&[""]), ["b.txt"]);
    row("no-documents");
    let none = Folder::new(&[("a.png", b"x")]).load(&[""]);
    assert!(none[0].contains("no documents in this folder"), "{none:?}");
}

#[test]
fn long_files() {
    let folder = Folder::new(&[("b.txt", STORY.as_bytes())]);
    let large = std::fs::File::create(folder.0.join("a.txt")).expect("the folder is ours");
    large.set_len(1 << 30).expect("a sparse file takes no room");
    row("huge-file");
    let found = folder.load(&[""]);
    assert!(
        found[0].starts_with("a.txt:1: longer than 256 MiB"),
        "{found:?}"
    );
    assert_eq!(found[1], "b.txt");
    let line = vec![b'x'; 100 << 20];
    check(
        "long-line",
        &[(
            "a.jsonl",
            &[&line[..], b"\n{\"id\": \"next\", \"text\": \"They met.\"}"].concat(),
        )],
        &[
            "a.jsonl:1: a line of more than 64 MiB; it is not read, the next one is",
            "next",
        ],
    );
    check(
        "long-text",
        &[("a.txt", &line)],
        &["a.txt:1: a document of 100 MiB; at most 8 are read as one, split it"],
    );
}

#[test]
fn records() {
    check("broken-line", &[("a.jsonl", b"{\"id\": \"1\", \"text\": \"They met.\"}\n{\"id\": \"2\", \"te\n\n{\"id\": \"3\", \"text\": \"They left.\"}")], &["1", "a.jsonl:2: broken JSON at column 15: one object is expected", "3"]);
    check(
        "no-object",
        &[("a.jsonl", b"[1]\n7\nnull")],
        &[
            "a.jsonl:1: not a JSON object…",
            "a.jsonl:2: not a JSON object…",
            "a.jsonl:3: not a JSON object…",
        ],
    );
    check(
        "no-text",
        &[(
            "a.jsonl",
            b"{\"titel\": \"x\"}\n{\"text\": 7}\n{\"text\": \" \"}",
        )],
        &[
            "a.jsonl:1: no field `text`; there are titel…",
            "a.jsonl:2: `text` is not a string",
            "a.jsonl:3: `text` is empty",
        ],
    );
    check(
        "no-records",
        &[
            ("a.jsonl", b"\n \n"),
            ("b.json", b"[]"),
            ("c.csv", b"text\n"),
        ],
        &[
            "a.jsonl:1: no records in this file",
            "b.json:1: no records in this file",
            "c.csv:1: no rows under the header of this table",
        ],
    );
    let deep = format!("{{\"text\": {}", "[".repeat(100_000));
    check(
        "deep-json",
        &[("a.jsonl", deep.as_bytes())],
        &["a.jsonl:1: broken JSON at column…"],
    );
    check(
        "cut-off-list",
        &[(
            "a.json",
            b"[{\"id\": \"1\", \"text\": \"They met.\"},\n{\"id\": \"2\", \"te",
        )],
        &["1", "a.json:2: broken JSON: this item has no end"],
    );
    check(
        "broken-item",
        &[(
            "a.json",
            b"[{\"id\": \"1\",, },\n{\"id\": \"2\", \"text\": \"They met.\"}]",
        )],
        &["a.json:1: broken JSON…", "2"],
    );
    row("lone-surrogate");
    let folder = Folder::new(&[("a.jsonl", br#"{"text": "They met \ud83d here."}"#), ("b.txt", b"\xff\xfeT\0h\0e\0y\0 \0m\0e\0t\0.\0 \0T\0h\0e\0y\0 \0l\0e\0f\0t\0 \0a\0g\0a\0i\0n\0 \0s\0o\0o\0n\0 \0a\0f\0t\0e\0r\0.\0 \0S\0o\0 \0d\0i\0d\0 \0w\0e\0.\0=\xd8")]);
    assert_eq!(
        folder.texts(),
        [
            "They met \u{fffd} here.",
            "They met. They left again soon after. So did we.\u{fffd}"
        ]
    );
    row("nul-in-json");
    let folder = Folder::new(&[("a.jsonl", br#"{"text": "They\u0000 met."}"#)]);
    assert_eq!(folder.texts(), ["They\0 met."]);
    check(
        "same-id",
        &[(
            "a.jsonl",
            b"{\"id\": \"1\", \"text\": \"They met.\"}\n{\"id\": \"1\", \"text\": \"They left.\"}",
        )],
        &["1", "1"],
    );
    check(
        "uneven-row",
        &[("a.csv", b"id,text\n1\n2,They met.,x\n3,They left.")],
        &[
            "a.csv:2: a row of 1 cells under a header of 2…",
            "a.csv:3: a row of 3 cells…",
            "3",
        ],
    );
    let open = [b"id,text\n1,They met.\n2,\"", &vec![b'x'; 65 << 20][..]].concat();
    check(
        "open-quotation",
        &[("a.csv", &open)],
        &[
            "1",
            "a.csv:3: a row of more than 64 MiB: is a quotation mark missing?…",
        ],
    );
    row("odd-dates");
    let folder = Folder::new(&[("a.jsonl", b"{\"text\": \"They met.\", \"date\": \"2199-01-01\"}\n{\"text\": \"They left.\", \"date\": \"2024-02-31\"}\n{\"text\": \"They slept.\", \"date\": 99999999999999999999}")]);
    let dates: Vec<_> = load(std::slice::from_ref(&folder.0))
        .map(|it| it.expect("all are read").date.map(|it| it.to_string()))
        .collect();
    assert_eq!(dates, [Some("2199-01-01".to_owned()), None, None]);
}

#[test]
fn pages_feeds_and_books() {
    let prose = "The envoys of Ruritania met in Oslo on Monday to talk about the port, officials said in a statement. ".repeat(6);
    let page = |inside: &str| {
        format!(
            "<html><head><title>Envoys meet</title></head><body><article>{inside}<p>{prose}</p></article></body></html>"
        )
    };
    row("scripts-and-comments");
    let odd = page(
        "<script>var x = '<p>Freedonia fell.</p>';</script><!-- <p>Freedonia sank.</p> --><style>p { }</style><noscript><p>Enable scripts.</p></noscript><template><p>Freedonia fled.</p></template>",
    );
    let texts = Folder::new(&[("a.html", odd.as_bytes())]).texts();
    assert!(
        texts[0].contains("The envoys of Ruritania met") && !texts[0].contains("Freedonia"),
        "{texts:?}"
    );
    let deep = format!("<html><body>{}x", "<div>".repeat(200_000));
    check(
        "deep-page",
        &[("a.html", deep.as_bytes())],
        &["a.html:1: elements are nested more than 500 deep; save the page as text"],
    );
    let many = format!("<html><body>{}", "<p>x</p>".repeat(250_000));
    check(
        "endless-page",
        &[("a.html", many.as_bytes())],
        &["a.html:1: no article found in the page…"],
    );
    let open: String = (0..400).map(|id| format!("<b id={id}>")).collect();
    let growing = page(&format!("<p>{open}{}", "<p>The envoys met.".repeat(30_000)));
    check(
        "growing-page",
        &[("a.html", growing.as_bytes())],
        &[
            "a.html:1: markup that is not closed makes more than 800000 pieces of it; save the page as text",
        ],
    );
    check(
        "no-article",
        &[("a.html", b"<html></html>")],
        &["a.html:1: no article found in the page…"],
    );
    row("unclosed-tags");
    let texts = Folder::new(&[(
        "a.html",
        page("<div><p>Ana<b>Weiss")
            .replace("</p>", "")
            .replace("</article>", "")
            .as_bytes(),
    )])
    .texts();
    assert!(
        texts[0].contains("The envoys of Ruritania met"),
        "{texts:?}"
    );
    row("wrong-charset");
    let cafe = page(
        "<meta charset=\"windows-1251\"><p>The café and the bakery in Orléans closed on Tuesday, the mayor of the city said.</p>",
    );
    let texts = Folder::new(&[("a.html", cafe.as_bytes())]).texts();
    assert!(texts[0].contains("café"), "{texts:?}");
    row("unseen-characters");
    let hidden = page(
        "<p>The army of Free\u{200b}do\u{202e}nia\u{2066} left the port on Tuesday, the mayor of the city said.</p>",
    );
    let texts = Folder::new(&[("a.html", hidden.as_bytes())]).texts();
    assert!(texts[0].contains("The army of Freedonia left"), "{texts:?}");
    check(
        "no-feed",
        &[
            ("a.xml", b"<?xml version=\"1.0\"?><map/>"),
            (
                "b.rss",
                b"<rss version=\"2.0\"><channel><title>x</title></channel></rss>",
            ),
        ],
        &[
            "a.xml:1: neither RSS nor Atom…",
            "b.rss:1: no whole entry in this feed",
        ],
    );
    let feed = b"<rss version=\"2.0\"><channel><title>x</title><item><link>https://a.example/1</link><description>They met.</description></item><item><descr";
    check("cut-off-feed", &[("a.rss", feed)], &["https://a.example/1"]);
    let warc = b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nThey met.\r\n\r\nWARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 900\r\n\r\nThey";
    check(
        "cut-off-warc",
        &[("a.warc", warc)],
        &[
            "https://a.example/1",
            "a.warc:2: record 2: the packed data is cut off; what stands before is read",
        ],
    );
    check(
        "no-warc",
        &[("a.warc", b"They met.")],
        &["a.warc:1: record 1: no WARC record starts here"],
    );
    check(
        "no-book",
        &[("a.epub", &zip(&[("mimetype", b"application/epub+zip")]))],
        &["a.epub:1: not an EPUB…"],
    );
}

#[test]
fn what_only_the_command_shows() {
    row("other-language");
    let french = "Les ministres des deux pays se sont réunis lundi à Oslo pour parler du port et des céréales qui y attendent depuis des mois, a déclaré un porte-parole du gouvernement. Ils se retrouveront la semaine prochaine.";
    Test::new()
        .file("a.txt", french)
        .file("b.txt", STORY)
        .args(&["read", "a.txt", "b.txt", "-f", "jsonl"])
        .stderr("a.txt: French, not English; passed over (--force reads it)")
        .stderr("1 read, 1 not English (French 1)")
        .stdout("\"document\":\"b.txt\"")
        .success();
    Test::new()
        .file("a.txt", french)
        .args(&["read", "a.txt", "-f", "jsonl", "--force"])
        .stdout("\"document\":\"a.txt\"")
        .success();
    row("empty-stdin");
    Test::new()
        .args(&["read", "-"])
        .stderr("stdin:1: the document is empty")
        .code(2);
    row("long-sentence");
    let long = format!("Norway met {} Latvia.", "and Estonia ".repeat(50_000));
    Test::new()
        .args(&["read", "-", "-f", "jsonl"])
        .stdin(long)
        .stdout("\"document\":\"stdin\"")
        .success();
    row("unseen-characters-in-text");
    // Spans point into the text as given, so nothing is taken out of it; the name is then another one.
    let ran = Test::new()
        .args(&["read", "-", "-f", "jsonl"])
        .stdin("Nor\u{200b}way attacked Lat\u{202e}via. Norway attacked Estonia.")
        .success();
    assert!(
        ran.stdout.contains("\"source\":\"Norway\""),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_file_that_grows_while_it_is_read_is_named() {
    use std::ops::ControlFlow;
    use whom::text::input::{Input, LoadOptions, take_apart};
    row("grows-while-read");
    let line = "{\"text\": \"They met.\"}\n";
    let folder = Folder::new(&[("a.jsonl", line.as_bytes())]);
    let path = folder.0.join("a.jsonl");
    let mut found = Vec::new();
    take_apart(
        std::slice::from_ref(&path),
        &LoadOptions::default(),
        &mut |input| {
            std::fs::write(&path, line.repeat(2)).expect("it was written before");
            found.push(input);
            ControlFlow::Continue(())
        },
    );
    assert!(matches!(found[0], Input::Piece(_)));
    let Some(Input::Fault(error)) = found.last() else {
        panic!("{found:?}");
    };
    assert!(
        error.to_string().contains("changed while it was read"),
        "{error}"
    );
}
