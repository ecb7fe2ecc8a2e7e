//! Dictionary forms: irregular forms by heart, the rest by the ending for its tag.

use super::features::straighten;
use rustc_hash::FxHashMap;

const LEARNT: &str = include_str!("../data/en/lemmas.tsv");
const IRREGULAR: &str = include_str!("../data/en/lemmas_irregular.tsv");

const LONGEST_ENDING: usize = 5;

/// The forms and endings of every tag.
pub(super) struct Lemmas {
    tags: FxHashMap<&'static str, Tag>,
}

#[derive(Default)]
struct Tag {
    forms: FxHashMap<&'static str, &'static str>,
    /// What to cut and what to add after each ending.
    endings: FxHashMap<&'static str, (usize, &'static str)>,
}

impl Lemmas {
    /// Reads the embedded tables; what is written by hand wins over what was learnt.
    pub(super) fn embedded() -> Lemmas {
        let mut lemmas = Lemmas {
            tags: FxHashMap::default(),
        };
        for line in LEARNT
            .lines()
            .chain(IRREGULAR.lines())
            .filter(|line| !line.starts_with('#'))
        {
            let mut cells = line.split('\t');
            let (Some(tag), Some(form), Some(third)) = (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let tag = lemmas.tags.entry(tag).or_default();
            match (form.strip_prefix('*'), cells.next(), third.parse()) {
                (Some(ending), Some(add), Ok(cut)) => {
                    tag.endings.insert(ending, (cut, add)).is_some()
                }
                _ => tag.forms.insert(form, third).is_some(),
            };
        }
        lemmas
    }

    /// Returns the dictionary form of a word with its tag.
    pub(super) fn lemma(&self, form: &str, tag: &str) -> Box<str> {
        let mut plain = straighten(form);
        if !matches!(tag, "NNP" | "NNPS") {
            plain = plain.to_lowercase();
        }
        let Some(known) = self.tags.get(tag) else {
            return plain.into();
        };
        if let Some(lemma) = known.forms.get(plain.as_str()) {
            return (*lemma).into();
        }
        let mut letters: Vec<usize> = plain.char_indices().rev().map(|(at, _)| at).collect();
        letters.truncate(LONGEST_ENDING);
        letters.reverse();
        letters.push(plain.len());
        let rule = letters
            .iter()
            .find_map(|at| known.endings.get(&plain[*at..]));
        if let Some((cut, add)) = rule {
            let end = plain
                .char_indices()
                .rev()
                .take(*cut)
                .last()
                .map_or(plain.len(), |(at, _)| at);
            if end > 0 {
                plain.truncate(end);
                plain.push_str(add);
            }
        }
        plain.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dictionary_forms() {
        let lemmas = Lemmas::embedded();
        for (form, tag, lemma) in [
            ("troops", "NNS", "troop"),
            ("said", "VBD", "say"),
            ("struck", "VBN", "strike"),
            ("accuses", "VBZ", "accuse"),
            ("fled", "VBD", "flee"),
            ("overthrew", "VBD", "overthrow"),
            ("bombed", "VBD", "bomb"),
            ("seized", "VBD", "seize"),
            ("denied", "VBD", "deny"),
            ("planning", "VBG", "plan"),
            ("urging", "VBG", "urge"),
            ("countries", "NNS", "country"),
            ("crises", "NNS", "crisis"),
            ("Democrats", "NNPS", "Democrat"),
            ("Nations", "NNPS", "Nation"),
            ("Kyiv", "NNP", "Kyiv"),
            ("KYIV", "NNP", "KYIV"),
            ("The", "DT", "the"),
            ("n’t", "RB", "not"),
            ("women", "NNS", "woman"),
            ("Ж", "??", "ж"),
        ] {
            assert_eq!(&*lemmas.lemma(form, tag), lemma, "{form} {tag}");
        }
    }
}
