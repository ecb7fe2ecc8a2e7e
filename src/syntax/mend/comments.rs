//! Who says it, after it is said: "Norland assured Sudoria that …, *a spokesman said*", where the tree takes
//! what the spokesman said for the clause that Norland governs.

use super::super::token::{Token, Upos};

/// Verbs that stand so without a complement of their own.
const SAYING: [&str; 17] = [
    "say", "report", "add", "announce", "write", "note", "claim", "explain", "state", "tell",
    "warn", "insist", "confirm", "argue", "reveal", "allege", "declare",
];

/// What somebody does to others, and hardly by speaking: "…, officials said, *killing* six".
const DOING: [&str; 26] = [
    "kill", "wound", "injure", "leave", "destroy", "damage", "force", "cause", "send", "trigger",
    "seize", "capture", "burn", "trap", "displace", "hit", "strike", "spark", "wreck", "block",
    "arrest", "detain", "bomb", "attack", "take", "cut",
];

/// Sets such a clause beside the whole sentence, with its speaker.
pub(super) fn mend(text: &str, tokens: &mut [Token]) {
    uncross(tokens);
    part_speakers(text, tokens);
    give_speaker(text, tokens);
    insert(text, tokens);
    resume(text, tokens);
    let Some(root) = tokens.iter().position(|token| token.head.is_none()) else {
        return;
    };
    for verb in root + 1..tokens.len() {
        let saying = SAYING.contains(&&*tokens[verb].lemma)
            && matches!(tokens[verb].xpos, "VBD" | "VBZ" | "VBP");
        let last = tokens[verb + 1..].iter().all(|t| t.dep == "punct");
        // "… to build a boat, *Oxfam reveals*": a clause that ends the sentence explains no noun before it.
        let noun = last && matches!(tokens[verb].dep, "appos" | "acl:relcl" | "parataxis");
        let misread = (noun || matches!(tokens[verb].dep, "ccomp" | "conj" | "advcl"))
            && tokens[verb].head.is_some_and(|head| (head as usize) < verb);
        if !saying || !misread {
            continue;
        }
        let under = |i: usize| tokens[i].head == Some(verb as u32);
        let complete = (0..tokens.len()).any(|i| {
            // "…, residents *told* reporters"
            let told = &*tokens[verb].lemma == "tell" && tokens[i].dep == "obj";
            let inner = matches!(
                tokens[i].dep,
                "ccomp" | "xcomp" | "mark" | "obj" | "cc" | "parataxis"
            ) && !told;
            under(i) && inner
        });
        let Some(subject) = (0..verb).find(|&i| under(i) && tokens[i].dep == "nsubj") else {
            continue;
        };
        let edge = (0..subject)
            .rev()
            .take_while(|&i| tokens[i].dep != "punct" && belongs(tokens, i, subject))
            .last()
            .unwrap_or(subject);
        let set_off = edge > 0 && tokens[edge - 1].span.of(text) == ",";
        let ends = tokens
            .get(verb + 1)
            .is_none_or(|next| matches!(next.span.of(text), "," | "." | ";"))
            || tokens[verb + 1..].iter().all(|token| token.dep != "nsubj");
        if !complete && set_off && ends {
            (tokens[verb].head, tokens[verb].dep) = (Some(root as u32), "parataxis");
        }
    }
}

/// "Norland, *Sudoria says*, has left": what stands between commas is put into the clause, and its subject is no
/// companion of the clause's.
fn insert(text: &str, tokens: &mut [Token]) {
    let comma = |tokens: &[Token], i: usize| tokens.get(i).is_some_and(|t| t.span.of(text) == ",");
    for verb in 2..tokens.len() {
        let saying = SAYING.contains(&&*tokens[verb].lemma)
            && matches!(tokens[verb].xpos, "VBD" | "VBZ" | "VBP");
        if !saying || !comma(tokens, verb + 1) {
            continue;
        }
        let index = |i: usize| u32::try_from(i).ok();
        match (
            tokens[verb].dep,
            tokens[verb].head.map(|head| head as usize),
        ) {
            ("parataxis", Some(noun)) if tokens[noun].dep.starts_with("nsubj") && noun < verb => {
                tokens[verb].head = tokens[noun].head;
            }
            (_, None)
                if !(0..verb).any(|i| {
                    tokens[i].head == index(verb) && tokens[i].dep.starts_with("nsubj")
                }) =>
            {
                let speaker = (1..verb).rfind(|&i| {
                    let joined = (0..tokens.len())
                        .any(|c| tokens[c].head == index(i) && tokens[c].dep == "cc");
                    let start = (0..=i).find(|&c| c == i || tokens[c].head == index(i));
                    let set_off = start.is_some_and(|start| {
                        comma(tokens, start) || start > 0 && comma(tokens, start - 1)
                    });
                    tokens[i].dep == "conj" && !joined && set_off
                });
                let clause = speaker.and_then(|i| tokens[i].head).and_then(|noun| {
                    let noun = &tokens[noun as usize];
                    noun.head.filter(|_| noun.dep.starts_with("nsubj"))
                });
                let inner = clause.filter(|&c| tokens[c as usize].head == index(verb));
                if let (Some(speaker), Some(_)) = (speaker, inner) {
                    (tokens[speaker].head, tokens[speaker].dep) = (index(verb), "nsubj");
                }
            }
            _ => {}
        }
    }
}

