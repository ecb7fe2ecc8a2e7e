// The claims over time, with two handles that cut a period out.

import { button, el, plural } from "../dom";
import type { Model } from "../model/model";
import { dayOf, show } from "../model/shown";
import { dayWords } from "../model/words";
import type { Page } from "../page";

const BARS = 60;
const DAY = 86_400_000;
const SVG = "http://www.w3.org/2000/svg";

interface Span {
  first: number;
  days: number;
  undated: number;
}

export class Timeline {
  private span: Span;
  private since: HTMLInputElement;
  private until: HTMLInputElement;
  private bars = document.createElementNS(SVG, "svg");
  private words = el("output", {});
  private reset = button("all time", () => this.page.store.set({ since: "", until: "" }), { class: "small" });

  constructor(private page: Page, root: HTMLElement) {
    this.span = spanOf(page.model);
    this.since = this.handle("From");
    this.until = this.handle("Until");
    root.hidden = this.span.days < 1;
    if (root.hidden) return;
    this.bars.setAttribute("preserveAspectRatio", "none");
    this.bars.setAttribute("aria-hidden", "true");
    root.append(
      el("div", { class: "period" }, this.words, this.reset),
      el("div", { class: "track" }, this.bars, this.since, this.until),
      el("div", { class: "ends" }, el("span", {}, dayWords(this.day(0))), el("span", {}, dayWords(this.day(this.span.days)))));
  }

  update(): void {
    if (this.span.days < 1) return;
    const { since, until } = this.page.store.state;
    const [from, to] = [since ? this.at(since) : 0, until ? this.at(until) : this.span.days];
    this.since.value = String(from);
    this.until.value = String(to);
    for (const handle of [this.since, this.until]) handle.setAttribute("aria-valuetext", dayWords(this.day(Number(handle.value))));
    const cut = since !== "" || until !== "";
    const undated = cut && this.span.undated > 0 ? ` · ${plural(this.span.undated, "undated claim")} left out` : "";
    this.words.textContent = `${dayWords(this.day(from))} to ${dayWords(this.day(to))}${undated}`;
    this.reset.hidden = !cut;
    this.draw(from, to);
  }

  private draw(from: number, to: number): void {
    // What there would be without the period: the shape of the whole story stays in sight.
    const { model, store } = this.page;
    const views = show(model, { ...store.state, since: "", until: "", all: true, focus: null }).views;
    const count = Math.min(BARS, this.span.days + 1);
    const bars = new Array<number>(count).fill(0);
    const bar = (at: number) => Math.min(count - 1, Math.floor((at / (this.span.days + 1)) * count));
    for (const view of views) {
      for (const claim of view.claims) {
        const day = dayOf(claim);
        if (day) bars[bar(this.at(day))]! += 1;
      }
    }
    const most = Math.max(1, ...bars);
    this.bars.setAttribute("viewBox", `0 0 ${count} 100`);
    this.bars.replaceChildren(...bars.map((height, i) => {
      const rect = document.createElementNS(SVG, "rect");
      const tall = height === 0 ? 0 : 8 + (92 * height) / most;
      const box = { x: i + 0.08, y: 100 - tall, width: 0.84, height: tall };
      for (const [name, value] of Object.entries(box)) rect.setAttribute(name, String(value));
      rect.setAttribute("class", i >= bar(from) && i <= bar(to) ? "in" : "out");
      return rect;
    }));
  }

  private handle(label: string): HTMLInputElement {
    const days = String(this.span.days);
    const input = el("input", { type: "range", min: "0", max: days, step: "1", "aria-label": `${label} (day)` });
    input.addEventListener("input", () => {
      const [a, b] = [Number(this.since.value), Number(this.until.value)];
      // A handle stops at the other.
      if (a > b) input.value = String(input === this.since ? b : a);
      const [from, to] = [Number(this.since.value), Number(this.until.value)];
      this.page.store.set({
        since: from === 0 ? "" : this.day(from),
        until: to === this.span.days ? "" : this.day(to),
      }, "period");
    });
    return input;
  }

  private at(day: string): number {
    return Math.min(this.span.days, Math.max(0, Math.round((Date.parse(day) - this.span.first) / DAY)));
  }

  private day(at: number): string {
    return new Date(this.span.first + at * DAY).toISOString().slice(0, 10);
  }
}

function spanOf(model: Model): Span {
  let [first, last, undated] = [Infinity, -Infinity, 0];
  for (const claim of model.claims) {
    const time = Date.parse(dayOf(claim));
    if (Number.isNaN(time)) undated += 1;
    else [first, last] = [Math.min(first, time), Math.max(last, time)];
  }
  return { first, days: first > last ? -1 : Math.round((last - first) / DAY), undated };
}
