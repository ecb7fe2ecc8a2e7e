//! Persons described instead of named: holders of an office, "the economist", "the 63-year-old".

use super::draft::Draft;
use super::known::{KnownIndex, Term};
use super::phrase::{Article, Noun};
use super::related::related;
use super::roster::{DraftIndex, Resolved, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, Mention, MentionForm, heads, implied, owners, salience};
use crate::syntax::Upos;
use jiff::civil::Date;

/// "the Ukrainian president", "its foreign minister", "the president".
pub(super) fn holder(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    office: &str,
    day: Option<Date>,
) -> Resolved {
    let state = noun.owner.and_then(|owner| owners::state(roster, owner));
    if noun.article == Article::Bare && noun.owner.is_none() {
        return None;
    }
    // "the country's leader *in boat racing*" is first in something, and rules nobody.
    let field = |word: &u32| {
        let among = tree.case(*word).is_some_and(|case| case == "in");
        tree.dep(*word) == "nmod" && among && tree.token(*word).upos != Upos::Propn
    };
    if office == "leader" && tree.children(noun.head).iter().any(field) {
        return None;
    }
    // "the Zedgrad governor" is not that of another town, nor of the state.
    let seat = noun.owner.map(|owner| roster.draft(owner));
    let seat = seat.filter(|seat| seat.kind == ActorKind::Place);
    let local = seat.map(|seat| format!("{} {office}", seat.name.to_lowercase()));
    let fits = |said: &str| match &local {
        Some(local) => said == local,
        None => said == office || said.ends_with(&format!(" {office}")),
    };
    let before = roster.before(noun.sentence, noun.head).find(|(_, index)| {
        let draft = roster.draft(*index);
        draft.is_person()
            && !heads::is_of_another(roster, draft, noun)
            && draft.nouns.iter().any(|said| fits(said))
            && (state.is_none() || draft.country == state)
    });
    if let Some((_, draft)) = before {
        return Some((draft, "office named earlier"));
    }
    if let Some(local) = local {
        if let Some(draft) = without_seat(roster, noun, office, state) {
            return Some((draft, "office named earlier"));
        }
        let name = seat.map_or(String::new(), |seat| format!("{} {office}", seat.name));
        let draft = roster.keyed(format!("seat {local}"), || {
            let mut draft = Draft::new(ActorKind::Official, &name);
            draft.country = state;
            draft.nouns.extend([office.to_string(), local]);
            draft
        });
        return Some((draft, "unnamed holder of an office"));
    }
    let body = noun
        .owner
        .filter(|owner| heads::is_body(roster.draft(*owner).kind));
    if let Some(owner) = body {
        let public = heads::is_public(roster.draft(owner).kind);
        let later = state.filter(|_| !public);
        if let Some(later) = later.and_then(|state| named_later(roster, office, state, day)) {
            return Some((later, "office named later"));
        }
        return heads::chief(roster, tree, noun, owner, office);
    }
    // "the prime minister", in a text about one state
    let rules = matches!(
        office,
        "president" | "prime minister" | "premier" | "chancellor" | "king" | "queen"
    );
    let single = ["prosecutor general", "attorney general", "chief justice"];
    let minister = office.ends_with(" minister") && !office.contains("deputy");
    let minister = minister || single.contains(&office);
    let own = roster
        .home
        .or(roster.subject)
        .or(roster.scene)
        .or_else(|| implied::only_state(roster, noun).filter(|_| minister))
        .filter(|_| noun.owner.is_none() && (rules || minister));
    let state = state.or(own)?;
    let owner = noun.owner.unwrap_or(roster.known(state));
    // "her head", "his chief": no office of her state
    if matches!(office, "head" | "chief" | "officer") && roster.draft(owner).is_person() {
        return None;
    }
    // "Weiss's spokeswoman": hers, not her state's.
    if roster.draft(owner).is_person() && heads::serves_a_person(office) {
        return related(roster, tree, noun, owner);
    }
    if let Some(draft) = named_later(roster, office, state, day) {
        return Some((draft, "office named later"));
    }
    // Without the date of the text the table cannot tell who held the office.
    let covers = |term: &Term| day.is_some() && term.covers(day);
    if !matches!(
        roster.draft(owner).kind,
        ActorKind::Country | ActorKind::Official
    ) {
        return None;
    }
    let gazetteer = roster.gazetteer;
    let heads = [
        "president",
        "supreme leader",
        "leader",
        "prime minister",
        "chancellor",
        "king",
    ];
    let holds = |known: &&KnownIndex| {
        let mut terms = gazetteer.known(**known).terms.iter();
        terms.any(|term| {
            let ruler = office == "leader" && heads.contains(&term.office.as_str());
            (term.office == office || ruler) && term.country == Some(state) && covers(term)
        })
    };
    // "the US senator": of a hundred who hold the office none is meant.
    let mut holders = gazetteer.holders(state).iter().filter(holds);
    let single = holders
        .next()
        .filter(|_| heads.contains(&office) || holders.next().is_none());
    if let Some(known) = single {
        return Some((roster.known(*known), "holder of the office"));
    }
    // Without a date: the only one of those whom the text names who ever held it.
    let ever = |known: &&KnownIndex| {
        let mut terms = gazetteer.known(**known).terms.iter();
        let head = heads.contains(&office);
        roster.has_known(**known)
            && terms.any(|term| {
                let ruler = office == "leader" && heads.contains(&term.office.as_str());
                term.country == Some(state) && (head && term.office == office || ruler)
            })
    };
    let mut named = gazetteer.holders(state).iter().filter(ever);
    let (only, another) = (named.next().copied(), named.next());
    if let Some(known) = only.filter(|_| day.is_none() && another.is_none()) {
        return Some((roster.known(known), "holder of the office"));
    }
    let adjective = owners::adjective(roster, state);
    let name = format!("{adjective} {office}");
    let draft = roster.keyed(format!("office {} {office}", state.0), || {
        let mut draft = Draft::new(ActorKind::Official, &name);
        draft.country = Some(state);
        draft.nouns.insert(office.to_string());
        draft
    });
    Some((draft, "unnamed holder of an office"))
}

