//! Whom a noun belongs to: national adjectives, compounds, possessors, "of" phrases.

use super::known::KnownIndex;
use super::roster::{DraftIndex, Roster};
use super::tree::Tree;
use super::{ActorKind, MentionForm};

/// Returns the actor a noun belongs to: Russia for "Russian troops", "Russia's troops",
/// "the troops of Russia", the North Korean leader's state for "Kim's troops".
pub(super) fn owner(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    head: u32,
) -> Option<DraftIndex> {
    if let Some(found) = modifier(roster, tree, sentence, head) {
        return Some(found);
    }
    let of = |case: &str| case == "of" || case == "from" || case == "at";
    let phrases = tree
        .children(head)
        .iter()
        .copied()
        .filter(|c| tree.dep(*c) == "nmod");
    // "traders of both countries" are of neither alone.
    let single = |child: &u32| roster.joint(sentence, *child).is_empty();
    for child in phrases.filter(single) {
        let case = tree.case(child);
        // "the embassy in Zedgrad", "the embassy at Zedgrad" is another state's.
        let abroad = roster.gazetteer.nouns.is_posted_abroad(&tree.lemma(head));
        let at = case.as_deref() == Some("at");
        let belongs = case.as_deref().is_some_and(of) && !(abroad && at);
        let stationed = case.as_deref() == Some("in") && !abroad;
        // "officials in the Zedlandic capital"
        let of_place = || {
            let place = roster.gazetteer.nouns.is_place(tree, child);
            place.then(|| modifier(roster, tree, sentence, child))?
        };
        let Some(found) = roster.around(sentence, child).or_else(of_place) else {
            continue;
        };
        let kind = roster.draft(found).kind;
        if belongs || (stationed && matches!(kind, ActorKind::Country | ActorKind::Place)) {
            return Some(found);
        }
    }
    None
}

/// "Ana Weiss of Zedland": returns whom a name is of.
pub(super) fn of(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    name: u32,
) -> Option<DraftIndex> {
    let mut phrases = tree.children(name).iter().copied().filter(|child| {
        let of = tree.case(*child).is_some_and(|case| case == "of");
        tree.dep(*child) == "nmod" && of
    });
    roster.around(sentence, phrases.next()?)
}

/// "spokeswoman for the Harbour Union": returns whom a title serves.
pub(super) fn served(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    title: u32,
) -> Option<DraftIndex> {
    let mut phrases = tree.children(title).iter().copied().filter(|child| {
        let of = tree.case(*child).is_some_and(|case| case == "for");
        tree.dep(*child) == "nmod" && of
    });
    roster.around(sentence, phrases.next()?)
}

/// Returns the owner that stands before a noun.
fn modifier(roster: &Roster<'_>, tree: &Tree<'_>, sentence: u32, head: u32) -> Option<DraftIndex> {
    let single = |child: &u32| roster.joint(sentence, *child).is_empty();
    let before = tree.children(head).iter().copied();
    let before = before.filter(|c| *c < head).filter(single);
    // The nearest adjective goes before any possessor: "Zedland's northern Yeland troops".
    let mut found = None;
    let mut possessor = None;
    for child in before {
        let fitting = matches!(
            tree.dep(child),
            "amod" | "compound" | "nmod:poss" | "nmod:desc" | "nmod:unmarked" | "det" | "nmod"
        );
        // "Norland's Republican critics" are Norland's, and "Republican lawmakers" nobody's.
        if !fitting || is_party_word(roster, sentence, child) {
            continue;
        }
        if tree.word(child).eq_ignore_ascii_case("our") {
            // "our people": those of the speaker's state
            let speaker =
                quoted(roster, tree, sentence, head).or_else(|| speaker(roster, sentence));
            let state = speaker.and_then(|speaker| state(roster, speaker));
            possessor = state.and_then(|state| roster.entered(state)).or(speaker);
        } else if tree.word(child).eq_ignore_ascii_case("my") {
            possessor = quoted(roster, tree, sentence, head);
        } else if tree.word(child).eq_ignore_ascii_case("whose") {
            possessor = antecedent(roster, tree, sentence, head);
        } else if let Some(draft) = roster.around(sentence, child) {
            if tree.dep(child) == "nmod:poss" {
                possessor = possessor.or(Some(draft));
            } else if !joined(tree, child) {
                found = Some(draft);
            }
        } else if matches!(tree.dep(child), "compound" | "amod")
            && let Some(draft) = modifier(roster, tree, sentence, child)
        {
            // "US defence" in "US defence officials"
            found = Some(draft);
        }
    }
    found.or(possessor)
}

/// Returns whether a word only tells of which party somebody is: "Republican" lawmakers.
pub(super) fn is_party_word(roster: &Roster<'_>, sentence: u32, word: u32) -> bool {
    let mention = roster.mention_at(sentence, word);
    mention.is_some_and(|mention| mention.form == MentionForm::Party)
}

/// "*My* brother left," said Ana Weiss: returns the person who says the clause.
fn quoted(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    mut word: u32,
) -> Option<DraftIndex> {
    while !matches!(tree.dep(word), "ccomp" | "parataxis") {
        word = tree.head(word)?;
    }
    let speaker = tree.child(tree.head(word)?, &["nsubj"])?;
    let draft = roster.around(sentence, speaker)?;
    roster.draft(draft).is_person().then_some(draft)
}

/// Returns the official nearest to a sentence in which somebody says "our".
fn speaker(roster: &Roster<'_>, sentence: u32) -> Option<DraftIndex> {
    let near = roster
        .before(sentence + 1, 0)
        .take_while(|(m, _)| m.sentence + 2 >= sentence);
    let mut officials = near.filter(|(_, draft)| roster.draft(*draft).kind == ActorKind::Official);
    officials.next().map(|(_, draft)| draft)
}

/// Returns the actor that a relative clause is about: "the state *whose army* …".
pub(super) fn antecedent(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    mut word: u32,
) -> Option<DraftIndex> {
    // "Nato, *whose chief*, Ana Weiss, spoke": the phrase may stand beside the name.
    while !matches!(tree.dep(word), "acl:relcl" | "appos") {
        word = tree.head(word)?;
    }
    roster.around(sentence, tree.head(word)?)
}

/// Returns whether a word is part of a compound that takes the nation out of it: "Moscow-backed", "pro-Russian".
fn joined(tree: &Tree<'_>, word: u32) -> bool {
    tree.joined(word + 1)
        || word
            .checked_sub(1)
            .is_some_and(|before| tree.joined(before))
}

/// Returns the state of a draft: itself for a state.
pub(super) fn state(roster: &Roster<'_>, draft: DraftIndex) -> Option<KnownIndex> {
    roster.draft(draft).country
}

/// Returns the national adjective of a state.
pub(super) fn adjective<'a>(roster: &Roster<'a>, state: KnownIndex) -> &'a str {
    let known = roster.gazetteer.known(state);
    known.adjective.as_deref().unwrap_or(&known.name)
}
