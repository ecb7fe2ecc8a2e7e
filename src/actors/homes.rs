//! The country of officials of whom nobody says it: "Foreign Minister Ana Weiss".

use super::beside::adjacent;
use super::draft::Draft;
use super::known::KnownIndex;
use super::nouns::Title;
use super::roster::{DraftIndex, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, Mention, MentionForm, owners};
use crate::syntax::Upos;

/// "*President* Emmanuel Macron resigned", in a text that names no France: the title stands for the state, where the
/// tables have its holder in that very office, or where one state alone gives it. "*House* Speaker Ana Weiss": the body
/// that alone has the office.
pub(super) fn titled(roster: &mut Roster<'_>, trees: &[Tree<'_>]) {
    let named = |mention: &&Mention| mention.form == MentionForm::Name;
    let names: Vec<Mention> = roster.mentions().filter(named).copied().collect();
    for mention in names {
        let tree = &trees[mention.sentence as usize];
        let Some(title) = title_before(roster, tree, &mention) else {
            continue;
        };
        let draft = roster.draft(DraftIndex(mention.actor.0));
        if let Some(state) = state_told(roster, draft, &title)
            && !roster.has_known(state)
        {
            enter(roster, tree, mention.sentence, title.head, state);
        }
        let draft = roster.draft(DraftIndex(mention.actor.0));
        if title.first < title.head
            && let Some(body) = body_told(roster, draft, &title)
        {
            enter(roster, tree, mention.sentence, title.first, body);
        }
    }
}

/// Enters a word of a title as that of a state or body.
fn enter(roster: &mut Roster<'_>, tree: &Tree<'_>, sentence: u32, word: u32, known: KnownIndex) {
    if roster.around(sentence, word).is_some() {
        return;
    }
    let draft = roster.known(known);
    let words = Words {
        head: word,
        first: word,
        last: word,
    };
    let form = MentionForm::Modifier;
    roster.mention(tree, sentence, words, form, draft, "told by a title");
}

/// An office before a name, of which nothing else is said.
struct Before {
    head: u32,
    first: u32,
    phrase: String,
}

/// Returns the office right before the name of an official, where no words say whose office it is.
fn title_before(roster: &Roster<'_>, tree: &Tree<'_>, mention: &Mention) -> Option<Before> {
    let draft = roster.draft(DraftIndex(mention.actor.0));
    let name = Words {
        head: mention.head,
        first: mention.first,
        last: mention.last,
    };
    let nouns = &roster.gazetteer.nouns;
    let last = mention.first.checked_sub(1)?;
    // "*Secretary* of State Ana Weiss"
    let of = last.checked_sub(1).is_some_and(|of| tree.word(of) == "of");
    let head = last.checked_sub(if of { 2 } else { 0 })?;
    if draft.kind != ActorKind::Official || !adjacent(tree, head, name) {
        return None;
    }
    let (phrase, office) = nouns.title(tree, head)?;
    let words = phrase.split([' ', '-']).count() as u32;
    let first = (last + 1).checked_sub(words)?;
    // "Harbour Society President Ana Weiss": that of another body.
    let before = first.checked_sub(1);
    let owner = owners::owner(roster, tree, mention.sentence, head)
        .or_else(|| owners::of(roster, tree, mention.sentence, mention.head))
        .or_else(|| roster.around(mention.sentence, before?));
    let open = before.is_none_or(|i| {
        let word = tree.word(i).to_lowercase();
        let past = matches!(&*word, "former" | "late" | "then" | "ex" | "outgoing");
        let noun = matches!(
            tree.token(i).upos,
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Part
        );
        past || !noun
    });
    // "Sen. Ana Weiss" is one of many.
    let one = office == Title::Office && !nouns.is_member(&phrase);
    (one && open && owner.is_none()).then_some(Before {
        head,
        first,
        phrase,
    })
}

/// Returns the state that an office is one of.
fn state_told(roster: &Roster<'_>, draft: &Draft, title: &Before) -> Option<KnownIndex> {
    let gazetteer = roster.gazetteer;
    // "ex-President" is no title of its own in the tables.
    let phrase = title.phrase.strip_prefix("ex-").unwrap_or(&title.phrase);
    let held = draft.known.and_then(|known| {
        let mut terms = gazetteer.known(known).terms.iter();
        terms.find(|term| term.office == phrase)?.country
    });
    let alone = || {
        let state = gazetteer.nouns.state_of_title(phrase)?;
        let state = gazetteer.states.get(state).copied()?;
        fits(roster, draft, state).then_some(state)
    };
    held.or_else(alone)
}

