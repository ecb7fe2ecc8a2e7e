//! Main clauses whose verb was taken for something else: "Sudoria's army *bombed* positions",
//! where the tree reads "army-bombed positions" and has no verb at all.

use super::super::token::{Token, Upos};

/// Gives a sentence that came out as a mere phrase the verb that stands in it.
pub(super) fn mend(text: &str, tokens: &mut [Token]) {
    if let Some(verb) = copula_with_object(tokens).or_else(|| hidden_verb(text, tokens)) {
        make_root(tokens, verb);
    }
}

fn nominal(token: &Token) -> bool {
    matches!(token.upos, Upos::Noun | Upos::Propn)
}

/// "The union *froze* the assets": no verb but "be" links a subject to a noun without more.
fn copula_with_object(tokens: &[Token]) -> Option<usize> {
    let wrong = |token: &Token| {
        let linking = matches!(&*token.lemma, "be" | "become" | "remain" | "'s" | "’s");
        token.dep == "cop" && token.xpos == "VBD" && !linking
    };
    let verb = tokens.iter().position(wrong)?;
    let root = tokens[verb].head? as usize;
    let noun = nominal(&tokens[root]) && tokens[root].head.is_none() && verb < root;
    noun.then_some(verb)
}

/// A participle or a misread word between two nouns, where the sentence is headed by a noun that nothing is said of.
fn hidden_verb(text: &str, tokens: &[Token]) -> Option<usize> {
    let root = tokens.iter().position(|token| token.head.is_none())?;
    let under_root = |dep: &str| {
        let mut children = tokens.iter().filter(|t| t.head == Some(root as u32));
        children.any(|t| t.dep.starts_with(dep))
    };
    if !nominal(&tokens[root]) || under_root("nsubj") || under_root("cop") {
        return None;
    }
    // Two heads of the model disagree: the root is a noun by its class, a verb by its tag.
    let tagged = matches!(tokens[root].xpos, "VBZ" | "VBP" | "VBD");
    if tagged && root > 0 && nominal(&tokens[root - 1]) && tokens[root - 1].dep == "compound" {
        return Some(root);
    }
    let finite = |token: &Token| {
        matches!(token.upos, Upos::Verb | Upos::Aux)
            && matches!(token.xpos, "VBD" | "VBZ" | "VBP" | "MD")
    };
    let ends = matches!(
        tokens[tokens.len() - 1].span.of(text),
        "." | ".”" | "”" | "\""
    );
    (1..tokens.len().saturating_sub(1)).find(|&i| {
        let token = &tokens[i];
        let before = &tokens[i - 1];
        let modifier = matches!(token.xpos, "VBN" | "VBD") && token.dep == "amod";
        let misread = token.dep == "case" && token.upos == Upos::Verb;
        // "Rebels *ban* food sales": a finite verb with a subject is no part of a compound.
        let tagged = matches!(token.xpos, "VBP" | "VBZ") && token.upos == Upos::Verb;
        let owns = |t: &Token| t.head == Some(i as u32) && t.dep == "nsubj";
        if tagged && token.dep == "compound" && tokens[..i].iter().any(owns) {
            return true;
        }
        let written = token.span.of(text);
        let past = written.ends_with("ed") || misread;
        // "the *state controlled* media": a phrase in earnest has its article before both.
        let plain = matches!(before.xpos, "NNS" | "NNP" | "NNPS") || ends;
        let subject = nominal(before) && !tokens[..i].iter().any(finite);
        let head = token.head.map(|head| head as usize);
        let object = head.is_some_and(|head| head > i && nominal(&tokens[head]));
        let joined = head.is_some_and(|head| determined(tokens, head, i));
        token.upos == Upos::Verb
            && (modifier || misread)
            && past
            && subject
            && plain
            && object
            && !joined
    })
}

/// Returns whether the noun that a word modifies has its article before that word.
fn determined(tokens: &[Token], noun: usize, word: usize) -> bool {
    let article = |t: &Token| t.head == Some(noun as u32) && t.dep == "det";
    tokens[..word].iter().any(article)
}

/// Makes a word the root of its sentence: what stands before it is its subject, what stands after it its object.
fn make_root(tokens: &mut [Token], verb: usize) {
    let crosses = |i: usize, head: Option<u32>| match head.map(|head| head as usize) {
        None => true,
        Some(head) => head == verb || (i < verb) != (head < verb),
    };
    let tops: Vec<usize> = (0..tokens.len())
        .filter(|&i| i != verb && crosses(i, tokens[i].head))
        .collect();
    let side = |before: bool| {
        let of_side = |i: &&usize| (**i < verb) == before && nominal(&tokens[**i]);
        match before {
            // The last noun before the verb heads the phrase; the first top after it is the object.
            true => tops.iter().rfind(of_side).copied(),
            false => tops.iter().find(of_side).copied(),
        }
    };
    let (subject, object) = (side(true), side(false));
    for i in tops {
        let token = &mut tokens[i];
        let dep = match i {
            _ if Some(i) == subject => "nsubj",
            _ if Some(i) == object && !token.dep.starts_with("obl") => "obj",
            _ => token.dep,
        };
        let within = subject.filter(|s| {
            i < *s
                && matches!(
                    dep,
                    "det" | "amod" | "compound" | "nmod:poss" | "nummod" | "case"
                )
        });
        token.head = Some(within.unwrap_or(verb) as u32);
        token.dep = match dep {
            "root" => "dep",
            dep => dep,
        };
    }
    let token = &mut tokens[verb];
    (token.head, token.dep, token.upos) = (None, "root", Upos::Verb);
    if token.xpos == "VBN" || !token.xpos.starts_with('V') {
        token.xpos = "VBD";
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    /// Writes subject, root and object of a sentence.
    fn clause(text: &str) -> String {
        let sentence = parsed(text);
        let words = ["nsubj", "root", "obj"].map(|dep| {
            let found = sentence.tokens.iter().find(|token| token.dep == dep);
            found.map_or("", |token| token.span.of(text))
        });
        words.join(" ")
    }

    #[test]
    fn a_past_tense_between_two_nouns_is_the_verb() {
        for (text, expected) in [
            (
                "Sudan's army bombed positions of the RSF.",
                "army bombed positions",
            ),
            (
                "Zed rebels ambushed Nordish soldiers.",
                "rebels ambushed soldiers",
            ),
            (
                "Taliban ban university education for girls",
                "Taliban ban education",
            ),
        ] {
            assert_eq!(clause(text), expected);
        }
    }

    #[test]
    fn a_phrase_stays_one() {
        assert_eq!(clause("Norland's bombed positions."), " positions ");
    }
}
