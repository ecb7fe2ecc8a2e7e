//! Titles, offices and other descriptions that stand beside a name.

use super::beside::{acting_as, adjacent, beside, titled_across, titled_after, titled_before};
use super::draft::Gender;
use super::nations::read_nation;
use super::nouns::Title;
use super::owners;
use super::roster::{DraftIndex, Roster, Words};
use super::strangers;
use super::tree::Tree;
use super::{ActorKind, MentionForm};

/// Reads what stands beside every name of a document.
pub(super) fn read(roster: &mut Roster<'_>, trees: &[Tree<'_>]) {
    let names: Vec<(u32, Words, DraftIndex)> = roster
        .mentions()
        .filter(|mention| mention.form != MentionForm::Pronoun)
        .map(|m| {
            let words = Words {
                head: m.head,
                first: m.first,
                last: m.last,
            };
            (m.sentence, words, DraftIndex(m.actor.0))
        })
        .collect();
    for (sentence, words, draft) in names {
        let tree = &trees[sentence as usize];
        if is_named_body(roster, tree, words, draft) {
            roster.draft_mut(draft).kind = ActorKind::Organization;
        }
        if roster.draft(draft).is_person() {
            let nation = words
                .first
                .checked_sub(1)
                .and_then(|i| roster.at(sentence, i));
            let state = nation.filter(|nation| roster.draft(*nation).kind == ActorKind::Country);
            // "President Ana Weiss of Zedland"
            let of = owners::of(roster, tree, sentence, words.head);
            let of = of.filter(|of| roster.draft(*of).kind == ActorKind::Country);
            if let Some(state) = state.or(of).and_then(|state| owners::state(roster, state)) {
                roster.draft_mut(draft).country.get_or_insert(state);
            }
            let mut nouns = beside(tree, words);
            nouns.extend(titled_before(roster, tree, words));
            nouns.extend(titled_after(roster, tree, words));
            nouns.extend(titled_across(roster, tree, words));
            nouns.extend(acting_as(roster, tree, words));
            nouns.sort_unstable();
            nouns.dedup();
            for noun in nouns {
                read_title(roster, tree, sentence, words, draft, noun);
            }
        } else if !matches!(
            roster.draft(draft).kind,
            ActorKind::Country | ActorKind::Place
        ) {
            read_nation(roster, sentence, words, draft);
            // "Zedland's 7th Harbour Brigade"
            let entry = roster.draft(draft);
            let before = words.first.checked_sub(2).filter(|_| {
                let mark = tree.word(words.first - 1);
                matches!(mark, "'s" | "’s")
            });
            let state = owners::owner(roster, tree, sentence, words.head)
                .or_else(|| roster.at(sentence, before?))
                .filter(|owner| roster.draft(*owner).kind == ActorKind::Country)
                .and_then(|owner| owners::state(roster, owner))
                .filter(|_| matches!(entry.kind, ActorKind::Agency | ActorKind::Unit));
            if let Some(state) = state {
                roster.draft_mut(draft).country.get_or_insert(state);
            }
            let mut nouns = beside(tree, words);
            // "the Zed Post newspaper"
            let mut after = words.head;
            while let Some(above) = tree.head(after).filter(|_| tree.dep(after) == "compound") {
                after = above;
            }
            nouns.extend((after > words.last).then_some(after));
            for noun in nouns {
                read_kind(roster, tree, sentence, words, draft, noun);
            }
        } else {
            read_place(roster, tree, sentence, words, draft);
        }
        read_gloss(roster, tree, words, draft);
    }
}

/// "the gas giant *Petrogas*": a name in no list is that of the body which the noun before it tells of,
/// whatever the name alone looks like.
fn is_named_body(roster: &Roster<'_>, tree: &Tree<'_>, words: Words, draft: DraftIndex) -> bool {
    let entry = roster.draft(draft);
    let person = entry.kind == ActorKind::Person;
    if entry.known.is_some() || !(person || entry.kind == ActorKind::Place) {
        return false;
    }
    let nouns = &roster.gazetteer.nouns;
    let body = |noun: u32| {
        let singular = matches!(tree.token(noun).xpos, "NN" | "NNP");
        let kind = nouns
            .kind(tree, noun)
            .filter(|_| nouns.title(tree, noun).is_none());
        singular && kind.is_some_and(is_body)
    };
    let before = words.first.checked_sub(1).filter(|&noun| {
        // "the company Ana Weiss founded" has two words that name a person.
        let told = tree.head(words.head) == Some(noun) && !tree.dep(words.head).contains("subj");
        adjacent(tree, noun, words) && (told || !person || words.first == words.last)
    });
    // "Petrogas, a gas company, …"
    let alone = words.first == words.last;
    let after = tree
        .child(words.head, &["appos"])
        .filter(|_| alone && person);
    before.is_some_and(body) || after.is_some_and(body)
}

