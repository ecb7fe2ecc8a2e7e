//! Names in the entities of UD English GUM, which stand in brackets over the words: `(1-person-…`.

use super::token::{Name, NameKind, Token, Upos};

/// Reads what the words of a file say of entities, word by word.
#[derive(Default)]
pub(super) struct Entities {
    open: Vec<Open>,
    found: Vec<Open>,
}

/// An entity: its words and, where it is of a kind that has names, the kind.
struct Open {
    group: String,
    kind: Option<NameKind>,
    first: usize,
    last: usize,
}

impl Entities {
    /// Takes the annotation of the word at `place` of the sentence: `(1-person-…(2-place-…)1)`.
    pub(super) fn word(&mut self, annotation: &str, place: usize) {
        let mut rest = annotation;
        while !rest.is_empty() {
            if let Some(begun) = rest.strip_prefix('(') {
                let end = begun.find(['(', ')']).unwrap_or(begun.len());
                let entity = Open::read(&begun[..end], place);
                rest = &begun[end..];
                match rest.strip_prefix(')') {
                    Some(after) => {
                        self.found.push(entity);
                        rest = after;
                    }
                    None => self.open.push(entity),
                }
            } else {
                let (group, after) = rest.split_once(')').unwrap_or((rest, ""));
                if let Some(at) = self.open.iter().rposition(|open| open.group == group) {
                    let mut entity = self.open.remove(at);
                    entity.last = place;
                    self.found.push(entity);
                }
                rest = after;
            }
        }
    }

    /// Returns the head word and the group of every entity of the sentence that is being read: those of one group are
    /// the same thing.
    pub(super) fn heads(&self, tokens: &[Token]) -> Vec<(u32, String)> {
        let head = |entity: &Open| {
            let head = u32::try_from(entity.head(tokens)?).ok()?;
            Some((head, entity.group.clone()))
        };
        self.found.iter().filter_map(head).collect()
    }

    /// Returns the names in the entities of the sentence that ends here, in order; the longest
    /// where they overlap.
    pub(super) fn names(&mut self, tokens: &[Token], forms: &[&str]) -> Vec<Name> {
        self.open.clear();
        let mut names: Vec<Name> = std::mem::take(&mut self.found)
            .iter()
            .filter_map(|entity| entity.name(tokens, forms))
            .collect();
        names.sort_by_key(|name| (std::cmp::Reverse(name.last - name.first), name.first));
        let mut taken = vec![false; tokens.len()];
        names.retain(|name| {
            let words = &mut taken[name.first as usize..=name.last as usize];
            let free = !words.contains(&true);
            words.fill(true);
            free
        });
        names.sort_by_key(|name| name.first);
        names
    }
}

impl Open {
    /// Reads `1-person-new-sssss-cf1-2,3-coref`: group, type and what does not matter here.
    fn read(entity: &str, place: usize) -> Open {
        let mut fields = entity.split('-');
        let group = fields.next().unwrap_or("").to_string();
        let kind = match fields.next() {
            Some("person") => Some(NameKind::Person),
            Some("place") => Some(NameKind::Polity),
            Some("organization") => Some(NameKind::Organization),
            _ => None,
        };
        Open {
            group,
            kind,
            first: place,
            last: place,
        }
    }

    /// Returns the word of the entity that hangs on none of its others.
    fn head(&self, tokens: &[Token]) -> Option<usize> {
        let mut words = self.first..=self.last;
        words.find(|at| {
            let above = tokens.get(*at).and_then(|token| token.head);
            above.is_none_or(|head| !(self.first..=self.last).contains(&(head as usize)))
        })
    }

