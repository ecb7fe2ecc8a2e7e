//! Verbs taken for nouns or adjectives: "Norland and Sudoria *clash*", "Norland may *free* rebels", "Norland *aids* Sudoria".

use super::super::token::{Name, NameKind, Token, Upos};

/// Makes verbs of what only a verb can be. Takes time linear in the number of words, times that of words whose tags disagree.
pub(super) fn mend(tokens: &mut [Token], names: &[Name]) {
    for word in 0..tokens.len() {
        if is_tagged(tokens, word) || is_governed(tokens, word) || is_plural(tokens, word) {
            tokens[word].upos = Upos::Verb;
            if !tokens[word].xpos.starts_with('V') {
                tokens[word].xpos = "VB";
            }
        }
    }
    help(tokens, names);
    for word in 1..tokens.len() {
        disagree(tokens, word);
        govern(tokens, word);
    }
    if let Some((name, verb, object)) = between_names(tokens, names) {
        make_clause(tokens, name, verb, object);
    }
}

/// "helped *Norland attack Sudoria*": a noun has no object, so that what stands between two names is a verb.
fn help(tokens: &mut [Token], names: &[Name]) {
    for name in names {
        let (first, last) = (name.first as usize, name.last as usize);
        let (verb, object) = (last + 1, last + 2);
        let Some(help) = first.checked_sub(1).filter(|_| object < tokens.len()) else {
            continue;
        };
        let head = |i: usize| tokens[i].head.map(|head| head as usize);
        let noun =
            tokens[verb].xpos == "NN" && tokens[verb].dep == "obj" && head(verb) == Some(help);
        let named = (first..=last).find(|&i| tokens[i].dep == "compound" && head(i) == Some(verb));
        let second = names.iter().find(|n| n.first as usize == object);
        let end = second.and_then(|n| {
            (n.first..=n.last).map(|i| i as usize).find(|&i| {
                tokens[i].dep == "obj" && head(i).is_some_and(|h| h == verb || h == help)
            })
        });
        let helps = tokens[help].upos == Upos::Verb && &*tokens[help].lemma == "help";
        let (Some(named), Some(end)) = (named, end.filter(|_| noun && helps)) else {
            continue;
        };
        tokens[verb].upos = Upos::Verb;
        tokens[verb].xpos = "VB";
        tokens[verb].dep = "xcomp";
        (tokens[named].head, tokens[named].dep) = (u32::try_from(help).ok(), "obj");
        (tokens[end].head, tokens[end].dep) = (u32::try_from(verb).ok(), "obj");
    }
}

/// "Norland *criticises* Sudoria, expels envoys": a plural is no subject of a verb in the singular.
fn disagree(tokens: &mut [Token], verb: usize) {
    let (name, object) = (verb - 1, verb + 1);
    let here = &tokens[verb];
    let index = u32::try_from(verb).ok();
    let next = here.head.filter(|_| here.dep == "nsubj");
    let Some(next) = next.map(|next| next as usize) else {
        return;
    };
    let plural = here.xpos == "NNS" && verb < next && tokens[next].xpos == "VBZ";
    let first = tokens[next].head.is_none() && (0..next).all(|i| tokens[i].dep != "cc");
    let named = |i: usize, dep: &str| {
        let token = &tokens[i];
        token.upos == Upos::Propn && token.head == index && token.dep == dep
    };
    if !plural || !first || next <= object + 1 {
        return;
    }
    if !named(name, "compound") || !named(object, "appos") {
        return;
    }
    let above = u32::try_from(next).ok();
    for (i, token) in tokens.iter_mut().enumerate() {
        if token.head == above && i < next && i > object && token.dep != "punct" {
            return;
        }
        if token.head == index && i < name && token.dep != "det" {
            return;
        }
    }
    (tokens[verb].head, tokens[verb].dep) = (None, "root");
    (tokens[verb].upos, tokens[verb].xpos) = (Upos::Verb, "VBZ");
    (tokens[next].head, tokens[next].dep) = (index, "conj");
    tokens[name].dep = "nsubj";
    tokens[object].dep = "obj";
}

