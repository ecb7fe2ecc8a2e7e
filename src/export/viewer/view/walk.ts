// Walking the graph by keys: arrows go to the neighbour that lies there.

import type { Scene, Spot } from "../draw/scene";
import { neighbours } from "../model/around";
import type { Actor } from "../model/model";
import type { Shown } from "../model/shown";

export const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

// Returns the neighbour of an actor in a direction, or the same actor where there is none.
//
// A neighbour counts as lying there within 60 degrees; the one that is nearest in both angle and
// distance is taken.
export function neighbour(shown: Shown, scene: Scene, actor: Actor, [dx, dy]: [number, number]): Actor {
  const here = scene.byActor.get(actor);
  if (!here) return actor;
  let best: Actor = actor;
  let least = Infinity;
  for (const next of neighbours(shown.of.get(actor) ?? [], actor)) {
    const cost = away(here, scene.byActor.get(next), dx, dy);
    if (cost < least) [best, least] = [next, cost];
  }
  return best;
}

function away(here: Spot, there: Spot | undefined, dx: number, dy: number): number {
  if (!there) return Infinity;
  const [x, y] = [there.x - here.x, there.y - here.y];
  const length = Math.hypot(x, y) || 1;
  const cosine = (x * dx + y * dy) / length;
  return cosine < 0.5 ? Infinity : length / cosine ** 2;
}
