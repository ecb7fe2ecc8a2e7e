//! Whom pronouns stand for, against a treebank with coreference.
//!
//! Looked at are the third persons ("he", "its", "them") that the treebank joins with something else. One is *found*
//! where whom gives it an actor, *required* where some name or description of the same group is an actor's for whom,
//! and *right* where the two are one. The trees are whom's own: only the text and the groups of the treebank are used.

use crate::actors::{ActorIndex, Cast, Gazetteer, MentionForm, find};
use crate::span::Span;
use crate::syntax::{Sentence, Syntax, Treebank};
use crate::text::{Document, Passage, PassageKind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How many pronouns stand for the right actor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PronounTally {
    /// Pronouns that whom gives an actor.
    pub found: usize,
    /// Pronouns that stand for an actor of whom's.
    pub required: usize,
    /// Pronouns that whom gives the right actor.
    pub right: usize,
}

/// How well pronouns are resolved, by their first form: "he" for "his" and "him".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PronounScores {
    /// By pronoun.
    pub pronouns: BTreeMap<&'static str, PronounTally>,
}

/// Scores whom the pronouns of a treebank stand for.
pub fn score_pronouns(gazetteer: &Gazetteer, bank: &Treebank) -> PronounScores {
    let mut scores = PronounScores::default();
    let starts = match bank.documents.as_slice() {
        [] => &[0],
        starts => starts,
    };
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(bank.sentences.len());
        if *start < end {
            score_document(gazetteer, bank, (*start, end), &mut scores);
        }
    }
    scores
}

fn score_document(
    gazetteer: &Gazetteer,
    bank: &Treebank,
    (start, end): (usize, usize),
    scores: &mut PronounScores,
) {
    let sentences = &bank.sentences[start..end];
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
        return;
    };
    let whole = first.span.join(last.span);
    let document = Document {
        text: whole.of(&bank.text).to_owned(),
        ..Document::default()
    };
    let shifted = |span: Span| {
        let by = whole.start as usize;
        Span::new(span.start as usize - by, span.end as usize - by)
    };
    let parsed = Syntax::embedded().parse(&document.text, &passages(sentences, &shifted));
    let cast = find(gazetteer, &document, &parsed);
    let read = Mentions::new(&cast, &parsed);
    let mut groups: BTreeMap<&str, BTreeSet<ActorIndex>> = BTreeMap::new();
    let mut pronouns: Vec<(usize, &str, &'static str)> = Vec::new();
    for (sentence, entities) in sentences.iter().zip(&bank.entities[start..end]) {
        for (head, group) in entities {
            let span = shifted(sentence.tokens[*head as usize].span);
            match third_person(span.of(&document.text)) {
                Some(form) => pronouns.push((span.start as usize, group, form)),
                None => {
                    let actors = groups.entry(group).or_default();
                    actors.extend(read.named.get(&(span.start as usize)));
                }
            }
        }
    }
    for (place, group, form) in pronouns {
        let Some(actors) = groups.get(group) else {
            continue;
        };
        let found = read.pronouns.get(&place);
        let tally = scores.pronouns.entry(form).or_default();
        tally.found += usize::from(found.is_some());
        tally.required += usize::from(!actors.is_empty());
        let right = found.is_some_and(|found| found.iter().any(|actor| actors.contains(actor)));
        tally.right += usize::from(right);
    }
}

/// The paragraphs of a document.
fn passages(sentences: &[Sentence], shifted: &dyn Fn(Span) -> Span) -> Vec<Passage> {
    let mut spans: BTreeMap<u32, Span> = BTreeMap::new();
    for sentence in sentences {
        let span = shifted(sentence.span);
        let entry = spans.entry(sentence.passage).or_insert(span);
        *entry = entry.join(span);
    }
    let kind = PassageKind::Paragraph;
    spans
        .into_values()
        .map(|span| Passage { span, kind })
        .collect()
}

/// The mentions that whom reads, by where their heads begin.
struct Mentions {
    named: BTreeMap<usize, ActorIndex>,
    pronouns: BTreeMap<usize, Vec<ActorIndex>>,
}

impl Mentions {
    fn new(cast: &Cast, sentences: &[Sentence]) -> Mentions {
        let mut named = BTreeMap::new();
        let mut pronouns = BTreeMap::new();
        for mention in &cast.mentions {
            let tokens = &sentences[mention.sentence as usize].tokens;
            let head = tokens[mention.head as usize].span.start as usize;
            if mention.form == MentionForm::Pronoun {
                let others = cast.others(mention.sentence, mention.head);
                let all = std::iter::once(mention.actor).chain(others.iter().copied());
                pronouns.insert(head, all.collect());
                continue;
            }
            // Which word heads a name is a matter of taste: "Ana *Weiss*", "*Ana* Weiss".
            if mention.form == MentionForm::Name {
                for token in &tokens[mention.first as usize..=mention.last as usize] {
                    let place = token.span.start as usize;
                    named.entry(place).or_insert(mention.actor);
                }
            }
            named.insert(head, mention.actor);
        }
        Mentions { named, pronouns }
    }
}

fn third_person(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "he" | "him" | "his" => Some("he"),
        "she" | "her" | "hers" => Some("she"),
        "it" | "its" => Some("it"),
        "they" | "them" | "their" | "theirs" => Some("they"),
        _ => None,
    }
}

impl fmt::Display for PronounScores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = PronounTally::default();
        for (form, tally) in &self.pronouns {
            line(f, form, *tally)?;
            all.found += tally.found;
            all.required += tally.required;
            all.right += tally.right;
        }
        line(f, "all", all)
    }
}

fn line(f: &mut fmt::Formatter<'_>, form: &str, tally: PronounTally) -> fmt::Result {
    let PronounTally {
        found,
        required,
        right,
    } = tally;
    let share = |of: usize| right as f64 / of.max(1) as f64;
    let f1 = 2.0 * right as f64 / (found + required).max(1) as f64;
    writeln!(
        f,
        "{form:5} P {:.3}  R {:.3}  F1 {f1:.3}   ({found} found, {required} required)",
        share(found),
        share(required)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::read_conllu;

    /// Two sentences of one document; the pronoun is of the group of the first name.
    const BANK: &str = "\
# newdoc id = one
1\tAna\tAna\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-s-cf1-1-coref
2\tWeiss\tWeiss\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tresigned\tresign\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-s-cf1-1-ana)
2\tpraised\tpraise\tVERB\tVBD\t_\t0\troot\t_\t_
3\tNorway\tNorway\tPROPN\tNNP\t_\t2\tobj\t_\tEntity=(2-place-new-s-cf2-1-sgl)|SpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

";

    #[test]
    fn a_pronoun_is_right_where_its_actor_is_of_its_group() {
        let whom = crate::Whom::new().unwrap();
        let gazetteer = &whom.data().gazetteer;
        let score = |text: &str| score_pronouns(gazetteer, &read_conllu(text).unwrap());
        let tally = |right| PronounTally {
            found: 1,
            required: 1,
            right,
        };
        assert_eq!(score(BANK).pronouns["she"], tally(1));
        // Where the treebank says that she is the one who is named last, whom is wrong.
        let other = BANK
            .replace("(2-place-new", "(1-place-new")
            .replace("(1-person-new", "(2-person-new");
        assert_eq!(
            score(&other.replace("Entity=1)", "Entity=2)")).pronouns["she"],
            tally(0)
        );
    }
}
