//! Events: a predicate, what fills its slots, and the frames whose trigger it is.

use super::arguments::{self, Arguments};
use super::gapping;
use super::lexicon::{Entry, FrameRef, Lexicon, WordSet};
use super::nominal;
use super::relation::{Trigger, TriggerClass};
use super::roles;
use super::tree::{Tree, is};
use crate::syntax::Upos;

/// A predicate of a sentence that sets off at least one frame.
#[derive(Debug)]
pub struct Event {
    /// Index of the sentence in the document.
    pub sentence: u32,
    /// Index of the predicate's word.
    pub word: usize,
    /// What fills its slots.
    pub arguments: Arguments,
    /// The frames that it sets off, with the number of trigger words; most words first.
    pub frames: Vec<(FrameRef, usize)>,
    /// How the word takes part.
    pub class: TriggerClass,
}

/// Returns the events of a sentence in the order of their words.
pub fn find(tree: &Tree<'_>, lexicon: &Lexicon, sentence: u32) -> Vec<Event> {
    let mut events = Vec::new();
    let mut present = WordSet::default();
    for word in 0..tree.len() {
        present.insert(tree.lemma(word));
        present.insert(tree.form(word));
    }
    for word in 0..tree.len() {
        let token = tree.token(word);
        let lemma: &str = &token.lemma;
        let lower;
        let entries = if lemma.bytes().any(|b| b.is_ascii_uppercase()) {
            lower = lemma.to_lowercase();
            lexicon.entries(&lower)
        } else {
            lexicon.entries(lemma)
        };
        for class in [
            TriggerClass::Verb,
            TriggerClass::Noun,
            TriggerClass::Adjective,
            TriggerClass::Role,
            TriggerClass::Modal,
        ] {
            let participle = class == TriggerClass::Adjective && token.upos == Upos::Verb;
            if entries.is_empty() && !participle || !fits(tree, word, class) {
                continue;
            }
            let mut frames: Vec<(FrameRef, usize)> = Vec::new();
            let mut phrase: Vec<usize> = Vec::new();
            let form = if participle {
                tree.form(word).to_lowercase()
            } else {
                String::new()
            };
            let entries = if participle {
                lexicon.entries(&form)
            } else {
                entries
            };
            let linked = tree.child(word, "cop").is_some() && !tree.is_to_be_done(word);
            let possible = |entry: &&Entry| {
                entry.class == class
                    && present.may_hold(entry.words)
                    && (class != TriggerClass::Verb || entry.copular == linked)
            };
            for entry in entries.iter().filter(possible) {
                // Of a single word nothing else needs to be looked up.
                let rest = if entry.phrase {
                    let (_, trigger) = &lexicon.frame(entry.frame).triggers[entry.trigger as usize];
                    rest_of(tree, lexicon, word, trigger, class)
                } else {
                    Some(Vec::new())
                };
                if let Some(rest) = rest
                    && !is_unsaid(tree, lexicon, word, entry, &rest)
                {
                    let size = 1 + rest.len();
                    // The entries of a frame stand together.
                    match frames.last_mut() {
                        Some((frame, longest)) if *frame == entry.frame => {
                            *longest = size.max(*longest);
                        }
                        _ => frames.push((entry.frame, size)),
                    }
                    phrase.extend(rest);
                }
            }
            if frames.is_empty() {
                continue;
            }
            // Longer phrases first; a plain report last, for a stronger act of speech replaces it.
            frames.sort_by_cached_key(|&(frame, size)| {
                (
                    std::cmp::Reverse(size),
                    lexicon.relation(frame).id == "reports",
                    frame,
                )
            });
            let mut arguments = match class {
                TriggerClass::Noun => nominal::of_noun(tree, &lexicon.cues, word, 0),
                TriggerClass::Role => roles::of_role(tree, &lexicon.cues, word),
                TriggerClass::Adjective => arguments::of_adjective(tree, &lexicon.cues, word),
                TriggerClass::Modal => {
                    arguments::of_verb(tree, &lexicon.cues, tree.head(word).unwrap_or(word))
                }
                _ => arguments::of_verb(tree, &lexicon.cues, word),
            };
            pool(tree, lexicon, &phrase, &mut arguments);
            for c in tree.children(word) {
                if matches!(tree.dep(c), "amod" | "compound") {
                    arguments.add(super::slot::Slot::Prep("mod".into()), c);
                }
            }
            // "took *over the town*": a particle that the tree has as a preposition.
            let particle = |p: usize| {
                tree.preposition(p)
                    .is_some_and(|word| matches!(word.as_str(), "over" | "up" | "down" | "off"))
            };
            for &object in phrase
                .iter()
                .filter(|&&p| is(tree.dep(p), "obl") && particle(p))
            {
                arguments::fill(tree, &mut arguments, super::slot::Slot::Obj, object);
            }
            // "Norland went to Oslo and *Sudoria to Bergen*": the verb tells of two.
            let verbal = class == TriggerClass::Verb;
            let second = verbal.then(|| gapping::split(tree, word, &mut arguments));
            events.extend(second.flatten().map(|arguments| Event {
                sentence,
                word,
                arguments,
                frames: frames.clone(),
                class,
            }));
            events.push(Event {
                sentence,
                word,
                arguments,
                frames,
                class,
            });
        }
        if (is(token.dep, "obl") || is(token.dep, "nmod"))
            && let Some(preposition) = tree.preposition(word)
        {
            let frames: Vec<(FrameRef, usize)> = lexicon
                .attributing(&preposition)
                .iter()
                .map(|&f| (f, 1))
                .collect();
            if !frames.is_empty() {
                let mut arguments = Arguments::default();
                arguments.0.push((super::slot::Slot::Subj, word));
                for other in tree.conjuncts(word).into_iter().filter(|&i| i != word) {
                    arguments.0.push((super::slot::Slot::Subj, other));
                }
                events.push(Event {
                    sentence,
                    word,
                    arguments,
                    frames,
                    class: TriggerClass::Preposition,
                });
            }
        }
    }
    events
}

