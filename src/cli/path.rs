//! `whom path`: how two actors are linked.

use super::filters::Filters;
use super::input::GraphInput;
use super::names::{resolve, resolve_all};
use super::{Failure, Outcome, note, path_json};
use clap::{Args, ValueEnum};
use std::io::{BufWriter, Write};
use whom::Error;
use whom::export::{Quotes, describe_tie};
use whom::graph::{ActorGraph, Direction, PathQuery, Paths};

/// Prints the shortest paths between two actors with the sentences behind every tie.
#[derive(Args)]
#[command(after_help = "Example:
  whom path \"North Korea\" Ukraine -g graph.json --no-speech
  whom path Reuters Norway -f json | jq '.paths[0].ties[].relation'")]
pub struct Path {
    /// Name, alias or id of the first actor.
    from: String,
    /// Name, alias or id of the second actor.
    to: String,
    /// Greatest number of ties in a path.
    #[arg(long, value_name = "N", default_value_t = 4)]
    max_hops: usize,
    /// Greatest number of paths.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 5)]
    limit: usize,
    /// Which way ties are walked.
    #[arg(long, value_enum, default_value_t = Way::Any)]
    direction: Way,
    /// Walks ties that every claim denies, too.
    #[arg(long)]
    include_denied: bool,
    /// Leaves out speech: reports, denies, accuses, …
    #[arg(long)]
    no_speech: bool,
    /// Shows every claim of a tie instead of the first two.
    #[arg(short, long)]
    verbose: bool,
    /// Prints text or JSON.
    #[arg(short, long, value_enum, default_value_t = Form::Text)]
    format: Form,
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    filters: Filters,
}

#[derive(Clone, Copy, ValueEnum)]
enum Way {
    /// Either way; the arrows tell.
    Any,
    /// From source to target.
    Out,
    /// From target to source.
    In,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Text,
    Json,
}

impl Path {
    /// Prints the paths.
    pub fn run(self) -> Result<Outcome, Failure> {
        let whole = self.graph.load()?;
        let ends = [&self.from, &self.to].map(|name| resolve(&whole, name));
        let [from, to] = ends;
        let ids = [from?, to?].map(|node| whole.actor(node).id.clone());
        if ids[0] == ids[1] {
            let message = format!("\"{}\" and \"{}\" are the same actor", self.from, self.to);
            return Err(Error::Usage(message).into());
        }
        let via = resolve_all(&whole, self.filters.via())?;
        let via: Vec<String> = via.iter().map(|&n| whole.actor(n).id.clone()).collect();
        let graph = self.filters.apply_for_paths(whole)?;
        let paths = self.search(&graph, &ids, &via);
        let mut out = BufWriter::new(std::io::stdout().lock());
        match self.format {
            Form::Text => self.print(&graph, &paths, &mut out)?,
            Form::Json => path_json::write(&graph, &paths, &mut out)?,
        }
        out.flush()?;
        if paths.gave_up {
            note("the search was cut short; --max-hops or filters make it smaller");
        } else if paths.found.is_empty() {
            note(format_args!("no path of at most {} ties", self.max_hops));
        } else if paths.more {
            note(format_args!(
                "there are more paths; --limit shows more than {}",
                self.limit
            ));
        }
        Ok(match paths.found.is_empty() {
            true => Outcome::Nothing,
            false => Outcome::Found,
        })
    }

    /// Returns the paths, none where a filter left out one of the actors.
    fn search(&self, graph: &ActorGraph, ends: &[String; 2], via: &[String]) -> Paths {
        let node = |id: &String| {
            let mut nodes = graph.petgraph().node_indices();
            nodes.find(|&node| graph.actor(node).id == *id)
        };
        let via: Option<Vec<_>> = via.iter().map(node).collect();
        let (Some(from), Some(to), Some(via)) = (node(&ends[0]), node(&ends[1]), via) else {
            return Paths::default();
        };
        let query = PathQuery {
            max_hops: self.max_hops,
            limit: self.limit,
            direction: match self.direction {
                Way::Any => Direction::Any,
                Way::Out => Direction::Out,
                Way::In => Direction::In,
            },
            include_denied: self.include_denied,
            speech: !self.no_speech,
            via,
            ..PathQuery::default()
        };
        graph.paths(from, to, &query)
    }

    fn print(&self, graph: &ActorGraph, paths: &Paths, out: &mut dyn Write) -> Result<(), Failure> {
        for (number, path) in (1..).zip(&paths.found) {
            if number > 1 {
                writeln!(out)?;
            }
            let ties = match path.hops.len() {
                1 => "1 tie".to_owned(),
                n => format!("{n} ties"),
            };
            let weakest = graph
                .weakest(path)
                .map_or("", |certainty| certainty.as_str());
            writeln!(out, "{number}  {ties} · at best {weakest}")?;
            for hop in &path.hops {
                let quotes = Quotes::from_verbose(self.verbose);
                describe_tie(graph, hop.edge, hop.forward, quotes, out)?;
            }
        }
        Ok(())
    }
}
