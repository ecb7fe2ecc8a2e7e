//! Which actors of different documents are one, and what they are called.

use super::document::DocumentRecord;
use crate::actors::{Actor, ActorKind};
use petgraph::graph::NodeIndex;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Returns the actors of all documents, one for each id, sorted by id, and enters them into
/// the documents' tables.
///
/// Actors with the same id are one; everything else about them follows by majority.
pub(super) fn resolve(documents: &mut [DocumentRecord]) -> Vec<Actor> {
    let mut versions: BTreeMap<&str, Vec<&Actor>> = BTreeMap::new();
    for actor in documents.iter().flat_map(|document| &document.actors) {
        versions.entry(&actor.id).or_default().push(actor);
    }
    let mut actors: Vec<Actor> = versions.values().map(|same| join(same)).collect();
    tell_apart(&mut actors);
    for document in documents {
        document.nodes = document
            .actors
            .iter()
            .map(|actor| {
                let at = actors.binary_search_by(|node| node.id.cmp(&actor.id));
                NodeIndex::new(at.expect("every actor's id was entered above"))
            })
            .collect();
    }
    actors
}

/// Returns one actor for several versions of it.
///
/// The commonest name wins, then the longest; kind and country likewise by majority.
pub(super) fn join(versions: &[&Actor]) -> Actor {
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
    let named = votes(actors.iter().map(|actor| actor.name.clone()));
    let of_kind = votes(actors.iter().map(|actor| (actor.name.clone(), actor.kind)));
    for actor in actors {
        if named[&actor.name] == 1 {
            continue;
        }
        let helps = of_kind[&(actor.name.clone(), actor.kind)] == 1;
        let mark = if helps {
            actor.kind.as_str()
        } else {
            &actor.id
        };
        actor.name = format!("{} ({mark})", actor.name);
    }
}