/// "The Norlandic army *trains* Sudorian pilots": a finite verb is no adjective of what it does something to.
fn govern(tokens: &mut [Token], verb: usize) {
    let here = &tokens[verb];
    let Some(object) = here
        .head
        .map(|head| head as usize)
        .filter(|&head| head > verb)
    else {
        return;
    };
    let finite = here.upos == Upos::Verb && here.xpos == "VBZ" && here.dep == "amod";
    let top = tokens[object].head.is_none() && tokens[object].upos == Upos::Noun;
    let alone = !tokens
        .iter()
        .any(|t| t.head == u32::try_from(object).ok() && t.dep.starts_with("nsubj"));
    let subject = verb - 1;
    let bare = matches!(tokens[subject].upos, Upos::Noun | Upos::Propn | Upos::Adj);
    let clause = tokens
        .iter()
        .enumerate()
        .any(|(i, t)| i != verb && matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "MD"));
    if !finite || !top || !alone || !bare || clause {
        return;
    }
    let index = |i: usize| u32::try_from(i).ok();
    for (i, token) in tokens.iter_mut().enumerate() {
        let outside = token.head == index(object) || token.head == index(verb);
        if i == verb || i == subject || !outside {
            continue;
        }
        if i < verb {
            token.head = index(subject);
        } else if token.dep == "punct" && i > object {
            token.head = index(verb);
        }
    }
    let here = &mut tokens[subject];
    if here.upos == Upos::Adj {
        (here.upos, here.xpos) = (Upos::Noun, "NN");
    }
    (here.head, here.dep) = (index(verb), "nsubj");
    (tokens[verb].head, tokens[verb].dep) = (None, "root");
    (tokens[object].head, tokens[object].dep) = (index(verb), "obj");
}

fn has(tokens: &[Token], word: usize, dep: &str) -> bool {
    let child = |t: &Token| t.head == Some(word as u32) && t.dep == dep;
    tokens.iter().any(child)
}

/// "it would *free* prisoners": two heads of the model disagree, and the tree goes with the one that has a verb.
fn is_tagged(tokens: &[Token], word: usize) -> bool {
    let token = &tokens[word];
    matches!(token.upos, Upos::Noun | Upos::Adj)
        && matches!(token.xpos, "VB" | "VBP" | "VBZ" | "VBD")
        && (has(tokens, word, "nsubj") || has(tokens, word, "aux"))
        && !has(tokens, word, "cop")
}

/// "Ada Moss and Ben Weiss *clash* over taxes": a bare noun in the singular is not what two are.
fn is_plural(tokens: &[Token], word: usize) -> bool {
    let hangs = |t: &Token, on: usize, dep: &str| t.head == Some(on as u32) && t.dep == dep;
    let here = &tokens[word];
    if here.xpos != "NN" || here.head.is_some() || has(tokens, word, "cop") {
        return false;
    }
    let two = |s: &usize| {
        let named = tokens[*s].upos == Upos::Propn && hangs(&tokens[*s], word, "nsubj");
        named && tokens.iter().any(|t| hangs(t, *s, "conj"))
    };
    let subject = (0..word).rfind(two);
    let next = tokens.get(word + 1).map(|t| &*t.lemma);
    // "home *to*", "part *of*" are said of two.
    let phrase = matches!(
        next,
        Some("over" | "in" | "on" | "at" | "about" | "as" | "amid")
    );
    let bare = ["det", "amod", "compound", "nmod:poss", "conj"];
    subject.is_some() && phrase && !bare.iter().any(|dep| has(tokens, word, dep))
}

/// "Norland may *free* two rebels": an adjective has no object, and no auxiliary without "be".
fn is_governed(tokens: &[Token], word: usize) -> bool {
    let is = |dep| has(tokens, word, dep);
    tokens[word].upos == Upos::Adj && is("aux") && is("obj") && !is("cop")
}

