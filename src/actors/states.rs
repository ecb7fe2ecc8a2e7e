//! States described instead of named: "the Ukrainian government", "the country", "his country".

use super::draft::Draft;
use super::groups::group;
use super::known::Sense;
use super::phrase::{Article, Noun, plain};
use super::roster::{DraftIndex, Resolved, Roster};
use super::tree::Tree;
use super::{ActorKind, Mention, MentionForm, owners, salience};

/// "Kim's regime", "the Ukrainian government", "the country".
pub(super) fn described(roster: &mut Roster<'_>, trees: &[Tree<'_>], noun: &Noun) -> Resolved {
    let tree = &trees[noun.sentence as usize];
    // "the Zedlandic and Yelandic governments" are two states.
    let body = roster.gazetteer.nouns.body(tree, noun.head);
    let lemma = tree.lemma(noun.head);
    let several = noun.plural && body == Some("government") && lemma == "government";
    let owner = noun.owner.filter(|_| !noun.plural || several);
    if let Some(owner) = owner {
        // "the California government" is not that of the state that California lies in.
        // "the government in Zedgrad", its capital, is.
        let place = roster.draft(owner);
        if place.kind == ActorKind::Place && !several && !is_capital(roster, &place.name) {
            return of_place(roster, tree, noun, owner);
        }
        let state = owners::state(roster, owner)?;
        let proper = matches!(
            lemma.as_str(),
            "government" | "regime" | "authority" | "administration" | "state"
        );
        if is_own_country(roster, tree, noun, owner) {
            return Some((roster.known(state), "country of the possessor"));
        }
        return (body == Some("government") && proper)
            .then(|| (roster.known(state), "government of a state"));
    }
    if noun.plural {
        return group(roster, tree, noun, ActorKind::Group);
    }
    if noun.article != Article::Definite || !plain(tree, noun) {
        return None;
    }
    let country = |_: &Mention, draft: DraftIndex| roster.draft(draft).kind == ActorKind::Country;
    // "Zedland ordered Yelandic troops to leave *the country*": the adjective alone does not name it.
    let named = |mention: &Mention, draft: DraftIndex| {
        let adjective = mention.form == MentionForm::Modifier && mention.sentence == noun.sentence;
        country(mention, draft) && !adjective
    };
    let salient = |fits: &dyn Fn(&Mention, DraftIndex) -> bool| {
        salience::most_salient(roster, trees, noun.sentence, noun.head, fits)
    };
    let found = salient(&named).or_else(|| salient(&country));
    found.map(|(_, draft)| (draft, "most salient country"))
}

fn is_capital(roster: &Roster<'_>, place: &str) -> bool {
    let forms = roster.gazetteer.forms_at(place).iter();
    forms
        .filter(|form| form.sense == Sense::Capital)
        .any(|form| *form.text == *place)
}

/// "*Kano state*" is Kano; "*the California government*" is a body of its own.
fn of_place(roster: &mut Roster<'_>, tree: &Tree<'_>, noun: &Noun, owner: DraftIndex) -> Resolved {
    let lemma = tree.lemma(noun.head);
    match lemma.as_str() {
        "state" if roster.stands_before(owner, noun.sentence, noun.head) => {
            Some((owner, "state by its name"))
        }
        "government" | "administration" => {
            let place = roster.draft(owner);
            let (name, country) = (format!("{} {lemma}", place.name), place.country);
            let owner = roster.current(owner);
            let draft = roster.keyed(format!("government of {}", owner.0), || {
                let mut draft = Draft::new(ActorKind::Agency, &name);
                draft.country = country;
                draft
            });
            Some((draft, "government of a place"))
        }
        "authority" => group(roster, tree, noun, ActorKind::Agency),
        _ => None,
    }
}

/// "Orlov said *his country* would not yield": the state of the person or of the people whose country it is.
fn is_own_country(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun, owner: DraftIndex) -> bool {
    let lemma = tree.lemma(noun.head);
    let country = matches!(lemma.as_str(), "country" | "nation" | "homeland");
    // "his favourite country", "her country of choice"
    let before = noun.head.checked_sub(1).map(|before| tree.word(before));
    let own = noun.words.first + 1 == noun.head
        || before.is_some_and(|word| matches!(word, "own" | "home" | "native"));
    let of = tree.child(noun.head, &["nmod", "acl", "acl:relcl"]);
    let kind = roster.draft(owner).kind;
    let people = matches!(
        kind,
        ActorKind::Official | ActorKind::Person | ActorKind::Group | ActorKind::Unit
    );
    country && own && of.is_none() && people && tree.child(noun.head, &["nmod:poss"]).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, check_not};

    #[test]
    fn the_government_of_a_place_is_not_that_of_its_state() {
        check(
            "The California government sued Norway. The government in Dakar met him in North Kordofan state.",
            &[
                "The government > Senegal",
                "The California government > California government [agency, United States]",
                "North Kordofan state > North Kordofan",
            ],
        );
    }

    #[test]
    fn the_country_of_an_official_is_his_state() {
        let text = "Vladimir Putin said his country would sign. He left.";
        check(text, &["his country > Russia [country, Russia]"]);
        check_not(
            "Vladimir Putin praised his favourite country.",
            &["his favourite country"],
        );
    }
}
