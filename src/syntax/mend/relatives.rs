//! Relative clauses with "whose" and "which": "the bank, *whose* governor left, sued Norland", where the tree joins the
//! two clauses, and those beside a name: "Ana Weiss, a chemist *who led the union*".

use super::super::token::{Name, NameKind, Token, Upos};
use super::under;

/// What kills and destroys.
const DEEDS: [&str; 28] = [
    "attack",
    "bombing",
    "strike",
    "airstrike",
    "raid",
    "blast",
    "explosion",
    "shelling",
    "shooting",
    "assault",
    "massacre",
    "offensive",
    "ambush",
    "crash",
    "quake",
    "earthquake",
    "fire",
    "operation",
    "crackdown",
    "barrage",
    "siege",
    "clash",
    "bombardment",
    "stabbing",
    "collision",
    "stampede",
    "landslide",
    "flood",
];

/// What it does.
const HARMING: [&str; 7] = [
    "kill",
    "wound",
    "injure",
    "maim",
    "damage",
    "destroy",
    "devastate",
];

/// Hangs the clause of "whose" on the noun before it, and that of somebody named on the name. Takes time linear in the number of words, times those with "whose".
pub(super) fn mend(text: &str, tokens: &mut [Token], names: &[Name]) {
    of_person(tokens, names);
    taken_out(tokens);
    of_deed(tokens);
    for whose in 1..tokens.len() {
        if tokens[whose].xpos == "WP$" && &*tokens[whose].lemma == "whose" {
            hang(text, tokens, whose);
        }
        if tokens[whose].xpos == "WDT" && &*tokens[whose].lemma == "which" {
            name(text, tokens, whose);
        }
    }
}

/// "Ana Weiss, a chemist *who led the union*": what is told of the noun beside a person's name is told of the person.
fn of_person(tokens: &mut [Token], names: &[Name]) {
    for clause in 1..tokens.len() {
        if tokens[clause].dep != "acl:relcl" {
            continue;
        }
        let Some(noun) = tokens[clause].head.map(|head| head as usize) else {
            continue;
        };
        let Some(name) = tokens[noun].head.filter(|_| tokens[noun].dep == "appos") else {
            continue;
        };
        let child = |dep: &str, of: usize, lemma: &str| {
            tokens.iter().any(|t| {
                t.dep.starts_with(dep)
                    && t.head.is_some_and(|head| head as usize == of)
                    && &*t.lemma == lemma
            })
        };
        let one = matches!(tokens[noun].xpos, "NN" | "NNP") && child("det", noun, "a");
        let who = child("nsubj", clause, "who");
        let person = names
            .iter()
            .any(|n| n.kind == NameKind::Person && (n.first..=n.last).contains(&name));
        if one && who && person && name < noun as u32 {
            tokens[clause].head = Some(name);
        }
    }
}

/// "the attack on the shrine *that killed nine people*": the attack did, not the shrine.
fn of_deed(tokens: &mut [Token]) {
    for clause in 2..tokens.len() {
        if tokens[clause].dep != "acl:relcl" || !HARMING.contains(&&*tokens[clause].lemma) {
            continue;
        }
        let that = tokens.iter().any(|t| {
            let relative = matches!(&*t.lemma, "that" | "which") && t.dep == "nsubj";
            relative && t.head.is_some_and(|head| head as usize == clause)
        });
        let Some(noun) = tokens[clause].head.filter(|_| that) else {
            continue;
        };
        let above = |i: &usize| {
            let head = tokens[*i]
                .head
                .filter(|_| tokens[*i].dep.starts_with("nmod"));
            head.map(|head| head as usize).filter(|head| head < i)
        };
        let up = std::iter::successors(Some(noun as usize), above);
        let deed = up.take(6).find(|&i| DEEDS.contains(&&*tokens[i].lemma));
        if let Some(deed) = deed.filter(|&deed| deed < clause) {
            tokens[clause].head = u32::try_from(deed).ok();
        }
    }
}

/// "Norland, *which* Sudoria says attacked Estmark": what has an object of its own and no subject has the pronoun as
/// subject.
fn taken_out(tokens: &mut [Token]) {
    for which in 1..tokens.len() {
        if !matches!(tokens[which].xpos, "WDT" | "WP") || tokens[which].dep != "obj" {
            continue;
        }
        let Some(clause) = tokens[which].head.map(|head| head as usize) else {
            continue;
        };
        let child = |of: usize, dep: &str, from: usize| {
            let mut rest = tokens.iter().skip(from);
            rest.any(|t| t.head.is_some_and(|head| head as usize == of) && t.dep.starts_with(dep))
        };
        let said = tokens[clause].head.map(|head| head as usize);
        let said = said.filter(|&said| which < said && said < clause);
        let spoken = said
            .is_some_and(|said| tokens[said].dep == "acl:relcl" && child(said, "nsubj", which + 1));
        let finite = matches!(tokens[clause].xpos, "VBD" | "VBN" | "VBZ" | "VBP");
        let open = tokens[clause].dep == "ccomp" && !child(clause, "nsubj", 0);
        if spoken && finite && open && child(clause, "obj", clause + 1) {
            tokens[which].dep = "nsubj";
        }
    }
}

