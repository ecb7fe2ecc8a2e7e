//! What sentences say about who takes part. Each line is `words > actor`, optionally with kind
//! and country.

use super::{Cast, Gazetteer, MentionForm, find};
use crate::Error;
use crate::span::Span;
use crate::syntax::Syntax;
use crate::text::{Document, Passage, PassageKind};
use std::borrow::Cow;
use std::sync::OnceLock;

fn file(name: &str) -> Result<Cow<'static, str>, Error> {
    let text = match name {
        "en/countries.tsv" => include_str!("../data/en/countries.tsv"),
        "en/places.tsv" => include_str!("../data/en/places.tsv"),
        "en/actors.tsv" => include_str!("../data/en/actors.tsv"),
        "en/leaders.tsv" => include_str!("../data/en/leaders.tsv"),
        "en/terms.tsv" => include_str!("../data/en/terms.tsv"),
        "en/codes.tsv" => include_str!("../data/en/codes.tsv"),
        "en/nouns.toml" => include_str!("../data/en/nouns.toml"),
        _ => "",
    };
    Ok(Cow::Borrowed(text))
}

fn gazetteer() -> &'static Gazetteer {
    static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
    GAZETTEER.get_or_init(|| Gazetteer::load(&file).expect("the embedded tables are well formed"))
}

/// Returns who takes part in a text.
fn cast_of(text: &str) -> Cast {
    let document = Document {
        text: text.to_string(),
        date: Some(jiff::civil::date(2024, 10, 21)),
        ..Document::default()
    };
    let passage = Passage {
        span: Span::new(0, text.len()),
        kind: PassageKind::Paragraph,
    };
    let sentences = Syntax::embedded().parse(text, &[passage]);
    find(gazetteer(), &document, &sentences)
}

/// Returns `words > actor [kind, country]` for every mention of a text.
fn mentions(text: &str) -> Vec<String> {
    let cast = cast_of(text);
    let line = |mention: &super::Mention| {
        let actor = cast.actor(mention.actor);
        let country = actor.country.as_deref().unwrap_or("none");
        let words = mention.span.of(text);
        format!(
            "{words} > {} [{}, {country}]",
            actor.name,
            actor.kind.as_str()
        )
    };
    cast.mentions.iter().map(line).collect()
}

/// Checks that a text mentions the actors; kind and country may be left out.
#[track_caller]
pub(super) fn check(text: &str, expected: &[&str]) {
    let found = mentions(text);
    for wanted in expected {
        let fits = |line: &String| line == wanted || line.split(" [").next() == Some(wanted);
        assert!(found.iter().any(fits), "{wanted}\nnot among {found:#?}");
    }
}

/// Checks that words of a text are no mention.
#[track_caller]
pub(super) fn check_not(text: &str, words: &[&str]) {
    let found = mentions(text);
    for word in words {
        let start = format!("{word} > ");
        let there = found.iter().find(|line| line.starts_with(&start));
        assert!(there.is_none(), "{there:?}");
    }
}

#[test]
fn a_capital_that_acts_is_its_state() {
    check(
        "Oslo denied the claim.",
        &["Oslo > Norway [country, Norway]"],
    );
    check("The envoys met in Oslo.", &["Oslo > Oslo [place, Norway]"]);
}

#[test]
fn soldiers_of_a_state_are_its_military() {
    let military = "Norwegian military [unit, Norway]";
    check(
        "Norwegian soldiers left the valley.",
        &[&format!("Norwegian soldiers > {military}")],
    );
    check(
        "Norway sent 300 soldiers to Latvia.",
        &[&format!("300 soldiers > {military}")],
    );
    check(
        "Norway moved its army to the border.",
        &[&format!("its army > {military}")],
    );
    check(
        "Norway’s troops crossed the river.",
        &[&format!("Norway’s troops > {military}")],
    );
}

#[test]
fn a_nation_inside_another_mention_is_a_mention_of_its_own() {
    check("Norwegian soldiers left.", &["Norwegian > Norway"]);
    check(
        "Oslo-backed rebels fled.",
        &[
            "Oslo > Norway",
            "Oslo-backed rebels > Oslo-backed rebels [armed_group, none]",
        ],
    );
}

#[test]
fn a_government_is_its_state() {
    check(
        "The Norwegian government resigned.",
        &["The Norwegian government > Norway"],
    );
    check(
        "Norwegian officials praised the plan.",
        &["Norwegian officials > Norwegian officials [agency, Norway]"],
    );
}

#[test]
fn a_title_tells_the_office_and_the_country() {
    check(
        "Norwegian Foreign Minister Ana Weiss met reporters. Weiss smiled.",
        &[
            "Ana Weiss > Ana Weiss [official, Norway]",
            "Weiss > Ana Weiss",
        ],
    );
    check(
        "Ana Weiss, the governor of the bank, resigned.",
        &[
            "Ana Weiss > Ana Weiss [official, none]",
            "the governor > Ana Weiss",
        ],
    );
    check(
        "Ana Weiss, a lawyer, spoke.",
        &["Ana Weiss > Ana Weiss [person, none]"],
    );
}

#[test]
fn spellings_of_a_surname_are_one_person() {
    check(
        "Petro Orlovskyi spoke first. Orlovsky then left Latvia.",
        &[
            "Petro Orlovskyi > Petro Orlovskyi",
            "Orlovsky > Petro Orlovskyi",
        ],
    );
}

#[test]
fn an_abbreviation_in_brackets_is_another_name() {
    check(
        "The Institute for Nordic Reform (INR) published the map. The INR said that Latvia agreed.",
        &[
            "Institute for Nordic Reform > Institute for Nordic Reform [organization, none]",
            "INR > Institute for Nordic Reform",
        ],
    );
}

