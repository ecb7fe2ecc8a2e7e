//! Relations and their frames, as `data/relations/*.toml` gives them.

use super::Status;
use super::lemmas::{Lemmas, expand};
use super::slot::{Slot, SlotChoice, phrase};
use crate::actors::ActorKind;
use crate::error::{Error, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// One relation: what it means and how it is recognised.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Its name, such as `supplies`.
    pub id: String,
    /// `saying`, `dealing`, `giving`, `fighting` or `belonging`.
    pub family: String,
    /// What it means: "source … the target".
    pub gloss: String,
    /// The question it answers.
    pub question: String,
    /// PLOVER 2.0 category, empty where there is none.
    pub plover: String,
    /// CAMEO code, empty where there is none.
    pub cameo: String,
    /// Whether both directions say the same.
    pub symmetric: bool,
    /// Whether it is kept once for each pair of actors in a document.
    pub once: bool,
    /// Kinds of actor that may be its source; empty for any.
    pub source_kinds: Vec<ActorKind>,
    /// Kinds of actor that may be its target; empty for any.
    pub target_kinds: Vec<ActorKind>,
    /// The frames that find it.
    pub frames: Vec<Frame>,
    /// Sentences that must yield claims of it.
    pub yields: Vec<Example>,
    /// Sentences that must not.
    pub rejects: Vec<Example>,
}

/// A sentence with the claims that it must, or must not, yield.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// An invented sentence.
    pub text: String,
    /// "Source > Target", optionally "(status, speaker, …)".
    #[serde(default)]
    pub claims: Vec<String>,
}

/// A trigger word and, for phrases, the words that must hang on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// Lemma of the head.
    pub head: String,
    /// Lemmas of the other words.
    pub rest: Vec<String>,
}

/// How a trigger word takes part in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TriggerClass {
    /// A verb.
    Verb,
    /// An event noun.
    Noun,
    /// A predicate adjective.
    Adjective,
    /// A noun for the holder of a role.
    Role,
    /// A preposition that attributes a clause.
    Preposition,
    /// A modal; its slots are those of the verb it stands with.
    Modal,
}

/// A pattern of words around a trigger that gives a claim.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Full id, such as `supplies/en/send`.
    pub id: String,
    /// What sets it off.
    pub triggers: Vec<(TriggerClass, Trigger)>,
    /// Where the source stands.
    pub source: SlotChoice,
    /// Where the target stands.
    pub target: SlotChoice,
    /// Where the item stands.
    pub item: SlotChoice,
    /// Slots whose head word must be one of these.
    pub only: Vec<(Slot, Lemmas)>,
    /// Slots whose head word must be none of these.
    pub not: Vec<(Slot, Lemmas)>,
    /// Actor kinds allowed in a slot.
    pub kinds: Vec<(Slot, Vec<ActorKind>)>,
    /// Actor kinds refused in a slot.
    pub not_kinds: Vec<(Slot, Vec<ActorKind>)>,
    /// Kinds of actor that may be the frame's source; empty for any.
    pub source_kinds: Vec<ActorKind>,
    /// Kinds of actor that may be the frame's target; empty for any.
    pub target_kinds: Vec<ActorKind>,
    /// Slots that must be filled.
    pub needs: Vec<Slot>,
    /// Slots that must be empty.
    pub lacks: Vec<Slot>,
    /// The slots that may hold what is said, first filled wins; empty where nothing is said.
    pub content: Vec<Slot>,
    /// The status of what is said, where the frame fixes it.
    pub content_status: Option<Status>,
    /// The status of the frame's own claim, where the frame fixes it.
    pub status: Option<Status>,
    /// Whether a plural subject alone gives a claim between its members.
    pub reciprocal: bool,
    /// Whether the deed must be one that the speaker has in mind himself: "said it *would strike* Norland".
    pub intent: bool,
    /// Whether a title without an owner belongs to the country of its holder: "President X".
    pub home: bool,
}

