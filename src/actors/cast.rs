//! The finished cast: actors with ids, unique names and aliases; mentions that point to them.

use super::draft::Draft;
use super::gazetteer::Gazetteer;
use super::roster::{DraftIndex, Roster};
use super::single::{one_person, single};
use super::tree::Tree;
use super::{Actor, ActorIndex, ActorKind, Cast, Mention, MentionForm};
use std::collections::{BTreeMap, BTreeSet};

/// What a mention does for an actor.
#[derive(Clone, Copy)]
enum Part {
    /// It stands for it.
    Stands,
    /// It stands for a body of it, beside others that share one noun.
    Shares,
    /// It stands for another and for it.
    Joins,
}

/// Turns a roster into the cast of its document.
pub(super) fn cast(mut roster: Roster<'_>, trees: &[Tree<'_>]) -> Cast {
    possessors(&mut roster, trees);
    let mut numbers = BTreeMap::new();
    let mut actors: Vec<Actor> = Vec::new();
    let mut taken = BTreeSet::new();
    let mut mentions: Vec<Mention> = Vec::new();
    let mut unnamed: Vec<bool> = Vec::new();
    let mut shared = BTreeMap::new();
    let mut described: BTreeMap<DraftIndex, Vec<Mention>> = BTreeMap::new();
    for mention in roster.mentions() {
        if mention.form == MentionForm::Description {
            let draft = roster.current(DraftIndex(mention.actor.0));
            described.entry(draft).or_default().push(*mention);
        }
    }
    let owners = sharers(&roster);
    let fellows = fellows(&roster);
    let all = roster.mentions().map(|mention| (mention, Part::Stands));
    let all = all.chain(owners.iter().map(|owner| (owner, Part::Shares)));
    for (mention, part) in all.chain(fellows.iter().map(|fellow| (fellow, Part::Joins))) {
        let draft = roster.current(DraftIndex(mention.actor.0));
        let number = *numbers.entry(draft).or_insert_with(|| {
            let said = described.get(&draft).map_or(&[][..], Vec::as_slice);
            let named = counted(&roster, trees, roster.draft(draft), said);
            let named = named.or_else(|| single(trees, roster.draft(draft), said));
            let group = roster.draft(draft);
            let unnamed_one = one_person(&roster.gazetteer.nouns, trees, group, said);
            let kind = unnamed_one.unwrap_or(group.kind);
            let mut actor = finished(&roster, group, (named, kind), &mut taken);
            unnamed.push(group.kind == ActorKind::Group);
            actor.code = code(&roster, &trees[mention.sentence as usize], draft, mention);
            declared(&roster, &mut actor);
            let declared = roster.gazetteer.sameness.stands_for_others(&actor.id);
            let same = || actors.iter().position(|other| other.id == actor.id);
            if let Some(same) = declared.then(same).flatten() {
                let aliases = &mut actors[same].aliases;
                aliases.extend(actor.aliases);
                aliases.sort();
                aliases.dedup();
                unnamed.pop();
                return ActorIndex(same as u32);
            }
            actors.push(actor);
            ActorIndex(actors.len() as u32 - 1)
        });
        match part {
            Part::Stands => mentions.push(Mention {
                actor: number,
                ..*mention
            }),
            Part::Shares => {
                shared.insert((mention.sentence, mention.head), number);
            }
            Part::Joins => {}
        }
    }
    let heads = numbers.iter().filter(|(draft, _)| rules(&roster, **draft));
    let rulers = heads.map(|(_, number)| *number).collect();
    let home = roster.home.or(roster.subject).and_then(|state| {
        let of = |draft: &DraftIndex| roster.draft(*draft).known == Some(state);
        numbers
            .iter()
            .find(|(draft, _)| of(draft))
            .map(|(_, at)| *at)
    });
    let mut joint: BTreeMap<(u32, u32), Vec<ActorIndex>> = BTreeMap::new();
    for mention in roster.mentions() {
        let others = roster.joint(mention.sentence, mention.head).iter();
        let others: Vec<ActorIndex> = others
            .filter_map(|draft| numbers.get(&roster.current(*draft)).copied())
            .collect();
        if !others.is_empty() {
            joint.insert((mention.sentence, mention.head), others);
        }
    }
    Cast {
        joint,
        sharers: shared,
        rulers,
        unnamed,
        actors,
        mentions,
        home,
    }
}

