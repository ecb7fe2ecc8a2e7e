//! The ends of a match that no slot gives: a title's country, both sides of talks, what a pronoun points back to.

use super::Status;
use super::anaphora::{self, Antecedent, Pointer};
use super::event::Event;
use super::fill::{Filler, Scene};
use super::lexicon::Lexicon;
use super::relation::{Frame, TriggerClass};
use super::slot::{Slot, SlotChoice, SlotPath};
use super::tree::is;
use crate::actors::{ActorIndex, ActorKind};
use crate::syntax::Upos;

/// "said *it would strike* Norland", "we *are going to* strike": the speaker, or the state he speaks for, is to do it.
///
/// With a negation only where the frame asks for one: "*will not abandon*".
pub fn intends(scene: &Scene<'_>, event: &Event, frame: &Frame, speakers: &[Filler]) -> bool {
    let tree = scene.tree;
    // "we are *going* to strike", "we're *gonna* strike"
    let going = tree.head(event.word).filter(|&go| {
        tree.dep(event.word) == "xcomp"
            && tree.lemma(go) == "go"
            && tree.token(go).xpos == "VBG"
            && tree.child(event.word, "mark").is_some()
            && tree.child(go, "aux").is_some()
    });
    let will = going.is_some()
        || tree.children(event.word).any(|c| {
            tree.dep(c) == "aux"
                && matches!(
                    &*tree.form(c).to_lowercase(),
                    "will" | "would" | "shall" | "'ll" | "’ll"
                )
        });
    let subj = SlotChoice(vec![SlotPath {
        slot: Slot::Subj,
        inner: None,
        within: false,
    }]);
    let doers = scene.fill(&event.arguments, &subj);
    let own = |doer: &Filler| {
        speakers.iter().any(|s| match (doer.actor, s.actor) {
            (None, _) => true,
            (Some(a), Some(b)) if a == b => true,
            (Some(a), Some(b)) => {
                let (doer, speaker) = (scene.cast.actor(a), scene.cast.actor(b));
                doer.kind == ActorKind::Country && speaker.country.as_deref() == Some(&doer.name)
            }
            _ => false,
        })
    };
    let negated = std::iter::once(event.word)
        .chain(going)
        .flat_map(|verb| tree.children(verb))
        .any(|c| scene.cues.negates(tree.lemma(c)));
    let lemma = tree.lemma(event.word);
    let asked = frame
        .triggers
        .iter()
        .any(|(_, trigger)| trigger.head == lemma && trigger.rest.iter().any(|word| word == "not"));
    will && negated == asked && doers.iter().any(own)
}

/// The word that stands for what was already told; a denial of anything at all answers what was told.
pub fn pointer(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    event: &Event,
    frame: &Frame,
) -> Option<(usize, Pointer)> {
    if !matches!(event.class, TriggerClass::Verb | TriggerClass::Adjective) {
        return None;
    }
    let slots = frame
        .content
        .iter()
        .chain(frame.target.0.iter().map(|path| &path.slot));
    let judged = frame.id.starts_with("criticizes/") || frame.id.starts_with("praises/");
    let words: Vec<usize> = slots.flat_map(|slot| event.arguments.get(slot)).collect();
    let found = words
        .iter()
        .find_map(|&w| anaphora::antecedent(scene.tree, lexicon, w, judged).map(|a| (w, a)));
    let denied = frame.content_status == Some(Status::Denied);
    found.or_else(|| {
        let first = *words.first()?;
        let anything = (first, Pointer::to(Antecedent::Either));
        (denied && !scene.tree.is_clause(first)).then_some(anything)
    })
}

