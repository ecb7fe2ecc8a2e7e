//! The source that a headline ends in: "Norland sends tanks — defence ministry".

use super::super::token::{Name, NameKind, Token, Upos};

/// Words that a source at the end has at most.
const LONGEST: usize = 8;

/// Takes what follows a headline's only dash out of the clause before it, where it is a mere phrase:
/// parsers take the dash for a hyphen ("Sudoria — *officials*").
pub(super) fn mend(text: &str, tokens: &mut [Token], names: &mut Vec<Name>) {
    let Some(dash) = dash_before_source(text, tokens, names) else {
        return;
    };
    cut(tokens, dash);
    let dash = dash as u32;
    if let Some(at) = names
        .iter()
        .position(|name| name.first < dash && dash < name.last)
    {
        let mut before = names[at];
        before.last = dash - 1;
        names[at].first = dash + 1;
        names.insert(at, before);
    }
}

/// Returns the place of the dash.
fn dash_before_source(text: &str, tokens: &[Token], names: &[Name]) -> Option<usize> {
    let last = tokens.last()?.span.of(text);
    if matches!(last, "?" | "!" | "\"" | "”") {
        return None;
    }
    let spaced = |i: usize| {
        i > 0
            && i + 1 < tokens.len()
            && tokens[i - 1].span.end < tokens[i].span.start
            && tokens[i].span.end < tokens[i + 1].span.start
    };
    let is_dash = |i: &usize| matches!(tokens[*i].span.of(text), "—" | "–" | "-") && spaced(*i);
    let mut dashes = (0..tokens.len()).filter(is_dash);
    let (dash, other) = (dashes.next()?, dashes.next());
    let tail = &tokens[dash + 1..];
    let phrase = tail
        .iter()
        .all(|token| !matches!(token.upos, Upos::Verb | Upos::Aux | Upos::Pron));
    let begins = matches!(tail[0].upos, Upos::Noun | Upos::Propn | Upos::Adj);
    let clause = tokens[..dash]
        .iter()
        .any(|token| matches!(token.upos, Upos::Verb | Upos::Aux));
    let stopped = last == ".";
    (other.is_none()
        && dash > 1
        && tail.len() <= LONGEST
        && phrase
        && begins
        && clause
        && (!stopped || is_telegram(tokens, names, dash)))
    .then_some(dash)
}

/// "Norland shells village — Sudorian army.": a headline with a full stop has no articles, and its source is neither
/// a list nor a state; "They met an old friend — Norland." explains.
fn is_telegram(tokens: &[Token], names: &[Name], dash: usize) -> bool {
    let full = |token: &Token| matches!(token.upos, Upos::Det | Upos::Pron);
    let tail = &tokens[dash + 1..];
    let listed = tail.iter().any(|token| token.upos == Upos::Cconj);
    let inner = || names.iter().filter(|name| name.last as usize > dash);
    let polity = inner().any(|name| {
        // All of the tail but the full stop.
        let whole = name.first as usize <= dash + 1 && name.last as usize + 2 >= tokens.len();
        whole && name.kind == NameKind::Polity
    });
    !tokens.iter().any(full) && !listed && !polity && inner().next().is_some()
}

/// Hangs the phrase after the dash on the clause before it, and everything else on its own side.
fn cut(tokens: &mut [Token], dash: usize) {
    let after = |head: Option<u32>| head.is_some_and(|head| head as usize > dash);
    let nominal = |token: &Token| matches!(token.upos, Upos::Noun | Upos::Propn);
    let outer = |i: &usize| !after(tokens[*i].head);
    let mut tops = (dash + 1..tokens.len()).filter(outer);
    let Some(source) = tops.rfind(|i| nominal(&tokens[*i])) else {
        return;
    };
    let (place, role) = (tokens[source].head, tokens[source].dep);
    let crossing: Vec<usize> = (0..dash).filter(|i| after(tokens[*i].head)).collect();
    let root = (0..dash).find(|i| tokens[*i].head.is_none()).or_else(|| {
        let verb = |i: &&usize| tokens[**i].upos == Upos::Verb;
        crossing.iter().find(verb).or(crossing.first()).copied()
    });
    let Some(root) = root else { return };
    for i in crossing {
        // "bombed *Sudoria* — officials": what the phrase seemed to modify stands in its place.
        let modifier = matches!(
            tokens[i].dep,
            "compound" | "amod" | "nmod:desc" | "nmod:poss"
        );
        if let Some(place) = place.filter(|place| modifier && *place as usize != i) {
            (tokens[i].head, tokens[i].dep) = (Some(place), role);
        } else {
            tokens[i].head = Some(root as u32);
            let bare = !tokens
                .iter()
                .any(|token| token.head == Some(root as u32) && token.dep == "obj");
            if modifier && bare && root < i && nominal(&tokens[i]) {
                tokens[i].dep = "obj";
            }
        }
    }
    for token in &mut tokens[dash + 1..] {
        if !after(token.head) {
            token.head = Some(source as u32);
        }
    }
    (tokens[root].head, tokens[root].dep) = (None, "root");
    (tokens[source].head, tokens[source].dep) = (Some(root as u32), "parataxis");
    (tokens[dash].head, tokens[dash].dep) = (Some(source as u32), "punct");
}

#[cfg(test)]
mod tests {
    use super::super::parsed;
    use super::Upos;

    fn source(text: &str) -> (String, String) {
        let sentence = parsed(text);
        let tokens = &sentence.tokens;
        let mut words = tokens.iter().filter(|token| token.upos != Upos::Punct);
        let last = words.next_back().expect("a headline has words");
        let object = tokens.iter().find(|token| token.dep == "obj");
        (
            last.dep.to_owned(),
            object.map_or(String::new(), |o| o.span.of(text).to_owned()),
        )
    }

    #[test]
    fn what_follows_the_dash_is_beside_the_clause() {
        for text in [
            "Norland bombed Sudoria – investigators",
            "Norland heavily mines border with Sudoria — officials",
            "Norway bombed Chad – Kenyan officials.",
            "Norway must respect Chad's interests — Chadian minister.",
        ] {
            assert_eq!(source(text).0, "parataxis", "{text}");
        }
        assert_eq!(
            source("Norland bombed Sudoria – investigators").1,
            "Sudoria"
        );
    }

    #[test]
    fn what_explains_stays_where_it_is() {
        for text in [
            "Norway sanctions two states — Chad and Libya.",
            "Norway praised an old friend — Kenyan officials.",
        ] {
            assert_ne!(source(text).0, "parataxis", "{text}");
        }
    }
}
