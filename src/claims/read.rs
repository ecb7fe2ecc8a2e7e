//! From trees and actors to claims.

use super::Status;
use super::agentless::{self, Doers};
use super::anaphora;
use super::attribution::{self, Said};
use super::belonging;
use super::carry;
use super::claim::{Attribution, Claim};
use super::continued;
use super::ends::tell_of_person;
use super::event::{self, Event};
use super::events::{self, EventStatus};
use super::fill::Scene;
use super::headline;
use super::introduced;
use super::irrealis;
use super::issued;
use super::lexicon::Lexicon;
use super::matcher::{self, Match, Open};
use super::offsets::Offsets;
use super::relation::TriggerClass;
use super::roles;
use super::scope;
use super::tree::Tree;
use crate::actors::{ActorIndex, Cast, MentionForm};
use crate::span::Span;
use crate::syntax::{Sentence, Upos};
use crate::text::{Document, Passage, quotes};
use std::collections::BTreeSet;

/// What the claims stage finds in a document.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Claims in the order of the text.
    pub claims: Vec<Claim>,
    /// Cues with speakers and contents in the order of the text.
    pub attributions: Vec<Attribution>,
    /// Events with a status each, where they were asked for.
    pub events: Vec<EventStatus>,
}

/// Everything that is said about one document while it is read.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    pub(super) cast: &'a Cast,
    pub(super) lexicon: &'a Lexicon,
    pub(super) trees: Vec<Tree<'a>>,
    pub(super) saids: Vec<Said>,
    pub(super) offsets: Offsets,
    pub(super) contents: Vec<BTreeSet<usize>>,
    pub(super) quotes: Vec<quotes::Quote>,
}

/// A match with all that its surroundings add.
pub(super) struct Found {
    pub(super) relation: u32,
    pub(super) frame: String,
    pub(super) sentence: u32,
    pub(super) trigger: usize,
    pub(super) source: (ActorIndex, Span),
    pub(super) target: (ActorIndex, Span),
    /// Sentence and head word of what is supplied, said, fired.
    pub(super) item: Option<(u32, usize)>,
    /// A title held, which is no deed that anyone denies.
    pub(super) held: bool,
    pub(super) status: Status,
    pub(super) speakers: Vec<ActorIndex>,
    pub(super) cue: Option<Span>,
    pub(super) content: Option<Span>,
}

impl Found {
    /// Returns what the article says of itself of two actors, by no speaker.
    pub(super) fn plain(
        (relation, frame): (u32, &str),
        (sentence, trigger): (u32, usize),
        source: (ActorIndex, Span),
        target: (ActorIndex, Span),
    ) -> Found {
        Found {
            relation,
            frame: frame.to_owned(),
            sentence,
            trigger,
            source,
            target,
            item: None,
            held: false,
            status: Status::Actual,
            speakers: Vec::new(),
            cue: None,
            content: None,
        }
    }

    /// Makes it a title held or a place where somebody belongs, as a phrase of a sentence says it.
    pub(super) fn held(self) -> Found {
        Found { held: true, ..self }
    }
}

/// Reads the claims and attributions of a document, and where `events` says so the status of every event.
pub fn read(
    lexicon: &Lexicon,
    document: &Document,
    passages: &[Passage],
    sentences: &[Sentence],
    cast: &Cast,
    events: bool,
) -> Findings {
    let trees: Vec<Tree<'_>> = sentences
        .iter()
        .map(|s| Tree::new(s, &document.text))
        .collect();
    let mut predicates: Vec<Vec<Event>> = Vec::with_capacity(trees.len());
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
        found
            .iter_mut()
            .for_each(|event| tell_of_person(&scene, event));
        saids.extend(attribution::find(&scene, lexicon, &found));
        saids.extend(headline::source(&scene, lexicon));
        predicates.push(found);
    }
    let quotes: Vec<_> = passages
        .iter()
        .flat_map(|p| quotes::find(&document.text, p.span))
        .collect();
    let introduced = introduced::find(&trees, cast, lexicon, &quotes, &saids);
    saids.extend(introduced);
    saids.sort_by_key(|said| (said.sentence, said.cue));
    issued::give_speakers(&trees, cast, &lexicon.cues, &mut saids);
    carry::carry_quotes(&trees, &quotes, &mut saids);
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
        quotes,
    };
    let findings = reader.findings(&predicates);
    Findings {
        events: match events {
            true => events::find(&reader),
            false => Vec::new(),
        },
        ..findings
    }
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