    /// Returns the part of the entity that is a name: `Ada Roe` of `the minister Ada Roe of Norway`.
    fn name(&self, tokens: &[Token], forms: &[&str]) -> Option<Name> {
        let kind = self.kind?;
        let within = |at: usize| (self.first..=self.last).contains(&at);
        let above = |at: usize| tokens.get(at).and_then(|token| token.head);
        let head = self.head(tokens)?;
        let proper = |at: usize| tokens.get(at).is_some_and(|t| t.upos == Upos::Propn);
        let (first, last) = if kind == NameKind::Person {
            // `flat` links the words of a person's name, be a title or the first of them their head.
            let part = |at: usize| {
                let mut up = at;
                while up != head && tokens[up].dep.starts_with("flat") {
                    up = above(up).map_or(head, |up| up as usize);
                }
                up == head && proper(at)
            };
            let mut parts = (self.first..=self.last).filter(|at| part(*at));
            let first = parts.next()?;
            (first, parts.next_back().unwrap_or(first))
        } else if proper(head) {
            let capital = |at: usize| {
                let form = forms.get(at).filter(|_| within(at));
                form.is_some_and(|form| form.starts_with(char::is_uppercase))
                    && tokens[at].upos != Upos::Det
            };
            let link = |at: usize| {
                let form = forms.get(at).copied().unwrap_or("");
                matches!(form, "of" | "for" | "on" | "and" | "-" | "the" | "&")
            };
            let (mut first, mut last) = (head, head);
            while let Some(step) = (1..=3).find(|step| {
                first.checked_sub(*step).is_some_and(capital)
                    && (1..*step).all(|between| link(first - between))
            }) {
                first -= step;
            }
            while let Some(step) = (1..=3)
                .find(|step| capital(last + step) && (1..*step).all(|between| link(last + between)))
            {
                last += step;
            }
            (first, last)
        } else {
            return None;
        };
        let (first, last) = (u32::try_from(first).ok()?, u32::try_from(last).ok()?);
        Some(Name { first, last, kind })
    }
}

#[cfg(test)]
mod tests {
    use super::super::conllu::read_conllu;

    /// Names of a sentence whose words are given as `form/UPOS/head/dep/entity`.
    fn check(words: &str, expected: &str) {
        let mut lines = String::new();
        for (i, word) in words.split(' ').enumerate() {
            let parts: Vec<&str> = word.split('/').collect();
            let (form, upos, head, dep) = (parts[0], parts[1], parts[2], parts[3]);
            let misc = parts
                .get(4)
                .map_or("_".to_string(), |e| format!("Entity={e}"));
            let id = i + 1;
            lines.push_str(&format!(
                "{id}\t{form}\t{form}\t{upos}\t_\t_\t{head}\t{dep}\t_\t{misc}\n"
            ));
        }
        let bank = read_conllu(&lines).unwrap();
        let sentence = &bank.sentences[0];
        let found = sentence.names.iter().map(|name| {
            let tokens = &sentence.tokens[name.first as usize..=name.last as usize];
            let span = tokens[0].span.join(tokens[tokens.len() - 1].span);
            format!("{}/{}", span.of(&bank.text), name.kind.as_str())
        });
        assert_eq!(found.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn people() {
        check(
            "Minister/NOUN/4/nsubj/(1-person-new-s-cf1-1,2,3-sgl Ada/PROPN/1/flat Roe/PROPN/1/flat/1) left/VERB/0/root Oslo/PROPN/4/obj/(2-place-new-s-cf2-1-sgl)",
            "Ada Roe/PERSON Oslo/GPE",
        );
        check(
            "President/PROPN/2/nmod:desc/(1-person-new-s-cf1-2-sgl Roe/PROPN/0/root/1)",
            "Roe/PERSON",
        );
        check(
            "the/DET/2/det/(1-person-new-s-cf1-2-sgl minister/NOUN/0/root/1)",
            "",
        );
    }

    #[test]
    fn organizations_and_places() {
        check(
            "the/DET/2/det/(1-organization-new-s-cf1-2-sgl Bank/PROPN/0/root of/ADP/4/case Norway/PROPN/2/nmod/(2-place-new-s-cf2-1-sgl)1)",
            "Bank of Norway/ORG",
        );
        check(
            "Oslo/PROPN/3/nmod:poss/(1-organization-new-s-cf1-3-sgl(2-place-new-s-cf2-1-sgl 's/PART/1/case/2) police/NOUN/0/root/1)",
            "Oslo/GPE",
        );
        check("Monday/PROPN/0/root/(1-time-new-s-cf1-1-sgl)", "");
    }
}
