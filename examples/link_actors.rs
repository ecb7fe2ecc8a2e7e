//! Collects articles into a graph and prints how two actors are linked.
//!
//!     cargo run --example link_actors "Piet van Ormond" Brightwater examples/port-software.txt

use whom::graph::{ActorGraph, PathQuery};
use whom::{Whom, text};

fn main() -> whom::Result<()> {
    let mut args = std::env::args().skip(1);
    let (Some(from), Some(to)) = (args.next(), args.next()) else {
        return Err(whom::Error::Usage(
            "link_actors FROM TO ARTICLE…".to_owned(),
        ));
    };
    let paths: Vec<_> = args.map(Into::into).collect();
    let whom = Whom::new()?;
    let readings: whom::Result<Vec<_>> = text::load(&paths)
        .map(|document| Ok(whom.read(&document?)))
        .collect();
    let graph = ActorGraph::collect(readings?);

    let (Some(&from), Some(&to)) = (graph.find(&from).first(), graph.find(&to).first()) else {
        return Err(whom::Error::Usage(
            "no such actor in these articles".to_owned(),
        ));
    };
    for path in graph.paths(from, to, &PathQuery::default()).found {
        for hop in path.hops {
            let tie = graph.tie(hop.edge);
            let (source, target) = graph.ends(hop.edge);
            println!(
                "{} {} {}: “{}”",
                graph.actor(source).name,
                tie.relation(),
                graph.actor(target).name,
                tie.claims()[0].claim.evidence
            );
        }
        println!();
    }
    Ok(())
}
