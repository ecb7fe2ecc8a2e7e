//! Bodies that belong to somebody: "Russian soldiers", "its army", "an officer of the ministry".

use super::draft::Draft;
use super::groups::{earlier, group};
use super::known::KnownIndex;
use super::persons::said_before;
use super::phrase::{Article, Noun, bare, described, plain};
use super::related::related;
use super::roster::{DraftIndex, Resolved, Roster};
use super::tree::Tree;
use super::{ActorKind, owners, posted};
use crate::syntax::Upos;

/// "Russian soldiers", "its army", "an officer of Ukrainian intelligence", "UN officials".
pub(super) fn owned(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    kind: ActorKind,
    owner: DraftIndex,
) -> Resolved {
    let owner_kind = roster.draft(owner).kind;
    let institution = matches!(
        kind,
        ActorKind::Organization | ActorKind::Company | ActorKind::Media
    );
    let needs_owner = roster.gazetteer.nouns.needs_owner(&tree.lemma(noun.head));
    let institution = institution || needs_owner;
    // "the Weiss campaign": nothing but the owner's name stands before the noun.
    let own = plain(tree, noun) || needs_owner && is_owners(roster, tree, noun, owner);
    if institution && own && !noun.plural && roster.draft(owner).is_person() {
        if !needs_owner && let Some(draft) = earlier(roster, noun, &tree.lemma(noun.head), kind) {
            return Some((draft, "nearest of its kind"));
        }
        // "his company, *Petrogas*" has a name.
        let comma = noun.words.last + 1;
        let named = comma + 1 < tree.len()
            && tree.word(comma) == ","
            && tree.token(comma + 1).upos == Upos::Propn;
        // A party is its leader's only in a manner of speaking.
        let party = tree.lemma(noun.head) == "party";
        return (!named && !party).then(|| {
            let body = of_person(roster, tree, noun, kind, owner);
            (body, "body of a person")
        });
    }
    let owner_named = owner_kind == ActorKind::Official || owner_kind == ActorKind::Person;
    if kind == ActorKind::Group
        && (owner_named || roster.gazetteer.nouns.is_relation(&tree.lemma(noun.head)))
    {
        return related(roster, tree, noun, owner);
    }
    let title = roster.gazetteer.nouns.title(tree, noun.head);
    if title.is_some()
        && !noun.plural
        && noun.article == Article::Definite
        && kind == ActorKind::Group
    {
        return said_before(roster, noun, &tree.lemma(noun.head));
    }
    let single = !noun.plural && noun.article != Article::Definite;
    let human =
        matches!(kind, ActorKind::Group | ActorKind::Agency) && is_human(roster, tree, noun.head);
    let body_like = matches!(
        owner_kind,
        ActorKind::Agency
            | ActorKind::Unit
            | ActorKind::Intergovernmental
            | ActorKind::Organization
            | ActorKind::Media
    );
    if single && human && body_like {
        // "Police arrested *a BBC journalist*": whatever is done to one is not done to the body.
        return match matches!(tree.dep(noun.head), "obj" | "nsubj:pass") {
            true => group(roster, tree, noun, ActorKind::Group),
            false => Some((owner, "one of a body")),
        };
    }
    let state = owners::state(roster, owner);
    let national = matches!(
        owner_kind,
        ActorKind::Country | ActorKind::Official | ActorKind::Agency | ActorKind::Place
    );
    // "Zedgrad's interior ministry" need not be that of the state that Zedgrad lies in.
    let local =
        owner_kind == ActorKind::Place && roster.stands_before(owner, noun.sentence, noun.head);
    if let Some(state) = state.filter(|_| national && !local) {
        return national_body(roster, tree, noun, kind, state);
    }
    // "Hezbollah fighters" are Hezbollah, as "Russian soldiers" are the Russian military.
    if matches!(kind, ActorKind::ArmedGroup | ActorKind::Unit)
        && owner_kind == ActorKind::ArmedGroup
    {
        return Some((owner, "fighters of an armed group"));
    }
    if kind == ActorKind::Unit && state.is_some() && owner_kind == ActorKind::Unit {
        return Some((owner, "part of a unit"));
    }
    group(roster, tree, noun, kind)
}

