//! What a noun without a possessor of its own leaves to the reader: whose police, whose client, whose mother.

use super::draft::Gender;
use super::known::KnownIndex;
use super::phrase::{Noun, plain};
use super::roster::{DraftIndex, Resolved, Roster};
use super::tree::Tree;
use super::{ActorKind, Mention, MentionForm, family, owners, titles};

/// Sentences in which officers are those of the police spoken of.
const POLICE: u32 = 2;

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

/// "Norland's president met *the justice minister*": returns the only state that a sentence has spoken of so far, by
/// its name or by its people and bodies.
pub(super) fn only_state(roster: &Roster<'_>, noun: &Noun) -> Option<KnownIndex> {
    let here = roster
        .before(noun.sentence, noun.head)
        .take_while(|(mention, _)| mention.sentence == noun.sentence);
    let mut states = here.filter_map(|(_, draft)| roster.draft(draft).country);
    let first = states.next()?;
    states.all(|state| state == first).then_some(first)
}

/// Returns the police that a text has spoken of shortly before.
pub(super) fn police(roster: &Roster<'_>, noun: &Noun) -> Option<DraftIndex> {
    let near = roster
        .before(noun.sentence, noun.head)
        .take_while(|(m, _)| m.sentence + POLICE >= noun.sentence);
    let mut bodies = near.map(|(_, draft)| draft).filter(|draft| {
        let kind = roster.draft(*draft).kind;
        matches!(
            kind,
            ActorKind::Agency | ActorKind::Unit | ActorKind::ArmedGroup
        )
    });
    // "Kenyan police … soldiers of Chad … an officer": of the nearest, or of nobody.
    let nearest = bodies.next()?;
    let name = roster.draft(nearest).name.to_lowercase();
    name.contains("police").then_some(nearest)
}

/// Returns another phrase for the same unnamed person: "a ringleader, *a teacher from Zedgrad*".
pub(super) fn same_person(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun) -> Resolved {
    let above = tree.head(noun.head).filter(|above| *above < noun.head)?;
    let mention = roster.mention_at(noun.sentence, above)?;
    let one = tree.dep(noun.head) == "appos" && !noun.plural && !tree.is_plural(above);
    let nouns = &roster.gazetteer.nouns;
    let human = |word: u32| nouns.title(tree, word).is_some();
    let described = mention.form == MentionForm::Description;
    let draft = roster.at(noun.sentence, above)?;
    let unnamed = roster.draft(draft).names.is_empty() && roster.draft(draft).known.is_none();
    let fitting = one && described && unnamed && human(above) && human(noun.head);
    fitting.then_some((draft, "apposition to another description"))
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
    // "his *older* son" is another than the one spoken of, "his *6-year-old* son" may be the same.
    let tree_here = &trees[noun.sentence as usize];
    if !plain(tree_here, noun) && !family::tells_age(tree_here, noun.head) {
        return None;
    }
    // "Weiss's lawyer said *his client* …": the client is Weiss, whomever "his" is read as.
    let servant = |m: &Mention| {
        let tree = &trees[m.sentence as usize];
        let serves = serving.contains(&tree.lemma(m.head)) && m.sentence == noun.sentence;
        serves && owners::owner(roster, tree, m.sentence, m.head) == Some(owner)
    };
    if roster.gazetteer.nouns.kin(lemma).is_none()
        && roster
            .before(noun.sentence, noun.head)
            .any(|(m, _)| servant(m))
    {
        return Some((owner, "whom the servant serves"));
    }
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
    let whom = roster.draft(whose);
    // "Mr Weiss's daughter … *her mother*" is not Mr Weiss, and whether Weiss is the mother may be open.
    let gender = titles::gender(lemma);
    let parent = roster.gazetteer.nouns.is_kin("only", lemma);
    let open = whom.gender == Gender::Unknown && !parent;
    let other = gender != Gender::Unknown && gender != whom.gender && !open;
    let reason = "whom the possessor serves or is kin to";
    (whom.is_person() && !other).then_some((whose, reason))
}
