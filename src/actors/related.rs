//! Groups and persons that the text knows only as somebody's: "her opponents", "its players", "kidnappers' comrades".

use super::draft::Draft;
use super::phrase::{Noun, bare, described};
use super::roster::{DraftIndex, Resolved, Roster};
use super::tree::Tree;
use super::{ActorKind, MentionForm, spelling, titles};
use crate::syntax::Upos;
use std::collections::BTreeSet;

/// "her opponents", "Zedland's partners", "its eastern allies": not the owner's own.
pub(super) fn related(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    owner: DraftIndex,
) -> Resolved {
    let named = inside(roster, tree, noun, owner);
    let owner_index = owner;
    let owner = roster.draft(owner);
    let single = !noun.plural;
    let words = described(tree, noun, false);
    let bare = bare(tree, noun.words.first, noun.head) == noun.head;
    let of = tree
        .child(noun.head, &["nmod:poss", "compound", "amod"])
        .is_none();
    let whole = owner.kind == ActorKind::Country;
    let name = match bare {
        // "its Western allies" are Western allies, whosesoever.
        false if whole || named => words.clone(),
        // "*somebody's* relatives in Zedgrad" are none of the town's.
        true if owner.kind == ActorKind::Place => format!("{words} in {}", owner.name),
        true if of => format!("{words} of {}", owner.name),
        false if of => words.clone(),
        _ => format!("{} {words}", genitive(&owner.name)),
    };
    let kind_is_person = owner.is_person();
    let country = owner.country.filter(|_| kind_is_person);
    let kind = match single && roster.gazetteer.nouns.title(tree, noun.head).is_some() {
        true => ActorKind::Person,
        false => ActorKind::Group,
    };
    if single && !owner.is_person() {
        return None;
    }
    let lemma = tree.lemma(noun.head);
    let gender = titles::gender(&lemma);
    let names = called_after(roster, owner_index, &words);
    let draft = roster.keyed(format!("related {}", name.to_lowercase()), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = country;
        draft.plural = !single;
        if single {
            draft.gender = gender;
        }
        draft
    });
    let entry = roster.draft_mut(draft);
    entry.nouns.insert(lemma);
    if kind_is_person {
        entry.aliases.extend(names);
    }
    Some((draft, "related to another actor"))
}

/// "Weiss's relatives", "Ana's relatives": returns what those of a person are called by each of the person's names.
pub(super) fn called_after(
    roster: &Roster<'_>,
    owner: DraftIndex,
    words: &str,
) -> BTreeSet<String> {
    let owner = roster.draft(owner);
    let surname = owner.name.rsplit(' ').next().unwrap_or(&owner.name);
    let proper = |name: &&String| owner.names.contains(&spelling::folded(name));
    let names = owner.aliases.iter().filter(proper).map(String::as_str);
    let names = names.chain([surname]);
    names
        .map(|name| format!("{} {words}", genitive(name)))
        .collect()
}

/// "its players", "ministers from the Reform Party": returns whose a group is, where its own words do not say it.
pub(super) fn possessor(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun) -> Option<String> {
    let owner = roster.draft(noun.owner?);
    let body = matches!(
        owner.kind,
        ActorKind::Agency
            | ActorKind::Organization
            | ActorKind::Company
            | ActorKind::Media
            | ActorKind::Intergovernmental
            | ActorKind::Place
    );
    // "kidnappers … their comrades"
    let several = owner.kind == ActorKind::Group && owner.plural && owner.known.is_none();
    if !(body && !owner.plural || several) {
        return None;
    }
    let named = |word: u32| {
        let mention = roster.mention_at(noun.sentence, word)?;
        let named = mention.form == MentionForm::Name;
        named.then(|| tree.text_of(mention.first, mention.last))
    };
    let possessor = tree.child(noun.head, &["nmod:poss"]).filter(|word| {
        let case = tree.child(*word, &["case"]).map(|case| tree.word(case));
        let mark = case.is_some_and(|case| case.starts_with(['\'', '’']));
        mark || tree.token(*word).upos == Upos::Pron
    });
    if let Some(possessor) = possessor {
        // "her Reform Party team" is the party's already.
        let other = roster.around(noun.sentence, possessor) != noun.owner;
        if other
            || noun
                .owner
                .is_some_and(|owner| inside(roster, tree, noun, owner))
        {
            return None;
        }
        return Some(genitive(named(possessor).unwrap_or(&owner.name)));
    }
    if owner.kind == ActorKind::Place {
        return None;
    }
    let of = tree.children(noun.head).iter().copied().find(|child| {
        let of = tree
            .case(*child)
            .is_some_and(|case| matches!(case.as_str(), "of" | "from" | "at"));
        tree.dep(*child) == "nmod" && of
    })?;
    named(of).map(str::to_owned)
}

/// Returns whether the phrase names the owner before the noun: "*Reform Party* members".
fn inside(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun, owner: DraftIndex) -> bool {
    let mut words = tree.children(noun.head).iter().copied();
    // "Weiss and *Brandt* supporters": the name of the one that is meant stays.
    noun.shares.is_some()
        || words.any(|word| {
            let before = word < noun.head && matches!(tree.dep(word), "compound" | "amod");
            before && roster.around(noun.sentence, word) == Some(owner)
        })
}

/// Returns the possessive of a name: "nurses'", "Weiss's".
pub(super) fn genitive(name: &str) -> String {
    let last = name.rsplit(' ').next().unwrap_or(name);
    let plural = last.ends_with('s') && last.starts_with(char::is_lowercase);
    match plural {
        true => format!("{name}'"),
        false => format!("{name}'s"),
    }
}
