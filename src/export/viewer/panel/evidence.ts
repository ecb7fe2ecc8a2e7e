// What is behind a tie, or behind all ties of a pair.

import { button, el, plural } from "../dom";
import { spaced } from "../draw/labels";
import { lineOf } from "../draw/lines";
import type { Actor, Tie } from "../model/model";
import type { View } from "../model/shown";
import type { Page } from "../page";
import { claimCard, some } from "./claim";
import { key } from "./quote";
import { lineSwatch } from "./swatch";

const AT_ONCE = 20;

export function tiePanel(page: Page, view: View): Node[] {
  return [
    el("h2", { tabindex: -1 }, ...heading(page, view.tie)),
    standingLine(page, view),
    key(),
    some(view.claims, AT_ONCE, (claim) => claimCard(view.tie, claim)),
    leftOut(view),
  ].filter((node) => node !== null);
}

export function pairPanel(page: Page, views: View[]): Node[] {
  const { source, target } = views[0]!.tie;
  return [
    el("h2", { tabindex: -1 }, `${source.name} and ${target.name}`),
    el("p", { class: "quiet" }, plural(views.length, "tie")),
    key(),
    ...views.map((view) => el("section", { class: "tie" },
      el("h3", {}, ...heading(page, view.tie)),
      standingLine(page, view),
      some(view.claims, 5, (claim) => claimCard(view.tie, claim)))),
  ];
}

// "Ghana supplies Togo", where both names lead to their actors.
export function heading(page: Page, tie: Tie): (Node | string)[] {
  const name = (actor: Actor) => button(actor.name, () => page.go({ actor: actor.id }), { class: "name" });
  return [name(tie.source), " ", el("span", { class: "relation" }, spaced(tie.relation)), " ", name(tie.target)];
}

export function standingLine(page: Page, { certainty, sources }: View): HTMLElement {
  return el("p", { class: "standing" },
    lineSwatch(page.view.palette, certainty),
    el("strong", { class: `certainty ${certainty}` }, certainty),
    ` ${lineOf(certainty).gloss} · ${plural(sources, "independent source")}`);
}

function leftOut({ tie, claims }: View): Node | null {
  const count = tie.claims.length - claims.length;
  return count > 0 ? el("p", { class: "quiet" }, `${plural(count, "claim")} left out by the filters.`) : null;
}
