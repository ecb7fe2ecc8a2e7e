//! Groups and units without a state: "military experts", "the rebels", "its allies", "500 soldiers".

use super::bodies::national_body;
use super::draft::Draft;
use super::known::KnownIndex;
use super::phrase::{Article, Noun, described, plain};
use super::plural::plural;
use super::related::possessor;
use super::roster::{DraftIndex, Resolved, Roster};
use super::spelling;
use super::tree::Tree;
use super::{ActorKind, implied, owners, unnamed};
use crate::syntax::Upos;

pub(super) fn unowned(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    kind: ActorKind,
    near: Option<KnownIndex>,
) -> Resolved {
    let lemma = tree.lemma(noun.head);
    let definite = noun.article == Article::Definite;
    // "no candidate" is nobody.
    let none = tree.child(noun.head, &["det"]).map(|det| tree.word(det));
    if none.is_some_and(|det| det.eq_ignore_ascii_case("no")) {
        return None;
    }
    // "more authority" is a power; "a person" is anybody.
    let anybody = noun.article == Article::Indefinite && plain(tree, noun);
    match lemma.as_str() {
        "authority" if !noun.plural && !definite => return None,
        "person" | "individual" if !noun.plural && anybody && !is_told(tree, noun.head) => {
            return None;
        }
        _ => {}
    }
    // "Police fired … by an *officer*"
    if lemma == "officer"
        && plain(tree, noun)
        && let Some(police) = implied::police(roster, noun)
    {
        return Some((police, "officers of the police spoken of"));
    }
    if definite
        && lemma != "people"
        && plain(tree, noun)
        && let Some(draft) = earlier(roster, noun, &lemma, kind)
    {
        return Some((draft, "same noun earlier"));
    }
    // "the use of force"
    if lemma == "force" && !noun.plural && !definite {
        return None;
    }
    // "ground troops", "first units": no body of their own
    let troops = roster.gazetteer.nouns.body(tree, noun.head);
    if kind == ActorKind::Unit && (plain(tree, noun) || troops == Some("military")) {
        if let Some(state) = senders_state(roster, tree, noun) {
            return national_body(roster, tree, noun, kind, state);
        }
        if noun.article != Article::Indefinite
            && let Some(draft) = earlier(roster, noun, &lemma, kind)
        {
            return Some((draft, "unit named earlier"));
        }
        // "*Army* chief Ana Weiss"
        let titling = tree.dep(noun.head) == "compound";
        if let Some(home) = roster
            .home
            .or(near)
            .or(roster.subject.filter(|_| titling))
            .filter(|_| (definite || titling) && plain(tree, noun) && troops.is_some())
        {
            return national_body(roster, tree, noun, kind, home);
        }
    }
    let mass = noun.article == Article::Bare && !noun.plural && kind == ActorKind::Agency;
    if mass && plain(tree, noun) && tree.token(noun.head).upos == Upos::Noun {
        let mut before = roster.before(noun.sentence, noun.head);
        // "intelligence" is not "harbour intelligence".
        let same = |draft: &Draft| {
            draft.nouns.contains(&lemma)
                && draft
                    .name
                    .rsplit(' ')
                    .nth(1)
                    .is_none_or(|word| word.starts_with(char::is_uppercase))
        };
        if let Some((_, draft)) = before.find(|(_, index)| same(roster.draft(*index))) {
            return Some((draft, "same noun earlier"));
        }
    }
    // "…, Foreign Ministry says": that of the state spoken of.
    let proper = tree.token(noun.head).upos == Upos::Propn && noun.words.first < noun.head;
    let body = roster.gazetteer.nouns.body(tree, noun.head).is_some();
    // "*foreign ministry* spokesman": the words that tell the body are no others' business.
    let words = roster.gazetteer.nouns.body_words(tree, noun.head);
    let whole = words > 1 && noun.head + 1 - noun.words.first == words as u32;
    let state_told = roster
        .home
        .or(roster.subject)
        .or(near)
        .or(roster.scene)
        .is_some();
    let titling = whole && state_told && tree.dep(noun.head) == "compound";
    let simple = plain(tree, noun) || proper || titling;
    if kind == ActorKind::Agency && body && simple && noun.article != Article::Indefinite {
        // "Officials are optimistic": of whatever state.
        let officials = roster.gazetteer.nouns.body(tree, noun.head) == Some("officials");
        let told = roster.subject.or(near).or(roster.scene);
        let told = told.filter(|_| proper || !officials);
        return match roster.home.or(told) {
            Some(state) => national_body(roster, tree, noun, kind, state),
            // "Police said": of a state that the text leaves open.
            None => group(roster, tree, noun, kind),
        };
    }
    // "State television accused them": that of the state spoken of.
    let broadcaster = kind == ActorKind::Media && noun.article != Article::Indefinite;
    if broadcaster
        && matches!(
            roster.gazetteer.nouns.body(tree, noun.head),
            Some("state media" | "state television" | "state radio")
        )
        && let Some(state) = roster.home.or(roster.subject).or(near).or(roster.scene)
    {
        return national_body(roster, tree, noun, kind, state);
    }
    let human = matches!(kind, ActorKind::Group | ActorKind::ArmedGroup);
    // "the electoral commission"
    if definite && !human && !noun.plural && !plain(tree, noun) {
        return group(roster, tree, noun, kind);
    }
    if let Some(found) = unnamed::body(roster, tree, noun, kind, near) {
        return Some(found);
    }
    // "an international coalition": what sort of coalition, or who is in it, makes one of it.
    let lemma = tree.lemma(noun.head);
    if roster.gazetteer.nouns.is_league(&lemma) && !plain(tree, noun) && takes_part(tree, noun) {
        return group(roster, tree, noun, kind);
    }
    let proper = tree.token(noun.head).upos == Upos::Propn && noun.words.first < noun.head;
    // "the Weiss family"
    let family = human
        && tree
            .children(noun.head)
            .iter()
            .any(|child| tree.dep(*child) == "compound" && tree.token(*child).upos == Upos::Propn);
    let human = human && noun.article != Article::Definite;
    if noun.plural || human || family || proper {
        return group(roster, tree, noun, kind);
    }
    None
}

