// What is drawn strongly when something is pointed at, selected or on a path.

import { other, type Model } from "../model/model";
import type { Path } from "../model/paths";
import type { Shown } from "../model/shown";
import type { Selected } from "../state/state";
import type { Emphasis } from "./view";

export function emphasisOf(model: Model, shown: Shown, selected: Selected | null): Emphasis | null {
  if (!selected) return null;
  if ("actor" in selected) {
    const actor = model.byId.get(selected.actor);
    if (!actor || !shown.actors.includes(actor)) return null;
    const views = shown.of.get(actor) ?? [];
    return {
      actors: new Set([actor, ...views.map((view) => other(view.tie, actor))]),
      ties: new Set(views.map((view) => view.tie.key)),
      strong: new Set([actor.id]),
    };
  }
  const views = "tie" in selected ? [shown.byKey.get(selected.tie)] : between(shown, selected.pair);
  const ties = views.flatMap((view) => (view ? [view.tie] : []));
  if (ties.length === 0) return null;
  const actors = new Set(ties.flatMap((tie) => [tie.source, tie.target]));
  return { actors, ties: new Set(ties.map((tie) => tie.key)), strong: new Set([...actors].map((actor) => actor.id)) };
}

export function emphasisOfPath(path: Path): Emphasis {
  const ends = [path.actors[0]!.id, path.actors.at(-1)!.id];
  return {
    actors: new Set(path.actors),
    ties: new Set(path.steps.flat().map((view) => view.tie.key)),
    strong: new Set(ends),
  };
}

export function between(shown: Shown, [a, b]: [string, string]) {
  return shown.views.filter(({ tie }) =>
    (tie.source.id === a && tie.target.id === b) || (tie.source.id === b && tie.target.id === a));
}
