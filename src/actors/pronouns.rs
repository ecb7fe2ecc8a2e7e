//! Pronouns of the third person: the nearest fitting actor, subjects first.

use super::draft::Gender;
use super::nouns::Nouns;
use super::roster::{DraftIndex, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, Mention, MentionForm, cataphora, family, joint, owners, quoting, salience};
use crate::syntax::{Upos, is_of_somebody};

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
    if tree.word(head) == "whose" {
        return relative(roster, tree, sentence, head);
    }
    let Some(pronoun) = pronoun(tree.word(head)) else {
        return;
    };
    if tree.dep(head) == "expl"
        || (pronoun == Pronoun::It && impersonal(&roster.gazetteer.nouns, tree, head))
    {
        return;
    }
    let quoted = quoting::quoted_before(tree, head);
    let fitting = |mention: &Mention, draft: DraftIndex| {
        let in_quote = quoted.as_ref().is_some_and(|q| q.contains(&mention.head));
        if mention.sentence == sentence && in_quote {
            return false;
        }
        // "a soldier" stands for several, but "they" does not take it up.
        let tree = &trees[mention.sentence as usize];
        let one = mention.form == MentionForm::Description
            && tree.child(mention.head, &["det"]).is_some_and(|det| {
                matches!(tree.word(det).to_lowercase().as_str(), "a" | "an" | "one")
            });
        fits(roster, draft, pronoun)
            && !(one && pronoun == Pronoun::They)
            && !family::is_kin_himself(roster, &trees[sentence as usize], head, draft)
    };
    // "The Harbour Post said that Zedland would use its ships": papers seldom have what is spoken of.
    let no_paper = |mention: &Mention, draft: DraftIndex| {
        fitting(mention, draft) && roster.draft(draft).kind != ActorKind::Media
    };
    let owned = tree.dep(head) == "nmod:poss" && pronoun == Pronoun::It;
    let doer =
        controller(roster, tree, sentence, head).or_else(|| client(roster, tree, sentence, head));
    let doer = doer.or_else(|| judged(roster, tree, sentence, head));
    let doer = doer.or_else(|| quoting::told_of(roster, tree, sentence, head));
    let doer = doer
        .filter(|(mention, draft)| fitting(mention, *draft))
        .or_else(|| cataphora::subject_ahead(roster, tree, sentence, head, &fitting));
    let found = doer
        .map(|(_, draft)| (i32::MAX, draft))
        .or_else(|| {
            owned.then(|| salience::most_salient(roster, trees, sentence, head, &no_paper))?
        })
        .or_else(|| salience::most_salient(roster, trees, sentence, head, &fitting));
    let joint = (pronoun == Pronoun::They && tree.dep(head) != "nmod:poss")
        .then(|| joint::coordinated_before(roster, trees, sentence, head))
        .flatten()
        .filter(|(score, _)| found.is_none_or(|(other, _)| *score > other));
    let others = joint.as_ref().map_or(&[][..], |(_, all)| &all[1..]);
    let joint_first = joint.as_ref().map(|(score, all)| (*score, all[0]));
    let Some((score, draft)) = joint_first.or(found) else {
        return;
    };
    // Only an actor has a spokeswoman.
    let possessed = tree.head(head).filter(|_| tree.dep(head) == "nmod:poss");
    let human = possessed.is_some_and(|noun| roster.gazetteer.nouns.title(tree, noun).is_some());
    // "“Is Norland safe? Zedland attacked *it*,” he said": what a quotation goes on about stands in it, too.
    let quoted = sentence > 0 && roster.is_quoted(sentence - 1);
    if !human && score < least(pronoun, possessed.is_some() || quoted) {
        return;
    }
    if matches!(pronoun, Pronoun::It | Pronoun::They) && !human {
        let plural = pronoun == Pronoun::They;
        let rival = salience::rival(roster, trees, sentence, head, plural);
        if rival.is_some_and(|rival| rival > score) {
            return;
        }
    }
    if let Some(gender) = gender(pronoun) {
        let entry = roster.draft_mut(draft);
        if entry.gender == Gender::Unknown {
            entry.gender = gender;
        }
    }
    let reason = "pronoun: most salient before it";
    enter(roster, tree, sentence, head, draft, reason);
    if !others.is_empty() {
        roster.join(sentence, head, others);
    }
}

/// Returns how salient an actor must be: "it" is seldom somebody of another sentence, "they" may be things.
fn least(pronoun: Pronoun, likely: bool) -> i32 {
    match pronoun {
        Pronoun::He | Pronoun::She => i32::MIN,
        Pronoun::It if likely => 60,
        Pronoun::It => 75,
        Pronoun::They => 40,
    }
}

/// Enters a pronoun as a mention.
fn enter(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    head: u32,
    draft: DraftIndex,
    reason: &'static str,
) {
    let words = Words {
        head,
        first: head,
        last: head,
    };
    roster.mention(tree, sentence, words, MentionForm::Pronoun, draft, reason);
}

/// "the society, *whose* president left": whom the clause is about.
fn relative(roster: &mut Roster<'_>, tree: &Tree<'_>, sentence: u32, head: u32) {
    if let Some(draft) = owners::antecedent(roster, tree, sentence, head) {
        let reason = "relative pronoun: what the clause is about";
        enter(roster, tree, sentence, head, draft, reason);
    }
}

