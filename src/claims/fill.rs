//! From words to actors: what a filled slot stands for.

use super::arguments::{self, Arguments};
use super::cues::Cues;
use super::nominal;
use super::slot::{Slot, SlotChoice, SlotPath};
use super::tree::{Tree, is};
use crate::actors::{ActorIndex, ActorKind, Cast, MentionForm};
use crate::span::Span;
use crate::syntax::Upos;

/// An actor in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filler {
    /// Who; `None` for a first-person pronoun, which stands for whoever speaks.
    pub actor: Option<ActorIndex>,
    /// The word that stands for it.
    pub word: usize,
    /// The words that stand for it.
    pub span: Span,
}

/// The sentence and cast in which slots are filled.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The sentence.
    pub tree: &'a Tree<'a>,
    /// The actors of the document.
    pub cast: &'a Cast,
    /// The cue words.
    pub cues: &'a Cues,
    /// Index of the sentence.
    pub sentence: u32,
}

impl Scene<'_> {
    /// Returns the actors in the first alternative that holds any.
    pub fn fill(&self, arguments: &Arguments, choice: &SlotChoice) -> Vec<Filler> {
        choice
            .0
            .iter()
            .map(|path| self.fill_path(arguments, path))
            .find(|fillers| !fillers.is_empty())
            .unwrap_or_default()
    }

    pub(super) fn fill_path(&self, arguments: &Arguments, path: &SlotPath) -> Vec<Filler> {
        let mut out: Vec<Filler> = Vec::new();
        for word in arguments.get(&path.slot) {
            match &path.inner {
                None => out.extend(self.actors_at(word, path.within)),
                Some(inner) => {
                    for i in self.predicate(word).get(inner) {
                        let found = self.actors_at(i, path.within).into_iter();
                        let whose =
                            *inner == Slot::Subj || *inner == Slot::Poss && path.slot == Slot::Subj;
                        out.extend(found.filter(|f| !(whose && self.is_battleground(word, f))));
                    }
                }
            }
        }
        if path.slot == Slot::Subj && path.within {
            // "a bomb *in Norland* killed": where it was is not who did it.
            out.retain(|f| {
                let place = |p: &str| matches!(p, "in" | "at" | "near" | "on" | "into" | "over");
                !self.tree.preposition(f.word).is_some_and(|p| place(&p))
            });
        }
        let mut seen = Vec::new();
        out.retain(|f| {
            // One word may stand for two: "they".
            let new = !seen.contains(&(f.word, f.actor));
            seen.push((f.word, f.actor));
            new
        });
        out
    }

    /// Returns the arguments of a word, whatever it is.
    pub fn predicate(&self, word: usize) -> Arguments {
        if self.tree.is_clause(word) || self.tree.token(word).upos == Upos::Verb {
            arguments::of_verb(self.tree, self.cues, word)
        } else {
            nominal::of_noun(self.tree, self.cues, word, 0)
        }
    }

    /// Returns whom a word stands for, looking inside its phrase where `within` says so.
    pub fn actors_at(&self, word: usize, within: bool) -> Vec<Filler> {
        if let Some(filler) = self.direct(word) {
            return self.with_fellows(word, filler);
        }
        self.inside(word, within, 0)
    }

    fn direct(&self, word: usize) -> Option<Filler> {
        let mention = self.cast.at(self.sentence, word as u32);
        if let Some(mention) = mention {
            // A shared modifier is found at its noun; the word of a party does nothing.
            if matches!(mention.form, MentionForm::Shared | MentionForm::Party) {
                return None;
            }
            let unnamed = self.cast.is_unnamed(mention.actor);
            if unnamed && self.cues.is_voice(self.tree.lemma(word)) {
                // "a spokesman for Norland": Norland speaks.
                if let Some(body) = self.spoken_for(word) {
                    return Some(body);
                }
            }
            return Some(Filler {
                actor: Some(mention.actor),
                word,
                span: mention.span,
            });
        }
        let token = self.tree.token(word);
        if let Some(actor) = self.addressed(word) {
            return Some(Filler {
                actor: Some(actor),
                word,
                span: token.span,
            });
        }
        let first_person = token.upos == Upos::Pron
            && matches!(
                &*self.tree.form(word).to_lowercase(),
                "i" | "we" | "me" | "us" | "my" | "our" | "myself" | "ourselves"
            );
        first_person.then_some(Filler {
            actor: None,
            word,
            span: token.span,
        })
    }

    fn spoken_for(&self, word: usize) -> Option<Filler> {
        let tree = self.tree;
        let owner = tree.children(word).filter(|&c| match tree.dep(c) {
            "nmod:poss" | "compound" | "amod" | "nmod:desc" => true,
            dep => is(dep, "nmod") && tree.preposition(c).is_some_and(|p| p == "for" || p == "of"),
        });
        let mention = owner
            .filter_map(|c| self.cast.at(self.sentence, c as u32))
            .find(|m| m.form != MentionForm::Party)?;
        Some(Filler {
            actor: Some(mention.actor),
            word,
            span: mention.span,
        })
    }

    /// Looks for actors in a phrase that is none itself.
    fn inside(&self, word: usize, within: bool, depth: usize) -> Vec<Filler> {
        let tree = self.tree;
        if depth > 3 {
            return Vec::new();
        }
        let lemma = tree.lemma(word);
        let phrase_of = |w: usize| -> Vec<usize> {
            tree.children(w)
                .filter(|&c| {
                    is(tree.dep(c), "nmod") && tree.preposition(c).as_deref() == Some("of")
                })
                .flat_map(|c| tree.conjuncts(c))
                .collect()
        };
        // "one of the nurses, *Ada Moss*": the one is named.
        if lemma == "one" {
            let several = phrase_of(word).into_iter();
            let named = several
                .flat_map(|noun| tree.children(noun))
                .filter(|&c| tree.dep(c) == "appos");
            let mut people = named.filter_map(|c| Some((c, self.direct(c)?)));
            let name = |c: usize| tree.token(c).upos == Upos::Propn && tree.conjuncts(c).len() == 1;
            if let Some((_, one)) = people.find(|(c, _)| name(*c)) {
                return vec![one];
            }
        }
        // "the Norlandic city *of Karlsby*"
        if self.cues.is_settlement(lemma) {
            let named = |i: usize| {
                let town = self.direct(i)?;
                let kind = self.cast.actor(town.actor?).kind;
                (kind == ActorKind::Place).then_some(town)
            };
            let beside = tree.children(word).filter(|&c| tree.dep(c) == "appos");
            let mut words = phrase_of(word).into_iter().chain(beside);
            if let Some(town) = words.find_map(named) {
                return vec![town];
            }
        }
        if self.cues.is_partitive(lemma)
            || tree.token(word).upos == Upos::Num
            || tree.token(word).upos == Upos::Det
        {
            let found: Vec<Filler> = phrase_of(word)
                .into_iter()
                .flat_map(|i| self.deeper(i, within, depth))
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        // "the group, Hamas": what the phrase is explained by.
        for c in tree.children(word).filter(|&c| tree.dep(c) == "appos") {
            if let Some(filler) = self.direct(c) {
                return vec![filler];
            }
        }
        // "the Harbour Front, a *group* backed by Norland": whom the phrase explains; "a *claim* that Norland denies"
        // explains what was said.
        if tree.dep(word) == "appos"
            && !self.cues.is_said(lemma)
            && !self.cues.is_deed(lemma)
            && let Some(filler) = tree.head(word).and_then(|name| self.direct(name))
        {
            return vec![filler];
        }
        // "Among *those* arrested was Ana Weiss": who is said to be one of them.
        if tree.preposition(word).as_deref() == Some("among")
            && tree.dep(word).starts_with("nsubj")
            && let Some(named) = tree.head(word).filter(|&h| tree.child(h, "cop").is_some())
            && let Some(filler) = self.direct(named)
        {
            return self.with_fellows(named, filler);
        }
        // "They are states that …": who is said to be so.
        if tree.child(word, "cop").is_some() {
            let found: Vec<Filler> = tree
                .child(word, "nsubj")
                .and_then(|s| self.direct(s))
                .into_iter()
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        if !within && !self.cues.is_metonym(lemma) {
            return Vec::new();
        }
        if tree.token(word).upos == Upos::Verb || tree.is_clause(word) {
            let inner = arguments::of_verb(tree, self.cues, word);
            for slot in [Slot::Subj, Slot::Obj] {
                let found: Vec<Filler> = inner
                    .get(&slot)
                    .flat_map(|i| self.deeper(i, within, depth))
                    .collect();
                if !found.is_empty() {
                    return found;
                }
            }
            return Vec::new();
        }
        let owner: Vec<usize> = tree
            .children(word)
            .filter(|&c| {
                matches!(
                    tree.dep(c),
                    "nmod:poss" | "compound" | "amod" | "nmod:desc" | "nmod:unmarked"
                )
            })
            .filter(|&c| c < word)
            .collect();
        for c in owner {
            // "*Norlandic and Sudorian* warplanes"
            let nations = tree.conjuncts(c).into_iter().filter(|&i| i < word);
            let nations: Vec<Filler> = nations
                .filter_map(|i| self.direct(i).filter(|f| !self.is_topic(word, f)))
                .collect();
            if nations.first().is_some_and(|first| first.word == c) {
                return nations;
            }
            // "the *U.S.* air raid": a name hung on the nearer noun.
            let nearer = tree.children(c).filter(|&i| {
                let modifies = matches!(tree.dep(i), "compound" | "amod" | "nmod:poss");
                i < c && modifies && tree.dep(c) == "compound"
            });
            if let Some(filler) = nearer.filter_map(|i| self.direct(i)).next() {
                return vec![filler];
            }
            if tree.dep(c) == "nmod:poss" {
                let found = self.inside(c, true, depth + 1);
                if !found.is_empty() {
                    return found;
                }
            }
        }
        for preposition in [
            "by",
            "of",
            "between",
            "from",
            "against",
            "on",
            "to",
            "with",
            "in",
            "for",
            "over",
            "about",
            "into",
            "regarding",
            "concerning",
            "near",
            "toward",
            "towards",
        ] {
            if !within && preposition != "of" {
                break;
            }
            // "alarm over the strike *on* X": X has done nothing.
            if self.cues.points_away(lemma) && !matches!(preposition, "by" | "between" | "from") {
                continue;
            }
            if preposition == "of" && self.cues.is_patient(lemma) {
                // "the arrest of X in Norland": X has done nothing, Norland has.
                let found = phrase_of(word).into_iter().find_map(|i| {
                    let places = tree.children(i).filter(|&c| is(tree.dep(c), "nmod"));
                    places
                        .filter(|&c| {
                            tree.preposition(c)
                                .is_some_and(|p| matches!(p.as_str(), "in" | "by"))
                        })
                        .find_map(|c| self.direct(c))
                });
                if let Some(found) = found {
                    return vec![found];
                }
                continue;
            }
            for c in tree.children(word).filter(|&c| is(tree.dep(c), "nmod")) {
                if tree.preposition(c).as_deref() == Some(preposition) {
                    let found: Vec<Filler> = tree
                        .conjuncts(c)
                        .into_iter()
                        .flat_map(|i| self.deeper(i, within, depth))
                        .collect();
                    if !found.is_empty() {
                        return found;
                    }
                }
            }
        }
        if within {
            for c in tree
                .children(word)
                .filter(|&c| matches!(tree.dep(c), "acl" | "acl:relcl"))
            {
                let inner = arguments::of_verb(tree, self.cues, c);
                let found: Vec<Filler> = inner
                    .get(&Slot::Subj)
                    .filter(|&i| i != word)
                    .flat_map(|i| self.deeper(i, false, depth))
                    .collect();
                if !found.is_empty() {
                    return found;
                }
            }
        }
        Vec::new()
    }

    fn deeper(&self, word: usize, within: bool, depth: usize) -> Vec<Filler> {
        match self.direct(word) {
            Some(filler) => vec![filler],
            None => self.inside(word, within, depth + 1),
        }
    }
}
