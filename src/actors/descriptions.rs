//! Actors described instead of named: national bodies, groups, holders of an office.

use super::gazetteer::{KnownIndex, Sense, Term};
use super::names::{Found, NameSpan};
use super::nouns::Title;
use super::owners;
use super::plural::plural;
use super::roster::{Draft, DraftIndex, Roster, Words};
use super::tree::Tree;
use super::{ActorKind, MentionForm, salience};
use crate::syntax::Upos;
use jiff::civil::Date;

/// How the determiner presents a noun.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Article {
    /// "the", "this", "their".
    Definite,
    /// "a", "another", "some".
    Indefinite,
    /// None.
    Bare,
}

/// A noun that may stand for an actor, with what was found out about it.
struct Noun {
    sentence: u32,
    head: u32,
    words: Words,
    article: Article,
    plural: bool,
    owner: Option<DraftIndex>,
}

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
    if !matches!(token.upos, Upos::Noun | Upos::Propn) {
        return;
    }
    let kind = roster.gazetteer.nouns.kind(tree, head);
    let title = roster.gazetteer.nouns.title(tree, head);
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
    if modifies && !(kind == Some(ActorKind::Agency) && tree.dep(head) == "compound") {
        return;
    }
    let apposed = apposition(roster, tree, sentence, head);
    if kind.is_none() && title.is_none() && apposed.is_none() {
        return;
    }
    if tree.child(head, &["cop"]).is_some() {
        return;
    }
    let lemma = tree.lemma(head);
    if lemma == "source" && !tree.token(head).xpos.ends_with('S') && tree.dep(head) != "nsubj" {
        return;
    }
    let (first, last) = tree.phrase(head);
    let noun = Noun {
        sentence,
        head,
        words: Words { head, first, last },
        article: article(tree, head),
        plural: token.xpos.ends_with('S') || tree.lemma(head) == "people",
        owner: owners::owner(roster, tree, sentence, head).or_else(|| {
            // "Zedland's court president": the court is Zedland's too.
            let above = tree.head(head).filter(|_| modifies)?;
            owners::owner(roster, tree, sentence, above)
        }),
    };
    let office = title.as_ref().filter(|(_, title)| *title == Title::Office);
    let office = office.map(|(phrase, _)| phrase.clone());
    let office_holders = office.is_some();
    let human = title.is_some() || kind == Some(ActorKind::Group);
    let found = match (kind, office) {
        _ if apposed.is_some() => apposed.map(|draft| (draft, "apposition")),
        (_, Some(office)) if !noun.plural && noun.article != Article::Indefinite => {
            holder(roster, &noun, &office, day)
        }
        _ if human && !noun.plural && noun.article == Article::Definite && noun.owner.is_none() => {
            said_before(roster, &noun, &lemma)
        }
        (Some(ActorKind::Country), _) => state(roster, trees, &noun),
        (Some(ActorKind::Place), _) => None,
        (Some(kind), _) => match noun.owner {
            Some(owner) => owned(roster, tree, &noun, kind, owner),
            None => unowned(roster, tree, &noun, kind),
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
                unowned(roster, tree, &noun, ActorKind::Agency)
            }
            _ => None,
        },
    };
    let Some((draft, reason)) = found else {
        if human && !noun.plural && noun.article == Article::Definite {
            anaphor(roster, trees, sentence, head);
        }
        return;
    };
    let draft = coordinated(roster, tree, &noun, draft);
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
    }
    roster.mention(tree, sentence, noun.words, form, draft, reason);
}

/// "Zedland, the neighbour in the east": returns the named actor that a noun stands beside.
fn apposition(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    sentence: u32,
    head: u32,
) -> Option<DraftIndex> {
    let single = !tree.token(head).xpos.ends_with('S');
    if tree.token(head).upos != Upos::Noun || !single {
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
        _ => told == Some(kind),
    };
    (fitting && mention.form == MentionForm::Name).then_some(draft)
}

