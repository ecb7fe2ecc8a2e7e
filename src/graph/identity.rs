//! Which actors of different documents are one, and what they are called.

use super::document::DocumentRecord;
use super::review::{Review, stands_for};
use crate::actors::{Actor, ActorKind};
use petgraph::graph::NodeIndex;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Returns the actors of all documents, one for each id, sorted by id, and enters them into
/// the documents' tables.
///
/// Actors with the same id are one, and so are those that reviewers say are the same; names
/// are those that reviewers give. Everything else follows by majority.
pub(super) fn resolve(documents: &mut [DocumentRecord], review: &Review) -> Vec<Actor> {
    let canonical = review.canonical_ids();
    let names = review.names(&canonical);
    let listed = documents.iter().flat_map(|document| &document.actors);
    let mut versions: Vec<(&str, u32, &Actor)> = listed
        .zip(0..)
        .map(|(actor, at)| (stands_for(&canonical, &actor.id), at, actor))
        .collect();
    versions.sort_unstable_by_key(|&(id, at, _)| (id, at));
    let mut nodes = vec![NodeIndex::end(); versions.len()];
    let mut actors: Vec<Actor> = Vec::new();
    for same in versions.chunk_by(|a, b| a.0 == b.0) {
        for &(_, at, _) in same {
            nodes[at as usize] = NodeIndex::new(actors.len());
        }
        let id = same[0].0;
        let mut actor = match same {
            [(_, _, only)] => alone(only),
            several => join(&several.iter().map(|version| version.2).collect::<Vec<_>>()),
        };
        if let Some(name) = names.get(id) {
            actor.name.clone_from(name);
        }
        id.clone_into(&mut actor.id);
        actors.push(actor);
    }
    tell_apart(&mut actors);
    let mut nodes = nodes.into_iter();
    for document in documents {
        document.nodes = nodes.by_ref().take(document.actors.len()).collect();
    }
    actors
}

/// Returns an actor that one document alone has, called as there.
fn alone(version: &Actor) -> Actor {
    let mut actor = version.clone();
    actor.aliases.push(actor.name.clone());
    actor.aliases.sort();
    actor.aliases.dedup();
    actor
}

/// Returns one actor for several versions of it.
///
/// The commonest name wins, then the longest; kind and country likewise by majority.
fn join(versions: &[&Actor]) -> Actor {
    let names = versions.iter().map(|actor| actor.name.as_str());
    let (name, _) = votes(names.clone())
        .into_iter()
        .max_by_key(|&(name, count)| (count, name.chars().count(), Reverse(name)))
        .expect("an actor has at least one version");
    let (kind, _) = votes(versions.iter().map(|actor| actor.kind))
        .into_iter()
        .max_by_key(|&(kind, count)| (count, Reverse(kind)))
        .unwrap_or((ActorKind::Organization, 0));
    let country = votes(versions.iter().filter_map(|a| a.country.as_deref()))
        .into_iter()
        .max_by_key(|&(country, count)| (count, Reverse(country)))
        .map(|(country, _)| country.to_owned());
    let aliases: BTreeSet<&str> = versions
        .iter()
        .flat_map(|actor| actor.aliases.iter().map(String::as_str))
        .chain(names)
        .collect();
    Actor {
        id: versions[0].id.clone(),
        name: name.to_owned(),
        kind,
        country,
        aliases: aliases.into_iter().map(str::to_owned).collect(),
        wikidata: versions.iter().filter_map(|a| a.wikidata.clone()).min(),
        code: votes(versions.iter().filter_map(|a| a.code.as_deref()))
            .into_iter()
            .max_by_key(|&(code, count)| (count, Reverse(code)))
            .map(|(code, _)| code.to_owned()),
    }
}

fn votes<T: Ord>(voices: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut votes = BTreeMap::new();
    for voice in voices {
        *votes.entry(voice).or_insert(0) += 1;
    }
    votes
}

/// Makes names unique: where actors share one, the kind is added, and where that does not
/// help, the id.
fn tell_apart(actors: &mut [Actor]) {
    let mut named: FxHashMap<&str, u32> = FxHashMap::default();
    for actor in &*actors {
        *named.entry(&actor.name).or_default() += 1;
    }
    let shares = |actor: &&Actor| named[actor.name.as_str()] > 1;
    let of_kind = votes(actors.iter().filter(shares).map(|a| (&a.name, a.kind)));
    let marks: Vec<Option<String>> = actors
        .iter()
        .map(|actor| {
            let alike = *of_kind.get(&(&actor.name, actor.kind))?;
            let mark = if alike == 1 {
                actor.kind.as_str()
            } else {
                &actor.id
            };
            Some(format!(" ({mark})"))
        })
        .collect();
    for (actor, mark) in actors.iter_mut().zip(marks) {
        actor.name.extend(mark);
    }
}
