//! What people say of a graph after reading its sentences: which claims stand, who is who.

use std::collections::BTreeMap;

/// What a reviewer says of a claim, of an actor or of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The claim is what its sentence says.
    Accept,
    /// The claim is not what its sentence says, or must not stand.
    Reject,
    /// Two ids are one actor.
    SameAs,
    /// Two ids are two actors, whatever else is said.
    NotSameAs,
    /// An actor has this name.
    Rename,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: [Verdict; 5] = [
        Verdict::Accept,
        Verdict::Reject,
        Verdict::SameAs,
        Verdict::NotSameAs,
        Verdict::Rename,
    ];

    /// Returns the name used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Accept => "accept",
            Verdict::Reject => "reject",
            Verdict::SameAs => "same_as",
            Verdict::NotSameAs => "not_same_as",
            Verdict::Rename => "rename",
        }
    }

    /// Returns the verdict of that name, `None` where there is none.
    pub fn from_name(name: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|v| v.as_str() == name)
    }
}

/// One thing that a reviewer says, with the reason and the name to answer for it.
///
/// The order of remarks decides between two about one subject: the greater stands, so that
/// rejecting goes before accepting and keeping apart before joining.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// What is said.
    pub verdict: Verdict,
    /// Id of the claim or actor.
    pub id: String,
    /// The other actor's id, or the new name; empty of claims.
    pub value: String,
    /// Why.
    pub reason: String,
    /// Who says so.
    pub by: String,
}

/// A remark is written as a row of a review file.
impl std::fmt::Display for Remark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Remark {
            verdict,
            id,
            value,
            reason,
            by,
        } = self;
        write!(f, "{}\t{id}\t{value}\t{reason}\t{by}", verdict.as_str())
    }
}

/// What a remark is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Claim(String),
    /// Ids in order.
    Pair(String, String),
    Name(String),
}

impl Remark {
    pub(super) fn subject(&self) -> Subject {
        match self.verdict {
            Verdict::Accept | Verdict::Reject => Subject::Claim(self.id.clone()),
            Verdict::Rename => Subject::Name(self.id.clone()),
            Verdict::SameAs | Verdict::NotSameAs => {
                let (one, other) = (self.id.clone(), self.value.clone());
                Subject::Pair(one.clone().min(other.clone()), one.max(other))
            }
        }
    }
}

/// What reviewers say of a graph: one remark for each claim, pair of actors or name.
///
/// A graph carries its review, and merging graphs merges their reviews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    remarks: BTreeMap<Subject, Remark>,
}

/// Collecting keeps the greater of two remarks about one subject.
impl FromIterator<Remark> for Review {
    fn from_iter<I: IntoIterator<Item = Remark>>(remarks: I) -> Review {
        let mut review = Review::default();
        for remark in remarks {
            let subject = remark.subject();
            let stands = |known: &Remark| *known >= remark;
            if !review.remarks.get(&subject).is_some_and(stands) {
                review.remarks.insert(subject, remark);
            }
        }
        review
    }
}

impl Review {
    /// Returns whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.remarks.is_empty()
    }

    /// Returns the remarks: of claims, of pairs, of names, each by id.
    pub fn remarks(&self) -> impl Iterator<Item = &Remark> {
        self.remarks.values()
    }

    /// Returns both reviews as one; of two remarks about one subject the greater stands.
    pub fn union(self, other: Review) -> Review {
        self.remarks
            .into_values()
            .chain(other.remarks.into_values())
            .collect()
    }

    /// Returns this review with another's remarks in place of its own about the same subjects.
    pub fn overridden_by(mut self, other: Review) -> Review {
        self.remarks.extend(other.remarks);
        self
    }

    /// Returns what is said of a claim.
    pub fn of_claim(&self, id: &str) -> Option<&Remark> {
        if self.remarks.is_empty() {
            return None;
        }
        self.remarks.get(&Subject::Claim(id.to_owned()))
    }

    /// Returns whether a claim is rejected.
    pub fn rejects(&self, id: &str) -> bool {
        self.of_claim(id)
            .is_some_and(|remark| remark.verdict == Verdict::Reject)
    }

    /// Returns this review with no claim rejected.
    pub fn without_rejections(mut self) -> Review {
        self.remarks
            .retain(|_, remark| remark.verdict != Verdict::Reject);
        self
    }

    /// Returns the id that stands for each id that is the same as another: the smallest of them.
    ///
    /// Where joining would make one of two that are kept apart, the later pair is not joined.
    pub(super) fn canonical_ids(&self) -> BTreeMap<String, String> {
        let pairs = |verdict: Verdict| {
            let remarks = self.remarks.values();
            remarks.filter(move |remark| remark.verdict == verdict)
        };
        let mut ids: BTreeMap<String, String> = BTreeMap::new();
        for same in pairs(Verdict::SameAs) {
            let mut joined = ids.clone();
            unite(&mut joined, &same.id, &same.value);
            let apart = |remark: &Remark| {
                stands_for(&joined, &remark.id) != stands_for(&joined, &remark.value)
            };
            if pairs(Verdict::NotSameAs).all(apart) {
                ids = joined;
            }
        }
        ids
    }

    /// Returns the names that reviewers give, by the id that stands for the actor.
    pub(super) fn names(&self, canonical: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for remark in self.remarks.values() {
            if remark.verdict == Verdict::Rename {
                let id = stands_for(canonical, &remark.id).to_owned();
                names.entry(id).or_insert_with(|| remark.value.clone());
            }
        }
        names
    }
}

/// Returns the id that stands for an id.
pub(super) fn stands_for<'a>(canonical: &'a BTreeMap<String, String>, id: &'a str) -> &'a str {
    canonical.get(id).map_or(id, String::as_str)
}

/// Lets the smallest id of two classes stand for all of both.
pub(super) fn unite(canonical: &mut BTreeMap<String, String>, one: &str, other: &str) {
    let one = stands_for(canonical, one).to_owned();
    let other = stands_for(canonical, other).to_owned();
    if one == other {
        return;
    }
    let (first, later) = (one.clone().min(other.clone()), one.max(other));
    for id in canonical.values_mut().filter(|id| **id == later) {
        id.clone_from(&first);
    }
    canonical.insert(later, first);
}
