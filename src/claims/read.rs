//! From trees and actors to claims.

use super::Status;
use super::attribution::{self, Said};
use super::belonging;
use super::claim::{Attribution, Claim, ClaimSpans};
use super::event::{self, Event};
use super::fill::{Filler, Scene};
use super::lexicon::Lexicon;
use super::matcher::{self, Match};
use super::offsets::{self, Offsets};
use super::quotes;
use super::relation::TriggerClass;
use super::scope;
use super::tree::Tree;
use crate::actors::{ActorIndex, ActorKind, Cast, MentionForm};
use crate::span::Span;
use crate::syntax::{Sentence, Upos};
use crate::text::{Document, Passage};
use std::collections::BTreeSet;

/// What the claims stage finds in a document.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Claims in the order of the text.
    pub claims: Vec<Claim>,
    /// Cues with speakers and contents in the order of the text.
    pub attributions: Vec<Attribution>,
}

/// Everything that is said about one document while it is read.
struct Reader<'a> {
    document: &'a Document,
    cast: &'a Cast,
    lexicon: &'a Lexicon,
    trees: Vec<Tree<'a>>,
    saids: Vec<Said>,
    offsets: Offsets,
    contents: Vec<BTreeSet<usize>>,
}

/// A match with all that its surroundings add.
struct Found {
    relation: u32,
    frame: String,
    sentence: u32,
    trigger: usize,
    source: (ActorIndex, Span),
    target: (ActorIndex, Span),
    item: Option<usize>,
    status: Status,
    speakers: Vec<ActorIndex>,
    cue: Option<Span>,
    content: Option<Span>,
}

/// Reads the claims and attributions of a document.
pub fn read(
    lexicon: &Lexicon,
    document: &Document,
    passages: &[Passage],
    sentences: &[Sentence],
    cast: &Cast,
) -> Findings {
    let trees: Vec<Tree<'_>> = sentences
        .iter()
        .map(|s| Tree::new(s, &document.text))
        .collect();
    let mut events: Vec<Vec<Event>> = Vec::with_capacity(trees.len());
    let mut saids = Vec::new();
    for (i, tree) in trees.iter().enumerate() {
        let scene = Scene {
            tree,
            cast,
            cues: &lexicon.cues,
            sentence: i as u32,
        };
        let mut found = event::find(tree, lexicon, i as u32);
        found.retain(|event| !in_name(cast, i as u32, event));
        saids.extend(attribution::find(&scene, lexicon, &found));
        events.push(found);
    }
    let quotes: Vec<_> = passages
        .iter()
        .flat_map(|p| quotes::find(&document.text, p.span))
        .collect();
    attribution::carry_quotes(&trees, &quotes, &mut saids);
    let mut contents = vec![BTreeSet::new(); trees.len()];
    for said in &saids {
        if let (Some((root, None)), Some(_)) = (said.content, said.source) {
            contents[said.sentence as usize].insert(root);
        }
    }
    let reader = Reader {
        document,
        cast,
        lexicon,
        trees,
        saids,
        offsets: Offsets::new(&document.text),
        contents,
    };
    reader.findings(&events)
}

/// "Ministry of *Defence*": a word of a name is no event.
fn in_name(cast: &Cast, sentence: u32, event: &Event) -> bool {
    let word = event.word as u32;
    let start = cast.mentions.partition_point(|m| m.sentence < sentence);
    matches!(event.class, TriggerClass::Noun | TriggerClass::Adjective)
        && cast.mentions[start..]
            .iter()
            .take_while(|m| m.sentence == sentence)
            .any(|m| m.form == MentionForm::Name && m.first <= word && word <= m.last)
}

