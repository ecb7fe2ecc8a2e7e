//! Where actors belong and stand, as their own phrase says: "South Korea's spy agency",
//! "Ana Weiss of the Harbour Institute", "the institute in Oslo".

use super::fill::{Filler, Scene};
use super::national;
use super::parties;
use super::places;
use super::read::{Found, Reader};
use super::seats;
use super::towns;
use super::tree::is;
use crate::actors::{ActorKind, Mention, MentionForm};
use crate::syntax::Upos;

/// An actor and what it belongs to, or where it is.
#[derive(Clone, Copy, Debug)]
struct Belonging {
    /// The relation: `part_of` or `located_in`.
    relation: &'static str,
    /// The frame's id.
    frame: &'static str,
    /// The actor.
    source: Filler,
    /// What it belongs to, or where it is.
    target: Filler,
}

/// Returns what the phrases of a sentence's actors say of where they belong.
///
/// Generic groups ("Russian officials", "Ukrainian troops") belong to nobody, as the ontology asks; nor do media.
fn find(scene: &Scene<'_>) -> Vec<Belonging> {
    let mentions = &scene.cast.mentions;
    let start = mentions.partition_point(|m| m.sentence < scene.sentence);
    let mut out = Vec::new();
    for mention in mentions[start..]
        .iter()
        .take_while(|m| m.sentence == scene.sentence)
    {
        let source = filler(mention);
        // "Norlandic *Foreign Ministry* spokesman": a body that another phrase names still has its state.
        if mention.form == MentionForm::Modifier
            && scene.cast.actor(mention.actor).kind == ActorKind::Agency
        {
            out.extend(owner(scene, mention).map(|state| Belonging {
                relation: "part_of",
                frame: "part_of/possessive",
                source,
                target: filler(state),
            }));
        }
        if !matches!(mention.form, MentionForm::Description | MentionForm::Name) {
            continue;
        }
        let add = |out: &mut Vec<Belonging>, relation, frame, target: Option<&Mention>| {
            out.extend(target.map(|m| Belonging {
                relation,
                frame,
                source,
                target: filler(m),
            }));
        };
        add(
            &mut out,
            "part_of",
            "part_of/possessive",
            owner(scene, mention),
        );
        let whole = whole(scene, mention);
        match whole.is_some_and(|whole| rules(scene, mention, whole)) {
            true => add(&mut out, "leads", "leads/possessive", whole),
            false => add(&mut out, "part_of", "part_of/possessive", whole),
        }
        if let Some(leader) = party_leader(scene, mention) {
            out.push(Belonging {
                relation: "leads",
                frame: "leads/possessive",
                source: filler(leader),
                target: source,
            });
        }
        let body = affiliation(scene, mention);
        add(&mut out, "part_of", "part_of/affiliation", body);
        add(
            &mut out,
            "part_of",
            "part_of/nation",
            nation(scene, mention),
        );
        let party = parties::party(scene, mention);
        add(&mut out, "part_of", "part_of/party", party);
        add(
            &mut out,
            "part_of",
            "part_of/house",
            seats::house(scene, mention),
        );
        let constituency = seats::constituency(scene, mention);
        add(&mut out, "represents", "represents/seat", constituency);
        let seat = places::seat(scene, mention);
        add(&mut out, "located_in", "located_in/seat", seat);
        let town = towns::town(scene, mention);
        add(&mut out, "located_in", "located_in/town", town);
        out.extend(national::state(scene, mention).map(|target| Belonging {
            relation: "part_of",
            frame: "part_of/national",
            source,
            target,
        }));
        for place in places::places(scene, mention) {
            add(&mut out, "located_in", "located_in/phrase", Some(place));
        }
    }
    out
}

/// Gives what the phrases say the form of claims.
pub(super) fn found(reader: &Reader<'_>, scene: &Scene<'_>) -> Vec<Found> {
    find(scene)
        .into_iter()
        .filter_map(|b| {
            let found = Found::plain(
                (reader.lexicon.position(b.relation)?, b.frame),
                (scene.sentence, b.source.word),
                (b.source.actor?, b.source.span),
                (b.target.actor?, b.target.span),
            );
            Some(found.held())
        })
        .collect()
}

