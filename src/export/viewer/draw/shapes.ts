// The shape of each kind of actor, so that kinds differ without colour too.

import type { Palette, Tint } from "./palette";
import type { Pen } from "./pen";

type Outline = (pen: Pen, x: number, y: number, r: number) => void;

const SQUARE: [number, number][] = [[-1, -1], [1, -1], [1, 1], [-1, 1]];

// Corners in units of the radius, scaled so that all shapes look equally large.
const CORNERS: Record<string, [number, number][]> = {
  country: scaled(SQUARE, 0.88),
  agency: scaled([[-1.15, -0.72], [1.15, -0.72], [1.15, 0.72], [-1.15, 0.72]], 0.95),
  intergovernmental: regular(8, Math.PI / 8, 1.04),
  unit: regular(6, 0, 1.08),
  armed_group: scaled([[0, -1.2], [1.15, 0.85], [-1.15, 0.85]], 1),
  organization: scaled([[-1, -1], [0.1, -1], [0.3, -0.62], [1, -0.62], [1, 0.9], [-1, 0.9]], 0.95),
  company: scaled([[0, -1.15], [1, -0.35], [1, 0.95], [-1, 0.95], [-1, -0.35]], 0.95),
  media: scaled([[-0.95, -1], [0.4, -1], [0.95, -0.45], [0.95, 1], [-0.95, 1]], 0.92),
  place: scaled([[0, -1], [1, 0], [0, 1], [-1, 0]], 1.12),
};

function regular(corners: number, turn: number, size: number): [number, number][] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    return [size * Math.cos(angle), size * Math.sin(angle)];
  });
}

function scaled(corners: [number, number][], size: number): [number, number][] {
  return corners.map(([x, y]) => [x * size, y * size]);
}

function polygon(corners: [number, number][]): Outline {
  return (pen, x, y, r) => {
    corners.forEach(([dx, dy], i) => (i === 0 ? pen.moveTo(x + dx * r, y + dy * r) : pen.lineTo(x + dx * r, y + dy * r)));
    pen.closePath();
  };
}

// An egg, wider than high.
const egg: Outline = (pen, x, y, r) => {
  const [w, h] = [1.25 * r, 0.85 * r];
  pen.moveTo(x - w, y);
  pen.bezierCurveTo(x - w, y - 1.3 * h, x + w, y - 1.3 * h, x + w, y);
  pen.bezierCurveTo(x + w, y + 1.3 * h, x - w, y + 1.3 * h, x - w, y);
  pen.closePath();
};

const circle: Outline = (pen, x, y, r) => {
  pen.moveTo(x + r, y);
  pen.arc(x, y, r, 0, 2 * Math.PI);
};

export const OUTLINES: Record<string, Outline> = { person: circle, official: circle, group: egg };
for (const [kind, corners] of Object.entries(CORNERS)) OUTLINES[kind] = polygon(corners);

export function outline(kind: string): Outline {
  return OUTLINES[kind] ?? circle;
}

export function tintOf(palette: Palette, kind: string): Tint {
  return palette.kinds[kind] ?? palette.kinds["place"]!;
}

// Draws one actor; `strong` for one that is selected.
export function shape(pen: Pen, palette: Palette, kind: string, x: number, y: number, r: number, strong = false): void {
  const { fill, edge } = tintOf(palette, kind);
  pen.beginPath();
  outline(kind)(pen, x, y, r);
  pen.fillStyle = fill;
  pen.fill();
  pen.setLineDash([]);
  pen.lineJoin = "round";
  pen.strokeStyle = strong ? palette.accent : edge;
  pen.lineWidth = strong ? 3 : 1.4;
  pen.stroke();
  if (r > 4) inner(pen, kind, x, y, r, edge);
}

// The second line of some shapes: who holds office, what states form, what a ministry is.
function inner(pen: Pen, kind: string, x: number, y: number, r: number, edge: string): void {
  pen.strokeStyle = edge;
  pen.lineWidth = 1.1;
  pen.beginPath();
  if (kind === "official" || kind === "intergovernmental") outline(kind)(pen, x, y, r * 0.74);
  else if (kind === "agency") {
    pen.moveTo(x - 0.82 * r, y - 0.68 * r);
    pen.lineTo(x - 0.82 * r, y + 0.68 * r);
  } else if (kind === "media") {
    pen.moveTo(x + 0.37 * r, y - 0.92 * r);
    pen.lineTo(x + 0.37 * r, y - 0.41 * r);
    pen.lineTo(x + 0.87 * r, y - 0.41 * r);
  } else return;
  pen.stroke();
}