fn is_body(kind: ActorKind) -> bool {
    matches!(
        kind,
        ActorKind::Agency
            | ActorKind::Unit
            | ActorKind::ArmedGroup
            | ActorKind::Organization
            | ActorKind::Company
            | ActorKind::Media
            | ActorKind::Intergovernmental
    )
}

fn read_title(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    words: Words,
    draft: DraftIndex,
    noun: u32,
) {
    if roster
        .at(sentence, noun)
        .is_some_and(|other| other != roster.current(draft))
    {
        return;
    }
    let found = roster.gazetteer.nouns.title(tree, noun);
    let human = roster.gazetteer.nouns.kind(tree, noun) == Some(ActorKind::Group);
    // "three reporters, Ana Weiss and …" names the first of several.
    if tree.token(noun).xpos.ends_with('S') {
        return;
    }
    let Some((phrase, title)) = found.or_else(|| human.then(|| (tree.lemma(noun), Title::Other)))
    else {
        return;
    };
    let owner = owners::owner(roster, tree, sentence, noun)
        .or_else(|| owners::served(roster, tree, sentence, noun));
    let owner_kind = owner.map(|owner| roster.draft(owner).kind);
    let state = owner.and_then(|owner| owners::state(roster, owner));
    let private = matches!(
        owner_kind,
        Some(
            ActorKind::Company | ActorKind::Media | ActorKind::Organization | ActorKind::ArmedGroup
        )
    );
    // Leading a party is an office, leading a company is none.
    let party =
        owner.is_some_and(|owner| roster.draft(owner).name.to_lowercase().contains("party"));
    let private = private && !party;
    // Companies, charities and films have directors; that of a public body is named with it.
    let private = private || (owner.is_none() && phrase.ends_with("director"));
    let seat = owner.filter(|_| owner_kind == Some(ActorKind::Place));
    let seat = seat.map(|seat| format!("{} {phrase}", roster.draft(seat).name.to_lowercase()));
    let (first, last) = tree.phrase(noun);
    let direct =
        matches!(tree.dep(noun), "nmod:desc" | "compound" | "amod") || noun + 1 == words.first;
    let entry = roster.draft_mut(draft);
    if title == Title::Office && !private && entry.kind == ActorKind::Person {
        entry.kind = ActorKind::Official;
    }
    if entry.country.is_none() {
        entry.country = state;
    }
    if entry.gender == Gender::Unknown {
        entry.gender = gender(&phrase);
    }
    entry.nouns.insert(phrase);
    entry.nouns.extend(seat);
    let span = match direct {
        true => (first.min(words.first), words.last),
        false => (first, last.min(noun.max(last))),
    };
    entry
        .aliases
        .insert(tree.text_of(span.0, span.1).to_string());
    if direct {
        entry
            .aliases
            .insert(tree.text_of(noun.min(words.first), words.last).to_string());
    }
    if matches!(tree.dep(noun), "nmod:desc" | "compound" | "amod")
        && tree.head(noun) == Some(words.head)
    {
        return;
    }
    let mention = Words {
        head: noun,
        first: span.0,
        last: span.1,
    };
    roster.mention(
        tree,
        sentence,
        mention,
        MentionForm::Description,
        draft,
        "title or apposition",
    );
}

