//! Handing graphs and readings on: one file for each format, one row each in [`Format::ALL`].
//!
//! Domain types are not serializable; the wire forms live here, so that the formats stay
//! fixed where the types move.

mod columns;
mod countries;
mod csv;
mod cypher;
mod cytoscape;
mod dot;
mod dot_style;
mod events;
mod files;
mod format;
mod ftm;
mod gexf;
mod graphml;
mod html;
mod json;
mod json_read;
mod jsonl;
mod jsonld;
mod legend;
mod mermaid;
mod neo4j;
mod node_ids;
mod parquet;
mod picture;
mod plain;
mod rows;
mod stix;
mod text;
mod wire;
mod xml;

pub use events::{Coded, Event, Events};
pub use files::Part;
pub use format::Format;
pub use json_read::read_graph;
pub use jsonl::{parse_reading, read_readings, write_reading};
pub use mermaid::write_quoted as write_quoted_mermaid;
pub use picture::{Engine, Picture, Theme};
pub use text::{Quotes, describe_claim, describe_tie, link, sentence, tie_line, voice};