fn filler(mention: &Mention) -> Filler {
    Filler {
        actor: Some(mention.actor),
        word: mention.head as usize,
        span: mention.span,
    }
}

/// "South Korea's spy agency", "the Russian defence ministry": a body and its country.
fn owner<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let tree = scene.tree;
    let head = mention.head as usize;
    let kind = scene.cast.actor(mention.actor).kind;
    let definite = tree
        .children(head)
        .any(|c| tree.dep(c) == "det" && tree.lemma(c) == "the");
    let singular = !matches!(tree.token(head).xpos, "NNS" | "NNPS");
    let body = match kind {
        ActorKind::Agency => !scene.cues.is_vague_body(tree.lemma(head)),
        ActorKind::Unit => definite && singular || mention.form == MentionForm::Name,
        ActorKind::Intergovernmental => true,
        ActorKind::Media if mention.form != MentionForm::Name => return None,
        ActorKind::Organization | ActorKind::Company | ActorKind::Media => {
            let words = (mention.first as usize..=mention.last as usize).chain(tree.children(head));
            words
                .flat_map(|i| std::iter::once(i).chain(tree.children(i)))
                .any(|i| scene.cues.is_state_owned(&tree.form(i).to_lowercase()))
        }
        _ => return None,
    };
    // "Iran's Revolutionary Guards": the possessor may hang on any word of the name.
    let named = mention.form != MentionForm::Description;
    let words = (mention.first as usize..=mention.last as usize).filter(|&i| named && i != head);
    // "*Norlandic* Foreign Ministry spokesman": parsers hang the nation on the noun that follows the name.
    let hung_on = |first: &usize| tree.head(*first).is_some_and(|h| h > mention.last as usize);
    let first = Some(mention.first as usize).filter(|first| named && hung_on(first));
    let before = words.flat_map(|i| tree.children(i)).chain(first);
    // "the *Zedland* Police Service": the nation that the name of a body begins with.
    let joined = |c: usize| matches!(tree.form(c + 1), "-" | "‑" | "–");
    let begins = |c: usize| c == mention.first as usize && body && !joined(c);
    let outside = |c: usize| c < mention.first as usize && tree.dep(c) == "nmod:poss";
    let before = before.filter(|&c| outside(c) || begins(c));
    tree.children(head)
        .chain(before)
        .filter(|&c| match tree.dep(c) {
            "nmod:poss" => true,
            // "Norland's state radio" is Norland's; "Norlandic state radio" may be a name.
            "amod" | "compound" | "nmod:desc" => body && kind != ActorKind::Media,
            "nmod" => tree.preposition(c).as_deref() == Some("of") && kind != ActorKind::Company,
            _ => false,
        })
        .filter_map(|c| scene.cast.at(scene.sentence, c as u32))
        .find(|m| {
            let kind = scene.cast.actor(m.actor).kind;
            let states = kind == ActorKind::Intergovernmental && body;
            m.actor != mention.actor && (kind == ActorKind::Country || states)
        })
}