/// Returns whether a noun is that of somebody who does something, or to whom it is done.
pub(super) fn takes_part(tree: &Tree<'_>, noun: &Noun) -> bool {
    let by = || tree.case(noun.head).is_some_and(|case| case == "by");
    tree.dep(noun.head).starts_with("nsubj") || tree.dep(noun.head) == "obj" || by()
}

/// "a person *familiar with the talks*", "*briefed on* them": whether what follows a noun tells what somebody knows.
fn is_told(tree: &Tree<'_>, noun: u32) -> bool {
    tree.children(noun).iter().filter(|c| **c > noun).any(|c| {
        let knows = matches!(
            &*tree.lemma(*c),
            "familiar" | "close" | "brief" | "inform" | "aware"
        );
        knows && matches!(tree.dep(*c), "amod" | "acl" | "acl:relcl")
    })
}

/// Returns the nearest earlier actor of which the noun was said, or which is of its kind.
pub(super) fn earlier(
    roster: &Roster<'_>,
    noun: &Noun,
    lemma: &str,
    kind: ActorKind,
) -> Option<DraftIndex> {
    let resumes = roster.gazetteer.nouns.resumes(lemma);
    let common = roster.gazetteer.nouns.common(lemma);
    let mut of_kind = None;
    for (mention, index) in roster.before(noun.sentence, noun.head) {
        let draft = roster.draft(index);
        let near = mention.sentence + 3 > noun.sentence;
        if !near && of_kind.is_some() {
            return of_kind;
        }
        if (draft.nouns.contains(lemma) || draft.nouns.contains(common)) && !draft.is_person() {
            return Some(index);
        }
        let same = draft.kind == kind || (lemma == "agency" && draft.kind == ActorKind::Media);
        if of_kind.is_none() && near && resumes && same {
            of_kind = Some(index);
        }
    }
    of_kind
}

/// "X sent 500 soldiers": the soldiers are X's, where X is a state or belongs to one.
fn senders_state(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun) -> Option<KnownIndex> {
    let verb = tree.head(noun.head)?;
    // "send up to 500 soldiers", "provide Zedland with soldiers"
    let case = tree.case(noun.head);
    // "sent in the troops"
    let sent_in = case.as_deref() == Some("in") && noun.article == Article::Definite;
    let with = tree.dep(noun.head) == "obl"
        && (sent_in || matches!(case.as_deref(), None | Some("to" | "with" | "as")));
    if tree.dep(noun.head) != "obj" && !with {
        return None;
    }
    if !roster.gazetteer.nouns.moves_own(&tree.lemma(verb)) {
        return None;
    }
    let mut clause = verb;
    for _ in 0..4 {
        if let Some(subject) = tree.child(clause, &["nsubj"]) {
            // "Zedland, *which* keeps troops there"
            let which = matches!(tree.word(subject), "which" | "that" | "who");
            let draft = match which {
                true => owners::antecedent(roster, tree, noun.sentence, subject)?,
                false => roster.around(noun.sentence, subject)?,
            };
            let draft = roster.draft(draft);
            let sends = matches!(draft.kind, ActorKind::Country | ActorKind::Official);
            return draft.country.filter(|_| sends);
        }
        if !matches!(tree.dep(clause), "xcomp" | "conj" | "advcl" | "acl") {
            return None;
        }
        clause = tree.head(clause)?;
    }
    None
}

