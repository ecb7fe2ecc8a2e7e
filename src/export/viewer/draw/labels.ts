// Names of actors and words of ties, as many as fit without touching.

import { along, type Scene, type Spot, type Strand } from "./scene";
import { Occupancy, type Box } from "./occupancy";

export const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const NAME = 12;
const LINE = 14;
const WORD = 10.5;
const WIDEST = 20;
// Tries in one frame; the best supported come first.
const TRIES = 1200;
// Actors that are named if at all possible: one for so many square pixels, up to a number.
const LEADING = { most: 8, room: 60_000 };

export interface NameLabel {
  spot: Spot;
  lines: string[];
  x: number;
  y: number;
  align: CanvasTextAlign;
  box: Box;
}

export interface WordLabel {
  strand: Strand;
  text: string;
  x: number;
  y: number;
  angle: number;
}

export interface Labels {
  names: NameLabel[];
  words: WordLabel[];
}

export type Measure = (text: string, size: number) => number;

export interface Order {
  // Spots that go before all others.
  first: Set<Spot>;
  // Names that stand already.
  standing: NameLabel[];
  // Whether lines get their words.
  words: boolean;
}

// Places labels in a window of some size.
export function place(scene: Scene, width: number, height: number, measure: Measure, { first, standing, words }: Order): Labels {
  const taken = new Occupancy(width, height);
  const named = new Occupancy(width, height);
  const inside = scene.spots.filter((s) => s.x > -s.r && s.x < width + s.r && s.y > -s.r && s.y < height + s.r);
  // In a crowd the smaller shapes are left to be covered, or there would be no name at all.
  const crowd = inside.length > 400;
  for (const spot of inside) {
    const r = crowd ? spot.r * 0.4 : spot.r * 1.05;
    taken.take({ x: spot.x - r, y: spot.y - r, width: 2 * r, height: 2 * r });
  }
  if (!crowd) for (const strand of scene.strands) if (hasBadge(strand)) taken.take(badgeBox(strand));
  const order = first.size > 0 ? [...inside].sort((a, b) => Number(first.has(b)) - Number(first.has(a))) : inside;
  const names = [...standing];
  const known = new Set(standing.map((label) => label.spot.actor));
  const take = (label: NameLabel) => {
    taken.take(label.box);
    named.take(label.box);
  };
  for (const label of standing) take(label);
  const leading = Math.min(LEADING.most, (width * height) / LEADING.room);
  for (const [i, spot] of order.slice(0, TRIES).entries()) {
    if (known.has(spot.actor)) continue;
    // The leading names may cover small shapes, but never each other.
    const label = name(spot, taken, measure) ?? (i < leading ? name(spot, named, measure) : null);
    if (!label) continue;
    take(label);
    names.push(label);
  }
  return { names, words: words ? lineWords(scene.strands, taken, measure) : [] };
}

function name(spot: Spot, taken: Occupancy, measure: Measure): NameLabel | null {
  const lines = wrap(spot.actor.name);
  const width = Math.max(...lines.map((line) => measure(line, NAME))) + 4;
  const height = lines.length * LINE;
  const away = spot.r * 1.12 + 4;
  const tries: [number, number, CanvasTextAlign][] = [
    [spot.x, spot.y + away, "center"],
    [spot.x, spot.y - away - height, "center"],
    [spot.x + away + 2, spot.y - height / 2, "left"],
    [spot.x - away - 2, spot.y - height / 2, "right"],
  ];
  for (const [x, y, align] of tries) {
    const left = align === "center" ? x - width / 2 : align === "left" ? x - 2 : x - width + 2;
    const box = { x: left, y, width, height };
    if (taken.isFree(box)) return { spot, lines, x, y, align, box };
  }
  return null;
}

// Words along the lines, upright, in the middle or a little before or after it.
function lineWords(strands: Strand[], taken: Occupancy, measure: Measure): WordLabel[] {
  const labels: WordLabel[] = [];
  const order = [...strands].sort((a, b) => Number(a.speech) - Number(b.speech) || b.width - a.width);
  for (const strand of order.slice(0, TRIES)) {
    if (strand.views.length > 1) continue;
    const text = wordsOf(strand);
    const length = Math.hypot(strand.x1 - strand.x0, strand.y1 - strand.y0);
    const width = measure(text, WORD);
    if (!strand.loop && length < width + 22) continue;
    for (const t of strand.loop ? [0.5] : [0.5, 0.42, 0.58]) {
      const label = { strand, text, ...along(strand, t), angle: angleAt(strand, t) };
      const boxes = pieces(label, width);
      if (!boxes.every((box) => taken.isFree(box))) continue;
      for (const box of boxes) taken.take(box);
      labels.push(label);
      break;
    }
  }
  return labels;
}

// What a line says: its relation, its support, and the word for its certainty.
export function wordsOf(strand: Strand): string {
  const view = strand.views[0]!;
  const support = view.sources > 1 ? ` ×${view.sources}` : "";
  const word = view.certainty === "stated" ? "" : ` · ${view.certainty}`;
  return spaced(view.tie.relation) + support + word;
}

export function spaced(id: string): string {
  return id.replaceAll("_", " ");
}

export function badgeBox(strand: Strand): Box {
  const { x, y } = along(strand, 0.5);
  const width = strand.disputed ? 30 : 18;
  return { x: x - width / 2, y: y - 9, width, height: 18 };
}

// Whether a bundle is long enough for its number.
export function hasBadge(strand: Strand): boolean {
  return strand.views.length > 1 && Math.hypot(strand.x1 - strand.x0, strand.y1 - strand.y0) >= 26;
}

function angleAt(strand: Strand, t: number): number {
  if (strand.loop) return 0;
  const [a, b] = [along(strand, t - 0.08), along(strand, t + 0.08)];
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  return Math.abs(angle) > Math.PI / 2 ? angle - Math.sign(angle) * Math.PI : angle;
}

// A slanted text is covered by small upright boxes.
function pieces(label: WordLabel, width: number): Box[] {
  const size = WORD + 2;
  const count = Math.max(1, Math.ceil(width / size));
  return Array.from({ length: count }, (_, i) => {
    const at = ((i + 0.5) / count - 0.5) * width;
    const [x, y] = [label.x + Math.cos(label.angle) * at, label.y + Math.sin(label.angle) * at];
    return { x: x - size / 2, y: y - size / 2, width: size, height: size };
  });
}

const wrapped = new Map<string, string[]>();

// Breaks a name into at most two lines; what is left over is cut with an ellipsis.
export function wrap(text: string): string[] {
  const known = wrapped.get(text);
  if (known) return known;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDEST) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, 2).map((line) => (line.length > WIDEST + 6 ? `${line.slice(0, WIDEST + 5)}…` : line));
  if (lines.length > 2) kept[1] = `${kept[1]!.replace(/…$/, "")}…`;
  const result = kept.length > 0 ? kept : ["(no name)"];
  wrapped.set(text, result);
  return result;
}

export const SIZES = { name: NAME, line: LINE, word: WORD };