/// "the union's Harbour Review Team", "Zedland's Ana Weiss", "the Harbour Post's Ana Weiss", "Zedland's Harbour Reform
/// party": a named body or person, or a party, and whose it is.
fn whole<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let kind = scene.cast.actor(mention.actor).kind;
    let tree = scene.tree;
    let fitting: &[ActorKind] = match kind {
        ActorKind::Agency | ActorKind::Organization | ActorKind::Unit => &[
            ActorKind::Agency,
            ActorKind::Intergovernmental,
            ActorKind::Organization,
            ActorKind::ArmedGroup,
            ActorKind::Unit,
        ],
        // "NBC's Meet the Press"
        ActorKind::Media => &[ActorKind::Media, ActorKind::Company],
        ActorKind::Person | ActorKind::Official => &[
            ActorKind::Country,
            ActorKind::Organization,
            ActorKind::Media,
            ActorKind::Company,
            ActorKind::Agency,
            ActorKind::Intergovernmental,
        ],
        _ => return None,
    };
    let party = kind == ActorKind::Organization && is_party(scene, mention);
    // "Zedland's *President* Ana Weiss": what a title says is the title's.
    let person = matches!(kind, ActorKind::Person | ActorKind::Official);
    let bare = (mention.first as usize)
        .checked_sub(1)
        .is_some_and(|i| matches!(tree.form(i), "'s" | "’s" | "'" | "’"));
    let named = mention.form == MentionForm::Name && (!person || bare);
    (mention.first as usize..=mention.last as usize)
        .flat_map(|i| tree.children(i))
        .filter(|&c| c < mention.first as usize || c < mention.head as usize && !named)
        .filter(|&c| tree.dep(c) == "nmod:poss")
        .filter_map(|c| scene.cast.at(scene.sentence, c as u32))
        .find(|m| {
            let whose = scene.cast.actor(m.actor).kind;
            let state = party && whose == ActorKind::Country;
            m.actor != mention.actor && (state || named && fitting.contains(&whose))
        })
}

/// "*China's* Xi Jinping": whether the tables have a person at the head of the state.
fn rules(scene: &Scene<'_>, person: &Mention, state: &Mention) -> bool {
    let state = scene.cast.actor(state.actor);
    let of = scene.cast.actor(person.actor).country.as_ref() == Some(&state.name);
    scene.cast.rulers.contains(&person.actor) && of && state.kind == ActorKind::Country
}

/// "*his* Harbour Reform party", "Prime Minister Weiss's Harbour Front": whose party it is. What a politician is said
/// to have is a party; of what others have nothing follows.
fn party_leader<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    if scene.cast.actor(mention.actor).kind != ActorKind::Organization {
        return None;
    }
    let tree = scene.tree;
    let party = is_party(scene, mention);
    let named = |i: usize| tree.token(i).upos == Upos::Propn;
    if !(mention.first as usize..=mention.last as usize).any(named) {
        return None;
    }
    (mention.first as usize..=mention.last as usize + 1)
        .filter(|&i| i < tree.len())
        .flat_map(|i| tree.children(i))
        .filter(|&c| c < mention.head as usize && tree.dep(c) == "nmod:poss")
        .filter_map(|c| scene.cast.at(scene.sentence, c as u32))
        .find(|m| {
            let kind = scene.cast.actor(m.actor).kind;
            let named = m.form == MentionForm::Name && mention.form == MentionForm::Name;
            match kind {
                ActorKind::Official => party || named,
                ActorKind::Person => party,
                _ => false,
            }
        })
}

/// "Harbour Reform *Party*", "the Harbour Reform *party*": whether a mention is that of a party.
fn is_party(scene: &Scene<'_>, mention: &Mention) -> bool {
    let tree = scene.tree;
    (mention.first as usize..=mention.last as usize + 1)
        .filter(|&i| i < tree.len())
        .any(|i| tree.lemma(i).eq_ignore_ascii_case("party"))
}

/// "Ana Weiss of the Harbour Institute": a person and the body that stands with the name.
fn affiliation<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    if !matches!(
        scene.cast.actor(mention.actor).kind,
        ActorKind::Person | ActorKind::Official
    ) {
        return None;
    }
    let bodies = [
        ActorKind::Organization,
        ActorKind::Media,
        ActorKind::Agency,
        ActorKind::Company,
        ActorKind::Intergovernmental,
        ActorKind::Unit,
        ActorKind::ArmedGroup,
    ];
    let prepositions = ["of", "from", "at", "with"];
    let head = mention.head as usize;
    // "a critic of the institute" belongs to another.
    let insider = |noun: &usize| !scene.cues.is_outsider(scene.tree.lemma(*noun));
    if let Some(party) = in_brackets(scene, mention) {
        return Some(party);
    }
    let on = |noun: usize| hanging(scene, noun, mention, &prepositions, &bodies);
    Some(head).filter(insider).and_then(on).or_else(|| {
        // "Ada Moss, a chemist at the Harbour Institute": the noun beside the name.
        let tree = scene.tree;
        let nouns = tree.children(head).filter(|&c| tree.dep(c) == "appos");
        nouns
            .chain(tree.head(head).filter(|_| tree.dep(head) == "appos"))
            .filter(|&noun| tree.token(noun).upos == Upos::Noun)
            .filter(insider)
            .find_map(on)
    })
}