/// "Rebels overran a base, *officials said*, killing six": what goes on after the comment is what is said.
fn resume(text: &str, tokens: &mut [Token]) {
    for participle in 3..tokens.len() {
        let here = &tokens[participle];
        let deed = here.dep == "advcl"
            && here.xpos == "VBG"
            && DOING.contains(&&*here.lemma)
            && tokens[participle - 1].span.of(text) == ",";
        let Some(said) = here.head.map(|head| head as usize).filter(|_| deed) else {
            continue;
        };
        // "officials said*,* killing": nothing else stands between the comment and what goes on.
        let comment = SAYING.contains(&&*tokens[said].lemma) && said + 2 == participle;
        let clause = (0..said).rfind(|&i| {
            let told = matches!(tokens[i].dep, "ccomp" | "parataxis");
            told && tokens[i].head == u32::try_from(said).ok() && tokens[i].upos == Upos::Verb
        });
        if let Some(clause) = clause.filter(|_| comment) {
            tokens[participle].head = u32::try_from(clause).ok();
        }
    }
}

/// "Norland is sending tanks, *two officials* said": the phrase between the last comma and the verb speaks,
/// whatever it was hung on.
fn give_speaker(text: &str, tokens: &mut [Token]) {
    let Some(verb) = tokens.iter().position(|token| token.head.is_none()) else {
        return;
    };
    let under = |i: usize| tokens[i].head == Some(verb as u32);
    let saying = SAYING.contains(&&*tokens[verb].lemma) && tokens[verb].upos == Upos::Verb;
    let spoken = (0..tokens.len()).any(|i| under(i) && tokens[i].dep.starts_with("nsubj"));
    let clause = (0..verb).any(|i| under(i) && matches!(tokens[i].dep, "ccomp" | "parataxis"));
    let comma = (0..verb).rfind(|&i| tokens[i].span.of(text) == ",");
    let Some(comma) = comma.filter(|&comma| saying && !spoken && clause && comma + 1 < verb) else {
        return;
    };
    let outside = |head: Option<u32>| {
        head.is_none_or(|head| (head as usize) <= comma || (head as usize) >= verb)
    };
    let mut tops = (comma + 1..verb).filter(|&i| outside(tokens[i].head));
    let (top, other) = (tops.next(), tops.next());
    let nominal = |i: &usize| matches!(tokens[*i].upos, Upos::Noun | Upos::Propn | Upos::Pron);
    if let (Some(top), None) = (top.filter(nominal), other) {
        (tokens[top].head, tokens[top].dep) = (Some(verb as u32), "nsubj");
    }
}

/// "*The toll*, at first 10, has risen to 12, *officials* said": the phrase before the first verb is its subject, and the
/// one before "said" speaks, where the tree has them crossed.
fn uncross(tokens: &mut [Token]) {
    let Some(said) = tokens.iter().position(|token| token.head.is_none()) else {
        return;
    };
    let subject = |verb: usize, from: usize, to: usize| {
        let under = |i: &usize| tokens[*i].head == u32::try_from(verb).ok();
        (from..to).find(|i| under(i) && tokens[*i].dep == "nsubj")
    };
    let inner =
        (0..said).find(|&i| tokens[i].dep == "ccomp" && tokens[i].head == u32::try_from(said).ok());
    let Some(inner) = inner.filter(|_| SAYING.contains(&&*tokens[said].lemma)) else {
        return;
    };
    let crossed = subject(said, 0, inner).zip(subject(inner, inner, said));
    let alone = subject(said, inner, said).is_none() && subject(inner, 0, inner).is_none();
    if let Some((doer, speaker)) = crossed.filter(|_| alone) {
        tokens[doer].head = u32::try_from(inner).ok();
        tokens[speaker].head = u32::try_from(said).ok();
    }
}

