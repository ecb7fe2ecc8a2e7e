//! Headlines that announce: "Norland and Sudoria *to sign* treaty", where the tree has the names with a mere clause beside them.

use super::super::token::{Token, Upos};

/// Makes an infinitive after a name that heads the sentence its predicate. Takes time linear in the number of words.
pub(super) fn mend(tokens: &mut [Token]) {
    let Some(root) = tokens.iter().position(|token| token.head.is_none()) else {
        return;
    };
    // "*Efforts* to free hostages" stay a phrase: only of names is the infinitive surely said.
    let bare = !tokens.iter().any(|token| {
        let under_root = token.head == Some(root as u32);
        under_root && (token.dep.starts_with("nsubj") || token.dep == "cop")
    });
    if tokens[root].upos != Upos::Propn || !bare {
        return;
    }
    let Some(verb) = (root + 2..tokens.len()).find(|&i| is_announced(tokens, root, i)) else {
        return;
    };
    for token in &mut tokens[verb + 1..] {
        if token.head == Some(root as u32) {
            token.head = Some(verb as u32);
        }
    }
    (tokens[root].head, tokens[root].dep) = (Some(verb as u32), "nsubj");
    (tokens[verb].head, tokens[verb].dep) = (None, "root");
}

/// Returns whether a word is an infinitive right after the names that head the sentence.
fn is_announced(tokens: &[Token], root: usize, verb: usize) -> bool {
    let Some(to) = (root + 1..verb).rfind(|&i| {
        tokens[i].xpos == "TO" && tokens[i].dep == "mark" && tokens[i].head == Some(verb as u32)
    }) else {
        return false;
    };
    let named = |name: usize| {
        name == root
            || tokens[name].upos == Upos::Propn
                && tokens[name].head == Some(root as u32)
                && matches!(tokens[name].dep, "conj" | "appos")
    };
    let infinitive = tokens[verb].upos == Upos::Verb && tokens[verb].xpos == "VB";
    let beside = tokens[verb].dep == "acl"
        && (tokens[verb].head).is_some_and(|head| (head as usize) < to && named(head as usize));
    infinitive && beside && tokens[to - 1].upos == Upos::Propn
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    /// Writes how the first word and a verb hang.
    fn hang(text: &str, verb: &str) -> [&'static str; 2] {
        let sentence = parsed(text);
        let mut tokens = sentence.tokens.iter();
        let dep = tokens.find(|t| t.span.of(text) == verb).map(|t| t.dep);
        [sentence.tokens[0].dep, dep.unwrap_or_default()]
    }

    #[test]
    fn what_a_name_is_to_do_is_said_of_it() {
        for (text, verb) in [
            ("Norway to arm Chad", "arm"),
            ("Norway and Chad to sign treaty", "sign"),
        ] {
            assert_eq!(hang(text, verb), ["nsubj", "root"], "{text}");
        }
    }

    #[test]
    fn what_a_noun_is_for_is_beside_it() {
        assert_eq!(hang("The effort to send troops", "send"), ["det", "acl"]);
    }
}
