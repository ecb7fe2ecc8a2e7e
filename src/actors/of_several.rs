//! One noun for several names: "the people's republics of Zedburg and Yelburg" are the two known by those names.

use super::known::{KnownIndex, Sense};
use super::roster::{Roster, Words};
use super::tree::Tree;
use super::{Gazetteer, MentionForm};

/// Enters a plural noun with names after "of" as all the known actors that bear one of the names and the noun.
///
/// Where one of them is not known, nobody is entered: "the universities of Zedburg and elsewhere".
pub(super) fn describe(roster: &mut Roster<'_>, tree: &Tree<'_>, sentence: u32, head: u32) {
    if !matches!(tree.token(head).xpos, "NNS" | "NNPS") || roster.at(sentence, head).is_some() {
        return;
    }
    let children = tree.children(head).iter().copied();
    let mut after =
        children.filter(|c| *c > head && tree.case(*c).is_some_and(|case| case == "of"));
    let Some(first) = after.next() else {
        return;
    };
    let fellows = tree.children(first).iter().copied();
    let fellows: Vec<u32> = fellows.filter(|c| tree.dep(*c) == "conj").collect();
    if fellows.is_empty() {
        return;
    }
    let names = std::iter::once(first).chain(fellows);
    let known: Option<Vec<KnownIndex>> = names
        .map(|name| named(roster, tree, sentence, head, name))
        .collect();
    let Some(known) = known else {
        return;
    };
    let drafts: Vec<_> = known.into_iter().map(|known| roster.known(known)).collect();
    let words = Words {
        head,
        first: tree.phrase(head).0,
        last: head,
    };
    // Like "they", the phrase names none of them by itself.
    let form = MentionForm::Pronoun;
    let reason = "one noun for several names";
    roster.mention(tree, sentence, words, form, drafts[0], reason);
    roster.join(sentence, head, &drafts[1..]);
}

/// "republics", "Zedburg": returns the known "Zedburg Republic", with as many words before the noun as make a name.
fn named(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    head: u32,
    name: u32,
) -> Option<KnownIndex> {
    let mention = roster.mention_at(sentence, name)?;
    let name = tree.text_of(mention.first, mention.last);
    let (first, _) = tree.phrase(head);
    let lemma = tree.lemma(head);
    (first..=head).find_map(|start| {
        let before = if start < head {
            format!("{} ", tree.text_of(start, head - 1))
        } else {
            String::new()
        };
        known_as(roster.gazetteer, &format!("{name} {before}{lemma}"))
    })
}

/// Returns whoever is known by a name, whatever the capitals after its first word.
fn known_as(gazetteer: &Gazetteer, name: &str) -> Option<KnownIndex> {
    let plain = |text: &str| text.replace('’', "'").to_lowercase();
    let forms = gazetteer.forms_at(name).iter();
    let mut same =
        forms.filter(|form| form.sense == Sense::Name && plain(&form.text) == plain(name));
    same.next().map(|form| form.known)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn republics_are_known_by_the_names_after_them() {
        check(
            "Chad recognised the republics of Luhansk and Donetsk.",
            &["the republics > Luhansk People's Republic [country, Luhansk People's Republic]"],
        );
        check(
            "Chad recognised the universities of Oslo and Bergen.",
            &["the universities > Norwegian universities"],
        );
    }
}
