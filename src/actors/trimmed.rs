//! Names as the syntax model marks them, cut to the words that name somebody.

use super::ActorKind;
use super::gazetteer::Gazetteer;
use super::tree::Tree;
use crate::syntax::{Name, NameKind, Upos};

/// Returns the name without article, title and possessive ending; nothing where that is no name:
/// "pro-Zedland", "east coast".
pub(super) fn trimmed(gazetteer: &Gazetteer, tree: &Tree<'_>, mut name: Name) -> Option<Name> {
    let outer = |i: u32| {
        let word = tree.word(i);
        let ending = matches!(word, "'s" | "’s" | "'" | "’" | "the" | "The");
        let title = name.kind == NameKind::Person && gazetteer.nouns.is_title(word);
        ending || title || matches!(tree.token(i).upos, Upos::Punct | Upos::Det)
    };
    let (mut first, mut last) = (name.first, name.last);
    while first < last && outer(first) {
        first += 1;
    }
    while first < last && outer(last) {
        last -= 1;
    }
    // "Zedreform party", "the Zedpress news agency": the common noun says what bears the name.
    let common = |i: u32| tree.word(i).starts_with(char::is_lowercase);
    if name.kind == NameKind::Organization && first < last && common(last) {
        let said = gazetteer.nouns.kind(tree, last);
        let grouping = matches!(&*tree.lemma(last), "party" | "grouping" | "movement");
        let fitting = matches!(
            said,
            Some(ActorKind::Media | ActorKind::Company | ActorKind::ArmedGroup)
        );
        if fitting || grouping {
            while first < last && common(last) {
                last -= 1;
            }
        }
    }
    // "Labour *MP*", "*MPs*": who bears the letters is no body.
    let letters = |i: u32| {
        let word = tree.word(i);
        let stem = word.strip_suffix('s').unwrap_or(word);
        let capitals = stem.len() > 1 && stem.bytes().all(|b| b.is_ascii_uppercase());
        capitals && gazetteer.nouns.is_title(stem)
    };
    if name.kind == NameKind::Organization && letters(last) {
        last = last.checked_sub(1).filter(|last| *last >= first)?;
    }
    // "a small *NGO*" is what, not who.
    let what = first == last && tree.is_capitals(first);
    let article = tree.child(tree.head_of(first, last), &["det"]);
    let a = article.is_some_and(|det| matches!(tree.word(det), "a" | "an" | "A" | "An"));
    if what && a && gazetteer.nouns.kind_of_word(tree.word(first)).is_some() {
        return None;
    }
    // "the *newspaper* Le Zed": nor is the common noun before it.
    let body = |i: u32| gazetteer.nouns.kind_of_word(tree.word(i)).is_some();
    if name.kind == NameKind::Organization
        && first < last
        && common(first)
        && body(first)
        && tree.word(first + 1).starts_with(char::is_uppercase)
    {
        first += 1;
    }
    // "Zedlandic Foreign" in "Zedlandic Foreign Minister": the title begins inside.
    if name.kind != NameKind::Person && last + 1 < tree.len() {
        let title = gazetteer.nouns.title(tree, last + 1);
        let words = title.map_or(1, |(phrase, _)| phrase.split(' ').count() as u32);
        let begins = |i: &u32| gazetteer.nouns.is_title(tree.text_of(*i, last + 1));
        let inside = (first..=last).find(begins);
        last = (last + 2).checked_sub(words)?;
        last = inside.unwrap_or(last).checked_sub(1)?;
        if last < first || inside == Some(first) {
            return None;
        }
    }
    // "the *Islamic* Reform party": the model stops at an adjective, which no nation is.
    while name.kind == NameKind::Organization
        && first == name.first
        && leads(gazetteer, tree, first)
    {
        first -= 1;
        name.first = first;
    }
    // "an owner, *Try* Weiss": the tagger knows the word and misses the name.
    let capital = first.checked_sub(1).filter(|i| {
        let comma = *i > 1 && tree.word(*i - 1) == "," && tree.token(*i - 2).upos == Upos::Noun;
        let verb = matches!(tree.token(*i).upos, Upos::Verb | Upos::Aux | Upos::Intj);
        let word = tree.word(*i);
        let capital = word.starts_with(char::is_uppercase) && word.len() > 1;
        comma && verb && capital && !word.bytes().all(|b| b.is_ascii_uppercase())
    });
    if name.kind == NameKind::Person && first == name.first {
        first = capital.unwrap_or(first);
    }
    // "the *7th* Harbour Brigade"
    let ordinal = first.checked_sub(1).filter(|i| {
        let word = tree.word(*i);
        let number = word.trim_end_matches(char::is_alphabetic);
        let ending = &word[number.len()..];
        let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        digits && matches!(ending, "st" | "nd" | "rd" | "th")
    });
    if name.kind == NameKind::Organization {
        first = ordinal.unwrap_or(first);
    }
    (name.first, name.last) = (first, last);
    let text = tree.text_of(first, last);
    let against = ["pro-", "anti-", "Pro-", "Anti-"]
        .iter()
        .any(|start| text.starts_with(start));
    (!against && text.chars().any(char::is_uppercase)).then_some(name)
}

/// Returns whether the word before a name is an adjective with a capital that belongs to it.
fn leads(gazetteer: &Gazetteer, tree: &Tree<'_>, first: u32) -> bool {
    let Some(word) = first.checked_sub(1).filter(|word| *word > 0) else {
        return false;
    };
    let text = tree.word(word);
    let known = gazetteer
        .forms_at(text)
        .iter()
        .any(|form| *form.text == *text);
    let named = tree.sentence.names.iter().any(|name| {
        let inside = (name.first..=name.last).contains(&word);
        inside && name.kind != NameKind::Nationality
    });
    let adjective = tree.token(word).upos == Upos::Adj && text.starts_with(char::is_uppercase);
    let article = tree.word(word - 1).eq_ignore_ascii_case("the");
    adjective && article && !known && !named && tree.head(word).is_some_and(|head| head >= first)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn a_title_of_two_words_is_no_body() {
        let text = "Spanish Defence Minister Jon Roe met Ana Weiss.";
        check(text, &["Jon Roe > Jon Roe [official, Spain]"]);
        check_not(text, &["Spanish Defence"]);
    }
}
