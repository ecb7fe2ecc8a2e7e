// Colours by day and by night.
//
// Families as in whom's other pictures: states and their bodies are blue, arms are red, people
// are green, what people form is yellow, media are violet, places are grey.

export interface Tint {
  fill: string;
  edge: string;
}

export interface Palette {
  paper: string;
  ink: string;
  quiet: string;
  halo: string;
  accent: string;
  lines: Record<string, string>;
  kinds: Record<string, Tint>;
}

const tint = (fill: string, edge: string): Tint => ({ fill, edge });

export const LIGHT: Palette = {
  paper: "#ffffff",
  ink: "#18212b",
  quiet: "#566271",
  halo: "#ffffff",
  accent: "#0b57d0",
  lines: {
    stated: "#3d4956", claimed: "#3d4956", planned: "#1d5fa8",
    possible: "#6b7684", denied: "#8f5010", disputed: "#c0182a", bundle: "#7a8694",
  },
  kinds: {
    country: tint("#a9cbee", "#1f5fa6"),
    agency: tint("#dcebfa", "#2b6cb0"),
    intergovernmental: tint("#bfe4ec", "#0c6a82"),
    unit: tint("#f5c4be", "#a8322a"),
    armed_group: tint("#e99a86", "#84240f"),
    official: tint("#bfe3c0", "#27702b"),
    person: tint("#e6f5e6", "#3a8a3e"),
    group: tint("#eef0cf", "#66751a"),
    organization: tint("#fbe9ad", "#8a6800"),
    company: tint("#f8d59f", "#985400"),
    media: tint("#dfcff3", "#6636a0"),
    place: tint("#e3e6ea", "#525d6a"),
  },
};

export const DARK: Palette = {
  paper: "#12161b",
  ink: "#e9edf1",
  quiet: "#a3aebb",
  halo: "#12161b",
  accent: "#8ab4f8",
  lines: {
    stated: "#b4bfca", claimed: "#b4bfca", planned: "#7fb2ea",
    possible: "#8d98a5", denied: "#dba063", disputed: "#ff7a7a", bundle: "#7f8b98",
  },
  kinds: {
    country: tint("#234f80", "#8fc0f5"),
    agency: tint("#1d3754", "#79aee4"),
    intergovernmental: tint("#134a58", "#74cfe2"),
    unit: tint("#6a2822", "#f5a59c"),
    armed_group: tint("#7d3220", "#ffb39d"),
    official: tint("#1f5526", "#8fd694"),
    person: tint("#1e3a22", "#78bd7d"),
    group: tint("#3d441c", "#c6d178"),
    organization: tint("#57470f", "#ecc95a"),
    company: tint("#5e3c10", "#f2b667"),
    media: tint("#44276a", "#c7a5f2"),
    place: tint("#363d46", "#aab4bf"),
  },
};
