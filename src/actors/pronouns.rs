//! Pronouns of the third person: the nearest fitting actor, subjects first.

use super::roster::{DraftIndex, Gender, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, Mention, MentionForm};
use crate::syntax::Upos;

/// What a pronoun can stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pronoun {
    He,
    She,
    It,
    They,
}

/// Enters what a pronoun stands for, where an actor near enough fits.
pub(super) fn resolve(roster: &mut Roster<'_>, trees: &[Tree<'_>], sentence: u32, head: u32) {
    let tree = &trees[sentence as usize];
    if tree.token(head).upos != Upos::Pron || roster.at(sentence, head).is_some() {
        return;
    }
    let Some(pronoun) = pronoun(tree.word(head)) else {
        return;
    };
    if tree.dep(head) == "expl" || (pronoun == Pronoun::It && impersonal(tree, head)) {
        return;
    }
    let mut best: Option<(i32, DraftIndex)> = None;
    let mut seen = 0;
    for (mention, draft) in roster.before(sentence, head) {
        let distance = sentence - mention.sentence;
        if distance > 3 || seen > 40 {
            break;
        }
        seen += 1;
        if !fits(roster, draft, pronoun) || (distance == 0 && clashes(tree, head, mention)) {
            continue;
        }
        let score = salience(
            &trees[mention.sentence as usize],
            mention,
            tree,
            head,
            distance,
        );
        if best.is_none_or(|(old, _)| score > old) {
            best = Some((score, draft));
        }
    }
    let Some((_, draft)) = best else { return };
    if let Some(gender) = gender(pronoun) {
        let entry = roster.draft_mut(draft);
        if entry.gender == Gender::Unknown {
            entry.gender = gender;
        }
    }
    let words = Words {
        head,
        first: head,
        last: head,
    };
    let reason = "pronoun: most salient before it";
    roster.mention(tree, sentence, words, MentionForm::Pronoun, draft, reason);
}

fn pronoun(word: &str) -> Option<Pronoun> {
    match word.to_lowercase().as_str() {
        "he" | "him" | "his" | "himself" => Some(Pronoun::He),
        "she" | "her" | "hers" | "herself" => Some(Pronoun::She),
        "it" | "its" | "itself" => Some(Pronoun::It),
        "they" | "them" | "their" | "theirs" | "themselves" => Some(Pronoun::They),
        _ => None,
    }
}

fn gender(pronoun: Pronoun) -> Option<Gender> {
    match pronoun {
        Pronoun::He => Some(Gender::He),
        Pronoun::She => Some(Gender::She),
        _ => None,
    }
}

/// "It is unclear whether", "it is believed that": nobody.
fn impersonal(tree: &Tree<'_>, it: u32) -> bool {
    let Some(above) = tree.head(it) else {
        return false;
    };
    // "made it known that"
    let clausal = tree.child(above, &["xcomp", "ccomp"]).is_some();
    if !tree.dep(it).starts_with("nsubj") {
        return tree.dep(it) == "obj" && clausal;
    }
    let clause = tree
        .child(above, &["csubj", "csubj:pass", "ccomp", "advcl"])
        .is_some();
    let copula = tree.child(above, &["cop"]).is_some();
    let passive = tree.dep(it) == "nsubj:pass";
    (clause && (copula || passive))
        || (copula && tree.token(above).upos == Upos::Propn)
        || (copula
            && tree.token(above).upos == Upos::Adj
            && tree.child(above, &["xcomp"]).is_some())
}

fn fits(roster: &Roster<'_>, draft: DraftIndex, pronoun: Pronoun) -> bool {
    let draft = roster.draft(draft);
    match pronoun {
        Pronoun::He => draft.is_person() && draft.gender != Gender::She,
        Pronoun::She => draft.is_person() && draft.gender != Gender::He,
        Pronoun::It => {
            !draft.is_person()
                && !matches!(draft.kind, ActorKind::Group | ActorKind::Place)
                && !(draft.plural && draft.kind != ActorKind::Unit)
        }
        Pronoun::They => {
            draft.plural
                || matches!(
                    draft.kind,
                    ActorKind::Group | ActorKind::ArmedGroup | ActorKind::Unit
                )
        }
    }
}

/// Returns whether a mention cannot be the pronoun's: it holds the pronoun in its own phrase, or is
/// another argument of the same verb.
fn clashes(tree: &Tree<'_>, pronoun: u32, mention: &Mention) -> bool {
    if (mention.first..=mention.last).contains(&pronoun) {
        return true;
    }
    let possessive = tree.dep(pronoun) == "nmod:poss";
    let reflexive = tree.word(pronoun).to_lowercase().contains("sel");
    if possessive || reflexive {
        return false;
    }
    let same = tree.head(pronoun).is_some() && tree.head(pronoun) == tree.head(mention.head);
    let argument = |i: u32| {
        let dep = tree.dep(i);
        dep.starts_with("nsubj") || matches!(dep, "obj" | "iobj") || dep.starts_with("obl")
    };
    same && argument(pronoun) && argument(mention.head)
}

/// Returns how ready a mention is to be taken up: nearness, grammatical role, like role.
fn salience(
    tree: &Tree<'_>,
    mention: &Mention,
    here: &Tree<'_>,
    pronoun: u32,
    distance: u32,
) -> i32 {
    let near = match distance {
        0 => 75,
        1 => 40,
        2 => 15,
        _ => 0,
    };
    let dep = tree.dep(mention.head);
    let subject = dep.starts_with("nsubj") || dep == "obl:agent";
    let role = match dep {
        _ if subject => 35,
        "root" | "obj" | "iobj" => 15,
        _ if dep.starts_with("obl") => 10,
        "nmod:poss" => 8,
        "appos" | "conj" => 6,
        _ => 0,
    };
    let form = match mention.form {
        MentionForm::Modifier => -12,
        MentionForm::Pronoun => 6,
        _ => 4,
    };
    let main = match tree.head(mention.head) {
        Some(verb) if tree.head(verb).is_none() => 6,
        None => 6,
        _ => 0,
    };
    let like = match here.dep(pronoun).starts_with("nsubj") && subject {
        true => 8,
        false => 0,
    };
    let gap = match distance {
        0 => (pronoun.saturating_sub(mention.head) / 6) as i32,
        _ => ((tree.len() - mention.head) / 12) as i32,
    };
    near + role + form + main + like - gap
}
