//! One person whom no text names and who needs no "a": "Minister says …", "the gunman", "a senior police officer".

use super::draft::Draft;
use super::known::KnownIndex;
use super::nouns::Nouns;
use super::phrase::{Article, Noun, bare, described, plain};
use super::roster::{DraftIndex, Resolved, Roster};
use super::tree::Tree;
use super::{ActorKind, groups};

/// Sentences in which "the gunman" may be somebody spoken of before.
const REACH: u32 = 3;
/// Steps from a word up to the verb of its clause.
const CLIMB: usize = 12;

/// Returns an actor for a single person who acts, or to whom it is done, where nobody before can be meant.
pub(super) fn person(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    office: Option<&str>,
) -> Resolved {
    let nouns = &roster.gazetteer.nouns;
    let lemma = tree.lemma(noun.head);
    let one = !noun.plural && !nouns.is_collective(tree, noun.head) && noun.owner.is_none();
    // "US *pilot*", "*minister* Weiss": a name in the phrase tells more than the noun.
    let first = noun.words.first;
    let named = (first..=noun.words.last).any(|word| roster.around(noun.sentence, word).is_some());
    let named = named || names_follow(roster, tree, noun);
    let kin = nouns.kin(&lemma).is_some() || nouns.is_relation(&lemma);
    if !one || named || kin || counted(tree, noun) {
        return None;
    }
    let verb = tree.head(noun.head)?;
    let fits = match noun.article {
        Article::Bare => headlined(tree, noun, verb),
        Article::Indefinite => !plain(tree, noun) && takes_part(roster, tree, noun, verb),
        Article::Definite => {
            let open = office.is_none() && is_open(roster, tree, noun, verb);
            takes_part(roster, tree, noun, verb) && !open && !spoken_of(roster, noun)
        }
    };
    if !fits {
        return None;
    }
    if let Some(office) = office.filter(|office| is_bare_office(tree, noun, office))
        && let Some(state) = whose(roster, tree, noun, verb)
        && is_of_a_state(&roster.gazetteer.nouns, office)
    {
        return Some((holder(roster, office, state), "unnamed holder of an office"));
    }
    // "The president left": of which state the text does not tell.
    let of_a_state = |office: &str| is_of_a_state(&roster.gazetteer.nouns, office);
    if noun.article == Article::Definite && office.is_some_and(of_a_state) {
        return None;
    }
    let name = described(tree, noun, false);
    let kind = match office {
        Some(_) => ActorKind::Official,
        None => ActorKind::Person,
    };
    let key = format!("single {}", name.to_lowercase());
    let draft = roster.keyed(key, || Draft::new(kind, &name));
    roster.draft_mut(draft).nouns.insert(lemma);
    Some((draft, "one unnamed person"))
}

/// "*The newspaper* criticised the law": one that no text names.
pub(super) fn paper(roster: &mut Roster<'_>, tree: &Tree<'_>, noun: &Noun) -> Resolved {
    let named = |index: &DraftIndex| roster.draft(*index).kind == ActorKind::Media;
    let known = roster.lately(noun.sentence, noun.head).any(|m| named(&m.1));
    let acts = tree.dep(noun.head) == "nsubj";
    let cited = || {
        tree.case(noun.head)
            .is_some_and(|case| case == "according_to")
    };
    let one = !noun.plural && noun.article == Article::Definite && noun.owner.is_none();
    let open = one && !known && (acts || cited());
    open.then(|| groups::group(roster, tree, noun, ActorKind::Media))?
}

/// "supported *the LGBT community*": several people of whom a word before the noun tells which.
pub(super) fn collective(roster: &mut Roster<'_>, tree: &Tree<'_>, noun: &Noun) -> Resolved {
    let nouns = &roster.gazetteer.nouns;
    let which = |child: &u32| {
        let before = matches!(tree.dep(*child), "amod" | "compound") && *child < noun.head;
        before && !nouns.leaves_open(tree.word(*child))
    };
    let told = tree.children(noun.head).iter().any(which);
    let open = told && nouns.is_collective(tree, noun.head) && noun.owner.is_none();
    let the = tree.word(noun.words.first).eq_ignore_ascii_case("the");
    let acts = the && !noun.plural && groups::takes_part(tree, noun);
    (open && acts).then(|| groups::group(roster, tree, noun, ActorKind::Group))?
}

