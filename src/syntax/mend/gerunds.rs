//! Gerunds read as adjectives: "accused Norland of *arming* rebels".

use super::super::token::{Token, Upos};

/// Verbs whose "of" tells a deed: what stands between it and a noun is no adjective.
const OF_A_DEED: [&str; 4] = ["accuse", "suspect", "convict", "acquit"];

/// Gives a gerund the noun after it as its object where "of" marks the gerund, or where the verb wants a deed.
pub(super) fn mend(tokens: &mut [Token]) {
    for gerund in 1..tokens.len() {
        after_accuser(tokens, gerund);
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
    fn the_accuser_does_not_do_it() {
        let text = "The police were accused by rights groups of killing 22 protesters.";
        let sentence = parsed(text);
        let killing = &sentence.tokens[8];
        assert_eq!((killing.dep, killing.head), ("advcl", Some(3)));
    }
}
