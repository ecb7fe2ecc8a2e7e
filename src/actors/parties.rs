//! Words and letters that tell of which party somebody is: "Republican Sen. Ana Weiss", "Ana Weiss, a Democrat",
//! "Ana Weiss (R-Texas)".

use super::gazetteer::Gazetteer;
use super::known::{KnownIndex, Sense};
use super::names::NameSpan;
use super::naming::{modifies, words};
use super::roster::{DraftIndex, Roster, Words};
use super::spelling;
use super::tree::Tree;
use super::{ActorKind, Mention, MentionForm};
use crate::syntax::Upos;

/// Returns whether a word, standing for a party, means who is of it, one or several: "Republican", but neither
/// "Republicans" nor "GOP".
pub(super) fn is_word(
    gazetteer: &Gazetteer,
    tree: &Tree<'_>,
    word: u32,
    known: KnownIndex,
) -> bool {
    let party = gazetteer.known(known).kind == ActorKind::Organization;
    let adjective = tree.token(word).upos == Upos::Adj || tree.dep(word) == "amod";
    let member = gazetteer.nouns.kind_of_word(tree.word(word)) == Some(ActorKind::Group);
    let one = !tree.token(word).xpos.ends_with('S') && !tree.is_capitals(word);
    party && one && (adjective || member)
}

/// Enters such a word where it says of somebody that he is of the party; returns whether it is one.
///
/// "Democratic reforms" are nobody's, and "a Democrat said" is not the party; "Ana Weiss *is* a Democrat" names it.
pub(super) fn enter(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    name: NameSpan,
    known: KnownIndex,
) -> bool {
    let word = name.head;
    let gazetteer = roster.gazetteer;
    if name.first < name.last || !is_word(gazetteer, tree, word, known) {
        return false;
    }
    if tree.child(word, &["cop"]).is_some() {
        return false;
    }
    // "the Republican *nomination*" is the party's own.
    let own = |noun: u32| gazetteer.nouns.is_partys(&tree.lemma(noun));
    if modifies(tree, word) && tree.head(word).is_some_and(own) {
        return is_foreign(gazetteer, tree, word, known);
    }
    let member = match modifies(tree, word) {
        true => is_of_people(gazetteer, tree, word) && !is_foreign(gazetteer, tree, word, known),
        false => tree.dep(word) == "appos" || tree.child(word, &["appos"]).is_some(),
    };
    if member {
        let text = tree.word(word);
        let draft = roster.known(known);
        let entry = roster.draft_mut(draft);
        entry.aliases.insert(text.to_string());
        entry.names.push(spelling::folded(text));
        let form = MentionForm::Party;
        roster.mention(tree, sentence, words(name), form, draft, "word of a party");
    }
    true
}

/// "Democratic *lawmakers*", "Democratic *Sen.* Ana Weiss", but not "Democratic *reforms*".
fn is_of_people(gazetteer: &Gazetteer, tree: &Tree<'_>, word: u32) -> bool {
    tree.head(word).is_some_and(|noun| {
        let human = gazetteer.nouns.kind(tree, noun) == Some(ActorKind::Group);
        let title = gazetteer.nouns.title(tree, noun).is_some();
        human || title || tree.token(noun).upos == Upos::Propn
    })
}

/// "*Yelandic* Democratic lawmakers" are of a party of Yeland.
fn is_foreign(gazetteer: &Gazetteer, tree: &Tree<'_>, word: u32, known: KnownIndex) -> bool {
    let country = gazetteer.known(known).country;
    word.checked_sub(1).is_some_and(|before| {
        let text = tree.word(before);
        let mut forms = gazetteer.forms_at(text).iter();
        forms.any(|form| {
            let nation = form.sense == Sense::Adjective && *form.text == *text;
            nation && Some(form.known) != country
        })
    })
}

