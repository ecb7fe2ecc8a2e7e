//! The file of cue words: tables of words by what they do to a clause.

use super::{Cues, Words};
use crate::claims::Status;
use crate::claims::relation::Classes;
use crate::error::{Error, Result};
use std::collections::BTreeMap;

impl Cues {
    /// Reads `en/cues.toml`; `classes` gives the nouns for people, partitives and metonyms.
    ///
    /// # Errors
    ///
    /// Names the file and line, or the table or key that is not known.
    pub fn parse(path: &str, text: &str, classes: &Classes) -> Result<Cues> {
        type File = BTreeMap<String, BTreeMap<String, Vec<String>>>;
        let file: File = toml::from_str(text).map_err(|error| Error::toml(path, text, &error))?;
        let class =
            |name: &str| -> Words { classes.get(name).into_iter().flatten().cloned().collect() };
        let mut cues = Cues {
            people: class("people").into_iter().chain(class("troops")).collect(),
            partitives: class("partitive"),
            measures: class("measure"),
            metonyms: class("metonym"),
            voices: class("voice"),
            times: class("time"),
            citizens: class("citizen"),
            outsiders: class("outsider"),
            townspeople: class("townspeople"),
            ranks: class("rank"),
            bonds: class("bond"),
            displacing: class("displacing"),
            outrages: class("outrage"),
            polities: class("polity"),
            state_owned: class("state_owned"),
            topics: class("topic"),
            settlements: class("settlement"),
            vague_bodies: class("vague_body"),
            patients: class("patient"),
            assaults: class("assault"),
            towards: class("toward"),
            state_acts: class("state_act"),
            documents: class("document"),
            ..Cues::default()
        };
        for (table, entries) in file {
            for (key, words) in entries {
                let listed = match (table.as_str(), key.as_str()) {
                    ("negation", _) => Some(&mut cues.negation),
                    ("light", "joining") => Some(&mut cues.joining),
                    ("light", "joining_nouns") => Some(&mut cues.joining_nouns),
                    ("light", "linking") => Some(&mut cues.linking),
                    ("light", "ending") => Some(&mut cues.ending),
                    ("light", "fulfilling") => Some(&mut cues.fulfilling),
                    ("light", "answering") => Some(&mut cues.answering),
                    ("light", "occurring") => Some(&mut cues.occurring),
                    ("light", "verbs") => Some(&mut cues.light),
                    ("pointer", "said") => Some(&mut cues.said),
                    ("pointer", "deed") => Some(&mut cues.deeds),
                    ("pointer", "evidence") => Some(&mut cues.evidence),
                    ("control", "object_control") => Some(&mut cues.object_control),
                    ("control", "oblique_control") => Some(&mut cues.calls),
                    ("control", "demands") => Some(&mut cues.demands),
                    ("control", "bystanders") => Some(&mut cues.bystanders),
                    ("control", "charging") => Some(&mut cues.charging),
                    _ => None,
                };
                if let Some(listed) = listed {
                    listed.extend(words);
                    continue;
                }
                if table == "usual_doer" {
                    for verb in words {
                        cues.usual_doers.entry(verb).or_default().push(key.clone());
                    }
                    continue;
                }
                let status = Status::from_name(&key);
                let target = match (table.as_str(), status) {
                    ("modal", Some(_)) => &mut cues.modals,
                    ("verb", Some(_)) => &mut cues.verbs,
                    ("adverb", Some(_)) => &mut cues.adverbs,
                    ("adjective", Some(_)) => &mut cues.adjectives,
                    ("noun", Some(_)) => &mut cues.nouns,
                    ("noun_clause", Some(_)) => &mut cues.clause_nouns,
                    ("conjunction", Some(_)) => &mut cues.conjunctions,
                    ("determiner", Some(_)) => &mut cues.determiners,
                    _ => return Err(unknown(path, &table, &key)),
                };
                if let Some(status) = status {
                    target.extend(words.into_iter().map(|word| (word, status)));
                }
            }
        }
        Ok(cues)
    }
}

fn unknown(path: &str, table: &str, key: &str) -> Error {
    Error::data(
        path,
        1,
        format!(
            "[{table}] {key} is not known: tables are modal, verb, adverb, adjective, noun, noun_clause, conjunction, determiner \
             (keys actual, planned, possible, denied), negation (any key), light (verbs, joining, joining_nouns, answering, linking, occurring), \
             pointer (said, deed, evidence), usual_doer (any key) and control (object_control, oblique_control, demands, bystanders, charging)"
        ),
    )
}