fn hang(text: &str, tokens: &mut [Token], whose: usize) -> Option<()> {
    let index = |i: usize| u32::try_from(i).ok();
    let owned = tokens[whose].head? as usize;
    let argument = tokens[owned].dep.starts_with("nsubj") || tokens[owned].dep == "obj";
    let clause = tokens[owned].head.filter(|_| argument)? as usize;
    let mut owner = whose - 1;
    if tokens[owner].span.of(text) == "," {
        owner = owner.checked_sub(1)?;
    }
    let nominal = |i: usize| matches!(tokens[i].upos, Upos::Noun | Upos::Propn);
    for _ in 0..tokens.len() {
        let Some(above) = tokens[owner].head.map(|head| head as usize) else {
            break;
        };
        let inside = above < whose && nominal(above) && !tokens[owner].dep.starts_with("nsubj");
        if !inside || matches!(tokens[owner].dep, "appos" | "conj") {
            break;
        }
        owner = above;
    }
    if clause < whose || !nominal(owner) || tokens[clause].dep.starts_with("acl") {
        return None;
    }
    if tokens[clause].head.is_none() {
        // The clause that "whose" interrupts is the sentence.
        let whole = tokens[owner].head? as usize;
        let joined = whole > clause && tokens[whole].head == index(clause);
        joined.then(|| (tokens[whole].head, tokens[whole].dep) = (None, "root"))?;
    } else if !matches!(tokens[clause].dep, "conj" | "parataxis" | "advcl" | "ccomp") {
        return None;
    } else {
        // An owner inside the clause would close a circle.
        (!under(tokens, owner, clause)).then_some(())?;
    }
    (tokens[clause].head, tokens[clause].dep) = (index(owner), "acl:relcl");
    Some(())
}

/// "known as the Youth, *which police blame*": a clause that the tree hangs on the verb, right after a name.
fn name(text: &str, tokens: &mut [Token], which: usize) -> Option<()> {
    let comma = which
        .checked_sub(1)
        .filter(|&i| tokens[i].span.of(text) == ",")?;
    let clause = tokens[which].head? as usize;
    let argument = tokens[which].dep.starts_with("nsubj") || tokens[which].dep == "obj";
    let mut owner = comma.checked_sub(1)?;
    while matches!(tokens[owner].dep, "flat" | "compound") {
        owner = tokens[owner].head? as usize;
    }
    let adverbial = tokens[clause].dep == "advcl" && which < clause && owner < which;
    let named = tokens[owner].upos == Upos::Propn && !under(tokens, owner, clause);
    if argument && adverbial && named {
        (tokens[clause].head, tokens[clause].dep) = (u32::try_from(owner).ok(), "acl:relcl");
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::super::parsed;

    #[test]
    fn a_deed_kills_and_not_its_place() {
        let text =
            "The attack by Chad on the shrine of Omar Hadi that killed nine people shocked Kenya.";
        let sentence = parsed(text);
        let form = |t: &crate::syntax::Token| t.span.of(text);
        let found = sentence.tokens.iter().find(|t| form(t) == "killed");
        let above = found.and_then(|t| t.head);
        assert_eq!(
            above.map(|h| form(&sentence.tokens[h as usize])),
            Some("attack")
        );
    }

    /// Found by fuzzing: the reader of such a tree never ended.
    #[test]
    fn an_owner_inside_the_clause_stays_there() {
        let text = "He denied that his mini whose stry had bought drones from the Zorn Relief Fund, which was accused by , \
                    the prime minister and two former ministers met in Oslo on February 29 and agreed to buy gas.";
        let sentence = parsed(text);
        let tokens = &sentence.tokens;
        for start in 0..tokens.len() {
            let above = |i: &usize| tokens[*i].head.map(|head| head as usize);
            let path = std::iter::successors(Some(start), above);
            assert!(path.take(tokens.len() + 1).count() <= tokens.len());
        }
    }

    #[test]
    fn what_whose_tells_of_is_not_joined_to_the_clause() {
        let text = "The strike hit the bank, whose director, Ana Weiss, accused the union.";
        let sentence = parsed(text);
        let accused = &sentence.tokens[12];
        assert_eq!((accused.dep, accused.head), ("acl:relcl", Some(4)));
    }

    #[test]
    fn what_is_told_of_the_noun_beside_a_name_is_told_of_its_bearer() {
        let text = "Jon Roe, a heckler who attacked Ana Weiss, was arrested.";
        let sentence = parsed(text);
        let verb = sentence.tokens.iter().find(|t| &*t.lemma == "attack");
        let head = verb.and_then(|t| t.head).expect("the verb has a head");
        assert_eq!(sentence.tokens[head as usize].span.of(text), "Jon");
    }

    #[test]
    fn what_which_tells_of_is_the_name_before_it() {
        let text = "She asked whether the army had underestimated al-Shabab, also known as the Youth or Shabab, which \
                    Kenyan officials have said was responsible for the raid.";
        let sentence = parsed(text);
        let mut tokens = sentence.tokens.iter();
        let said = tokens.rfind(|token| token.span.of(text) == "said");
        assert_eq!(said.map(|token| token.dep), Some("acl:relcl"));
    }

    #[test]
    fn the_clause_that_whose_interrupts_is_the_sentence() {
        let text = "The central bank, whose veteran governor, Ana Weiss, is under investigation, met Jon Roe.";
        let sentence = parsed(text);
        let root = sentence.tokens.iter().find(|token| token.head.is_none());
        assert_eq!(root.map(|token| token.span.of(text)), Some("met"));
    }
}
