//! Plural forms of English nouns.

/// Returns the plural of a noun in lower case.
///
/// Only the nouns for people need care: "man", "child", "person".
pub(super) fn plural(noun: &str) -> String {
    const UNCHANGED: [&str; 15] = [
        "people",
        "men",
        "women",
        "children",
        "police",
        "personnel",
        "staff",
        "military",
        "intelligence",
        "media",
        "youth",
        "crew",
        "public",
        "clergy",
        "elderly",
    ];
    let compound = noun.ends_with("women") || noun.ends_with("forces");
    if UNCHANGED.contains(&noun) || compound || noun.ends_with("services") {
        return noun.to_string();
    }
    match noun {
        "person" => return "people".to_string(),
        "child" => return "children".to_string(),
        "wife" => return "wives".to_string(),
        _ => {}
    }
    if let Some(stem) = noun.strip_suffix("man") {
        return format!("{stem}men");
    }
    let vowel = |c: char| "aeiou".contains(c);
    let hissing = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| noun.ends_with(end));
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(vowel) => format!("{stem}ies"),
        _ if hissing => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn nouns_for_people_have_their_plurals() {
        let pairs = [
            ("soldier", "soldiers"),
            ("woman", "women"),
            ("women", "women"),
            ("ally", "allies"),
            ("envoy", "envoys"),
            ("police", "police"),
        ];
        for (noun, plurals) in pairs {
            assert_eq!(plural(noun), plurals);
        }
    }
}