/// Enters the party whose letter stands after a name, and makes its bearer a politician of its state.
pub(super) fn letters(roster: &mut Roster<'_>, trees: &[Tree<'_>]) {
    let names: Vec<(u32, u32, DraftIndex)> = roster
        .mentions()
        .filter(|mention| mention.form == MentionForm::Name)
        .map(|m| (m.sentence, m.last, DraftIndex(m.actor.0)))
        .filter(|(_, _, draft)| roster.draft(*draft).is_person())
        .collect();
    for (sentence, last, draft) in names {
        let tree = &trees[sentence as usize];
        let Some(letter) = after(tree, last) else {
            continue;
        };
        let gazetteer = roster.gazetteer;
        let id = gazetteer.nouns.party_of_letter(tree.word(letter));
        let Some(party) = id.and_then(|id| gazetteer.find(id)) else {
            continue;
        };
        let country = gazetteer.known(party).country;
        let party = roster.known(party);
        let words = Words {
            head: letter,
            first: letter,
            last: letter,
        };
        let form = MentionForm::Party;
        roster.mention(tree, sentence, words, form, party, Mention::LETTER);
        enter_seat(roster, tree, sentence, letter);
        let entry = roster.draft_mut(draft);
        entry.country = entry.country.or(country);
        if entry.kind == ActorKind::Person {
            entry.kind = ActorKind::Official;
        }
    }
}

/// Returns the word that stands alone in brackets after a name, or before a hyphen and a place in brackets or commas.
fn after(tree: &Tree<'_>, name: u32) -> Option<u32> {
    let (open, letter, mark) = (name + 1, name + 2, name + 3);
    if mark >= tree.len() {
        return None;
    }
    let bracket = tree.word(open) == "(";
    let hyphen = matches!(tree.word(mark), "-" | "–" | "‑");
    let place = mark + 1 < tree.len() && tree.word(mark + 1).starts_with(char::is_uppercase);
    let seat = hyphen && place && (bracket || tree.word(open) == ",");
    (seat || bracket && tree.word(mark) == ")").then_some(letter)
}

/// Returns whether a name begins with the letter of a party or behind it: "Nev." and "D-Nev" in "(D-Nev.)".
pub(super) fn is_seat(gazetteer: &Gazetteer, tree: &Tree<'_>, first: u32) -> bool {
    let behind = |words: u32| {
        first.checked_sub(words).is_some_and(|name| {
            let letter = after(tree, name).map(|letter| tree.word(letter));
            letter.is_some_and(|letter| gazetteer.nouns.party_of_letter(letter).is_some())
        })
    };
    behind(4) || behind(2)
}

/// "Ana Weiss, D-*Fla*.": enters the place that stands behind the letter, cut short or not.
fn enter_seat(roster: &mut Roster<'_>, tree: &Tree<'_>, sentence: u32, letter: u32) {
    let word = letter + 2;
    let hyphen = word < tree.len() && matches!(tree.word(letter + 1), "-" | "–" | "‑");
    if !hyphen || roster.around(sentence, word).is_some() {
        return;
    }
    let gazetteer = roster.gazetteer;
    let bare = tree.word(word).trim_end_matches('.');
    let mut place = [bare.to_owned(), format!("{bare}.")].into_iter();
    let place = place.find_map(|text| {
        let mut forms = gazetteer.forms_at(&text).iter();
        let whole = forms.find(|form| *form.text == *text)?;
        (gazetteer.known(whole.known).kind == ActorKind::Place).then_some(whole.known)
    });
    let Some(place) = place.map(|place| roster.known(place)) else {
        return;
    };
    let words = Words {
        head: word,
        first: word,
        last: word,
    };
    let form = MentionForm::Name;
    roster.mention(tree, sentence, words, form, place, "seat of a politician");
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn a_letter_after_a_name_tells_the_party() {
        let text = "Sen. Jon Roe (R-Texas) met Ana Weiss, D-Ohio, on Monday.";
        check(
            text,
            &[
                "R > Republican Party",
                "D > Democratic Party",
                "Jon Roe > Jon Roe [official, United States]",
                "Ana Weiss > Ana Weiss [official, United States]",
            ],
        );
        check_not("Jon Roe (X-Files) left Norway.", &["X"]);
        check(
            "Rep. Ana Weiss, D-Fla., met Sen. Eva Lund (R-N.H.) on Monday.",
            &[
                "Fla > Florida",
                "N.H > New Hampshire",
                "D > Democratic Party",
            ],
        );
    }

    #[test]
    fn a_word_of_a_party_stands_for_it_beside_people_only() {
        check(
            "Republican Sen. Jon Roe met Ana Weiss, a Democrat.",
            &[
                "Republican > Republican Party",
                "Democrat > Democratic Party",
            ],
        );
        check_not("Democratic reforms pleased Norway.", &["Democratic"]);
        check_not(
            "The Kurdish Democratic Front praised Norway.",
            &["Democratic"],
        );
        check_not("Swiss Republican lawmakers left Norway.", &["Republican"]);
    }
}
