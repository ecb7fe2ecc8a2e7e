// The drawing: a canvas with everything, and one above it on which all is veiled but what the
// reader points at, so that pointing never redraws the whole.

import { paint } from "../draw/paint";
import { DARK, LIGHT, type Palette } from "../draw/palette";
import type { Pen } from "../draw/pen";
import { FAMILY, place as placeLabels, type Labels, type NameLabel } from "../draw/labels";
import { Stage, type Scene, type Spot, type Strand, type Transform } from "../draw/scene";
import type { Actor } from "../model/model";
import { places, type Place } from "../model/places";
import type { Shown } from "../model/shown";
import type { State } from "../state/state";

export interface Emphasis {
  actors: Set<Actor>;
  // Keys of ties.
  ties: Set<string>;
  // Whose border is strong.
  strong: Set<string>;
}

const VEIL = 0.78;
// Lines in words only while there are few enough to read.
const WORDED = 500;

export class View {
  transform: Transform = { x: 0, y: 0, k: 1 };
  width = 1;
  height = 1;
  scene: Scene = { spots: [], byActor: new Map(), strands: [], transform: this.transform };
  labels: Labels = { names: [], words: [] };
  emphasis: Emphasis | null = null;
  palette: Palette = LIGHT;
  // Where an actor stands, before zooming.
  place: (actor: Actor) => Place = (actor) => actor.home;
  private stage: Stage | null = null;
  private marks = { pinned: new Set() as ReadonlySet<string>, selected: new Set<string>() };
  private waiting = 0;
  private settling = 0;
  private moving = false;
  private widths = new Map<string, number>();
  private pens: [CanvasRenderingContext2D, CanvasRenderingContext2D];

  constructor(readonly base: HTMLCanvasElement, readonly over: HTMLCanvasElement) {
    this.pens = [base.getContext("2d", { alpha: false })!, over.getContext("2d")!];
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const repaint = () => {
      this.palette = dark.matches && !matchMedia("print").matches ? DARK : LIGHT;
      this.draw();
    };
    this.palette = dark.matches ? DARK : LIGHT;
    dark.addEventListener("change", repaint);
    matchMedia("print").addEventListener("change", repaint);
  }

  show(shown: Shown, state: State): void {
    this.place = places(shown, state);
    this.stage = new Stage(shown, this.place);
    this.marks.pinned = state.pinned;
    this.invalidate();
  }

  resize(width: number, height: number): void {
    [this.width, this.height] = [Math.max(1, width), Math.max(1, height)];
    const density = Math.min(3, devicePixelRatio || 1);
    for (const canvas of [this.base, this.over]) {
      canvas.width = Math.round(this.width * density);
      canvas.height = Math.round(this.height * density);
    }
    for (const pen of this.pens) pen.setTransform(density, 0, 0, density, 0, 0);
    this.draw();
  }

  // Draws in the next frame.
  invalidate(): void {
    this.waiting ||= requestAnimationFrame(() => this.draw());
  }

  // Draws roughly now and well once the movement has stopped.
  move(transform: Transform): void {
    this.transform = transform;
    this.moving = true;
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => {
      this.moving = false;
      this.invalidate();
    }, 140);
    this.invalidate();
  }

  emphasise(emphasis: Emphasis | null): void {
    this.emphasis = emphasis;
    this.marks.selected = emphasis?.strong ?? new Set();
    this.drawOver();
  }

  draw(): void {
    cancelAnimationFrame(this.waiting);
    this.waiting = 0;
    if (!this.stage) return;
    this.scene = this.stage.scene(this.transform, this.width, this.height);
    this.labels = this.placeLabels(this.scene, new Set(), []);
    this.paintAll(this.pens[0], this.palette, this.moving);
    this.drawOver();
  }

  // Draws all that is on screen with any pen.
  picture(pen: Pen, palette: Palette): void {
    this.paintAll(pen, palette, false);
    if (this.emphasis) this.paintEmphasis(pen, palette, this.emphasis);
  }

  private paintAll(pen: Pen, palette: Palette, moving: boolean): void {
    pen.fillStyle = palette.paper;
    pen.fillRect(0, 0, this.width, this.height);
    paint(pen, palette, this.scene, this.labels, { ...this.marks, selected: new Set() }, moving);
  }

  private drawOver(): void {
    const pen = this.pens[1];
    pen.clearRect(0, 0, this.width, this.height);
    if (this.emphasis) this.paintEmphasis(pen, this.palette, this.emphasis);
  }

  private paintEmphasis(pen: Pen, palette: Palette, emphasis: Emphasis): void {
    pen.globalAlpha = VEIL;
    pen.fillStyle = palette.paper;
    pen.fillRect(0, 0, this.width, this.height);
    pen.globalAlpha = 1;
    const { byActor, transform } = this.scene;
    const spots = [...emphasis.actors].flatMap((actor) => byActor.get(actor) ?? []);
    const strands = this.scene.strands.filter((strand) => strand.views.some((view) => emphasis.ties.has(view.tie.key)));
    const scene = { spots, byActor, strands, transform };
    const first = new Set(spots.filter((spot) => emphasis.strong.has(spot.actor.id)));
    // Names stay where they stood before the veil.
    const standing = this.labels.names.filter((label) => emphasis.actors.has(label.spot.actor));
    paint(pen, palette, scene, this.placeLabels(scene, first, standing), this.marks, false);
  }

  private placeLabels(scene: Scene, first: Set<Spot>, standing: NameLabel[]): Labels {
    const words = scene.strands.length <= WORDED && !(this.moving && scene.strands.length > 200);
    return placeLabels(scene, this.width, this.height, (text, size) => this.measure(text, size), { first, standing, words });
  }

  private measure(text: string, size: number): number {
    let width = this.widths.get(text);
    if (width === undefined) {
      const pen = this.pens[0];
      pen.font = `500 12px ${FAMILY}`;
      width = pen.measureText(text).width;
      this.widths.set(text, width);
    }
    return (width * size) / 12;
  }

  strandOf(key: string): Strand | undefined {
    return this.scene.strands.find((strand) => strand.views.some((view) => view.tie.key === key));
  }
}