/// "A new ally for Norland?"
pub(super) fn is_question(tree: &Tree<'_>) -> bool {
    let last = (0..tree.len()).rfind(|&i| !matches!(tree.form(i), "\"" | "”" | "’" | "'" | ")"));
    last.is_some_and(|i| tree.form(i) == "?")
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
                let saids = attribution::near(&self.saids, event.sentence);
                let said = saids
                    .iter()
                    .find(|s| s.sentence == event.sentence && s.cue == event.word);
                let cites = |outer: &Said, inner: &Said| {
                    outer.cites(tree, inner) && !inner.speakers.is_empty()
                };
                if said.is_some_and(|outer| saids.iter().any(|inner| cites(outer, inner))) {
                    // Only the nearest source reports; those who cite it stand in the chain.
                    continue;
                }
                let speakers = self.speakers(event);
                for m in matcher::matches(&scene, self.lexicon, event, said, &speakers) {
                    match m.open {
                        Open::Nothing => found.extend(self.complete(&m)),
                        Open::Doer => agentless.push(m),
                        Open::Target(pointer) => {
                            let near = anaphora::near(&found, m.sentence);
                            let recalled = self.recall(&m, pointer, &mut found[near..]);
                            found.extend(recalled);
                        }
                    }
                }
            }
            found.extend(headline::reports(self, &scene));
            found.extend(continued::reports(self, &scene));
            found.extend(belonging::found(self, &scene));
            self.counterparts(&scene, &mut found);
        }
        // Another frame of the relation may name the doer: "was killed *in Norland's raid*".
        let named: BTreeSet<_> = found
            .iter()
            .map(|f| (f.sentence, f.trigger, f.relation))
            .collect();
        agentless.retain(|m| !named.contains(&(m.sentence, m.trigger, m.frame.relation)));
        let doers = Doers::new(self, &found);
        let supplied: Vec<Found> = agentless
            .iter()
            .filter_map(|m| doers.supply(self, m))
            .collect();
        agentless::retell(self, &mut found, &supplied);
        found.extend(supplied);
        found.extend(continued::own_deeds(self, &found));
        self.nothing_disowned(&mut found);
        let claims = self.claims(found);
        Findings {
            claims,
            attributions: self.attributions(),
            events: Vec::new(),
        }
    }

    /// Adds status and speakers; resolves "I" and "we"; drops what has no two actors.
    pub(super) fn complete(&self, m: &Match) -> Option<Found> {
        let tree = &self.trees[m.sentence as usize];
        let frame = self.lexicon.frame(m.frame);
        let family = self.lexicon.relation(m.frame).family.as_str();
        let speech = family == "saying";
        let owned = m.class == TriggerClass::Noun && tree.under(m.source.word, m.trigger);
        let answered =
            scope::answered(tree, &self.lexicon.cues, m.trigger).filter(|_| speech && owned);
        let mut chain = attribution::chain(&self.trees, &self.saids, m.sentence, m.trigger);
        if answered.is_some() {
            // Whoever rejects an accusation does not say that it was made.
            chain.retain(|said| {
                said.sentence != m.sentence || said.content.is_none_or(|(at, _)| at != m.trigger)
            });
        }
        // "*We* urge Norland to leave", says a leader: he speaks for his state.
        let leader = (speech && m.source.actor.is_none())
            .then(|| self.first_person(&m.source, m.sentence))
            .flatten();
        let source = leader
            .and_then(|said| said.speaker())
            .or_else(|| self.who(&m.source, m.sentence))?;
        let target = self.who(&m.target, m.sentence)?;
        if source == target || !self.suits_first_person(m, source, target) {
            return None;
        }
        // "…, something that Norland denies": an answer to what is said is not part of it.
        let answers = frame.content_status == Some(Status::Denied)
            && matches!(tree.dep(m.trigger), "acl:relcl" | "acl");
        // A title held is held, and a source is a source, whatever the sentence around it says.
        let titled = m.class == TriggerClass::Role && !roles::is_predicate(tree, m.trigger);
        let mut status = if titled || m.class == TriggerClass::Preposition {
            Status::Actual
        } else if let Some(status) = answered {
            status
        } else if owned
            && family == "fighting"
            && irrealis::is_known(tree, &self.lexicon.cues, m.trigger)
            || speech && irrealis::is_said_on_the_way(tree, &self.lexicon.cues, m.trigger)
        {
            scope::alone(tree, &self.lexicon.cues, m.trigger)
        } else {
            // "joined Norland's attack": the attack is Norland's, whoever may join it.
            let contents = &self.contents[m.sentence as usize];
            let status = |word| scope::status(tree, &self.lexicon.cues, word, owned, contents);
            match tree.head(m.trigger) {
                // "took part in the attack": how sure it is depends on "took" too.
                Some(verb)
                    if m.class == TriggerClass::Noun
                        && !owned
                        && !scope::is_circumstance(tree, &self.lexicon.cues, m.trigger)
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
        if !titled && !speech && is_question(tree) {
            status = scope::weaken(status, Status::Possible);
        }
        for said in chain.iter().filter(|_| !titled && !answers) {
            if let Some(given) = said.status_at(tree, m.sentence, m.trigger) {
                status = scope::weaken(status, given);
            }
        }
        if !speech
            && status == Status::Planned
            && irrealis::is_conditional(tree, &self.lexicon.cues, m.trigger)
        {
            status = Status::Possible;
        }
        let mut speakers: Vec<ActorIndex> = Vec::new();
        let own = attribution::near(&self.saids, m.sentence)
            .iter()
            .find(|said| said.sentence == m.sentence && said.cue == m.trigger);
        for said in own.into_iter().filter(|_| speech) {
            // "The paper quoted her as saying …": that she says so, the paper says.
            self.add_quoting(said, &mut speakers);
        }
        // "she said her *time at* the bank had ended": whose somebody is goes without saying.
        let owned_noun =
            m.class == TriggerClass::Noun && self.lexicon.relation(m.frame).id == "part_of";
        // "wants envoys *based* in Oslo to leave": so does where somebody is that somebody is told apart by.
        let apart =
            family == "belonging" && matches!(tree.dep(m.trigger), "acl" | "amod" | "compound");
        let presupposed = |said: &Said| owned_noun || apart && !said.quoted(tree, m.trigger);
        let told = |said: &&&Said| !titled && !answers && !presupposed(said);
        for said in chain.iter().filter(told) {
            // Whoever asks does not report his own deed; whoever promises, threatens or denies it does. Nobody
            // reports his own words.
            let reported = matches!(
                self.lexicon.relation(said.frame).id.as_str(),
                "reports" | "denies" | "promises" | "threatens"
            );
            // "said that *he had ordered* strikes": an order is a deed, and that he gave it, he says.
            let ordered = reported
                && m.source.actor.is_some()
                && !frame.is_spoken()
                && m.class == TriggerClass::Verb
                && self.lexicon.relation(m.frame).id == "requests"
                && said.speakers.iter().all(|f| f.word != m.source.word);
            if (speech && !ordered || !reported)
                && said
                    .speakers
                    .iter()
                    .any(|f| self.who(f, said.sentence) == Some(source))
            {
                self.add_quoting(said, &mut speakers);
                continue;
            }
            self.add_speakers(said, &mut speakers);
        }
        if self.lexicon.relation(m.frame).id == "reports" {
            // "reportedly said" is said; what is only to be said, or was not said, reports nothing.
            match status {
                Status::Actual | Status::Possible => status = Status::Actual,
                Status::Planned | Status::Denied => return None,
            }
        }
        let innermost = chain.last();
        Some(Found {
            relation: self.disowned(m, source).unwrap_or(m.frame.relation),
            frame: frame.id.clone(),
            sentence: m.sentence,
            trigger: m.trigger,
            source: (source, m.source.span),
            target: (target, m.target.span),
            item: m.item.map(|word| (m.sentence, word)),
            held: titled,
            status,
            cue: innermost.map(|s| self.trees[s.sentence as usize].token(s.cue).span),
            content: innermost.and_then(|s| self.content_spans(s).into_iter().next()),
            speakers,
        })
    }
}
