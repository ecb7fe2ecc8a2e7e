//! Codes made of codes: three letters each, country or type first, then roles.

/// Returns the three-letter parts of a code; a shorter rest is a part too.
pub(in crate::actors) fn parts(code: &str) -> impl Iterator<Item = &str> {
    (0..code.len())
        .step_by(3)
        .filter_map(move |at| code.get(at..(at + 3).min(code.len())))
}

/// Returns the code of an actor with that of an agent appended, without the parts it has already.
///
/// `NORGOV` and `GOVMED` give `NORGOVMED`.
pub(super) fn append(actor: &str, agent: &str) -> String {
    let mut code = actor.to_owned();
    for part in parts(agent) {
        if !parts(actor).any(|known| known == part) {
            code.push_str(part);
        }
    }
    code
}

/// Returns the longer of two codes where one has every part of the other.
pub(super) fn united<'a>(one: &'a str, other: &'a str) -> Option<&'a str> {
    let within = |small: &str, large: &str| parts(small).all(|p| parts(large).any(|q| p == q));
    if within(other, one) {
        Some(one)
    } else {
        within(one, other).then_some(other)
    }
}

#[cfg(test)]
mod tests {
    use super::{append, united};

    #[test]
    fn an_agent_adds_what_is_new() {
        assert_eq!(append("NOR", "GOV"), "NORGOV");
        assert_eq!(append("NORGOV", "GOVMED"), "NORGOVMED");
        assert_eq!(
            append("ANORGOV", "NOR"),
            "ANORGOVNOR",
            "parts are counted from the start"
        );
    }

    #[test]
    fn codes_of_one_actor_unite() {
        assert_eq!(united("NOR", "NORGOV"), Some("NORGOV"));
        assert_eq!(united("NORGOV", "NOR"), Some("NORGOV"));
        assert_eq!(united("NOR", "LVA"), None);
    }
}
