// How much of the graph is on screen, why not all of it, and the way to the rest.

import { button, byId, el, plural } from "../dom";
import { FIRST } from "../model/shown";
import type { Page } from "../page";
import { isFiltered } from "./filters";

export function status(page: Page): void {
  const { model, shown, store } = page;
  const { focus, all } = store.state;
  const { actors, views } = shown;
  const candidates = shown.candidates.actors;
  const ties = (count: number, of: number) => (count === of ? plural(of, "tie") : `${count.toLocaleString("en")} of ${plural(of, "tie")}`);
  const size = (count: number, of: number) => (count === of ? plural(of, "actor") : `${count.toLocaleString("en")} of ${plural(of, "actor")}`);
  const parts: (Node | string)[] = [];
  if (focus) {
    const name = (id: string) => model.byId.get(id)?.name ?? id;
    const what = "around" in focus
      ? `Within ${plural(focus.depth, "step")} of ${name(focus.around)}`
      : `From ${name(focus.from)} to ${name(focus.to)}`;
    parts.push(el("span", {}, el("strong", {}, what), ` · ${plural(actors.length, "actor")}, ${plural(views.length, "tie")}`));
    parts.push(button("Show everything again", () => {
      store.set({ focus: null });
      page.fit(true);
    }, { class: "primary" }));
  } else {
    const whole = `${size(actors.length, model.ties.length > 0 ? Math.max(model.tied, actors.length) : model.actors.length)}, ${ties(views.length, model.ties.length)}`;
    const cut = !all && candidates > FIRST;
    parts.push(el("span", {}, cut ? el("strong", {}, "The best supported: ") : "", whole));
    if (cut) parts.push(more(page, `Show all ${candidates.toLocaleString("en")}`, true));
    else if (all && candidates > FIRST) parts.push(more(page, `Only the ${FIRST} best supported`, false));
  }
  if (isFiltered(page)) parts.push(el("span", { class: "quiet" }, "filtered"));
  byId("status").replaceChildren(...parts);
  const empty = byId("empty");
  empty.hidden = actors.length > 0;
  empty.textContent = model.actors.length === 0 ? "This graph is empty: no article named an actor." : "Nothing passes the filters.";
}

function more(page: Page, label: string, all: boolean): HTMLElement {
  return button(label, () => {
    page.store.set({ all });
    page.fit(true);
  }, { class: all ? "primary" : "" });
}