/// "the agent", "the billionaire": returns the person of whom that was said before.
fn said_before(roster: &Roster<'_>, noun: &Noun, lemma: &str) -> Resolved {
    let before = roster.before(noun.sentence, noun.head);
    let mut said = before.filter(|(_, index)| roster.draft(*index).nouns.contains(lemma));
    said.next().map(|(_, draft)| (draft, "same noun earlier"))
}

/// Returns whether a word ends "63-year-old" standing as a noun.
fn aged(tree: &Tree<'_>, head: u32) -> bool {
    head > 2
        && tree.word(head) == "old"
        && tree.word(head - 2) == "year"
        && !matches!(tree.dep(head), "amod" | "compound")
        && tree
            .child(head, &["det"])
            .is_some_and(|det| tree.word(det).eq_ignore_ascii_case("the"))
}

/// "The economist ran again": a subject that describes the person spoken of.
fn anaphor(roster: &mut Roster<'_>, trees: &[Tree<'_>], sentence: u32, head: u32) {
    let tree = &trees[sentence as usize];
    let subject = tree.dep(head).starts_with("nsubj");
    if !subject
        || tree
            .child(head, &["nmod", "nmod:poss", "acl:relcl", "appos"])
            .is_some()
    {
        return;
    }
    let person = |draft: DraftIndex| roster.draft(draft).is_person();
    let Some((score, draft)) = salience::most_salient(roster, trees, sentence, head, &person)
    else {
        return;
    };
    if score < 50 {
        return;
    }
    let (first, last) = tree.phrase(head);
    let lemma = tree.lemma(head);
    let entry = roster.draft_mut(draft);
    entry.nouns.insert(lemma);
    entry.aliases.insert(tree.text_of(first, last).to_string());
    let words = Words { head, first, last };
    roster.mention(
        tree,
        sentence,
        words,
        MentionForm::Description,
        draft,
        "describes the person spoken of",
    );
}

/// "families and businesses": unnamed groups under one determiner act as one.
fn coordinated(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    draft: DraftIndex,
) -> DraftIndex {
    if tree.dep(noun.head) == "conj"
        && let Some(above) = tree.head(noun.head)
        && tree
            .child(noun.head, &["det", "nmod:poss", "amod", "compound"])
            .is_none()
        && let Some(whole) = roster.at(noun.sentence, above)
        && roster.draft(whole).name.contains(" and ")
        && !roster.draft(whole).aliases.is_empty()
        && roster.draft(whole).kind == roster.draft(draft).kind
    {
        return whole;
    }
    let entry = roster.draft(draft);
    if !matches!(entry.kind, ActorKind::Group | ActorKind::Company) || !entry.plural {
        return draft;
    }
    let fellow = tree.children(noun.head).iter().copied().find(|c| {
        let and = tree
            .child(*c, &["cc"])
            .is_some_and(|cc| tree.word(cc) == "and");
        let bare = tree
            .child(*c, &["det", "nmod:poss", "amod", "compound"])
            .is_none();
        let plural = tree.token(*c).xpos == "NNS";
        let known = roster.gazetteer.nouns.kind(tree, *c);
        tree.dep(*c) == "conj" && and && bare && plural && known == Some(entry.kind)
    });
    let Some(fellow) = fellow else { return draft };
    let (kind, country) = (entry.kind, entry.country);
    let name = format!("{} and {}", entry.name, tree.word(fellow).to_lowercase());
    let draft = roster.keyed(format!("several {}", name.to_lowercase()), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = country;
        draft.plural = true;
        draft
    });
    let text = tree.text_of(noun.words.first, fellow);
    roster.draft_mut(draft).aliases.insert(text.to_string());
    draft
}

