//! The table of formats.

use super::files::{self, Part};
use super::picture::{self, Picture};
use super::{
    csv, cypher, cytoscape, dot, ftm, gexf, graphml, html, json, jsonl, jsonld, mermaid, neo4j,
    parquet, stix, text,
};
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
    writer: Writer,
}

/// What writes a format.
#[derive(Clone, Copy)]
enum Writer {
    Text(fn(&ActorGraph, &mut dyn Write) -> Result<()>),
    Picture(fn(&ActorGraph, &Picture, &mut dyn Write) -> Result<()>),
    Folder(
        &'static [&'static str],
        fn(&ActorGraph) -> Result<Vec<Part>>,
    ),
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 18] = [
        Format {
            name: "json",
            extension: "json",
            gloss: "NetworkX node-link JSON with claims and documents; whom reads it back",
            writer: Writer::Text(json::write),
        },
        Format {
            name: "jsonl",
            extension: "jsonl",
            gloss: "one reading a line: the actors and claims of each document",
            writer: Writer::Text(jsonl::write),
        },
        Format {
            name: "dot",
            extension: "dot",
            gloss: "Graphviz DOT",
            writer: Writer::Text(dot::write),
        },
        Format {
            name: "svg",
            extension: "svg",
            gloss: "a picture for pages and articles, to any size",
            writer: Writer::Picture(picture::write_svg),
        },
        Format {
            name: "png",
            extension: "png",
            gloss: "a picture for slides and messages",
            writer: Writer::Picture(picture::write_png),
        },
        Format {
            name: "html",
            extension: "html",
            gloss: "a page to look at, ask and send on: one file, works offline",
            writer: Writer::Text(html::write),
        },
        Format {
            name: "text",
            extension: "txt",
            gloss: "every tie with its sentences, for people to read",
            writer: Writer::Text(text::write),
        },
        Format {
            name: "gexf",
            extension: "gexf",
            gloss: "GEXF 1.3 for Gephi, with dates",
            writer: Writer::Text(gexf::write),
        },
        Format {
            name: "graphml",
            extension: "graphml",
            gloss: "GraphML for NetworkX, igraph, yEd",
            writer: Writer::Text(graphml::write),
        },
        Format {
            name: "cytoscape",
            extension: "cyjs",
            gloss: "Cytoscape.js elements, placed",
            writer: Writer::Text(cytoscape::write),
        },
        Format {
            name: "ftm",
            extension: "ftm",
            gloss: "FollowTheMoney entities for Aleph, one a line",
            writer: Writer::Text(ftm::write),
        },
        Format {
            name: "neo4j",
            extension: "zip",
            gloss: "a zip of tables for neo4j-admin's import",
            writer: Writer::Text(neo4j::write),
        },
        Format {
            name: "cypher",
            extension: "cypher",
            gloss: "statements for Neo4j and its kin",
            writer: Writer::Text(cypher::write),
        },
        Format {
            name: "mermaid",
            extension: "mmd",
            gloss: "a Mermaid chart for Markdown, of at most 500 ties",
            writer: Writer::Text(mermaid::write),
        },
        Format {
            name: "stix",
            extension: "stix",
            gloss: "a STIX 2.1 bundle for OpenCTI",
            writer: Writer::Text(stix::write),
        },
        Format {
            name: "csv",
            extension: "csv",
            gloss: "a table for spreadsheets, one claim a row",
            writer: Writer::Text(csv::write),
        },
        Format {
            name: "parquet",
            extension: "parquet",
            gloss: "a folder of tables for DuckDB, Spark, GraphFrames: actors, ties, claims",
            writer: Writer::Folder(&parquet::NAMES, parquet::files),
        },
        Format {
            name: "jsonld",
            extension: "jsonld",
            gloss: "JSON-LD: statements with their provenance (PROV-O)",
            writer: Writer::Text(jsonld::write),
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

    /// Writes a graph; a picture as it is drawn by default, a folder of files as a zip file.
    ///
    /// # Errors
    ///
    /// Fails where the output cannot be written.
    pub fn write(&self, graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
        self.write_picture(graph, &Picture::default(), out)
    }

    /// Writes a graph; `picture` says how it is drawn where the format is a picture.
    ///
    /// # Errors
    ///
    /// Fails where the output cannot be written, or a program that shall draw is missing.
    pub fn write_picture(
        &self,
        graph: &ActorGraph,
        picture: &Picture,
        out: &mut dyn Write,
    ) -> Result<()> {
        match self.writer {
            Writer::Text(write) => write(graph, out),
            Writer::Picture(write) => write(graph, picture, out),
            Writer::Folder(_, files) => files::pack(&files(graph)?, out),
        }
    }

    /// Returns the files of a format that is a folder, by name; `None` where the format is one file.
    ///
    /// ```
    /// use whom::{export::Format, graph::ActorGraph};
    /// let parquet = Format::from_name("parquet").expect("whom has it");
    /// let files = parquet.files(&ActorGraph::default())?.expect("it is a folder");
    /// assert_eq!(files[0].name, "actors.parquet");
    /// # Ok::<(), whom::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails where the graph cannot be put into the format.
    pub fn files(&self, graph: &ActorGraph) -> Result<Option<Vec<Part>>> {
        match self.writer {
            Writer::Folder(_, files) => files(graph).map(Some),
            Writer::Text(_) | Writer::Picture(_) => Ok(None),
        }
    }

    /// Returns what the files of a format that is a folder are called; `None` where the format is one file.
    pub fn file_names(&self) -> Option<&'static [&'static str]> {
        match self.writer {
            Writer::Folder(names, _) => Some(names),
            Writer::Text(_) | Writer::Picture(_) => None,
        }
    }

    /// Returns whether the format is a picture.
    pub fn is_picture(&self) -> bool {
        matches!(self.writer, Writer::Picture(_))
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
