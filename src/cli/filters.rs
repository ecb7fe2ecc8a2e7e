//! The filters that every verb on a graph takes.

use super::names::resolve;
use super::{Failure, note};
use clap::{Args, ValueEnum};
use whom::Error;
use whom::actors::ActorKind;
use whom::claims::Status;
use whom::graph::{ActorGraph, Certainty, Choice, Filter};
use whom::petgraph::graph::NodeIndex;

/// What to keep of the graph before anything else is done.
#[derive(Args)]
#[command(next_help_heading = "Filters")]
pub struct Filters {
    /// Keeps these relations; `!reports` leaves one out.
    #[arg(short, long, value_name = "ID", value_delimiter = ',')]
    relation: Vec<String>,
    /// Keeps ties between these kinds of actors; `!media` leaves one out.
    #[arg(short, long, value_name = "KIND", value_delimiter = ',')]
    kind: Vec<String>,
    /// Keeps claims of this day or later (YYYY-MM-DD).
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// Keeps claims of this day or earlier (YYYY-MM-DD).
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// Keeps claims of this status: actual, planned, possible, denied; `!` leaves one out.
    #[arg(long, value_name = "STATUS", value_delimiter = ',')]
    status: Vec<String>,
    /// Keeps ties of this certainty: disputed, stated, claimed, planned, possible, denied; `!` leaves one out.
    #[arg(long, value_name = "CERTAINTY", value_delimiter = ',')]
    certainty: Vec<String>,
    /// Keeps claims whose reading is right at least so often, by measure: from 0 to 1.
    #[arg(long, value_name = "SHARE", value_parser = share, default_value = "0", hide_default_value = true)]
    min_reliability: u8,
    /// Keeps ties with at least so many independent sources.
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_sources: usize,
    /// Keeps claims that this actor makes.
    #[arg(long, value_name = "ACTOR")]
    said_by: Vec<String>,
    /// Keeps ties of this actor; paths must pass it.
    #[arg(long, value_name = "ACTOR")]
    via: Vec<String>,
    /// Leaves out this actor.
    #[arg(long, value_name = "ACTOR")]
    avoid: Vec<String>,
    /// Folds actors together; `country`: all that belong to a country become it. Filters see both: the ministry that speaks,
    /// and its country; sources and certainty are those of the folded ties.
    #[arg(long, value_enum, value_name = "WHAT")]
    by: Option<Fold>,
}

/// What actors are folded into.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub enum Fold {
    /// Their countries; ties inside a country are left out.
    Country,
}

/// Reads a share, and returns it in hundredths.
fn share(text: &str) -> Result<u8, String> {
    match text.parse() {
        Ok(share @ 0.0..=1.0) => Ok((share * 100.0_f64).round() as u8),
        _ => Err("expected a number from 0 to 1, such as 0.7".to_owned()),
    }
}

impl Filters {
    /// Returns the part of a graph that the filters keep.
    pub fn apply(&self, graph: ActorGraph) -> Result<ActorGraph, Failure> {
        let via = self.nodes(&graph, &self.via)?;
        let filter = Filter {
            via,
            ..self.filter(&graph)?
        };
        Ok(select(graph, &filter))
    }

    /// Returns whether actors are folded together.
    pub fn folds(&self) -> bool {
        self.by.is_some()
    }

    /// Returns the id that an actor of the whole graph has in the part that the filters keep.
    pub fn id_of(&self, whole: &ActorGraph, name: &str) -> Result<String, Failure> {
        let own = resolve(whole, name);
        if self.by.is_none() {
            return own.map(|node| whole.actor(node).id.clone());
        }
        match own {
            Ok(node) => Ok(whole.countries()[node.index()].id.clone()),
            // A country may be there by its ministries alone.
            Err(Failure::Unknown { .. }) => {
                let folded = whole.by_country();
                Ok(folded.actor(resolve(&folded, name)?).id.clone())
            }
            Err(ambiguous) => Err(ambiguous),
        }
    }

    /// Returns the part of a graph to search for paths in; `--via` is for the search.
    pub fn apply_for_paths(&self, graph: ActorGraph) -> Result<ActorGraph, Failure> {
        let filter = self.filter(&graph)?;
        Ok(select(graph, &filter))
    }

