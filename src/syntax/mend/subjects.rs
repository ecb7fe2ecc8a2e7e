//! One clause, one subject, of one voice: the tree is decided word by word, and "*Chancellor Olaf Scholz* said"
//! may come out with two subjects, the title and the name.

use super::super::parser::Analysis;
use super::super::token::Upos;

/// Makes of each clause one with one subject.
pub(super) fn mend(analysis: &mut Analysis) {
    join(analysis);
    share(analysis);
    promote(analysis);
    raise(analysis);
    say_headline(analysis);
    agree_in_voice(analysis);
}

/// "*US and Kenyan officials* met": a name and an adjective joined by "and" share the noun after them.
///
/// Where they came out as two parts of the clause, the name becomes the noun's compound.
fn share(analysis: &mut Analysis) {
    for noun in 3..analysis.deps.len() {
        let (name, and, adjective) = (noun - 3, noun - 2, noun - 1);
        let under = |i: usize, of: usize| analysis.heads[i].is_some_and(|h| h as usize == of);
        let parts = analysis.upos[name] == Upos::Propn
            && analysis.upos[and] == Upos::Cconj
            && analysis.upos[adjective] == Upos::Adj
            && analysis.xpos[noun] == "NNS";
        let joined = analysis.deps[adjective] == "conj" && under(adjective, name);
        let siblings = analysis.heads[name] == analysis.heads[noun]
            && analysis.deps[name] == analysis.deps[noun]
            && analysis.deps[noun] != "conj";
        if let (true, Ok(head)) = (parts && joined && siblings, u32::try_from(noun)) {
            analysis.heads[name] = Some(head);
            analysis.deps[name] = "compound";
        }
    }
}

/// "*Forty killed in harbour fire*": a headline without a finite verb says what was done to its first noun.
fn say_headline(analysis: &mut Analysis) {
    let finite = |xpos: &&str| matches!(*xpos, "VBD" | "VBZ" | "VBP" | "MD");
    if analysis.xpos.last() == Some(&".") || analysis.xpos.iter().any(finite) {
        return;
    }
    let root = (0..analysis.deps.len()).find(|&i| {
        let nominal = matches!(analysis.upos[i], Upos::Noun | Upos::Propn | Upos::Num);
        analysis.deps[i] == "root" && nominal
    });
    let Some(noun) = root else { return };
    let under = |i: usize| analysis.heads[i].is_some_and(|head| head as usize == noun);
    let participle = (noun + 1..analysis.deps.len())
        .find(|&i| under(i) && analysis.deps[i] == "acl" && analysis.xpos[i] == "VBN");
    let Some((verb, head)) = participle.and_then(|i| Some((i, u32::try_from(i).ok()?))) else {
        return;
    };
    let after: Vec<usize> = (verb + 1..analysis.deps.len())
        .filter(|&i| under(i))
        .collect();
    after
        .into_iter()
        .for_each(|i| analysis.heads[i] = Some(head));
    (analysis.heads[verb], analysis.deps[verb]) = (None, "root");
    (analysis.heads[noun], analysis.deps[noun]) = (Some(head), "nsubj:pass");
}

/// "The envoy *was expelled*", "Rebel *arrested* in port", "The envoy *left*": a subject is passive with the verb.
fn agree_in_voice(analysis: &mut Analysis) {
    for word in 0..analysis.deps.len() {
        let Some(verb) = analysis.heads[word].map(|head| head as usize) else {
            continue;
        };
        let subject = matches!(analysis.deps[word], "nsubj" | "nsubj:pass");
        if !subject || analysis.upos[verb] != Upos::Verb {
            continue;
        }
        let beside = |dep: &str| {
            let under = |i: usize| analysis.heads[i].is_some_and(|head| head as usize == verb);
            (0..analysis.deps.len()).any(|i| analysis.deps[i].starts_with(dep) && under(i))
        };
        let clause = matches!(analysis.deps[verb], "root" | "parataxis" | "ccomp");
        match analysis.xpos[verb] {
            "VBN" if beside("aux:pass") || clause && !beside("aux") && !beside("obj") => {
                analysis.deps[word] = "nsubj:pass";
            }
            "VBD" if !beside("aux") => analysis.deps[word] = "nsubj",
            "VBZ" | "VBP" => analysis.deps[word] = "nsubj",
            _ => {}
        }
    }
}

