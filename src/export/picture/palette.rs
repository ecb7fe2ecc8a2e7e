//! The colours of pictures, as a style sheet.

use super::Theme;
use crate::actors::ActorKind;
use crate::graph::Certainty;
use std::fmt::Write;

/// The fonts that a picture asks for; all of them are as wide as Helvetica, after which text is measured.
pub(super) const FONTS: &str = "Liberation Sans, Arial, Helvetica, Whom Sans, sans-serif";

/// Colours of one theme.
struct Palette {
    paper: &'static str,
    panel: &'static str,
    ink: &'static str,
    muted: &'static str,
    kinds: [[&'static str; 2]; 12],
    lines: [&'static str; 6],
}

/// Fills and borders in the order of [`ActorKind::ALL`], lines in that of [`Certainty::ALL`].
const LIGHT: Palette = Palette {
    paper: "#ffffff",
    panel: "#f7f8fa",
    ink: "#1f2933",
    muted: "#5a6673",
    kinds: [
        ["#bcd7f0", "#2b6cb0"],
        ["#cfe8cf", "#2f7d32"],
        ["#edf7ed", "#2f7d32"],
        ["#dcebfa", "#2b6cb0"],
        ["#f7cfcb", "#b03a2e"],
        ["#efb8a8", "#8f2d1f"],
        ["#cdeaf0", "#0e7490"],
        ["#fbeec2", "#9a7400"],
        ["#f7dfb5", "#a05a00"],
        ["#e6d9f5", "#6b3fa0"],
        ["#eef0d5", "#6b7a1e"],
        ["#e5e7eb", "#4b5563"],
    ],
    lines: [
        "#c81e1e", "#1f2933", "#1f2933", "#1d5fa8", "#66727f", "#9a5b13",
    ],
};

const DARK: Palette = Palette {
    paper: "#14181d",
    panel: "#1d232a",
    ink: "#e8edf2",
    muted: "#a3afbb",
    kinds: [
        ["#1f4468", "#6fb1ee"],
        ["#1f4a2b", "#74c67f"],
        ["#203027", "#74c67f"],
        ["#1d3247", "#6fb1ee"],
        ["#5a2320", "#f08a80"],
        ["#56221a", "#e8735d"],
        ["#123f4a", "#4fc3d9"],
        ["#4a3d12", "#e0b93c"],
        ["#4f3413", "#eaa24f"],
        ["#3b2a58", "#b899e6"],
        ["#3a401a", "#bccb63"],
        ["#31373f", "#9aa7b5"],
    ],
    lines: [
        "#ff7b72", "#dfe6ec", "#dfe6ec", "#79b8ff", "#9aa7b5", "#e3a653",
    ],
};

/// Returns the class of a kind of actor.
pub(super) fn kind_class(kind: ActorKind) -> String {
    format!("k-{}", kind.as_str())
}

/// Returns the style sheet of a theme.
pub(super) fn style(theme: Theme) -> String {
    match theme {
        Theme::Light => rules(&LIGHT),
        Theme::Dark => rules(&DARK),
        Theme::Auto => format!(
            "{}@media (prefers-color-scheme: dark) {{\n{}}}\n",
            rules(&LIGHT),
            rules(&DARK)
        ),
    }
}

fn rules(palette: &Palette) -> String {
    let Palette {
        paper,
        panel,
        ink,
        muted,
        ..
    } = palette;
    let mut rules = format!(
        ".paper{{fill:{paper}}}\n.panel{{fill:{panel}}}\n.ink{{fill:{ink}}}\n.muted{{fill:{muted}}}\n\
         .frame{{fill:none;stroke:{muted};stroke-opacity:0.4}}\n.back{{fill:{paper};fill-opacity:0.9}}\n"
    );
    for (kind, [fill, border]) in ActorKind::ALL.iter().zip(palette.kinds) {
        let class = kind_class(*kind);
        // Writing to a string does not fail.
        let _ = writeln!(rules, ".{class}{{fill:{fill};stroke:{border}}}");
    }
    for (certainty, color) in Certainty::ALL.iter().zip(palette.lines) {
        let name = certainty.as_str();
        let _ = writeln!(rules, ".l-{name}{{fill:none;stroke:{color}}}");
        let _ = writeln!(rules, ".a-{name}{{fill:{color};stroke:{color}}}");
        let _ = writeln!(rules, ".e-{name}{{fill:{paper};stroke:{color}}}");
        let _ = writeln!(rules, ".t-{name}{{fill:{color}}}");
    }
    rules
}

/// Returns the dashes of a line; nothing for a plain one.
pub(super) fn dashes(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated | Certainty::Disputed => "",
        Certainty::Claimed => "7 3",
        Certainty::Planned => "3 3",
        Certainty::Possible => "1.5 3.5",
        Certainty::Denied => "10 3 2 3",
    }
}
