// Who an actor is, what it does and what is done to it.

import { button, el, link, plural } from "../dom";
import type { Actor } from "../model/model";
import type { View } from "../model/shown";
import { kindOf } from "../model/words";
import type { Page } from "../page";
import { without, toggled } from "../state/state";
import { claimCard, some } from "./claim";
import { heading, standingLine } from "./evidence";
import { key } from "./quote";
import { kindSwatch } from "./swatch";

const AT_ONCE = 12;

export function actorPanel(page: Page, actor: Actor): Node[] {
  const views = page.shown.of.get(actor) ?? [];
  const does = views.filter((view) => view.tie.source === actor || view.tie.symmetric);
  const undergoes = views.filter((view) => !does.includes(view));
  const { wire } = actor;
  const aliases = wire.aliases.filter((alias) => alias !== actor.name);
  const country = wire.country && wire.country !== actor.name ? ` · ${wire.country}` : "";
  const left = actor.ties.length - views.length;
  return [
    el("h2", { tabindex: -1 }, kindSwatch(page.view.palette, actor.kind, 22), " ", actor.name),
    el("p", { class: "quiet" },
      `${kindOf(actor)}${country} · ${plural(wire.documents, "document")}`,
      wire.wikidata ? " · " : "",
      wire.wikidata && link(`https://www.wikidata.org/wiki/${encodeURIComponent(wire.wikidata)}`, wire.wikidata)),
    aliases.length > 0 && el("p", { class: "quiet aliases" }, `also ${aliases.slice(0, 8).join(" · ")}`),
    actions(page, actor),
    left > 0 && el("p", { class: "quiet" }, `${plural(left, "tie")} not on screen.`),
    views.length > 0 && key(),
    ...side(page, "Does", does),
    ...side(page, "Undergoes", undergoes),
  ].filter((node): node is HTMLElement => node !== false);
}

function side(page: Page, title: string, views: View[]): HTMLElement[] {
  if (views.length === 0) return [];
  const sorted = [...views].sort((a, b) => b.sources - a.sources || Number(a.tie.speech) - Number(b.tie.speech));
  return [
    el("h3", { class: "side" }, `${title} `, el("span", { class: "quiet" }, String(views.length))),
    some(sorted, AT_ONCE, (view) => tieCard(page, view)),
  ];
}

function tieCard(page: Page, view: View): HTMLElement {
  const more = view.claims.length - 1;
  return el("section", { class: "tie" },
    el("h4", {}, ...heading(page, view.tie)),
    standingLine(page, view),
    claimCard(view.tie, view.claims[0]!),
    more > 0 && button(`All ${view.claims.length} sentences`, () => page.read({ tie: view.tie.key }), { class: "more" }));
}

function actions(page: Page, actor: Actor): HTMLElement {
  const { store } = page;
  const { pinned, hidden, focus } = store.state;
  const depth = focus && "around" in focus && focus.around === actor.id ? focus.depth : 0;
  const reach = [1, 2, 3].map((steps) =>
    button(String(steps), () => {
      store.set({ focus: depth === steps ? null : { around: actor.id, depth: steps } });
      page.fit(true);
    }, { "aria-pressed": String(depth === steps), "aria-label": `Neighbourhood up to ${plural(steps, "step")}`, title: `Only what lies within ${plural(steps, "step")}` }));
  return el("div", { class: "actions" },
    el("span", { class: "group", role: "group", "aria-label": "Neighbourhood" }, el("span", {}, "Around"), ...reach),
    button("Path from here", () => page.openPath(actor)),
    button("Path to here", () => page.openPath(undefined, actor)),
    button(pinned.has(actor.id) ? "Unpin" : "Pin", () => store.set({ pinned: toggled(pinned, actor.id) }), {
      title: "A pinned actor stays on screen whatever the filters",
      "aria-pressed": String(pinned.has(actor.id)),
    }),
    button("Hide", () => {
      store.set({ hidden: toggled(hidden, actor.id), pinned: without(pinned, actor.id) });
      store.select(null);
    }));
}
