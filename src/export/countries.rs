//! Codes of countries, for pictures and for formats that want them.

use crate::actors::{Actor, ActorKind};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// ISO 3166-1 alpha-2 by English short name.
static CODES: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = include_str!("../data/en/countries.tsv").lines();
    let rows = rows.filter(|line| !line.starts_with('#'));
    let cells = rows.filter_map(|row| row.split_once('\t'));
    let named = cells.filter_map(|(id, rest)| Some((rest.split('\t').next()?, id)));
    named.filter(|(_, id)| id.len() == 2).collect()
});

/// Returns the two-letter code of the country that an actor is or belongs to, where ISO has one.
pub(super) fn code(actor: &Actor) -> Option<&str> {
    let own = actor.id.strip_prefix("country/");
    let own = own.filter(|code| actor.kind == ActorKind::Country && is_code(code));
    own.or_else(|| CODES.get(actor.country.as_deref()?).copied())
}

fn is_code(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_and_who_belongs_to_them_have_a_code() {
        assert_eq!(CODES.get("Norway"), Some(&"NO"));
        assert!(CODES.len() > 190);
        let mut actor = Actor {
            id: "country/GH".to_owned(),
            name: "Ghana".to_owned(),
            kind: ActorKind::Country,
            country: None,
            aliases: Vec::new(),
            wikidata: None,
            code: None,
        };
        assert_eq!(code(&actor), Some("GH"));
        actor.id = "country/norland".to_owned();
        assert_eq!(code(&actor), None);
        actor.kind = ActorKind::Agency;
        actor.country = Some("Togo".to_owned());
        assert_eq!(code(&actor), Some("TG"));
    }
}
