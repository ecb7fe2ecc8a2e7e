//! How actors and agents of a noun phrase make one code.

use super::agents::Agent;
use super::chain;
use super::coder::CodedPhrase;
use crate::span::Span;

/// What a stretch of a text is to the coder.
#[derive(Clone, Debug)]
pub(super) enum Piece<'a> {
    /// A known actor, with its code on the day.
    Actor(Option<&'a str>),
    /// A known agent.
    Agent(&'a Agent),
    /// "former": the roles that agents tell are those of old.
    Former,
    /// Another word of a noun phrase.
    Inside,
    /// A preposition that may lead from an agent to its actor: "activists *in* Norland".
    Link,
    /// Anything that ends a noun phrase.
    End,
}

/// The role of former office holders.
const FORMER: &str = "ELI";

/// A noun phrase while its code is being made.
#[derive(Clone, Debug, Default)]
struct Phrase<'a> {
    span: Option<Span>,
    actor: Option<&'a str>,
    agents: Vec<&'a Agent>,
    former: bool,
}

impl Phrase<'_> {
    fn reach(&mut self, span: Span) {
        self.span = Some(self.span.map_or(span, |known| known.join(span)));
    }

    fn code(&self) -> Option<CodedPhrase> {
        let mut code = self.actor?.to_owned();
        for agent in &self.agents {
            if let Agent::After(agent) = agent {
                // Who held an office once belongs to the elites now: CAMEO's ELI.
                let role = if self.former { FORMER } else { agent };
                code = chain::append(&code, role);
            }
        }
        for agent in &self.agents {
            if let Agent::Before(agent) = agent {
                code = chain::append(agent, &code);
            }
        }
        Some(CodedPhrase {
            span: self.span?,
            code,
        })
    }
}

/// Joins pieces to noun phrases and codes them.
pub(super) fn coded(pieces: &[(Span, Piece<'_>)]) -> Vec<CodedPhrase> {
    let mut found = Vec::new();
    let mut phrase = Phrase::default();
    // Agents before a preposition, waiting for the actor behind it.
    let mut waiting: Option<Phrase<'_>> = None;
    for (span, piece) in pieces {
        match piece {
            Piece::Inside => {}
            Piece::Former => phrase.former = true,
            Piece::Agent(agent) => {
                phrase.agents.push(agent);
                phrase.reach(*span);
            }
            Piece::Actor(None) => {}
            Piece::Actor(Some(code)) => {
                let code = *code;
                let united = match phrase.actor {
                    Some(known) => chain::united(known, code),
                    None => Some(code),
                };
                if united.is_none() {
                    found.extend(std::mem::take(&mut phrase).code());
                }
                phrase.actor = united.or(Some(code));
                phrase.reach(*span);
                if let Some(before) = waiting.take() {
                    phrase.agents.extend(before.agents);
                    phrase.former |= before.former;
                    phrase.reach(before.span.unwrap_or(*span));
                }
            }
            Piece::Link => {
                let ended = std::mem::take(&mut phrase);
                waiting =
                    (ended.actor.is_none() && !ended.agents.is_empty()).then(|| ended.clone());
                found.extend(ended.code());
            }
            Piece::End => {
                found.extend(std::mem::take(&mut phrase).code());
                waiting = None;
            }
        }
    }
    found.extend(phrase.code());
    found
}