/// "Senator Ana Weiss … the Zedgrad senator": returns the only one before who holds the office, of no place that is told.
fn without_seat(
    roster: &Roster<'_>,
    noun: &Noun,
    office: &str,
    state: Option<KnownIndex>,
) -> Option<DraftIndex> {
    let elsewhere = format!(" {office}");
    let fits = |draft: &Draft| {
        let held = draft.is_person() && draft.nouns.contains(office);
        let seated = draft.nouns.iter().any(|said| said.ends_with(&elsewhere));
        held && !seated && (state.is_none() || draft.country.is_none() || draft.country == state)
    };
    let mut found: Vec<DraftIndex> = roster
        .before(noun.sentence, noun.head)
        .map(|(_, draft)| draft)
        .filter(|draft| fits(roster.draft(*draft)))
        .collect();
    found.sort_unstable();
    found.dedup();
    found.first().copied().filter(|_| found.len() == 1)
}

/// "Zedland's foreign minister …", and further down "Foreign Minister Ana Weiss": returns the only one whom the text
/// names with the office.
fn named_later(
    roster: &Roster<'_>,
    office: &str,
    state: KnownIndex,
    day: Option<Date>,
) -> Option<DraftIndex> {
    let mut named = roster.drafts().filter(|(_, draft)| {
        // Where the text has a date, the table tells who of the known held the office.
        let open = draft.known.is_none() || day.is_none();
        let titled = open && draft.nouns.contains(office);
        draft.is_person() && titled && draft.country == Some(state) && !draft.names.is_empty()
    });
    let (only, other) = (named.next(), named.next());
    only.filter(|_| other.is_none()).map(|(draft, _)| draft)
}