/// "Sudorian *rebels attack* base": a finite verb takes no compound; the noun before it is its missing subject.
fn promote(analysis: &mut Analysis) {
    for noun in 0..analysis.deps.len() {
        let Some(verb) = analysis.heads[noun].map(|head| head as usize) else {
            continue;
        };
        let root = analysis.deps[verb] == "root";
        let finite = analysis.upos[verb] == Upos::Verb
            && (matches!(analysis.xpos[verb], "VBP" | "VBZ" | "VBD")
                || root && analysis.xpos[verb] == "NNS");
        let nominal = matches!(analysis.upos[noun], Upos::Noun | Upos::Propn);
        if !(finite && nominal && analysis.deps[noun] == "compound" && noun + 1 == verb) {
            continue;
        }
        let child = |i: &usize| analysis.heads[*i].is_some_and(|head| head as usize == verb);
        let parts = || (0..analysis.deps.len()).filter(child);
        let subject = parts().find(|&i| analysis.deps[i].starts_with("nsubj"));
        let object = parts().any(|i| analysis.deps[i] == "obj");
        match subject {
            None => analysis.deps[noun] = "nsubj",
            // "*Sudoria retakes port*": what follows the verb of a statement is its object.
            Some(after) if after > verb && root && !object => {
                analysis.deps[noun] = "nsubj";
                analysis.deps[after] = "obj";
            }
            Some(_) => {}
        }
    }
}

/// "*The officials* who met said that Norland had left": a subject before the verb that governs a clause is that
/// verb's, not the clause's.
fn raise(analysis: &mut Analysis) {
    for word in 0..analysis.deps.len() {
        let above = |i: usize| analysis.heads[i].map(|head| head as usize);
        let subject = analysis.deps[word].starts_with("nsubj");
        let Some((clause, verb)) = above(word).and_then(|clause| Some((clause, above(clause)?)))
        else {
            continue;
        };
        let governed = analysis.deps[clause] == "ccomp" && word < verb && verb < clause;
        let bare = !(0..analysis.deps.len())
            .any(|i| above(i) == Some(verb) && analysis.deps[i].starts_with("nsubj"));
        let twice = (verb..clause)
            .any(|i| above(i) == Some(clause) && analysis.deps[i].starts_with("nsubj"));
        if let (true, Ok(head)) = (subject && governed && bare && twice, u32::try_from(verb)) {
            analysis.heads[word] = Some(head);
            analysis.deps[word] = "nsubj";
        }
    }
    // Of two subjects, the one beside the clause is its own: "*The troops* left, residents said", "Residents said *the
    // troops* “left at dawn”".
    for clause in 0..analysis.deps.len() {
        let above = |i: usize| analysis.heads[i].map(|head| head as usize);
        let Some(verb) = above(clause).filter(|_| analysis.deps[clause] == "ccomp") else {
            continue;
        };
        let of =
            |i: usize, head: usize| above(i) == Some(head) && analysis.deps[i].starts_with("nsubj");
        let bare = !(0..analysis.deps.len()).any(|i| of(i, clause));
        let (own, other) = match clause < verb {
            true => (
                (0..clause).find(|&i| of(i, verb)),
                (clause..verb).any(|i| of(i, verb)),
            ),
            false => (
                (verb..clause).find(|&i| of(i, verb)),
                (0..verb).any(|i| of(i, verb)),
            ),
        };
        if let (Some(own), Ok(head)) = (own.filter(|_| other && bare), u32::try_from(clause)) {
            analysis.heads[own] = Some(head);
        }
    }
}

