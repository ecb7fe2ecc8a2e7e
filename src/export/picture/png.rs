//! A picture as PNG: our SVG, painted by resvg with a font that the binary carries.

use super::{Engine, Picture, Theme, page};
use crate::error::{Error, Result};
use crate::graph::ActorGraph;
use resvg::usvg::{Options, Tree};
use resvg::{tiny_skia, usvg};
use std::io::Write;
use std::sync::Arc;

/// Latin, Greek and Cyrillic letters of Liberation Sans under another name, as its licence asks;
/// `font.md` beside it tells how it was made.
const FONT: &[u8] = include_bytes!("font.ttf");
/// Dots of the picture for each pixel of the drawing: sharp on fine screens and in print.
const SHARPNESS: f32 = 2.0;
/// Dots along a side at most; a larger drawing is painted with fewer dots a pixel.
const LARGEST: f32 = 12_000.0;

/// Writes a graph as PNG.
///
/// # Errors
///
/// Fails where Graphviz is asked for, which draws SVG alone, and where the output cannot be written.
pub(in crate::export) fn write(
    graph: &ActorGraph,
    picture: &Picture,
    out: &mut dyn Write,
) -> Result<()> {
    if picture.engine == Engine::Dot {
        let message = "--engine dot draws SVG alone: write SVG (`-f svg`), or leave --engine out";
        return Err(Error::Usage(message.to_owned()));
    }
    let theme = match picture.theme {
        // Paint does not know who looks at it.
        Theme::Auto => Theme::Light,
        fixed => fixed,
    };
    let picture = Picture {
        theme,
        ..picture.clone()
    };
    let svg = page::draw(graph, &picture);
    let painted = paint(&svg).map_err(|error| Error::Usage(format!("no PNG: {error}")))?;
    out.write_all(&painted)
        .map_err(|error| Error::io("output", error))
}

fn paint(svg: &str) -> std::result::Result<Vec<u8>, String> {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_data(FONT.to_vec());
    if !svg.chars().all(has_glyph) {
        fonts.load_system_fonts();
    }
    let options = Options {
        font_family: "Whom Sans".to_owned(),
        fontdb: Arc::new(fonts),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let size = tree.size();
    let scale = SHARPNESS.min(LARGEST / size.width().max(size.height()));
    let dots = |side: f32| (side * scale).ceil().max(1.0) as u32;
    let mut paper = tiny_skia::Pixmap::new(dots(size.width()), dots(size.height()))
        .ok_or("the picture is too large")?;
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut paper.as_mut());
    paper.encode_png().map_err(|error| error.to_string())
}

/// Returns whether the font of the binary has a character.
fn has_glyph(c: char) -> bool {
    matches!(c, '\n' | ' '..='\u{24f}' | '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{4ff}')
        || matches!(c, '\u{2010}'..='\u{2026}' | '\u{2190}'..='\u{2195}' | '€')
}
