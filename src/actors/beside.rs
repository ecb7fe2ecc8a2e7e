//! Where titles and other nouns stand beside a name, in the tree or in the order of the words.

use super::roster::{DraftIndex, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, MentionForm, owners};
use crate::syntax::Upos;

/// Words between a title and the name of its holder.
const LONGEST_BETWEEN: u32 = 12;

/// Returns the nouns beside a name: before it, in apposition to it, or said of it.
pub(super) fn beside(tree: &Tree<'_>, words: Words) -> Vec<u32> {
    let mut nouns = Vec::new();
    let noun = |i: u32| matches!(tree.token(i).upos, Upos::Noun | Upos::Propn | Upos::Adj);
    let before = words.first.checked_sub(1);
    nouns.extend(before.filter(|i| noun(*i) && adjacent(tree, *i, words)));
    for &child in tree.children(words.head) {
        if matches!(tree.dep(child), "appos" | "nmod:desc" | "compound") && noun(child) {
            nouns.push(child);
            // "Ana Weiss, an opposition *MP*"
            let next = |c: u32| tree.dep(c) == "appos" && c == child + 1;
            let more = tree
                .children(child)
                .iter()
                .filter(|c| (tree.dep(**c) == "conj" || next(**c)) && noun(**c));
            nouns.extend(more);
        }
    }
    if let Some(above) = tree.head(words.head)
        && noun(above)
    {
        let said = tree.dep(words.head) == "nsubj" && tree.child(above, &["cop"]).is_some();
        // "Mr Weiss", but not "the Weiss family".
        let before = above < words.first;
        let beside = match tree.dep(words.head) {
            "appos" => true,
            "flat" | "nmod:desc" | "compound" => before,
            _ => said,
        };
        nouns.extend(beside.then_some(above));
    }
    let outside = |i: &u32| !(words.first..=words.last).contains(i);
    nouns.retain(outside);
    nouns.sort_unstable();
    nouns.dedup();
    nouns
}

/// "Zedlandic ambassador to Yeland Ana Weiss", "Director of the Zed Bureau of Yields (ZBY) Ana Weiss": finds the title
/// before the phrase that is in between.
pub(super) fn titled_across(roster: &Roster<'_>, tree: &Tree<'_>, words: Words) -> Option<u32> {
    let mut i = words.first.checked_sub(1)?;
    let nouns = &roster.gazetteer.nouns;
    if nouns.is_title(tree.word(i)) {
        return None;
    }
    let least = words.first.saturating_sub(LONGEST_BETWEEN);
    while i > least {
        match tree.token(i).upos {
            Upos::Propn | Upos::Adj | Upos::Det => {}
            Upos::Punct if matches!(tree.word(i), "(" | ")") => {}
            Upos::Adp if i + 1 < words.first => {
                let title = i - 1;
                if nouns.title(tree, title).is_some() {
                    return Some(title);
                }
            }
            _ => return None,
        }
        i -= 1;
    }
    None
}

/// "The governor of Zedgrad, Ana Weiss": finds the title though the tree hangs the name elsewhere.
pub(super) fn titled_before(roster: &Roster<'_>, tree: &Tree<'_>, words: Words) -> Option<u32> {
    let comma = words
        .first
        .checked_sub(1)
        .filter(|i| tree.word(*i) == ",")?;
    let mut found = None;
    let mut i = comma;
    while i > 0 {
        i -= 1;
        match tree.token(i).upos {
            Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Pron => break,
            Upos::Punct if tree.word(i) != "-" => break,
            Upos::Noun | Upos::Propn => {
                let ends = matches!(tree.token(i + 1).upos, Upos::Adp) || i + 1 == comma;
                let single = !tree.token(i).xpos.ends_with('S');
                if ends && single && roster.gazetteer.nouns.title(tree, i).is_some() {
                    found = Some(i);
                }
            }
            _ => {}
        }
    }
    found
}

/// "Ana Weiss, the governor of Zedgrad": the same the other way round.
pub(super) fn titled_after(roster: &Roster<'_>, tree: &Tree<'_>, words: Words) -> Option<u32> {
    let comma = words.last + 1;
    if comma + 1 >= tree.len() || tree.word(comma) != "," {
        return None;
    }
    let mut found = None;
    for i in comma + 1..tree.len() {
        match tree.token(i).upos {
            Upos::Noun => {
                let title = roster.gazetteer.nouns.title(tree, i).is_some();
                found = (title && !tree.token(i).xpos.ends_with('S')).then_some(i);
            }
            // The title of the next in a list: "Ana Weiss, President Orlov and …".
            Upos::Propn => found = None,
            Upos::Det | Upos::Adj | Upos::Num | Upos::Part => {}
            Upos::Punct if tree.word(i) == "-" => {}
            Upos::Punct | Upos::Adp | Upos::Pron => break,
            _ => return None,
        }
    }
    found.filter(|noun| tree.child(*noun, &["case"]).is_none())
}