/// "the agent", "the billionaire": returns the person of whom that was said before.
pub(super) fn said_before(roster: &Roster<'_>, noun: &Noun, lemma: &str) -> Resolved {
    let before = roster.before(noun.sentence, noun.head);
    let mut said = before.filter(|(_, index)| roster.draft(*index).nouns.contains(lemma));
    said.next().map(|(_, draft)| (draft, "same noun earlier"))
}

/// Returns whether a word ends "63-year-old" standing as a noun.
pub(super) fn aged(tree: &Tree<'_>, head: u32) -> bool {
    head > 2
        && tree.word(head) == "old"
        && tree.word(head - 2) == "year"
        && !matches!(tree.dep(head), "amod" | "compound")
        && tree
            .child(head, &["det"])
            .is_some_and(|det| tree.word(det).eq_ignore_ascii_case("the"))
}

/// "The economist ran again": a subject that describes the person spoken of.
pub(super) fn anaphor(roster: &mut Roster<'_>, trees: &[Tree<'_>], sentence: u32, head: u32) {
    let tree = &trees[sentence as usize];
    let subject = tree.dep(head).starts_with("nsubj");
    let single = aged(tree, head) || roster.gazetteer.nouns.title(tree, head).is_some();
    // "The mother said": not just anybody spoken of.
    let kin = roster.gazetteer.nouns.is_kin("only", &tree.lemma(head));
    if !subject
        || !single
        || kin
        || tree
            .child(head, &["nmod", "nmod:poss", "acl:relcl", "appos"])
            .is_some()
    {
        return;
    }
    let person = |_: &Mention, draft: DraftIndex| roster.draft(draft).is_person();
    let Some((score, draft)) = salience::most_salient(roster, trees, sentence, head, &person)
    else {
        return;
    };
    if score < 50 {
        return;
    }
    let (first, last) = tree.phrase(head);
    let lemma = tree.lemma(head);
    let entry = roster.draft_mut(draft);
    entry.nouns.insert(lemma);
    entry.aliases.insert(tree.text_of(first, last).to_string());
    let words = Words { head, first, last };
    roster.mention(
        tree,
        sentence,
        words,
        MentionForm::Description,
        draft,
        "describes the person spoken of",
    );
}

/// "the former president": not whoever holds the office.
pub(super) fn past(tree: &Tree<'_>, head: u32) -> bool {
    tree.children(head).iter().any(|child| {
        let word = tree.word(*child).to_lowercase();
        *child < head
            && matches!(
                word.as_str(),
                "former" | "ex" | "late" | "previous" | "next"
            )
    })
}

/// "ran for *governor* of Ohio", "a candidate for *president*": an office that nobody need hold.
pub(super) fn sought(roster: &Roster<'_>, tree: &Tree<'_>, head: u32) -> bool {
    let determined = ["det", "nmod:poss", "nummod"];
    let bare = tree.child(head, &determined).is_none() && !tree.is_plural(head);
    let seeking = &roster.gazetteer.nouns.seeking;
    let sought = |above: u32| seeking.contains(&tree.lemma(above));
    bare && tree.case(head).is_some_and(|case| case == "for") && tree.head(head).is_some_and(sought)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn a_minister_is_that_of_the_only_state_of_the_sentence() {
        check(
            "Norway's president refused an appeal by the justice minister.",
            &["the justice minister > Norwegian justice minister [official, Norway]"],
        );
        check_not(
            "Norway's president told Kenya of a request from the justice minister.",
            &["the justice minister"],
        );
    }

    #[test]
    fn one_official_is_one_of_the_officials() {
        check(
            "A local official said Norway had left.",
            &["A local official > local officials [agency, none]"],
        );
        check_not("Ana Weiss was a local official.", &["a local official"]);
    }
}
