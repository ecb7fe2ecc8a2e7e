//! Salience: which of the actors before a word is readiest to be taken up again.

use super::roster::{DraftIndex, Roster};
use super::tree::Tree;
use super::{Mention, MentionForm};
use crate::syntax::Upos;
use rustc_hash::FxHashMap;

/// Sentences looked back over.
const REACH: u32 = 3;
/// Sentences looked back over, those in quotations included.
const FAR: u32 = 12;

/// What each further mention nearby adds, up to the fifth. Chosen, as the thresholds of pronouns were, by the coreference
/// of UD English GUM's training part (`whom eval --pronouns`); a threshold is lower where our own stories need it.
const AGAIN: i32 = 6;

/// Returns the most salient of the fitting actors mentioned before a word, with its score.
pub(super) fn most_salient(
    roster: &Roster<'_>,
    trees: &[Tree<'_>],
    sentence: u32,
    head: u32,
    fits: &dyn Fn(&Mention, DraftIndex) -> bool,
) -> Option<(i32, DraftIndex)> {
    let here = &trees[sentence as usize];
    let mut best: Option<(i32, DraftIndex)> = None;
    // "Weiss met Berg. Weiss praised him.": whoever praises is not praised, wherever else she is named.
    let own = roster.before(sentence, head);
    let barred: Vec<DraftIndex> = own
        .take_while(|(mention, _)| mention.sentence == sentence)
        .filter(|(mention, _)| clashes(here, head, mention))
        .map(|(_, draft)| draft)
        .collect();
    let near: Vec<(i32, &Mention, DraftIndex)> = roster
        .before(sentence, head)
        .map_while(|(mention, draft)| {
            let score = score(roster, trees, sentence, head, mention)?;
            Some((score, mention, draft))
        })
        .collect();
    let mut mentions: FxHashMap<DraftIndex, i32> = FxHashMap::default();
    for (_, _, draft) in &near {
        *mentions.entry(*draft).or_default() += 1;
    }
    for (score, mention, draft) in &near {
        let (score, draft) = (*score, *draft);
        if barred.contains(&draft) || !fits(mention, draft) {
            continue;
        }
        // Whoever is spoken of again and again is what the text is about.
        let score = score + AGAIN * (mentions[&draft].min(5) - 1);
        if best.is_none_or(|(old, _)| score > old) {
            best = Some((score, draft));
        }
    }
    best
}

/// Returns how ready the actor of a mention is to be taken up by a later word; none where it is too far back.
pub(super) fn score(
    roster: &Roster<'_>,
    trees: &[Tree<'_>],
    sentence: u32,
    head: u32,
    mention: &Mention,
) -> Option<i32> {
    let distance = roster.distance(mention.sentence, sentence);
    if mention.form == MentionForm::Party {
        return None;
    }
    if distance > REACH || sentence - mention.sentence > FAR {
        return None;
    }
    let here = &trees[sentence as usize];
    let same = mention.sentence == sentence;
    let tree = &trees[mention.sentence as usize];
    let near = if same { 0 } else { distance.max(1) };
    let mut score = salience(tree, mention.head, here, head, near);
    score += match mention.form {
        MentionForm::Modifier => -12,
        MentionForm::Pronoun => 6,
        _ => 4,
    };
    if roster.is_quoted(mention.sentence) && !roster.is_quoted(sentence) {
        // Whoever is talked about is less ready than whoever talks.
        score -= 25;
    }
    if same && coordinated(here, head, mention) {
        score += 60;
    }
    Some(score)
}

/// Returns the score of the readiest thing that is no actor: "The deal … It …".
pub(super) fn rival(
    roster: &Roster<'_>,
    trees: &[Tree<'_>],
    sentence: u32,
    head: u32,
    plural: bool,
) -> Option<i32> {
    let here = &trees[sentence as usize];
    let mut best = None;
    for number in sentence.saturating_sub(1)..=sentence {
        let tree = &trees[number as usize];
        let end = if number == sentence { head } else { tree.len() };
        for word in 0..end {
            let token = tree.token(word);
            let subject = token.dep.starts_with("nsubj");
            let thing = token.upos == Upos::Noun && token.xpos.ends_with('S') == plural;
            if subject && thing && roster.around(number, word).is_none() {
                let score = salience(tree, word, here, head, sentence - number);
                best = best.max(Some(score));
            }
        }
    }
    best
}

/// Returns how ready a word is to be taken up: nearness, grammatical role, like role.
fn salience(tree: &Tree<'_>, word: u32, here: &Tree<'_>, pronoun: u32, distance: u32) -> i32 {
    let near = match distance {
        0 => 75,
        1 => 40,
        2 => 15,
        _ => 0,
    };
    let dep = tree.dep(word);
    let subject = dep.starts_with("nsubj") || dep == "obl:agent";
    let role = match dep {
        _ if subject => 35,
        "root" | "obj" | "iobj" => 15,
        _ if dep.starts_with("obl") => 10,
        "nmod:poss" => 14,
        "appos" | "conj" => 6,
        _ => 0,
    };
    let main = match tree.head(word) {
        Some(verb) if tree.head(verb).is_none() => 6,
        None => 6,
        _ => 0,
    };
    let like = match here.dep(pronoun).starts_with("nsubj") && subject {
        true => 8,
        false => 0,
    };
    let gap = match distance {
        0 => (pronoun.saturating_sub(word) / 6) as i32,
        _ => ((tree.len() - word) / 12) as i32,
    };
    let within = tree.case(word).is_some_and(|case| case == "in");
    let setting = if within { 6 } else { 0 };
    near + role + main + like - gap - setting
}

/// "Zedland and its allies": the possessor of the second is the first.
fn coordinated(tree: &Tree<'_>, pronoun: u32, mention: &Mention) -> bool {
    let Some(noun) = tree
        .head(pronoun)
        .filter(|_| tree.dep(pronoun) == "nmod:poss")
    else {
        return false;
    };
    tree.dep(noun) == "conj" && tree.head(noun) == Some(mention.head)
}

/// Returns whether a mention cannot be the pronoun's: it holds the pronoun in its own phrase, or is
/// another argument of the same verb: "X attacked him".
pub(super) fn clashes(tree: &Tree<'_>, pronoun: u32, mention: &Mention) -> bool {
    if (mention.first..=mention.last).contains(&pronoun) {
        return true;
    }
    let possessive = tree.dep(pronoun) == "nmod:poss";
    let reflexive = tree.word(pronoun).to_lowercase().contains("sel");
    if possessive || reflexive {
        return false;
    }
    let argument = |i: u32| {
        let dep = tree.dep(i);
        dep.starts_with("nsubj") || matches!(dep, "obj" | "iobj") || dep.starts_with("obl")
    };
    let Some(verb) = tree.head(pronoun).filter(|_| argument(pronoun)) else {
        return false;
    };
    if !argument(mention.head) {
        return false;
    }
    let shared =
        !tree.dep(pronoun).starts_with("nsubj") && subject_of(tree, verb) == Some(mention.head);
    shared || tree.head(mention.head) == Some(verb)
}

/// Returns the subject of a verb, its own or the one it shares: "X came and *saw* him".
fn subject_of(tree: &Tree<'_>, mut verb: u32) -> Option<u32> {
    loop {
        if let Some(subject) = tree.child(verb, &["nsubj", "nsubj:pass"]) {
            return Some(subject);
        }
        // "Weiss attacked Berg, *calling* him a fool": who attacks calls.
        let participle = tree.dep(verb) == "advcl" && tree.token(verb).xpos == "VBG";
        if !participle && !matches!(tree.dep(verb), "conj" | "xcomp") {
            return None;
        }
        let above = tree.head(verb)?;
        // "ordered *troops* to leave it": the object is to do it.
        let object = tree
            .child(above, &["obj", "iobj"])
            .filter(|object| *object < verb);
        if tree.dep(verb) == "xcomp" && object.is_some() {
            return object;
        }
        verb = above;
    }
}
