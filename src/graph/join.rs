//! One document out of several readings of it.

use super::document::DocumentRecord;
use crate::actors::{Actor, ActorIndex};
use crate::claims::Claim;
use crate::reading::{Publication, Reading};
use std::cmp::Reverse;

/// Returns the document of some readings with every actor and claim that any of them has.
///
/// Of two versions of one thing the same is kept whatever the order: actors are sorted by id,
/// so comparing positions is comparing ids.
pub(super) fn join(readings: Vec<Reading>) -> (DocumentRecord, Vec<Claim>) {
    let mut publication = Publication::default();
    // Whoever read the text itself knows better than whoever left it out as a repetition.
    let same_as = readings.iter().map(|reading| &reading.document.same_as);
    publication.same_as = same_as.min().cloned().flatten();
    let mut versions: Vec<Option<Actor>> = Vec::new();
    let mut listed: Vec<(usize, Vec<Claim>)> = Vec::with_capacity(readings.len());
    for reading in readings {
        unite_publication(&mut publication, &reading.document);
        listed.push((versions.len(), reading.claims));
        versions.extend(reading.actors.into_iter().map(Some));
    }
    let id = |at: u32| versions[at as usize].as_ref().map(|actor| &actor.id);
    let mut order: Vec<u32> = (0..versions.len() as u32).collect();
    order.sort_by(|&a, &b| id(a).cmp(&id(b)));
    let mut actors: Vec<Actor> = Vec::with_capacity(versions.len());
    let mut places = vec![ActorIndex(0); versions.len()];
    for at in order {
        let mut actor = versions[at as usize].take().expect("each comes once");
        match actors.last_mut().filter(|last| last.id == actor.id) {
            Some(known) => unite_actor(known, &actor),
            None => {
                actor.aliases.sort();
                actor.aliases.dedup();
                actors.push(actor);
            }
        }
        places[at as usize] = ActorIndex(actors.len() as u32 - 1);
    }
    let mut claims: Vec<Claim> = Vec::new();
    let mut end = places.len();
    for (start, mut of_reading) in listed.into_iter().rev() {
        let of_actors = &places[start..end];
        end = start;
        // A claim about an actor that its reading does not list cannot be drawn.
        let place = |index: ActorIndex| of_actors.get(index.0 as usize).copied();
        of_reading.retain_mut(|claim| relocate(claim, &place));
        match claims.is_empty() {
            true => claims = of_reading,
            false => claims.append(&mut of_reading),
        }
    }
    claims.sort();
    claims.dedup_by(|later, first| later.id == first.id);
    let record = DocumentRecord {
        publication,
        actors,
        nodes: Vec::new(),
    };
    (record, claims)
}

/// Returns a claim with its actors at other positions, `None` where one of them has none.
pub(super) fn moved(
    mut claim: Claim,
    place: &dyn Fn(ActorIndex) -> Option<ActorIndex>,
) -> Option<Claim> {
    relocate(&mut claim, place).then_some(claim)
}

/// Moves the actors of a claim to other positions, and returns whether each of them has one.
fn relocate(claim: &mut Claim, place: &dyn Fn(ActorIndex) -> Option<ActorIndex>) -> bool {
    let speakers = claim.attributed_to.iter_mut();
    let mut all = true;
    for actor in speakers.chain([&mut claim.source, &mut claim.target]) {
        match place(*actor) {
            Some(at) => *actor = at,
            None => all = false,
        }
    }
    all
}

fn unite_publication(known: &mut Publication, other: &Publication) {
    known.name.clone_from(&other.name);
    known.fingerprint.clone_from(&other.fingerprint);
    unite(&mut known.title, &other.title);
    unite(&mut known.outlet, &other.outlet);
    unite(&mut known.date, &other.date);
    unite(&mut known.url, &other.url);
    unite(&mut known.author, &other.author);
}

/// Takes the longer name, and of everything else the smaller.
fn unite_actor(known: &mut Actor, other: &Actor) {
    let rank = |name: &str| (name.chars().count(), Reverse(name.to_owned()));
    if rank(&other.name) > rank(&known.name) {
        known.name.clone_from(&other.name);
    }
    known.kind = known.kind.min(other.kind);
    unite(&mut known.country, &other.country);
    unite(&mut known.wikidata, &other.wikidata);
    unite(&mut known.code, &other.code);
    known.aliases.extend(other.aliases.iter().cloned());
    known.aliases.sort();
    known.aliases.dedup();
}

/// Takes the smaller of two known values.
fn unite<T: Ord + Clone>(known: &mut Option<T>, other: &Option<T>) {
    if let Some(value) = other
        && known.as_ref().is_none_or(|have| value < have)
    {
        *known = Some(value.clone());
    }
}
