//! Nations that share a noun: "*Kenyan, Ghanaian and Nigerian* forces", where the tree makes each of them, or none but the
//! first, a party of its own.

use super::super::token::{Name, NameKind, Token, Upos};
use super::under;

/// Hangs the nations on the noun, the first as its modifier and the others joined to the first.
pub(super) fn mend(text: &str, tokens: &mut [Token], names: &[Name]) {
    let mut names = names.iter();
    while let Some(first) = names.next() {
        let nations = series(text, tokens, first, &mut names);
        let Some(noun) = nations.last().and_then(|&last| shared(tokens, last)) else {
            continue;
        };
        if nations.len() > 1 && astray(tokens, &nations, noun) {
            hang(tokens, &nations, noun);
        }
    }
}

/// The nations of one series, each a word: those after the first stand after a comma or "and".
fn series<'a>(
    text: &str,
    tokens: &[Token],
    first: &Name,
    names: &mut (impl Iterator<Item = &'a Name> + Clone),
) -> Vec<usize> {
    let nation = |name: &Name| {
        let word = name.first as usize;
        // "*US* and British troops", but "*Kenya* and British troops" are two parties.
        let short = tokens[word]
            .span
            .of(text)
            .chars()
            .all(|c| c.is_uppercase() || c == '.');
        let kind = name.kind == NameKind::Nationality || name.kind == NameKind::Polity && short;
        let single = name.first == name.last && matches!(tokens[word].xpos, "JJ" | "NNP");
        (kind && single).then_some(word)
    };
    let mut found: Vec<usize> = nation(first).into_iter().collect();
    while let Some(&last) = found.last() {
        let next = names.clone().next().and_then(nation);
        let Some(next) = next.filter(|&next| joins(text, tokens, last + 1, next)) else {
            break;
        };
        names.next();
        found.push(next);
    }
    found
}

/// Whether nothing but a comma, "and" or "or" stands between two words.
fn joins(text: &str, tokens: &[Token], from: usize, to: usize) -> bool {
    let link = |t: &Token| matches!(t.span.of(text), "," | "and" | "or" | "&");
    (1..=2).contains(&(to - from)) && tokens[from..to].iter().all(link)
}

/// The common noun of several that follows a nation, maybe after adjectives and nouns of its own ("*special* forces").
fn shared(tokens: &[Token], nation: usize) -> Option<usize> {
    let rest = &tokens[nation + 1..];
    let of_noun = |t: &&Token| {
        let nominal = t.upos == Upos::Noun && t.xpos != "NNS";
        nominal || t.upos == Upos::Adj && t.xpos == "JJ"
    };
    let before = rest.iter().take_while(of_noun).take(3).count();
    let noun = rest
        .get(before)
        .filter(|t| t.upos == Upos::Noun && t.xpos == "NNS");
    noun.map(|_| nation + 1 + before)
}

/// Whether a nation is no modifier of the noun and the noun stands beside it as if it were another party, or the nations
/// after the first are not joined to it.
fn astray(tokens: &[Token], nations: &[usize], noun: usize) -> bool {
    let first = nations[0];
    let modifier = |i: usize| tokens[i].head == u32::try_from(noun).ok();
    let joined = |i: usize| {
        let head = tokens[i].head.map(|head| head as usize);
        tokens[i].dep == "conj" && head.is_some_and(|head| nations.contains(&head))
    };
    let party = tokens[noun].dep == "conj" && under(tokens, noun, first)
        || tokens[noun].head == tokens[first].head && tokens[noun].dep == tokens[first].dep;
    party || modifier(first) && !nations[1..].iter().all(|&i| joined(i))
}

fn hang(tokens: &mut [Token], nations: &[usize], noun: usize) {
    let first = nations[0];
    let at = |i: usize| u32::try_from(i).ok();
    if tokens[first].head != at(noun) {
        (tokens[noun].head, tokens[noun].dep) = (tokens[first].head, tokens[first].dep);
        // What stands before the first nation ("*the* Kenyan and …", "*by* Kenyan and …") and after the noun is the noun's.
        for i in (0..first).chain(noun + 1..tokens.len()) {
            if nations.iter().any(|&nation| tokens[i].head == at(nation)) {
                tokens[i].head = at(noun);
            }
        }
        (tokens[first].head, tokens[first].dep) = (at(noun), "amod");
    }
    for pair in nations.windows(2) {
        (tokens[pair[1]].head, tokens[pair[1]].dep) = (at(first), "conj");
        for link in &mut tokens[pair[0] + 1..pair[1]] {
            link.head = at(pair[1]);
        }
    }
    for own in &mut tokens[nations[nations.len() - 1] + 1..noun] {
        if own
            .head
            .is_some_and(|head| nations.contains(&(head as usize)))
        {
            own.head = at(noun);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn nations_that_share_a_noun_hang_on_it() {
        for (text, noun, role) in [
            (
                "Kenyan, Ghanaian and Nigerian forces entered Mali.",
                "forces",
                "nsubj",
            ),
            (
                "American, British and French troops bombed Libya.",
                "troops",
                "nsubj",
            ),
            (
                "Israeli and Egyptian special forces raided Gaza.",
                "forces",
                "nsubj",
            ),
            (
                "Ana Weiss met Saudi, Emirati and Qatari leaders.",
                "leaders",
                "obj",
            ),
        ] {
            let sentence = parsed(text);
            let tokens = &sentence.tokens;
            let at = |form: &str| tokens.iter().position(|t| t.span.of(text) == form);
            let noun = at(noun).expect("the noun is there");
            assert_eq!(tokens[noun].dep, role, "{text}");
            let nations: Vec<usize> = sentence
                .names
                .iter()
                .map(|name| name.first as usize)
                .filter(|&i| i < noun && i + 8 > noun && tokens[i].span.of(text) != "Ana")
                .collect();
            assert_eq!(tokens[nations[0]].head, u32::try_from(noun).ok(), "{text}");
            for &other in &nations[1..] {
                let head = tokens[other].head.map(|head| head as usize);
                assert!(head.is_some_and(|head| nations.contains(&head)), "{text}");
            }
        }
    }

    #[test]
    fn nations_that_act_by_themselves_are_left() {
        let text = "Kenya, Ghana and Nigerian forces left Mali.";
        let sentence = parsed(text);
        assert_eq!(sentence.tokens[0].dep, "nsubj");
    }
}
