//! Which actors of different documents are one, and what they are called.

use super::document::DocumentRecord;
use super::review::Review;
use crate::actors::{Actor, ActorKind};
use petgraph::graph::NodeIndex;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Returns the actors of all documents, one for each id, sorted by id, and enters them into
/// the documents' tables.
///
/// Actors with the same id are one, and so are those that reviewers say are the same; names
/// are those that reviewers give. Everything else follows by majority.
pub(super) fn resolve(documents: &mut [DocumentRecord], review: &Review) -> Vec<Actor> {
    let canonical = review.canonical_ids();
    let id_of = |actor: &Actor| canonical.get(&actor.id).cloned();
    let mut versions: BTreeMap<String, Vec<&Actor>> = BTreeMap::new();
    for actor in documents.iter().flat_map(|document| &document.actors) {
        let id = id_of(actor).unwrap_or_else(|| actor.id.clone());
        versions.entry(id).or_default().push(actor);
    }
    let names = review.names(&canonical);
    let join_renamed = |(id, same): (String, Vec<&Actor>)| {
        let mut actor = join(&same);
        if let Some(name) = names.get(&id) {
            actor.name.clone_from(name);
        }
        Actor { id, ..actor }
    };
    let mut actors: Vec<Actor> = versions.into_iter().map(join_renamed).collect();
    tell_apart(&mut actors);
    for document in documents {
        document.nodes = document
            .actors
            .iter()
            .map(|actor| {
                let id = canonical.get(&actor.id).unwrap_or(&actor.id);
                let at = actors.binary_search_by(|node| node.id.cmp(id));
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
