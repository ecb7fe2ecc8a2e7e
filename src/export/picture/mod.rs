//! Pictures: drawn by ourselves, or by Graphviz's `dot` program where somebody asks for it.

mod caption;
mod graphviz;
mod key;
mod lanes;
mod names;
mod page;
mod palette;
mod png;
mod shapes;

pub(super) use png::write as write_png;

use crate::error::{Error, Result};
use crate::graph::ActorGraph;
use std::io::Write;

/// How a picture is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Who places actors and lines.
    pub engine: Engine,
    /// The colours.
    pub theme: Theme,
    /// What stands above the picture; counts and dates where nothing is given.
    pub title: Option<String>,
}

/// Who places actors and lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// We do.
    #[default]
    Own,
    /// Graphviz's `dot` program does.
    Dot,
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white.
    #[default]
    Light,
    /// Light on black.
    Dark,
    /// As the page that shows it: dark where the reader's screen is set to dark.
    Auto,
}

/// Writes a graph as SVG.
pub(super) fn write_svg(graph: &ActorGraph, picture: &Picture, out: &mut dyn Write) -> Result<()> {
    let text = match picture.engine {
        Engine::Own => page::draw(graph, picture),
        Engine::Dot => graphviz::draw(graph)?,
    };
    out.write_all(text.as_bytes())
        .map_err(|error| Error::io("output", error))
}
