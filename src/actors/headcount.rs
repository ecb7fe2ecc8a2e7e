//! People of whom the text gives only the number: "killed *dozens*", "arrested *25*", "*thousands* marched".
//!
//! The verb tells that people are counted: one of violence or arrest before them, one of protest after them.

use super::draft::Draft;
use super::roster::{Roster, Words};
use super::tree::Tree;
use super::{ActorKind, MentionForm};
use crate::syntax::Upos;
use crate::text::year_number;

/// Clauses looked into below the verb: "took to the streets *to protest*".
const DEPTH: u32 = 2;

/// Enters the people whom a bare number counts.
pub(super) fn people(roster: &mut Roster<'_>, tree: &Tree<'_>, sentence: u32, head: u32) {
    if roster.at(sentence, head).is_some() || !is_several(roster, tree, head) {
        return;
    }
    let Some(who) = counted(roster, tree, head) else {
        return;
    };
    let thousands = tree.child(head, &["nmod"]);
    let last = thousands.map_or(head, |thousands| thousands.max(head));
    // "two *dozen*"
    let first = tree.child(head, &["compound", "nummod"]);
    let first = first.filter(|first| *first < head).unwrap_or(head);
    let number = tree.text_of(first, last).to_lowercase();
    let name = match tree.is_plural(last) && tree.token(last).upos == Upos::Noun {
        true => format!("{number} of {who}"),
        false => format!("{number} {who}"),
    };
    let draft = roster.keyed(format!("some {name}"), || {
        let mut draft = Draft::new(ActorKind::Group, &name);
        draft.plural = true;
        draft.aliases.insert(number.clone());
        draft
    });
    let words = Words { head, first, last };
    let form = MentionForm::Description;
    roster.mention(tree, sentence, words, form, draft, "so many people");
}

/// Returns whom the verb of a number says to be counted.
fn counted(roster: &Roster<'_>, tree: &Tree<'_>, number: u32) -> Option<&'static str> {
    let nouns = &roster.gazetteer.nouns;
    let verb = tree.head(number)?;
    if tree.token(verb).upos != Upos::Verb {
        return None;
    }
    // "killed *at least 36*" may hang on the verb like a phrase.
    let least = tree.dep(number) == "obl" && tree.child(number, &["case"]).is_none();
    let bound = number.checked_sub(1).map(|i| tree.word(i).to_lowercase());
    let least = least && matches!(bound.as_deref(), Some("least" | "most"));
    // "Dozens were killed" tells nothing of anybody else.
    let by = |c: &u32| tree.case(*c).is_some_and(|case| case == "by");
    let suffers = match tree.dep(number) {
        "obj" => true,
        "nsubj:pass" => tree.children(verb).iter().any(by),
        _ => least,
    };
    if suffers && nouns.is_done_to_people(&tree.lemma(verb)) {
        return Some("people");
    }
    let protests = tree.dep(number) == "nsubj" && is_protest(roster, tree, verb, 0);
    protests.then_some("protesters")
}

/// "marched", "took to the streets to protest"
fn is_protest(roster: &Roster<'_>, tree: &Tree<'_>, verb: u32, depth: u32) -> bool {
    let purpose = |c: u32| {
        tree.child(c, &["mark"])
            .is_some_and(|to| tree.word(to) == "to")
    };
    let below = |c: &u32| match tree.dep(*c) {
        "xcomp" | "advcl" | "acl" => purpose(*c) && is_protest(roster, tree, *c, depth + 1),
        dep => depth == 0 && dep.starts_with("obl") && is_protest(roster, tree, *c, depth + 1),
    };
    let clause = tree.token(verb).upos == Upos::Verb;
    clause && roster.gazetteer.nouns.is_protest(&tree.lemma(verb))
        || depth < DEPTH && tree.children(verb).iter().any(below)
}

/// Returns whether a word is a bare number of more than one, and neither a year, a share nor a sum.
fn is_several(roster: &Roster<'_>, tree: &Tree<'_>, head: u32) -> bool {
    let nouns = &roster.gazetteer.nouns;
    let word = tree.word(head).to_lowercase();
    let round = |i: u32| nouns.is_round(&tree.lemma(i)) && tree.is_plural(i);
    let tens = |i: u32| matches!(&*tree.word(i).to_lowercase(), "tens" | "hundreds");
    let plain = |child: &u32| match tree.dep(*child) {
        "nmod" => {
            *child < head || tree.case(*child).is_some_and(|case| case == "of") && round(*child)
        }
        "acl" | "acl:relcl" | "punct" | "advmod" | "case" | "det" | "amod" | "conj" | "cc" => true,
        "compound" | "nummod" => tree.token(*child).upos == Upos::Num,
        _ => false,
    };
    let of_thousands = tree
        .children(head)
        .iter()
        .any(|c| *c > head && tree.dep(*c) == "nmod");
    let year = year_number(&word).is_some();
    let number = match tree.token(head).upos {
        Upos::Num => !matches!(&*word, "one" | "1" | "0" | "zero") && !year,
        Upos::Noun => round(head) || tens(head) && of_thousands,
        _ => false,
    };
    // "the 1990s", "the two", "a 12": those are told elsewhere.
    let article = tree.child(head, &["det"]).is_some();
    number && !article && tree.children(head).iter().all(plain)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn a_bare_number_counts_people_where_the_verb_says_so() {
        let check_one = |text: &str, line: &str| check(text, &[line]);
        check_one(
            "Chad killed dozens.",
            "dozens > dozens of people [group, none]",
        );
        check_one("Chad killed at least 36 in Abeche.", "36 > 36 people");
        check_one("Peru arrested 25 suspected of fraud.", "25 > 25 people");
        check_one("Dozens were killed by rebels.", "Dozens > dozens of people");
        check_one(
            "Thousands marched in Oslo.",
            "Thousands > thousands of protesters [group, none]",
        );
        check_one(
            "Tens of thousands took to the streets to protest.",
            "Tens of thousands > tens of thousands of protesters",
        );
        check_not("Dozens were killed in Chad.", &["Dozens"]);
        check_not("Thousands fled as nurses marched.", &["Thousands"]);
        check_not("Chad bought 25.", &["25"]);
        check_not("Chad freed one.", &["one"]);
    }
}
