//! One body that no text names: "a court jailed him", "a war monitor said", "a local official".

use super::ActorKind;
use super::bodies::national_body;
use super::groups::group;
use super::known::KnownIndex;
use super::phrase::{Article, Noun, plain};
use super::roster::{Resolved, Roster};
use super::tree::Tree;

/// "*A court* jailed him", "*the garrison* surrendered": a body of the state spoken of, or of one left open.
///
/// "The agency" only takes up a body that was named.
pub(super) fn body(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    kind: ActorKind,
    near: Option<KnownIndex>,
) -> Resolved {
    let nouns = &roster.gazetteer.nouns;
    let body = nouns.body(tree, noun.head);
    let official = matches!(kind, ActorKind::Agency | ActorKind::Unit);
    // "*a war monitor* said", "*super PAC* backs Weiss": a private body is told by more than its noun.
    let private = matches!(
        kind,
        ActorKind::Organization | ActorKind::Company | ActorKind::Media
    );
    let told = private && noun.article == Article::Indefinite && !plain(tree, noun);
    let told = told || private && tree.dep(noun.head) == "nsubj" && headlined(tree, noun);
    let one = one_official(roster, tree, noun);
    let single = (official && noun.article != Article::Bare || told)
        && !noun.plural
        && nouns.title(tree, noun.head).is_none()
        && (!matches!(body, Some("officials" | "lawmakers" | "diplomats")) || one)
        && (told || !nouns.resumes(&tree.lemma(noun.head)));
    let case = tree.case(noun.head);
    let cited = || matches!(case.as_deref(), Some("according_to" | "to" | "from"));
    let acts = tree.dep(noun.head).starts_with("nsubj")
        || case.as_deref() == Some("by")
        || told && cited()
        || (told || one) && tree.dep(noun.head) == "obj";
    if !single || !acts {
        return None;
    }
    match roster.home.or(near).filter(|_| body.is_some()) {
        Some(state) => national_body(roster, tree, noun, kind, state),
        None => group(roster, tree, noun, kind),
    }
}

/// "*A local official* said": one of a sort of officials stands for them.
pub(super) fn one_official(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun) -> bool {
    let body = roster.gazetteer.nouns.body(tree, noun.head);
    let sort = matches!(body, Some("officials" | "lawmakers" | "diplomats"));
    sort && !noun.plural && noun.article == Article::Indefinite && !plain(tree, noun)
}

/// "*War monitor* says": the first words of a sentence, without their article.
fn headlined(tree: &Tree<'_>, noun: &Noun) -> bool {
    let bare = noun.article == Article::Bare && !plain(tree, noun);
    let finite = |verb: u32| matches!(tree.token(verb).xpos, "VBZ" | "VBD");
    bare && noun.words.first == 0 && tree.head(noun.head).is_some_and(finite)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn one_private_body_that_acts_is_told_by_its_phrase() {
        check(
            "A war monitor blamed Norway. Norway paid a Dakar-based construction company.",
            &[
                "A war monitor > war monitor [organization, none]",
                "a Dakar-based construction company > Dakar-based construction company [company, none]",
            ],
        );
        check(
            "War monitor blames Norway.",
            &["War monitor > war monitor [organization, none]"],
        );
        check("A company blamed Norway.", &["Norway > Norway"]);
    }

    #[test]
    fn one_official_stands_for_his_sort() {
        check(
            "A local official blamed the rebels.",
            &["A local official > local officials [agency, none]"],
        );
    }
}
