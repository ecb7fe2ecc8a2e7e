// The actors on screen as a list, best supported first; one stop of the Tab key, walked by arrows.

import { el } from "../dom";
import type { Actor } from "../model/model";
import type { Page } from "../page";
import { kindSwatch } from "./swatch";

const LISTED = 150;

export class ActorList {
  private at = 0;

  constructor(private page: Page, private root: HTMLElement) {
    root.addEventListener("keydown", (event) => this.key(event));
  }

  update(): void {
    const { shown, view } = this.page;
    const actors = shown.actors.slice(0, LISTED);
    this.at = Math.min(this.at, Math.max(0, actors.length - 1));
    const rest = shown.actors.length - actors.length;
    this.root.replaceChildren(...actors.map((actor, i) => el("li", {}, el("button", {
      type: "button", tabindex: i === this.at ? 0 : -1, "data-key": `actor-${actor.id}`,
      onclick: () => this.open(i, actor),
    }, kindSwatch(view.palette, actor.kind, 16), el("span", {}, actor.name),
    el("span", { class: "count" }, String(shown.of.get(actor)?.length ?? 0))))),
    ...(rest > 0 ? [el("li", { class: "quiet" }, `and ${rest} more: find them by name with /`)] : []));
  }

  private open(i: number, actor: Actor): void {
    this.at = i;
    this.page.go({ actor: actor.id });
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    const buttons = [...this.root.querySelectorAll("button")];
    if (step === undefined || buttons.length === 0) return;
    event.preventDefault();
    buttons[this.at]?.setAttribute("tabindex", "-1");
    this.at = Math.min(buttons.length - 1, Math.max(0, this.at + step));
    buttons[this.at]!.setAttribute("tabindex", "0");
    buttons[this.at]!.focus();
  }
}
