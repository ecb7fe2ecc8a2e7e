// What keys do.

import { announce } from "../dom";
import { neighbours } from "../model/around";
import { standing, tieWords } from "../model/words";
import type { Page } from "../page";
import { toggled, without } from "../state/state";
import { ARROWS, neighbour } from "./walk";

const PAN = 60;
const NUDGE = 12;

// Keys that work while the drawing has the focus.
export function drawingKeys(page: Page): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey) return;
    if (press(page, event)) event.preventDefault();
  };
}

function press(page: Page, event: KeyboardEvent): boolean {
  const { camera, store, shown } = page;
  const { selected } = store.state;
  const arrow = ARROWS[event.key];
  const actor = current(page);
  if (arrow && event.shiftKey) camera.pan(-arrow[0] * PAN, -arrow[1] * PAN);
  else if (arrow && event.altKey) nudge(page, arrow);
  else if (arrow && !actor) page.walk(shown.actors[0]!);
  else if (arrow) step(page, arrow);
  else if (event.key === "Enter" && selected) page.read(selected);
  else if (event.key === "Enter" && actor) page.walk(actor);
  else if (event.key === "+" || event.key === "=") camera.by(1.3);
  else if (event.key === "-") camera.by(1 / 1.3);
  else if (event.key === "0") page.fit(true);
  else if (!actor) return false;
  else if (event.key.toLowerCase() === "n") nextTie(page, event.shiftKey ? -1 : 1);
  else if (/^[123]$/.test(event.key)) around(page, Number(event.key));
  else if (event.key === "p") store.set({ pinned: toggled(store.state.pinned, actor.id) });
  else if (event.key === "h") {
    const next = neighbours(shown.of.get(actor) ?? [], actor)[0];
    store.set({ hidden: toggled(store.state.hidden, actor.id), pinned: without(store.state.pinned, actor.id) });
    store.select(next ? { actor: next.id } : null);
    announce(`${actor.name} is hidden.`);
  } else return false;
  return true;
}

// The actor that keys start from: the one selected, or the source of the tie selected.
function current(page: Page) {
  const { model, shown, store } = page;
  const { selected } = store.state;
  if (!selected) return shown.actors[0];
  if ("actor" in selected) return model.byId.get(selected.actor);
  if ("tie" in selected) return model.byKey.get(selected.tie)?.source;
  return model.byId.get(selected.pair[0]);
}

function step(page: Page, arrow: [number, number]): void {
  const actor = current(page)!;
  if (!page.store.state.selected) return page.walk(actor);
  const next = neighbour(page.shown, page.view.scene, actor, arrow);
  if (next === actor) announce("No neighbour that way.");
  else page.walk(next);
}

function nextTie(page: Page, by: number): void {
  const actor = current(page)!;
  const { store, shown } = page;
  const { selected } = store.state;
  const views = shown.of.get(actor) ?? [];
  if (views.length === 0) return;
  const at = selected && "tie" in selected ? views.findIndex((view) => view.tie.key === selected.tie) : by > 0 ? -1 : 0;
  const view = views[(at + by + views.length) % views.length]!;
  store.select({ tie: view.tie.key });
  announce(`${tieWords(view.tie)}, ${standing(view)}`);
}

function around(page: Page, depth: number): void {
  const actor = current(page)!;
  const { focus } = page.store.state;
  const same = focus && "around" in focus && focus.around === actor.id && focus.depth === depth;
  page.store.set({ focus: same ? null : { around: actor.id, depth } });
  page.fit(true);
}

function nudge(page: Page, [dx, dy]: [number, number]): void {
  const { selected, moved } = page.store.state;
  const actor = selected && "actor" in selected ? page.model.byId.get(selected.actor) : undefined;
  if (!actor) return;
  const [x, y] = moved.get(actor.id) ?? [0, 0];
  const far = NUDGE / page.view.transform.k;
  page.store.set({ moved: new Map(moved).set(actor.id, [x + dx * far, y + dy * far]) }, `nudge ${actor.id}`);
}
