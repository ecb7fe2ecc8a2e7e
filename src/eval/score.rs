//! The figures: sums over documents.

use crate::claims::Tally;
use crate::eval::compare::{Comparison, Pairing, View};
use crate::eval::gold::{GoldDocument, Tier};
use crate::reading::Reading;
use std::collections::{BTreeMap, BTreeSet};

/// Precision, recall and their harmonic mean, with the numbers behind them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figure {
    /// Found and right among found.
    pub precision: f64,
    /// Required and found among required.
    pub recall: f64,
    /// Harmonic mean of the two.
    pub f1: f64,
    /// How many were found.
    pub found: usize,
    /// How many are required.
    pub required: usize,
}

/// Scores over a set of documents, every claim counted alike.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// Documents with gold.
    pub documents: usize,
    /// Documents with gold and without a reading.
    pub unread: Vec<String>,
    /// Same source, relation and target: the figure that counts.
    pub strict: Figure,
    /// Same source and target, any relation.
    pub pair: Figure,
    /// As strict, every actor replaced by its country.
    pub country: Figure,
    /// As strict, and the status right too.
    pub status: Figure,
    /// As status, over planned, possible and denied claims.
    pub unsure: Figure,
    /// Actors that take part in a claim, one to one.
    pub actors: Figure,
    /// Kinds that are right, among the actors found.
    pub kind_accuracy: f64,
    /// F1 of the speakers named, over the strict matches.
    pub attribution_f1: f64,
    /// Strict figures for each relation, the most required first.
    pub relations: Vec<(String, Figure)>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    found: usize,
    right_required: usize,
    required: usize,
}

impl Count {
    fn add(&mut self, comparison: &Comparison) {
        self.right += comparison.matched.len();
        self.found += comparison.found;
        self.right_required += comparison.matched.iter().filter(|m| m.required).count();
        self.required += comparison.required;
    }

    fn figure(self) -> Figure {
        let (precision, recall, f1) = ratios(
            (self.right, self.found),
            (self.right_required, self.required),
        );
        Figure {
            precision,
            recall,
            f1,
            found: self.found,
            required: self.required,
        }
    }
}

#[derive(Default)]
struct Totals {
    views: [Count; 5],
    actors: Count,
    kinds: usize,
    /// Speakers right, named, wanted.
    speakers: [usize; 3],
    relations: BTreeMap<String, Count>,
}

const VIEWS: [View; 5] = [
    View::Strict,
    View::Pair,
    View::Country,
    View::Status,
    View::Unsure,
];

/// Returns the scores of readings against gold annotations.
///
/// A reading belongs to the annotation whose name is its document's without folder and ending.
/// Readings without an annotation are left out; annotations without a reading count as missed.
///
/// ```
/// use whom::Reading;
/// use whom::eval::{GoldDocument, score};
///
/// let gold = [GoldDocument { document: "a".into(), ..GoldDocument::default() }];
/// let scores = score(&gold, &[Reading::default()]);
/// assert_eq!((scores.documents, scores.unread.len()), (1, 1));
/// ```
pub fn score(gold: &[GoldDocument], readings: &[Reading]) -> Scores {
    // The last reading of a document counts.
    let by_name: BTreeMap<&str, &Reading> = readings
        .iter()
        .map(|reading| (stem(&reading.document.name), reading))
        .collect();
    let nothing = Reading::default();
    let mut totals = Totals::default();
    let mut unread = Vec::new();
    for document in gold {
        let reading = by_name.get(document.document.as_str()).copied();
        if reading.is_none() {
            unread.push(document.document.clone());
        }
        totals.add(&Pairing::new(document, reading.unwrap_or(&nothing)));
    }
    totals.scores(gold.len(), unread)
}

/// Returns for every frame how many of its claims the gold has too, by source, relation and target, and how many not.
///
/// Readings without an annotation are left out. This is what [`Reliability`](crate::claims::Reliability) is made of.
pub fn frames(gold: &[GoldDocument], readings: &[Reading]) -> BTreeMap<String, Tally> {
    let by_name: BTreeMap<&str, &Reading> = readings
        .iter()
        .map(|reading| (stem(&reading.document.name), reading))
        .collect();
    let mut frames: BTreeMap<String, Tally> = BTreeMap::new();
    for document in gold {
        let Some(reading) = by_name.get(document.document.as_str()) else {
            continue;
        };
        let pairing = Pairing::new(document, reading);
        let strict = pairing.compare(View::Strict);
        for claim in strict.matched.iter().flat_map(|hit| hit.found.first()) {
            frames.entry(claim.frame.clone()).or_default().right += 1;
        }
        for claim in &strict.extra {
            frames.entry(claim.frame.clone()).or_default().wrong += 1;
        }
    }
    frames
}

