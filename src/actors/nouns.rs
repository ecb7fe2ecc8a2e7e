//! Nouns that tell what somebody is: kinds, titles, bodies of a state, places, and no actors.

use super::ActorKind;
use super::draft::Gender;
use super::endings::{before, endings, of_phrase};
use super::noun_lists::File;
use super::spelling;
use super::tree::Tree;
use crate::Error;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// What a word beside a person's name says of the bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Title {
    /// Public, party or military office.
    Office,
    /// Any other calling, kinship or courtesy.
    Other,
}

/// The telling nouns of the data folder.
#[derive(Debug, Default)]
pub(super) struct Nouns {
    kinds: FxHashMap<String, ActorKind>,
    pub(super) titles: FxHashMap<String, Title>,
    pub(super) abbreviations: FxHashMap<String, String>,
    pub(super) stateless: FxHashSet<String>,
    pub(super) title_states: FxHashMap<String, String>,
    pub(super) title_bodies: FxHashMap<String, String>,
    pub(super) title_houses: FxHashMap<String, Vec<String>>,
    pub(super) heading: FxHashSet<String>,
    pub(super) members: FxHashSet<String>,
    pub(super) rulers: FxHashSet<String>,
    places: FxHashSet<String>,
    not_actors: FxHashSet<String>,
    not_actor_names: FxHashSet<String>,
    bodies: FxHashMap<String, String>,
    resuming: FxHashSet<String>,
    of_many_states: FxHashSet<Vec<String>>,
    spell_words: FxHashSet<String>,
    relations: FxHashSet<String>,
    moving: FxHashSet<String>,
    judging: FxHashSet<String>,
    impersonal: FxHashSet<String>,
    motion: BTreeMap<String, Vec<String>>,
    round: FxHashSet<String>,
    posted: FxHashSet<String>,
    done_to_people: FxHashSet<String>,
    protests: FxHashSet<String>,
    party_of: FxHashSet<String>,
    party_letters: FxHashMap<String, String>,
    partys: FxHashSet<String>,
    leagues: FxHashSet<String>,
    acting_as: FxHashSet<String>,
    pub(super) seeking: FxHashSet<String>,
    counting: FxHashSet<String>,
    owned: FxHashSet<String>,
    beside_owned: FxHashSet<String>,
    serving: FxHashMap<String, Vec<String>>,
    pairs: FxHashMap<String, Vec<String>>,
    loose: FxHashSet<String>,
    collective: FxHashSet<String>,
    open_adjectives: FxHashSet<String>,
    bearing: FxHashMap<String, ActorKind>,
    directions: FxHashSet<String>,
    synonyms: FxHashMap<String, String>,
    name_ends: FxHashMap<String, ActorKind>,
    given: FxHashMap<String, Gender>,
    kinship: BTreeMap<String, Vec<String>>,
}

