//! Bodies and groups of several owners that share one noun: "Polish and Czech officials".

use super::bodies::owned;
use super::phrase::{Noun, Shares};
use super::roster::{DraftIndex, Roster};
use super::tree::Tree;
use super::{ActorKind, owners};

/// "*Polish and Czech* officials", "*UN and Norwegian* experts": returns the modifiers that share the noun, all of
/// them actors, with the first for its own.
pub(super) fn shares(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    head: u32,
) -> Option<Shares> {
    // "two Polish and Czech nurses" are two in all.
    if tree.child(head, &["nummod"]).is_some() {
        return None;
    }
    // "Irish and Irish-American nurses"
    let alone = |words: (u32, u32)| {
        let before = words.0.checked_sub(1);
        !tree.joined(words.1 + 1) && !before.is_some_and(|before| tree.joined(before))
    };
    let before = |word: &u32| *word < head;
    let of_noun = tree.children(head).iter().copied().filter(before);
    let modifiers = of_noun.filter(|c| matches!(tree.dep(*c), "amod" | "compound" | "nmod:desc"));
    modifiers.into_iter().find_map(|first| {
        let fellows = tree.children(first).iter().copied();
        let fellows = fellows.filter(|c| tree.dep(*c) == "conj").filter(before);
        let own = roster.mention_at(sentence, first)?;
        let mut last = None;
        for fellow in fellows {
            let other = roster.mention_at(sentence, fellow)?;
            last = Some(other.last).filter(|_| alone((other.first, other.last)));
            last?;
        }
        alone((own.first, own.last)).then_some(Shares {
            first: own.first,
            last: last?,
            own: (own.first, own.last),
        })
    })
}

/// Returns whether a noun was found to stand for a body of a state.
pub(super) fn is_national(reason: &str) -> bool {
    matches!(reason, "national body" | "government of a state")
}

/// "Polish and *Czech* officials", "officials in Warsaw and *Prague*": a body or group for every owner but the first.
pub(super) fn shared(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    kind: ActorKind,
    first: DraftIndex,
) {
    let owners: Vec<u32> = tree
        .children(noun.head)
        .iter()
        .filter(|c| matches!(tree.dep(**c), "amod" | "compound" | "nmod" | "nmod:desc"))
        // "its embassies in Zedland and *Yeland*" are nobody else's.
        .filter(|c| roster.around(noun.sentence, **c) == noun.owner)
        .flat_map(|c| tree.children(*c).iter().copied())
        .filter(|c| tree.dep(*c) == "conj")
        .collect();
    // "the leaders of Zedland, Yeland and *Xeland*": the parser may hang the last on the one before it.
    let last = |c: &u32| tree.dep(*c) == "conj";
    let further = owners
        .iter()
        .flat_map(|c| tree.children(*c).iter().copied());
    let further: Vec<u32> = further.filter(last).collect();
    for word in owners.into_iter().chain(further) {
        let owner = roster.at(noun.sentence, word);
        let owner = owner.filter(|o| noun.owner.is_some_and(|first| first != *o));
        let mention = roster.mention_at(noun.sentence, word);
        let Some((owner, mention)) = owner.zip(mention) else {
            continue;
        };
        let sharing = noun.shares.filter(|_| word < noun.head);
        let state = owners::state(roster, owner).is_some()
            && matches!(
                roster.draft(owner).kind,
                ActorKind::Country | ActorKind::Place
            );
        if !state && sharing.is_none() {
            continue;
        }
        let other = Noun {
            owner: Some(owner),
            shares: sharing.map(|shares| Shares {
                own: (mention.first, mention.last),
                ..shares
            }),
            ..*noun
        };
        let Some((body, reason)) = owned(roster, tree, &other, kind, owner) else {
            continue;
        };
        let of_owner = matches!(
            reason,
            "described group" | "related to another actor" | "fighters of an armed group"
        );
        // "Pentagon and *State Department* officials" are officials of one state.
        let whole = sharing.is_none() && roster.draft(body).name.contains(" and ");
        let apart = body != first && (is_national(reason) || sharing.is_some() && of_owner);
        if apart && !whole {
            roster.share(noun.sentence, word, body);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn groups_of_two_owners_share_their_noun() {
        check(
            "Norwegian and Danish leaders signed a treaty.",
            &[
                "Norwegian and Danish leaders > Norwegian leaders [group, Norway]",
                "Danish > Danish leaders [group, Denmark]",
            ],
        );
        check(
            "UN and Norwegian experts left Chad.",
            &[
                "UN and Norwegian experts > UN experts [group, none]",
                "Norwegian > Norwegian experts [group, Norway]",
            ],
        );
        // Two in all.
        check(
            "Chad freed two Norwegian and Danish nurses.",
            &["Danish > Denmark"],
        );
    }

    #[test]
    fn two_parties_joined_by_a_hyphen_are_no_body() {
        check(
            "The EU-Norway summit began.",
            &["EU > European Union", "Norway > Norway"],
        );
        check_not("The EU-Norway summit began.", &["EU-Norway"]);
    }
}
