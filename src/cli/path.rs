//! `whom path`: how two actors are linked.

use super::filters::Filters;
use super::input::GraphInput;
use super::names::of_id;
use super::{Failure, Outcome, note, path_json};
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use std::io::{BufWriter, Write};
use whom::Error;
use whom::export::{Format, Quotes, describe_tie, write_quoted_mermaid};
use whom::graph::{ActorGraph, Direction, PathQuery, Paths, Weight};
use whom::petgraph::graph::EdgeIndex;

/// Prints the shortest paths between two actors with the sentences behind every tie.
#[derive(Args)]
#[command(after_help = "Example:
  whom path \"North Korea\" Ukraine -g graph.json --no-speech
  whom path Norway Latvia --weight evidence --in-order
  whom path Norway Latvia --all --max-hops 3 -f mermaid
  whom path Reuters Norway -f json | jq '.paths[0].ties[].relation'")]
pub struct Path {
    /// Name, alias or id of the first actor.
    from: String,
    /// Name, alias or id of the second actor.
    to: String,
    /// Greatest number of ties in a path, never more than 100.
    #[arg(
        long,
        visible_alias = "max-length",
        value_name = "N",
        default_value_t = 4
    )]
    max_hops: usize,
    /// Greatest number of paths.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 5)]
    limit: usize,
    /// Prints every simple path of at most --max-hops ties.
    #[arg(long, conflicts_with = "limit")]
    all: bool,
    /// What makes a tie long; speech weighs twice as much as deeds.
    #[arg(long, value_enum, default_value_t = By::Hops)]
    weight: By,
    /// Lets dates never fall along a path; ties without a date are not walked then.
    #[arg(long)]
    in_order: bool,
    /// Greatest number of steps before the search gives up.
    #[arg(long, value_name = "N", default_value_t = PathQuery::default().max_steps)]
    max_steps: usize,
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
    /// Prints text, JSON (one path a line: jsonl), or a drawing of all the paths together.
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
enum By {
    /// Every tie is one.
    Hops,
    /// Well supported ties are short: one over ln(1 + independent sources).
    Evidence,
    /// Sure ties are short: stated, claimed, disputed, planned, possible, denied.
    Certainty,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Text,
    Json,
    Jsonl,
    Dot,
    Mermaid,
}

impl Path {
    /// Prints the paths.
    pub fn run(self) -> Result<Outcome, Failure> {
        let whole = self.graph.load()?;
        let [from, to] = [&self.from, &self.to].map(|name| self.filters.id_of(&whole, name));
        let ids = [from?, to?];
        if ids[0] == ids[1] {
            let message = format!("\"{}\" and \"{}\" are the same actor", self.from, self.to);
            return Err(Error::Usage(message).into());
        }
        let via = self.filters.via(&whole)?;
        let graph = self.filters.apply_for_paths(whole)?;
        let paths = self.search(&graph, &ids, &via);
        let mut out = BufWriter::new(std::io::stdout().lock());
        match self.format {
            Form::Text => self.print(&graph, &paths, &mut out)?,
            Form::Json => path_json::write(&graph, &paths, &mut out)?,
            Form::Jsonl => path_json::write_lines(&graph, &paths, &mut out)?,
            Form::Dot => {
                let dot = Format::from_name("dot").expect("DOT is a format");
                dot.write(&drawn(&graph, &paths), &mut out)?;
            }
            Form::Mermaid => write_quoted_mermaid(&drawn(&graph, &paths), &mut out)?,
        }
        out.flush()?;
        if paths.gave_up {
            note(format_args!(
                "the search was cut short after {} steps; what is printed comes before all the \
                 rest; --max-hops or filters make it smaller, --max-steps lets it go on",
                self.max_steps
            ));
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
        let node = |id: &String| of_id(graph, id);
        let via: Option<Vec<_>> = via.iter().map(node).collect();
        let (Some(from), Some(to), Some(via)) = (node(&ends[0]), node(&ends[1]), via) else {
            return Paths::default();
        };
        let query = PathQuery {
            max_hops: self.max_hops,
            limit: if self.all { usize::MAX } else { self.limit },
            weight: match self.weight {
                By::Hops => Weight::Hops,
                By::Evidence => Weight::Evidence,
                By::Certainty => Weight::Certainty,
            },
            in_order: self.in_order,
            max_steps: self.max_steps,
            direction: match self.direction {
                Way::Any => Direction::Any,
                Way::Out => Direction::Out,
                Way::In => Direction::In,
            },
            include_denied: self.include_denied,
            speech: !self.no_speech,
            via,
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

/// Returns the graph of every tie of some paths.
fn drawn(graph: &ActorGraph, paths: &Paths) -> ActorGraph {
    let hops = paths.found.iter().flat_map(|path| &path.hops);
    let ties: BTreeSet<EdgeIndex> = hops.map(|hop| hop.edge).collect();
    graph.with_ties(|edge| ties.contains(&edge))
}
