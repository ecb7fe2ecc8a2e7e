// What stands where on the screen: actors as spots, ties as strands.

import type { Actor } from "../model/model";
import type { Shown, View } from "../model/shown";
import { LINES, surest } from "./lines";

export interface Transform {
  x: number;
  y: number;
  k: number;
}

export interface Spot {
  actor: Actor;
  x: number;
  y: number;
  r: number;
}

// A drawn line: one tie, or all ties of a pair bundled.
export interface Strand {
  views: View[];
  from: Spot;
  to: Spot;
  // Two ends trimmed to the shapes, and the point that bends the line between.
  x0: number;
  y0: number;
  cx: number;
  cy: number;
  x1: number;
  y1: number;
  certainty: string;
  disputed: boolean;
  speech: boolean;
  width: number;
  headAtEnd: boolean;
  headAtStart: boolean;
  loop: boolean;
}

export interface Scene {
  spots: Spot[];
  byActor: Map<Actor, Spot>;
  strands: Strand[];
  transform: Transform;
}

// Room between parallel lines, in pixels.
const GAP = 26;
const MARGIN = 40;
// Square pixels for each actor, above which shapes keep their size.
const ROOMY = 9000;

export class Stage {
  private pairs: { a: Actor; b: Actor; views: View[] }[] = [];
  private degree = new Map<Actor, number>();

  constructor(private shown: Shown, private place: (actor: Actor) => { x: number; y: number }) {
    const pairs = new Map<number, { a: Actor; b: Actor; views: View[] }>();
    for (const view of shown.views) {
      const { source, target } = view.tie;
      const [a, b] = source.index <= target.index ? [source, target] : [target, source];
      const key = a.index * 0x1000000 + b.index;
      const pair = pairs.get(key);
      if (pair) pair.views.push(view);
      else pairs.set(key, { a, b, views: [view] });
    }
    this.pairs = [...pairs.values()];
    for (const actor of shown.actors) this.degree.set(actor, shown.of.get(actor)?.length ?? 0);
  }

  // Lays out what a window of some size shows.
  scene(transform: Transform, width: number, height: number): Scene {
    // Where there is room for each, actors stay large when zoomed out.
    const room = (width * height) / Math.max(1, this.shown.actors.length);
    const least = Math.min(0.82, Math.max(0.42, 0.82 * Math.sqrt(room / ROOMY)));
    const zoom = Math.min(1.7, Math.max(least, Math.sqrt(transform.k)));
    const byActor = new Map<Actor, Spot>();
    const spots = this.shown.actors.map((actor) => {
      const { x, y } = this.place(actor);
      const r = (8 + Math.min(12, 2.1 * Math.sqrt(this.degree.get(actor) ?? 0))) * zoom;
      const spot = { actor, x: x * transform.k + transform.x, y: y * transform.k + transform.y, r };
      byActor.set(actor, spot);
      return spot;
    });
    const strands: Strand[] = [];
    for (const { a, b, views } of this.pairs) {
      const from = byActor.get(a)!;
      const to = byActor.get(b)!;
      if (outside(from, to, width, height)) continue;
      if (a === b) strands.push(...loops(from, views));
      else if (views.length === 1 || fansOut(from, to, views.length)) strands.push(...fan(from, to, views));
      else strands.push(bundle(from, to, views));
    }
    return { spots, byActor, strands, transform };
  }
}

function outside(a: Spot, b: Spot, width: number, height: number): boolean {
  return (
    Math.max(a.x, b.x) < -MARGIN || Math.min(a.x, b.x) > width + MARGIN ||
    Math.max(a.y, b.y) < -MARGIN || Math.min(a.y, b.y) > height + MARGIN
  );
}

// Parallel lines need room to be told apart.
function fansOut(a: Spot, b: Spot, count: number): boolean {
  const room = Math.hypot(a.x - b.x, a.y - b.y) - a.r - b.r;
  return room > 70 + 28 * count;
}

function fan(a: Spot, b: Spot, views: View[]): Strand[] {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  return views.map((view, i) => {
    const away = (i - (views.length - 1) / 2) * GAP * 2;
    const cx = (a.x + b.x) / 2 - (dy / length) * away;
    const cy = (a.y + b.y) / 2 + (dx / length) * away;
    const turned = view.tie.source === b.actor && view.tie.source !== view.tie.target;
    const [from, to] = turned ? [b, a] : [a, b];
    return strand(from, to, cx, cy, [view], true, view.tie.symmetric);
  });
}