/// Returns whether all that stands before a noun is the name of its owner, or tells only what for: "his *election* campaign".
fn is_owners(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun, owner: DraftIndex) -> bool {
    let owner = roster.current(owner);
    let words = bare(tree, noun.words.first, noun.head)..noun.head;
    words.into_iter().all(|word| {
        let nouns = &roster.gazetteer.nouns;
        roster.around(noun.sentence, word) == Some(owner)
            || nouns.stands_beside_owned(tree.word(word))
    })
}

/// "Weiss's campaign", "the Weiss campaign".
fn of_person(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    kind: ActorKind,
    owner: DraftIndex,
) -> DraftIndex {
    let lemma = tree.lemma(noun.head);
    let person = roster.draft(owner);
    let surname = person.name.rsplit(' ').next().unwrap_or(&person.name);
    let name = format!("{surname} {lemma}");
    let country = person.country;
    let owner = roster.current(owner);
    let draft = roster.keyed(format!("of {} {lemma}", owner.0), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = country;
        draft
    });
    roster.draft_mut(draft).nouns.insert(lemma);
    draft
}

fn is_human(roster: &Roster<'_>, tree: &Tree<'_>, head: u32) -> bool {
    let nouns = &roster.gazetteer.nouns;
    nouns.title(tree, head).is_some()
        || nouns.kind(tree, head) == Some(ActorKind::Group)
        || nouns.body(tree, head) == Some("officials")
        || tree.lemma(head) == "source"
}

pub(super) fn national_body(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    kind: ActorKind,
    state: KnownIndex,
) -> Resolved {
    if let Some(found) = posted::embassy(roster, tree, noun, state) {
        return Some(found);
    }
    let adjective = owners::adjective(roster, state);
    let gazetteer = roster.gazetteer;
    let lemma = tree.lemma(noun.head);
    let body = gazetteer.nouns.body(tree, noun.head);
    let proper = tree.token(noun.head).upos == Upos::Propn
        && noun.head > noun.words.first
        && !noun.plural
        && !titled(roster, tree, noun, body);
    // "a former Zedlandic policeman" is none.
    let former =
        (noun.words.first..noun.head).any(|word| tree.word(word).eq_ignore_ascii_case("former"));
    let single = former && !noun.plural;
    let kind = match single && kind == ActorKind::Agency {
        true => ActorKind::Group,
        false => kind,
    };
    let body = body.filter(|_| !single).filter(|body| {
        let words = gazetteer.nouns.body_words(tree, noun.head);
        kind != ActorKind::Agency || covers(tree, noun, body, words)
    });
    let kind = body
        .and_then(|body| gazetteer.nouns.kind_of_body(body))
        .unwrap_or(kind);
    if body == Some("government") {
        return Some((roster.known(state), "government of a state"));
    }
    let (key, name) = match body {
        Some(body) if !(proper && kind == ActorKind::Unit) => {
            (body.to_string(), format!("{adjective} {body}"))
        }
        _ => {
            let single = !noun.plural && matches!(kind, ActorKind::Group | ActorKind::ArmedGroup);
            let words = described(tree, noun, single);
            let words = without_nation(tree, roster, noun, &words, state);
            let key = match kind {
                ActorKind::Group => lemma.clone(),
                _ => words.to_lowercase(),
            };
            let name = match words.strip_prefix("former ") {
                Some(rest) => format!("former {adjective} {rest}"),
                None => format!("{adjective} {words}"),
            };
            (key, name)
        }
    };
    let draft = roster.keyed(format!("body {} {key}", state.0), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = Some(state);
        draft.plural = noun.plural || kind == ActorKind::Unit;
        draft
    });
    // "Zedland's border guard service", of the Zedlandic border guards
    let own = described(tree, noun, false);
    let own = without_nation(tree, roster, noun, &own, state);
    let own = without_owner(&own);
    let own = format!("{adjective} {own}");
    let tails = tree.tails(noun.head);
    let entry = roster.draft_mut(draft);
    entry.nouns.insert(lemma);
    // "Zedland's mission to the UN"
    for tail in tails {
        entry.aliases.insert(format!(
            "{own}{}",
            tree.text_of(noun.words.last, tail)
                .trim_start_matches(tree.word(noun.words.last))
        ));
    }
    entry.aliases.insert(own);
    Some((draft, "national body"))
}

