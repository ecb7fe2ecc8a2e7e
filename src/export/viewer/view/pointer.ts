// Hovering, clicking and dragging.

import { standing, tieWords, actorWords } from "../model/words";
import { plural } from "../dom";
import type { Strand } from "../draw/scene";
import type { Actor } from "../model/model";
import type { Selected } from "../state/state";
import { Picker, type Picked } from "./pick";
import type { View } from "./view";

interface Actions {
  hover(selected: Selected | null): void;
  click(selected: Selected | null): void;
  open(actor: Actor): void;
  drag(actor: Actor, x: number, y: number): void;
}

// A press that moves less than this is a click.
const STILL = 4;

export class Pointer {
  private picker = new Picker();
  private held: { actor: Actor; x: number; y: number; moved: boolean } | null = null;

  constructor(private view: View, private tip: HTMLElement, private actions: Actions) {
    const { over } = view;
    over.addEventListener("pointermove", (event) => this.move(event));
    over.addEventListener("pointerleave", () => this.point(null, 0, 0));
    over.addEventListener("pointerdown", (event) => this.press(event));
    over.addEventListener("pointerup", () => this.release());
    over.addEventListener("pointercancel", () => this.release());
    over.addEventListener("click", (event) => this.click(event));
    over.addEventListener("dblclick", (event) => {
      const picked = this.at(event);
      if (picked && "spot" in picked) actions.open(picked.spot.actor);
    });
  }

  // Whether a press at a place takes hold of no actor, so that it may pan.
  isFree(event: MouseEvent | TouchEvent): boolean {
    const touch = "touches" in event ? event.touches[0] : event;
    if (!touch || ("touches" in event && event.touches.length > 1)) return true;
    const picked = this.at(touch);
    return !(picked && "spot" in picked);
  }

  private at(event: { clientX: number; clientY: number }): Picked {
    const box = this.view.over.getBoundingClientRect();
    return this.picker.pick(this.view.scene, event.clientX - box.left, event.clientY - box.top);
  }

  private move(event: PointerEvent): void {
    const { held } = this;
    if (held) {
      if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < STILL) return;
      held.moved = true;
      const box = this.view.over.getBoundingClientRect();
      const { x, y, k } = this.view.transform;
      this.actions.drag(held.actor, (event.clientX - box.left - x) / k, (event.clientY - box.top - y) / k);
      return;
    }
    if (event.pointerType !== "touch" && event.buttons === 0) this.point(this.at(event), event.offsetX, event.offsetY);
  }

  private press(event: PointerEvent): void {
    const picked = event.button === 0 ? this.at(event) : null;
    if (!picked || !("spot" in picked)) return;
    this.held = { actor: picked.spot.actor, x: event.clientX, y: event.clientY, moved: false };
    this.view.over.setPointerCapture(event.pointerId);
    this.point(null, 0, 0);
  }

  private release(): void {
    // The click that follows a drag is none.
    if (this.held?.moved) window.setTimeout(() => (this.held = null));
    else this.held = null;
  }

  private click(event: MouseEvent): void {
    if (this.held?.moved) return;
    this.actions.click(selectedOf(this.at(event)));
  }

  private point(picked: Picked, x: number, y: number): void {
    const { over } = this.view;
    over.style.cursor = picked ? "pointer" : "";
    this.actions.hover(selectedOf(picked));
    this.tip.hidden = !picked;
    if (!picked) return;
    this.tip.replaceChildren(...this.words(picked).map((line) => Object.assign(document.createElement("div"), { textContent: line })));
    const left = x > this.view.width - 280 ? x - 16 - this.tip.offsetWidth : x + 16;
    this.tip.style.transform = `translate(${Math.max(4, left)}px, ${Math.min(y + 14, this.view.height - this.tip.offsetHeight - 6)}px)`;
  }

  private words(picked: NonNullable<Picked>): string[] {
    if ("spot" in picked) {
      const { actor } = picked.spot;
      return [actorWords(actor, actor.ties.length)];
    }
    const { views } = picked.strand;
    const lines = views.slice(0, 6).map((view) => `${tieWords(view.tie)} — ${standing(view)}`);
    return views.length > 6 ? [...lines, `and ${plural(views.length - 6, "more tie")}`] : lines;
  }
}

export function selectedOf(picked: Picked): Selected | null {
  if (!picked) return null;
  if ("spot" in picked) return { actor: picked.spot.actor.id };
  return strandOf(picked.strand);
}

function strandOf(strand: Strand): Selected {
  if (strand.views.length === 1) return { tie: strand.views[0]!.tie.key };
  return { pair: [strand.from.actor.id, strand.to.actor.id] };
}
