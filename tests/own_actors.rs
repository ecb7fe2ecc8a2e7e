//! Knowledge of the user's own: tables of actors, declared identities, PETRARCH dictionaries.

use crate::command::Test;

/// Reads a text printed on a day, with files of actors.
fn read(day: &str, text: &str, files: &[(&str, &str)]) -> Test {
    let article = format!("{{\"id\": \"a\", \"date\": \"{day}\", \"text\": \"{text}\"}}\n");
    let mut test = Test::new()
        .file("a.jsonl", article)
        .args(&["read", "a.jsonl", "-f", "jsonl"]);
    for (name, content) in files {
        test = test.file(name, content).args(&["--actors", name]);
    }
    test
}

/// Checks that a text has an actor with an id, a kind, a country and a code.
#[track_caller]
fn check(test: Test, id: &str, expected: [&str; 3]) {
    let printed = test.success().stdout.clone();
    let reading: serde_json::Value = serde_json::from_str(&printed).expect("one reading");
    let actors = reading["actors"].as_array().expect("a list of actors");
    let actor = actors.iter().find(|actor| actor["id"] == id);
    let actor = actor.unwrap_or_else(|| panic!("no {id} in {printed}"));
    let cell = |name: &str| actor[name].as_str().unwrap_or("").to_owned();
    let found = [cell("kind"), cell("country"), cell("code")];
    assert_eq!(found, expected.map(str::to_owned), "{printed}");
}

const ROLES: &str = "\
VARN_HOLDE_ # invented
+NORWEGIAN_MINISTER_VARN_HOLDE
\t[NORGOV 20100101-20141231]
\t[NORREB >20150101]
KELL_HARBOUR_GUARD [NORMIL]
ZORN_RELIEF_FUND [NGO]
NORTHERN_FISH_COUNCIL [IGOFSH]
";

#[test]
fn a_table_adds_actors_and_names() {
    let mine = "org/kelp\torganization\tKelp Watch\tNorway\tWatchers of Kelp\n";
    let kelp = ["organization", "Norway", ""];
    let text = "The Watchers of Kelp accused Latvia of fraud.";
    check(
        read("2020-01-01", text, &[("mine.tsv", mine)]),
        "org/kelp",
        kelp,
    );
    let more = "igo/un\tintergovernmental\tGlobe Assembly\t\tthe Globe\n";
    let un = ["intergovernmental", "", ""];
    let text = "The Globe Assembly criticised Latvia.";
    check(
        read("2020-01-01", text, &[("mine.tsv", more)]),
        "igo/un",
        un,
    );
}

#[test]
fn the_day_of_the_document_chooses_role_kind_and_code() {
    let roles = [("roles.txt", ROLES)];
    let id = "petrarch/varn-holde";
    let text = "Varn Holde criticised Latvia.";
    let minister = ["official", "Norway", "NORGOV"];
    check(read("2012-06-01", text, &roles), id, minister);
    let ran = read(
        "2012-06-01",
        "Norwegian Minister Varn Holde met Latvia.",
        &roles,
    )
    .success();
    assert!(
        ran.stdout.contains("\"name\":\"Varn Holde\""),
        "{}",
        ran.stdout
    );
    let rebel = ["person", "Norway", "NORREB"];
    check(read("2016-06-01", text, &roles), id, rebel);
    let text = "Norwegian Minister Varn Holde criticised Latvia.";
    check(read("2012-06-01", text, &roles), id, minister);
}

#[test]
fn codes_tell_what_bodies_are() {
    let roles = [("roles.txt", ROLES)];
    let text = "The Kell Harbour Guard and the Zorn Relief Fund accused the Northern Fish Council.";
    let guard = ["unit", "Norway", "NORMIL"];
    check(
        read("2012-06-01", text, &roles),
        "petrarch/kell-harbour-guard",
        guard,
    );
    let fund = ["organization", "", "NGO"];
    check(
        read("2012-06-01", text, &roles),
        "petrarch/zorn-relief-fund",
        fund,
    );
    let council = ["intergovernmental", "", "IGOFSH"];
    check(
        read("2012-06-01", text, &roles),
        "petrarch/northern-fish-council",
        council,
    );
}

#[test]
fn a_dictionary_finds_the_actors_that_whom_knows() {
    let names = "NORWAY_ [NOR]\n+THE_FJORD_KINGDOM\nIAEA_ [IGOUNOIAE]\n";
    let agents = "SOLDIER [~MIL]\n";
    let files = [("names.txt", names), ("agents.txt", agents)];
    let text = "The Fjord Kingdom criticised the IAEA. Norwegian soldiers attacked Latvia.";
    let day = "2020-01-01";
    check(
        read(day, text, &files),
        "country/NO",
        ["country", "Norway", "NOR"],
    );
    check(
        read(day, text, &files),
        "igo/iaea",
        ["intergovernmental", "", "IGOUNOIAE"],
    );
}

