//! What a verb says of its object, taken for a part of it: "shot *dead* six men", "held a Norlander *captive*",
//! "*each* freed 50 soldiers", "entered Norland *to protect* it".

use super::super::token::{Token, Upos};

/// What somebody can be held, taken or left as.
const STATES: [&str; 6] = [
    "dead", "alive", "captive", "hostage", "prisoner", "unharmed",
];

/// Verbs that bring somebody into such a state.
const HOLDING: [&str; 4] = ["take", "hold", "keep", "have"];

/// Verbs whose object is to do nothing: an infinitive after it tells what the subject does it for.
const WITH_PURPOSE: [&str; 24] = [
    "enter", "visit", "invade", "leave", "cross", "reach", "storm", "occupy", "attack", "bomb",
    "seize", "strike", "meet", "join", "raid", "blockade", "tour", "flee", "quit", "exit",
    "besiege", "capture", "kidnap", "kill",
];

/// Hangs such words on their verb. Takes time linear in the number of words and of such words.
pub(super) fn mend(tokens: &mut [Token]) {
    for word in 1..tokens.len() {
        float(tokens, word);
        purpose(tokens, word);
        if STATES.contains(&&*tokens[word].lemma) {
            before_object(tokens, word);
            after_object(tokens, word);
        }
    }
}

/// Returns the head of a word.
fn head(tokens: &[Token], word: usize) -> Option<usize> {
    tokens[word].head.map(|head| head as usize)
}

/// "Norland and Sudoria *each* freed 50 soldiers": what stands before the verb is no part of the object.
fn float(tokens: &mut [Token], word: usize) {
    let quantifier =
        tokens[word].dep == "det" && matches!(&*tokens[word].lemma, "each" | "both" | "all");
    let Some(noun) = head(tokens, word).filter(|_| quantifier) else {
        return;
    };
    let verb = head(tokens, noun).filter(|_| tokens[noun].dep == "obj");
    if let Some(verb) = verb.filter(|&verb| word < verb && verb < noun) {
        (tokens[word].head, tokens[word].dep) = (Some(verb as u32), "advmod");
    }
}

/// "entered Norland *to protect* it": a clause beside the verb, and none that its object is the subject of.
fn purpose(tokens: &mut [Token], verb: usize) {
    let infinitive = tokens[verb].dep == "xcomp" && tokens[verb].xpos == "VB";
    let Some(entering) = head(tokens, verb).filter(|&above| infinitive && above < verb) else {
        return;
    };
    let active = tokens[entering].xpos != "VBN";
    let object =
        (entering + 1..verb).any(|i| tokens[i].dep == "obj" && head(tokens, i) == Some(entering));
    if active && object && WITH_PURPOSE.contains(&&*tokens[entering].lemma) {
        tokens[verb].dep = "advcl";
    }
}

/// "shot *dead* six men": no adjective stands before a number or an article.
fn before_object(tokens: &mut [Token], word: usize) {
    let verb = word - 1;
    let Some(noun) = head(tokens, word).filter(|&noun| noun > word) else {
        return;
    };
    let object = tokens[noun].dep == "obj" && head(tokens, noun) == Some(verb);
    let opens = tokens
        .get(word + 1)
        .is_some_and(|next| matches!(next.dep, "nummod" | "det") && next.head == Some(noun as u32));
    if object && opens && matches!(tokens[word].dep, "amod" | "compound") {
        (tokens[word].head, tokens[word].dep) = (Some(verb as u32), "xcomp");
    }
}

/// "held a Norlander *captive*", "took two nurses *hostage*": the noun before is whom it is said of.
fn after_object(tokens: &mut [Token], word: usize) {
    let Some(verb) = head(tokens, word).filter(|&verb| verb + 1 < word) else {
        return;
    };
    let holds = tokens[word].dep == "obj"
        && matches!(tokens[word].xpos, "NN" | "JJ")
        && HOLDING.contains(&&*tokens[verb].lemma);
    if !holds {
        return;
    }
    let hangs = |i: usize, on: usize| tokens[i].head == Some(on as u32);
    // "held *Ana Weiss* hostage": two objects, as the tree has it.
    let own = (verb + 1..word).find(|&i| hangs(i, verb) && tokens[i].dep == "obj");
    let noun = word - 1;
    let plural =
        tokens[noun].dep == "amod" && matches!(tokens[noun].upos, Upos::Noun | Upos::Propn);
    let plural = plural || tokens[noun].dep == "amod" && tokens[noun].lemma.ends_with('s');
    let within = hangs(noun, word) && (tokens[noun].dep == "compound" || plural);
    if own.is_none() && !within {
        return;
    }
    if own.is_none() {
        for token in &mut tokens[verb + 1..noun] {
            if token.head == Some(word as u32) {
                token.head = Some(noun as u32);
            }
        }
        (tokens[noun].head, tokens[noun].dep) = (Some(verb as u32), "obj");
    }
    for token in &mut tokens[word + 1..] {
        if token.head == Some(word as u32) && token.dep == "nmod" {
            (token.head, token.dep) = (Some(verb as u32), "obl");
        }
    }
    (tokens[word].head, tokens[word].dep) = (Some(verb as u32), "xcomp");
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    /// Writes how a word and the word before it hang.
    fn hang(text: &str, word: &str) -> [&'static str; 2] {
        let sentence = parsed(text);
        let at = sentence.tokens.iter().position(|t| t.span.of(text) == word);
        let at = at.expect("it is there");
        [sentence.tokens[at - 1].dep, sentence.tokens[at].dep]
    }

    #[test]
    fn a_state_is_said_of_the_object() {
        for (text, word, expected) in [
            ("Gunmen shot dead six villagers.", "dead", ["root", "xcomp"]),
            (
                "Hamas held a Thai worker captive.",
                "captive",
                ["obj", "xcomp"],
            ),
            (
                "Rebels took two Kenyan nurses hostage.",
                "hostage",
                ["obj", "xcomp"],
            ),
            (
                "Rebels hold 12 Kenyans hostage.",
                "hostage",
                ["obj", "xcomp"],
            ),
            ("Rebels took a hostage.", "hostage", ["det", "obj"]),
        ] {
            assert_eq!(hang(text, word), expected, "{text}");
        }
    }

    #[test]
    fn whoever_enters_has_the_purpose() {
        let text = "Kenyan forces entered Mali to protect the country.";
        assert_eq!(hang(text, "protect"), ["mark", "advcl"]);
        let text = "Kenyan generals asked Mali to protect the country.";
        assert_eq!(hang(text, "protect"), ["mark", "xcomp"]);
    }

    #[test]
    fn each_is_said_of_the_subject() {
        let text = "Kenya and Uganda each freed 50 soldiers.";
        assert_eq!(hang(text, "each"), ["conj", "advmod"]);
    }
}
