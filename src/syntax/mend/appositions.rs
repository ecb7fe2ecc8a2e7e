//! Whose apposition it is: the nearest name's before it.

use super::super::parser::Analysis;
use super::super::token::Upos;

/// Sets right what stands beside a name.
pub(super) fn mend(analysis: &mut Analysis) {
    set_off(analysis);
    hang(analysis);
    second_role(analysis);
}

/// "The HPA, *Norland's port agency*, has left": of two subjects of one verb, the one between commas explains the other.
fn set_off(analysis: &mut Analysis) {
    let subjects: Vec<usize> = (0..analysis.deps.len())
        .filter(|&i| analysis.deps[i].starts_with("nsubj"))
        .collect();
    for pair in subjects.windows(2) {
        let (name, noun) = (pair[0], pair[1]);
        let siblings = analysis.heads[name] == analysis.heads[noun]
            && analysis.heads[noun].is_some_and(|verb| verb as usize > noun + 1);
        let nominal = |i: usize| matches!(analysis.upos[i], Upos::Noun | Upos::Propn);
        let comma = |i: usize| analysis.xpos.get(i) == Some(&",");
        let start = first_of(analysis, noun);
        let between = start.is_some_and(|start| start == name + 2 && comma(name + 1));
        if let (true, Ok(head)) = (
            siblings && nominal(name) && nominal(noun) && between && comma(noun + 1),
            u32::try_from(name),
        ) {
            (analysis.heads[noun], analysis.deps[noun]) = (Some(head), "appos");
        }
    }
}

/// "Ada Moss, the mayor, and Jon Roe, *the head* of the port": hangs an apposition on the last of joined names
/// where it was hung on the first. Takes time linear in the number of words and of appositions.
fn hang(analysis: &mut Analysis) {
    for word in 0..analysis.deps.len() {
        let Some(head) = analysis.heads[word].map(|head| head as usize) else {
            continue;
        };
        if analysis.deps[word] != "appos" || head >= word {
            continue;
        }
        let Some(start) = first_of(analysis, word) else {
            continue;
        };
        // The word before the comma ends the nearest name.
        let Some(end) = start
            .checked_sub(2)
            .filter(|_| analysis.upos[start - 1] == Upos::Punct)
        else {
            continue;
        };
        let mut name = end;
        while matches!(analysis.deps[name], "flat" | "compound")
            && let Some(above) = analysis.heads[name].map(|above| above as usize)
            && above > head
        {
            name = above;
        }
        let joined = analysis.deps[name] == "conj"
            && analysis.heads[name].is_some_and(|of| of as usize == head)
            && analysis.upos[name] == Upos::Propn
            && name > head;
        if let (true, Ok(name)) = (joined, u32::try_from(name)) {
            analysis.heads[word] = Some(name);
        }
    }
}

/// "Ada Moss, president and *chief* of the bank, left": a second role that was joined to the name is joined to the first.
fn second_role(analysis: &mut Analysis) {
    for word in 3..analysis.deps.len() {
        if analysis.deps[word] != "conj" || analysis.xpos[word] != "NN" {
            continue;
        }
        let Some(start) = first_of(analysis, word) else {
            continue;
        };
        // The conjunction hangs on the second role too.
        let own = if analysis.xpos[start] == "CC" {
            start + 1
        } else {
            start
        };
        let bare = !(own..word).any(|i| matches!(analysis.xpos[i], "DT" | "PRP$" | "CD"));
        let role = own
            .checked_sub(2)
            .filter(|_| analysis.xpos[own - 1] == "CC");
        let Some(role) = role.filter(|&role| bare && analysis.xpos[role] == "NN") else {
            continue;
        };
        let beside = analysis.deps[role] == "appos" && analysis.heads[role] == analysis.heads[word];
        if let (true, Ok(role)) = (beside, u32::try_from(role)) {
            analysis.heads[word] = Some(role);
        }
    }
}

/// Returns the first word of the unbroken stretch before a word that hangs on it.
fn first_of(analysis: &Analysis, word: usize) -> Option<usize> {
    let mut first = word;
    while let Some(before) = first.checked_sub(1) {
        let mut above = before;
        // Modifiers hang on the word at most a few steps up.
        for _ in 0..4 {
            match analysis.heads[above] {
                Some(head) if head as usize == word => break,
                Some(head) => above = head as usize,
                None => break,
            }
        }
        let under = analysis.heads[above].is_some_and(|head| head as usize == word);
        if !under || analysis.upos[before] == Upos::Punct {
            break;
        }
        first = before;
    }
    (first > 0).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "Moss , the mayor , left"
    #[test]
    fn a_second_subject_between_commas_explains_the_first() {
        use Upos::{Det, Noun, Propn, Punct, Verb};
        let mut analysis = Analysis {
            upos: vec![Propn, Punct, Det, Noun, Punct, Verb],
            xpos: vec!["NNP", ",", "DT", "NN", ",", "VBD"],
            heads: vec![Some(5), Some(3), Some(3), Some(5), Some(3), None],
            deps: vec!["nsubj", "punct", "det", "nsubj", "punct", "root"],
            names: Vec::new(),
        };
        mend(&mut analysis);
        assert_eq!((analysis.heads[3], analysis.deps[3]), (Some(0), "appos"));
    }

    #[test]
    fn a_second_role_is_joined_to_the_first() {
        let sentence = super::super::parsed(
            "Ada Moss, president and chief executive of the Harbour Bank, left.",
        );
        let executive = &sentence.tokens[6];
        assert_eq!((executive.dep, executive.head), ("conj", Some(3)));
        let apart = super::super::parsed("Ada Moss, the mayor, and a guard of the bank left.");
        assert_eq!(apart.tokens[8].head, Some(0));
    }

    /// "Moss , mayor , and Roe , the head": the mayor is Moss, the head is Roe.
    #[test]
    fn each_apposition_has_the_name_before_it() {
        use Upos::{Cconj, Det, Noun, Propn, Punct, Verb};
        let mut analysis = Analysis {
            upos: vec![
                Propn, Punct, Noun, Punct, Cconj, Propn, Punct, Det, Noun, Verb,
            ],
            xpos: vec!["NNP", ",", "NN", ",", "CC", "NNP", ",", "DT", "NN", "VBD"],
            heads: vec![
                Some(9),
                Some(2),
                Some(0),
                Some(5),
                Some(5),
                Some(0),
                Some(8),
                Some(8),
                Some(0),
                None,
            ],
            deps: vec![
                "nsubj", "punct", "appos", "punct", "cc", "conj", "punct", "det", "appos", "root",
            ],
            names: Vec::new(),
        };
        mend(&mut analysis);
        assert_eq!(analysis.heads[2], Some(0));
        assert_eq!(analysis.heads[8], Some(5));
    }
}