/// Returns a name without folder and ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    let endings = [".txt", ".json", ".html", ".htm", ".md"];
    endings
        .iter()
        .find_map(|ending| file.strip_suffix(ending))
        .unwrap_or(file)
}

impl Totals {
    fn add(&mut self, pairing: &Pairing) {
        for (view, count) in VIEWS.into_iter().zip(&mut self.views) {
            count.add(&pairing.compare(view));
        }
        self.add_relations(pairing);
        self.add_actors(pairing);
    }

    fn add_relations(&mut self, pairing: &Pairing) {
        let strict = pairing.compare(View::Strict);
        for hit in &strict.matched {
            let row = self
                .relations
                .entry(hit.gold[0].relation.clone())
                .or_default();
            row.right += 1;
            row.found += 1;
            row.right_required += usize::from(hit.required);
            row.required += usize::from(hit.required);
            let wanted: BTreeSet<String> = hit
                .gold
                .iter()
                .flat_map(|claim| claim.attributed_to.clone())
                .collect();
            let speakers = hit.found.iter().flat_map(|claim| &claim.attributed_to);
            let named: BTreeSet<String> = speakers
                .map(|speaker| pairing.name(speaker.0 as usize))
                .collect();
            self.speakers[0] += wanted.intersection(&named).count();
            self.speakers[1] += named.len();
            self.speakers[2] += wanted.len();
        }
        for claim in &strict.missed {
            self.relations
                .entry(claim.relation.clone())
                .or_default()
                .required += 1;
        }
        for claim in &strict.extra {
            self.relations
                .entry(claim.relation.clone())
                .or_default()
                .found += 1;
        }
    }

    fn add_actors(&mut self, pairing: &Pairing) {
        let required: BTreeSet<&str> = pairing
            .gold
            .claims
            .iter()
            .filter(|claim| claim.tier == Tier::Required)
            .flat_map(|claim| [claim.source.as_str(), claim.target.as_str()])
            .collect();
        let used: BTreeSet<usize> = pairing
            .reading
            .claims
            .iter()
            .flat_map(|claim| [claim.source.0 as usize, claim.target.0 as usize])
            .collect();
        // Gold actors found, and whether one of the actors found for them has their kind.
        let mut found: BTreeMap<usize, bool> = BTreeMap::new();
        for &actor in &used {
            if let Some(gold) = pairing.alignment.gold(actor) {
                let kind = pairing.reading.actors[actor].kind.as_str();
                *found.entry(gold).or_default() |= kind == pairing.gold.actors[gold].kind;
            }
        }
        let names = found
            .keys()
            .map(|&gold| pairing.gold.actors[gold].name.as_str());
        self.actors.right += found.len();
        self.actors.found += used.len();
        self.actors.right_required += names.filter(|name| required.contains(name)).count();
        self.actors.required += required.len();
        self.kinds += found.values().filter(|&&same| same).count();
    }

    fn scores(self, documents: usize, unread: Vec<String>) -> Scores {
        let [strict, pair, country, status, unsure] = self.views.map(Count::figure);
        let [right, named, wanted] = self.speakers;
        let rows = self
            .relations
            .into_iter()
            .map(|(name, count)| (name, count.figure()));
        let mut relations: Vec<(String, Figure)> = rows.collect();
        relations.sort_by_key(|(_, figure)| std::cmp::Reverse(figure.required));
        Scores {
            documents,
            unread,
            strict,
            pair,
            country,
            status,
            unsure,
            actors: self.actors.figure(),
            kind_accuracy: ratio(self.kinds, self.actors.right),
            attribution_f1: ratios((right, named), (right, wanted)).2,
            relations,
        }
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// Returns precision, recall and F1 of (right, found) and (found, required).
fn ratios(found: (usize, usize), required: (usize, usize)) -> (f64, f64, f64) {
    let (precision, recall) = (ratio(found.0, found.1), ratio(required.0, required.1));
    let sum = precision + recall;
    let f1 = if sum == 0.0 {
        0.0
    } else {
        2.0 * precision * recall / sum
    };
    (precision, recall, f1)
}
