//! Persons described instead of named: holders of an office, "the economist", "the 63-year-old".

use super::draft::Draft;
use super::known::{KnownIndex, Term};
use super::phrase::{Article, Noun};
use super::roster::{DraftIndex, Resolved, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, Mention, MentionForm, owners, salience};
use jiff::civil::Date;

/// "the Ukrainian president", "its foreign minister", "the president".
pub(super) fn holder(
    roster: &mut Roster<'_>,
    noun: &Noun,
    office: &str,
    day: Option<Date>,
) -> Resolved {
    let state = noun.owner.and_then(|owner| owners::state(roster, owner));
    if noun.article == Article::Bare && noun.owner.is_none() {
        return None;
    }
    let fits = |said: &str| said == office || said.ends_with(&format!(" {office}"));
    let before = roster.before(noun.sentence, noun.head).find(|(_, index)| {
        let draft = roster.draft(*index);
        draft.is_person()
            && draft.nouns.iter().any(|said| fits(said))
            && (state.is_none() || draft.country == state)
    });
    if let Some((_, draft)) = before {
        return Some((draft, "office named earlier"));
    }
    let state = state?;
    let owner = noun.owner?;
    // Without the date of the text the table cannot tell who held the office.
    let covers = |term: &Term| day.is_some() && term.covers(day);
    if !matches!(
        roster.draft(owner).kind,
        ActorKind::Country | ActorKind::Official | ActorKind::Place
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
    if let Some(known) = gazetteer.holders(state).iter().find(holds) {
        return Some((roster.known(*known), "holder of the office"));
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
    if !subject
        || !single
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
