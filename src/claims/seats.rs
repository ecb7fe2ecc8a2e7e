//! Where members of parliament sit, as what stands beside their names says it: "*Sen.* Ana Weiss (R-*Texas*)".

use super::fill::Scene;
use crate::actors::{ActorKind, Mention, MentionForm};

/// "*Sen.* Ana Weiss": the house that the title before a name stands for.
pub(super) fn house<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let title = mention.first.checked_sub(1)?;
    let house = scene.cast.at(scene.sentence, title)?;
    (house.is_house_of_title() && mention.form == MentionForm::Name).then_some(house)
}

/// "Ana Weiss (R-*Texas*)", "Ana Weiss, D-*Ohio*,": the part of the country that stands with the letter of a party.
pub(super) fn constituency<'s>(scene: &'s Scene<'_>, mention: &Mention) -> Option<&'s Mention> {
    let letter = scene.cast.at(scene.sentence, mention.last + 2)?;
    if !letter.is_letter_of_party() || mention.form != MentionForm::Name {
        return None;
    }
    // The place begins behind the hyphen: "R-*New York*".
    let first = letter.last + 2;
    let start = first as usize..(first as usize + 3).min(scene.tree.len());
    let place = start
        .into_iter()
        .find_map(|word| scene.cast.at(scene.sentence, word as u32));
    place.filter(|m| m.first == first && scene.cast.actor(m.actor).kind == ActorKind::Place)
}