/// "accused it of spying, *which* it denies", "denied *it*": what no actor can be, though the word may stand for one,
/// is what was told before.
pub fn told(scene: &Scene<'_>, event: &Event, frame: &Frame) -> Option<(usize, Pointer)> {
    if frame.content_status != Some(Status::Denied) {
        return None;
    }
    let bars_actors = frame.not_kinds.iter().any(|(slot, _)| *slot == Slot::Obj);
    // "rejects it" may be said of an offer, "…, which it rejects" of nothing but what the sentence tells.
    let answers = frame
        .only
        .iter()
        .any(|(slot, words)| *slot == Slot::Obj && words.has("accusation"));
    let tree = scene.tree;
    let object = event.arguments.get(&Slot::Obj).next()?;
    let pronoun = tree.head(object) == Some(event.word)
        && matches!(&*tree.form(object).to_lowercase(), "it" | "this" | "that");
    if pronoun && bars_actors {
        return Some((object, Pointer::to(Antecedent::Either)));
    }
    let clause = tree.children(event.word).find(|&c| {
        tree.lemma(c) == "which"
            && tree.dep(c) == "obj"
            && tree.dep(event.word) == "acl:relcl"
            && tree.head(event.word) == Some(object)
            && c.checked_sub(1)
                .is_some_and(|before| tree.form(before) == ",")
    })?;
    let named = !scene.actors_at(object, false).is_empty();
    let pointer = Pointer {
        within: true,
        ..Pointer::to(Antecedent::Said)
    };
    (named && bars_actors || answers).then_some((clause, pointer))
}

/// "a plea by *Ana Weiss*, who was in Oslo": who is a person, though the tree has the clause tell of a thing.
pub fn tell_of_person(scene: &Scene<'_>, event: &mut Event) {
    let tree = scene.tree;
    let clause = match tree.dep(event.word) {
        "acl:relcl" => Some(event.word),
        "cop" => tree
            .head(event.word)
            .filter(|&h| tree.dep(h) == "acl:relcl"),
        _ => None,
    };
    let who = |clause: &usize| {
        let who = |c: usize| matches!(tree.lemma(c), "who" | "whom");
        tree.children(*clause).any(who)
    };
    let Some(head) = clause.filter(who).and_then(|clause| tree.head(clause)) else {
        return;
    };
    let nearer = tree
        .children(head)
        .rfind(|&c| c < event.word && is(tree.dep(c), "nmod"));
    let person = |&c: &usize| {
        let mention = scene.cast.at(scene.sentence, c as u32);
        mention.is_some_and(|m| {
            let kind = scene.cast.actor(m.actor).kind;
            matches!(kind, ActorKind::Person | ActorKind::Official)
        })
    };
    let Some(nearer) = nearer.filter(person) else {
        return;
    };
    if scene.actors_at(head, false).is_empty() {
        for (_, word) in &mut event.arguments.0 {
            if *word == head {
                *word = nearer;
            }
        }
    }
}

/// "Sudoria closed the dam, *a step* that Norland condemned": the phrase that sums up the clause before it.
pub fn summed_up(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    event: &Event,
    frame: &Frame,
) -> Option<(usize, Pointer)> {
    pointer(scene, lexicon, event, frame).filter(|(_, pointer)| pointer.within)
}

/// "Norland's *judiciary* chief": the body named right before a title is nearer than its owner.
pub fn nearer_body(scene: &Scene<'_>, event: &Event) -> Option<Filler> {
    let before = event.word.checked_sub(1)?;
    let tree = scene.tree;
    if event.class != TriggerClass::Role
        || tree.head(before) != Some(event.word)
        || tree.dep(before) != "compound"
    {
        return None;
    }
    let mention = scene.cast.at(scene.sentence, before as u32)?;
    let body = matches!(
        scene.cast.actor(mention.actor).kind,
        ActorKind::Agency | ActorKind::Unit | ActorKind::Organization | ActorKind::ArmedGroup
    );
    body.then_some(Filler {
        actor: Some(mention.actor),
        word: before,
        span: mention.span,
    })
}

