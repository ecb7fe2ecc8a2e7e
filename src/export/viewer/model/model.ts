// The graph as objects that point at each other; built once, never changed.

import type { WireClaim, WireDocument, WireEdge, WireGraph, WireNode, WirePage } from "./wire";
import { independent } from "./support";

export interface Actor {
  index: number;
  id: string;
  name: string;
  kind: string;
  code: string;
  wire: WireNode;
  home: { x: number; y: number };
  // Where it stands while only the best supported are drawn, if it is one of them.
  first: { x: number; y: number } | null;
  ties: Tie[];
  // Lower case and without accents: name and aliases, for searching.
  spellings: string[];
}

export interface Claim {
  wire: WireClaim;
  document: WireDocument;
  // Who says so, outermost first; empty for the article's own voice.
  speakers: Speaker[];
}

export interface Speaker {
  id: string;
  name: string;
}

export interface Tie {
  index: number;
  key: string;
  relation: string;
  source: Actor;
  target: Actor;
  symmetric: boolean;
  speech: boolean;
  claims: Claim[];
  certainty: string;
  sources: number;
}

export interface Model {
  wire: WireGraph;
  actors: Actor[];
  ties: Tie[];
  claims: Claim[];
  byId: Map<string, Actor>;
  byKey: Map<string, Tie>;
  // Actors that stand in some tie.
  tied: number;
}

export const CERTAINTIES = ["stated", "claimed", "planned", "possible", "denied", "disputed"];
export const STATUSES = ["actual", "planned", "possible", "denied"];
export const KINDS = [
  "country", "official", "person", "agency", "unit", "armed_group",
  "intergovernmental", "organization", "company", "media", "group", "place",
];

export function build(wire: WireGraph, page: WirePage): Model {
  const actors = wire.nodes.map((node, index): Actor => ({
    index,
    id: node.id,
    name: node.name,
    kind: node.kind,
    code: (node.country && page.codes[node.country]) || "",
    wire: node,
    home: { x: page.places[index]?.[0] ?? 0, y: page.places[index]?.[1] ?? 0 },
    first: null,
    ties: [],
    spellings: [node.name, ...node.aliases].map(fold),
  }));
  for (const [node, x, y] of page.first) actors[node]!.first = { x, y };
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const documents = new Map(wire.documents.map((document) => [document.id, document]));
  const named = new Map<WireDocument, Map<string, string>>();
  const claims = new Map(wire.claims.map((claim): [string, Claim] => {
    const document = documents.get(claim.document)!;
    const speakers = claim.attributed_to.map((id) => ({ id, name: byId.get(id)?.name ?? nameIn(document, id, named) }));
    return [claim.id, { wire: claim, document, speakers }];
  }));
  const saying = new Set(wire.whom.saying);
  const ties = wire.edges.map((edge, index) => tie(edge, index, byId, claims, saying));
  for (const tie of ties) {
    tie.source.ties.push(tie);
    if (tie.target !== tie.source) tie.target.ties.push(tie);
  }
  return {
    wire, actors, ties, byId,
    claims: ties.flatMap((tie) => tie.claims),
    byKey: new Map(ties.map((tie) => [tie.key, tie])),
    tied: actors.filter((actor) => actor.ties.length > 0).length,
  };
}

function tie(
  edge: WireEdge, index: number, byId: Map<string, Actor>, claims: Map<string, Claim>, saying: Set<string>,
): Tie {
  const own = edge.claims.flatMap((id) => claims.get(id) ?? []);
  return {
    index,
    key: [edge.source, edge.relation, edge.target].join(" "),
    relation: edge.relation,
    source: byId.get(edge.source)!,
    target: byId.get(edge.target)!,
    symmetric: edge.symmetric,
    speech: saying.has(edge.relation),
    claims: own,
    certainty: edge.certainty,
    sources: edge.sources || independent(own),
  };
}

// A speaker that two documents call by different ids is looked up in the document itself.
function nameIn(document: WireDocument, id: string, cache: Map<WireDocument, Map<string, string>>): string {
  let names = cache.get(document);
  if (!names) cache.set(document, names = new Map(document.actors.map((actor) => [actor.id, actor.name])));
  return names.get(id) ?? id;
}

export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

export function other(tie: Tie, actor: Actor): Actor {
  return tie.source === actor ? tie.target : tie.source;
}
