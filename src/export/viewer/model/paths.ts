// How two actors are linked: the shortest simple paths, as `whom path` finds them.
//
// Ties are walked either way; a step that only speech makes costs two, so that deeds come first;
// ties that every claim denies are not walked. Parallel ties make one step.

import type { Actor, Model } from "./model";
import type { View } from "./shown";

export interface Path {
  actors: Actor[];
  // The ties of each step, best supported first.
  steps: View[][];
  cost: number;
  support: number;
}

const LIMIT = 5;
// How much dearer than the shortest a path may be.
const SLACK = 2;
// Bounds the search in a dense graph.
const STEPS = 200_000;

interface Link {
  to: Actor;
  views: View[];
  cost: number;
}

export function paths(model: Model, views: View[], ends: { from: string; to: string }): Path[] {
  const from = model.byId.get(ends.from);
  const to = model.byId.get(ends.to);
  if (!from || !to || from === to) return [];
  const links = linksOf(views);
  const left = distances(links, to);
  const shortest = left.get(from);
  if (shortest === undefined) return [];
  let found: Path[] = [];
  for (let most = shortest; most <= shortest + SLACK && found.length < LIMIT; most++) {
    found = walk(links, left, from, to, most);
  }
  found.sort((a, b) => a.cost - b.cost || a.steps.length - b.steps.length || b.support - a.support || order(a, b));
  return found.slice(0, LIMIT);
}

function linksOf(views: View[]): Map<Actor, Link[]> {
  const pairs = new Map<Actor, Map<Actor, View[]>>();
  const enter = (from: Actor, to: Actor, view: View) => {
    let row = pairs.get(from);
    if (!row) pairs.set(from, row = new Map());
    const list = row.get(to);
    if (list) list.push(view);
    else row.set(to, [view]);
  };
  for (const view of views) {
    if (view.certainty === "denied" || view.tie.source === view.tie.target) continue;
    enter(view.tie.source, view.tie.target, view);
    enter(view.tie.target, view.tie.source, view);
  }
  const links = new Map<Actor, Link[]>();
  for (const [from, row] of pairs) {
    links.set(from, [...row].map(([to, views]) => {
      views.sort((a, b) => Number(a.tie.speech) - Number(b.tie.speech) || b.sources - a.sources || a.tie.index - b.tie.index);
      return { to, views, cost: views[0]!.tie.speech ? 2 : 1 };
    }));
  }
  return links;
}

// The cost from every actor to the last; steps cost one or two, so rings of equal cost suffice.
function distances(links: Map<Actor, Link[]>, to: Actor): Map<Actor, number> {
  const left = new Map([[to, 0]]);
  const rings: Actor[][] = [[to]];
  for (let cost = 0; cost < rings.length; cost++) {
    for (const actor of rings[cost] ?? []) {
      if (left.get(actor) !== cost) continue;
      for (const link of links.get(actor) ?? []) {
        const next = cost + link.cost;
        if (next >= (left.get(link.to) ?? Infinity)) continue;
        left.set(link.to, next);
        (rings[next] ??= []).push(link.to);
      }
    }
  }
  return left;
}

function walk(links: Map<Actor, Link[]>, left: Map<Actor, number>, from: Actor, to: Actor, most: number): Path[] {
  const found: Path[] = [];
  const on = new Set([from]);
  const trail: Link[] = [];
  let steps = 0;
  const go = (at: Actor, cost: number) => {
    if (at === to) {
      found.push(told(from, trail, cost));
      return;
    }
    for (const link of links.get(at) ?? []) {
      if (++steps > STEPS) return;
      const total = cost + link.cost;
      if (on.has(link.to) || total + (left.get(link.to) ?? Infinity) > most) continue;
      on.add(link.to);
      trail.push(link);
      go(link.to, total);
      trail.pop();
      on.delete(link.to);
    }
  };
  go(from, 0);
  return found;
}

function told(from: Actor, trail: Link[], cost: number): Path {
  const steps = trail.map((link) => link.views);
  return {
    actors: [from, ...trail.map((link) => link.to)],
    steps,
    cost,
    support: Math.min(...steps.map((views) => views.reduce((sum, view) => sum + view.sources, 0))),
  };
}

function order(a: Path, b: Path): number {
  const ids = (path: Path) => path.actors.map((actor) => actor.id).join("\n");
  return ids(a) < ids(b) ? -1 : 1;
}
