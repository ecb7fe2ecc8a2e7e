//! Heads of bodies whom nobody names: "the head of the harbour board", "the editor of the Daily Planet".

use super::draft::Draft;
use super::known::KnownIndex;
use super::nouns::Title;
use super::phrase::{Article, Noun, described};
use super::related::genitive;
use super::roster::{DraftIndex, Resolved, Roster};
use super::tree::Tree;
use super::{ActorKind, owners};
use crate::syntax::Upos;

/// Returns whether a kind of actor has somebody at its head.
pub(super) fn is_body(kind: ActorKind) -> bool {
    is_public(kind)
        || matches!(
            kind,
            ActorKind::Unit
                | ActorKind::ArmedGroup
                | ActorKind::Organization
                | ActorKind::Company
                | ActorKind::Media
        )
}

/// Returns whether the text may speak of who heads such a body without saying more.
pub(super) fn is_public(kind: ActorKind) -> bool {
    matches!(kind, ActorKind::Agency | ActorKind::Intergovernmental)
}

/// Returns whether a draft is the unnamed head of another body than the owner of a noun.
pub(super) fn is_of_another(roster: &Roster<'_>, draft: &Draft, noun: &Noun) -> bool {
    let Some(owner) = noun.owner.map(|owner| roster.draft(owner)) else {
        return false;
    };
    is_unnamed(draft) && is_body(owner.kind) && !draft.name.starts_with(&owner.name)
}

fn is_unnamed(draft: &Draft) -> bool {
    draft.names.is_empty() && draft.known.is_none()
}

/// Returns whether a noun is that of somebody who does something or to whom it is done: not "resigned *as head*",
/// "the post of *head*".
fn takes_part(tree: &Tree<'_>, noun: &Noun) -> bool {
    let case = tree.case(noun.head);
    let case = case.as_deref();
    let dep = tree.dep(noun.head);
    if dep.starts_with("nsubj") {
        // "The founder of the network is *Ana Weiss*."
        let predicate = tree.head(noun.head);
        return predicate.is_none_or(|predicate| {
            let named = tree.token(predicate).upos == Upos::Propn;
            !(named && tree.child(predicate, &["cop"]).is_some())
        });
    }
    let part = match dep {
        "obj" | "iobj" | "parataxis" => true,
        "nmod:poss" => true,
        dep if dep.starts_with("obl") => !matches!(case, None | Some("as" | "of")),
        "nmod" => !matches!(case, None | Some("as" | "of" | "for")),
        _ => false,
    };
    part && noun.article == Article::Definite
}

/// Returns whether the holder of an office may serve a person rather than a state: "Weiss's spokeswoman".
pub(super) fn serves_a_person(office: &str) -> bool {
    office.starts_with("spokes")
        || matches!(
            office,
            "adviser"
                | "advisor"
                | "aide"
                | "deputy"
                | "chief of staff"
                | "bodyguard"
                | "press secretary"
        )
}

/// Leading a party is an office, leading a company is none.
fn kind_of_head(body: &Draft) -> ActorKind {
    let private = matches!(
        body.kind,
        ActorKind::Company | ActorKind::Media | ActorKind::Organization | ActorKind::ArmedGroup
    );
    match private && !body.name.to_lowercase().contains("party") {
        true => ActorKind::Person,
        false => ActorKind::Official,
    }
}

/// "the agency … its director": returns the only person of whom the text says the office, or one whom it leaves unnamed.
pub(super) fn chief(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    owner: DraftIndex,
    office: &str,
) -> Resolved {
    // A spokesman is the voice of the body and nobody beside it.
    if office.starts_with("spokes") {
        return None;
    }
    // "Hezbollah *Minister* of Harbours Ana Weiss", "the network's *owner* Ana Weiss's house": one who has a name.
    // "The leader of the Harbour Party, *Ana Weiss*, conceded."
    let name = |word: u32| word < tree.len() && tree.token(word).upos == Upos::Propn;
    let after_comma = |tail: u32| name(tail + 2) && tree.word(tail + 1) == ",";
    let mut tails = tree.tails(noun.head).into_iter();
    let last = noun.words.last;
    let named = name(last + 1) || after_comma(last) || tails.any(after_comma);
    let common = tree.word(noun.head).starts_with(char::is_lowercase) && !named;
    let heads = roster.gazetteer.nouns.heads_its_body(office);
    if !(is_public(roster.draft(owner).kind) || common && heads && takes_part(tree, noun)) {
        return None;
    }
    let mut held = roster.drafts().filter(|(_, draft)| {
        let held = draft
            .nouns
            .iter()
            .any(|said| said == office || said.ends_with(&format!(" {office}")));
        draft.is_person() && held && !is_of_another(roster, draft, noun)
    });
    if held.next().is_some() {
        return None;
    }
    drop(held);
    let body = roster.draft(owner);
    // "the agency's border chief", "the Zed agency chief"
    let own = tree.child(noun.head, &["nmod:poss"]).is_some();
    let words = described(tree, noun, false);
    let name = match own {
        true => format!("{} {words}", body.name),
        false => format!("{} {office}", body.name),
    };
    let country = body.country;
    let kind = kind_of_head(body);
    let draft = roster.keyed(format!("chief {}", name.to_lowercase()), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = country;
        draft.nouns.insert(office.to_string());
        draft
    });
    Some((draft, "unnamed holder of an office"))
}