/// "Ada Moss (Green Party)": the body that stands in brackets after a name.
fn in_brackets<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let open = mention.last as usize + 1;
    let tree = scene.tree;
    if open + 2 >= tree.len() || tree.form(open) != "(" || mention.form != MentionForm::Name {
        return None;
    }
    let close = (open + 1..tree.len()).find(|&i| tree.form(i) == ")")?;
    let inside = (open + 1..close).find_map(|i| scene.cast.at(scene.sentence, i as u32))?;
    let whole = inside.first as usize == open + 1 && inside.last as usize + 1 == close;
    let body = scene.cast.actor(inside.actor).kind == ActorKind::Organization;
    (whole && body).then_some(inside)
}

/// "the Norlander Ada Moss", "Norland citizen Ada Moss": a person and the state whose people the noun names.
fn nation<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let tree = scene.tree;
    let head = mention.head as usize;
    let person = scene.cast.actor(mention.actor).kind == ActorKind::Person;
    if !person || mention.form != MentionForm::Name {
        return None;
    }
    let state = |word: usize| {
        scene
            .cast
            .at(scene.sentence, word as u32)
            .filter(|m| scene.cast.actor(m.actor).kind == ActorKind::Country)
    };
    let before = tree.children(head).filter(|&c| c < head);
    let beside = tree.children(head).filter(|&c| tree.dep(c) == "appos");
    let above = tree.head(head).filter(|_| tree.dep(head) == "appos");
    // "Ada Moss, 34, from Norland"
    let from =
        |c: &usize| tree.dep(*c) == "nmod" && tree.preposition(*c).as_deref() == Some("from");
    let origin = tree.children(head).filter(from).find_map(state);
    let told = before.chain(beside).chain(above).find_map(|noun| {
        if matches!(tree.dep(noun), "amod" | "compound" | "nmod:desc")
            && tree.token(noun).upos != Upos::Noun
        {
            return state(noun);
        }
        // "the Norlandic chemist Ada Moss", "Ada Moss, a Norlandic chemist"
        let called = matches!(tree.dep(noun), "compound" | "nmod:desc" | "appos")
            && tree.form(noun).starts_with(char::is_lowercase);
        let citizen = scene.cues.is_citizen(tree.lemma(noun));
        // "the Norland analyst": one who studies it may be of anywhere.
        let adjective = called && !scene.cues.is_outsider(tree.lemma(noun));
        tree.children(noun)
            .filter(|&c| match tree.dep(c) {
                "amod" => citizen || adjective,
                "compound" => citizen,
                _ => false,
            })
            .find_map(state)
    });
    told.or(origin)
}

/// Returns the actor of one of the kinds that hangs on a noun by one of the prepositions.
pub(super) fn hanging<'s>(
    scene: &'s Scene<'_>,
    head: usize,
    mention: &Mention,
    prepositions: &[&str],
    kinds: &[ActorKind],
) -> Option<&'s Mention> {
    let tree = scene.tree;
    tree.children(head)
        .filter(|&c| is(tree.dep(c), "nmod"))
        .filter_map(|c| Some((c, scene.cast.at(scene.sentence, c as u32)?)))
        .filter(|(c, m)| {
            // "of the Institute *for* Harbour Studies": the name may have a preposition of its own.
            let outer = (0..m.first as usize).rev().find(|&i| tree.dep(i) != "det");
            let outer = outer.filter(|&i| tree.token(i).upos == Upos::Adp);
            let word = outer.map(|i| tree.form(i).to_lowercase());
            word.or_else(|| tree.preposition(*c))
                .is_some_and(|p| prepositions.contains(&p.as_str()))
        })
        .map(|(_, m)| m)
        .find(|m| m.actor != mention.actor && kinds.contains(&scene.cast.actor(m.actor).kind))
}