/// "North Zedlandic Forces" in a headline: nothing but the nation and the common noun, which capitals make no name.
fn titled(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun, body: Option<&str>) -> bool {
    let before = noun.words.first..noun.head;
    let nation = |word: u32| {
        let draft = roster.around(noun.sentence, word);
        draft.is_some_and(|draft| roster.draft(draft).kind == ActorKind::Country)
    };
    let common = |word: u32| {
        let word = tree.word(word).to_lowercase();
        matches!(word.as_str(), "armed" | "ground" | "military")
    };
    body == Some("military") && before.into_iter().all(|word| nation(word) || common(word))
}

/// Returns whether the name of a body tells every noun of the phrase: "riot police" is police, the
/// "harbour police" a body of its own.
fn covers(tree: &Tree<'_>, noun: &Noun, body: &str, words: usize) -> bool {
    let compounds = tree.children(noun.head).iter().filter(|c| {
        tree.dep(**c) == "compound" && tree.token(**c).upos == Upos::Noun && **c >= noun.words.first
    });
    let generic = matches!(
        body,
        "officials" | "diplomats" | "lawmakers" | "prosecutors" | "court"
    );
    generic || body.contains(' ') || compounds.count() < words || body == "intelligence"
}

/// "'s border guard service", left over from a possessor, without the mark.
fn without_owner(words: &str) -> &str {
    let rest = words
        .strip_prefix("'s ")
        .or_else(|| words.strip_prefix("’s "));
    rest.unwrap_or(words)
}

/// Returns the described name without the nation it begins with.
fn without_nation(
    tree: &Tree<'_>,
    roster: &Roster<'_>,
    noun: &Noun,
    words: &str,
    state: KnownIndex,
) -> String {
    let mut words = words.to_owned();
    for i in noun.words.first..noun.head {
        let Some(draft) = roster.at(noun.sentence, i) else {
            continue;
        };
        // "the Zedlandic *intelligence* agents" are no other agents.
        let named = tree.word(i).starts_with(char::is_uppercase)
            && !owners::is_party_word(roster, noun.sentence, i);
        if roster.draft(draft).country == Some(state)
            && named
            && let Some(mention) = roster.mention_at(noun.sentence, i)
        {
            let text = tree.text_of(mention.first, mention.last);
            // At the start of a sentence the phrase is lower-cased already: "syrian refugees".
            let first = words
                .get(..text.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(text));
            let at = if first { Some(0) } else { words.find(text) };
            if let Some(at) = at {
                let rest = words[at + text.len()..].trim_start().to_owned();
                words.replace_range(at.., &rest);
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn a_coalition_is_taken_up() {
        let text = "Norway joined an international coalition against the rebels. The coalition bombed Raqqa.";
        check(
            text,
            &[
                "an international coalition > international coalition",
                "The coalition > international coalition",
            ],
        );
        check_not("Norway joined a coalition.", &["a coalition"]);
    }

    #[test]
    fn the_campaign_of_a_person_bears_the_name() {
        let text = "The Trump campaign criticised Iran. Mr. Trump's presidential campaign left. Ana Weiss's campaign left.";
        check(
            text,
            &[
                "The Trump campaign > Trump campaign",
                "Mr. Trump's presidential campaign > Trump campaign",
                "Ana Weiss's campaign > Weiss campaign",
            ],
        );
    }
}
