// What is on screen as a picture, with a legend of what occurs in it.

import { FAMILY, spaced } from "../draw/labels";
import { LIGHT, type Palette } from "../draw/palette";
import type { Pen } from "../draw/pen";
import { SvgPen } from "../draw/svg_pen";
import { shape } from "../draw/shapes";
import { CERTAINTIES, KINDS } from "../model/model";
import type { Page } from "../page";
import { sample } from "../panel/swatch";

const ROW = 24;
const INDENT = 18;
const SHARPNESS = 2;

export function svg(page: Page): Blob {
  const { width, height } = page.view;
  const rows = entries(page);
  const pen = new SvgPen(Math.round(width), Math.round(height + legendHeight(rows, width)), page.title);
  paint(page, pen, LIGHT, rows);
  return new Blob([pen.toString()], { type: "image/svg+xml" });
}

export function png(page: Page): Promise<Blob> {
  const { width, height, palette } = page.view;
  const rows = entries(page);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * SHARPNESS);
  canvas.height = Math.round((height + legendHeight(rows, width)) * SHARPNESS);
  const pen = canvas.getContext("2d", { alpha: false })!;
  pen.scale(SHARPNESS, SHARPNESS);
  paint(page, pen, palette, rows);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser made no picture"))), "image/png"));
}

type Entry = { kind: string } | { certainty: string };

function entries({ shown }: Page): Entry[] {
  const kinds = new Set(shown.actors.map((actor) => actor.kind));
  const certainties = new Set(shown.views.map((view) => view.certainty));
  return [
    ...KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({ kind })),
    ...CERTAINTIES.filter((certainty) => certainties.has(certainty)).map((certainty) => ({ certainty })),
  ];
}

function widthOf(entry: Entry): number {
  return "kind" in entry ? 34 + 7 * entry.kind.length : 62 + 7 * entry.certainty.length;
}

function legendHeight(rows: Entry[], width: number): number {
  return 3 * ROW + ROW * flow(rows, width).at(-1)!.row;
}

// Entries from left to right, in as many rows as they need.
function flow(rows: Entry[], width: number): { x: number; row: number; entry?: Entry }[] {
  let [x, row] = [INDENT, 0];
  const placed = rows.map((entry) => {
    if (x > INDENT && x + widthOf(entry) > width - INDENT) [x, row] = [INDENT, row + 1];
    const at = { x, row, entry };
    x += widthOf(entry);
    return at;
  });
  return [...placed, { x, row }];
}

function paint(page: Page, pen: Pen, palette: Palette, rows: Entry[]): void {
  const { width, height } = page.view;
  page.view.picture(pen, palette);
  pen.fillStyle = palette.paper;
  pen.fillRect(0, height, width, legendHeight(rows, width));
  pen.font = `12px ${FAMILY}`;
  pen.textBaseline = "middle";
  pen.textAlign = "left";
  pen.fillStyle = palette.ink;
  pen.fillText(`${page.title} · ${page.shown.actors.length} actors, ${page.shown.views.length} ties · drawn by whom`, INDENT, height + ROW * 0.8);
  for (const { x, row, entry } of flow(rows, width)) {
    if (!entry) continue;
    const y = height + ROW * (1.9 + row);
    const left = "kind" in entry ? 20 : 48;
    if ("kind" in entry) shape(pen, palette, entry.kind, x + 8, y, 6.5);
    else sample(pen, palette, entry.certainty, x, y, 40);
    pen.font = `12px ${FAMILY}`;
    pen.textBaseline = "middle";
    pen.textAlign = "left";
    pen.fillStyle = palette.ink;
    pen.fillText(spaced("kind" in entry ? entry.kind : entry.certainty), x + left, y);
  }
}
