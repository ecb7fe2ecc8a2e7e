//! Pronouns whose actor comes after them: "Before *she* left, Weiss met Berg", "In *his* letter, Berg thanked her".

use super::roster::{DraftIndex, Roster};
use super::tree::Tree;
use super::{Mention, MentionForm};

/// Returns the subject of the clause that a pronoun's phrase or clause opens, where nobody before the pronoun in its
/// sentence fits.
pub(super) fn subject_ahead<'r>(
    roster: &'r Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    pronoun: u32,
    fits: &dyn Fn(&Mention, DraftIndex) -> bool,
) -> Option<(&'r Mention, DraftIndex)> {
    let mut part = pronoun;
    let verb = loop {
        let above = tree.head(part)?;
        let opens = tree.dep(part) == "advcl" || tree.dep(part).starts_with("obl");
        if opens && part < above {
            break above;
        }
        part = above;
    };
    let subject = tree.child(verb, &["nsubj", "nsubj:pass"])?;
    if !(part < subject && subject < verb) {
        return None;
    }
    let own = roster.before(sentence, pronoun);
    let mut own = own.take_while(|(mention, _)| mention.sentence == sentence);
    if own.any(|(mention, draft)| fits(mention, draft)) {
        return None;
    }
    let draft = roster.at(sentence, subject)?;
    let mention = roster.mention_at(sentence, subject)?;
    let fitting = mention.form != MentionForm::Pronoun && fits(mention, draft);
    fitting.then_some((mention, draft))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_pronoun_in_an_opening_clause_is_the_subject_that_follows() {
        check(
            "Berg resigned. Before he met Ana Weiss, Jens Toller praised Norway.",
            &["he > Jens Toller"],
        );
        check(
            "Latvia protested. In its reply, Norway praised Chad.",
            &["its > Norway"],
        );
    }

    #[test]
    fn whoever_is_named_before_the_pronoun_is_nearer() {
        check(
            "When Jens Toller praised his deputy, Karl Berg laughed.",
            &["his > Jens Toller"],
        );
    }
}