/// Returns the body that alone has an office.
fn body_told(roster: &Roster<'_>, draft: &Draft, title: &Before) -> Option<KnownIndex> {
    let id = roster.gazetteer.nouns.body_of_title(&title.phrase)?;
    let body = roster.gazetteer.find(id)?;
    let state = roster.gazetteer.known(body).country?;
    fits(roster, draft, state).then_some(body)
}

/// Other states have secretaries of defence as well, and a text about one of these means its own.
fn fits(roster: &Roster<'_>, draft: &Draft, state: KnownIndex) -> bool {
    let about = roster.home.or(roster.subject).or(roster.scene);
    let same = |told: Option<KnownIndex>| told.is_none_or(|told| told == state);
    same(about) && same(draft.country)
}

/// Settles the countries of named officials whose own words tell none: by a title that one state alone gives,
/// by a surname whose bearers have held the office in one state alone, by the state that the document is about.
pub(super) fn settle(roster: &mut Roster<'_>) {
    let open = |draft: &Draft| {
        let official = draft.kind == ActorKind::Official && draft.known.is_none();
        official && draft.country.is_none() && !draft.names.is_empty()
    };
    let officials: Vec<DraftIndex> = roster
        .drafts()
        .filter(|(_, draft)| open(draft))
        .map(|(index, _)| index)
        .collect();
    for official in officials {
        let draft = roster.draft(official);
        let state = by_title(roster, draft)
            .or_else(|| by_surname(roster, draft))
            .or_else(|| by_subject(roster, draft));
        roster.draft_mut(official).country = state;
    }
}

/// "Secretary of State Ana Weiss" serves the United States, where the text names them at all.
fn by_title(roster: &Roster<'_>, draft: &Draft) -> Option<KnownIndex> {
    let gazetteer = roster.gazetteer;
    let mut told = draft
        .nouns
        .iter()
        .filter_map(|noun| gazetteer.nouns.state_of_title(noun));
    let state = told.find_map(|state| gazetteer.states.get(state).copied())?;
    roster.has_known(state).then_some(state)
}

/// "President Weiss": the presidents of that name were all of one state.
fn by_surname(roster: &Roster<'_>, draft: &Draft) -> Option<KnownIndex> {
    if draft.name.contains(' ') {
        return None;
    }
    let held = roster.gazetteer.held_by(&draft.name);
    let mut states = held
        .filter(|(office, _)| draft.nouns.contains(*office))
        .map(|(_, state)| state);
    let first = states.next()?;
    states.all(|state| state == first).then_some(first)
}

/// An official of a text about one state is that state's, unless the title is one of no state.
fn by_subject(roster: &Roster<'_>, draft: &Draft) -> Option<KnownIndex> {
    let nouns = &roster.gazetteer.nouns;
    let stateless = draft.nouns.iter().any(|noun| nouns.is_stateless(noun));
    roster.subject.filter(|_| !stateless)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn a_title_stands_for_the_state_that_no_other_word_names() {
        check(
            "President Emmanuel Macron resigned.",
            &["President > France [country, France]"],
        );
        check(
            "Secretary of State Ana Weiss visited Kenya.",
            &["Secretary > United States"],
        );
        check(
            "Harbour Society President Emmanuel Macron resigned.",
            &["Emmanuel Macron > Emmanuel Macron [official, France]"],
        );
        check_not(
            "Harbour Society President Emmanuel Macron resigned.",
            &["President"],
        );
        let text = "Norway left. Norway paid. Norway won. Defense Secretary Ana Weiss spoke.";
        check_not(text, &["Secretary", "Defense"]);
    }

    #[test]
    fn a_title_stands_for_the_body_that_alone_has_the_office() {
        check(
            "House Speaker Ana Weiss resigned.",
            &["House > US House of Representatives"],
        );
        check_not("Ohio House Speaker Ana Weiss resigned.", &["House"]);
    }
}