/// Word classes by name without `@`.
pub type Classes = BTreeMap<String, BTreeSet<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RelationFile {
    id: String,
    family: String,
    gloss: String,
    #[serde(default)]
    question: String,
    #[serde(default)]
    plover: String,
    #[serde(default)]
    cameo: String,
    #[serde(default)]
    symmetric: bool,
    #[serde(default)]
    once: bool,
    #[serde(default)]
    source_kinds: Vec<String>,
    #[serde(default)]
    target_kinds: Vec<String>,
    #[serde(default)]
    frame: Vec<toml::Spanned<FrameFile>>,
    #[serde(default)]
    yields: Vec<Example>,
    #[serde(default)]
    rejects: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameFile {
    id: String,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    predicates: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    adjectives: Vec<String>,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default)]
    prepositions: Vec<String>,
    #[serde(default)]
    modals: Vec<String>,
    source: String,
    target: String,
    #[serde(default)]
    item: Option<String>,
    #[serde(default)]
    only: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    not: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    kinds: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    not_kinds: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    source_kinds: Vec<String>,
    #[serde(default)]
    target_kinds: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    lacks: Vec<String>,
    #[serde(default)]
    content: Option<String>,
    #[serde(default)]
    content_status: Option<String>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    reciprocal: bool,
    #[serde(default)]
    intent: bool,
    #[serde(default)]
    home: bool,
}

impl Relation {
    /// Reads one relation file; `path` is for messages.
    ///
    /// # Errors
    ///
    /// Names the line and what is allowed there.
    pub fn parse(path: &str, text: &str, classes: &Classes) -> Result<Relation> {
        let file: RelationFile =
            toml::from_str(text).map_err(|error| Error::toml(path, text, &error))?;
        let mut ids = BTreeSet::new();
        let mut frames = Vec::with_capacity(file.frame.len());
        // Frames come in the order of the file: lines are counted on from the frame before.
        let (mut line, mut counted) = (1, 0);
        for frame in file.frame {
            let start = frame.span().start;
            line += text
                .get(counted..start)
                .map_or(0, |lines| lines.matches('\n').count());
            counted = start;
            let frame = Frame::build(&file.id, frame.into_inner(), classes)
                .map_err(|message| Error::data(path, line, message))?;
            if !ids.insert(frame.id.clone()) {
                let message = format!(
                    "`{}` is the id of an earlier frame: give each its own",
                    frame.id
                );
                return Err(Error::data(path, line, message));
            }
            frames.push(frame);
        }
        let kinds =
            |names: &[String]| kinds(names).map_err(|message| Error::data(path, 1, message));
        Ok(Relation {
            source_kinds: kinds(&file.source_kinds)?,
            target_kinds: kinds(&file.target_kinds)?,
            id: file.id,
            family: file.family,
            gloss: file.gloss,
            question: file.question,
            plover: file.plover,
            cameo: file.cameo,
            symmetric: file.symmetric,
            once: file.once,
            frames,
            yields: file.yields,
            rejects: file.rejects,
        })
    }
}

impl Frame {
    /// Returns whether whoever says the clause is the source.
    pub fn is_spoken(&self) -> bool {
        self.source.0.iter().any(|path| path.slot == Slot::Speaker)
    }