/// Returns whether the tables have an actor at the head of a state on the day of the document.
fn rules(roster: &Roster<'_>, draft: DraftIndex) -> bool {
    let known = roster.draft(draft).known;
    let known = known.map(|known| roster.gazetteer.known(known));
    known.is_some_and(|known| {
        let mut offices = known.offices(roster.day);
        known.in_office(roster.day) && offices.any(|o| roster.gazetteer.nouns.is_ruler(o))
    })
}

/// "the leaders of Mali and *Chad*": returns the words that stand for the leaders of Chad, as those of Chad itself.
fn sharers(roster: &Roster<'_>) -> Vec<Mention> {
    let owners = roster.sharers.iter();
    owners
        .filter_map(|(&(sentence, head), owner)| {
            Some(Mention {
                actor: ActorIndex(owner.0),
                form: MentionForm::Modifier,
                ..*roster.mention_at(sentence, head)?
            })
        })
        .collect()
}

/// "the republics of Zedburg and Yelburg": returns the phrase again for each further actor that it stands for.
fn fellows(roster: &Roster<'_>) -> Vec<Mention> {
    let each = roster.mentions().flat_map(|mention| {
        let others = roster.joint(mention.sentence, mention.head).iter();
        others.map(|other| Mention {
            actor: ActorIndex(other.0),
            ..*mention
        })
    });
    each.collect()
}

/// Returns the code of an actor: that of its row on the day, else that of its phrase.
fn code(
    roster: &Roster<'_>,
    tree: &Tree<'_>,
    draft: DraftIndex,
    mention: &Mention,
) -> Option<String> {
    let gazetteer = roster.gazetteer;
    if gazetteer.dictionary.is_empty() {
        return None;
    }
    match roster.draft(draft).known {
        Some(known) => gazetteer.code(known, roster.day).map(str::to_owned),
        None => {
            // "soldiers" of a text may be called the "Norwegian military": its name tells more.
            let coded = |phrase: &str| gazetteer.dictionary.code(phrase, roster.day);
            coded(mention.span.of(tree.text)).or_else(|| coded(&roster.draft(draft).name))
        }
    }
}

/// Gives an actor the id that a user's rows declare to be its own, with what is known under it.
fn declared(roster: &Roster<'_>, actor: &mut Actor) {
    let gazetteer = roster.gazetteer;
    let id = gazetteer.sameness.canonical(&actor.id);
    if id == actor.id {
        return;
    }
    if let Some(known) = gazetteer.find(id) {
        actor.kind = gazetteer.kind(known, roster.day);
        let country = gazetteer.country(known, roster.day);
        actor.country = country.map(|country| gazetteer.known(country).name.clone());
    }
    actor.id = id.to_owned();
}

/// A country that possesses another actor only modifies it: "Russia" in "Russia's army".
fn possessors(roster: &mut Roster<'_>, trees: &[Tree<'_>]) {
    let heads: BTreeSet<(u32, u32)> = roster.mentions().map(|m| (m.sentence, m.head)).collect();
    let possessor = |mention: &Mention| {
        let tree = &trees[mention.sentence as usize];
        let above = tree
            .head(mention.head)
            .map(|above| (mention.sentence, above));
        tree.dep(mention.head) == "nmod:poss" && above.is_some_and(|above| heads.contains(&above))
    };
    let countries: BTreeSet<(u32, u32)> = roster
        .mentions()
        .filter(|m| m.form == MentionForm::Name && possessor(m))
        .filter(|m| {
            let draft = DraftIndex(m.actor.0);
            roster.draft(draft).kind == ActorKind::Country
        })
        .map(|m| (m.sentence, m.head))
        .collect();
    for mention in roster.mentions_mut() {
        if countries.contains(&(mention.sentence, mention.head)) {
            mention.form = MentionForm::Modifier;
        }
    }
}

