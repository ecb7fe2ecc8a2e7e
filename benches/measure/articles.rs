//! Invented news, made by drawing from lists: the same articles on every machine.

/// Who acts; places and names are nobody's.
const ACTORS: [&str; 16] = [
    "the government of Norland",
    "Ostmark",
    "the Veria Ministry of Defence",
    "the Kell army",
    "Harbour Minister Ana Tolle",
    "the League of Sund",
    "the Halden Herald",
    "Orsk Harbour Works",
    "the Marrow Relief Association",
    "Tolle's deputy, Per Brask",
    "dock workers in Port Quent",
    "the Iveria Liberation Front",
    "the mayor of Zerin, Mara Lind",
    "Norway",
    "the Latvian foreign ministry",
    "a spokesman for the coast guard",
];

/// What they do; `{}` is whom they do it to.
const DEEDS: [&str; 14] = [
    "sent three trucks of blankets to {}",
    "accused {} of blocking the strait, where two ferries have waited since spring",
    "will train forty officers of {} at a school outside the capital",
    "signed an agreement with {} on the use of the northern quay",
    "denied that {} had attacked the convoy",
    "met a delegation of {} behind closed doors and left without a word to reporters",
    "has not paid {} for the cranes that were delivered last year",
    "may withdraw its boats from the bay if {} agrees to an inspection",
    "criticised {} for the long delay, which has cost the town half of its trade",
    "promised to lend {} sixty million crowns over ten years",
    "was urged by {} to open the archive",
    "rejected a proposal of {} that would have moved the border post",
    "imposed sanctions on {} after the talks in Halden had failed",
    "praised {}, saying that the harbour would not have been rebuilt without its help",
];

/// Who says so, or nobody; `{}` is the deed, a clause of its own.
const FRAMES: [&str; 8] = [
    "{}.",
    "{}.",
    "{} on Tuesday.",
    "{}, according to the Halden Herald.",
    "\"We have seen the papers,\" she said, and added that {}.",
    "Two people who were at the table said that {}.",
    "Officials in Port Quent reported late on Friday that {}.",
    "It is still unclear whether {}.",
];

/// What stands between, with no actor to find.
const FILLERS: [&str; 6] = [
    "The weather was mild, and the market opened an hour late.",
    "Prices of herring have risen by a fifth since the winter, more than anybody had expected.",
    "Nothing in the report, which has 214 pages and took two years, explains the missing entries.",
    "A second hearing will be held in June.",
    "The bridge, built in 1931 and closed twice for repairs, carries some 4,000 cars a day.",
    "Many of those who left have since come back.",
];

/// Sentences of an article, about as many words as a report of an agency has.
const SENTENCES: usize = 18;

/// Returns articles as lines of JSON.
pub fn articles(count: usize) -> String {
    let mut draw = Draw(7);
    let article = |number: usize| {
        let mut paragraphs = Vec::new();
        for at in 0..SENTENCES {
            let [actor, other] = [0, 1].map(|_| draw.of(&ACTORS));
            let deed = draw.of(&DEEDS).replace("{}", other);
            let frame = draw.of(&FRAMES);
            let told = frame.replace("{}", &format!("{actor} {deed}"));
            let sentence = upper(&told);
            match at % 3 {
                0 => paragraphs.push(sentence),
                1 => paragraphs.push(format!("{sentence} {}", draw.of(&FILLERS))),
                _ => {
                    let last = paragraphs.last_mut().expect("the first sentence made one");
                    last.push(' ');
                    last.push_str(&sentence);
                }
            }
        }
        let article = serde_json::json!({
            "id": format!("article {number:05}"),
            "title": format!("Report {number} from the harbour"),
            "date": format!("2024-{:02}-{:02}", number % 12 + 1, number % 28 + 1),
            "text": paragraphs.join("\n\n"),
        });
        format!("{article}\n")
    };
    (0..count).map(article).collect()
}

fn upper(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Random numbers that are the same every time (Knuth's constants).
struct Draw(u64);

impl Draw {
    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        list[(self.0 >> 33) as usize % list.len()]
    }
}
