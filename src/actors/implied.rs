//! What a noun without a possessor of its own leaves to the reader: whose police, whose client.

use super::known::KnownIndex;
use super::phrase::Noun;
use super::roster::{DraftIndex, Resolved, Roster};
use super::tree::Tree;
use super::{ActorKind, owners};

/// "arrested by police at his home in Zedgrad": returns the state of the places in the sentence, where they are of one.
pub(super) fn nearby(roster: &Roster<'_>, trees: &[Tree<'_>], noun: &Noun) -> Option<KnownIndex> {
    let tree = &trees[noun.sentence as usize];
    let mut places = (0..tree.len()).filter_map(|word| {
        let mention = roster.mention_at(noun.sentence, word)?;
        let draft = roster.draft(DraftIndex(mention.actor.0));
        let inside = tree
            .case(word)
            .is_some_and(|case| matches!(case.as_str(), "in" | "at" | "near" | "outside"));
        let place = matches!(draft.kind, ActorKind::Place | ActorKind::Country);
        draft.country.filter(|_| inside && place)
    });
    let first = places.next()?;
    places.all(|state| state == first).then_some(first)
}

/// "Ana Weiss's lawyer … *his client*": whom the possessor was said to serve.
pub(super) fn served(
    roster: &Roster<'_>,
    trees: &[Tree<'_>],
    noun: &Noun,
    lemma: &str,
) -> Resolved {
    let serving = roster.gazetteer.nouns.serving(lemma);
    let owner = noun.owner.filter(|_| !serving.is_empty() && !noun.plural)?;
    let mut said = roster
        .before(noun.sentence, noun.head)
        .filter(|(m, draft)| {
            let tree = &trees[m.sentence as usize];
            *draft == owner && serving.contains(&tree.lemma(m.head))
        });
    let whose = said.find_map(|(m, _)| {
        let tree = &trees[m.sentence as usize];
        owners::owner(roster, tree, m.sentence, m.head).filter(|whose| *whose != owner)
    })?;
    roster
        .draft(whose)
        .is_person()
        .then_some((whose, "whom the possessor serves"))
}
