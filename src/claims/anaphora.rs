//! Words that point back to what was already read: "dismissed *the reports*", "condemned *the move*",
//! "*this* was announced by", "denied *wrongdoing*".

use super::Status;
use super::cues::Cues;
use super::fill::{Filler, Scene};
use super::matcher::Match;
use super::read::{Found, Reader};
use super::tree::{Tree, is};
use crate::actors::{ActorIndex, ActorKind};
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
pub fn antecedent(tree: &Tree<'_>, cues: &Cues, word: usize) -> Option<Pointer> {
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
    } else if cues.is_deed(lemma) && pointed {
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
    found.partition_point(|f| f.sentence + REACH < sentence)
}

impl Reader<'_> {
    /// Completes a match whose target stands in an earlier clause, and adds what it says of the claims there:
    /// a denial denies them, "this was announced by X" attributes them to X.
    pub(super) fn recall(&self, m: &Match, pointer: Pointer, found: &mut [Found]) -> Vec<Found> {
        let Some(mut speaker) = self.who(&m.source, m.sentence) else {
            return Vec::new();
        };
        let relation = self.lexicon.relation(m.frame).id.as_str();
        let denies = relation == "denies";
        if let Some(accused) = self.accused_by(&m.source, m, found).filter(|_| denies) {
            speaker = accused;
        }
        let family = |f: &Found| self.lexicon.relations[f.relation as usize].family.as_str();
        let id = |f: &Found| self.lexicon.relations[f.relation as usize].id.as_str();
        // Who does "not confirm" has not said no.
        let says_no = self.lexicon.frame(m.frame).content_status == Some(Status::Denied);
        let fits = |f: &Found| match family(f) {
            _ if f.held => false,
            "belonging" => false,
            "saying" if denies => id(f) == "accuses" && self.answers_for(speaker, f.target.0),
            "saying" => {
                pointer.to == Antecedent::Said && f.source.0 != speaker && relation != "reports"
            }
            // Of deeds that nobody tells of, one's own are denied; one's own side has nothing to deny of what it says.
            _ if denies => {
                let own = self.answers_for(speaker, f.source.0);
                let theirs = f.speakers.iter().any(|a| self.answers_for(speaker, *a));
                (own || !f.speakers.is_empty()) && !theirs && f.status != Status::Denied
            }
            _ => pointer.to != Antecedent::Said && (relation == "reports" || f.source.0 != speaker),
        };
        let before = |f: &Found| {
            (f.sentence, f.trigger) < (m.sentence, m.trigger)
                && (f.sentence == m.sentence || !pointer.within)
        };
        // "said that Sudoria spied, a claim it denies": where no deed was read, what was said of whom.
        let told = |f: &Found| {
            let near = pointer.to == Antecedent::Said || f.sentence == m.sentence;
            denies && near && f.source.0 != speaker && matches!(id(f), "reports" | "criticizes")
        };
        let fits = |f: &Found| fits(f) && before(f);
        // An accusation goes before whatever else was told since.
        let accused = |f: &&Found| before(f) && id(f) == "accuses" && fits(f);
        let accusation = found.iter().filter(accused).map(|f| f.sentence).max();
        let answer = |f: &Found| fits(f) && accusation.is_none_or(|s| !denies || f.sentence == s);
        let fits: &dyn Fn(&Found) -> bool = if found.iter().any(fits) {
            &answer
        } else {
            &|f: &Found| told(f) && before(f)
        };
        let Some(sentence) = found.iter().filter(|f| fits(f)).map(|f| f.sentence).max() else {
            return self.summed_up(m, pointer, speaker).into_iter().collect();
        };
        let mut candidates: Vec<usize> = (0..found.len())
            .filter(|&i| found[i].sentence == sentence && fits(&found[i]))
            .collect();
        candidates.sort_by_key(|&i| (id(&found[i]) != "accuses", found[i].trigger));
        let first = &found[candidates[0]];
        let doer = first.source.0;
        // A paper that reports accuses nobody.
        let accuses =
            |a: &&ActorIndex| **a != speaker && self.cast.actor(**a).kind != ActorKind::Media;
        let accuser = first.speakers.last().filter(accuses);
        let about = match accuser {
            // "Norland says Sudoria spies. Sudoria denies it.": the answer is Norland's.
            Some(accuser) if denies && doer == speaker => *accuser,
            _ if doer == speaker || told(first) && first.target.0 != speaker => first.target.0,
            _ => doer,
        };
        // Whoever is accused denies his own deeds.
        let doer = if id(first) == "accuses" && denies {
            first.target.0
        } else {
            doer
        };
        let mut out: Vec<Found> = self
            .complete(&pointing(m, speaker, about))
            .into_iter()
            .collect();
        let deeds: Vec<usize> = candidates
            .into_iter()
            .filter(|&i| [doer, speaker].contains(&found[i].source.0))
            .filter(|&i| family(&found[i]) != "saying")
            .collect();
        match &out[..] {
            [whole] if says_no && whole.status == Status::Actual => {
                // Deeds of one's own are denied, and what others say; nobody denies to have been arrested.
                let deniable =
                    |f: &Found| self.answers_for(speaker, f.source.0) || !f.speakers.is_empty();
                let deeds = deeds.iter().filter(|&&i| deniable(&found[i]));
                let denied: Vec<Found> = deeds.map(|&i| denial(&found[i], whole)).collect();
                out.extend(denied);
            }
            [whole]
                if relation == "reports"
                    && pointer.to == Antecedent::Either
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
    fn summed_up(&self, m: &Match, pointer: Pointer, speaker: ActorIndex) -> Option<Found> {
        let tree = &self.trees[m.sentence as usize];
        let clause = tree
            .ancestors(m.target.word)
            .find(|&a| tree.token(a).upos == Upos::Verb)
            .filter(|_| pointer.within && pointer.to == Antecedent::Deed)?;
        let scene = Scene {
            tree,
            cast: self.cast,
            cues: &self.lexicon.cues,
            sentence: m.sentence,
        };
        let doer = scene.main_doer(clause, &[m.source]).first()?.actor?;
        (doer != speaker)
            .then(|| self.complete(&pointing(m, speaker, doer)))
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
            .rfind(|f| self.lexicon.relations[f.relation as usize].id == "accuses")?;
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
fn pointing(m: &Match, speaker: ActorIndex, actor: ActorIndex) -> Match {
    Match {
        source: Filler {
            actor: Some(speaker),
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
