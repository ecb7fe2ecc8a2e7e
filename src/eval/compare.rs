//! Matching the claims of a reading with those of the gold under one view.

use crate::claims::{Claim, Status};
use crate::eval::align::{Alignment, norm};
use crate::eval::gold::{GoldClaim, GoldDocument, Tier};
use crate::reading::Reading;

/// Relations that are right in either direction; fixed together with the gold.
const SYMMETRIC: [&str; 5] = ["meets", "cooperates", "agrees", "trades", "negotiates"];

/// What makes two claims the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    /// Same source, relation and target.
    Strict,
    /// Same source and target.
    Pair,
    /// As strict, every actor replaced by its country.
    Country,
    /// As strict, and the status too.
    Status,
    /// As status, over claims that are not actual.
    Unsure,
}

#[derive(Clone, PartialEq, Eq)]
struct Key {
    ends: (String, String),
    relation: Option<String>,
    status: Option<String>,
}

/// A match of claims with one key in the reading and one in the gold.
pub(super) struct Match<'a> {
    pub found: Vec<&'a Claim>,
    pub gold: Vec<&'a GoldClaim>,
    pub required: bool,
}

/// The outcome of one view on one document; claims with one key count once.
pub(super) struct Comparison<'a> {
    pub matched: Vec<Match<'a>>,
    /// Required gold claims that the reading lacks.
    pub missed: Vec<&'a GoldClaim>,
    /// Claims of the reading that the gold lacks.
    pub extra: Vec<&'a Claim>,
    pub found: usize,
    pub required: usize,
}

/// A gold document and its reading.
pub(super) struct Pairing<'a> {
    pub gold: &'a GoldDocument,
    pub reading: &'a Reading,
    pub alignment: Alignment,
}

struct Group<'a> {
    key: Key,
    claims: Vec<&'a GoldClaim>,
    required: bool,
    used: bool,
}

impl<'a> Pairing<'a> {
    pub(super) fn new(gold: &'a GoldDocument, reading: &'a Reading) -> Pairing<'a> {
        let alignment = Alignment::new(gold, reading);
        Pairing {
            gold,
            reading,
            alignment,
        }
    }

    /// Returns the name an actor of the reading has in the gold; names unknown there start with `?`.
    pub(super) fn name(&self, actor: usize) -> String {
        match self.alignment.gold(actor) {
            Some(gold) => self.gold.actors[gold].name.clone(),
            None => format!(
                "?{}",
                self.reading.actors.get(actor).map_or("", |a| &a.name)
            ),
        }
    }

    /// Matches one to one: the same relation first, then relations accepted in its place.
    pub(super) fn compare(&self, view: View) -> Comparison<'a> {
        let mut groups = self.gold_groups(view);
        let seen = self.found_groups(view);
        let mut matched = Vec::new();
        let mut left = Vec::new();
        let found = seen.len();
        for (key, claims) in seen {
            match groups.iter_mut().find(|group| group.key == key) {
                Some(group) => {
                    group.used = true;
                    matched.push(Match {
                        found: claims,
                        gold: group.claims.clone(),
                        required: group.required,
                    });
                }
                None => left.push((key, claims)),
            }
        }
        let mut extra = Vec::new();
        for (key, claims) in left {
            let first = claims[0];
            let accepts = |gold: &&GoldClaim| {
                let timed = matches!(view, View::Status | View::Unsure);
                gold.also.contains(&first.relation)
                    && (!timed || gold.status == first.status.as_str())
            };
            let group = groups.iter_mut().find(|group| {
                view != View::Pair
                    && !group.used
                    && group.key.ends == key.ends
                    && group.claims.iter().any(accepts)
            });
            match group {
                Some(group) => {
                    group.used = true;
                    matched.push(Match {
                        found: claims,
                        gold: group.claims.clone(),
                        required: group.required,
                    });
                }
                None => extra.push(first),
            }
        }
        let required = groups.iter().filter(|group| group.required).count();
        let missed = groups.iter().filter(|group| group.required && !group.used);
        let missed = missed.map(|group| group.claims[0]).collect();
        Comparison {
            matched,
            missed,
            extra,
            found,
            required,
        }
    }

    fn gold_groups(&self, view: View) -> Vec<Group<'a>> {
        let mut groups: Vec<Group> = Vec::new();
        for claim in &self.gold.claims {
            let required = claim.tier == Tier::Required;
            let ends = match view {
                View::Country => (
                    self.gold_country(&claim.source),
                    self.gold_country(&claim.target),
                ),
                _ => (claim.source.clone(), claim.target.clone()),
            };
            let Some(key) = key(view, ends, &claim.relation, &claim.status) else {
                continue;
            };
            match groups.iter_mut().find(|group| group.key == key) {
                Some(group) => {
                    group.required |= required;
                    group.claims.push(claim);
                }
                None => groups.push(Group {
                    key,
                    claims: vec![claim],
                    required,
                    used: false,
                }),
            }
        }
        groups
    }

    fn found_groups(&self, view: View) -> Vec<(Key, Vec<&'a Claim>)> {
        let mut seen: Vec<(Key, Vec<&Claim>)> = Vec::new();
        for claim in &self.reading.claims {
            let ends = [claim.source, claim.target].map(|actor| actor.0 as usize);
            let [source, target] = ends.map(|actor| match view {
                View::Country => self.found_country(actor),
                _ => self.name(actor),
            });
            let Some(key) = key(
                view,
                (source, target),
                &claim.relation,
                claim.status.as_str(),
            ) else {
                continue;
            };
            match seen.iter_mut().find(|(known, _)| *known == key) {
                Some((_, claims)) => claims.push(claim),
                None => seen.push((key, vec![claim])),
            }
        }
        seen
    }

    fn gold_country(&self, name: &str) -> String {
        let actor = self.gold.actors.iter().find(|actor| actor.name == name);
        let country = actor.and_then(|actor| given(actor.country.as_deref()));
        norm(country.unwrap_or(name))
    }

    /// The country the reading gives an actor; the gold's only where it gives none.
    fn found_country(&self, actor: usize) -> String {
        let found = self.reading.actors.get(actor);
        if let Some(own) = found.and_then(|actor| given(actor.country.as_deref())) {
            return norm(own);
        }
        match self.alignment.gold(actor) {
            Some(gold) => self.gold_country(&self.gold.actors[gold].name),
            None => norm(found.map_or("", |actor| &actor.name)),
        }
    }
}

fn given(country: Option<&str>) -> Option<&str> {
    country.filter(|country| !country.is_empty())
}

/// Returns what is compared of a claim, `None` where the view leaves it out.
fn key(view: View, ends: (String, String), relation: &str, status: &str) -> Option<Key> {
    let unsure = status != Status::Actual.as_str();
    // What rolls up into one country is no relation between two.
    let one_country = view == View::Country && ends.0 == ends.1;
    if one_country || view == View::Unsure && !unsure {
        return None;
    }
    let turned = SYMMETRIC.contains(&relation) && ends.1 < ends.0;
    Some(Key {
        ends: if turned { (ends.1, ends.0) } else { ends },
        relation: (view != View::Pair).then(|| relation.to_owned()),
        status: matches!(view, View::Status | View::Unsure).then(|| status.to_owned()),
    })
}
