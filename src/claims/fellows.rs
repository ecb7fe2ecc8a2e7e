//! Who else a phrase stands for: those who share its noun, the members that it names, those who are meant together.

use super::fill::{Filler, Scene};
use super::tree::is;
use crate::actors::{ActorKind, MentionForm};
use crate::syntax::Upos;

impl Scene<'_> {
    /// Adds those who share the noun ("Polish and *Czech* officials"); puts the members that a phrase names
    /// in the place of their group ("three nurses, *Ada* and *Ben*").
    pub(super) fn with_fellows(&self, word: usize, filler: Filler) -> Vec<Filler> {
        let tree = self.tree;
        let mentions = |words: Vec<usize>| {
            words.into_iter().filter_map(|i| {
                let mention = self.cast.at(self.sentence, i as u32)?;
                let found = Filler {
                    actor: Some(mention.actor),
                    word: i,
                    span: mention.span,
                };
                (Some(mention.actor) != filler.actor).then_some((mention.form, found))
            })
        };
        let is_group = |f: &Filler| {
            f.actor
                .is_some_and(|a| self.cast.actor(a).kind == ActorKind::Group)
        };
        let mut all = vec![filler];
        let others = self.cast.others(self.sentence, word as u32).iter();
        all.extend(others.map(|&actor| Filler {
            actor: Some(actor),
            ..filler
        }));
        for c in self.explanations(word).filter(|_| is_group(&filler)) {
            let members: Vec<Filler> = mentions(tree.conjuncts(c))
                .filter(|(form, f)| *form == MentionForm::Name && !is_group(f))
                .map(|(_, f)| f)
                .collect();
            if members.len() > 1 {
                return members;
            }
        }
        for c in tree.children(word) {
            match tree.dep(c) {
                "amod" | "compound" | "nmod" | "nmod:desc" => {
                    let sharing = mentions(tree.conjuncts(c));
                    all.extend(
                        sharing
                            .filter(|(form, _)| *form == MentionForm::Shared)
                            .map(|(_, f)| f),
                    );
                }
                _ => {}
            }
        }
        let named = mentions(self.examples(word));
        all.extend(
            named
                .filter(|(form, _)| *form == MentionForm::Name)
                .map(|(_, f)| f),
        );
        all
    }

    /// "the leaders of Mali and *Chad*": returns the state whose body a word stands for that shares a noun.
    pub(super) fn sharer(&self, word: usize) -> Option<Filler> {
        let key = (self.sentence, word as u32);
        let actor = self.cast.sharers.get(&key).copied()?;
        let span = self.cast.at(key.0, key.1)?.span;
        let actor = Some(actor);
        Some(Filler { actor, word, span })
    }

    /// Returns what stands in apposition to a noun in the plural, or to that of which a number counts some: "two of
    /// his aides, *Ada* and *Ben*".
    fn explanations(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        let tree = self.tree;
        let of = tree.children(word).filter(move |&c| {
            let of = is(tree.dep(c), "nmod") && tree.preposition(c).as_deref() == Some("of");
            of && tree.token(word).upos == Upos::Num && tree.lemma(word) != "one"
        });
        std::iter::once(word)
            .chain(of)
            .filter(|&noun| tree.token(noun).xpos == "NNS")
            .flat_map(|noun| tree.children(noun))
            .filter(|&c| tree.dep(c) == "appos")
    }

    /// Returns the words for those whom a phrase names of its group: "nurses *including Ada*", "nurses *such as Ada*",
    /// "dozens of nurses, *among them Ada*".
    fn examples(&self, word: usize) -> Vec<usize> {
        let tree = self.tree;
        let of = tree
            .children(word)
            .filter(|&c| is(tree.dep(c), "nmod") && tree.preposition(c).as_deref() == Some("of"));
        // "three people were killed *by police*, including Ada": she is one of the people.
        let agent = tree.dep(word) == "obl:agent" && tree.token(word).xpos != "NNS";
        let nouns = std::iter::once(word).chain(of).filter(|_| !agent);
        nouns
            .flat_map(|noun| tree.children(noun))
            .filter_map(|c| match tree.preposition(c).as_deref() {
                Some("including") => Some(c),
                // "candidates *like Ada*": not "a candidate like Ada".
                Some("such_as" | "like") if tree.token(word).xpos == "NNS" && c > word => Some(c),
                Some("among") if tree.token(c).upos == Upos::Pron => {
                    let named = |i: &usize| matches!(tree.dep(*i), "appos" | "flat") && *i > c;
                    tree.children(c).find(named)
                }
                _ => None,
            })
            .flat_map(|c| tree.conjuncts(c))
            .collect()
    }
}