type Resolved = Option<(DraftIndex, &'static str)>;

fn article(tree: &Tree<'_>, head: u32) -> Article {
    let mut article = Article::Bare;
    for &child in tree.children(head).iter().filter(|c| **c < head) {
        match tree.dep(child) {
            "det" | "det:predet" => {
                let word = tree.word(child).to_lowercase();
                article = match word.as_str() {
                    "a" | "an" | "another" | "some" | "any" | "one" | "no" | "every" | "each"
                    | "many" => Article::Indefinite,
                    _ => Article::Definite,
                };
            }
            "nmod:poss" => article = Article::Definite,
            "nummod" if article == Article::Bare => article = Article::Indefinite,
            _ => {}
        }
    }
    article
}

/// Returns the first word of a phrase after determiners, numbers and possessors.
fn bare(tree: &Tree<'_>, first: u32, head: u32) -> u32 {
    let mut start = first;
    for &child in tree.children(head).iter().filter(|c| **c < head) {
        if matches!(
            tree.dep(child),
            "det" | "det:predet" | "nummod" | "nmod:poss" | "advmod"
        ) {
            let end = tree.phrase(child).1.max(child);
            let mut next = end + 1;
            while next < head && matches!(tree.token(next).upos, Upos::Part | Upos::Punct) {
                next += 1;
            }
            start = start.max(next);
        }
    }
    let quantity = |i: u32| {
        matches!(
            tree.token(i).upos,
            Upos::Num | Upos::Det | Upos::Punct | Upos::Adp | Upos::Sconj
        ) || matches!(
            tree.word(i).to_lowercase().as_str(),
            "several" | "many" | "few" | "more" | "other" | "most" | "new"
        )
    };
    while start < head && quantity(start) {
        start += 1;
    }
    start.min(head)
}

/// Returns the words before the noun that stay in a name, lower case where they are no names.
fn described(tree: &Tree<'_>, first: u32, head: u32, last: u32, plurals: bool) -> String {
    let mut name = String::new();
    for i in bare(tree, first, head)..=last {
        let token = tree.token(i);
        let word = tree.word(i);
        let proper = token.upos == Upos::Propn || word.chars().skip(1).any(char::is_uppercase);
        let national = token.upos == Upos::Adj
            && i > 0
            && word.starts_with(char::is_uppercase)
            && token.lemma.starts_with(char::is_uppercase);
        let text = match proper
            || national
            || (i > 0 && word.starts_with(char::is_uppercase) && token.upos == Upos::Adj)
        {
            true => word.to_string(),
            false => word.to_lowercase(),
        };
        let text = match i == head && plurals {
            true => plural(&text),
            false => text,
        };
        let spaced = i > first && token.span.start > tree.token(i - 1).span.end;
        if !name.is_empty() && spaced {
            name.push(' ');
        }
        name.push_str(&text);
    }
    name
}

/// "Kim's regime", "the Ukrainian government", "the country".
fn state(roster: &mut Roster<'_>, trees: &[Tree<'_>], noun: &Noun) -> Resolved {
    let tree = &trees[noun.sentence as usize];
    let owner = noun.owner.filter(|_| !noun.plural);
    if let Some(owner) = owner {
        let body = roster.gazetteer.nouns.body(tree, noun.head);
        let state = owners::state(roster, owner)?;
        let lemma = tree.lemma(noun.head);
        let proper = matches!(
            lemma.as_str(),
            "government" | "regime" | "authority" | "administration" | "state"
        );
        return (body == Some("government") && proper)
            .then(|| (roster.known(state), "government of a state"));
    }
    if noun.plural {
        return group(roster, tree, noun, ActorKind::Group);
    }
    if noun.article != Article::Definite || !plain(tree, noun) {
        return None;
    }
    let country = |draft: DraftIndex| roster.draft(draft).kind == ActorKind::Country;
    let found = salience::most_salient(roster, trees, noun.sentence, noun.head, &country);
    found.map(|(_, draft)| (draft, "most salient country"))
}

