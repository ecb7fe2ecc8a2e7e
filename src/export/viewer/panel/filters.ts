// Filters on the claims behind the ties, and the way back to no filter at all.

import { button, el, plural } from "../dom";
import { STATUSES, type Claim, type Model } from "../model/model";
import { outletOf } from "../model/shown";
import type { Page } from "../page";
import { START, filtersOf, toggled } from "../state/state";

export function filters(page: Page): Node[] {
  const { model, store } = page;
  const { state } = store;
  const most = model.ties.reduce((most, tie) => Math.max(most, tie.sources), 1);
  const statuses = el("fieldset", {}, el("legend", {}, "Status of claims"), ...STATUSES.map((status) =>
    el("label", {}, el("input", {
      type: "checkbox", checked: !state.statuses.has(status), "data-key": `status-${status}`,
      onchange: () => store.set({ statuses: toggled(state.statuses, status) }),
    }), ` ${status}`)));
  const hidden = state.hidden.size;
  return [
    el("h2", {}, "Claims"),
    statuses,
    choice(page, "Who says so", "speaker", speakers(model)),
    choice(page, "Outlet", "outlet", outlets(model)),
    el("label", { class: "field" }, "Independent sources, at least ",
      el("input", {
        type: "number", min: 1, max: most, value: state.minSources, "data-key": "min-sources",
        onchange: (event: { target: HTMLInputElement }) =>
          store.set({ minSources: Math.max(1, Math.floor(Number(event.target.value) || 1)) }, "sources"),
      })),
    model.tied < model.actors.length && model.ties.length > 0 && el("label", {}, el("input", {
      type: "checkbox", checked: state.loners, "data-key": "loners",
      onchange: () => store.set({ loners: !state.loners }),
    }), ` ${plural(model.actors.length - model.tied, "actor")} without ties`),
    hidden > 0 && button(`Bring back ${plural(hidden, "hidden actor")}`, () => store.set({ hidden: new Set() }), { class: "wide" }),
    isFiltered(page) && button("Clear all filters", () => store.set(filtersOf(START)), { class: "wide", "data-key": "clear" }),
  ].filter((node): node is HTMLElement => node !== false);
}

export function isFiltered(page: Page): boolean {
  const [now, start] = [filtersOf(page.store.state), filtersOf(START)];
  return Object.entries(now).some(([name, value]) =>
    value instanceof Set ? value.size > 0 : value !== start[name as keyof typeof start]);
}

interface Option {
  id: string;
  name: string;
  count: number;
}

function choice(page: Page, label: string, name: "speaker" | "outlet", options: Option[]): HTMLElement {
  const now = page.store.state[name];
  return el("label", { class: "field" }, `${label} `,
    el("select", { "data-key": name, onchange: (event: { target: HTMLSelectElement }) => page.store.set({ [name]: event.target.value }) },
      el("option", { value: "" }, "anybody"),
      ...options.map(({ id, name, count }) => el("option", { value: id, selected: id === now }, `${name} (${count})`))));
}

const bySpeaker = new WeakMap<Model, Option[]>();
const byOutlet = new WeakMap<Model, Option[]>();

function speakers(model: Model): Option[] {
  const name = (claim: Claim): [string, string] => [
    claim.speakers[0]?.id ?? "-",
    claim.speakers[0]?.name ?? "the article’s own voice",
  ];
  return tally(bySpeaker, model, name);
}

function outlets(model: Model): Option[] {
  return tally(byOutlet, model, (claim) => [outletOf(claim), outletOf(claim)]);
}

// Counts once for each model.
function tally(kept: WeakMap<Model, Option[]>, model: Model, name: (claim: Claim) => [string, string]): Option[] {
  const known = kept.get(model);
  if (known) return known;
  const options = new Map<string, Option>();
  for (const claim of model.claims) {
    const [id, words] = name(claim);
    const option = options.get(id);
    if (option) option.count += 1;
    else options.set(id, { id, name: words, count: 1 });
  }
  const sorted = [...options.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  kept.set(model, sorted);
  return sorted;
}
