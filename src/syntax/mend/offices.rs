//! Offices of two nouns before a name: "Secretary of State *Ana Weiss*" is Ana Weiss, not a secretary of hers.

use super::super::token::{Name, NameKind, Token, Upos};

/// What the second noun of such an office names.
const OF: [&str; 12] = [
    "state",
    "defense",
    "defence",
    "staff",
    "war",
    "justice",
    "police",
    "intelligence",
    "government",
    "commerce",
    "labor",
    "education",
];

/// Makes the name the head, as it is for every other title.
pub(super) fn mend(text: &str, tokens: &mut [Token], names: &mut [Name]) {
    for title in 1..tokens.len() {
        premier(text, tokens, names, title);
    }
    for name in names {
        part(text, tokens, name);
        join_hyphenated(text, tokens, name.first as usize);
        abbreviated(text, tokens, name.first as usize);
        let head = name.first as usize;
        let Some(office) = head.checked_sub(3) else {
            continue;
        };
        let (of, second) = (office + 1, office + 2);
        let word = |i: usize| tokens[i].span.of(text).to_lowercase();
        let noun = matches!(tokens[office].upos, Upos::Noun | Upos::Propn);
        let under = tokens[head].head == Some(office as u32);
        if !(noun && under && word(of) == "of" && OF.contains(&word(second).as_str())) {
            continue;
        }
        (tokens[head].head, tokens[head].dep) = (tokens[office].head, tokens[office].dep);
        (tokens[office].head, tokens[office].dep) = (Some(head as u32), "nmod:desc");
        (tokens[second].head, tokens[second].dep) = (Some(office as u32), "nmod");
        (tokens[of].head, tokens[of].dep) = (Some(second as u32), "case");
        // What was joined to the office ("…, Roe and Ben Moss") is joined to its holder.
        for token in &mut tokens[name.last as usize + 1..] {
            if token.head == Some(office as u32) {
                token.head = Some(head as u32);
            }
        }
    }
}

/// "Secretary of *State Ana Weiss*", taken for a body: the name begins after the office.
fn part(text: &str, tokens: &mut [Token], name: &mut Name) {
    let (second, last) = (name.first as usize, name.last as usize);
    let Some(office) = second.checked_sub(2).filter(|_| last > second) else {
        return;
    };
    let word = |i: usize| tokens[i].span.of(text).to_lowercase();
    let noun = matches!(tokens[office].upos, Upos::Noun | Upos::Propn);
    if !(noun && word(second - 1) == "of" && OF.contains(&word(second).as_str())) {
        return;
    }
    let head = second + 1;
    name.first = head as u32;
    name.kind = NameKind::Person;
    (tokens[head].head, tokens[head].dep) = (Some(office as u32), "nmod");
    for token in &mut tokens[head + 1..=last] {
        (token.head, token.dep) = (Some(head as u32), "flat");
    }
    (tokens[second].head, tokens[second].dep) = (Some(head as u32), "nmod:desc");
}

/// "Norlandic *PM* visits Sudoria", "Norland's *PM* said": no time of the day, and the one who visits.
fn premier(text: &str, tokens: &mut [Token], names: &[Name], title: usize) {
    let nation = title - 1;
    let written = tokens[title].span.of(text);
    let timed = tokens[nation].upos == Upos::Num;
    if !matches!(written, "PM" | "FM") || timed {
        return;
    }
    if written == "PM" {
        tokens[title].lemma = "pm".into();
    }
    let hung_on = tokens[title].head == Some(nation as u32);
    let unmarked = matches!(
        tokens[title].dep,
        "nmod:unmarked" | "nmod" | "obl:tmod" | "flat"
    );
    // "Radio Zed FM" is no minister of Zed.
    let state = |name: &&Name| {
        let kind = matches!(name.kind, NameKind::Polity | NameKind::Nationality);
        kind && name.last as usize == nation
    };
    let Some(state) = names.iter().find(state) else {
        return;
    };
    let argument = tokens[nation].dep.starts_with("nsubj") || tokens[nation].dep == "obj";
    if !(hung_on && unmarked && argument) {
        return;
    }
    tokens[title].lemma = written.to_lowercase().into();
    (tokens[title].head, tokens[title].dep) = (tokens[nation].head, tokens[nation].dep);
    let dep = match tokens[nation].upos {
        Upos::Adj => "amod",
        _ => "compound",
    };
    for (i, token) in (0..).zip(tokens.iter_mut()) {
        let inside = (state.first..=state.last).contains(&i);
        if token.head == Some(nation as u32) && !inside {
            token.head = Some(title as u32);
        }
    }
    (tokens[nation].head, tokens[nation].dep) = (Some(title as u32), dep);
}

/// "Norland *PM* Ana Weiss": no time of the day.
fn abbreviated(text: &str, tokens: &mut [Token], name: usize) {
    let Some(title) = name.checked_sub(1) else {
        return;
    };
    let written = tokens[title].span.of(text);
    if matches!(written, "PM" | "FM") && tokens[title].dep != "nmod:desc" {
        tokens[title].lemma = written.to_lowercase().into();
        (tokens[title].head, tokens[title].dep) = (Some(name as u32), "nmod:desc");
    }
}

/// "Secretary-*General* Ana Weiss": a title of two words with a hyphen is one, and stands with the name.
fn join_hyphenated(text: &str, tokens: &mut [Token], name: usize) {
    let Some(first) = name.checked_sub(3) else {
        return;
    };
    let (hyphen, last) = (first + 1, first + 2);
    let second = tokens[last].span.of(text).to_lowercase();
    let joined = tokens[hyphen].span.of(text) == "-"
        && tokens[first].span.end == tokens[hyphen].span.start
        && matches!(second.as_str(), "general" | "elect" | "designate" | "chief");
    let at = |i: usize, head: usize| tokens[i].head == Some(head as u32);
    if !joined || at(first, last) || !(at(last, name) || at(last, first)) {
        return;
    }
    let outer = tokens[first].head != Some(name as u32);
    if outer && tokens[name].head.is_none_or(|head| head as usize <= last) {
        (tokens[name].head, tokens[name].dep) = (tokens[first].head, tokens[first].dep);
    }
    (tokens[first].head, tokens[first].dep) = (Some(last as u32), "compound");
    (tokens[last].head, tokens[last].dep) = (Some(name as u32), "nmod:desc");
    (tokens[hyphen].head, tokens[hyphen].dep) = (Some(last as u32), "punct");
    for token in &mut tokens[..first] {
        // "*UN* Secretary-General": what modified the first word modifies the title.
        if token.head == Some(first as u32) {
            token.head = Some(last as u32);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn a_premier_is_no_time_of_the_day() {
        for (text, subject) in [
            ("Armenian PM visits Moscow.", "PM"),
            ("Former Nepal PM criticised Norway.", "PM"),
            ("Zed FM criticised Norway.", "Zed"),
        ] {
            let sentence = parsed(text);
            let found = sentence.tokens.iter().find(|token| token.dep == "nsubj");
            assert_eq!(found.map(|token| token.span.of(text)), Some(subject));
        }
    }

    #[test]
    fn the_holder_of_a_two_word_office_is_the_subject() {
        let text = "Secretary of State Ana Weiss left Norland on Monday.";
        let sentence = parsed(text);
        let subject = sentence.tokens.iter().find(|token| token.dep == "nsubj");
        assert_eq!(subject.map(|token| token.span.of(text)), Some("Ana"));
    }
}