/// Returns whether nothing but a determiner stands before the noun.
fn plain(tree: &Tree<'_>, noun: &Noun) -> bool {
    bare(tree, noun.words.first, noun.head) == noun.head
}

/// "Russian soldiers", "its army", "an officer of Ukrainian intelligence", "UN officials".
fn owned(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    kind: ActorKind,
    owner: DraftIndex,
) -> Resolved {
    let owner_kind = roster.draft(owner).kind;
    let institution = matches!(
        kind,
        ActorKind::Organization | ActorKind::Company | ActorKind::Media
    );
    if institution && plain(tree, noun) && !noun.plural && roster.draft(owner).is_person() {
        let earlier = earlier(roster, noun, &tree.lemma(noun.head), kind);
        return earlier.map(|draft| (draft, "nearest of its kind"));
    }
    let owner_named = owner_kind == ActorKind::Official || owner_kind == ActorKind::Person;
    if kind == ActorKind::Group && (owner_named || is_relational(&tree.lemma(noun.head))) {
        return related(roster, tree, noun, owner);
    }
    let title = roster.gazetteer.nouns.title(tree, noun.head);
    if title.is_some()
        && !noun.plural
        && noun.article == Article::Definite
        && kind == ActorKind::Group
    {
        return said_before(roster, noun, &tree.lemma(noun.head));
    }
    let single = !noun.plural && noun.article != Article::Definite;
    let human =
        matches!(kind, ActorKind::Group | ActorKind::Agency) && is_human(roster, tree, noun.head);
    let body_like = matches!(
        owner_kind,
        ActorKind::Agency
            | ActorKind::Unit
            | ActorKind::Intergovernmental
            | ActorKind::Organization
            | ActorKind::Media
    );
    if single && human && body_like {
        return Some((owner, "one of a body"));
    }
    let state = owners::state(roster, owner);
    let national = matches!(
        owner_kind,
        ActorKind::Country | ActorKind::Official | ActorKind::Agency | ActorKind::Place
    );
    if let Some(state) = state.filter(|_| national) {
        return national_body(roster, tree, noun, kind, state);
    }
    if kind == ActorKind::Unit && state.is_some() && owner_kind == ActorKind::Unit {
        return Some((owner, "part of a unit"));
    }
    group(roster, tree, noun, kind)
}

/// Returns whether a noun says how its bearer stands to the owner instead of belonging to it.
fn is_relational(noun: &str) -> bool {
    const RELATIONAL: [&str; 16] = [
        "ally",
        "partner",
        "friend",
        "neighbour",
        "neighbor",
        "rival",
        "opponent",
        "critic",
        "supporter",
        "backer",
        "adversary",
        "enemy",
        "counterpart",
        "relative",
        "successor",
        "predecessor",
    ];
    RELATIONAL.contains(&noun)
}

/// "her opponents", "Zedland's partners", "its eastern allies": not the owner's own.
fn related(roster: &mut Roster<'_>, tree: &Tree<'_>, noun: &Noun, owner: DraftIndex) -> Resolved {
    let owner = roster.draft(owner);
    let single = !noun.plural;
    let words = described(tree, noun.words.first, noun.head, noun.words.last, false);
    let bare = bare(tree, noun.words.first, noun.head) == noun.head;
    let of = tree
        .child(noun.head, &["nmod:poss", "compound", "amod"])
        .is_none();
    let name = match bare {
        true if of => format!("{words} of {}", owner.name),
        true => format!("{}'s {words}", owner.name),
        false => words.clone(),
    };
    let kind_is_person = owner.is_person();
    let country = owner.country.filter(|_| kind_is_person);
    let kind = match single && roster.gazetteer.nouns.title(tree, noun.head).is_some() {
        true => ActorKind::Person,
        false => ActorKind::Group,
    };
    if single && !owner.is_person() {
        return None;
    }
    let lemma = tree.lemma(noun.head);
    let surname = owner.name.rsplit(' ').next().unwrap_or(&owner.name);
    let short = format!("{surname}'s {words}");
    let draft = roster.keyed(format!("related {}", name.to_lowercase()), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = country;
        draft.plural = !single;
        draft
    });
    let entry = roster.draft_mut(draft);
    entry.nouns.insert(lemma);
    if bare && kind_is_person {
        entry.aliases.insert(short);
    }
    Some((draft, "related to another actor"))
}

