//! Participles after a noun: "the police, funded and *equipped* by Norland, left", "*paid for* by Norland"; and one that
//! stands before a name as if it governed it: "fled to *neighbouring* Norland".

use super::super::token::{Token, Upos};

/// Joins a participle to the one before it where it was joined to their noun, and gives a stranded preposition before
/// "by" to its verb, with the doer. Takes time linear in the number of words.
pub(super) fn mend(tokens: &mut [Token]) {
    for word in 2..tokens.len() {
        join(tokens, word);
        strand(tokens, word);
        agree(tokens, word);
    }
    for word in 1..tokens.len() {
        suffer(tokens, word);
        neighbour(tokens, word);
    }
}

/// "fled to *neighbouring* Norland": an adjective of the name.
fn neighbour(tokens: &mut [Token], word: usize) {
    let here = &tokens[word];
    if here.xpos != "VBG" || !matches!(&*here.lemma, "neighbour" | "neighbor") {
        return;
    }
    let index = |i: usize| u32::try_from(i).ok();
    let (head, dep) = (here.head, here.dep);
    let own = |i: usize| tokens[i].head == index(word);
    let shared = |i: usize| tokens[i].head == head && matches!(dep, "xcomp" | "ccomp");
    let object =
        (word + 1..tokens.len()).find(|&i| tokens[i].dep == "obj" && (own(i) || shared(i)));
    let proper = |i: &usize| (word + 1..=*i).all(|i| tokens[i].upos == Upos::Propn);
    let (Some(name), Some(above)) = (object.filter(proper), head) else {
        return;
    };
    let mark = (0..word).rfind(|&i| own(i) && matches!(tokens[i].dep, "mark" | "case"));
    let verbal = tokens[above as usize].upos == Upos::Verb;
    let role = match mark {
        Some(_) if verbal => "obl",
        Some(_) => "nmod",
        None => "obj",
    };
    for i in (0..tokens.len()).filter(|&i| i != name) {
        if tokens[i].head == index(word) {
            tokens[i].head = if i < word { index(name) } else { head };
        }
    }
    if let Some(mark) = mark {
        tokens[mark].dep = "case";
    }
    (tokens[name].head, tokens[name].dep) = (head, role);
    let here = &mut tokens[word];
    (here.upos, here.xpos, here.dep, here.head) = (Upos::Adj, "JJ", "amod", index(name));
}

/// "refugees *beaten* and expelled by police": a headline's participle that looks like a past tense.
fn suffer(tokens: &mut [Token], verb: usize) {
    let index = u32::try_from(verb).ok();
    let child = |i: usize, dep: &str| tokens[i].head == index && tokens[i].dep == dep;
    let next = verb + 2;
    let here = &tokens[verb];
    if here.xpos != "VBD" || next >= tokens.len() || !child(next, "conj") {
        return;
    }
    let joined = tokens[verb + 1].dep == "cc" && tokens[next].xpos == "VBN";
    let own = |dep| (0..tokens.len()).any(|i| child(i, dep));
    let agent = tokens
        .iter()
        .any(|t| t.head == u32::try_from(next).ok() && t.dep == "obl:agent");
    let subject = (0..verb).rfind(|&i| child(i, "nsubj"));
    let (Some(subject), true) = (subject, joined && agent && !own("obj") && !own("aux")) else {
        return;
    };
    tokens[verb].xpos = "VBN";
    tokens[subject].dep = "nsubj:pass";
}

fn join(tokens: &mut [Token], participle: usize) {
    let here = &tokens[participle];
    let before = &tokens[participle - 2];
    let and = &tokens[participle - 1];
    let told = |t: &Token| t.upos == Upos::Verb && matches!(t.xpos, "VBN" | "VBG");
    let noun = before.head.filter(|_| before.dep == "acl");
    let joined = and.dep == "cc" && here.dep == "conj" && here.head == noun;
    if joined && noun.is_some() && told(here) && before.xpos == here.xpos && told(before) {
        tokens[participle].head = u32::try_from(participle - 2).ok();
    }
}

/// "rebels armed *by Chad* attacked": what stands after "by" is no subject of the next verb.
fn agree(tokens: &mut [Token], by: usize) {
    let here = &tokens[by];
    let Some(agent) = here
        .head
        .filter(|_| here.dep == "case" && &*here.lemma == "by")
    else {
        return;
    };
    let agent = agent as usize;
    if agent > by && tokens[agent].dep == "nsubj" && tokens[by - 1].xpos == "VBN" {
        tokens[agent].head = u32::try_from(by - 1).ok();
        tokens[agent].dep = "obl:agent";
    }
}

fn strand(tokens: &mut [Token], by: usize) {
    let [verb, preposition, agent] = [&tokens[by - 2], &tokens[by - 1], &tokens[by]];
    let both = preposition.dep == "case" && agent.dep == "case" && preposition.head == agent.head;
    if both && verb.xpos == "VBN" && &*agent.lemma == "by" && &*preposition.lemma != "by" {
        let verb = u32::try_from(by - 2).ok();
        if let Some(agent) = tokens[by].head {
            tokens[agent as usize].head = verb;
            tokens[agent as usize].dep = "obl:agent";
        }
        tokens[by - 1].head = verb;
        tokens[by - 1].dep = "compound:prt";
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    /// Returns the word that a word hangs on, and how.
    fn hangs(text: &str, word: &str) -> (String, &'static str) {
        let sentence = parsed(text);
        let mut tokens = sentence.tokens.iter();
        let token = tokens.find(|t| t.span.of(text) == word);
        let token = token.expect("it is there");
        let head = token
            .head
            .map_or("", |head| sentence.tokens[head as usize].span.of(text));
        (head.to_owned(), token.dep)
    }

    #[test]
    fn a_neighbour_is_where_somebody_goes() {
        for (text, role) in [
            ("Ana Weiss flew to neighbouring Kenya.", "obl"),
            ("Refugees fled into neighboring Chad.", "obl"),
            ("Ana Weiss visited neighbouring Kenya.", "obj"),
            ("She left neighbouring Kenya on Monday.", "obj"),
        ] {
            let name = text
                .split(' ')
                .find(|w| w.starts_with("Ken") || w.starts_with("Chad"));
            let name = name.expect("it is there").trim_end_matches('.');
            let (head, dep) = hangs(text, name);
            assert!(dep == role && !head.starts_with("neighb"), "{text} {head}");
        }
    }

    #[test]
    fn joined_participles_tell_of_one_noun() {
        let text = "The police, funded and equipped by Zambia, killed a man.";
        assert_eq!(hangs(text, "equipped"), ("funded".to_owned(), "conj"));
    }

    #[test]
    fn a_stranded_preposition_is_its_verbs() {
        let text = "The police, trained and paid for by Zambia, killed a man.";
        assert_eq!(hangs(text, "for"), ("paid".to_owned(), "compound:prt"));
    }
}
