// How two actors are linked, told in words.

import { button, el, plural } from "../dom";
import { spaced } from "../draw/labels";
import type { Actor } from "../model/model";
import type { Path } from "../model/paths";
import type { View } from "../model/shown";
import { standing, tieWords, voice } from "../model/words";
import type { Page } from "../page";
import { citation, copy } from "./citation";
import { picker } from "./picker";
import { quote } from "./quote";

export interface Ends {
  from?: Actor | undefined;
  to?: Actor | undefined;
}

export function pathPanel(page: Page, ends: Ends): Node[] {
  const { model, store } = page;
  const search = () => {
    if (ends.from && ends.to) {
      store.set({ focus: { from: ends.from.id, to: ends.to.id, choice: 0 }, selected: null });
      page.fit(true);
    }
  };
  const from = picker(model, "path-from", "From", (actor) => { ends.from = actor; search(); to.input.focus(); }, "From: an actor");
  const to = picker(model, "path-to", "To", (actor) => { ends.to = actor; search(); }, "To: another actor");
  from.set(ends.from);
  to.set(ends.to);
  const swap = button("⇅", () => {
    [ends.from, ends.to] = [ends.to, ends.from];
    from.set(ends.from);
    to.set(ends.to);
    search();
  }, { "aria-label": "Swap the ends", title: "Swap the ends", class: "swap" });
  return [
    el("h2", { tabindex: -1 }, "How are two actors linked?"),
    el("div", { class: "ends" }, el("div", {}, from.root, to.root), swap),
    ...result(page, ends),
  ];
}

function result(page: Page, ends: Ends): Node[] {
  const { focus } = page.store.state;
  if (!focus || !("from" in focus)) return [el("p", { class: "quiet" }, "Up to five shortest paths are drawn, and told with the sentences behind each step. Speech counts twice, so that deeds come first.")];
  const { paths } = page.shown;
  if (paths.length === 0) {
    const same = ends.from === ends.to ? "Choose two different actors." : "No path within the filters.";
    return [el("p", { class: "none", role: "status" }, same)];
  }
  const choice = Math.min(focus.choice, paths.length - 1);
  return [
    el("p", { class: "quiet", role: "status" }, `${plural(paths.length, "path")}, the shortest first`),
    el("div", { class: "paths", role: "group", "aria-label": "Paths" }, ...paths.map((path, i) =>
      button(path.actors.map((actor) => actor.name).join(" → "), () => page.store.set({ focus: { ...focus, choice: i } }), {
        "aria-pressed": String(i === choice),
      }))),
    el("ol", { class: "steps" }, ...paths[choice]!.steps.map((views, i) => step(page, paths[choice]!, views, i))),
    button("Copy as text", () => copy(told(paths[choice]!)), { class: "more" }),
  ];
}

function step(page: Page, path: Path, views: View[], i: number): HTMLElement {
  const [best, ...rest] = views as [View, ...View[]];
  const claim = best.claims[0]!;
  const onward = best.tie.source === path.actors[i] || best.tie.symmetric;
  return el("li", {},
    button(tieWords(best.tie), () => page.read({ tie: best.tie.key }), { class: "name" }),
    el("p", { class: "standing" }, standing(best), onward ? "" : " · walked backwards"),
    quote(claim),
    el("p", { class: "printed" }, `${voice(claim)} · ${claim.document.outlet ?? claim.document.name}`),
    rest.length > 0 && el("p", { class: "quiet" }, `also ${rest.map((view) => `${spaced(view.tie.relation)} (${view.certainty})`).join(", ")}`));
}

export function told(path: Path): string {
  return path.steps.map((views, i) => {
    const view = views[0]!;
    return `${i + 1}. ${tieWords(view.tie)} (${standing(view)}). ${citation(view.tie, view.claims[0]!)}`;
  }).join("\n");
}
