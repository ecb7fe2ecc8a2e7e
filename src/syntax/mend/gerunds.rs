//! Gerunds read as adjectives or as what somebody says he does: "accused Norland of *arming* rebels", "said *arming*
//! rebels was wrong".

use super::super::lemmas::Lemmas;
use super::super::token::{Token, Upos};

/// Verbs whose "of" tells a deed: what stands between it and a noun is no adjective.
const OF_A_DEED: [&str; 4] = ["accuse", "suspect", "convict", "acquit"];

/// Gives a gerund the noun after it as its object where "of" marks the gerund, or where the verb wants a deed; makes it
/// a subject where something is said of it. Takes time linear in the number of words and of gerunds.
pub(super) fn mend(text: &str, tokens: &mut [Token], lemmas: &Lemmas) {
    for gerund in 1..tokens.len() {
        after_accuser(tokens, gerund);
        as_noun(text, tokens, gerund, lemmas);
        if tokens[gerund].xpos == "VBG" {
            as_subject(tokens, gerund);
        }
        let here = &tokens[gerund];
        let Some(noun) = here.head.map(|head| head as usize) else {
            continue;
        };
        let adjective = here.dep == "amod" && here.xpos == "VBG" && noun > gerund;
        let mark = &tokens[gerund - 1];
        let marked = mark.dep == "mark" && mark.head == u32::try_from(gerund).ok();
        let of =
            mark.dep == "case" && mark.head == u32::try_from(noun).ok() && &*mark.lemma == "of";
        let nominal = matches!(tokens[noun].upos, Upos::Noun | Upos::Propn);
        let governor = tokens[noun].head.filter(|_| tokens[noun].dep != "conj");
        let Some(verb) = governor.filter(|&verb| {
            let deed = OF_A_DEED.contains(&&*tokens[verb as usize].lemma);
            adjective && nominal && (marked || of && deed)
        }) else {
            continue;
        };
        (tokens[gerund - 1].head, tokens[gerund - 1].dep) = (u32::try_from(gerund).ok(), "mark");
        (tokens[gerund].head, tokens[gerund].dep) = (Some(verb), "advcl");
        (tokens[noun].head, tokens[noun].dep) = (u32::try_from(gerund).ok(), "obj");
    }
}

/// "said *invading Kenya* would be wrong": what is wrong is said, and nobody does it.
fn as_subject(tokens: &mut [Token], gerund: usize) {
    let under = |i: usize, head: usize| tokens[i].head == u32::try_from(head).ok();
    let has = |head: usize, deps: &[&str]| {
        (0..tokens.len()).any(|i| under(i, head) && deps.contains(&tokens[i].dep))
    };
    let bare = tokens[gerund].dep == "ccomp" && !has(gerund, &["nsubj", "aux", "mark", "cop"]);
    let Some(saying) = tokens[gerund].head.map(|head| head as usize) else {
        return;
    };
    let clause = (gerund + 1..tokens.len()).find(|&i| {
        let finite = has(i, &["aux", "cop"]) || matches!(tokens[i].xpos, "VBD" | "VBZ" | "VBP");
        under(i, saying) && tokens[i].dep == "ccomp" && finite
    });
    let Some(clause) = clause.filter(|_| bare && saying < gerund) else {
        return;
    };
    // "said *arming Kenya* was wrong": the noun right after it is its object.
    let subject = (0..clause).find(|&i| under(i, clause) && tokens[i].dep.starts_with("nsubj"));
    let object = subject.filter(|&i| i == gerund + 1 && !has(gerund, &["obj"]));
    if subject.is_some() && object.is_none() {
        return;
    }
    if let Some(object) = object {
        (tokens[object].head, tokens[object].dep) = (u32::try_from(gerund).ok(), "obj");
    }
    (tokens[gerund].head, tokens[gerund].dep) = (u32::try_from(clause).ok(), "csubj");
}