#[test]
fn groups_are_named_by_their_phrase() {
    check(
        "Military experts doubt the figures.",
        &["Military experts > military experts [group, none]"],
    );
    check(
        "About 150 asylum seekers reached Malta.",
        &["About 150 asylum seekers > asylum seekers"],
    );
    check(
        "A Norwegian soldier filmed it.",
        &["A Norwegian soldier > Norwegian military"],
    );
}

#[test]
fn relations_of_an_actor_are_not_its_own() {
    check(
        "Norway thanked its northern allies.",
        &["its northern allies > northern allies [group, none]"],
    );
    check(
        "Ana Weiss mocked her opponents.",
        &["her opponents > Ana Weiss's opponents"],
    );
}

#[test]
fn one_of_a_body_speaks_for_it() {
    check(
        "An official of the Pentagon confirmed it.",
        &["An official > Pentagon"],
    );
}

#[test]
fn pronouns_find_the_subject_before_them() {
    check(
        "Norway warned Latvia. It recalled its envoy.",
        &["It > Norway", "its > Norway"],
    );
    check(
        "Ana Weiss met Jon Berg on Monday. She thanked him.",
        &["She > Ana Weiss"],
    );
    check(
        "Ana Weiss said that Jon Berg attacked her.",
        &["her > Ana Weiss"],
    );
    check(
        "Norwegian soldiers fled because they were hungry.",
        &["they > Norwegian military"],
    );
}

#[test]
fn a_pronoun_for_a_thing_is_no_mention() {
    check_not(
        "Norway signed the treaty. The treaty failed because it was weak.",
        &["it"],
    );
    check_not(
        "Norway noted that it is unclear whether Latvia agreed.",
        &["it"],
    );
}

#[test]
fn a_short_name_needs_the_full_name_before_it() {
    check(
        "North Korea fired a missile. The North denied it.",
        &["The North > North Korea"],
    );
    check_not("The North is cold.", &["The North"]);
}

#[test]
fn an_office_is_held_by_whom_the_text_named() {
    check(
        "Norwegian Prime Minister Ana Weiss flew to Riga. The prime minister met students.",
        &["The prime minister > Ana Weiss"],
    );
}

#[test]
fn names_of_actors_are_unique_and_mentions_are_sorted() {
    let text =
        "Norwegian troops met Latvian troops. They trained with the Norwegian army near Riga.";
    let cast = cast_of(text);
    let mut names: Vec<&str> = cast
        .actors
        .iter()
        .map(|actor| actor.name.as_str())
        .collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(cast.mentions.is_sorted_by_key(|m| (m.sentence, m.head)));
    for mention in &cast.mentions {
        assert!(mention.first <= mention.head && mention.head <= mention.last);
        let pronoun = mention.form == MentionForm::Pronoun;
        let words = mention.span.of(text).to_lowercase();
        assert_eq!(pronoun, words == "they", "{words}");
    }
}

#[test]
fn an_unknown_kind_names_file_and_line() {
    let broken = |name: &str| match name {
        "en/actors.tsv" => Ok(Cow::Borrowed("# x\nx/y\tknight\tY\t\t\n")),
        _ => file(name),
    };
    let message = Gazetteer::load(&broken)
        .expect_err("knight is no kind")
        .to_string();
    assert!(
        message.starts_with("en/actors.tsv:2: unknown kind \"knight\", expected one of country"),
        "{message}"
    );
}

#[test]
fn after_a_quotation_a_pronoun_takes_up_whoever_spoke() {
    let text = "“The government has left the nurses alone,” said Maria Holm of the Harbour Union. “Sean Dahl \
        is not listening. The wards are full. Nobody answers. It is late.” She left for Oslo.";
    check(text, &["She > Maria Holm"]);
}

#[test]
fn a_phrase_of_place_makes_a_place_of_an_unlisted_name() {
    check(
        "Sudan's army took the town of Wad Karimi.",
        &["Wad Karimi > Wad Karimi [place, none]"],
    );
}

#[test]
fn bodies_of_two_states_may_share_their_noun() {
    let both = &[
        "Polish and Czech officials > Polish officials",
        "Czech > Czech officials",
    ];
    check("Polish and Czech officials left.", both);
    check(
        "Officials in Warsaw and Prague left.",
        &["Prague > Czech officials"],
    );
}

#[test]
fn an_event_in_capitals_is_no_body() {
    check_not(
        "Ana Weiss is tired of the War in Ukraine.",
        &["War in Ukraine"],
    );
}

#[test]
fn a_given_name_may_be_that_of_a_place() {
    check(
        "Brittany Weiss accused Latvia of lying.",
        &["Brittany Weiss > Brittany Weiss [person, none]"],
    );
    check(
        "Kenya Brandt was arrested by Norway.",
        &["Kenya Brandt > Kenya Brandt [person, none]"],
    );
}

#[test]
fn a_name_with_a_preposition_is_headed_by_its_first_noun() {
    // "fined" has "Doctors" for its object, whatever "Without Borders" hangs on.
    let text = "Latvia fined Doctors Without Borders.";
    let cast = cast_of(text);
    assert!(cast.at(0, 2).is_some(), "{:?}", cast.mentions);
}

#[test]
fn miners_are_people() {
    check(
        "Miners left the valley.",
        &["Miners > miners [group, none]"],
    );
}

#[test]
fn a_union_keeps_the_name_of_its_workers() {
    let text = "The Harbour Workers' Union threatened to strike if the company cut jobs.";
    check(
        text,
        &["Harbour Workers' Union > Harbour Workers' Union [organization, none]"],
    );
}
