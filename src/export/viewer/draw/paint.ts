// Draws a scene with a pen: lines below, then shapes, then words.

import { lineOf, type Head } from "./lines";
import { FAMILY, SIZES, badgeBox, hasBadge, type Labels } from "./labels";
import type { Palette } from "./palette";
import type { Pen } from "./pen";
import { along, loopPoints, type Scene, type Spot, type Strand } from "./scene";
import { outline, shape, tintOf } from "./shapes";

// Above this many lines, dashes and arrowheads could not be made out and would only cost time.
const DETAILED = 3500;

export interface Marks {
  pinned: ReadonlySet<string>;
  selected: Set<string>;
}

export function paint(pen: Pen, palette: Palette, scene: Scene, labels: Labels, marks: Marks, moving: boolean): void {
  if (scene.strands.length > DETAILED || (moving && scene.strands.length > 600)) plainLines(pen, palette, scene.strands);
  else {
    const strength = scene.strands.length < 400 ? 0.95 : scene.strands.length < 1200 ? 0.65 : 0.45;
    for (const strand of scene.strands) line(pen, palette, strand, strength);
  }
  spots(pen, palette, scene.spots, marks);
  words(pen, palette, labels);
  for (const strand of scene.strands) badge(pen, palette, strand, moving);
  names(pen, palette, labels);
}

function trace(pen: Pen, strand: Strand): void {
  pen.moveTo(strand.x0, strand.y0);
  if (strand.loop) {
    const [ax, ay, bx, by] = loopPoints(strand);
    pen.bezierCurveTo(ax, ay, bx, by, strand.x1, strand.y1);
  } else pen.quadraticCurveTo(strand.cx, strand.cy, strand.x1, strand.y1);
}

