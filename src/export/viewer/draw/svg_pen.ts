// A pen that writes SVG.

import type { Pen } from "./pen";

interface Ink {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  lineJoin: CanvasLineJoin;
  lineCap: CanvasLineCap;
  dash: number[];
  transform: string;
}

const ANCHORS: Partial<Record<CanvasTextAlign, string>> = { center: "middle", right: "end", end: "end" };
// Not every reader of SVG knows `dominant-baseline`, so text is moved down by hand.
const DROP: Partial<Record<CanvasTextBaseline, number>> = { middle: 0.35, top: 0.8, hanging: 0.8, bottom: -0.2 };

export class SvgPen implements Pen {
  fillStyle = "#000";
  strokeStyle = "#000";
  lineWidth = 1;
  globalAlpha = 1;
  font = "12px sans-serif";
  textAlign: CanvasTextAlign = "start";
  textBaseline: CanvasTextBaseline = "alphabetic";
  lineJoin: CanvasLineJoin = "miter";
  lineCap: CanvasLineCap = "butt";
  private dash: number[] = [];
  private transform = "";
  private stack: Ink[] = [];
  private path = "";
  private body: string[] = [];

  constructor(private width: number, private height: number, private title: string) {}

  beginPath(): void {
    this.path = "";
  }

  moveTo(x: number, y: number): void {
    this.path += `M${n(x)} ${n(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `${this.path ? "L" : "M"}${n(x)} ${n(y)}`;
  }

  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path += `Q${n(cx)} ${n(cy)} ${n(x)} ${n(y)}`;
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path += `C${n(ax)} ${n(ay)} ${n(bx)} ${n(by)} ${n(x)} ${n(y)}`;
  }

  // Only whole circles are asked for.
  arc(x: number, y: number, r: number): void {
    this.path += `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z`;
  }

  closePath(): void {
    this.path += "Z";
  }

  fill(): void {
    if (this.path) this.body.push(`<path d="${this.path}" fill="${this.fillStyle}"${this.common()}/>`);
  }

  stroke(): void {
    if (!this.path) return;
    const dash = this.dash.length > 0 ? ` stroke-dasharray="${this.dash.map(n).join(" ")}"` : "";
    this.body.push(`<path d="${this.path}" fill="none"${this.line()}${dash}${this.common()}/>`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const box = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"`;
    this.body.push(`<rect ${box} fill="${this.fillStyle}"${this.common()}/>`);
  }

  fillText(text: string, x: number, y: number): void {
    this.text(text, x, y, ` fill="${this.fillStyle}"`);
  }

  strokeText(text: string, x: number, y: number): void {
    this.text(text, x, y, ` fill="none"${this.line()}`);
  }

  setLineDash(dash: number[]): void {
    this.dash = dash;
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline, lineJoin, lineCap } = this;
    const { dash, transform } = this;
    this.stack.push({
      fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline, lineJoin, lineCap, dash, transform,
    });
  }

  restore(): void {
    Object.assign(this, this.stack.pop());
  }

  translate(x: number, y: number): void {
    this.transform += `translate(${n(x)} ${n(y)})`;
  }

  rotate(angle: number): void {
    this.transform += `rotate(${n((angle * 180) / Math.PI)})`;
  }

  toString(): string {
    const box = `width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"`;
    const head = `<svg xmlns="http://www.w3.org/2000/svg" ${box} role="img"><title>${xml(this.title)}</title>`;
    return `${head}\n${this.body.join("\n")}\n</svg>\n`;
  }

  private text(text: string, x: number, y: number, ink: string): void {
    const [, weight, size, family] = /^(?:(\w+) )?([\d.]+)px (.+)$/.exec(this.font) ?? ["", "", "12", "sans-serif"];
    const bold = weight ? ` font-weight="${weight}"` : "";
    const anchor = ANCHORS[this.textAlign];
    const down = y + (DROP[this.textBaseline] ?? 0) * Number(size);
    this.body.push(
      `<text x="${n(x)}" y="${n(down)}" font-family="${xml(family!)}" font-size="${size}"${bold}` +
        `${anchor ? ` text-anchor="${anchor}"` : ""}${ink}${this.common()}>${xml(text)}</text>`,
    );
  }

  private line(): string {
    const ends = this.lineCap === "butt" ? "" : ` stroke-linecap="${this.lineCap}"`;
    return ` stroke="${this.strokeStyle}" stroke-width="${n(this.lineWidth)}" stroke-linejoin="${this.lineJoin}"${ends}`;
  }

  private common(): string {
    const alpha = this.globalAlpha < 1 ? ` opacity="${n(this.globalAlpha)}"` : "";
    return alpha + (this.transform ? ` transform="${this.transform}"` : "");
  }
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

// XML 1.0 has no room for control characters.
function xml(text: string): string {
  const kept = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return kept.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
