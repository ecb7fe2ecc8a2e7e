//! Reads an article and prints who did what to whom, who says so, and how sure.
//!
//!     cargo run --example read_article examples/port-software.txt

use whom::{Whom, text};

fn main() -> whom::Result<()> {
    let whom = Whom::new()?;
    let paths: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    for document in text::load(&paths) {
        let reading = whom.read(&document?);
        let name = |actor: whom::actors::ActorIndex| reading.actors[actor.0 as usize].name.as_str();
        for claim in &reading.claims {
            let speakers: Vec<&str> = claim.attributed_to.iter().map(|&a| name(a)).collect();
            println!(
                "{} {} {} ({}{}{})",
                name(claim.source),
                claim.relation,
                name(claim.target),
                claim.status.as_str(),
                if speakers.is_empty() { "" } else { ", says " },
                speakers.join(", citing "),
            );
        }
    }
    Ok(())
}
