//! Who takes part: mentions of actors in a document, and which of them are the same actor.
//!
//! Names come first, from the [`Gazetteer`] and from the syntax model; then what stands beside
//! them (titles, appositions, abbreviations in brackets); then, in the order of the text,
//! descriptions ("Russian soldiers", "the foreign minister") and pronouns, each resolved to an
//! actor already met or to a new one.
//!
//! Invariant: nothing here knows a relation.

mod actor;
mod apart;
mod beside;
mod bodies;
mod called;
mod cast;
mod cataphora;
mod codes;
mod descriptions;
mod draft;
mod endings;
mod entries;
mod family;
mod forms;
mod gazetteer;
mod glosses;
mod groups;
mod headcount;
mod heads;
mod homes;
mod houses;
mod implied;
mod joint;
mod kin;
mod known;
mod listed;
mod lone;
mod mention;
mod money;
mod names;
mod namesakes;
mod naming;
mod nations;
mod noun_lists;
mod nouns;
mod of_several;
mod offices;
mod own;
mod owners;
mod parties;
mod parts;
mod persons;
pub mod petrarch;
mod phrase;
mod plural;
mod posted;
mod pronouns;
mod quoting;
mod related;
mod relatives;
mod roster;
mod salience;
mod sameness;
mod sharing;
mod single;
mod spelling;
mod states;
mod strangers;
mod surnames;
mod table;
mod tables;
mod taken;
#[cfg(test)]
mod tests;
mod title_nouns;
mod titles;
mod towns;
mod tree;
mod trimmed;
mod unlisted;
mod unnamed;

pub use actor::{Actor, ActorIndex, ActorKind};
pub use gazetteer::Gazetteer;
pub use mention::{Cast, Mention, MentionForm};
pub use offices::Office;

use crate::syntax::Sentence;
use crate::text::{Document, quotes};

/// Finds the actors of a document and every mention of them.
pub fn find(gazetteer: &Gazetteer, document: &Document, sentences: &[Sentence]) -> Cast {
    let trees: Vec<tree::Tree<'_>> = sentences
        .iter()
        .map(|sentence| tree::Tree::new(sentence, &document.text))
        .collect();
    let mut spans: Vec<_> = trees
        .iter()
        .map(|tree| names::names(gazetteer, tree))
        .collect();
    names::spread(gazetteer, &trees, &mut spans);
    let mut roster = roster::Roster::new(gazetteer, document.date);
    roster.outside = outside(sentences, &document.text);
    naming::enter(&mut roster, &trees, &spans, document.date);
    strangers::seats(&mut roster);
    titles::read(&mut roster, &trees);
    parties::letters(&mut roster, &trees);
    kin::settle(&mut roster, &trees);
    roster.settle_home(&trees);
    strangers::settle(&mut roster);
    namesakes::settle(&mut roster, &trees);
    for (number, tree) in trees.iter().enumerate() {
        let sentence = number as u32;
        let inside = covered(tree, &spans[number]);
        for word in (0..tree.len()).filter(|word| !inside[*word as usize]) {
            joint::describe(&mut roster, &trees, sentence, word);
            of_several::describe(&mut roster, tree, sentence, word);
        }
        for word in 0..tree.len() {
            if let Some(name) = spans[number].iter().find(|name| name.head == word) {
                descriptions::short_name(&mut roster, tree, sentence, name);
            }
            pronouns::resolve(&mut roster, &trees, sentence, word);
            parts::those(&mut roster, tree, sentence, word);
            if !inside[word as usize] && roster.joint(sentence, word).is_empty() {
                descriptions::describe(&mut roster, &trees, sentence, word, document.date);
            }
        }
    }
    for (number, tree) in trees.iter().enumerate() {
        for word in 0..tree.len() {
            parts::some_of(&mut roster, tree, number as u32, word);
            headcount::people(&mut roster, tree, number as u32, word);
        }
    }
    nations::settle(&mut roster, &trees);
    family::settle(&mut roster, &trees);
    posted::settle(&mut roster);
    kin::settle(&mut roster, &trees);
    homes::titled(&mut roster, &trees);
    homes::settle(&mut roster);
    houses::enter(&mut roster, &trees);
    taken::up(&mut roster);
    cast::cast(roster, &trees)
}

/// Counts for every sentence those up to it that do not stand wholly in a quotation, and marks those that do.
fn outside(sentences: &[Sentence], text: &str) -> Vec<(u32, bool)> {
    let mut counted = Vec::with_capacity(sentences.len());
    let mut count = 0;
    for passage in sentences.chunk_by(|a, b| a.passage == b.passage) {
        let (first, last) = (passage[0].span, passage[passage.len() - 1].span);
        let quotes = quotes::find(text, first.join(last));
        for sentence in passage {
            let quoted = quotes
                .iter()
                .any(|q| q.is_speech && q.span.contains(sentence.span));
            count += u32::from(!quoted);
            counted.push((count, quoted));
        }
    }
    counted
}

/// Marks the words that lie inside a name without heading it.
fn covered(tree: &tree::Tree<'_>, names: &[names::NameSpan]) -> Vec<bool> {
    let mut inside = vec![false; tree.len() as usize];
    for name in names {
        for word in name.first..=name.last {
            inside[word as usize] |= word != name.head || !name.inner;
        }
    }
    inside
}
