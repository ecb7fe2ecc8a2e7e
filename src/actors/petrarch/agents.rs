//! Reading a dictionary of agents: nouns whose code joins that of an actor.

use super::lines::{Line, groups, lines};
use super::phrases;
use crate::Error;
use std::collections::BTreeMap;

/// How the code of an agent joins that of an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Agent {
    /// `[~MIL]`: comes after it.
    After(String),
    /// `[NGO~]`: comes before it.
    Before(String),
}

/// A phrase of an agent with its code.
#[derive(Clone, Debug)]
pub(super) struct AgentPhrase {
    pub(super) words: Vec<String>,
    pub(super) agent: Agent,
}

/// Sets of words by name, without the exclamation marks.
type Sets = BTreeMap<String, Vec<String>>;
type FirstSet<'a> = (&'a str, &'a [String], &'a str);

/// Sets that one phrase may name, those in other sets counted too: a set that names itself has no end.
const MOST_SETS: usize = 8;
/// Bytes of the phrases that one line may stand for: a few sets side by side make more than memory holds.
const LONGEST: usize = 1 << 20;

/// Returns the phrases of agents, singular and plural, and an error for every bad line.
pub(super) fn parse(file: &str, text: &str) -> (Vec<AgentPhrase>, Vec<Error>) {
    let mut sets = Sets::new();
    let mut agents = Vec::new();
    let mut errors = Vec::new();
    for line in lines(text) {
        match read(&mut sets, line) {
            Ok(found) => agents.extend(found),
            Err(message) => errors.push(Error::data(file, line.number, message)),
        }
    }
    (agents, errors)
}

fn read(sets: &mut Sets, line: Line<'_>) -> Result<Vec<AgentPhrase>, String> {
    let text = line.text.trim();
    if text.contains('\u{fffd}') {
        return Err("not UTF-8, so the line is passed over; save the file as UTF-8".to_owned());
    }
    if text.starts_with('!') && text.contains('=') && !text.contains('[') {
        return define(sets, text).map(|()| Vec::new());
    }
    let groups = groups(text)?;
    let [group] = groups.as_slice() else {
        return Err(format!(
            "{} codes, expected one: PHRASE [~CODE] or PHRASE [CODE~]",
            groups.len()
        ));
    };
    let agent = agent(group)?;
    let before = &text[..text.find('[').unwrap_or(text.len())];
    let (phrase, plural) = match before.split_once('{') {
        Some((phrase, rest)) => match rest.split_once('}') {
            Some((form, _)) => (phrase.trim(), Some(form.trim())),
            None => return Err("unpaired brace, expected {PLURAL}, or {} for none".to_owned()),
        },
        None => (before.trim(), None),
    };
    if phrases::folded(phrase).is_empty() {
        return Err("no phrase before the code, expected PHRASE [~CODE]".to_owned());
    }
    let mut forms = Vec::new();
    for form in expand(sets, phrase)? {
        let regular = plural.is_none() && !phrase.contains('!');
        let words = phrases::folded(&form);
        forms.extend(regular.then(|| plural_of(&words)));
        forms.push(words);
    }
    forms.extend(
        plural
            .map(phrases::folded)
            .filter(|words| !words.is_empty()),
    );
    let with_code = |words| AgentPhrase {
        words,
        agent: agent.clone(),
    };
    Ok(forms.into_iter().map(with_code).collect())
}

/// `!PERSON! = MAN, MEN`
fn define(sets: &mut Sets, text: &str) -> Result<(), String> {
    let (name, members) = text.split_once('=').unwrap_or((text, ""));
    let name = name.trim().trim_matches('!').to_owned();
    let members: Vec<String> = members
        .split(',')
        .map(|member| member.trim().to_owned())
        .filter(|member| !member.is_empty())
        .collect();
    if name.is_empty() || members.is_empty() {
        return Err("empty set, expected !NAME! = WORD, WORD".to_owned());
    }
    match sets.insert(name.clone(), members) {
        None => Ok(()),
        Some(_) => Err(format!(
            "the set !{name}! is defined already; the later one counts"
        )),
    }
}

fn agent(group: &str) -> Result<Agent, String> {
    let code = |text: &str| {
        let text = text.trim().to_uppercase();
        let fits = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric());
        fits.then_some(text)
    };
    let after = group.strip_prefix('~').and_then(code).map(Agent::After);
    let before = || group.strip_suffix('~').and_then(code).map(Agent::Before);
    after
        .or_else(before)
        .ok_or_else(|| format!("[{group}] is no code of an agent, expected [~CODE] or [CODE~]"))
}

/// Returns a phrase with every member of the sets it names: `!MINIST!_OF_TRADE`, `CATTLE!PERSON!`.
fn expand(sets: &Sets, phrase: &str) -> Result<Vec<String>, String> {
    let mut phrases = vec![phrase.to_owned()];
    for _ in 0..MOST_SETS {
        if !phrases.iter().any(|phrase| phrase.contains('!')) {
            return Ok(phrases);
        }
        let mut found = Vec::new();
        let mut bytes = 0;
        for phrase in phrases {
            let Some((before, members, after)) = first_set(sets, &phrase)? else {
                bytes += phrase.len();
                found.push(phrase);
                continue;
            };
            for member in members {
                bytes += before.len() + member.len() + after.len();
                if bytes > LONGEST {
                    return Err("stands for too many phrases; use fewer or smaller sets".to_owned());
                }
                found.push(format!("{before}{member}{after}"));
            }
        }
        phrases = found;
    }
    Err(format!(
        "names more than {MOST_SETS} sets, or one that names itself; use fewer"
    ))
}

