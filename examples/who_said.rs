//! Prints who says what of whom: `cargo run --release --example who_said ARTICLE…`.

use std::path::PathBuf;
use whom::actors::ActorIndex;
use whom::{Whom, text};

fn main() -> whom::Result<()> {
    let mut paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        paths.push("examples/flood-relief.txt".into());
    }
    let whom = Whom::new()?;
    for document in text::load(&paths) {
        let reading = whom.read(&document?);
        let name = |actor: &ActorIndex| reading.actors[actor.0 as usize].name.as_str();
        for claim in &reading.claims {
            let speakers: Vec<&str> = claim.attributed_to.iter().map(name).collect();
            let speaker = match speakers.as_slice() {
                [] => "the article".to_owned(),
                speakers => speakers.join(", citing "),
            };
            let (source, target) = (name(&claim.source), name(&claim.target));
            let (relation, status) = (&claim.relation, claim.status.as_str());
            println!("{speaker}: {source} {relation} {target} ({status})");
        }
    }
    Ok(())
}
