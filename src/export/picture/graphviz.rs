//! A picture drawn by Graphviz's `dot` program from our DOT.

use crate::error::{Error, Result};
use crate::export::dot;
use crate::graph::ActorGraph;
use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};

/// Returns a graph as SVG.
///
/// # Errors
///
/// Fails where the program is not there or cannot draw.
pub(super) fn draw(graph: &ActorGraph) -> Result<String> {
    let source = dot::print(graph);
    let mut child = Command::new("dot")
        .arg("-Tsvg")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => Error::Usage(MISSING.to_owned()),
            _ => Error::io("dot", error),
        })?;
    let mut input = child.stdin.take().expect("stdin was piped above");
    // dot reads everything before it draws, but it may complain before it has read everything.
    let writer = std::thread::spawn(move || input.write_all(source.as_bytes()));
    let drawn = child
        .wait_with_output()
        .map_err(|error| Error::io("dot", error))?;
    let fed = writer.join().unwrap_or(Ok(()));
    if !drawn.status.success() {
        let complaint = String::from_utf8_lossy(&drawn.stderr);
        return Err(Error::Usage(format!("dot failed: {}", complaint.trim())));
    }
    fed.map_err(|error| Error::io("dot", error))?;
    Ok(String::from_utf8_lossy(&drawn.stdout).into_owned())
}

const MISSING: &str = "--engine dot needs Graphviz's `dot` program, which is not on the PATH: install it \
(`apt install graphviz`, `brew install graphviz`, `winget install graphviz`), \
or leave --engine out: whom draws without it";
