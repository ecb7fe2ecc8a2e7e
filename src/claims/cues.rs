//! Cue words: modals, hedges, plans, negation, light verbs, control (`data/en/cues.toml`).

mod file;

use super::Status;
use rustc_hash::{FxHashMap, FxHashSet};

type Words = FxHashSet<String>;
type StatusWords = FxHashMap<String, Status>;

/// The words that change what a clause around them is worth.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    modals: StatusWords,
    verbs: StatusWords,
    adverbs: StatusWords,
    adjectives: StatusWords,
    nouns: StatusWords,
    clause_nouns: StatusWords,
    conjunctions: StatusWords,
    determiners: StatusWords,
    negation: Words,
    light: Words,
    joining: Words,
    joining_nouns: Words,
    answering: Words,
    linking: Words,
    ending: Words,
    fulfilling: Words,
    occurring: Words,
    object_control: Words,
    calls: Words,
    demands: Words,
    bystanders: Words,
    charging: Words,
    people: Words,
    partitives: Words,
    measures: Words,
    metonyms: Words,
    voices: Words,
    times: Words,
    citizens: Words,
    outsiders: Words,
    townspeople: Words,
    ranks: Words,
    bonds: Words,
    displacing: Words,
    outrages: Words,
    polities: Words,
    state_owned: Words,
    topics: Words,
    settlements: Words,
    vague_bodies: Words,
    patients: Words,
    assaults: Words,
    towards: Words,
    state_acts: Words,
    /// By verb: the last words of the names of those who usually do it.
    usual_doers: FxHashMap<String, Vec<String>>,
    documents: Words,
    evidence: Words,
    said: Words,
    deeds: Words,
}

impl Cues {
    /// Returns the status that a modal gives its clause.
    pub fn modal(&self, lemma: &str) -> Option<Status> {
        self.modals.get(lemma).copied()
    }

    /// Returns the status that a verb gives its complement: "*refused* to send".
    pub fn verb(&self, lemma: &str) -> Option<Status> {
        self.verbs.get(lemma).copied()
    }

    /// Returns the status that an adverb gives what it stands with: "*reportedly*".
    pub fn adverb(&self, lemma: &str) -> Option<Status> {
        self.adverbs.get(lemma).copied()
    }

    /// Returns the status that an adjective gives its noun or complement: "*alleged* attack", "*ready* to".
    pub fn adjective(&self, lemma: &str) -> Option<Status> {
        self.adjectives.get(lemma).copied()
    }

    /// Returns the status that a noun gives its clause or phrase: "*plan* to", "*risk* of".
    pub fn noun(&self, lemma: &str) -> Option<Status> {
        self.nouns.get(lemma).copied()
    }

    /// Returns the status that a noun gives the clause that hangs on it: "*concern* that".
    pub fn noun_of_clause(&self, lemma: &str) -> Option<Status> {
        self.clause_nouns
            .get(lemma)
            .copied()
            .or_else(|| self.noun(lemma))
    }

    /// Returns the status that a conjunction gives its clause: "*if*".
    pub fn conjunction(&self, word: &str) -> Option<Status> {
        self.conjunctions.get(word).copied()
    }

    /// Returns the status that a determiner gives its noun: "*no* attack".
    pub fn determiner(&self, word: &str) -> Option<Status> {
        self.determiners.get(word).copied()
    }

    /// Returns whether a word negates: "not", "never".
    pub fn negates(&self, lemma: &str) -> bool {
        self.negation.contains(lemma)
    }

    /// Returns whether a verb lends its subject to an event noun: "*carry out* an attack".
    pub fn is_light(&self, lemma: &str) -> bool {
        self.light.contains(lemma)
    }

    /// Returns whether a verb adds its subject to an event: "*take part* in the war".
    pub fn is_joining(&self, lemma: &str) -> bool {
        self.joining.contains(lemma)
    }

    /// Returns whether a noun is for those of a state who are no body of it: "Norlandic *officials*".
    pub fn is_vague_body(&self, lemma: &str) -> bool {
        self.vague_bodies.contains(lemma)
    }

    /// Returns whether a noun is for people whom a town has: "Karlsby *relatives*".
    pub fn is_of_town(&self, lemma: &str) -> bool {
        self.townspeople.contains(lemma)
    }

    /// Returns whether a noun names somebody by whom he stands against: "rival".
    pub fn is_bond(&self, lemma: &str) -> bool {
        self.bonds.contains(lemma)
    }

    /// Returns whether a place's bare name before a noun tells where it was: "Norland *blast* kills nine".
    pub fn is_outrage(&self, lemma: &str) -> bool {
        self.outrages.contains(lemma)
    }

    /// Returns whether who does it to another as something is that now: "*overtook* Norland as the biggest buyer".
    pub fn is_displacing(&self, lemma: &str) -> bool {
        self.displacing.contains(lemma)
    }

    /// Returns whether a word tells who else does the same: "the *first* to recognise Norland".
    pub fn is_rank(&self, lemma: &str) -> bool {
        self.ranks.contains(lemma)
    }

    /// Returns whether a noun is for what bears a place's name: "the *city* of Karlsby".
    pub fn is_settlement(&self, lemma: &str) -> bool {
        self.settlements.contains(lemma)
    }

    /// Returns whether a noun adds its owner to an event: "Norland's *role* in the attack".
    pub fn is_joining_noun(&self, lemma: &str) -> bool {
        self.joining_nouns.contains(lemma)
    }

    /// Returns whether a verb says that its subject happens: "the talks *took place*".
    pub fn is_occurring(&self, lemma: &str) -> bool {
        self.occurring.contains(lemma)
    }

    /// Returns whether the object of a verb is the doer of its complement: "*urged* Minsk to".
    pub fn controls_object(&self, lemma: &str) -> bool {
        self.object_control.contains(lemma) || self.calls.contains(lemma)
    }

