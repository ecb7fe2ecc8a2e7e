// One claim: the sentence, who says so, how sure, where it was printed.

import { button, el, link } from "../dom";
import type { Claim, Tie } from "../model/model";
import { dayWords, voice } from "../model/words";
import { citation, copy } from "./citation";
import { quote } from "./quote";

export function claimCard(tie: Tie, claim: Claim): HTMLElement {
  const { document, wire } = claim;
  const dated = wire.date && wire.date !== document.date ? `on ${dayWords(wire.date)}` : "";
  const copied = button("Copy as citation", async () => {
    await copy(citation(tie, claim));
    copied.textContent = "Copied";
    window.setTimeout(() => (copied.textContent = "Copy as citation"), 1600);
  }, { class: "small" });
  return el("article", { class: "claim" },
    quote(claim),
    el("p", { class: "said" },
      el("span", { class: `status ${wire.status}` }, wire.status),
      " ", voice(claim), dated && ` · ${dated}`, wire.item && ` · ${wire.item}`),
    el("p", { class: "printed" },
      link(document.url, document.title ?? document.outlet ?? document.name),
      document.title && document.outlet ? ` · ${document.outlet}` : "",
      document.date ? ` · ${dayWords(document.date)}` : "",
      " ", copied));
}

// A list that shows its first items and a button for the rest.
export function some<T>(items: T[], count: number, card: (item: T) => HTMLElement): HTMLElement {
  const list = el("div", { class: "some" });
  const more = (from: number) => {
    list.append(...items.slice(from, from + count).map(card));
    const left = items.length - from - count;
    if (left <= 0) return;
    const next = button(`Show ${Math.min(left, count)} more of ${left}`, () => {
      const shown = list.children.length - 1;
      next.remove();
      more(from + count);
      (list.children[shown]?.querySelector("button, a") as HTMLElement | null)?.focus();
    }, { class: "more" });
    list.append(next);
  };
  more(0);
  return list;
}