function plainLines(pen: Pen, palette: Palette, strands: Strand[]): void {
  const byColour = new Map<string, Strand[]>();
  for (const strand of strands) {
    const list = byColour.get(strand.certainty);
    if (list) list.push(strand);
    else byColour.set(strand.certainty, [strand]);
  }
  pen.setLineDash([]);
  pen.lineWidth = 0.8;
  pen.globalAlpha = strands.length > DETAILED ? 0.35 : 0.6;
  for (const [certainty, group] of byColour) {
    pen.strokeStyle = palette.lines[certainty] ?? palette.ink;
    pen.beginPath();
    for (const strand of group) {
      pen.moveTo(strand.x0, strand.y0);
      pen.lineTo(strand.x1, strand.y1);
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function line(pen: Pen, palette: Palette, strand: Strand, strength: number): void {
  const { dash, head } = lineOf(strand.certainty);
  const colour = palette.lines[strand.certainty] ?? palette.ink;
  pen.globalAlpha = strand.speech && !strand.disputed ? strength * 0.66 : strength;
  pen.strokeStyle = colour;
  pen.lineWidth = strand.width;
  pen.lineCap = "butt";
  pen.setLineDash(dash);
  pen.beginPath();
  trace(pen, strand);
  pen.stroke();
  pen.setLineDash([]);
  if (strand.disputed && strand.views.length === 1) crossings(pen, strand);
  const size = 5.5 + strand.width * 1.3;
  const bend = strand.loop ? loopPoints(strand) : [strand.cx, strand.cy, strand.cx, strand.cy];
  if (strand.headAtEnd) arrowhead(pen, palette, colour, head, strand.x1, strand.y1, bend[2]!, bend[3]!, size);
  if (strand.headAtStart) arrowhead(pen, palette, colour, head, strand.x0, strand.y0, bend[0]!, bend[1]!, size);
  pen.globalAlpha = 1;
}

// A dispute is struck through twice near its source.
function crossings(pen: Pen, strand: Strand): void {
  pen.lineWidth = 1.6;
  for (const t of [0.2, 0.235]) {
    const [a, b] = [along(strand, t - 0.02), along(strand, t + 0.02)];
    const angle = Math.atan2(b.y - a.y, b.x - a.x) + 1.15;
    const { x, y } = along(strand, t);
    pen.beginPath();
    pen.moveTo(x - 6 * Math.cos(angle), y - 6 * Math.sin(angle));
    pen.lineTo(x + 6 * Math.cos(angle), y + 6 * Math.sin(angle));
    pen.stroke();
  }
}

export function arrowhead(
  pen: Pen, palette: Palette, colour: string, head: Head,
  x: number, y: number, fromX: number, fromY: number, size: number,
): void {
  const angle = Math.atan2(y - fromY, x - fromX);
  const at = (back: number, side: number): [number, number] => [
    x - back * Math.cos(angle) - side * Math.sin(angle),
    y - back * Math.sin(angle) + side * Math.cos(angle),
  ];
  pen.beginPath();
  if (head === "tee") {
    pen.moveTo(...at(1, size * 0.7));
    pen.lineTo(...at(1, -size * 0.7));
    pen.lineWidth = 2;
    pen.stroke();
    return;
  }
  pen.moveTo(x, y);
  pen.lineTo(...at(size, size * 0.46));
  pen.lineTo(...at(size, -size * 0.46));
  pen.closePath();
  pen.fillStyle = head === "full" ? colour : palette.paper;
  pen.fill();
  if (head === "open") {
    pen.lineWidth = 1.3;
    pen.stroke();
  }
}

function spots(pen: Pen, palette: Palette, spots: Spot[], marks: Marks): void {
  if (spots.length > 1500) {
    manySpots(pen, palette, spots);
    spots = spots.filter(({ actor }) => marks.pinned.has(actor.id) || marks.selected.has(actor.id));
  }
  // The best supported come last, on top.
  for (const { actor, x, y, r } of [...spots].reverse()) {
    shape(pen, palette, actor.kind, x, y, r, marks.selected.has(actor.id));
    if (actor.code && r > 7.4) code(pen, palette, actor.code, x, y, r, actor.kind);
    if (marks.pinned.has(actor.id)) pin(pen, palette, x + r * 0.85, y - r * 0.85);
  }
}

function manySpots(pen: Pen, palette: Palette, spots: Spot[]): void {
  const kinds = new Set(spots.map((spot) => spot.actor.kind));
  pen.setLineDash([]);
  pen.lineWidth = 1;
  for (const kind of kinds) {
    const { fill, edge } = tintOf(palette, kind);
    pen.fillStyle = fill;
    pen.strokeStyle = edge;
    pen.beginPath();
    for (const { actor, x, y, r } of spots) if (actor.kind === kind) outline(kind)(pen, x, y, r);
    pen.fill();
    pen.stroke();
  }
}

// The country's code inside the shape.
function code(pen: Pen, palette: Palette, text: string, x: number, y: number, r: number, kind: string): void {
  const low = kind === "armed_group" || kind === "company" ? 0.22 * r : 0;
  pen.font = `600 ${Math.min(11, Math.max(7, r * 0.72)).toFixed(1)}px ${FAMILY}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = palette.ink;
  pen.fillText(text, x, y + low + 0.5);
}

function pin(pen: Pen, palette: Palette, x: number, y: number): void {
  pen.beginPath();
  pen.arc(x, y, 4, 0, 2 * Math.PI);
  pen.fillStyle = palette.accent;
  pen.fill();
  pen.strokeStyle = palette.paper;
  pen.lineWidth = 1.5;
  pen.stroke();
}

// The number of ties in a bundle; a dispute among them is marked.
function badge(pen: Pen, palette: Palette, strand: Strand, moving: boolean): void {
  if (strand.views.length < 2 || moving) return;
  if (!hasBadge(strand)) return;
  const { x, y, width, height } = badgeBox(strand);
  const r = height / 2 - 1;
  pen.beginPath();
  pill(pen, x + 1, y + 1, width - 2, r);
  pen.fillStyle = palette.paper;
  pen.fill();
  pen.strokeStyle = strand.disputed ? palette.lines["disputed"]! : palette.lines["bundle"]!;
  pen.lineWidth = strand.disputed ? 2 : 1.1;
  pen.setLineDash([]);
  pen.stroke();
  pen.font = `600 10px ${FAMILY}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = strand.disputed ? palette.lines["disputed"]! : palette.ink;
  pen.fillText(strand.disputed ? `${strand.views.length} ≠` : String(strand.views.length), x + width / 2, y + height / 2 + 0.5);
}

function pill(pen: Pen, x: number, y: number, width: number, r: number): void {
  pen.moveTo(x + r, y);
  pen.lineTo(x + width - r, y);
  pen.bezierCurveTo(x + width + r * 0.33, y, x + width + r * 0.33, y + 2 * r, x + width - r, y + 2 * r);
  pen.lineTo(x + r, y + 2 * r);
  pen.bezierCurveTo(x - r * 0.33, y + 2 * r, x - r * 0.33, y, x + r, y);
  pen.closePath();
}

function words(pen: Pen, palette: Palette, labels: Labels): void {
  pen.font = `${SIZES.word}px ${FAMILY}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (const { strand, text, x, y, angle } of labels.words) {
    pen.save();
    pen.translate(x, y);
    pen.rotate(angle);
    haloed(pen, palette, text, 0, 0, palette.lines[strand.certainty] ?? palette.ink);
    pen.restore();
  }
}

function names(pen: Pen, palette: Palette, labels: Labels): void {
  pen.font = `500 ${SIZES.name}px ${FAMILY}`;
  pen.textBaseline = "middle";
  for (const { lines, x, y, align } of labels.names) {
    pen.textAlign = align;
    lines.forEach((text, i) => haloed(pen, palette, text, x, y + (i + 0.5) * SIZES.line, palette.ink));
  }
}

function haloed(pen: Pen, palette: Palette, text: string, x: number, y: number, colour: string): void {
  pen.lineJoin = "round";
  pen.lineWidth = 3.5;
  pen.strokeStyle = palette.halo;
  pen.strokeText(text, x, y);
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}
