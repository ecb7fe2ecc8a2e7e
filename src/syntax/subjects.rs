//! One clause, one subject: the tree is decided word by word, and "*Chancellor Olaf Scholz* said"
//! may come out with two subjects, the title and the name.

use super::parser::Analysis;
use super::token::Upos;

/// Makes of each clause one with one subject.
pub(super) fn mend(analysis: &mut Analysis) {
    join(analysis);
    promote(analysis);
}

/// "Sudorian *rebels attack* base": a finite verb takes no compound; the noun before it is its missing subject.
fn promote(analysis: &mut Analysis) {
    for noun in 0..analysis.deps.len() {
        let Some(verb) = analysis.heads[noun].map(|head| head as usize) else {
            continue;
        };
        let finite = analysis.upos[verb] == Upos::Verb
            && matches!(analysis.xpos[verb], "VBP" | "VBZ" | "VBD");
        let nominal = matches!(analysis.upos[noun], Upos::Noun | Upos::Propn);
        if !(finite && nominal && analysis.deps[noun] == "compound" && noun + 1 == verb) {
            continue;
        }
        let child = |i: &usize| analysis.heads[*i].is_some_and(|head| head as usize == verb);
        let subject = (0..analysis.deps.len())
            .filter(child)
            .any(|i| analysis.deps[i].starts_with("nsubj"));
        if !subject {
            analysis.deps[noun] = "nsubj";
        }
    }
}

/// Joins a noun and the name right after it where both were found to be the subject of one word.
///
/// The noun becomes the name's `nmod:desc`, as GUM annotates titles and other nouns before names.
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
        analysis.heads[noun] = Some(head);
        analysis.deps[noun] = "nmod:desc";
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
