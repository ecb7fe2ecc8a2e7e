// What is on screen as whom's own JSON, which `whom` and NetworkX read.

import type { Claim } from "../model/model";
import type { Page } from "../page";

export function json({ model, shown }: Page): Blob {
  const claims = new Set<Claim>(shown.views.flatMap((view) => view.claims));
  const documents = new Set([...claims].map((claim) => claim.document));
  const edges = shown.views.map((view) => {
    const days = view.claims.flatMap((claim) => claim.wire.date ?? []).sort();
    return {
      ...model.wire.edges[view.tie.index]!,
      certainty: view.certainty,
      count: view.claims.length,
      sources: view.sources,
      first: days[0] ?? null,
      last: days.at(-1) ?? null,
      claims: view.claims.map((claim) => claim.wire.id),
    };
  });
  const named = new Map<unknown, Set<string>>();
  for (const { wire, document } of claims) {
    const ids = named.get(document) ?? new Set();
    for (const id of [wire.source, wire.target, ...wire.attributed_to]) ids.add(id);
    named.set(document, ids);
  }
  const drawn = new Set(shown.actors.map((actor) => actor.id));
  const graph = {
    ...model.wire,
    nodes: model.wire.nodes.filter((node) => drawn.has(node.id)),
    edges,
    claims: [...claims].map((claim) => claim.wire),
    // Of the documents' actors, those that the claims need.
    documents: [...documents].map((document) => ({
      ...document,
      actors: document.actors.filter((actor) => named.get(document)!.has(actor.id)),
    })),
  };
  return new Blob([JSON.stringify(graph, null, 1), "\n"], { type: "application/json" });
}
