//! What phrases are coded as. The dictionary is invented, the countries are not.

use super::Dictionary;
use crate::span::Span;
use crate::syntax::Syntax;
use crate::text::{Passage, PassageKind};
use jiff::civil::{Date, date};

const ACTORS: &str = "NORWAY_ [NOR]
+NORWEGIAN
+OSLO
LATVIA_ [LVA]
+LATVIAN
NEW_LATVIA [NLV]
U.S. [USA]
THE_BK [NOREDU]
HARBOUR_LEAGUE_ [NGOHBL]
LOST_LEAGUE [---]
ANA_WEISS_ [NOR]
\t[NORGOV 20010301-20050228]
\t[NORELI >20050228]
";
const AGENTS: &str = "!PERSON! = MAN, WOMEN
SOLDIER [~MIL]
PRESS {} [~MED]
PRIME_MINISTER [~GOV]
STATE_NEWSPAPER [~GOVMED]
RIGHTS_ACTIVIST [~OPP]
CHARITY [NGO~]
FERRY!PERSON! [~BUS]
GOVERNMENT [~GOV]
";

fn dictionary() -> Dictionary {
    let mut dictionary = Dictionary::default();
    let mut errors = dictionary.read_actors("actors.txt", ACTORS);
    errors.extend(dictionary.read_agents("agents.txt", AGENTS));
    assert!(errors.is_empty(), "{errors:?}");
    dictionary
}

#[track_caller]
fn check_on(day: Option<Date>, text: &str, expected: &[&str]) {
    let passage = Passage {
        span: Span::new(0, text.len()),
        kind: PassageKind::Paragraph,
    };
    let dictionary = dictionary();
    let sentences = Syntax::embedded().parse(text, &[passage]);
    let found: Vec<String> = sentences
        .iter()
        .flat_map(|sentence| dictionary.phrases(sentence, text, day))
        .map(|phrase| format!("{} = {}", phrase.span.of(text), phrase.code))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_on(None, text, expected);
}

#[test]
fn an_agent_joins_the_actor_it_stands_beside() {
    check(
        "Norwegian soldiers met the Latvian prime minister.",
        &[
            "Norwegian soldiers = NORMIL",
            "Latvian prime minister = LVAGOV",
        ],
    );
    check(
        "Oslo's state newspaper closed.",
        &["Oslo's state newspaper = NORGOVMED"],
    );
    check(
        "The charity Harbour League left.",
        &["charity Harbour League = NGOHBL"],
    );
}

#[test]
fn an_agent_finds_its_actor_behind_a_preposition() {
    check(
        "Rights activists in Norway praised ferrywomen from Latvia.",
        &[
            "Rights activists in Norway = NOROPP",
            "ferrywomen from Latvia = LVABUS",
        ],
    );
    check("An official statement said that soldiers left.", &[]);
}

#[test]
fn actors_in_a_row_are_each_coded() {
    check(
        "Norway and Latvia thanked the U.S. government.",
        &["Norway = NOR", "Latvia = LVA", "U.S. government = USAGOV"],
    );
    check(
        "Norwegian Prime Minister Ana Weiss left.",
        &["Norwegian Prime Minister Ana Weiss = NORELIGOV"],
    );
}

#[test]
fn the_longest_phrase_wins_and_words_must_fit() {
    check("New Latvia left.", &["New Latvia = NLV"]);
    check("The BK team left.", &["The BK = NOREDU"]);
    check("They told us. Norwegians left the Lost League.", &[]);
}

#[test]
fn former_holders_are_elites() {
    check(
        "Former soldiers in Norway met Latvia's former prime ministers.",
        &[
            "soldiers in Norway = NORELI",
            "Latvia's former prime ministers = LVAELI",
        ],
    );
}

#[test]
fn a_verb_is_no_agent() {
    check(
        "Norway will press Latvia.",
        &["Norway = NOR", "Latvia = LVA"],
    );
}

#[test]
fn the_day_chooses_the_role() {
    let check = |y, m, d, code: &str| {
        let expected = format!("Ana Weiss = {code}");
        check_on(Some(date(y, m, d)), "Ana Weiss spoke.", &[&expected]);
    };
    check(1999, 1, 1, "NOR");
    check(2001, 3, 1, "NORGOV");
    check(2005, 2, 28, "NORGOV");
    check(2005, 3, 1, "NORELI");
}

#[test]
fn a_phrase_with_two_codes_is_told_with_both_places() {
    let mut dictionary = dictionary();
    let errors = dictionary.read_actors("more.txt", "KELL [KEL]\n+OSLO\nLATVIA [LVA]\n");
    let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
    let expected = "more.txt:1: \"OSLO\" has other codes by actors.txt:1, which count";
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with(expected), "{told:?}");
}