#[test]
fn phrases_are_coded_by_their_agents() {
    let names = "OSLO [NORGOV]\nNORWAY_ [NOR]\n+NORWEGIAN\nTHE_FJORD_LEAGUE [IGOFJL]\n";
    let agents = "SOLDIER [~MIL]\nACTIVIST [~OPP]\n";
    let files = [("names.txt", names), ("agents.txt", agents)];
    let text =
        "Norwegian soldiers attacked Latvia. Activists in Norway criticised the Fjord League.";
    let day = "2020-01-01";
    check(
        read(day, text, &files),
        "unit/norwegian-military",
        ["unit", "Norway", "NORMIL"],
    );
    check(
        read(day, text, &files),
        "country/NO",
        ["country", "Norway", "NOR"],
    );
    check(
        read(day, text, &files),
        "petrarch/fjord-league",
        ["intergovernmental", "", "IGOFJL"],
    );
}

#[test]
fn ids_declared_the_same_are_one_actor() {
    let same = "person/petra-holm\tsame_as\tperson/ana-weiss\n";
    let text = "Ana Weiss criticised Latvia. Petra Holm praised Norway.";
    let ran = read("2020-01-01", text, &[("same.tsv", same)]).success();
    let people = ran.stdout.matches("\"id\":\"person/").count();
    assert_eq!(people, 1, "{}", ran.stdout);
    assert!(
        ran.stdout.contains("\"id\":\"person/ana-weiss\""),
        "{}",
        ran.stdout
    );
}

#[test]
fn graphs_merge_by_the_declared_identities() {
    let article = "Ana Weiss criticised Latvia. Petra Holm praised Norway.";
    let graph = Test::new()
        .stdin(article)
        .args(&["read", "-", "-f", "json"])
        .success();
    assert!(graph.stdout.contains("\"person/petra-holm\""));
    let merged = Test::new()
        .file("g.json", &graph.stdout)
        .file("same.tsv", "person/petra-holm\tsame_as\tperson/ana-weiss\n")
        .args(&["merge", "g.json", "--actors", "same.tsv"])
        .success();
    assert!(
        !merged.stdout.contains("\"person/petra-holm\""),
        "{}",
        merged.stdout
    );
    assert!(
        merged.stdout.contains("\"person/ana-weiss\""),
        "{}",
        merged.stdout
    );
}

#[test]
fn bad_lines_of_a_dictionary_are_noted_and_the_rest_is_read() {
    let broken =
        "\t[NOR]\nKELL_GUARD [NORMIL\nZORN_FUND [NGO]\nYEL\u{fffd}D [NGO]\nZORN_FUND [MNC]\n";
    read(
        "2020-01-01",
        "The Zorn Fund accused Latvia.",
        &[("x.txt", broken)],
    )
    .stderr("x.txt:1: belongs to no actor")
    .stderr("x.txt:2: unpaired bracket, expected codes as [CODE]")
    .stderr("x.txt:4: not UTF-8, so the line is passed over; save the file as UTF-8")
    .stderr("x.txt:5: \"ZORN FUND\" has other codes by x.txt:3, which count; remove one of the two")
    .stdout("petrarch/zorn-fund")
    .success();
}

/// Checks that a file of actors is refused with a message.
#[track_caller]
fn refused(content: impl AsRef<[u8]>, message: &str) {
    let ran = Test::new()
        .file("x.tsv", content)
        .args(&["read", "-", "-f", "jsonl", "--actors", "x.tsv"])
        .stdin("Norway accused Latvia.")
        .stderr(message)
        .code(2);
    assert_eq!(ran.stdout, "", "nothing is read with half a file");
}

#[test]
fn a_malformed_table_is_refused_with_its_line_and_a_remedy() {
    refused(
        "a/b\tknight\tB\n",
        "x.tsv:1: unknown kind \"knight\", expected one of country",
    );
    refused("a/b\tknight\tB\n", "same_as or not_same_as");
    refused(
        "a/b\tagency\tB\n# note\na/b\tagency\tC\n",
        "x.tsv:3: id \"a/b\" stands in x.tsv:1 already; join the rows or give this one another id",
    );
    refused(
        "igo/un\tagency\tB\n",
        "x.tsv:1: id \"igo/un\" is the intergovernmental United Nations of en/actors.tsv:",
    );
    refused(
        "a/b\tagency\tB\tNowhere\n",
        "x.tsv:1: country \"Nowhere\" is not in countries.tsv",
    );
    refused(
        b"a/b\tagency\tB\na/c\tagency\tC\xe9\n",
        "x.tsv:2: not UTF-8; save the file as UTF-8",
    );
    refused("just words\n", "x.tsv:1: no actors found; expected a table");
}

