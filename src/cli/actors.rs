//! `whom actors`: the actors of a graph as a table.

use super::filters::Filters;
use super::input::GraphInput;
use super::{Failure, Outcome, note};
use clap::Args;
use serde_json::json;
use std::io::{BufWriter, Write};
use whom::graph::{ActorGraph, Standing};

/// Lists the actors of a graph, those of most ties first.
///
/// Here --kind chooses the actors that are listed; their ties to others still count.
#[derive(Args)]
#[command(after_help = "Example:
  whom actors -g graph.json --kind agency,unit --country Ukraine")]
pub struct Actors {
    /// Keeps actors of this country; `!Ukraine` leaves one out.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    country: Vec<String>,
    /// Number of actors to list; 0 for all.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 0)]
    top: usize,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    filters: Filters,
}

impl Actors {
    /// Prints the table.
    pub fn run(self) -> Result<Outcome, Failure> {
        let (graph, kinds) = self.filters.apply_but_kinds(self.graph.load()?)?;
        let fits = |standing: &Standing| {
            let actor = graph.actor(standing.node);
            kinds.takes(&actor.kind) && self.is_of_country(actor.country.as_deref())
        };
        let mut census: Vec<Standing> = graph.census().into_iter().filter(fits).collect();
        if self.top > 0 {
            census.truncate(self.top);
        }
        let mut out = BufWriter::new(std::io::stdout().lock());
        match self.json {
            true => print_json(&graph, &census, &mut out)?,
            false => print(&graph, &census, &mut out)?,
        }
        out.flush()?;
        if census.is_empty() {
            note("no such actor; `whom stats` counts the kinds of the graph");
            return Ok(Outcome::Nothing);
        }
        Ok(Outcome::Found)
    }

    fn is_of_country(&self, country: Option<&str>) -> bool {
        let is = |name: &str| country.is_some_and(|country| country.eq_ignore_ascii_case(name));
        let (not, only): (Vec<&str>, Vec<&str>) = self
            .country
            .iter()
            .map(String::as_str)
            .partition(|name| name.starts_with('!'));
        let refused = not.iter().any(|name| is(&name[1..]));
        !refused && (only.is_empty() || only.iter().any(|name| is(name)))
    }
}

fn print(graph: &ActorGraph, census: &[Standing], out: &mut dyn Write) -> std::io::Result<()> {
    let rows: Vec<[&str; 3]> = census
        .iter()
        .map(|standing| {
            let actor = graph.actor(standing.node);
            let country = actor.country.as_deref().unwrap_or("");
            [actor.name.as_str(), actor.kind.as_str(), country]
        })
        .collect();
    let heads = ["name", "kind", "country"];
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or(0).max(heads[column].len())
    };
    let [name, kind, country] = [width(0), width(1), width(2)];
    let [a, b, c] = heads;
    writeln!(
        out,
        "{a:name$}  {b:kind$}  {c:country$}   ties  claims  documents"
    )?;
    for (standing, [a, b, c]) in census.iter().zip(&rows) {
        let Standing {
            ties,
            claims,
            documents,
            ..
        } = standing;
        writeln!(
            out,
            "{a:name$}  {b:kind$}  {c:country$}  {ties:5}  {claims:6}  {documents:9}"
        )?;
    }
    Ok(())
}

fn print_json(graph: &ActorGraph, census: &[Standing], out: &mut dyn Write) -> std::io::Result<()> {
    let actors: Vec<_> = census
        .iter()
        .map(|standing| {
            let actor = graph.actor(standing.node);
            json!({
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind.as_str(),
                "country": actor.country,
                "aliases": actor.aliases,
                "code": actor.code,
                "ties": standing.ties,
                "claims": standing.claims,
                "documents": standing.documents,
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &json!({ "actors": actors }))?;
    writeln!(out)
}