/// "called on Zedland to end *its* attacks": the possessor in an infinitive is whoever is to do it.
fn controller<'r>(
    roster: &'r Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    pronoun: u32,
) -> Option<(&'r Mention, DraftIndex)> {
    if tree.dep(pronoun) != "nmod:poss" {
        return None;
    }
    let mut clause = tree.head(pronoun)?;
    while tree.dep(clause) != "xcomp" {
        let other = ["advcl", "ccomp", "acl:relcl", "parataxis", "conj"];
        if other.contains(&tree.dep(clause)) {
            return None;
        }
        clause = tree.head(clause)?;
    }
    let to = tree
        .child(clause, &["mark"])
        .is_some_and(|mark| tree.word(mark) == "to");
    let verb = tree.head(clause).filter(|_| to)?;
    let object = tree.children(verb).iter().copied().find(|&child| {
        let upon = tree
            .case(child)
            .is_some_and(|case| case == "on" || case == "upon");
        let addressed =
            matches!(tree.dep(child), "obj" | "iobj") || tree.dep(child) == "obl" && upon;
        child > verb && child < clause && addressed
    })?;
    let draft = roster.at(sentence, object)?;
    Some((roster.mention_at(sentence, object)?, draft))
}

/// "praised Zedland for *its* aid", "faulted Weiss over *his* remarks": what somebody is judged for is his own.
fn judged<'r>(
    roster: &'r Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    pronoun: u32,
) -> Option<(&'r Mention, DraftIndex)> {
    let phrase = tree
        .head(pronoun)
        .filter(|_| tree.dep(pronoun) == "nmod:poss")?;
    let for_it = matches!(tree.case(phrase)?.as_str(), "for" | "over");
    let above = tree.head(phrase).filter(|_| for_it)?;
    // Parsers may hang the phrase on whoever is judged.
    let verb = match tree.dep(phrase) {
        "nmod" if tree.dep(above) == "obj" => tree.head(above)?,
        dep if dep.starts_with("obl") => above,
        _ => return None,
    };
    let judges = roster.gazetteer.nouns.judges(&tree.lemma(verb));
    let object = tree.child(verb, &["obj"]).filter(|_| judges)?;
    let draft = roster.at(sentence, object).filter(|_| object < pronoun)?;
    Some((roster.mention_at(sentence, object)?, draft))
}

/// "*Her* lawyer said that *she* was innocent": whoever speaks for somebody speaks of that person.
fn client<'r>(
    roster: &'r Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    pronoun: u32,
) -> Option<(&'r Mention, DraftIndex)> {
    let mut clause = tree.head(pronoun)?;
    while tree.dep(clause) != "ccomp" {
        if !matches!(
            tree.dep(clause),
            "xcomp" | "conj" | "advcl" | "obj" | "obl" | "nsubj"
        ) {
            return None;
        }
        clause = tree.head(clause)?;
    }
    let speaker = tree.child(tree.head(clause)?, &["nsubj"])?;
    let serving = roster.gazetteer.nouns.serving("client");
    serving.contains(&tree.lemma(speaker)).then_some(())?;
    let whose = tree.child(speaker, &["nmod:poss"])?;
    let draft = roster.at(sentence, whose)?;
    Some((roster.mention_at(sentence, whose)?, draft))
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

/// "It is unclear whether", "it is believed that", "it was a long game": nobody.
fn impersonal(nouns: &Nouns, tree: &Tree<'_>, it: u32) -> bool {
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
    // "it *matters* that Zedland left"
    let told = tree.child(above, &["csubj", "ccomp"]).is_some();
    if told && nouns.is_impersonal(&tree.lemma(above)) {
        return true;
    }
    let copula = tree.child(above, &["cop"]).is_some();
    let passive = tree.dep(it) == "nsubj:pass";
    // "it is an ally", "it is at war", but not "it is a game", "it is about money", "it was nice".
    let predicate = match tree.token(above).upos {
        Upos::Noun => tree.case(above).is_none() && !is_said_of_bodies(nouns, tree, above),
        Upos::Adj => !is_of_somebody(&tree.lemma(above)) && tree.child(above, &["obl"]).is_none(),
        _ => false,
    };
    (copula && predicate)
        || (clause && (copula || passive))
        || (copula && tree.token(above).upos == Upos::Propn)
        || (copula
            && tree.token(above).upos == Upos::Adj
            && !is_of_somebody(&tree.lemma(above))
            && tree.child(above, &["xcomp"]).is_some())
}

/// Returns whether a noun says what a state or a body is: "an ally", "a supplier", "a member".
fn is_said_of_bodies(nouns: &Nouns, tree: &Tree<'_>, noun: u32) -> bool {
    let lemma = tree.lemma(noun);
    let doer = ["er", "or", "ist"].iter().any(|end| lemma.ends_with(end));
    let body = nouns.kind_of_word(&lemma).is_some() || nouns.title(tree, noun).is_some();
    doer || body || nouns.is_relation(&lemma) || nouns.is_place(tree, noun)
}

fn fits(roster: &Roster<'_>, draft: DraftIndex, pronoun: Pronoun) -> bool {
    let draft = roster.draft(draft);
    match pronoun {
        Pronoun::He => draft.is_person() && draft.gender != Gender::She,
        Pronoun::She => draft.is_person() && draft.gender != Gender::He,
        Pronoun::It => {
            let several = draft.plural && draft.kind != ActorKind::Unit;
            let other = matches!(draft.kind, ActorKind::Group | ActorKind::Place);
            !(draft.is_person() || several || other)
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