    /// Returns whether a phrase with "on" or "to" is the doer of the complement: "*called* on Minsk to".
    pub fn calls_upon(&self, lemma: &str) -> bool {
        self.calls.contains(lemma)
    }

    /// Returns whether whoever does this to an event leaves it to others, only thinks or speaks of it, or hinders it:
    /// "*demanded* the release of", "*doubts* an attack on", "*averted* a raid on".
    pub fn leaves_to_others(&self, lemma: &str) -> bool {
        self.demands.contains(lemma) || self.bystanders.contains(lemma)
    }

    /// Returns whether whom this is done to may have done what he is "*accused* of", "*wanted* for".
    pub fn is_charging(&self, lemma: &str) -> bool {
        self.charging.contains(lemma)
    }

    /// Returns whether the phrases of a noun name whoever suffers it or is its other side, and not whose it is:
    /// "the *attack* on", "the *war* in", "*sanctions* against", "a *visit* to".
    pub fn points_away(&self, lemma: &str) -> bool {
        self.assaults.contains(lemma) || self.towards.contains(lemma)
    }

    /// Returns whether a noun is for people.
    pub fn is_person(&self, lemma: &str) -> bool {
        self.people.contains(lemma)
    }

    /// Returns whether a clause with "that" after this noun is none of it: "told the *governor* that", "said last *week* that".
    pub fn is_listener(&self, lemma: &str) -> bool {
        self.people.contains(lemma) || self.times.contains(lemma)
    }

    /// Returns whether a noun tells of somebody outside what it names: "a *supporter* of the party".
    pub fn is_outsider(&self, lemma: &str) -> bool {
        self.outsiders.contains(lemma)
    }

    /// Returns whether a noun is for states and places themselves: "21 *countries*".
    pub fn is_polity(&self, lemma: &str) -> bool {
        self.polities.contains(lemma)
    }

    /// Returns whether a noun tells whose citizen somebody is: "a Norland *national*".
    pub fn is_citizen(&self, lemma: &str) -> bool {
        self.citizens.contains(lemma)
    }

    /// Returns whether an adjective says that a company is its state's: "*state-owned*".
    pub fn is_state_owned(&self, word: &str) -> bool {
        self.state_owned.contains(word)
    }

    /// Returns whether a name before this noun is what it is about: "the Norland *plan*" may be Sudoria's.
    pub fn is_topic(&self, lemma: &str) -> bool {
        self.topics.contains(lemma)
    }

    /// Returns whether a verb tells what pictures or papers show: doubt about that is doubt about what they show.
    pub fn is_evidence(&self, lemma: &str) -> bool {
        self.evidence.contains(lemma)
    }

    /// Returns whether a noun is for words that somebody issues: "a *resolution* criticizing Norland".
    pub fn is_document(&self, lemma: &str) -> bool {
        self.documents.contains(lemma)
    }

    /// Returns whether a noun or number tells a time: "July", "2015".
    pub fn is_time(&self, lemma: &str) -> bool {
        let number = lemma.starts_with(|c: char| c.is_ascii_digit());
        number || self.times.contains(&*lemma.to_lowercase())
    }

    /// Returns how the names of those end who usually do what a verb tells: "prosecutors" charge.
    pub fn usual_doers(&self, verb: &str) -> &[String] {
        self.usual_doers.get(verb).map_or(&[], Vec::as_slice)
    }

    /// Returns whether a verb is what states do to people: "arrest", "sentence".
    pub fn is_state_act(&self, lemma: &str) -> bool {
        self.state_acts.contains(lemma)
    }

    /// Returns whether "of" after this noun gives the one it is done to: "the *arrest* of".
    pub fn is_patient(&self, lemma: &str) -> bool {
        self.patients.contains(lemma)
    }

    /// Returns whether a noun says how long or how often: "two *days* of talks".
    pub fn is_measure(&self, lemma: &str) -> bool {
        self.measures.contains(lemma)
    }

    /// Returns whether "of" after this noun gives what is meant: "*thousands* of soldiers".
    pub fn is_partitive(&self, lemma: &str) -> bool {
        self.partitives.contains(lemma)
    }

    /// Returns whether a noun is for somebody who, unnamed, is the voice of others: "a *spokesman* for Norland".
    pub fn is_voice(&self, lemma: &str) -> bool {
        self.voices.contains(lemma)
    }

    /// Returns whether a verb only links its subject with what that is: "*remains* an ally".
    pub fn is_linking(&self, lemma: &str) -> bool {
        self.linking.contains(lemma)
    }

    /// Returns whether the object of a verb goes on or went on: "*ended* its occupation".
    pub fn is_ending(&self, lemma: &str) -> bool {
        self.ending.contains(lemma)
    }

    /// Returns whether a verb says that its object was carried out: "*kept* its promise to".
    pub fn is_fulfilling(&self, lemma: &str) -> bool {
        self.fulfilling.contains(lemma)
    }

    /// Returns whether the subject of this verb is whom its object was addressed to: "*rejected* the demand".
    pub fn is_answering(&self, lemma: &str) -> bool {
        self.answering.contains(lemma)
    }

    /// Returns whether a noun may point back to what somebody said: "such *claims*".
    pub fn is_said(&self, lemma: &str) -> bool {
        self.said.contains(lemma)
    }

    /// Returns whether a noun may point back to what somebody did: "the *move*".
    pub fn is_deed(&self, lemma: &str) -> bool {
        self.deeds.contains(lemma)
    }

    /// Returns whether the owner of this noun is meant: "Norland's *economy*".
    pub fn is_metonym(&self, lemma: &str) -> bool {
        self.metonyms.contains(lemma)
    }
}
