//! Names of places: who is a town and no person, parts of states, and capitals meant as towns.

use super::draft::Draft;
use super::known::{KnownIndex, Sense};
use super::names::{Found, NameSpan};
use super::naming::{Place, modifies, words};
use super::nouns::Nouns;
use super::roster::{Roster, Words};
use super::tree::Tree;
use super::{ActorKind, MentionForm};
use crate::syntax::{NameKind, Upos};
use std::collections::{BTreeMap, BTreeSet};

/// Takes what the model sees as a person for a place where the phrase says so ("the town of *Zedburg*",
/// "in *Zedburg*", "*Zedburg*, a market town") and the document has no person of that name ("trust in *Ada Moss*"), or
/// where it sees a place of that name elsewhere.
pub(super) fn settle(nouns: &Nouns, trees: &[Tree<'_>], places: &mut [Place]) {
    let text = |p: &Place| trees[p.sentence].text_of(p.name.first, p.name.last);
    let person = |p: &Place| p.name.found == Found::Unknown(NameKind::Person);
    let (located, others): (Vec<usize>, Vec<usize>) = (0..places.len())
        .filter(|&i| person(&places[i]))
        .partition(|&i| stands_for_place(nouns, &trees[places[i].sentence], places[i].name));
    let people: BTreeSet<&str> = others
        .iter()
        .flat_map(|&i| text(&places[i]).split_whitespace())
        .collect();
    let alone = |i: &usize| {
        text(&places[*i])
            .split_whitespace()
            .all(|word| !people.contains(word))
    };
    let mut settled: Vec<usize> = located.iter().copied().filter(alone).collect();
    // "Zedburg" as a town here and a person there is a town, unless somebody bears it as a surname.
    let mut seen: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (i, place) in places.iter().enumerate() {
        let town = matches!(
            place.name.found,
            Found::Unknown(NameKind::Location | NameKind::Polity)
        );
        let located = located.binary_search(&i).is_ok();
        let counts = seen.entry(text(place)).or_default();
        counts.0 += usize::from(town || located);
        counts.1 += usize::from(person(place) && !located);
    }
    let full = places
        .iter()
        .filter(|p| person(p) && p.name.first < p.name.last);
    let surnames: BTreeSet<&str> = full.flat_map(|p| text(p).split_whitespace()).collect();
    let bears = |&i: &usize| {
        let name = text(&places[i]);
        let (towns, people) = seen[name];
        towns > 0 && towns >= people && !surnames.contains(name)
    };
    settled.extend(located.iter().chain(&others).copied().filter(bears));
    for i in settled {
        places[i].name.found = Found::Unknown(NameKind::Location);
    }
}

fn stands_for_place(nouns: &Nouns, tree: &Tree<'_>, name: NameSpan) -> bool {
    let case = tree.case(name.head);
    let above = tree.head(name.head);
    match case.as_deref() {
        Some("of") => above.is_some_and(|above| nouns.is_place(tree, above)),
        Some("in" | "near" | "outside" | "inside") => {
            let titled = name.first > 0 && nouns.is_title(tree.word(name.first - 1));
            !titled && name.last - name.first < 2
        }
        _ => is_called_town(nouns, tree, name),
    }
}

/// "*Zedburg*, a market town", "*Zedburg* is the town where …".
fn is_called_town(nouns: &Nouns, tree: &Tree<'_>, name: NameSpan) -> bool {
    // "Ada Moss is *in* a prison" makes her none.
    let town = |noun: u32| {
        let place = tree.token(noun).upos == Upos::Noun && nouns.is_place(tree, noun);
        place && !tree.is_plural(noun) && tree.case(noun).is_none()
    };
    let apposed = tree
        .children(name.head)
        .iter()
        .any(|c| tree.dep(*c) == "appos" && town(*c));
    let above = tree.head(name.head).filter(|above| town(*above));
    let explained = above.is_some_and(|noun| match tree.dep(name.head) {
        "appos" => true,
        "nsubj" => tree.child(noun, &["cop"]).is_some(),
        _ => false,
    });
    apposed || explained
}

/// "*northern* Zedland": enters a part of a state or region as a place of its own; returns whether it is one.
pub(super) fn enter_part(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    place: Place,
    known: KnownIndex,
    sense: Sense,
) -> bool {
    let name = place.name;
    let row = roster.gazetteer.known(known);
    let whole = matches!(row.kind, ActorKind::Country | ActorKind::Place) && sense == Sense::Name;
    let direction = name
        .first
        .checked_sub(1)
        .filter(|i| roster.gazetteer.nouns.is_direction(tree.word(*i)));
    let Some(first) = direction.filter(|_| whole && !modifies(tree, name.head)) else {
        return false;
    };
    let text = tree.text_of(first, name.last);
    let state = row.country.or(Some(known)).filter(|_| whole);
    let draft = roster.keyed(format!("place {text}"), || {
        let mut draft = Draft::new(ActorKind::Place, text);
        draft.country = state;
        draft
    });
    roster.draft_mut(draft).aliases.insert(text.to_string());
    let words = Words {
        first,
        ..words(name)
    };
    let reason = "part of a state";
    roster.mention(
        tree,
        place.sentence as u32,
        words,
        MentionForm::Name,
        draft,
        reason,
    );
    true
}

/// "Zedgrad-based", "the Zedgrad mayor", "Zedgrad province": returns whether a capital is meant as a town.
pub(super) fn is_local(nouns: &Nouns, tree: &Tree<'_>, name: NameSpan) -> bool {
    let joint = name.last + 1;
    if tree.joined(joint) {
        let word = tree.word(joint + 1).to_lowercase();
        return matches!(word.as_str(), "based" | "born" | "area" | "region");
    }
    if !matches!(tree.dep(name.head), "compound" | "nmod:poss") {
        return false;
    }
    // "the Zedgrad *firm*": a private body sits in a town.
    let private = |noun: u32| {
        let kind = nouns.kind(tree, noun);
        let body = matches!(kind, Some(ActorKind::Company | ActorKind::Organization));
        body && tree.dep(name.head) == "compound" && tree.token(noun).upos == Upos::Noun
    };
    tree.head(name.head).is_some_and(|above| {
        is_of_a_town(tree, above) || nouns.is_place(tree, above) || private(above)
    })
}

/// Returns whether a noun is for what towns have and states do not.
fn is_of_a_town(tree: &Tree<'_>, noun: u32) -> bool {
    matches!(
        tree.lemma(noun).as_str(),
        "mayor" | "governor" | "resident" | "suburb" | "metro" | "subway"
    )
}

/// "flew *to Zedgrad*", "left *for Zedgrad*", "a visit *to Zedgrad*", "visited *Zedgrad*", "overran
/// *Zedgrad*": where somebody goes, or comes to stay.
pub(super) fn is_destination(nouns: &Nouns, tree: &Tree<'_>, mut name: u32) -> bool {
    // "flew to Zedgrad and *Yelgrad*"
    while tree.dep(name) == "conj" && tree.child(name, &["case"]).is_none() {
        let Some(first) = tree.head(name) else { break };
        name = first;
    }
    let case = tree.case(name);
    let goal = case.is_some_and(|case| matches!(case.as_str(), "to" | "for" | "via"));
    let sort = match tree.dep(name) {
        dep if goal && dep.starts_with("obl") => "verbs",
        "nmod" if goal => "nouns",
        "obj" | "nsubj:pass" => "goals",
        _ => return false,
    };
    let above = tree.head(name);
    above.is_some_and(|above| nouns.is_motion(sort, &tree.lemma(above)))
}

/// Returns whether a name stands in a phrase of place: "in Zedgrad", "near Zedgrad".
pub(super) fn is_location(nouns: &Nouns, tree: &Tree<'_>, head: u32) -> bool {
    const PLACE: [&str; 12] = [
        "in",
        "at",
        "near",
        "around",
        "outside",
        "inside",
        "into",
        "across",
        "over",
        "through",
        "throughout",
        "onto",
    ];
    let mut word = head;
    while matches!(tree.dep(word), "conj" | "appos") {
        let Some(above) = tree.head(word) else { break };
        if let Some(case) = tree.case(word) {
            return PLACE.contains(&case.as_str());
        }
        word = above;
    }
    let Some(case) = tree.case(word) else {
        return false;
    };
    // "south of Zedgrad", "the streets of Zedgrad"
    let above = tree.head(word);
    let part = case == "of"
        && above.is_some_and(|above| {
            nouns.is_place(tree, above)
                || tree.token(above).upos == Upos::Adv
                || is_of_a_town(tree, above)
        });
    part || PLACE.contains(&case.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_capital_that_somebody_visits_is_a_town() {
        check(
            "Ana Weiss visited Oslo. Her trip to Cairo and Dakar ended.",
            &[
                "Oslo > Oslo [place, Norway]",
                "Cairo > Cairo [place, Egypt]",
                "Dakar > Dakar [place, Senegal]",
            ],
        );
        check("Ana Weiss warned Oslo.", &["Oslo > Norway"]);
        check("Dakar was shelled.", &["Dakar > Dakar [place, Senegal]"]);
    }
}
