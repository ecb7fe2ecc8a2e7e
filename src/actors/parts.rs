//! Groups that the text sets apart by how many or by what they do: "two of her staff", "those who stayed".

use super::draft::Draft;
use super::roster::{DraftIndex, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, MentionForm, descriptions};
use crate::syntax::Upos;
use jiff::civil::Date;

/// Words that a clause after "those" may have before the phrase says too much to be a name.
const LONGEST: u32 = 9;

/// "a group of lawmakers", "dozens of protesters": enters whom the noun counts, and returns whether it counts anybody.
pub(super) fn counts(
    roster: &mut Roster<'_>,
    trees: &[Tree<'_>],
    sentence: u32,
    head: u32,
    day: Option<Date>,
) -> bool {
    let tree = &trees[sentence as usize];
    let mut of = tree.children(head).iter().copied().filter(|child| {
        let several = matches!(tree.token(*child).xpos, "NNS" | "NNPS");
        let of = tree.case(*child).is_some_and(|case| case == "of");
        tree.dep(*child) == "nmod" && several && of
    });
    let Some(counted) = of.next() else {
        return false;
    };
    if roster.around(sentence, counted).is_none() {
        descriptions::describe(roster, trees, sentence, counted, day);
    }
    let whole = roster.at(sentence, counted);
    let Some(whole) = whole.filter(|whole| roster.draft(*whole).plural) else {
        return false;
    };
    let (first, last) = tree.phrase(head);
    let words = Words { head, first, last };
    let form = MentionForm::Description;
    for tail in tree.tails(head) {
        let text = tree.text_of(first, tail).to_string();
        roster.draft_mut(whole).aliases.insert(text);
    }
    roster.mention(tree, sentence, words, form, whole, "so many of a group");
    true
}

/// Enters "two of her staff": some of a group are a group of their own.
pub(super) fn some_of(roster: &mut Roster<'_>, tree: &Tree<'_>, sentence: u32, head: u32) {
    if tree.token(head).xpos != "CD" || roster.at(sentence, head).is_some() {
        return;
    }
    let one = matches!(&*tree.word(head).to_lowercase(), "one" | "1");
    let whole = tree.children(head).iter().copied().find(|child| {
        let of = tree.case(*child).is_some_and(|case| case == "of");
        tree.dep(*child) == "nmod" && *child > head && of
    });
    let Some(noun) = whole.filter(|_| !one) else {
        return;
    };
    let named = matches!(tree.token(noun).upos, Upos::Noun | Upos::Propn)
        || tree.word(noun).eq_ignore_ascii_case("those");
    let Some(index) = roster.at(sentence, noun).filter(|_| named) else {
        return;
    };
    let whole = roster.draft(index);
    // "two of its soldiers" are its army's.
    let human = matches!(whole.kind, ActorKind::Group | ActorKind::ArmedGroup);
    if !whole.plural || !human {
        return;
    }
    let (kind, country) = (whole.kind, whole.country);
    // Where the text speaks of the whole only here, they are all of it that there is to know; where it goes on
    // about "the nurses", it goes on about these.
    let mut again = roster
        .mentions()
        .filter(|m| roster.current(DraftIndex(m.actor.0)) == index);
    let first = again
        .next()
        .is_some_and(|m| (m.sentence, m.head) == (sentence, noun));
    let more_than = head.checked_sub(2).filter(|first| {
        let text = tree.text_of(*first, head - 1).to_lowercase();
        matches!(&*text, "more than" | "at least" | "up to" | "fewer than")
    });
    let last = tree.phrase(noun).1;
    let name = lowered(tree, head, last);
    let more = more_than.map(|first| lowered(tree, first, last));
    let words = Words {
        head,
        first: head,
        last: head,
    };
    let form = MentionForm::Description;
    if first && again.next().is_some() {
        drop(again);
        let aliases = &mut roster.draft_mut(index).aliases;
        aliases.insert(name);
        aliases.extend(more);
        return roster.mention(tree, sentence, words, form, index, "some of a group");
    }
    drop(again);
    let whole: Vec<String> = match first {
        true => whole.aliases.iter().chain([&whole.name]).cloned().collect(),
        false => Vec::new(),
    };
    let draft = roster.keyed(format!("some {}", name.to_lowercase()), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = country;
        draft.plural = true;
        draft.aliases.extend(whole);
        draft.aliases.extend(more);
        draft
    });
    roster.mention(tree, sentence, words, form, draft, "some of a group");
}

/// Enters "those who stayed": named by what they do.
pub(super) fn those(roster: &mut Roster<'_>, tree: &Tree<'_>, sentence: u32, head: u32) {
    if !tree.word(head).eq_ignore_ascii_case("those") || roster.at(sentence, head).is_some() {
        return;
    }
    let who = |clause: &u32| {
        let subject = tree.child(*clause, &["nsubj", "nsubj:pass"]);
        subject.is_some_and(|subject| tree.word(subject) == "who")
    };
    // "those held", "those on the list"
    let case = tree.case(head);
    let doer = match case.as_deref() {
        None => tree.dep(head).starts_with("nsubj"),
        // "two of those held", but not "among those held was Ana Weiss"
        Some(case) => case == "of" && tree.dep(head) == "nmod",
    };
    let told = |child: &u32| match tree.dep(*child) {
        "acl:relcl" => who(child),
        "acl" => doer && tree.token(*child).xpos == "VBN",
        "nmod" => {
            doer && tree
                .case(*child)
                .is_some_and(|case| case == "on" || case == "aboard")
        }
        _ => false,
    };
    let mut after = tree
        .children(head)
        .iter()
        .copied()
        .filter(|child| *child > head);
    let Some(clause) = after.find(told) else {
        return;
    };
    let last = tree.clause_end(clause);
    if last > head + LONGEST {
        return;
    }
    let name = lowered(tree, head, last);
    // "those who left the town *in May*"
    let when = tree.children(clause).iter().copied().find(|child| {
        let obl = tree.dep(*child).starts_with("obl") && *child > clause;
        obl && tree.case(*child).is_some()
    });
    let case = when.and_then(|when| tree.child(when, &["case"]));
    let case = case.filter(|case| *case > clause);
    let short = case.map(|case| lowered(tree, head, case - 1));
    let draft = roster.keyed(format!("some {}", name.to_lowercase()), || {
        let mut draft = Draft::new(ActorKind::Group, &name);
        draft.aliases.extend(short);
        draft.plural = true;
        draft
    });
    let words = Words {
        head,
        first: head,
        last: head,
    };
    let form = MentionForm::Description;
    roster.mention(tree, sentence, words, form, draft, "told by what they do");
}

/// Returns the last word of the clause after a noun that says who is meant: "nurses *who left Zedland*".
pub(super) fn told(tree: &Tree<'_>, head: u32) -> Option<u32> {
    let next = head + 1;
    let clause = tree.child(head, &["acl:relcl"])?;
    let who = next < tree.len() && tree.word(next) == "who" && clause > next;
    let last = tree.clause_end(clause);
    (who && last <= head + LONGEST).then_some(last)
}

/// Returns the words as written, but for the capital of a sentence's first.
fn lowered(tree: &Tree<'_>, first: u32, last: u32) -> String {
    let text = tree.text_of(first, last);
    let start = tree.word(first).to_lowercase();
    text.get(tree.word(first).len()..)
        .map_or(text.to_string(), |rest| start + rest)
}