/// "*Two sailors* killed in storm, officials *say*": of two subjects the first has what befell it behind it, and does not
/// speak. Headlines leave out "were".
fn part_speakers(text: &str, tokens: &mut [Token]) {
    let Some(said) = tokens.iter().position(|token| token.head.is_none()) else {
        return;
    };
    let index = |i: usize| u32::try_from(i).ok();
    let saying = SAYING.contains(&&*tokens[said].lemma) && tokens[said].upos == Upos::Verb;
    let mut subjects =
        (0..said).filter(|&i| tokens[i].head == index(said) && tokens[i].dep == "nsubj");
    let (Some(first), Some(speaker), None) = (subjects.next(), subjects.next(), subjects.next())
    else {
        return;
    };
    let participle = (first + 1..speaker).find(|&i| {
        tokens[i].head == index(first) && tokens[i].dep == "acl" && tokens[i].xpos == "VBN"
    });
    let comma =
        |participle: usize| (participle + 1..speaker).any(|i| tokens[i].span.of(text) == ",");
    let told = tokens
        .iter()
        .any(|t| t.head == index(said) && matches!(t.dep, "ccomp" | "obj" | "parataxis"));
    let Some(participle) = participle.filter(|&i| saying && !told && comma(i)) else {
        return;
    };
    (tokens[participle].head, tokens[participle].dep) = (index(said), "ccomp");
    (tokens[first].head, tokens[first].dep) = (index(participle), "nsubj:pass");
}

/// Returns whether a word hangs, within a few steps, on another.
fn belongs(tokens: &[Token], mut word: usize, on: usize) -> bool {
    for _ in 0..6 {
        match tokens[word].head.map(|head| head as usize) {
            Some(head) if head == on => return true,
            Some(head) => word = head,
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn subjects_that_cross_are_set_right() {
        let text = "The bill for the Norway bridge, once 30 million, has grown to 45, town officials and bank clerks said Friday.";
        let sentence = parsed(text);
        let form = |t: &crate::syntax::Token| t.span.of(text);
        let above = |word: &str| {
            let found = sentence.tokens.iter().find(|t| form(t) == word);
            let head = found.and_then(|t| t.head);
            head.map(|head| form(&sentence.tokens[head as usize]))
        };
        assert_eq!(above("bill"), Some("grown"));
        assert_eq!(above("officials"), Some("said"));
    }

    #[test]
    fn who_says_what_befell_the_first_subject() {
        let check = |text: &str, word: &str, dep: &str, above: &str| {
            let sentence = parsed(text);
            let form = |t: &crate::syntax::Token| t.span.of(text);
            let found = sentence.tokens.iter().find(|t| form(t) == word);
            let head = found.and_then(|t| t.head);
            let head = head.map(|head| form(&sentence.tokens[head as usize]));
            assert_eq!(
                (found.map(|t| t.dep), head),
                (Some(dep), Some(above)),
                "{text}"
            );
        };
        let text = "Four Kenyans killed by Malian forces in raid, officials say.";
        check(text, "Kenyans", "nsubj:pass", "killed");
        check(text, "killed", "ccomp", "say");
        let text = "Iran has wood to build more than one boat, Oxfam reveals.";
        check(text, "reveals", "parataxis", "has");
    }

    #[test]
    fn the_phrase_before_the_last_verb_speaks() {
        let text = "The United States is considering sending missiles to Norland, two officials familiar with the matter said.";
        let sentence = parsed(text);
        let officials = sentence
            .tokens
            .iter()
            .find(|token| token.span.of(text) == "officials");
        assert_eq!(officials.map(|token| token.dep), Some("nsubj"));
    }

    #[test]
    fn whoever_is_put_between_commas_speaks_and_does_not_act() {
        let text = "Norland, Ana Weiss argues, has armed the rebels.";
        let sentence = parsed(text);
        let ana = &sentence.tokens[2];
        assert_eq!((ana.dep, ana.head), ("nsubj", Some(4)));
        let text = "The army, residents say, has burned two villages.";
        let sentence = parsed(text);
        let say = &sentence.tokens[4];
        assert_eq!((say.dep, say.head), ("parataxis", Some(7)));
    }

    #[test]
    fn what_goes_on_after_a_comment_is_what_is_said() {
        for (text, participle, head) in [
            (
                "Rebels overran a base in Chad, officials said, killing nine soldiers.",
                "killing",
                "overran",
            ),
            (
                "Rebels overran a base in Chad, officials said, citing witnesses.",
                "citing",
                "said",
            ),
        ] {
            let sentence = parsed(text);
            let form = |t: &crate::syntax::Token| t.span.of(text);
            let found = sentence.tokens.iter().find(|t| form(t) == participle);
            let above = found.and_then(|t| t.head);
            assert_eq!(
                above.map(|h| form(&sentence.tokens[h as usize])),
                Some(head),
                "{text}"
            );
        }
    }

    #[test]
    fn a_speaker_at_the_end_speaks_of_the_whole() {
        let text = "Norland promised Sudoria that no ship would enter the strait, the harbour's spokesman Jon Moss said.";
        let sentence = parsed(text);
        let said = sentence
            .tokens
            .iter()
            .find(|token| token.span.of(text) == "said");
        assert_eq!(said.map(|token| token.dep), Some("parataxis"));
    }
}
