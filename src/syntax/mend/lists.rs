//! Lists of people and of roles: what stands after the commas is joined to what it is like, not to what comes first.

use super::super::token::{Token, Upos};

/// Sets right what joined nouns hang on.
pub(super) fn mend(tokens: &mut [Token]) {
    for word in 2..tokens.len() {
        if tokens[word].dep == "conj" {
            second_name(tokens, word);
            second_role(tokens, word);
            third_person(tokens, word);
        }
    }
    for word in 0..tokens.len() {
        counted(tokens, word);
    }
}

fn head(tokens: &[Token], word: usize) -> Option<usize> {
    tokens[word].head.map(|head| head as usize)
}

fn children(tokens: &[Token], word: usize) -> impl Iterator<Item = usize> + '_ {
    let under = move |&i: &usize| tokens[i].head == u32::try_from(word).ok();
    (0..tokens.len()).filter(under)
}

fn hang(tokens: &mut [Token], word: usize, on: usize, dep: &'static str) {
    if let Ok(on) = u32::try_from(on) {
        (tokens[word].head, tokens[word].dep) = (Some(on), dep);
    }
}

fn is_comma(tokens: &[Token], word: usize) -> bool {
    tokens.get(word).is_some_and(|token| token.xpos == ",")
}

/// "The owners, Ana Weiss and *Jon Roe*, left": the second name is joined to the first, of which the noun tells.
fn second_name(tokens: &mut [Token], word: usize) {
    let Some(noun) = head(tokens, word).filter(|&noun| noun < word) else {
        return;
    };
    let plural = tokens[noun].xpos == "NNS" && tokens[word].upos == Upos::Propn;
    if !plural || !is_comma(tokens, noun + 1) {
        return;
    }
    let name = noun + 2;
    let beside = head(tokens, name) == Some(noun) && tokens[name].dep == "appos";
    if beside && name < word && tokens[name].upos == Upos::Propn {
        hang(tokens, word, name, "conj");
    }
}

/// "an adviser to Ana Weiss and former *director* of the Zed Institute", "governor of Zedland and *mayor* of Zedgrad": a
/// bare noun is joined to the role before it, not to a name.
fn second_role(tokens: &mut [Token], word: usize) {
    let Some(name) = head(tokens, word).filter(|&name| name < word) else {
        return;
    };
    let Some(role) = head(tokens, name).filter(|&role| role < name) else {
        return;
    };
    let common = |i: usize| tokens[i].upos == Upos::Noun && tokens[i].xpos == "NN";
    let named = tokens[name].upos == Upos::Propn && tokens[name].dep == "nmod";
    let marked = |i: usize| matches!(tokens[i].dep, "det" | "nmod:poss" | "nummod");
    let bare = !children(tokens, word).any(marked);
    let of = children(tokens, word).any(|i| tokens[i].dep == "nmod" && i > word);
    if named && bare && of && common(role) && common(word) {
        hang(tokens, word, role, "conj");
    }
}

/// "met the mayor, the governor and *officials* of the port": three, of whom the second does not explain the first.
fn third_person(tokens: &mut [Token], word: usize) {
    let Some(second) = head(tokens, word).filter(|&i| i < word && tokens[i].dep == "appos") else {
        return;
    };
    let Some(first) = head(tokens, second).filter(|&first| first < second) else {
        return;
    };
    let the = |i: usize| children(tokens, i).find(|&c| tokens[c].dep == "det" && c < i);
    let definite = |i: usize| {
        let the = the(i).is_some_and(|c| &*tokens[c].lemma == "the");
        tokens[i].upos == Upos::Noun && tokens[i].xpos == "NN" && the
    };
    // "the mayor, the leader of the party *and a father of two*, left" is one.
    let open = (word + 1..tokens.len()).find(|&i| tokens[i].upos == Upos::Punct);
    let open = open.is_none_or(|i| !is_comma(tokens, i));
    let own = tokens[word].xpos == "NNS" || the(word).is_some_and(|c| &*tokens[c].lemma == "the");
    let next = is_comma(tokens, first + 1) && the(second) == Some(first + 2);
    if definite(first) && definite(second) && open && own && next {
        hang(tokens, second, first, "conj");
        hang(tokens, word, first, "conj");
    }
}

/// "Two aides to Ana Weiss, adviser *Jon Roe* and secretary *Eva Lund*, left": as many as were counted explain who they are.
fn counted(tokens: &mut [Token], noun: usize) {
    if tokens[noun].xpos != "NNS" {
        return;
    }
    let number = children(tokens, noun).find_map(|i| match &*tokens[i].lemma {
        "two" | "2" => Some(2),
        "three" | "3" => Some(3),
        "four" | "4" => Some(4),
        _ => None,
    });
    let owner = children(tokens, noun).find(|&i| {
        let named = tokens[i].upos == Upos::Propn && i > noun;
        named && tokens[i].dep == "nmod" && is_comma(tokens, i + 1)
    });
    let Some((number, owner)) = number.zip(owner) else {
        return;
    };
    let joined: Vec<usize> = children(tokens, owner)
        .filter(|&i| tokens[i].dep == "conj")
        .collect();
    let named = |&i: &usize| {
        let beside = children(tokens, i).any(|c| {
            matches!(tokens[c].dep, "appos" | "flat") && tokens[c].upos == Upos::Propn && c > i
        });
        tokens[i].upos == Upos::Propn || beside
    };
    let last = joined.last().copied().unwrap_or(noun);
    // The list is closed by a comma right behind the last name.
    let after = (last + 1..tokens.len()).find(|&i| tokens[i].upos != Upos::Propn);
    let closed = after.is_some_and(|i| is_comma(tokens, i));
    if joined.len() == number && joined.iter().all(named) && closed {
        hang(tokens, joined[0], noun, "appos");
        for &other in &joined[1..] {
            hang(tokens, other, joined[0], "conj");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    /// Checks what a word is joined to.
    #[track_caller]
    fn check(text: &str, word: &str, dep: &str, head: &str) {
        let sentence = parsed(text);
        let form = |i: usize| sentence.tokens[i].span.of(text);
        let found = (0..sentence.tokens.len()).find(|&i| form(i) == word);
        let token = found
            .map(|i| &sentence.tokens[i])
            .expect("the word is there");
        let above = token.head.map(|above| form(above as usize));
        assert_eq!((token.dep, above), (dep, Some(head)), "{text}");
    }

    #[test]
    fn a_second_role_is_joined_to_the_first() {
        let text = "Jon Roe, an adviser to Kenya and former director of the Zed Institute, left.";
        check(text, "director", "conj", "adviser");
        let text = "Jon Roe, the former governor of Utah and former mayor of Provo, left.";
        check(text, "mayor", "conj", "governor");
    }

    #[test]
    fn people_in_a_list_are_joined_to_each_other() {
        check(
            "Its owners, Jon Roe and Ana Weiss, left.",
            "Ana",
            "conj",
            "Jon",
        );
        let text = "Ana Weiss met the police chief, the district governor and representatives of the Lagos Union.";
        check(text, "governor", "conj", "chief");
        check(text, "representatives", "conj", "chief");
        let text = "Two aides to Macron, adviser Jon Roe and Secretary Tim Falk, left for Norway.";
        check(text, "Tim", "conj", "Jon");
    }
}