/// Returns the gender that a title tells.
pub(super) fn gender(title: &str) -> Gender {
    let last = title.rsplit([' ', '-']).next().unwrap_or(title);
    match last {
        "mr" | "sir" | "lord" | "king" | "prince" | "father" | "brother" | "husband" | "son"
        | "emir" | "sultan" | "pope" | "imam" | "duke" | "businessman" | "uncle" | "ayatollah"
        | "boy" | "schoolboy" | "grandson" | "nephew" | "grandfather" | "stepfather" | "dad" => {
            Gender::He
        }
        "mrs" | "ms" | "miss" | "dame" | "lady" | "queen" | "princess" | "mother" | "sister"
        | "wife" | "daughter" | "actress" | "widow" | "duchess" | "baroness" | "madam"
        | "businesswoman" | "aunt" | "nun" | "girl" | "schoolgirl" | "granddaughter" | "niece"
        | "grandmother" | "stepmother" | "mum" | "mom" => Gender::She,
        _ if last.ends_with("woman") => Gender::She,
        _ if last.ends_with("man") && last != "human" => Gender::He,
        _ => Gender::Unknown,
    }
}

/// "the newspaper The Zed Post", "Zed Post, a daily": the noun tells the kind and is the same actor.
fn read_kind(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    words: Words,
    draft: DraftIndex,
    noun: u32,
) {
    let Some(kind) = roster.gazetteer.nouns.kind(tree, noun) else {
        return;
    };
    // "a White House official" is somebody of the White House, not the house.
    let nouns = &roster.gazetteer.nouns;
    let human = nouns.title(tree, noun).is_some() || nouns.body(tree, noun) == Some("officials");
    if human || roster.at(sentence, noun).is_some() {
        return;
    }
    let entry = roster.draft(draft);
    let open = entry.known.is_none() && entry.kind == ActorKind::Organization;
    // "two groups, among them the Harbour Society", "the Zed Post papers"
    let plural = tree.token(noun).xpos.ends_with('S');
    if !is_body(kind) || !(entry.kind == kind || open) || (plural && kind != ActorKind::ArmedGroup)
    {
        return;
    }
    let state = owners::owner(roster, tree, sentence, noun)
        .filter(|owner| *owner != roster.current(draft))
        .and_then(|owner| owners::state(roster, owner));
    let lemma = tree.lemma(noun);
    let (first, last) = tree.phrase(noun);
    let entry = roster.draft_mut(draft);
    if open {
        entry.kind = kind;
    }
    entry.country = entry.country.or(state);
    entry.nouns.insert(lemma);
    let compound = tree.dep(words.head) == "compound" && tree.head(words.head) == Some(noun);
    if compound {
        entry
            .aliases
            .insert(tree.text_of(words.first, last).to_string());
    }
    entry.aliases.insert(tree.text_of(first, last).to_string());
    if tree.head(noun) != Some(words.head) || tree.dep(noun) == "appos" {
        let mention = Words {
            head: noun,
            first,
            last,
        };
        let reason = "kind noun beside the name";
        roster.mention(
            tree,
            sentence,
            mention,
            MentionForm::Description,
            draft,
            reason,
        );
    }
}

/// "the city of Zedgrad", "Zedgrad region": the noun of place is the same place.
fn read_place(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    words: Words,
    draft: DraftIndex,
) {
    let Some(above) = tree.head(words.head) else {
        return;
    };
    if roster.draft(draft).kind != ActorKind::Place || !roster.gazetteer.nouns.is_place(tree, above)
    {
        return;
    }
    let of = tree.dep(words.head) == "nmod" && tree.case(words.head).as_deref() == Some("of");
    let compound = tree.dep(words.head) == "compound";
    let apposition = tree.dep(words.head) == "appos";
    if !(of || compound || apposition) {
        return;
    }
    let (first, last) = tree.phrase(above);
    let entry = roster.draft_mut(draft);
    entry
        .aliases
        .insert(tree.text_of(first, last.max(words.last)).to_string());
    let mention = Words {
        head: above,
        first,
        last: last.max(words.last),
    };
    roster.mention(
        tree,
        sentence,
        mention,
        MentionForm::Description,
        draft,
        "kind of place",
    );
}

/// "Institute for Reform (IFR)": the abbreviation in brackets is another name.
fn read_gloss(roster: &mut Roster<'_>, tree: &Tree<'_>, words: Words, draft: DraftIndex) {
    let open = words.last + 1;
    if open + 2 >= tree.len() || tree.word(open) != "(" || tree.word(open + 2) != ")" {
        return;
    }
    let gloss = tree.word(open + 1);
    let capitals = gloss.chars().filter(|c| c.is_uppercase()).count();
    if capitals >= 2 && !roster.draft(draft).is_person() {
        strangers::glossed(roster, draft, gloss);
        roster.add_name(draft, gloss);
    }
}