/// Returns what stands before the first set of a phrase, its members, and what stands behind it.
fn first_set<'a>(sets: &'a Sets, phrase: &'a str) -> Result<Option<FirstSet<'a>>, String> {
    let Some((before, rest)) = phrase.split_once('!') else {
        return Ok(None);
    };
    let Some((name, after)) = rest.split_once('!') else {
        return Err("a set is written between two marks: !NAME!".to_owned());
    };
    let Some(members) = sets.get(name) else {
        let known: Vec<String> = sets.keys().map(|known| format!("!{known}!")).collect();
        return Err(format!(
            "unknown set !{name}!, expected one of {}; define it above as !{name}! = WORD, WORD",
            known.join(", ")
        ));
    };
    Ok(Some((before, members, after)))
}

/// Returns the regular plural of a phrase, made on its last word.
fn plural_of(words: &[String]) -> Vec<String> {
    let mut words = words.to_vec();
    if let Some(last) = words.last_mut() {
        let vowel_y = ["AY", "EY", "OY", "UY"]
            .iter()
            .any(|end| last.ends_with(end));
        let hissing = ["S", "X", "Z", "CH", "SH"]
            .iter()
            .any(|end| last.ends_with(end));
        match last.strip_suffix('Y') {
            Some(stem) if !vowel_y => *last = format!("{stem}IES"),
            _ if hissing => last.push_str("ES"),
            _ => last.push('S'),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Agent, parse};

    fn phrases(text: &str) -> Vec<String> {
        let (agents, errors) = parse("x", text);
        assert!(errors.is_empty(), "{errors:?}");
        agents.iter().map(|agent| agent.words.join(" ")).collect()
    }

    #[test]
    fn plurals_are_regular_given_or_none() {
        assert_eq!(phrases("SOLDIER [~MIL]"), ["SOLDIERS", "SOLDIER"]);
        assert_eq!(
            phrases("DEPUTY_MINISTRY [~GOV]"),
            ["DEPUTY MINISTRIES", "DEPUTY MINISTRY"]
        );
        assert_eq!(
            phrases("GLASS_PRESS [~MED]"),
            ["GLASS PRESSES", "GLASS PRESS"]
        );
        assert_eq!(phrases("POLICE {} [ ~COP]"), ["POLICE"]);
        assert_eq!(
            phrases("SNOW_GOOSE {SNOW_GEESE} [~GGS]"),
            ["SNOW GOOSE", "SNOW GEESE"]
        );
    }

    #[test]
    fn sets_give_each_of_their_words() {
        let text = "!PERSON! = MAN, WOMEN\nFERRY!PERSON![~BUS]\n!PERSON!_OF_TRADE [~GOV]\n";
        let expected = ["FERRYMAN", "FERRYWOMEN", "MAN OF TRADE", "WOMEN OF TRADE"];
        assert_eq!(phrases(text), expected);
    }

    #[test]
    fn sets_in_sets_come_to_an_end() {
        let (agents, errors) = parse("x.txt", "!A! = NET, !A!\nFISH!A! [~BUS]\nENVOY {} [~GOV]\n");
        assert_eq!(agents.len(), 1);
        let told = errors[0].to_string();
        assert!(
            told.starts_with("x.txt:2: names more than 8 sets, or one that names itself"),
            "{told}"
        );
        let text = "!SEA! = NORTH, SOUTH\n!CREW! = !SEA!_SAILOR, PILOT\n!CREW! [~BUS]\n";
        assert_eq!(phrases(text), ["NORTH SAILOR", "SOUTH SAILOR", "PILOT"]);
    }

    #[test]
    fn a_line_stands_for_so_many_phrases() {
        let members: Vec<String> = (0..40).map(|n| format!("W{n}")).collect();
        let text = format!(
            "!A! = {}\n{} [~GOV]\n",
            members.join(", "),
            "!A!_".repeat(6)
        );
        let (agents, errors) = parse("x.txt", &text);
        assert!(agents.is_empty());
        let told = errors[0].to_string();
        assert!(
            told.starts_with("x.txt:2: stands for too many phrases"),
            "{told}"
        );
    }

    #[test]
    fn a_code_comes_before_or_after() {
        let (agents, _) = parse("x", "CHARITY {} [NGO~]\nENVOY {} [~GOV]\n");
        assert_eq!(agents[0].agent, Agent::Before("NGO".to_owned()));
        assert_eq!(agents[1].agent, Agent::After("GOV".to_owned()));
    }

    #[test]
    fn every_bad_line_is_named_and_the_rest_is_read() {
        let text =
            "FERRY!CREW! [~BUS]\nENVOY [GOV]\nCLERK\n{} [~GOV]\nGUARD {X [~MIL]\nJUDGE {} [~JUD]\n";
        let (agents, errors) = parse("x.txt", text);
        assert_eq!(agents.len(), 1);
        let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
        let expected = [
            "x.txt:1: unknown set !CREW!",
            "x.txt:2: [GOV] is no code of an agent, expected [~CODE] or [CODE~]",
            "x.txt:3: 0 codes, expected one",
            "x.txt:4: no phrase before the code",
            "x.txt:5: unpaired brace",
        ];
        assert_eq!(told.len(), expected.len(), "{told:#?}");
        for (told, expected) in told.iter().zip(expected) {
            assert!(told.starts_with(expected), "{told}");
        }
    }
}
