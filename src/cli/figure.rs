//! What part of a graph a figure shows, and how it is drawn.

use super::Failure;
use super::names::resolve;
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use whom::Error;
use whom::export::{Engine, Format, Picture, Theme};
use whom::graph::{ActorGraph, Certainty, Choice, Filter, PathQuery};

/// The part of the graph that a figure shows; filters come first.
#[derive(Args)]
#[command(next_help_heading = "Figure")]
pub struct Figure {
    /// Keeps the N actors of the best supported ties, and the ties among them.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..))]
    top: Option<u32>,
    /// Keeps an actor, those it is tied to, and the ties among them.
    #[arg(long, value_name = "ACTOR")]
    focus: Option<String>,
    /// Keeps the shortest paths between two actors.
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"])]
    path: Option<Vec<String>>,
    /// Keeps what somebody denies: disputed and denied ties.
    #[arg(long)]
    disputed: bool,
    /// Stands above a picture.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The colours of a picture.
    #[arg(long, value_enum)]
    theme: Option<Colours>,
    /// Who draws a picture.
    #[arg(long, value_enum)]
    engine: Option<Drawer>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Colours {
    /// Dark on white.
    Light,
    /// Light on black.
    Dark,
    /// SVG that is dark where the reader's screen is.
    Auto,
}

#[derive(Clone, Copy, ValueEnum)]
enum Drawer {
    /// whom itself.
    Own,
    /// Graphviz's dot program.
    Dot,
}

impl Figure {
    /// Returns the part of a graph that the figure shows.
    pub fn select(&self, mut graph: ActorGraph) -> Result<ActorGraph, Failure> {
        if let Some([from, to]) = self.path.as_deref().and_then(|ends| ends.first_chunk()) {
            let (from, to) = (resolve(&graph, from)?, resolve(&graph, to)?);
            let paths = graph.paths(from, to, &PathQuery::default());
            let hops = paths.found.iter().flat_map(|path| &path.hops);
            let ties: BTreeSet<_> = hops.map(|hop| hop.edge).collect();
            graph = graph.of_ties(&ties);
        }
        if let Some(actor) = &self.focus {
            graph = graph.around(resolve(&graph, actor)?, 1);
        }
        if self.disputed {
            graph = graph.select(&Filter {
                certainties: Choice {
                    only: vec![Certainty::Disputed, Certainty::Denied],
                    not: Vec::new(),
                },
                ..Filter::default()
            });
        }
        if let Some(actors) = self.top {
            graph = graph.top(actors as usize);
        }
        Ok(graph)
    }

    /// Returns how to draw, where the format is a picture at all.
    pub fn picture(&self, format: &Format) -> Result<Picture, Failure> {
        let asked = [
            ("--title", self.title.is_some()),
            ("--theme", self.theme.is_some()),
            ("--engine", self.engine.is_some()),
        ];
        if let Some((flag, _)) = asked
            .iter()
            .find(|(_, asked)| *asked && !format.is_picture())
        {
            let message = format!("{flag} is for pictures: write to .svg or .png, or say -f svg");
            return Err(Error::Usage(message).into());
        }
        Ok(Picture {
            engine: match self.engine {
                Some(Drawer::Dot) => Engine::Dot,
                Some(Drawer::Own) | None => Engine::Own,
            },
            theme: match self.theme {
                Some(Colours::Dark) => Theme::Dark,
                Some(Colours::Auto) => Theme::Auto,
                Some(Colours::Light) | None => Theme::Light,
            },
            title: self.title.clone(),
        })
    }
}