/// "accused Kenya of *arming*, training and paying rebels": a gerund read as a noun beside its fellows, or as a phrase.
fn as_noun(text: &str, tokens: &mut [Token], gerund: usize, lemmas: &Lemmas) {
    let here = &tokens[gerund];
    let mark = &tokens[gerund - 1];
    let of = mark.head == u32::try_from(gerund).ok() && matches!(mark.dep, "case" | "mark");
    let fellow = gerund + 2;
    let joined = tokens.get(fellow).is_some_and(|next| {
        let bare = matches!(tokens[gerund + 1].dep, "punct" | "cc");
        bare && next.xpos == "VBG" && next.dep == "advcl" && next.head == here.head
    });
    let phrase = here.xpos == "VBG" && mark.dep == "mark";
    let noun = here.xpos == "NN" && here.span.of(text).ends_with("ing") && joined;
    if !of || here.dep != "obl" || !phrase && !noun {
        return;
    }
    tokens[gerund - 1].dep = "mark";
    let word = &mut tokens[gerund];
    word.lemma = lemmas.lemma(word.span.of(text), "VBG");
    (word.upos, word.xpos, word.dep) = (Upos::Verb, "VBG", "advcl");
    if joined {
        let head = u32::try_from(gerund).ok();
        (tokens[fellow].head, tokens[fellow].dep) = (head, "conj");
    }
}

/// "was accused by Kenya *of arming rebels*": what somebody is accused of is no property of the accuser.
fn after_accuser(tokens: &mut [Token], gerund: usize) {
    let mark = &tokens[gerund - 1];
    let of = &*mark.lemma == "of" && mark.head == u32::try_from(gerund).ok();
    let here = &tokens[gerund];
    let Some(accuser) = here.head.filter(|_| of && here.dep == "acl") else {
        return;
    };
    let accuser = &tokens[accuser as usize];
    let verb = accuser.head.filter(|_| accuser.dep == "obl:agent");
    if let Some(verb) = verb.filter(|&verb| OF_A_DEED.contains(&&*tokens[verb as usize].lemma)) {
        (tokens[gerund].head, tokens[gerund].dep) = (Some(verb), "advcl");
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed;
    use super::Upos;

    #[test]
    fn who_is_accused_of_arming_arms_somebody() {
        let text = "Kenya accused Chad of arming rebels.";
        let sentence = parsed(text);
        let word = |word: &str| {
            let mut tokens = sentence.tokens.iter();
            tokens
                .find(|t| t.span.of(text) == word)
                .expect("it is there")
        };
        assert_eq!((word("arming").dep, word("rebels").dep), ("advcl", "obj"));
        assert_eq!(word("rebels").head, Some(4));
        assert_eq!(word("of").head, Some(4));
    }

    #[test]
    fn a_gerund_beside_others_is_a_deed_too() {
        for text in [
            "Ana Weiss has accused Kenya of arming, training and financing Ugandan rebels.",
            "Kenya was accused of jailing, killing and deporting Ugandans.",
        ] {
            let sentence = parsed(text);
            let deeds = sentence.tokens.iter().filter(|t| t.xpos == "VBG");
            let deps: Vec<_> = deeds.map(|t| (t.upos, t.dep)).collect();
            let verb = |dep| (Upos::Verb, dep);
            assert_eq!(deps, [verb("advcl"), verb("conj"), verb("conj")], "{text}");
        }
    }

    #[test]
    fn the_accuser_does_not_do_it() {
        let text = "The police were accused by rights groups of killing 22 protesters.";
        let sentence = parsed(text);
        let killing = &sentence.tokens[8];
        assert_eq!((killing.dep, killing.head), ("advcl", Some(3)));
    }

    #[test]
    fn a_deed_that_something_is_said_of_has_no_doer() {
        for text in [
            "Analysts said invading Uganda would be hard.",
            "Ana Weiss said arming Chad was wrong.",
        ] {
            let sentence = parsed(text);
            let deed = sentence.tokens.iter().find(|t| t.xpos == "VBG");
            assert_eq!(deed.map(|t| t.dep), Some("csubj"), "{text}");
            let object = sentence.tokens.iter().find(|t| t.dep == "obj");
            let of = object.and_then(|t| t.head).map(|of| of as usize);
            assert_eq!(of.map(|of| sentence.tokens[of].xpos), Some("VBG"), "{text}");
        }
    }
}
