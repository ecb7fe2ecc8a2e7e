// Which actors and ties are on screen, given what the reader chose.

import type { State } from "../state/state";
import { around } from "./around";
import type { Actor, Claim, Model, Tie } from "./model";
import { paths, type Path } from "./paths";
import { certainty, independent } from "./support";

// As many actors as can be told apart at a glance.
export const FIRST = 150;

// A tie with the claims that the filters leave, and what follows from them.
export interface View {
  tie: Tie;
  claims: Claim[];
  certainty: string;
  sources: number;
}

export interface Shown {
  actors: Actor[];
  views: View[];
  byKey: Map<string, View>;
  // Ties of each shown actor.
  of: Map<Actor, View[]>;
  // What the filters leave before a focus or the first 150 are cut out of it.
  candidates: { actors: number; views: View[] };
  paths: Path[];
}

export function show(model: Model, state: State): Shown {
  const views = passing(model, state);
  const support = new Map<Actor, number>();
  for (const view of views) {
    for (const end of ends(view.tie)) support.set(end, (support.get(end) ?? 0) + view.sources);
  }
  const seen = (actor: Actor) => !state.hidden.has(actor.id) && !state.kinds.has(actor.kind);
  if (state.loners || model.ties.length === 0) {
    for (const actor of model.actors) if (seen(actor) && !support.has(actor)) support.set(actor, 0);
  }
  const found = state.focus && "from" in state.focus ? paths(model, views, state.focus) : [];
  const drawn = cut(model, state, views, support, found);
  for (const id of state.pinned) {
    const actor = model.byId.get(id);
    if (actor && !state.hidden.has(id)) drawn.add(actor);
  }
  const kept = views.filter(({ tie }) => drawn.has(tie.source) && drawn.has(tie.target));
  const of = new Map<Actor, View[]>();
  for (const view of kept) for (const end of ends(view.tie)) push(of, end, view);
  // Somebody whose ties all lead to actors further down would stand there without a reason.
  const loners = state.focus || state.loners || model.ties.length === 0;
  for (const actor of [...drawn]) {
    if (!loners && !of.has(actor) && !state.pinned.has(actor.id)) drawn.delete(actor);
  }
  return {
    actors: [...drawn].sort((a, b) => best(support, a, b)),
    views: kept,
    byKey: new Map(kept.map((view) => [view.tie.key, view])),
    of,
    candidates: { actors: support.size, views },
    paths: found,
  };
}

// The ties that pass the filters.
function passing(model: Model, state: State): View[] {
  const { statuses, speaker, outlet, since, until } = state;
  const claimwise = statuses.size > 0 || speaker || outlet || since || until;
  const passes = (claim: Claim) =>
    !statuses.has(claim.wire.status) &&
    (!speaker || (claim.speakers[0]?.id ?? "-") === speaker) &&
    (!outlet || outletOf(claim) === outlet) &&
    (!(since || until) || within(claim.wire.date ?? claim.document.date, since, until));
  const views: View[] = [];
  for (const tie of model.ties) {
    if (state.relations.has(tie.relation)) continue;
    if (ends(tie).some((end) => !state.pinned.has(end.id) && state.kinds.has(end.kind))) continue;
    if (ends(tie).some((end) => state.hidden.has(end.id))) continue;
    const claims = claimwise ? tie.claims.filter(passes) : tie.claims;
    if (claims.length === 0) continue;
    const whole = claims.length === tie.claims.length;
    const view = {
      tie,
      claims,
      certainty: whole ? tie.certainty : certainty(claims),
      sources: whole ? tie.sources : independent(claims),
    };
    if (state.certainties.has(view.certainty) || view.sources < state.minSources) continue;
    views.push(view);
  }
  return views;
}

function cut(model: Model, state: State, views: View[], support: Map<Actor, number>, found: Path[]): Set<Actor> {
  const { focus } = state;
  if (focus && "around" in focus) {
    const centre = model.byId.get(focus.around);
    if (centre) return around(views, centre, focus.depth);
  } else if (focus) {
    const ends = [focus.from, focus.to].flatMap((id) => model.byId.get(id) ?? []);
    return new Set([...ends, ...found.flatMap((path) => path.actors)]);
  }
  const ranked = [...support.keys()].sort((a, b) => best(support, a, b));
  return new Set(state.all ? ranked : ranked.slice(0, FIRST));
}

function best(support: Map<Actor, number>, a: Actor, b: Actor): number {
  return (support.get(b) ?? -1) - (support.get(a) ?? -1) || b.wire.documents - a.wire.documents || a.index - b.index;
}

export function ends(tie: Tie): Actor[] {
  return tie.source === tie.target ? [tie.source] : [tie.source, tie.target];
}

export function outletOf(claim: Claim): string {
  return claim.document.outlet ?? claim.document.name;
}

// The day of what is claimed, or of the article.
export function dayOf(claim: Claim): string {
  return claim.wire.date ?? claim.document.date ?? "";
}

function within(day: string | null, since: string, until: string): boolean {
  return day !== null && (!since || day >= since) && (!until || day <= until);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