fn is_human(roster: &Roster<'_>, tree: &Tree<'_>, head: u32) -> bool {
    let nouns = &roster.gazetteer.nouns;
    nouns.title(tree, head).is_some()
        || nouns.kind(tree, head) == Some(ActorKind::Group)
        || tree.lemma(head) == "source"
}

fn national_body(
    roster: &mut Roster<'_>,
    tree: &Tree<'_>,
    noun: &Noun,
    kind: ActorKind,
    state: KnownIndex,
) -> Resolved {
    let adjective = owners::adjective(roster, state);
    let gazetteer = roster.gazetteer;
    let lemma = tree.lemma(noun.head);
    let proper =
        tree.token(noun.head).upos == Upos::Propn && noun.head > noun.words.first && !noun.plural;
    let body = gazetteer.nouns.body(tree, noun.head);
    let body = body.filter(|body| kind != ActorKind::Agency || covers(tree, noun, body));
    let kind = body
        .and_then(|body| gazetteer.nouns.kind_of_body(body))
        .unwrap_or(kind);
    if body == Some("government") {
        return Some((roster.known(state), "government of a state"));
    }
    let (key, name) = match body {
        Some(body) if !(proper && kind == ActorKind::Unit) => {
            (body.to_string(), format!("{adjective} {body}"))
        }
        _ => {
            let single = !noun.plural && matches!(kind, ActorKind::Group | ActorKind::ArmedGroup);
            let words = described(tree, noun.words.first, noun.head, noun.words.last, single);
            let words = without_nation(tree, roster, noun, &words, state);
            let key = match kind {
                ActorKind::Group => lemma.clone(),
                _ => words.to_lowercase(),
            };
            (key, format!("{adjective} {words}"))
        }
    };
    let draft = roster.keyed(format!("body {} {key}", state.0), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = Some(state);
        draft.plural = noun.plural || kind == ActorKind::Unit;
        draft
    });
    roster.draft_mut(draft).nouns.insert(lemma);
    Some((draft, "national body"))
}

/// Returns whether a noun in the singular stands for its group: "a rebel", but not "the family".
fn one_of(noun: &Noun, kind: ActorKind) -> bool {
    let human = matches!(kind, ActorKind::Group | ActorKind::ArmedGroup);
    human && !noun.plural && noun.article != Article::Definite
}

/// Returns whether the name of a body tells every noun of the phrase: "riot police" is police, the
/// "harbour police" a body of its own.
fn covers(tree: &Tree<'_>, noun: &Noun, body: &str) -> bool {
    let compounds = tree.children(noun.head).iter().filter(|c| {
        tree.dep(**c) == "compound" && tree.token(**c).upos == Upos::Noun && **c >= noun.words.first
    });
    let generic = matches!(
        body,
        "officials" | "diplomats" | "lawmakers" | "prosecutors" | "court"
    );
    generic || body.contains(' ') || compounds.count() == 0 || body == "intelligence"
}

/// Returns the described name without the nation it begins with.
fn without_nation(
    tree: &Tree<'_>,
    roster: &Roster<'_>,
    noun: &Noun,
    words: &str,
    state: KnownIndex,
) -> String {
    let mut words = words;
    for i in noun.words.first..noun.head {
        let Some(draft) = roster.at(noun.sentence, i) else {
            continue;
        };
        if roster.draft(draft).country == Some(state)
            && let Some(mention) = roster.mention_at(noun.sentence, i)
        {
            let text = tree.text_of(mention.first, mention.last);
            words = words.strip_prefix(text).unwrap_or(words).trim_start();
        }
    }
    words.to_string()
}

