//! The table of formats.

use super::{dot, html, json, jsonl, svg, text};
use crate::error::Result;
use crate::graph::ActorGraph;
use std::io::Write;
use std::path::Path;

/// A format that graphs are written in.
///
/// The command line, its help and the choice by file extension all read [`Format::ALL`].
#[derive(Clone, Copy)]
pub struct Format {
    /// Name on the command line.
    pub name: &'static str,
    /// File extension, without a dot.
    pub extension: &'static str,
    /// What it is, in one line.
    pub gloss: &'static str,
    writer: fn(&ActorGraph, &mut dyn Write) -> Result<()>,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 6] = [
        Format {
            name: "json",
            extension: "json",
            gloss: "NetworkX node-link JSON with claims and documents; whom reads it back",
            writer: json::write,
        },
        Format {
            name: "jsonl",
            extension: "jsonl",
            gloss: "one reading a line: the actors and claims of each document",
            writer: jsonl::write,
        },
        Format {
            name: "dot",
            extension: "dot",
            gloss: "Graphviz DOT",
            writer: dot::write,
        },
        Format {
            name: "svg",
            extension: "svg",
            gloss: "a picture, drawn by Graphviz's dot program",
            writer: svg::write,
        },
        Format {
            name: "html",
            extension: "html",
            gloss: "a page to look at, ask and send on: one file, works offline",
            writer: html::write,
        },
        Format {
            name: "text",
            extension: "txt",
            gloss: "every tie with its sentences, for people to read",
            writer: text::write,
        },
    ];

    /// Returns the format of that name, `None` where there is none.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name == name)
    }

    /// Returns the format that a file's extension asks for, `None` where it is none of ours.
    pub fn from_path(path: &Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?;
        Format::ALL
            .into_iter()
            .find(|format| format.extension.eq_ignore_ascii_case(extension))
    }

    /// Writes a graph.
    ///
    /// # Errors
    ///
    /// Fails where the output cannot be written, or a program that draws is missing.
    pub fn write(&self, graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
        (self.writer)(graph, out)
    }
}

/// A format is the row of its name.
impl PartialEq for Format {
    fn eq(&self, other: &Format) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Format({})", self.name)
    }
}