function bundle(a: Spot, b: Spot, views: View[]): Strand {
  const towards = (end: Actor) => views.some(({ tie }) => tie.symmetric || tie.target === end);
  return strand(a, b, (a.x + b.x) / 2, (a.y + b.y) / 2, views, towards(b.actor), towards(a.actor));
}

function loops(spot: Spot, views: View[]): Strand[] {
  return views.map((view, i) => {
    const size = spot.r * 2.4 + 14 + 12 * i;
    const base = strand(spot, spot, spot.x, spot.y - size, [view], true, false);
    const away = spot.r + 2;
    return {
      ...base, loop: true,
      x0: spot.x - away * 0.7, y0: spot.y - away * 0.75,
      x1: spot.x + away * 0.7, y1: spot.y - away * 0.75,
      cx: spot.x, cy: spot.y - size,
    };
  });
}

function strand(
  from: Spot, to: Spot, cx: number, cy: number, views: View[], headAtEnd: boolean, headAtStart: boolean,
): Strand {
  const certainty = views.length === 1 ? views[0]!.certainty : surest(views.map((view) => view.certainty));
  const sources = views.reduce((sum, view) => sum + view.sources, 0);
  const speech = views.every((view) => view.tie.speech);
  const width = (LINES[certainty]?.width ?? 1.4) + 0.9 * Math.log(Math.max(1, sources));
  const [x0, y0] = trimmed(from, cx, cy, headAtStart ? 3 : 1);
  const [x1, y1] = trimmed(to, cx, cy, headAtEnd ? 3 : 1);
  return {
    views, from, to, x0, y0, cx, cy, x1, y1, certainty, speech, headAtEnd, headAtStart,
    width: Math.min(6, speech ? width * 0.75 : width),
    disputed: views.some((view) => view.certainty === "disputed"),
    loop: false,
  };
}

// The point where a line towards another point leaves a spot.
function trimmed(spot: Spot, cx: number, cy: number, gap: number): [number, number] {
  const [dx, dy] = [cx - spot.x, cy - spot.y];
  const length = Math.hypot(dx, dy) || 1;
  const away = Math.min(spot.r * 1.08 + gap, length * 0.9);
  return [spot.x + (dx / length) * away, spot.y + (dy / length) * away];
}

// A point of a strand, from 0 at its start to 1 at its end.
export function along(strand: Strand, t: number): { x: number; y: number } {
  const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  if (strand.loop) return alongLoop(strand, t);
  return { x: a * strand.x0 + b * strand.cx + c * strand.x1, y: a * strand.y0 + b * strand.cy + c * strand.y1 };
}

// The two points that bend a loop.
export function loopPoints({ from, x0, x1, cy }: Strand): [number, number, number, number] {
  return [x0 - from.r * 1.5 - 8, cy, x1 + from.r * 1.5 + 8, cy];
}

function alongLoop(strand: Strand, t: number): { x: number; y: number } {
  const [ax, ay, bx, by] = loopPoints(strand);
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, u: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: mix(strand.x0, ax, bx, strand.x1), y: mix(strand.y0, ay, by, strand.y1) };
}

// How far a point is from a strand, in pixels.
export function distance(strand: Strand, x: number, y: number): number {
  const slack = 12;
  const { x0, y0, x1, y1, cx, cy } = strand;
  const wide = strand.loop ? 60 : slack;
  if (x < Math.min(x0, x1, cx) - wide || x > Math.max(x0, x1, cx) + wide) return Infinity;
  if (y < Math.min(y0, y1, cy) - wide || y > Math.max(y0, y1, cy) + wide) return Infinity;
  let nearest = Infinity;
  let last = along(strand, 0);
  const pieces = 12;
  for (let i = 1; i <= pieces; i++) {
    const next = along(strand, i / pieces);
    nearest = Math.min(nearest, toSegment(x, y, last, next));
    last = next;
  }
  return nearest;
}

function toSegment(x: number, y: number, a: { x: number; y: number }, b: { x: number; y: number }): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const at = Math.max(0, Math.min(1, t));
  return Math.hypot(x - a.x - at * dx, y - a.y - at * dy);
}
