// Where actors stand: the places that whom computed, and how far the reader dragged them.

import type { State } from "../state/state";
import { neighbours } from "./around";
import type { Actor } from "./model";
import type { Shown } from "./shown";

export interface Place {
  x: number;
  y: number;
}

// While only the best supported of a large graph are drawn, they stand as whom placed them among
// themselves; whoever comes in beside them stands next to those it is tied to.
export function places(shown: Shown, state: State): (actor: Actor) => Place {
  const alone = !state.all && !state.focus && shown.actors.some((actor) => actor.first);
  const beside = new Map<Actor, Place>();
  const home = (actor: Actor): Place => {
    if (!alone) return actor.home;
    if (actor.first) return actor.first;
    let place = beside.get(actor);
    if (!place) beside.set(actor, place = nextTo(actor, shown));
    return place;
  };
  return (actor) => {
    const { x, y } = home(actor);
    const [dx, dy] = state.moved.get(actor.id) ?? [0, 0];
    return { x: x + dx, y: y + dy };
  };
}

function nextTo(actor: Actor, shown: Shown): Place {
  const known = neighbours(shown.of.get(actor) ?? [], actor).flatMap((next) => next.first ?? []);
  const standing = known.length > 0 ? known : shown.actors.flatMap((next) => next.first ?? []);
  const mean = (of: (place: Place) => number) => standing.reduce((sum, place) => sum + of(place), 0) / standing.length;
  // Actors beside the same neighbours go round them.
  const angle = actor.index * 2.4;
  const far = 60 + 15 * (actor.index % 4);
  return { x: mean((p) => p.x) + far * Math.cos(angle), y: mean((p) => p.y) + far * Math.sin(angle) };
}
