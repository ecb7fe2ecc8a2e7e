// The neighbourhood of an actor.

import { other, type Actor } from "./model";
import type { View } from "./shown";

export function around(views: View[], centre: Actor, depth: number): Set<Actor> {
  const links = new Map<Actor, Actor[]>();
  const link = (from: Actor, to: Actor) => {
    const list = links.get(from);
    if (list) list.push(to);
    else links.set(from, [to]);
  };
  for (const { tie } of views) {
    link(tie.source, tie.target);
    link(tie.target, tie.source);
  }
  const reached = new Set([centre]);
  let edge = [centre];
  for (let step = 0; step < depth; step++) {
    edge = edge.flatMap((actor) => links.get(actor) ?? []).filter((actor) => !reached.has(actor) && reached.add(actor));
  }
  return reached;
}

// The actors tied to one, best supported first.
export function neighbours(views: View[], actor: Actor): Actor[] {
  const support = new Map<Actor, number>();
  for (const view of views) {
    const end = other(view.tie, actor);
    if (end !== actor) support.set(end, (support.get(end) ?? 0) + view.sources);
  }
  return [...support.keys()].sort((a, b) => support.get(b)! - support.get(a)! || a.index - b.index);
}
