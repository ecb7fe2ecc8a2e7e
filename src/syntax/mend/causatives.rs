//! "The general had *Ada Moss* arrested": two subjects, of which the second is whom it is done to.

use super::super::token::{Token, Upos};

/// Makes objects of what stands between "had" and its participle. Takes time linear in the number of words.
pub(super) fn mend(tokens: &mut [Token]) {
    for had in 1..tokens.len() {
        if let Some(object) = caused(tokens, had) {
            tokens[object].dep = "obj";
        }
    }
}

fn caused(tokens: &[Token], had: usize) -> Option<usize> {
    let here = &tokens[had];
    let auxiliary = here.dep == "aux" && &*here.lemma == "have";
    let verb = here.head.filter(|_| auxiliary)? as usize;
    let subject = |i: &usize| {
        let token = &tokens[*i];
        token.head == Some(verb as u32) && token.dep.starts_with("nsubj")
    };
    let asks = |i: usize| matches!(tokens[i].xpos, "WP" | "WDT" | "WRB");
    let other = |i: usize| tokens[i].head == Some(verb as u32) && tokens[i].dep.starts_with("obj");
    let mut before = (0..had).filter(subject);
    let first = before.next().filter(|_| before.next().is_none())?;
    let mut after = (had + 1..verb).filter(subject);
    let second = after.next().filter(|_| after.next().is_none())?;
    let passive = (had + 1..verb).any(|i| tokens[i].dep == "aux:pass" || tokens[i].dep == "aux");
    let participle = tokens[verb].xpos == "VBN" && tokens[verb].upos == Upos::Verb;
    let open = !asks(first) && !asks(second) && !(0..tokens.len()).any(other);
    (participle && open && !passive).then_some(second)
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn who_is_had_arrested_is_the_object() {
        let sentence = parsed("Hun Sen had Kem Sokha arrested.");
        assert_eq!(sentence.tokens[3].dep, "obj");
        let sentence = parsed("Hun Sen said Kem Sokha had left.");
        assert_eq!(sentence.tokens[3].dep, "nsubj");
    }
}