/// "military experts", "the rebels", "UN officials": named by the phrase.
pub(super) fn group(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    kind: ActorKind,
) -> Resolved {
    let lemma = tree.lemma(noun.head);
    // Several parties together are a group, not a body.
    let kind = match kind {
        ActorKind::Organization if noun.plural => ActorKind::Group,
        kind => kind,
    };
    let single = one_of(noun, kind) || unnamed::one_official(roster, tree, noun);
    let name = described(tree, noun, single);
    let state = noun.owner.and_then(|owner| owners::state(roster, owner));
    let words = match of_whom(roster, tree, noun, kind) {
        Some(last) => format!("{name} {}", tree.text_of(noun.words.last + 1, last)),
        None => name,
    };
    let possessor = possessor(roster, tree, noun);
    let name = match &possessor {
        Some(owner) => format!("{owner} {words}"),
        None => words.clone(),
    };
    // "its players": the owner may go by other names.
    let owner = noun.owner.filter(|_| possessor.is_some());
    let others: Vec<String> = owner.map_or(Vec::new(), |owner| {
        let owner = roster.draft(owner);
        let proper = |name: &&String| owner.names.contains(&spelling::folded(name));
        let names = owner.aliases.iter().filter(proper);
        names.map(|name| format!("{name}'s {words}")).collect()
    });
    let common = roster.gazetteer.nouns.common(&lemma).to_owned();
    let key = name.to_lowercase();
    let key = match common == lemma {
        true => key,
        false => key
            .replace(&plural(&lemma), &plural(&common))
            .replace(&lemma, &common),
    };
    let draft = roster.keyed(format!("group {key}"), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = state;
        draft.plural = noun.plural || single;
        draft
    });
    let entry = roster.draft_mut(draft);
    entry.nouns.extend([lemma, common]);
    entry.aliases.extend(others);
    Some((draft, "described group"))
}

/// "a council *of elders*": returns the last word of the phrase without which a body has no name.
fn of_whom(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun, kind: ActorKind) -> Option<u32> {
    let body = matches!(kind, ActorKind::Agency | ActorKind::Organization);
    let last = *tree.tails(noun.head).first()?;
    let of = tree.word(noun.words.last + 1) == "of";
    let named = (noun.words.last + 1..=last).any(|word| tree.token(word).upos == Upos::Propn);
    let owned = noun.owner.is_some_and(|owner| !roster.draft(owner).plural);
    (body && of && !noun.plural && plain(tree, noun) && !named && !owned).then_some(last)
}

/// Returns whether a noun in the singular stands for its group: "a rebel", but not "the family".
pub(super) fn one_of(noun: &Noun, kind: ActorKind) -> bool {
    let human = matches!(kind, ActorKind::Group | ActorKind::ArmedGroup);
    human && !noun.plural && noun.article != Article::Definite
}

/// "families and businesses": unnamed groups under one determiner act as one.
pub(super) fn coordinated(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    draft: DraftIndex,
) -> DraftIndex {
    if tree.dep(noun.head) == "conj"
        && let Some(above) = tree.head(noun.head)
        && tree
            .child(noun.head, &["det", "nmod:poss", "amod", "compound"])
            .is_none()
        && let Some(whole) = roster.at(noun.sentence, above)
        && roster.draft(whole).name.contains(" and ")
        && !roster.draft(whole).aliases.is_empty()
        && roster.draft(whole).kind == roster.draft(draft).kind
    {
        return whole;
    }
    let entry = roster.draft(draft);
    if !matches!(entry.kind, ActorKind::Group | ActorKind::Company) || !entry.plural {
        return draft;
    }
    let fellow = tree.children(noun.head).iter().copied().find(|c| {
        let and = tree
            .child(*c, &["cc"])
            .is_some_and(|cc| tree.word(cc) == "and");
        let bare = tree
            .child(*c, &["det", "nmod:poss", "amod", "compound"])
            .is_none();
        let plural = tree.token(*c).xpos == "NNS";
        let known = roster.gazetteer.nouns.kind(tree, *c);
        tree.dep(*c) == "conj" && and && bare && plural && known == Some(entry.kind)
    });
    let Some(fellow) = fellow else { return draft };
    let (kind, country) = (entry.kind, entry.country);
    let name = format!("{} and {}", entry.name, tree.word(fellow).to_lowercase());
    let draft = roster.keyed(format!("several {}", name.to_lowercase()), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = country;
        draft.plural = true;
        draft
    });
    let text = tree.text_of(noun.words.first, fellow);
    roster.draft_mut(draft).aliases.insert(text.to_string());
    draft
}