/// "military experts", "the rebels", "UN officials": named by the phrase.
fn group(roster: &mut Roster<'_>, tree: &Tree<'_>, noun: &Noun, kind: ActorKind) -> Resolved {
    let lemma = tree.lemma(noun.head);
    // Several parties together are a group, not a body.
    let kind = match kind {
        ActorKind::Organization if noun.plural => ActorKind::Group,
        kind => kind,
    };
    let single = one_of(noun, kind);
    let name = described(tree, noun.words.first, noun.head, noun.words.last, single);
    let state = noun.owner.and_then(|owner| owners::state(roster, owner));
    let draft = roster.keyed(format!("group {}", name.to_lowercase()), || {
        let mut draft = Draft::new(kind, &name);
        draft.country = state;
        draft.plural = noun.plural || single;
        draft
    });
    roster.draft_mut(draft).nouns.insert(lemma);
    Some((draft, "described group"))
}

fn unowned(roster: &mut Roster<'_>, tree: &Tree<'_>, noun: &Noun, kind: ActorKind) -> Resolved {
    let lemma = tree.lemma(noun.head);
    let definite = noun.article == Article::Definite;
    if definite
        && lemma != "people"
        && plain(tree, noun)
        && let Some(draft) = earlier(roster, noun, &lemma, kind)
    {
        return Some((draft, "same noun earlier"));
    }
    if kind == ActorKind::Unit && plain(tree, noun) {
        if let Some(state) = senders_state(roster, tree, noun) {
            return national_body(roster, tree, noun, kind, state);
        }
        if noun.article != Article::Indefinite
            && let Some(draft) = earlier(roster, noun, &lemma, kind)
        {
            return Some((draft, "unit named earlier"));
        }
    }
    let mass = noun.article == Article::Bare && !noun.plural && kind == ActorKind::Agency;
    if mass && plain(tree, noun) && tree.token(noun.head).upos == Upos::Noun {
        let mut before = roster.before(noun.sentence, noun.head);
        // "intelligence" is not "harbour intelligence".
        let same = |draft: &Draft| {
            draft.nouns.contains(&lemma)
                && draft
                    .name
                    .rsplit(' ')
                    .nth(1)
                    .is_none_or(|word| word.starts_with(char::is_uppercase))
        };
        if let Some((_, draft)) = before.find(|(_, index)| same(roster.draft(*index))) {
            return Some((draft, "same noun earlier"));
        }
    }
    if let Some(home) = roster
        .home
        .filter(|_| plain(tree, noun) && kind == ActorKind::Agency)
        && roster.gazetteer.nouns.body(tree, noun.head).is_some()
        && noun.article != Article::Indefinite
    {
        return national_body(roster, tree, noun, kind, home);
    }
    let human = matches!(kind, ActorKind::Group | ActorKind::ArmedGroup);
    let proper = tree.token(noun.head).upos == Upos::Propn && noun.words.first < noun.head;
    if noun.plural || (human && noun.article != Article::Definite) || proper {
        return group(roster, tree, noun, kind);
    }
    None
}