/// "the founder of Petrogas": titles of persons that tell who is at the head of a body.
pub(super) fn heading(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    title: Option<&(String, Title)>,
) -> Resolved {
    let (phrase, title) = title?;
    let nouns = &roster.gazetteer.nouns;
    let one = !noun.plural && noun.article != Article::Indefinite;
    if *title != Title::Other || !one || !nouns.heads_its_body(phrase) {
        return None;
    }
    let body = |owner: &DraftIndex| is_body(roster.draft(*owner).kind);
    let owner = noun.owner.filter(body)?;
    chief(roster, tree, noun, owner, phrase)
}

/// "the former president of Norland": somebody of whom the text says no more, or the only one whom it names with the
/// office.
pub(super) fn former(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    office: &str,
) -> Resolved {
    let gone = tree.children(noun.head).iter().any(|child| {
        let word = tree.word(*child);
        *child < noun.head && word.eq_ignore_ascii_case("former")
    });
    let owner = noun.owner.filter(|_| gone && takes_part(tree, noun))?;
    let whose = roster.draft(owner);
    let (kind, country) = (whose.kind, whose.country);
    let person = matches!(kind, ActorKind::Official | ActorKind::Person);
    // A text that names one who held the office may mean that one.
    let named = roster.drafts().any(|(_, draft)| {
        let held = draft.is_person() && draft.nouns.contains(office);
        held && !is_unnamed(draft) && (draft.country.is_none() || draft.country == country)
    });
    if named {
        return None;
    }
    // "his former aide" served him, "his former foreign minister" his state.
    if person && (kind == ActorKind::Person || serves_a_person(office)) {
        let name = format!("{} former {office}", genitive(&whose.name));
        return Some(unnamed(roster, ActorKind::Person, &name, country));
    }
    if person || kind == ActorKind::Country {
        let state = country?;
        let name = format!("former {} {office}", owners::adjective(roster, state));
        return Some(unnamed(roster, ActorKind::Official, &name, country));
    }
    if !is_body(kind) {
        return None;
    }
    let body = roster.draft(owner);
    let words = described(tree, noun, false);
    let words = words.strip_prefix("former ").unwrap_or(office);
    let words = words.strip_prefix(&body.name).map_or(words, str::trim);
    let name = format!("former {} {words}", body.name);
    let kind = kind_of_head(body);
    Some(unnamed(roster, kind, &name, country))
}

/// Returns the draft of somebody who is known by nothing but a former office.
fn unnamed(
    roster: &mut Roster<'_>,
    kind: ActorKind,
    name: &str,
    country: Option<KnownIndex>,
) -> (DraftIndex, &'static str) {
    let draft = roster.keyed(format!("former {}", name.to_lowercase()), || {
        let mut draft = Draft::new(kind, name);
        draft.country = country;
        draft
    });
    (draft, "unnamed former holder of an office")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn the_unnamed_head_of_a_body_is_somebody() {
        check(
            "The editor of the Daily Planet praised Norway.",
            &["The editor > Daily Planet editor [person, none]"],
        );
        check(
            "The head of Hezbollah met the head of Hamas.",
            &[
                "The head > Hezbollah head [person, none]",
                "the head > Hamas head",
            ],
        );
        check_not("Ana Weiss resigned as head of Hezbollah.", &["head"]);
        check_not("The founder of Hezbollah is Ana Weiss.", &["The founder"]);
        let text = "The leader of the Labour Party left. The leader of the Scottish National Party stayed.";
        check(
            text,
            &[
                "The leader > Labour Party leader [official, United Kingdom]",
                "The leader > Scottish National Party leader",
            ],
        );
    }

    #[test]
    fn a_former_holder_is_not_the_holder() {
        check(
            "The former president of the Rescue Party criticised Norway.",
            &["The former president > former Rescue Party president [official, none]"],
        );
        check(
            "Former UK ambassador freed in Myanmar.",
            &["Former UK ambassador > former British ambassador [official, United Kingdom]"],
        );
        check(
            "Former Nepal PM criticised Norway.",
            &["Former Nepal PM > former Nepali prime minister"],
        );
    }
}