/// Joins a noun and the name right after it where both were found to be the subject of one word.
///
/// A bare noun becomes the name's `nmod:desc`, as GUM annotates titles and other nouns before names; to a noun
/// with a determiner ("the magazine Meridian") the name is an apposition.
/// Takes time linear in the number of words and of subjects.
fn join(analysis: &mut Analysis) {
    let subjects: Vec<usize> = (0..analysis.deps.len())
        .filter(|&i| analysis.deps[i].starts_with("nsubj"))
        .collect();
    for pair in subjects.windows(2) {
        let (noun, name) = (pair[0], pair[1]);
        let Some(verb) = analysis.heads[noun] else {
            continue;
        };
        let siblings = analysis.heads[name] == Some(verb) && name < verb as usize;
        let nominal = matches!(analysis.upos[noun], Upos::Noun | Upos::Propn)
            && analysis.upos[name] == Upos::Propn;
        // Nothing stands between them but what belongs to the name, and no comma or "and" does.
        let between = (noun + 1..name).all(|i| {
            analysis.heads[i].is_some_and(|head| head as usize == name)
                && !matches!(analysis.upos[i], Upos::Punct | Upos::Cconj | Upos::Det)
        });
        let (Ok(head), true) = (u32::try_from(name), siblings && nominal && between) else {
            continue;
        };
        let determined = (0..noun).any(|i| {
            analysis.deps[i] == "det" && analysis.heads[i].is_some_and(|of| of as usize == noun)
        });
        if let (true, Ok(of)) = (determined, u32::try_from(noun)) {
            analysis.heads[name] = Some(of);
            analysis.deps[name] = "appos";
        } else {
            analysis.heads[noun] = Some(head);
            analysis.deps[noun] = "nmod:desc";
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finite_verb_has_a_subject_rather_than_a_compound() {
        let mut analysis = Analysis {
            upos: vec![Upos::Noun, Upos::Verb, Upos::Noun],
            xpos: vec!["NNS", "VBP", "NN"],
            heads: vec![Some(1), None, Some(1)],
            deps: vec!["compound", "root", "obj"],
            names: Vec::new(),
        };
        mend(&mut analysis);
        assert_eq!(analysis.deps, ["nsubj", "root", "obj"]);
    }

    #[test]
    fn the_subject_beside_a_clause_is_its_own() {
        let text = "Jonas Brandt said Ana Weiss \"says whatever she needs to hear.\"";
        let sentence = super::super::parsed(text);
        let heads = |word: &str| {
            let token = sentence.tokens.iter().find(|t| t.span.of(text) == word);
            let head = token.and_then(|t| t.head).expect("the word has a head");
            sentence.tokens[head as usize].span.of(text).to_owned()
        };
        assert_eq!(
            (heads("Jonas"), heads("Ana")),
            ("said".into(), "says".into())
        );
    }

    fn joined(words: &[(Upos, Option<u32>, &'static str)]) -> Vec<(Option<u32>, &'static str)> {
        let mut analysis = Analysis {
            upos: words.iter().map(|w| w.0).collect(),
            xpos: vec!["NN"; words.len()],
            heads: words.iter().map(|w| w.1).collect(),
            deps: words.iter().map(|w| w.2).collect(),
            names: Vec::new(),
        };
        join(&mut analysis);
        analysis.heads.into_iter().zip(analysis.deps).collect()
    }

    #[test]
    fn a_title_is_no_second_subject() {
        use Upos::{Propn, Verb};
        let found = joined(&[
            (Propn, Some(3), "nsubj"),
            (Propn, Some(3), "nsubj"),
            (Propn, Some(1), "flat"),
            (Verb, None, "root"),
        ]);
        assert_eq!(found[0], (Some(1), "nmod:desc"));
        assert_eq!(found[1], (Some(3), "nsubj"));
    }

    #[test]
    fn a_name_after_a_determined_noun_is_its_apposition() {
        use Upos::{Det, Noun, Propn, Verb};
        let found = joined(&[
            (Det, Some(1), "det"),
            (Noun, Some(3), "nsubj"),
            (Propn, Some(3), "nsubj"),
            (Verb, None, "root"),
        ]);
        assert_eq!(found[1], (Some(3), "nsubj"));
        assert_eq!(found[2], (Some(1), "appos"));
    }

    #[test]
    fn subjects_have_the_voice_of_their_verb() {
        let voice = |xpos: &'static str, dep: &'static str, auxiliary: &'static str| {
            let mut analysis = Analysis {
                upos: vec![Upos::Noun, Upos::Aux, Upos::Verb],
                xpos: vec!["NN", "VBD", xpos],
                heads: vec![Some(2), Some(2), None],
                deps: vec![dep, auxiliary, "root"],
                names: Vec::new(),
            };
            mend(&mut analysis);
            analysis.deps[0]
        };
        assert_eq!(voice("VBN", "nsubj", "aux:pass"), "nsubj:pass");
        assert_eq!(voice("VBN", "nsubj", "aux"), "nsubj");
        assert_eq!(voice("VBN", "nsubj", "advmod"), "nsubj:pass");
        assert_eq!(voice("VBD", "nsubj:pass", "advmod"), "nsubj");
    }

    #[test]
    fn a_subject_before_the_governing_verb_is_its_own() {
        use Upos::{Noun, Verb};
        let mut analysis = Analysis {
            upos: vec![Noun, Verb, Noun, Verb],
            xpos: vec!["NNS", "VBD", "NNS", "VBD"],
            heads: vec![Some(3), None, Some(3), Some(1)],
            deps: vec!["nsubj", "root", "nsubj", "ccomp"],
            names: Vec::new(),
        };
        mend(&mut analysis);
        assert_eq!(analysis.heads, [Some(1), None, Some(3), Some(1)]);
    }

    #[test]
    fn of_two_subjects_the_first_is_that_of_the_clause_after_it() {
        use Upos::{Noun, Verb};
        let mut analysis = Analysis {
            upos: vec![Noun, Verb, Noun, Verb],
            xpos: vec!["NNS", "VBD", "NNS", "VBD"],
            heads: vec![Some(3), Some(3), Some(3), None],
            deps: vec!["nsubj", "ccomp", "nsubj", "root"],
            names: Vec::new(),
        };
        mend(&mut analysis);
        assert_eq!(analysis.heads, [Some(1), Some(3), Some(3), None]);
    }

    #[test]
    fn a_name_and_an_adjective_share_a_noun() {
        use Upos::{Adj, Cconj, Noun, Propn, Verb};
        let mut analysis = Analysis {
            upos: vec![Propn, Cconj, Adj, Noun, Verb],
            xpos: vec!["NNP", "CC", "JJ", "NNS", "VBD"],
            heads: vec![Some(4), Some(2), Some(0), Some(4), None],
            deps: vec!["nsubj", "cc", "conj", "nsubj", "root"],
            names: Vec::new(),
        };
        mend(&mut analysis);
        assert_eq!(analysis.heads[0], Some(3));
        assert_eq!(analysis.deps, ["compound", "cc", "conj", "nsubj", "root"]);
    }

    #[test]
    fn a_headline_of_a_participle_is_a_clause() {
        use Upos::{Adp, Noun, Num, Verb};
        let mut analysis = Analysis {
            upos: vec![Num, Verb, Adp, Noun],
            xpos: vec!["CD", "VBN", "IN", "NN"],
            heads: vec![None, Some(0), Some(3), Some(1)],
            deps: vec!["root", "acl", "case", "obl"],
            names: Vec::new(),
        };
        mend(&mut analysis);
        assert_eq!(analysis.deps, ["nsubj:pass", "root", "case", "obl"]);
        assert_eq!(analysis.heads, [Some(1), None, Some(3), Some(1)]);
    }

    #[test]
    fn subjects_apart_stay_apart() {
        use Upos::{Noun, Propn, Punct, Verb};
        let words = [
            (Noun, Some(3), "nsubj"),
            (Punct, Some(2), "punct"),
            (Propn, Some(3), "nsubj"),
            (Verb, None, "root"),
        ];
        assert_eq!(joined(&words)[0], (Some(3), "nsubj"));
    }
}
