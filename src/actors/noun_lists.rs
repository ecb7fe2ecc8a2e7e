//! The file of telling nouns as it is written: `en/nouns.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) kind: BTreeMap<String, Vec<String>>,
    pub(super) title: Titles,
    pub(super) not_actor: NotActors,
    pub(super) place: Places,
    pub(super) state_body: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) resumes: Listed,
    #[serde(default)]
    pub(super) of_many_states: Listed,
    #[serde(default)]
    pub(super) spells_word: Listed,
    #[serde(default)]
    pub(super) relation: Listed,
    #[serde(default)]
    pub(super) moves_own: Verbs,
    #[serde(default)]
    pub(super) judging: Verbs,
    #[serde(default)]
    pub(super) impersonal: Verbs,
    #[serde(default)]
    pub(super) motion: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) round_number: Listed,
    #[serde(default)]
    pub(super) posted_abroad: Listed,
    #[serde(default)]
    pub(super) party_of: Listed,
    #[serde(default)]
    pub(super) party_letters: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) of_party: Listed,
    #[serde(default)]
    pub(super) league: Listed,
    #[serde(default)]
    pub(super) acts_as: Verbs,
    #[serde(default)]
    pub(super) seeks_office: Words,
    #[serde(default)]
    pub(super) counts: Listed,
    #[serde(default)]
    pub(super) needs_owner: Owned,
    #[serde(default)]
    pub(super) served_by: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) pair_of: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) loose: Listed,
    #[serde(default)]
    pub(super) collective: Owned,
    #[serde(default)]
    pub(super) bears_name: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) direction: Adjectives,
    #[serde(default)]
    pub(super) synonym: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) name_end: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) given_name: GivenNames,
    #[serde(default)]
    pub(super) counted_people: CountedPeople,
    #[serde(default)]
    pub(super) kinship: BTreeMap<String, Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GivenNames {
    pub(super) he: Vec<String>,
    pub(super) she: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountedPeople {
    pub(super) done_to: Vec<String>,
    pub(super) protests: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Listed {
    pub(super) nouns: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Owned {
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    pub(super) adjectives: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Verbs {
    pub(super) verbs: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Adjectives {
    pub(super) adjectives: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Titles {
    pub(super) official: Vec<String>,
    pub(super) person: Vec<String>,
    #[serde(default)]
    pub(super) stateless: Vec<String>,
    #[serde(default)]
    pub(super) heading: Vec<String>,
    #[serde(default)]
    pub(super) members: Vec<String>,
    #[serde(default)]
    pub(super) rulers: Vec<String>,
    #[serde(default)]
    pub(super) states: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) bodies: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) houses: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) abbreviations: BTreeMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NotActors {
    pub(super) heads: Vec<String>,
    #[serde(default)]
    pub(super) names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Places {
    pub(super) heads: Vec<String>,
}
