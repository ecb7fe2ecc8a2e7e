// Small drawings for legends, by the code that draws the graph.

import { el } from "../dom";
import { lineOf } from "../draw/lines";
import { arrowhead } from "../draw/paint";
import type { Palette } from "../draw/palette";
import type { Pen } from "../draw/pen";
import { shape } from "../draw/shapes";

function swatch(width: number, height: number, draw: (pen: Pen) => void): HTMLCanvasElement {
  const density = Math.min(3, devicePixelRatio || 1);
  const canvas = el("canvas", { width: width * density, height: height * density, class: "swatch", "aria-hidden": "true" });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const pen = canvas.getContext("2d")!;
  pen.scale(density, density);
  draw(pen);
  return canvas;
}

export function kindSwatch(palette: Palette, kind: string, size = 18): HTMLElement {
  return swatch(size + 2, size, (pen) => shape(pen, palette, kind, size / 2 + 1, size / 2, size * 0.37));
}

export function lineSwatch(palette: Palette, certainty: string): HTMLElement {
  return swatch(42, 14, (pen) => sample(pen, palette, certainty, 1, 7, 40));
}

// A straight sample of a line.
export function sample(pen: Pen, palette: Palette, certainty: string, x: number, y: number, width: number): void {
  const { dash, head, width: thick } = lineOf(certainty);
  const colour = palette.lines[certainty]!;
  pen.strokeStyle = colour;
  pen.lineWidth = thick + 0.3;
  pen.setLineDash(dash);
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x + width - 3, y);
  pen.stroke();
  pen.setLineDash([]);
  if (certainty === "disputed") {
    pen.lineWidth = 1.5;
    for (const at of [12, 16]) {
      pen.beginPath();
      pen.moveTo(x + at - 2, y + 5);
      pen.lineTo(x + at + 2, y - 5);
      pen.stroke();
    }
  }
  arrowhead(pen, palette, colour, head, x + width, y, x, y, 8);
}