/// Returns the name of a group that the text counts, always as the same number: "five nurses".
///
/// A bare "nurses" would equate them with the nurses of other texts.
fn counted(
    roster: &Roster<'_>,
    trees: &[Tree<'_>],
    group: &Draft,
    descriptions: &[Mention],
) -> Option<String> {
    let possessed = group.name.contains("'s ") || group.name.contains("’s ");
    if group.kind != ActorKind::Group || !group.plural || group.known.is_some() || possessed {
        return None;
    }
    let mut said = descriptions.iter().map(|m| {
        let tree = &trees[m.sentence as usize];
        let number = tree.child(m.head, &["nummod"]);
        let plain = number.filter(|n| {
            let more = tree.child(*n, &["compound", "flat", "advmod"]).is_some();
            !more && !roster.gazetteer.nouns.is_round(&tree.lemma(*n))
        });
        let again = tree.word(m.first).eq_ignore_ascii_case("the");
        (plain.map(|n| tree.word(n).to_lowercase()), again)
    });
    let number = said.next()?.0?;
    // "five nurses … the nurses", but not "nurses … five nurses … ten nurses"
    let same = said.all(|(other, again)| again || other.as_ref() == Some(&number));
    let told = group.name.split(' ').next() == Some(number.as_str());
    (same && !told).then(|| format!("{number} {}", group.name))
}

fn finished(
    roster: &Roster<'_>,
    draft: &Draft,
    (named, kind): (Option<String>, ActorKind),
    taken: &mut BTreeSet<String>,
) -> Actor {
    let gazetteer = roster.gazetteer;
    let mut name = one_line(named.as_deref().unwrap_or(&draft.name));
    if !taken.insert(name.clone()) {
        let country = draft.country.map(|c| gazetteer.known(c).name.as_str());
        name = match country {
            Some(country) if *country != name => format!("{name} ({country})"),
            _ => format!("{name} ({})", kind.as_str()),
        };
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{} ({number})", draft.name);
            number += 1;
        }
    }
    let id = match draft.known {
        Some(known) => gazetteer.known(known).id.clone(),
        None => format!("{}/{}", kind.as_str(), slug(&name)),
    };
    let mut aliases: BTreeSet<String> = draft.aliases.iter().map(|alias| one_line(alias)).collect();
    aliases.insert(name.clone());
    aliases.insert(one_line(&draft.name));
    aliases.retain(|alias| !alias.is_empty());
    let more = by_adjective(gazetteer, draft, &aliases);
    aliases.extend(more);
    let wikidata = Some(id.clone()).filter(|id| {
        id.strip_prefix('Q')
            .is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()))
    });
    Actor {
        id,
        name,
        kind,
        country: draft
            .country
            .map(|country| gazetteer.known(country).name.clone()),
        aliases: aliases.into_iter().collect(),
        wikidata,
        code: None,
    }
}

/// "Zedland's border office" is also "the Zedlandic border office".
fn by_adjective(gazetteer: &Gazetteer, draft: &Draft, aliases: &BTreeSet<String>) -> Vec<String> {
    let state = draft.country.map(|country| gazetteer.known(country));
    let Some((state, adjective)) = state.and_then(|state| Some((state, state.adjective.as_ref()?)))
    else {
        return Vec::new();
    };
    let body = |alias: &String| {
        let rest = alias.strip_prefix(&*state.name)?;
        let rest = rest
            .strip_prefix("'s ")
            .or_else(|| rest.strip_prefix("’s "))?;
        Some(format!("{adjective} {rest}"))
    };
    aliases.iter().filter_map(body).collect()
}

/// Returns a form without the line breaks of a hard-wrapped text.
fn one_line(form: &str) -> String {
    form.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns a name as an id: folded words joined by hyphens.
fn slug(name: &str) -> String {
    super::spelling::folded(name).join("-")
}