#[test]
fn contradictions_are_refused_with_every_row_of_them() {
    refused(
        "igo/un\tsame_as\tperson/b\nperson/b\tsame_as\tperson/c\nperson/c\tnot_same_as\tigo/un\n",
        "x.tsv:3: person/c not_same_as igo/un contradicts x.tsv:1 (igo/un same_as person/b), x.tsv:2 (person/b same_as person/c); remove one of them",
    );
    refused(
        "Ana\tsame_as\tperson/b\n",
        "x.tsv:1: \"Ana\" is no id; expected that of a listed actor",
    );
    refused(
        "person/b\tsame_as\tperson/b\n",
        "x.tsv:1: both ids are the same",
    );
}

/// Checks what a data folder with one file of its own is refused for.
#[track_caller]
fn refused_data(name: &str, content: &str, message: &str) {
    let folder = std::env::temp_dir().join(format!("whom-data-{}-{name}", std::process::id()));
    std::fs::create_dir_all(folder.join("en")).expect("a temporary folder can be made");
    std::fs::write(folder.join("en").join(name), content).expect("the folder was made above");
    Test::new()
        .args(&["read", "-", "-f", "jsonl", "--data"])
        .arg(folder.to_string_lossy())
        .stdin("Norway accused Latvia.")
        .stderr(message)
        .code(2);
    let _ = std::fs::remove_dir_all(&folder);
}

#[test]
fn terms_of_office_are_checked() {
    let nobody = "person/no-body\tNorway\tpresident\t2001\t\n";
    refused_data(
        "terms.tsv",
        nobody,
        "en/terms.tsv:1: \"person/no-body\" is no person of leaders.tsv",
    );
    let undated = "person/vladimir-putin\tRussia\tpresident\t\t\n";
    refused_data(
        "terms.tsv",
        undated,
        "en/terms.tsv:1: office and from must not be empty",
    );
    let reversed = "person/vladimir-putin\tRussia\tpresident\t2008\t2001\n";
    refused_data("terms.tsv", reversed, "before it begins on 2008-01-01");
    let codes = "NOR\tNorway\t\t\t\nNOR\tNorway\t\t\t\n";
    refused_data(
        "codes.tsv",
        codes,
        "en/codes.tsv:2: the code NOR stands above already",
    );
}

#[test]
fn the_holder_of_an_office_is_that_of_the_day() {
    let text = "The Russian president criticised Latvia.";
    let putin = ["official", "Russia", ""];
    check(
        read("2005-03-01", text, &[]),
        "person/vladimir-putin",
        putin,
    );
    check(
        read("2010-03-01", text, &[]),
        "person/dmitry-medvedev",
        putin,
    );
    check(
        read("2013-03-01", text, &[]),
        "person/vladimir-putin",
        putin,
    );
    let text = "The Russian prime minister criticised Latvia.";
    check(
        read("2010-03-01", text, &[]),
        "person/vladimir-putin",
        putin,
    );
}

#[test]
fn codes_are_checked_against_the_cases_of_event_coders() {
    let case = "{\"id\": \"c1\", \"text\": \"Norwegian soldiers attacked Latvia.\", \"meta\": {\"category\": \"AGENT\", \"date\": \"20200101\"}, \"gold\": [{\"source_code\": \"NORMIL\", \"target_code\": \"LVA\"}]}\n";
    let wrong = case.replace("c1", "c2").replace("NORMIL", "NORGOV");
    Test::new()
        .file("cases.jsonl", format!("{case}{wrong}"))
        .file("actors.txt", "NORWAY_ [NOR]\n+NORWEGIAN\nLATVIA_ [LVA]\n")
        .file("agents.txt", "SOLDIER [~MIL]\n")
        .args(&["eval", "--petrarch", "cases.jsonl", "--failures"])
        .args(&["--actors", "actors.txt", "--actors", "agents.txt"])
        .stdout("AGENT           2      1  50.0 %      1  50.0 %\n")
        .stdout("  c2: expected NORGOV > LVA, found NORMIL, LVA\n")
        .success();
}