/// Returns the nearest earlier actor of which the noun was said, or which is of its kind.
fn earlier(roster: &Roster<'_>, noun: &Noun, lemma: &str, kind: ActorKind) -> Option<DraftIndex> {
    let mut of_kind = None;
    for (mention, index) in roster.before(noun.sentence, noun.head) {
        let draft = roster.draft(index);
        if draft.nouns.contains(lemma) && !draft.is_person() {
            return Some(index);
        }
        let near = mention.sentence + 3 > noun.sentence;
        let generic = matches!(
            lemma,
            "publication"
                | "newspaper"
                | "outlet"
                | "agency"
                | "channel"
                | "network"
                | "institute"
                | "ministry"
                | "company"
                | "organisation"
                | "organization"
                | "party"
                | "alliance"
                | "bloc"
                | "think"
                | "tank"
                | "firm"
                | "group"
                | "broadcaster"
                | "magazine"
                | "site"
                | "website"
                | "daily"
                | "union"
                | "military"
                | "army"
                | "troop"
                | "soldier"
                | "force"
                | "personnel"
        );
        let same = draft.kind == kind || (lemma == "agency" && draft.kind == ActorKind::Media);
        if of_kind.is_none() && near && generic && same {
            of_kind = Some(index);
        }
    }
    of_kind
}

/// "X sent 500 soldiers": the soldiers are X's, where X is a state or belongs to one.
fn senders_state(roster: &Roster<'_>, tree: &Tree<'_>, noun: &Noun) -> Option<KnownIndex> {
    let verb = tree.head(noun.head)?;
    // "send up to 500 soldiers", "provide Zedland with soldiers"
    let case = tree.case(noun.head);
    let with = tree.dep(noun.head) == "obl"
        && matches!(case.as_deref(), None | Some("to" | "with" | "as"));
    if tree.dep(noun.head) != "obj" && !with {
        return None;
    }
    let mut clause = verb;
    for _ in 0..4 {
        if let Some(subject) = tree.child(clause, &["nsubj"]) {
            let draft = roster.around(noun.sentence, subject)?;
            let draft = roster.draft(draft);
            let sends = matches!(draft.kind, ActorKind::Country | ActorKind::Official);
            return draft.country.filter(|_| sends);
        }
        if !matches!(tree.dep(clause), "xcomp" | "conj" | "advcl" | "acl") {
            return None;
        }
        clause = tree.head(clause)?;
    }
    None
}

/// "the Ukrainian president", "its foreign minister", "the president".
fn holder(roster: &mut Roster<'_>, noun: &Noun, office: &str, day: Option<Date>) -> Resolved {
    let state = noun.owner.and_then(|owner| owners::state(roster, owner));
    if noun.article == Article::Bare && noun.owner.is_none() {
        return None;
    }
    let fits = |said: &str| said == office || said.ends_with(&format!(" {office}"));
    let before = roster.before(noun.sentence, noun.head).find(|(_, index)| {
        let draft = roster.draft(*index);
        draft.is_person()
            && draft.nouns.iter().any(|said| fits(said))
            && (state.is_none() || draft.country == state)
    });
    if let Some((_, draft)) = before {
        return Some((draft, "office named earlier"));
    }
    let state = state?;
    let owner = noun.owner?;
    // Without the date of the text the table cannot tell who held the office.
    let covers = |term: &Term| day.is_some() && term.covers(day);
    if !matches!(
        roster.draft(owner).kind,
        ActorKind::Country | ActorKind::Official | ActorKind::Place
    ) {
        return None;
    }
    let gazetteer = roster.gazetteer;
    let heads = [
        "president",
        "supreme leader",
        "leader",
        "prime minister",
        "chancellor",
        "king",
    ];
    let holds = |known: &&KnownIndex| {
        let term = gazetteer.known(**known).term.as_ref();
        term.is_some_and(|term| {
            let ruler = office == "leader" && heads.contains(&term.office.as_str());
            (term.office == office || ruler) && covers(term)
        })
    };
    if let Some(known) = gazetteer.holders(state).iter().find(holds) {
        return Some((roster.known(*known), "holder of the office"));
    }
    let adjective = owners::adjective(roster, state);
    let name = format!("{adjective} {office}");
    let draft = roster.keyed(format!("office {} {office}", state.0), || {
        let mut draft = Draft::new(ActorKind::Official, &name);
        draft.country = Some(state);
        draft.nouns.insert(office.to_string());
        draft
    });
    Some((draft, "unnamed holder of an office"))
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