/// "*the UN-backed* government": returns a body that is told by whoever stands behind it.
pub(super) fn backed(roster: &mut Roster<'_>, tree: &Tree<'_>, noun: &Noun) -> Resolved {
    let body = roster.gazetteer.nouns.body(tree, noun.head) == Some("government");
    let mut hyphens = (noun.words.first..noun.head).filter(|word| tree.joined(*word));
    let told = hyphens.any(|hyphen| {
        let participle = tree.token(hyphen + 1).xpos == "VBN";
        participle && hyphen > 0 && roster.around(noun.sentence, hyphen - 1).is_some()
    });
    let open = body && !noun.plural && noun.article != Article::Indefinite;
    (open && told).then(|| groups::group(roster, tree, noun, ActorKind::Agency))?
}

/// "this man, *Jon Roe*", "the minister *Jon Roe*": whoever it is bears a name.
fn names_follow(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun) -> bool {
    let next = noun.words.last + 1;
    let comma = next < tree.len() && matches!(tree.word(next), "," | "–" | "—" | "(");
    let next = next + u32::from(comma);
    next < tree.len()
        && roster
            .around(noun.sentence, next)
            .is_some_and(|draft| roster.draft(draft).is_person())
}

/// "no minister", "every judge", "two pilots": nobody of his own.
fn counted(tree: &Tree<'_>, noun: &Noun) -> bool {
    tree.children(noun.head).iter().any(|child| {
        let word = tree.word(*child).to_lowercase();
        let any = matches!(
            word.as_str(),
            "no" | "any" | "this" | "that" | "every" | "each" | "some" | "which" | "what"
        );
        tree.dep(*child) == "nummod" || tree.dep(*child) == "det" && any
    })
}

/// "*Top aide* accuses Norway": the first words of a sentence, without their article.
fn headlined(tree: &Tree<'_>, noun: &Noun, verb: u32) -> bool {
    let start = noun.words.first == 0 && tree.dep(noun.head) == "nsubj";
    let finite = matches!(tree.token(verb).xpos, "VBZ" | "VBD");
    start && finite && tree.dep(verb) == "root"
}

/// Returns whether a noun is that of somebody who did something, or to whom force was done.
fn takes_part(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun, verb: u32) -> bool {
    let happened = matches!(tree.token(verb).xpos, "VBD" | "VBN" | "VBZ");
    // "the driver *must stop*" is any driver.
    let open = tree
        .child(verb, &["aux"])
        .is_some_and(|aux| tree.token(aux).xpos == "MD");
    let force = || roster.gazetteer.nouns.is_done_to_people(&tree.lemma(verb));
    let told = || tree.child(noun.head, &["acl:relcl", "acl"]).is_some();
    let case = tree.case(noun.head);
    match tree.dep(noun.head) {
        "nsubj" | "nsubj:pass" => happened && !open,
        "obj" => force() || told() && happened && !open,
        _ => matches!(case.as_deref(), Some("by" | "according_to")) && happened && !open,
    }
}

/// "*The actor* left for Kenya" may be anybody; whoever speaks, or kills, is told by the deed.
fn is_open(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun, verb: u32) -> bool {
    let told = tree.child(noun.head, &["acl:relcl", "acl"]).is_some();
    let says = tree.child(verb, &["ccomp"]).is_some();
    let force = roster.gazetteer.nouns.is_done_to_people(&tree.lemma(verb));
    plain(tree, noun) && !told && !says && !force
}

/// Returns whether somebody spoken of shortly before may be meant.
fn spoken_of(roster: &Roster<'_>, noun: &Noun) -> bool {
    roster
        .lately(noun.sentence, noun.head)
        .take_while(|(mention, _)| mention.sentence + REACH >= noun.sentence)
        .any(|(_, draft)| roster.draft(draft).is_person())
}

