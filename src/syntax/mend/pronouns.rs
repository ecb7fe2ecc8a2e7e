//! "Norland says *it* is ready to help": "it" is somebody, though an infinitive follows.

use super::super::token::{Token, Upos};

/// What only somebody can be.
const READY: [&str; 26] = [
    "ready",
    "willing",
    "unwilling",
    "prepared",
    "keen",
    "able",
    "unable",
    "determined",
    "happy",
    "eager",
    "committed",
    "reluctant",
    "confident",
    "concerned",
    "proud",
    "free",
    "guilty",
    "innocent",
    "aware",
    "angry",
    "hopeful",
    "worried",
    "grateful",
    "responsible",
    "hostile",
    "loyal",
];

/// Returns whether only somebody can be what an adjective or participle says.
pub(crate) fn is_of_somebody(lemma: &str) -> bool {
    READY.contains(&lemma)
}

/// Makes an expletive of such an adjective its subject.
pub(super) fn mend(text: &str, tokens: &mut [Token]) {
    for word in 0..tokens.len() {
        let Some(head) = tokens[word].head.map(|head| head as usize) else {
            continue;
        };
        let somebody = matches!(tokens[head].upos, Upos::Adj | Upos::Verb)
            && is_of_somebody(&tokens[head].lemma);
        let pronoun = tokens[word].span.of(text).eq_ignore_ascii_case("it");
        if tokens[word].dep == "expl" && pronoun && somebody {
            tokens[word].dep = "nsubj";
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn who_is_ready_is_somebody() {
        let text = "Norland says it is ready to work with Sudoria.";
        let sentence = parsed(text);
        assert_eq!(sentence.tokens[2].dep, "nsubj");
    }
}
