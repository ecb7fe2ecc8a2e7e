// The graph as whom writes it: see graph.schema.json. Spans count Unicode code points.

export type Range = [number, number];

export interface WireNode {
  id: string;
  name: string;
  kind: string;
  country: string | null;
  aliases: string[];
  wikidata: string | null;
  documents: number;
}

export interface WireEdge {
  source: string;
  target: string;
  key: string;
  relation: string;
  certainty: string;
  symmetric: boolean;
  count: number;
  sources: number;
  first: string | null;
  last: string | null;
  claims: string[];
}

export interface WireClaim {
  document: string;
  id: string;
  source: string;
  relation: string;
  target: string;
  item: string | null;
  status: string;
  attributed_to: string[];
  date: string | null;
  evidence: string;
  spans: Record<"sentence" | "source" | "target" | "trigger", Range> & { cue: Range | null; content: Range | null };
  frame: string;
}

export interface WireDocument {
  id: string;
  name: string;
  title: string | null;
  outlet: string | null;
  date: string | null;
  url: string | null;
  fingerprint: string;
  actors: { id: string; name: string }[];
}

export interface WireGraph {
  whom: { schema: number; symmetric: string[]; saying: string[] };
  nodes: WireNode[];
  edges: WireEdge[];
  claims: WireClaim[];
  documents: WireDocument[];
}

// What the page knows beside the graph: where actors stand, by node, and codes of countries by name.
export interface WirePage {
  places: Range[];
  // Node, x and y of the best supported while they alone are drawn; empty in a small graph.
  first: [number, number, number][];
  codes: Record<string, string>;
}