/// "Ana Weiss served as *secretary* of state", "Ana Weiss, who served as *secretary* of state".
pub(super) fn acting_as(roster: &Roster<'_>, tree: &Tree<'_>, words: Words) -> Option<u32> {
    let clause = tree.child(words.head, &["acl:relcl"]);
    let above = tree
        .head(words.head)
        .filter(|_| tree.dep(words.head) == "nsubj");
    let verbs = clause.into_iter().chain(above);
    let nouns = &roster.gazetteer.nouns;
    verbs
        .filter(|verb| nouns.is_acting_as(&tree.lemma(*verb)))
        .flat_map(|verb| tree.children(verb).iter().copied())
        .find(|&role| {
            let role_of = tree.dep(role).starts_with("obl") && tree.token(role).upos == Upos::Noun;
            role_of && tree.case(role).is_some_and(|case| case == "as")
        })
}

/// Returns whether a word before a name belongs to its phrase.
pub(super) fn adjacent(tree: &Tree<'_>, word: u32, words: Words) -> bool {
    tree.head(word) == Some(words.head)
        || tree.head(words.head) == Some(word)
        || tree.head(word) == tree.head(words.head)
}

/// "Zedland, the neighbour in the east": returns the named actor that a noun stands beside.
pub(super) fn apposition(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    head: u32,
) -> Option<DraftIndex> {
    let single = !tree.token(head).xpos.ends_with('S');
    let common = tree.word(head).starts_with(char::is_lowercase);
    // "Waterlight, a small *NGO*"
    let letters = roster.gazetteer.nouns.kind_of_word(tree.word(head));
    let letters = tree.is_capitals(head) && letters.is_some();
    if !(tree.token(head).upos == Upos::Noun || common || letters) || !single {
        return None;
    }
    let beside = match tree.dep(head) {
        "appos" => tree.head(head),
        _ => tree
            .child(head, &["appos"])
            .filter(|child| tree.token(*child).upos == Upos::Propn),
    };
    let mention = roster.mention_at(sentence, beside?)?;
    let draft = roster.at(sentence, beside?)?;
    let nouns = &roster.gazetteer.nouns;
    let place = nouns.is_place(tree, head);
    let told = nouns.kind(tree, head);
    let kind = roster.draft(draft).kind;
    let fitting = match kind {
        ActorKind::Place => place,
        ActorKind::Group => false,
        ActorKind::Country => matches!(told, Some(ActorKind::Country | ActorKind::Group)),
        ActorKind::Official | ActorKind::Person => {
            told == Some(ActorKind::Group) || nouns.title(tree, head).is_some()
        }
        // "the police agency, Europol": of what kind a body is, nouns tell but roughly.
        _ => told == Some(kind) || told.is_some_and(is_body) && is_body(kind),
    };
    // "the AFP, *Australia's* police force" is not the AFP of another state.
    let entry = roster.draft(draft);
    let elsewhere = owners::owner(roster, tree, sentence, head)
        .filter(|owner| *owner != draft && entry.known.is_some())
        .is_some_and(|owner| {
            let owner = roster.draft(owner);
            let whole = matches!(
                owner.kind,
                ActorKind::Country | ActorKind::Intergovernmental
            );
            whole && owner.country != entry.country
        });
    if elsewhere {
        return None;
    }
    (fitting && mention.form == MentionForm::Name).then_some(draft)
}

/// Returns whether a kind is that of a body, neither people nor a place.
fn is_body(kind: ActorKind) -> bool {
    matches!(
        kind,
        ActorKind::Agency
            | ActorKind::Organization
            | ActorKind::Intergovernmental
            | ActorKind::Company
            | ActorKind::Media
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn who_served_as_a_minister_is_an_official() {
        let text = "Jens Berg, who served as foreign minister of Norway, met Ana Weiss.";
        check(text, &["Jens Berg > Jens Berg [official, Norway]"]);
    }

    #[test]
    fn a_title_may_stand_before_the_whole_name_of_the_body() {
        let text =
            "Director of the Norwegian Bureau of Fisheries (NBF) Jens Berg said he would leave.";
        check(text, &["Jens Berg > Jens Berg [official, Norway]"]);
    }
}
