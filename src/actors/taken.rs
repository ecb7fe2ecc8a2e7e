//! Groups that the text takes up again by their plain noun: "EU ministers … ministers".

use super::plural::plural;
use super::roster::{DraftIndex, Roster};
use super::{ActorKind, draft::Draft};

/// Merges a group called by its bare noun into the one other group of the document that the noun heads. Where two
/// groups share it, where it was counted ("three ministers"), or where it may mean anybody, all stay apart.
pub(super) fn up(roster: &mut Roster<'_>) {
    let plain: Vec<DraftIndex> = roster
        .drafts()
        .filter(|(_, draft)| is_plain(roster, draft) || is_headlined(draft))
        .map(|(index, _)| index)
        .collect();
    for index in plain {
        if let Some(only) = only_fuller(roster, index) {
            roster.merge(index, only);
        }
    }
}

/// Returns the group of the same kind whose name ends in that of a plain one, where there is just one.
fn only_fuller(roster: &Roster<'_>, index: DraftIndex) -> Option<DraftIndex> {
    let draft = roster.draft(index);
    let ending = format!(" {}", draft.name.to_lowercase());
    let mut fuller = roster.drafts().filter(|(other, fuller)| {
        let same = fuller.kind == draft.kind && fuller.plural == draft.plural && *other != index;
        same && fuller.name.to_lowercase().ends_with(&ending)
    });
    let (only, another) = (fuller.next(), fuller.next());
    only.filter(|_| another.is_none()).map(|(only, _)| only)
}

/// "*Rowing league* lifts ban": a body that a headline calls by the end of its name.
fn is_headlined(draft: &Draft) -> bool {
    let private = matches!(
        draft.kind,
        ActorKind::Organization | ActorKind::Company | ActorKind::Media
    );
    let bare = |alias: &String| {
        let start = alias.split_once(' ').map_or("", |(start, _)| start);
        !matches!(&*start.to_lowercase(), "a" | "an" | "one" | "another")
    };
    let described = draft.name.chars().all(|c| c.is_lowercase() || c == ' ');
    private && !draft.plural && draft.known.is_none() && described && draft.aliases.iter().all(bare)
}

fn is_plain(roster: &Roster<'_>, draft: &Draft) -> bool {
    let group = matches!(
        draft.kind,
        ActorKind::Group | ActorKind::ArmedGroup | ActorKind::Company
    );
    if !group || !draft.plural || draft.known.is_some() || draft.name.contains(' ') {
        return false;
    }
    let nouns = &roster.gazetteer.nouns;
    let told = draft
        .nouns
        .iter()
        .any(|noun| plural(noun) == draft.name.to_lowercase() && !nouns.is_loose(noun));
    let bare = |alias: &String| {
        let alias = alias.to_lowercase();
        let start = alias.split_once(' ').map_or("", |(start, _)| start);
        matches!(start, "" | "the" | "these" | "those")
    };
    told && draft.aliases.iter().all(bare)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_headline_calls_a_body_by_the_end_of_its_name() {
        check(
            "Rowing league bans Ana Weiss.\n\nThe World Rowing League banned Ana Weiss on Monday.",
            &["Rowing league > World Rowing League [organization, none]"],
        );
    }
}
