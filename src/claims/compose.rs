//! The final form of what was found: claims once each, with ids and offsets, and attributions.

use super::Status;
use super::attribution::Said;
use super::claim::{Attribution, Claim, ClaimSpans};
use super::counted;
use super::offsets;
use super::quantity::{Part, Quantity};
use super::read::{Found, Reader};
use super::site;
use super::tree::Tree;
use super::when::{self, When};
use crate::span::Span;
use std::collections::BTreeSet;

impl Reader<'_> {
    /// "*agreed* a trade *deal*": the verb and its object tell of one event, and the verb how sure it is.
    fn drop_told_twice(&self, found: &mut Vec<Found>) {
        let key = |f: &Found, word: usize| {
            let ends = [f.source.0.min(f.target.0), f.source.0.max(f.target.0)];
            (f.sentence, word, f.relation, ends)
        };
        let told: BTreeSet<_> = found.iter().map(|f| key(f, f.trigger)).collect();
        found.retain(|f| {
            let tree = &self.trees[f.sentence as usize];
            let verb = tree
                .head(f.trigger)
                .filter(|_| tree.dep(f.trigger) == "obj");
            !verb.is_some_and(|verb| told.contains(&key(f, verb)))
        });
    }

    /// Keeps the first of what says the same, and gives it its final form.
    pub(super) fn claims(&self, mut found: Vec<Found>) -> Vec<Claim> {
        found.sort_by_key(|f| (f.sentence, f.trigger, f.relation, f.source.1, f.target.1));
        // Who leads a body or speaks for it is not listed as one of its people as well.
        let held: BTreeSet<_> = found
            .iter()
            .filter(|f| {
                matches!(
                    self.lexicon.relations[f.relation as usize].id.as_str(),
                    "leads" | "represents"
                )
            })
            .map(|f| (f.source.0, f.target.0))
            .collect();
        found.retain(|f| {
            f.frame != "part_of/affiliation" || !held.contains(&(f.source.0, f.target.0))
        });
        // A stronger act of speech in the same words replaces the report of them.
        let id = |f: &Found| self.lexicon.relations[f.relation as usize].id.as_str();
        let stronger: BTreeSet<_> = found
            .iter()
            .filter(|f| {
                matches!(
                    id(f),
                    "accuses" | "criticizes" | "praises" | "requests" | "threatens"
                )
            })
            .map(|f| (f.sentence, f.source.0, f.target.0))
            .collect();
        found.retain(|f| {
            id(f) != "reports" || !stronger.contains(&(f.sentence, f.source.0, f.target.0))
        });
        self.drop_told_twice(&mut found);
        let mut seen = BTreeSet::new();
        let mut ids = BTreeSet::new();
        let mut claims = Vec::new();
        let hash = offsets::hash(&[self.document.text.as_bytes()]);
        for f in found {
            let relation = &self.lexicon.relations[f.relation as usize];
            let (mut a, mut b) = (f.source.0, f.target.0);
            if relation.symmetric && b < a {
                (a, b) = (b, a);
            }
            let key = if relation.once {
                (f.relation, a, b, Status::Actual, Vec::new())
            } else {
                (f.relation, a, b, f.status, f.speakers.clone())
            };
            if !seen.insert(key) {
                continue;
            }
            let tree = &self.trees[f.sentence as usize];
            let sentence = tree.sentence.span;
            let cue = f.cue.unwrap_or_default();
            let spans = format!(
                "{}:{}:{}:{}:{}:{}",
                f.source.1.start,
                f.source.1.end,
                f.target.1.start,
                f.target.1.end,
                cue.start,
                cue.end
            );
            let parts = [
                hash.as_bytes(),
                relation.id.as_bytes(),
                f.status.as_str().as_bytes(),
                spans.as_bytes(),
            ];
            let mut id = offsets::hash(&parts);
            if !ids.insert(id.clone()) {
                // One word may stand for two actors, and two may deny in the same words.
                let who = [f.source.0, f.target.0]
                    .into_iter()
                    .chain(f.speakers.clone());
                let names: Vec<&str> = who.map(|a| self.cast.actor(a).name.as_str()).collect();
                let names = names.join("\n");
                id = offsets::hash(&[&parts[..], &[names.as_bytes()]].concat());
                ids.insert(id.clone());
            }
            let chars = |span: Span| self.offsets.chars(span);
            // Offices and bodies last; nobody tells the day of them.
            let event = !f.held && relation.family != "belonging";
            let published = self.document.date;
            let when = event
                .then(|| when::stated(tree, f.trigger, f.status, published, &self.lexicon.numbers))
                .flatten();
            let quantity = self.quantity(&f);
            let place = event.then(|| self.place(&f)).flatten();
            claims.push(Claim {
                id,
                source: f.source.0,
                relation: relation.id.clone(),
                target: f.target.0,
                item: f
                    .item
                    .and_then(|(s, i)| self.item(&self.trees[s as usize], i)),
                quantity,
                status: f.status,
                attributed_to: f.speakers,
                date: when.map(When::first).or(published),
                when: when.map(When::iso),
                place,
                evidence: sentence.of(&self.document.text).to_owned(),
                spans: ClaimSpans {
                    sentence: chars(sentence),
                    source: chars(f.source.1),
                    target: chars(f.target.1),
                    trigger: chars(tree.token(f.trigger).span),
                    cue: f.cue.map(chars),
                    content: f.content.map(chars),
                },
                reliability: Some(self.lexicon.reliability.of(&f.frame)),
                frame: f.frame,
            });
        }
        claims
    }

    /// How many or how much a match is about.
    fn quantity(&self, f: &Found) -> Option<Quantity> {
        let here = &self.trees[f.sentence as usize];
        Part::ALL.into_iter().find_map(|part| {
            let (tree, noun) = match part {
                Part::Item => f.item.map(|(s, i)| (&self.trees[s as usize], i))?,
                Part::Target => (here, here.top_of(f.target.1)?),
                Part::Source => (here, here.top_of(f.source.1)?),
            };
            counted::of_phrase(tree, noun, part, &self.lexicon.numbers)
        })
    }

    /// Where a match happened.
    fn place(&self, f: &Found) -> Option<String> {
        let tree = &self.trees[f.sentence as usize];
        let ends = [f.source.0, f.target.0];
        let place = site::stated(tree, self.cast, f.sentence, f.trigger, ends)?;
        Some(self.cast.actor(place).name.clone())
    }

    /// The words of an item up to its first clause.
    fn item(&self, tree: &Tree<'_>, word: usize) -> Option<String> {
        let mut span = tree.token(word).span;
        let mut stack = vec![word];
        while let Some(i) = stack.pop() {
            span = span.join(tree.token(i).span);
            stack.extend(tree.children(i).filter(|&c| {
                !matches!(
                    tree.dep(c),
                    "acl:relcl" | "acl" | "punct" | "appos" | "parataxis"
                )
            }));
        }
        let text = span.of(&self.document.text);
        let short = text
            .split_whitespace()
            .take(12)
            .collect::<Vec<_>>()
            .join(" ");
        (!short.is_empty()).then_some(short)
    }

    pub(super) fn content_spans(&self, said: &Said) -> Vec<Span> {
        let tree = &self.trees[said.sentence as usize];
        let mut spans = Vec::new();
        if let Some((root, except)) = said.content {
            let mut current: Option<Span> = None;
            for i in 0..tree.len() {
                let inside = tree.under(i, root)
                    && i != said.cue
                    && !except.is_some_and(|e| tree.under(i, e));
                match (inside, current) {
                    (true, Some(span)) => current = Some(span.join(tree.token(i).span)),
                    (true, None) => current = Some(tree.token(i).span),
                    (false, Some(span)) => {
                        spans.push(span);
                        current = None;
                    }
                    (false, None) => {}
                }
            }
            spans.extend(current);
        }
        spans.extend(
            said.further
                .iter()
                .filter(|s| !tree.sentence.span.contains(**s)),
        );
        spans.sort_unstable();
        spans.dedup();
        spans
    }

    pub(super) fn attributions(&self) -> Vec<Attribution> {
        self.saids
            .iter()
            .filter_map(|said| {
                let tree = &self.trees[said.sentence as usize];
                let content = self.content_spans(said);
                let source = said.source?;
                (!content.is_empty()).then(|| Attribution {
                    speaker: said
                        .speakers
                        .iter()
                        .find_map(|f| self.who(f, said.sentence)),
                    source: self.offsets.chars(source),
                    cue: Some(self.offsets.chars(tree.token(said.cue).span)),
                    content: content.into_iter().map(|s| self.offsets.chars(s)).collect(),
                })
            })
            .collect()
    }
}