impl Nouns {
    /// Reads the file; an error names its line.
    pub(super) fn parse(file: &str, text: &str) -> Result<Nouns, Error> {
        let parsed: File = toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let line = text[..start].matches('\n').count() + 1;
            Error::data(file, line, error.message())
        })?;
        let mut nouns = Nouns::default();
        let lists = [parsed.kind, parsed.name_end, parsed.bears_name];
        let into = [&mut nouns.kinds, &mut nouns.name_ends, &mut nouns.bearing];
        for (list, kinds) in lists.into_iter().zip(into) {
            for (kind, words) in list {
                let Some(actor_kind) = ActorKind::from_name(&kind) else {
                    let allowed: Vec<&str> =
                        ActorKind::ALL.into_iter().map(ActorKind::as_str).collect();
                    let line = text.lines().position(|l| l.starts_with(&kind)).unwrap_or(0) + 1;
                    let message = format!(
                        "unknown kind {kind:?}, expected one of {}",
                        allowed.join(", ")
                    );
                    return Err(Error::data(file, line, message));
                };
                kinds.extend(words.into_iter().map(|word| (word, actor_kind)));
            }
        }
        let titles = |words: Vec<String>, title| words.into_iter().map(move |word| (word, title));
        nouns
            .titles
            .extend(titles(parsed.title.person, Title::Other));
        nouns
            .titles
            .extend(titles(parsed.title.official, Title::Office));
        nouns.abbreviations = parsed.title.abbreviations.into_iter().collect();
        nouns.stateless = parsed.title.stateless.into_iter().collect();
        for (state, words) in parsed.title.states {
            let told = words.into_iter().map(|word| (word, state.clone()));
            nouns.title_states.extend(told);
        }
        for (body, words) in parsed.title.bodies {
            let office = |word: &String| (word.clone(), Title::Office);
            nouns.titles.extend(words.iter().map(office));
            let told = words.into_iter().map(|word| (word, body.clone()));
            nouns.title_bodies.extend(told);
        }
        for (house, words) in parsed.title.houses {
            for word in words {
                let houses = nouns.title_houses.entry(word).or_default();
                houses.push(house.clone());
            }
        }
        nouns.heading = parsed.title.heading.into_iter().collect();
        nouns.members = parsed.title.members.into_iter().collect();
        nouns.rulers = parsed.title.rulers.into_iter().collect();
        nouns.places = parsed.place.heads.into_iter().collect();
        nouns.not_actors = parsed.not_actor.heads.into_iter().collect();
        nouns.not_actor_names = parsed.not_actor.names.into_iter().collect();
        nouns.resuming = parsed.resumes.nouns.into_iter().collect();
        nouns.spell_words = parsed.spells_word.nouns.into_iter().collect();
        let bare = parsed.of_many_states.nouns.iter();
        nouns.of_many_states = bare.map(|name| spelling::folded(name)).collect();
        nouns.relations = parsed.relation.nouns.into_iter().collect();
        nouns.moving = parsed.moves_own.verbs.into_iter().collect();
        nouns.judging = parsed.judging.verbs.into_iter().collect();
        nouns.impersonal = parsed.impersonal.verbs.into_iter().collect();
        nouns.motion = parsed.motion;
        nouns.round = parsed.round_number.nouns.into_iter().collect();
        nouns.done_to_people = parsed.counted_people.done_to.into_iter().collect();
        nouns.protests = parsed.counted_people.protests.into_iter().collect();
        nouns.posted = parsed.posted_abroad.nouns.into_iter().collect();
        nouns.party_of = parsed.party_of.nouns.into_iter().collect();
        nouns.party_letters = parsed.party_letters.into_iter().collect();
        nouns.partys = parsed.of_party.nouns.into_iter().collect();
        nouns.leagues = parsed.league.nouns.into_iter().collect();
        nouns.acting_as = parsed.acts_as.verbs.into_iter().collect();
        nouns.seeking = parsed.seeks_office.words.into_iter().collect();
        let given = parsed.given_name;
        let he = given.he.into_iter().map(|name| (name, Gender::He));
        let she = given.she.into_iter().map(|name| (name, Gender::She));
        nouns.given.extend(he.chain(she));
        nouns.kinship = parsed.kinship;
        nouns.counting = parsed.counts.nouns.into_iter().collect();
        nouns.owned = parsed.needs_owner.nouns.into_iter().collect();
        nouns.beside_owned = parsed.needs_owner.adjectives.into_iter().collect();
        nouns.serving = parsed.served_by.into_iter().collect();
        nouns.pairs = parsed.pair_of.into_iter().collect();
        nouns.loose = parsed.loose.nouns.into_iter().collect();
        nouns.collective = parsed.collective.nouns.into_iter().collect();
        nouns.open_adjectives = parsed.collective.adjectives.into_iter().collect();
        nouns.directions = parsed.direction.adjectives.into_iter().collect();
        for (word, others) in parsed.synonym {
            let same = others.into_iter().map(|other| (other, word.clone()));
            nouns.synonyms.extend(same);
        }
        for (name, words) in parsed.state_body {
            nouns
                .bodies
                .extend(words.into_iter().map(|word| (word, name.clone())));
        }
        Ok(nouns)
    }

    /// Returns the kind of what a noun heads, by the longest entry that ends in it.
    pub(super) fn kind(&self, tree: &Tree<'_>, head: u32) -> Option<ActorKind> {
        endings(tree, head).find_map(|phrase| self.kinds.get(&phrase).copied())
    }

    /// Returns the kind that a word of a name tells.
    pub(super) fn kind_of_word(&self, word: &str) -> Option<ActorKind> {
        self.kinds.get(&word.to_lowercase()).copied()
    }

    /// Returns the kind of what bears a name that ends in a word: "Herald", "Ltd".
    pub(super) fn kind_of_name(&self, last: &str) -> Option<ActorKind> {
        self.name_ends.get(&last.to_lowercase()).copied()
    }

    /// Returns whether a given name is a man's or a woman's, where nearly all its bearers are.
    pub(super) fn gender(&self, given: &str) -> Gender {
        self.given.get(given).copied().unwrap_or_default()
    }

    /// Returns whether who a noun for kin means bears the family's name: `None` where it means no kin.
    pub(super) fn kin(&self, lemma: &str) -> Option<bool> {
        let blood = self.is_kin("blood", lemma);
        (blood || self.is_kin("marriage", lemma)).then_some(blood)
    }

    /// Returns whether a noun is one of a sort of kin: nobody has more than one of the sort `only`.
    pub(super) fn is_kin(&self, sort: &str, lemma: &str) -> bool {
        let words = self.kinship.get(sort);
        words.is_some_and(|words| words.iter().any(|word| word == lemma))
    }

    /// Returns the kind that is told of the body of a state by its name's last word.
    pub(super) fn kind_of_body(&self, body: &str) -> Option<ActorKind> {
        let last = body.rsplit(' ').next().unwrap_or(body);
        let singular = last.strip_suffix('s').unwrap_or(last);
        // "border guards" are border guards before they are guards.
        let whole = body.strip_suffix('s').unwrap_or(body);
        let told = self.kinds.get(body).or_else(|| self.kinds.get(whole));
        let told = told.or_else(|| self.kinds.get(last));
        told.or_else(|| self.kinds.get(singular)).copied()
    }

    /// Returns the name of the body of a state that a noun stands for, by its longest entry.
    pub(super) fn body(&self, tree: &Tree<'_>, head: u32) -> Option<&str> {
        endings(tree, head).find_map(|phrase| self.bodies.get(&phrase).map(String::as_str))
    }

    /// Returns whether a word is told by the noun it hangs on: "defence" in "ministry of defence".
    pub(super) fn is_inside_body(&self, tree: &Tree<'_>, word: u32) -> bool {
        let noun = tree.head(word).filter(|noun| *noun < word);
        noun.is_some_and(|noun| {
            let phrase = of_phrase(tree, noun).filter(|last| *last == word);
            phrase.is_some_and(|last| {
                let phrase = tree.text_of(noun, last).to_lowercase();
                self.bodies.contains_key(&phrase) || self.kinds.contains_key(&phrase)
            })
        })
    }

    /// Returns how many words tell the body of a state: two for "riot police".
    pub(super) fn body_words(&self, tree: &Tree<'_>, head: u32) -> usize {
        let told = before(tree, head).find(|phrase| self.bodies.contains_key(phrase));
        told.map_or(0, |phrase| phrase.split(' ').count())
    }

    /// Returns whether a noun heads a name of a place.
    pub(super) fn is_place(&self, tree: &Tree<'_>, head: u32) -> bool {
        endings(tree, head).any(|phrase| self.places.contains(&phrase))
    }

    /// Returns whether a noun heads what cannot act: an agreement, a missile, a contest.
    pub(super) fn is_no_actor(&self, tree: &Tree<'_>, head: u32) -> bool {
        endings(tree, head).any(|phrase| self.not_actors.contains(&phrase))
    }

    /// Returns whether a word is of a sort of motion: `verbs` for "fly", `nouns` for "trip", `goals` for "visit".
    pub(super) fn is_motion(&self, sort: &str, lemma: &str) -> bool {
        let words = self.motion.get(sort);
        words.is_some_and(|words| words.iter().any(|word| word == lemma))
    }

    /// Returns whether a number counts nobody exactly: "million".
    pub(super) fn is_round(&self, lemma: &str) -> bool {
        self.round.contains(lemma)
    }

    /// Returns whether a bare number as object of a verb counts people: "arrest".
    pub(super) fn is_done_to_people(&self, lemma: &str) -> bool {
        self.done_to_people.contains(lemma)
    }

    /// Returns whether a bare number as subject of a verb counts protesters: "march".
    pub(super) fn is_protest(&self, lemma: &str) -> bool {
        self.protests.contains(lemma)
    }

    /// Returns whether what a noun means is a state's in another state: "embassy".
    pub(super) fn is_posted_abroad(&self, lemma: &str) -> bool {
        self.posted.contains(lemma)
    }

    /// Returns whether parties are called after a word: "People" in "People's Party".
    pub(super) fn names_a_party(&self, word: &str) -> bool {
        self.party_of.contains(&word.to_lowercase())
    }

    /// Returns the id of the party that a letter after a politician's name stands for: "R" in "(R-Texas)".
    pub(super) fn party_of_letter(&self, letter: &str) -> Option<&str> {
        self.party_letters.get(letter).map(String::as_str)
    }

    /// Returns whether a noun means what parties have: "nomination".
    pub(super) fn is_partys(&self, lemma: &str) -> bool {
        self.partys.contains(lemma)
    }

    /// Returns whether a noun means several who join for a purpose, of whom "a" may speak first: "an international
    /// coalition".
    pub(super) fn is_league(&self, lemma: &str) -> bool {
        self.leagues.contains(lemma)
    }

    /// Returns whether whoever does it "as" something is that: "serve".
    pub(super) fn is_acting_as(&self, lemma: &str) -> bool {
        self.acting_as.contains(lemma)
    }

    /// Returns whether a noun takes up an actor of its kind: "the publication".
    pub(super) fn resumes(&self, lemma: &str) -> bool {
        self.resuming.contains(lemma)
    }

    /// Returns whether letters spell a word: "WHO".
    pub(super) fn spells_word(&self, letters: &str) -> bool {
        self.spell_words.contains(letters)
    }

    /// Returns whether bodies of many states go by a name, given as [`spelling::folded`] has it: "Senate".
    pub(super) fn is_of_many_states(&self, name: &[String]) -> bool {
        self.of_many_states.contains(name)
    }

    /// Returns whether a noun says how its bearer stands to the owner: "ally".
    pub(super) fn is_relation(&self, lemma: &str) -> bool {
        self.relations.contains(lemma)
    }

    /// Returns whether the doer of a verb does it to its own soldiers: "send".
    pub(super) fn moves_own(&self, lemma: &str) -> bool {
        self.moving.contains(lemma)
    }

    /// Returns whether a verb tells what somebody is praised or blamed for: "thank".
    pub(super) fn judges(&self, lemma: &str) -> bool {
        self.judging.contains(lemma)
    }

    /// Returns whether a verb tells of a clause, and "it" before it of nobody: "it matters that".
    pub(super) fn is_impersonal(&self, lemma: &str) -> bool {
        self.impersonal.contains(lemma)
    }

    /// Returns whether a noun only says how many: "dozens of", "a group of".
    pub(super) fn counts(&self, lemma: &str) -> bool {
        self.counting.contains(lemma)
    }

    /// Returns the nouns for two of a sort: "pair", "countries", "men".
    pub(super) fn pair(&self, sort: &str) -> &[String] {
        self.pairs.get(sort).map_or(&[], Vec::as_slice)
    }

    /// Returns who serves whom a noun means: lawyers for "client".
    pub(super) fn serving(&self, lemma: &str) -> &[String] {
        self.serving.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Returns whether a noun is no actor unless it is somebody's: "campaign".
    pub(super) fn needs_owner(&self, lemma: &str) -> bool {
        self.owned.contains(lemma)
    }

    /// Returns whether a word before such a noun leaves it its owner's: "Weiss's *presidential* campaign".
    pub(super) fn stands_beside_owned(&self, word: &str) -> bool {
        self.beside_owned.contains(&*word.to_lowercase())
    }

    /// Returns whether a noun in the plural may mean anybody, and never takes up a fuller phrase: "people".
    pub(super) fn is_loose(&self, lemma: &str) -> bool {
        self.loose.contains(lemma)
    }

    /// Returns whether a noun means several people even in the singular: "family".
    pub(super) fn is_collective(&self, tree: &Tree<'_>, head: u32) -> bool {
        endings(tree, head).any(|phrase| self.collective.contains(&phrase))
    }

    /// Returns whether an adjective before such a noun leaves open whom it means: "the *entire* community".
    pub(super) fn leaves_open(&self, word: &str) -> bool {
        self.open_adjectives.contains(&*word.to_lowercase())
    }

    /// Returns what a noun means that bears a name before it: "Zedburg *hospital*".
    pub(super) fn institution(&self, tree: &Tree<'_>, noun: u32) -> Option<ActorKind> {
        let word = self.bearing.get(tree.word(noun));
        word.or_else(|| self.bearing.get(&tree.lemma(noun)))
            .copied()
    }

    /// Returns whether an adjective makes a part of a state out of its name: "northern".
    pub(super) fn is_direction(&self, word: &str) -> bool {
        self.directions.contains(word)
    }

    /// Returns the noun that stands for all its synonyms: "protester" for "demonstrator".
    pub(super) fn common<'a>(&'a self, lemma: &'a str) -> &'a str {
        self.synonyms.get(lemma).map_or(lemma, String::as_str)
    }

    /// Returns whether a proper name is that of a weapon, good or programme.
    pub(super) fn names_no_actor(&self, name: &str) -> bool {
        self.not_actor_names.contains(name)
    }
}