/// "the police in *Norland*, which Sudoria annexed": where the head of what a relative clause follows does not fit,
/// the nearer noun is what it tells of.
pub fn nearer_antecedent(scene: &Scene<'_>, event: &Event, unfit: &[Filler]) -> Vec<Filler> {
    let tree = scene.tree;
    let Some(head) = tree.head(event.word) else {
        return Vec::new();
    };
    let relative = tree.dep(event.word) == "acl:relcl" && unfit.iter().any(|f| f.word == head);
    let nearer = tree
        .children(head)
        .rfind(|&c| c < event.word && is(tree.dep(c), "nmod"));
    nearer
        .filter(|_| relative)
        .map_or_else(Vec::new, |c| scene.actors_at(c, false))
}

/// "jailed in *Oslo*": the state of a place that the text names as an actor.
pub fn state_of(scene: &Scene<'_>, place: ActorIndex) -> Option<ActorIndex> {
    let place = scene.cast.actor(place);
    let country = place
        .country
        .as_deref()
        .filter(|_| place.kind == ActorKind::Place)?;
    let mut actors = scene.cast.actors.iter().zip(0..);
    actors
        .find(|(a, _)| a.kind == ActorKind::Country && a.name == country)
        .map(|(_, i)| ActorIndex(i))
}

/// "President X": the country that X is known to belong to.
pub fn home(scene: &Scene<'_>, event: &Event, holder: &Filler) -> Vec<Filler> {
    let titled = matches!(
        scene.tree.dep(event.word),
        "nmod:desc" | "flat" | "compound" | "appos"
    ) || scene
        .tree
        .children(event.word)
        .any(|c| scene.tree.dep(c) == "appos" && c == holder.word);
    // "X, who served *as secretary of state*"
    let served = is(scene.tree.dep(event.word), "obl")
        && scene.tree.preposition(event.word).as_deref() == Some("as")
        && scene.tree.child(event.word, "nmod:poss").is_none();
    // "*the former secretary of state* said": one whom the text names elsewhere.
    let alone = holder.word == event.word
        && holder
            .actor
            .is_some_and(|actor| !scene.cast.is_unnamed(actor));
    let served = served || alone;
    let titled = titled || served;
    let country = holder
        .actor
        .and_then(|actor| scene.cast.actor(actor).country.as_deref());
    // "X, president and chief *of the bank*": another thing has the role.
    let of = |&word: &usize| {
        let tree = scene.tree;
        // "a former secretary *of state*": the name of an office.
        let thing = |c: usize| tree.token(c).upos == Upos::Propn || tree.child(c, "det").is_some();
        let mut phrases = tree
            .children(word)
            .filter(|&c| is(tree.dep(c), "nmod") && thing(c));
        phrases.any(|c| matches!(tree.preposition(c).as_deref(), Some("of" | "for" | "at")))
    };
    let roles = scene.tree.conjuncts(event.word);
    // "Secretary *of State* X" is a title.
    let before = holder.word > event.word || served;
    let titled = titled && (before || !roles.iter().any(of));
    let (true, Some(country)) = (titled, country) else {
        return Vec::new();
    };
    let found = scene
        .cast
        .actors
        .iter()
        .position(|a| a.kind == ActorKind::Country && a.name == country);
    let span = scene.tree.token(event.word).span;
    found
        .map(|i| Filler {
            actor: Some(ActorIndex(i as u32)),
            word: event.word,
            span,
        })
        .into_iter()
        .collect()
}

/// "talks between X and Y", "X and Y met": the first with each of the others.
pub fn pair_up(
    scene: &Scene<'_>,
    event: &Event,
    frame: &Frame,
    sources: &mut Vec<Filler>,
    targets: &mut Vec<Filler>,
) {
    for word in ["between", "among"] {
        let path = SlotPath {
            slot: Slot::Prep(word.into()),
            inner: None,
            within: false,
        };
        let parties = scene.fill(&event.arguments, &SlotChoice(vec![path]));
        if parties.len() > 1 && sources.iter().all(|s| parties.contains(s)) {
            *sources = vec![parties[0]];
            *targets = parties[1..].to_vec();
            return;
        }
    }
    if targets.is_empty()
        && sources.len() > 1
        && (frame.reciprocal || event.class == TriggerClass::Noun)
    {
        let rest = sources.split_off(1);
        *targets = rest;
    }
}
