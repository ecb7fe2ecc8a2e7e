//! Actors described instead of named: finds the nouns that stand for actors.

use super::apart::kept_apart;
use super::bodies::owned;
use super::groups::{coordinated, earlier, unowned};
use super::known::Sense;
use super::names::{Found, NameSpan};
use super::nouns::Title;
use super::persons::{aged, anaphor, holder, past, said_before, sought};
use super::phrase::{Article, Noun, article, bare, plain};
use super::roster::{Roster, Words};
use super::sharing::{is_national, shared, shares};
use super::tree::Tree;
use super::{
    ActorKind, MentionForm, beside, family, heads, implied, lone, owners, parts, pronouns,
    relatives, states,
};
use crate::syntax::Upos;
use jiff::civil::Date;

/// Enters what a noun stands for, where it stands for an actor.
pub(super) fn describe(
    roster: &mut Roster<'_>,
    trees: &[Tree<'_>],
    sentence: u32,
    head: u32,
    day: Option<Date>,
) {
    let tree = &trees[sentence as usize];
    let token = tree.token(head);
    if roster.at(sentence, head).is_some() {
        return;
    }
    if aged(tree, head) {
        return anaphor(roster, trees, sentence, head);
    }
    // "brother-in-*law*"
    let law = head > 1 && tree.joined(head - 1) && tree.word(head - 2) == "in";
    if law || !matches!(token.upos, Upos::Noun | Upos::Propn) {
        return;
    }
    if roster.gazetteer.nouns.counts(&tree.lemma(head))
        && parts::counts(roster, trees, sentence, head, day)
    {
        return;
    }
    let kind = roster.gazetteer.nouns.kind(tree, head);
    let title = roster.gazetteer.nouns.title(tree, head);
    // "Zedland's Gov. and Harbour Chairman Ana Weiss": a title cut short stands before a name only.
    if title.is_some() && tree.word(head).len() > 2 && tree.word(head).ends_with('.') {
        return;
    }
    let modifies = matches!(
        tree.dep(head),
        "compound"
            | "amod"
            | "flat"
            | "nmod:desc"
            | "nmod:unmarked"
            | "fixed"
            | "goeswith"
            | "obl:tmod"
    );
    // "the Zedlandic army spokesman"
    let titled = || {
        let above = tree.head(head);
        above.is_some_and(|above| {
            let title = roster.gazetteer.nouns.title(tree, above).is_some();
            title && tree.dep(above) != "compound"
        })
    };
    let body = match kind {
        Some(ActorKind::Agency) => true,
        Some(ActorKind::Unit) => titled(),
        _ => false,
    };
    // "the *police* agency" is one body.
    let within = tree
        .head(head)
        .filter(|_| modifies)
        .and_then(|noun| roster.gazetteer.nouns.kind(tree, noun))
        .is_some_and(|kind| matches!(kind, ActorKind::Agency | ActorKind::Organization));
    let within = within || roster.gazetteer.nouns.is_inside_body(tree, head);
    if !within && tree.dep(head) == "compound" && kind == Some(ActorKind::Organization) && titled()
    {
        return resume(roster, tree, sentence, head);
    }
    if within || modifies && !(body && tree.dep(head) == "compound") {
        return;
    }
    let apposed = beside::apposition(roster, tree, sentence, head);
    if kind.is_none() && title.is_none() && apposed.is_none() {
        return;
    }
    if tree.child(head, &["cop"]).is_some() {
        return;
    }
    if title.is_some() && sought(roster, tree, head) {
        return;
    }
    // "the growing alliance between X and Y" is what they do, and nobody besides them.
    let between = |child: &u32| tree.case(*child).is_some_and(|case| case == "between");
    if token.upos == Upos::Noun && tree.children(head).iter().any(between) {
        return;
    }
    let lemma = tree.lemma(head);
    if lemma == "source" && !tree.token(head).xpos.ends_with('S') && tree.dep(head) != "nsubj" {
        return;
    }
    // "an officer of the harbour police": the police come first.
    for &child in tree.children(head) {
        let of = tree
            .case(child)
            .is_some_and(|case| matches!(case.as_str(), "of" | "at" | "from"));
        let inside = roster.gazetteer.nouns.is_inside_body(tree, child);
        // "lawyers *for his relatives*"
        let client = tree.case(child).is_some_and(|case| case == "for")
            && roster.gazetteer.nouns.common(&lemma) == "lawyer";
        let open = tree.dep(child) == "nmod" && roster.around(sentence, child).is_none();
        if open && client {
            for word in tree.phrase(child).0..child {
                pronouns::resolve(roster, trees, sentence, word);
                describe(roster, trees, sentence, word, day);
            }
        }
        if open && (of && !inside || client) {
            describe(roster, trees, sentence, child, day);
        }
    }
    let (first, last) = tree.phrase(head);
    let first = torn(roster, sentence, first, head).unwrap_or(first);
    let relatives = relatives::whose(roster, tree, sentence, head).and_then(|whose| whose.0);
    let noun = Noun {
        sentence,
        head,
        words: Words { head, first, last },
        article: article(tree, head),
        plural: tree.is_plural(head) || tree.lemma(head) == "people",
        owner: relatives
            .or_else(|| owners::owner(roster, tree, sentence, head))
            .or_else(|| {
                // "Zedland's court president": the court is Zedland's too.
                let above = tree.head(head).filter(|_| modifies)?;
                owners::owner(roster, tree, sentence, above)
            }),
        shares: shares(roster, tree, sentence, head),
    };
    if roster.gazetteer.nouns.needs_owner(&lemma) && token.upos != Upos::Propn {
        // "Weiss's campaign" acts; "an advertising campaign" and "the office" do not.
        let owner = noun.owner.map(|owner| roster.draft(owner).kind);
        let fitting = match lemma.as_str() {
            "campaign" => matches!(
                owner,
                Some(ActorKind::Official | ActorKind::Person | ActorKind::Organization)
            ),
            _ => owner.is_some(),
        };
        let again = noun.article == Article::Definite
            && plain(tree, &noun)
            && earlier(roster, &noun, &lemma, ActorKind::Organization).is_some();
        if !fitting && !again {
            return;
        }
    }
    let office = title.as_ref().filter(|(_, title)| *title == Title::Office);
    let office = office.map(|(phrase, _)| phrase.clone());
    let office_holders = office.is_some();
    let said_office = office.clone();
    let human = title.is_some() || kind == Some(ActorKind::Group);
    let official = office_holders || roster.gazetteer.nouns.body(tree, head) == Some("officials");
    let apart = match (human || official) && apposed.is_none() {
        true => kept_apart(roster, trees, &noun, official),
        false => None,
    };
    let another = implied::same_person(roster, tree, &noun);
    let served = implied::served(roster, trees, &noun, &lemma);
    let kin = family::called(roster, trees, &noun, &lemma)
        .or_else(|| family::minor(roster, trees, &noun, &lemma))
        .or_else(|| relatives::spoken_of(roster, trees, &noun))
        .or_else(|| relatives::counsel(roster, tree, &noun));
    let heading = heads::heading(roster, tree, &noun, title.as_ref());
    let found = match (kind, office) {
        _ if apposed.is_some() => apposed.map(|draft| (draft, "apposition")),
        _ if another.is_some() => another,
        _ if kin.is_some() => kin,
        _ if apart.is_some() => apart,
        _ if heading.is_some() => heading,
        (_, Some(office)) if !noun.plural && noun.article != Article::Indefinite => {
            match past(tree, head) {
                true => heads::former(roster, tree, &noun, &office)
                    .or_else(|| said_before(roster, &noun, &office)),
                false => holder(roster, tree, &noun, &office, day),
            }
        }
        _ if (human || official)
            && !noun.plural
            && noun.article == Article::Definite
            && noun.owner.is_none() =>
        {
            said_before(roster, &noun, &lemma)
        }
        // "the official": one whom the text has kept apart, before any body of officials.
        _ if official
            && !noun.plural
            && noun.article == Article::Definite
            && plain(tree, &noun) =>
        {
            said_before(roster, &noun, &lemma)
        }
        _ if served.is_some() => served,
        (Some(ActorKind::Country), _) => {
            states::described(roster, trees, &noun).or_else(|| lone::backed(roster, tree, &noun))
        }
        (Some(ActorKind::Place), _) => None,
        (Some(kind), _) => match noun.owner {
            Some(owner) => owned(roster, tree, &noun, kind, owner),
            None => {
                let near = implied::nearby(roster, trees, &noun);
                unowned(roster, tree, &noun, kind, near)
            }
        },
        (None, _) => match noun.owner {
            Some(owner) if noun.plural || noun.article == Article::Indefinite => {
                let kind = match noun.plural && office_holders {
                    true => ActorKind::Agency,
                    false => ActorKind::Group,
                };
                owned(roster, tree, &noun, kind, owner)
            }
            None if noun.plural && office_holders => {
                let near = implied::nearby(roster, trees, &noun);
                unowned(roster, tree, &noun, ActorKind::Agency, near)
            }
            _ => None,
        },
    };
    if found.is_none() && human && !noun.plural && noun.article == Article::Definite {
        anaphor(roster, trees, sentence, head);
        if roster.at(sentence, head).is_some() {
            return;
        }
    }
    let found = found.or_else(|| match kind {
        Some(ActorKind::Group) if roster.gazetteer.nouns.is_collective(tree, head) => {
            lone::collective(roster, tree, &noun)
        }
        _ if human || kind == Some(ActorKind::ArmedGroup) => {
            lone::person(roster, tree, &noun, said_office.as_deref())
        }
        Some(ActorKind::Media) => lone::paper(roster, tree, &noun),
        _ => None,
    });
    let Some((draft, reason)) = found else {
        return;
    };
    let draft = coordinated(roster, tree, &noun, draft);
    if noun.plural && (is_national(reason) || noun.shares.is_some()) {
        let open = match office_holders {
            true => ActorKind::Agency,
            false => ActorKind::Group,
        };
        shared(roster, tree, &noun, kind.unwrap_or(open), draft);
    }
    let form = match modifies {
        true => MentionForm::Modifier,
        false => MentionForm::Description,
    };
    if !modifies {
        let entry = roster.draft_mut(draft);
        entry
            .aliases
            .insert(tree.text_of(noun.words.first, noun.words.last).to_string());
        let bare = bare(tree, noun.words.first, noun.head);
        entry
            .aliases
            .insert(tree.text_of(bare, noun.words.last).to_string());
        // "nurses who left Zedland"
        if let Some(last) = parts::told(tree, noun.head) {
            entry.aliases.insert(tree.text_of(bare, last).to_string());
        }
        // "critics of the mayor": what follows tells which critics.
        for tail in tree.tails(noun.head) {
            let text = tree.text_of(noun.words.first, tail).to_string();
            entry.aliases.insert(text);
            let text = tree.text_of(bare, tail).to_string();
            entry.aliases.insert(text);
        }
    }
    roster.mention(tree, sentence, noun.words, form, draft, reason);
}

/// "New *Zedgrad police*": returns where the name begins that the tree tears apart at the start of a phrase.
fn torn(roster: &Roster<'_>, sentence: u32, first: u32, head: u32) -> Option<u32> {
    let names = roster.before(sentence, head);
    let mut names = names.take_while(|(m, _)| m.sentence == sentence);
    let found = names.find(|(m, _)| m.first < first && (first..head).contains(&m.last));
    found.map(|(m, _)| m.first)
}

/// Enters "the North", "the island": a state, where the text has named it before.
pub(super) fn short_name(roster: &mut Roster<'_>, tree: &Tree<'_>, sentence: u32, name: &NameSpan) {
    let Found::Known(known, Sense::Short) = name.found else {
        return;
    };
    let named = roster
        .before(sentence, name.head)
        .any(|(_, draft)| roster.draft(draft).known == Some(known));
    if !named || roster.at(sentence, name.head).is_some() {
        return;
    }
    let draft = roster.known(known);
    let first = name.first.saturating_sub(1);
    let modifies = super::naming::modifies(tree, name.head);
    if !modifies {
        roster
            .draft_mut(draft)
            .aliases
            .insert(tree.text_of(first, name.last).to_string());
    }
    let words = Words {
        head: name.head,
        first,
        last: name.last,
    };
    let form = if modifies {
        MentionForm::Modifier
    } else {
        MentionForm::Description
    };
    roster.mention(
        tree,
        sentence,
        words,
        form,
        draft,
        "short name of a state named before",
    );
}

/// "*Party* spokesman Ana Weiss": the one spoken of.
fn resume(roster: &mut Roster<'_>, tree: &Tree<'_>, sentence: u32, head: u32) {
    let lemma = tree.lemma(head);
    let above = tree.head(head).unwrap_or(head);
    // "*opposition* party spokesman" is that of another.
    let (first, _) = tree.phrase(above);
    let bare = tree.children(head).is_empty() && (first..head).all(|word| tree.dep(word) == "det");
    // "party leaders" and "a party activist" may be anybody's; who is named is of the one spoken of.
    let name = |word: u32| tree.token(word).upos == Upos::Propn && word > head;
    let titling = matches!(tree.dep(above), "nmod:desc" | "flat" | "compound");
    let named = titling && tree.head(above).is_some_and(name)
        || tree.child(above, &["appos"]).is_some_and(name);
    let bare = bare && named && !tree.is_plural(above);
    let noun = Noun {
        sentence,
        head,
        words: Words {
            head,
            first: head,
            last: head,
        },
        article: article(tree, head),
        plural: false,
        owner: None,
        shares: None,
    };
    let found = earlier(roster, &noun, &lemma, ActorKind::Organization).filter(|_| bare);
    // "Weiss's *campaign* manager": the campaign is hers.
    let theirs = || {
        let owner = owners::owner(roster, tree, sentence, above)?;
        // "*my* campaign manager" may be said of another's, and a *deputy* campaign manager is at the head of none.
        let whose = tree.child(above, &["nmod:poss"]);
        let own = whose.is_some_and(|i| matches!(&*tree.word(i).to_lowercase(), "my" | "our"));
        let before = head.checked_sub(1).map(|i| tree.lemma(i));
        let deputy = before.is_some_and(|word| matches!(&*word, "deputy" | "assistant"));
        let candidate = roster.draft(owner).is_person() && !own && !deputy;
        (candidate && roster.gazetteer.nouns.needs_owner(&lemma)).then_some(owner)
    };
    let found = match (found, theirs()) {
        (None, Some(owner)) if !tree.is_plural(above) => {
            let kind = ActorKind::Organization;
            owned(roster, tree, &noun, kind, owner).map(|(draft, _)| draft)
        }
        (found, _) => found,
    };
    if let Some(draft) = found {
        let form = MentionForm::Modifier;
        roster.mention(tree, sentence, noun.words, form, draft, "same noun earlier");
    }
}
