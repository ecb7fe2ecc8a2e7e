// Zooming and panning, by wheel, drag, fingers, keys and buttons.

import { select } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior } from "d3-zoom";
import type { Camera as Seen } from "../state/hash";
import type { View } from "./view";

const NEAREST = 6;
const FARTHEST = 0.01;
// At the top, room for the line that says how much is on screen, and for a name below it.
const PADDING = { x: 70, top: 88, bottom: 44 };
const LASTS = 260;

export class Camera {
  // Whether the reader has moved it away from the fitted view.
  moved = false;
  private zoom: ZoomBehavior<HTMLCanvasElement, unknown>;
  private running = 0;

  constructor(private view: View, private onmove: () => void, free: (event: MouseEvent | TouchEvent) => boolean) {
    this.zoom = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([FARTHEST, NEAREST])
      .filter((event) => !event.button && (event.type === "wheel" || free(event)))
      .on("zoom", ({ transform, sourceEvent }) => {
        const { x, y, k } = transform;
        this.view.move({ x, y, k });
        if (sourceEvent) {
          cancelAnimationFrame(this.running);
          this.moved = true;
        }
        this.onmove();
      });
    select(view.over).call(this.zoom).on("dblclick.zoom", null);
  }

  // The place in the middle of the window.
  get seen(): Seen | null {
    if (!this.moved) return null;
    const { x, y, k } = this.view.transform;
    return { x: (this.view.width / 2 - x) / k, y: (this.view.height / 2 - y) / k, k };
  }

  look({ x, y, k }: Seen, smooth = false): void {
    const near = Math.min(NEAREST, Math.max(FARTHEST, k));
    this.go(this.view.width / 2 - x * near, this.view.height / 2 - y * near, near, smooth);
  }

  // Shows all of some places.
  fit(places: { x: number; y: number }[], smooth = false): void {
    this.moved = false;
    if (places.length === 0) return;
    const [left, right] = extent(places.map((p) => p.x));
    const [top, bottom] = extent(places.map((p) => p.y));
    const room = { x: this.view.width - 2 * PADDING.x, y: this.view.height - PADDING.top - PADDING.bottom };
    const k = Math.min(1.5, Math.max(40, room.x) / Math.max(1, right - left), Math.max(40, room.y) / Math.max(1, bottom - top));
    const middle = PADDING.top + Math.max(40, room.y) / 2;
    this.go(this.view.width / 2 - ((left + right) / 2) * k, middle - ((top + bottom) / 2) * k, k, smooth);
  }

  // Brings a place into the middle, close enough to read what is around it.
  centre(place: { x: number; y: number }): void {
    this.moved = true;
    this.look({ ...place, k: Math.max(this.view.transform.k, 0.8) }, true);
  }

  // Moves just enough that a place is in the window.
  reveal(place: { x: number; y: number }): void {
    const { x, y, k } = this.view.transform;
    const [sx, sy] = [place.x * k + x, place.y * k + y];
    const edge = 60;
    const inside = sx > edge && sy > edge && sx < this.view.width - edge && sy < this.view.height - edge;
    if (!inside) this.centre(place);
  }

  by(factor: number): void {
    this.moved = true;
    this.zoom.scaleBy(select(this.view.over), factor);
  }

  pan(dx: number, dy: number): void {
    this.moved = true;
    const { x, y, k } = this.view.transform;
    this.go(x + dx, y + dy, k, false);
  }

  private go(x: number, y: number, k: number, smooth: boolean): void {
    cancelAnimationFrame(this.running);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches || this.view.scene.spots.length > 800;
    const to = (x: number, y: number, k: number) =>
      this.zoom.transform(select(this.view.over), zoomIdentity.translate(x, y).scale(k));
    if (!smooth || still) return to(x, y, k);
    const from = zoomTransform(this.view.over);
    const start = performance.now();
    const step = (now: number) => {
      const t = Math.min(1, Math.max(0, (now - start) / LASTS));
      const eased = 1 - (1 - t) ** 3;
      const mix = (a: number, b: number) => a + (b - a) * eased;
      to(mix(from.x, x), mix(from.y, y), mix(from.k, k));
      if (t < 1) this.running = requestAnimationFrame(step);
    };
    this.running = requestAnimationFrame(step);
  }
}

function extent(values: number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}