/// "prime minister", "the prime minister", but not "a minister" and "top minister".
fn is_bare_office(tree: &Tree<'_>, noun: &Noun, office: &str) -> bool {
    let words = office.split(' ').count() as u32;
    let first = bare(tree, noun.words.first, noun.head);
    noun.article != Article::Indefinite && noun.head + 1 == first + words
}

/// "minister", "foreign minister", "president": offices that are a state's where nothing else is told.
fn is_of_a_state(nouns: &Nouns, office: &str) -> bool {
    nouns.is_ruler(office)
        || office == "pm"
        || office == "vice president"
        || office.split(' ').next_back() == Some("minister")
}

/// "*Minister* says that Norway is ready": the state of the text, else the only one of what is said.
///
/// In "Minister accuses Norway" nobody tells it, and whom Norway paid may be another's minister.
fn whose(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun, verb: u32) -> Option<KnownIndex> {
    if let Some(state) = roster.home.or(roster.subject) {
        return Some(state);
    }
    let mut only = None;
    for word in 0..tree.len() {
        let Some(state) = roster
            .at(noun.sentence, word)
            .and_then(|draft| roster.draft(draft).country)
        else {
            continue;
        };
        if only.is_some_and(|only| only != state) || !is_said(tree, word, verb) {
            return None;
        }
        only = Some(state);
    }
    only
}

/// "said that *Kenya* will extend the curfew": returns whether a word is who is to act in what a verb reports.
fn is_said(tree: &Tree<'_>, word: u32, verb: u32) -> bool {
    let mut at = word;
    for _ in 0..CLIMB {
        let Some(above) = tree.head(at) else { break };
        if above == verb {
            let own = tree.head(word) == Some(at) && tree.dep(word).starts_with("nsubj");
            let plan = tree
                .child(at, &["aux"])
                .is_some_and(|aux| tree.token(aux).xpos == "MD");
            return own && plan && matches!(tree.dep(at), "ccomp" | "parataxis");
        }
        at = above;
    }
    false
}

fn holder(roster: &mut Roster<'_>, office: &str, state: KnownIndex) -> DraftIndex {
    let adjective = super::owners::adjective(roster, state);
    let name = format!("{adjective} {office}");
    roster.keyed(format!("office {} {office}", state.0), || {
        let mut draft = Draft::new(ActorKind::Official, &name);
        draft.country = Some(state);
        draft.nouns.insert(office.to_string());
        draft
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn an_office_alone_in_a_headline_is_somebody() {
        check(
            "Prime minister announced that Kenya will extend the curfew.",
            &["Prime minister > Kenyan prime minister [official, Kenya]"],
        );
        check(
            "Minister denies that Norway paid him.",
            &["Minister > minister [official, none]"],
        );
        check(
            "Minister accuses Norway of lying.",
            &["Minister > minister [official, none]"],
        );
        check(
            "Top aide accuses Norway of lying.",
            &["Top aide > top aide [official, none]"],
        );
    }

    #[test]
    fn a_person_told_by_the_is_somebody_unless_another_may_be_meant() {
        check(
            "The intruder who attacked Ana Weiss was arrested by police.",
            &["The intruder > intruder [person, none]"],
        );
        check(
            "Police arrested the gunman in Oslo.",
            &["the gunman > gunman [person, none]"],
        );
        check_not(
            "Jon Roe shot two nurses. Police arrested the gunman.",
            &["the gunman"],
        );
        check_not("The actor left Kenya.", &["The actor"]);
        check_not("The driver must stop.", &["The driver"]);
    }

    #[test]
    fn a_body_is_told_by_who_backs_it() {
        check(
            "The UN-backed government freed two Kenyan nurses.",
            &["The UN-backed government > UN-backed government [agency, none]"],
        );
    }

    #[test]
    fn several_people_are_told_by_a_word_before_their_noun() {
        check(
            "Norway supported the LGBT community.",
            &["the LGBT community > LGBT community [group, none]"],
        );
        check_not(
            "Norway supported the entire community.",
            &["the entire community"],
        );
    }

    #[test]
    fn a_paper_without_a_name_is_one() {
        check(
            "The newspaper criticised Kenya.",
            &["The newspaper > newspaper [media, none]"],
        );
    }
}
