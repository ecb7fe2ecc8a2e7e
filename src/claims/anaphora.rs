//! Words that point back to what was already read: "dismissed *the reports*", "condemned *the move*",
//! "*this* was announced by", "denied *wrongdoing*".

use super::Status;
use super::fill::{Filler, Scene};
use super::lexicon::Lexicon;
use super::matcher::Match;
use super::read::{Found, Reader};
use super::tree::{Tree, is};
use crate::actors::{ActorIndex, ActorKind};
use crate::syntax::Upos;

/// Sentences back in which a deed is still "the move".
const REACH: u32 = 3;

/// Sentences back in which a deed of its own name is still "the raid".
const NAMED_REACH: u32 = 8;

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

/// A word that points back, and how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// What it points back to.
    pub to: Antecedent,
    /// Whether that stands in the same sentence: "…, *a move* that Norland condemned".
    pub within: bool,
}

impl Pointer {
    /// Returns a pointer into the sentences before.
    pub fn to(antecedent: Antecedent) -> Pointer {
        Pointer {
            to: antecedent,
            within: false,
        }
    }
}

/// Returns what a word points back to, where it does not say it itself ("the reports *of an attack*").
///
/// What is `judged` may be a deed by its own name: "condemned *the raid*".
pub fn antecedent(
    tree: &Tree<'_>,
    lexicon: &Lexicon,
    word: usize,
    judged: bool,
) -> Option<Pointer> {
    let cues = &lexicon.cues;
    let lemma = tree.lemma(word);
    if tree.token(word).upos == Upos::Pron {
        return (lemma == "this").then_some(Pointer::to(Antecedent::Either));
    }
    // "…, *a move* that Norland condemned": set off, it sums up the clause before it.
    let summing_up = matches!(tree.dep(word), "appos" | "parataxis")
        && tree
            .children(word)
            .any(|c| matches!(tree.lemma(c), "a" | "an"));
    let explained = tree.children(word).any(|c| {
        let dep = tree.dep(c);
        is(dep, "nmod")
            || is(dep, "acl") && !summing_up
            || matches!(dep, "ccomp" | "xcomp" | "compound" | "appos")
    });
    if explained {
        return None;
    }
    let pointed = summing_up
        || tree.children(word).any(|c| {
            tree.dep(c) == "det"
                && matches!(
                    tree.lemma(c),
                    "the" | "this" | "that" | "these" | "those" | "such" | "all"
                )
                || tree.dep(c) == "amod" && matches!(tree.lemma(c), "such" | "latest")
        });
    let to = if cues.is_said(lemma) && (pointed || tree.token(word).xpos == "NNS") {
        Antecedent::Said
    } else if pointed && (cues.is_deed(lemma) || judged && lexicon.deeds(lemma).next().is_some()) {
        Antecedent::Deed
    } else {
        return None;
    };
    Some(Pointer {
        to,
        within: summing_up,
    })
}

/// Returns where the claims begin that a sentence may point back to; they are in the order of the text.
pub(super) fn near(found: &[Found], sentence: u32) -> usize {
    found.partition_point(|f| f.sentence + NAMED_REACH < sentence)
}

/// Whoever points back, and with what.
#[derive(Clone, Copy)]
struct Reply<'m> {
    m: &'m Match,
    pointer: Pointer,
    speaker: ActorIndex,
    /// The word that points back.
    word: &'m str,
    /// Whether it is a denial.
    denies: bool,
}

