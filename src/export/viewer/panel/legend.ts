// The legend: what each shape, line and relation is, how many of it are on screen, and a switch
// for it.

import { button, el } from "../dom";
import { spaced } from "../draw/labels";
import { lineOf } from "../draw/lines";
import { CERTAINTIES, KINDS } from "../model/model";
import type { Page } from "../page";
import { toggled } from "../state/state";
import { kindSwatch, lineSwatch } from "./swatch";

type Part = "kinds" | "certainties" | "relations";

interface Row {
  id: string;
  total: number;
  shown: number;
}

export function legend(page: Page): Node[] {
  const { model, shown, view } = page;
  const tied = model.ties.length > 0 ? model.actors.filter((actor) => actor.ties.length > 0) : model.actors;
  const kinds = count(tied.map((a) => a.kind), shown.actors.map((a) => a.kind), KINDS);
  const certainties = count(model.ties.map((t) => t.certainty), shown.views.map((v) => v.certainty), CERTAINTIES);
  const relations = count(model.ties.map((t) => t.relation), shown.views.map((v) => v.tie.relation), []);
  return [
    part(page, "Actors", "kinds", kinds, (id) => kindSwatch(view.palette, id), () => ""),
    part(page, "How sure", "certainties", certainties, (id) => lineSwatch(view.palette, id), (id) => lineOf(id).gloss),
    part(page, "Relations", "relations", relations, () => null, () => ""),
  ];
}

function count(all: string[], shown: string[], order: string[]): Row[] {
  const rows = new Map<string, Row>();
  for (const id of all) rows.set(id, { id, total: (rows.get(id)?.total ?? 0) + 1, shown: 0 });
  for (const id of shown) {
    const row = rows.get(id);
    if (row) row.shown += 1;
    else rows.set(id, { id, total: 0, shown: 1 });
  }
  const place = (id: string) => (order.indexOf(id) + 1 || 99);
  return [...rows.values()].sort((a, b) => place(a.id) - place(b.id) || b.total - a.total || (a.id < b.id ? -1 : 1));
}

function part(
  page: Page, title: string, name: Part, rows: Row[], swatch: (id: string) => Node | null, gloss: (id: string) => string,
): HTMLElement {
  const { store } = page;
  const off = store.state[name];
  const reset = button("all", () => store.set({ [name]: new Set() }), { class: "small", "aria-label": `${title}: show all` });
  reset.hidden = off.size === 0;
  return el("section", { class: `legend ${name}`, "aria-label": title },
    el("h2", {}, title, " ", reset),
    el("ul", {}, ...rows.map(({ id, total, shown }) => {
      const on = !off.has(id);
      const words = spaced(id);
      const only = button("only", () => store.set({ [name]: new Set(rows.map((row) => row.id).filter((other) => other !== id)) }), {
        class: "only", "aria-label": `Only ${words}`, "data-key": `only-${name}-${id}`,
      });
      const state = shown === total ? String(total) : `${shown} / ${total}`;
      return el("li", {},
        el("button", {
          type: "button", class: "switch", "aria-pressed": String(on), title: gloss(id) || null, "data-key": `${name}-${id}`,
          onclick: () => store.set({ [name]: toggled(off, id) }),
        }, swatch(id), el("span", {}, words), el("span", { class: "count" }, state)),
        only);
    })));
}