    /// Returns the part of a graph that the filters keep, `--kind` aside, and the kinds chosen.
    pub fn apply_but_kinds(
        &self,
        graph: ActorGraph,
    ) -> Result<(ActorGraph, Choice<ActorKind>), Failure> {
        let via = self.nodes(&graph, &self.via)?;
        let filter = self.filter(&graph)?;
        let kinds = filter.kinds;
        let filter = Filter {
            via,
            kinds: Choice::default(),
            ..filter
        };
        Ok((select(graph, &filter), kinds))
    }

    /// Returns the ids of the actors that a path must pass.
    pub fn via(&self, whole: &ActorGraph) -> Result<Vec<String>, Failure> {
        let ids = self.via.iter().map(|name| self.id_of(whole, name));
        ids.collect()
    }

    fn filter(&self, graph: &ActorGraph) -> Result<Filter, Failure> {
        let relations = choice("relation", &self.relation, |id| Some(id.to_owned()), &[])?;
        for id in relations.only.iter().chain(&relations.not) {
            let mut ties = graph.petgraph().edge_weights();
            if !ties.any(|tie| tie.relation() == id) {
                note(format_args!(
                    "the graph has no tie \"{id}\"; `whom stats` lists its relations"
                ));
            }
        }
        let kinds = ActorKind::ALL.map(ActorKind::as_str);
        let statuses = Status::ALL.map(Status::as_str);
        let certainties = Certainty::ALL.map(Certainty::as_str);
        Ok(Filter {
            relations,
            kinds: choice("kind", &self.kind, ActorKind::from_name, &kinds)?,
            statuses: choice("status", &self.status, Status::from_name, &statuses)?,
            certainties: choice(
                "certainty",
                &self.certainty,
                Certainty::from_name,
                &certainties,
            )?,
            since: date("since", self.since.as_deref())?,
            until: date("until", self.until.as_deref())?,
            min_reliability: self.min_reliability,
            min_sources: if self.min_sources > 1 {
                self.min_sources
            } else {
                0
            },
            said_by: self.nodes(graph, &self.said_by)?,
            via: Vec::new(),
            avoid: self.nodes(graph, &self.avoid)?,
            by_country: self.by == Some(Fold::Country),
        })
    }

    /// Returns the actors of several names: one each, or all that a country is made of where it
    /// is no actor itself.
    fn nodes(&self, graph: &ActorGraph, names: &[String]) -> Result<Vec<NodeIndex>, Failure> {
        let mut nodes = Vec::new();
        for name in names {
            match resolve(graph, name) {
                Ok(node) => nodes.push(node),
                Err(Failure::Unknown { .. }) if self.folds() => {
                    let id = self.id_of(graph, name)?;
                    let countries = graph.countries();
                    let all = graph.petgraph().node_indices();
                    nodes.extend(all.filter(|node| countries[node.index()].id == id));
                }
                Err(failure) => return Err(failure),
            }
        }
        Ok(nodes)
    }
}

fn select(graph: ActorGraph, filter: &Filter) -> ActorGraph {
    if *filter == Filter::default() {
        graph
    } else {
        graph.select(filter)
    }
}

fn choice<T>(
    flag: &str,
    values: &[String],
    parse: impl Fn(&str) -> Option<T>,
    allowed: &[&str],
) -> Result<Choice<T>, Failure> {
    let mut choice = Choice::default();
    for value in values {
        let name = value.strip_prefix('!').unwrap_or(value);
        let parsed = parse(name).ok_or_else(|| {
            let allowed = allowed.join(", ");
            Error::Usage(format!(
                "--{flag}: unknown \"{name}\", expected one of {allowed}"
            ))
        })?;
        if value.starts_with('!') {
            choice.not.push(parsed);
        } else {
            choice.only.push(parsed);
        }
    }
    Ok(choice)
}

fn date<T: std::str::FromStr>(flag: &str, value: Option<&str>) -> Result<Option<T>, Failure> {
    let Some(text) = value else { return Ok(None) };
    let parsed = text.parse().map_err(|_| {
        Error::Usage(format!(
            "--{flag}: \"{text}\" is not a date such as 2024-10-18"
        ))
    })?;
    Ok(Some(parsed))
}