fn fits(tree: &Tree<'_>, word: usize, class: TriggerClass) -> bool {
    let upos = tree.token(word).upos;
    match class {
        TriggerClass::Verb => {
            upos == Upos::Verb
                || upos == Upos::Aux && tree.dep(word) != "aux" && tree.dep(word) != "aux:pass"
                || participle(tree, word)
                || tree.child(word, "cop").is_some()
        }
        TriggerClass::Noun => {
            matches!(upos, Upos::Noun | Upos::Propn)
                || upos == Upos::Verb && gerund_noun(tree, word)
        }
        TriggerClass::Adjective => {
            upos == Upos::Adj
                || upos == Upos::Adv
                || upos == Upos::Verb && tree.token(word).xpos == "VBN"
        }
        // "*rival* Ada Moss": two heads of the model disagree.
        TriggerClass::Role => {
            let titled = upos == Upos::Adj && tree.dep(word) == "nmod:desc";
            matches!(upos, Upos::Noun | Upos::Propn) || titled && tree.token(word).xpos == "NN"
        }
        TriggerClass::Modal => tree.dep(word) == "aux",
        TriggerClass::Preposition => false,
    }
}

/// "Moscow-*backed*", tagged as an adjective.
fn participle(tree: &Tree<'_>, word: usize) -> bool {
    tree.token(word).upos == Upos::Adj && matches!(tree.token(word).xpos, "VBN" | "VBG")
}

/// "the *shelling* of", tagged as a verb.
fn gerund_noun(tree: &Tree<'_>, word: usize) -> bool {
    tree.token(word).xpos == "VBG"
        && tree
            .children(word)
            .any(|c| matches!(tree.dep(c), "det" | "nmod:poss"))
}

