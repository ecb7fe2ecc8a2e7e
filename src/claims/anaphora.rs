//! Words that point back to what was already read: "dismissed *the reports*", "condemned *the move*",
//! "*this* was announced by", "denied *wrongdoing*".

use super::Status;
use super::cues::Cues;
use super::fill::Filler;
use super::matcher::Match;
use super::read::{Found, Reader};
use super::tree::{Tree, is};
use crate::actors::ActorIndex;
use crate::syntax::Upos;

/// Sentences back in which a deed is still "the move".
const REACH: u32 = 3;

/// What a word points back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Antecedent {
    /// What somebody said: "the reports", "such claims".
    Said,
    /// What somebody did: "the move", "this step".
    Deed,
    /// Either: "this".
    Either,
}

/// Returns what a word points back to, where it does not say it itself ("the reports *of an attack*").
pub fn antecedent(tree: &Tree<'_>, cues: &Cues, word: usize) -> Option<Antecedent> {
    let lemma = tree.lemma(word);
    if tree.token(word).upos == Upos::Pron {
        return (lemma == "this").then_some(Antecedent::Either);
    }
    let explained = tree.children(word).any(|c| {
        let dep = tree.dep(c);
        is(dep, "nmod") || is(dep, "acl") || matches!(dep, "ccomp" | "xcomp" | "compound" | "appos")
    });
    if explained {
        return None;
    }
    let pointed = tree.children(word).any(|c| {
        tree.dep(c) == "det"
            && matches!(
                tree.lemma(c),
                "the" | "this" | "that" | "these" | "those" | "such" | "all"
            )
            || tree.dep(c) == "amod" && matches!(tree.lemma(c), "such" | "latest")
    });
    if cues.is_said(lemma) && (pointed || tree.token(word).xpos == "NNS") {
        Some(Antecedent::Said)
    } else if cues.is_deed(lemma) && pointed {
        Some(Antecedent::Deed)
    } else {
        None
    }
}

/// Returns where the claims begin that a sentence may point back to; they are in the order of the text.
pub(super) fn near(found: &[Found], sentence: u32) -> usize {
    found.partition_point(|f| f.sentence + REACH < sentence)
}

impl Reader<'_> {
    /// Completes a match whose target stands in an earlier clause, and adds what it says of the claims there:
    /// a denial denies them, "this was announced by X" attributes them to X.
    pub(super) fn recall(&self, m: &Match, pointer: Antecedent, found: &mut [Found]) -> Vec<Found> {
        let Some(speaker) = self.who(&m.source, m.sentence) else {
            return Vec::new();
        };
        let family = |f: &Found| self.lexicon.relations[f.relation as usize].family.as_str();
        let id = |f: &Found| self.lexicon.relations[f.relation as usize].id.as_str();
        let relation = self.lexicon.relation(m.frame).id.as_str();
        let denies = relation == "denies";
        // Who does "not confirm" has not said no.
        let says_no = self.lexicon.frame(m.frame).content_status == Some(Status::Denied);
        let fits = |f: &Found| match family(f) {
            _ if f.held => false,
            "belonging" => false,
            "saying" if denies => id(f) == "accuses" && f.target.0 == speaker,
            "saying" => {
                pointer == Antecedent::Said && f.source.0 != speaker && relation != "reports"
            }
            _ if denies => !f.speakers.contains(&speaker) && f.status != Status::Denied,
            _ => pointer != Antecedent::Said && (relation == "reports" || f.source.0 != speaker),
        };
        let before = |f: &Found| (f.sentence, f.trigger) < (m.sentence, m.trigger);
        let Some(sentence) = found
            .iter()
            .filter(|f| before(f) && fits(f))
            .map(|f| f.sentence)
            .max()
        else {
            return Vec::new();
        };
        let mut candidates: Vec<usize> = (0..found.len())
            .filter(|&i| found[i].sentence == sentence && before(&found[i]) && fits(&found[i]))
            .collect();
        candidates.sort_by_key(|&i| (id(&found[i]) != "accuses", found[i].trigger));
        let first = &found[candidates[0]];
        let doer = first.source.0;
        let about = if doer == speaker {
            first.target.0
        } else {
            doer
        };
        let mut out: Vec<Found> = self.complete(&pointing(m, about)).into_iter().collect();
        let deeds: Vec<usize> = candidates
            .into_iter()
            .filter(|&i| found[i].source.0 == doer && family(&found[i]) != "saying")
            .collect();
        match &out[..] {
            [whole] if says_no && whole.status == Status::Actual => {
                let denied: Vec<Found> = deeds.iter().map(|&i| denial(&found[i], whole)).collect();
                out.extend(denied);
            }
            [whole]
                if relation == "reports"
                    && pointer == Antecedent::Either
                    && whole.status == Status::Actual =>
            {
                for i in deeds {
                    if !found[i].speakers.contains(&speaker) {
                        found[i].speakers.insert(0, speaker);
                    }
                }
            }
            _ => {}
        }
        out
    }
}

/// The match with its pointing word standing for an actor.
fn pointing(m: &Match, actor: ActorIndex) -> Match {
    Match {
        target: Filler {
            actor: Some(actor),
            ..m.target
        },
        ..m.clone()
    }
}

/// A claim as somebody denies it later.
fn denial(claim: &Found, by: &Found) -> Found {
    Found {
        status: Status::Denied,
        sentence: by.sentence,
        trigger: by.trigger,
        speakers: vec![by.source.0],
        cue: by.cue,
        content: by.content,
        frame: claim.frame.clone(),
        ..*claim
    }
}