impl Reader<'_> {
    /// Completes a match whose target stands in an earlier clause, and adds what it says of the claims there:
    /// a denial denies them, "this was announced by X" attributes them to X.
    pub(super) fn recall(&self, m: &Match, pointer: Pointer, found: &mut [Found]) -> Vec<Found> {
        let Some(speaker) = self.who(&m.source, m.sentence) else {
            return Vec::new();
        };
        let denies = self.lexicon.relation(m.frame).id == "denies";
        let accused = self.accused_by(&m.source, m, found).filter(|_| denies);
        let reply = Reply {
            m,
            pointer,
            speaker: accused.unwrap_or(speaker),
            word: self.trees[m.sentence as usize].lemma(m.target.word),
            denies,
        };
        let candidates = self.answered(&reply, found);
        let Some(first) = candidates.first().map(|&i| &found[i]) else {
            return self.summed_up(&reply).into_iter().collect();
        };
        // Whoever is accused denies his own deeds.
        let doer = match self.id(first) {
            "accuses" if denies => first.target.0,
            _ => first.source.0,
        };
        let about = self.about(&reply, first);
        let Some(whole) = self.complete(&pointing(&reply, about)) else {
            return Vec::new();
        };
        let own = [doer, reply.speaker];
        let deeds = candidates
            .into_iter()
            .filter(|&i| own.contains(&found[i].source.0) && self.family(&found[i]) != "saying");
        // Who does "not confirm" has not said no.
        let says_no = self.lexicon.frame(m.frame).content_status == Some(Status::Denied);
        let announced = self.id(&whole) == "reports" && pointer.to == Antecedent::Either;
        let mut out = Vec::new();
        if whole.status == Status::Actual && says_no {
            // Deeds of one's own are denied, and what others say; nobody denies to have been arrested.
            let deniable =
                |f: &Found| self.answers_for(reply.speaker, f.source.0) || !f.speakers.is_empty();
            let denied = deeds.filter(|&i| deniable(&found[i]));
            out.extend(denied.map(|i| denial(&found[i], &whole)));
        } else if whole.status == Status::Actual && announced {
            for i in deeds.collect::<Vec<_>>() {
                if !found[i].speakers.contains(&reply.speaker) {
                    found[i].speakers.insert(0, reply.speaker);
                }
            }
        }
        out.insert(0, whole);
        out
    }

    /// Returns which claims a reply points back to, an accusation first: those of the last sentence that has any.
    fn answered(&self, reply: &Reply<'_>, found: &[Found]) -> Vec<usize> {
        let m = reply.m;
        let before = |f: &Found| {
            (f.sentence, f.trigger) < (m.sentence, m.trigger)
                && (f.sentence == m.sentence || !reply.pointer.within)
        };
        // "the raid": before any other deed, one that is a raid.
        let named: Vec<u32> = match reply.pointer.to {
            Antecedent::Deed => self.lexicon.deeds(reply.word).collect(),
            _ => Vec::new(),
        };
        let vague = named.is_empty() || self.lexicon.cues.is_deed(reply.word);
        let near = |f: &Found| vague && f.sentence + REACH >= m.sentence;
        let is_named = |f: &Found| before(f) && named.contains(&f.relation) && self.fits(reply, f);
        let by_name = found.iter().any(is_named);
        let fits = |f: &Found| match by_name {
            true => is_named(f),
            false => before(f) && near(f) && self.fits(reply, f),
        };
        let last = |fits: &dyn Fn(&Found) -> bool| {
            let sentences = found.iter().filter(|f| fits(f)).map(|f| f.sentence);
            sentences.max()
        };
        // An accusation goes before whatever else was told since; where no deed was read, what was said of whom.
        let accusation = last(&|f| reply.denies && self.id(f) == "accuses" && fits(f));
        let chosen = |fits: &dyn Fn(&Found) -> bool, sentence: Option<u32>| {
            let here = |f: &Found| Some(f.sentence) == sentence && fits(f);
            let all = (0..found.len()).filter(|&i| here(&found[i]));
            all.collect::<Vec<usize>>()
        };
        let mut candidates = chosen(&fits, accusation.or_else(|| last(&fits)));
        if candidates.is_empty() {
            let told = |f: &Found| before(f) && near(f) && self.is_told(reply, f);
            candidates = chosen(&told, last(&told));
        }
        candidates.sort_by_key(|&i| (self.id(&found[i]) != "accuses", found[i].trigger));
        candidates
    }

    /// Whether a reply may answer a claim.
    fn fits(&self, reply: &Reply<'_>, f: &Found) -> bool {
        let &Reply {
            m,
            pointer,
            speaker,
            denies,
            ..
        } = reply;
        let reports = self.lexicon.relation(m.frame).id == "reports";
        match self.family(f) {
            _ if f.held => false,
            "belonging" => false,
            "saying" if denies => self.id(f) == "accuses" && self.answers_for(speaker, f.target.0),
            "saying" => pointer.to == Antecedent::Said && f.source.0 != speaker && !reports,
            // Of deeds that nobody tells of, one's own are denied; one's own side has nothing to deny of what it says.
            _ if denies => {
                let own = self.answers_for(speaker, f.source.0);
                let theirs = f.speakers.iter().any(|a| self.answers_for(speaker, *a));
                (own || !f.speakers.is_empty()) && !theirs && f.status != Status::Denied
            }
            _ => pointer.to != Antecedent::Said && (reports || f.source.0 != speaker),
        }
    }

    /// "said that Sudoria spied, a claim it denies": whether a denial may answer what was said of somebody.
    fn is_told(&self, reply: &Reply<'_>, f: &Found) -> bool {
        let near = reply.pointer.to == Antecedent::Said || f.sentence == reply.m.sentence;
        reply.denies
            && near
            && f.source.0 != reply.speaker
            && matches!(self.id(f), "reports" | "criticizes")
    }

    /// Whom a reply to a claim is about.
    fn about(&self, reply: &Reply<'_>, first: &Found) -> ActorIndex {
        let speaker = reply.speaker;
        let doer = first.source.0;
        // A paper that reports accuses nobody.
        let accuses =
            |a: &&ActorIndex| **a != speaker && self.cast.actor(**a).kind != ActorKind::Media;
        match first.speakers.last().filter(accuses) {
            // "Norland says Sudoria spies. Sudoria denies it.": the answer is Norland's.
            Some(accuser) if reply.denies && doer == speaker => *accuser,
            _ if doer == speaker || self.is_told(reply, first) && first.target.0 != speaker => {
                first.target.0
            }
            _ => doer,
        }
    }

    fn family(&self, f: &Found) -> &str {
        &self.lexicon.relations[f.relation as usize].family
    }

    fn id(&self, f: &Found) -> &str {
        &self.lexicon.relations[f.relation as usize].id
    }

    /// Whether an answer of one is an answer of the other: the same actor, a state and one of its own, a lawyer.
    fn answers_for(&self, speaker: ActorIndex, accused: ActorIndex) -> bool {
        let state = |state: ActorIndex, other: ActorIndex| {
            let (state, other) = (self.cast.actor(state), self.cast.actor(other));
            state.kind == ActorKind::Country && other.country.as_deref() == Some(&state.name)
        };
        // "Weiss's lawyer" speaks for Weiss.
        let serves = || {
            let [speaker, accused] = [speaker, accused].map(|a| self.cast.actor(a).name.as_str());
            speaker
                .strip_prefix(accused)
                .is_some_and(|rest| rest.starts_with("'s ") || rest.starts_with("’s "))
        };
        speaker == accused || state(speaker, accused) || state(accused, speaker) || serves()
    }

    /// "Sudoria closed the dam, *a step* that Norland condemned": where the clause before gives no claim, it is about
    /// whoever does what it says.
    fn summed_up(&self, reply: &Reply<'_>) -> Option<Found> {
        let m = reply.m;
        let tree = &self.trees[m.sentence as usize];
        let clause = tree
            .ancestors(m.target.word)
            .find(|&a| tree.token(a).upos == Upos::Verb)
            .filter(|_| reply.pointer.within && reply.pointer.to == Antecedent::Deed)?;
        let scene = Scene {
            tree,
            cast: self.cast,
            cues: &self.lexicon.cues,
            sentence: m.sentence,
        };
        let doer = scene.main_doer(clause, &[m.source]).first()?.actor?;
        (doer != reply.speaker)
            .then(|| self.complete(&pointing(reply, doer)))
            .flatten()
    }

    /// "Norland accused Sudoria of spying, a charge *it* denies": the accuser has nothing to deny.
    fn accused_by(&self, source: &Filler, m: &Match, found: &[Found]) -> Option<ActorIndex> {
        let tree = &self.trees[m.sentence as usize];
        let pronoun = tree.token(source.word).upos == Upos::Pron;
        let before = |f: &&Found| (f.sentence, f.trigger) < (m.sentence, m.trigger);
        let last = found
            .iter()
            .filter(before)
            .rfind(|f| self.id(f) == "accuses")?;
        let person = |a: ActorIndex| {
            let kind = self.cast.actor(a).kind;
            matches!(kind, ActorKind::Official | ActorKind::Person)
        };
        (pronoun
            && Some(last.source.0) == source.actor
            && person(last.source.0) == person(last.target.0))
        .then_some(last.target.0)
    }
}

/// The match with its speaker, and with its pointing word standing for an actor.
fn pointing(reply: &Reply<'_>, actor: ActorIndex) -> Match {
    let m = reply.m;
    Match {
        source: Filler {
            actor: Some(reply.speaker),
            ..m.source
        },
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
