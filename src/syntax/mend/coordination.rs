//! Joined verbs of speech: "said progress was slow and *urged* Norland to act", where the tree has the progress urge.

use super::super::token::{Token, Upos};

/// Verbs that only somebody who speaks can be the subject of.
const SPEAKING: [&str; 24] = [
    "urge",
    "accuse",
    "warn",
    "criticise",
    "criticize",
    "condemn",
    "praise",
    "thank",
    "demand",
    "insist",
    "add",
    "deny",
    "vow",
    "pledge",
    "promise",
    "threaten",
    "appeal",
    "denounce",
    "apologise",
    "apologize",
    "welcome",
    "blame",
    "dismiss",
    "reject",
];

/// Joins a verb of speech to the one before it where it was joined to what is said, and that is said of a thing.
pub(super) fn mend(tokens: &mut [Token]) {
    for verb in 1..tokens.len() {
        let here = &tokens[verb];
        let speaks = here.dep == "conj" && here.xpos == "VBD" && SPEAKING.contains(&&*here.lemma);
        let Some(clause) = here.head.filter(|_| speaks).map(|head| head as usize) else {
            continue;
        };
        let said = tokens[clause]
            .head
            .filter(|_| tokens[clause].dep == "ccomp");
        let Some(said) = said.map(|said| said as usize) else {
            continue;
        };
        let under = |i: usize, head: usize| tokens[i].head == u32::try_from(head).ok();
        let subject = |head: usize| {
            (0..tokens.len()).find(|&i| under(i, head) && tokens[i].dep.starts_with("nsubj"))
        };
        let own = subject(verb).is_some();
        let thing = subject(clause)
            .is_some_and(|i| tokens[i].upos == Upos::Noun || &*tokens[i].lemma == "it");
        let speaker = subject(said).is_some();
        if !own && thing && speaker && said < clause && tokens[said].xpos == "VBD" {
            tokens[verb].head = u32::try_from(said).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn who_says_something_of_a_thing_also_urges() {
        let text = "Ana Weiss said progress was slow and urged Norland to act.";
        let sentence = parsed(text);
        let urged = &sentence.tokens[7];
        assert_eq!((urged.dep, urged.head), ("conj", Some(2)));
    }
}