    fn build(
        relation: &str,
        file: FrameFile,
        classes: &Classes,
    ) -> std::result::Result<Frame, String> {
        let mut triggers = Vec::new();
        let lists = [
            (TriggerClass::Verb, &file.verbs),
            (TriggerClass::Noun, &file.nouns),
            (TriggerClass::Adjective, &file.adjectives),
            (TriggerClass::Role, &file.roles),
            (TriggerClass::Preposition, &file.prepositions),
            (TriggerClass::Modal, &file.modals),
        ];
        for (class, phrases) in lists {
            for phrase in phrases {
                triggers.push((class, Trigger::parse(class, phrase)?));
            }
        }
        for word in expand(&file.predicates, classes)? {
            let rest = vec!["be".to_owned()];
            triggers.push((TriggerClass::Verb, Trigger { head: word, rest }));
        }
        if triggers.is_empty() {
            return Err(format!(
                "frame `{}` has no trigger: give verbs, predicates, nouns, adjectives, roles, prepositions or modals",
                file.id
            ));
        }
        let words = |table: &BTreeMap<String, Vec<String>>| {
            table
                .iter()
                .map(|(slot, words)| {
                    Ok((
                        phrase(slot, &[Slot::Speaker])?,
                        Lemmas::new(expand(words, classes)?),
                    ))
                })
                .collect::<std::result::Result<Vec<_>, String>>()
        };
        let kind_table = |table: &BTreeMap<String, Vec<String>>| {
            table
                .iter()
                .map(|(slot, names)| Ok((phrase(slot, &[Slot::Speaker])?, kinds(names)?)))
                .collect::<std::result::Result<Vec<_>, String>>()
        };
        let slots = |names: &[String]| {
            names
                .iter()
                .map(|name| phrase(name, &[Slot::Doer, Slot::Speaker]))
                .collect::<std::result::Result<Vec<Slot>, String>>()
        };
        Ok(Frame {
            triggers,
            source: file.source.parse()?,
            target: file.target.parse()?,
            item: file
                .item
                .as_deref()
                .map(str::parse)
                .transpose()?
                .unwrap_or_default(),
            only: words(&file.only)?,
            not: words(&file.not)?,
            kinds: kind_table(&file.kinds)?,
            not_kinds: kind_table(&file.not_kinds)?,
            source_kinds: kinds(&file.source_kinds)?,
            target_kinds: kinds(&file.target_kinds)?,
            needs: slots(&file.needs)?,
            lacks: slots(&file.lacks)?,
            content: match &file.content {
                Some(slots) => slots
                    .split('|')
                    .map(|s| s.trim().parse())
                    .collect::<std::result::Result<_, _>>()?,
                None => Vec::new(),
            },
            content_status: status(file.content_status.as_deref())?,
            status: status(file.status.as_deref())?,
            reciprocal: file.reciprocal,
            intent: file.intent,
            home: file.home,
            id: format!("{relation}/en/{}", file.id),
        })
    }
}

impl Trigger {
    /// The head of a phrase is its first word; of a compound noun or after "be", its last.
    fn parse(class: TriggerClass, phrase: &str) -> std::result::Result<Trigger, String> {
        let mut words: Vec<String> = phrase
            .split(' ')
            .filter(|w| !w.is_empty())
            .map(str::to_owned)
            .collect();
        let compound = matches!(class, TriggerClass::Noun | TriggerClass::Role)
            && !words
                .iter()
                .any(|w| matches!(w.as_str(), "of" | "in" | "for" | "to"));
        let copular = class == TriggerClass::Verb && words.len() > 1 && words[0] == "be";
        let head = match (words.len(), compound || copular) {
            (0, _) => return Err("an empty trigger: give a word".to_owned()),
            (_, true) => words.pop().unwrap_or_default(),
            _ => words.remove(0),
        };
        Ok(Trigger { head, rest: words })
    }
}

fn status(name: Option<&str>) -> std::result::Result<Option<Status>, String> {
    name.map(|name| {
        Status::from_name(name).ok_or_else(|| {
            format!("`{name}` is no status: expected actual, planned, possible or denied")
        })
    })
    .transpose()
}

fn kinds(names: &[String]) -> std::result::Result<Vec<ActorKind>, String> {
    let all = || ActorKind::ALL.map(ActorKind::as_str).join(", ");
    names
        .iter()
        .map(|name| {
            ActorKind::from_name(name)
                .ok_or_else(|| format!("`{name}` is no kind of actor: expected one of {}", all()))
        })
        .collect()
}