/// "*Norland aids Sudoria*": a plural between two states at the beginning of a headline is no noun, for a noun
/// would not have a single state beside it.
fn between_names(tokens: &[Token], names: &[Name]) -> Option<(usize, usize, usize)> {
    let at = |first: usize| names.iter().find(|name| name.first as usize == first);
    let first = at(0)?;
    let verb = first.last as usize + 1;
    let second = at(verb + 1)?;
    let outer = |name: &Name| {
        let inside = |head: u32| name.first <= head && head <= name.last;
        (name.first..=name.last)
            .map(|i| i as usize)
            .find(|&i| !tokens[i].head.is_some_and(inside))
    };
    let (name, object) = (outer(first)?, outer(second)?);
    let state = second.kind == NameKind::Polity
        || tokens[object].dep == "obj"
        || tokens[verb].upos == Upos::Verb;
    let plural = tokens[verb].xpos == "NNS"
        && tokens[name].dep == "compound"
        && tokens[name].head == Some(verb as u32);
    let top = |i: usize| tokens[i].head.is_none();
    let hangs = |i: usize, on: usize| tokens[i].head == Some(on as u32);
    let phrase = top(verb) && hangs(object, verb) || top(object) && hangs(verb, object);
    let clause = |t: &Token| matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "MD");
    let alone = !(has(tokens, object, "conj") || has(tokens, object, "appos"))
        && tokens[object].dep != "nmod"
        && !tokens.iter().any(clause);
    let last = tokens.get(second.last as usize + 1);
    let possessor = last.is_some_and(|t| t.xpos == "POS" || t.upos == Upos::Noun);
    (plural && state && phrase && alone && !possessor).then_some((name, verb, object))
}

fn make_clause(tokens: &mut [Token], name: usize, verb: usize, object: usize) {
    let crosses = |t: &Token, i: usize| i > object && t.head == Some(object as u32);
    let top = tokens[object].head.is_none();
    for i in (object + 1..tokens.len()).filter(|_| top) {
        if crosses(&tokens[i], i) && matches!(tokens[i].dep, "nmod" | "punct" | "acl") {
            tokens[i].head = Some(verb as u32);
        }
    }
    for token in tokens.iter_mut() {
        if token.head == Some(verb as u32) && token.dep == "nmod" {
            token.dep = "obl";
        }
    }
    (tokens[verb].head, tokens[verb].dep) = (None, "root");
    (tokens[verb].upos, tokens[verb].xpos) = (Upos::Verb, "VBZ");
    (tokens[name].head, tokens[name].dep) = (Some(verb as u32), "nsubj");
    (tokens[object].head, tokens[object].dep) = (Some(verb as u32), "obj");
}

#[cfg(test)]
mod tests {
    use super::super::parsed;
    use crate::syntax::Upos;

    fn is_verb(text: &str, word: &str) -> bool {
        let sentence = parsed(text);
        let mut tokens = sentence.tokens.iter();
        tokens.any(|t| t.span.of(text) == word && t.upos == Upos::Verb)
    }

    #[test]
    fn what_has_a_subject_or_an_auxiliary_is_a_verb() {
        for (text, verb) in [
            ("Kenya and Uganda clash over the lake", "clash"),
            ("Chad said it would free 200 prisoners.", "free"),
            ("Kenya may free two pirates.", "free"),
            ("Kenya sanctions Uganda", "sanctions"),
            ("Finland arms Ukraine", "arms"),
            (
                "Jonas Brandt and Emmanuel Macron clash over taxes in debate",
                "clash",
            ),
            ("Norway criticises Chad, expels diplomats", "criticises"),
        ] {
            assert!(is_verb(text, verb), "{text}");
        }
    }

    #[test]
    fn nouns_stay_nouns() {
        for (text, noun) in [
            ("Norway troops in Chad", "troops"),
            ("NATO members Norway, Turkey hold drills", "members"),
        ] {
            assert!(!is_verb(text, noun), "{text}");
        }
    }
}
