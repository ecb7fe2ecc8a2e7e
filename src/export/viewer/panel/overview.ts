// Beside the drawing while nothing is selected: what is disputed, and what has most support.

import { button, el, plural } from "../dom";
import type { View } from "../model/shown";
import { standing, tieWords } from "../model/words";
import type { Page } from "../page";

const LISTED = 8;

export function overview(page: Page): Node[] {
  const { views } = page.shown;
  const bySupport = [...views].sort((a, b) => b.sources - a.sources || Number(a.tie.speech) - Number(b.tie.speech) || a.tie.index - b.tie.index);
  const disputed = bySupport.filter((view) => view.certainty === "disputed");
  return [
    el("h2", {}, "Who says so?"),
    el("p", { class: "quiet" }, "Click a line or a shape to read the sentences behind it."),
    ...list(page, "Disputed", disputed),
    ...list(page, "Best supported", bySupport.filter((view) => view.certainty !== "disputed")),
  ];
}

function list(page: Page, title: string, views: View[]): Node[] {
  if (views.length === 0) return [];
  const rest = views.length - LISTED;
  return [
    el("h3", { class: "side" }, `${title} `, el("span", { class: "quiet" }, plural(views.length, "tie"))),
    el("ul", { class: "overview" }, ...views.slice(0, LISTED).map((view) => el("li", {},
      button(tieWords(view.tie), () => page.read({ tie: view.tie.key }), { class: "name" }),
      el("div", { class: "standing" }, standing(view))))),
    ...(rest > 0 ? [el("p", { class: "quiet" }, `and ${rest} more in the table (T)`)] : []),
  ];
}