impl Reader<'_> {
    fn findings(&self, events: &[Vec<Event>]) -> Findings {
        let mut found = Vec::new();
        let mut agentless = Vec::new();
        for (i, tree) in self.trees.iter().enumerate() {
            let scene = Scene {
                tree,
                cast: self.cast,
                cues: &self.lexicon.cues,
                sentence: i as u32,
            };
            for event in &events[i] {
                let said = self
                    .saids
                    .iter()
                    .find(|s| s.sentence == event.sentence && s.cue == event.word);
                if said.is_some_and(|outer| self.saids.iter().any(|inner| outer.cites(tree, inner)))
                {
                    // Only the nearest source reports; those who cite it stand in the chain.
                    continue;
                }
                for m in matcher::matches(&scene, self.lexicon, event, said) {
                    if m.is_agentless() {
                        agentless.push(m);
                    } else {
                        found.extend(self.complete(&m));
                    }
                }
            }
            found.extend(self.belongings(&scene));
        }
        let supplied: Vec<Found> = agentless
            .iter()
            .filter_map(|m| self.supply(m, &found))
            .collect();
        found.extend(supplied);
        let claims = self.claims(found);
        Findings {
            claims,
            attributions: self.attributions(),
        }
    }

    /// "He was arrested": whoever the text names for the same kind of act on him, or for all such acts.
    fn supply(&self, m: &Match, found: &[Found]) -> Option<Found> {
        let doers = |target: Option<ActorIndex>| -> BTreeSet<ActorIndex> {
            let same = |f: &&Found| {
                f.relation == m.frame.relation && target.is_none_or(|t| f.target.0 == t)
            };
            found.iter().filter(same).map(|f| f.source.0).collect()
        };
        let on_target = doers(m.target.actor);
        let doers = if on_target.is_empty() {
            doers(None)
        } else {
            on_target
        };
        let actor = doers.first().copied().filter(|_| doers.len() == 1);
        self.complete(&Match {
            source: Filler {
                actor: Some(actor?),
                ..m.source
            },
            ..m.clone()
        })
    }

    /// Adds status and speakers; resolves "I" and "we"; drops what has no two actors.
    fn complete(&self, m: &Match) -> Option<Found> {
        let tree = &self.trees[m.sentence as usize];
        let frame = self.lexicon.frame(m.frame);
        let chain = attribution::chain(&self.trees, &self.saids, m.sentence, m.trigger);
        let source = self.who(&m.source, m.sentence)?;
        let target = self.who(&m.target, m.sentence)?;
        if source == target {
            return None;
        }
        // A title held is held, and a source is a source, whatever the sentence around it says.
        let titled = m.class == TriggerClass::Role && tree.child(m.trigger, "cop").is_none();
        let mut status = if titled || m.class == TriggerClass::Preposition {
            Status::Actual
        } else {
            // "joined Norland's attack": the attack is Norland's, whoever may join it.
            let owned = m.class == TriggerClass::Noun && tree.under(m.source.word, m.trigger);
            let contents = &self.contents[m.sentence as usize];
            let status = |word| scope::status(tree, &self.lexicon.cues, word, owned, contents);
            match tree.head(m.trigger) {
                // "took part in the attack": how sure it is depends on "took" too.
                Some(verb)
                    if m.class == TriggerClass::Noun
                        && !owned
                        && tree.token(verb).upos == Upos::Verb =>
                {
                    scope::weaken(status(m.trigger), status(verb))
                }
                _ => status(m.trigger),
            }
        };
        status = match frame.status {
            // A frame that says so has its negation in the trigger: "did not confirm".
            Some(Status::Actual) => Status::Actual,
            Some(fixed) => scope::weaken(status, fixed),
            None => status,
        };
        for said in chain.iter().filter(|_| !titled) {
            if let Some(given) = said.status {
                status = scope::weaken(status, given);
            }
        }
        let mut speakers: Vec<ActorIndex> = Vec::new();
        for said in chain.iter().filter(|_| !titled) {
            // Whoever promises or asks does not report his own deed; whoever denies it does. Nobody
            // reports his own words.
            let reported = matches!(
                self.lexicon.relation(said.frame).id.as_str(),
                "reports" | "denies"
            );
            let speech = self.lexicon.relation(m.frame).family == "saying";
            if (speech || !reported)
                && said
                    .speakers
                    .iter()
                    .any(|f| self.who(f, said.sentence) == Some(source))
            {
                continue;
            }
            for speaker in said
                .speakers
                .iter()
                .filter_map(|f| self.who(f, said.sentence))
            {
                if !speakers.contains(&speaker) {
                    speakers.push(speaker);
                }
            }
        }
        let innermost = chain.last();
        Some(Found {
            relation: m.frame.relation,
            frame: frame.id.clone(),
            sentence: m.sentence,
            trigger: m.trigger,
            source: (source, m.source.span),
            target: (target, m.target.span),
            item: m.item,
            status,
            cue: innermost.map(|s| self.trees[s.sentence as usize].token(s.cue).span),
            content: innermost.and_then(|s| self.content_spans(s).into_iter().next()),
            speakers,
        })
    }

    /// Returns the actor of a filler; a first-person pronoun is whoever speaks there, "we" its country.
    fn who(&self, filler: &Filler, sentence: u32) -> Option<ActorIndex> {
        if filler.actor.is_some() {
            return filler.actor;
        }
        let tree = &self.trees[sentence as usize];
        let said = *attribution::chain(&self.trees, &self.saids, sentence, filler.word).last()?;
        let speaker = said.speaker()?;
        let form = tree.form(filler.word).to_lowercase();
        let actor = self.cast.actor(speaker);
        let singular = matches!(form.as_str(), "i" | "me" | "my" | "myself");
        if singular || !matches!(actor.kind, ActorKind::Official | ActorKind::Agency) {
            return Some(speaker);
        }
        let country = actor.country.as_deref()?;
        let found = self
            .cast
            .actors
            .iter()
            .position(|a| a.kind == ActorKind::Country && a.name == country);
        Some(found.map_or(speaker, |i| ActorIndex(i as u32)))
    }

    fn belongings(&self, scene: &Scene<'_>) -> Vec<Found> {
        belonging::find(scene)
            .into_iter()
            .filter_map(|b| {
                let relation = self
                    .lexicon
                    .relations
                    .iter()
                    .position(|r| r.id == b.relation)?;
                Some(Found {
                    relation: relation as u32,
                    frame: b.frame.to_owned(),
                    sentence: scene.sentence,
                    trigger: b.source.word,
                    source: (b.source.actor?, b.source.span),
                    target: (b.target.actor?, b.target.span),
                    item: None,
                    status: Status::Actual,
                    speakers: Vec::new(),
                    cue: None,
                    content: None,
                })
            })
            .collect()
    }

    /// Keeps the first of what says the same, and gives it its final form.
    fn claims(&self, mut found: Vec<Found>) -> Vec<Claim> {
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
        let mut seen = BTreeSet::new();
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
            let id = offsets::hash(&[
                hash.as_bytes(),
                relation.id.as_bytes(),
                f.status.as_str().as_bytes(),
                spans.as_bytes(),
            ]);
            let chars = |span: Span| self.offsets.chars(span);
            claims.push(Claim {
                id,
                source: f.source.0,
                relation: relation.id.clone(),
                target: f.target.0,
                item: f.item.and_then(|i| self.item(tree, i)),
                status: f.status,
                attributed_to: f.speakers,
                date: self.document.date,
                evidence: sentence.of(&self.document.text).to_owned(),
                spans: ClaimSpans {
                    sentence: chars(sentence),
                    source: chars(f.source.1),
                    target: chars(f.target.1),
                    trigger: chars(tree.token(f.trigger).span),
                    cue: f.cue.map(chars),
                    content: f.content.map(chars),
                },
                frame: f.frame,
            });
        }
        claims
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

    fn content_spans(&self, said: &Said) -> Vec<Span> {
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

    fn attributions(&self) -> Vec<Attribution> {
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
