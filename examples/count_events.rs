//! Counts who does what to whom by country and PLOVER category, for a time series.
//!
//!     cargo run --example count_events examples/*.txt

use std::collections::BTreeMap;
use whom::claims::Status;
use whom::export::Events;
use whom::graph::ActorGraph;
use whom::{Whom, text};

fn main() -> whom::Result<()> {
    let paths: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    let whom = Whom::new()?;
    let readings: whom::Result<Vec<_>> = text::load(&paths)
        .map(|document| Ok(whom.read(&document?)))
        .collect();
    let graph = ActorGraph::collect(readings?);

    let coder = Events::new(&whom.data().lexicon.relations);
    let mut counts: BTreeMap<[String; 4], usize> = BTreeMap::new();
    for event in coder.of(&graph) {
        if event.record.claim.status == Status::Actual && !event.plover.is_empty() {
            let month = event.date.map(|date| date.strftime("%Y-%m").to_string());
            let (source, target) = (event.source.country, event.target.country);
            let key = [
                month.unwrap_or_default(),
                source,
                event.plover.to_owned(),
                target,
            ];
            *counts.entry(key).or_default() += 1;
        }
    }
    for ([month, source, category, target], count) in counts {
        println!("{month}\t{source}\t{category}\t{target}\t{count}");
    }
    Ok(())
}