/// Returns the other words of a trigger where all of them hang on the word.
fn rest_of(
    tree: &Tree<'_>,
    lexicon: &Lexicon,
    word: usize,
    trigger: &Trigger,
    class: TriggerClass,
) -> Option<Vec<usize>> {
    let mut found = Vec::with_capacity(trigger.rest.len());
    for want in &trigger.rest {
        if want == "not" {
            found.push(negation(tree, lexicon, word)?);
            continue;
        }
        let hit = tree
            .children(word)
            .find(|&c| part(tree, c, want, class))
            .or_else(|| {
                // "be at war": the copula hangs on the noun; "take part": a word of the object's phrase.
                found
                    .iter()
                    .copied()
                    .find_map(|f: usize| tree.children(f).find(|&c| part(tree, c, want, class)))
            });
        let hit = hit.or_else(|| {
            let next = word + found.len() + 1;
            (next < tree.len() && matches(tree, next, want) && tree.token(next).upos != Upos::Punct)
                .then_some(next)
        });
        found.push(hit?);
    }
    Some(found)
}

/// "Norland was *not* to blame, she said": what is said not to be so puts nothing in a mouth, whatever status a frame gives
/// it, but by a trigger with "not" in it.
fn is_unsaid(
    tree: &Tree<'_>,
    lexicon: &Lexicon,
    word: usize,
    entry: &Entry,
    rest: &[usize],
) -> bool {
    // "is *not* to blame": the negation hangs on the infinitive.
    let not = || {
        let infinitive = tree.head(word).filter(|_| tree.dep(word) == "cop");
        let beside = || negation(tree, lexicon, infinitive?);
        negation(tree, lexicon, word).or_else(beside)
    };
    entry.tells && not().is_some_and(|not| !rest.contains(&not))
}

/// "*never* abandon", "had *no* hand in": the word that negates a trigger.
fn negation(tree: &Tree<'_>, lexicon: &Lexicon, word: usize) -> Option<usize> {
    let negates = |&c: &usize| lexicon.cues.negates(tree.lemma(c));
    let object = tree.child(word, "obj");
    let no = || tree.children(object?).find(|&c| tree.lemma(c) == "no");
    tree.children(word).find(negates).or_else(no)
}

fn matches(tree: &Tree<'_>, i: usize, want: &str) -> bool {
    tree.lemma(i) == want || tree.form(i).eq_ignore_ascii_case(want)
}

fn part(tree: &Tree<'_>, i: usize, want: &str, class: TriggerClass) -> bool {
    if !matches(tree, i, want) {
        // "come under fire": the preposition hangs on the noun. One further on is no part of the verb:
        // "took to the streets *on* Tuesday".
        let nearest = || {
            let head = tree.head(i).unwrap_or(i);
            let earlier = tree
                .children(head)
                .filter(|&c| c > head && c < i && is(tree.dep(c), "obl"));
            i > head && earlier.count() == 0
        };
        return class == TriggerClass::Verb
            && is(tree.dep(i), "obl")
            && tree
                .children(i)
                .any(|c| tree.dep(c) == "case" && matches(tree, c, want))
            && nearest();
    }
    match class {
        TriggerClass::Verb | TriggerClass::Adjective => {
            matches!(
                tree.dep(i),
                "cop"
                    | "compound:prt"
                    | "obj"
                    | "advmod"
                    | "xcomp"
                    | "nsubj:pass"
                    | "compound"
                    | "case"
                    | "mark"
                    | "iobj"
                    | "ccomp"
                    | "punct"
                    | "nsubj"
            ) || is(tree.dep(i), "obl")
        }
        _ => {
            matches!(
                tree.dep(i),
                "compound"
                    | "amod"
                    | "nmod"
                    | "nmod:desc"
                    | "case"
                    | "flat"
                    | "punct"
                    | "nmod:unmarked"
            ) || is(tree.dep(i), "nmod")
        }
    }
}

/// Adds what hangs on the other words of a phrase: "impose *sanctions* on Y".
fn pool(tree: &Tree<'_>, lexicon: &Lexicon, phrase: &[usize], arguments: &mut Arguments) {
    for &word in phrase {
        if !matches!(
            tree.token(word).upos,
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb
        ) {
            continue;
        }
        let inner = nominal::of_noun(tree, &lexicon.cues, word, 4);
        for (slot, i) in inner.0 {
            if !arguments.0.iter().any(|(s, j)| *j == i && *s == slot)
                && slot != super::slot::Slot::Subj
            {
                arguments.0.push((slot, i));
            }
        }
    }
}
